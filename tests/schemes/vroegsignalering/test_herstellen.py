"""A correction reaches everybody who received the datum, a hand-over is taken back, a condition of the source binds."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.verstrekkingen.actions import draag_over, trek_in
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort, in_de_weg, reist_mee
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Taak, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.actions.verbeteren import Verbetering
from samenhang.schemes.vroegsignalering.domain.doorzending import Doorzending
from tests.bouw import Gemeente, maak_gemeente
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
GOED = Verbetering(geboortedatum=date(1985, 6, 21))
BASIS = "/api/v1/vroegsignalering"


@pytest.fixture
def wie(zaak: Zaak) -> UUID:
    return Betrokkene.objects.get().persoon_id


@pytest.fixture
def doorgestuurd(gemeente: Gemeente, zaak: Zaak, wie: UUID) -> UitgaandeOverdracht:
    Organisatie.objects.create(soort="gemeente", naam="Heuvelland", gemeentecode="9902")
    actions.zend_door(gemeente.sanne, zaak.id, wie, "heuvelland")
    return UitgaandeOverdracht.objects.get()


def code(doe: Callable[[], object]) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe()
    assert fout.value.tekst.nl
    assert fout.value.tekst.en
    return fout.value.code


def web(actor: Actor) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def api(actor: Actor) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=actor.medewerker_id), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, dict[str, Any]]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", *argumenten, "--als", "sanne-9901@test.invalid", "--json"])
    uit = capsys.readouterr()
    assert isinstance(einde.value.code, int)
    return einde.value.code, json.loads(uit.out or uit.err)


def inhoud(gemeente: Gemeente, overdracht: UitgaandeOverdracht) -> dict[str, Any]:
    return queries.overdracht(gemeente.sanne, overdracht.id).inhoud


def verstuurd_aan(persoon: UUID) -> list[Any]:
    ik = Actor(None, "inwoner", None, "", persoon_id=persoon)
    return [v for eigen in queries.mijn_zaken(ik) for v in eigen.verstuurd]


# --- correction (acceptance case 13) ---


def test_een_verbeterde_geboortedatum_gaat_naar_wie_de_foute_kreeg_en_die_bevestigt_dat(
    gemeente: Gemeente, zaak: Zaak, wie: UUID, doorgestuurd: UitgaandeOverdracht
) -> None:
    """Also when the case was closed by then; who does not confirm in two working days is a task."""
    zaak.refresh_from_db()
    assert zaak.gesloten is not None
    actions.verbeter_gegevens(gemeente.sanne, zaak.id, wie, GOED, "cijfers verwisseld")
    correctie = UitgaandeOverdracht.objects.get(aard="correctie")
    assert (correctie.betreft_id, correctie.ontvanger_id) == (doorgestuurd.id, doorgestuurd.ontvanger_id)
    oud, nieuw = inhoud(gemeente, doorgestuurd), inhoud(gemeente, correctie)
    assert (oud["geboortedatum"], nieuw["geboortedatum"]) == ("1985-06-12", "1985-06-21")
    assert {k: v for k, v in oud.items() if k != "geboortedatum"} == {
        k: v for k, v in nieuw.items() if k != "geboortedatum"
    }
    assert doorgestuurd.som != correctie.som
    pagina = web(gemeente.sanne).get(f"/vroegsignalering/overdrachten/{correctie.id}").content.decode()
    assert "Correctie op: Doorgezonden naar de nieuwe gemeente" in pagina
    assert "vr 21 jun 1985" in pagina
    assert "vervangt wat eerder is doorgegeven" in pagina
    with time_machine.travel("2026-11-27T08:00:00+01:00"):
        uitvoerder.werk()
        taak = Taak.objects.get(soort="ontvangst", titel_nl__contains="correctie op")
        for rij, wacht in ((correctie, 1), (doorgestuurd, 0)):
            actions.bevestig_ontvangst(
                gemeente.sanne, rij.id, actions.Ontvangst("Heuvelland", date(2026, 11, 27))
            )
            taak.refresh_from_db()
            assert taak.klaar is not None
            assert Taak.objects.filter(soort="ontvangst", klaar__isnull=True).count() == wacht
    gezien = {v.wat.nl: v.ontvangen is not None for v in verstuurd_aan(wie)}
    assert gezien == {
        "Doorgezonden naar de nieuwe gemeente": True,
        "Correctie op: Doorgezonden naar de nieuwe gemeente": True,
    }


def test_wie_het_veld_niet_kreeg_of_al_de_goede_heeft_hoort_niets(
    gemeente: Gemeente, zaak: Zaak, wie: UUID, doorgestuurd: UitgaandeOverdracht
) -> None:
    """The prefix of the name goes to nobody apart from the name; the same correction twice is refused."""
    actions.verbeter_gegevens(gemeente.sanne, zaak.id, wie, GOED, "cijfers verwisseld")
    assert code(lambda: actions.verbeter_gegevens(gemeente.sanne, zaak.id, wie, GOED, "nog eens")) == "niets_anders"  # fmt: skip
    actions.verbeter_gegevens(
        gemeente.sanne, zaak.id, wie, Verbetering(achternaam="Dijck"), "verkeerd gehoord"
    )
    laatste = UitgaandeOverdracht.objects.filter(aard="correctie").order_by("-id")[0]
    assert inhoud(gemeente, laatste)["naam"].endswith("Dijck")
    assert inhoud(gemeente, laatste)["geboortedatum"] == "1985-06-21"
    actions.trek_overdracht_in(gemeente.sanne, doorgestuurd.id, "vergissing")
    actions.verbeter_gegevens(gemeente.sanne, zaak.id, wie, Verbetering(achternaam="Dijk"), "toch niet")
    assert UitgaandeOverdracht.objects.filter(aard="correctie").count() == 2


def test_verbeteren_door_elke_deur(
    gemeente: Gemeente, zaak: Zaak, wie: UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    lijf = {"persoon": str(wie), "reden": "spelling", "achternaam": "Dijck"}
    pad = f"{BASIS}/meldingen/{zaak.id}/gegevensverbeteringen"
    antwoord = api(gemeente.sanne).post(pad, lijf, content_type="application/json")
    assert antwoord.status_code == 201, antwoord.content
    formulier = lijf | {"achternaam": "Dyck"}
    pagina = web(gemeente.sanne).post(f"/vroegsignalering/meldingen/{zaak.id}/gegevens-verbeteren", formulier)
    assert pagina.status_code == 302, pagina.content.decode()[:3000]
    nummer, uit = opdracht(capsys, "gegevens-verbeteren", zaak.nummer, "--persoon", str(wie), "--reden", "spelling", "--achternaam", "Dijk")  # fmt: skip
    assert nummer == 0, uit
    (persoon,) = queries.melding(gemeente.sanne, zaak.id).personen
    assert persoon.naam.endswith("Dijk")


def test_wat_niet_te_verbeteren_is_wordt_geweigerd_en_er_verandert_niets(
    gemeente: Gemeente, zaak: Zaak, wie: UUID
) -> None:
    doe = actions.verbeter_gegevens
    ik = gemeente.sanne
    vreemd = maak_gemeente("9903", "Elders", kvk="99990099")
    for verwacht, poging in {
        "niets_anders": lambda: doe(ik, zaak.id, wie, Verbetering(), "leeg"),
        "niets_anders ": lambda: doe(ik, zaak.id, wie, Verbetering(achternaam="Dijk"), "hetzelfde"),
        "reden_ontbreekt": lambda: doe(ik, zaak.id, wie, GOED, "  "),
        "naam_onjuist": lambda: doe(ik, zaak.id, wie, Verbetering(achternaam="D1jk"), "x"),
        "naam_onjuist ": lambda: doe(ik, zaak.id, wie, Verbetering(achternaam="D" * 201), "x"),
        "naam_onjuist  ": lambda: doe(ik, zaak.id, wie, Verbetering(voorletters="A\x00"), "x"),
        "naam_onjuist   ": lambda: doe(ik, zaak.id, wie, Verbetering(tussenvoegsel="v" * 21), "x"),
        "Z05": lambda: doe(ik, zaak.id, wie, Verbetering(geboortedatum=date(2027, 1, 1)), "x"),
        "geboortedatum_onjuist": lambda: doe(
            ik, zaak.id, wie, Verbetering(geboortedatum=date(1899, 1, 1)), "x"
        ),
        "persoon_onbekend": lambda: doe(ik, zaak.id, uuid4(), GOED, "x"),
        "zaak_onbekend": lambda: doe(ik, uuid4(), wie, GOED, "x"),
        "zaak_onbekend ": lambda: doe(vreemd.sanne, zaak.id, wie, GOED, "x"),
        "niet_toegestaan": lambda: doe(gemeente.youssef, zaak.id, wie, GOED, "x"),
        "niet_toegestaan ": lambda: doe(gemeente.intake, zaak.id, wie, GOED, "x"),
    }.items():
        assert code(poging) == verwacht.strip()
    assert queries.melding(ik, zaak.id).personen[0].geboortedatum == date(1985, 6, 12)
    assert not UitgaandeOverdracht.objects.exists()


# --- recall ---


def test_intrekken_door_elke_deur_en_de_ontvanger_bevestigt_dat_hij_wiste(
    gemeente: Gemeente,
    zaak: Zaak,
    wie: UUID,
    doorgestuurd: UitgaandeOverdracht,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pad = f"/vroegsignalering/overdrachten/{doorgestuurd.id}"
    scherm = web(gemeente.sanne).get(f"{pad}/intrekken").content.decode()
    assert "het gaat over een andere persoon" in scherm
    assert "Dijk" not in scherm
    assert web(gemeente.sanne).post(f"{pad}/intrekken", {"reden": "verkeerde_persoon"}).status_code == 302
    intrekking = UitgaandeOverdracht.objects.get(aard="intrekking")
    assert inhoud(gemeente, intrekking) == {"meldingnummer": zaak.nummer, "reden": "verkeerde_persoon"}
    assert intrekking.categorieen == ""
    assert "is ingetrokken" in web(gemeente.sanne).get(pad).content.decode()
    lijst = web(gemeente.sanne).get("/vroegsignalering/overdrachten").content.decode()
    assert "Ingetrokken: Doorgezonden" in lijst
    een = api(gemeente.sanne).get(f"{BASIS}/overdrachten/{intrekking.id}").json()
    assert (een["aard"], een["betreft"]) == ("intrekking", str(doorgestuurd.id))
    assert een["inhoud"]["reden"] == "verkeerde_persoon"
    assert een["inhoud"]["naam"] is None
    nog_eens = api(gemeente.sanne).post(
        f"{BASIS}/overdrachten/{doorgestuurd.id}/intrekking", {"reden": "bezwaar"}, content_type="application/json"
    )  # fmt: skip
    assert (nog_eens.status_code, nog_eens.json()["code"]) == (409, "al_ingetrokken")
    nummer, uit = opdracht(capsys, "overdracht-intrekken", str(intrekking.id), "--reden", "bezwaar")
    assert (nummer, uit["code"]) == (2, "geen_eerste")
    with time_machine.travel("2026-11-27T08:00:00+01:00"):
        uitvoerder.werk()
        (taak,) = Taak.objects.filter(soort="ontvangst")
        assert "ingetrokken" in taak.titel_nl.lower()
    assert "Ingetrokken: Doorgezonden naar de nieuwe gemeente" in {v.wat.nl for v in verstuurd_aan(wie)}


def test_wat_niet_in_te_trekken_is_wordt_geweigerd(
    gemeente: Gemeente, doorgestuurd: UitgaandeOverdracht, capsys: pytest.CaptureFixture[str]
) -> None:
    doe = actions.trek_overdracht_in
    vreemd = maak_gemeente("9903", "Elders", kvk="99990099")
    for verwacht, poging in {
        "reden_onjuist": lambda: doe(gemeente.sanne, doorgestuurd.id, ""),
        "reden_onjuist ": lambda: doe(gemeente.sanne, doorgestuurd.id, "zomaar"),
        "overdracht_onbekend": lambda: doe(gemeente.sanne, uuid4(), "vergissing"),
        "overdracht_onbekend ": lambda: doe(vreemd.sanne, doorgestuurd.id, "vergissing"),
        "niet_toegestaan": lambda: doe(gemeente.youssef, doorgestuurd.id, "vergissing"),
        "rol_ontbreekt": lambda: doe(gemeente.intake, doorgestuurd.id, "vergissing"),
    }.items():
        assert code(poging) == verwacht.strip()
    client = api(gemeente.sanne)
    pad = f"{BASIS}/overdrachten/{doorgestuurd.id}/intrekking"
    for lijf in ({}, {"reden": "zomaar"}, {"reden": None}, {"reden": 1}, {"reden": "bezwaar", "waarom": "x"}):
        fout = client.post(pad, lijf, content_type="application/json")
        assert fout.status_code == 400, lijf
        assert fout.json()["fouten"], lijf
    nummer, uit = opdracht(capsys, "overdracht-intrekken", str(doorgestuurd.id), "--reden", "zomaar")
    assert (nummer, uit["code"]) == (2, "reden_onjuist")
    leeg = web(gemeente.sanne).post(f"/vroegsignalering/overdrachten/{doorgestuurd.id}/intrekken", {})
    assert leeg.status_code == 200
    assert not UitgaandeOverdracht.objects.filter(aard="intrekking").exists()


def test_twee_keer_hetzelfde_gaat_niet_maar_na_een_intrekking_kan_het_opnieuw_goed(
    gemeente: Gemeente, zaak: Zaak, wie: UUID
) -> None:
    inhoud = Doorzending("VS-1", "Heuvelland", "A.B. van Dijk", None, ())
    with operatie(zaak.scheme, "proef", gemeente.sanne):
        toegang = toegang_tot(gemeente.sanne, zaak, leest=("naw",), schrijft=("naw",))
        eerste = draag_over(zaak, "doorzending", wie, inhoud, toegang)
        assert code(lambda: draag_over(zaak, "doorzending", wie, inhoud, toegang)) == "al_overgedragen"
        trek_in(eerste, wie, "vergissing", toegang)
        draag_over(zaak, "doorzending", wie, inhoud, toegang)
    assert UitgaandeOverdracht.objects.filter(aard="nieuw").count() == 2


# --- conditions of the source (acceptance case 12) ---


def test_een_voorwaarde_van_de_bron_houdt_tegen_tot_de_bron_akkoord_is_en_de_inwoner_ziet_de_weigering(
    gemeente: Gemeente, zaak: Zaak, wie: UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    lijf = {"persoon": str(wie), "over": "signaal", "soort": "niet_verder", "bron": "Noordlicht"}
    pad = f"{BASIS}/meldingen/{zaak.id}/voorwaarden"
    assert api(gemeente.sanne).post(pad, lijf, content_type="application/json").status_code == 201
    doorzenden = {"persoon": str(wie), "naar_gemeente": "Heuvelland"}
    geweigerd = web(gemeente.sanne).post(f"/vroegsignalering/meldingen/{zaak.id}/doorzenden", doorzenden)
    assert geweigerd.status_code in (403, 409)
    assert "Noordlicht vroeg" in geweigerd.content.decode()
    assert not UitgaandeOverdracht.objects.exists()
    zaak.refresh_from_db()
    assert zaak.gesloten is None
    regel = Auditregel.objects.filter(uitkomst="geweigerd", zaak_id=zaak.id).order_by("-id")[0]
    assert regel.geweigerd == [["signaal", "voorwaarde_bron"]]
    (gezien,) = verstuurd_aan(wie)
    assert gezien.geweigerd is not None
    assert gezien.geweigerd.nl == "Wie ons het gegeven gaf, wil niet dat wij het doorgeven."
    nummer, uit = opdracht(capsys, "verstuurd", zaak.nummer)
    assert (nummer, [bool(item["geweigerd"]) for item in uit["items"]]) == (0, [True])
    items = api(gemeente.sanne).get(f"{BASIS}/meldingen/{zaak.id}/verstuurd").json()["items"]
    assert items[0]["geweigerd"] == gezien.geweigerd.nl
    tab = web(gemeente.sanne).get(f"/vroegsignalering/meldingen/{zaak.id}/verstuurd").content.decode()
    assert "Niet doorgegeven:" in tab

    nummer, uit = opdracht(capsys, "voorwaarde-opheffen", zaak.nummer, "--persoon", str(wie), "--over", "signaal", "--akkoord-van", "J. Bos, Noordlicht")  # fmt: skip
    assert nummer == 0, uit
    actions.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland")
    # it agreed that we pass it on; who gets it asks again
    assert UitgaandeOverdracht.objects.get().voorwaarden == [
        {"categorie": "signaal", "soort": "niet_verder", "bron": "Noordlicht"}
    ]
    assert len(verstuurd_aan(wie)) == 2


def test_alleen_voor_hetzelfde_doel_gaat_mee_met_wat_wel_mag_en_houdt_iets_anders_tegen(
    gemeente: Gemeente, zaak: Zaak, wie: UUID
) -> None:
    actions.stel_voorwaarde(gemeente.sanne, zaak.id, wie, "signaal", "zelfde_doel", "Noordlicht")
    actions.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland")
    overdracht = UitgaandeOverdracht.objects.get()
    reist = [{"categorie": "signaal", "soort": "zelfde_doel", "bron": "Noordlicht"}]
    assert overdracht.voorwaarden == reist
    pagina = web(gemeente.sanne).get(f"/vroegsignalering/overdrachten/{overdracht.id}").content.decode()
    assert "alleen doorgeven voor hetzelfde doel (Noordlicht)" in pagina
    een = api(gemeente.sanne).get(f"{BASIS}/overdrachten/{overdracht.id}").json()
    assert een["voorwaarden"] == reist
    (gesteld,) = (Gesteld("signaal", Soort.ZELFDE_DOEL, "Noordlicht"),)
    assert in_de_weg([gesteld], frozenset({"signaal"}), zelfde_doel=False) == (gesteld,)
    assert in_de_weg([gesteld], frozenset({"signaal"}), zelfde_doel=True) == ()
    assert in_de_weg([gesteld], frozenset({"naw"}), zelfde_doel=False) == ()
    assert reist_mee([gesteld, gesteld], frozenset({"signaal", "naw"})) == (gesteld,)


def test_met_een_open_bezwaar_gaat_er_niets_door(gemeente: Gemeente, zaak: Zaak, wie: UUID) -> None:
    actions.maak_bezwaar(gemeente.sanne, zaak.id, "ik wil dit niet")
    assert code(lambda: actions.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland")) == "bezwaar"
    (gezien,) = verstuurd_aan(wie)
    assert gezien.geweigerd is not None
    assert "bezwaar" in gezien.geweigerd.nl


def test_welke_voorwaarde_niet_kan(gemeente: Gemeente, zaak: Zaak, wie: UUID) -> None:
    stel, hef, ik = actions.stel_voorwaarde, actions.hef_voorwaarde_op, gemeente.sanne
    vreemd = maak_gemeente("9903", "Elders", kvk="99990099")
    actions.stel_voorwaarde(ik, zaak.id, wie, "naw", "niet_verder", "Noordlicht")
    for verwacht, poging in {
        "al_gesteld": lambda: stel(ik, zaak.id, wie, "naw", "niet_verder", " Noordlicht "),
        "bron_ontbreekt": lambda: stel(ik, zaak.id, wie, "naw", "niet_verder", " "),
        "bron_ontbreekt ": lambda: stel(ik, zaak.id, wie, "naw", "niet_verder", "x" * 201),
        "keuze_onjuist": lambda: stel(ik, zaak.id, wie, "naw", "soms", "Noordlicht"),
        "categorie_onbekend": lambda: stel(ik, zaak.id, wie, "gezondheid", "niet_verder", "Noordlicht"),
        "persoon_onbekend": lambda: stel(ik, zaak.id, uuid4(), "naw", "niet_verder", "Noordlicht"),
        "zaak_onbekend": lambda: stel(vreemd.sanne, zaak.id, wie, "naw", "niet_verder", "Noordlicht"),
        "niet_toegestaan": lambda: stel(gemeente.youssef, zaak.id, wie, "naw", "niet_verder", "Noordlicht"),
        "akkoord_ontbreekt": lambda: hef(ik, zaak.id, wie, "naw", ""),
        "akkoord_ontbreekt ": lambda: hef(ik, zaak.id, wie, "naw", "x" * 201),
        "geen_voorwaarde": lambda: hef(ik, zaak.id, wie, "signaal", "J. Bos"),
        "persoon_onbekend ": lambda: hef(ik, zaak.id, uuid4(), "naw", "J. Bos"),
        "niet_toegestaan ": lambda: hef(gemeente.youssef, zaak.id, wie, "naw", "J. Bos"),
    }.items():
        assert code(poging) == verwacht.strip()
