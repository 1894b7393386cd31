"""Administration over the API: organisations, workers, roles and keys; the same actions as the pages."""

from __future__ import annotations

from ninja import Router

from samenhang.api.beheer import medewerkers, organisaties, plichten, rollen, sleutels, uitwisseling

router = Router()
router.add_router("", organisaties.routes.router)
router.add_router("", medewerkers.routes.router)
router.add_router("", rollen.routes.router)
router.add_router("", sleutels.routes.router)
router.add_router("", plichten.routes.router)
router.add_router("", uitwisseling.routes.router)
