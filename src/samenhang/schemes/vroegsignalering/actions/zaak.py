"""What every action on a melding needs: the case with access to it, its next step, whose it is."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.models import (
    Aanbod,
    Bezwaar,
    Contactpoging,
    Uitkomst,
)
from samenhang.schemes.vroegsignalering.queries import feiten_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def zaak_met_toegang(
    actor: Actor, zaak_id: UUID, *, schrijft: tuple[str, ...] = ("opvolging",)
) -> tuple[Zaak, Toegang]:
    """The case, locked, with access to all its categories; raises `NietToegestaan` when the actor does not treat it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    return zaak, toegang_tot(
        actor, zaak, leest=("naw", "contact", "signaal", "opvolging", "uitkomst"), schrijft=schrijft
    )


def zet_stap(actor: Actor, zaak: Zaak, toegang: Toegang, overgang: str, reden: str = "") -> None:
    """Take a declared step on the facts as they are recorded now; raises `StapOnmogelijk` with what is missing."""
    feiten = feiten_van(
        zaak,
        list(Contactpoging.objects.met(toegang).filter(zaak=zaak)),
        list(Aanbod.objects.met(toegang).filter(zaak=zaak)),
        list(Bezwaar.objects.met(toegang).filter(zaak=zaak)),
        Uitkomst.objects.met(toegang).filter(zaak=zaak).order_by("-datum").first(),
    )
    zaken.zet_stap(actor, zaak, overgang, feiten, reden)


def betrokkenen(zaak: Zaak) -> list[UUID]:
    """The persons whose case it is, in order of entry."""
    return list(Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True))


def keuze(veld: str, waarde: str, keuzes: tuple[str, ...]) -> None:
    """Refuse a value outside its list."""
    if waarde not in keuzes:
        raise Geweigerd(
            "keuze_onjuist",
            Tekst(f"{veld}: kies uit {', '.join(keuzes)}.", f"{veld}: choose from {', '.join(keuzes)}."),
        )
