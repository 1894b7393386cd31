"""Proof that the rows of an operation stand in the log: for who holds the public key and nothing else of ours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.zegel import bladen, punten, sleutels, wachtrij
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.nota import lees_nota, van
from samenhang.kernel.zegel.domain.regel import regels
from samenhang.kernel.zegel.models import Blad


def rijen_van(
    operatie_id: UUID, *, alleen_over: str = "", van_organisatie: UUID | None = None
) -> dict[UUID, str]:
    """The ids of the log rows of an operation, with their log.

    `alleen_over`: only what the processing log says about this pseudonym; `van_organisatie`: what it did.
    """
    verwerking = Verwerking.objects.filter(operatie_id=operatie_id)
    audit = Auditregel.objects.filter(operatie_id=operatie_id)
    if alleen_over:
        verwerking, audit = verwerking.filter(betrokkene=alleen_over), audit.none()
    if van_organisatie:
        verwerking = verwerking.filter(organisatie_id=van_organisatie)
        audit = audit.filter(organisatie_id=van_organisatie)
    return {
        **dict.fromkeys(audit.order_by("id").values_list("id", flat=True), "audit"),
        **dict.fromkeys(verwerking.order_by("id").values_list("id", flat=True), "verwerking"),
    }


def bewijsbaar(wie: str, operaties: Collection[UUID]) -> frozenset[UUID]:
    """Of these operations those whose rows about this pseudonym are under the newest checkpoint."""
    punt = punten.laatste()
    if punt is None:
        return frozenset()
    rijen = dict(
        Verwerking.objects.filter(betrokkene=wie, operatie_id__in=operaties).values_list("id", "operatie_id")
    )
    klaar = Blad.objects.filter(rij_id__in=rijen, nummer__lt=punt.omvang).values_list("rij_id", flat=True)
    return frozenset(rijen.values()) - {rijen[rij] for rij in rijen.keys() - set(klaar)}


def bewijs(operatie_id: UUID, rijen: dict[UUID, str], *, met_inhoud: Collection[str]) -> dict[str, Any]:
    """The newest checkpoint and, per row, its leaf and the path to the root; of some logs the row itself too.

    Raises `Geweigerd` 404 when there is no row, 409 when one has no leaf under a checkpoint yet, or when the
    kept tree does not lead to the checkpoint.
    """
    if not rijen:
        raise Geweigerd(
            "operatie_onbekend",
            Tekst(
                f"Operatie {operatie_id} staat niet in het logboek dat u mag zien. Neem het nummer over uit het auditlog.",
                f"Operation {operatie_id} is not in the log that you may see. Take the number from the audit log.",
            ),
            status=404,
        )
    punt = punten.laatste()
    gevonden = {blad.rij_id: blad for blad in Blad.objects.filter(rij_id__in=rijen)}
    if punt is None or any(rij not in gevonden or gevonden[rij].nummer >= punt.omvang for rij in rijen):
        raise Geweigerd(
            "nog_niet_verzegeld",
            Tekst(
                "Deze operatie staat nog niet onder een controlepunt. Dat komt binnen tien minuten; probeer het dan weer.",
                "This operation is under no checkpoint yet. One comes within ten minutes; try again then.",
            ),
            status=409,
        )
    inhoud: dict[UUID, bytes] = {}
    for log in met_inhoud:
        inhoud |= _inhoud(log, [rij for rij, van_log in rijen.items() if van_log == log])
    nota = punten.nota_van(punt)
    getekend = van(lees_nota(punt.nota), sleutels.bekend())
    return {
        "operatie": str(operatie_id),
        "controlepunt": str(nota),
        "sleutel": str(getekend[0][0]) if getekend else "",
        "bladen": [
            _blad(gevonden[rij], punt.omvang, bytes(punt.wortel), inhoud.get(rij))
            for rij in sorted(rijen, key=lambda rij: gevonden[rij].nummer)
        ],
    }


def _blad(blad: Blad, omvang: int, wortel: bytes, inhoud: bytes | None) -> dict[str, Any]:
    hash_ = bytes(blad.hash)
    try:
        pad = boom.insluiting(bladen.lees, blad.nummer, omvang)
    except LookupError:
        pad = []
    klopt = boom.ingesloten(hash_, blad.nummer, omvang, pad, wortel)
    if not klopt or (inhoud is not None and boom.blad(inhoud) != hash_):
        raise Geweigerd(
            "bewijs_onmogelijk",
            Tekst(
                f"Blad {blad.nummer} is niet te bewijzen: rij of boom is gewijzigd. Draai samenhang logboek controleer.",
                f"Leaf {blad.nummer} cannot be proved: row or tree was changed. Run samenhang logboek controleer.",
            ),
            status=409,
        )
    uit: dict[str, Any] = {
        "nummer": blad.nummer,
        "log": blad.log,
        "hash": hash_.hex(),
        "pad": [deel.hex() for deel in pad],
    }
    if inhoud is not None:
        uit["regel"] = inhoud.decode()
    return uit


def _inhoud(log: str, ids: Sequence[UUID]) -> dict[UUID, bytes]:
    """The leaf bytes of these rows."""
    if not ids:
        return {}
    plekken = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {wachtrij.noem(log)} FROM {wachtrij.tabel(log)} r WHERE r.id IN ({plekken}) ORDER BY r.id",
            [rij.hex if connection.vendor == "sqlite" else rij for rij in ids],
        )
        rijen = cursor.fetchall()
    return dict(zip(sorted(ids), regels(log, wachtrij.kolommen(log), rijen), strict=True))
