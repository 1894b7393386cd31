"""Every word of the code stands in the glossary, in order and with its English."""

from __future__ import annotations

from tools.begrippen import GLOSSARIUM, bekend, ontbreekt, woorden


def test_elk_woord_van_de_code_staat_in_de_begrippenlijst() -> None:
    assert ontbreekt() == {}, "zet deze woorden in docs/begrippen.md (python -m tools.begrippen)"


def test_elk_begrip_heeft_engels_en_een_betekenis_en_staat_op_zijn_plaats() -> None:
    for woord, (engels, betekenis) in bekend().items():
        assert engels, woord
        assert betekenis, woord
    regels = [regel for regel in GLOSSARIUM.read_text("utf-8").splitlines() if regel.startswith("| ")][1:]
    assert regels == sorted(regels, key=str.lower)


def test_woorden_van_een_naam() -> None:
    assert woorden("ZaakTermijn") == ["zaak", "termijn"]
    assert woorden("teLaat") == ["te", "laat"]
    assert woorden("AdrAPI") == ["adr", "api"]
    assert woorden("hulp_geaccepteerd") == ["hulp", "geaccepteerd"]
