"""A caller wants the municipality to call him: with his yes, for fourteen days at most."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.scheme import Niets
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.uitwisseling.models import Uitwisselpartner
from samenhang.kernel.verstrekkingen.actions import bevestig_ontvangst, draag_over, vraag_intrekking
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot, zaak_van
from samenhang.kernel.zaken.toestand import mogelijk
from samenhang.schemes.helplijn.domain.contact import naar_gemeente, weiger
from samenhang.schemes.helplijn.domain.overdracht import (
    CATEGORIEEN,
    HULPWENS,
    WARM,
    Overdrachtsinvoer,
    WarmeOverdracht,
    controleer_overdracht,
)
from samenhang.schemes.helplijn.domain.proces import OverdrachtFeiten
from samenhang.schemes.helplijn.models import Contact, Hulpwens, Overdrachtstand
from samenhang.schemes.helplijn.queries.contacten import contact_onbekend
from samenhang.schemes.helplijn.scheme import AAN_DE_LIJN, LIJNMEDEWERKER, SCHEME, TEAMLEIDER
from samenhang.schemes.helplijn.toestemming import toestemmingstekst

INGESTEMD = Vastgelegd(instemming=frozenset(CATEGORIEEN), geinformeerd=True)
"""He heard the text and said yes, in this talk: that is on record before anything is written down."""


@action(SCHEME, "warm overdragen")
def draag_warm_over(actor: Actor, contact_id: UUID, invoer: Overdrachtsinvoer) -> Zaak:
    """Ask the municipality of a contact to call this caller; a disclosure on his consent, recorded with its text.

    Where he lives, what threatens and since when he asks come from the contact; nothing of him goes there. Raises
    `Geweigerd` with every field that is wrong, for a contact that is not here (404), goes another way or was handed
    over before (409), and when its municipality cannot be reached from here (409).
    """
    rol_vereist(actor, SCHEME.naam, *AAN_DE_LIJN)
    contact = _contact(actor, contact_id)
    controleer_overdracht(invoer)
    gemeente = _gemeente(actor, contact.gemeentecode)
    nu, persoon_id = huidige_operatie().nu, nieuw_id()
    Persoon.objects.create(
        id=persoon_id, organisatie_id=actor.organisatie, scheme=SCHEME.naam, sleutel=str(persoon_id), bekend_sinds=nu
    )  # fmt: skip
    dringend = bool(contact.dreigingen)
    zaak = zaken.open_zaak(
        SCHEME,
        actor.organisatie,
        [persoon_id],
        huishouden=None,
        prioriteit=1 if dringend else 5,
        volgorde=timezone.localdate(contact.gevraagd),
    )
    huidige_operatie().zaak_id = zaak.id
    _wijs_toe(actor, zaak)
    toegang = toegang_tot(actor, zaak, leest=CATEGORIEEN, schrijft=CATEGORIEEN, doel=WARM, bekend=INGESTEMD)
    van_wie = {"organisatie_id": actor.organisatie, "persoon_id": persoon_id}
    naam, wens = invoer.naam.strip(), invoer.wens.strip()
    telefoon, email = invoer.telefoon.strip(), invoer.email.strip()
    Naw.objects.met(toegang).create(**van_wie, achternaam=naam)
    Contactgegeven.objects.met(toegang).create(**van_wie, telefoon=telefoon, email=email)
    Hulpwens.objects.met(toegang).create(
        **van_wie,
        zaak=zaak,
        wens=wens,
        gevraagd=contact.gevraagd,
        dreigingen=contact.dreigingen,
        tekstversie=toestemmingstekst(timezone.localdate(nu)).versie,
        toegestemd=nu,
        gevraagd_door=actor.naam[:200],
    )
    inhoud = WarmeOverdracht(
        meldingnummer=zaak.nummer,
        naam=naam,
        telefoon=telefoon,
        email=email,
        wens=wens,
        gevraagd=timezone.localtime(contact.gevraagd).isoformat(),
        dreigingen=tuple(contact.dreigingen),
    )
    ontvanger = None if gemeente.id == actor.organisatie else gemeente
    draag_over(zaak, WARM, persoon_id, inhoud, toegang, ontvanger=ontvanger, bekend=INGESTEMD)
    zaken.bewaar(zaak)
    contact.warm = True
    contact.save(update_fields=["warm"])
    Overdrachtstand.objects.create(
        zaak=zaak.id,
        organisatie_id=actor.organisatie,
        nummer=zaak.nummer,
        gemeentecode=contact.gemeentecode,
        dringend=dringend,
        gemaakt=nu,
        stand=zaak.stap,
        sinds=nu,
    )
    return zaak


@action(SCHEME, "toestemming intrekken")
def trek_in(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """The caller withdraws his consent before the municipality took it up: it goes nowhere any more, and is destroyed.

    Raises `StapOnmogelijk` once it was taken up: then the municipality stops what it does.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    feiten = OverdrachtFeiten(wacht_nog=zaak.stap == "aangeboden")
    # what was taken up is not opened any more: the refusal says whom to call
    mogelijk(SCHEME.zaakproces, zaak.stap, "intrekken", actor.rollen.get(SCHEME.naam, ()), feiten)
    toegang = toegang_tot(actor, zaak, leest=(HULPWENS,), schrijft=(HULPWENS,), doel="intrekken")
    zaken.zet_stap(actor, zaak, "intrekken", feiten)
    Hulpwens.objects.met(toegang).filter(zaak=zaak).update(ingetrokken=huidige_operatie().nu)
    for persoon_id in personen_van(zaak):
        for terug in vraag_intrekking(zaak, persoon_id):
            if (
                terug.ontvanger_id is None
            ):  # within one organisation nothing travels: it is gone from the list
                bevestig_ontvangst(terug, "zelfde organisatie", zaken.vandaag())
    zet_stand(zaak)
    return zaak


