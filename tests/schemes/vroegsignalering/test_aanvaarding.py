"""Acceptance cases of the domain that need the register: forwarding, feedback, corrections, order.

Where every case is tested stands in docs/aanvaarding.md.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.cijfers.bescherming import GEHEEL
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TERUGKOPPELING
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from samenhang.schemes.vroegsignalering.queries.cijfers import tellingen, toegang_voor_cijfers
from tests.bouw import Gemeente, lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)
A = {"achternaam": "Terpstra", "geboortedatum": "1970-01-05", "klantnummer": "KA", "huisnummer": "11", "telefoon": "0611111111"}  # fmt: skip
B = {"achternaam": "Wolters", "geboortedatum": "1982-03-09", "klantnummer": "KB", "huisnummer": "29", "telefoon": "0622222222"}  # fmt: skip


@pytest.fixture
def gemeente() -> Gemeente:
    huis = maak_gemeente()
    Partnerafspraak.objects.update(terugkoppeling=list(TERUGKOPPELING))
    return huis


def neem(gemeente: Gemeente) -> list[Zaak]:
    """Take up what waits, all in Sanne's name."""
    actions.pak_signalen_op(gemeente.intake)
    nieuw = list(Zaak.objects.filter(behandelaar__isnull=True, gesloten__isnull=True).order_by("nummer"))
    actions.wijs_toe(gemeente.sanne, [zaak.id for zaak in nieuw], gemeente.sanne.medewerker_id, "mijn wijk")
    return nieuw


def stap(zaak: Zaak) -> str:
    zaak.refresh_from_db()
    return zaak.stap


def inwoner(zaak: Zaak) -> Actor:
    return Actor(None, "inwoner", None, "", persoon_id=Betrokkene.objects.filter(zaak=zaak)[0].persoon_id)


def bel(gemeente: Gemeente, zaak: Zaak, *, bereikt: bool, dagdeel: str = "Ochtend") -> Any:
    return actions.leg_contactpoging_vast(
        gemeente.sanne, zaak.id, actions.Poging("Telefoon", VANDAAG, dagdeel, bereikt)
    )


