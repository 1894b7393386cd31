"""Who is invited to a case meeting and who was there: parties from outside, and the people whom it is about.

An invitation names nobody of the family: a number, a day, who invites. What a party may see opens when it is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN, Medewerker
from samenhang.kernel.organisaties.queries import met_rol
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Deelname, Zaak
from samenhang.kernel.zaken.queries import zaak_onbekend
from samenhang.kernel.zaken.versie import controleer_versie
from samenhang.schemes.wams.actions.gedeeld import keuze, weiger
from samenhang.schemes.wams.actions.gezin import vast
from samenhang.schemes.wams.actions.overleg import lopend_overleg
from samenhang.schemes.wams.deelname import zou_zien
from samenhang.schemes.wams.domain.overleg import KOMT
from samenhang.schemes.wams.domain.partijen import DEELNEMER, PARTIJEN_VAN_BUITEN
from samenhang.schemes.wams.dossier import geen_instemming, open_dossier
from samenhang.schemes.wams.models import Genodigde, GenodigdeInwoner
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """Who of another organisation is invited."""

    medewerker: UUID = veld("Wie nodigt u uit?", "Whom do you invite?", bron="partijen")


@dataclass(frozen=True, slots=True)
class Inwonersuitnodiging:
    """Who of the family is invited."""

    persoon: UUID = veld("Wie uit het gezin?", "Who of the family?", bron="deelnemers")


@dataclass(frozen=True, slots=True)
class Aanwezigheid:
    """Whether one who was invited is there."""

    genodigde: UUID = veld("Wie?", "Who?", bron="genodigden")
    aanwezig: bool = veld("Is hij of zij er?", "Is he or she there?")


@dataclass(frozen=True, slots=True)
class Uitnodigingsantwoord:
    """Whether the one who was invited comes."""

    komt: str = veld("Komt u?", "Do you come?", keuzes=tuple(KOMT.items()))


@dataclass(frozen=True, slots=True)
class Deelnamekeuze:
    """Whose part in the case ends, and why."""

    medewerker: UUID = veld("Wie?", "Who?", bron="deelnemende_partijen")
    reden: str = veld("Waarom?", "Why?", uitleg=Tekst("Staat in de tijdlijn.", "Goes into the timeline."))


@action(SCHEME, "partij uitnodigen")
def nodig_uit(actor: Actor, zaak_id: UUID, invoer: Uitnodiging) -> Zaak:
    """Invite a worker of another organisation to the meeting that is prepared.

    Refused when nobody of the family lets that kind of party know anything: it would come for nothing, and its being
    invited would tell it something all the same.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    overleg = lopend_overleg(dossier.zaak)
    wie = partijen_van(dossier.zaak.organisatie_id, zaken.vandaag()).get(invoer.medewerker)
    if wie is None:
        raise weiger(
            "medewerker", "partij_onbekend", "Deze persoon doet niet mee aan overleggen hier. Kies iemand uit de lijst.",
            "This person takes no part in meetings here. Choose someone of the list.",
        )  # fmt: skip
    soort = ORGANISATIESOORTEN[wie.organisatie.soort]
    if not any(
        besluit.leest for besluit in zou_zien(dossier.zaak, wie.organisatie.soort, "casusoverleg").values()
    ):
        raise weiger(
            "medewerker", "niemand_deelt", f"Niemand uit het gezin deelt iets met deze partij ({soort.nl.lower()}). Vraag het eerst.",
            f"Nobody of the family shares anything with this party ({soort.en.lower()}). Ask first.",
        )  # fmt: skip
    _, nieuw = Genodigde.objects.get_or_create(
        overleg=overleg, medewerker=wie, defaults={"uitgenodigd": huidige_operatie().nu}
    )
    if not nieuw:
        raise Geweigerd("al_uitgenodigd", Tekst(f"{wie.naam} is al uitgenodigd.", f"{wie.naam} was already invited."), status=409)  # fmt: skip
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(
        dossier.zaak, "uitnodiging", Tekst(f"{wie.organisatie.naam} uitgenodigd voor het overleg", f"{wie.organisatie.naam} invited to the meeting")
    )  # fmt: skip
    return dossier.zaak


