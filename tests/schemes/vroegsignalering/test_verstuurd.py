"""What was sent about someone: on his own page, also when it belongs to no case of his, and with its law on every door."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TERUGKOPPELING
from samenhang.schemes.vroegsignalering.domain.verstuurd import VELDEN
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.bouw import Gemeente, lever, maak_gemeente, rij
from tests.schemes.vroegsignalering.test_aanvaarding import A, neem
from tests.schemes.vroegsignalering.test_aanvaarding_dag import OKTOBER

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
WET = "Wgs art. 3 lid 1 onder b"


@pytest.fixture
def gemeente() -> Gemeente:
    huis = maak_gemeente()
    Partnerafspraak.objects.update(terugkoppeling=list(TERUGKOPPELING))
    return huis


def _pagina(persoon_id: Any, taal: str = "nl") -> str:
    gebruiker = Gebruiker.objects.filter(persoon_id=persoon_id).first()
    if gebruiker is None:
        gebruiker = Gebruiker.objects.create_user(
            "bewoner@test.invalid", naam="bewoner", persoon_id=persoon_id
        )
    client = Client()
    client.force_login(gebruiker)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = taal
    return client.get("/vroegsignalering/mijn-gegevens").content.decode()


def _opdracht(capsys: pytest.CaptureFixture[str], *woorden: str) -> Any:
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", *woorden, "--als", "sanne-9901@test.invalid", "--json"])
    uit = capsys.readouterr()
    assert einde.value.code in (0, None), uit.err
    return json.loads(uit.out)


def _zonder_witruimte(tekst: str) -> str:
    return " ".join(tekst.split())


def test_wie_uit_een_melding_gaat_ziet_waarheen_zijn_gegevens_gingen_en_volgens_welke_wet(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    genoot = A | {"achternaam": "Bakker", "geboortedatum": "1971-02-06", "telefoon": "", "klantnummer": "KC"}
    lever(gemeente, schrijf(rij(1, **A), rij(2, **genoot)))
    (zaak,) = neem(gemeente)
    weg, blijft = Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True)
    actions.zend_door(gemeente.sanne, zaak.id, weg, "Heuvelland")
    assert not Betrokkene.objects.filter(zaak=zaak, persoon_id=weg).exists()

    (verstuurd,) = queries.buiten_mijn_zaken(Actor(None, "inwoner", None, "", persoon_id=weg)).verstuurd
    assert (verstuurd.naar, verstuurd.wet.artikel) == ("Heuvelland", WET)
    tekst = _zonder_witruimte(_pagina(weg))
    assert "Doorgezonden naar de nieuwe gemeente" in tekst
    assert "Heuvelland" in tekst
    assert WET in tekst
    assert "Forwarded to the new municipality" in _pagina(weg, "en")

    Gebruiker.objects.filter(persoon_id=weg).delete()
    anders = _pagina(blijft)
    assert "Heuvelland" not in anders
    assert "Wat niet bij een melding hoort" not in anders
    assert queries.buiten_mijn_zaken(Actor(None, "inwoner", None, "")).verstuurd == ()


def test_terugkoppeling_over_een_signaal_zonder_melding_staat_op_de_eigen_pagina(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    with time_machine.travel("2026-10-20T09:00:00+02:00"):
        lever(gemeente, schrijf(rij(1, **A, **OKTOBER, bedrag_achterstand="300.00"), naam="okt.csv"))
        (zaak,) = neem(gemeente)
    lever(gemeente, schrijf(rij(3, **A, bedrag_achterstand="300.00"), naam="nov.csv"))
    actions.pak_signalen_op(gemeente.intake)
    (bericht,) = actions.koppel_terug(gemeente.intake)
    assert [regel["soort"] for regel in bericht.regels] == ["herhaald"]
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    buiten = queries.buiten_mijn_zaken(Actor(None, "inwoner", None, "", persoon_id=persoon))
    assert [(v.wat.nl, v.naar, v.wet.id, v.wet.bevestigd) for v in buiten.verstuurd] == [
        ("Bericht: herhaald signaal", "Noordlicht", "bgs-17", False)
    ]
    assert [(s.partner, str(s.bedrag.draad())) for s in buiten.signalen] == [("Noordlicht", "300.00")]
    bron = _pagina(persoon)
    boven, _, onder = bron.partition("Wat niet bij een melding hoort")
    assert "herhaald signaal" not in boven
    assert "herhaald signaal" in onder
    assert "tekst nog niet gecontroleerd" in onder


def test_wie_meewerkt_ziet_wat_er_ging_met_de_wet_op_elke_deur(
    gemeente: Gemeente, schrijf: Schrijf, capsys: pytest.CaptureFixture[str]
) -> None:
    lever(gemeente, schrijf(rij(1, **A)))
    (zaak,) = neem(gemeente)
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    actions.zend_door(gemeente.sanne, zaak.id, persoon, "Heuvelland")
    nummer = Zaak.objects.get().nummer

    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    pagina = client.get(f"/vroegsignalering/meldingen/{zaak.id}/verstuurd").content.decode()
    assert "Heuvelland" in pagina
    assert WET in pagina

    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=gemeente.sanne.medewerker_id), "test")
    bewijs = geef_bewijs(sleutel.id, geheim, timezone.now())[0]
    api = Client(headers={"authorization": f"Bearer {bewijs}"})
    for item in (
        _opdracht(capsys, "verstuurd", nummer)["items"][0],
        api.get(f"/api/v1/vroegsignalering/meldingen/{zaak.id}/verstuurd").json()["items"][0],
    ):
        assert (item["naar"], item["artikel"], item["bevestigd"]) == ("Heuvelland", WET, False)


def test_een_overdracht_staat_klaar_voor_wie_haar_ontvangt_door_elke_deur(
    gemeente: Gemeente, schrijf: Schrijf, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list names no resident; the handler opens and takes out the content, each look logged about that person."""
    genoot = A | {"achternaam": "Bakker", "geboortedatum": "1971-02-06", "telefoon": "", "klantnummer": "KC"}
    lever(gemeente, schrijf(rij(1, **A), rij(2, **genoot)))
    (zaak,) = neem(gemeente)
    weg = Betrokkene.objects.filter(zaak=zaak).order_by("id")[0].persoon_id
    actions.zend_door(gemeente.sanne, zaak.id, weg, "Heuvelland")
    (regel,) = queries.overdrachten(gemeente.teamleider)
    assert (regel.nummer, regel.ontvangen, regel.wet.artikel) == (zaak.nummer, None, WET)

    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    lijst = client.get("/vroegsignalering/overdrachten").content.decode()
    assert zaak.nummer in lijst
    assert "staat klaar" in lijst
    assert "Heuvelland" not in lijst
    assert "Terpstra" not in lijst
    pad = f"/vroegsignalering/overdrachten/{regel.id}"
    pagina = client.get(pad).content.decode()
    for stuk in ("Heuvelland", WET, "Wat erin staat", "Nieuwe gemeente", "ma 5 jan 1970", "€\xa0432,10"):
        assert stuk in pagina, stuk
    bestand = client.get(f"{pad}?uitvoer=json").json()
    assert bestand["inhoud"]["naar_gemeente"] == "Heuvelland"
    assert bestand["grondslag"]["artikel"] == WET
    gekeken = Verwerking.objects.filter(naam__in=("overdracht bekijken", "overdracht ophalen"))
    assert set(gekeken.values_list("betrokkene", flat=True)) == {betrokkene(weg)}
    assert set(gekeken.values_list("naam", flat=True)) == {"overdracht bekijken", "overdracht ophalen"}

    anders = Client()
    anders.force_login(Gebruiker.objects.get(id=gemeente.youssef.gebruiker_id))
    assert anders.get(pad).status_code == 403
    assert anders.get(f"/vroegsignalering/overdrachten/{zaak.id}").status_code == 404

    assert _opdracht(capsys, "overdrachten")["items"][0]["nummer"] == zaak.nummer
    assert _opdracht(capsys, "overdracht", str(regel.id))["inhoud"]["naar_gemeente"] == "Heuvelland"
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=gemeente.sanne.medewerker_id), "test")
    api = Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})
    (item,) = api.get("/api/v1/vroegsignalering/overdrachten").json()["items"]
    assert item["soort"] == "doorzending"
    een = api.get(f"/api/v1/vroegsignalering/overdrachten/{regel.id}").json()
    assert een["inhoud"]["naarGemeente"] == "Heuvelland"
    assert een["inhoud"]["adres"] is None
    assert een["inhoud"]["achterstanden"] == [{"soort": "energie", "bedrag": "432.10"}]


def test_elk_veld_dat_kan_gaan_heeft_een_naam() -> None:
    namen = {veld.name for overdracht in SCHEME.stuurt for veld in fields(overdracht.inhoud)}
    assert namen == set(VELDEN)
