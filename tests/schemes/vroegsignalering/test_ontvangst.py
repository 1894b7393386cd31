"""That a hand-over arrived: confirmed by its receiver, by his receipt, or asked after when nobody did; and what it told."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.verstrekkingen.actions import som_van, verstrekte_categorieen
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Taak, Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.aanmelding import Aanmelding
from samenhang.schemes.vroegsignalering.domain.doorzending import Doorzending
from tests.bouw import Gemeente, maak_gemeente
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)


@pytest.fixture
def doorgestuurd(gemeente: Gemeente, zaak: Zaak) -> UitgaandeOverdracht:
    Organisatie.objects.create(soort="gemeente", naam="Heuvelland", gemeentecode="9902")
    wie = Betrokkene.objects.get().persoon_id
    actions.zend_door(gemeente.sanne, zaak.id, wie, "heuvelland")
    return UitgaandeOverdracht.objects.get()


def code(doe: Callable[[], object]) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe()
    return fout.value.code


def web(actor: Actor) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def api(actor: Actor) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=actor.medewerker_id), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def test_de_categorieen_zeggen_wat_is_verstrekt_en_niet_wat_de_gever_kon_lezen(
    doorgestuurd: UitgaandeOverdracht,
) -> None:
    assert doorgestuurd.categorieen == "naw,signaal"
    aanmelding = Aanmelding("VS-1", "A. Dijk", None, "Kade 1", "", "", VANDAAG, False, VANDAAG, ())
    assert verstrekte_categorieen(aanmelding) == {"naw", "opvolging"}
    bereikbaar = Doorzending("VS-1", "Heuvelland", "A. Dijk", None, (("energie", "75.00"),))
    assert verstrekte_categorieen(bereikbaar) == {"naw", "signaal"}


def test_de_ontvangende_gemeente_ziet_dat_er_iets_is_en_bevestigt_door_elke_deur(
    gemeente: Gemeente, zaak: Zaak, doorgestuurd: UitgaandeOverdracht, capsys: pytest.CaptureFixture[str]
) -> None:
    buren = maak_buren(doorgestuurd)
    pagina = web(buren).get("/vroegsignalering/overdrachten").content.decode()
    assert zaak.nummer in pagina
    assert "Bevestig ontvangst" in pagina
    for verborgen in ("Dijk", "432,10", "432.10", "Dorpsstraat"):
        assert verborgen not in pagina
    assert web(buren).get(f"/vroegsignalering/overdrachten/{doorgestuurd.id}").status_code == 403
    client = api(buren)
    (item,) = client.get("/api/v1/vroegsignalering/binnengekomen-overdrachten").json()["items"]
    assert (item["nummer"], item["van"], item["melding"]) == (zaak.nummer, "Waterrijk (GM9901)", None)
    assert client.get("/api/v1/vroegsignalering/overdrachten").status_code == 403
    pad = f"/api/v1/vroegsignalering/overdrachten/{doorgestuurd.id}/ontvangst"
    fout = client.post(pad, {"door": "P. de Boer", "op": "2026-11-24", "sha256": "0" * 64}, content_type="application/json")  # fmt: skip
    assert (fout.status_code, fout.json()["code"]) == (409, "andere_inhoud")
    goed = client.post(
        pad,
        {"door": "P. de Boer", "op": "2026-11-24", "sha256": doorgestuurd.som},
        content_type="application/json",
    )
    assert goed.status_code == 200, goed.content
    assert goed.json()["ontvangenDoor"] == "P. de Boer"
    formulier = {"door": "P. de Boer", "op": "2026-11-24"}
    nog_eens = web(buren).post(f"/vroegsignalering/overdrachten/{doorgestuurd.id}/ontvangst", formulier)
    assert "al bevestigd" in nog_eens.content.decode() or "Bevestigd op" in nog_eens.content.decode()
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "ontvangst", str(doorgestuurd.id), "--door", "x", "--als", "sanne-9901@test.invalid", "--json"])  # fmt: skip
    assert einde.value.code == 2
    assert json.loads(capsys.readouterr().err)["code"] == "al_ontvangen"
    (regel,) = queries.overdrachten(gemeente.sanne)
    assert regel.ontvangen is not None
    wie = Actor(None, "inwoner", None, "", persoon_id=_persoon())
    gezien = [v for z in queries.mijn_zaken(wie) for v in z.verstuurd] + list(
        queries.buiten_mijn_zaken(wie).verstuurd
    )
    assert [v.ontvangen is not None for v in gezien] == [True]


def _persoon() -> Any:
    from samenhang.kernel.personen.models import Persoon

    return Persoon.objects.get().id


def maak_buren(overdracht: UitgaandeOverdracht) -> Actor:
    from tests.bouw import _werker

    assert overdracht.ontvanger is not None
    actor: Actor = _werker(overdracht.ontvanger, "piet", "intake")
    return actor


def test_een_ontvangstbewijs_noemt_de_inhoud_en_gaat_over_deze_overdracht(
    gemeente: Gemeente, doorgestuurd: UitgaandeOverdracht, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = (
        web(gemeente.sanne).get(f"/vroegsignalering/overdrachten/{doorgestuurd.id}?uitvoer=json").json()
    )
    assert document["sha256"] == som_van(document["inhoud"])
    bewijs = document["ontvangstbewijs"]
    pad = tmp_path / "bewijs.json"
    ander = "0190a000-0000-7000-8000-000000000000"
    for anders, verwacht in (
        ({}, "bewijs_onleesbaar"),
        ({"ontvangen": "24-11-2026", "door": "x"}, "bewijs_onleesbaar"),
        ({"ontvangen": "2026-11-24", "door": "x", "overdracht": ander}, "andere_overdracht"),
        ({"ontvangen": "2026-11-24", "door": "x", "sha256": "0" * 64}, "andere_inhoud"),
        ({"ontvangen": "2026-11-25", "door": "x"}, "datum_onjuist"),
        ({"ontvangen": "2026-11-23", "door": "x"}, "datum_onjuist"),
        ({"ontvangen": "2026-11-24", "door": " "}, "ontvanger_ontbreekt"),
        ({"ontvangen": "2026-11-24", "door": "Gemeente Heuvelland"}, ""),
    ):
        pad.write_text(json.dumps(bewijs | anders))
        with pytest.raises(SystemExit) as einde:
            hoofd(["vroegsignalering", "ontvangst", str(doorgestuurd.id), "--bewijs", str(pad), "--als", "sanne-9901@test.invalid", "--json"])  # fmt: skip
        uit = capsys.readouterr()
        assert (einde.value.code, json.loads(uit.out or uit.err).get("code", "")) == (
            2 if verwacht else 0,
            verwacht,
        )
    doorgestuurd.refresh_from_db()
    assert doorgestuurd.ontvangen_door == "Gemeente Heuvelland"


def test_zonder_bevestiging_staat_er_na_twee_werkdagen_een_keer_een_taak_die_met_de_bevestiging_gaat(
    gemeente: Gemeente, zaak: Zaak, doorgestuurd: UitgaandeOverdracht
) -> None:
    """Sent on Tuesday: Thursday is the second working day, the case itself is closed by then."""
    zaak.refresh_from_db()
    assert zaak.gesloten is not None
    with time_machine.travel("2026-11-26T20:00:00+01:00"):
        uitvoerder.werk()
        assert not Taak.objects.filter(soort="ontvangst").exists()
    with time_machine.travel("2026-11-27T08:00:00+01:00"):
        uitvoerder.werk()
        uitvoerder.werk()
        taak = Taak.objects.get(soort="ontvangst")
        assert taak.behandelaar_id == gemeente.sanne.medewerker_id
        assert taak.id in {rij.id for rij in queries.agenda(gemeente.sanne)}
        assert taak in queries.mijn_werk(gemeente.sanne).taken
        ontvangst = actions.Ontvangst("Gemeente Heuvelland", date(2026, 11, 27))
        assert (
            code(lambda: actions.bevestig_ontvangst(gemeente.intake, doorgestuurd.id, ontvangst))
            == "rol_ontbreekt"
        )
        vreemd = maak_gemeente("9903", "Elders", kvk="99990099")
        assert (
            code(lambda: actions.bevestig_ontvangst(vreemd.sanne, doorgestuurd.id, ontvangst))
            == "overdracht_onbekend"
        )
        actions.bevestig_ontvangst(gemeente.youssef, doorgestuurd.id, ontvangst)
        taak.refresh_from_db()
        assert taak.klaar is not None
        uitvoerder.werk()
        assert Taak.objects.filter(soort="ontvangst").count() == 1
