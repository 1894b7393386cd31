"""Consent, what goes onward because of it, withdrawal, and the resident's page with all of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.rechten.models import Toestemming
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.verstrekkingen.models import Aard, UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.kopie import als_json, als_pdf, kopie_van
from tests.bouw import Gemeente, rij
from tests.staand import Stand, gemeente, gemeente_met_zaak, zaak

__all__ = ["gemeente", "zaak"]

pytestmark = pytest.mark.django_db
MIJN = "/vroegsignalering/mijn-gegevens"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    """Two people at one address, reached, in one case of Sanne's."""

    def bouw(map_: Path) -> Stand:
        stand = gemeente_met_zaak(
            map_, rij(1), rij(2, voorletters="C.", geboortedatum="1983-02-01", telefoon="0687654321")
        )
        wie, nummer = stand[0].sanne, stand[1]
        actions.leg_brp_vast(wie, nummer, "inwoner")
        actions.leg_contactpoging_vast(
            wie, nummer, actions.Poging("Telefoon", date(2026, 11, 24), "Ochtend", True)
        )
        return stand

    return blijvend(bouw)


@pytest.fixture
def wie(zaak: Zaak) -> tuple[UUID, UUID]:
    een, ander = personen_van(zaak)
    return een, ander


def bewoner(persoon: UUID) -> Actor:
    return Actor(None, "inwoner", None, "", persoon_id=persoon)


def pagina_van(persoon: UUID, taal: str = "nl") -> Client:
    client = Client()
    client.force_login(
        Gebruiker.objects.create_user(f"{persoon}@test.invalid", naam="inwoner", persoon_id=persoon)
    )
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = taal
    return client


def ja(gemeente: Gemeente, zaak: Zaak, persoon: UUID) -> None:
    actions.leg_toestemming_vast(gemeente.sanne, zaak.id, actions.Antwoordgegevens(persoon, True, "gesprek"))


def gaat(zaak: Zaak) -> list[tuple[str, str]]:
    rijen = UitgaandeOverdracht.objects.filter(zaak=zaak).order_by("gemaakt", "id")
    return [(rij.soort, rij.aard) for rij in rijen]


def test_zonder_ja_gaat_er_niets_en_dat_leest_de_inwoner(
    gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID]
) -> None:
    een, ander = wie
    ja(gemeente, zaak, ander)
    for persoon, reden in ((een, "niet_geinformeerd"),):
        with pytest.raises(NietToegestaan) as fout:
            actions.geef_kennismaking_door(gemeente.sanne, zaak.id, persoon, "Stichting Buurt")
        assert {code for _, code in fout.value.redenen} == {reden}
    assert gaat(zaak) == []
    tekst = pagina_van(een).get(MIJN).content.decode()
    assert "Niet doorgegeven" in tekst
    assert "U was daarover nog niet geïnformeerd" in tekst
    assert "Niet doorgegeven" not in pagina_van(ander).get(MIJN).content.decode()


def test_met_ja_gaat_naam_en_telefoon_en_intrekken_vraagt_te_wissen(
    gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID]
) -> None:
    een, ander = wie
    for persoon in wie:
        ja(gemeente, zaak, persoon)
        actions.geef_kennismaking_door(gemeente.sanne, zaak.id, persoon, "Stichting Buurt")
    stuk = UitgaandeOverdracht.objects.filter(zaak=zaak).first()
    assert stuk is not None
    assert (stuk.grondslag, stuk.categorieen) == ("avg-6-1-a-kennismaking", "contact,naw")
    client = pagina_van(een)
    assert "Trek mijn toestemming in" in client.get(MIJN).content.decode()
    na: Any = client.post(f"/vroegsignalering/meldingen/{zaak.id}/toestemming-intrekken", {}, follow=True)
    tekst = na.content.decode()
    assert "Trek mijn toestemming in" not in tekst
    assert "ingetrokken" in tekst
    assert gaat(zaak) == [("kennismaking", Aard.NIEUW)] * 2 + [("kennismaking", Aard.INTREKKING)]
    with pytest.raises(NietToegestaan) as fout:
        actions.geef_kennismaking_door(gemeente.sanne, zaak.id, een, "Stichting Buurt")
    assert fout.value.redenen[0][1] == "geen_instemming"
    blijft = UitgaandeOverdracht.objects.filter(zaak=zaak, aard=Aard.NIEUW, vervolg__isnull=True).count()
    assert blijft == 1  # what the other agreed to stands
    assert "Trek mijn toestemming in" in pagina_van(ander).get(MIJN).content.decode()


