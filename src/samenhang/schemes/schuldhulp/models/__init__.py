"""The tables of the scheme. What is about a resident hangs on him and names its category; creditors are organisations."""

from __future__ import annotations

from samenhang.schemes.schuldhulp.models.bezwaar import (
    Bezwaarafschrift,
    Bezwaarschrift,
)
from samenhang.schemes.schuldhulp.models.budget import (
    Huishouden,
    Inkomen,
)
from samenhang.schemes.schuldhulp.models.eerder import EerdereWaarde
from samenhang.schemes.schuldhulp.models.herziening import (
    Herzieningsregel,
    Normherziening,
)
from samenhang.schemes.schuldhulp.models.hulpvraag import (
    Beschikking,
    Hulpvraag,
    Zorgafmelding,
)
from samenhang.schemes.schuldhulp.models.knooppunt import (
    Knooppuntbericht,
    Knooppuntinhoud,
    Knooppuntronde,
)
from samenhang.schemes.schuldhulp.models.krediet import (
    Betaalbestand,
    Betaaluitstel,
    Betaling,
    Borg,
    Krediet,
    Uitbetaling,
)
from samenhang.schemes.schuldhulp.models.portaal import (
    Aanbod,
    Opgavestuk,
    Portaalwijzer,
)
from samenhang.schemes.schuldhulp.models.post import (
    Postbrief,
    Postronde,
)
from samenhang.schemes.schuldhulp.models.rechtbank import (
    Besluitafschrift,
    Rechtbankbundel,
    Rechtbankverzoek,
    Weigering,
)
from samenhang.schemes.schuldhulp.models.schulden import (
    Schuld,
    Schuldeiser,
    Schuldeiserpaar,
)
from samenhang.schemes.schuldhulp.models.sparen import (
    Hercontrole,
    Spaarregeling,
    Uitdeling,
)
from samenhang.schemes.schuldhulp.models.voorstel import (
    Rekensom,
    Voorstel,
)

__all__ = [
    "Aanbod",
    "Beschikking",
    "Besluitafschrift",
    "Betaalbestand",
    "Betaaluitstel",
    "Betaling",
    "Bezwaarafschrift",
    "Bezwaarschrift",
    "Borg",
    "EerdereWaarde",
    "Hercontrole",
    "Herzieningsregel",
    "Huishouden",
    "Hulpvraag",
    "Inkomen",
    "Knooppuntbericht",
    "Knooppuntinhoud",
    "Knooppuntronde",
    "Krediet",
    "Normherziening",
    "Opgavestuk",
    "Portaalwijzer",
    "Postbrief",
    "Postronde",
    "Rechtbankbundel",
    "Rechtbankverzoek",
    "Rekensom",
    "Schuld",
    "Schuldeiser",
    "Schuldeiserpaar",
    "Spaarregeling",
    "Uitbetaling",
    "Uitdeling",
    "Voorstel",
    "Weigering",
    "Zorgafmelding",
]
