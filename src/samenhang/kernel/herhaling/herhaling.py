"""Do something once per key: the same call again gets the answer of the first one.

Two statements around the work: the key goes in first, so that a concurrent repetition waits on it, and the
answer is added to it last. Both are in the transaction of the work: killed half-way, nothing is left, and the
repetition does the work. A refused call leaves no key: it may be corrected and sent again under the same one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.herhaling.models import Herhaalsleutel

GELDIG = timedelta(hours=24)
"""How long a repetition is recognised; told to callers in the description of the API."""
VORM = r"[\x21-\x7e]{8,200}"
"""A key: 8 to 200 visible ASCII characters, such as a UUID."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What went out: status, headers that belong to it, and the body as bytes."""

    status: int
    lijf: bytes
    kop: dict[str, str] = field(default_factory=dict)


def eenmaal(
    wie: UUID, sleutel: str, vingerafdruk: str, doe: Callable[[], Antwoord], *, zelf_eenmalig: bool = False
) -> tuple[Antwoord, bool]:
    """The answer to a call under a key, and whether it is a repetition.

    `vingerafdruk` identifies the content of the call: another content under the same key raises `Geweigerd`
    (422). With `zelf_eenmalig` the work has transactions of its own and is itself safe to repeat (a delivery):
    the key then stands outside them, and a key without an answer is simply worked on again.
    """
    if not re.fullmatch(VORM, sleutel):
        raise Geweigerd(
            "sleutel_onjuist",
            Tekst(
                "Idempotency-Key heeft 8 tot 200 zichtbare tekens zonder spatie, bijvoorbeeld een UUID.",
                "Idempotency-Key has 8 to 200 visible characters without a space, such as a UUID.",
            ),
        )
    if zelf_eenmalig:
        return _los(wie, sleutel, vingerafdruk, doe)
    weigering: Geweigerd | None = None
    with transaction.atomic():
        if not _neem(wie, sleutel, vingerafdruk):
            return _eerder(wie, sleutel, vingerafdruk), True
        try:
            antwoord = doe()
        except Geweigerd as fout:
            weigering = fout  # its log row must stay: commit, without the key
            Herhaalsleutel.objects.filter(wie=wie, sleutel=sleutel).delete()
        else:
            _bewaar(wie, sleutel, antwoord)
    if weigering is not None:
        raise weigering
    return antwoord, False


def _los(wie: UUID, sleutel: str, vingerafdruk: str, doe: Callable[[], Antwoord]) -> tuple[Antwoord, bool]:
    if not _neem(wie, sleutel, vingerafdruk):
        try:
            return _eerder(wie, sleutel, vingerafdruk), True
        except _NogBezig:
            pass
    try:
        antwoord = doe()
    except Geweigerd:
        Herhaalsleutel.objects.filter(wie=wie, sleutel=sleutel).delete()
        raise
    _bewaar(wie, sleutel, antwoord)
    return antwoord, False


def _neem(wie: UUID, sleutel: str, vingerafdruk: str) -> bool:
    """Put the key in; False when it was there. Waits for a concurrent call under the same key to end."""
    try:
        with transaction.atomic():
            Herhaalsleutel.objects.create(
                wie=wie, sleutel=sleutel, vingerafdruk=vingerafdruk, moment=timezone.now()
            )
    except IntegrityError:
        return False
    return True


def _bewaar(wie: UUID, sleutel: str, antwoord: Antwoord) -> None:
    Herhaalsleutel.objects.filter(wie=wie, sleutel=sleutel).update(
        status=antwoord.status, kop=antwoord.kop, antwoord=antwoord.lijf
    )


class _NogBezig(Geweigerd):
    status = 409


def _eerder(wie: UUID, sleutel: str, vingerafdruk: str) -> Antwoord:
    rij = Herhaalsleutel.objects.filter(wie=wie, sleutel=sleutel).first()
    if rij is not None and rij.vingerafdruk != vingerafdruk:
        raise Geweigerd(
            "sleutel_hergebruikt",
            Tekst(
                "Deze Idempotency-Key hoort bij een ander verzoek. Gebruik een nieuwe sleutel.",
                "This Idempotency-Key belongs to another request. Use a new key.",
            ),
            status=422,
        )
    if rij is None or rij.status is None:
        raise _NogBezig(
            "nog_bezig",
            Tekst(
                "Het eerste verzoek met deze sleutel loopt nog. Probeer het zo weer.",
                "The first request with this key is still running. Try again shortly.",
            ),
        )
    return Antwoord(rij.status, bytes(rij.antwoord), dict(rij.kop))
