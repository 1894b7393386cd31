"""Somebody else's identifiers open nothing: every operation and every page, asked by another municipality.

The stranger has every role there is, at a municipality of his own; what he names exists, elsewhere. He hears 403 or
404, and the audit log of his own organisation says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from samenhang.api.api import api
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.actions import maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.samenwerking.domain.afspraak import Inhoud, som_van
from samenhang.kernel.samenwerking.models import Afspraakpartij, Samenwerkingsafspraak
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toezicht.models import Toetspunt
from samenhang.kernel.uitwisseling.models import InkomendBericht, Partnersleutel, Uitwisselpartner
from samenhang.kernel.vernietiging.models import Vasthouding
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht, Vernietigbericht
from samenhang.kernel.zaken.models import BewaardFilter, Toewijzing, Zaak
from samenhang.schemes.helplijn.models import Bezettingsplan, Bezettingsrun, Bezettingsscenario, Contact
from samenhang.schemes.schuldhulp.actions.aanmelden import NieuweHulpvraag, leg_hulpvraag_vast
from samenhang.schemes.schuldhulp.models import Normherziening, Portaalwijzer, Postronde, Schuldeiser
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain.werkfilter import Filter
from samenhang.schemes.vroegsignalering.models import Brievenronde, Partnerafspraak, Terugkoppelbericht
from samenhang.schemes.wams.actions import melden
from tests.api.wereld import Wereld, bewijs, wereld
from tests.bouw import Gemeente, maak_gemeente
from tests.schemes.schuldhulp import wereld as sh
from tests.schemes.wams import wereld as w

__all__ = ["wereld"]
pytestmark = pytest.mark.django_db

BESCHRIJVING = json.loads(json.dumps(api.get_openapi_schema()))
EIGEN = {
    ("post", "/vroegsignalering/partners/{id}/aanleveringen"),
    ("post", "/vroegsignalering/partners/{id}/afspraken"),
    ("post", "/vroegsignalering/partners/{id}/afspraken/vergelijking"),
    ("post", "/logboek/alarmen/{id}/afhandeling"),
}
"""A partner is nobody's own: each municipality may make its agreement with him, and sees that one only. Nor is an
alarm about the log: the log is of the whole installation, and names no person to who looks after it."""
OPERATIES = [
    (methode, pad)
    for pad, deel in BESCHRIJVING["paths"].items()
    for methode in deel
    if "{id}" in pad and (methode, pad) not in EIGEN
]


@pytest.fixture(scope="module")
def stand(
    wereld: Wereld, blijvend: Callable[[Callable[[Path], Any]], Any]
) -> tuple[Medewerker, dict[str, str]]:
    """The stranger and what exists, built once for the module."""
    return blijvend(lambda _: (vreemdeling(), wat_bestaat(wereld)))


@pytest.fixture
def vreemde(stand: tuple[Medewerker, dict[str, str]]) -> Medewerker:
    """Someone with every role of a municipality, elsewhere."""
    return stand[0]


@pytest.fixture
def bestaand(stand: tuple[Medewerker, dict[str, str]]) -> dict[str, str]:
    """An identifier that exists at the first municipality, by the segment of the path before it."""
    return dict(stand[1])


def vreemdeling() -> Medewerker:
    """Someone with every role of a municipality, elsewhere."""
    elders = maak_gemeente("9902", "Heuvelrug", kvk="99990022").organisatie
    gebruiker = Gebruiker.objects.create_user("vreemde@test.invalid", naam="vreemde")
    medewerker = Medewerker.objects.create(gebruiker=gebruiker, organisatie=elders, naam="vreemde")
    for naam, scheme in geinstalleerde_schemes().items():
        for rol in scheme.rollen:
            if "gemeente" in rol.organisatiesoorten:
                Rolvervulling.objects.create(
                    medewerker=medewerker, scheme=naam, rol=rol.naam, van=date(2026, 1, 1)
                )
    return medewerker


def wat_bestaat(wereld: Wereld) -> dict[str, str]:
    """An identifier that exists at the first municipality, by the segment of the path before it."""
    actions.bewaar_filter(wereld.gemeente.sanne, "mijn wijk", Filter())
    bericht = Terugkoppelbericht.objects.create(
        gemeente=wereld.gemeente.organisatie,
        partner=wereld.gemeente.partner,
        afspraak=Partnerafspraak.objects.get(gemeente=wereld.gemeente.organisatie),
        nummer=1,
        gemaakt=timezone.now(),
    )
    sanne = Medewerker.objects.get(id=wereld.gemeente.sanne.medewerker_id)
    sessie = UserSession.objects.create(
        user_id=wereld.gemeente.sanne.gebruiker_id, ip="192.0.2.1", session_key="s" * 32, user_agent=""
    )
    paar = wereld.intake.get("/api/v1/vroegsignalering/twijfelparen").json()["items"][0]
    wams = wamszaak(wereld.gemeente)
    huis = zvhcasus(wereld.gemeente)
    return {
        "casussen": str(huis.id),
        "tafel": str(huis.id),
        "meldingen": str(wereld.zaken[0].id),
        "zaken": str(wams.id),
        "overleggen": str(wams.id),
        "schuldhulpzaken": str(schuldhulpzaak(wereld.gemeente).id),
        "schuldeisers": str(schuldeiser(wereld.gemeente, "Noordlicht").id),
        "andere schuldeisers": str(schuldeiser(wereld.gemeente, "Noordlicht BV").id),
        "toewijzingen": str(Toewijzing.objects.values_list("groep", flat=True)[0]),
        "filters": str(BewaardFilter.objects.get().id),
        "twijfelparen": paar["id"],
        "aanleveringen": str(Aanlevering.objects.get().id),
        "partners": str(wereld.gemeente.partner.id),
        "terugkoppelingen": str(bericht.id),
        "organisaties": str(wereld.gemeente.organisatie.id),
        "medewerkers": str(sanne.id),
        "rollen": str(Rolvervulling.objects.filter(medewerker=sanne).get().id),
        "sleutels": str(maak_sleutel(sanne, "koppeling")[0].id),
        "sessies": str(sessie.id),
        "plichten": "1",
        "brievenrondes": str(brievenronde(wereld.gemeente).id),
        "postrondes": str(postronde(wereld.gemeente).id),
        "brieven": str(UUID(int=7)),
        "overdrachten": (gestuurd := str(overdracht(wereld).id)),
        "aanmeldingen": gestuurd,
        "doorgegeven": gestuurd,
        "toetspunten": str(toetspunt(wereld).id),
        "bezettingsplannen": str(bezettingsplan(wereld).id),
        "contacten": str(contact(wereld).id),
        "vasthoudingen": str(vasthouding(wereld).id),
        **uitwisseling(wereld),
        "samenwerkingsafspraken": str(samenwerking(wereld).id),
        "vernietigberichten": str(vernietigbericht(wereld).id),
        "normherzieningen": str(normherziening(wereld.gemeente).id),
        "voorstellen": str(portaalwijzer(wereld).id),
    }


def portaalwijzer(wereld: Wereld) -> Portaalwijzer:
    """An offer in the portal of a creditor, by the first municipality."""
    return Portaalwijzer.objects.create(
        id=UUID(int=11),
        account=wereld.gemeente.partner,
        gemeente=wereld.gemeente.organisatie,
        zaak=Zaak.objects.get(scheme="schuldhulp"),
        persoon=UUID(int=13),
    )


def normherziening(gemeente: Gemeente) -> Normherziening:
    """A revision of the first municipality that was calculated."""
    nu = timezone.now()
    return Normherziening.objects.create(
        organisatie=gemeente.organisatie, naar=date(2026, 7, 1), reden="Nieuwe normen", begonnen=nu, door="tom", gerekend=nu
    )  # fmt: skip


def bezettingsplan(wereld: Wereld) -> Bezettingsplan:
    """A plan of staffing of the first municipality."""
    scenario = Bezettingsscenario.objects.create(
        organisatie=wereld.gemeente.organisatie,
        naam="week",
        waarvoor="proef",
        van=date(2026, 9, 7),
        tot=date(2026, 9, 11),
        invoer={},
        som="0" * 64,
        gemaakt=timezone.now(),
    )
    run = Bezettingsrun.objects.create(
        scenario=scenario, motor="-", versie="-", zaad=0, stand="optimaal", herhaalbaar=True, uitkomst={}, som="0" * 64, gemaakt=timezone.now(),
    )  # fmt: skip
    return Bezettingsplan.objects.create(run=run)


def contact(wereld: Wereld) -> Contact:
    """A talk at a line of the first municipality, that can be handed over."""
    nu = timezone.now()
    return Contact.objects.create(
        organisatie=wereld.gemeente.organisatie, nummer="HL26-ABCDEF2", moment=nu, gevraagd=nu, kanaal="telefoon", gemeentecode="9901", redenen=["huur"], uitgang="schuldhulp",
    )  # fmt: skip


def samenwerking(wereld: Wereld) -> Samenwerkingsafspraak:
    """An agreement of the first municipality with its partner, that waits for signatures."""
    eigen, reeks = wereld.gemeente.organisatie, UUID(int=9)
    inhoud = Inhoud("Doorzenden", "Wie verhuist", date(2026, 1, 1), None, (), ()).document()
    rij = Samenwerkingsafspraak.objects.create(
        reeks=reeks,
        versie=1,
        inhoud=inhoud,
        som=som_van(reeks, 1, inhoud),
        van=date(2026, 1, 1),
        opsteller=eigen,
        gemaakt=timezone.now(),
        gemaakt_door="bart",
    )
    for organisatie in (eigen, wereld.gemeente.partner):
        Afspraakpartij.objects.create(afspraak=rij, organisatie=organisatie, rol="teamleider")
    return rij


def vernietigbericht(wereld: Wereld) -> Vernietigbericht:
    """What the first municipality destroyed, and its partner must hear."""
    return Vernietigbericht.objects.create(
        id=UUID(int=10),
        organisatie=wereld.gemeente.organisatie,
        ontvanger=wereld.gemeente.partner,
        operatie_id=UUID(int=11),
        overdracht=UUID(int=12),
        zaaknummer="VS26-PJYXRD9",
        scheme="vroegsignalering",
        naar_scheme="vroegsignalering",
        soort="doorzending",
        vernietigd=timezone.now(),
    )


def vasthouding(wereld: Wereld) -> Vasthouding:
    """A case that the first municipality keeps past its term."""
    zaak = Zaak.objects.filter(organisatie_id=wereld.gemeente.organisatie.id)[0]
    return Vasthouding.objects.create(
        organisatie_id=zaak.organisatie_id,
        zaak=zaak,
        grond="rechtsvordering",
        artikel="AVG art. 17 lid 3 onder e",
        reden="er loopt een rechtszaak",
        herzien_op=date(2027, 2, 1),
        moment=timezone.now(),
        door="Ewa",
    )


def toetspunt(wereld: Wereld) -> Toetspunt:
    """Something in the log of the first municipality that its supervisor must look at."""
    return Toetspunt.objects.create(
        organisatie_id=wereld.gemeente.organisatie.id,
        scheme="vroegsignalering",
        soort="weigeringen",
        sleutel="1",
        moment=timezone.now(),
        gebruiker_id=wereld.gemeente.sanne.gebruiker_id,
        gebruiker="sanne",
        rollen="vroegsignaleerder",
        aantal=3,
        vergeleken={"aantal": 3},
        gevonden=timezone.now(),
        uiterlijk=date(2026, 11, 27),
        norm="beleid",
    )


def uitwisseling(wereld: Wereld) -> dict[str, str]:
    """A partner with which messages are exchanged, its key, and a message that came from it."""
    partner = Uitwisselpartner.objects.create(
        organisatie=wereld.gemeente.organisatie,
        ander=wereld.gemeente.partner,
        adres="https://ander.invalid",
        sinds=timezone.now(),
    )
    sleutel = Partnersleutel.objects.create(
        partner=partner, regel="regel", toegevoegd=timezone.now(), toegevoegd_door="beheer"
    )
    bericht = InkomendBericht.objects.create(
        partner=partner,
        nummer=UUID(int=8),
        scheme="vroegsignalering",
        soort="doorzending",
        aard="nieuw",
        artikel="Wgs art. 3",
        som="0" * 64,
        gemaakt=timezone.now(),
        ontvangen=timezone.now(),
        handtekening="",
    )
    return {
        "uitwisselpartners": str(partner.id),
        "partnersleutels": str(sleutel.id),
        "ontvangen-berichten": str(bericht.id),
    }


def wamszaak(gemeente: Gemeente) -> Zaak:
    """A case of the scheme wams, taken up by a desk worker of the first municipality."""
    fatima = w.medewerker(gemeente.organisatie, "fatima", "meldpunt")
    invoer = melden.NieuweMelding("De Wit", w.ZIN, "inwoner", "balie")
    return melden.leg_melding_vast(w.als(fatima), invoer)


def zvhcasus(gemeente: Gemeente) -> Zaak:
    """A case of the scheme zvh at the first municipality; whose case it is and what is in it matters to nobody else."""
    return Zaak.objects.create(
        scheme="zvh", organisatie=gemeente.organisatie, nummer="ZV26-7K3M9QT", stap="zvh_overleg", geopend=timezone.now()
    )  # fmt: skip


def schuldhulpzaak(gemeente: Gemeente) -> Zaak:
    """A case of the scheme schuldhulp at the first municipality."""
    noor = sh.als(sh.medewerker(gemeente.organisatie, "noor"))
    return leg_hulpvraag_vast(noor, NieuweHulpvraag("De Wit", sh.DAG, "balie", "geen"))


def schuldeiser(gemeente: Gemeente, naam: str) -> Schuldeiser:
    """A creditor of the first municipality."""
    return Schuldeiser.objects.create(organisatie=gemeente.organisatie, naam=naam, zoeknaam="noordlicht")


def overdracht(wereld: Wereld) -> UitgaandeOverdracht:
    """A referral that was made in a case."""
    return UitgaandeOverdracht.objects.create(
        zaak=wereld.zaken[0],
        soort="aanmelding",
        van_scheme="vroegsignalering",
        naar_scheme="schuldhulp",
        grondslag="wgs-3-1-b",
        categorieen="naw",
        tabel_hash="",
        gemaakt=timezone.now(),
    )


def postronde(gemeente: Gemeente) -> Postronde:
    """A round of letters to creditors of a worker."""
    return Postronde.objects.create(
        medewerker_id=gemeente.sanne.medewerker_id,
        soort="voorstel",
        datum=date(2026, 11, 24),
        gemaakt=timezone.now(),
    )


def brievenronde(gemeente: Gemeente) -> Brievenronde:
    """A round of letters of a worker."""
    return Brievenronde.objects.create(
        gemeente=gemeente.organisatie,
        medewerker_id=gemeente.sanne.medewerker_id,
        sjabloon="aanbod",
        tekstversie="aanbod-1",
        taal="nl",
        datum=date(2026, 11, 24),
        gemaakt=timezone.now(),
    )


def voorbeeld(schema: dict[str, Any]) -> Any:
    """A value that fits a schema, the plainest there is."""
    if "$ref" in schema:
        return voorbeeld(BESCHRIJVING["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema:
        return voorbeeld(schema["anyOf"][0])
    if "enum" in schema:
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    soort = schema.get("type")
    if soort == "object":
        return {naam: voorbeeld(schema["properties"][naam]) for naam in schema.get("required", [])}
    if soort == "array":
        return [voorbeeld(schema["items"])]
    if soort in ("integer", "number"):
        return max(1, schema.get("minimum", 1))
    if soort == "boolean":
        return True
    return {"date": "2026-11-24", "uuid": str(UUID(int=7))}.get(
        schema.get("format", ""), "een reden"[: schema.get("maxLength")]
    )


def body(operatie: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call with a body that fits, when there is one."""
    inhoud = operatie.get("requestBody", {}).get("content", {})
    if "multipart/form-data" in inhoud:
        from django.core.files.uploadedfile import SimpleUploadedFile

        return {"data": {"bestand": SimpleUploadedFile("a.csv", b"x")}}
    if "application/json" in inhoud:
        return {"data": voorbeeld(inhoud["application/json"]["schema"]), "content_type": "application/json"}
    return {}


