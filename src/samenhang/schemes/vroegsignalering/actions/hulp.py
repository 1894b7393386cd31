"""The offer of help, the answer to it, the first talk and what follows."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.actions import draag_over
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak, ZaakTermijn
from samenhang.schemes.vroegsignalering.actions.zaak import (
    betrokkenen,
    hoort_erbij,
    keuze,
    niet_in_toekomst,
    wegens,
    zaak_met_toegang,
    zet_stap,
)
from samenhang.schemes.vroegsignalering.domain.aanmelding import Aanmelding
from samenhang.schemes.vroegsignalering.models import Aanbod, Signaal
from samenhang.schemes.vroegsignalering.queries.feiten import Feitenlezer
from samenhang.schemes.vroegsignalering.scheme import SCHEME

KANALEN = ("telefoon", "huisbezoek", "brief", "mail")
TERMIJNEN_AANBOD = ("aanbod_1", "aanbod_2", "aanbod_3", "aanbod_5")
VERVOLG = {"quick_fix": "snel_oplossen", "verwezen": "verwijzen", "overdracht_schuldhulp": "overdragen"}
"""What the first talk leads to, and the transition it takes."""


@action(SCHEME, "aanbod doen")
def doe_aanbod(actor: Actor, zaak_id: UUID, kanaal: str, datum: date, tekstversie: str = "aanbod-1") -> Zaak:
    """Record the offer of a first talk: which text, when, by which channel. The policy term for it is met."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    keuze("kanaal", kanaal, KANALEN)
    niet_in_toekomst(datum)
    if zaak.stap != "bereikt":
        raise Geweigerd(
            "Z01",
            Tekst(
                "Een aanbod volgt op contact: leg eerst vast dat de inwoner is bereikt.",
                "An offer follows contact: first record that the resident was reached.",
            ),
            status=409,
        )
    Aanbod.objects.met(toegang).bulk_create(
        [
            Aanbod(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                tekstversie=tekstversie,
                datum=datum,
                kanaal=kanaal,
            )
            for persoon in betrokkenen(zaak)
        ],
        ignore_conflicts=True,
    )
    zaken.schrijf_tijdlijn(zaak, "aanbod", Tekst(f"Aanbod gedaan per {kanaal}", f"Offer made by {kanaal}"))
    zaken.rond_termijn_af(zaak, *TERMIJNEN_AANBOD, opslaan=False)
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak


