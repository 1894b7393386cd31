"""`/api/v1/helplijn`: the contacts of the line."""

from __future__ import annotations

from ninja import Router

from samenhang.schemes.helplijn.api import bezetting, contacten

router = Router()
for _deel in (contacten, bezetting):
    router.add_router("", _deel.routes.router)

__all__ = ["router"]
