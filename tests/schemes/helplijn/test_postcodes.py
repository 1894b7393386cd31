"""The table of postcodes: loaded whole with its day and source, or refused with file, line and column."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from typer.testing import CliRunner

from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
from samenhang.schemes.helplijn.actions.postcodes import laad_postcodes
from samenhang.schemes.helplijn.domain.postcodetabel import MEESTE_FOUTEN, lees_tabel
from samenhang.schemes.helplijn.models import Contact, Postcodegebied, Postcodetabel
from tests.schemes.helplijn import wereld as w

pytestmark = pytest.mark.django_db
TABEL = 'PC6;Huisnummer;Buurt2026;Wijk2026;Gemeente2026\r\n7654AB;1;99010101;990101;9901\r\n7654AC;3;1;1;9901\n7655AA;1;1;1;0362\n7655AB;1;1;1;9901\n"7656ZZ";12;1;1;"362"\n'
NAMEN = "Gemcode2026;Gemeentenaam2026\nGM9901;Waterrijk\n362;Amstelzicht\n"
DAG = date(2026, 8, 1)


def bestanden(tabel: str = TABEL, namen: str = NAMEN) -> tuple[Any, Any]:
    return io.BytesIO(tabel.encode()), io.BytesIO(namen.encode())


def laad(lijn: w.Lijn, tabel: str = TABEL, namen: str = NAMEN, dag: date = DAG, bron: str = "CBS, 2026") -> Postcodetabel:  # fmt: skip
    wie = w.medewerker(lijn.organisatie, "bea", "beheerder")
    return laad_postcodes(w.als(wie), "pc6hnr20260801_gwb.csv", *bestanden(tabel, namen), dag, bron)


def test_van_postcode_en_huisnummer_blijft_alleen_de_gemeente_van_vier_cijfers() -> None:
    lijn = w.maak_lijn()
    rij = laad(lijn)
    assert (rij.regels, rij.gebieden, rij.bron, rij.bestand) == (5, 4, "CBS, 2026", "pc6hnr20260801_gwb.csv")
    assert set(Postcodegebied.objects.filter(peildatum=DAG).values_list("postcode", "gemeentecode", "gemeentenaam")) == {
        ("7654", "9901", "Waterrijk"), ("7655", "0362", "Amstelzicht"), ("7655", "9901", "Waterrijk"), ("7656", "0362", "Amstelzicht"),
    }  # fmt: skip
    leg_contact_vast(w.als(lijn.noor), w.anders(postcode="7656"))
    assert Contact.objects.get().gemeentecode == "0362"
    Postcodegebied.objects.filter(postcode="7656").delete()
    assert "7656" not in w.bewaard()  # the digits are nowhere, not in a log either
    with pytest.raises(Geweigerd) as oud:
        leg_contact_vast(w.als(lijn.noor), w.anders(postcode="9901"))
    assert oud.value.code == "postcode_onbekend"  # the table of before is not in use any more


def test_hetzelfde_bestand_nog_eens_verandert_niets_en_een_ander_wordt_geweigerd() -> None:
    lijn = w.maak_lijn()
    eerste = laad(lijn)
    wie = w.als(w.medewerker(lijn.organisatie, "ben", "beheerder"))
    assert laad_postcodes(wie, "x.csv", *bestanden(), DAG, "CBS, 2026").geladen == eerste.geladen
    with pytest.raises(Geweigerd) as nee:
        laad_postcodes(wie, "x.csv", *bestanden(TABEL + "7657AA;1;1;1;9901\n"), DAG, "CBS, 2026")
    assert (nee.value.fouten[0].code, nee.value.status) == ("peildatum_bekend", 409)
    assert not Postcodegebied.objects.filter(postcode="7657").exists()


SLECHT = [
    ("", NAMEN, "kolom_ontbreekt", 1, "PC6"),
    ("PC6,Huisnummer,Gemeente2026\n7654AB,1,9901\n", NAMEN, "kolom_ontbreekt", 1, "Gemeente"),
    ("Huisnummer;Gemeente2026\n1;9901\n", NAMEN, "kolom_ontbreekt", 1, "PC6"),
    ("PC6;Gemeente2026\n", NAMEN, "tabel_leeg", 1, "PC6"),
    ("PC6;Gemeente2026\n7654AB;9901\n0123AB;9901\n", NAMEN, "postcode_onjuist", 3, "PC6"),
    ("PC6;Gemeente2026\n7654ABC;9901\n", NAMEN, "postcode_onjuist", 2, "PC6"),
    ("PC6;Gemeente2026\n7654AB\n", NAMEN, "gemeentecode_onjuist", 2, "Gemeente2026"),
    ("PC6;Gemeente2026\n7654AB;Waterrijk\n", NAMEN, "gemeentecode_onjuist", 2, "Gemeente2026"),
    ("PC6;Gemeente2026\n7654AB;0000\n", NAMEN, "gemeentecode_onjuist", 2, "Gemeente2026"),
    ("PC6;Gemeente2026\n7654AB;9903\n", NAMEN, "gemeente_zonder_naam", 2, "Gemeente2026"),
    (TABEL, "code;naam\n", "namen_leeg", 1, "code en naam"),
    (TABEL, "code;naam\nx;Waterrijk\n", "naam_onjuist", 2, "code en naam"),
    (TABEL, "code;naam\n9901;\n", "naam_onjuist", 2, "code en naam"),
    (TABEL, "code;naam\n9901;Waterrijk\n9901;Zandhoven\n", "naam_dubbel", 3, "naam"),
    (
        TABEL[: TABEL.index("7655AA;1;1;1;0362") + 16],
        NAMEN,
        "gemeente_zonder_naam",
        4,
        "Gemeente2026",
    ),  # cut in a row
    (TABEL[: TABEL.index("7655AA")], NAMEN, "tabel_niet_heel", None, ""),  # cut between rows
]


@pytest.mark.parametrize(("tabel", "namen", "code", "regel", "kolom"), SLECHT, ids=[f"{rij[2]}-{n}" for n, rij in enumerate(SLECHT)])  # fmt: skip
def test_een_fout_noemt_regel_en_kolom_en_er_wordt_niets_geladen(tabel: str, namen: str, code: str, regel: int, kolom: str) -> None:  # fmt: skip
    with pytest.raises(Geweigerd) as nee:
        laad(w.maak_lijn(), tabel, namen)
    fout = nee.value.fouten[0]
    assert (fout.code, fout.plaats.regel, fout.plaats.kolom) == (code, regel, kolom)
    assert fout.tekst.nl != fout.tekst.en
    assert not Postcodetabel.objects.exists()


def test_een_bestand_vol_fouten_noemt_er_twintig() -> None:
    with pytest.raises(Geweigerd) as nee:
        lees_tabel(["PC6;Gemeente", *["x;9901"] * 100], NAMEN.splitlines())
    assert len(nee.value.fouten) == MEESTE_FOUTEN


@pytest.mark.parametrize(("dag", "bron", "code"), [(date(2999, 1, 1), "CBS", "peildatum_in_toekomst"), (DAG, "  ", "bron_ontbreekt"), (DAG, "x" * 301, "bron_ontbreekt")])  # fmt: skip
def test_dag_en_bron_horen_erbij(dag: date, bron: str, code: str) -> None:
    with pytest.raises(Geweigerd) as nee:
        laad(w.maak_lijn(), dag=dag, bron=bron)
    assert nee.value.fouten[0].code == code


def test_door_pagina_en_api_en_alleen_de_beheerder() -> None:
    lijn = w.maak_lijn()
    bea = w.medewerker(lijn.organisatie, "bea", "beheerder")

    def lijf(tabel: str = TABEL, **anders: str) -> dict[str, Any]:
        return {"tabel": SimpleUploadedFile("pc6.csv", tabel.encode()), "namen": SimpleUploadedFile("gem.csv", NAMEN.encode()), "peildatum": "2026-08-01", "bron": "CBS", **anders}  # fmt: skip

    nee = w.web(bea).post("/helplijn/postcodes", lijf("PC6;Gemeente2026\n7654AB;9903\n"))
    assert nee.status_code == 400
    assert "Regel 2, Gemeente2026" in nee.content.decode()
    assert w.web(bea).post("/helplijn/postcodes", lijf()).status_code == 302
    assert "in gebruik" in w.web(bea).get("/helplijn/postcodes").content.decode()
    gemaakt = w.api(bea).post("/api/v1/helplijn/postcodetabellen", lijf(peildatum="2025-08-01"))
    assert (gemaakt.status_code, gemaakt.json()["gebieden"]) == (201, 4), gemaakt.content
    dagen = [
        rij["peildatum"]
        for rij in w.api(bea).get("/api/v1/helplijn/postcodetabellen").json()["postcodetabellen"]
    ]
    assert dagen == ["2026-08-01", "2025-08-01"]
    assert w.web(lijn.noor).get("/helplijn/postcodes").status_code == 403
    assert (
        w.api(lijn.noor).post("/api/v1/helplijn/postcodetabellen", lijf(peildatum="2024-08-01")).status_code
        == 403
    )


def test_een_half_bestand_laat_de_tabel_in_gebruik_staan() -> None:
    """Also when every municipality is in the half: clearly fewer postcodes than there were."""
    lijn = w.maak_lijn()
    huizen = "".join(
        f"7{n:03d}AB;{huis};1;1;{9901 if n % 2 else 362}\n" for n in range(200) for huis in (1, 2)
    )
    heel = laad(lijn, "PC6;Huisnummer;Buurt;Wijk;Gemeente\n" + huizen)
    assert (heel.regels, heel.gebieden) == (400, 200)
    wie, helft = w.als(w.medewerker(lijn.organisatie, "ben", "beheerder")), huizen[: len(huizen) // 2]
    with pytest.raises(Geweigerd) as nee:
        laad_postcodes(wie, "half.csv", *bestanden("PC6;H;B;W;Gemeente\n" + helft[: helft.rindex("\n") + 1]), date(2026, 9, 1), "CBS")  # fmt: skip
    assert nee.value.code == "tabel_niet_heel"
    assert "200 in the table in use" in nee.value.tekst.en
    assert list(Postcodetabel.objects.values_list("peildatum", flat=True)) == [DAG]
    assert Postcodegebied.objects.filter(peildatum=DAG).count() == 200


@pytest.mark.django_db(transaction=True)
def test_op_de_opdrachtregel(tmp_path: Path) -> None:
    from samenhang.schemes.helplijn.commands import app

    lijn = w.maak_lijn()
    bea = w.medewerker(lijn.organisatie, "bea", "beheerder")
    (tmp_path / "pc6.csv").write_text(TABEL)
    (tmp_path / "gem.csv").write_bytes(NAMEN.replace("Amstelzicht", "Súdwâl").encode("cp1252"))
    opdracht = ["postcodes", str(tmp_path / "pc6.csv"), "--namen", str(tmp_path / "gem.csv"), "--peildatum", "2026-08-01", "--bron", "CBS"]  # fmt: skip
    uit = CliRunner().invoke(app, [*opdracht, "--als", bea.email, "--json"])
    assert uit.exit_code == 0, uit.output
    assert json.loads(uit.stdout)["gebieden"] == 4
    assert Postcodegebied.objects.filter(gemeentenaam="Súdwâl").exists()
    lijst = CliRunner().invoke(app, ["postcodetabellen", "--als", bea.email, "--json"])
    assert json.loads(lijst.stdout)["postcodetabellen"][0]["regels"] == 5
