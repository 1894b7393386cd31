"""What of the category tables of this scheme leaves it, column by column."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.rechten.models import Informering, Toestemming, Uitstel
from samenhang.kernel.toegang.uitgave import uitgave
from samenhang.schemes.vroegsignalering.models import Aanbod, Contactpoging, Schrijfwijze, Twijfelpaar

NAAM: Final = uitgave(
    Schrijfwijze,  # type: ignore[type-abstract]  # of both tables that write a name
    "voorletters", "voornaam", "tussenvoegsel", "achternaam", "geboortedatum", "straat", "huisnummer",
    "postcode", "woonplaats",
)  # fmt: skip
"""How someone was written, for who judges a pair."""
OORDEEL: Final = uitgave(Twijfelpaar, "id", "oordeel", "door", "moment")
POGING: Final = uitgave(Contactpoging, "soort", "datum", "dagdeel")
"""An earlier attempt, for who goes to the door."""
AANBOD: Final = uitgave(Aanbod, "datum", "kanaal", "aanvaard_op", "dreiging")
TOESTEMMING: Final = uitgave(
    Toestemming, "over", "doel", "aan", "antwoord", "door", "door_wie", "hoe", "tekstversie", "moment", "tot",
    "bewijs", "bewijs_op", "ingetrokken", persoon="persoon_id",
)  # fmt: skip
INFORMERING: Final = uitgave(Informering, "waarover", "op", "hoe", "tekstversie", persoon="persoon_id")
UITSTEL: Final = uitgave(
    Uitstel, "tot", "grond", "artikel", "reden", "mandaat", "geeindigd", "einde", persoon="persoon_id"
)
