"""What happens to any case: open, step, assign, suspend, extend, tasks. Schemes call these inside their own actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.personen.models import Huishouden
from samenhang.kernel.scheme import Overgang, Scheme, scheme
from samenhang.kernel.termijnen import Opschorting, bereken
from samenhang.kernel.zaken.models import (
    Betrokkene,
    Deelname,
    Taak,
    Tijdlijnregel,
    Zaak,
    ZaakOpschorting,
    ZaakTermijn,
)
from samenhang.kernel.zaken.nummers import nieuw_nummer
from samenhang.kernel.zaken.toestand import mogelijk

POGINGEN = 5


def vandaag() -> date:
    """The calendar day of the operation, in Dutch time."""
    return timezone.localtime(huidige_operatie().nu).date()


def reden_verplicht(reden: str) -> str:
    """The reason of an edit, trimmed; raises `Geweigerd` when there is none."""
    if not reden.strip():
        raise Geweigerd(
            "reden_ontbreekt",
            Tekst("Geef een reden; zij komt in de tijdlijn.", "Give a reason; it goes into the timeline."),
        )
    return reden.strip()[:300]


def open_zaak(
    sch: Scheme,
    organisatie_id: UUID,
    personen: Iterable[UUID],
    *,
    huishouden: Huishouden | None,
    prioriteit: int,
    volgorde: date | None,
) -> Zaak:
    """Open a case in its first step, with its persons. The number needs no lock; a repeat is tried again."""
    nu = huidige_operatie().nu
    for poging in range(POGINGEN):
        zaak = Zaak(
            scheme=sch.naam,
            organisatie_id=organisatie_id,
            nummer=nieuw_nummer(sch.nummerletters, vandaag()),
            stap=sch.zaak.begin.naam,
            huishouden=huishouden,
            geopend=nu,
            prioriteit=prioriteit,
            volgorde=volgorde,
        )
        try:
            with transaction.atomic():
                zaak.save(force_insert=True)
            break
        except IntegrityError:
            if poging == POGINGEN - 1:
                raise
    Betrokkene.objects.bulk_create(
        [Betrokkene(zaak=zaak, persoon_id=persoon) for persoon in dict.fromkeys(personen)]
    )
    schrijf_tijdlijn(zaak, "geopend", Tekst("Zaak geopend", "Case opened"))
    return zaak


def schrijf_tijdlijn(zaak: Zaak, wat: str, tekst: Tekst, reden: str = "") -> None:
    """Add a line to the timeline, in the name of the actor of this operation."""
    operatie = huidige_operatie()
    Tijdlijnregel.objects.create(
        zaak=zaak,
        moment=operatie.nu,
        wat=wat,
        tekst_nl=tekst.nl,
        tekst_en=tekst.en,
        door=operatie.actor.naam,
        reden=reden,
    )


def zet_stap(actor: Actor, zaak: Zaak, overgang_naam: str, feiten: Any, reden: str = "") -> Overgang:
    """Take a declared transition; raises `StapOnmogelijk` or a refusal of the role. Stores step and timeline."""
    sch = scheme(zaak.scheme)
    if zaak.opgeschort_sinds is not None:
        raise Geweigerd(
            "opgeschort",
            Tekst("De zaak is opgeschort. Hervat haar eerst.", "The case is suspended. Resume it first."),
            status=409,
        )
    overgang = mogelijk(sch.zaak, zaak.stap, overgang_naam, actor.rollen.get(zaak.scheme, ()), feiten)
    oud, zaak.stap = zaak.stap, overgang.naar
    zaak.gesloten = huidige_operatie().nu if sch.zaak.stap(overgang.naar).eind else None
    zaak.versie += 1
    zaak.save(update_fields=["stap", "gesloten", "versie"])
    huidige_operatie().verandert(reden, stap=[oud, zaak.stap])
    schrijf_tijdlijn(zaak, overgang.naam, overgang.titel, reden)
    if zaak.gesloten:
        for termijn in zaak.termijnen.filter(klaar__isnull=True):
            termijn.klaar = vandaag()
            termijn.save(update_fields=["klaar"])
        zet_volgende_termijn(zaak)
    return overgang


def start_termijn(zaak: Zaak, regel_naam: str, start: date) -> ZaakTermijn:
    """Start a declared term; suspensions of the case so far count."""
    regel = scheme(zaak.scheme).termijn(regel_naam)
    termijn = ZaakTermijn(zaak=zaak, regel=regel.naam, start=start, einde=start)
    _bereken(zaak, termijn)
    termijn.save()
    zet_volgende_termijn(zaak)
    return termijn


def _bereken(zaak: Zaak, termijn: ZaakTermijn) -> None:
    regel = scheme(zaak.scheme).termijn(termijn.regel)
    pauzes = (
        [
            Opschorting(rij.van, rij.tot, rij.reden)
            for rij in zaak.opschortingen.filter(tot__isnull=False)
            if rij.tot
        ]
        if regel.opschortbaar
        else []
    )
    uitkomst = bereken(regel, termijn.start, standaardkalender(), pauzes)
    einde = uitkomst.einde.date() if isinstance(uitkomst.einde, datetime) else uitkomst.einde
    termijn.einde = einde
    termijn.spoor = [
        {"stap": s.stap.nl, "step": s.stap.en, "waarde": s.waarde, "artikel": s.artikel}
        for s in uitkomst.spoor
    ]


def rond_termijn_af(zaak: Zaak, *regels: str) -> None:
    """The terms of these rules were met today."""
    zaak.termijnen.filter(regel__in=regels, klaar__isnull=True).update(klaar=vandaag())
    zet_volgende_termijn(zaak)


def zet_volgende_termijn(zaak: Zaak) -> None:
    """Keep the first open term with the case, so that a list needs no join."""
    eerste = zaak.termijnen.filter(klaar__isnull=True).order_by("einde").first()
    zaak.volgende_termijn = eerste.einde if eerste else None
    zaak.save(update_fields=["volgende_termijn"])


def wijs_toe(zaak: Zaak, medewerker: Medewerker | None, rol: str, reden: str) -> Medewerker | None:
    """Give the case to a worker, or release it; gives the previous handler, for undo."""
    reden = reden_verplicht(reden)
    operatie = huidige_operatie()
    vorige = zaak.behandelaar
    zaak.deelnames.filter(betrokkenheid="behandelaar", tot__isnull=True).update(tot=operatie.nu)
    zaak.behandelaar = medewerker
    zaak.save(update_fields=["behandelaar"])
    if medewerker is not None:
        Deelname.objects.create(
            zaak=zaak,
            medewerker=medewerker,
            rol=rol,
            betrokkenheid="behandelaar",
            van=operatie.nu,
            toegelaten_door=operatie.actor.naam,
            reden=reden,
        )
        tekst = Tekst(f"Toegewezen aan {medewerker.naam}", f"Assigned to {medewerker.naam}")
    else:
        tekst = Tekst("Vrijgegeven", "Released")
    operatie.verandert(reden, behandelaar=[str(vorige or ""), str(medewerker or "")])
    schrijf_tijdlijn(zaak, "toegewezen", tekst, reden)
    return vorige


def schort_op(zaak: Zaak, reden: str) -> None:
    """Suspend the case from today; suspendable terms stand still until it is resumed."""
    if zaak.opgeschort_sinds is not None:
        raise Geweigerd(
            "al_opgeschort", Tekst("De zaak is al opgeschort.", "The case is already suspended."), status=409
        )
    reden = reden_verplicht(reden)
    zaak.opgeschort_sinds = vandaag()
    zaak.save(update_fields=["opgeschort_sinds"])
    ZaakOpschorting.objects.create(zaak=zaak, van=vandaag(), reden=reden)
    schrijf_tijdlijn(zaak, "opgeschort", Tekst("Opgeschort", "Suspended"), reden)


def hervat(zaak: Zaak, reden: str) -> None:
    """Resume the case; suspendable open terms get their new end."""
    pauze = zaak.opschortingen.filter(tot__isnull=True).first()
    if pauze is None:
        raise Geweigerd(
            "niet_opgeschort", Tekst("De zaak is niet opgeschort.", "The case is not suspended."), status=409
        )
    pauze.tot = vandaag()
    pauze.save(update_fields=["tot"])
    zaak.opgeschort_sinds = None
    zaak.save(update_fields=["opgeschort_sinds"])
    for termijn in zaak.termijnen.filter(klaar__isnull=True):
        _bereken(zaak, termijn)
        termijn.save(update_fields=["einde", "spoor"])
    zet_volgende_termijn(zaak)
    schrijf_tijdlijn(zaak, "hervat", Tekst("Hervat", "Resumed"), reden_verplicht(reden))


def verleng(zaak: Zaak, regel_naam: str, reden: str) -> None:
    """Use the one extension that the rule allows."""
    regel = scheme(zaak.scheme).termijn(regel_naam)
    termijn = zaak.termijnen.filter(regel=regel_naam, klaar__isnull=True).first()
    if termijn is None or not regel.verlenging or termijn.verlengd:
        raise Geweigerd(
            "verlenging_onmogelijk",
            Tekst(
                "Deze termijn loopt niet of kan niet (nog eens) worden verlengd.",
                "This term does not run or cannot be extended (again).",
            ),
            status=409,
        )
    reden = reden_verplicht(reden)
    langer = bereken(
        replace(regel, lengte=regel.lengte + regel.verlenging), termijn.start, standaardkalender()
    )
    termijn.einde = langer.einde.date() if isinstance(langer.einde, datetime) else langer.einde
    termijn.verlengd = True
    termijn.save(update_fields=["einde", "verlengd"])
    zet_volgende_termijn(zaak)
    schrijf_tijdlijn(
        zaak,
        "verlengd",
        Tekst(f"Termijn verlengd: {regel.titel.nl}", f"Term extended: {regel.titel.en}"),
        reden,
    )


def maak_taak(
    zaak: Zaak, soort: str, titel: Tekst, uiterlijk: date | None, behandelaar: Medewerker | None
) -> Taak:
    """Put a task into the case."""
    return Taak.objects.create(
        zaak=zaak,
        soort=soort,
        titel_nl=titel.nl,
        titel_en=titel.en,
        uiterlijk=uiterlijk,
        behandelaar=behandelaar,
        gemaakt=huidige_operatie().nu,
    )


def rond_taken_af(zaak: Zaak, soorten: Sequence[str]) -> None:
    """The open tasks of these kinds are done."""
    zaak.taken.filter(soort__in=soorten, klaar__isnull=True).update(klaar=huidige_operatie().nu)
