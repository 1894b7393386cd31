"""Reaching the household: attempts, one tap on the doorstep, and correcting what was recorded wrongly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.actions.zaak import (
    CONTACT,
    betrokkenen,
    keuze,
    zaak_met_toegang,
    zet_stap,
)
from samenhang.schemes.vroegsignalering.beleid import teksten_op
from samenhang.schemes.vroegsignalering.domain import bewakers
from samenhang.schemes.vroegsignalering.domain.contactteksten import GESTUURD
from samenhang.schemes.vroegsignalering.domain.pogingen import (
    DAGDELEN,
    INFORMEREND,
    SOORTEN_POGING,
    dagdeel_van,
)
from samenhang.schemes.vroegsignalering.models import Contactpoging
from samenhang.schemes.vroegsignalering.queries.feiten import Feitenlezer
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Poging:
    """A contact attempt as someone records it; `terugbellen_op` puts a call-back in his agenda.

    `tekstversie` names the text of a letter that this system made, or of what was sent or left.
    """

    soort: str
    datum: date
    dagdeel: str
    bereikt: bool
    notitie: str = ""
    terugbellen_op: date | None = None
    tekstversie: str = ""


@action(SCHEME, "contactpoging vastleggen")
def leg_contactpoging_vast(actor: Actor, zaak_id: UUID, poging: Poging) -> Zaak:
    """Record one attempt to reach the household; an attempt that reached it takes the melding to `bereikt`.

    Raises `StapOnmogelijk` when residence is not confirmed (Z03), the resident objected (Z08) or the melding is
    closed, `Geweigerd` (Z05) for a day in the future or before receipt. Source: Wgs art. 3 lid 1 onder b.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=CONTACT)
    feiten = contact_mag(actor, zaak, toegang, poging)
    poging, informeert = _met_tekst(zaak, poging)
    schrijf_pogingen(actor, zaak, toegang, [poging])
    na_poging(actor, zaak, toegang, poging, feiten, informeert=informeert)
    return zaak


def _met_tekst(zaak: Zaak, poging: Poging) -> tuple[Poging, bool]:
    """The attempt with the version of the text that held for what was sent or left, and whether that informs."""
    if poging.soort not in GESTUURD or poging.tekstversie:
        return poging, False
    tekst = teksten_op(zaak.organisatie_id, poging.datum)[poging.soort]
    return replace(poging, tekstversie=tekst.naam), tekst.informeert


