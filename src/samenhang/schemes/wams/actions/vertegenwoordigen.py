"""Who may look on behalf of a young person of the family, until when, and when that is against his interest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.toestemming import leeftijd
from samenhang.kernel.scheme import veld
from samenhang.kernel.toegang.categorietabel import OpenQuerySet
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions.gedeeld import keuze, niet_in_toekomst, weiger, zin
from samenhang.schemes.wams.actions.gezin import vast
from samenhang.schemes.wams.domain.vertegenwoordiging import (
    DOCUMENTEN,
    MEERDERJARIG,
    Periode,
    overlapt,
    te_oud,
)
from samenhang.schemes.wams.dossier import Dossier, open_dossier
from samenhang.schemes.wams.models import Vertegenwoordiging
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Vertegenwoordiger:
    """Who represents which young person, by which document, from and to when."""

    persoon: UUID = veld("Wie wordt vertegenwoordigd?", "Who is represented?", bron="gezin")
    door: UUID = veld("Door wie?", "By whom?", bron="gezin")
    document: str = veld("Welk document zag u?", "Which document did you see?", keuzes=tuple(DOCUMENTEN.items()))  # fmt: skip
    van: date = veld("Vanaf", "From", vandaag=True)
    tot: date | None = veld(
        "Tot en met", "Up to and including", standaard=None,
        uitleg=Tekst("Leeg: tot de jongere zestien wordt.", "Empty: until the young person becomes sixteen."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vertegenwoordigingskeuze:
    """Which representation ends."""

    persoon: UUID = veld("Wie werd vertegenwoordigd?", "Who was represented?", bron="gezin")
    door: UUID = veld("Door wie?", "By whom?", bron="gezin")


@dataclass(frozen=True, slots=True)
class TegenBelang:
    """Whether looking by a representative is against the interest of the young person, and why."""

    persoon: UUID = veld("Om wie gaat het?", "Whom is it about?", bron="gezin")
    tegen: bool = veld(
        "Is inzage door de vertegenwoordiger tegen zijn of haar belang?", "Is access by the representative against his or her interest?"
    )  # fmt: skip
    reden: str = veld(
        "Waarom?", "Why?", regels=3, hoogstens=300,
        uitleg=Tekst("De jongere leest dit, de vertegenwoordiger niet.", "The young person reads this, the representative does not."),
    )  # fmt: skip


@action(SCHEME, "vertegenwoordiger vastleggen")
def leg_vertegenwoordiger_vast(actor: Actor, zaak_id: UUID, invoer: Vertegenwoordiger) -> Zaak:
    """Record who represents a young person: from now on he sees on his own page what the rule lets him see of him.

    It ends on its last day, and by the rule when the young person becomes sixteen.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("instemming",), op_slot=True)
    kind, wie = dossier.lid(invoer.persoon), dossier.lid(invoer.door, "door")
    keuze("document", invoer.document, DOCUMENTEN)
    niet_in_toekomst("van", invoer.van)
    if invoer.persoon == invoer.door:
        raise weiger("door", "zichzelf", "Niemand vertegenwoordigt zichzelf. Kies een ander.", "Nobody represents himself. Choose another.")  # fmt: skip
    jaren = leeftijd(kind.geboortedatum, zaken.vandaag())
    if jaren is None:
        raise weiger(
            "persoon", "leeftijd_onbekend", f"Van {kind.naam} is geen geboortedatum bekend: daarvan hangt af wie mag kijken.",
            f"No birth date of {kind.naam} is known: who may look depends on it.",
        )  # fmt: skip
    if te_oud(jaren):
        raise weiger("persoon", "vraagt_zelf", f"{kind.naam} is {jaren} en vraagt zelf inzage.", f"{kind.naam} is {jaren} and asks for access himself or herself.")  # fmt: skip
    eigen = leeftijd(wie.geboortedatum, zaken.vandaag())
    if eigen is not None and eigen < MEERDERJARIG:
        raise weiger("door", "minderjarig", f"{wie.naam} is nog geen {MEERDERJARIG} en vertegenwoordigt niemand.", f"{wie.naam} is not {MEERDERJARIG} yet and represents nobody.")  # fmt: skip
    if invoer.tot is not None and invoer.tot < invoer.van:
        raise weiger("tot", "einde_voor_begin", "De laatste dag ligt voor de eerste.", "The last day is before the first.")  # fmt: skip
    rijen = _rijen(dossier, invoer.persoon).filter(door_persoon=invoer.door)
    if overlapt(Periode(invoer.van, invoer.tot, None), [als_periode(rij) for rij in rijen]):
        raise Geweigerd(
            "al_vertegenwoordigd", Tekst(f"{wie.naam} is al vastgelegd als vertegenwoordiger van {kind.naam}.", f"{wie.naam} is recorded as representative of {kind.naam} already."), status=409
        )  # fmt: skip
    assert kind.geboortedatum is not None  # its age is known
    Vertegenwoordiging.objects.met(dossier.toegang).create(
        **vast(dossier, invoer.persoon),
        door_persoon=invoer.door,
        geboren=kind.geboortedatum,
        document=invoer.document,
        van=invoer.van,
        tot=invoer.tot,
    )
    return _klaar(dossier, Tekst("Vertegenwoordiger vastgelegd", "Representative recorded"))


