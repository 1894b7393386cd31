"""Coming in: password, second factor, limits, sessions; and that every page of it is ours, in both languages."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import get_resolver, reverse

from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker
from tests.bouw import Gemeente, maak_gemeente
from tests.login import LOGIN, WACHTWOORD, log_in, met_wachtwoord

pytestmark = pytest.mark.django_db


@pytest.fixture
def huis() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def sanne(huis: Gemeente) -> Gebruiker:
    return met_wachtwoord(huis.sanne.gebruiker_id)


@pytest.fixture(autouse=True)
def _vlot(request: pytest.FixtureRequest, settings: Any) -> None:
    """Hashing is made to be slow; one test looks at the real one."""
    if "argon2" not in request.node.name:
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def streng(settings: Any) -> None:
    settings.TWEEDE_FACTOR = True


def code(geheim: str, verschuiving: int = 0) -> str:
    """The code that an app shows now."""
    teller = next(iter(yield_hotp_counters_from_time())) + verschuiving
    return format_hotp_value(hotp_value(geheim, teller))


def stel_app_in(client: Client) -> str:
    """Set up an app on the page, as a person does; gives the secret."""
    pagina = client.get(
        reverse("mfa_activate_totp")
    ).content.decode()  # who just logged in is not asked again
    treffer = re.search(r'class="geheim">([A-Z2-7]+)<', pagina)
    assert treffer is not None, pagina[:500]
    antwoord = client.post(reverse("mfa_activate_totp"), {"code": code(treffer.group(1))})
    assert antwoord.status_code == 302
    return treffer.group(1)


class TestWachtwoord:
    def test_goed_is_binnen_en_in_het_log(self, client: Client, sanne: Gebruiker) -> None:
        assert log_in(client, sanne).headers["location"] == "/"
        assert client.get("/vroegsignalering/werkvoorraad").status_code == 200
        regel = Auditregel.objects.get(naam="inloggen")
        assert (regel.gebruiker_id, regel.wijziging) == (sanne.id, {"langs": ["password"]})
        client.post("/uitloggen")
        assert Auditregel.objects.filter(naam="uitloggen").count() == 1

    def test_het_wachtwoord_staat_er_als_argon2(self, sanne: Gebruiker) -> None:
        assert sanne.password.startswith("argon2$argon2id$")

    @pytest.mark.parametrize(
        ("taal", "zin"), [("nl", "wachtwoord klopt niet"), ("en", "the password is wrong")]
    )
    def test_fout_zegt_niet_of_het_account_bestaat(
        self, client: Client, sanne: Gebruiker, taal: str, zin: str
    ) -> None:
        for email in (sanne.email, "niemand@test.invalid"):
            antwoord = client.post(
                LOGIN, {"login": email, "password": "verkeerd"}, headers={"accept-language": taal}
            )
            assert antwoord.status_code == 200
            assert zin in antwoord.content.decode()

    def test_na_vijf_keer_fout_moet_hij_wachten(self, client: Client, sanne: Gebruiker) -> None:
        for _ in range(5):
            log_in(client, sanne, "verkeerd")
        antwoord = log_in(client, sanne)
        assert "Wacht vijf minuten" in antwoord.content.decode()
        assert not client.session.get("_auth_user_id")

    def test_een_gesloten_account_komt_er_niet_in_en_raakt_zijn_sessie_kwijt(
        self, client: Client, sanne: Gebruiker
    ) -> None:
        log_in(client, sanne)
        sanne.is_active = False
        sanne.save()
        assert client.get("/vroegsignalering/werkvoorraad").status_code == 302
        nieuw = Client()
        log_in(nieuw, sanne)
        assert nieuw.get("/vroegsignalering/werkvoorraad").status_code == 302

    @pytest.mark.parametrize(
        "zwak", ["kort-8", "wachtwoord123", "123456789012", "sanne-9901@test.invalid", "iloveyou12345"]
    )
    def test_zwakke_wachtwoorden_worden_geweigerd(self, client: Client, sanne: Gebruiker, zwak: str) -> None:
        log_in(client, sanne)
        antwoord = client.post(
            reverse("account_change_password"),
            {"oldpassword": WACHTWOORD, "password1": zwak, "password2": zwak},
        )
        assert antwoord.status_code == 200
        sanne.refresh_from_db()
        assert sanne.check_password(WACHTWOORD)

    def test_een_nieuw_wachtwoord_sluit_de_andere_sessies(self, client: Client, sanne: Gebruiker) -> None:
        elders = Client()
        log_in(elders, sanne)
        log_in(client, sanne)
        nieuw = "Acht-sloten-tegelijk"
        client.post(
            reverse("account_change_password"),
            {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw},
        )
        assert client.get("/vroegsignalering/werkvoorraad").status_code == 200
        assert elders.get("/vroegsignalering/werkvoorraad").status_code == 302

    def test_een_vergeten_wachtwoord_verraadt_geen_account(
        self, client: Client, sanne: Gebruiker, mailoutbox: list[Any]
    ) -> None:
        for email, aantal in ((sanne.email, 1), ("niemand@test.invalid", 1)):
            antwoord = client.post(reverse("account_reset_password"), {"email": email})
            assert antwoord.headers["location"] == reverse("account_reset_password_done")
            assert len(mailoutbox) == aantal
        link = re.search(r"http\S+/password/reset/key/\S+", mailoutbox[0].body)
        assert link is not None
        pad = "/account/" + link.group(0).split("/account/")[1]
        pagina = client.get(pad, follow=True)
        nieuw = {"password1": "Negen-sloten-nu", "password2": "Negen-sloten-nu"}
        assert client.post(pagina.redirect_chain[-1][0], nieuw).status_code == 302
        assert "werkt niet meer" in Client().get(pad, follow=True).content.decode()


@pytest.mark.usefixtures("streng")
class TestTweedeFactor:
    def test_een_medewerker_zonder_komt_nergens_anders(self, client: Client, sanne: Gebruiker) -> None:
        log_in(client, sanne)
        for pad in ("/", "/vroegsignalering/werkvoorraad", "/instellingen", "/beheer/medewerkers"):
            assert client.get(pad).headers["location"] == reverse("mfa_index"), pad
        antwoord = client.get("/api/v1/vroegsignalering/meldingen")
        assert (antwoord.status_code, antwoord.json()["code"]) == (403, "tweede_factor_nodig")
        assert "Stel een tweede factor in" in client.get(reverse("mfa_index")).content.decode()

    def test_een_inwoner_heeft_er_geen_nodig(self, client: Client, huis: Gemeente) -> None:
        bewoner = Gebruiker.objects.create_user("b@test.invalid", persoon_id=huis.organisatie.id)
        client.force_login(bewoner)
        assert client.get("/logboek").status_code == 200

    def test_de_hele_weg_met_een_app(self, client: Client, sanne: Gebruiker) -> None:
        log_in(client, sanne)
        geheim = stel_app_in(client)
        assert client.get("/vroegsignalering/werkvoorraad").status_code == 200
        opgeslagen = Authenticator.objects.get(type="totp").data["secret"]
        assert geheim not in opgeslagen
        nieuw = Client()
        assert log_in(nieuw, sanne).headers["location"].startswith(reverse("mfa_authenticate"))
        assert nieuw.get("/vroegsignalering/werkvoorraad").status_code == 302
        fout = nieuw.post(reverse("mfa_authenticate"), {"code": "000000"})
        assert "klopt niet" in fout.content.decode()
        assert nieuw.post(reverse("mfa_authenticate"), {"code": code(geheim, 1)}).status_code == 302
        assert nieuw.get("/vroegsignalering/werkvoorraad").status_code == 200
        assert Auditregel.objects.filter(naam="inloggen").latest("moment").wijziging == {
            "langs": ["password", "mfa"]
        }

    def test_een_code_werkt_een_keer(self, client: Client, sanne: Gebruiker) -> None:
        log_in(client, sanne)
        geheim = stel_app_in(client)
        zelfde = code(geheim, 1)
        for binnen in (True, False):
            poging = Client()
            log_in(poging, sanne)
            poging.post(reverse("mfa_authenticate"), {"code": zelfde})
            assert (poging.get("/vroegsignalering/werkvoorraad").status_code == 200) is binnen

    def test_een_herstelcode_werkt_een_keer(self, client: Client, sanne: Gebruiker) -> None:
        log_in(client, sanne)
        stel_app_in(client)
        pagina = client.get(reverse("mfa_view_recovery_codes")).content.decode()
        codes = re.findall(r"<li>([0-9]{8})</li>", pagina)
        assert len(codes) == 10
        assert codes[3] in client.get(reverse("mfa_download_recovery_codes")).content.decode()
        for binnen in (True, False):
            poging = Client()
            log_in(poging, sanne)
            poging.post(reverse("mfa_authenticate"), {"code": codes[3]})
            assert (poging.get("/vroegsignalering/werkvoorraad").status_code == 200) is binnen

    def test_wie_zijn_laatste_factor_uitzet_stelt_meteen_een_nieuwe_in(
        self, client: Client, sanne: Gebruiker
    ) -> None:
        log_in(client, sanne)
        stel_app_in(client)
        assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
        assert client.get("/vroegsignalering/werkvoorraad").headers["location"] == reverse("mfa_index")

    @pytest.mark.parametrize(
        ("taal", "zin"), [("nl", "te kort: neem minstens 12 tekens"), ("en", "too short: take at least 12")]
    )
    def test_een_te_kort_wachtwoord_zegt_het_in_de_taal_van_de_lezer(
        self, client: Client, sanne: Gebruiker, taal: str, zin: str
    ) -> None:
        log_in(client, sanne)
        velden = {"oldpassword": WACHTWOORD, "password1": "kort", "password2": "kort"}
        antwoord = client.post(reverse("account_change_password"), velden, headers={"accept-language": taal})
        assert zin in antwoord.content.decode()

    def test_na_vijf_minuten_vraagt_hij_opnieuw_wie_u_bent(self, client: Client, sanne: Gebruiker) -> None:
        log_in(client, sanne)
        stel_app_in(client)
        sessie = client.session
        sessie["account_authentication_methods"] = [
            record | {"at": time.time() - 600} for record in sessie["account_authentication_methods"]
        ]
        sessie.save()
        antwoord = client.get(reverse("mfa_deactivate_totp"))
        assert antwoord.status_code == 302
        assert "reauthenticate" in antwoord.headers["location"]
        bevestigen = antwoord.headers["location"]
        assert "Bent u het nog?" in client.get(bevestigen).content.decode()
        assert "klopt niet" in client.post(bevestigen, {"password": "fout"}).content.decode()
        assert client.post(bevestigen, {"password": WACHTWOORD}).status_code == 302
        assert client.get(reverse("mfa_deactivate_totp")).status_code == 200

    def test_de_beheerder_kan_een_verloren_factor_wissen(
        self, client: Client, sanne: Gebruiker, huis: Gemeente
    ) -> None:
        from samenhang.kernel.beheer.actions.medewerkers import zet_tweede_factor_terug
        from samenhang.kernel.beheer.grenzen import installatiebeheer

        log_in(client, sanne)
        stel_app_in(client)
        assert (
            zet_tweede_factor_terug(installatiebeheer(huis.organisatie), huis.sanne.medewerker_id, "kwijt")
            == 2
        )
        assert client.get("/vroegsignalering/werkvoorraad").status_code == 302
        assert log_in(Client(), sanne).headers["location"] == "/"


class TestSessies:
    def test_stilte_beeindigt_een_sessie(self, client: Client, sanne: Gebruiker, settings: Any) -> None:
        log_in(client, sanne)
        client.get("/vroegsignalering/werkvoorraad")
        _verschuif(client, gezien=settings.SESSIE_STIL + 5)
        antwoord = client.get("/vroegsignalering/werkvoorraad", follow=True)
        assert antwoord.redirect_chain[0][0] == "/inloggen?next=/vroegsignalering/werkvoorraad"
        assert "niet actief" in antwoord.content.decode()

    def test_elke_sessie_eindigt_ook_wie_bezig_blijft(
        self, client: Client, sanne: Gebruiker, settings: Any
    ) -> None:
        log_in(client, sanne)
        client.get("/vroegsignalering/werkvoorraad")
        _verschuif(client, begonnen=settings.SESSION_COOKIE_AGE + 5)
        assert client.get("/api/v1/vroegsignalering/meldingen").status_code == 401

    def test_bezig_zijn_houdt_de_sessie_open(self, client: Client, sanne: Gebruiker) -> None:
        log_in(client, sanne)
        client.get("/vroegsignalering/werkvoorraad")
        _verschuif(client, gezien=1000)
        assert client.get("/vroegsignalering/werkvoorraad").status_code == 200
        assert time.time() - client.session["gezien"] < 10
        assert UserSession.objects.filter(user=sanne).count() == 1


def _verschuif(client: Client, **seconden: int) -> None:
    sessie = client.session
    for naam, terug in seconden.items():
        sessie[naam] -= terug
    sessie.save()


class TestPaginas:
    """Every page of the login library is one of ours in both languages, or does not exist."""

    EIGEN = "samenhang-theme"

    @pytest.mark.parametrize("taal", ["nl", "en"])
    def test_elke_pagina_is_van_ons(self, client: Client, sanne: Gebruiker, taal: str) -> None:
        log_in(client, sanne)
        stel_app_in(client)
        gezien = 0
        for naam in _namen():
            for wie in (client, Client()):
                pad = _pad(naam)
                antwoord = wie.get(pad, headers={"accept-language": taal})
                assert antwoord.status_code in (200, 302, 401, 404, 405), naam
                if (
                    antwoord.status_code != 200
                    or antwoord.headers["content-type"] != "text/html; charset=utf-8"
                ):
                    continue
                gezien += 1
                bron = antwoord.content.decode()
                assert f'<html lang="{taal}" class="{self.EIGEN}' in bron, naam
                assert "<main" in bron, naam
                for vreemd in (
                    "Sign In",
                    "Two-Factor",
                    "Security Key",
                    "Inloggen met passkey",
                    "Menu:",
                    "style=",
                ):
                    assert vreemd not in bron, (naam, vreemd)
        assert gezien >= 14

    @pytest.mark.parametrize(
        "naam",
        [
            "account_signup",
            "account_email",
            "socialaccount_connections",
            "socialaccount_signup",
            "account_logout",
        ],
    )
    def test_wat_wij_niet_gebruiken_bestaat_niet(self, client: Client, sanne: Gebruiker, naam: str) -> None:
        assert client.get(reverse(naam)).status_code == 404
        log_in(client, sanne)
        assert client.post(reverse(naam)).status_code == 404


def _namen() -> list[str]:
    namen = [n for n in get_resolver().reverse_dict if isinstance(n, str)]
    return sorted(n for n in namen if n.startswith(("account_", "mfa_", "socialaccount_", "usersessions_")))


def _pad(naam: str) -> str:
    for kwargs in ({}, {"pk": 1}, {"uidb36": "1", "key": "x-y"}, {"key": "x"}):
        try:
            return reverse(naam, kwargs=kwargs)
        except Exception:
            continue
    raise AssertionError(naam)
