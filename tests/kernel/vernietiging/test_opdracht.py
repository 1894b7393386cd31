"""Destroying by command: count first, then really, by every door; what is not yet due stays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker, Rolvervulling
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.vernietiging import register
from samenhang.kernel.vernietiging.actions import bewaarstanden, vernietig_tot
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.vernietiging.queries import vernietigingen
from samenhang.kernel.zaken.models import Tijdlijnregel, Zaak
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from tests.bouw import Gemeente, lever, maak_gemeente, rij
from tests.staand import maak_zaak

pytestmark = pytest.mark.django_db
SCHEME = "vroegsignalering"
LATER = date(2027, 6, 1)


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def zaak(gemeente: Gemeente, tmp_path: Path) -> Zaak:
    """A case that was closed without help on 24 November, and a signal below the threshold."""
    klein = rij(
        2,
        bedrag_achterstand="12.00",
        achternaam="Kluut",
        voorletters="C.",
        postcode="2611AC",
        geboortedatum="1971-02-03",
    )
    actions.bevestig_inwoner(gemeente.sanne, maak_zaak(gemeente, tmp_path, rij(1), klein).id, False)
    return Zaak.objects.get()


def voorbij(gemeente: Gemeente, dag: date) -> dict[str, int]:
    return {s.regel: s.aantal for s in bewaarstanden(systeem(gemeente.organisatie), SCHEME, dag)}


def roep(capsys: Any, *argumenten: str) -> tuple[int, Any, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd([SCHEME, "vernietig", *argumenten])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), uit.out and json.loads(uit.out), uit.err and json.loads(uit.err)


def test_elke_termijn_noemt_zijn_grond_en_hoe_zeker_die_is(gemeente: Gemeente) -> None:
    standen = {s.regel: s for s in bewaarstanden(systeem(gemeente.organisatie), SCHEME)}
    assert list(standen) == [
        "quarantaine",
        "niet_opgepakt",
        "blijven_liggen",
        "ontvangen_bericht",
        "gesloten_zonder_hulp",
        "hulp_aanvaard",
    ]
    assert {s.status for s in standen.values()} == {"beleid", "ongeverifieerd"}
    assert "Selectielijst" in standen["hulp_aanvaard"].artikel
    assert all(s.artikel and s.titel.nl and s.titel.en for s in standen.values())


def test_een_proef_telt_en_laat_alles_staan(gemeente: Gemeente, zaak: Zaak, capsys: Any) -> None:
    code, uit, _ = roep(capsys, "--tot", "2027-06-01", "--proef", "--json")
    assert code == 0
    assert (uit["proef"], uit["totaal"]) == (True, 4)
    assert {r["regel"]: r["aantal"] for r in uit["regels"]} == {
        "quarantaine": 1, "niet_opgepakt": 1, "blijven_liggen": 1, "ontvangen_bericht": 0, "gesloten_zonder_hulp": 1, "hulp_aanvaard": 0,
    }  # fmt: skip
    assert not Vernietiging.objects.exists()
    assert Persoon.objects.count() == 2


def test_echt_vernietigt_wat_de_proef_telde(gemeente: Gemeente, zaak: Zaak, capsys: Any) -> None:
    with time_machine.travel("2027-06-01T09:00:00+01:00", tick=True):
        code, uit, _ = roep(capsys, "--tot", "2027-06-01", "--echt", "--json")
    assert code == 0
    ging = {r["regel"]: r["vernietigd"] for r in uit["regels"]}
    assert ging["quarantaine"]["bestand"] == 1
    assert ging["niet_opgepakt"]["signaal"] == 1
    assert ging["blijven_liggen"] == {}, "het ging al onder de vorige termijn"
    assert ging["gesloten_zonder_hulp"]["zaak"] == 1
    assert not Persoon.objects.exists()
    assert {s.door for s in Vernietiging.objects.all()} == {"systeem"}
    assert not Vernietiging.objects.filter(vervroegd=True).exists()
    assert sum(voorbij(gemeente, LATER).values()) == 0
    assert Vernietiging.objects.count() == 3


def test_een_dag_die_nog_komt_verkort_alleen_eigen_beleid_en_staat_erbij(
    gemeente: Gemeente, zaak: Zaak, capsys: Any
) -> None:
    Tijdlijnregel.objects.create(
        zaak=zaak, moment=zaak.geopend, wat="aanvaarden", tekst_nl="Hulp aanvaard", tekst_en="Help accepted", door="sanne"
    )  # fmt: skip
    code, uit, _ = roep(capsys, "--tot", "2040-01-01", "--echt", "--json")
    assert code == 0
    assert next(r for r in uit["regels"] if r["regel"] == "hulp_aanvaard") == {
        "gemeente": "9901", "regel": "hulp_aanvaard", "titel": {"nl": "Melding waarin hulp is aanvaard", "en": "Case in which help was accepted"},
        "lengte": 60, "eenheid": "maanden", "artikel": "met het schuldhulpdossier; Selectielijst gemeenten 2020, nog na te gaan",
        "status": "ongeverifieerd", "aantal": 1, "vernietigd": {},
    }  # fmt: skip
    assert Zaak.objects.get().stap == zaak.stap
    assert set(Vernietiging.objects.values_list("regel", "vervroegd")) == {
        ("quarantaine", True),
        ("niet_opgepakt", True),
    }


def test_hulp_aanvaard_blijft_vijf_jaar(gemeente: Gemeente, zaak: Zaak) -> None:
    Tijdlijnregel.objects.create(
        zaak=zaak, moment=zaak.geopend, wat="aanvaarden", tekst_nl="Hulp aanvaard", tekst_en="Help accepted", door="sanne"
    )  # fmt: skip
    assert voorbij(gemeente, date(2031, 11, 24))["hulp_aanvaard"] == 0
    assert voorbij(gemeente, date(2031, 11, 25))["hulp_aanvaard"] == 1
    with time_machine.travel("2031-11-25T09:00:00+01:00", tick=True):
        uit = {
            deel.stand.regel: dict(deel.vernietigd)
            for deel in vernietig_tot(systeem(gemeente.organisatie), SCHEME, date(2031, 11, 25))
        }
    assert uit["hulp_aanvaard"]["zaak"] == 1
    assert Zaak.objects.get().stap == "vernietigd"


def test_een_niet_opgepakt_signaal_blijft_dertig_dagen_na_de_terugkoppeling(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    """While the partner still has to hear, it stays, but not for ever."""
    Partnerafspraak.objects.update(terugkoppeling=["onterecht", "niet_opgepakt"])
    assert voorbij(gemeente, date(2027, 3, 1))["niet_opgepakt"] == 0
    assert voorbij(gemeente, date(2027, 5, 25))["blijven_liggen"] == 1
    with time_machine.travel("2027-02-01T09:00:00+01:00", tick=True):
        actions.koppel_terug(gemeente.intake)
    assert voorbij(gemeente, date(2027, 3, 3))["niet_opgepakt"] == 0
    assert voorbij(gemeente, date(2027, 3, 4))["niet_opgepakt"] == 1


def test_een_groot_register_gaat_in_stukken(
    gemeente: Gemeente, schrijf: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenhang.schemes.vroegsignalering import vernietigen

    monkeypatch.setattr(vernietigen, "BROK", 2)
    klein = [
        rij(
            n,
            bedrag_achterstand="12.00",
            achternaam=f"Kluut{n}",
            huisnummer=str(n),
            geboortedatum=f"19{60 + n}-02-03",
        )
        for n in range(1, 6)
    ]
    lever(gemeente, schrijf(*klein))
    actions.pak_signalen_op(gemeente.intake)
    with time_machine.travel("2027-01-05T09:00:00+01:00", tick=True):
        for _ in range(4):
            uitvoerder.werk()
        assert list(uitvoerder.mislukt()) == []
    per_keer = [
        r.aantallen["signaal"] for r in Vernietiging.objects.filter(regel="niet_opgepakt").order_by("id")
    ]
    assert per_keer == [2, 2, 1]
    assert not Persoon.objects.exists()


def test_zonder_keuze_en_bij_een_onbekende_gemeente_gebeurt_er_niets(gemeente: Gemeente, capsys: Any) -> None:
    code, _, probleem = roep(capsys, "--tot", "2026-11-24", "--json")
    assert (code, probleem["code"]) == (2, "proef_of_echt")
    code, _, probleem = roep(capsys, "--tot", "2026-11-24", "--proef", "--gemeente", "0000")
    assert (code, probleem["code"]) == (2, "gemeente_onduidelijk")


def client_met(gemeente: Gemeente, rol: str) -> Client:
    Rolvervulling.objects.create(
        medewerker_id=gemeente.teamleider.medewerker_id, scheme=SCHEME, rol=rol, van=date(2026, 1, 1)
    )
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))
    return client


def test_de_beheerder_doet_hetzelfde_op_de_pagina(gemeente: Gemeente, zaak: Zaak) -> None:
    with time_machine.travel("2027-06-01T09:00:00+01:00", tick=True):
        client = client_met(gemeente, "beheerder")
        bron = client.get("/vernietigingen").content.decode()
        assert "Melding die zonder hulp is afgerond" in bron
        assert "Vernietig wat voorbij is" in bron
        assert "vooruitblik" in client.get("/vernietigingen?op=2028-01-01").content.decode()
        na = client.post("/vernietigingen/uitvoeren", {"scheme": SCHEME, "tot": "2027-06-01"}, follow=True)
        assert "Vernietigd: 3" in na.content.decode()
    assert Zaak.objects.get().stap == "vernietigd"
    assert Vernietiging.objects.filter(door="marloes").count() == 3
    assert Auditregel.objects.filter(naam="vernietiging opdragen", gebruiker="marloes").count() == 1


def test_de_beheerder_doet_hetzelfde_door_de_api(gemeente: Gemeente, zaak: Zaak) -> None:
    with time_machine.travel("2027-06-01T09:00:00+01:00", tick=True):
        client = client_met(gemeente, "beheerder")
        standen = client.get(f"/api/v1/bewaartermijnen?scheme={SCHEME}&op=2027-06-01").json()["termijnen"]
        assert {s["regel"]: s["aantal"] for s in standen}["gesloten_zonder_hulp"] == 1
        opdracht = {"scheme": SCHEME, "tot": "2027-06-02"}
        toekomst = client.post("/api/v1/vernietigingen", opdracht, content_type="application/json")
        assert (toekomst.status_code, toekomst.json()["code"]) == (400, "tot_in_toekomst")
        assert not Vernietiging.objects.exists()
        gedaan = client.post(
            "/api/v1/vernietigingen", opdracht | {"tot": "2027-06-01"}, content_type="application/json"
        )
        assert gedaan.status_code == 201
        ging = {
            deel["regel"]: {w["soort"] for w in deel["vernietigd"]} for deel in gedaan.json()["termijnen"]
        }
    assert "zaak" in ging["gesloten_zonder_hulp"]


@pytest.mark.parametrize("rol", ["fg", "auditor", "beleid"])
def test_wie_toeziet_leest_mee_en_vernietigt_niet(gemeente: Gemeente, zaak: Zaak, rol: str) -> None:
    client = client_met(gemeente, rol)
    bron = client.get("/vernietigingen").content.decode()
    assert "Bewaartermijnen" in bron
    assert "Vernietig wat voorbij is" not in bron
    opdracht = {"scheme": SCHEME, "tot": "2026-11-24"}
    assert client.post("/api/v1/vernietigingen", opdracht, content_type="application/json").status_code == 403
    with pytest.raises(Geweigerd):
        bewaarstanden(replace(gemeente.sanne), SCHEME)


def test_het_register_overleeft_een_halve_regel_en_zegt_niets_dubbel(gemeente: Gemeente, zaak: Zaak) -> None:
    with time_machine.travel("2027-06-01T09:00:00+01:00", tick=True):
        vernietig_tot(systeem(gemeente.organisatie), SCHEME, LATER)
    assert not register.plek().exists(), "eerst vast in de database, dan in het register"
    assert register.schrijf_bij() == 3
    inhoud = register.plek().read_text("utf-8")
    assert "Dijk" not in inhoud
    assert "Kluut" not in inhoud
    register.plek().write_text(inhoud + '{"id": "afgebro', "utf-8")
    Vernietiging.objects.update(geregistreerd=None)
    assert register.schrijf_bij() == 3
    assert [regel["id"] for regel in register.lees()] == [
        str(r.id) for r in Vernietiging.objects.order_by("id")
    ] * 2
    assert register.schrijf_bij() == 0


def test_wat_het_register_noemt_en_de_database_niet_gaat_opnieuw(
    gemeente: Gemeente, zaak: Zaak, schrijf: Callable[..., Path]
) -> None:
    """As after a restore: the database knows a case that the register says was destroyed."""
    weg = Vernietiging(
        operatie_id=zaak.id, organisatie=gemeente.organisatie, scheme=SCHEME, regel="gesloten_zonder_hulp", artikel="x", status="beleid",
        termijn="6 maanden", moment=timezone.now(), door="systeem", aantallen={"zaak": 1}, wat=[["zaak", str(zaak.id)]], op=date(2026, 11, 24),
    )  # fmt: skip
    elders = register.als_regel(weg) | {"id": str(zaak.id), "organisatie": str(zaak.id)}
    regels = [register.als_regel(weg), elders]
    register.plek().parent.mkdir(parents=True)
    register.plek().write_text("".join(json.dumps(regel) + "\n" for regel in regels), "utf-8")
    uitvoerder.werk()
    assert [str(r) for r in uitvoerder.mislukt()] == []
    assert Zaak.objects.get().stap == "vernietigd"
    assert set(Vernietiging.objects.values_list("na_herstel", flat=True)) == {True, False}
    assert Vernietiging.objects.filter(id=weg.id).exists()
    uitvoerder.werk()
    assert Vernietiging.objects.count() == 2


def test_herstel_neemt_het_register_van_voor_het_herstel_over(
    tmp_path: Path, settings: Any, capsys: Any
) -> None:
    """The backup's own lines and the later ones, each once; a wrong place is refused before anything is written."""
    kopie, later = tmp_path / "kopie", tmp_path / "later.jsonl"
    (kopie / "vernietigd").mkdir(parents=True)
    (kopie / "vernietigd" / "register.jsonl").write_text('{"id": "1"}\n', "utf-8")
    later.write_text('{"id": "1"}\n{"id": "2"}\n', "utf-8")
    som = hashlib.sha256((kopie / "vernietigd" / "register.jsonl").read_bytes()).hexdigest()
    inhoud = {"gemaakt": "2026-11-24", "bestanden": {"vernietigd/register.jsonl": som}}
    (kopie / "INHOUD.json").write_text(json.dumps(inhoud), "utf-8")
    for register_, code in ((tmp_path / "weg.jsonl", 2), (later, 0)):
        with pytest.raises(SystemExit) as einde:
            hoofd(["beheer", "herstel", str(kopie), "--register", str(register_)])
        assert einde.value.code == code
        assert register.plek().exists() is (code == 0)
    assert [regel["id"] for regel in register.lees()] == ["1", "2"]
    assert json.loads(capsys.readouterr().out)["vernietigd"] == 2


def test_of_de_bytes_weg_zijn_staat_bij_elke_vernietiging_en_in_de_stand(
    gemeente: Gemeente, zaak: Zaak, capsys: Any
) -> None:
    """In a test the bytes cannot be cleared (a transaction is open), so every record still waits for it."""
    with time_machine.travel("2027-06-01T09:00:00+01:00", tick=True):
        roep(capsys, "--tot", "2027-06-01", "--echt", "--json")
        with pytest.raises(SystemExit):
            hoofd(["beheer", "stand", "--json"])
        assert json.loads(capsys.readouterr().out)["vernietigd_niet_gewist"] == 3
        rijen, _ = vernietigingen(replace(gemeente.teamleider, rollen={SCHEME: frozenset({"auditor"})}))
        assert [rij.uitgeveegd for rij in rijen] == [None] * 3
        Vernietiging.objects.update(uitgeveegd=timezone.now())
        bladzijde = client_met(gemeente, "auditor").get("/vernietigingen").content.decode()
        assert "nog te wissen" not in bladzijde
        with pytest.raises(SystemExit):
            hoofd(["beheer", "stand", "--json"])
        assert json.loads(capsys.readouterr().out)["vernietigd_niet_gewist"] == 0
