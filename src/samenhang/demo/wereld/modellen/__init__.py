"""What the synthetic world consists of: places, organisations, residents, contracts, arrears, deliveries.

Only data. A `Deel` is one closed part of the world (its residents, contracts and deliveries refer to
nothing outside it but the organisations), so that a large world can be made and written part by part.
"""

from samenhang.demo.wereld.modellen.bewoners import (
    Adres,
    BrpRecord,
    BrpStatus,
    Familienaam,
    Geslacht,
    Huishouden,
    HuishoudenSoort,
    Inwoner,
    Naamgebruik,
    Verblijf,
    Woning,
)
from samenhang.demo.wereld.modellen.instelling import EERSTE_MAAND, LAATSTE_DAG, TWEEDE_MAAND, Instelling
from samenhang.demo.wereld.modellen.leveringen import (
    Contract,
    Dreiging,
    GeweigerdBestand,
    Levering,
    Regel,
    Signaal,
    SoortSignaal,
)
from samenhang.demo.wereld.modellen.organisaties import (
    Afspraak,
    Gemeente,
    Kredietbank,
    Partner,
    PartnerSoort,
    Persona,
    Stijl,
)
from samenhang.demo.wereld.modellen.wereld import Deel, Wereld

__all__ = [
    "EERSTE_MAAND",
    "LAATSTE_DAG",
    "TWEEDE_MAAND",
    "Adres",
    "Afspraak",
    "BrpRecord",
    "BrpStatus",
    "Contract",
    "Deel",
    "Dreiging",
    "Familienaam",
    "Gemeente",
    "Geslacht",
    "GeweigerdBestand",
    "Huishouden",
    "HuishoudenSoort",
    "Instelling",
    "Inwoner",
    "Kredietbank",
    "Levering",
    "Naamgebruik",
    "Partner",
    "PartnerSoort",
    "Persona",
    "Regel",
    "Signaal",
    "SoortSignaal",
    "Stijl",
    "Verblijf",
    "Wereld",
    "Woning",
]