@pytest.mark.parametrize(("methode", "pad"), OPERATIES, ids=lambda deel: deel)
def test_andermans_nummer_opent_niets(
    methode: str, pad: str, vreemde: Medewerker, bestaand: dict[str, str]
) -> None:
    delen = pad.split("/")
    soort = delen[delen.index("{id}") - 1]
    if pad.startswith(("/schuldhulp/zaken", "/schuldhulp/bezwaren")):
        soort = "schuldhulpzaken"
    if pad.startswith("/zvh/bezwaren"):
        soort = "casussen"
    adres = "/api/v1" + pad.replace("{id}", bestaand[soort]).replace("{groep}", bestaand["brieven"])
    adres = adres.replace("{stuk}", bestaand["brieven"])
    adres = adres.replace("{soort}", "toelating").replace("{verzoek}", str(UUID(int=7)))
    adres = adres.replace("{persoon}", str(UUID(int=7)))
    if "{bezwaar}" in pad:
        adres = adres.replace("{bezwaar}", str(UUID(int=7))).replace("toelating", "bezwaar_besluit")
    oud = Auditregel.objects.filter(organisatie_id=vreemde.organisatie_id, uitkomst="geweigerd").count()
    client = Client(headers=bewijs(vreemde.id), raise_request_exception=False)
    antwoord = getattr(client, methode)(adres, **body(BESCHRIJVING["paths"][pad][methode]))
    assert antwoord.status_code in (403, 404), antwoord.content
    nieuw = Auditregel.objects.filter(organisatie_id=vreemde.organisatie_id, uitkomst="geweigerd").count()
    assert nieuw == oud + 1