@action(SCHEME, "vertegenwoordiging beeindigen")
def beeindig_vertegenwoordiging(actor: Actor, zaak_id: UUID, invoer: Vertegenwoordigingskeuze) -> Zaak:
    """End it today: from now on this one sees nothing of the young person any more."""
    dossier = open_dossier(actor, zaak_id, schrijft=("instemming",), op_slot=True)
    dossier.lid(invoer.persoon)
    rijen = _rijen(dossier, invoer.persoon).filter(door_persoon=invoer.door, geeindigd__isnull=True)
    if not rijen.update(geeindigd=huidige_operatie().nu):
        raise Geweigerd(
            "niet_vertegenwoordigd", Tekst("Er loopt geen vertegenwoordiging tussen deze twee. Kies een ander.", "No representation runs between these two. Choose another."), status=409
        )  # fmt: skip
    return _klaar(dossier, Tekst("Vertegenwoordiging beëindigd", "Representation ended"))


@action(SCHEME, "inzage tegen het belang vastleggen")
def leg_tegen_belang_vast(actor: Actor, zaak_id: UUID, invoer: TegenBelang) -> Zaak:
    """Record that access by a representative is against the interest of the young person, or is not any more; why.

    It holds for everybody who represents him. Source: Wmo 2015 art. 5.3.3 (unverified).
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("instemming",), op_slot=True)
    lid = dossier.lid(invoer.persoon)
    reden = zin("reden", invoer.reden, 300)
    rijen = _rijen(dossier, invoer.persoon)
    if not rijen.update(tegen_belang=invoer.tegen, tegen_belang_omdat=reden):
        raise Geweigerd(
            "niet_vertegenwoordigd", Tekst(f"{lid.naam} heeft geen vertegenwoordiger. Leg die eerst vast.", f"{lid.naam} has no representative. Record one first."), status=409
        )  # fmt: skip
    huidige_operatie().verandert(tegen_belang=invoer.tegen)
    tekst = (
        Tekst("Inzage door vertegenwoordiger tegen het belang", "Access by representative against the interest")
        if invoer.tegen
        else Tekst("Inzage door vertegenwoordiger mag weer", "Access by representative is allowed again")
    )  # fmt: skip
    return _klaar(dossier, tekst)


def als_periode(rij: Vertegenwoordiging) -> Periode:
    """When this representation holds; one that was ended does not hold on the day itself any more."""
    geeindigd = None if rij.geeindigd is None else date.min
    return Periode(rij.van, rij.tot, geeindigd)


def _rijen(dossier: Dossier, persoon: UUID) -> OpenQuerySet[Vertegenwoordiging]:
    return Vertegenwoordiging.objects.met(dossier.toegang).filter(zaak=dossier.zaak, persoon_id=persoon)


def _klaar(dossier: Dossier, tekst: Tekst) -> Zaak:
    zaken.schrijf_tijdlijn(dossier.zaak, "vertegenwoordiging", tekst)
    zaken.bewaar(dossier.zaak)
    return dossier.zaak
