"""What the resident agrees to and was told, and what may go onward because of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang.instemming import Antwoord, Door
from samenhang.kernel.verstrekkingen import actions as verstrekken
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.actions.zaak import (
    hoort_erbij,
    keuze,
    niet_in_toekomst,
    zaak_met_toegang,
)
from samenhang.schemes.vroegsignalering.domain import kennismaking, meervoudig
from samenhang.schemes.vroegsignalering.domain.kennismaking import Kennismaking
from samenhang.schemes.vroegsignalering.domain.meervoudig import Meervoudig
from samenhang.schemes.vroegsignalering.scheme import SCHEME

WAARVOOR = {
    kennismaking.DOEL: zaken.Toestemmingsvraag(
        kennismaking.CATEGORIEEN, kennismaking.TEKSTVERSIE, doel=kennismaking.DOEL, aan=kennismaking.AAN
    ),
    meervoudig.DOEL: zaken.Toestemmingsvraag(
        meervoudig.CATEGORIEEN, meervoudig.TEKSTVERSIE, doel=meervoudig.DOEL, aan=meervoudig.AAN
    ),
}
"""What a resident can agree to: which data, by which text, for which purpose, and who hears it."""
WAAROVER = ("gebruik", *WAARVOOR)
"""What someone can be told about: that his data are used at all (AVG art. 14), or where they would go."""


@dataclass(frozen=True, slots=True)
class Antwoordgegevens:
    """An answer: whose, yes or no, how, who gave it when he did not himself, and to which question.

    `bewijs` and `bewijs_op`: the document on which the worker saw that he is of age, where no birth date is known.
    """

    persoon_id: UUID
    ja: bool
    hoe: str
    door: str = Door.ZELF
    door_wie: str = ""
    wilsonbekwaam: bool = False
    waarvoor: str = kennismaking.DOEL
    bewijs: str = ""
    bewijs_op: date | None = None


@dataclass(frozen=True, slots=True)
class Uitstelkeuze:
    """Whose telling is put off, until when, on which ground and why."""

    persoon_id: UUID
    tot: date
    grond: str
    reden: str


@action(SCHEME, "toestemming vastleggen")
def leg_toestemming_vast(actor: Actor, zaak_id: UUID, antwoord: Antwoordgegevens) -> Zaak:
    """Record whether a resident agrees that another hears who he is: a help organisation, or the desk for multiple problems.

    The text was read to him or by him, so that he is told at the same time. A child under twelve, and who cannot
    judge it, is answered for by a representative. Source: AVG art. 7.
    """
    rechten = ("instemming", "informeren")
    keuze("waarvoor", antwoord.waarvoor, WAARVOOR)
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=("naw", *rechten), schrijft=rechten)
    hoort_erbij(personen_van(zaak), antwoord.persoon_id)
    naw = Naw.objects.met(toegang).get(persoon_id=antwoord.persoon_id)
    zaken.leg_toestemming_vast(
        zaak,
        antwoord.persoon_id,
        WAARVOOR[antwoord.waarvoor],
        zaken.Gegeven(
            Antwoord.GEGEVEN if antwoord.ja else Antwoord.GEWEIGERD,
            antwoord.hoe,
            naw.geboortedatum,
            antwoord.door,
            antwoord.door_wie,
            antwoord.wilsonbekwaam,
            antwoord.bewijs,
            antwoord.bewijs_op,
        ),
        toegang,
    )
    zaken.leg_informeren_vast(
        zaak,
        antwoord.persoon_id,
        antwoord.waarvoor,
        zaken.vandaag(),
        antwoord.hoe,
        toegang,
        WAARVOOR[antwoord.waarvoor].tekstversie,
    )
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "toestemming intrekken")
def trek_toestemming_in(actor: Actor, zaak_id: UUID, persoon_id: UUID | None = None) -> Zaak:
    """End what someone agreed to, from now on; who received his data on it is asked to erase them.

    The resident does it himself, also after closing; who treats the case may record it for him, and then names him.
    Source: AVG art. 7 lid 3 and 19.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    zelf = actor.organisatie_id is None
    wie = actor.persoon_id if zelf else persoon_id
    if wie is None:
        raise Geweigerd(
            "persoon_ontbreekt", Tekst("Kies wie zijn toestemming intrekt.", "Choose who withdraws.")
        )
    hoort_erbij(personen_van(zaak), wie)
    toegang = toegang_tot(
        actor,
        zaak,
        leest=("instemming",),
        schrijft=("instemming",),
        doel="inzage" if zelf else "",
        personen=[wie],
    )
    zaken.trek_toestemming_in(zaak, wie, toegang)
    verstrekken.vraag_intrekking(zaak, wie)
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "inwoner informeren")
def leg_informeren_vast(
    actor: Actor, zaak_id: UUID, persoon_id: UUID, waarover: str, op: date, hoe: str
) -> Zaak:
    """Record that someone was told; of the use of his data, that meets the term of AVG art. 14."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=("naw", "informeren"), schrijft=("informeren",))
    hoort_erbij(personen_van(zaak), persoon_id)
    keuze("waarover", waarover, WAAROVER)
    zaken.leg_informeren_vast(zaak, persoon_id, waarover, op, hoe, toegang)
    if waarover == "gebruik":
        zaken.rond_termijn_af(zaak, "informeren", opslaan=False)
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak


@action(SCHEME, "informeren uitstellen")
def stel_informeren_uit(actor: Actor, zaak_id: UUID, uitstel: Uitstelkeuze) -> Zaak:
    """Put off telling someone that his data are used: a decision of a team lead, until a day, once.

    It ends by itself and then the letter goes; until then he reads nothing of the case, and nobody calls or writes.
    Source: UAVG art. 41; AVG art. 23 and 14 lid 5 (unverified).
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    hoort_erbij(personen_van(zaak), uitstel.persoon_id)
    toegang = toegang_tot(
        actor, zaak, leest=("informeren",), schrijft=("informeren",), doel="informeren", personen=[uitstel.persoon_id]
    )  # fmt: skip
    vraag = zaken.Uitstelvraag(uitstel.tot, uitstel.grond, uitstel.reden, mandaat="teamleider")
    zaken.stel_informeren_uit(zaak, uitstel.persoon_id, vraag, toegang)
    return zaak