@action(SCHEME, "inwoner uitnodigen")
def nodig_inwoner_uit(actor: Actor, zaak_id: UUID, invoer: Inwonersuitnodiging) -> Zaak:
    """Invite someone of the family to the meeting about his own plan; he reads it on his page."""
    dossier = open_dossier(actor, zaak_id, schrijft=("afspraken",), op_slot=True)
    overleg = lopend_overleg(dossier.zaak)
    lid = dossier.lid(invoer.persoon)
    if invoer.persoon not in dossier.over_wie:
        raise geen_instemming(lid, frozenset({"afspraken"}))
    eigen = GenodigdeInwoner.objects.met(dossier.toegang)
    if eigen.filter(overleg=overleg, persoon_id=invoer.persoon).exists():
        raise Geweigerd("al_uitgenodigd", Tekst(f"{lid.naam} is al uitgenodigd.", f"{lid.naam} was already invited."), status=409)  # fmt: skip
    eigen.create(**vast(dossier, invoer.persoon), overleg=overleg)
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "aanwezigheid vastleggen")
def leg_aanwezigheid_vast(actor: Actor, zaak_id: UUID, invoer: Aanwezigheid) -> Zaak:
    """Record during the meeting whether someone is there: from then on a party sees what it may see, and not before."""
    dossier = open_dossier(actor, zaak_id, schrijft=("afspraken",), op_slot=True)
    zaak = dossier.zaak
    overleg = lopend_overleg(zaak, begonnen=True)
    inwoners = GenodigdeInwoner.objects.met(dossier.toegang).filter(overleg=overleg, id=invoer.genodigde)
    if inwoners.update(aanwezig=invoer.aanwezig):
        zaken.bewaar(zaak)
        return zaak
    rij = Genodigde.objects.select_related("medewerker").filter(overleg=overleg, id=invoer.genodigde).first()
    if rij is None:
        raise weiger("genodigde", "niet_uitgenodigd", "Deze persoon is niet uitgenodigd. Nodig hem of haar eerst uit.", "This person was not invited. Invite him or her first.")  # fmt: skip
    rij.aanwezig = invoer.aanwezig
    rij.save(update_fields=["aanwezig"])
    loopt = Deelname.objects.filter(
        zaak=zaak, medewerker=rij.medewerker, betrokkenheid=DEELNEMER, tot__isnull=True
    ).first()
    if invoer.aanwezig and loopt is None:
        zaken.laat_deelnemen(zaak, rij.medewerker, DEELNEMER, DEELNEMER, "aanwezig bij het overleg")
    elif not invoer.aanwezig and loopt is not None:
        zaken.beeindig_deelname(zaak, loopt.id, "niet aanwezig bij het overleg")
    else:
        zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "deelname partij beëindigen")
def beeindig_partij(actor: Actor, zaak_id: UUID, invoer: Deelnamekeuze) -> Zaak:
    """The part of an outside party in the case ends: at its next request it sees nothing."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    loopt = Deelname.objects.filter(
        zaak=dossier.zaak, medewerker_id=invoer.medewerker, betrokkenheid=DEELNEMER, tot__isnull=True
    ).first()
    if loopt is None:
        raise weiger("medewerker", "doet_niet_mee_partij", "Deze partij doet niet (meer) mee. Kies een andere.", "This party does not take part (any more). Choose another.")  # fmt: skip
    zaken.beeindig_deelname(dossier.zaak, loopt.id, invoer.reden)
    return dossier.zaak


@action(SCHEME, "uitnodiging beantwoorden")
def beantwoord(actor: Actor, zaak_id: UUID, invoer: Uitnodigingsantwoord) -> Zaak:
    """The one who was invited says whether he comes; it opens nothing yet."""
    keuze("komt", invoer.komt, KOMT)
    if actor.medewerker_id is None:
        raise zaak_onbekend()
    rij = (
        Genodigde.objects.select_for_update(of=("self",))
        .select_related("overleg__zaak")
        .filter(overleg__zaak_id=zaak_id, overleg__gesloten__isnull=True, medewerker_id=actor.medewerker_id)
        .first()
    )
    if rij is None:
        raise zaak_onbekend()
    zaak = rij.overleg.zaak
    controleer_versie(zaak)
    huidige_operatie().zaak_id = zaak.id
    rij.komt = invoer.komt
    rij.save(update_fields=["komt"])
    return zaak


def partijen_van(organisatie_id: UUID, dag: date) -> dict[UUID, Medewerker]:
    """The workers of other organisations whom this municipality can invite: those with the role, at parties it administers."""
    return met_rol(organisatie_id, tuple(PARTIJEN_VAN_BUITEN), SCHEME.naam, DEELNEMER, dag)
