"""The offer of help, its acceptance and the first talk."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.verstrekkingen.actions import draag_over
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.actions.zaak import betrokkenen, keuze, zaak_met_toegang, zet_stap
from samenhang.schemes.vroegsignalering.domain.aanmelding import Aanmelding
from samenhang.schemes.vroegsignalering.models import (
    Aanbod,
    Signaal,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

KANALEN = ("telefoon", "huisbezoek", "brief", "mail")


TERMIJNEN_AANBOD = ("aanbod_1", "aanbod_2", "aanbod_3", "aanbod_5")


PAUZE_INCASSO = timedelta(days=30)
"""After acceptance the partner pauses collection this long: a calendar-day agreement, no term of law."""


@action(SCHEME, "aanbod doen")
def doe_aanbod(actor: Actor, zaak_id: UUID, kanaal: str, datum: date, tekstversie: str = "aanbod-1") -> Zaak:
    """Record the offer of a first talk: which text, when, by which channel. The policy term for it is met."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    keuze("kanaal", kanaal, KANALEN)
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
            for persoon in betrokkenen(zaak)
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
    zaak, toegang = zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "naw"))
    if datum > zaken.vandaag():
        raise Geweigerd("Z05", Tekst("De datum ligt in de toekomst.", "The date is in the future."))
    if persoon_id not in betrokkenen(zaak):
        raise Geweigerd(
            "persoon_onbekend",
            Tekst("Deze persoon hoort niet bij de melding.", "This person does not belong to the case."),
            status=404,
        )
    zet_stap(actor, zaak, toegang, "aanvaarden")
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
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    zet_stap(actor, zaak, toegang, "gesprek_voeren")
    zaken.rond_termijn_af(zaak, "eerste_gesprek", "eerste_gesprek_dreigend")
    return zaak
