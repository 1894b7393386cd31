"""`/api/v1/helplijn`: the contacts, hand-overs and staffing of the line."""

from __future__ import annotations

from ninja import Router

from samenhang.schemes.helplijn.api import bezetting, cijfers, contacten, overdrachten, postcodes

router = Router()
for _deel in (contacten, overdrachten, cijfers, postcodes, bezetting):
    router.add_router("", _deel.routes.router)

__all__ = ["router"]
