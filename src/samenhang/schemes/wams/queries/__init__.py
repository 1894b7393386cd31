"""What users read: one module per subject."""

from samenhang.schemes.wams.queries.besluitbrief import besluitbrief as besluitbrief
from samenhang.schemes.wams.queries.besluitbrief import besluitbrief_vooraf as besluitbrief_vooraf
from samenhang.schemes.wams.queries.brief import informeerbrief as informeerbrief
from samenhang.schemes.wams.queries.doorgegeven import Doorgegevenregel as Doorgegevenregel
from samenhang.schemes.wams.queries.doorgegeven import doorgegeven as doorgegeven
from samenhang.schemes.wams.queries.lijst import zaken as zaken
from samenhang.schemes.wams.queries.mijn import EigenZaak as EigenZaak
from samenhang.schemes.wams.queries.mijn import mijn_zaken as mijn_zaken
from samenhang.schemes.wams.queries.namens import namens as namens
from samenhang.schemes.wams.queries.namens import vertegenwoordigden as vertegenwoordigden
from samenhang.schemes.wams.queries.overleg import Overlegbeeld as Overlegbeeld
from samenhang.schemes.wams.queries.overleg import overleg as overleg
from samenhang.schemes.wams.queries.partij import Partijbeeld as Partijbeeld
from samenhang.schemes.wams.queries.partij import Uitnodigingsbeeld as Uitnodigingsbeeld
from samenhang.schemes.wams.queries.partij import partijzaak as partijzaak
from samenhang.schemes.wams.queries.partij import uitnodigingen as uitnodigingen
from samenhang.schemes.wams.queries.stuk import planstuk as planstuk
from samenhang.schemes.wams.queries.zaak import Persoonsbeeld as Persoonsbeeld
from samenhang.schemes.wams.queries.zaak import Zaakbeeld as Zaakbeeld
from samenhang.schemes.wams.queries.zaak import zaak as zaak
