"""A set with less in it: `python -m bench.vervorm VAN NAAR geboortedatum contact`.

For learning and for trying what the matcher does without a column: `geboortedatum` empties the birth date of half
of the customers of each partner (drawn by the name of the target folder), `contact` every telephone number and
e-mail address.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from random import Random

SOORTEN = ("geboortedatum", "contact")


def vervorm(van: Path, naar: Path, soorten: set[str]) -> None:
    """Copy `leveringen/` and `waarheid.csv` of a set with columns emptied."""
    lot, zonder = Random(naar.name), dict[tuple[str, ...], bool]()
    (naar / "leveringen").mkdir(parents=True)
    (naar / "waarheid.csv").write_bytes((van / "waarheid.csv").read_bytes())
    for bestand in sorted((van / "leveringen").glob("*.csv")):
        with bestand.open(encoding="utf-8", newline="") as bron:
            lezer = csv.DictReader(bron, delimiter=";")
            rijen = list(lezer)
            kolommen = lezer.fieldnames or []
        for rij in rijen:
            wie = rij.get("klantnummer") or "|".join((rij["achternaam"], rij["postcode"], rij["huisnummer"]))
            if "geboortedatum" in soorten and zonder.setdefault((rij["partner"], wie), lot.random() < 0.5):
                rij["geboortedatum"] = ""
            if "contact" in soorten:
                rij |= {"telefoon": "", "email": ""}
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
