"""The roster of a plan on its page and from a file: who works when, what stays empty and why, and nothing kept."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from typer.testing import CliRunner

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.basis.tabelbestand import als_xlsx
from samenhang.schemes.helplijn.actions.bezetting import plan_bezetting
from samenhang.schemes.helplijn.domain.bezetting.ploeg import lees_rooster
from samenhang.schemes.helplijn.domain.bezetting.ploegbestand import (
    Ploeglezing,
    als_tekst,
    csvrijen,
    lees_ploeg,
)
from samenhang.schemes.helplijn.domain.bezetting.rooster import rooster
from tests.schemes.helplijn import wereld as lijnwereld
from tests.schemes.helplijn.bezetting.wereld import MAANDAG, scenario, vraag
from tests.schemes.helplijn.wereld import bewaard

KOP = "naam;senior;contract_uren;rust_uren;ma;di;wo;do;vr;afwezig"
DAG = "08:00-20:00"
PLOEG = "\n".join(
    [
        KOP,
        *(f"Mens {n};{'J' if n % 3 == 0 else 'N'};{(24, 32, 36)[n % 3]};;{';'.join([DAG] * 5)};" for n in range(5)),
        f"Vera Vrij;nee;36;12;{DAG};;{DAG};;{DAG};2026-09-09/2026-09-11",
    ]
)  # fmt: skip
DIENSTEN = [
    {"datum": str(MAANDAG + timedelta(days=n)), "van": van, "tot": tot, "mensen": 1}
    for n in (0, 1)
    for van, tot in (("08:00", "16:00"), ("12:00", "20:00"))
]


@pytest.fixture
def lijn() -> Any:
    return lijnwereld.maak_lijn()


@pytest.mark.django_db
def test_van_plan_naar_rooster_op_de_pagina_en_er_blijft_niets_van(lijn: Any) -> None:
    plan = plan_bezetting(lijnwereld.als(lijn.pim), scenario(vraag=vraag(375)), "week 37")
    web, pad = lijnwereld.web(lijn.pim), f"/helplijn/bezetting/{plan.id}/rooster"
    assert pad in web.get(f"/helplijn/bezetting/{plan.id}").content.decode()
    assert "Maak het rooster" in web.get(pad).content.decode()
    blad = web.get(f"{pad}?uitvoer=blad").content.decode()
    assert blad.splitlines()[1] == f"A;J;32;;{';'.join([DAG] * 5)};;;"

    bestand = SimpleUploadedFile("ploeg.xlsx", als_xlsx([regel.split(";") for regel in PLOEG.splitlines()]))
    tekst = web.post(pad, {"bestand": bestand, "avond_vanaf": "18:00"}).content.decode()
    for stuk in ("plaatsen blijven leeg", "Waarom de anderen niet kunnen", "één medewerker erbij", "Vera Vrij", "ma 7-9", "afwezig", "van 36", "Mens 1;N;32"):  # fmt: skip
        assert stuk in tekst, stuk
    assert "Empty" not in tekst
    engels = web.post(pad, {"ploeg": PLOEG, "avond_vanaf": "18:00"}, headers={"accept-language": "en"})
    assert "places stay empty" in engels.content.decode()

    csv = web.post(pad, {"ploeg": PLOEG, "avond_vanaf": "18:00", "uitvoer": "csv"})
    assert "rooster-2026-09-07" in csv["Content-Disposition"]
    regels = csv.content.decode().splitlines()
    assert regels[0] == "\ufeffdatum;van;tot;pauze;medewerker;reden"
    assert len(regels) - 1 == sum(dienst["mensen"] for dienst in plan.run.uitkomst["diensten"])
    assert all((regel.split(";")[4] == "") == (regel.split(";")[5] != "") for regel in regels[1:])
    assert "Vera Vrij" not in bewaard()

    fout = web.post(pad, {"ploeg": f"{KOP}\nA;;32;;{DAG};;;;;31-12\nA;;x;;9;;;;;", "avond_vanaf": "18:00"})
    assert fout.status_code == 400
    tekst = fout.content.decode()
    for stuk in ("regel 2, kolom afwezig", "regel 3, kolom contract_uren", "regel 3, kolom ma", "A;;x;;9"):
        assert stuk in tekst, stuk
    assert web.post(pad, {"ploeg": PLOEG, "avond_vanaf": "laat"}).status_code == 400
    for wie in (lijn.noor, lijn.tess, lijn.audi):
        assert lijnwereld.web(wie).post(pad, {"ploeg": PLOEG, "avond_vanaf": "18:00"}).status_code == 403


def test_de_opdracht_leest_dezelfde_ploeg(tmp_path: Any) -> None:
    from samenhang.schemes.helplijn.commands import app

    pad = tmp_path / "ploeg.csv"
    pad.write_text(PLOEG.replace(";", "\t"))

    def roep(*delen: str) -> Any:
        invoer = json.dumps({"diensten": DIENSTEN})
        delen = ("bezetting", "rooster", "--ploeg", str(pad), *delen)
        return CliRunner().invoke(app, delen, input=invoer, catch_exceptions=False)

    assert json.loads(roep().stdout)["onbezet"] == 0
    regels = roep("--csv").stdout.splitlines()
    assert (regels[0], len(regels)) == ("datum;van;tot;pauze;medewerker;reden", 5)
    pad.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Geweigerd) as weigering:
        roep()
    assert weigering.value.code == "bestand_onleesbaar"


def test_eigen_rust_gaat_voor_die_van_iedereen() -> None:
    """Between 20:00 and 08:00 lie twelve hours: enough for everybody, not for who has thirteen."""
    laat_vroeg = [DIENSTEN[1], DIENSTEN[2]]
    mens = {"id": "A", "contract_uren": 36, "beschikbaar": {"ma": DAG, "di": DAG}}
    assert rooster({"diensten": laat_vroeg, "medewerkers": [mens | {"rust_uren": 12}]})["onbezet"] == 0
    met = rooster({"diensten": laat_vroeg, "medewerkers": [mens | {"rust_uren": 13}]})
    assert met["onbezet"] == 1
    assert "te weinig rust" in met["uitleg"][0]["nl"]
    with pytest.raises(Geweigerd) as weigering:
        rooster({"diensten": laat_vroeg, "medewerkers": [mens | {"rust_uren": 10}]})
    assert weigering.value.fouten[0].plaats.plek == "/medewerkers/0/rust_uren"


@pytest.mark.parametrize(
    "tekst, regel, kolom",
    [
        ("", 1, "kop"),
        ("naam;senior\nA;J", 1, "kop"),
        ("naam;contract_uren;leeftijd\nA;3;4", 1, "kop"),
        ("naam;naam;contract_uren\nA;A;3", 1, "kop"),
        ("naam;contract_uren\nA;30\n\nA;30", 4, "naam"),
        ("naam;contract_uren\n;30", 2, "naam"),
        ("naam;contract_uren;ma\nA;30;08:00-16:00;weg", 2, "naam"),
        ("naam;contract_uren;senior\nA;30;misschien", 2, "senior"),
        ("naam;contract_uren;rust_uren\nA;30;9", 2, "rust_uren"),
        ("naam;contract_uren;rust_uren\nA;30;veel", 2, "rust_uren"),
        ("naam;contract_uren\nA;30,5", 2, "contract_uren"),
        ("naam;contract_uren;di\nA;30;16:00-08:00", 2, "di"),
        ("naam;contract_uren;afwezig\nA;30;2026-09-11/2026-09-07", 2, "afwezig"),
        ("naam;contract_uren;afwezig\nA;30;2026-02-30", 2, "afwezig"),
    ],
)
def test_een_fout_in_de_ploeg_staat_bij_regel_en_kolom(tekst: str, regel: int, kolom: str) -> None:
    lezing = Ploeglezing("ploeg.csv")
    rijen = csvrijen(tekst)
    with pytest.raises(Geweigerd) as weigering:
        lees_rooster({"diensten": DIENSTEN, "medewerkers": lees_ploeg(rijen, lezing)}, lezing)
    plaats = weigering.value.fouten[0].plaats
    assert (plaats.regel, plaats.kolom or plaats.plek) == (regel, kolom)


def test_rijen_uit_een_blad_staan_als_tekst_op_hun_eigen_regel() -> None:
    rijen = [(1, ["naam", "contract_uren"]), (4, ["Ali; B", "30"]), (5, ["C\nD", "24"])]
    tekst = als_tekst(rijen)
    assert tekst.splitlines()[3] == '"Ali; B";30'
    assert [(nr, cellen) for nr, cellen in csvrijen(tekst) if cellen] == [*rijen[:2], (5, ["C D", "24"])]
