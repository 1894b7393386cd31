"""The numbers by which organisations are known, checked with their check digits and against each other. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

OIN_REGISTERS: dict[str, tuple[str, Tekst]] = {
    "00000001": (r"[0-9]{9}000", Tekst("RSIN", "RSIN")),
    "00000002": (r"[0-9]{9}000", Tekst("fiscaal nummer", "tax number")),
    "00000003": (r"[0-9]{8}0000", Tekst("KvK-nummer", "trade register number")),
    "00000004": (r"[0-9]{9}000", Tekst("subnummer", "sub-number")),
    "00000006": (r"[0-9]{9}000", Tekst("hoofdnummer van Logius", "main number of Logius")),
    "00000007": (r"[0-9A-Z]{9}000|[0-9A-Z]{8}0000", Tekst("BRIN", "BRIN")),
    "00000008": (r"[0-9A-Z]{9}000|[0-9A-Z]{8}0000", Tekst("buitenlands nummer", "foreign number")),
    "00000009": (r"[0-9A-Z]{9}000|[0-9A-Z]{8}0000", Tekst("zorgaanbieder", "care provider")),
    "00000010": (r"[0-9]{9}000|[0-9]{8}0000", Tekst("TRR-nummer", "TRR number")),
    "00000011": (r"[0-9A-Z]{9}000|[0-9A-Z]{8}0000", Tekst("zorgverzekeraar", "health insurer")),
    "00000099": (r"[0-9]{12}", Tekst("test", "test")),
}
"""The registers an OIN can come from, by its first eight digits, with the form of the rest.

