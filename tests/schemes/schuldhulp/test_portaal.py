"""The creditor's portal: its own offers, its answer, its statement; another's are not there by page, API or command."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import berekenen, voorstel
from samenhang.schemes.schuldhulp.actions.portaal import Portaalantwoord, beantwoord, sluit_aan, stuur_opgave
from samenhang.schemes.schuldhulp.domain.opgavestuk import soort_van, veilige_naam
from samenhang.schemes.schuldhulp.models import Portaalwijzer, Schuldeiser
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.hulp import Opdracht

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
AKKOORD = Portaalantwoord("akkoord")


def account(naam: str, kvk: str, soort: str = "verhuurder") -> Gebruiker:
    """Somebody who works at a creditor."""
    organisatie = Organisatie.objects.create(soort=soort, naam=naam, kvk=kvk)
    gebruiker = Gebruiker.objects.create_user(f"m{kvk}@test.invalid", naam=f"Medewerker {naam}")
    wie = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie, naam=naam, van=date(2026, 1, 1)
    )
    Rolvervulling.objects.create(medewerker=wie, scheme="schuldhulp", rol="schuldeiser", van=date(2026, 1, 1))
    return gebruiker


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        sluis, licht = (
            account("De Sluis", "11112222"),
            account("Noordlicht", "33334444", "energieleverancier"),
        )
        noor, zaak = w.als(gemeente.noor), w.met_schulden(gemeente)
        for naam, kvk in (("Woonstichting De Sluis", "11112222"), ("Noordlicht Energie", "33334444")):
            sluit_aan(noor, Schuldeiser.objects.get(naam=naam).id, kvk)
        berekenen.bereken(noor, zaak.id, berekenen.Rekenkeuze("SB"))
        voorstel.stuur_voorstel(noor, zaak.id, Niets())
        return gemeente, sluis, licht, zaak.id

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


@pytest.fixture
def sluis(stand: Any, db: None) -> Gebruiker:
    return Gebruiker.objects.get(id=stand[1].id)


@pytest.fixture
def licht(stand: Any, db: None) -> Gebruiker:
    return Gebruiker.objects.get(id=stand[2].id)


@pytest.fixture
def zaak(stand: Any, db: None) -> Zaak:
    return Zaak.objects.get(id=stand[3])


def eigen(wie: Gebruiker) -> Any:
    (rij,) = queries.portaalvoorstellen(w.als(wie))
    return rij.aanbod


def antwoord_in_zaak(gemeente: w.Gemeente, zaak: Zaak) -> dict[str, tuple[str, str]]:
    rijen = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).voorstellen
    return {rij.schuldeiser.naam: (rij.antwoord, rij.via) for rij in rijen}


def test_ieder_ziet_zijn_eigen_voorstel_en_de_inwoner_ziet_dat_er_is_gekeken(
    gemeente: w.Gemeente, sluis: Gebruiker, licht: Gebruiker, zaak: Zaak
) -> None:
    een, twee = eigen(sluis), eigen(licht)
    assert (een.vordering.draad(), twee.vordering.draad()) == ("5000.00", "3000.00")
    assert (een.zaaknummer, een.naam) == (zaak.nummer, "R. De Wit")
    assert Portaalwijzer.objects.count() == 2
    queries.portaalvoorstel(w.als(sluis), een.id)
    regel = Auditregel.objects.filter(naam="voorstel in portaal bekijken").latest("moment")
    assert (regel.doel, regel.regels, regel.zaak_id) == ("portaal", "sh-schuldeiser-antwoordt", zaak.id)
    assert Verwerking.objects.filter(operatie_id=regel.operatie_id).exists()


def test_wat_van_een_ander_is_bestaat_niet_langs_geen_enkele_deur(
    gemeente: w.Gemeente, sluis: Gebruiker, licht: Gebruiker, zaak: Zaak, opdracht: Opdracht, tmp_path: Path
) -> None:
    """By URL, by id, by API and by command; the case, the list of cases and the creditors stay closed too."""
    ander, stuk = eigen(licht), stuur_opgave(w.als(licht), eigen(licht).id, "a.pdf", PDF)
    bladeren, machine = w.web(sluis), w.api(sluis)
    for id_ in (ander.id, ander.voorstel, zaak.id, stuk.id, uuid4()):
        assert bladeren.get(f"/schuldhulp/portaal/{id_}").status_code == 404
        assert bladeren.post(f"/schuldhulp/portaal/{id_}", {"antwoord": "akkoord"}).status_code == 404
        bestand = SimpleUploadedFile("x.pdf", PDF)
        assert bladeren.post(f"/schuldhulp/portaal/{id_}/opgaven", {"bestand": bestand}).status_code == 404
        pad = f"/api/v1/schuldhulp/portaal/voorstellen/{id_}"
        assert machine.get(pad).status_code == 404
        assert machine.post(f"{pad}/antwoord", {"antwoord": "akkoord"}, content_type="application/json").status_code == 404  # fmt: skip
        assert (
            machine.post(f"{pad}/opgaven", {"bestand": SimpleUploadedFile("x.pdf", PDF)}).status_code == 404
        )
        assert opdracht("portaal-voorstel", str(id_), "--als", sluis.email).code == 2
        assert opdracht("portaal-antwoord", str(id_), "akkoord", "--als", sluis.email).code == 2
    for pad in (f"/schuldhulp/zaken/{zaak.id}", f"/schuldhulp/zaken/{zaak.id}/opgaven/{stuk.id}", f"/schuldhulp/zaken/{zaak.id}/brieven/voorstel.pdf"):  # fmt: skip
        assert bladeren.get(pad).status_code in (403, 404)
        assert machine.get(f"/api/v1{pad.removesuffix('.pdf')}").status_code in (403, 404)
    for pad in ("/schuldhulp/zaken", "/schuldhulp/schuldeisers", "/schuldhulp/betalingen"):
        assert bladeren.get(pad).status_code == 403
    lijst = bladeren.get("/schuldhulp/portaal").content.decode()
    assert str(ander.id) not in lijst
    assert "3.000,00" not in lijst
    assert antwoord_in_zaak(gemeente, zaak)["Noordlicht Energie"] == ("", "")
    for wie in (gemeente.noor, gemeente.ewa):
        with pytest.raises(Geweigerd):
            queries.portaalvoorstellen(w.als(wie))


def test_akkoord_staat_meteen_in_de_zaak_en_geldt_een_keer(
    gemeente: w.Gemeente, sluis: Gebruiker, zaak: Zaak
) -> None:
    aanbod = eigen(sluis)
    beantwoord(w.als(sluis), aanbod.id, AKKOORD)
    assert antwoord_in_zaak(gemeente, zaak)["Woonstichting De Sluis"] == ("akkoord", "portaal")
    for nogmaals in (AKKOORD, Portaalantwoord("geweigerd", "Toch niet")):
        with pytest.raises(Geweigerd) as nee:
            beantwoord(w.als(sluis), aanbod.id, nogmaals)
        assert nee.value.code == "al_beantwoord"
    assert antwoord_in_zaak(gemeente, zaak)["Woonstichting De Sluis"] == ("akkoord", "portaal")


def test_weigeren_met_reden_en_een_ander_bedrag(gemeente: w.Gemeente, sluis: Gebruiker, licht: Gebruiker, zaak: Zaak) -> None:  # fmt: skip
    beantwoord(w.als(licht), eigen(licht).id, Portaalantwoord("bedrag_wijkt_af", bedrag="3.250,50"))
    taak = Taak.objects.get(zaak=zaak, soort="opgave_wijkt_af")
    assert "3.250,50" in taak.titel_nl
    assert antwoord_in_zaak(gemeente, zaak)["Noordlicht Energie"] == ("", "")
    beantwoord(w.als(licht), eigen(licht).id, AKKOORD)
    beantwoord(w.als(sluis), eigen(sluis).id, Portaalantwoord("geweigerd", "Wij willen meer"))
    assert antwoord_in_zaak(gemeente, zaak) == {
        "Belastingdienst": ("", ""),
        "Noordlicht Energie": ("akkoord", "portaal"),
        "Woonstichting De Sluis": ("geweigerd", "portaal"),
    }
    (weigering,) = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).weigeringen
    assert (weigering.via, weigering.toelichting) == ("portaal", "Wij willen meer")
    assert "Wij willen meer" in w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()


@pytest.mark.parametrize(
    ("antwoord", "code"),
    [
        (Portaalantwoord("misschien"), "keuze_onjuist"), (Portaalantwoord("geweigerd", " "), "niet_ingevuld"), (Portaalantwoord("bedrag_wijkt_af", bedrag="veel"), "bedrag_onjuist"),
        (Portaalantwoord("bedrag_wijkt_af", bedrag="1.234"), "bedrag_onjuist"), (Portaalantwoord("bedrag_wijkt_af", bedrag="5.000,00"), "zelfde_bedrag"), (Portaalantwoord("geweigerd", "x" * 1001), "te_lang"),
    ],
)  # fmt: skip
def test_een_slecht_antwoord_verandert_niets(gemeente: w.Gemeente, sluis: Gebruiker, zaak: Zaak, antwoord: Portaalantwoord, code: str) -> None:  # fmt: skip
    with pytest.raises(Geweigerd) as nee:
        beantwoord(w.als(sluis), eigen(sluis).id, antwoord)
    assert nee.value.code == code
    assert eigen(sluis).antwoord == ""
    assert antwoord_in_zaak(gemeente, zaak)["Woonstichting De Sluis"] == ("", "")


def test_een_teruggenomen_voorstel_vraagt_niets_meer(
    gemeente: w.Gemeente, sluis: Gebruiker, zaak: Zaak
) -> None:
    aanbod = eigen(sluis)
    w.doe(gemeente, zaak, "terugneming", reden="Een schuld was vergeten")
    assert queries.portaalvoorstellen(w.als(sluis)) == []
    with pytest.raises(Geweigerd) as nee:
        beantwoord(w.als(sluis), aanbod.id, AKKOORD)
    assert nee.value.code == "voorstel_onbekend"


def test_een_antwoord_per_brief_staat_ook_in_het_portaal(
    gemeente: w.Gemeente, sluis: Gebruiker, zaak: Zaak
) -> None:
    rij = eigen(sluis)
    w.doe(gemeente, zaak, "antwoord", voorstel=rij.voorstel, antwoord="akkoord", op=w.vandaag(), via="brief")
    assert (eigen(sluis).antwoord, queries.portaalvoorstellen(w.als(sluis))[0].open) == ("akkoord", False)


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "stuk_leeg"), (b"x" * 2_000_001, "stuk_te_groot"), (b"MZ\x90\x00" + PDF, "stuk_soort"), (b"PK\x03\x04", "stuk_soort"), (b"<html>", "stuk_soort"), (b"<svg onload=x>", "stuk_soort"),
        (b"%PDF-1.7 niets", "stuk_kapot"), (PDF.replace(b"/Type", b"/OpenAction"), "stuk_actief"), (PDF.replace(b"/Type", b"/J#61vaScript"), "stuk_actief"), (PDF.replace(b"/Type", b"/EmbeddedFiles"), "stuk_actief"), (PDF.replace(b"/Type", b"/Launch"), "stuk_actief"),
    ],
)  # fmt: skip
def test_wat_geen_opgave_is_wordt_geweigerd(inhoud: bytes, code: str) -> None:
    with pytest.raises(Geweigerd) as nee:
        soort_van(inhoud)
    assert nee.value.code == code


@pytest.mark.parametrize(("naam", "wordt"), [("../../etc/passwd", "passwd.pdf"), ("C:\\x\\opgave mei.pdf", "opgave-mei.pdf"), ('a"\r\nSet-Cookie: x.pdf', "a-Set-Cookie-x.pdf"), ("", "opgave.pdf"), ("é.exe", "opgave.pdf")])  # fmt: skip
def test_een_veilige_naam(naam: str, wordt: str) -> None:
    assert veilige_naam(naam, "application/pdf") == wordt


def test_een_opgave_komt_bij_de_behandelaar_als_bijlage(
    gemeente: w.Gemeente, sluis: Gebruiker, zaak: Zaak, opdracht: Opdracht, tmp_path: Path
) -> None:
    aanbod = eigen(sluis)
    stuk = stuur_opgave(w.als(sluis), aanbod.id, "opgave mei.pdf", PDF)
    with pytest.raises(Geweigerd) as nee:
        stuur_opgave(w.als(sluis), aanbod.id, "andere naam.pdf", PDF)
    assert nee.value.code == "stuk_bekend"
    for n in range(4):
        stuur_opgave(w.als(sluis), aanbod.id, "x.pdf", PDF + bytes([48 + n]))
    with pytest.raises(Geweigerd) as nee:
        stuur_opgave(w.als(sluis), aanbod.id, "x.pdf", PDF + b"9")
    assert nee.value.code == "te_veel_stukken"
    pad = f"/schuldhulp/zaken/{zaak.id}/opgaven/{stuk.id}"
    assert pad in w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    antwoord = w.web(gemeente.noor).get(pad)
    assert antwoord.content == PDF
    assert antwoord.headers["Content-Disposition"] == 'attachment; filename="opgave-mei.pdf"'
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    assert w.api(gemeente.noor).get(f"/api/v1{pad}").content == PDF
    uit = tmp_path / "opgave.pdf"
    assert opdracht("opgave", zaak.nummer, str(stuk.id), str(uit), "--als", gemeente.noor.email).code == 0
    assert uit.read_bytes() == PDF
    assert w.web(gemeente.ruben).get(pad).status_code in (403, 404)


def test_drie_deuren_geven_hetzelfde(gemeente: w.Gemeente, sluis: Gebruiker, licht: Gebruiker, opdracht: Opdracht, tmp_path: Path) -> None:  # fmt: skip
    machine, id_ = w.api(sluis), eigen(sluis).id
    lijst = machine.get("/api/v1/schuldhulp/portaal/voorstellen").json()["voorstellen"]
    assert lijst == [machine.get(f"/api/v1/schuldhulp/portaal/voorstellen/{id_}").json()]
    door = opdracht("portaal", "--als", sluis.email, "--json").document["voorstellen"]
    assert [rij["id"] for rij in door] == [rij["id"] for rij in lijst]
    assert opdracht("portaal-voorstel", str(id_), "--als", sluis.email).document == door[0]
    (tmp_path / "opgave.pdf").write_bytes(PDF)
    assert opdracht("portaal-opgave", str(id_), str(tmp_path / "opgave.pdf"), "--als", sluis.email).code == 0
    pagina = w.web(sluis).get(f"/schuldhulp/portaal/{id_}").content.decode()
    assert "opgave.pdf" in pagina
    fout = w.web(sluis).post(f"/schuldhulp/portaal/{id_}", {"antwoord": "geweigerd", "reden": ""})
    assert (fout.status_code, "niet vastgelegd" in fout.content.decode()) == (400, True)
    gedaan = machine.post(f"/api/v1/schuldhulp/portaal/voorstellen/{id_}/antwoord", json.dumps({"antwoord": "akkoord"}), content_type="application/json")  # fmt: skip
    assert (gedaan.status_code, gedaan.json()["antwoord"], gedaan.json()["open"]) == (201, "akkoord", False)
    weer = w.web(licht).post(f"/schuldhulp/portaal/{eigen(licht).id}", {"antwoord": "akkoord"})
    assert weer.status_code == 302


def test_aansluiten_door_drie_deuren_en_alleen_een_schuldeiser(
    gemeente: w.Gemeente, opdracht: Opdracht
) -> None:
    eiser = Schuldeiser.objects.get(naam="Belastingdienst")
    account("Fiscus", "55556666", "uitvoeringsorganisatie")
    pad = f"/schuldhulp/schuldeisers/{eiser.id}/account"
    assert w.web(gemeente.noor).post(pad, {"kvk": "55556666"}).status_code == 302
    assert Schuldeiser.objects.get(id=eiser.id).account is not None
    weg = w.api(gemeente.noor).post(f"/api/v1{pad}", json.dumps({"kvk": ""}), content_type="application/json")
    assert (weg.status_code, weg.json()["aangesloten"]) == (201, False)
    assert opdracht("schuldeiser-aansluiten", str(eiser.id), "--kvk", "55556666", "--als", gemeente.noor.email).code == 0  # fmt: skip
    elders = w.maak_gemeente("9904")
    for wie, wat, kvk, code in (
        (gemeente.noor, eiser.id, "99999999", "account_onbekend"),
        (gemeente.noor, uuid4(), "55556666", "schuldeiser_onbekend"),
        (elders.noor, eiser.id, "55556666", "schuldeiser_onbekend"),
        (gemeente.ewa, eiser.id, "55556666", "rol_ontbreekt"),
    ):
        with pytest.raises(Geweigerd) as nee:
            sluit_aan(w.als(wie), wat, kvk)
        assert nee.value.code == code
