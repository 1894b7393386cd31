"""What of the category tables of this scheme leaves it, column by column."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.rechten.models import Bezwaar, Informering, Uitstel
from samenhang.kernel.toegang.uitgave import uitgave
from samenhang.schemes.wams.models import Afspraak, Bevinding, Doel, Melding

MELDING: Final = uitgave(Melding, "melder_soort", "melder", "hoe", "tekst", "melder_bericht_op")
BEVINDING: Final = uitgave(
    Bevinding, "samenhang", "problemen", "onderbouwing", "binnen_termijn", "te_laat_omdat"
)
INFORMERING: Final = uitgave(Informering, "op", "hoe")
UITSTEL: Final = uitgave(Uitstel, "tot", "reden", "geeindigd", "einde")
DOEL: Final = uitgave(Doel, "id", "doel", "oordeel", persoon="persoon_id")
AFSPRAAK: Final = uitgave(Afspraak, "id", "zin", "wie", "uiterlijk", "gelezen_op", "klaar", doel="doel_id")
BEZWAAR: Final = uitgave(Bezwaar, "datum", "toelichting", "beslist_op", "toegewezen", "motivering")
