"""What users do with a melding: one function per intention, in one transaction with its log rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.personen.models import HuishoudenLid
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.verstrekkingen.actions import draag_over
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register, zaak_van
from samenhang.schemes.vroegsignalering.domain import opvolging
from samenhang.schemes.vroegsignalering.domain.aanmelding import Aanmelding
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.models import (
    Aanbod,
    Beleidsset,
    Bezwaar,
    Contactpoging,
    Signaal,
    Twijfelpaar,
    Uitkomst,
)
from samenhang.schemes.vroegsignalering.queries import feiten_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME

SOORTEN_POGING = (
    "Telefoon",
    "Huisbezoek",
    "Brief",
    "Mail",
    "SMS/Whatsapp",
    "Kaartje",
    "Afspraak op locatie",
    "Overige",
)
DAGDELEN = ("Ochtend", "Middag", "Avond")
KANALEN = ("telefoon", "huisbezoek", "brief", "mail")
TERMIJNEN_AANBOD = ("aanbod_1", "aanbod_2", "aanbod_3", "aanbod_5")
STANDAARD_DREMPEL = Bedrag(7_500)
PAUZE_INCASSO = timedelta(days=30)
"""After acceptance the partner pauses collection this long: a calendar-day agreement, no term of law."""


@dataclass(frozen=True, slots=True)
class Poging:
    """A contact attempt as someone records it."""

    soort: str
    datum: date
    dagdeel: str
    bereikt: bool


def drempel_op(gemeente_id: UUID, dag: date) -> Bedrag:
    """The municipality's threshold that held on a day."""
    beleid = Beleidsset.objects.filter(gemeente_id=gemeente_id, vanaf__lte=dag).order_by("-vanaf").first()
    return Bedrag(beleid.drempel_centen) if beleid else STANDAARD_DREMPEL


@action(SCHEME, "signalen oppakken")
def pak_signalen_op(actor: Actor) -> int:
    """Take up accepted signals: below the threshold or repeated ones are closed with their reason, the others
    become meldingen, one per household, in the published order. Gives the number of new meldingen."""
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel="aanlevering", leest=("signaal", "naw"), schrijft=("signaal",)
    )
    alle = list(
        Signaal.objects.met(toegang)
        .select_related("partner")
        .exclude(status="ingetrokken")
        .order_by("datum_signaal", "signaal_id")
    )
    per_persoon: dict[UUID, list[Signaal]] = defaultdict(list)
    for signaal in alle:
        per_persoon[signaal.persoon_id].append(signaal)
    thuis = dict(
        HuishoudenLid.objects.filter(
            tot__isnull=True, huishouden__organisatie_id=actor.organisatie
        ).values_list("persoon_id", "huishouden_id")
    )
    per_huishouden: dict[UUID, list[Signaal]] = defaultdict(list)
    for signaal in alle:
        if signaal.status == "geldig":
            reden = opvolging.niet_oppakken(
                _gegeven(signaal),
                drempel_op(actor.organisatie, signaal.datum_signaal),
                [_gegeven(ander) for ander in per_persoon[signaal.persoon_id]],
            )
            if reden:
                Signaal.objects.met(toegang).filter(id=signaal.id).update(status="niet_opgepakt", reden=reden)
            else:
                per_huishouden[thuis[signaal.persoon_id]].append(signaal)
    open_zaken = {
        zaak.huishouden_id: zaak
        for zaak in Zaak.objects.filter(
            organisatie_id=actor.organisatie, scheme=SCHEME.naam, huishouden__isnull=False
        ).exclude(stap="gesloten")
    }
    nieuw = 0
    for huishouden_id, signalen in sorted(per_huishouden.items()):
        zaak = open_zaken.get(huishouden_id)
        if zaak is None:
            bewoners = [ander for ander, huis in thuis.items() if huis == huishouden_id]
            zaak = _open_melding(
                actor.organisatie, huishouden_id, signalen, [s for p in bewoners for s in per_persoon[p]]
            )
            nieuw += 1
        else:
            Betrokkene.objects.bulk_create(
                [Betrokkene(zaak=zaak, persoon_id=s.persoon_id) for s in signalen], ignore_conflicts=True
            )
            zaken.schrijf_tijdlijn(zaak, "signaal", Tekst("Nieuw signaal toegevoegd", "New signal added"))
        Signaal.objects.met(toegang).filter(id__in=[s.id for s in signalen]).update(
            status="in_melding", zaak=zaak
        )
    huidige_operatie().raakt({s.persoon_id for lijst in per_huishouden.values() for s in lijst})
    return nieuw


