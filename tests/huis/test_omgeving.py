"""The settings: the table of the operator is the class that reads them, and the example names only these."""

from __future__ import annotations

import re
from pathlib import Path

from tools.documenten import instellingen, verouderd

from samenhang.config.omgeving import Omgeving

HIER = Path(__file__).resolve().parents[2]


def test_beelden_en_tabellen_in_de_documenten_zijn_bij() -> None:
    assert verouderd() == [], "python -m tools.documenten"


def test_elke_instelling_heeft_uitleg() -> None:
    assert len(instellingen().splitlines()) == len(Omgeving.model_fields) + 2


def test_het_voorbeeld_noemt_alleen_wat_bestaat() -> None:
    bekend = {
        str(veld.validation_alias or f"SAMENHANG_{naam.upper()}")
        for naam, veld in Omgeving.model_fields.items()
    }
    tekst = (HIER / "deploy" / "omgeving.voorbeeld").read_text("utf-8")
    genoemd = set(re.findall(r"^#?([A-Z_]+)=", tekst, re.M))
    assert {"SAMENHANG_ADRES", "SAMENHANG_SLEUTEL", "DATABASE_URL"} <= genoemd
    assert genoemd <= bekend
    overal = re.findall(
        r"\b(SAMENHANG_[A-Z_]+|DATABASE_URL)\b", (HIER / "docs" / "beheer.md").read_text("utf-8")
    )
    assert set(overal) <= bekend
