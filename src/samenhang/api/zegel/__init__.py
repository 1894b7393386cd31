"""The seal over the API: how the log stands, proofs, checks, checkpoints of and for partners, alarms."""

from __future__ import annotations

from ninja import Router

from samenhang.api.zegel import bewijzen, getuigen, stand

router = Router()
for _deel in (stand, bewijzen, getuigen):
    router.add_router("", _deel.routes.router)