def _gegeven(signaal: Signaal) -> opvolging.Gegeven:
    return opvolging.Gegeven(
        signaal_id=signaal.signaal_id,
        partner=str(signaal.partner_id),
        partner_soort=signaal.partner_soort,
        soort_signaal=signaal.soort_signaal,
        bedrag=Bedrag(signaal.bedrag_centen),
        datum_signaal=signaal.datum_signaal,
        dreiging=signaal.dreiging,
        datum_dreiging=signaal.datum_dreiging,
        warme_overdracht=signaal.warme_overdracht,
    )


def _open_melding(
    gemeente_id: UUID, huishouden_id: UUID, signalen: list[Signaal], alle: list[Signaal]
) -> Zaak:
    gegevens = [_gegeven(signaal) for signaal in signalen]
    ids = {signaal.id for signaal in signalen}
    eerder = [signaal for signaal in alle if signaal.id not in ids]
    soorten = opvolging.soort_melding(gegevens, [signaal.datum_signaal for signaal in eerder])
    hoger = bool(eerder) and max(s.bedrag_centen for s in signalen) > max(s.bedrag_centen for s in eerder)
    ontvangen = timezone.localtime(min(signaal.ontvangen for signaal in signalen)).date()
    keuze = opvolging.prioriteit(gegevens, soorten, ontvangen, standaardkalender(), hoger)
    zaak = zaken.open_zaak(
        SCHEME,
        gemeente_id,
        [s.persoon_id for s in signalen],
        huishouden=None,
        prioriteit=keuze.klasse,
        volgorde=keuze.volgorde,
    )
    zaak.huishouden_id = huishouden_id
    zaak.save(update_fields=["huishouden"])
    zaken.schrijf_tijdlijn(
        zaak,
        "prioriteit",
        Tekst(f"Prioriteit {keuze.klasse}: {keuze.reden.nl}", f"Priority {keuze.klasse}: {keuze.reden.en}"),
    )
    zaken.start_termijn(zaak, keuze.termijn, ontvangen)
    zaken.start_termijn(zaak, "informeren", ontvangen)
    zaken.maak_taak(
        zaak,
        "brp",
        Tekst(
            "Controleer in de BRP of de inwoner hier woont", "Check in the BRP that the resident lives here"
        ),
        ontvangen,
        None,
    )
    return zaak


@action(SCHEME, "melding toewijzen")
def wijs_toe(
    actor: Actor, zaak_ids: Iterable[UUID], medewerker_id: UUID | None, reden: str
) -> dict[UUID, UUID | None]:
    """Assign cases to a colleague, or release them; gives the previous handlers, so that it can be undone.

    A worker may take and release his own; giving to others is the team lead's.
    """
    rol_vereist(actor, SCHEME.naam, "teamleider", "vroegsignaleerder")
    zelf = medewerker_id is None or medewerker_id == actor.medewerker_id
    if not zelf:
        rol_vereist(actor, SCHEME.naam, "teamleider")
    wie = None
    if medewerker_id is not None:
        wie = Medewerker.objects.filter(id=medewerker_id, organisatie_id=actor.organisatie).first()
        if wie is None:
            raise Geweigerd(
                "medewerker_onbekend",
                Tekst(
                    "Deze collega werkt niet bij uw organisatie.",
                    "This colleague does not work at your organisation.",
                ),
            )
    vorige: dict[UUID, UUID | None] = {}
    for zaak_id in zaak_ids:
        zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
        if zaak.behandelaar_id not in (None, actor.medewerker_id):
            rol_vereist(actor, SCHEME.naam, "teamleider")
        oud = zaken.wijs_toe(zaak, wie, "vroegsignaleerder", reden)
        vorige[zaak.id] = oud.id if oud else None
    return vorige


