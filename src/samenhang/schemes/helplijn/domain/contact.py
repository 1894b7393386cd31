"""What a contact may hold, and what is refused before anything is stored. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.helplijn.domain.lijsten import DREIGINGEN, GEMEENTE, KANALEN, UITGANGEN

TERUG: Final = timedelta(days=31)
"""How long ago someone may have asked: who calls now about something older asks again."""
HOOGSTENS: Final = 5
"""Reasons of one contact: more says nothing."""


@dataclass(frozen=True, slots=True)
class Contactinvoer:
    """One contact, without anything of the caller.

    `postcode` is the four digits that the caller gave, or nothing; it is used to find the municipality and is gone
    after that. `gemeente` is the code of the municipality, when the digits lie in more than one or it is known
    otherwise. `gevraagd` is when the caller asked for help, when that was before this talk.
    """

    kanaal: str
    redenen: tuple[str, ...]
    uitgang: str
    postcode: str = ""
    gemeente: str = ""
    dreigingen: tuple[str, ...] = ()
    gevraagd: datetime | None = None


def controleer(invoer: Contactinvoer, redenen: Collection[str], nu: datetime) -> None:
    """Raise `Geweigerd` with everything that is wrong, each with its field and what to do."""
    fouten = tuple(_fouten(invoer, redenen, nu))
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=fouten)


def _fouten(invoer: Contactinvoer, redenen: Collection[str], nu: datetime) -> Iterator[Fout]:
    yield from _keuze("kanaal", (invoer.kanaal,), KANALEN)
    yield from _keuze("uitgang", (invoer.uitgang,), UITGANGEN)
    yield from _keuze("dreigingen", invoer.dreigingen, DREIGINGEN)
    yield from _keuze("redenen", invoer.redenen, redenen)
    if not invoer.redenen:
        yield fout("redenen", "geen_reden", "Kies minstens één reden.", "Choose at least one reason.")
    if len(invoer.redenen) > HOOGSTENS:
        yield fout("redenen", "te_veel_redenen", f"Kies hoogstens {HOOGSTENS} redenen: waar het vooral om gaat.", f"Choose at most {HOOGSTENS} reasons: what it is mainly about.")  # fmt: skip
    if invoer.dreigingen and invoer.uitgang == "zelf":
        yield fout(
            "uitgang", "dreiging_zonder_hulp",
            "Er dreigt iets: verwijs naar iemand die nu kan helpen. Zonder hulp is zelf aan de slag geen uitgang.",
            "Something threatens: refer to someone who can help now. Self-help is then no way on.",
        )  # fmt: skip
    yield from _moment(invoer, nu)


def _moment(invoer: Contactinvoer, nu: datetime) -> Iterator[Fout]:
    if invoer.gevraagd is None:
        return
    if invoer.gevraagd.tzinfo is None:
        yield fout("gevraagd", "moment_zonder_zone", "Geef het moment met een tijdzone.", "Give the moment with a time zone.")  # fmt: skip
    elif invoer.gevraagd > nu:
        yield fout("gevraagd", "moment_in_toekomst", "Dit moment moet nog komen. Laat het leeg als de beller nu om hulp vraagt.", "This moment has yet to come. Leave it empty when the caller asks for help now.")  # fmt: skip
    elif invoer.gevraagd < nu - TERUG:
        yield fout("gevraagd", "moment_te_oud", f"Dit is meer dan {TERUG.days} dagen geleden. Laat het leeg: de beller vraagt nu opnieuw.", f"This is more than {TERUG.days} days ago. Leave it empty: the caller asks again now.")  # fmt: skip


def _keuze(
    veld: str, waarden: tuple[str, ...], mogelijk: Collection[str] | Mapping[str, Tekst]
) -> Iterator[Fout]:
    for waarde in waarden:
        if waarde not in mogelijk:
            er_is = ", ".join(mogelijk)
            yield fout(veld, "keuze_onjuist", f'"{waarde[:40]}" kan hier niet. Kies uit: {er_is}.', f'"{waarde[:40]}" is not possible here. Choose from: {er_is}.')  # fmt: skip
    if len(set(waarden)) < len(waarden):
        yield fout(veld, "dubbel", "Iets staat er twee keer. Noem alles één keer.", "Something stands there twice. Name each once.")  # fmt: skip


def fout(veld: str, code: str, nl: str, en: str) -> Fout:
    """One thing that is wrong at a field."""
    return Fout(code, Tekst(nl, en), Plaats(kolom=veld))


def weiger(veld: str, code: str, nl: str, en: str, status: int = 400) -> Geweigerd:
    """A refusal at a field of the input."""
    een = fout(veld, code, nl, en)
    return Geweigerd(code, een.tekst, fouten=(een,), status=status)


def naar_gemeente(uitgang: str) -> bool:
    """Whether the caller goes on to the municipality, for which a hand-over can be offered."""
    return uitgang == GEMEENTE
