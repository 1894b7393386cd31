"""What a scheme says about itself, as data: read by the agenda, the permits, the tests and the documentation.

Pure: declarations only. Each kernel package interprets its own part of a `Scheme`.
"""

from samenhang.kernel.scheme.declaratie import (
    ALLE,
    Bewaartermijn,
    Bewaker,
    Categorie,
    Indicator,
    Overdracht,
    Overgang,
    Proces,
    Rol,
    Scheme,
    Stap,
    bewaker,
)
from samenhang.kernel.scheme.register import geinstalleerde_schemes, scheme

__all__ = [
    "ALLE",
    "Bewaartermijn",
    "Bewaker",
    "Categorie",
    "Indicator",
    "Overdracht",
    "Overgang",
    "Proces",
    "Rol",
    "Scheme",
    "Stap",
    "bewaker",
    "geinstalleerde_schemes",
    "scheme",
]
