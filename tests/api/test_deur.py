"""The door itself: who calls, how lists page, what a refusal looks like, versions, and how fast one may call."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.organisaties.actions import maak_sleutel, trek_sleutel_in
from samenhang.kernel.organisaties.models import Bewijs, Gebruiker, Medewerker, Toegangssleutel
from tests.api.wereld import BASIS, Wereld, wereld

__all__ = ["wereld"]

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


def probleem(antwoord: Any, status: int, code: str) -> dict[str, Any]:
    assert antwoord.status_code == status, antwoord.content
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert antwoord.headers["API-Version"] == "1.0.0"
    document: dict[str, Any] = antwoord.json()
    assert document["code"] == code
    assert document["tekst"] != document["text"]
    return document


# --- tokens


def sleutel_van(wereld: Wereld) -> tuple[Toegangssleutel, str]:
    return maak_sleutel(Medewerker.objects.get(id=wereld.gemeente.sanne.medewerker_id), "koppeling")


def vraag_token(**velden: str) -> Any:
    return Client().post("/api/v1/token", {"grant_type": "client_credentials"} | velden)


def test_een_sleutel_geeft_een_bewijs_dat_als_hash_wordt_bewaard(wereld: Wereld) -> None:
    sleutel, geheim = sleutel_van(wereld)
    antwoord = vraag_token(client_id=str(sleutel.id), client_secret=geheim)
    assert antwoord.status_code == 200
    assert antwoord.headers["Cache-Control"] == "no-store"
    token = antwoord.json()
    assert token["token_type"] == "Bearer"
    assert token["expires_in"] <= 3600
    assert not Bewijs.objects.filter(hash=token["access_token"]).exists()
    assert geheim not in (sleutel.geheim_hash, token["access_token"])
    kop = {"authorization": f"Bearer {token['access_token']}"}
    assert Client(headers=kop).get(f"{BASIS}/meldingen").status_code == 200


def test_basic_mag_ook(wereld: Wereld) -> None:
    sleutel, geheim = sleutel_van(wereld)
    kop = "Basic " + base64.b64encode(f"{sleutel.id}:{geheim}".encode()).decode()
    vraag = {"grant_type": "client_credentials"}
    assert Client().post("/api/v1/token", vraag, headers={"authorization": kop}).status_code == 200
    probleem(
        Client().post("/api/v1/token", vraag, headers={"authorization": "Basic !"}), 401, "niet_ingelogd"
    )


@pytest.mark.parametrize(
    "anders", [{"client_secret": "fout"}, {"client_id": "geen-uuid"}, {"client_id": str(base64)}]
)
def test_een_fout_geheim_en_een_onbekende_sleutel_klinken_hetzelfde(
    wereld: Wereld, anders: dict[str, str]
) -> None:
    sleutel, geheim = sleutel_van(wereld)
    velden = {"client_id": str(sleutel.id), "client_secret": geheim} | {k: v[:30] for k, v in anders.items()}
    probleem(vraag_token(**velden), 401, "sleutel_onjuist")


def test_een_andere_grant_is_400(wereld: Wereld) -> None:
    probleem(vraag_token(grant_type="password"), 400, "invoer_onjuist")


def test_een_bewijs_verloopt_en_eindigt_met_zijn_sleutel(wereld: Wereld) -> None:
    sleutel, geheim = sleutel_van(wereld)
    token = vraag_token(client_id=str(sleutel.id), client_secret=geheim).json()["access_token"]
    client = Client(headers={"authorization": f"Bearer {token}"})
    with time_machine.travel("2026-11-24T10:01:00+01:00", tick=True):
        probleem(client.get(f"{BASIS}/meldingen"), 401, "niet_ingelogd")
    assert client.get(f"{BASIS}/meldingen").status_code == 200
    trek_sleutel_in(sleutel, sleutel.gemaakt + timedelta(minutes=1))
    probleem(client.get(f"{BASIS}/meldingen"), 401, "niet_ingelogd")
    probleem(vraag_token(client_id=str(sleutel.id), client_secret=geheim), 401, "sleutel_onjuist")


def test_een_bewijs_om_te_lezen_doet_niets(wereld: Wereld) -> None:
    medewerker = Medewerker.objects.get(id=wereld.gemeente.sanne.medewerker_id)
    sleutel, geheim = maak_sleutel(medewerker, "rapportage", ["lezen"])
    velden = {"client_id": str(sleutel.id), "client_secret": geheim}
    antwoord = vraag_token(**velden).json()
    assert antwoord["scope"] == "lezen"
    client = Client(headers={"authorization": f"Bearer {antwoord['access_token']}"})
    assert client.get(f"{BASIS}/meldingen").status_code == 200
    pad = f"{BASIS}/meldingen/{wereld.zaken[2].id}/opschorten"
    probleem(client.post(pad, {"reden": "x"}, content_type="application/json"), 403, "scope_ontbreekt")
    probleem(vraag_token(**velden, scope="lezen schrijven"), 400, "scope_onjuist")
    probleem(vraag_token(**velden, scope="alles"), 400, "invoer_onjuist")


def test_een_sleutel_voor_alles_kan_een_bewijs_om_te_lezen_geven(wereld: Wereld) -> None:
    sleutel, geheim = sleutel_van(wereld)
    velden = {"client_id": str(sleutel.id), "client_secret": geheim}
    assert vraag_token(**velden).json()["scope"] == "lezen schrijven"
    assert vraag_token(**velden, scope="lezen").json()["scope"] == "lezen"


def test_wie_een_bewijs_heeft_kan_het_beeindigen(wereld: Wereld) -> None:
    sleutel, geheim = sleutel_van(wereld)
    token = vraag_token(client_id=str(sleutel.id), client_secret=geheim).json()["access_token"]
    client = Client(headers={"authorization": f"Bearer {token}"})
    assert client.get(f"{BASIS}/meldingen").status_code == 200
    for wat in (token, "bestaat-niet"):
        assert Client().post("/api/v1/token/intrekkingen", {"token": wat}).status_code == 200
    probleem(client.get(f"{BASIS}/meldingen"), 401, "niet_ingelogd")


def test_een_sessie_mag_lezen_en_met_csrf_ook_doen(wereld: Wereld) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(Gebruiker.objects.get(id=wereld.gemeente.sanne.gebruiker_id))
    assert client.get(f"{BASIS}/meldingen").status_code == 200
    pad = f"{BASIS}/meldingen/{wereld.zaken[0].id}/gesprek"
    zonder = client.post(pad, content_type="application/json")
    probleem(zonder, 403, "csrf_ontbreekt")


# --- paging


def test_een_lijst_bladert_zonder_overlap_tot_het_einde(wereld: Wereld) -> None:
    gezien: list[str] = []
    na = ""
    while True:
        blad = wereld.client.get(f"{BASIS}/meldingen", {"aantal": 50, **({"na": na} if na else {})}).json()
        gezien += [rij["nummer"] for rij in blad["items"]]
        if blad["volgende"] is None:
            break
        na = blad["volgende"]
    assert len(gezien) == len(set(gezien)) == len(wereld.zaken)


@pytest.mark.parametrize("pad", ["meldingen", "aanleveringen", "twijfelparen"])
@pytest.mark.parametrize("na", ["x", "W10", "WyJcdTAwMDAiXQ", bladwijzer(1), "%00"])
def test_een_verzonnen_bladwijzer_is_400(wereld: Wereld, pad: str, na: str) -> None:
    client = wereld.client if pad == "meldingen" else wereld.intake
    assert client.get(f"{BASIS}/{pad}?na={na}").status_code == 400


def test_de_fouten_van_een_levering_bladeren(wereld: Wereld) -> None:
    levering = wereld.intake.get(f"{BASIS}/aanleveringen").json()["items"][0]
    pad = f"{BASIS}/aanleveringen/{levering['id']}/fouten"
    alles = wereld.intake.get(pad).json()
    een = wereld.intake.get(pad, {"aantal": 1}).json()
    twee = wereld.intake.get(pad, {"aantal": 100, "na": een["volgende"]}).json()
    assert [rij["code"] for rij in alles["items"]] == [r["code"] for r in een["items"] + twee["items"]]
    assert {"R06", "R17"} <= {rij["code"] for rij in alles["items"]}
    assert twee["volgende"] is None


def test_een_bladwijzer_komt_terug_zoals_hij_ging() -> None:
    from datetime import UTC, date, datetime
    from uuid import uuid4

    waarden = (3, date(2026, 1, 2), uuid4(), datetime(2026, 1, 2, tzinfo=UTC), "é;", None)
    soorten = (int, date, type(waarden[2]), datetime, str, str)
    assert lees_bladwijzer(bladwijzer(*waarden), *soorten) == waarden  # type: ignore[arg-type]
    with pytest.raises(Geweigerd):
        lees_bladwijzer(bladwijzer(2**70), int)


# --- refusals


@pytest.mark.parametrize(
    "vraag, kolom", [("onbekend=1", "onbekend"), ("aantal=0", "aantal"), ("aantal=101", "aantal"),
                     ("prioriteit=x", "prioriteit"), ("stap=a&stap=b", "stap"), ("te_laat=true", "te_laat")],
)  # fmt: skip
def test_een_verkeerd_filter_is_400_met_zijn_plaats(wereld: Wereld, vraag: str, kolom: str) -> None:
    document = probleem(wereld.client.get(f"{BASIS}/meldingen?{vraag}"), 400, "invoer_onjuist")
    assert [fout["kolom"] for fout in document["fouten"]] == [kolom]


@pytest.mark.parametrize(
    "inhoud, soort, status, code",
    [
        ("{", "application/json", 400, "json_onjuist"),
        ('{"reden": NaN}', "application/json", 400, "json_onjuist"),
        ('{"reden": "a", "reden": "b"}', "application/json", 400, "json_onjuist"),
        ('{"reden": "\\u0000"}', "application/json", 400, "json_onjuist"),
        (b'{"reden": "\xff"}', "application/json", 400, "json_onjuist"),
        ("[" * 5000, "application/json", 400, "json_onjuist"),
        ("[]", "application/json", 400, "invoer_onjuist"),
        ("", "application/json", 400, "invoer_onjuist"),
        ('{"reden": 3}', "application/json", 400, "invoer_onjuist"),
        ('{"reden": "a", "rden": "b"}', "application/json", 400, "invoer_onjuist"),
        ("<reden/>", "text/xml", 415, "soort_onjuist"),
        ('{"reden": "' + "a" * 6_000_000 + '"}', "application/json", 413, "te_groot"),
    ],
    ids=str,
)  # fmt: skip
def test_verkeerde_inhoud(wereld: Wereld, inhoud: str | bytes, soort: str, status: int, code: str) -> None:
    antwoord = wereld.client.generic(
        "POST", f"{BASIS}/meldingen/{wereld.zaken[0].id}/opschorten", inhoud, content_type=soort
    )
    probleem(antwoord, status, code)


def test_onbekend_pad_verkeerde_methode_en_geen_uuid(wereld: Wereld) -> None:
    probleem(wereld.client.get("/api/v1/bestaat-niet"), 404, "niet_gevonden")
    antwoord = wereld.client.delete(f"{BASIS}/meldingen")
    probleem(antwoord, 405, "werkwoord_onjuist")
    assert "GET" in antwoord.headers["Allow"]
    assert wereld.client.get(f"{BASIS}/meldingen/geen-uuid").status_code in (400, 404)
    probleem(Client().get(f"{BASIS}/meldingen"), 401, "niet_ingelogd")
    assert Client().get(f"{BASIS}/meldingen").headers["WWW-Authenticate"] == "Bearer"


def test_de_taal_van_titel_volgt_de_aanroeper_en_beide_staan_erin(wereld: Wereld) -> None:
    nl = wereld.client.get(f"{BASIS}/meldingen?x=1", headers={"accept-language": "nl"}).json()
    en = wereld.client.get(f"{BASIS}/meldingen?x=1", headers={"accept-language": "en"}).json()
    assert nl["title"] == nl["tekst"] == en["tekst"]
    assert en["title"] == en["text"] == nl["text"]


def test_te_snel_is_429_met_hoe_lang_wachten(wereld: Wereld, settings: Any) -> None:
    settings.API_PER_MINUUT = 3
    kop = {"REMOTE_ADDR": "203.0.113.9"}
    antwoorden = [Client().post("/api/v1/token", {}, **kop) for _ in range(5)]  # type: ignore[arg-type]
    assert [a.status_code for a in antwoorden] == [400, 400, 400, 429, 429]
    probleem(antwoorden[-1], 429, "te_veel")
    assert 1 <= int(antwoorden[-1].headers["Retry-After"]) <= 60
    assert Client().post("/api/v1/token", {}, REMOTE_ADDR="203.0.113.10").status_code == 400


# --- versions


def test_wie_een_oude_versie_wijzigt_krijgt_412(wereld: Wereld) -> None:
    pad = f"{BASIS}/meldingen/{wereld.zaken[1].id}"
    etag = wereld.client.get(pad).headers["ETag"]

    def schort_op(versie: str) -> Any:
        return wereld.client.post(
            f"{pad}/opschorten",
            json.dumps({"reden": "inwoner is met vakantie"}),
            content_type="application/json",
            headers={"if-match": versie},
        )

    probleem(schort_op("drie"), 400, "if_match_onjuist")
    probleem(schort_op('"99"'), 412, "zaak_veranderd")
    antwoord = schort_op(etag)
    assert antwoord.status_code == 200
    assert wereld.client.get(pad).headers["ETag"] == f'"{antwoord.json()["versie"]}"' != etag
    probleem(schort_op(etag), 412, "zaak_veranderd")
