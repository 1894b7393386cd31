"""Who belongs to the family, what each agrees to, and when each was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.rechten.domain.toestemming import HOE, leeftijd
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.scheme import veld
from samenhang.kernel.toegang.instemming import Antwoord
from samenhang.kernel.toegang.voorwaarden import OUD_GENOEG
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.wams.actions.gedeeld import ingevuld, keuze, niet_in_toekomst, weiger
from samenhang.schemes.wams.deelname import hoogstens
from samenhang.schemes.wams.domain.instemming import ANTWOORDEN, DOOR, mag_antwoorden
from samenhang.schemes.wams.domain.leefgebieden import DEELNAME, LEEFGEBIEDEN
from samenhang.schemes.wams.domain.melding import RELATIES, WIJZEN
from samenhang.schemes.wams.domain.partijen import PARTIJEN_VAN_BUITEN, TE_DELEN
from samenhang.schemes.wams.dossier import AAN, GEZINSLID, Dossier, doel_van, open_dossier
from samenhang.schemes.wams.models import Gezinslid
from samenhang.schemes.wams.scheme import SCHEME

RELATIES_GEZIN = {naam: titel for naam, titel in RELATIES.items() if naam != "hulpvrager"}
WAARMEE = {
    DEELNAME: Tekst("Meedoen: de zaak gaat ook over mij", "Taking part: the case is about me too"),
    **LEEFGEBIEDEN,
}
TEKSTVERSIE = "meervoudig-1"
"""The text by which consent is asked."""


def _hoe() -> str:
    waarde: str = veld("Hoe?", "How?", keuzes=tuple(HOE.items()), standaard="gesprek")
    return waarde


def _namens() -> str:
    waarde: str = veld(
        "Naam van de vertegenwoordiger", "Name of the representative", standaard="", hoogstens=200,
        uitleg=Tekst("Alleen als die antwoordde.", "Only when he answered."),
    )  # fmt: skip
    return waarde


@dataclass(frozen=True, slots=True)
class Lid:
    """Someone of the family: a name and how he belongs to it."""

    naam: str = veld("Naam", "Name", hoogstens=200)
    relatie: str = veld(
        "Hoort bij het gezin als", "Belongs to the family as", keuzes=tuple(RELATIES_GEZIN.items())
    )
    geboortedatum: date | None = veld(
        "Geboortedatum", "Birth date", standaard=None,
        uitleg=Tekst("Nodig voor een kind: tot 12 jaar antwoordt de ouder.", "Needed for a child: below 12 the parent answers."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Antwoordinvoer:
    """What someone agrees to, or not any more."""

    persoon: UUID = veld("Wie?", "Who?", bron="gezin")
    waarmee: str = veld("Waarover?", "About what?", keuzes=tuple(WAARMEE.items()))
    antwoord: str = veld("Antwoord", "Answer", keuzes=tuple(ANTWOORDEN.items()))
    gegeven_door: str = veld("Wie gaf het antwoord?", "Who gave the answer?", keuzes=tuple(DOOR.items()))
    door_wie: str = _namens()
    hoe: str = _hoe()


@dataclass(frozen=True, slots=True)
class Deelinvoer:
    """What someone lets one kind of party know, or not any more."""

    persoon: UUID = veld("Wie?", "Who?", bron="gezin")
    aan: str = veld(
        "Met wie?", "With whom?", keuzes=tuple((s, ORGANISATIESOORTEN[s]) for s in PARTIJEN_VAN_BUITEN)
    )
    waarmee: str = veld("Waarover?", "About what?", keuzes=tuple(TE_DELEN.items()))
    antwoord: str = veld("Antwoord", "Answer", keuzes=tuple(ANTWOORDEN.items()))
    gegeven_door: str = veld("Wie gaf het antwoord?", "Who gave the answer?", keuzes=tuple(DOOR.items()))
    door_wie: str = _namens()
    hoe: str = _hoe()


@dataclass(frozen=True, slots=True)
class Verteld:
    """That someone was told that there is a case, and how."""

    persoon: UUID = veld("Wie?", "Who?", bron="gezin")
    hoe: str = veld("Hoe?", "How?", keuzes=tuple(WIJZEN.items()))
    op: date = veld("Op", "On", vandaag=True)


@dataclass(frozen=True, slots=True)
class Uitstel:
    """Until when someone is not told, and why that is needed."""

    persoon: UUID = veld("Wie?", "Who?", bron="gezin")
    tot: date = veld("Tot en met", "Up to and including")
    reden: str = veld(
        "Waarom kan het niet eerder?", "Why can it not be sooner?", regels=3,
        uitleg=Tekst("De inwoner leest dit later.", "The resident reads this later."),
    )  # fmt: skip


def vast(dossier: Dossier, persoon: UUID) -> dict[str, Any]:
    """The fields that every row about a person in a case has."""
    return {
        "organisatie_id": dossier.zaak.organisatie_id,
        "persoon_id": persoon,
        "zaak": dossier.zaak,
        "moment": huidige_operatie().nu,
        "door": dossier.actor.naam,
    }


@action(SCHEME, "gezinslid vastleggen")
def voeg_gezinslid_toe(actor: Actor, zaak_id: UUID, invoer: Lid) -> Zaak:
    """Record who belongs to the family: a name only, until this person agrees to take part."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    naam = ingevuld("naam", invoer.naam, 200)
    keuze("relatie", invoer.relatie, RELATIES_GEZIN)
    if invoer.geboortedatum is not None:
        niet_in_toekomst("geboortedatum", invoer.geboortedatum)
    elif invoer.relatie == "kind":
        raise weiger(
            "geboortedatum", "geboortedatum_ontbreekt", "Vul van een kind de geboortedatum in: daarvan hangt af wie antwoordt.",
            "Enter the birth date of a child: who answers depends on it.",
        )  # fmt: skip
    if any(lid.naam.casefold() == naam.casefold() for lid in dossier.leden):
        raise Geweigerd(
            "al_in_gezin", Tekst(f"{naam} staat al bij dit gezin.", f"{naam} already belongs to this family."), status=409
        )  # fmt: skip
    zaak, persoon_id = dossier.zaak, nieuw_id()
    Persoon.objects.create(
        id=persoon_id, organisatie_id=zaak.organisatie_id, scheme=SCHEME.naam, sleutel=str(persoon_id), bekend_sinds=huidige_operatie().nu
    )  # fmt: skip
    Betrokkene.objects.create(zaak=zaak, persoon_id=persoon_id, rol=GEZINSLID)
    toegang = toegang_tot(
        actor, zaak, schrijft=("gezin",), doel=doel_van(zaak), personen=[persoon_id], bekend=Vastgelegd()
    )
    Gezinslid.objects.met(toegang).create(
        **vast(dossier, persoon_id), naam=naam, relatie=invoer.relatie, geboortedatum=invoer.geboortedatum
    )
    zaken.bewaar(zaak)
    zaken.schrijf_tijdlijn(zaak, "gezin", Tekst("Gezinslid toegevoegd", "Family member added"))
    return zaak


