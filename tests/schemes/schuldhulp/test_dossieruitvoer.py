"""The dossier export of another system: its debts come in whole or not at all, of the right resident, by three doors."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.inlezen import lees_in
from samenhang.schemes.schuldhulp.models import Schuldeiser
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.dossierexport import (
    BELASTING,
    HUUR,
    KOP,
    ONBEKEND,
    SCHULDEN,
    dossiercsv,
    lijst,
    uitvoer,
)
from tests.schemes.schuldhulp.hulp import Opdracht

pytestmark = pytest.mark.django_db


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


def schulden(gemeente: w.Gemeente, zaak: Zaak) -> list[tuple[Any, ...]]:
    dossier = queries.zaak(w.als(gemeente.noor), zaak.id).dossier
    assert dossier is not None
    return [
        (rij.schuldeiser.naam, rij.incassant, rij.bedrag_centen, rij.rang, rij.kenmerk, rij.peildatum)
        for rij in dossier.schulden
    ]


VERWACHT = [
    ("Veenwonen", "Incasso Noord", 123450, "concurrent", "H-1", date(2026, 11, 2)),
    ("Belastingdienst", "", 200000, "preferent", "B-9", date(2026, 10, 30)),
    ("Zorgzeker", "", None, "concurrent", "Z-3", date(2026, 11, 1)),
]


def test_een_uitvoer_komt_heel_binnen(gemeente: w.Gemeente, zaak: Zaak) -> None:
    lees_in(w.als(gemeente.noor), zaak.id, "dossier-412.zip", uitvoer())
    assert schulden(gemeente, zaak) == VERWACHT
    with pytest.raises(Geweigerd) as nee:
        lees_in(w.als(gemeente.noor), zaak.id, "dossier-412.zip", uitvoer())
    assert nee.value.code == "bestand_bekend"


def test_ook_de_schuldenlijst_alleen(gemeente: w.Gemeente, zaak: Zaak) -> None:
    lees_in(w.als(gemeente.noor), zaak.id, "dossier-412-schuldenlijst.xlsx", lijst())
    assert schulden(gemeente, zaak) == VERWACHT


def test_door_drie_deuren(gemeente: w.Gemeente, zaak: Zaak, tmp_path: Path, opdracht: Opdracht) -> None:
    pad = f"/schuldhulp/zaken/{zaak.id}/schuldenbestand"
    een, twee, drie = (uitvoer(lijst([rij])) for rij in SCHULDEN)
    assert w.web(gemeente.noor).post(pad, {"bestand": SimpleUploadedFile("a.zip", een)}).status_code == 302
    antwoord = w.api(gemeente.noor).post(f"/api/v1{pad}", {"bestand": SimpleUploadedFile("b.zip", twee)})
    assert antwoord.status_code == 201, antwoord.content
    (tmp_path / "c.zip").write_bytes(drie)
    uit = opdracht("schulden-inlezen", zaak.nummer, str(tmp_path / "c.zip"), "--als", gemeente.noor.email)
    assert uit.code == 0, uit.stderr
    assert schulden(gemeente, zaak) == VERWACHT
    pagina = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    assert "Incasso Noord" in pagina


def met(rij: tuple[Any, ...], **anders: Any) -> bytes:
    """An export with one debt that differs."""
    namen = [naam.split()[0].lower() for naam in KOP]
    return uitvoer(lijst([tuple(anders.get(naam, cel) for naam, cel in zip(namen, rij, strict=True))]))


def met_wachtwoord() -> bytes:
    """The flag of an encrypted part, in both of its headers."""
    inhoud = bytearray(uitvoer())
    for merk, plek in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        begin = -1
        while (begin := inhoud.find(merk, begin + 1)) >= 0:
            inhoud[begin + plek] |= 1
    return bytes(inhoud)


def bom() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("dossier-412.csv", dossiercsv())
        archief.writestr("dossier-412-schuldenlijst.xlsx", b"\0" * 30_000_000)
    return uit.getvalue()


def leeg(**delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


SLECHT: list[tuple[str, Callable[[], bytes], str, tuple[int | None, ...]]] = [
    ("geen lijst", lambda: leeg(**{"iets.txt": b"x"}), "schuldenlijst_ontbreekt", (None,)),
    ("twee dossiers", lambda: uitvoer(**{"dossier-9-schuldenlijst.xlsx": lijst()}), "meer_dossiers", (None,)),
    ("geen dossier", lambda: leeg(**{"dossier-1-schuldenlijst.xlsx": lijst()}), "dossier_ontbreekt", (None,)),
    ("ander nummer", lambda: uitvoer(nummer="7"), "dossier_anders", (2,)),
    ("wachtwoord", met_wachtwoord, "deel_onleesbaar", (None,)),
    ("bom", bom, "te_groot", (None,)),
    ("lijst geen blad", lambda: uitvoer(b"geen blad"), "bestand_onleesbaar", ()),
    ("dossier geen utf-8", lambda: uitvoer(dossier=b"\xff\xfe\x00"), "dossier_onleesbaar", (None,)),
    ("dossier zonder regel", lambda: uitvoer(dossier=b"id,clientNaam\n"), "dossier_onleesbaar", (None,)),
    ("dossier onvolledig", lambda: uitvoer(dossier=b"id,clientNaam\n412,De Wit\n"), "dossier_onvolledig", (None,)),
    ("prullenbak", lambda: uitvoer(dossier=dossiercsv(inPrullenbak="ja")), "dossier_weggegooid", (None,)),
    ("dag bestaat niet", lambda: uitvoer(dossier=dossiercsv(clientGeboortedatum="31-02-1984 12:00:00")), "geboortedatum_onjuist", (None,)),
    ("andere inwoner", lambda: uitvoer(dossier=dossiercsv(clientGeboortedatum="02-03-1984 12:00:00")), "andere_inwoner", (2,)),
    ("andere naam", lambda: uitvoer(dossier=dossiercsv(clientGeboortedatum="", clientNaam="Zwart")), "andere_inwoner", (2,)),
    ("kolom ontbreekt", lambda: uitvoer(lijst(kop=(*KOP[:1], *KOP[2:]))), "kolommen_onjuist", (None,)),
    ("geen schulden", lambda: uitvoer(lijst([])), "geen_rijen", (None,)),
    ("geen totaal", lambda: uitvoer(lijst(totaal="geen")), "einde_ontbreekt", (None,)),
    ("totaal klopt niet", lambda: uitvoer(lijst(totaal=3234.49)), "rijen_onjuist", (6,)),
    ("schuld onder het totaal", lambda: uitvoer(lijst(na=[HUUR])), "rijen_onjuist", (11,)),
    ("dubbel", lambda: uitvoer(lijst([HUUR, BELASTING, HUUR])), "rijen_onjuist", (4,)),
    ("geen schuldeiser", lambda: met(ONBEKEND, schuldeiser=""), "rijen_onjuist", (2,)),
    ("naam te lang", lambda: met(HUUR, schuldeiser="x" * 201), "rijen_onjuist", (2,)),
    ("incassant te lang", lambda: met(HUUR, incassant="x" * 201), "rijen_onjuist", (2,)),
    ("bedrag -1", lambda: met(HUUR, bedrag=-1), "rijen_onjuist", (2,)),
    ("bedrag als tekst", lambda: met(HUUR, bedrag="1.234,50"), "rijen_onjuist", (2,)),
    ("bedrag te hoog", lambda: met(HUUR, bedrag=1_000_001), "rijen_onjuist", (2,)),
    ("oorspronkelijk", lambda: met(HUUR, oorspronkelijk="veel"), "rijen_onjuist", (2,)),
    ("type", lambda: met(HUUR, type="separatist"), "rijen_onjuist", (2,)),
    ("geen vaststeldatum", lambda: met(HUUR, vaststeldatum=None), "rijen_onjuist", (2, )),
    ("vaststeldatum komt nog", lambda: met(HUUR, vaststeldatum=date(2099, 1, 1)), "rijen_onjuist", (2,)),
    ("vaststeldatum als getal", lambda: met(HUUR, vaststeldatum=46000), "rijen_onjuist", (2,)),
    ("ontstaan geen dag", lambda: met(HUUR, ontstaansdatum="ooit"), "rijen_onjuist", (2,)),
    ("ontstaan erna", lambda: met(HUUR, ontstaansdatum=date(2026, 11, 3)), "rijen_onjuist", (2,)),
    ("referentie te lang", lambda: met(HUUR, referentie="r" * 61), "rijen_onjuist", (2,)),
]  # fmt: skip


@pytest.mark.parametrize(("maak", "code", "regels"), [deel[1:] for deel in SLECHT], ids=[deel[0] for deel in SLECHT])  # fmt: skip
def test_een_foute_uitvoer_bewaart_niets(
    gemeente: w.Gemeente, zaak: Zaak, maak: Callable[[], bytes], code: str, regels: tuple[int | None, ...]
) -> None:
    with pytest.raises(Geweigerd) as nee:
        lees_in(w.als(gemeente.noor), zaak.id, "uit.zip", maak())
    assert nee.value.code == code
    assert tuple(fout.plaats.regel for fout in nee.value.fouten) == regels
    for tekst in (nee.value.tekst, *(fout.tekst for fout in nee.value.fouten)):
        assert tekst.nl != tekst.en
    assert all(fout.plaats.bestand for fout in nee.value.fouten)
    assert schulden(gemeente, zaak) == []
    assert not Schuldeiser.objects.exists()


def test_elke_fout_met_zijn_regel_en_kolom(gemeente: w.Gemeente, zaak: Zaak) -> None:
    slecht = ("", "x" * 201, "veel", "veel", "ooit", "eens", "r" * 61, "anders")
    with pytest.raises(Geweigerd) as nee:
        lees_in(w.als(gemeente.noor), zaak.id, "uit.zip", uitvoer(lijst([HUUR, slecht])))
    gezien = [(fout.plaats.regel, fout.plaats.kolom) for fout in nee.value.fouten]
    assert gezien == [(3, naam) for naam in ("Schuldeiser", "Incassant", "Bedrag", "Oorspronkelijk bedrag", "Type", "Vaststeldatum", "Ontstaansdatum", "Referentie")]  # fmt: skip
    assert all(fout.plaats.bestand == "dossier-412-schuldenlijst.xlsx" for fout in nee.value.fouten)
