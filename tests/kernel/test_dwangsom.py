"""What missing a decision term costs (Awb 4:17), and norms that are never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.normen import NormOntbreekt, dwangsom_na, gevolg, laad_normen, norm
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.termijnen import Eenheid, TermijnRegel

BESLUIT = TermijnRegel(
    "besluit", Tekst("Besluit", "Decision"), "Awb 4:13", 8, Eenheid.WEKEN, "aanvraag", dwangsom=True, gevolg=Tekst("Dwangsom.", "Penalty.")
)  # fmt: skip
EINDE = date(2025, 3, 3)


@pytest.mark.parametrize(
    ("dagen", "centen"),
    [
        (0, 0),
        (1, 2_300),
        (14, 32_200),
        (15, 35_700),
        (28, 81_200),
        (29, 85_700),
        (42, 144_200),
        (60, 144_200),
    ],
)
def test_de_bedragen_per_dag(dagen: int, centen: int) -> None:
    assert dwangsom_na(dagen, date(2025, 1, 1)) == Bedrag(centen)


@pytest.mark.parametrize(
    ("ingebreke", "vandaag", "dagen"),
    [
        (date(2025, 3, 10), date(2025, 3, 23), 0),
        (date(2025, 3, 10), date(2025, 3, 24), 1),
        (date(2025, 3, 10), date(2025, 5, 4), 42),
        (date(2025, 3, 10), date(2026, 5, 4), 42),
        (date(2025, 2, 1), date(2025, 3, 16), 0),
        (date(2025, 2, 1), date(2025, 3, 17), 1),
    ],
)
def test_de_eerste_dag_is_twee_weken_na_het_laatste_van_einde_en_ingebrekestelling(
    ingebreke: date, vandaag: date, dagen: int
) -> None:
    uit = gevolg(BESLUIT, EINDE, vandaag, ingebreke)
    assert uit.verschuldigd == dwangsom_na(dagen, ingebreke)
    assert uit.hoogstens == Bedrag(144_200)
    assert uit.eerste_dag == max(EINDE, ingebreke) + timedelta(days=14)


def test_zonder_ingebrekestelling_loopt_er_niets_maar_staat_er_wat_het_kan_worden() -> None:
    uit = gevolg(BESLUIT, EINDE, date(2025, 12, 1))
    assert (uit.verschuldigd, uit.hoogstens, uit.eerste_dag) == (Bedrag(0), Bedrag(144_200), None)


def test_bedragen_die_niet_zijn_nagelezen_staan_zo_vermeld() -> None:
    assert gevolg(BESLUIT, EINDE, date(2025, 6, 1), date(2025, 4, 1)).status == "bevestigd"
    assert gevolg(BESLUIT, date(2026, 3, 1), date(2026, 6, 1), date(2026, 4, 1)).status == "ongeverifieerd"


def test_een_termijn_zonder_dwangsom_heeft_alleen_een_gevolg() -> None:
    uit = gevolg(replace(BESLUIT, dwangsom=False), EINDE, EINDE)
    assert uit.tekst == Tekst("Dwangsom.", "Penalty.")
    assert uit.hoogstens is None


def test_elke_termijn_van_een_scheme_noemt_wat_missen_betekent() -> None:
    zonder = [
        regel.naam
        for scheme in geinstalleerde_schemes().values()
        for regel in scheme.termijnen
        if not regel.gevolg.nl
    ]
    assert zonder == []


@pytest.mark.parametrize(
    ("naam", "dag"), [("dwangsom.dagbedrag.dag_1_14", date(2018, 12, 31)), ("bestaat.niet", date(2025, 1, 1))]
)
def test_een_norm_die_ontbreekt_wordt_niet_geraden(naam: str, dag: date) -> None:
    with pytest.raises(NormOntbreekt) as fout:
        norm(naam, dag)
    assert fout.value.naam == naam
    assert naam in fout.value.tekst.en


def test_een_norm_draagt_bron_en_status() -> None:
    gevonden = norm("dwangsom.dagbedrag.dag_1_14", date(2025, 12, 31))
    assert (gevonden.waarde, gevonden.bron, gevonden.status) == ("23.00", "Awb 4:17 lid 2", "bevestigd")


@pytest.mark.parametrize(
    ("regels", "fout"),
    [
        ('waarde = "1"\nbron = "x"\nstatus = "misschien"', "status"),
        ('waarde = "een"\nbron = "x"\nstatus = "beleid"', "geen getal"),
        ('waarde = "1"\nbron = ""\nstatus = "beleid"', "geen bron"),
        ('waarde = "1"\nbron = "x"\nstatus = "beleid"\nextra = 1', "onbekend veld"),
    ],
)
def test_een_normbestand_met_een_fout_wordt_geweigerd(tmp_path: Path, regels: str, fout: str) -> None:
    (tmp_path / "n.toml").write_text(f'[[norm]]\nnaam = "a"\nvanaf = 2025-01-01\n{regels}\n')
    with pytest.raises(ValueError, match=fout):
        laad_normen(tmp_path)


def test_overlappende_normen_worden_geweigerd(tmp_path: Path) -> None:
    rij = '[[norm]]\nnaam = "a"\nvanaf = {}\nwaarde = "1"\nbron = "x"\nstatus = "beleid"\n'
    (tmp_path / "n.toml").write_text(rij.format("2025-01-01") + rij.format("2026-01-01"))
    with pytest.raises(ValueError, match="overlappen"):
        laad_normen(tmp_path)
