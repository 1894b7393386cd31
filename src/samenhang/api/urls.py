"""The API under /api/v1, and its description where the design rules want it."""

from __future__ import annotations

import json
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from samenhang.api.api import api
from samenhang.api.problemen import VERSIE


@cache
def _beschrijving() -> bytes:
    return json.dumps(api.get_openapi_schema(), ensure_ascii=False).encode()


@require_safe
def beschrijving(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document, readable from any site: it holds no data."""
    kop = {"API-Version": VERSIE, "Access-Control-Allow-Origin": "*"}
    return HttpResponse(_beschrijving(), content_type="application/json", headers=kop)


urlpatterns = [path("v1/openapi.json", beschrijving), path("v1/", api.urls)]