@action(SCHEME, "instemming vastleggen")
def leg_instemming_vast(actor: Actor, zaak_id: UUID, invoer: Antwoordinvoer) -> Zaak:
    """Record an answer of one person about one domain. The latest counts; earlier ones stay on record.

    From twelve someone answers himself, below that his representative. Source: Wmo 2015 art. 5.3.3 (unverified).
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("instemming",), op_slot=True)
    keuze("waarmee", invoer.waarmee, WAARMEE)
    lid = _mag_antwoorden(dossier, invoer)
    heeft = invoer.waarmee in dossier.instemming(invoer.persoon)
    _iets_in_te_trekken(invoer.antwoord, heeft)
    if invoer.antwoord == "gegeven" and invoer.waarmee != DEELNAME and not dossier.neemt_deel(invoer.persoon):
        raise _doet_niet_mee(lid)
    _bewaar_antwoord(dossier, lid, AAN, invoer)
    return dossier.zaak


@action(SCHEME, "delen vastleggen")
def leg_delen_vast(actor: Actor, zaak_id: UUID, invoer: Deelinvoer) -> Zaak:
    """Record what one person lets one kind of party know: each member of the family, each party and each subject apart.

    What the law never gives such a party is refused: a yes opens nothing then.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("instemming",), op_slot=True)
    keuze("aan", invoer.aan, PARTIJEN_VAN_BUITEN)
    keuze("waarmee", invoer.waarmee, TE_DELEN)
    lid = _mag_antwoorden(dossier, invoer)
    if invoer.waarmee != DEELNAME and invoer.waarmee not in hoogstens(invoer.aan).leest:
        wie, wat = ORGANISATIESOORTEN[invoer.aan], TE_DELEN[invoer.waarmee]
        raise weiger(
            "waarmee", "partij_krijgt_dit_nooit", f"{wie.nl} krijgt dit nooit te zien: {wat.nl.lower()}. Kies iets anders.",
            f"{wie.en} never gets to see this: {wat.en.lower()}. Choose something else.",
        )  # fmt: skip
    heeft = dossier.instemming(invoer.persoon, invoer.aan)
    _iets_in_te_trekken(invoer.antwoord, invoer.waarmee in heeft)
    if invoer.antwoord == "gegeven" and (
        not dossier.neemt_deel(invoer.persoon) or (invoer.waarmee != DEELNAME and DEELNAME not in heeft)
    ):
        raise _doet_niet_mee(lid)
    _bewaar_antwoord(dossier, lid, invoer.aan, invoer)
    return dossier.zaak


