"""Keeping the counts of a month: the latest for the organisation itself, and at each vintage what may be published."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.bescherming import Groepsbeeld, Tellingen, publiceerbaar
from samenhang.kernel.cijfers.models import Inwonertal, Telling, Vaststelling
from samenhang.kernel.scheme import Scheme, Telgroep

MEESTE_INWONERS = 20_000_000
Gepubliceerd = dict[str, dict[str, int | None]]
"""Per group the classes that are published, None where hidden."""


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


def bewaar_telling(
    scheme: Scheme,
    organisatie_id: UUID,
    maand: date,
    peildatum: date,
    tellingen: Mapping[str, Tellingen],
    herkomst: str = "",
) -> Telling:
    """Keep the counts of a month as the latest, for the organisation itself; `herkomst` says who else counted."""
    rij, _ = Telling.objects.update_or_create(
        scheme=scheme.naam,
        organisatie_id=organisatie_id,
        maand=maand,
        defaults={
            "peildatum": peildatum,
            "inwoners": inwoners_op(organisatie_id, maand),
            "tellingen": {naam: dict(rijen) for naam, rijen in tellingen.items()},
            "herkomst": herkomst,
        },
    )
    return rij


def overgenomen(scheme: Scheme, organisatie_id: UUID) -> list[Telling]:
    """The months that were taken over and are not published as they stand, oldest first."""
    rijen = Telling.objects.filter(scheme=scheme.naam, organisatie_id=organisatie_id).exclude(herkomst="")
    eerder = Vaststelling.objects.filter(scheme=scheme.naam, organisatie_id=organisatie_id)
    gepubliceerd = {rij.maand: rij.tellingen for rij in eerder.order_by("peildatum")}
    return [rij for rij in rijen.order_by("maand") if gepubliceerd.get(rij.maand) != rij.tellingen]


def stel_vast(
    scheme: Scheme,
    organisatie_id: UUID,
    maand: date,
    peildatum: date,
    tellingen: Mapping[str, Tellingen],
    nu: datetime,
    herkomst: str = "",
) -> Vaststelling:
    """Publish of the counts of a month at a vintage what may be; the same vintage again gives the row that stands.

    Raises `Geweigerd` (409) for a vintage before the last one: publications only go forward.
    """

    def kies(eerder: Sequence[Vaststelling]) -> Gepubliceerd:
        return publiceer(scheme.telgroepen, maand, peildatum, tellingen, eerder)

    return leg_vast(
        scheme, organisatie_id, maand, peildatum, tellingen, kies, definities(scheme), nu, herkomst
    )


def leg_vast(
    scheme: Scheme,
    organisatie_id: UUID,
    maand: date,
    peildatum: date,
    tellingen: Mapping[str, Tellingen],
    kies: Callable[[Sequence[Vaststelling]], Gepubliceerd],
    definitie: str,
    nu: datetime,
    herkomst: str = "",
) -> Vaststelling:
    """As `stel_vast`, for groups that are not declared once: `kies` says what is published beside the earlier rows."""
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
    return Vaststelling.objects.create(
        scheme=scheme.naam,
        organisatie_id=organisatie_id,
        maand=maand,
        peildatum=peildatum,
        inwoners=inwoners_op(organisatie_id, maand),
        tellingen={naam: dict(rijen) for naam, rijen in tellingen.items()},
        gepubliceerd=kies(eerder),
        definities=definitie,
        herkomst=herkomst,
        vastgesteld=nu,
    )


def publiceer(
    groepen: Iterable[Telgroep],
    maand: date,
    peildatum: date,
    tellingen: Mapping[str, Tellingen],
    eerder: Iterable[Vaststelling],
) -> Gepubliceerd:
    """What is published of a month at this vintage, by group: nothing while the month is not over."""
    oud = list(eerder)
    uit: Gepubliceerd = {}
    for groep in groepen:
        geteld = tellingen.get(groep.naam, {})
        rijp = {
            deel.naam
            for deel in groep.uitsplitsingen
            if is_rijp(maand, peildatum, deel.rijpt) and deel.cellen[0].naam in geteld
        }
        if not rijp:
            continue
        gezien = [
            (rij.tellingen[groep.naam], Groepsbeeld(rij.gepubliceerd[groep.naam]))
            for rij in oud
            if groep.naam in rij.gepubliceerd
        ]
        if beeld := publiceerbaar(groep, geteld, gezien, rijp):
            uit[groep.naam] = dict(beeld.waarden)
    return uit


def is_rijp(maand: date, peildatum: date, rijpt: int) -> bool:
    """Whether so many whole months have passed since the end of a month."""
    verschil = (peildatum.year - maand.year) * 12 + peildatum.month - maand.month
    return verschil > rijpt


def definities(scheme: Scheme) -> str:
    """A fingerprint of everything that is counted and how, so that a changed definition shows."""
    return hashlib.sha256(repr((scheme.telgroepen, scheme.indicatoren)).encode()).hexdigest()
