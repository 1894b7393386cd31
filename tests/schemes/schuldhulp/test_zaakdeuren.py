"""One case through page, API and command, and the same refusal at each of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.models import Schuldeiser
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_brieven import tekst

pytestmark = pytest.mark.django_db
WEB, API = "/schuldhulp/zaken", "/api/v1/schuldhulp"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    return blijvend(lambda _: w.maak_gemeente())


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand)
    return gevonden


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", *argumenten])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), json.loads(uit.out or uit.err)


def test_een_zaak_door_drie_deuren(gemeente: w.Gemeente, capsys: pytest.CaptureFixture[str]) -> None:
    pagina, machine, wie = w.web(gemeente.noor), w.api(gemeente.noor), gemeente.noor.email
    nieuw = {"achternaam": "Bakker", "gevraagd_op": "2026-11-20", "bron": "balie", "dreiging": "ontruiming"}
    assert "Wanneer vroeg de inwoner om hulp?" in pagina.get(f"{WEB}/nieuw").content.decode()
    assert pagina.post(f"{WEB}/nieuw", nieuw).status_code == 302
    zaak = Zaak.objects.get()
    assert (zaak.nummer[:2], zaak.volgende_termijn) == ("SH", w.date(2026, 11, 25))
    wacht = pagina.get(WEB).content.decode()
    assert "Bakker" in wacht
    assert "wacht" in wacht
    assert pagina.post(f"{WEB}/{zaak.id}/oppakken", {}).status_code == 302

    antwoord = machine.post(
        f"{API}/zaken/{zaak.id}/gesprek", {"op": "2026-11-24"}, content_type="application/json"
    )
    assert (antwoord.status_code, antwoord.json()["stap"]) == (200, "gesprek_gevoerd"), antwoord.content
    code, uit = opdracht(
        capsys, "toelating", zaak.nummer, "--motivering", w.ZIN, "--plan", w.PLAN, "--als", wie, "--json"
    )
    assert (code, uit["stap"]) == (0, "toegelaten")
    pagina.post(
        f"{WEB}/{zaak.id}/huishouden",
        {"situatie": "alleenstaande", "vtlb": "€ 1.500,00", "vtlb_op": "2026-11-24", "kinderen": "0"},
    )
    lijf = {"soort": "loon", "netto": "1700.00", "bewijs": "loonstrook", "bewijsOp": "2026-11-24"}
    assert (
        machine.post(f"{API}/zaken/{zaak.id}/inkomen", lijf, content_type="application/json").status_code
        == 201
    )
    code, uit = opdracht(capsys, "stabilisatie", zaak.nummer, "--als", wie, "--json")
    assert uit["stap"] == "stabilisatie"
    pagina.post(f"{WEB}/{zaak.id}/inventarisatie", {"in_balans": "ja", "pas_op_de_plaats": "ja"})
    opdracht(
        capsys,
        "schuld",
        zaak.nummer,
        "--schuldeiser",
        "Veenwonen",
        "--rang",
        "concurrent",
        "--peildatum",
        "2026-11-24",
        "--bedrag",
        "9.000,00",
        "--als",
        wie,
        "--json",
    )
    assert (
        machine.post(
            f"{API}/zaken/{zaak.id}/berekening", {"soort": "SB"}, content_type="application/json"
        ).status_code
        == 201
    )
    assert pagina.post(f"{WEB}/{zaak.id}/voorstel", {}).status_code == 302
    beeld = machine.get(f"{API}/zaken/{zaak.id}").json()
    assert beeld["stap"] == "voorstel"
    (voorstel,) = beeld["voorstellen"]
    assert (voorstel["bedrag"], voorstel["vordering"]) == ("3600.00", "9000.00")
    opdracht(
        capsys,
        "antwoord",
        zaak.nummer,
        "--voorstel",
        voorstel["id"],
        "--antwoord",
        "akkoord",
        "--op",
        "2026-11-24",
        "--via",
        "brief",
        "--als",
        wie,
        "--json",
    )
    tekst = pagina.get(f"{WEB}/{zaak.id}").content.decode()
    assert "Akkoord: 1 van 1" in tekst
    code, uit = opdracht(capsys, "toon", zaak.nummer, "--als", wie)
    assert uit["voorstellen"][0]["antwoord"] == "akkoord"
    code, uit = opdracht(capsys, "zaken", "--als", wie, "--json")
    assert [rij["nummer"] for rij in uit["zaken"]] == [zaak.nummer]
    assert machine.get(f"{API}/zaken?eigen=true").json()["totaal"] == 1


def test_dezelfde_weigering_door_elke_deur(gemeente: w.Gemeente, capsys: pytest.CaptureFixture[str]) -> None:
    zaak = w.opgepakt(gemeente)
    lijf = {"motivering": w.ZIN, "plan": w.PLAN}
    antwoord = w.api(gemeente.noor).post(
        f"{API}/zaken/{zaak.id}/toelating", lijf, content_type="application/json"
    )
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "stap_onmogelijk")
    code, uit = opdracht(
        capsys,
        "toelating",
        zaak.nummer,
        "--motivering",
        w.ZIN,
        "--plan",
        w.PLAN,
        "--als",
        gemeente.noor.email,
    )
    assert (code, uit["code"]) == (2, "stap_onmogelijk")
    bladzijde = w.web(gemeente.noor).post(f"{WEB}/{zaak.id}/toelating", lijf)
    assert bladzijde.status_code == 409
    assert w.ZIN in bladzijde.content.decode()


def test_hulpvraag_en_schuldeisers_door_de_andere_deuren(
    gemeente: w.Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    machine, pagina, wie = w.api(gemeente.noor), w.web(gemeente.noor), gemeente.noor.email
    lijf = {"achternaam": "Visser", "gevraagdOp": "2026-11-24", "bron": "telefoon", "dreiging": "geen", "adres": "Lange Vliet 12", "postcode": "12 34ab", "woonplaats": "Waterrijk"}  # fmt: skip
    fout = machine.post(f"{API}/zaken", lijf | {"postcode": "123"}, content_type="application/json")
    assert fout.json()["code"] == "postcode_onjuist"
    nieuw = machine.post(f"{API}/zaken", lijf, content_type="application/json")
    assert (nieuw.status_code, nieuw.json()["volgendeTermijn"]) == (201, "2026-12-22"), nieuw.content
    assert nieuw.json()["hulpvraag"] is None
    hier = Zaak.objects.get(id=nieuw.json()["id"])
    w.doe(gemeente, hier, "oppakken")
    w.doe(gemeente, hier, "gesprek", op=w.DAG)
    w.doe(gemeente, hier, "afwijzing", motivering=w.ZIN)
    brief = tekst(machine.get(f"{API}/zaken/{hier.id}/brieven/afwijzing").content)
    assert "Visser Lange Vliet 12 1234AB Waterrijk" in brief
    code, uit = opdracht(
        capsys,
        "hulpvraag",
        "--achternaam",
        "Smit",
        "--gevraagd-op",
        "2026-11-31",
        "--bron",
        "balie",
        "--als",
        wie,
        "--json",
    )
    assert (code, uit["code"]) == (2, "datum_onjuist")
    code, uit = opdracht(
        capsys,
        "hulpvraag",
        "--achternaam",
        "Smit",
        "--gevraagd-op",
        "2026-11-24",
        "--bron",
        "balie",
        "--als",
        wie,
        "--json",
    )
    assert (code, uit["stap"]) == (0, "gemeld")
    assert machine.get(f"{API}/aanmeldingen").json() == {"aanmeldingen": []}
    assert opdracht(capsys, "aanmeldingen", "--als", wie, "--json")[1] == {"aanmeldingen": []}
    assert (
        machine.post(f"{API}/aanmeldingen/{w.uuid4()}/zaak", content_type="application/json").status_code
        == 404
    )

    zaak = w.toegelaten(gemeente)
    for naam in ("Veenwonen", "Veenwonen BV", "Veenwoning"):
        w.doe(gemeente, zaak, "schuld", schuldeiser=naam, rang="concurrent", peildatum=w.DAG, bedrag="10")
    ids = {rij.naam: str(rij.id) for rij in Schuldeiser.objects.all()}
    assert "Is dit één schuldeiser?" in pagina.get("/schuldhulp/schuldeisers").content.decode()
    pad = f"/schuldhulp/schuldeisers/{ids['Veenwonen']}/{ids['Veenwonen BV']}"
    assert pagina.post(pad, {"oordeel": "zelfde", "reden": "zelfde adres"}).status_code == 302
    uit = machine.post(
        f"{API}/schuldeisers/{ids['Veenwonen BV']}/splitsing",
        {"reden": "toch twee"},
        content_type="application/json",
    )
    assert (uit.status_code, len(uit.json()["dubbelen"]) >= 1) == (201, True)
    code = hoofd_zonder_json(
        capsys,
        "schuldeisers-beoordelen",
        ids["Veenwonen"],
        ids["Veenwonen BV"],
        "--verschillend",
        "--reden",
        "twee bedrijven",
        "--als",
        wie,
    )
    assert code == 0
    _, lijst = opdracht(capsys, "schuldeisers", "--als", wie, "--json")
    assert {ids["Veenwonen"], ids["Veenwonen BV"]} not in [
        {paar["links"], paar["rechts"]} for paar in lijst["dubbelen"]
    ]


def hoofd_zonder_json(capsys: pytest.CaptureFixture[str], *argumenten: str) -> int:
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", *argumenten])
    capsys.readouterr()
    return int(einde.value.code or 0)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_paginas_spreken_beide_talen(gemeente: w.Gemeente, taal: str) -> None:
    gemeente.noor.taal = taal
    gemeente.noor.save(update_fields=["taal"])
    zaak = w.met_schulden(gemeente)
    for pad in (WEB, f"{WEB}/nieuw", f"{WEB}/{zaak.id}", "/schuldhulp/schuldeisers"):
        tekst = w.web(gemeente.noor).get(pad, headers={"accept-language": taal}).content.decode()
        assert ("Debt assistance" in tekst) is (taal == "en")
