"""Payments from a file of the bank: each row is one payment in one case, in a transaction of its own.

A process that is killed has booked some rows and not the others. Reading the same file again goes on: what has the
number of a payment that is there counts as known, and nothing is booked twice.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import UUID

from samenhang.kernel.basis import Fout, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.nummers import nummer_klopt
from samenhang.schemes.schuldhulp.actions.betalen import LOOPT, boek
from samenhang.schemes.schuldhulp.actions.spaarstand import SPAART
from samenhang.schemes.schuldhulp.domain.betaalbestand import (
    MEESTE_FOUTEN,
    Betaalregel,
    fout,
    lees_betalingen,
)
from samenhang.schemes.schuldhulp.domain.camt053 import camtrijen, is_xml
from samenhang.schemes.schuldhulp.domain.schuldenbestand import csvrijen
from samenhang.schemes.schuldhulp.dossier import open_krediet
from samenhang.schemes.schuldhulp.models import Betaalbestand
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER

GROOTSTE = 2_000_000
"""Bytes of a file with payments."""
BEKEND = "transactie_bekend"
BEKIJKT = (*LOOPT, *SPAART, "afgerond_kwijting", "nazorg")
"""Steps in which a payment of the file can be known; recorded it is only while credit or saving runs."""


def lees_betalingen_in(actor: Actor, naam: str, inhoud: bytes) -> Betaalbestand:
    """Book the payments of a CSV or CAMT.053 file; rows that cannot be booked stay out, each with its line and what to do.

    Raises `Geweigerd` for a file that is none, or was read to its end before. One that was broken off goes on.
    """
    bestand, regels, fouten = _neem_aan(actor, naam, inhoud)
    geboekt = bekend = 0
    for regel in regels:
        gedaan = _boek(bestand, regel)
        if gedaan is None:
            geboekt += 1
        elif gedaan.code == BEKEND:
            bekend += 1
        else:
            fouten.append(gedaan)
    return _sluit(actor, bestand.id, geboekt, bekend, sorted(fouten, key=lambda deel: deel.plaats.regel or 0))


@action(SCHEME, "betaalbestand aannemen")
def _neem_aan(actor: Actor, naam: str, inhoud: bytes) -> tuple[Betaalbestand, list[Betaalregel], list[Fout]]:
    """The file as it is known from now on, its payments, and the rows that are refused."""
    rol_vereist(actor, SCHEME.naam, WERKER)
    if len(inhoud) > GROOTSTE:
        raise Geweigerd("te_groot", Tekst("Het bestand is groter dan 2 MB. Knip het in delen.", "The file is larger than 2 MB. Cut it into parts."), status=413)  # fmt: skip
    kort = Path(naam).name[:200]
    rijen = camtrijen(inhoud) if is_xml(inhoud) else csvrijen(inhoud)
    regels, fouten = lees_betalingen(rijen, kort, vandaag(), nummer_klopt)
    bestand, nieuw = Betaalbestand.objects.get_or_create(
        organisatie_id=actor.organisatie,
        som=hashlib.sha256(inhoud).hexdigest(),
        defaults={
            "naam": kort,
            "moment": huidige_operatie().nu,
            "door": actor.naam[:200],
            "regels": len(regels) + len(fouten),
        },
    )
    if not nieuw and bestand.klaar is not None:
        raise Geweigerd("bestand_bekend", Tekst("Dit bestand is al helemaal ingelezen.", "This file was read to its end already."), status=409)  # fmt: skip
    return bestand, regels, fouten


def _boek(bestand: Betaalbestand, regel: Betaalregel) -> Fout | None:
    """Book one row as the system of the municipality, which reads of the case its debts and credit only."""
    wie = systeem(bestand.organisatie)
    naam = bestand.naam
    try:
        with operatie(SCHEME.naam, "betaling uit bestand boeken", wie):
            zaak = Zaak.objects.filter(
                scheme=SCHEME.naam, organisatie_id=bestand.organisatie_id, nummer=regel.zaaknummer
            ).first()
            if zaak is None or zaak.stap not in BEKIJKT:
                return fout(
                    "geen_krediet", naam, regel.regel, "kenmerk",
                    "hoort niet bij een krediet dat loopt. Zoek uit voor wie dit is, of betaal terug", "belongs to no credit that runs. Find out for whom it is, or pay it back",
                )  # fmt: skip
            dossier = open_krediet(wie, zaak.id)
            eerder = next((rij for rij in dossier.betalingen if rij.transactie == regel.transactie), None)
            if eerder is not None:
                return fout(BEKEND, naam, regel.regel, "transactie", "is al geboekt", "was booked already")
            if any(
                rij.bestand is None and not rij.transactie and rij.vervallen_op is None
                and (rij.ontvangen_op, rij.bedrag) == (regel.op, regel.bedrag)
                for rij in dossier.betalingen
            ):  # fmt: skip
                return fout(
                    "al_met_de_hand", naam, regel.regel, "bedrag",
                    "is op deze dag al met de hand vastgelegd. Boek die terug als dit een tweede betaling is", "was recorded by hand on this day already. Reverse that one if this is a second payment",
                )  # fmt: skip
            boek(dossier, regel.bedrag, regel.op, regel.transactie, bestand.id)
    except Geweigerd as nee:
        waar = (nee.fouten[0].plaats.kolom if nee.fouten else None) or "bedrag"
        kolom = {"op": "datum"}.get(waar, waar)
        return fout(nee.code, naam, regel.regel, kolom, nee.tekst.nl.rstrip("."), nee.tekst.en.rstrip("."))
    return None


@action(SCHEME, "betaalbestand afronden")
def _sluit(actor: Actor, bestand_id: UUID, geboekt: int, bekend: int, fouten: list[Fout]) -> Betaalbestand:
    """Note how the file went."""
    rij = Betaalbestand.objects.select_for_update().get(id=bestand_id, organisatie_id=actor.organisatie)
    rij.klaar, rij.geboekt, rij.bekend = huidige_operatie().nu, geboekt, bekend
    rij.fouten = [
        {"regel": deel.plaats.regel, "kolom": deel.plaats.kolom, "code": deel.code, "nl": deel.tekst.nl, "en": deel.tekst.en}
        for deel in fouten[:MEESTE_FOUTEN]
    ]  # fmt: skip
    rij.save(update_fields=["klaar", "geboekt", "bekend", "fouten"])
    return rij