@action(SCHEME, "aanvaarding vastleggen")
def aanvaard(actor: Actor, zaak_id: UUID, persoon_id: UUID, datum: date, dreiging: bool) -> Zaak:
    """The resident accepts: the statutory term starts on that day, and the referral goes out as a hand-over.

    4 weeks, or 3 working days when a threat is confirmed (Wgs art. 4 lid 1 en 2). `persoon_id` is who accepted;
    only his data go along.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "naw"))
    niet_in_toekomst(datum)
    hoort_erbij(betrokkenen(zaak), persoon_id)
    zet_stap(actor, zaak, toegang, "aanvaarden")
    Aanbod.objects.met(toegang).filter(zaak=zaak).update(aanvaard_op=datum, dreiging=dreiging)
    termijn = _gesprekstermijn(zaak, datum, dreiging)
    naw = Naw.objects.met(toegang).get(persoon_id=persoon_id)
    contact = Contactgegeven.objects.met(toegang).filter(persoon_id=persoon_id).first()
    inhoud = Aanmelding(
        meldingnummer=zaak.nummer,
        naam=naw.weergavenaam,
        geboortedatum=naw.geboortedatum,
        adres=f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}",
        telefoon=contact.telefoon if contact else "",
        email=contact.email if contact else "",
        aanvaard_op=datum,
        dreiging=dreiging,
        eerste_gesprek_uiterlijk=termijn.einde,
        achterstanden=achterstanden_van(zaak, toegang, persoon_id),
    )
    draag_over(zaak, "aanmelding", persoon_id, inhoud, toegang, wegens=wegens(zaak, "aanmelding"))
    return zaak


def _gesprekstermijn(zaak: Zaak, datum: date, dreiging: bool) -> ZaakTermijn:
    """The term for the first talk: four weeks, or three working days under threat.

    It already runs for who asked himself, from the day on which he did; a threat then ends it earlier.
    """
    loopt = zaak.termijnen.filter(regel="eerste_gesprek", klaar__isnull=True).first()
    if loopt is None:
        return zaken.start_termijn(zaak, "eerste_gesprek_dreigend" if dreiging else "eerste_gesprek", datum)
    if not dreiging:
        return loopt
    return zaken.vervroeg_termijn(
        zaak, loopt, "eerste_gesprek_dreigend", datum, SCHEME.termijn("eerste_gesprek_dreigend").lengte
    )


def achterstanden_van(zaak: Zaak, toegang: Toegang, persoon_id: UUID) -> tuple[tuple[str, str], ...]:
    """The newest amount per partner kind of one person, for a hand-over; none in a case that has no signals."""
    if "signaal" not in toegang.leest:
        return ()
    per_soort: dict[str, int] = defaultdict(int)
    signalen = Signaal.objects.met(toegang).filter(zaak=zaak, persoon_id=persoon_id)
    for signaal in signalen.order_by("datum_signaal"):
        per_soort[signaal.partner_soort] = signaal.bedrag_centen
    return tuple((soort, Bedrag(centen).draad()) for soort, centen in sorted(per_soort.items()))


@action(SCHEME, "dreiging vastleggen")
def leg_dreiging_vast(actor: Actor, zaak_id: UUID, dreiging: bool) -> Zaak:
    """Whether the resident told of a threat: eviction, cut-off, end of health cover.

    A threat that comes up after acceptance starts the short term on the day it is known; without one that was
    recorded earlier the four weeks hold again from acceptance.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    aanbod = Aanbod.objects.met(toegang).filter(zaak=zaak).order_by("-datum").first()
    if aanbod is None:
        raise Geweigerd(
            "Z09",
            Tekst("Leg eerst het aanbod vast.", "First record the offer."),
            status=409,
        )
    Aanbod.objects.met(toegang).filter(zaak=zaak).update(dreiging=dreiging)
    tekst = Tekst("Dreiging gemeld", "Threat reported")
    if not dreiging:
        tekst = Tekst("Geen dreiging", "No threat")
    zaken.schrijf_tijdlijn(zaak, "dreiging", tekst)
    if zaak.stap == "aanvaard" and aanbod.dreiging is not dreiging:
        zaken.rond_termijn_af(zaak, "eerste_gesprek", "eerste_gesprek_dreigend")
        if dreiging:
            zaken.start_termijn(zaak, "eerste_gesprek_dreigend", zaken.vandaag())
        else:
            zaken.start_termijn(zaak, "eerste_gesprek", aanbod.aanvaard_op or zaken.vandaag())
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "afwijzing vastleggen")
def leg_afwijzing_vast(actor: Actor, zaak_id: UUID, datum: date) -> Zaak:
    """The resident declines the offer: that is his right, and has no consequence."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    niet_in_toekomst(datum)
    zet_stap(actor, zaak, toegang, "afwijzen")
    Aanbod.objects.met(toegang).filter(zaak=zaak).update(afgewezen_op=datum)
    return zaak


@action(SCHEME, "zelf geregeld vastleggen")
def leg_zelf_geregeld_vast(actor: Actor, zaak_id: UUID) -> Zaak:
    """The resident has paid or arranged it."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    zet_stap(actor, zaak, toegang, "zelf_regelen")
    zaken.rond_termijn_af(zaak, *TERMIJNEN_AANBOD)
    return zaak


@action(SCHEME, "gesprek vastleggen")
def leg_gesprek_vast(actor: Actor, zaak_id: UUID) -> Zaak:
    """The first talk was held: the statutory term is met."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    zaken.rond_termijn_af(zaak, "eerste_gesprek", "eerste_gesprek_dreigend", opslaan=False)
    zet_stap(actor, zaak, toegang, "gesprek_voeren")
    return zaak


@action(SCHEME, "vervolg vastleggen")
def leg_vervolg_vast(actor: Actor, zaak_id: UUID, vervolg: str) -> Zaak:
    """What the talk leads to. A request for debt assistance, also an oral one, must be decided (Wgs art. 4a)."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    keuze("vervolg", vervolg, VERVOLG)
    zet_stap(actor, zaak, toegang, VERVOLG[vervolg], feiten=Feitenlezer(zaak, toegang))
    if vervolg == "overdracht_schuldhulp":
        zaken.start_termijn(zaak, "besluit_schuldhulp", zaken.vandaag())
    return zaak
