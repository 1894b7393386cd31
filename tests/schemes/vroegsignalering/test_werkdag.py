"""The case worker's day: start page, work stock, dividing and undoing, filters, agenda."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, nieuw_id
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.plichten import herinneren, uitvoerder
from samenhang.kernel.zaken.models import BewaardFilter, Taak, Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.werkfilter import VOLGORDES, filter_uit
from samenhang.schemes.vroegsignalering.pages.werk import eerst_te_doen
from samenhang.schemes.vroegsignalering.queries import Filter
from tests.bouw import Gemeente, lever, maak_gemeente, rij, schrijf_levering

pytestmark = pytest.mark.django_db
NAMEN = ("Terpstra", "Haddad", "Kuipers", "Wiersma", "Brandsma", "Postma", "Yilmaz")


def bouw(map_: Path) -> Gemeente:
    """Seven cases, none of them given out."""
    gemeente = maak_gemeente()
    rijen = [
        rij(
            n,
            achternaam=naam,
            geboortedatum=f"19{50 + n}-01-1{n}",
            huisnummer=str(n + 1),
            telefoon="",
            bedrag_achterstand=f"{100 + n}.00",
        )
        for n, naam in enumerate(NAMEN)
    ]
    lever(gemeente, schrijf_levering(map_ / "levering.csv", *rijen))
    actions.pak_signalen_op(gemeente.intake)
    return gemeente


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Gemeente]], Gemeente]) -> Gemeente:
    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Gemeente, db: None) -> Gemeente:
    return deepcopy(stand)


def web(actor: Any) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def ids() -> list[Any]:
    return list(Zaak.objects.order_by("nummer").values_list("id", flat=True))


@pytest.mark.parametrize("aflopend", [False, True])
@pytest.mark.parametrize("volgorde", VOLGORDES)
def test_elke_kolom_sorteert_en_bladert_heen_en_terug(
    gemeente: Gemeente, volgorde: str, aflopend: bool
) -> None:
    actions.wijs_toe(gemeente.sanne, ids()[:3], gemeente.sanne.medewerker_id, "mijn wijk")
    for zaak_id in ids()[:2]:
        actions.bevestig_inwoner(gemeente.sanne, zaak_id, True)
    Zaak.objects.filter(id=ids()[3]).update(prioriteit=1)
    filter_ = Filter(volgorde=f"-{volgorde}" if aflopend else volgorde, aantal=3)
    rijen = list(queries.werkvoorraad(gemeente.sanne, replace(filter_, aantal=100)))
    alles = [r.nummer for r in rijen]
    assert len(alles) == len(set(alles)) == len(NAMEN)
    if volgorde == "stap":  # within a step the most urgent first
        plekken = [(["open", "benaderen"].index(rij.stap), rij.prioriteit) for rij in rijen]
        assert plekken == sorted(plekken, reverse=aflopend)
        assert len(set(plekken)) == 3
    heen, na = [], ""
    bladen = []
    while True:
        blad = queries.werkvoorraad(gemeente.sanne, replace(filter_, na=na))
        bladen.append([r.nummer for r in blad])
        heen += bladen[-1]
        if not blad.volgende:
            break
        na = blad.volgende
    assert heen == alles
    terug = queries.werkvoorraad(gemeente.sanne, replace(filter_, voor=blad.vorige))
    assert [r.nummer for r in terug] == bladen[-2]
    eerste = queries.werkvoorraad(gemeente.sanne, replace(filter_, voor=terug.vorige))
    assert ([r.nummer for r in eerste], eerste.vorige) == (bladen[0], "")


def test_filters_versmallen_de_lijst(gemeente: Gemeente) -> None:
    een, twee = ids()[:2]
    actions.wijs_toe(gemeente.sanne, [een, twee], gemeente.sanne.medewerker_id, "mijn wijk")
    actions.bevestig_inwoner(gemeente.sanne, een, True)

    def aantal(**filter_: Any) -> int:
        return len(queries.werkvoorraad(gemeente.sanne, Filter(**filter_)))

    assert aantal(behandelaar="mij") == 2
    assert aantal(behandelaar="niemand") == len(NAMEN) - 2
    assert aantal(stap="benaderen") == 1
    assert aantal(soort="enkelvoudig") == len(NAMEN)
    assert aantal(soort="meervoudig") == 0
    assert aantal(behandelaar="mij", partner="energie") == 2
    assert aantal(behandelaar="mij", partner="huur") == 0
    assert aantal(te_laat=True) == 0


@pytest.mark.parametrize(
    ("vraag", "code"),
    [
        ({"partner": "energie"}, "filter_niet_toegestaan"),
        ({"soort": "raar"}, "filter_onjuist"),
        ({"volgorde": "bedrag"}, "filter_onjuist"),
        ({"prioriteit": "x"}, "filter_onjuist"),
    ],
)
def test_een_filter_dat_niet_kan_zegt_waarom(vraag: dict[str, str], code: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        filter_uit(vraag)
    assert fout.value.code == code


def test_toewijzen_is_alles_of_niets_en_is_ongedaan_te_maken(gemeente: Gemeente) -> None:
    alle = ids()
    actions.wijs_toe(gemeente.sanne, alle[:2], gemeente.sanne.medewerker_id, "mijn wijk")
    groep = nieuw_id()
    actions.wijs_toe(
        gemeente.teamleider, alle[:4], gemeente.youssef.medewerker_id, "sanne is ziek", groep=groep
    )
    with pytest.raises(Geweigerd) as fout:
        actions.wijs_toe(gemeente.sanne, [alle[5], alle[0]], gemeente.sanne.medewerker_id, "terug")
    assert fout.value.code == "rol_ontbreekt"
    assert Zaak.objects.get(id=alle[5]).behandelaar_id is None
    actions.wijs_toe(gemeente.youssef, [alle[3]], None, "toch niet")
    assert actions.maak_toewijzing_ongedaan(gemeente.teamleider, groep) == (3, 1)
    nu = dict(Zaak.objects.values_list("id", "behandelaar_id"))
    sanne = gemeente.sanne.medewerker_id
    assert [nu[zaak] for zaak in alle[:4]] == [sanne, sanne, None, None]
    assert Auditregel.objects.filter(naam="toewijzing ongedaan maken", uitkomst="verleend").count() == 1
    for wie, wat, code in (
        (gemeente.teamleider, groep, "niet_ongedaan_te_maken"),
        (gemeente.sanne, groep, "toewijzing_onbekend"),
        (gemeente.sanne, nieuw_id(), "toewijzing_onbekend"),
    ):
        with pytest.raises(Geweigerd) as nog_eens:
            actions.maak_toewijzing_ongedaan(wie, wat)
        assert nog_eens.value.code == code


def test_de_pagina_biedt_ongedaan_maken_aan(gemeente: Gemeente) -> None:
    client = web(gemeente.sanne)
    antwoord = client.post(
        "/vroegsignalering/werkvoorraad/toewijzen",
        {"zaak": [str(i) for i in ids()[:2]], "medewerker": "mij", "reden": "mijn wijk"},
        follow=True,
    )
    tekst = antwoord.content.decode()
    assert "Maak ongedaan" in tekst
    assert Zaak.objects.filter(behandelaar_id=gemeente.sanne.medewerker_id).count() == 2
    groep = client.session["toewijzing_ongedaan"]["groep"]
    na = client.post(
        "/vroegsignalering/werkvoorraad/ongedaan", {"groep": groep}, follow=True
    ).content.decode()
    assert "Ongedaan gemaakt: 2" in na
    assert "Maak ongedaan" not in na
    assert not Zaak.objects.filter(behandelaar__isnull=False).exists()


def test_een_eigen_filter_bewaren_hernoemen_standaard_en_verwijderen(gemeente: Gemeente) -> None:
    client = web(gemeente.sanne)
    vraag = "behandelaar=niemand&volgorde=-termijn&kolommen=naam&kolommen=stap&zoek=Terpstra&alles=ja"
    client.post("/vroegsignalering/werkvoorraad/filters/bewaar", {"naam": "Vrij", "vraag": vraag})
    rij = BewaardFilter.objects.get()
    assert rij.waarden == {
        "behandelaar": "niemand",
        "volgorde": "-termijn",
        "kolommen": ["naam", "stap"],
    }, "wat u zocht wordt niet bewaard"
    client.post(
        "/vroegsignalering/werkvoorraad/filters/standaard", {"filter": str(rij.id), "standaard": "ja"}
    )
    opent = client.get("/vroegsignalering/werkvoorraad")
    assert opent.status_code == 302
    assert "behandelaar=niemand" in opent.headers["location"]
    tekst = client.get(opent.headers["location"]).content.decode()
    assert "Volgende termijn" not in tekst.split("<thead>")[1].split("</thead>")[0]
    client.post(
        "/vroegsignalering/werkvoorraad/filters/hernoem", {"filter": str(rij.id), "naam": "Van niemand"}
    )
    assert [f.naam for f in queries.mijn_filters(gemeente.sanne)] == ["Van niemand"]
    assert queries.mijn_filters(gemeente.youssef) == []
    with pytest.raises(Geweigerd) as dubbel:
        actions.bewaar_filter(gemeente.sanne, "Van niemand", Filter())
    assert dubbel.value.code == "filter_bestaat"
    with pytest.raises(Geweigerd) as ander:
        actions.verwijder_filter(gemeente.youssef, rij.id)
    assert ander.value.status == 404
    client.post("/vroegsignalering/werkvoorraad/filters/verwijder", {"filter": str(rij.id)})
    assert not BewaardFilter.objects.exists()


def test_uitvoer_csv_en_looplijst(gemeente: Gemeente) -> None:
    client = web(gemeente.sanne)
    csv = client.get("/vroegsignalering/werkvoorraad?alles=ja&uitvoer=csv")
    assert len(csv.content.decode().splitlines()) == len(NAMEN) + 1
    papier = client.get("/vroegsignalering/werkvoorraad?alles=ja&uitvoer=druk").content.decode()
    assert "Terpstra" in papier
    assert "energie" not in papier.lower().split("<tbody>")[1]


def test_mijn_werk_zet_terugbellen_en_de_eerste_termijn_voorop(gemeente: Gemeente) -> None:
    een = ids()[0]
    actions.wijs_toe(gemeente.sanne, [een], gemeente.sanne.medewerker_id, "mijn wijk")
    actions.bevestig_inwoner(gemeente.sanne, een, True)
    poging = actions.Poging(
        "Telefoon", date(2026, 11, 24), "Ochtend", False, terugbellen_op=date(2026, 11, 24)
    )
    actions.leg_contactpoging_vast(gemeente.sanne, een, poging)
    werk = queries.mijn_werk(gemeente.sanne)
    assert [taak.zaak_id for taak in werk.terugbellen] == [een]
    assert [rij.zaak_id for rij in werk.termijnen if rij.soort == "termijn"] == [een, een]
    assert werk.niet_toegewezen == len(NAMEN) - 1
    for actor in (gemeente.sanne, gemeente.teamleider, gemeente.intake):
        assert web(actor).get("/vroegsignalering/mijn-werk").status_code == 200


def test_doe_dit_eerst_noemt_elke_melding_een_keer_met_de_inwoner(gemeente: Gemeente) -> None:
    een, twee = ids()[:2]
    actions.wijs_toe(gemeente.sanne, [een, twee], gemeente.sanne.medewerker_id, "mijn wijk")
    werk = queries.mijn_werk(gemeente.sanne)
    eerst = eerst_te_doen(werk)
    assert {regel.nu.zaak_id for regel in eerst} == {een, twee}
    assert len(eerst) == 2
    assert [regel.nu.dag for regel in eerst] == sorted(regel.nu.dag for regel in eerst)
    assert all(regel.nu.dag <= later.dag for regel in eerst for later in regel.daarna)
    bron = web(gemeente.sanne).get("/vroegsignalering/mijn-werk").content.decode()
    boven = bron.partition("Doe dit eerst")[2].partition("Mijn meldingen")[0]
    for regel in eerst:
        assert regel.naam in boven
        assert boven.count(f'href="/vroegsignalering/meldingen/{regel.nu.zaak_id}"') == 1


def test_een_herinnering_staat_niet_naast_haar_termijn_en_een_drukke_melding_verdringt_geen_andere(
    gemeente: Gemeente,
) -> None:
    een, twee = ids()[:2]
    actions.wijs_toe(gemeente.sanne, [een, twee], gemeente.sanne.medewerker_id, "mijn wijk")
    for nummer in range(9):
        actions.maak_afspraak(
            gemeente.sanne, een, "betaalregeling", "inwoner", date(2026, 11, 24 + nummer % 5)
        )
    termijn = queries.agenda(gemeente.sanne, soort="termijn")[0]
    with time_machine.travel(f"{termijn.dag}T09:00:00+01:00", tick=True):
        for item in list(herinneren.TERMIJN_HERINNEREN.wat_moet(timezone.now(), 100)):
            uitvoerder.doe_een(herinneren.TERMIJN_HERINNEREN, item)
        assert Taak.objects.filter(soort="termijn", behandelaar_id=gemeente.sanne.medewerker_id).exists()
        herinneringen = set(Taak.objects.filter(soort="termijn").values_list("id", flat=True))
        for team in (False, True):
            assert not herinneringen & {rij.id for rij in queries.agenda(gemeente.sanne, team=team)}
        werk = queries.mijn_werk(gemeente.sanne)
    assert not herinneringen & {taak.id for taak in werk.taken}
    assert {regel.nu.zaak_id for regel in eerst_te_doen(werk)} == {een, twee}


def test_de_agenda_is_van_mij_of_van_het_team_en_gaat_zonder_namen_naar_buiten(gemeente: Gemeente) -> None:
    een = ids()[0]
    actions.wijs_toe(gemeente.sanne, [een], gemeente.sanne.medewerker_id, "mijn wijk")
    actions.maak_afspraak(gemeente.sanne, een, "betaalregeling", "inwoner", date(2026, 12, 1))
    mijn = queries.agenda(gemeente.sanne)
    assert {rij.zaak_id for rij in mijn} == {een}
    assert len({rij.zaak_id for rij in queries.agenda(gemeente.sanne, team=True)}) == len(NAMEN)
    assert [rij.dag for rij in queries.agenda(gemeente.sanne, soort="afspraak")] == [date(2026, 12, 1)]
    client = web(gemeente.sanne)
    ics = client.get("/vroegsignalering/agenda?van_wie=team&uitvoer=ics").content.decode()
    assert ics.startswith("BEGIN:VCALENDAR\r\n")
    assert ics.count("BEGIN:VEVENT") == ics.count("END:VEVENT") > len(NAMEN)
    assert all(len(regel.encode()) <= 75 for regel in ics.split("\r\n"))
    assert not any(naam in ics for naam in NAMEN)
    week = client.get("/vroegsignalering/agenda?week=2026-W49").content.decode()
    assert "treft een betalingsregeling" in week
    assert client.get("/vroegsignalering/agenda?week=vorige").status_code == 400
    assert web(gemeente.intake).get("/vroegsignalering/agenda").status_code == 403


def test_mijn_taken_zijn_die_op_mijn_naam_en_die_van_niemand_in_mijn_meldingen(gemeente: Gemeente) -> None:
    eigen, dicht, vrij = ids()[:3]
    actions.wijs_toe(gemeente.sanne, [eigen, dicht], gemeente.sanne.medewerker_id, "mijn wijk")
    Zaak.objects.filter(id=dicht).update(stap="gesloten", gesloten=timezone.now())
    Taak.objects.all().delete()
    sanne, youssef = gemeente.sanne.medewerker_id, gemeente.youssef.medewerker_id
    for titel, zaak, soort, wie, dag in (
        ("van mij bij een ander", vrij, "eigen", sanne, "2026-12-04"),
        ("van mij, melding dicht", dicht, "eigen", sanne, "2026-12-01"),
        ("van mij, blijft na afronden", dicht, "ontvangst", sanne, "2026-12-03"),
        ("van niemand, blijft na afronden", dicht, "ontvangst", None, "2026-12-02"),
        ("van niemand bij mij", eigen, "brp", None, "2026-12-01"),
        ("van niemand bij een ander", vrij, "brp", None, "2026-12-01"),
        ("van een ander bij mij", eigen, "eigen", youssef, "2026-12-01"),
        ("zonder dag", eigen, "eigen", sanne, None),
    ):
        Taak.objects.create(
            zaak_id=zaak, soort=soort, titel_nl=titel, titel_en=titel, behandelaar_id=wie, uiterlijk=dag,
            gemaakt=timezone.now(),
        )  # fmt: skip
    mijn = queries.agenda(gemeente.sanne, soort="taak")
    assert [(rij.titel.nl, rij.behandelaar) for rij in mijn] == [
        ("van niemand bij mij", ""),
        ("van niemand, blijft na afronden", ""),
        ("van mij, blijft na afronden", "sanne"),
        ("van mij bij een ander", "sanne"),
    ]
    assert len(queries.agenda(gemeente.sanne, soort="taak", tot=date(2026, 12, 2))) == 2
    team = queries.agenda(gemeente.sanne, soort="taak", team=True)
    assert {rij.titel.nl for rij in team} - {rij.titel.nl for rij in mijn} == {
        "van niemand bij een ander", "van een ander bij mij",
    }  # fmt: skip


def test_een_collega_werkt_er_vandaag_en_heeft_vandaag_de_rol(gemeente: Gemeente) -> None:
    """Role and employment hold on the same day; neither an old role nor a future colleague counts."""
    from samenhang.kernel.organisaties.models import Medewerker, Rolvervulling

    def erbij(
        naam: str, rol: str, werkt: tuple[str, str | None], heeft: tuple[str, str | None]
    ) -> Medewerker:
        wie = Medewerker.objects.create(
            organisatie=gemeente.organisatie, naam=naam, van=werkt[0], tot=werkt[1]
        )
        Rolvervulling.objects.create(
            medewerker=wie, scheme="vroegsignalering", rol=rol, van=heeft[0], tot=heeft[1]
        )
        return wie

    altijd = ("2026-01-01", None)
    laatste_dag = ("2026-01-01", "2026-11-24")
    weg = erbij("weg", "vroegsignaleerder", ("2026-01-01", "2026-11-23"), altijd)
    erbij("komt", "vroegsignaleerder", ("2026-11-25", None), altijd)
    erbij("rol-voorbij", "vroegsignaleerder", altijd, ("2026-01-01", "2026-11-23"))
    erbij("rol-komt", "vroegsignaleerder", altijd, ("2026-11-25", None))
    erbij("nog-net", "vroegsignaleerder", laatste_dag, laatste_dag)
    dubbel = erbij("dubbel", "intake", altijd, altijd)
    Rolvervulling.objects.create(
        medewerker=dubbel, scheme="vroegsignalering", rol="vroegsignaleerder", van="2026-01-01", tot="2026-02-01"
    )  # fmt: skip
    assert [c.naam for c in queries.collegas(gemeente.sanne)] == ["marloes", "nog-net", "sanne", "youssef"]
    assert [c.naam for c in queries.collegas(gemeente.sanne, "intake")] == ["dubbel", "intake"]
    with pytest.raises(Geweigerd, match="medewerker_onbekend"):
        actions.wijs_toe(gemeente.teamleider, ids()[:1], weg.id, "verdeling")
