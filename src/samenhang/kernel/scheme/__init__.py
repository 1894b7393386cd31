"""What a scheme says about itself, as data: read by the agenda, the permits, the tests and the documentation.

Pure: declarations only. Each kernel package interprets its own part of a `Scheme`.
"""

from samenhang.kernel.scheme.declaratie import (
    ALLE,
    Betrokkenheid,
    Bewaartermijn,
    Bewaker,
    Categorie,
    Overdracht,
    Overgang,
    Planzin,
    Proces,
    Rol,
    Scheme,
    Stap,
    Uitstelgrond,
    Zaaksoort,
    bewaker,
)
from samenhang.kernel.scheme.handeling import Handeling, Invoerveld, Niets, Reden, Veld, veld, velden_van
from samenhang.kernel.scheme.indicatoren import (
    INWONERS,
    Cel,
    Indicator,
    Som,
    Telgroep,
    Uitsplitsing,
    Vangrail,
)
from samenhang.kernel.scheme.register import geinstalleerde_schemes, scheme

__all__ = [
    "ALLE",
    "INWONERS",
    "Betrokkenheid",
    "Bewaartermijn",
    "Bewaker",
    "Categorie",
    "Cel",
    "Handeling",
    "Indicator",
    "Invoerveld",
    "Niets",
    "Overdracht",
    "Overgang",
    "Planzin",
    "Proces",
    "Reden",
    "Rol",
    "Scheme",
    "Som",
    "Stap",
    "Telgroep",
    "Uitsplitsing",
    "Uitstelgrond",
    "Vangrail",
    "Veld",
    "Zaaksoort",
    "bewaker",
    "geinstalleerde_schemes",
    "scheme",
    "veld",
    "velden_van",
]