def zet_stand(zaak: Zaak, stand: str = "") -> None:
    """Keep how a hand-over stands beside its case, for when that is destroyed."""
    Overdrachtstand.objects.filter(zaak=zaak.id).update(stand=stand or zaak.stap, sinds=huidige_operatie().nu)


def _contact(actor: Actor, contact_id: UUID) -> Contact:
    rij = Contact.objects.select_for_update(of=("self",)).filter(organisatie_id=actor.organisatie, id=contact_id).first()  # fmt: skip
    if rij is None:
        raise contact_onbekend()
    if rij.warm:
        raise weiger("contact", "al_overgedragen", "Dit contact is al overgedragen. Zoek het op bij de overdrachten.", "This contact was handed over already. Look it up among the hand-overs.", 409)  # fmt: skip
    if not naar_gemeente(rij.uitgang):
        raise weiger("contact", "andere_uitgang", "Deze beller ging een andere weg. Alleen naar schuldhulp van de gemeente kan warm worden overgedragen.", "This caller went another way. Only towards municipal debt assistance a warm hand-over is possible.", 409)  # fmt: skip
    return rij


def _gemeente(actor: Actor, code: str) -> Organisatie:
    """The municipality that gets it: the own organisation, or one with which this one exchanges messages."""
    if not code:
        raise weiger("gemeente", "gemeente_ontbreekt", "Van dit contact is de gemeente niet bekend. Leg het gesprek opnieuw vast, met de postcode of de gemeente.", "The municipality of this contact is not known. Record the talk again, with the postcode or the municipality.", 409)  # fmt: skip
    rij = Organisatie.objects.filter(soort="gemeente", gemeentecode=code, actief=True).first()
    partner = rij is not None and Uitwisselpartner.objects.filter(
        organisatie_id=actor.organisatie, ander=rij, beeindigd__isnull=True
    )
    if rij is None or (rij.id != actor.organisatie and not (partner and partner.exists())):
        raise weiger("gemeente", "gemeente_niet_aangesloten", "Deze gemeente ontvangt hier geen overdrachten. Geef de beller het nummer van de gemeente, of vraag de beheerder haar aan te sluiten.", "This municipality receives no hand-overs here. Give the caller the number of the municipality, or ask the administrator to connect it.", 409)  # fmt: skip
    return rij


def _wijs_toe(actor: Actor, zaak: Zaak) -> None:
    if actor.medewerker_id is None:
        raise Geweigerd("geen_medewerker", Tekst("Alleen een medewerker van de lijn draagt over.", "Only a worker of the line hands over."), status=403)  # fmt: skip
    rol = LIJNMEDEWERKER if actor.heeft_rol(SCHEME.naam, LIJNMEDEWERKER) else TEAMLEIDER
    zaken.wijs_toe(zaak, Medewerker.objects.get(id=actor.medewerker_id), rol, "nam het gesprek aan")
