"""`/api/v1/schuldhulp`: the calculations and the cases."""

from __future__ import annotations

from ninja import Router

from samenhang.schemes.schuldhulp.api import ddas, krediet, rekenen, zaken

router = Router()
for _deel in (rekenen, zaken, krediet, ddas):
    router.add_router("", _deel.routes.router)

__all__ = ["router"]
