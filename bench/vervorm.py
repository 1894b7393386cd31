"""A set with less in it, or with more errors: `python -m bench.vervorm VAN NAAR geboortedatum contact tikfouten`.

For learning and for trying what the matcher does without a column: `geboortedatum` empties the birth date of half
of the customers of each partner (drawn by the name of the target folder), `contact` every telephone number and
e-mail address. `tikfouten` damages two in five customer records at random, one to four fields each, whoever the
partner is: as those files are of which nobody knows how they came about.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from string import ascii_lowercase, digits

SOORTEN = ("geboortedatum", "contact", "tikfouten")
BESCHADIGD = 0.4
"""The share of customer records that `tikfouten` damages."""

Rij = dict[str, str]


def _tik(lot: Random, tekst: str, tekens: str) -> str:
    """One keystroke wrong: a character more, less, another, or two exchanged."""
    plek = lot.randrange(len(tekst))
    links, hier, rechts = tekst[:plek], tekst[plek], tekst[plek + 1 :]
    ander = lot.choice(tekens)
    return lot.choice(
        (
            links + ander + hier + rechts,
            links + rechts,
            links + ander + rechts,
            links + rechts[:1] + hier + rechts[1:],
        )
    )


def _woord(kolom: str) -> Callable[[Random, Rij], Rij]:
    def fout(lot: Random, rij: Rij) -> Rij:
        tekst = rij.get(kolom, "")
        for _ in range(lot.choice((1, 1, 2))):
            if len(tekst) > 2:
                tekst = _tik(lot, tekst, ascii_lowercase)
        return {kolom: tekst.strip()} if tekst.strip() else {}

    return fout


def _letters(lot: Random, rij: Rij) -> Rij:
    return {"voorletters": f"{lot.choice(ascii_lowercase).upper()}."} if rij.get("voorletters") else {}


def _verwisseld(_lot: Random, rij: Rij) -> Rij:
    voor, achter = rij.get("voornaam", ""), rij["achternaam"]
    return {"voornaam": achter, "achternaam": voor, "voorletters": f"{achter[0]}."} if len(voor) > 2 else {}


def _geboren(lot: Random, rij: Rij) -> Rij:
    """One to three digits wrong, a whole other date, or none."""
    dag = rij.get("geboortedatum", "")
    if not dag:
        return {}
    soort = lot.random()
    if soort < 0.25:
        return {"geboortedatum": ""}
    if soort < 0.4:
        return {"geboortedatum": date.fromordinal(lot.randrange(708_000, 731_000)).isoformat()}
    cijfers = list(dag)
    for _ in range(lot.choice((1, 1, 2, 3))):
        cijfers[lot.choice((2, 3, 5, 6, 8, 9))] = lot.choice(digits)
    try:
        nieuw = date.fromisoformat("".join(cijfers))
    except ValueError:
        return {}
    return {"geboortedatum": nieuw.isoformat()} if nieuw.year < 2008 else {}


def _huisnummer(lot: Random, rij: Rij) -> Rij:
    nieuw = _tik(lot, rij["huisnummer"], digits).lstrip("0")[:4]
    return {"huisnummer": nieuw} if nieuw else {}


def _postcode(lot: Random, rij: Rij) -> Rij:
    code = rij["postcode"].replace(" ", "")
    plek = lot.randrange(1, 4)
    if lot.random() < 0.2:
        nieuw = code[:4] + "".join(lot.choice("ABCDEGHJKLMNPRTVWXZ") for _ in range(2))
    elif lot.random() < 0.5 and plek < 3:
        nieuw = code[:plek] + code[plek + 1] + code[plek] + code[plek + 2 :]
    else:
        nieuw = code[:plek] + lot.choice(digits) + code[plek + 1 :]
    return {"postcode": nieuw}


def _zonder_contact(_lot: Random, _rij: Rij) -> Rij:
    return {"telefoon": "", "email": ""}


FOUTEN: tuple[Callable[[Random, Rij], Rij], ...] = (
    _woord("achternaam"), _woord("voornaam"), _woord("straat"), _letters, _verwisseld, _geboren, _geboren, _huisnummer, _postcode, _zonder_contact,
)  # fmt: skip


def _fouten(lot: Random, rij: Rij) -> Rij:
    """What is written wrongly of one customer record: the fields that change."""
    anders: Rij = {}
    if lot.random() < BESCHADIGD:
        for _ in range(lot.choice((1, 1, 2, 3, 4))):
            anders |= lot.choice(FOUTEN)(lot, rij | anders)
    return anders


def vervorm(van: Path, naar: Path, soorten: set[str]) -> None:
    """Copy `leveringen/` and `waarheid.csv` of a set with columns emptied and errors made."""
    lot, zonder, fout = Random(naar.name), dict[tuple[str, ...], bool](), dict[tuple[str, ...], Rij]()
    (naar / "leveringen").mkdir(parents=True)
    (naar / "waarheid.csv").write_bytes((van / "waarheid.csv").read_bytes())
    for bestand in sorted((van / "leveringen").glob("*.csv")):
        with bestand.open(encoding="utf-8", newline="") as bron:
            lezer = csv.DictReader(bron, delimiter=";")
            rijen = list(lezer)
            kolommen = lezer.fieldnames or []
        for rij in rijen:
            wie = rij.get("klantnummer") or "|".join((rij["achternaam"], rij["postcode"], rij["huisnummer"]))
            klant = (rij["partner"], wie)
            if "geboortedatum" in soorten and zonder.setdefault(klant, lot.random() < 0.5):
                rij["geboortedatum"] = ""
            if "contact" in soorten:
                rij |= {"telefoon": "", "email": ""}
            if "tikfouten" in soorten:
                if klant not in fout:
                    fout[klant] = _fouten(lot, rij)
                rij |= fout[klant]
        with (naar / "leveringen" / bestand.name).open("w", encoding="utf-8", newline="") as doel:
            schrijver = csv.DictWriter(
                doel, kolommen, extrasaction="ignore", delimiter=";", lineterminator="\n"
            )
            schrijver.writeheader()
            schrijver.writerows(rijen)


if __name__ == "__main__":
    if len(sys.argv) < 4 or not set(sys.argv[3:]) <= set(SOORTEN):
        sys.exit(__doc__)
    vervorm(Path(sys.argv[1]), Path(sys.argv[2]), set(sys.argv[3:]))
