"""The duties of the seal: leaves at every round, a checkpoint every ten minutes, partners after it, a check every day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.zegel import bladen, nachtcontrole, partnervraag, punten

BLADEN, CONTROLEPUNT = "bladen", "controlepunt"


def _te_zegelen(nu: datetime, hoogstens: int) -> Iterable[str]:
    if bladen.wacht():
        yield BLADEN
    if punten.moet(nu):
        yield CONTROLEPUNT


def _zegel(item: str) -> None:
    if item == BLADEN:
        bladen.voeg_toe()
    else:
        punten.teken()


def _te_controleren(nu: datetime, hoogstens: int) -> Iterable[str]:
    if nachtcontrole.moet(nu):
        yield "alles"


def _begin_controle(item: str) -> None:
    nachtcontrole.begin()


LOG_VERZEGELEN = registreer(Plicht("logboek.verzegelen", _te_zegelen, _zegel))
LOG_GETUIGEN = registreer(
    Plicht("logboek.getuigen", partnervraag.te_vragen, partnervraag.begin, partnervraag.vraag_begonnen)
)
LOG_CONTROLEREN = registreer(
    Plicht("logboek.controleren", _te_controleren, _begin_controle, nachtcontrole.doe_begonnen)
)
