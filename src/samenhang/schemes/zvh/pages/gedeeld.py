"""What the pages of the scheme share: their addresses, what things are called, and what is said when something is done."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from samenhang.kernel.basis import Tekst
from samenhang.kernel.rechten.domain.bezwaar import GRONDEN
from samenhang.kernel.rechten.domain.toestemming import HOE
from samenhang.kernel.toegang.dimensies import KERNCATEGORIEEN
from samenhang.schemes.zvh import actions
from samenhang.schemes.zvh.domain.bezwaar import WAARTEGEN
from samenhang.schemes.zvh.domain.gegevens import GEBIEDEN
from samenhang.schemes.zvh.domain.proces import ZAAK
from samenhang.schemes.zvh.domain.tafel import INBRENG
from samenhang.schemes.zvh.scheme import SCHEME
from samenhang.web.weergave import taal

ZAKEN, MIJN, TAFEL, BEZWAREN = "/zvh/casussen", "/zvh/mijn", "/zvh/tafel", "/zvh/bezwaren"
TITELS: dict[str, Any] = {
    "stappen": {stap.naam: stap.titel for stap in ZAAK.stappen},
    "gebieden": GEBIEDEN | INBRENG,
    "soorten": {deel.naam: deel.titel for deel in (*KERNCATEGORIEEN, *SCHEME.categorieen)},
    "partijen": actions.PARTIJEN,
    "hoe": HOE,
    "waartegen": WAARTEGEN,
    "gronden": GRONDEN,
    "termijnen": {regel.naam: regel for regel in SCHEME.termijnen},
}


def meld(request: HttpRequest, tekst: Tekst) -> None:
    """Say what was done, in the language of the page."""
    messages.success(request, tekst.in_taal(taal()))
