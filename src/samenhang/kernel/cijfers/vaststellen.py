"""Keeping the counts of a month at a vintage, with what may be published of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.berekening import Groepsstand
from samenhang.kernel.cijfers.bescherming import GEHEEL, Groepsbeeld, Tellingen, bescherm, mag_herzien
from samenhang.kernel.cijfers.models import Inwonertal, Vaststelling
from samenhang.kernel.scheme import Scheme, Telgroep

MEESTE_INWONERS = 20_000_000


def leg_inwonertal_vast(
    organisatie_id: UUID, vanaf: date, aantal: int, bron: str, nu: datetime
) -> Inwonertal:
    """Record the residents from a day; raises `Geweigerd` for an impossible number or no source."""
    if not 1 <= aantal <= MEESTE_INWONERS or not bron.strip():
        raise Geweigerd(
            "inwonertal_onjuist",
            Tekst(
                f"Geef een aantal van 1 tot {MEESTE_INWONERS:,} en de bron, zoals CBS StatLine.".replace(",", ".", 2),
                f"Give a number from 1 to {MEESTE_INWONERS:,} and the source, such as CBS StatLine.",
            ),
        )  # fmt: skip
    return Inwonertal.objects.create(
        organisatie_id=organisatie_id, vanaf=vanaf, aantal=aantal, bron=bron.strip()[:200], vastgelegd=nu
    )


def inwoners_op(organisatie_id: UUID, dag: date) -> int | None:
    """The residents on a day: the latest number from on or before it, never one from after; None when unknown."""
    rij = Inwonertal.objects.filter(organisatie_id=organisatie_id, vanaf__lte=dag)
    return rij.order_by("-vanaf", "-vastgelegd").values_list("aantal", flat=True).first()


def stel_vast(
    scheme: Scheme,
    organisatie_id: UUID,
    maand: date,
    peildatum: date,
    tellingen: Mapping[str, Tellingen],
    nu: datetime,
) -> Vaststelling:
    """Keep the counts of a month at a vintage; the same vintage again gives the row that stands.

    Raises `Geweigerd` (409) for a vintage before the last one: publications only go forward.
    """
    eerder = list(
        Vaststelling.objects.filter(scheme=scheme.naam, organisatie_id=organisatie_id, maand=maand).order_by(
            "peildatum"
        )
    )
    if eerder and eerder[-1].peildatum == peildatum:
        return eerder[-1]
    if eerder and eerder[-1].peildatum > peildatum:
        raise Geweigerd(
            "peildatum_oud",
            Tekst("Er is al een latere peildatum vastgesteld.", "A later reference date was already set."),
            status=409,
        )
    gepubliceerd: dict[str, Any] = {}
    for groep in scheme.telgroepen:
        gepubliceerd[groep.naam] = publiceer(groep, tellingen[groep.naam], peildatum, eerder)
    return Vaststelling.objects.create(
        scheme=scheme.naam,
        organisatie_id=organisatie_id,
        maand=maand,
        peildatum=peildatum,
        inwoners=inwoners_op(organisatie_id, maand),
        tellingen={naam: dict(rijen) for naam, rijen in tellingen.items()},
        gepubliceerd=gepubliceerd,
        definities=definities(scheme),
        vastgesteld=nu,
    )


def publiceer(
    groep: Telgroep, nieuw: Tellingen, peildatum: date, eerder: list[Vaststelling]
) -> dict[str, Any]:
    """The new publication of a group, or the earlier one when both together would give something away."""
    laatste = eerder[-1].gepubliceerd.get(groep.naam) if eerder else None
    if laatste is None:
        return _als_json(bescherm(groep, nieuw), peildatum)
    stand = stand_van(laatste)
    oud = next(
        rij.tellingen[groep.naam] for rij in eerder if rij.peildatum == stand.peildatum
    )  # the vintage that the standing publication is of
    altijd = stand.beeld.verborgen if stand.beeld.waarden[GEHEEL] is not None else frozenset()
    beeld = bescherm(groep, nieuw, altijd)
    if not mag_herzien(groep, oud, stand.beeld, nieuw, beeld):
        return dict(laatste)
    return _als_json(beeld, peildatum)


def _als_json(beeld: Groepsbeeld, peildatum: date) -> dict[str, Any]:
    return {"peildatum": peildatum.isoformat(), "waarden": dict(beeld.waarden)}


def stand_van(document: Mapping[str, Any]) -> Groepsstand:
    """A published group as it was kept."""
    return Groepsstand(Groepsbeeld(document["waarden"]), date.fromisoformat(document["peildatum"]))


def definities(scheme: Scheme) -> str:
    """A fingerprint of everything that is counted and how, so that a changed definition shows."""
    return hashlib.sha256(repr((scheme.telgroepen, scheme.indicatoren)).encode()).hexdigest()