def test_een_bezwaar_houdt_ook_dit_tegen(gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID]) -> None:
    ja(gemeente, zaak, wie[0])
    actions.maak_bezwaar(bewoner(wie[0]), zaak.id, "liever niet")
    with pytest.raises(NietToegestaan) as fout:
        actions.geef_kennismaking_door(gemeente.sanne, zaak.id, wie[0], "Stichting Buurt")
    assert fout.value.redenen[0][1] == "bezwaar"


def test_een_ander_trekt_niets_in(gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID]) -> None:
    een, ander = wie
    ja(gemeente, zaak, een)
    with pytest.raises(Geweigerd) as fout:
        actions.trek_toestemming_in(bewoner(ander), zaak.id, een)
    assert fout.value.code == "niets_in_te_trekken"  # he withdraws for himself, whoever he names
    actions.geef_kennismaking_door(gemeente.sanne, zaak.id, een, "Stichting Buurt")
    assert gaat(zaak) == [("kennismaking", Aard.NIEUW)]


@pytest.mark.parametrize("organisatie", ["", "   ", "x" * 201])
def test_een_kennismaking_noemt_de_organisatie(
    gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID], organisatie: str
) -> None:
    ja(gemeente, zaak, wie[0])
    with pytest.raises(Geweigerd) as fout:
        actions.geef_kennismaking_door(gemeente.sanne, zaak.id, wie[0], organisatie)
    assert fout.value.code == "organisatie_ontbreekt"
    assert gaat(zaak) == []


def test_informeren_haalt_de_termijn_en_staat_op_de_pagina(
    gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID]
) -> None:
    zaak.termijnen.filter(regel="informeren").update(klaar=None)
    actions.leg_informeren_vast(gemeente.sanne, zaak.id, wie[0], "gebruik", date(2026, 11, 24), "gesprek")
    assert zaak.termijnen.get(regel="informeren").klaar == date(2026, 11, 24)
    assert "dat en waarom wij uw gegevens gebruiken" in pagina_van(wie[0]).get(MIJN).content.decode()
    with pytest.raises(Geweigerd) as fout:
        actions.leg_informeren_vast(
            gemeente.sanne, zaak.id, wie[0], "het weer", date(2026, 11, 24), "gesprek"
        )
    assert fout.value.code == "keuze_onjuist"


def test_wat_de_inwoner_vraagt_krijgt_een_taak_en_een_termijn(
    gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID]
) -> None:
    client = pagina_van(wie[0])
    basis = f"/vroegsignalering/meldingen/{zaak.id}"
    client.post(f"{basis}/kopie-vragen", {})
    client.post(f"{basis}/verbetering-vragen", {"wat": "naam"})
    client.post(f"{basis}/verbetering-vragen", {"wat": "geboortedatum"})
    lopend = dict(zaak.termijnen.filter(klaar__isnull=True).values_list("regel", "einde"))
    assert lopend["kopie"] == lopend["verbetering"] == date(2026, 12, 24)
    tekst = client.get(MIJN).content.decode()
    assert tekst.count("wij zijn ermee bezig") == 3
    assert "Uw kopie op papier" in tekst
    actions.rond_taak_af(gemeente.sanne, zaak.id, zaak.taken.get(soort="kopie").id)
    assert not zaak.termijnen.filter(regel="kopie", klaar__isnull=True).exists()
    verbeterd = actions.Verbetering(achternaam="Dijkstra")
    actions.verbeter_gegevens(gemeente.sanne, zaak.id, wie[0], verbeterd, "de inwoner zegt het zelf")
    assert not zaak.termijnen.filter(regel="verbetering", klaar__isnull=True).exists()


def test_wie_wilde_kijken_en_niet_mocht_staat_er_zonder_naam(
    gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID]
) -> None:
    with pytest.raises(NietToegestaan), operatie("vroegsignalering", "melding bekijken", gemeente.youssef):
        queries.wie_keek(gemeente.youssef, zaak.id)
    tekst = pagina_van(wie[0]).get(MIJN).content.decode()
    assert "Wie wilde kijken, en mocht dat niet?" in tekst
    assert "youssef" not in tekst


