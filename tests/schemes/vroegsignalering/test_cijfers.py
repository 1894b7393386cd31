"""The figures from end to end: counted by the system, published protected, through every door."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import Error, connection, transaction
from django.test import Client

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.cijfers.bescherming import DREMPEL, GEHEEL
from samenhang.kernel.cijfers.models import Telling, Vaststelling
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.plichten import uitvoerder
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.plichten import CIJFERS_VASTSTELLEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.api.wereld import Wereld, wereld

__all__ = ["wereld"]

pytestmark = pytest.mark.django_db
NOVEMBER = date(2026, 11, 1)


def beleid(wereld: Wereld) -> Any:
    """A policy officer of the municipality, who treats no case."""
    rollen = {SCHEME.naam: frozenset({"beleid"})}
    return replace(wereld.gemeente.teamleider, rollen=rollen)


def op(dag: str) -> Any:
    return time_machine.travel(f"{dag}T09:00:00+01:00", tick=True)


def stel_vast(wereld: Wereld, dag: str = "2027-01-01") -> Vaststelling:
    """November as published on a day: two months later its course is ripe."""
    actions.leg_inwonertal_vast(beleid(wereld), date(2026, 1, 1), 30_000, "CBS")
    with op(dag):
        return actions.stel_cijfers_vast(beleid(wereld))[0]


def tel(wereld: Wereld) -> None:
    actions.leg_inwonertal_vast(beleid(wereld), date(2026, 1, 1), 30_000, "CBS")
    actions.tel_cijfers(beleid(wereld))


def test_de_tellingen_kloppen_en_sluiten(wereld: Wereld) -> None:
    rij = stel_vast(wereld)
    geteld = rij.tellingen
    assert rij.maand == NOVEMBER
    assert geteld["signalen"][GEHEEL] == geteld["signalen"]["energie"] == 122
    assert geteld["meldingen"][GEHEEL] == len(wereld.zaken)
    for groep in SCHEME.telgroepen:
        for deel in groep.uitsplitsingen:
            som = sum(geteld[groep.naam][cel.naam] for cel in deel.cellen)
            assert som == geteld[groep.naam][deel.van or GEHEEL], (groep.naam, deel.naam)


def test_tellen_gebeurt_door_het_systeem_voor_het_doel_cijfers_en_staat_in_beide_logs(wereld: Wereld) -> None:
    stel_vast(wereld)
    regel = Auditregel.objects.filter(naam="cijfers vaststellen").latest("id")
    assert regel.doel == "cijfers"
    assert regel.verleend == "opvolging,signaal,uitkomst"
    assert regel.regels == "vs-cijfers-tellen"
    assert regel.gebruiker == "marloes"
    verwerkt = Verwerking.objects.filter(operatie_id=regel.operatie_id)
    assert verwerkt.count() == regel.aantal_personen >= 120
    assert {rij.doel for rij in verwerkt} == {"cijfers"}
    assert "naw" not in verwerkt[0].categorieen


def test_wie_meekijkt_krijgt_met_de_rol_geen_personen(wereld: Wereld) -> None:
    from samenhang.kernel.logboek.operatie import operatie
    from samenhang.kernel.toegang import NietToegestaan
    from samenhang.schemes.vroegsignalering.queries.cijfers import toegang_voor_cijfers

    with pytest.raises(NietToegestaan), operatie(SCHEME.naam, "proef", beleid(wereld)):
        toegang_voor_cijfers(beleid(wereld))


@pytest.mark.parametrize("wie", ["sanne", "intake"])
def test_alleen_beleid_en_teamleider_zien_en_stellen_vast(wereld: Wereld, wie: str) -> None:
    actor = getattr(wereld.gemeente, wie)
    for doe in (actions.stel_cijfers_vast, actions.tel_cijfers, queries.cijfers, queries.interne_cijfers):
        with pytest.raises(Geweigerd) as weigering:
            doe(actor)
        assert weigering.value.code == "rol_ontbreekt"


def test_wat_is_gepubliceerd_is_beschermd_en_opnieuw_te_berekenen(wereld: Wereld) -> None:
    stel_vast(wereld)
    gegeven = queries.cijfers(beleid(wereld))
    assert gegeven is not None
    getallen = [n for c in gegeven.cijfers for n in (c.teller, c.noemer) if n is not None]
    assert getallen
    assert not [n for n in getallen if 0 < n < DREMPEL]
    (per_1000,) = gegeven.van("signalen_per_1000", NOVEMBER)
    assert str(per_1000.waarde) == "4.07"
    with op("2027-02-01"):
        actions.stel_cijfers_vast(beleid(wereld))
        opnieuw = queries.cijfers(beleid(wereld), date(2027, 1, 1))
    assert opnieuw == gegeven


def test_een_maand_die_loopt_is_geteld_en_niet_gepubliceerd(wereld: Wereld) -> None:
    """Nor is the course of cases in the month after: signals and composition are, results are not."""
    rij = stel_vast(wereld, "2026-11-24")
    assert (rij.maand, rij.gepubliceerd) == (NOVEMBER, {})
    assert queries.cijfers(beleid(wereld)) is None
    rij = stel_vast(wereld, "2026-12-01")
    assert "enkelvoudig" in rij.gepubliceerd["meldingen"]
    assert "niet_bereikt" not in rij.gepubliceerd["meldingen"]
    assert "aanvaardingen" not in rij.gepubliceerd


def test_intern_is_precies_van_nu_en_alleen_voor_wie_erover_gaat(wereld: Wereld) -> None:
    """Three cases closed: nobody outside may know, the policy officer steers on it."""
    for zaak in wereld.zaken[1:4]:
        actions.bevestig_inwoner(wereld.gemeente.sanne, zaak.id, False)
    tel(wereld)
    gegeven = queries.interne_cijfers(beleid(wereld))
    assert gegeven is not None
    assert gegeven.intern
    (opgepakt,) = gegeven.van("opgepakt", NOVEMBER)
    zaken = len(wereld.zaken)
    assert (opgepakt.teller, opgepakt.noemer) == (zaken - 3, zaken)
    assert queries.cijfers(beleid(wereld)) is None
    assert Client().get("/api/v1/vroegsignalering/cijfers/intern").status_code == 401
    bladzijde = pagina(wereld, "/vroegsignalering/cijfers").content.decode()
    assert "Alleen voor intern gebruik" in bladzijde
    assert f"{zaken - 3} van {zaken}" in bladzijde
    bestand = pagina(wereld, "/vroegsignalering/cijfers?uitvoer=csv")
    assert "# INTERN" in bestand.content.decode()
    assert "cijfers-intern.csv" in bestand.headers["content-disposition"]
    openbaar = Client().get("/vroegsignalering/openbaar/cijfers?gemeente=9901").content.decode()
    assert f"{zaken - 3} van" not in openbaar


def test_opnieuw_tellen_vervangt_de_telling_en_publiceert_niet(wereld: Wereld) -> None:
    tel(wereld)
    with op("2026-12-02"):
        actions.tel_cijfers(beleid(wereld))
    assert set(Telling.objects.values_list("maand", "peildatum")) == {
        (NOVEMBER, date(2026, 12, 2)),
        (date(2026, 12, 1), date(2026, 12, 2)),
    }
    assert not Vaststelling.objects.exists()


def test_twee_keer_op_een_dag_is_een_keer_en_terug_kan_niet(wereld: Wereld) -> None:
    eerste = stel_vast(wereld)
    assert stel_vast(wereld) == eerste
    with op("2026-11-20"), pytest.raises(Geweigerd) as weigering:
        actions.stel_cijfers_vast(beleid(wereld))
    assert weigering.value.code == "peildatum_oud"


def test_een_kleine_wijziging_houdt_een_uitsplitsing_op_en_de_andere_niet(wereld: Wereld) -> None:
    """Two more cases closed between two reference dates would show in the difference; seven do not."""
    zaken = iter(wereld.zaken[1:])

    def sluit(aantal: int) -> None:
        for _ in range(aantal):
            actions.bevestig_inwoner(wereld.gemeente.sanne, next(zaken).id, False)

    sluit(7)
    eerste = stel_vast(wereld, "2027-01-01")
    assert eerste.gepubliceerd["meldingen"]["niet_opgepakt"] == 7
    sluit(2)
    klein = stel_vast(wereld, "2027-02-01")
    assert klein.tellingen["meldingen"]["niet_opgepakt"] == 9
    assert "niet_opgepakt" not in klein.gepubliceerd["meldingen"]
    assert "enkelvoudig" in klein.gepubliceerd["meldingen"]
    gegeven = queries.cijfers(beleid(wereld))
    assert gegeven is not None
    (opgepakt,), (enkel,) = gegeven.van("opgepakt", NOVEMBER), gegeven.van("enkelvoudig", NOVEMBER)
    assert (opgepakt.peildatum, enkel.peildatum) == (date(2027, 1, 1), date(2027, 2, 1))
    bladzijde = pagina(wereld, "/vroegsignalering/cijfers?beeld=gepubliceerd").content.decode()
    assert "per 1 jan 2027" in bladzijde
    assert "per 1 feb 2027" in bladzijde
    sluit(5)
    groot = stel_vast(wereld, "2027-03-01")
    assert groot.gepubliceerd["meldingen"]["niet_opgepakt"] == 14


def test_een_vaststelling_verandert_nooit_meer(wereld: Wereld) -> None:
    rij = stel_vast(wereld)
    for opdracht in ("UPDATE cijfers_vaststelling SET inwoners = 1", "DELETE FROM cijfers_vaststelling"):
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)
    assert Vaststelling.objects.get(id=rij.id).inwoners == 30_000


def test_de_plicht_doet_het_elke_maand_een_keer(wereld: Wereld) -> None:
    assert list(CIJFERS_VASTSTELLEN.wat_moet(_nu(), 10)) == [str(wereld.gemeente.organisatie.id)]
    uitvoerder.werk()
    assert Vaststelling.objects.count() == 1
    assert list(CIJFERS_VASTSTELLEN.wat_moet(_nu(), 10)) == []
    with time_machine.travel("2026-12-01T09:00:00+01:00", tick=True):
        assert len(list(CIJFERS_VASTSTELLEN.wat_moet(_nu(), 10))) == 1


def _nu() -> Any:
    from django.utils import timezone

    return timezone.now()


def pagina(wereld: Wereld, pad: str, taal: str = "nl") -> Any:
    from samenhang.kernel.organisaties.models import Gebruiker

    client = Client(headers={"accept-language": taal})
    client.force_login(Gebruiker.objects.get(id=wereld.gemeente.teamleider.gebruiker_id))
    return client.get(pad)


def test_de_pagina_leeg_en_met_cijfers_in_twee_talen(wereld: Wereld) -> None:
    leeg = pagina(wereld, "/vroegsignalering/cijfers").content.decode()
    assert "Nog niet geteld" in leeg
    leeg = pagina(wereld, "/vroegsignalering/cijfers?beeld=gepubliceerd").content.decode()
    assert "Nog niets gepubliceerd" in leeg
    tel(wereld)
    vol = pagina(wereld, "/vroegsignalering/cijfers").content.decode()
    assert "Energie gaf in nov 2026 de meeste signalen: 100,0%" in vol
    assert "122 van 30.000" in vol
    assert "<svg" in vol
    assert "ongeverifieerd" in vol
    engels = pagina(wereld, "/vroegsignalering/cijfers", "en").content.decode()
    assert "Energy gave most signals in Nov 2026: 100.0%" in engels
    assert "122 of 30,000" in engels


def test_een_cijfer_dat_niet_getoond_wordt_is_een_teken_met_een_uitleg(wereld: Wereld) -> None:
    """One legend says it once; a figure without any month to show stands in no row of marks."""
    stel_vast(wereld)
    bron = pagina(wereld, "/vroegsignalering/cijfers?beeld=gepubliceerd").content.decode()
    tabel = bron.partition('id="alle"')[2].partition("</table>")[0]
    legenda, _, rijen = tabel.partition("<tbody>")
    for rij in rijen.split("</tr>")[:-1]:
        cellen = re.findall(r'<td class="getal"[^>]*>(.*?)</td>', rij, re.S)
        assert not all('aria-hidden="true"' in cel for cel in cellen), rij
    tekens = set(re.findall(r'aria-hidden="true">(.)</span>', rijen))
    assert tekens == set(re.findall(r"<dt>(.)</dt>", legenda))
    assert "Nog niet te tonen" in bron


def test_openbaar_zonder_inloggen_alleen_wat_openbaar_is(wereld: Wereld) -> None:
    stel_vast(wereld)
    bladzijde = Client().get("/vroegsignalering/openbaar/cijfers")
    assert bladzijde.status_code == 200
    assert "Signalen per 1.000 inwoners" in bladzijde.content.decode()
    uit = Client().get("/api/v1/vroegsignalering/openbaar/cijfers?gemeente=9901").json()
    namen = {cijfer["indicator"] for cijfer in uit["cijfers"]}
    assert "signalen_per_1000" in namen
    assert "pogingen_per_soort" not in namen
    assert Client().get("/api/v1/vroegsignalering/openbaar/cijfers?gemeente=0000").status_code == 404
    assert Client().get("/vroegsignalering/openbaar/cijfers?gemeente=0000").status_code == 404


def test_csv_en_json_zeggen_hetzelfde_als_de_api(wereld: Wereld) -> None:
    stel_vast(wereld)
    regels = (
        pagina(wereld, "/vroegsignalering/cijfers?beeld=gepubliceerd&uitvoer=csv")
        .content.decode()
        .splitlines()
    )
    assert [regel[0] for regel in regels[:2]] == ["#", "#"]
    rijen = list(csv.DictReader(io.StringIO("\n".join(regels[2:])), delimiter=";"))
    uit = json.loads(pagina(wereld, "/vroegsignalering/cijfers?beeld=gepubliceerd&uitvoer=json").content)
    assert [(r["indicator"], r["maand"], r["klasse"], r["waarde"]) for r in rijen] == [
        (c["indicator"], c["maand"], c["klasse"] or "", c["waarde"] or "") for c in uit["cijfers"]
    ]
    openbaar = Client().get("/api/v1/vroegsignalering/openbaar/cijferbestand?gemeente=9901")
    assert openbaar.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(
    "vraag, code", [("peildatum=gisteren", 400), ("uitvoer=xml", 400), ("gemeente=zzzz", 404)]
)
def test_een_verkeerde_vraag_krijgt_uitleg(wereld: Wereld, vraag: str, code: int) -> None:
    stel_vast(wereld)
    assert Client().get(f"/vroegsignalering/openbaar/cijfers?{vraag}").status_code == code
    uit = Client().get(f"/api/v1/vroegsignalering/openbaar/cijfers?gemeente=9901&{vraag}")
    assert uit.status_code == 400
    assert uit.json()["fouten"]