@action(SCHEME, "kennismaking doorgeven")
def geef_kennismaking_door(actor: Actor, zaak_id: UUID, persoon_id: UUID, organisatie: str) -> Zaak:
    """Give name and telephone number to a help organisation, only while the resident agrees to it.

    What his answer, an objection or the step stops is kept as refused, and he reads that on his own page.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=kennismaking.CATEGORIEEN, schrijft=("naw",))
    hoort_erbij(personen_van(zaak), persoon_id)
    naar = " ".join(organisatie.split())
    if not naar or len(naar) > 200:
        raise Geweigerd(
            "organisatie_ontbreekt",
            Tekst(
                "Schrijf welke hulporganisatie contact opneemt, in hoogstens 200 tekens. Er is niets doorgegeven.",
                "Write which help organisation will make contact, in at most 200 characters. Nothing was passed on.",
            ),
        )
    naw = Naw.objects.met(toegang).get(persoon_id=persoon_id)
    contact = Contactgegeven.objects.met(toegang).filter(persoon_id=persoon_id).first()
    inhoud = Kennismaking(
        naar_organisatie=naar,
        naam=naw.weergavenaam,
        telefoon=contact.telefoon if contact else "",
        email=contact.email if contact else "",
    )
    verstrekken.draag_over(zaak, "kennismaking", persoon_id, inhoud, toegang)
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "meervoudig doorgeven")
def geef_meervoudig_door(
    actor: Actor, zaak_id: UUID, persoon_id: UUID, gevraagd_op: date, vraag: str
) -> Zaak:
    """Pass a resident on to the desk for multiple problems, only while he agrees to it; nothing of his debts goes.

    `gevraagd_op` is the day on which he asked for it, `vraag` what he wants said. What his answer, an objection or the
    step stops is kept as refused, and he reads that on his own page.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=meervoudig.CATEGORIEEN, schrijft=("naw",))
    hoort_erbij(personen_van(zaak), persoon_id)
    niet_in_toekomst(gevraagd_op)
    tekst = vraag.strip()
    if not tekst or len(tekst) > meervoudig.HOOGSTENS:
        raise Geweigerd(
            "vraag_ontbreekt",
            Tekst(
                f"Schrijf in de woorden van de inwoner waar hij hulp bij wil, in hoogstens {meervoudig.HOOGSTENS} tekens. Er is niets doorgegeven.",
                f"Write in the resident's words what he wants help with, in at most {meervoudig.HOOGSTENS} characters. Nothing was passed on.",
            ),
        )
    naw = Naw.objects.met(toegang).get(persoon_id=persoon_id)
    contact = Contactgegeven.objects.met(toegang).filter(persoon_id=persoon_id).first()
    inhoud = Meervoudig(
        meldingnummer=zaak.nummer,
        naam=naw.weergavenaam,
        geboortedatum=naw.geboortedatum,
        adres=f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}",
        telefoon=contact.telefoon if contact else "",
        email=contact.email if contact else "",
        gevraagd_op=gevraagd_op,
        vraag=tekst,
    )
    verstrekken.draag_over(zaak, meervoudig.DOEL, persoon_id, inhoud, toegang)
    zaken.bewaar(zaak)
    return zaak
