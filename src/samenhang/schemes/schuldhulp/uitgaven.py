"""What of the category tables of this scheme leaves it, column by column."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.toegang.uitgave import uitgave
from samenhang.schemes.schuldhulp.models import (
    Aanbod,
    Beschikking,
    Bezwaarschrift,
    Hulpvraag,
    Opgavestuk,
    Weigering,
)

BESCHIKKING: Final = uitgave(Beschikking, "soort", "motivering", "plan", "bekendgemaakt_op", "bezwaar_tot")
BEZWAARBESLUIT: Final = uitgave(Beschikking, "id", "soort", "motivering", "bekendgemaakt_op", "bezwaar_tot")
BEZWAARSCHRIFT: Final = uitgave(
    Bezwaarschrift, "id", "besluit", "besluit_soort", "via", "ontvangen_op", "verzonden_op", "gronden", "commissie", "verdaagd_om", "uitstel_tot", "uiterlijk", "ontbreekt",
    "hoorzitting_op", "hoorzitting_om", "hoorzitting_waar", "uitgenodigd_op", "horen", "verslag", "in_gebreke_op", "uitkomst", "motivering", "kosten", "besloten_op", "beroep_tot", "ingetrokken_op",
)  # fmt: skip
"""Beside these the penalty, and which letters there are."""
HULPVRAAG: Final = uitgave(Hulpvraag, "bron", "bronnummer", "gevraagd_op", "gesprek_op", "wens", "brieftaal")
"""Beside these the threats, a list."""
AANBOD: Final = uitgave(
    Aanbod, "id", "zaaknummer", "naam", "kenmerk", "rang", "regeling", "percentage", "verstuurd_op", "uiterlijk", "antwoord", "antwoord_op", "vervallen"
)  # fmt: skip
OPGAVESTUK: Final = uitgave(Opgavestuk, "id", "bestandsnaam", "soort", "grootte", "som")
WEIGERING: Final = uitgave(Weigering, "reden", "toelichting", "op")
"""Beside these the name of the creditor."""
