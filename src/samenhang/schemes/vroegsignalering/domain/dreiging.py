"""Whether what a partner reported is a threat in the sense of the law: three working days instead of four weeks. Pure.

The clock starts at acceptance, and the worker asks the resident: this says what the report means, and no more.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from samenhang.kernel.basis import Tekst


class Bedreigend(StrEnum):
    """Yes, no, or a person decides."""

    JA = "ja"
    NEE = "nee"
    MENS = "mens"


_UITLEG: Final = {
    ("", "ontruiming"): (Bedreigend.JA, Tekst("gedwongen ontruiming is een dreiging (Wgs art. 4 lid 2)", "forced eviction is a threat (Wgs art. 4 lid 2)")),
    ("", "afsluiting"): (Bedreigend.JA, Tekst("feitelijke afsluiting is een dreiging (Wgs art. 4 lid 2)", "actual cut-off is a threat (Wgs art. 4 lid 2)")),
    ("zorg", "opzegging"): (Bedreigend.JA, Tekst("het einde van de basisverzekering is een dreiging (Wgs art. 4 lid 2); van de aanvullende niet", "the end of the basic health cover is a threat (Wgs art. 4 lid 2); of the supplementary cover it is not")),
    ("energie", "opzegging"): (Bedreigend.NEE, Tekst("het contract eindigt; afsluiten volgt pas weken later. Nog geen dreiging (uitleg van het ministerie, 2023)", "the contract ends; cut-off follows only weeks later. Not a threat yet (answer of the ministry, 2023)")),
    ("huur", "opzegging"): (Bedreigend.MENS, Tekst("opzegging van de huur: beoordeel zelf of ontruiming dreigt", "notice of the lease: judge yourself whether eviction threatens")),
}  # fmt: skip
_ANDERS: Final = Tekst("beoordeel zelf of de inwoner iets dreigt te verliezen", "judge yourself whether the resident may lose something")  # fmt: skip


def bedreigend(partner_soort: str, dreiging: str) -> tuple[Bedreigend, Tekst] | None:
    """What a reported threat of one kind of partner means, in a sentence; None when none was reported.

    Source: Wgs art. 4(2) [number read, wording recalled]; the ministry's answer of 2023 on ends of supply.
    """
    if dreiging in ("", "geen"):
        return None
    return _UITLEG.get((partner_soort, dreiging)) or _UITLEG.get(("", dreiging)) or (Bedreigend.MENS, _ANDERS)
