"""Hand-overs that leave: which stand ready for whom, and exactly what one of them says to who receives it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.logboek.woorden import Wet
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.verstrekkingen.actions.herstellen import titel_van
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.verstrekkingen.models import Aard, OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register
from samenhang.schemes.vroegsignalering.domain.verstuurd import ONTVANGERS, VELDEN
from samenhang.schemes.vroegsignalering.queries.verstuurd import SOORTEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME

GEGEVENS = {soort.soort: tuple(VELDEN[veld.name] for veld in fields(soort.inhoud)) for soort in SCHEME.stuurt}
"""What each kind of hand-over holds."""
WERKERS = ("vroegsignaleerder", "teamleider")
ONTVANGERS_HIER = (*WERKERS, "intake")
HOOGSTENS = 500


@dataclass(frozen=True, slots=True)
class Overdrachtregel:
    """One hand-over without its content: kind, to whom, when, under which law, and whether it was received.

    `eigen` tells whether who looks may open the content, `hier` whether his organisation sent it; `gegevens` names
    the fields of its kind, `regels` the permits by which it was decided that it may go,
    `afspraak` the agreement between the two organisations that was in force (number, version).
    """

    id: UUID
    zaak_id: UUID
    nummer: str
    soort: str
    titel: Tekst
    naar: Tekst | str
    moment: datetime
    ontvangen: datetime | None
    wet: Wet
    gegevens: tuple[Tekst, ...]
    behandelaar: str
    eigen: bool
    som: str = ""
    ontvangen_door: str = ""
    van: str = ""
    hier: bool = True
    aard: str = Aard.NIEUW
    betreft: UUID | None = None
    voorwaarden: tuple[Gesteld, ...] = ()
    ingetrokken: bool = False
    regels: tuple[str, ...] = ()
    afspraak: str = ""
    afspraak_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Overdrachtbeeld:
    """A hand-over with its content, field by field as the receiver reads it."""

    regel: Overdrachtregel
    van: str
    inhoud: dict[str, Any]


@query(SCHEME, "overdrachten bekijken")
def overdrachten(actor: Actor) -> list[Overdrachtregel]:
    """The hand-overs of the organisation, the newest first. No data of residents are in the list.

    Every worker and team lead sees them all, as they see the step of every case: who stands in for a colleague must
    find what still waits. The content is for who treats the case.
    """
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    rijen = UitgaandeOverdracht.objects.filter(
        zaak__organisatie_id=actor.organisatie, zaak__scheme=SCHEME.naam
    )
    gekozen = rijen.select_related("zaak__behandelaar", "zaak__organisatie", "afspraak").order_by(
        "-gemaakt", "-id"
    )
    gekozen = gekozen.prefetch_related("vervolg")
    return [_regel(actor, rij) for rij in gekozen[:HOOGSTENS]]


@query(SCHEME, "binnengekomen overdrachten bekijken")
def binnengekomen(actor: Actor) -> list[Overdrachtregel]:
    """The hand-overs meant for this organisation, the newest first, without content: that comes by secure mail."""
    rol_vereist(actor, SCHEME.naam, *ONTVANGERS_HIER)
    rijen = UitgaandeOverdracht.objects.filter(ontvanger_id=actor.organisatie, zaak__scheme=SCHEME.naam)
    gekozen = rijen.select_related("zaak__organisatie", "afspraak").prefetch_related("vervolg")
    gekozen = gekozen.order_by("-gemaakt", "-id")[:HOOGSTENS]
    return [replace(_regel(actor, rij), behandelaar="", eigen=False) for rij in gekozen]


@query(SCHEME, "overdracht opzoeken")
def overdracht_zonder_inhoud(actor: Actor, overdracht_id: UUID) -> Overdrachtregel:
    """One hand-over from or for this organisation, to confirm its receipt; `Geweigerd` (404) for any other."""
    rol_vereist(actor, SCHEME.naam, *ONTVANGERS_HIER)
    rij = (
        UitgaandeOverdracht.objects.filter(
            Q(zaak__organisatie_id=actor.organisatie) | Q(ontvanger_id=actor.organisatie),
            id=overdracht_id,
            zaak__scheme=SCHEME.naam,
        )
        .select_related("zaak__behandelaar", "zaak__organisatie", "afspraak")
        .first()
    )
    if rij is None:
        raise onbekend()
    return _regel(actor, rij)


@query(SCHEME, "overdracht bekijken")
def overdracht(actor: Actor, overdracht_id: UUID) -> Overdrachtbeeld:
    """One hand-over with its content, for who treats its case.

    Raises `Geweigerd` (404) when it does not exist here, `NietToegestaan` for who does not treat it.
    """
    return _beeld(actor, overdracht_id)


@query(SCHEME, "overdracht ophalen")
def overdracht_ophalen(actor: Actor, overdracht_id: UUID) -> Overdrachtbeeld:
    """As `overdracht`, to take along to the receiver; logged by a name of its own."""
    return _beeld(actor, overdracht_id)


def onbekend() -> Geweigerd:
    """The refusal of a hand-over that is not of this organisation."""
    return Geweigerd(
        "overdracht_onbekend",
        Tekst("Deze overdracht bestaat niet.", "This hand-over does not exist."),
        status=404,
    )


def ontvangers_van(actor: Actor, zaak: Zaak, overdracht: UitgaandeOverdracht | None = None) -> list[UUID]:
    """Whom the hand-overs of a case, or one of them, are about; raises `NietToegestaan` for who does not treat it.

    Who was forwarded is no longer among the people of the case, so the case cannot tell. Only the number of the
    person is read, in the register; the content is opened by a decision on the case.
    """
    toegang_tot(actor, zaak, leest=("naw",), personen=())  # who does not treat the case stops here
    lijst = toegang_tot_register(actor, SCHEME.naam, doel="werkverdeling", leest=("naw",))
    rijen = OverdrachtInhoud.objects.met(lijst).filter(overdracht__zaak=zaak)
    if overdracht is not None:
        rijen = rijen.filter(overdracht=overdracht)
    return list(dict.fromkeys(rijen.values_list("persoon_id", flat=True)))


def _beeld(actor: Actor, overdracht_id: UUID) -> Overdrachtbeeld:
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    rij = (
        UitgaandeOverdracht.objects.filter(
            id=overdracht_id, zaak__organisatie_id=actor.organisatie, zaak__scheme=SCHEME.naam
        )
        .select_related("zaak__behandelaar", "zaak__organisatie", "afspraak")
        .first()
    )
    if rij is None:
        raise onbekend()
    wie = ontvangers_van(actor, rij.zaak, rij)
    toegang = toegang_tot(actor, rij.zaak, leest=("naw",), personen=wie)
    inhoud = OverdrachtInhoud.objects.met(toegang).filter(overdracht=rij).first()
    if inhoud is None:
        raise Geweigerd(
            "overdracht_vernietigd",
            Tekst(
                "De inhoud van deze overdracht is na de bewaartermijn gewist.",
                "The content of this hand-over was erased after its retention term.",
            ),
            status=404,
        )
    return Overdrachtbeeld(_regel(actor, rij), rij.zaak.organisatie.onderscheidend, inhoud.inhoud)


def _regel(actor: Actor, rij: UitgaandeOverdracht) -> Overdrachtregel:
    (wet,) = woorden.wetten(rij.grondslag)
    zaak = rij.zaak
    return Overdrachtregel(
        id=rij.id,
        zaak_id=zaak.id,
        nummer=zaak.nummer,
        soort=rij.soort,
        titel=titel_van(rij.aard, SOORTEN.get(rij.soort, Tekst(rij.soort, rij.soort))),
        naar=ONTVANGERS.get(rij.naar_scheme, rij.naar_scheme),
        moment=rij.gemaakt,
        ontvangen=rij.ontvangen,
        wet=wet,
        gegevens=GEGEVENS.get(rij.soort, ()),
        behandelaar=zaak.behandelaar.naam if zaak.behandelaar else "",
        eigen=zaak.behandelaar_id is not None and zaak.behandelaar_id == actor.medewerker_id,
        som=rij.som,
        ontvangen_door=rij.ontvangen_door,
        van=zaak.organisatie.onderscheidend,
        hier=zaak.organisatie_id == actor.organisatie,
        aard=rij.aard,
        betreft=rij.betreft_id,
        voorwaarden=tuple(Gesteld(d["categorie"], Soort(d["soort"]), d["bron"]) for d in rij.voorwaarden),
        afspraak=f"{rij.afspraak.kenmerk}, {rij.afspraak.versie}" if rij.afspraak else "",
        afspraak_id=rij.afspraak_id,
        regels=tuple(rij.besluit.get("regels", ())),
        ingetrokken=any(deel.aard == Aard.INTREKKING for deel in rij.vervolg.all()),
    )
