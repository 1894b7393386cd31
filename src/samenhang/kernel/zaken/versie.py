"""Nobody overwrites what a colleague did in the meantime: a door names the version its user looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.zaken.models import Zaak

_verwacht: ContextVar[dict[UUID, int] | None] = ContextVar("verwachte_versies", default=None)


class ZaakVeranderd(Geweigerd):
    """A colleague changed the case since the user looked at it."""

    status = 409


@contextmanager
def verwacht_versie(zaak_id: UUID, versie: int | None) -> Iterator[None]:
    """Inside, changing the case is refused (409) when it no longer has this version; None checks nothing."""
    if versie is None:
        yield
        return
    merk = _verwacht.set((_verwacht.get() or {}) | {zaak_id: versie})
    try:
        yield
    finally:
        _verwacht.reset(merk)


def controleer_versie(zaak: Zaak) -> None:
    """Refuse when the door expects another version of this case; called with its row locked."""
    verwacht = (_verwacht.get() or {}).get(zaak.id)
    if verwacht is not None and verwacht != zaak.versie:
        raise ZaakVeranderd(
            "zaak_veranderd",
            Tekst(
                "Een collega heeft deze zaak intussen veranderd. Bekijk wat er nu staat en bevestig opnieuw; "
                "wat u invulde staat er nog.",
                "A colleague changed this case in the meantime. Look at what it says now and confirm again; "
                "what you filled in is still there.",
            ),
        )