def _zaak_met_toegang(
    actor: Actor, zaak_id: UUID, *, schrijft: tuple[str, ...] = ("opvolging",)
) -> tuple[Zaak, Toegang]:
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    return zaak, toegang_tot(
        actor, zaak, leest=("naw", "contact", "signaal", "opvolging", "uitkomst"), schrijft=schrijft
    )


def _zet_stap(actor: Actor, zaak: Zaak, toegang: Toegang, overgang: str, reden: str = "") -> None:
    feiten = feiten_van(
        zaak,
        list(Contactpoging.objects.met(toegang).filter(zaak=zaak)),
        list(Aanbod.objects.met(toegang).filter(zaak=zaak)),
        list(Bezwaar.objects.met(toegang).filter(zaak=zaak)),
        Uitkomst.objects.met(toegang).filter(zaak=zaak).order_by("-datum").first(),
    )
    zaken.zet_stap(actor, zaak, overgang, feiten, reden)


def _betrokkenen(zaak: Zaak) -> list[UUID]:
    return list(Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True))


@action(SCHEME, "inwonerschap vastleggen")
def bevestig_inwoner(actor: Actor, zaak_id: UUID, woont_hier: bool, toelichting: str = "") -> Zaak:
    """Record what the BRP said. Confirmed: contacting starts. Not: the melding closes, no contact was made."""
    zaak, toegang = _zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "uitkomst"))
    zaken.rond_taken_af(zaak, ["brp"])
    if woont_hier:
        zaken.schrijf_tijdlijn(
            zaak, "brp", Tekst("BRP: woont op dit adres", "BRP: lives at this address"), toelichting[:300]
        )
        if zaak.stap == "open":
            _zet_stap(actor, zaak, toegang, "benaderen")
    else:
        _sluit(actor, zaak, toegang, "geen_inwoner", toelichting or "BRP")
    return zaak


@action(SCHEME, "contactpoging vastleggen")
def leg_contactpoging_vast(actor: Actor, zaak_id: UUID, poging: Poging) -> Zaak:
    """Record one attempt to reach the household; an attempt that reached it takes the melding to `bereikt`.

    Raises `StapOnmogelijk` when residence is not confirmed (Z03) or the melding is closed, `Geweigerd` (Z05) for a
    day in the future or before receipt. Source: Wgs art. 3 lid 1 onder b.
    """
    zaak, toegang = _zaak_met_toegang(actor, zaak_id)
    _keuze("soort", poging.soort, SOORTEN_POGING)
    _keuze("dagdeel", poging.dagdeel, DAGDELEN)
    if not timezone.localtime(zaak.geopend).date() <= poging.datum <= zaken.vandaag():
        raise Geweigerd(
            "Z05",
            Tekst(
                "De datum ligt in de toekomst of vóór de ontvangst van het signaal.",
                "The date is in the future or before the signal was received.",
            ),
        )
    if zaak.stap == "open":
        _zet_stap(actor, zaak, toegang, "benaderen")
    if zaak.stap == "gesloten":
        raise Geweigerd(
            "zaak_gesloten",
            Tekst("De melding is afgerond. Heropen haar eerst.", "The case is closed. Reopen it first."),
            status=409,
        )
    nu = huidige_operatie().nu
    Contactpoging.objects.met(toegang).bulk_create(
        [
            Contactpoging(
                organisatie_id=zaak.organisatie_id, persoon_id=persoon, zaak=zaak, soort=poging.soort, datum=poging.datum, dagdeel=poging.dagdeel,
                bereikt=poging.bereikt, door=actor.naam, vastgelegd=nu,
            )
            for persoon in _betrokkenen(zaak)
        ]
    )  # fmt: skip
    hoe_nl, hoe_en = ("bereikt", "reached") if poging.bereikt else ("niet bereikt", "not reached")
    zaken.schrijf_tijdlijn(
        zaak,
        "contactpoging",
        Tekst(
            f"{poging.soort}, {poging.dagdeel.lower()}: {hoe_nl}",
            f"{poging.soort}, {poging.dagdeel.lower()}: {hoe_en}",
        ),
    )
    zaken.rond_termijn_af(zaak, "informeren")
    if poging.bereikt and zaak.stap == "benaderen":
        _zet_stap(actor, zaak, toegang, "bereiken")
    return zaak


