"""The pseudonym under which a person stands in the processing log, in Python and as an expression of DuckDB."""

from __future__ import annotations

import functools
import hashlib
import hmac
from uuid import UUID

from django.conf import settings

from samenhang.kernel.stapel.uitdrukkingen import hmac as hmac_sql
from samenhang.kernel.stapel.uitdrukkingen import sleutelhelften


def betrokkene(persoon_id: UUID) -> str:
    """The pseudonym of a person in the processing log: HMAC-SHA-256 under the deployment's key, 128 bits."""
    return hmac.digest(_sleutel(settings.SECRET_KEY), persoon_id.bytes, "sha256").hex()[:32]


def pseudoniem(id_: str) -> tuple[str, dict[str, bytes]]:
    """The same as an expression of DuckDB over an id in 32 digits, with its parameters."""
    binnen, buiten = sleutelhelften(_sleutel(settings.SECRET_KEY))
    som = hmac_sql(f"unhex({id_})", "$log_binnen", "$log_buiten")
    return f"left({som}, 32)", {"log_binnen": binnen, "log_buiten": buiten}


@functools.cache
def _sleutel(geheim: str) -> bytes:
    return hashlib.sha256(b"logboek|" + geheim.encode()).digest()
