"""Both logs: written with what they tell about, only growing, and read by who may read them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import action, operatie
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.logboek.queries import EigenFilter, over_mij
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.toezicht.audit import KOLOMMEN, AuditFilter, auditlog, audituitvoer
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from tests.bouw import Gemeente, maak_gemeente
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)


def werker(gemeente: Gemeente, wie: str, rol: str) -> Actor:
    gebruiker = Gebruiker.objects.create_user(f"{wie}@test.invalid", naam=wie)
    medewerker = Medewerker.objects.create(gebruiker=gebruiker, organisatie=gemeente.organisatie, naam=wie)
    Rolvervulling.objects.create(
        medewerker=medewerker, scheme="vroegsignalering", rol=rol, van=date(2026, 1, 1)
    )
    return actor_van(gebruiker, VANDAAG)


def inwoner(zaak: Zaak) -> Actor:
    return Actor(None, "inwoner", None, "", persoon_id=Betrokkene.objects.get(zaak=zaak).persoon_id)


def test_een_blik_staat_met_de_velden_van_beide_standaarden_in_de_logboeken(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    wie = replace(gemeente.sanne, trace="0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331")
    queries.melding(wie, zaak.id)
    verwerking = Verwerking.objects.latest("id")
    audit = Auditregel.objects.latest("id")
    assert verwerking.operatie_id == audit.operatie_id
    assert (verwerking.trace_id, verwerking.ouder_span_id) == (
        "0af7651916cd43dd8448eb211c80319c",
        "b7ad6b7169203331",
    )
    assert len(verwerking.span_id) == 16
    assert verwerking.status == "Ok"
    assert verwerking.start <= verwerking.einde
    assert verwerking.bron == "samenhang"
    assert verwerking.verwerkingsactiviteit == "urn:samenhang:verwerking:vroegsignalering:melding-bekijken"
    assert verwerking.betrokkene == betrokkene(Betrokkene.objects.get(zaak=zaak).persoon_id)
    assert verwerking.betrokkene_soort == "persoon"
    assert not {"gebruiker", "gebruiker_id"} & {veld.name for veld in Verwerking._meta.get_fields()}
    assert (audit.gebruiker, audit.rollen, audit.kanaal) == ("sanne", "vroegsignaleerder", "web")
    assert (audit.betrokkenheid, audit.stap, audit.doel) == ("behandelaar", "open", "opvolging")
    assert audit.zaak_id == zaak.id
    assert audit.uitkomst == "verleend"
    assert "vs-behandelaar-volgt-op" in audit.regels
    assert audit.plichten == "informeren"
    assert len(audit.tabel_hash) == 64
    assert audit.aantal_personen == 1


def test_het_logboek_kost_twee_opdrachten(gemeente: Gemeente, zaak: Zaak) -> None:
    with CaptureQueriesContext(
        connection,
    ) as gevangen:
        queries.melding(gemeente.sanne, zaak.id)
    erin = [q["sql"] for q in gevangen.captured_queries if "INSERT INTO" in q["sql"]]
    assert len(erin) == 2
    assert all('"logboek_' in sql for sql in erin)


def test_een_handeling_die_mislukt_laat_niets_achter(gemeente: Gemeente, zaak: Zaak) -> None:
    @action("vroegsignalering", "half werk")
    def half(actor: Actor) -> None:
        Zaak.objects.filter(id=zaak.id).update(prioriteit=1)
        raise RuntimeError("stroom weg")

    oud = (Auditregel.objects.count(), Verwerking.objects.count(), Zaak.objects.get().prioriteit)
    with pytest.raises(RuntimeError):
        half(gemeente.sanne)
    assert (Auditregel.objects.count(), Verwerking.objects.count(), Zaak.objects.get().prioriteit) == oud


def test_een_fout_in_de_invoer_is_geen_weigering_van_toegang(gemeente: Gemeente) -> None:
    oud = Auditregel.objects.count()
    with pytest.raises(Geweigerd), operatie("vroegsignalering", "x", gemeente.sanne):
        raise Geweigerd("veld", Tekst("Fout.", "Wrong."))
    assert Auditregel.objects.count() == oud


@pytest.mark.parametrize("soort", ["besluit", "rol", "onbekende zaak"])
def test_elke_weigering_laat_precies_haar_eigen_regel_achter(
    gemeente: Gemeente, zaak: Zaak, soort: str
) -> None:
    oud = Verwerking.objects.count()
    Zaak.objects.filter(id=zaak.id).update(prioriteit=9)

    def doe() -> None:
        if soort == "besluit":
            actions.leg_gesprek_vast(gemeente.youssef, zaak.id)
        elif soort == "onbekende zaak":
            queries.melding(gemeente.youssef, uuid4())
        with operatie("vroegsignalering", "beheer", gemeente.youssef):
            Zaak.objects.filter(id=zaak.id).update(prioriteit=1)
            rol_vereist(gemeente.youssef, "vroegsignalering", "beheerder")

    with pytest.raises(Geweigerd):
        doe()
    regel = Auditregel.objects.filter(gebruiker="youssef").get()
    assert regel.uitkomst == "geweigerd"
    code = {"besluit": "niet_betrokken", "rol": "rol_ontbreekt", "onbekende zaak": "zaak_onbekend"}[soort]
    assert code in {paar[1] for paar in regel.geweigerd}
    assert Verwerking.objects.count() == oud
    assert Zaak.objects.get().prioriteit == 9


def test_de_logboeken_groeien_alleen(zaak: Zaak) -> None:
    for model in (Verwerking, Auditregel):
        tabel, regel = model._meta.db_table, model.objects.first()
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(naam="anders")
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all()._raw_delete("default")
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {tabel}" if connection.vendor == "postgresql" else f"REPLACE INTO {tabel} SELECT * FROM {tabel}")  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.bulk_create([regel], update_conflicts=True, unique_fields=["id"], update_fields=["naam"])  # fmt: skip
        assert model.objects.get(id=regel.id).naam == regel.naam


def test_de_inwoner_leest_in_gewone_woorden_wie_keek_en_waarom(gemeente: Gemeente, zaak: Zaak) -> None:
    for _ in range(3):
        queries.melding(gemeente.sanne, zaak.id)
    uit = over_mij(inwoner(zaak))
    regel = next(rij for rij in uit.regels if rij.naam == "melding bekijken")
    assert regel.wat == Tekst("Iemand bekeek uw melding", "Someone looked at your case")
    assert regel.keer == 3
    assert regel.organisatie == "Waterrijk (GM9901)"
    assert [functie.nl for functie in regel.functies] == ["Vroegsignaleerder"]
    assert regel.waarom.nl == "u hulp aanbieden bij een betalingsachterstand"
    assert [wet.artikel for wet in regel.wetten] == ["Wgs art. 3 lid 1 onder b"]
    assert "Betalingsachterstand" in [soort.nl for soort in regel.categorieen]
    assert "sanne" not in str(uit)
    assert over_mij(inwoner(zaak)).regels[0].zelf


def test_de_inwoner_filtert_en_bladert(gemeente: Gemeente, zaak: Zaak) -> None:
    wie = inwoner(zaak)
    morgen = over_mij(wie, EigenFilter(van=date(2026, 11, 25)))
    assert morgen.regels == ()
    alles = over_mij(wie, EigenFilter(van=VANDAAG, tot=VANDAAG))
    assert alles.regels
    assert over_mij(wie, EigenFilter(organisatie=gemeente.organisatie.id)).regels
    assert not over_mij(wie, EigenFilter(organisatie=uuid4())).regels
    signaal = over_mij(wie, EigenFilter(categorie="signaal")).regels
    assert signaal
    assert all("Betalingsachterstand" in [s.nl for s in rij.categorieen] for rij in signaal)
    Verwerking.objects.bulk_create(
        Verwerking(
            operatie_id=uuid4(), naam=f"n{n}", start=datetime(2026, 11, 1, tzinfo=UTC), einde=datetime(2026, 11, 1, tzinfo=UTC),
            status="Ok", betrokkene=betrokkene(wie.persoon_id), scheme="vroegsignalering", organisatie_id=gemeente.organisatie.id,
        )
        for n in range(30)
    )  # fmt: skip
    eerste, tweede = over_mij(wie), over_mij(wie, EigenFilter(blad=2))
    assert eerste.meer
    assert not {rij.naam for rij in eerste.regels} & {rij.naam for rij in tweede.regels}


def test_een_ander_ziet_de_regels_van_de_inwoner_niet(gemeente: Gemeente, zaak: Zaak) -> None:
    ander = Persoon.objects.create(
        organisatie=gemeente.organisatie, scheme="vroegsignalering", sleutel="ander", bekend_sinds=datetime(2026, 1, 1, tzinfo=UTC)
    )  # fmt: skip
    uit = over_mij(Actor(None, "ander", None, "", persoon_id=ander.id))
    assert uit.regels == ()
    with pytest.raises(Geweigerd):
        over_mij(gemeente.sanne)


def test_alleen_auditor_en_fg_zien_het_auditlog(gemeente: Gemeente, zaak: Zaak) -> None:
    schemes = geinstalleerde_schemes()
    for rol in (rol.naam for rol in schemes["vroegsignalering"].rollen):
        wie = replace(gemeente.sanne, naam=rol, rollen={"vroegsignalering": frozenset({rol})})
        if rol in ("auditor", "fg"):
            assert auditlog(wie).regels
        else:
            with pytest.raises(NietToegestaan):
                auditlog(wie)
            assert Auditregel.objects.filter(gebruiker=rol, uitkomst="geweigerd").exists()
    with pytest.raises(Geweigerd):
        auditlog(inwoner(zaak))


@pytest.fixture
def auditor(gemeente: Gemeente, zaak: Zaak) -> Actor:
    with pytest.raises(NietToegestaan):
        actions.leg_gesprek_vast(gemeente.youssef, zaak.id)
    return werker(gemeente, "audrey", "auditor")


def test_de_auditor_filtert_en_dat_wordt_vastgelegd(gemeente: Gemeente, zaak: Zaak, auditor: Actor) -> None:
    alles = auditlog(auditor)
    assert alles.geweigerd == 1
    weigering = auditlog(auditor, AuditFilter(uitkomst="geweigerd")).regels
    assert [(rij.gebruiker, rij.zaak) for rij in weigering] == [("youssef", zaak.nummer)]
    assert weigering[0].redenen[0].nl.startswith("U bent niet bij deze zaak betrokken")
    assert {r.gebruiker for r in auditlog(auditor, AuditFilter(medewerker="sanne")).regels} == {"sanne"}
    assert auditlog(auditor, AuditFilter(regel="vs-intake")).regels
    assert not auditlog(auditor, AuditFilter(van=date(2026, 11, 25))).regels
    via_zaak = auditlog(auditor, AuditFilter(zaak=zaak.nummer.lower()))
    assert via_zaak.personen == 1
    assert {rij.zaak for rij in via_zaak.regels} == {zaak.nummer}
    persoon = auditlog(auditor, AuditFilter(zaak=zaak.nummer, persoon=1)).regels
    assert {"aanlevering verwerken", "signalen oppakken"} <= {rij.handeling for rij in persoon}
    blik = Auditregel.objects.filter(gebruiker="audrey").latest("id")
    assert blik.wijziging == {"filter": {"zaak": zaak.nummer, "persoon": "1"}}
    assert over_mij(inwoner(zaak)).regels[0].naam == "auditlog bekijken"


@pytest.mark.parametrize(
    ("filter_", "code"),
    [
        (AuditFilter(persoon=1), "zaak_nodig"),
        (AuditFilter(zaak="VS26-ONBEKEND"), "zaak_onbekend"),
    ],
)
def test_een_persoon_alleen_via_een_eigen_zaak(auditor: Actor, filter_: AuditFilter, code: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        auditlog(auditor, filter_)
    assert fout.value.code == code


def test_een_auditor_ziet_alleen_de_eigen_organisatie(auditor: Actor, zaak: Zaak) -> None:
    ander = werker(maak_gemeente("9902", "Zandwijk", "99990039"), "zara", "auditor")
    assert all(rij.gebruiker == "zara" for rij in auditlog(ander).regels)
    with pytest.raises(Geweigerd, match="zaak_onbekend"):
        auditlog(ander, AuditFilter(zaak=zaak.nummer))


def test_bladeren_slaat_niets_over(auditor: Actor, gemeente: Gemeente, zaak: Zaak) -> None:
    for _ in range(60):
        with operatie("vroegsignalering", "veel", gemeente.sanne):
            pass
    gezien: list[UUID] = []
    filter_ = AuditFilter(medewerker="sanne")
    while True:
        uit = auditlog(auditor, filter_)
        gezien += [rij.id for rij in uit.regels]
        if uit.volgende is None:
            break
        filter_ = replace(filter_, na=uit.volgende)
    assert len(gezien) == len(set(gezien)) == Auditregel.objects.filter(gebruiker="sanne").count()


def test_uitvoer_voert_geen_formules_uit(auditor: Actor, gemeente: Gemeente) -> None:
    with operatie("vroegsignalering", "=1+1", replace(gemeente.sanne, naam="=cmd|' /C calc'!A0")) as op:
        op.verandert("+31 6")
    client = Client()
    client.force_login(Gebruiker.objects.get(email="audrey@test.invalid"))
    tekst = client.get("/logboek/uitvoer.csv").content.decode()
    rijen = list(csv.reader(io.StringIO(tekst), delimiter=";"))
    assert tuple(rijen[0]) == KOLOMMEN
    assert not [cel for rij in rijen[1:] for cel in rij if cel.startswith(("=", "+", "-", "@"))]
    document = json.loads(client.get("/logboek/uitvoer.json?medewerker=sanne").content)
    assert {rij["gebruiker"] for rij in document} == {"sanne"}
    assert client.get("/logboek/uitvoer.xlsx").status_code == 404
    assert len(audituitvoer(auditor)) >= len(rijen) - 1


def test_de_drie_deuren_tonen_hetzelfde(gemeente: Gemeente, zaak: Zaak, auditor: Actor, capsys) -> None:
    queries.melding(gemeente.sanne, zaak.id)
    bewoner = Gebruiker.objects.create_user(
        "bewoner@test.invalid", naam="Bewoner", persoon_id=inwoner(zaak).persoon_id
    )
    client = Client()
    client.force_login(bewoner)
    pagina = client.get("/logboek").content.decode()
    assert "Iemand bekeek uw melding" in pagina
    assert '<a class="nl-link" href="/wetten/wgs-3-1-b">' in pagina
    assert "sanne" not in pagina
    wet = client.get("/wetten/wgs-3-1-b").content.decode()
    assert "Hulp aanbieden na een bericht over een rekening" in wet
    assert "Nog niet nagelezen" in wet
    koppen = re.findall(r"<h3>(.*?)</h3>.*?<dd>(.*?)</dd>", wet, re.S)
    assert koppen
    assert len(koppen) == len(set(koppen))  # a function and a purpose stand there once
    assert client.get("/wetten/geen-wet").status_code == 404
    assert client.get("/wetten/tijdreg-2.4").status_code == 200  # a number of an article has a point in it
    assert client.get("/logboek?van=2026-02-31").status_code == 400
    api = client.get("/api/v1/logboek/eigen").json()
    assert "Iemand bekeek uw melding" in [rij["wat"] for rij in api["items"]]
    assert client.get("/api/v1/auditregels").status_code == 403
    with pytest.raises(SystemExit) as einde:
        hoofd(["logboek", "wie-keek", "--als", "bewoner@test.invalid", "--json"])
    assert einde.value.code == 0
    assert "Iemand bekeek uw melding" in [r["wat"] for r in json.loads(capsys.readouterr().out)["regels"]]

    client.force_login(Gebruiker.objects.get(email="audrey@test.invalid"))
    pagina = client.get("/logboek?mensen=ja").content.decode()
    assert f'<a href="?zaak={zaak.nummer}">{zaak.nummer}</a>' in pagina
    assert "Vroegsignaleerder" in pagina
    assert "auditlog bekijken" not in pagina.partition("<tbody>")[2]
    per_zaak = client.get(f"/logboek?zaak={zaak.nummer}").content.decode()
    assert "betrokkene 1" in per_zaak
    pagina = client.get("/logboek?uitkomst=geweigerd").content.decode()
    assert "youssef" in pagina
    assert "rij--fout" in pagina
    assert client.get("/api/v1/auditregels?uitkomst=geweigerd").json()["items"][-1]["gebruiker"] == "youssef"
    over_mensen = client.get("/api/v1/auditregels?overMensen=true").json()["items"]
    assert over_mensen
    assert all(rij["personen"] for rij in over_mensen)
    assert any(not rij["personen"] for rij in client.get("/api/v1/auditregels").json()["items"])
    with pytest.raises(SystemExit) as einde:
        hoofd(["logboek", "audit", "--als", "audrey@test.invalid", "--medewerker", "youssef", "--json"])
    assert einde.value.code == 0
    assert json.loads(capsys.readouterr().out)["geweigerd"] == 1
    with pytest.raises(SystemExit):
        hoofd(["logboek", "audit", "--als", "audrey@test.invalid", "--over-mensen", "--json"])
    assert all(rij["personen"] for rij in json.loads(capsys.readouterr().out)["regels"])