Source: Logius, OIN-stelsel, data architecture: prefix, number of 8 or 9 positions, suffix 0000 or 000.
"""

TOOI = "https://identifier.overheid.nl/tooi/id/"


def elfproef(nummer: str) -> bool:
    """The eleven-test of BSN and RSIN: weights 9 down to 2, the last digit -1, sum divisible by 11."""
    if not re.fullmatch(r"[0-9]{9}", nummer) or nummer == "000000000":
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(cijfer) * gewicht for cijfer, gewicht in zip(nummer, gewichten, strict=True)) % 11 == 0


def controleer_nummers(
    *,
    soort: str = "",
    kvk: str | None = None,
    oin: str | None = None,
    rsin: str | None = None,
    tooi: str | None = None,
    gemeentecode: str | None = None,
) -> None:
    """Check what is given, each number by itself and against the others; raises `Geweigerd` naming every fault."""
    fouten = (
        *_los("kvk", kvk, _kvk_goed, "een KvK-nummer: 8 cijfers", "a trade register number: 8 digits"),
        *_los(
            "rsin",
            rsin,
            elfproef,
            "een RSIN: 9 cijfers die aan de elfproef voldoen",
            "an RSIN: 9 digits that pass the eleven-test",
        ),
        *_los(
            "gemeentecode",
            gemeentecode,
            _gemeentecode_goed,
            "een gemeentecode: 4 cijfers van het CBS",
            "a municipality code: 4 digits of Statistics Netherlands",
        ),
        *_oin(oin, kvk=kvk, rsin=rsin),
        *_tooi(tooi, soort=soort, gemeentecode=gemeentecode),
        *_gemeente(soort, gemeentecode),
    )
    if fouten:
        raise Geweigerd("nummer_onjuist", fouten[0].tekst, fouten=fouten)


def _kvk_goed(waarde: str) -> bool:
    return re.fullmatch(r"[0-9]{8}", waarde) is not None and waarde != "00000000"


def _gemeentecode_goed(waarde: str) -> bool:
    return re.fullmatch(r"[0-9]{4}", waarde) is not None and waarde != "0000"


def _fout(veld: str, nl: str, en: str) -> Fout:
    return Fout("nummer_onjuist", Tekst(nl, en), Plaats(kolom=veld))


def _los(veld: str, waarde: str | None, goed: Callable[[str], bool], nl: str, en: str) -> Iterator[Fout]:
    if waarde is not None and not goed(waarde):
        yield _fout(
            veld,
            f"{veld}: {waarde} is niet {nl}. Verbeter het nummer of laat het leeg.",
            f"{veld}: {waarde} is not {en}. Correct the number or leave it empty.",
        )


def _oin(oin: str | None, *, kvk: str | None, rsin: str | None) -> Iterator[Fout]:
    if oin is None:
        return
    register = OIN_REGISTERS.get(oin[:8])
    if len(oin) != 20 or register is None or not re.fullmatch(register[0], oin[8:]):
        yield _fout(
            "oin",
            f"oin: {oin} is geen OIN: 20 tekens, die beginnen met het nummer van een OIN-register "
            "(bijvoorbeeld 00000001 met een RSIN en 000, of 00000003 met een KvK-nummer en 0000).",
            f"oin: {oin} is not an OIN: 20 characters that begin with the number of an OIN register "
            "(such as 00000001 with an RSIN and 000, or 00000003 with a trade register number and 0000).",
        )
        return
    if oin.startswith("00000001"):
        if not elfproef(oin[8:17]):
            yield _fout(
                "oin",
                f"oin: het RSIN in {oin} voldoet niet aan de elfproef. Controleer positie 9 tot en met 17.",
                f"oin: the RSIN inside {oin} fails the eleven-test. Check positions 9 to 17.",
            )
        elif rsin is not None and rsin != oin[8:17]:
            yield _fout(
                "oin",
                f"oin: {oin} hoort bij RSIN {oin[8:17]}, niet bij {rsin}. Verbeter een van beide.",
                f"oin: {oin} belongs to RSIN {oin[8:17]}, not to {rsin}. Correct one of them.",
            )
    if oin.startswith("00000003") and kvk is not None and kvk != oin[8:16]:
        yield _fout(
            "oin",
            f"oin: {oin} hoort bij KvK-nummer {oin[8:16]}, niet bij {kvk}. Verbeter een van beide.",
            f"oin: {oin} belongs to trade register number {oin[8:16]}, not to {kvk}. Correct one of them.",
        )


def _tooi(tooi: str | None, *, soort: str, gemeentecode: str | None) -> Iterator[Fout]:
    if tooi is None:
        return
    if not re.fullmatch(re.escape(TOOI) + r"[a-z]+/[a-z]+[0-9]{2,6}", tooi):
        yield _fout(
            "tooi",
            f"tooi: {tooi} is geen TOOI-adres. Het begint met {TOOI}, bijvoorbeeld {TOOI}gemeente/gm0373.",
            f"tooi: {tooi} is not a TOOI address. It begins with {TOOI}, such as {TOOI}gemeente/gm0373.",
        )
    elif soort == "gemeente" and gemeentecode and tooi != f"{TOOI}gemeente/gm{gemeentecode}":
        yield _fout(
            "tooi",
            f"tooi: {tooi} hoort niet bij gemeentecode {gemeentecode}. Verwacht: {TOOI}gemeente/gm{gemeentecode}.",
            f"tooi: {tooi} does not belong to municipality code {gemeentecode}. Expected: {TOOI}gemeente/gm{gemeentecode}.",
        )


def _gemeente(soort: str, gemeentecode: str | None) -> Iterator[Fout]:
    if soort == "gemeente" and gemeentecode is None:
        yield _fout(
            "gemeentecode",
            "gemeentecode: een gemeente heeft een gemeentecode, want namen komen dubbel voor. Vul 4 cijfers in.",
            "gemeentecode: a municipality has a code, because names occur twice. Give 4 digits.",
        )
    elif soort and soort != "gemeente" and gemeentecode is not None:
        yield _fout(
            "gemeentecode",
            "gemeentecode: alleen een gemeente heeft een gemeentecode. Laat het veld leeg.",
            "gemeentecode: only a municipality has a municipality code. Leave the field empty.",
        )
