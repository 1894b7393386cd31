"""When two names of creditors look alike enough to ask a person. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

_RECHTSVORMEN: Final = frozenset(
    (
        "bv",
        "nv",
        "vof",
        "cv",
        "stichting",
        "st",
        "cooperatie",
        "ua",
        "holding",
        "nederland",
        "groep",
        "de",
        "het",
    )
)
_KORTSTE = 4


def zoeknaam(naam: str) -> str:
    """A name without accents, case, punctuation, legal form and order of its words; the bare name when nothing is left."""
    kaal = unicodedata.normalize("NFKD", naam.casefold()).encode("ascii", "ignore").decode()
    kaal = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", kaal)  # "b.v." is one word
    woorden = re.findall(r"[a-z0-9]+", kaal)
    over = [woord for woord in woorden if woord not in _RECHTSVORMEN]
    return " ".join(sorted(over or woorden))[:200]


def lijken(namen: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Pairs of (id, search name, KvK number) that may be one creditor, with why: "kvk", "naam" or "schrijfwijze".

    Two different KvK numbers are two creditors, whatever their names. A name is compared with those that differ from
    it by one letter put in, left out or changed, and share a word or a beginning with it.
    """
    rijen = list(namen)
    bakken: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for rij in rijen:
        _, naam, kvk = rij
        if kvk:
            bakken[("kvk", kvk)].append(rij)
        bakken[("naam", naam)].append(rij)
        plat = naam.replace(" ", "")
        if len(plat) >= _KORTSTE:
            for plek in range(len(plat)):
                bakken[("zonder", plat[:plek] + plat[plek + 1 :])].append(rij)
            bakken[("zonder", plat)].append(rij)
    gezien: set[tuple[str, str]] = set()
    for (waarom, _), bak in bakken.items():
        for nummer, een in enumerate(bak):
            for ander in bak[nummer + 1 :]:
                paar = (min(een[0], ander[0]), max(een[0], ander[0]))
                verschilt = een[2] and ander[2] and een[2] != ander[2]
                if paar[0] == paar[1] or paar in gezien or verschilt:
                    continue
                gezien.add(paar)
                yield (*paar, "schrijfwijze" if waarom == "zonder" else waarom)
