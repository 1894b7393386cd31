"""Terms of a case: start, meet, suspend, resume, extend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.scheme import scheme
from samenhang.kernel.termijnen import Opschorting, TermijnRegel, bereken
from samenhang.kernel.zaken.actions.gedeeld import bewaar, reden_verplicht, schrijf_tijdlijn, vandaag
from samenhang.kernel.zaken.models import Zaak, ZaakOpschorting, ZaakTermijn


def start_termijn(
    zaak: Zaak, regel_naam: str, start: date, lengte: int | None = None, besloten_tot: date | None = None
) -> ZaakTermijn:
    """Start a declared term; suspensions of the case so far count.

    `lengte`: in the unit of the rule, where the municipality's own policy sets another than the declared one.
    `besloten_tot`: the last day that a decision set, such as a judge's, where it comes before the end of the rule.
    """
    regel = scheme(zaak.scheme).termijn(regel_naam)
    if lengte is None:
        lengte = regel.lengte
    termijn = ZaakTermijn(zaak=zaak, regel=regel.naam, start=start, lengte=lengte, einde=start)
    _bereken(zaak, termijn, regel)
    if besloten_tot is not None and besloten_tot < termijn.einde:
        termijn.einde = besloten_tot
        termijn.spoor.append(
            {
                "stap": "korter besloten",
                "step": "decided shorter",
                "waarde": besloten_tot.isoformat(),
                "artikel": "",
            }
        )
    termijn.save()
    if zaak.volgende_termijn is None or termijn.einde < zaak.volgende_termijn:
        zaak.volgende_termijn = termijn.einde
        bewaar(zaak, "volgende_termijn")
    return termijn


def vervroeg_termijn(zaak: Zaak, oud: ZaakTermijn, regel_naam: str, start: date, lengte: int) -> ZaakTermijn:
    """Let another rule take the place of a running term when it ends earlier; the old one lapses, unmet.

    Gives the term that runs afterwards: the old one when the other would not end before it.
    """
    regel = scheme(zaak.scheme).termijn(regel_naam)
    nieuw = ZaakTermijn(zaak=zaak, regel=regel.naam, start=start, lengte=lengte, einde=start)
    _bereken(zaak, nieuw, regel)
    if nieuw.einde >= oud.einde:
        return oud
    oud.klaar, oud.vervallen = vandaag(), True
    oud.save(update_fields=["klaar", "vervallen"])
    nieuw.save()
    zet_volgende_termijn(zaak)
    return nieuw


def _bereken(zaak: Zaak, termijn: ZaakTermijn, regel: TermijnRegel) -> None:
    pauzes = (
        [
            Opschorting(rij.van, rij.tot, rij.reden)
            for rij in zaak.opschortingen.filter(tot__isnull=False)
            if rij.tot
        ]
        if regel.opschortbaar
        else []
    )
    lengte = termijn.lengte + (regel.verlenging if termijn.verlengd else 0)
    uitkomst = bereken(replace(regel, lengte=lengte), termijn.start, standaardkalender(), pauzes)
    termijn.einde = uitkomst.einde.date() if isinstance(uitkomst.einde, datetime) else uitkomst.einde
    termijn.spoor = [
        {"stap": s.stap.nl, "step": s.stap.en, "waarde": s.waarde, "artikel": s.artikel}
        for s in uitkomst.spoor
    ]


def rond_termijn_af(zaak: Zaak, *regels: str, opslaan: bool = True) -> None:
    """The terms of these rules were met today. `opslaan=False` leaves storing the case to the step that follows."""
    lopend = list(zaak.termijnen.filter(klaar__isnull=True))
    klaar = [termijn.id for termijn in lopend if termijn.regel in regels]
    if not klaar:
        return
    ZaakTermijn.objects.filter(id__in=klaar).update(klaar=vandaag())
    rest = [termijn.einde for termijn in lopend if termijn.id not in klaar]
    zaak.volgende_termijn = min(rest, default=None)
    if opslaan:
        bewaar(zaak, "volgende_termijn")


def zet_volgende_termijn(zaak: Zaak) -> None:
    """Keep the first open term with the case, so that a list needs no join."""
    eerste = zaak.termijnen.filter(klaar__isnull=True).order_by("einde").first()
    zaak.volgende_termijn = eerste.einde if eerste else None
    bewaar(zaak, "volgende_termijn")


def schort_op(zaak: Zaak, reden: str) -> None:
    """Suspend the case from today; suspendable terms stand still until it is resumed."""
    if zaak.opgeschort_sinds is not None:
        raise Geweigerd(
            "al_opgeschort", Tekst("De zaak is al opgeschort.", "The case is already suspended."), status=409
        )
    reden = reden_verplicht(reden)
    zaak.opgeschort_sinds = vandaag()
    bewaar(zaak, "opgeschort_sinds")
    ZaakOpschorting.objects.create(zaak=zaak, van=vandaag(), reden=reden)
    schrijf_tijdlijn(zaak, "opgeschort", Tekst("Opgeschort", "Suspended"), reden)


def hervat(zaak: Zaak, reden: str) -> None:
    """Resume the case; suspendable open terms get their new end."""
    pauze = zaak.opschortingen.filter(tot__isnull=True).first()
    if pauze is None:
        raise Geweigerd(
            "niet_opgeschort", Tekst("De zaak is niet opgeschort.", "The case is not suspended."), status=409
        )
    reden = reden_verplicht(reden)
    pauze.tot = vandaag()
    pauze.save(update_fields=["tot"])
    zaak.opgeschort_sinds = None
    sch = scheme(zaak.scheme)
    lopend = list(zaak.termijnen.filter(klaar__isnull=True))
    stond_stil = [termijn for termijn in lopend if sch.termijn(termijn.regel).opschortbaar]
    for termijn in stond_stil:  # the end of another can rest on a decision: it is not computed again
        _bereken(zaak, termijn, sch.termijn(termijn.regel))
    ZaakTermijn.objects.bulk_update(stond_stil, ["einde", "spoor"])
    zaak.volgende_termijn = min((termijn.einde for termijn in lopend), default=None)
    bewaar(zaak, "opgeschort_sinds", "volgende_termijn")
    schrijf_tijdlijn(zaak, "hervat", Tekst("Hervat", "Resumed"), reden)


def verleng(zaak: Zaak, regel_naam: str, reden: str) -> ZaakTermijn:
    """Use the one extension that the rule allows."""
    regel = next((r for r in scheme(zaak.scheme).termijnen if r.naam == regel_naam), None)
    termijn = zaak.termijnen.filter(regel=regel_naam, klaar__isnull=True).first()
    if termijn is None or regel is None or not regel.verlenging or termijn.verlengd:
        raise Geweigerd(
            "verlenging_onmogelijk",
            Tekst(
                "Deze termijn loopt niet of kan niet (nog eens) worden verlengd. Kies een andere.",
                "This term does not run or cannot be extended (again). Choose another.",
            ),
            status=409,
        )
    reden = reden_verplicht(reden)
    termijn.verlengd = True
    _bereken(zaak, termijn, regel)
    termijn.save(update_fields=["einde", "spoor", "verlengd"])
    zet_volgende_termijn(zaak)
    schrijf_tijdlijn(
        zaak,
        "verlengd",
        Tekst(f"Termijn verlengd: {regel.titel.nl}", f"Term extended: {regel.titel.en}"),
        reden,
    )
    return termijn
