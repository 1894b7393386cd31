"""The feedback file of a month, and the partner's own page: what it sent, what was refused, what it was told."""

from __future__ import annotations

import csv
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

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import grenzen_van_maand
from samenhang.schemes.vroegsignalering.models import Partnerafspraak, Terugkoppelbericht
from tests.bouw import Gemeente, lever, maak_gemeente, rij, schrijf_levering, werker

VANDAAG = date(2026, 11, 24)


@pytest.mark.parametrize("maand", ["2026", "2026-13", "11-2026", "2026-11-01", "", "november"])
def test_wat_geen_maand_is_wordt_geweigerd_met_een_voorbeeld(maand: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        grenzen_van_maand(maand)
    assert "2026-11" in fout.value.tekst.nl


def test_een_maand_loopt_tot_de_eerste_van_de_volgende() -> None:
    assert grenzen_van_maand("2026-12") == (date(2026, 12, 1), date(2027, 1, 1))


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Gemeente]], Gemeente]) -> Gemeente:
    """The municipality, built once for the module."""
    return blijvend(bouw)


@pytest.fixture
def huis(stand: Gemeente, db: None) -> Gemeente:
    return deepcopy(stand)


def bouw(map_: Path) -> Gemeente:
    """Three signals: one below the threshold, one that ends in accepted help, one that ends declined."""
    huis = maak_gemeente()
    Partnerafspraak.objects.update(terugkoppeling=["onterecht", "hulp_aanvaard"])
    rijen = [rij(1, bedrag_achterstand="50.00")]
    for n, naam in ((2, "Haddad"), (3, "Kuipers")):
        rijen.append(rij(n, achternaam=naam, geboortedatum=f"195{n}-01-02", huisnummer=str(n), telefoon=""))
    rijen.append(rij(4, bedrag_achterstand="1.234"))
    lever(huis, schrijf_levering(map_ / "levering.csv", *rijen))
    actions.pak_signalen_op(huis.intake)
    for zaak in Zaak.objects.order_by("nummer"):
        actions.wijs_toe(huis.sanne, [zaak.id], huis.sanne.medewerker_id, "mijn wijk")
        actions.bevestig_inwoner(huis.sanne, zaak.id, True)
        actions.leg_contactpoging_vast(
            huis.sanne, zaak.id, actions.Poging("Telefoon", VANDAAG, "Ochtend", True)
        )
        actions.doe_aanbod(huis.sanne, zaak.id, "telefoon", VANDAAG)
        if queries.melding(huis.sanne, zaak.id).personen[0].naam.endswith("Haddad"):
            persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
            actions.aanvaard(huis.sanne, zaak.id, persoon, VANDAAG, False)
        else:
            actions.leg_afwijzing_vast(huis.sanne, zaak.id, VANDAAG)
            actions.rond_af(huis.sanne, zaak.id, "regelt_zelf", "wil geen hulp")
    return huis


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, str]:
    from samenhang.cli.hoofd import hoofd

    capsys.readouterr()
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "terugkoppeling", "--partner", "Noordlicht", *argumenten])
    assert isinstance(einde.value.code, int)
    return einde.value.code, capsys.readouterr().out


VERWACHT = [
    {"signaal_id": "E-1", "soort": "onterecht", "datum": "2026-11-24", "pauze_tot": ""},
    {"signaal_id": "E-2", "soort": "hulp_aanvaard", "datum": "2026-11-24", "pauze_tot": "2026-12-24"},
]