def test_een_partner_is_niemands_bezit_maar_een_afspraak_wel(
    vreemde: Medewerker, bestaand: dict[str, str]
) -> None:
    client = Client(headers=bewijs(vreemde.id), raise_request_exception=False)
    adres = f"/api/v1/vroegsignalering/partners/{bestaand['partners']}"
    assert client.get(f"{adres}/afspraken").json()["code"] == "afspraak_onbekend"
    pad = "/vroegsignalering/partners/{id}/aanleveringen"
    levering = client.post(f"{adres}/aanleveringen", **body(BESCHRIJVING["paths"][pad]["post"]))
    assert (levering.status_code, levering.json()["code"]) == (400, "F10")
    assert Aanlevering.objects.count() == 1


def paginas(wortel: URLResolver | None = None, voor: str = "") -> Iterator[str]:
    """The addresses of pages that name something, as the pattern has them."""
    for deel in (wortel or get_resolver()).url_patterns:
        adres = voor + str(deel.pattern)
        if isinstance(deel, URLPattern):
            if "<uuid:" in adres or "<int:" in adres:
                yield adres
        elif not adres.startswith(("api/", "account/")):
            yield from paginas(deel, adres)


NAAMGEVERS = {
    "medewerker_id": "medewerkers", "rol_id": "rollen", "sleutel_id": "sleutels", "organisatie_id": "organisaties",
    "sessie_id": "sessies", "zaak_id": "meldingen", "aanlevering_id": "aanleveringen", "paar_id": "twijfelparen",
    "bericht_id": "terugkoppelingen", "wat": "gesprek", "soort": "briefsoort",
    "herziening_id": "normherzieningen", "ronde_id": "brievenrondes", "postronde_id": "postrondes", "groep": "brieven", "overdracht_id": "overdrachten",
    "persoon_id": "brieven", "scheme_naam": "register",
    "aanbod_id": "voorstellen", "stuk_id": "brieven", "schuldeiser_id": "schuldeisers", "links_id": "schuldeisers", "rechts_id": "andere schuldeisers",
    "toetspunt_id": "toetspunten", "samenwerkingsafspraak_id": "samenwerkingsafspraken", "vasthouding_id": "vasthoudingen",
    "vernietigbericht_id": "vernietigberichten",
    "uitwisselpartner_id": "uitwisselpartners", "partnersleutel_id": "partnersleutels", "ontvangen_id": "ontvangen-berichten",
    "plan_id": "bezettingsplannen", "contact_id": "contacten",
    "verzoek_id": "verzoeken", "bezwaar_id": "verzoeken",
}  # fmt: skip
"""What stands in the place of each name in a pattern; a partner and an alarm are nobody's own (see above)."""
GEEN_FORMULIER = {
    ("post", "vroegsignalering/meldingen/<uuid:zaak_id>"),
    ("post", "schuldhulp/zaken/<uuid:zaak_id>"),
    ("post", "schuldhulp/bezwaren/<uuid:zaak_id>"),
}
"""Nothing to send there, for anyone."""
PAGINAS = [pad for pad in paginas() if not {"partner_id", "alarm_id"} & set(re.findall(r"\w+", pad))]


