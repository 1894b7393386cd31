"""Growing the tree: rows become leaves, in one transaction with everything that follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction

from samenhang.kernel.stapel import voeg_in
from samenhang.kernel.zegel import wachtrij
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.models import Blad, Tak, Zegelstand

BROK = {"postgresql": 5_000, "sqlite": 1_000}
"""Leaves in one transaction: on SQLite nobody else writes meanwhile."""


def stand() -> Zegelstand:
    """How far the tree is; nothing yet when there is no row."""
    return Zegelstand.objects.filter(id=1).first() or Zegelstand(id=1)


def rand_van(rij: Zegelstand) -> boom.Rand:
    """The right edge as bytes."""
    return [bytes.fromhex(deel) if deel else None for deel in rij.rand]


def wacht() -> bool:
    """Whether any log row waits for its leaf."""
    gelezen = stand().gelezen
    return any(wachtrij.wacht(log, gelezen.get(log, {})) for log in wachtrij.LOGS)


def voeg_toe(hoogstens: int = 0) -> int:
    """Make leaves of the next rows, at most so many of each log; gives how many.

    One sealer at a time: the row of the tree is locked. Killed anywhere, nothing of it happened.
    """
    hoogstens = hoogstens or BROK[connection.vendor]
    with transaction.atomic():
        Zegelstand.objects.get_or_create(id=1)
        rij = Zegelstand.objects.select_for_update().get(id=1)
        regels, gelezen = [], {}
        for log in wachtrij.LOGS:
            deel, gelezen[log] = wachtrij.lees(log, rij.gelezen.get(log, {}), hoogstens)
            regels += deel
        if regels:
            bladen = [boom.blad(regel.inhoud) for regel in regels]
            _bewaar(rij, regels, bladen)
        if regels or gelezen != rij.gelezen:
            rij.gelezen = gelezen
            rij.save()
    return len(regels)


def _bewaar(rij: Zegelstand, regels: Sequence[wachtrij.Regel], bladen: Sequence[bytes]) -> None:
    rand, takken = boom.groei(rand_van(rij), rij.omvang, bladen)
    voeg_in(
        Blad,
        ("nummer", "log", "rij_id", "hash"),
        (
            (nummer, regel.log, regel.rij_id, blad)
            for nummer, (regel, blad) in enumerate(zip(regels, bladen, strict=True), rij.omvang)
        ),
    )
    voeg_in(Tak, ("hoogte", "nummer", "hash"), takken)
    rij.omvang += len(bladen)
    rij.rand = [deel.hex() if deel else None for deel in rand]


def lees(hoogte: int, begin: int, einde: int) -> Sequence[bytes]:
    """The kept roots of a height, for proofs (`boom.Lees`). Raises `LookupError` when one is missing."""
    if hoogte:
        rijen = Tak.objects.filter(hoogte=hoogte, nummer__gte=begin, nummer__lt=einde)
    else:
        rijen = Blad.objects.filter(nummer__gte=begin, nummer__lt=einde)  # type: ignore[assignment]
    gevonden = [bytes(hash_) for hash_ in rijen.order_by("nummer").values_list("hash", flat=True)]
    if len(gevonden) != einde - begin:
        raise LookupError(
            f"hoogte {hoogte}: {einde - begin - len(gevonden)} van {begin} tot {einde} ontbreken"
        )
    return gevonden
