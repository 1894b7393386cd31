"""The fields of NEN 7513 in the audit log: every kind of action fills what belongs to it."""

from __future__ import annotations

import getpass
import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.scheme import Niets
from samenhang.kernel.toezicht.audit import AuditFilter, auditlog
from samenhang.kernel.zegel import bladen, wachtrij
from samenhang.kernel.zegel.domain.regel import regels
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import gezin, melden, nood
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_nood import in_uitvoering, vraag

pytestmark = pytest.mark.django_db
ALTIJD = (
    "moment",
    "naam",
    "actie",
    "bron",
    "uitkomst",
    "gebruiker",
    "kanaal",
    "scheme",
    "trace_id",
    "span_id",
)
"""Event, moment, kind of action, system, outcome and user: of every row, whatever was done."""


def laatste(**waar: Any) -> Auditregel:
    return Auditregel.objects.filter(**waar).latest("id")


def test_elke_regel_van_een_heel_verloop_heeft_de_vaste_velden() -> None:
    g = w.maak_gemeente()
    in_uitvoering(g)
    rijen = list(Auditregel.objects.all())
    assert {rij.actie for rij in rijen} >= {"R", "U"}
    assert len({rij.naam for rij in rijen}) > 15
    for rij in rijen:
        assert not [veld for veld in ALTIJD if not getattr(rij, veld)], rij.naam
        if rij.actie != "E":
            assert rij.doel, rij.naam
            assert rij.rollen, rij.naam
            assert rij.gevraagd, rij.naam
            assert rij.tabel_hash, rij.naam
        if rij.verleend:
            assert rij.regels, rij.naam
            assert rij.grondslagen, rij.naam


def test_lezen_vastleggen_en_uitvoeren() -> None:
    g = w.maak_gemeente()
    zaak = w.in_triage(g)
    opgepakt = laatste(naam="melding oppakken")
    assert (opgepakt.actie, opgepakt.zaak_id) == ("R", zaak.id)
    queries.zaak(w.als(g.fatima), zaak.id)
    gelezen = laatste(naam="zaak bekijken")
    assert (gelezen.actie, gelezen.betrokkenheid, gelezen.stap) == ("R", "behandelaar", "triage")
    gezin.informeer(w.als(g.fatima), zaak.id, gezin.Verteld(w.moeder(zaak), "gesprek", timezone.localdate()))
    assert laatste(naam="inwoner informeren").actie == "U"
    with operatie("kernel", "proef", w.als(g.fatima)):
        pass
    assert laatste(naam="proef").actie == "E"


def test_een_weigering_noemt_geen_grondslag_en_wel_waarom() -> None:
    g = w.maak_gemeente()
    zaak = w.in_triage(g)
    assert w.web(g.buur).get(f"/wams/zaken/{zaak.id}").status_code in (200, 403)
    antwoord = w.api(g.buur).post(f"/api/v1/wams/zaken/{zaak.id}/oppakken")
    assert antwoord.status_code in (403, 404, 409)
    with pytest.raises(Exception, match=r"niet_toegestaan|betrokken|zaak"):
        gezin.informeer(
            w.als(g.buur), zaak.id, gezin.Verteld(w.moeder(zaak), "gesprek", timezone.localdate())
        )
    rij = laatste(uitkomst="geweigerd")
    assert rij.geweigerd
    assert (rij.verleend, rij.grondslagen, rij.nood) == ("", "", False)


def test_wie_het_namens_iemand_deed(capsys: pytest.CaptureFixture[str]) -> None:
    g = w.maak_gemeente()
    zaak = w.in_triage(g)
    w.web(g.fatima).get(f"/wams/zaken/{zaak.id}")
    assert (laatste().gebruiker, laatste().kanaal, laatste().uitvoerder) == ("fatima", "web", "")
    w.api(g.fatima).get(f"/api/v1/wams/zaken/{zaak.id}")
    assert (laatste().gebruiker, laatste().kanaal, laatste().uitvoerder) == ("fatima", "api", "sleutel test")
    with pytest.raises(SystemExit):
        hoofd(["wams", "toon", zaak.nummer, "--als", g.fatima.email])
    capsys.readouterr()
    rij = laatste(naam="zaak bekijken")
    assert (rij.gebruiker, rij.kanaal, rij.uitvoerder) == ("fatima", "cli", f"terminal ({getpass.getuser()})")
    with operatie("kernel", "plicht", systeem(Organisatie.objects.get(id=zaak.organisatie_id))):
        pass
    assert (laatste().gebruiker, laatste().kanaal, laatste().uitvoerder) == ("systeem", "plicht", "")


