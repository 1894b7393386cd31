"""What nobody should send to wams: at least ten refusals of every verb, each with its place and what to do, and nothing kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from samenhang.kernel.scheme import Handeling
from samenhang.kernel.zaken.models import Tijdlijnregel, Zaak
from samenhang.schemes.wams.handelingen import HANDELINGEN
from samenhang.schemes.wams.models import Genodigde
from tests.schemes.wams import wereld as w

API = "/api/v1/wams/zaken"
JSON = "application/json"
GOED: dict[type, Any] = {str: "Een hele zin die lang genoeg is.", bool: True, date: "2026-12-01"}
FOUT: dict[type, tuple[Any, ...]] = {
    str: (5, None, [], {}, "a" * 5000),
    bool: ("misschien", None, [], 7, {}),
    date: ("2026-02-30", "24-11-2026", "morgen", None, []),
    UUID: ("geen-nummer", 5, None, [], "0" * 36),
}
"""What is wrong for each kind of field."""


@pytest.fixture(autouse=True)
def veel_verzoeken(settings: Any) -> None:
    """One worker sends all of them in a moment; the ceiling on calls has tests of its own."""
    settings.API_PER_MINUUT = 1_000_000


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    """A meeting that is held, with a school at the table, and a stranger's municipality."""

    def bouw(_: Path) -> Any:
        g = w.maak_gemeente()
        school = w.partij(g, "school")
        zaak, wie = w.in_overleg(g, school=school)
        return g, school, zaak.id, wie, w.maak_gemeente("9902")

    return blijvend(bouw)


def waarde(handeling: Handeling, naam: str, soort: type, wie: dict[str, UUID]) -> Any:
    """Something that the door takes for this field; whether it may is for the action to say."""
    veld = next(deel.veld for deel in handeling.velden() if deel.naam == naam)
    if veld.keuzes:
        return veld.keuzes[0][0]
    return str(wie["moeder"]) if soort is UUID else GOED[soort]


def lijf(handeling: Handeling, wie: dict[str, UUID]) -> dict[str, Any]:
    return {kameel(d.naam): waarde(handeling, d.naam, d.soort, wie) for d in handeling.velden()}


def kameel(naam: str) -> str:
    eerste, *rest = naam.split("_")
    return eerste + "".join(deel.capitalize() for deel in rest)


