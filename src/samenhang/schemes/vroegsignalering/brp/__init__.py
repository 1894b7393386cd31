"""The port to the BRP: `bron()` gives the source that this deployment is set up with. See docs/brp.md."""

from __future__ import annotations

from django.conf import settings

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.brp.bestand import open_bestand
from samenhang.schemes.vroegsignalering.domain.brp import Brp


def ingesteld() -> bool:
    """Whether there is a source; without one a worker looks elsewhere and records the answer by hand."""
    return settings.BRP_BESTAND is not None


def bron() -> Brp:
    """The source of this deployment; raises `Geweigerd` (409) when none is set up or it cannot be read."""
    if settings.BRP_BESTAND is None:
        raise Geweigerd(
            "brp_niet_ingesteld",
            Tekst(
                "Er is geen bron voor de BRP ingesteld. Zoek zelf op en leg vast wat de BRP zegt.",
                "No source for the BRP is set up. Look it up yourself and record what the BRP says.",
            ),
            status=409,
        )
    return open_bestand(settings.BRP_BESTAND)