def test_het_bestand_bevat_alleen_wat_de_afspraak_toelaat(
    huis: Gemeente, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, uit = opdracht(capsys, "--periode", "2026-11")
    assert (code, list(csv.DictReader(io.StringIO(uit), delimiter=";"))) == (0, VERWACHT)
    pad = tmp_path / "terug.csv"
    code, _ = opdracht(capsys, "--periode", "2026-11", "--uitvoer", str(pad))
    assert (code, pad.read_text("utf-8")) == (0, uit)
    code, document = opdracht(capsys, "--periode", "2026-11", "--json")
    assert [regel["signaalId"] for regel in json.loads(document)["regels"]] == ["E-1", "E-2"]
    for woord in ("Haddad", "Kuipers", "E-3", "afgewezen", "geldt", "Dorpsstraat", "432,10", "432.10"):
        assert woord not in uit
        assert woord not in document
    assert Terugkoppelbericht.objects.count() == 1


def test_wat_na_de_maand_gebeurt_staat_in_de_volgende(
    huis: Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opdracht(capsys, "--periode", "2026-10") == (0, "signaal_id;soort;datum;pauze_tot\n")
    assert Terugkoppelbericht.objects.count() == 0
    with time_machine.travel("2026-12-01T00:30:00+01:00"):
        assert opdracht(capsys, "--periode", "2026-11")[1].count("\n") == 1
        assert opdracht(capsys, "--periode", "2026-12")[1].count("\n") == 3
    for fout in (("--periode", "2026"), ("--periode", "2026-11", "--uitvoer", "/bestaat/niet.csv")):
        assert opdracht(capsys, *fout)[0] == 2


def test_drie_deuren_en_de_partner_haalt_alleen_zijn_eigen_maand_op(huis: Gemeente) -> None:
    from tests.api.wereld import bewijs

    actions.koppel_terug(huis.intake)
    partner = werker(Gemeente(huis.partner, *[None] * 5), "karin", "partner")
    ander = Organisatie.objects.create(soort="drinkwaterbedrijf", naam="Bronwater", kvk="99990039")
    vreemd = werker(Gemeente(ander, *[None] * 5), "wim", "partner")
    adres = f"/vroegsignalering/terugkoppeling/maand?periode=2026-11&partij={huis.organisatie.id}"
    antwoord = web(partner).get(adres)
    assert list(csv.DictReader(io.StringIO(antwoord.content.decode()), delimiter=";")) == VERWACHT
    assert "terugkoppeling_99990021_9901_2026-11.csv" in antwoord["Content-Disposition"]
    assert Terugkoppelbericht.objects.get().opgehaald is not None
    assert web(vreemd).get(adres).status_code == 404
    pad = f"/api/v1/vroegsignalering/terugkoppelmaand?periode=2026-11&partij={huis.partner.id}"
    regels = Client(headers=bewijs(huis.intake.medewerker_id)).get(pad).json()["regels"]
    assert [(r["signaalId"], r["pauzeTot"]) for r in regels] == [("E-1", None), ("E-2", "2026-12-24")]


def web(actor: Any) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def test_de_eigen_bladzijde_van_een_partner_toont_geleverd_geweigerd_en_terug_en_niets_anders(
    huis: Gemeente,
) -> None:
    actions.koppel_terug(huis.intake)
    partner = werker(Gemeente(huis.partner, *[None] * 5), "karin", "partner")
    bladzijde = web(partner).get("/vroegsignalering/mijn-signalen")
    tekst = bladzijde.content.decode()
    assert bladzijde.status_code == 200
    assert "levering.csv" in tekst
    for woord in ("Haddad", "Kuipers", "VS26", "sanne", "afgewezen", "regelt", "meervoudig", "Werkvoorraad"):
        assert woord not in tekst
    assert [(r.gelezen, r.geaccepteerd) for r in bladzijde.context["geleverd"].rijen] == [(4, 3)]
    assert [r.afgekeurd for r in bladzijde.context["geweigerd"].rijen] == [1]
    assert [b.aantal for b in bladzijde.context["berichten"]] == [2]
    assert web(huis.sanne).get("/vroegsignalering/mijn-signalen").status_code == 403
    for dicht in ("werkvoorraad", "brieven", "bezoeken", f"meldingen/{Zaak.objects.all()[0].id}"):
        assert web(partner).get(f"/vroegsignalering/{dicht}").status_code in (403, 404), dicht