@pytest.mark.parametrize("pad", PAGINAS)
@pytest.mark.parametrize("methode", ["get", "post"])
def test_andermans_nummer_opent_geen_pagina(
    methode: str, pad: str, vreemde: Medewerker, bestaand: dict[str, str]
) -> None:
    delen = bestaand | {"gesprek": "gesprek", "briefsoort": "toelating", "verzoeken": str(UUID(int=7))}
    if pad.startswith("mijn/"):
        delen |= {"register": "wams", "meldingen": bestaand["zaken"]}
    if pad.startswith("wams/"):
        verb = {"overleggen": "uitnodiging-antwoord", "casusoverleg": "overleg-beginnen"}
        wat = next((verb[naam] for naam in pad.split("/") if naam in verb), "oppakken")
        delen |= {"meldingen": bestaand["zaken"], "gesprek": wat}
    if pad.startswith("zvh/"):
        delen |= {
            "meldingen": bestaand["casussen"],
            "gesprek": {"tafel": "inbreng", "mijn": "bezwaar", "bezwaren": "bezwaar-besluit"}.get(
                pad.split("/")[1], "uitvoeren"
            ),
        }
    if pad.startswith("schuldhulp/"):
        delen |= {"meldingen": bestaand["schuldhulpzaken"]}
    if pad.startswith("schuldhulp/bezwaren"):
        delen |= {"gesprek": "horen"}
    adres = "/" + re.sub(r"<\w+:(\w+)>", lambda naam: delen[NAAMGEVERS[naam[1]]], pad)
    client = Client(raise_request_exception=False)
    client.force_login(Gebruiker.objects.get(naam="vreemde"))
    antwoord = getattr(client, methode)(adres, {"reden": "een reden"} if methode == "post" else {})
    assert antwoord.status_code in (403, 404, 405), antwoord.content.decode()[:2000]
    if antwoord.status_code != 405 and (methode, pad) not in GEEN_FORMULIER:
        regel = Auditregel.objects.filter(organisatie_id=vreemde.organisatie_id).latest("id")
        assert regel.uitkomst == "geweigerd"


VELDEN = ("poging", "persoon", "lezer", "collega", "deelname", "taak", "afspraak")


def test_andermans_nummer_in_een_eigen_zaak_opent_niets(wereld: Wereld, vreemde: Medewerker) -> None:
    """A verb on one's own case that names a person, worker or task elsewhere is refused by every operation."""
    beproefd = 0
    for pad, deel in BESCHRIJVING["paths"].items():
        inhoud = body(deel.get("post", {})).get("data")
        if "/meldingen/{id}/" not in pad or not isinstance(inhoud, dict):
            continue
        for veld in [naam for naam in VELDEN if naam in inhoud]:
            adres = "/api/v1" + pad.replace("{id}", str(wereld.zaken[0].id))
            antwoord = wereld.client.post(
                adres, inhoud | {veld: str(vreemde.id)}, content_type="application/json"
            )
            assert antwoord.status_code in (400, 404, 409), (pad, veld, antwoord.content)
            beproefd += 1
    assert beproefd >= 9
    assert not Auditregel.objects.filter(wijziging__icontains=str(vreemde.id)).exists()
