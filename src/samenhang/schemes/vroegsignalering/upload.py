"""A file that somebody sent over the web, refused when too large, put where a delivery can read it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from samenhang.kernel.basis import Geweigerd, Tekst


@contextmanager
def opgeslagen(bestand: UploadedFile[Any]) -> Iterator[Path]:
    """The file on disk, for as long as the block; raises `Geweigerd` when it is larger than we take."""
    if (bestand.size or 0) > settings.MAX_UPLOAD_BYTES:
        raise Geweigerd(
            "te_groot",
            Tekst(
                "Het bestand is te groot. Lever het in delen.", "The file is too large. Deliver it in parts."
            ),
            status=413,
        )
    with tempfile.NamedTemporaryFile(suffix=".csv") as doel:
        for brok in bestand.chunks():
            doel.write(brok)
        doel.flush()
        yield Path(doel.name)
