"""Decisions and letters as PDF, and the resident's own page."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from pypdf import PdfReader

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Tekst
from samenhang.kernel.documenten import BRIEF, maak_pdf
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.brieftekst import teksten
from samenhang.schemes.schuldhulp.domain.brieven import (
    AAN_SCHULDEISERS,
    Brieftabel,
    Waarde,
    afzender_op,
    engels_bij,
    lees_afzenders,
    lees_teksten,
    opmaak,
    tekst_op,
    vul_in,
)
from samenhang.schemes.schuldhulp.domain.inwonertekst import WAAR
from samenhang.schemes.schuldhulp.domain.proces import ZAAK
from samenhang.schemes.schuldhulp.schuldeisers import wie
from tests.schemes.schuldhulp import wereld as w


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        return gemeente, w.met_krediet(gemeente).id

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


def tekst(pdf: bytes) -> str:
    lezer = PdfReader(io.BytesIO(pdf))
    assert lezer.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join("\n".join(blad.extract_text() for blad in lezer.pages).split())


def test_een_besluit_noemt_motivering_plan_en_bezwaar(gemeente: w.Gemeente, stand: Any) -> None:
    uit = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{stand[1]}/brieven/toelating.pdf")
    assert uit["Content-Type"] == "application/pdf"
    inhoud = tekst(uit.content)
    for deel in (w.ZIN, "opent de post", "5 januari 2027", "artikel 6:7", "R. De Wit"):
        assert deel in inhoud


def test_een_voorstel_per_schuldeiser_en_de_overeenkomst_met_het_schema(
    gemeente: w.Gemeente, stand: Any, tmp_path: Path
) -> None:
    machine, zaak = w.api(gemeente.noor), Zaak.objects.get(id=stand[1])
    bundel = machine.get(f"/api/v1/schuldhulp/zaken/{zaak.id}/brieven/voorstel").content
    assert len(PdfReader(io.BytesIO(bundel)).pages) == 3
    assert "Noordlicht Energie" in tekst(bundel)
    doel = tmp_path / "krediet.pdf"
    with pytest.raises(SystemExit):
        hoofd(["schuldhulp", "brief", zaak.nummer, "krediet", str(doel), "--als", gemeente.noor.email])
    inhoud = tekst(doel.read_bytes())
    for deel in ("€ 4.797,92", "€ 283,14", "€ 5.096,52", "24 mei 2028", "12 procent"):
        assert deel in inhoud
    nog_niet = machine.get(f"/api/v1/schuldhulp/zaken/{zaak.id}/brieven/kwijting")
    assert (nog_niet.status_code, json.loads(nog_niet.content)["code"]) == (404, "brief_onbekend")
    assert w.web(gemeente.ruben).get(f"/schuldhulp/zaken/{zaak.id}/brieven/krediet.pdf").status_code == 403


def test_wie_engels_vroeg_krijgt_het_achter_het_nederlands(
    gemeente: w.Gemeente, stand: Any, tmp_path: Path
) -> None:
    """Every kind of letter to a resident; what a worker typed stays Dutch, and a decision that went out stays as it went."""
    noor, zaak = w.als(gemeente.noor), Zaak.objects.get(id=stand[1])
    with pytest.raises(SystemExit):
        hoofd(["schuldhulp", "brieftaal", zaak.nummer, "--taal", "en", "--als", gemeente.noor.email])
    gevraagd = w.api(gemeente.noor).get(f"/api/v1/schuldhulp/zaken/{zaak.id}").json()["hulpvraag"]
    assert gevraagd["brieftaal"] == "en"

    def lees(zaak_: Zaak, soort: str) -> str:
        return tekst(queries.brief(noor, zaak_.id, soort))

    krediet, uitkomst = lees(zaak, "krediet"), lees(zaak, "uitkomst")
    for deel in (
        "Overeenkomst voor uw saneringskrediet",
        "24 mei 2028",
        "translation",
        "8 per cent effective",
        "24 May 2028",
        "Your payment schedule",
        "Sign the Dutch letter",
    ):
        assert deel in krediet, deel
    for deel in ("Uw regeling kan beginnen", "Your arrangement can begin", "Belastingdienst", "Agrees"):
        assert deel in uitkomst, deel
    assert "translation" not in lees(zaak, "toelating")  # it was announced before
    assert "translation" not in lees(zaak, "voorstel")

    nee = w.opgepakt(gemeente)
    w.doe(gemeente, nee, "brieftaal", taal="en")
    w.doe(gemeente, nee, "gesprek", op=w.DAG)
    w.doe(gemeente, nee, "afwijzing", motivering=w.ZIN)
    brief = lees(nee, "afwijzing")
    assert brief.count(w.ZIN) == 2
    assert "5 January 2027" in brief

    af = w.met_krediet(gemeente)
    w.doe(gemeente, af, "brieftaal", taal="en")
    dossier = w.open_dossier_buiten(noor, af.id)
    for rij in dossier.uitbetalingen:
        w.doe(gemeente, af, "kwijtingsbevestiging", uitbetaling=rij.id, op=w.vandaag(), via="mail")
    w.doe(gemeente, af, "inlossing", op=w.vandaag(), bedrag=dossier.leenstand.inlossom.draad())
    assert w.doe(gemeente, af, "kwijting").stap == "afgerond_kwijting"
    kwijting = lees(af, "kwijting")
    assert "You are rid of these debts" in kwijting
    assert "Discharged on" in kwijting


def test_een_tabel_van_meer_dan_een_blad_gaat_verder_op_het_volgende() -> None:
    tabel = Brieftabel(
        (Tekst("Schuldeiser", "Creditor"),), (False,), tuple((f"Eiser {n}.",) for n in range(120)), (1,)
    )
    waarden: dict[str, Waarde] = {
        "naam": "R. de Wit", "gemeente": "Waterrijk", "zaaknummer": "SH26-0000000", "consulent": "Noor", "verstuurd": date(2026, 11, 24), "ja": "120", "alle": "120",
    }  # fmt: skip
    dag = date(2026, 11, 24)
    brief = opmaak(tekst_op(teksten(), "uitkomst_akkoord", dag), waarden, ("R. de Wit",), dag, tabel)
    gegevens = {
        "titel": "t",
        "taal": "nl",
        "voorbeeld": "",
        "afzender": {"naam": "Waterrijk"},
        "brieven": [brief],
    }
    bladen = [blad.extract_text() for blad in PdfReader(io.BytesIO(maak_pdf(BRIEF, gegevens, dag))).pages]
    assert len(bladen) == 4
    assert "groet" in bladen[0]
    assert all("Schuldeiser" in blad and 5 < blad.count("Eiser ") < 60 for blad in bladen)


def test_een_nieuwe_tekst_zonder_vertaling_gaat_alleen_in_het_nederlands() -> None:
    nl = {
        "id": "kwijting",
        "vanaf": date(2026, 1, 1),
        "status": "beleid",
        "onderwerp": "Klaar",
        "alineas": [["", "Op {afgelost}."]],
    }
    en = nl | {"taal": "en", "onderwerp": "Done", "alineas": [["", "On {afgelost}."]]}
    later = nl | {"vanaf": date(2026, 6, 1)}
    gelezen = lees_teksten({"brief": [nl, en, later]})
    assert engels_bij(gelezen, tekst_op(gelezen, "kwijting", date(2026, 5, 1))) == gelezen[1]
    assert engels_bij(gelezen, tekst_op(gelezen, "kwijting", date(2026, 6, 1))) is None
    with pytest.raises(ValueError, match="taal"):
        lees_teksten({"brief": [en | {"taal": "fr"}]})
    with pytest.raises(ValueError, match="taal"):
        lees_teksten({"brief": [en | {"id": "voorstel", "alineas": []}]})
    for deel in teksten():
        if deel.taal == "nl" and deel.id not in AAN_SCHULDEISERS:
            assert engels_bij(teksten(), deel), deel.id


def test_wie_bereikbaar_is_staat_op_elke_brief() -> None:
    rij = {
        "gemeentecode": "9901",
        "vanaf": date(2026, 1, 1),
        "retouradres": "Postbus 1, 1000 AA Waterrijk",
        "telefoon": "14 099",
        "mail": "hulp@waterrijk.example",
    }
    afzenders = lees_afzenders({"afzender": [rij, rij | {"vanaf": date(2026, 6, 1), "telefoon": "14 000"}]})
    assert afzender_op(afzenders, "9901", date(2025, 12, 31)) is None
    assert afzender_op(afzenders, "9902", date(2026, 7, 1)) is None
    wie = afzender_op(afzenders, "9901", date(2026, 7, 1))
    assert wie is not None
    assert wie.telefoon == "14 000"
    waarden = {
        "naam": "R. de Wit",
        "gemeente": "Waterrijk",
        "zaaknummer": "SH26-1",
        "consulent": "Noor",
        "afgelost": date(2026, 7, 1),
    }
    brief = opmaak(
        tekst_op(teksten(), "kwijting", date(2026, 7, 1)),
        waarden,
        ["R. de Wit"],
        date(2026, 7, 1),
        afzender=wie,
    )
    assert brief["retour"] == "Retour: Postbus 1, 1000 AA Waterrijk"
    assert "14 000 · hulp@waterrijk.example" in brief["delen"][0]["voet"]
    with pytest.raises(ValueError, match="telefoon"):
        lees_afzenders({"afzender": [rij | {"telefoon": " "}]})


def test_een_tekst_die_iemand_verandert_wordt_gecontroleerd() -> None:
    goed = {"id": "kwijting", "vanaf": date(2026, 1, 1), "status": "beleid", "onderwerp": "Klaar, {naam}", "alineas": [["", "Op {afgelost}."]]}  # fmt: skip
    oud, nieuw = lees_teksten({"brief": [goed, goed | {"vanaf": date(2026, 6, 1), "onderwerp": "Nieuw"}]})
    assert tekst_op((oud, nieuw), "kwijting", date(2026, 5, 31)) == oud
    assert tekst_op((oud, nieuw), "kwijting", date(2026, 6, 1)) == nieuw
    assert vul_in("{naam} en {naam}", {"naam": "{afgelost}"}) == "{afgelost} en {afgelost}"
    with pytest.raises(ValueError, match="bezwaar_tot"):
        lees_teksten({"brief": [goed | {"id": "toelating", "alineas": [["", "Besloten."]]}]})
    with pytest.raises(ValueError, match="bsn"):
        lees_teksten({"brief": [goed | {"onderwerp": "{bsn}"}]})
    with pytest.raises(ValueError, match="aanslag"):
        lees_teksten({"brief": [goed | {"id": "aanslag"}]})
    with pytest.raises(LookupError):
        tekst_op(teksten(), "kwijting", date(2025, 12, 31))


def test_de_inwoner_ziet_waar_hij_staat_en_een_ander_niets(gemeente: w.Gemeente, stand: Any) -> None:
    persoon = Betrokkene.objects.get(zaak_id=stand[1]).persoon_id
    ik = Gebruiker.objects.create_user("dewit@test.invalid", naam="R. de Wit", persoon_id=persoon)
    client = Client()
    client.force_login(ik)
    beeld = client.get("/schuldhulp/mijn").content.decode()
    for deel in (
        "U hebt één schuldeiser",
        "noor helpt u",
        "283,14",
        "Schuldenvrij op",
        "aan de kredietbank",
        "De laatste dag van uw regeling",
        "Bel 14 000",
        "Wie krijgt uw geld",
    ):
        assert deel in beeld
    assert tekst(client.get(f"/schuldhulp/mijn/{stand[1]}/brieven/krediet.pdf").content)
    ander = Client()
    ander.force_login(Gebruiker.objects.create_user("ander@test.invalid", naam="A. Nder"))
    assert "283,14" not in ander.get("/schuldhulp/mijn").content.decode()
    assert ander.get(f"/schuldhulp/mijn/{stand[1]}/brieven/krediet.pdf").status_code == 404


def test_de_inwoner_leest_de_datum_waarop_hij_iets_kan_of_moet(gemeente: w.Gemeente, stand: Any) -> None:
    """The day on which he pays and not that on which we see that he did not; how long he can object; or who calls whom."""

    def pagina(zaak_id: Any, naam: str) -> str:
        persoon = Betrokkene.objects.get(zaak_id=zaak_id).persoon_id
        client = Client()
        client.force_login(
            Gebruiker.objects.create_user(f"{naam}@test.invalid", naam="R", persoon_id=persoon)
        )
        return " ".join(client.get("/schuldhulp/mijn").content.decode().split())

    krediet = pagina(stand[1], "een")
    assert "Uw volgende betaling" in krediet
    assert "Maandtermijn van het krediet" not in krediet
    nee = w.opgepakt(gemeente)
    w.doe(gemeente, nee, "gesprek", op=w.DAG)
    w.doe(gemeente, nee, "afwijzing", motivering=w.ZIN)
    afgewezen = pagina(nee.id, "twee")
    assert "U kunt bezwaar maken tot en met" in afgewezen
    assert "5 jan" in afgewezen
    assert "Uw consulent belt u" in pagina(w.geweigerd(gemeente).id, "drie")


def test_de_inwoner_leest_wie_nog_niet_antwoordde(gemeente: w.Gemeente) -> None:
    zaak = w.voorgesteld(gemeente)
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    client = Client()
    client.force_login(Gebruiker.objects.create_user("wacht@test.invalid", naam="W", persoon_id=persoon))
    beeld = client.get("/schuldhulp/mijn").content.decode()
    assert "Wie heeft nog niet geantwoord?" in beeld
    assert "Noordlicht Energie" in beeld
    assert "houdt het niet op" not in beeld
    rij = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).voorstellen[0]
    w.doe(gemeente, zaak, "antwoord", voorstel=rij.id, antwoord="geweigerd", op=w.vandaag(), via="brief")
    assert "houdt het niet op" in client.get("/schuldhulp/mijn").content.decode()
    keuze = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    naam = wie(rij.schuldeiser).naam
    assert keuze.index(f"{naam} (Weigert)") > keuze.index("(Gewoon (concurrent))"), "who waits stands first"
    wacht = w.opgepakt(gemeente)
    persoon = Betrokkene.objects.get(zaak=wacht).persoon_id
    client.force_login(Gebruiker.objects.create_user("laat@test.invalid", naam="L", persoon_id=persoon))
    assert "Wij zijn te laat" not in client.get("/schuldhulp/mijn").content.decode()
    with time_machine.travel("2027-02-01T10:00:00+01:00"):
        client.force_login(Gebruiker.objects.get(email="laat@test.invalid"))
        assert "Wij zijn te laat" in client.get("/schuldhulp/mijn").content.decode()


def test_elke_stap_heeft_woorden_voor_de_inwoner() -> None:
    assert set(WAAR) == {stap.naam for stap in ZAAK.stappen}
