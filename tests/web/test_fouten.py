"""Whatever goes wrong has a page of its own, in the language of the browser, with a way on and a number to mention."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.core.internal.ratelimit import respond_429
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern

from samenhang.kernel.basis import Fout, Geweigerd, Tekst
from samenhang.web import fouten
from samenhang.web.verzoeken import KOP, Verzoekregel
from samenhang.web.weigeringspagina import kale_pagina

pytestmark = pytest.mark.django_db
Vraag = Callable[[Client, pytest.MonkeyPatch, Any], HttpResponse]


def _stuk(fout: Exception) -> Vraag:
    def vraag(client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any) -> HttpResponse:
        def breek(request: HttpRequest, **delen: Any) -> HttpResponse:
            raise fout

        echt = URLPattern.resolve

        def vind(self: URLPattern, pad: str) -> Any:
            gevonden = echt(self, pad)
            if gevonden is not None:
                gevonden.func = breek
            return gevonden

        monkeypatch.setattr(URLPattern, "resolve", vind)
        return client.get("/leeft")  # type: ignore[return-value]

    return vraag


def _te_veel(client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any) -> HttpResponse:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    return client.post("/taal", {"language": "e" * 200})  # type: ignore[return-value]


def _te_vaak(client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any) -> HttpResponse:
    taal = client.defaults["HTTP_ACCEPT_LANGUAGE"]
    request = RequestFactory(headers={"accept-language": taal}).post("/account/login/")
    return Verzoekregel(respond_429)(request)


GEVALLEN: dict[str, tuple[int, Vraag, str, str]] = {
    "onleesbaar": (400, lambda c, m, s: c.get("/", headers={"host": "kwaad.invalid"}), "Dat kan niet", "Not possible"),  # type: ignore[dict-item,return-value]
    "bestaat niet": (404, lambda c, m, s: c.get("/bestaat-niet"), "Niet gevonden", "Not found"),  # type: ignore[dict-item,return-value]
    "methode": (405, lambda c, m, s: c.get("/vroegsignalering/werkvoorraad/toewijzen"), "opent u anders", "opens in another way"),  # type: ignore[dict-item,return-value]
    "te groot": (413, _te_veel, "Te groot", "Too large"),
    "te vaak": (429, _te_vaak, "Even wachten", "Please wait"),
    "stuk": (500, _stuk(RuntimeError("Jansen")), "Er ging iets mis", "Something went wrong"),
    "onderhoud": (503, _stuk(OperationalError("Jansen")), "Even niet bereikbaar", "Not available for a moment"),
}  # fmt: skip


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("geval", GEVALLEN)
def test_een_fout_is_een_pagina_in_een_taal_met_een_nummer(
    geval: str, taal: str, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    status, vraag, nl, en = GEVALLEN[geval]
    client = Client(raise_request_exception=False, headers={"accept-language": taal})
    antwoord = vraag(client, monkeypatch, settings)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == status
    assert f'lang="{taal}"' in tekst
    wel, niet = (nl, en) if taal == "nl" else (en, nl)
    assert wel in tekst
    assert niet not in tekst
    assert antwoord.headers[KOP] in tekst
    assert 'href="/"' in tekst
    assert "Jansen" not in tekst
    if status in (429, 503):
        assert antwoord.headers["Retry-After"] == str(fouten.WACHT)
    if status == 405:
        assert antwoord.headers["Allow"] == "POST"


def test_wie_iets_opnieuw_kan_vragen_krijgt_daar_een_knop_voor(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    tekst = _stuk(RuntimeError())(client, monkeypatch, None).content.decode()
    assert 'href="/leeft"' in tekst


@pytest.mark.parametrize(
    ("weigering", "raad"),
    [
        (Geweigerd("rol_ontbreekt", Tekst("Dit kan alleen met de rol x. Vraag de beheerder.", "This needs the role x. Ask the administrator."), status=403), False),
        (Geweigerd("geen_medewerker", Tekst("Alleen een medewerker pakt dit op.", "Only a worker takes this up."), status=403), True),
        (Geweigerd.bij("op", "datum_te_vroeg", Tekst("Deze dag ligt voor het besluit.", "This day is before the decision.")), False),
        (Geweigerd("bestand", Tekst("Er is niets ingelezen.", "Nothing was read."), fouten=(Fout("a", Tekst("Rij 2 is leeg.", "Row 2 is empty.")), Fout("a", Tekst("Rij 2 is leeg.", "Row 2 is empty.")))), False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_een_weigering_zegt_elke_zin_een_keer(weigering: Geweigerd, raad: bool, taal: str) -> None:
    request = RequestFactory(headers={"accept-language": taal}).get("/x")
    html = kale_pagina(request, weigering).content.decode()
    zinnen = [weigering.tekst, *(fout.tekst for fout in weigering.fouten)]
    assert {html.count(zin.in_taal(taal)) for zin in zinnen} == {1}
    assert ("voor uw werk" in html or "for your work" in html) is raad
