"""Counts of months before this register: the template, the faults of a file, and what the monitor makes of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.cijfers import overnemen
from samenhang.kernel.cijfers.models import Telling, Vaststelling
from samenhang.kernel.cijfers.vaststellen import bewaar_telling
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.tellingen import TELGROEPEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.bouw import maak_gemeente
from tests.schemes.vroegsignalering.test_monitor import client, tel

SEPTEMBER, OKTOBER = date(2025, 9, 1), date(2025, 10, 1)
KOP = "maand;groep;klasse;aantal"
PAD = "/vroegsignalering/cijfers/overnemen"


def lees(*regels: str, kop: str = KOP) -> overnemen.Maanden:
    inhoud = "\n".join((kop, *regels)).encode()
    return overnemen.lees(inhoud, TELGROEPEN, date(2021, 1, 1), date(2026, 9, 1))


@pytest.mark.parametrize(
    ("regels", "code", "regel", "kolom"),
    [
        (["2025-13;signalen;;5"], "maand_onjuist", 2, "maand"),
        (["okt 2025;signalen;;5"], "maand_onjuist", 2, "maand"),
        (["2020-12;signalen;;5"], "maand_buiten", 2, "maand"),
        (["2026-09;signalen;;5"], "maand_buiten", 2, "maand"),
        (["2025-10;brieven;;5"], "groep_onbekend", 2, "groep"),
        (["2025-10;signalen;gas;5"], "klasse_onbekend", 2, "klasse"),
        (["2025-10;signalen;;-1"], "aantal_onjuist", 2, "aantal"),
        (["2025-10;signalen;;1.000"], "aantal_onjuist", 2, "aantal"),
        (["2025-10;signalen;;veel"], "aantal_onjuist", 2, "aantal"),
        (["2025-10;signalen;;12345678"], "aantal_onjuist", 2, "aantal"),
        (["2025-10;signalen;;5", "2025-10;signalen;;6"], "rij_dubbel", 3, "klasse"),
        (["2025-10;signalen;warm;5", "2025-10;signalen;niet_warm;0"], "geheel_ontbreekt", 2, "klasse"),
        (["2025-10;signalen;;5", "2025-10;signalen;warm;5"], "klasse_ontbreekt", 3, "klasse"),
        (["2025-10;signalen;;5", "2025-10;signalen;ontruiming;1", "2025-10;signalen;huur_gewoon;2"], "klasse_ontbreekt", 3, "klasse"),
        (["2025-10;signalen;;5", "2025-10;signalen;warm;1", "2025-10;signalen;niet_warm;3"], "som_klopt_niet", 3, "aantal"),
        (["2025-10;signalen;;"], "bestand_leeg", 2, "aantal"),
        ([], "bestand_leeg", 2, "aantal"),
    ],
)  # fmt: skip
def test_een_fout_noemt_regel_kolom_en_wat_te_doen(
    regels: list[str], code: str, regel: int, kolom: str
) -> None:
    with pytest.raises(Geweigerd) as weigering:
        lees(*regels)
    fout = weigering.value.fouten[0]
    assert (fout.code, fout.plaats.regel, fout.plaats.kolom) == (code, regel, kolom)
    assert fout.tekst.nl != fout.tekst.en
    assert f"Regel {regel}" in fout.tekst.nl


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"\xff\xfe;", "bestand_geen_utf8"),
        (b"", "kolom_ontbreekt"),
        (b"maand,groep,klasse,aantal\n", "kolom_ontbreekt"),
        (b"maand;groep;klasse;klasse;aantal\n", "kolom_ontbreekt"),
        (b"x" * 2_000_001, "bestand_te_groot"),
    ],
)
def test_wat_geen_sjabloon_is_wordt_geweigerd(inhoud: bytes, code: str) -> None:
    with pytest.raises(Geweigerd) as weigering:
        overnemen.lees(inhoud, TELGROEPEN, date(2021, 1, 1), date(2026, 9, 1))
    assert weigering.value.fouten[0].code == code


def test_alle_fouten_tegelijk_en_hoogstens_twintig() -> None:
    with pytest.raises(Geweigerd) as weigering:
        lees(*(f"2025-10;signalen;gas;{nummer}" for nummer in range(50)))
    assert len(weigering.value.fouten) == overnemen.MEESTE_FOUTEN


def test_wat_is_geschreven_wordt_zo_gelezen_in_elke_volgorde() -> None:
    gegeven = {SEPTEMBER: tel(), OKTOBER: tel()}
    kop, *regels = overnemen.als_bestand(TELGROEPEN, gegeven).splitlines()
    assert (
        overnemen.lees("\n".join((kop, *regels)).encode(), TELGROEPEN, SEPTEMBER, date(2025, 11, 1))
        == gegeven
    )
    assert lees(*reversed(regels), kop=kop) == gegeven


@pytest.mark.django_db
def test_overgenomen_door_drie_deuren_staat_naast_dit_jaar_en_zegt_waar_het_vandaan_komt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gemeente = maak_gemeente()
    wie = gemeente.teamleider
    actions.leg_inwonertal_vast(wie, date(2025, 1, 1), 52_341, "CBS")
    for maand in (date(2026, 9, 1), date(2026, 10, 1)):
        bewaar_telling(SCHEME, gemeente.organisatie.id, maand, date(2026, 12, 1), tel())
    bezoeker = client(gemeente)

    opdracht = [SCHEME.naam, "cijfers-sjabloon", "--gemeente", "9901"]
    with pytest.raises(SystemExit):
        hoofd(opdracht)
    sjabloon = capsys.readouterr().out
    assert sjabloon == bezoeker.get("/vroegsignalering/cijfers/sjabloon.csv").content.decode()
    assert sjabloon == bezoeker.get("/api/v1/vroegsignalering/cijfers/sjabloon").content.decode()
    assert ("2024-09;signalen;;" in sjabloon, "2026-08;signalen;;" in sjabloon) == (True, True)
    assert "2026-09" not in sjabloon

    minder = tel(niet_bereikt=180, bereikt_hulp=7, bereikt_geen_hulp=13)
    minder["meldingen"] |= {"niet_bereikt__geen_contact": 180, "bereikt_hulp__advies": 7, "bereikt_geen_hulp__regelt_zelf": 13}  # fmt: skip
    fout = bestand({SEPTEMBER: tel()}).replace(b";200", b";201", 1)
    na = bezoeker.post(
        PAD, {"bestand": upload(fout), "herkomst": "Vorige systeem", "terug": PAD}, follow=True
    )
    assert "2025-09 meldingen" in na.content.decode()
    assert "som_klopt_niet" in na.content.decode()
    na = bezoeker.post(PAD, {"bestand": upload(bestand({SEPTEMBER: tel()})), "herkomst": " ", "terug": PAD}, follow=True)  # fmt: skip
    assert "herkomst_ontbreekt" in na.content.decode()
    assert not Telling.objects.filter(maand__year=2025).exists()

    na = bezoeker.post(PAD, {"bestand": upload(bestand({SEPTEMBER: tel()})), "herkomst": "Vorige  systeem", "terug": PAD}, follow=True)  # fmt: skip
    assert "Overgenomen: 1 maanden, 2025-09 tot en met 2025-09." in na.content.decode()
    api = bezoeker.post("/api/v1/vroegsignalering/cijfers/overnames", {"bestand": upload(bestand({SEPTEMBER: minder})), "herkomst": "Uitdraai 2025"})  # fmt: skip
    assert (api.status_code, api.json()["maanden"]) == (201, ["2025-09"])
    pad = tmp_path / "oktober.csv"
    alleen = {OKTOBER: {"meldingen": minder["meldingen"]}}
    pad.write_bytes(bestand(alleen))
    with pytest.raises(SystemExit) as einde:
        hoofd([SCHEME.naam, "cijfers-overnemen", str(pad), "--herkomst", "Uitdraai 2025", "--gemeente", "9901", "--json"])  # fmt: skip
    assert (einde.value.code, json.loads(capsys.readouterr().out)["maanden"]) == (0, ["2025-10"])

    (bereik,) = queries.interne_monitor(wie, 2026).van("bereik")
    assert (str(bereik.vorig.waarde if bereik.vorig else ""), str(bereik.verschil)) == ("10.0", "10.0")
    pagina = bezoeker.get("/vroegsignalering/monitor?jaar=2026").content.decode()
    zin = "Niet hier geteld maar overgenomen: 2025-09 tot en met 2025-10. Bron: Uitdraai 2025."
    assert zin in pagina
    assert zin in bezoeker.get("/vroegsignalering/monitor?jaar=2026&uitvoer=csv").content.decode()
    assert not Vaststelling.objects.exists()

    actions.stel_cijfers_vast(wie)
    rij = Vaststelling.objects.get(maand=OKTOBER)
    assert (rij.herkomst, set(rij.gepubliceerd)) == ("Uitdraai 2025", {"meldingen"})
    openbaar = client(gemeente).get("/api/v1/vroegsignalering/openbaar/cijfers?gemeente=9901").json()
    assert openbaar["overgenomen"] == [
        {"maand": "2025-09", "herkomst": "Uitdraai 2025"}, {"maand": "2025-10", "herkomst": "Uitdraai 2025"}
    ]  # fmt: skip
    actions.stel_cijfers_vast(wie)
    assert Vaststelling.objects.filter(maand__year=2025).count() == 2

    with pytest.raises(Geweigerd) as weigering:
        actions.neem_cijfers_over(wie, bestand({date(2026, 9, 1): tel()}), "Uitdraai 2026")
    assert weigering.value.fouten[0].code == "maand_buiten"
    with pytest.raises(Geweigerd) as weigering:
        actions.neem_cijfers_over(gemeente.sanne, bestand({SEPTEMBER: tel()}), "Uitdraai 2026")
    assert weigering.value.status == 403


def bestand(gegeven: overnemen.Maanden) -> bytes:
    return overnemen.als_bestand(TELGROEPEN, gegeven).encode()


def upload(inhoud: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("cijfers.csv", inhoud, "text/csv")
