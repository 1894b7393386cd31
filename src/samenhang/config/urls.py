"""All addresses: the pages of the house and of each installed scheme, the API and the login."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.scheme.register import scheme_pakket

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samenhang.web.urls")),
    path("api/", include("samenhang.api.urls")),
    path("", include("samenhang.api.authzen.deur")),
    path("account/", include("samenhang.web.inloggen.urls")),
]
for _naam in geinstalleerde_schemes():
    if find_spec(f"{scheme_pakket(_naam)}.pages"):
        _paginas = import_module(f"{scheme_pakket(_naam)}.pages")
        urlpatterns.append(path(f"{_naam}/", include((_paginas.urlpatterns, _naam))))

handler400 = "samenhang.web.fouten.onjuist_verzoek"
handler403 = "samenhang.web.fouten.geen_toegang"
handler404 = "samenhang.web.fouten.niet_gevonden"
handler429 = "samenhang.web.fouten.te_vaak"  # asked by the login library
handler500 = "samenhang.web.fouten.mislukt"
