"""The one API of a deployment: token, terms, and the routers of the installed schemes."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from samenhang.api import (
    account,
    beheer,
    logboek,
    samenwerking,
    soorten,
    termijnen,
    toezicht,
    token,
    vasthoudingen,
    vernietigberichten,
    vernietigingen,
    zegel,
)
from samenhang.api.adr import AdrAPI
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.scheme.register import scheme_pakket

api = AdrAPI()
api.add_router("", token.routes.router, tags=["toegang"])
api.add_router("", termijnen.routes.router, tags=["termijnen"])
api.add_router("", logboek.routes.router, tags=["logboek"])
api.add_router("", zegel.router, tags=["logboek"])
api.add_router("", vernietigingen.routes.router, tags=["logboek"])
api.add_router("", vernietigberichten.routes.router, tags=["samenwerking"])
api.add_router("", vasthoudingen.routes.router, tags=["logboek"])
api.add_router("/toezicht", toezicht.routes.router, tags=["toezicht"])
api.add_router("", samenwerking.routes.router, tags=["samenwerking"])
api.add_router("", soorten.routes.router, tags=["toegang"])
api.add_router("", account.routes.router, tags=["account"])
api.add_router("/beheer", beheer.router, tags=["beheer"])
for _naam in geinstalleerde_schemes():
    if find_spec(f"{scheme_pakket(_naam)}.api"):
        api.add_router(f"/{_naam}", import_module(f"{scheme_pakket(_naam)}.api").router, tags=[_naam])
