"""The addresses under /account: the library's, with our return from a provider, and without what we do not use."""

from __future__ import annotations

from typing import NoReturn

from django.http import Http404, HttpRequest
from django.urls import include, path, re_path

from samenhang.web.inloggen import oidc


def bestaat_niet(request: HttpRequest, **kwargs: object) -> NoReturn:
    """Signing up, keeping addresses, connecting providers: accounts are the administrator's."""
    raise Http404


urlpatterns = [
    path("oidc/<str:provider_id>/login/callback/", oidc.terugkeer),
    re_path(
        r"^(?:signup|email|confirm-email|social|sessions|logout|3rdparty/signup|3rdparty/$)", bestaat_niet
    ),
    path("", include("allauth.urls")),
]
