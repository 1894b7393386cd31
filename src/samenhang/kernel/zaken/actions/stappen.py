"""Taking a step of the declared process."""

from __future__ import annotations

from typing import Any

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Overgang, scheme
from samenhang.kernel.zaken.actions.gedeeld import bewaar, schrijf_tijdlijn, vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.toestand import mogelijk


def zet_stap(actor: Actor, zaak: Zaak, overgang_naam: str, feiten: Any, reden: str = "") -> Overgang:
    """Take a declared transition; raises `StapOnmogelijk` or a refusal of the role. Stores step and timeline.

    A step that ends the process ends the terms that still ran: they say so, and were not met.
    """
    sch = scheme(zaak.scheme)
    if zaak.opgeschort_sinds is not None:
        raise Geweigerd(
            "opgeschort",
            Tekst("De zaak is opgeschort. Hervat haar eerst.", "The case is suspended. Resume it first."),
            status=409,
        )
    overgang = mogelijk(sch.zaakproces, zaak.stap, overgang_naam, actor.rollen.get(zaak.scheme, ()), feiten)
    nu = huidige_operatie().nu
    oud, zaak.stap = zaak.stap, overgang.naar
    eind = sch.zaakproces.stap(overgang.naar).eind
    zaak.gesloten = (zaak.gesloten or nu) if eind else None
    if eind and zaak.volgende_termijn is not None:
        zaak.termijnen.filter(klaar__isnull=True).update(klaar=vandaag(), vervallen=True)
        zaak.volgende_termijn = None
    bewaar(zaak, "stap", "gesloten", "volgende_termijn")
    huidige_operatie().verandert(reden, stap=[oud, zaak.stap])
    schrijf_tijdlijn(zaak, overgang.naam, overgang.titel, reden)
    return overgang
