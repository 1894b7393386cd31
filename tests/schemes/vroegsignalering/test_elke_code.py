"""The codes that no single row can raise: they need a second row, an earlier delivery, the agreement or the policy.

Together with the tables of `test_codes` and `test_bestand`, and with `test_afspraakgrenzen` (F15), no code is left that nothing raises.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.schemes.vroegsignalering.bestand.codes import CODES, zin
from samenhang.schemes.vroegsignalering.models import Beleidsset, Partnerafspraak
from tests.bouw import KOP, Gemeente, lever, maak_gemeente, rij
from tests.schemes.vroegsignalering.test_codes import PER_BESTAND, PER_RIJ

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
EINDE = {"soort_signaal": "einde_levering", "dreiging": "afsluiting", "datum_dreiging": "2027-01-29"}
ANDER = {"achternaam": "Pietersen", "voorletters": "Z.", "geboortedatum": "1950-03-04"}
INTREKKING = dict.fromkeys(KOP, "") | {
    kolom: rij(8)[kolom] for kolom in ("signaal_id", "partner", "partner_soort", "datum_signaal")
}


@dataclass(frozen=True)
class Geval:
    """What is delivered after `eerder`, under which agreement, and what the code is about; lines and column."""

    rijen: tuple[dict[str, str], ...]
    regels: tuple[int | None, ...]
    kolom: str
    eerder: tuple[dict[str, str], ...] = ()
    afspraak: tuple[tuple[str, Any], ...] = ()
    achtervoegsel: str = ""


GEVALLEN = {
    "R02": Geval((rij(1, bedrag_achterstand="500.00"),), (2,), "signaal_id", eerder=(rij(1),)),
    "R03": Geval((rij(1), rij(2, klantnummer="K1", **ANDER)), (2, 3), "klantnummer"),
    "R30": Geval((rij(1, **EINDE),), (2,), "soort_signaal"),
    "R40": Geval((INTREKKING | {"soort_signaal": "intrekking"},), (2,), "signaal_id"),
    "R44": Geval((rij(1),), (3,), "", achtervoegsel="E-2;99990021;energie\n"),
    "W04": Geval((rij(1), rij(2, klantnummer="K1")), (3,), "bedrag_achterstand"),
    "W20": Geval((rij(1),), (2,), "postcode"),
    "W39": Geval((rij(1, achternaam=" Dijk "),), (None,), ""),
    "W42": Geval((rij(1),), (2,), "klantnummer", afspraak=(("klantnummer_toegestaan", False),)),
}


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


def opdracht(pad: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any], dict[str, Any]]:
    """Deliver by command; exit code, what it says on stdout, what on stderr."""
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "lever-aan", str(pad), "--partner", "Noordlicht", "--json"])
    uit, fout = capsys.readouterr()
    assert isinstance(einde.value.code, int)
    return einde.value.code, json.loads(uit or "{}"), json.loads(fout or "{}")


@pytest.mark.parametrize("code", GEVALLEN)
def test_een_code_die_meer_nodig_heeft_dan_een_rij(
    code: str, gemeente: Gemeente, schrijf: Schrijf, capsys: pytest.CaptureFixture[str]
) -> None:
    geval = GEVALLEN[code]
    if code == "W20":
        Beleidsset.objects.create(
            gemeente=gemeente.organisatie,
            vanaf="2026-01-01",
            drempel_centen=7500,
            regels={"postcodes": ["2900-2999"]},
            vastgesteld_door="college",
            gemaakt=timezone.now(),
        )
    Partnerafspraak.objects.update(**dict(geval.afspraak))
    if geval.eerder:
        lever(gemeente, schrijf(*geval.eerder, naam="eerder.csv"))
    pad = schrijf(*geval.rijen)
    with pad.open("a", encoding="utf-8") as bestand:
        bestand.write(geval.achtervoegsel)
    einde, uit, _ = opdracht(pad, capsys)
    assert einde == 0
    fouten = Aanlevering.objects.get(id=uit["aanlevering"]).fouten.filter(code=code)
    assert sorted(fout.regel or 0 for fout in fouten) == [regel or 0 for regel in geval.regels]
    assert {fout.kolom for fout in fouten} == {geval.kolom}
    assert all(fout.tekst and fout.tekst != fout.text for fout in fouten)
    assert uit["afgekeurd"] == (len(geval.regels) if code.startswith("R") else 0)


def test_dezelfde_inhoud_nog_eens_verandert_niets(
    gemeente: Gemeente, schrijf: Schrijf, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = schrijf(rij(1))
    (_, eerste, _), (einde, tweede, _) = opdracht(pad, capsys), opdracht(pad, capsys)
    assert einde == 0
    assert tweede == eerste | {"geaccepteerd": 0, "dubbel": 1}
    with pytest.raises(SystemExit):
        hoofd(["vroegsignalering", "lever-aan", str(pad), "--partner", "Noordlicht"])
    assert zin("F09", "2026-11-24").nl in capsys.readouterr().out
    assert Aanlevering.objects.count() == 1


def test_een_kolom_buiten_de_afspraak_weigert_het_bestand(
    gemeente: Gemeente, schrijf: Schrijf, capsys: pytest.CaptureFixture[str]
) -> None:
    Partnerafspraak.objects.update(kolommen=[kolom for kolom in KOP if kolom != "telefoon"])
    einde, _, probleem = opdracht(schrijf(rij(1)), capsys)
    assert (einde, probleem["code"], probleem["fouten"][0]["kolom"]) == (2, "F13", "telefoon")


def test_er_is_geen_code_die_niets_oproept() -> None:
    assert set(CODES) == {*PER_RIJ, *PER_BESTAND, *GEVALLEN, "F09", "F13", "F15"}


def test_elke_code_van_het_domein_bestaat() -> None:
    domein = {f"F{n:02d}" for n in range(1, 13)} | {f"R{n:02d}" for n in (1, 2, 3, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 28, 29, 30, 32, 33, 34, 35, 36, 37, 38, 40)}  # fmt: skip
    domein |= {f"W{n:02d}" for n in (4, 11, 13, 20, 26, 27, 31, 39, 41)}
    assert domein <= set(CODES)
