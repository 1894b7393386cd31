"""Our checkpoints: signing how the tree stands, and keeping what partners sign under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.zegel import sleutels
from samenhang.kernel.zegel.bladen import rand_van
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.controlepunt import Punt
from samenhang.kernel.zegel.domain.nota import (
    Handtekening,
    Nota,
    Sleutel,
    getuigd_op,
    klopt,
    lees_handtekening,
    lees_nota,
    onderteken,
)
from samenhang.kernel.zegel.models import Controlepunt, Medeondertekening, Zegelstand

ELKE = timedelta(minutes=10)
"""How long leaves may wait for a checkpoint."""


def laatste() -> Controlepunt | None:
    """The newest checkpoint."""
    return Controlepunt.objects.order_by("-id").first()


def staat_er(omvang: int) -> bool:
    """Whether a checkpoint of this size is there."""
    return Controlepunt.objects.filter(omvang=omvang).exists()


RECENT = 100


def recent() -> list[Controlepunt]:
    """The newest checkpoints, newest first: a partner's answer by file can be days late."""
    return list(Controlepunt.objects.order_by("-id")[:RECENT])


def moet(nu: datetime) -> bool:
    """Whether a checkpoint is due: there are leaves that none covers, and the newest is old enough."""
    punt = laatste()
    stand = Zegelstand.objects.filter(id=1).first()
    if stand is None or stand.omvang <= (punt.omvang if punt else 0):
        return False
    return punt is None or nu - punt.moment >= ELKE


def teken(
    ook: Sequence[tuple[Sleutel, Ed25519PrivateKey]] = (), hersteld: int | None = None
) -> Controlepunt | None:
    """Sign how the tree stands now, with the key in use and those of `ook`; None when there is no leaf yet.

    `hersteld`: declare that the log had so many leaves before a restore. When nothing came since the newest
    checkpoint and there is nothing else to say, it is that one.
    """
    with transaction.atomic():
        stand = Zegelstand.objects.select_for_update().filter(id=1).first()
        if stand is None or not stand.omvang:
            return None
        vorige = laatste()
        if vorige is not None and vorige.omvang == stand.omvang and not ook and hersteld is None:
            return vorige
        if not sleutels.bekend() and vorige is not None:
            raise Geweigerd(
                "zegelsleutels_weg",
                Tekst(
                    f"Er zijn controlepunten, maar {sleutels.map_()} heeft geen sleutels. Zet de map terug uit uw eigen kopie.",
                    f"There are checkpoints, but {sleutels.map_()} holds no keys. Put the folder back from your own copy.",
                ),
                status=409,
            )
        gebruikt = [sleutels.in_gebruik(), *ook]
        sleutels.wis_oude()  # what a process that died at a change of keys left
        moment = timezone.now().replace(microsecond=0)
        punt = Punt(gebruikt[0][0].naam, stand.omvang, boom.wortel(rand_van(stand)), moment, hersteld)
        nota = Nota(punt.tekst, tuple(onderteken(punt.tekst, deel.naam, prive) for deel, prive in gebruikt))
        return Controlepunt.objects.create(
            omvang=punt.omvang, wortel=punt.wortel, moment=moment, nota=str(nota)
        )


def getuigensleutels() -> dict[str, Sleutel]:
    """The keys with which partners countersign, by the partner's name."""
    return {partner.naam: partner.getuige for partner in sleutels.partners() if partner.getuige}


def neem_op(punt: Controlepunt, regels: Iterable[str]) -> list[Medeondertekening]:
    """Keep the countersignatures among these lines that are right and from a partner; gives those that count."""
    tekst, uit = lees_nota(punt.nota).tekst, []
    for regel in regels:
        deel = lees_handtekening(regel)
        for naam, sleutel in getuigensleutels().items():
            if deel is not None and klopt(tekst, deel, sleutel):
                uit.append(
                    Medeondertekening.objects.get_or_create(
                        controlepunt=punt,
                        regel=str(deel),
                        defaults={"getuige": naam, "moment": getuigd_op(deel)},
                    )[0]
                )
    return uit


def nota_van(punt: Controlepunt) -> Nota:
    """The checkpoint with all that was signed under it."""
    erbij = (lees_handtekening(deel.regel) for deel in punt.medeondertekeningen.order_by("id"))
    return lees_nota(punt.nota).met(deel for deel in erbij if isinstance(deel, Handtekening))
