"""`/api/v1/schuldhulp`: the calculations and the cases."""

from __future__ import annotations

from ninja import Router

from samenhang.schemes.schuldhulp.api import (
    berichten,
    bezwaar,
    ddas,
    herzien,
    krediet,
    portaal,
    post,
    rechtbank,
    rekenen,
    zaken,
)

router = Router()
for _deel in (rekenen, zaken, krediet, herzien, ddas, portaal, post, rechtbank, berichten, bezwaar):
    router.add_router("", _deel.routes.router)

__all__ = ["router"]
