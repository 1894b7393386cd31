"""`/api/v1/vroegsignalering`: the scheme's part of the API. Every operation calls the action of the page."""

from __future__ import annotations

from ninja import Router

from samenhang.schemes.vroegsignalering.api import (
    aanleveringen,
    beleid,
    bezoeken,
    brieven,
    brp,
    cijfers,
    contactteksten,
    ddas,
    filters,
    melding,
    mijn_werk,
    monitor,
    overdrachten,
    overnemen,
    partners,
    reacties,
    twijfel,
    werkvoorraad,
)

router = Router()
for deel in (
    werkvoorraad,
    mijn_werk,
    filters,
    melding,
    reacties,
    overdrachten,
    twijfel,
    aanleveringen,
    partners,
    beleid,
    contactteksten,
    cijfers,
    overnemen,
    monitor,
    ddas,
    brp,
    brieven,
    bezoeken,
):
    router.add_router("", deel.routes.router)
