"""The course of a melding beside the main road: Z codes, corrections, second reader, objection, the resident's own page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import (
    TERUGKOPPELING,
    terugkoppeling,
)
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.handelingen.bezwaar import BezwaarBesluit
from samenhang.schemes.vroegsignalering.models import Signaal
from tests.bouw import Gemeente
from tests.schemes.vroegsignalering.brievenwereld import tekst as pdf_tekst
from tests.schemes.vroegsignalering.brievenwereld import zet_afzender
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)
SANNE = "sanne-9901@test.invalid"


@pytest.fixture
def inwoner(zaak: Zaak) -> Actor:
    return Actor(None, "inwoner", None, "", persoon_id=Persoon.objects.get().id)


def bel(gemeente: Gemeente, zaak: Zaak, *, bereikt: bool, dagdeel: str = "Ochtend") -> None:
    poging = actions.Poging("Telefoon", VANDAAG, dagdeel, bereikt)
    actions.leg_contactpoging_vast(gemeente.sanne, zaak.id, poging)


def code(doe: Callable[[], object]) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe()
    return fout.value.code


def stap(zaak: Zaak) -> str:
    zaak.refresh_from_db()
    return zaak.stap


def bewoon(gemeente: Gemeente, zaak: Zaak) -> None:
    actions.leg_brp_vast(gemeente.sanne, zaak.id, "inwoner")


def test_niet_bereikt_vraagt_twee_dagdelen_en_een_kaartje_telt_niet(gemeente: Gemeente, zaak: Zaak) -> None:
    bewoon(gemeente, zaak)
    actions.niet_thuis_met_kaartje(gemeente.sanne, zaak.id)
    bel(gemeente, zaak, bereikt=False)
    assert code(lambda: actions.geef_op(gemeente.sanne, zaak.id, "nooit thuis")) == "Z02"
    bel(gemeente, zaak, bereikt=False, dagdeel="Avond")
    actions.geef_op(gemeente.sanne, zaak.id, "nooit thuis")
    assert stap(zaak) == "niet_bereikt"
    actions.rond_af(gemeente.sanne, zaak.id, "geen_contact", "nooit thuis")
    assert stap(zaak) == "gesloten"


def test_geen_contact_kan_niet_als_de_inwoner_is_bereikt(gemeente: Gemeente, zaak: Zaak) -> None:
    bewoon(gemeente, zaak)
    bel(gemeente, zaak, bereikt=False, dagdeel="Avond")
    bel(gemeente, zaak, bereikt=True)
    assert code(lambda: actions.rond_af(gemeente.sanne, zaak.id, "geen_contact", "x")) == "Z02"


def test_een_verbeterde_poging_blijft_zichtbaar_en_telt_niet_meer(gemeente: Gemeente, zaak: Zaak) -> None:
    bewoon(gemeente, zaak)
    bel(gemeente, zaak, bereikt=True)
    (oud,) = queries.melding(gemeente.sanne, zaak.id).pogingen
    goed = actions.Poging("Telefoon", VANDAAG, "Middag", False)
    assert (
        code(lambda: actions.verbeter_contactpoging(gemeente.sanne, zaak.id, oud.groep, goed, " "))
        == "reden_ontbreekt"
    )
    actions.verbeter_contactpoging(gemeente.sanne, zaak.id, oud.groep, goed, "verkeerd aangevinkt")
    beeld = queries.melding(gemeente.sanne, zaak.id)
    assert {(p.bereikt, p.vervallen_reden) for p in beeld.pogingen} == {
        (True, "verkeerd aangevinkt"),
        (False, ""),
    }
    assert not beeld.feiten.poging_bereikt
    assert (
        code(lambda: actions.verbeter_contactpoging(gemeente.sanne, zaak.id, oud.groep, goed, "weer"))
        == "poging_onbekend"
    )
    assert code(lambda: actions.rond_af(gemeente.sanne, zaak.id, "regelt_zelf", "x")) == "Z01"


def test_contact_voor_de_brp_kan_niet_en_onzeker_houdt_het_tegen(gemeente: Gemeente, zaak: Zaak) -> None:
    assert code(lambda: bel(gemeente, zaak, bereikt=False)) == "Z03"
    actions.leg_brp_vast(gemeente.sanne, zaak.id, "onzeker", "andere voorletter")
    assert code(lambda: actions.niet_thuis_met_kaartje(gemeente.sanne, zaak.id)) == "Z03"
    bewoon(gemeente, zaak)
    assert stap(zaak) == "benaderen"


@pytest.mark.parametrize(
    ("uitkomst", "resultaat"),
    [("geen_inwoner", "geen_inwoner"), ("verhuisd", "geen_inwoner"), ("overleden", "overleden")],
)
def test_wie_hier_niet_woont_verlaat_de_melding(
    gemeente: Gemeente, zaak: Zaak, uitkomst: str, resultaat: str
) -> None:
    actions.leg_brp_vast(gemeente.sanne, zaak.id, uitkomst)
    assert stap(zaak) == "gesloten"
    assert queries.melding(gemeente.sanne, zaak.id).uitkomst.resultaat == resultaat  # type: ignore[union-attr]
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot_register(
            gemeente.intake, "vroegsignalering", doel="aanlevering", leest=("signaal",)
        )
        assert Signaal.objects.met(toegang).get().status == resultaat


def test_al_bekend_en_ander_traject(gemeente: Gemeente, zaak: Zaak) -> None:
    s = gemeente.sanne
    assert code(lambda: actions.rond_af(s, zaak.id, "al_bekend", "x")) == "Z12"
    assert code(lambda: actions.leg_bekend_vast(s, zaak.id, "K. de Wit", VANDAAG, False)) == "Z12"
    assert code(lambda: actions.leg_traject_vast(s, zaak.id, "bewindvoerder", VANDAAG)) == "Z06"
    assert code(lambda: actions.rond_af(s, zaak.id, "ander_traject", "x")) == "Z06"
    actions.leg_bekend_vast(s, zaak.id, "K. de Wit", VANDAAG, True)
    assert stap(zaak) == "al_bekend"
    actions.rond_af(s, zaak.id, "al_bekend", "overgenomen")
    assert stap(zaak) == "gesloten"


def test_zonder_signaal_geen_benadering(gemeente: Gemeente, zaak: Zaak) -> None:
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot_register(
            gemeente.intake, "vroegsignalering", doel="aanlevering", leest=("signaal",), schrijft=("signaal",)
        )
        Signaal.objects.met(toegang).update(status="ingetrokken")
    assert code(lambda: bewoon(gemeente, zaak)) == "Z07"


def test_de_terugkoppeling_is_een_gesloten_lijst() -> None:
    assert {terugkoppeling(r) for r in RESULTATEN.values()} <= set(TERUGKOPPELING)
    gelijk = {terugkoppeling(RESULTATEN[naam]) for naam in ("geen_contact", "regelt_zelf", "geen_reactie")}
    assert gelijk == {"gesloten_zonder_hulp"}
    assert terugkoppeling(RESULTATEN["andere_reden"]) == "niet_opgepakt"


@pytest.mark.parametrize("dag", [date(2026, 11, 25), date(2026, 11, 23)])
def test_een_poging_is_niet_morgen_en_niet_voor_ontvangst(gemeente: Gemeente, zaak: Zaak, dag: date) -> None:
    bewoon(gemeente, zaak)
    poging = actions.Poging("Telefoon", dag, "Ochtend", True)
    assert code(lambda: actions.leg_contactpoging_vast(gemeente.sanne, zaak.id, poging)) == "Z05"


def test_een_verwijzing_zonder_de_inwoner_vraagt_een_tweede_lezer(gemeente: Gemeente, zaak: Zaak) -> None:
    s, lead = gemeente.sanne, gemeente.teamleider
    assert code(lambda: actions.rond_af(s, zaak.id, "zonder_inwoner", "acute nood")) == "Z11"
    assert (
        code(lambda: actions.vraag_tweede_lezer(s, zaak.id, s.medewerker_id, "acute nood"))
        == "zelf_tweede_lezer"
    )
    actions.vraag_tweede_lezer(s, zaak.id, lead.medewerker_id, "acute nood")
    assert code(lambda: actions.rond_af(s, zaak.id, "zonder_inwoner", "acute nood")) == "Z11"
    assert code(lambda: actions.lees_mee(s, zaak.id, True, "zelf")) == "zelf_tweede_lezer"
    actions.lees_mee(lead, zaak.id, False, "nog een keer proberen")
    assert code(lambda: actions.rond_af(s, zaak.id, "zonder_inwoner", "acute nood")) == "Z11"
    actions.vraag_tweede_lezer(s, zaak.id, lead.medewerker_id, "nog een keer geprobeerd")
    actions.lees_mee(lead, zaak.id, True, "eens")
    actions.rond_af(s, zaak.id, "zonder_inwoner", "acute nood")
    assert stap(zaak) == "gesloten"


def test_bezwaar_stopt_contact_tot_het_is_afgewezen(gemeente: Gemeente, zaak: Zaak, inwoner: Actor) -> None:
    bewoon(gemeente, zaak)
    with time_machine.travel("2026-12-01T10:00:00+01:00"):
        actions.maak_bezwaar(inwoner, zaak.id, "ik wil dit niet")
        assert zaak.termijnen.get(regel="bezwaar").einde == date(2027, 1, 4)
        poging = actions.Poging("Telefoon", date(2026, 12, 1), "Ochtend", True)
        assert code(lambda: actions.leg_contactpoging_vast(gemeente.sanne, zaak.id, poging)) == "Z08"
        assert code(lambda: actions.maak_bezwaar(inwoner, zaak.id, "")) == "al_bezwaar"
        with pytest.raises(NietToegestaan):
            actions.beslis_op_bezwaar(gemeente.sanne, zaak.id, False, "hulp aanbieden is een wettelijke taak")
        lead = gemeente.teamleider
        assert code(lambda: actions.beslis_op_bezwaar(lead, zaak.id, False, "nee")) == "motivering_ontbreekt"
        actions.beslis_op_bezwaar(lead, zaak.id, False, "Hulp aanbieden is een taak uit de wet.")
        assert code(lambda: actions.beslis_op_bezwaar(lead, zaak.id, True, "toch wel, bij nader inzien")) == (
            "geen_bezwaar"
        )
        actions.leg_contactpoging_vast(gemeente.sanne, zaak.id, poging)
    assert stap(zaak) == "bereikt"


def test_een_toegewezen_bezwaar_stopt_het_contact_voorgoed(
    gemeente: Gemeente, zaak: Zaak, inwoner: Actor
) -> None:
    bewoon(gemeente, zaak)
    actions.maak_bezwaar(inwoner, zaak.id, "")
    actions.beslis_op_bezwaar(gemeente.teamleider, zaak.id, True, "De melding berust op een oud adres.")
    assert code(lambda: bel(gemeente, zaak, bereikt=True)) == "Z08"
    actions.rond_af(gemeente.sanne, zaak.id, "andere_reden", "bezwaar toegewezen")
    assert code(lambda: actions.heropen(gemeente.sanne, zaak.id, "toch")) == "Z08"
    (eigen,) = queries.mijn_zaken(inwoner)
    assert eigen.beeld.bezwaren[0].motivering == "De melding berust op een oud adres."
    client = bewoner(inwoner)
    pagina = client.get("/vroegsignalering/mijn-gegevens").content.decode()
    assert rechtsmiddel_van(VANDAAG).pagina.nl in pagina, "eerst bezwaar, dan pas de rechter (UAVG art. 34)"


def test_het_besluit_op_bezwaar_gaat_per_brief_door_drie_deuren(
    gemeente: Gemeente, zaak: Zaak, inwoner: Actor, tmp_path: Path
) -> None:
    bewoon(gemeente, zaak)
    zet_afzender(gemeente)
    actions.maak_bezwaar(inwoner, zaak.id, "")
    lead, sanne, reden = gemeente.teamleider, gemeente.sanne, "Hulp aanbieden is een taak uit de wet."
    leider = Client()
    leider.force_login(Gebruiker.objects.get(medewerkers__id=lead.medewerker_id))
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=lead.medewerker_id), "test")
    machine = Client(
        headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"}
    )
    web, pad = f"/vroegsignalering/meldingen/{zaak.id}", f"/api/v1/vroegsignalering/meldingen/{zaak.id}"
    assert code(lambda: queries.besluitbrief(sanne, zaak.id)) == "geen_besluit"

    lijf = {"toegewezen": "nee", "motivering": reden, "vooraf": "ja", "versie": zaak.versie}
    gezien = leider.post(f"{web}/bezwaar-beslissen", lijf)
    assert (gezien.status_code, gezien["Content-Type"]) == (200, "application/pdf")
    assert "VOORBEELD" in pdf_tekst(gezien.content)
    assert leider.post(f"{web}/bezwaar-beslissen", lijf | {"motivering": "nee"}).status_code == 400
    machinelijf = {"toegewezen": False, "motivering": reden}
    antwoord = machine.post(f"{pad}/bezwaarbesluit/vooraf", machinelijf, content_type="application/json")
    assert antwoord.content == gezien.content
    assert not zaak.taken.filter(soort="brief").exists(), "er is niets vastgelegd"

    actions.beslis_op_bezwaar(lead, zaak.id, False, reden)
    assert zaak.taken.filter(soort="brief", titel_nl__startswith="Post het besluit", klaar=None).exists()
    assert (
        code(lambda: queries.besluitbrief_vooraf(lead, zaak.id, BezwaarBesluit(True, reden)))
        == "geen_bezwaar"
    )
    brief = leider.get(f"{web}/besluit-op-bezwaar.pdf").content
    woorden = pdf_tekst(brief)
    for deel in ("Op 24 november 2026", "u krijgt geen gelijk", reden, "UAVG artikel 34", "Pas na dat bezwaar kunt u naar de rechter", "AVG artikel 77", "your objection is refused"):  # fmt: skip
        assert deel in woorden, deel
    assert "VOORBEELD" not in woorden
    assert machine.get(f"{pad}/besluitbrief").content == brief
    assert queries.besluitbrief(sanne, zaak.id) == brief == queries.besluitbrief(inwoner, zaak.id)
    doel = tmp_path / "besluit.pdf"
    with pytest.raises(SystemExit):
        hoofd(["vroegsignalering", "besluitbrief", zaak.nummer, "--naar", str(doel), "--als", SANNE])
    assert doel.read_bytes() == brief
    behandelt = Client()
    behandelt.force_login(Gebruiker.objects.get(email=SANNE))
    for client, pagina in ((behandelt, web), (bewoner(inwoner), "/vroegsignalering/mijn-gegevens")):
        assert "besluit-op-bezwaar.pdf" in client.get(pagina).content.decode()


def test_de_termijn_van_het_bezwaar_mag_een_keer_langer_en_de_inwoner_krijgt_een_brief(
    gemeente: Gemeente, zaak: Zaak, inwoner: Actor, tmp_path: Path
) -> None:
    bewoon(gemeente, zaak)
    zet_afzender(gemeente)
    actions.maak_bezwaar(inwoner, zaak.id, "")
    sanne, reden = gemeente.sanne, "Wij wachten op wat de verhuurder hierover schrijft."
    client = Client()
    client.force_login(Gebruiker.objects.get(email=SANNE))
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=sanne.medewerker_id), "test")
    machine = Client(
        headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"}
    )
    web, pad = f"/vroegsignalering/meldingen/{zaak.id}", f"/api/v1/vroegsignalering/meldingen/{zaak.id}"
    assert code(lambda: actions.verleng(sanne, zaak.id, "informeren", "druk")) == "verlenging_onmogelijk"
    assert code(lambda: actions.verleng(sanne, zaak.id, "bezwaar", "druk")) == "geen_zin"
    assert code(lambda: queries.bericht_later(sanne, zaak.id)) == "brief_onbekend"
    with time_machine.travel("2026-12-28T10:00:00+01:00"):
        assert code(lambda: actions.verleng(sanne, zaak.id, "bezwaar", reden)) == "termijn_voorbij"

    lijf = {"termijn": "bezwaar", "reden": reden}
    gezien = client.post(f"{web}/verlengen", lijf | {"vooraf": "ja", "versie": zaak.versie})
    assert (gezien.status_code, gezien["Content-Type"]) == (200, "application/pdf")
    assert "VOORBEELD" in pdf_tekst(gezien.content)
    assert (
        machine.post(f"{pad}/verlengen/vooraf", lijf, content_type="application/json").content
        == gezien.content
    )
    ander = machine.post(
        f"{pad}/verlengen/vooraf", lijf | {"termijn": "kopie"}, content_type="application/json"
    )
    assert (ander.status_code, ander.json()["code"]) == (409, "geen_brief")
    assert not zaak.termijnen.get(regel="bezwaar").verlengd, "er is niets vastgelegd"

    actions.verleng(sanne, zaak.id, "bezwaar", reden)
    assert zaak.termijnen.get(regel="bezwaar").einde == date(2027, 2, 24)
    assert code(lambda: actions.verleng(sanne, zaak.id, "bezwaar", reden)) == "verlenging_onmogelijk"
    assert zaak.taken.filter(soort="brief", titel_nl__startswith="Post de brief", klaar=None).exists()
    brief = client.get(f"{web}/bezwaar-later.pdf").content
    for deel in ("Op 24 november 2026", "uiterlijk 24 december 2026", "uiterlijk 24 februari 2027", reden, "AVG artikel 12 lid 3", "by 24 February 2027"):  # fmt: skip
        assert deel in pdf_tekst(brief), deel
    assert "VOORBEELD" not in pdf_tekst(brief)
    assert machine.get(f"{pad}/bezwaarbericht").content == brief == queries.bericht_later(inwoner, zaak.id)
    doel = tmp_path / "later.pdf"
    with pytest.raises(SystemExit):
        hoofd(["vroegsignalering", "bezwaarbericht", zaak.nummer, "--naar", str(doel), "--als", SANNE])
    assert doel.read_bytes() == brief
    assert "bezwaar-later.pdf" in client.get(f"{web}/termijnen").content.decode()
    eigen = bewoner(inwoner).get("/vroegsignalering/mijn-gegevens").content.decode()
    assert "Ons antwoord komt later" in eigen
    assert "bezwaar-later.pdf" in eigen


def test_opschorten_verschuift_streefdata_en_niet_de_wet(gemeente: Gemeente, zaak: Zaak) -> None:
    streef, wet = (zaak.termijnen.get(regel=naam).einde for naam in ("aanbod_5", "informeren"))
    actions.schort_op(gemeente.sanne, zaak.id, "wacht op wijkteam")
    with time_machine.travel("2026-12-01T10:00:00+01:00"):
        actions.hervat(gemeente.sanne, zaak.id, "wijkteam klaar")
    assert zaak.termijnen.get(regel="aanbod_5").einde > streef
    assert zaak.termijnen.get(regel="informeren").einde == wet


def test_een_dreiging_die_later_blijkt_start_de_korte_termijn(gemeente: Gemeente, zaak: Zaak) -> None:
    bewoon(gemeente, zaak)
    bel(gemeente, zaak, bereikt=True)
    actions.doe_aanbod(gemeente.sanne, zaak.id, "telefoon", VANDAAG)
    persoon = Betrokkene.objects.get().persoon_id
    actions.aanvaard(gemeente.sanne, zaak.id, persoon, VANDAAG, dreiging=False)
    actions.leg_dreiging_vast(gemeente.sanne, zaak.id, True)
    zaak.refresh_from_db()
    assert zaak.volgende_termijn == date(2026, 11, 27)
    actions.leg_gesprek_vast(gemeente.sanne, zaak.id)
    actions.leg_vervolg_vast(gemeente.sanne, zaak.id, "overdracht_schuldhulp")
    assert zaak.termijnen.get(regel="besluit_schuldhulp").einde == date(2027, 1, 19)
    actions.rond_af(gemeente.sanne, zaak.id, "vervolghulp_financieel", "overgedragen")
    assert zaak.termijnen.get(regel="besluit_schuldhulp").vervallen


def test_een_collega_helpt_mee_zonder_bedragen_te_zien(gemeente: Gemeente, zaak: Zaak) -> None:
    bewoon(gemeente, zaak)
    actions.laat_deelnemen(gemeente.sanne, zaak.id, gemeente.youssef.medewerker_id, "belt vandaag")
    beeld = queries.melding(gemeente.youssef, zaak.id)
    assert (beeld.personen[0].telefoon, beeld.personen[0].signalen) == ("0612345678", ())
    poging = actions.Poging("Telefoon", VANDAAG, "Ochtend", False)
    actions.leg_contactpoging_vast(gemeente.youssef, zaak.id, poging)
    assert (
        code(
            lambda: actions.laat_deelnemen(
                gemeente.sanne, zaak.id, gemeente.youssef.medewerker_id, "nog eens"
            )
        )
        == "doet_al_mee"
    )
    deelname = next(d for d in beeld.deelnames if d.betrokkenheid == "taak")
    actions.beeindig_deelname(gemeente.sanne, zaak.id, deelname.id, "klaar")
    with pytest.raises(NietToegestaan):
        actions.leg_contactpoging_vast(gemeente.youssef, zaak.id, poging)


def test_taken_en_plan(gemeente: Gemeente, zaak: Zaak) -> None:
    s = gemeente.sanne
    actions.maak_taak(s, zaak.id, "Bel de verhuurder", date(2026, 11, 30), None)
    actions.maak_afspraak(s, zaak.id, "budgetcursus", "inwoner", None)
    assert code(lambda: actions.maak_afspraak(s, zaak.id, "vrije tekst", "inwoner", None)) == "keuze_onjuist"
    beeld = queries.melding(s, zaak.id)
    eigen = next(t for t in beeld.taken if t.soort == "eigen")
    brp = next(t for t in beeld.taken if t.soort == "brp")
    actions.geef_taak(s, zaak.id, eigen.id, gemeente.youssef.medewerker_id)
    actions.rond_taak_af(s, zaak.id, eigen.id)
    assert code(lambda: actions.rond_taak_af(s, zaak.id, eigen.id)) == "taak_onbekend"
    assert code(lambda: actions.rond_taak_af(s, zaak.id, brp.id)) == "taak_volgt_uit_stap"
    actions.rond_afspraak_af(s, zaak.id, beeld.plan[0].id)
    assert code(lambda: actions.rond_afspraak_af(s, zaak.id, beeld.plan[0].id)) == "afspraak_onbekend"


def bewoner(inwoner: Actor) -> Client:
    client = Client()
    client.force_login(
        Gebruiker.objects.create_user("b@test.invalid", naam="Bewoner", persoon_id=inwoner.persoon_id)
    )
    return client


@pytest.mark.parametrize(
    ("taal", "zinnen"),
    [
        (
            "nl",
            ("Wij proberen u te bereiken", "Uw contactpersoon", "432,10", "stuurden wij niets aan anderen"),
        ),
        ("en", ("We are trying to reach you", "Your contact", "432,10", "we sent nothing to others")),
    ],
)
def test_de_pagina_van_de_inwoner_zegt_alles_in_gewone_taal(
    gemeente: Gemeente, zaak: Zaak, inwoner: Actor, taal: str, zinnen: tuple[str, ...]
) -> None:
    bewoon(gemeente, zaak)
    client = bewoner(inwoner)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = taal
    tekst = client.get("/vroegsignalering/mijn-gegevens", headers={"accept-language": taal}).content.decode()
    for zin in zinnen:
        assert zin in tekst
    assert "/logboek" in tekst


@pytest.mark.parametrize(("taal", "zin"), [("nl", "ochtend: Huisbezoek"), ("en", "morning: Home visit")])
def test_de_inwoner_leest_hoe_men_hem_zocht_in_zijn_taal(
    gemeente: Gemeente, zaak: Zaak, inwoner: Actor, taal: str, zin: str
) -> None:
    bewoon(gemeente, zaak)
    poging = actions.Poging("Huisbezoek", date(2026, 11, 24), "Ochtend", False)
    actions.leg_contactpoging_vast(gemeente.sanne, zaak.id, poging)
    client = bewoner(inwoner)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = taal
    assert zin in client.get("/vroegsignalering/mijn-gegevens").content.decode()


def test_de_pagina_van_de_inwoner_zegt_hoe_de_gemeente_te_bereiken_is(
    gemeente: Gemeente, zaak: Zaak, inwoner: Actor
) -> None:
    bewoon(gemeente, zaak)
    client = bewoner(inwoner)
    assert "Vragen?" not in client.get("/vroegsignalering/mijn-gegevens").content.decode()
    zet_afzender(gemeente)
    tekst = client.get("/vroegsignalering/mijn-gegevens").content.decode()
    assert 'href="tel:14 015"' in tekst
    assert 'href="mailto:hulp@waterrijk.example"' in tekst


def test_de_inwoner_zegt_ja_en_dat_er_iets_niet_klopt(gemeente: Gemeente, zaak: Zaak, inwoner: Actor) -> None:
    client = bewoner(inwoner)
    basis = f"/vroegsignalering/meldingen/{zaak.id}"
    assert client.get(basis).headers["location"] == "/vroegsignalering/mijn-gegevens"
    for wat, lijf in (("hulp-ja", {}), ("verbetering-vragen", {"wat": "bedrag"})):
        for zin in ("Ontvangen", "al van u ontvangen"):
            na: Any = client.post(f"{basis}/{wat}", lijf, follow=True)
            assert zin in na.content.decode()
    soorten = {taak.soort for taak in queries.mijn_werk(gemeente.sanne).taken}
    assert {"wil_hulp", "onjuist_bedrag"} <= soorten
    with pytest.raises(NietToegestaan):
        actions.vraag_hulp(gemeente.sanne, zaak.id)
