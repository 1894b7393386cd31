"""What users read: one module per subject."""

from samenhang.schemes.wams.queries.lijst import Regel as Regel
from samenhang.schemes.wams.queries.lijst import zaken as zaken
from samenhang.schemes.wams.queries.mijn import EigenZaak as EigenZaak
from samenhang.schemes.wams.queries.mijn import mijn_zaken as mijn_zaken
from samenhang.schemes.wams.queries.stuk import planstuk as planstuk
from samenhang.schemes.wams.queries.zaak import Persoonsbeeld as Persoonsbeeld
from samenhang.schemes.wams.queries.zaak import Zaakbeeld as Zaakbeeld
from samenhang.schemes.wams.queries.zaak import zaak as zaak
