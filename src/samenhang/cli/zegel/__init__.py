"""`samenhang logboek`, the seal: check, prove, exchange checkpoints, keys. Without `--als` the installation acts."""

from __future__ import annotations

from samenhang.cli.zegel.getuigen import aanvaard, controlepunt, getuig, hersteld, medeondertekening
from samenhang.cli.zegel.stand import bewijs, controleer, verzegeling
from samenhang.cli.zegel.toezicht import alarm, sleutel

OPDRACHTEN = (
    controleer,
    bewijs,
    verzegeling,
    controlepunt,
    getuig,
    medeondertekening,
    hersteld,
    aanvaard,
    alarm,
    sleutel,
)
"""In the order in which the help shows them."""
