"""What nobody should send: each answer a problem document in the language asked for, with nothing of the inside."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Bewijs
from samenhang.kernel.zaken.models import Tijdlijnregel
from samenhang.schemes.vroegsignalering import queries
from tests.api.wereld import BASIS, Wereld, wereld

__all__ = ["wereld"]

pytestmark = pytest.mark.django_db
JSON = "application/json"
POGING = {"soort": "Telefoon", "datum": "2026-11-24", "dagdeel": "Ochtend", "bereikt": False}
Roep = Callable[[Wereld, Client], Any]


def doe(pad: str, lijf: Any = None, soort: str = JSON, **koppen: str) -> Roep:
    """A POST to a verb of the first case."""

    def roep(wereld: Wereld, client: Client) -> Any:
        inhoud = lijf if isinstance(lijf, str | bytes) else json.dumps(lijf)
        return client.generic(
            "POST",
            f"{BASIS}/meldingen/{wereld.zaken[0].id}/{pad}",
            inhoud,
            content_type=soort,
            headers=koppen,
        )

    return roep


def vraag(pad: str, werkwoord: str = "GET") -> Roep:
    return lambda wereld, client: client.generic(werkwoord, f"{BASIS}/{pad}")


def nog_eens_met_een_ander_lijf(wereld: Wereld, client: Client) -> Any:
    assert (
        doe("contactpogingen", POGING, **{"idempotency-key": "slecht-0001"})(wereld, client).status_code
        == 201
    )
    return doe("contactpogingen", POGING | {"dagdeel": "Avond"}, **{"idempotency-key": "slecht-0001"})(
        wereld, client
    )


def over_een_oude_versie_heen(wereld: Wereld, client: Client) -> Any:
    etag = client.get(f"{BASIS}/meldingen/{wereld.zaken[0].id}").headers["ETag"]
    assert doe("contactpogingen", POGING, **{"if-match": etag})(wereld, client).status_code == 201
    return doe("opschorten", {"reden": "vakantie"}, **{"if-match": etag})(wereld, client)


def met_een_verlopen_bewijs(wereld: Wereld, client: Client) -> Any:
    Bewijs.objects.update(verloopt="2026-11-24T00:00:00+00:00")
    return client.get(f"{BASIS}/meldingen")


def met_een_bewijs_om_te_lezen(wereld: Wereld, client: Client) -> Any:
    Bewijs.objects.update(scopes="lezen")
    return doe("opschorten", {"reden": "vakantie"})(wereld, client)


GEVALLEN: dict[str, tuple[Roep, int, str]] = {
    "sleutel met ander lijf": (nog_eens_met_een_ander_lijf, 422, "sleutel_hergebruikt"),
    "sleutel te kort": (
        doe("contactpogingen", POGING, **{"idempotency-key": "kort"}),
        400,
        "sleutel_onjuist",
    ),
    "verkeerd soort inhoud": (doe("opschorten", "<a/>", "text/xml"), 415, "soort_onjuist"),
    "te groot": (doe("opschorten", {"reden": "a" * 6_000_000}), 413, "te_groot"),
    "geen JSON": (doe("opschorten", "{"), 400, "json_onjuist"),
    "onbekend veld": (doe("opschorten", {"reden": "a", "rdn": "b"}), 400, "invoer_onjuist"),
    "onmogelijke datum": (
        doe("contactpogingen", POGING | {"datum": "2026-02-30"}),
        400,
        "invoer_onjuist",
    ),
    "onbekend filter": (vraag("meldingen?kleur=rood"), 400, "invoer_onjuist"),
    "aantal nul": (vraag("meldingen?aantal=0"), 400, "invoer_onjuist"),
    "aantal te groot": (vraag("meldingen?aantal=1000"), 400, "invoer_onjuist"),
    "verzonnen bladwijzer": (vraag("meldingen?na=W10"), 400, "bladwijzer_onjuist"),
    "partner buiten eigen zaken": (vraag("meldingen?partner=huur"), 400, "filter_niet_toegestaan"),
    "onbekende zaak": (vraag(f"meldingen/{uuid4()}"), 404, "zaak_onbekend"),
    "onbekend adres": (vraag("bestaat-niet"), 404, "niet_gevonden"),
    "verkeerde methode": (vraag("meldingen", "DELETE"), 405, "werkwoord_onjuist"),
    "opties": (vraag("meldingen", "OPTIONS"), 405, "werkwoord_onjuist"),
    "geen rol": (vraag("aanleveringen"), 403, "rol_ontbreekt"),
    "alleen lezen": (met_een_bewijs_om_te_lezen, 403, "scope_ontbreekt"),
    "verlopen bewijs": (met_een_verlopen_bewijs, 401, "niet_ingelogd"),
    "oude versie": (over_een_oude_versie_heen, 412, "zaak_veranderd"),
    "geen versie": (doe("opschorten", {"reden": "x"}, **{"if-match": "W/3"}), 400, "if_match_onjuist"),
}


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("naam", GEVALLEN)
def test_slechte_invoer(wereld: Wereld, naam: str, taal: str) -> None:
    roep, status, code = GEVALLEN[naam]
    client = wereld.client
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = taal
    antwoord = roep(wereld, client)
    is_probleem(antwoord, status, code, taal)


def is_probleem(antwoord: HttpResponse, status: int, code: str, taal: str) -> None:
    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (status, "application/problem+json")
    document = json.loads(antwoord.content)
    assert (document["code"], document["status"]) == (code, status)
    assert document["title"] == document["tekst" if taal == "nl" else "text"]
    assert document["tekst"] != document["text"]
    assert antwoord.headers["Content-Language"] == taal
    assert antwoord.headers["API-Version"] == "1.0.0"
    tekst = antwoord.content.decode()
    assert not any(woord in tekst for woord in ("Traceback", "site-packages", ".py", "SELECT ", "Error:"))


@pytest.mark.parametrize(
    "kop", ["", "Bearer", "Bearer x", "Bearer " + "a" * 5000, "Basic eDp5", "Bearer \u00e9"]
)
def test_een_verzonnen_bewijs_is_401_en_zegt_hoe_het_moet(wereld: Wereld, kop: str) -> None:
    antwoord = Client(headers={"authorization": kop, "accept-language": "en"}).get(f"{BASIS}/meldingen")
    is_probleem(antwoord, 401, "niet_ingelogd", "en")
    assert antwoord.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("pad", ["meldingen", "meldingen/{zaak}"])
def test_head_is_get_zonder_lijf_en_wordt_ook_gelogd(wereld: Wereld, pad: str) -> None:
    adres = f"{BASIS}/{pad.format(zaak=wereld.zaken[0].id)}"
    gelogd = Auditregel.objects.count()
    kop, heel = wereld.client.head(adres), wereld.client.get(adres)
    assert (kop.status_code, kop.content) == (200, b"")
    assert kop.headers["Content-Length"] == str(len(heel.content))
    assert kop.headers.get("ETag") == heel.headers.get("ETag")
    assert Auditregel.objects.count() == gelogd + 2
    assert Client().head(adres).status_code == 401


def test_wie_niet_zegt_welke_versie_hij_zag_mag_wijzigen_en_krijgt_de_nieuwe_terug(wereld: Wereld) -> None:
    antwoord = doe("contactpogingen", POGING)(wereld, wereld.client)
    assert antwoord.status_code == 201
    assert antwoord.headers["ETag"] == f'"{antwoord.json()["versie"]}"'


def test_een_oude_versie_laat_niets_half_achter(wereld: Wereld) -> None:
    regels = Tijdlijnregel.objects.filter(zaak=wereld.zaken[0]).count()
    over_een_oude_versie_heen(wereld, wereld.client)
    assert Tijdlijnregel.objects.filter(zaak=wereld.zaken[0], wat="opgeschort").count() == 0
    assert Tijdlijnregel.objects.filter(zaak=wereld.zaken[0]).count() > regels


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_wat_niemand_voorzag_is_500_met_een_nummer_en_zonder_binnenkant(
    wereld: Wereld, taal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kapot(*wat: Any) -> None:
        raise RuntimeError("mevrouw Terpstra, Dorpsstraat 10")

    monkeypatch.setattr(queries, "werkvoorraad", kapot)
    antwoord = wereld.client.get(f"{BASIS}/meldingen", headers={"accept-language": taal})
    is_probleem(antwoord, 500, "onverwacht", taal)
    assert "Terpstra" not in antwoord.content.decode()
