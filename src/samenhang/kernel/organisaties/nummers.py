"""The numbers by which organisations are known, checked. Pure."""

from __future__ import annotations

import re

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst


def elfproef(nummer: str) -> bool:
    """The eleven-test of BSN and RSIN: weights 9 down to 2, the last digit -1, sum divisible by 11."""
    if not re.fullmatch(r"[0-9]{9}", nummer) or nummer == "000000000":
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(cijfer) * gewicht for cijfer, gewicht in zip(nummer, gewichten, strict=True)) % 11 == 0


def controleer_nummers(
    *,
    kvk: str | None = None,
    oin: str | None = None,
    rsin: str | None = None,
    gemeentecode: str | None = None,
) -> None:
    """Check what is given; raises `Geweigerd` that names each impossible number and its form."""
    regels = (
        ("kvk", kvk, r"[0-9]{8}", "8 cijfers", "8 digits"),
        ("oin", oin, r"0{8}[0-9]{12}|[0-9]{20}", "20 cijfers", "20 digits"),
        (
            "rsin",
            rsin,
            r"[0-9]{9}",
            "9 cijfers die aan de elfproef voldoen",
            "9 digits that pass the eleven-test",
        ),
        ("gemeentecode", gemeentecode, r"[0-9]{4}", "4 cijfers", "4 digits"),
    )
    fouten = []
    for veld, waarde, patroon, nl, en in regels:
        if waarde is None:
            continue
        goed = re.fullmatch(patroon, waarde) is not None
        if veld == "rsin":
            goed = elfproef(waarde)
        if not goed:
            tekst = Tekst(
                f"{veld}: {waarde} is geen {nl}. Verbeter het nummer.",
                f"{veld}: {waarde} is not {en}. Correct it.",
            )
            fouten.append(Fout("nummer_onjuist", tekst, Plaats(kolom=veld)))
    if fouten:
        raise Geweigerd("nummer_onjuist", fouten[0].tekst, fouten=tuple(fouten))