def test_een_ander_systeem_dat_over_een_collega_vraagt_staat_erbij() -> None:
    g = w.maak_gemeente()
    zaak = w.in_triage(g)
    ewa = w.medewerker(g.organisatie, "ewa", "beheerder")
    vraag_ = {
        "subject": {"type": "medewerker", "id": str(w.wie(g.fatima))},
        "action": {"name": "lezen"},
        "resource": {"type": "zaak", "id": str(zaak.id), "properties": {"categorieen": ["naw"]}},
        "context": {"doel": "triage"},
    }
    antwoord = w.api(ewa).post("/access/v1/evaluation", json.dumps(vraag_), content_type="application/json")
    assert antwoord.status_code == 200, antwoord.content
    rij = laatste(naam="toegang beoordelen")
    assert (rij.gebruiker, rij.uitvoerder) == ("fatima", "ewa, sleutel test")


def test_instemming_en_uitstel_zoals_de_beslissing_ze_kende() -> None:
    g = w.maak_gemeente()
    zaak = w.in_onderzoek(g)
    queries.zaak(w.als(g.omar), zaak.id)
    assert set(laatste(naam="zaak bekijken").instemming.split(",")) >= {"schulden", "wonen"}
    gemeld = w.meld(g, melder_soort="professional", melder="huisarts Bos")
    ander = melden.pak_op(w.als(g.fatima), gemeld.id, Niets())
    tot = timezone.localdate() + timedelta(days=14)
    reden = "Zij ligt in het ziekenhuis; haar zus vertelt het haar."
    gezin.stel_uit(w.als(g.fatima), ander.id, gezin.Uitstel(w.moeder(ander), tot, reden))
    queries.zaak(w.als(g.fatima), ander.id)
    assert laatste(naam="zaak bekijken").uitstel == tot.isoformat()


def test_nood_staat_aan_en_is_in_het_auditlog_te_zien() -> None:
    g = w.maak_gemeente()
    zaak, wie = in_uitvoering(g)
    nood.zie_in_nood(w.als(g.karin), zaak.id, vraag(wie["zoon"]))
    rij = laatste()
    assert (rij.nood, rij.grondslagen) == (True, "vitaal-belang")
    assert not Auditregel.objects.exclude(id=rij.id).filter(nood=True).exists()
    ashwin = w.medewerker(g.organisatie, "ashwin", "auditor")
    beeld = next(r for r in auditlog(w.als(ashwin), AuditFilter()).regels if r.handeling == "in nood inzien")
    assert (beeld.nood, beeld.grondslagen, beeld.cellen()[-1]) == (True, "vitaal-belang", "ja")
    uit = w.api(ashwin).get("/api/v1/auditregels").json()["items"]
    assert [r["nood"] for r in uit if r["handeling"] == "in nood inzien"] == [True]
    assert ">nood<" in w.web(ashwin).get("/logboek").content.decode().replace("\n", "").replace(" ", "")


def test_een_lege_nieuwe_kolom_verandert_geen_blad() -> None:
    """A row that has nothing in these columns has the leaf that it had before they were there."""
    namen = {"uitvoerder", "grondslagen", "instemming", "uitstel", "nood"}
    g = w.maak_gemeente()
    with operatie("kernel", "proef", w.als(g.fatima)):
        pass
    kolommen = wachtrij.kolommen("audit")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {wachtrij.noem('audit')} FROM logboek_auditregel r WHERE naam = 'proef'")
        rij = cursor.fetchone()
    oud = [n for n, kolom in enumerate(kolommen) if kolom.naam not in namen]
    assert len(oud) == len(kolommen) - len(namen)
    assert regels("audit", kolommen, [rij]) == regels(
        "audit", [kolommen[n] for n in oud], [[rij[n] for n in oud]]
    )
    assert bladen.voeg_toe() > 0
