"""Who lives together, and when the files themselves say that there are no twins."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from samenhang.kernel.basis import Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import laad_beleid, lees
from samenhang.schemes.vroegsignalering.koppelen.huishoudens import voeg_huizen_samen
from samenhang.schemes.vroegsignalering.koppelen.model import Regel
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer
from tests.bouw import rij
from tests.schemes.vroegsignalering.test_bestand import DAG
from tests.schemes.vroegsignalering.test_koppelen import HUUR, bestanden, gekoppeld


def test_wie_bij_twee_huishoudens_lijkt_te_wonen_maakt_er_niet_een_van() -> None:
    """2 was seen with 1 and with 3; 1 and 3 never at one unit."""
    huizen = voeg_huizen_samen({(1, 2): 300, (2, 3): 90}, 0)
    assert huizen.van(1) == huizen.van(2) != huizen.van(3)
    assert voeg_huizen_samen({(1, 2): 300, (2, 3): 290, (1, 3): 20}, 0).van(3) == 1


def test_de_volgorde_van_de_paren_verandert_geen_huishouden() -> None:
    som = {(1, 2): 120, (2, 3): 120, (3, 4): 120, (1, 4): -300}
    andersom = dict(reversed(som.items()))
    assert voeg_huizen_samen(som, 0).leden() == voeg_huizen_samen(andersom, 0).leden()


def test_een_voorbehoud_houdt_op_bij_zijn_som() -> None:
    regel = Regel("r", Tekst("", ""), {"naam": ("anders",)}, tot=300)
    assert regel.geldt({"naam": "anders"}, 299)
    assert not regel.geldt({"naam": "anders"}, 300)
    assert not regel.geldt({"naam": "gelijk"}, 0)


def _zonder_tweelingen(map_: Path, *rijen: dict[str, str]) -> bool:
    verbinding = duckdb.connect()
    paden = bestanden(map_, *rijen)
    gelezen = lees(verbinding, paden, beleid=laad_beleid(DAG), peildatum=DAG, kalender=standaardkalender())
    assert gelezen.geaccepteerd == len(rijen)
    normaliseer(verbinding)
    (uit,) = verbinding.execute("SELECT zonder_tweelingen FROM stand").fetchone() or (None,)
    assert isinstance(uit, bool)
    return uit


def _paar(n: int, partner: dict[str, str], voornaam: str) -> dict[str, str]:
    eigen = {"voorletters": "", "voornaam": voornaam, "geboortedatum": f"19{50 + n % 40}-03-0{2 + n % 7}"}
    vast = {"huisnummer": str(n + 1), "telefoon": "", "klantnummer": f"K{n}{voornaam}"}
    return rij(2 * n + (voornaam == "Karel"), **partner, **eigen, **vast)


@pytest.mark.parametrize("tweeling_bij_een_partner", [False, True])
def test_de_bestanden_zeggen_of_er_tweelingen_zijn(tmp_path: Path, tweeling_bij_een_partner: bool) -> None:
    """Seventy homes where one birth date and surname meet two initials at two partners: if one partner knows
    not a single such home by itself they are typing errors; if it knows some, they may be twins."""
    rijen = [r for n in range(70) for r in (_paar(n, {}, "Joris"), _paar(n, HUUR, "Karel"))]
    if tweeling_bij_een_partner:
        rijen += [r for n in range(70, 76) for r in (_paar(n, HUUR, "Joris"), _paar(n, HUUR, "Karel"))]
    assert _zonder_tweelingen(tmp_path, *rijen) is not tweeling_bij_een_partner
    wie, _ = gekoppeld(tmp_path, *rijen)
    assert (wie["E-0"][0] != wie["E-1"][0]) is tweeling_bij_een_partner


def test_een_handvol_rijen_zegt_niets_over_tweelingen(tmp_path: Path) -> None:
    assert not _zonder_tweelingen(tmp_path, _paar(1, {}, "Joris"), _paar(1, HUUR, "Karel"))


def test_toevoegingen_in_elke_schrijfwijze_zijn_een_woning(tmp_path: Path) -> None:
    wie, _ = gekoppeld(
        tmp_path,
        rij(1, toevoeging="li", geboortedatum="", telefoon="", voorletters="A.B."),
        rij(2, **HUUR, toevoeging="", huisletter="L", geboortedatum="", telefoon="", voorletters="A.B."),
    )
    assert wie["E-1"] == wie["E-2"]
