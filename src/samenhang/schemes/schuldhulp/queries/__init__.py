"""What users read."""

from samenhang.schemes.schuldhulp.queries.aanmeldingen import Aanmeldingregel as Aanmeldingregel
from samenhang.schemes.schuldhulp.queries.aanmeldingen import aanmeldingen as aanmeldingen
from samenhang.schemes.schuldhulp.queries.berichten import Berichtenbeeld as Berichtenbeeld
from samenhang.schemes.schuldhulp.queries.berichten import berichten as berichten
from samenhang.schemes.schuldhulp.queries.betaalbestanden import betaalbestanden as betaalbestanden
from samenhang.schemes.schuldhulp.queries.brieven import brief as brief
from samenhang.schemes.schuldhulp.queries.ddas import ddas_levering as ddas_levering
from samenhang.schemes.schuldhulp.queries.herzien import Herzieningsbeeld as Herzieningsbeeld
from samenhang.schemes.schuldhulp.queries.herzien import normherziening as normherziening
from samenhang.schemes.schuldhulp.queries.herzien import normherzieningen as normherzieningen
from samenhang.schemes.schuldhulp.queries.mijn import EigenHulp as EigenHulp
from samenhang.schemes.schuldhulp.queries.mijn import mijn_brief as mijn_brief
from samenhang.schemes.schuldhulp.queries.mijn import mijn_schuldhulp as mijn_schuldhulp
from samenhang.schemes.schuldhulp.queries.portaal import Portaalbeeld as Portaalbeeld
from samenhang.schemes.schuldhulp.queries.portaal import opgave as opgave
from samenhang.schemes.schuldhulp.queries.portaal import portaalvoorstel as portaalvoorstel
from samenhang.schemes.schuldhulp.queries.portaal import portaalvoorstellen as portaalvoorstellen
from samenhang.schemes.schuldhulp.queries.rechtbank import rechtbankbundel as rechtbankbundel
from samenhang.schemes.schuldhulp.queries.rekenen import bereken as bereken
from samenhang.schemes.schuldhulp.queries.rekenen import vereis_werker as vereis_werker
from samenhang.schemes.schuldhulp.queries.schuldeisers import Schuldeisers as Schuldeisers
from samenhang.schemes.schuldhulp.queries.schuldeisers import schuldeisers as schuldeisers
from samenhang.schemes.schuldhulp.queries.zaken import Zaakbeeld as Zaakbeeld
from samenhang.schemes.schuldhulp.queries.zaken import zaak as zaak
from samenhang.schemes.schuldhulp.queries.zaken import zaken as zaken