def test_de_kopie_is_voor_mensen_en_voor_machines_en_zegt_niets_van_een_ander(
    gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID]
) -> None:
    een, ander = wie
    ja(gemeente, zaak, een)
    kopie = kopie_van(bewoner(een))
    document = json.loads(als_json(kopie))
    assert document["delen"]["persoon"] == [
        {
            "naam": "A.B. van Dijk",
            "geboortedatum": "1985-06-12",
            "adres": "Dorpsstraat 10, 2611AB Delft",
            "telefoon": "0612345678",
            "email": "",
        }
    ]
    assert [rij["bedrag"] for rij in document["delen"][f"signalen_{zaak.nummer}"]] == ["432.10"]
    assert {rij["antwoord"] for rij in document["delen"][f"toestemming_{zaak.nummer}"]} == {"ja, akkoord"}
    assert any(rij["wat"] for rij in document["delen"]["logboek"])
    tekst = als_json(kopie).decode()
    assert "0687654321" not in tekst
    assert str(ander) not in tekst
    assert als_json(kopie_van(bewoner(ander))).decode().count("0687654321") == 1
    pdf = als_pdf(kopie)
    assert pdf.startswith(b"%PDF")
    assert b"pdfuaid:part" in pdf
    assert als_pdf(kopie) == pdf


@pytest.mark.parametrize(("taal", "titel"), [("nl", "Haal mijn kopie op"), ("en", "Get my copy")])
def test_de_kopie_is_op_de_pagina_te_halen(zaak: Zaak, wie: tuple[UUID, UUID], taal: str, titel: str) -> None:
    client = pagina_van(wie[0], taal)
    assert titel in client.get(MIJN).content.decode()
    for soort in ("pdf", "json"):
        antwoord = client.get(f"{MIJN}?uitvoer={soort}")
        assert antwoord.headers["Content-Type"] == f"application/{soort}"
        assert antwoord.headers["Content-Disposition"].endswith(f'-11-24.{soort}"')


def test_bij_de_toestemming_staat_op_welk_document_iemand_volwassen_is_gezien() -> None:
    rij = Toestemming(over="naw", doel="kennismaking", antwoord="gegeven", door="zelf", hoe="gesprek", moment=timezone.now(), bewijs="paspoort", bewijs_op=date(2026, 11, 24), vastgelegd_door="sanne")  # fmt: skip
    beeld = queries.antwoord_van(rij, timezone.now())
    assert beeld.gezien is not None
    assert (beeld.gezien.nl, beeld.vastgelegd_door) == (
        "18 of ouder, gezien op een paspoort op 24-11-2026",
        "sanne",
    )


def test_toestemming_door_de_pagina_en_het_terminal(
    gemeente: Gemeente, zaak: Zaak, wie: tuple[UUID, UUID], capsys: pytest.CaptureFixture[str]
) -> None:
    een, ander = wie
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    basis = f"/vroegsignalering/meldingen/{zaak.id}"
    assert "hulporganisatie bij u in de buurt" in client.get(f"{basis}/toestemming").content.decode()
    lijf = {"persoon": str(een), "ja": "ja", "hoe": "telefoon", "door": "zelf"}
    gezien = {"bewijs": "paspoort", "bewijs_op": "2026-11-24"}
    assert "De geboortedatum is bekend" in client.post(f"{basis}/toestemming", lijf | gezien).content.decode()
    assert client.post(f"{basis}/toestemming", lijf).status_code == 302
    assert "geldt" in client.get(f"{basis}/betrokkenen").content.decode()
    with pytest.raises(SystemExit) as einde:
        hoofd(
            ["vroegsignalering", "toestemming", str(zaak.id), "--persoon", str(ander), "--ja", "ja", "--hoe", "gesprek", "--als", "sanne-9901@test.invalid", "--json"]
        )  # fmt: skip
    assert einde.value.code == 0, capsys.readouterr()
    actions.geef_kennismaking_door(gemeente.sanne, zaak.id, ander, "Stichting Buurt")
    assert Persoon.objects.count() == 2
