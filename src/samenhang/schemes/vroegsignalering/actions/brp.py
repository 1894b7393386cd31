"""Does the resident live here? Before any contact, by hand in the case."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.actions import draag_over
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering.actions.brpantwoord import (
    Antwoord,
    schrijf_antwoorden,
    schrijf_brp_op,
    sluit_vraag,
)
from samenhang.schemes.vroegsignalering.actions.hulp import achterstanden_van
from samenhang.schemes.vroegsignalering.actions.verloop import sluit
from samenhang.schemes.vroegsignalering.actions.zaak import (
    betrokkenen,
    hoort_erbij,
    keuze,
    wegens,
    zaak_met_toegang,
    zet_stap,
)
from samenhang.schemes.vroegsignalering.domain.brp import BrpUitkomst
from samenhang.schemes.vroegsignalering.domain.doorzending import Doorzending
from samenhang.schemes.vroegsignalering.models import Signaal
from samenhang.schemes.vroegsignalering.queries.brp import HAND
from samenhang.schemes.vroegsignalering.queries.feiten import Feitenlezer
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "inwonerschap vastleggen")
def leg_brp_vast(
    actor: Actor, zaak_id: UUID, uitkomst: str, toelichting: str = "", persoon_id: UUID | None = None
) -> Zaak:
    """Record what the BRP said about one person of the melding, or about everybody in it.

    Who lives here can be contacted once that is so for all. Who does not, leaves the melding, and it closes when
    nobody is left. Uncertain: the question stays open. Source: Divosa 2025 (residence first); code Z03.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id, schrijft=("naw", "signaal", "opvolging", "uitkomst"))
    keuze("uitkomst", uitkomst, list(BrpUitkomst))
    antwoord = BrpUitkomst(uitkomst)
    alle = betrokkenen(zaak)
    wie = alle if persoon_id is None else [persoon_id]
    hoort_erbij(alle, *wie)
    _verwerk(actor, zaak, toegang, alle, wie, antwoord, toelichting)
    return zaak


@action(SCHEME, "melding doorzenden")
def zend_door(
    actor: Actor, zaak_id: UUID, persoon_id: UUID, naar_gemeente: str, toelichting: str = ""
) -> Zaak:
    """The BRP says that the resident moved to another municipality: his arrears go on to that municipality.

    A hand-over of its own, to be given by telephone or secure mail; he leaves the melding here as no resident.
    The partner hears only that: never the new town. Source: DDAS, FAQ; Wgs art. 3 lid 1 onder b.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id, schrijft=("naw", "signaal", "opvolging", "uitkomst"))
    naar = " ".join(naar_gemeente.split())
    alle = betrokkenen(zaak)
    hoort_erbij(alle, persoon_id)
    if not naar or naar.casefold() == zaak.organisatie.naam.casefold():
        raise Geweigerd(
            "gemeente_onjuist",
            Tekst(
                "Noem de gemeente waarheen de inwoner is verhuisd; niet de eigen gemeente.",
                "Name the municipality that the resident moved to; not your own.",
            ),
        )
    naw = Naw.objects.met(toegang).get(persoon_id=persoon_id)
    inhoud = Doorzending(
        meldingnummer=zaak.nummer,
        naar_gemeente=naar,
        naam=naw.weergavenaam,
        geboortedatum=naw.geboortedatum,
        achterstanden=achterstanden_van(zaak, toegang, persoon_id),
    )
    draag_over(
        zaak,
        "doorzending",
        persoon_id,
        inhoud,
        toegang,
        _gemeente_hier(naar),
        wegens(zaak, "doorzending"),
    )
    _verwerk(actor, zaak, toegang, alle, [persoon_id], BrpUitkomst.VERHUISD, toelichting)
    return zaak


def _gemeente_hier(naam: str) -> Organisatie | None:
    """The municipality of that name that works with this deployment; none when there is none, or more than one."""
    gevonden = list(Organisatie.objects.filter(soort="gemeente", actief=True, naam__iexact=naam)[:2])
    return gevonden[0] if len(gevonden) == 1 else None


def _verwerk(
    actor: Actor,
    zaak: Zaak,
    toegang: Toegang,
    alle: list[UUID],
    wie: list[UUID],
    antwoord: BrpUitkomst,
    toelichting: str,
) -> None:
    """Store the answer and do what follows from it."""
    antwoorden = (Antwoord(persoon, antwoord, HAND, toelichting) for persoon in wie)
    schrijf_antwoorden(actor, toegang, zaak.organisatie_id, antwoorden)
    schrijf_brp_op(zaak, antwoord.titel, toelichting)
    if antwoord.weg:
        _laat_gaan(actor, zaak, toegang, alle, wie, antwoord, toelichting)
    if zaak.gesloten is None:
        _begin_contact(actor, zaak, toegang)


def bevestig_inwoner(actor: Actor, zaak_id: UUID, woont_hier: bool, toelichting: str = "") -> Zaak:
    """`leg_brp_vast` for everybody at once: lives here, or does not."""
    uitkomst = BrpUitkomst.INWONER if woont_hier else BrpUitkomst.GEEN_INWONER
    return leg_brp_vast(actor, zaak_id, uitkomst, toelichting)


def _laat_gaan(
    actor: Actor,
    zaak: Zaak,
    toegang: Toegang,
    alle: list[UUID],
    wie: list[UUID],
    antwoord: BrpUitkomst,
    toelichting: str,
) -> None:
    """Who is no resident (any more) leaves the melding; when that is everybody, it closes."""
    reden = antwoord.reden
    if "signaal" in toegang.leest:
        Signaal.objects.met(toegang).filter(zaak=zaak, persoon_id__in=wie).update(status=reden, reden="")
    if len(wie) == len(alle):
        sluit(actor, zaak, toegang, reden, toelichting or antwoord.titel.nl)
        return
    Betrokkene.objects.filter(zaak=zaak, persoon_id__in=wie).delete()
    zaken.bewaar(zaak)


def _begin_contact(actor: Actor, zaak: Zaak, toegang: Toegang) -> None:
    """Once everybody's residence is certain the question is closed, and contacting starts."""
    feiten = Feitenlezer(zaak, toegang, personen=betrokkenen(zaak))
    if feiten.inwoner_bevestigd and sluit_vraag(zaak):
        zet_stap(actor, zaak, toegang, "benaderen", feiten=feiten)
