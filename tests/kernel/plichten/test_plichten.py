"""Duties: what fails waits longer each time and stays visible; terms are reminded of once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker, Rolvervulling
from samenhang.kernel.plichten import herinneren, overzicht, uitvoerder
from samenhang.kernel.plichten.models import Herinnering, PlichtItem
from samenhang.kernel.zaken.actions import rond_termijn_af
from samenhang.kernel.zaken.models import Taak, Zaak, ZaakTermijn
from tests.bouw import Gemeente
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def alleen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., uitvoerder.Plicht]:
    """Only this duty is known."""

    def maak(**anders: object) -> uitvoerder.Plicht:
        plicht = replace(
            uitvoerder.Plicht("proef", lambda nu, hoogstens: ["een"], lambda item: None), **anders
        )
        monkeypatch.setattr(uitvoerder, "_PLICHTEN", {"proef": plicht})
        return plicht

    return maak


def test_wat_mislukt_wacht_steeds_langer_en_blijft_zichtbaar(alleen, caplog) -> None:
    def kapot(item: str) -> None:
        Taak.objects.filter(titel_nl="x").delete()
        raise ValueError("mevrouw A.B. van Dijk, Dorpsstraat 10")

    alleen(doe=kapot)
    with time_machine.travel("2026-11-24T10:00:00+01:00", tick=False) as klok:
        wachttijden = []
        for _ in range(4):
            assert uitvoerder.werk() == 0
            assert uitvoerder.werk() == 0
            rij_ = PlichtItem.objects.get()
            wachttijden.append((rij_.niet_voor - rij_.bijgewerkt).total_seconds())
            klok.move_to(rij_.niet_voor)
    assert wachttijden == [30, 60, 120, 240]
    assert uitvoerder.wacht_na(50) == timedelta(hours=6)
    assert rij_.pogingen == 4
    assert "Dijk" not in rij_.fout
    regel = caplog.records[-1]
    assert rij_.fout == f"ValueError (incident {regel.incident})"
    assert (regel.name, regel.deur, regel.item) == ("samenhang.incident", "plicht", rij_.item)


def test_een_weigering_staat_in_twee_talen(alleen) -> None:
    def weiger(item: str) -> None:
        raise Geweigerd("bestand_weg", Tekst("Het bestand is weg.", "The file is gone."))

    alleen(doe=weiger)
    uitvoerder.werk()
    fout = PlichtItem.objects.get()
    assert (fout.fout, fout.fout_en) == (
        "Het bestand is weg. (bestand_weg)",
        "The file is gone. (bestand_weg)",
    )


def test_een_poging_telt_ook_als_de_werker_sterft(alleen) -> None:
    class Dood(BaseException):
        pass

    def sterf(item: str) -> None:
        raise Dood

    alleen(doe=sterf)
    with pytest.raises(Dood):
        uitvoerder.werk()
    rij_ = PlichtItem.objects.get()
    assert rij_.pogingen == 1
    assert rij_.bezet_tot is not None
    assert uitvoerder.werk() == 0


def test_wat_intussen_niet_meer_moet_wordt_niet_gedaan(alleen) -> None:
    gedaan: list[str] = []
    lijsten = iter([["een", "twee"], ["twee"], ["twee"]])
    alleen(wat_moet=lambda nu, hoogstens: next(lijsten), doe=gedaan.append)
    assert uitvoerder.werk() == 1
    assert gedaan == ["twee"]
    assert not PlichtItem.objects.exists()


def test_een_ronde_stopt_tussen_twee_stukken_werk_en_ruimt_daarna_op(alleen) -> None:
    gedaan: list[str] = []
    opgeruimd: list[bool] = []
    open_ = ["een", "twee", "drie"]

    def doe(item: str) -> None:
        gedaan.append(item)
        open_.remove(item)

    alleen(wat_moet=lambda nu, hoogstens: list(open_), doe=doe, daarna=lambda: opgeruimd.append(True))
    assert uitvoerder.werk(stop=lambda: len(gedaan) >= 2) == 2
    assert gedaan == ["een", "twee"]
    assert uitvoerder.werk() == 1
    assert opgeruimd == [True]


def herinner_op(dag: str) -> int:
    with time_machine.travel(f"{dag}T09:00:00+01:00", tick=True):
        return sum(
            uitvoerder.doe_een(plicht, item)
            for plicht in (herinneren.TERMIJN_HERINNEREN, herinneren.HERINNERING_AFRONDEN)
            for item in plicht.wat_moet(datetime.now().astimezone(), 100)
        )


def test_aan_een_termijn_wordt_een_keer_herinnerd_en_gehaald_is_klaar(zaak: Zaak) -> None:
    termijn = ZaakTermijn.objects.filter(zaak=zaak, regel__startswith="aanbod").get()
    vooraf = (termijn.einde - timedelta(days=4)).isoformat()
    assert herinner_op(vooraf) == 0
    op_tijd = (termijn.einde - timedelta(days=3)).isoformat()
    assert herinner_op(op_tijd) == 1
    assert herinner_op(op_tijd) == 0
    taak = Herinnering.objects.get().taak
    assert taak.titel_nl == "Aanbod doen"
    assert (taak.behandelaar_id, taak.uiterlijk, taak.gemaakt_door) == (
        zaak.behandelaar_id,
        termijn.einde,
        "systeem",
    )
    assert Auditregel.objects.filter(naam="aan termijn herinneren", zaak_id=zaak.id).count() == 1
    ZaakTermijn.objects.filter(id=termijn.id).update(klaar=date(2026, 12, 1))
    assert herinner_op(op_tijd) == 1
    taak.refresh_from_db()
    assert taak.klaar is not None


def test_een_verlengde_termijn_krijgt_een_nieuwe_herinnering_en_een_opgeschorte_geen(zaak: Zaak) -> None:
    termijn = ZaakTermijn.objects.filter(zaak=zaak, regel__startswith="aanbod").get()
    dag = termijn.einde.isoformat()
    assert herinner_op(dag) >= 1
    ZaakTermijn.objects.filter(id=termijn.id).update(einde=termijn.einde + timedelta(days=1))
    assert herinner_op(dag) == 1
    assert Herinnering.objects.filter(termijn=termijn).count() == 2
    Zaak.objects.filter(id=zaak.id).update(opgeschort_sinds=date(2026, 11, 24))
    ZaakTermijn.objects.filter(id=termijn.id).update(einde=termijn.einde + timedelta(days=2))
    assert herinner_op(dag) == 0
    assert callable(rond_termijn_af)


@pytest.fixture
def beheerder(gemeente: Gemeente) -> Gebruiker:
    Rolvervulling.objects.create(
        medewerker_id=gemeente.teamleider.medewerker_id, scheme="vroegsignalering", rol="beheerder", van=date(2026, 1, 1)
    )  # fmt: skip
    return Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id)


def test_de_drie_deuren_tonen_wat_mislukt_en_proberen_opnieuw(alleen, beheerder: Gebruiker, capsys) -> None:
    pogingen: list[str] = []

    def kapot(item: str) -> None:
        pogingen.append(item)
        raise KeyError(item)

    alleen(doe=kapot)
    uitvoerder.werk()
    item = PlichtItem.objects.get()
    client = Client()
    client.force_login(beheerder)
    pagina = client.get("/beheer/plichten").content.decode()
    assert "proef" in pagina
    assert "KeyError" in pagina
    assert client.post("/beheer/plichten", {"item": item.id}).status_code == 302
    uitvoerder.werk()
    assert pogingen == ["een", "een"]
    api = client.get("/api/v1/beheer/plichten").json()["items"]
    assert [(rij_["plicht"], rij_["pogingen"]) for rij_ in api] == [("proef", 2)]
    with pytest.raises(SystemExit) as einde:
        hoofd(["beheer", "plichten", "--json"])
    assert einde.value.code == 0
    assert json.loads(capsys.readouterr().out)["mislukt"][0]["plicht"] == "proef"
    with pytest.raises(SystemExit) as einde:
        hoofd(["beheer", "plichten", "--opnieuw", str(item.id), "--json"])
    assert einde.value.code == 0
    uitvoerder.werk()
    assert len(pogingen) == 3
    assert Auditregel.objects.filter(naam="plicht opnieuw proberen").count() == 2


def test_alleen_de_beheerder_ziet_de_plichten(gemeente: Gemeente) -> None:
    with pytest.raises(Geweigerd):
        overzicht.mislukt(gemeente.sanne)
    with pytest.raises(Geweigerd):
        overzicht.opnieuw(gemeente.sanne, 1)
