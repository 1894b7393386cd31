"""Debts from a file: all rows or none, each fault at its line, by page, API and command."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.basis.tabelbestand import als_xlsx
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.inlezen import lees_in
from samenhang.schemes.schuldhulp.models import Schuldeiser
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db
GOED = b"schuldeiser;bedrag;rang;kenmerk\nVeenwonen;1.234,50;concurrent;huur\nBelasting;;preferent;\n"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        return gemeente, w.toegelaten(gemeente).id

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


@pytest.fixture
def zaak(stand: Any, db: None) -> Zaak:
    return Zaak.objects.get(id=stand[1])


def schulden(gemeente: w.Gemeente, zaak: Zaak) -> list[tuple[str, int | None, str]]:
    dossier = queries.zaak(w.als(gemeente.noor), zaak.id).dossier
    assert dossier is not None
    return [(rij.schuldeiser.naam, rij.bedrag_centen, rij.rang) for rij in dossier.schulden]


VERWACHT = [("Veenwonen", 123450, "concurrent"), ("Belasting", None, "preferent")]


def test_door_drie_deuren_en_een_keer(
    gemeente: w.Gemeente, zaak: Zaak, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pagina = w.web(gemeente.noor)
    pad = f"/schuldhulp/zaken/{zaak.id}/schuldenbestand"
    assert pagina.post(pad, {"bestand": SimpleUploadedFile("a.csv", GOED)}).status_code == 302
    assert schulden(gemeente, zaak) == VERWACHT
    antwoord = w.api(gemeente.noor).post(f"/api/v1{pad}", {"bestand": SimpleUploadedFile("a.csv", GOED)})
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "bestand_bekend")
    blad = tmp_path / "b.xlsx"
    blad.write_bytes(als_xlsx([("schuldeiser", "bedrag", "rang"), ("Zorgzeker", "10,00", "concurrent")]))
    with pytest.raises(SystemExit) as einde:
        hoofd(
            ["schuldhulp", "schulden-inlezen", zaak.nummer, str(blad), "--als", gemeente.noor.email, "--json"]
        )
    assert einde.value.code in (0, None), capsys.readouterr()
    assert json.loads(capsys.readouterr().out)["nummer"] == zaak.nummer
    nieuw = SimpleUploadedFile("c.csv", b"schuldeiser,bedrag,rang\nWater,5,concurrent\n")
    antwoord = w.api(gemeente.noor).post(f"/api/v1{pad}", {"bestand": nieuw})
    assert antwoord.status_code == 201
    assert [rij["schuldeiser"] for rij in antwoord.json()["schulden"]] == ["Veenwonen", "Belasting", "Zorgzeker", "Water"]  # fmt: skip


@pytest.mark.parametrize(
    ("inhoud", "code", "regels"),
    [
        (b"", "kolommen_onjuist", ()),
        (b"\xff\xfe", "geen_utf8", ()),
        (b"naam;bedrag;rang\n", "kolommen_onjuist", ()),
        (b"schuldeiser;bedrag;rang;bsn\n", "kolommen_onjuist", ()),
        (b"schuldeiser;bedrag;rang\n", "geen_rijen", ()),
        (b'schuldeiser;bedrag;rang\n"A;1;concurrent\n', "csv_onjuist", ()),
        (b"PK\x03\x04 geen echt rekenblad", "bestand_onleesbaar", ()),
        (b"schuldeiser;bedrag;rang\nA;1;concurrent\nB;1.234;eerst\n;5;preferent\n", "rijen_onjuist", (3, 3, 4)),
        (b"schuldeiser;bedrag;rang\nA;1;concurrent\nA;2;concurrent\n", "rijen_onjuist", (3,)),
        (b"schuldeiser;bedrag;rang;peildatum\nA;1;concurrent;2099-01-01\nB;1;concurrent;gisteren\n", "rijen_onjuist", (2, 3)),
        (b"schuldeiser;bedrag;rang;kvk\nA;1;concurrent;12\n", "rijen_onjuist", (2,)),
        (b"schuldeiser;bedrag;rang\nA;-1;concurrent\nB;1e9;concurrent;extra\n", "rijen_onjuist", (2, 3)),
    ],
)  # fmt: skip
def test_een_fout_bestand_bewaart_niets(
    gemeente: w.Gemeente, zaak: Zaak, inhoud: bytes, code: str, regels: tuple[int, ...]
) -> None:
    with pytest.raises(Geweigerd) as fout:
        lees_in(w.als(gemeente.noor), zaak.id, "s.csv", inhoud)
    assert fout.value.code == code
    assert tuple(deel.plaats.regel for deel in fout.value.fouten) == regels
    assert all(
        deel.tekst.nl and deel.tekst.en and deel.plaats.bestand == "s.csv" for deel in fout.value.fouten
    )
    assert schulden(gemeente, zaak) == []
    assert not Schuldeiser.objects.exists()


def test_de_pagina_noemt_elke_fout_met_zijn_regel(gemeente: w.Gemeente, zaak: Zaak) -> None:
    fout = SimpleUploadedFile("s.csv", b"schuldeiser;bedrag;rang\nA;1.234;concurrent\n")
    antwoord = w.web(gemeente.noor).post(f"/schuldhulp/zaken/{zaak.id}/schuldenbestand", {"bestand": fout})
    assert antwoord.status_code == 400
    assert "Regel 2, bedrag" in antwoord.content.decode()


def test_wat_er_al_staat_wordt_niet_nog_eens_ingelezen(gemeente: w.Gemeente, zaak: Zaak) -> None:
    w.doe(
        gemeente, zaak, "schuld", schuldeiser="veenwonen", rang="concurrent", peildatum=w.DAG, kenmerk="huur"
    )
    with pytest.raises(Geweigerd) as fout:
        lees_in(w.als(gemeente.noor), zaak.id, "s.csv", GOED)
    assert (fout.value.code, [deel.plaats.regel for deel in fout.value.fouten]) == ("schulden_bekend", [2])
    assert len(schulden(gemeente, zaak)) == 1