def slecht(handeling: Handeling, wie: dict[str, UUID]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """What is wrong, the request, and the place that the refusal must name ("" where it is no field)."""
    goed = lijf(handeling, wie)
    for deel in handeling.velden():
        naam = kameel(deel.naam)
        fouten = [fout for fout in FOUT[deel.soort] if not (fout is None and not deel.verplicht)]
        for fout in fouten:
            yield f"{naam}={str(fout)[:20]}", {"data": goed | {naam: fout}}, naam
        if deel.veld.keuzes:
            yield f"{naam} buiten de lijst", {"data": goed | {naam: "bestaat-niet"}}, deel.naam
    if goed:
        yield "een veld te veel", {"data": goed | {"bestaatNiet": 1}}, "bestaatNiet"
    yield "geen JSON", {"data": "{"}, ""
    yield "een lijst", {"data": "[]"}, ""
    yield "een andere soort", {"data": "<a/>", "content_type": "text/xml"}, ""
    yield "geen versie", {"data": goed, "headers": {"if-match": "W/3"}}, ""
    yield "een oude versie", {"data": goed, "headers": {"if-match": '"1"'}}, ""
    yield "een sleutel van niets", {"data": goed, "headers": {"idempotency-key": "kort"}}, ""
    yield "een onbekende zaak", {"data": goed, "zaak": uuid4()}, ""
    yield "zonder bewijs", {"data": goed, "client": "niemand"}, ""
    yield "een andere gemeente", {"data": goed, "client": "elders"}, ""
    yield "een inwoner zonder deur", {"data": goed, "headers": {"authorization": "Bearer verzonnen"}}, ""
    yield "veel te groot", {"data": json.dumps({"tekst": "a" * 6_000_000})}, ""


@pytest.mark.django_db
@pytest.mark.parametrize("naam", HANDELINGEN)
def test_elke_handeling_weigert_tien_keer_met_plaats_en_raad(stand: Any, naam: str) -> None:
    g, school, zaak_id, wie, elders = stand
    handeling = HANDELINGEN[naam]
    wie_doet = school if naam in ("uitnodiging-antwoord", "inbreng") else g.karin
    clients = {"": w.api(wie_doet), "elders": w.api(elders.karin), "niemand": w.Client()}
    voor = (Zaak.objects.get(id=zaak_id).versie, Tijdlijnregel.objects.count(), Genodigde.objects.get().komt)
    velden = list(handeling.velden())
    geweigerd = 0
    for wat, verzoek, plaats in slecht(handeling, wie):
        if not velden and wat in ("geen JSON", "een lijst", "een andere soort", "veel te groot"):
            continue  # there is no body to read
        inhoud = verzoek["data"] if isinstance(verzoek["data"], str) else json.dumps(verzoek["data"])
        antwoord = clients[verzoek.get("client", "")].generic(
            "POST",
            f"{API}/{verzoek.get('zaak', zaak_id)}/{handeling.api_pad}",
            inhoud,
            content_type=verzoek.get("content_type", JSON),
            headers=verzoek.get("headers", {}),
        )
        assert 400 <= antwoord.status_code < 500, (wat, antwoord.status_code, antwoord.content[:400])
        document = json.loads(antwoord.content)
        assert document["code"], wat
        assert document["tekst"] != document["text"], wat
        if plaats:
            plaatsen = json.dumps([(f["kolom"], f["plek"]) for f in document.get("fouten") or []])
            assert plaats in plaatsen or kameel(plaats) in plaatsen, (wat, document)
        geweigerd += 1
    if not velden:
        for methode in ("get", "put", "patch", "delete"):
            antwoord = getattr(clients[""], methode)(f"{API}/{zaak_id}/{handeling.api_pad}")
            assert antwoord.status_code == 405, methode
            geweigerd += 1
    assert geweigerd >= 10, (naam, geweigerd)
    na = (Zaak.objects.get(id=zaak_id).versie, Tijdlijnregel.objects.count(), Genodigde.objects.get().komt)
    assert na == voor, "er is niets van bewaard"


MELDING = {
    "achternaam": "De Wit",
    "tekst": w.ZIN,
    "melderSoort": "professional",
    "melder": "School",
    "hoe": "mail",
}
MELDINGEN: list[tuple[dict[str, Any], str]] = [
    ({"achternaam": ""}, "achternaam"),
    ({"achternaam": "   "}, "achternaam"),
    ({"achternaam": "a" * 201}, "achternaam"),
    ({"tekst": ""}, "tekst"),
    ({"tekst": "te kort"}, "tekst"),
    ({"tekst": "a" * 2001}, "tekst"),
    ({"melderSoort": "postbode"}, "melder_soort"),
    ({"hoe": "duif"}, "hoe"),
    ({"melder": ""}, "melder"),
    ({"melder": "   "}, "melder"),
    ({"geboortedatum": "2126-01-01"}, "geboortedatum"),
    ({"geboortedatum": "1984-02-30"}, "geboortedatum"),
    ({"bsn": "123456782"}, "bsn"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("anders", "plaats"), MELDINGEN, ids=[str(a)[:40] for a, _ in MELDINGEN])
def test_een_melding_weigert_met_plaats_en_raad(stand: Any, anders: dict[str, Any], plaats: str) -> None:
    voor = Zaak.objects.count()
    antwoord = w.api(stand[4].fatima).post(API, MELDING | anders, content_type=JSON)
    assert antwoord.status_code == 400, antwoord.content
    document = antwoord.json()
    plaatsen = json.dumps([(f["kolom"], f["plek"]) for f in document["fouten"]])
    assert plaats in plaatsen, document
    assert document["tekst"] != document["text"]
    assert Zaak.objects.count() == voor


LEZEN = [
    "zaken?aantal=0", "zaken?aantal=1000", "zaken?na=W10", "zaken?eigen=misschien", "zaken?kleur=rood", "zaken/geen-nummer",
    "overleggen/geen-nummer", "zaken/{zaak}/planstuk?taal=fr", "zaken/{zaak}/planstuk?kleur=rood", "zaken/{onbekend}",
    "zaken/{zaak}/informeerbrief/geen-nummer", "zaken/{zaak}/informeerbrief/{onbekend}",
    "zaken/{onbekend}/casusoverleg", "overleggen/{zaak}", "overleggen",
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("pad", LEZEN)
def test_lezen_weigert_met_raad(stand: Any, pad: str) -> None:
    g, _, zaak_id, _, _ = stand
    antwoord = w.api(g.karin).get(f"/api/v1/wams/{pad.format(zaak=zaak_id, onbekend=uuid4())}")
    assert 400 <= antwoord.status_code < 500, antwoord.content
    document = antwoord.json()
    assert document["code"]
    assert document["tekst"] != document["text"]
