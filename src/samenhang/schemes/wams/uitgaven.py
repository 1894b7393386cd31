"""What of the category tables of this scheme leaves it, column by column."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.toegang.uitgave import uitgave
from samenhang.schemes.wams.models import Afspraak, Bevinding, Bezwaar, Doel, Informering, Melding

MELDING: Final = uitgave(Melding, "melder_soort", "melder", "hoe", "tekst", "melder_bericht_op")
BEVINDING: Final = uitgave(
    Bevinding, "samenhang", "problemen", "onderbouwing", "binnen_termijn", "te_laat_omdat"
)
INFORMERING: Final = uitgave(Informering, "op", "hoe", "uitgesteld_tot", "reden")
DOEL: Final = uitgave(Doel, "id", "doel", "oordeel", persoon="persoon_id")
AFSPRAAK: Final = uitgave(Afspraak, "id", "zin", "wie", "uiterlijk", "gelezen_op", "klaar", doel="doel_id")
BEZWAAR: Final = uitgave(Bezwaar, "tekst", "beslist_op", "toegewezen", "motivering")
"""Beside these the day on which it was made."""