@action(SCHEME, "contactpoging vastleggen")
def niet_thuis_met_kaartje(actor: Actor, zaak_id: UUID) -> Zaak:
    """One tap on the doorstep: a visit just now found nobody, and a card was left."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=CONTACT)
    nu = timezone.localtime(huidige_operatie().nu)
    bezoek = Poging("Huisbezoek", nu.date(), dagdeel_van(nu.hour), bereikt=False)
    kaartje, _ = _met_tekst(zaak, Poging("Kaartje", nu.date(), bezoek.dagdeel, bereikt=False))
    contact_mag(actor, zaak, toegang, bezoek)
    schrijf_pogingen(actor, zaak, toegang, [bezoek, kaartje])
    zaken.bewaar(zaak)
    return zaak


def contact_mag(actor: Actor, zaak: Zaak, toegang: Toegang, poging: Poging) -> Feitenlezer:
    """Refuse what is wrong with the attempt, or with contact now; gives the facts that were read for it."""
    _controleer(zaak, poging)
    if zaak.gesloten is not None:
        raise Geweigerd(
            "zaak_gesloten",
            Tekst("De melding is afgerond. Heropen haar eerst.", "The case is closed. Reopen it first."),
            status=409,
        )
    if vars(zaak)["informeren_uitgesteld"]:  # asked along with the case
        raise Geweigerd(
            "informeren_uitgesteld",
            Tekst(
                "Het informeren van deze inwoner is uitgesteld. Leg eerst vast dat de inwoner is verteld, of wacht tot het uitstel afloopt.",
                "Informing this resident is put off. First record that the resident was told, or wait until the postponement ends.",
            ),
            status=409,
        )
    feiten = Feitenlezer(zaak, toegang)
    if zaak.stap == "open":
        zet_stap(actor, zaak, toegang, "benaderen", feiten=feiten)
    for bewaker in (bewakers.inwoner_bevestigd, bewakers.geen_bezwaar):
        if not bewaker.voorwaarde(feiten):
            raise Geweigerd(bewaker.code, bewaker.weigering, status=409)
    return feiten


def _controleer(zaak: Zaak, poging: Poging) -> None:
    keuze("soort", poging.soort, SOORTEN_POGING)
    keuze("dagdeel", poging.dagdeel, DAGDELEN)
    if not timezone.localtime(zaak.geopend).date() <= poging.datum <= zaken.vandaag():
        raise Geweigerd(
            "Z05",
            Tekst(
                "De datum ligt in de toekomst of vóór de ontvangst van het signaal. Kies een dag daartussen.",
                "The date is in the future or before the signal was received. Choose a day between them.",
            ),
        )


def schrijf_pogingen(
    actor: Actor, zaak: Zaak, toegang: Toegang, pogingen: list[Poging], vervangt: UUID | None = None
) -> list[UUID]:
    """Store attempts, a row per person of the case, each with its line in the timeline; gives their groups."""
    nu = huidige_operatie().nu
    personen = betrokkenen(zaak) if toegang.personen is None else sorted(toegang.personen)
    rijen, groepen = [], [nieuw_id() for _ in pogingen]
    for poging, groep in zip(pogingen, groepen, strict=True):
        rijen += [
            Contactpoging(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                groep=groep,
                soort=poging.soort,
                datum=poging.datum,
                dagdeel=poging.dagdeel,
                bereikt=poging.bereikt,
                notitie=poging.notitie.strip()[:500],
                tekstversie=poging.tekstversie,
                door=actor.naam,
                vastgelegd=nu,
                vervangt=vervangt,
            )
            for persoon in personen
        ]
    Contactpoging.objects.met(toegang).bulk_create(rijen)
    for poging in pogingen:
        nl, en = ("bereikt", "reached") if poging.bereikt else ("niet bereikt", "not reached")
        soort, dagdeel = SOORTEN_POGING[poging.soort], DAGDELEN[poging.dagdeel]
        zaken.schrijf_tijdlijn(
            zaak,
            "contactpoging",
            Tekst(
                f"{soort.nl}, {dagdeel.nl.lower()}: {nl}",
                f"{soort.en}, {dagdeel.en.lower()}: {en}",
            ),
        )
    return groepen


def na_poging(
    actor: Actor,
    zaak: Zaak,
    toegang: Toegang,
    poging: Poging,
    feiten: Feitenlezer,
    *,
    informeert: bool = False,
) -> None:
    """What an attempt brings about: informed, a call-back, the next step."""
    bereikt = poging.bereikt and zaak.stap == "benaderen"
    if poging.bereikt or informeert or poging.soort in INFORMEREND:
        zaken.rond_termijn_af(zaak, "informeren", opslaan=False)
    if poging.terugbellen_op is not None:
        zaken.maak_taak(
            zaak,
            "terugbellen",
            Tekst("Terugbellen", "Call back"),
            poging.terugbellen_op,
            zaken.collega(actor.organisatie, actor.medewerker_id) if actor.medewerker_id else None,
        )
    if bereikt:
        feiten.__dict__["pogingen"] = [Contactpoging(bereikt=True)]
        zet_stap(actor, zaak, toegang, "bereiken", feiten=feiten)
    else:
        zaken.bewaar(zaak, "volgende_termijn")


@action(SCHEME, "contactpoging verbeteren")
def verbeter_contactpoging(actor: Actor, zaak_id: UUID, groep: UUID, poging: Poging, reden: str) -> Zaak:
    """Correct an attempt that was recorded wrongly: the old one stays readable with the reason, and counts no more.

    The step of the case does not change by itself; the next step is judged on what is recorded now.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=CONTACT)
    reden = zaken.reden_verplicht(reden)
    _controleer(zaak, poging)
    rijen = Contactpoging.objects.met(toegang).filter(zaak=zaak, groep=groep, vervallen_op__isnull=True)
    oud = rijen.first()
    if oud is None:
        raise Geweigerd(
            "poging_onbekend",
            Tekst(
                "Deze poging bestaat niet of is al verbeterd.",
                "This attempt does not exist or was already corrected.",
            ),
            status=404,
        )
    operatie = huidige_operatie()
    rijen.update(vervallen_op=operatie.nu, vervallen_door=actor.naam, vervallen_reden=reden)
    operatie.verandert(
        reden,
        **{
            naam: [str(getattr(oud, naam)), str(getattr(poging, naam))]
            for naam in ("soort", "datum", "dagdeel", "bereikt")
            if getattr(oud, naam) != getattr(poging, naam)
        },
    )
    schrijf_pogingen(actor, zaak, toegang, [poging], vervangt=groep)
    zaken.schrijf_tijdlijn(
        zaak, "verbeterd", Tekst("Contactpoging verbeterd", "Contact attempt corrected"), reden
    )
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "niet bereikt vastleggen")
def geef_op(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """Enough was tried in vain: the melding waits to be closed, or reopened when the resident answers after all."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=CONTACT)
    zet_stap(actor, zaak, toegang, "niet_bereiken", zaken.reden_verplicht(reden))
    return zaak