def _keuze(veld: str, waarde: str, keuzes: tuple[str, ...]) -> None:
    if waarde not in keuzes:
        raise Geweigerd(
            "keuze_onjuist",
            Tekst(f"{veld}: kies uit {', '.join(keuzes)}.", f"{veld}: choose from {', '.join(keuzes)}."),
        )


@action(SCHEME, "aanbod doen")
def doe_aanbod(actor: Actor, zaak_id: UUID, kanaal: str, datum: date, tekstversie: str = "aanbod-1") -> Zaak:
    """Record the offer of a first talk: which text, when, by which channel. The policy term for it is met."""
    zaak, toegang = _zaak_met_toegang(actor, zaak_id)
    _keuze("kanaal", kanaal, KANALEN)
    if datum > zaken.vandaag():
        raise Geweigerd("Z05", Tekst("De datum ligt in de toekomst.", "The date is in the future."))
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
            for persoon in _betrokkenen(zaak)
        ],
        ignore_conflicts=True,
    )
    zaken.schrijf_tijdlijn(zaak, "aanbod", Tekst(f"Aanbod gedaan per {kanaal}", f"Offer made by {kanaal}"))
    zaken.rond_termijn_af(zaak, *TERMIJNEN_AANBOD)
    return zaak


@action(SCHEME, "aanvaarding vastleggen")
def aanvaard(actor: Actor, zaak_id: UUID, persoon_id: UUID, datum: date, dreiging: bool) -> Zaak:
    """The resident accepts: the statutory term starts on that day, and the referral goes out as a hand-over.

    4 weeks, or 3 working days when a threat is confirmed (Wgs art. 4 lid 1 en 2). `persoon_id` is who accepted;
    only his data go along.
    """
    zaak, toegang = _zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "naw"))
    if datum > zaken.vandaag():
        raise Geweigerd("Z05", Tekst("De datum ligt in de toekomst.", "The date is in the future."))
    if persoon_id not in _betrokkenen(zaak):
        raise Geweigerd(
            "persoon_onbekend",
            Tekst("Deze persoon hoort niet bij de melding.", "This person does not belong to the case."),
            status=404,
        )
    _zet_stap(actor, zaak, toegang, "aanvaarden")
    Aanbod.objects.met(toegang).filter(zaak=zaak).update(aanvaard_op=datum, dreiging=dreiging)
    termijn = zaken.start_termijn(zaak, "eerste_gesprek_dreigend" if dreiging else "eerste_gesprek", datum)
    naw = Naw.objects.met(toegang).get(persoon_id=persoon_id)
    contact = Contactgegeven.objects.met(toegang).filter(persoon_id=persoon_id).first()
    per_soort: dict[str, int] = defaultdict(int)
    for signaal in (
        Signaal.objects.met(toegang).filter(zaak=zaak, persoon_id=persoon_id).order_by("datum_signaal")
    ):
        per_soort[signaal.partner_soort] = signaal.bedrag_centen
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
        achterstanden=tuple((soort, Bedrag(centen).draad()) for soort, centen in sorted(per_soort.items())),
    )
    draag_over(zaak, "aanmelding", persoon_id, inhoud, toegang)
    return zaak


@action(SCHEME, "gesprek vastleggen")
def leg_gesprek_vast(actor: Actor, zaak_id: UUID) -> Zaak:
    """The first talk was held: the statutory term is met."""
    zaak, toegang = _zaak_met_toegang(actor, zaak_id)
    _zet_stap(actor, zaak, toegang, "gesprek_voeren")
    zaken.rond_termijn_af(zaak, "eerste_gesprek", "eerste_gesprek_dreigend")
    return zaak


@action(SCHEME, "melding afronden")
def rond_af(actor: Actor, zaak_id: UUID, resultaat: str, reden: str) -> Zaak:
    """Close the melding with a result that fits what was recorded (Z01, Z02)."""
    zaak, toegang = _zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "uitkomst"))
    _sluit(actor, zaak, toegang, resultaat, reden)
    return zaak


