"""What anyone may see stands at the foot of every page, also of the login, and opens without login."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from samenhang.web.menu import openbare_paginas
from tests.bouw import maak_gemeente

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_elke_openbare_pagina_staat_onder_het_inloggen_en_gaat_zonder_inloggen_open(taal: str) -> None:
    maak_gemeente()
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = taal
    voet = client.get("/account/login/").content.decode().partition('<footer class="voet">')[2]
    assert len(openbare_paginas()) >= 2
    for pagina in openbare_paginas():
        assert f'<a href="{pagina.pad}">{pagina.titel.in_taal(taal)}</a>' in voet
        assert client.get(pagina.pad).status_code == 200
