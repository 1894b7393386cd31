"""Letters exactly as they went: those of one attempt, and the bundle of a round to print."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten.brievenrondes import ronde_loopt
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_eigen, zaak_van
from samenhang.schemes.vroegsignalering import brieven
from samenhang.schemes.vroegsignalering.domain.brieven import (
    Ingevuld,
)
from samenhang.schemes.vroegsignalering.models import Brief, Signaal
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import van_draad
from samenhang.schemes.vroegsignalering.queries.brieven.rondes import ronde_van
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import geen_brieven
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def _zetten(toegang: Toegang, rijen: Sequence[Brief]) -> list[Ingevuld]:
    nummers = [nummer for rij in rijen for nummer in rij.signalen]
    bronnen = dict(
        Signaal.objects.met(toegang)
        .filter(id__in=nummers)
        .values_list("id", "partner__naam")
    )  # fmt: skip
    return [
        Ingevuld(
            tuple(rij.geadresseerde),
            rij.naam,
            tuple(bronnen[UUID(nummer)] for nummer in rij.signalen if UUID(nummer) in bronnen),
            rij.zaak.nummer,
            rij.ondertekenaar,
        )
        for rij in rijen
    ]


@query(SCHEME, "brief bekijken")
def brief(actor: Actor, zaak_id: UUID, groep: UUID) -> bytes:
    """The letters of one attempt as they went, as PDF: for who treats the case all of them, for the resident his own.

    Raises `Geweigerd` (404) when there is none, `NietToegestaan` when the case is closed for the actor.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    inwoner = actor.organisatie_id is None
    toegang = toegang_tot(
        actor,
        zaak,
        leest=("naw", "signaal"),
        doel="inzage" if inwoner else SCHEME.doel,
        personen=[actor.persoon_id] if inwoner and actor.persoon_id else None,
    )
    rijen = list(
        Brief.objects.met(toegang)
        .filter(zaak=zaak, groep=groep)
        .select_related("opdracht__ronde", "zaak")
        .order_by("nummer")
    )
    if not rijen:
        raise Geweigerd(
            "brief_onbekend", Tekst("Deze brief bestaat niet.", "This letter does not exist."), status=404
        )
    return brieven.zet(van_draad(rijen[0].opdracht.ronde), _zetten(toegang, rijen))


@query(SCHEME, "brievenbundel ophalen")
def bundel(actor: Actor, ronde_id: UUID) -> bytes:
    """All letters of a round of one's own as one PDF to print, in the order of postcode; the first time is kept.

    Only of cases that are still one's own and open. Raises `Geweigerd` (409) while letters are being made, and when
    there are none.
    """
    stand = ronde_van(actor, ronde_id)
    if stand.wacht:
        raise ronde_loopt(stand.wacht)
    ids = list(stand.ronde.opdrachten.filter(status="gedaan").values_list("zaak_id", flat=True))
    gezet: list[Ingevuld] = []
    for toegang, _ in toegang_tot_eigen(actor, SCHEME.naam, leest=("naw", "signaal"), zaken=ids):
        rijen = list(
            Brief.objects.met(toegang)
            .filter(opdracht__ronde=stand.ronde)
            .select_related("zaak")
            .order_by("id")
        )
        gezet += _zetten(toegang, rijen)
    if not gezet:
        raise geen_brieven()
    if stand.ronde.opgehaald is None:
        stand.ronde.opgehaald = huidige_operatie().nu
        stand.ronde.save(update_fields=["opgehaald"])
    huidige_operatie().verandert(ronde=str(stand.ronde.id), brieven=len(gezet))
    gezet.sort(key=lambda brief: (brief.geadresseerde[-1], brief.geadresseerde[1], brief.kenmerk, brief.naam))
    return brieven.zet(van_draad(stand.ronde), gezet)
