"""`/api/v1/schuldhulp`: the calculations."""

from __future__ import annotations

from samenhang.schemes.schuldhulp.api.rekenen import routes

router = routes.router

__all__ = ["router"]