def test_14_doorzenden_is_een_verstrekking_die_de_inwoner_ziet_en_de_partner_niet(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    lever(gemeente, schrijf(rij(1, **A)))
    (zaak,) = neem(gemeente)
    wie = inwoner(zaak)
    assert wie.persoon_id is not None
    for fout in ("", "  ", "waterrijk"):
        with pytest.raises(Geweigerd, match="gemeente_onjuist"):
            actions.zend_door(gemeente.sanne, zaak.id, wie.persoon_id, fout)
    assert UitgaandeOverdracht.objects.count() == 0
    actions.zend_door(gemeente.sanne, zaak.id, wie.persoon_id, " Heuvelland ")
    assert stap(zaak) == "gesloten"
    overdracht = UitgaandeOverdracht.objects.get()
    assert (overdracht.soort, overdracht.naar_scheme) == ("doorzending", "vroegsignalering")
    (eigen,) = queries.mijn_zaken(wie)
    (verstuurd,) = eigen.verstuurd
    assert (verstuurd.wat.nl, verstuurd.naar) == ("Doorgezonden naar de nieuwe gemeente", "Heuvelland")
    (bericht,) = actions.koppel_terug(gemeente.intake)
    assert [regel["soort"] for regel in bericht.regels] == ["geen_inwoner"]
    assert "Heuvelland" not in str(bericht.regels)


def test_doorzenden_kan_door_elke_deur_en_niet_twee_keer(gemeente: Gemeente, schrijf: Schrijf) -> None:
    partner = rij(
        2,
        **(A | {"achternaam": "Bakker", "geboortedatum": "1971-02-06", "telefoon": "", "klantnummer": "KC"}),
    )
    lever(gemeente, schrijf(rij(1, **A), partner))
    for zaak in neem(gemeente):
        wie = Betrokkene.objects.filter(zaak=zaak)[0].persoon_id
        client = Client()
        client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
        velden = {"persoon": str(wie), "naar_gemeente": "Heuvelland", "toelichting": "gebeld"}
        antwoord: Any = client.post(f"/vroegsignalering/meldingen/{zaak.id}/doorzenden", velden, follow=True)
        assert antwoord.status_code == 200
        assert UitgaandeOverdracht.objects.filter(zaak=zaak, soort="doorzending").count() == 1


def test_terugkoppeling_staat_op_de_pagina_van_de_inwoner_en_rondt_de_melding_af(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    lever(gemeente, schrijf(rij(1, **A)))
    (zaak,) = neem(gemeente)
    wie = inwoner(zaak)
    actions.leg_brp_vast(gemeente.sanne, zaak.id, "inwoner")
    bel(gemeente, zaak, bereikt=False)
    bel(gemeente, zaak, bereikt=False, dagdeel="Avond")
    actions.geef_op(gemeente.sanne, zaak.id, "nooit thuis")
    assert actions.koppel_terug(gemeente.intake) == []
    actions.rond_af(gemeente.sanne, zaak.id, "geen_contact", "nooit thuis")
    assert len(actions.koppel_terug(gemeente.intake)) == 1
    assert stap(zaak) == "teruggekoppeld"
    assert zaak.gesloten is not None
    (eigen,) = queries.mijn_zaken(wie)
    assert [(v.wat.nl, v.naar, v.grondslag) for v in eigen.verstuurd] == [
        ("Bericht: afgerond zonder hulp", "Noordlicht", "bgs-17")
    ]
    client = Client()
    client.force_login(bewoner_van(wie))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "closed without help" in client.get("/vroegsignalering/mijn-gegevens").content.decode()
    actions.heropen(gemeente.sanne, zaak.id, "de inwoner belde terug")
    assert stap(zaak) == "benaderen"


def bewoner_van(wie: Actor) -> Gebruiker:
    gebruiker = Gebruiker.objects.create_user("bewoner@test.invalid", naam="bewoner")
    gebruiker.persoon_id = wie.persoon_id
    gebruiker.save()
    return gebruiker


def test_een_melding_van_twee_partners_wacht_tot_beide_het_weten(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    from samenhang.kernel.organisaties.models import Organisatie

    verhuurder = Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="99990011")
    Partnerafspraak.objects.create(
        gemeente=gemeente.organisatie, partner=verhuurder, soort="huur", van=date(2026, 1, 1), terugkoppeling=list(TERUGKOPPELING)
    )  # fmt: skip
    lever(gemeente, schrijf(rij(1, **A)))
    huur = schrijf(rij(2, **A, partner="99990011", partner_soort="huur", aantal_herinneringen="1"), naam="huur.csv")  # fmt: skip
    from samenhang.schemes.vroegsignalering import aanleveren

    aanleveren.lever_aan(gemeente.intake, verhuurder.id, aanleveren.Bestand(huur, huur.name, "test"))
    (zaak,) = neem(gemeente)
    actions.leg_brp_vast(gemeente.sanne, zaak.id, "overleden")
    assert len(actions.koppel_terug(gemeente.intake, gemeente.partner.id)) == 1
    assert stap(zaak) == "gesloten"
    assert len(actions.koppel_terug(gemeente.intake, verhuurder.id)) == 1
    assert stap(zaak) == "teruggekoppeld"


def test_16_een_verbeterde_poging_en_een_heropende_melding_tellen_niet_mee(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    def tel() -> dict[str, int]:
        with operatie("vroegsignalering", "proef", systeem(gemeente.organisatie)):
            alles = tellingen(toegang_voor_cijfers(systeem(gemeente.organisatie)), date(2026, 11, 1))
            return {**alles["meldingen"], "pogingen": alles["pogingen"][GEHEEL]}

    lever(gemeente, schrijf(rij(1, **A)))
    (zaak,) = neem(gemeente)
    actions.leg_brp_vast(gemeente.sanne, zaak.id, "inwoner")
    bel(gemeente, zaak, bereikt=False)
    (poging,) = queries.melding(gemeente.sanne, zaak.id).pogingen
    voor = tel()
    actions.verbeter_contactpoging(
        gemeente.sanne, zaak.id, poging.groep, actions.Poging("Telefoon", VANDAAG, "Avond", False), "het was 's avonds"
    )  # fmt: skip
    assert tel() == voor
    assert voor["pogingen"] == 1
    actions.rond_af(gemeente.sanne, zaak.id, "andere_reden", "agressie")
    assert tel()["niet_opgepakt"] == 1
    actions.heropen(gemeente.sanne, zaak.id, "toch oppakken")
    assert tel()["niet_opgepakt"] == 0


def test_18_de_volgorde_hangt_niet_af_van_de_volgorde_in_het_bestand_of_van_wie_het_is(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    rijen = [
        rij(
            n,
            huisnummer=str(n),
            achternaam=f"{['Aelbrecht', 'Bruins', 'Coster', 'Dekkers', 'Evers', 'Faber'][n % 6]}",
            geboortedatum=f"19{60 + n}-0{n % 9 + 1}-15",
            telefoon=f"06{30_000_000 + n * 7919}",
            bedrag_achterstand=f"{100 + 50 * n}.00",
            datum_signaal=f"2026-11-{10 + n}",
        )
        for n in range(1, 9)
    ]
    werk = []
    for beurt, zaad in enumerate((1, 2, 3)):
        huis = gemeente if beurt == 0 else maak_gemeente(f"99{10 + beurt}", f"Gemeente {beurt}")
        geschud = [dict(r) for r in rijen]
        random.Random(zaad).shuffle(geschud)
        if beurt == 2:  # somebody else, in the same position
            geschud = [r | {"geboortedatum": f"1999-0{r['huisnummer']}-09", "achternaam": r["achternaam"] + "sen", "telefoon": ""} for r in geschud]  # fmt: skip
        lever(huis, schrijf(*geschud, naam=f"w{beurt}.csv"))
        actions.pak_signalen_op(huis.intake)
        voorraad = queries.werkvoorraad(huis.teamleider, queries.Filter())
        werk.append([(rij_.adres.split(",")[0], rij_.prioriteit) for rij_ in voorraad.rijen])
    assert werk[0] == werk[1] == werk[2]
    assert len(werk[0]) == 8