def _sluit(actor: Actor, zaak: Zaak, toegang: Toegang, resultaat: str, reden: str) -> None:
    if resultaat not in RESULTATEN:
        raise Geweigerd(
            "keuze_onjuist", Tekst("Kies een uitkomst uit de lijst.", "Choose a result from the list.")
        )
    Uitkomst.objects.met(toegang).bulk_create(
        [
            Uitkomst(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                resultaat=resultaat,
                datum=zaken.vandaag(),
                door=actor.naam,
            )
            for persoon in _betrokkenen(zaak)
        ]
    )
    _zet_stap(actor, zaak, toegang, "sluiten", zaken.reden_verplicht(reden))


@action(SCHEME, "melding heropenen")
def heropen(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """The resident answers after all: contacting starts again."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("naw", "opvolging", "uitkomst"))
    _zet_stap(actor, zaak, toegang, "heropenen", zaken.reden_verplicht(reden))
    return zaak


@action(SCHEME, "melding opschorten")
def schort_op(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """Suspend the melding."""
    zaak, _ = _zaak_met_toegang(actor, zaak_id)
    zaken.schort_op(zaak, reden)
    return zaak


@action(SCHEME, "melding hervatten")
def hervat(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """Resume the melding."""
    zaak, _ = _zaak_met_toegang(actor, zaak_id)
    zaken.hervat(zaak, reden)
    return zaak


@action(SCHEME, "twijfelpaar beoordelen")
def beoordeel(actor: Actor, paar_id: UUID, zelfde: bool) -> None:
    """Judge a doubtful pair; the judgement holds in every later run. "Same" joins the persons unless one is in a case."""
    rol_vereist(actor, SCHEME.naam, "intake")
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel="aanlevering", leest=("naw", "signaal"), schrijft=("naw", "signaal")
    )
    paar = Twijfelpaar.objects.met(toegang).filter(id=paar_id).first()
    if paar is None:
        raise Geweigerd(
            "paar_onbekend", Tekst("Dit paar bestaat niet.", "This pair does not exist."), status=404
        )
    if paar.oordeel:
        raise Geweigerd(
            "al_beoordeeld",
            Tekst(f"{paar.door} heeft dit paar al beoordeeld.", f"{paar.door} already judged this pair."),
            status=409,
        )
    operatie = huidige_operatie()
    operatie.raakt((paar.persoon_id, paar.rechts_persoon_id))
    operatie.verandert(oordeel=["", "zelfde" if zelfde else "ander"], paar=str(paar.id))
    Twijfelpaar.objects.met(toegang).filter(id=paar_id).update(
        oordeel="zelfde" if zelfde else "ander", door=actor.naam, moment=operatie.nu
    )


@action(SCHEME, "bezwaar maken")
def maak_bezwaar(actor: Actor, zaak_id: UUID, toelichting: str) -> Zaak:
    """The resident objects (AVG art. 21): contact stops until it is decided, within a month."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(
        actor,
        zaak,
        schrijft=("opvolging",),
        leest=("opvolging",),
        doel="inzage" if actor.organisatie_id is None else "",
    )
    if Bezwaar.objects.met(toegang).filter(zaak=zaak, beslist_op__isnull=True).exists():
        raise Geweigerd(
            "al_bezwaar",
            Tekst("Uw bezwaar is al ontvangen.", "Your objection was already received."),
            status=409,
        )
    personen = [actor.persoon_id] if actor.organisatie_id is None and actor.persoon_id else _betrokkenen(zaak)
    Bezwaar.objects.met(toegang).bulk_create(
        [
            Bezwaar(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                datum=zaken.vandaag(),
                toelichting=toelichting[:2000],
            )
            for persoon in personen
        ]
    )
    zaken.schrijf_tijdlijn(
        zaak, "bezwaar", Tekst("Bezwaar ontvangen; contact gestopt", "Objection received; contact stopped")
    )
    zaken.start_termijn(zaak, "bezwaar", zaken.vandaag())
    return zaak