def _mag_antwoorden(dossier: Dossier, invoer: Antwoordinvoer | Deelinvoer) -> Gezinslid:
    """The member of the family whose answer this is, when it may be given by who gave it."""
    keuze("antwoord", invoer.antwoord, ANTWOORDEN)
    keuze("gegeven_door", invoer.gegeven_door, DOOR)
    lid = dossier.lid(invoer.persoon)
    jaren = leeftijd(lid.geboortedatum, zaken.vandaag())
    if jaren is None:
        raise weiger(
            "persoon", "leeftijd_onbekend", f"Vul eerst de geboortedatum van {lid.naam} in: daarvan hangt af wie antwoordt.",
            f"First enter the birth date of {lid.naam}: who answers depends on it.",
        )  # fmt: skip
    if not mag_antwoorden(invoer.gegeven_door, jaren):
        raise weiger(
            "gegeven_door", "antwoord_van_ander",
            f"{lid.naam} antwoordt zelf vanaf {OUD_GENOEG} jaar; voor een jonger kind antwoordt de vertegenwoordiger.",
            f"{lid.naam} answers himself from the age of {OUD_GENOEG}; for a younger child the representative does.",
        )  # fmt: skip
    return lid


def _iets_in_te_trekken(antwoord: str, heeft: bool) -> None:
    if antwoord == "ingetrokken" and not heeft:
        raise weiger("antwoord", "niets_in_te_trekken", "Hier was geen instemming voor. Kies 'Nee'.", "There was no consent to this. Choose 'No'.")  # fmt: skip


def _doet_niet_mee(lid: Gezinslid) -> Geweigerd:
    return weiger(
        "waarmee", "doet_niet_mee", f"Vraag {lid.naam} eerst of de zaak ook over hem of haar mag gaan.",
        f"First ask {lid.naam} whether the case may be about him or her too.",
    )  # fmt: skip


def _bewaar_antwoord(dossier: Dossier, lid: Gezinslid, aan: str, invoer: Antwoordinvoer | Deelinvoer) -> None:
    zaak, toegang = dossier.zaak, dossier.toegang
    if invoer.antwoord == Antwoord.INGETROKKEN:
        zaken.trek_toestemming_in(zaak, lid.persoon_id, toegang, over=[invoer.waarmee], aan=aan)
    else:
        zaken.leg_toestemming_vast(
            zaak,
            lid.persoon_id,
            zaken.Toestemmingsvraag(frozenset({invoer.waarmee}), TEKSTVERSIE, aan=aan),
            zaken.Gegeven(
                invoer.antwoord, invoer.hoe, lid.geboortedatum, invoer.gegeven_door, invoer.door_wie
            ),
            toegang,
        )
    zaken.bewaar(zaak)


@action(SCHEME, "inwoner informeren")
def informeer(actor: Actor, zaak_id: UUID, invoer: Verteld) -> Zaak:
    """Record that someone was told that there is a case about him; when everybody was, the term is met."""
    dossier = open_dossier(actor, zaak_id, schrijft=("informeren",), op_slot=True)
    lid = dossier.lid(invoer.persoon)
    keuze("hoe", invoer.hoe, WIJZEN)
    niet_in_toekomst("op", invoer.op)
    if any(rij.persoon_id == invoer.persoon for rij in dossier.informeringen):
        raise Geweigerd(
            "al_geinformeerd", Tekst(f"{lid.naam} is al geïnformeerd. Kies een ander.", f"{lid.naam} was already informed. Choose another."), status=409
        )  # fmt: skip
    zaken.leg_informeren_vast(dossier.zaak, invoer.persoon, "melding", invoer.op, invoer.hoe, dossier.toegang)
    dossier = open_dossier(actor, zaak_id)
    if dossier.feiten().geinformeerd:
        zaken.rond_termijn_af(dossier.zaak, "informeren", opslaan=False)
    zaken.bewaar(dossier.zaak, "volgende_termijn")
    return dossier.zaak


@action(SCHEME, "informeren uitstellen")
def stel_uit(actor: Actor, zaak_id: UUID, invoer: Uitstel) -> Zaak:
    """Put off telling someone, until a day. Only where a professional reported; it ends by itself."""
    dossier = open_dossier(actor, zaak_id, schrijft=("informeren",), op_slot=True)
    dossier.lid(invoer.persoon)
    if not dossier.ambtshalve and not any(m.melder_soort == "professional" for m in dossier.meldingen):
        raise Geweigerd(
            "uitstel_kan_niet",
            Tekst(
                "Uitstellen kan alleen als een professional meldde zonder hulpvraag. Informeer de inwoner.",
                "Putting it off is possible only when a professional reported without a request for help. Inform the resident.",
            ),
            status=409,
        )  # fmt: skip
    zaken.stel_informeren_uit(
        dossier.zaak,
        invoer.persoon,
        zaken.Uitstelvraag(invoer.tot, "veiligheid", invoer.reden, mandaat=dossier.rol),
        dossier.toegang,
    )
    return dossier.zaak
