"""What names of steps, terms and kinds are called in every template of the scheme, and what was done."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from samenhang.kernel.basis import Tekst
from samenhang.schemes.schuldhulp.domain import lijsten
from samenhang.schemes.schuldhulp.domain.proces import ZAAK
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.web.weergave import taal

TITELS: dict[str, Any] = {
    "stappen": {stap.naam: stap.titel for stap in ZAAK.stappen},
    "termijnen": {regel.naam: regel for regel in SCHEME.termijnen},
    "bronnen": lijsten.ALLE_BRONNEN,
    "dreigingen": lijsten.ALLE_DREIGINGEN,
    "situaties": lijsten.SITUATIES,
    "inkomens": lijsten.INKOMENS,
    "bewijzen": lijsten.BEWIJZEN,
    "rangen": lijsten.RANGEN,
    "schuldstanden": lijsten.SCHULDSTANDEN,
    "antwoorden": lijsten.ANTWOORDEN,
    "besluiten": {
        "toelating": Tekst("Toelating", "Admission"),
        "afwijzing": Tekst("Afwijzing", "Refusal"),
        "beeindiging": Tekst("Beëindiging", "Ending"),
    },
}
"""What names mean, for every template of the scheme."""


def meld(request: HttpRequest, tekst: Tekst) -> None:
    """Say once, on the next page, what was done."""
    messages.success(request, tekst.in_taal(taal()))
