"""What every action on a melding needs: the case with access to it, its next step, whose it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.actions import Wegens
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.domain.cak import GRONDSLAG, OVERDRAGEN
from samenhang.schemes.vroegsignalering.domain.inwonertekst import termijn_van
from samenhang.schemes.vroegsignalering.queries.feiten import Feitenlezer
from samenhang.schemes.vroegsignalering.scheme import SCHEME

CONTACT = ("naw", "opvolging", "bezwaar")
"""Enough to record contact: who it is about and what was tried before."""
VOLLEDIG = ("naw", "contact", "signaal", "opvolging", "uitkomst", "bezwaar")


def zaak_met_toegang(
    actor: Actor,
    zaak_id: UUID,
    *,
    leest: Iterable[str] = VOLLEDIG,
    schrijft: Iterable[str] = ("opvolging",),
) -> tuple[Zaak, Toegang]:
    """The case, locked, with access to what the action needs; raises `NietToegestaan` when the actor may not."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    return zaak, toegang_tot(actor, zaak, leest=leest, schrijft=schrijft)


def eigen_zaak(actor: Actor, zaak_id: UUID) -> Zaak:
    """The case, locked, for who takes part in it; for what touches no category of data."""
    zaak, _ = zaak_met_toegang(actor, zaak_id, leest=("naw",), schrijft=())
    return zaak


def zet_stap(
    actor: Actor,
    zaak: Zaak,
    toegang: Toegang,
    overgang: str,
    reden: str = "",
    feiten: Feitenlezer | None = None,
) -> None:
    """Take a declared step on the facts as they are recorded now; raises `StapOnmogelijk` with what is missing."""
    zaken.zet_stap(actor, zaak, overgang, feiten or Feitenlezer(zaak, toegang), reden)


def betrokkenen(zaak: Zaak) -> list[UUID]:
    """The persons whose case it is, in order of entry."""
    return list(Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True))


def wegens(zaak: Zaak, soort: str) -> Wegens | None:
    """On what a hand-over of this kind rests when it is not what its kind declares: the resident asked himself."""
    return Wegens(OVERDRAGEN[soort], GRONDSLAG) if SCHEME.zonder(zaak.soort) else None


def hoort_erbij(alle: Collection[UUID], *personen: UUID) -> None:
    """Refuse nobody at all, and a person who is not one of those whose case it is."""
    if not personen or not set(personen) <= set(alle):
        raise Geweigerd(
            "persoon_onbekend",
            Tekst("Deze persoon hoort niet bij de melding.", "This person does not belong to the case."),
            status=404,
        )


def rond_verzoektermijn_af(zaak: Zaak, *soorten: str) -> None:
    """End the terms of these kinds of request when no task of them is open any more."""
    open_ = {
        termijn_van(soort) for soort in zaak.taken.filter(klaar__isnull=True).values_list("soort", flat=True)
    }
    klaar = {termijn_van(soort) for soort in soorten} - open_ - {""}
    if klaar:
        zaken.rond_termijn_af(zaak, *klaar, opslaan=False)


def keuze(veld: str, waarde: str, keuzes: Iterable[str]) -> None:
    """Refuse a value outside its list."""
    if waarde not in keuzes:
        raise Geweigerd(
            "keuze_onjuist",
            Tekst(f"{veld}: kies uit {', '.join(keuzes)}.", f"{veld}: choose from {', '.join(keuzes)}."),
        )


def niet_in_toekomst(datum: date) -> None:
    """Refuse (Z05) a day after today."""
    if datum > zaken.vandaag():
        raise Geweigerd(
            "Z05",
            Tekst(
                "De datum ligt in de toekomst. Kies vandaag of een dag ervoor.",
                "The date is in the future. Choose today or a day before.",
            ),
        )
