"""The list of home visits: who is on it, in which order, what it shows and what it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.zaken.models import Betrokkene
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.bezoeken import Geprobeerd, is_aan_de_beurt, nog_niet
from samenhang.schemes.vroegsignalering.queries import Bezoekkeuze
from tests.schemes.vroegsignalering.brievenwereld import NAMEN, Wijk, maak_wijk

VANDAAG = date(2026, 11, 24)
BEZOEKEN = frozenset({"Telefoon", "Huisbezoek"})


def bezoek(dag: int, dagdeel: str) -> Geprobeerd:
    return Geprobeerd("Huisbezoek", date(2026, 11, dag), dagdeel)


@pytest.mark.parametrize(
    ("pogingen", "kanalen", "dagdeel", "wel"),
    [
        ((), BEZOEKEN, "", True),
        ((), frozenset({"Brief"}), "", False),
        ((bezoek(20, "Avond"),), BEZOEKEN, "", True),
        ((bezoek(20, "Avond"),), BEZOEKEN, "Avond", False),
        ((bezoek(20, "Avond"),), BEZOEKEN, "Ochtend", True),
        ((bezoek(24, "Ochtend"),), BEZOEKEN, "", False),
        ((bezoek(19, "Avond"), bezoek(20, "Ochtend")), BEZOEKEN, "", False),
        ((Geprobeerd("Telefoon", VANDAAG, "Avond"),), BEZOEKEN, "Avond", True),
    ],
)
def test_wanneer_een_bezoek_aan_de_beurt_is(
    pogingen: tuple[Geprobeerd, ...], kanalen: frozenset[str], dagdeel: str, wel: bool
) -> None:
    assert is_aan_de_beurt(pogingen, kanalen, VANDAAG, dagdeel) is wel


def test_de_dagdelen_die_nog_niet_zijn_geprobeerd() -> None:
    assert nog_niet([bezoek(20, "Avond")]) == ("Ochtend", "Middag")
    assert nog_niet([bezoek(20, d) for d in ("Ochtend", "Middag", "Avond")]) == ("Ochtend", "Middag", "Avond")


@pytest.mark.parametrize("postcodes", ["26", "2613-2611", "2611AB", "abc"])
def test_een_postcode_die_niet_kan_wordt_geweigerd_met_een_voorbeeld(postcodes: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        Bezoekkeuze(postcodes).reeksen()
    assert "2611" in fout.value.tekst.nl


@pytest.fixture
def wijk(schrijf: Callable[..., Path]) -> Wijk:
    wijk = maak_wijk(schrijf)
    regels = {"opvolging": [{"klasse": 5, "kanalen": ["Telefoon", "Huisbezoek"]}]}
    voorstel = actions.Beleidsvoorstel(VANDAAG, regels, "college", "iedereen bezoeken")
    actions.stel_beleid_vast(systeem(wijk.huis.organisatie), voorstel)
    return wijk


def namen(rijen: list[queries.Bezoek]) -> list[str]:
    return [bezoek.naam.split()[-1] for bezoek in rijen]


@pytest.mark.django_db
def test_op_de_lijst_staat_wie_bezoek_mag_krijgen_in_de_volgorde_van_de_ronde(wijk: Wijk) -> None:
    assert namen(queries.bezoeklijst(wijk.sanne, Bezoekkeuze())) == [
        "Terpstra", "Wiersma", "Haddad", "Brandsma", "Kuipers", "Postma"
    ]  # fmt: skip
    zaak = {naam: wijk.zaken[naam].id for naam in NAMEN}
    actions.schort_op(wijk.sanne, zaak["Haddad"], "in het ziekenhuis")
    actions.niet_thuis_met_kaartje(wijk.sanne, zaak["Terpstra"])
    actions.wijs_toe(wijk.huis.teamleider, [zaak["Postma"]], wijk.huis.youssef.medewerker_id, "andere wijk")
    assert namen(queries.bezoeklijst(wijk.sanne, Bezoekkeuze())) == ["Wiersma", "Brandsma", "Kuipers"]
    assert namen(queries.bezoeklijst(wijk.sanne, Bezoekkeuze("2612"))) == ["Kuipers"]
    assert namen(queries.bezoeklijst(wijk.huis.youssef, Bezoekkeuze())) == ["Postma"]
    with pytest.raises(Geweigerd) as rol:
        queries.bezoeklijst(wijk.huis.intake, Bezoekkeuze())
    assert rol.value.status == 403


@pytest.mark.django_db
def test_drie_deuren_dezelfde_lijst_zonder_bedrag_en_schuldeiser_en_elke_blik_gelogd(
    wijk: Wijk, capsys: pytest.CaptureFixture[str]
) -> None:
    from samenhang.cli.hoofd import hoofd
    from tests.api.wereld import bewijs

    client = Client()
    client.force_login(Gebruiker.objects.get(id=wijk.sanne.gebruiker_id))
    bladzijde = client.get("/vroegsignalering/bezoeken?dagdeel=Avond").content.decode()
    bestand = client.get("/vroegsignalering/bezoeken?uitvoer=csv").content.decode()
    api = Client(headers=bewijs(wijk.sanne.medewerker_id)).get("/api/v1/vroegsignalering/bezoeken").content.decode()  # fmt: skip
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "bezoeken", "--als", "sanne-9901@test.invalid", "--json"])
    assert einde.value.code == 0
    uit = capsys.readouterr().out
    for tekst in (bladzijde, bestand, api, uit):
        assert all(naam in tekst for naam in NAMEN)
        assert not any(woord in tekst for woord in ("Noordlicht", "103,", "103.", "energie"))
    assert [b["nummer"] for b in json.loads(api)["bezoeken"]] == [b["melding"] for b in json.loads(uit)["bezoeken"]]  # fmt: skip
    persoon = Betrokkene.objects.get(zaak=wijk.zaken["Terpstra"]).persoon_id
    blikken = Verwerking.objects.filter(betrokkene=betrokkene(persoon), naam="bezoeklijst bekijken")
    assert blikken.count() == 4
