"""Duties that a decision starts: which, and by which day. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.kernel.termijnen import Eenheid, TermijnRegel, bereken
from samenhang.kernel.toegang.besluit import dag_van

TWEEDE_LEZER: Final = "tweede_lezer"

KERNPLICHTEN: Final[dict[str, TermijnRegel]] = {
    rij.naam: rij
    for rij in (
        TermijnRegel(
            "meld_fg", Tekst("Meld het noodgebruik bij de FG", "Report the emergency use to the data protection officer"),
            "AVG art. 39 lid 1 onder b; beleid", 1, Eenheid.UREN, vanaf="noodgebruik", atw=False, status="beleid",
            gevolg=Tekst("De FG kan niet ingrijpen zolang het nog helpt.", "The officer cannot step in while it still helps."),
        ),
        TermijnRegel(
            "toets_nood", Tekst("Toets achteraf of de nood er was", "Review afterwards whether there was an emergency"),
            "beleid, twee werkdagen na het gebruik", 2, Eenheid.WERKDAGEN, vanaf="noodgebruik", status="beleid", wie="fg",
            gevolg=Tekst("Onterecht gebruik blijft ongezien.", "Use without reason goes unseen."),
        ),
        TermijnRegel(
            "vertel_inwoner", Tekst("Vertel de inwoner van het gebruik", "Tell the resident of the use"),
            "AVG art. 14 lid 3 onder c", 1, Eenheid.MAANDEN, vanaf="verstrekking", status="ongeverifieerd",
            gevolg=Tekst("De inwoner weet niet wat er over hem is gedeeld.", "The resident does not know what was shared about him."),
        ),
    )
}  # fmt: skip
"""Duties that belong to no scheme: a legal basis names them in `volgt`."""


@dataclass(frozen=True, slots=True)
class Verplichting:
    """A duty with the last day or moment to do it; None when it has no date, as asking a second reader."""

    naam: str
    titel: Tekst
    artikel: str
    uiterlijk: date | datetime | None


def verplichtingen(
    namen: Iterable[str], termijnen: Mapping[str, TermijnRegel], kalender: Kalender, nu: datetime
) -> tuple[Verplichting, ...]:
    """The duties of a decision with their dates, counted from now; `termijnen` are the terms of the scheme.

    The earliest stands first, a duty without a date last. Raises `KeyError` for a name that neither has.
    """
    uit = []
    for naam in namen:
        if naam == TWEEDE_LEZER:
            vraag = Tekst("Vraag een collega om mee te lezen", "Ask a colleague to read along")
            uit.append(Verplichting(naam, vraag, "", None))
            continue
        regel = termijnen[naam] if naam in termijnen else KERNPLICHTEN[naam]
        start = nu if regel.eenheid is Eenheid.UREN else dag_van(nu)
        uit.append(Verplichting(naam, regel.titel, regel.artikel, bereken(regel, start, kalender).einde))
    return tuple(sorted(uit, key=lambda rij: (rij.uiterlijk is None, str(rij.uiterlijk), rij.naam)))
