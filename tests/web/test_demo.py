"""The persona chooser exists in demo mode only; outside it no persona comes in by any door."""

from __future__ import annotations

import os
import subprocess  # nosec
import sys
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import get_resolver
from django.utils import timezone

from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.organisaties.queries import actor_bij_bewijs
from samenhang.web.demo import kies_persona
from samenhang.web.inloggen.adapters import Backend

pytestmark = pytest.mark.django_db


@pytest.fixture
def persona(settings: Any) -> Gebruiker:
    """A persona that stayed behind in the database, with a password and roles."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    gemeente = Organisatie.objects.create(soort="gemeente", naam="Waterrijk", gemeentecode="9901")
    gebruiker = Gebruiker.objects.create_user("sanne@demo.invalid", "Zeven-sloten-tegelijk", naam="Sanne")
    medewerker = Medewerker.objects.create(gebruiker=gebruiker, organisatie=gemeente, naam="Sanne")
    Rolvervulling.objects.create(
        medewerker=medewerker, scheme="vroegsignalering", rol="teamleider", van=medewerker.van
    )
    return gebruiker


def test_het_adres_is_de_gewone_login(client: Client, persona: Gebruiker) -> None:
    antwoord = client.get("/inloggen")
    assert antwoord.headers["location"].startswith("/account/login/")
    client.post("/inloggen", {"persona": persona.email})
    assert "_auth_user_id" not in client.session
    namen = {str(patroon.callback) for patroon in _patronen() if patroon.callback}
    assert not [naam for naam in namen if "persona" in naam]


def _patronen() -> list[Any]:
    te_gaan, gevonden = [get_resolver()], []
    while te_gaan:
        for deel in te_gaan.pop().url_patterns:
            (te_gaan if hasattr(deel, "url_patterns") else gevonden).append(deel)
    return gevonden


def test_de_view_zelf_weigert(persona: Gebruiker) -> None:
    for verzoek in (RequestFactory().get("/x"), RequestFactory().post("/x", {"persona": persona.email})):
        with pytest.raises(Http404):
            kies_persona(verzoek)


def test_een_persona_komt_niet_binnen_met_een_wachtwoord(client: Client, persona: Gebruiker) -> None:
    client.post("/account/login/", {"login": persona.email, "password": "Zeven-sloten-tegelijk"})
    assert client.get("/vroegsignalering/werkvoorraad").status_code == 302
    assert "_auth_user_id" not in client.session


def test_een_sessie_uit_de_demo_is_daarbuiten_niets_waard(
    client: Client, persona: Gebruiker, settings: Any
) -> None:
    settings.DEMO = True
    client.force_login(persona)
    assert client.get("/vroegsignalering/werkvoorraad").status_code == 200
    settings.DEMO = False
    assert client.get("/vroegsignalering/werkvoorraad").status_code == 302
    assert client.get("/api/v1/vroegsignalering/meldingen").status_code == 401


def test_een_bewijs_van_een_persona_ook_niet(persona: Gebruiker, settings: Any) -> None:
    settings.DEMO = True
    sleutel, geheim = maak_sleutel(persona.medewerkers.get(), "demo")
    bewijs, *_ = geef_bewijs(sleutel.id, geheim, timezone.now())
    assert actor_bij_bewijs(bewijs, timezone.now()) is not None
    settings.DEMO = False
    assert actor_bij_bewijs(bewijs, timezone.now()) is None


def test_geen_enkele_weg_geeft_de_gebruiker(persona: Gebruiker, settings: Any) -> None:
    assert Backend().get_user(persona.id) is None
    assert Backend().authenticate(None, email=persona.email, password="Zeven-sloten-tegelijk") is None
    settings.DEMO = True
    assert Backend().get_user(persona.id) == persona


def test_in_de_demo_kiest_u_een_persona(tmp_path: Path) -> None:
    """In a process of its own: the addresses of a deployment are made when it starts."""
    opdracht = (
        "import django; django.setup(); from django.core.management import call_command; "
        "call_command('migrate', verbosity=0); "
        "from samenhang.kernel.organisaties.models import Gebruiker; "
        "Gebruiker.objects.create_user('sanne@demo.invalid', naam='Sanne'); "
        "Gebruiker.objects.create_user('echt@waterrijk.nl', naam='Echt'); "
        "from django.test import Client; c = Client(headers={'host': '127.0.0.1'}); "
        "assert 'Sanne' in c.get('/inloggen').content.decode(); "
        "assert 'Echt' not in c.get('/inloggen').content.decode(); "
        "assert c.post('/inloggen', {'persona': 'echt@waterrijk.nl'}).status_code == 404; "
        "assert c.post('/inloggen', {'persona': 'sanne@demo.invalid'}).status_code == 302; "
        "assert c.session['_auth_user_id']"
    )
    schoon = {k: v for k, v in os.environ.items() if not k.startswith("SAMENHANG_") and k != "DATABASE_URL"}
    omgeving = {
        "SAMENHANG_DEMO": "1",
        "SAMENHANG_DATAMAP": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "samenhang.config.settings",
    }
    uit = subprocess.run(  # nosec
        [sys.executable, "-c", opdracht], env=schoon | omgeving, capture_output=True, text=True, check=False
    )
    assert uit.returncode == 0, uit.stderr
