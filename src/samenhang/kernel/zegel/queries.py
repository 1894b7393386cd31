"""What a supervisor reads of the seal: how the log stands, proof of an operation, what goes to a partner."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import KERNEL, huidige_operatie, inzien, query
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zegel import bewijs as bewijzen
from samenhang.kernel.zegel import bladen, nachtcontrole, partnervraag, punten, sleutels
from samenhang.kernel.zegel.domain.nota import GETUIGE, LOG, lees_nota
from samenhang.kernel.zegel.getuigen import laatste_van
from samenhang.kernel.zegel.models import Controlepunt, Logalarm, Partnerstand
from samenhang.kernel.zegel.toezicht import BEKIJKEN, TOEZICHT, mag, vereist

PUNTEN = 10
ALARMEN = 20


@dataclass(frozen=True, slots=True)
class Puntbeeld:
    """A checkpoint: how many leaves, which root, signed when with which keys, and which partners signed when."""

    id: int
    moment: datetime
    omvang: int
    wortel: str
    sleutels: tuple[str, ...]
    getuigen: tuple[tuple[str, datetime], ...]


@dataclass(frozen=True, slots=True)
class Partnerbeeld:
    """A partner: whether it countersigns ours (last when, up to how many leaves) and we theirs, and what fails."""

    naam: str
    getuigt: bool
    adres: str
    getekend: datetime | None
    getekend_tot: int
    wij_tekenden: datetime | None
    wij_tekenden_tot: int
    fout: Tekst | None


@dataclass(frozen=True, slots=True)
class Controlebeeld:
    """A check of the whole log."""

    moment: datetime
    door: str
    omvang: int
    controlepunten: int
    milliseconden: int
    bevindingen: tuple[dict[str, Any], ...]

    @property
    def eerste(self) -> Tekst | None:
        """What it found first."""
        return Tekst(self.bevindingen[0]["tekst"], self.bevindingen[0]["text"]) if self.bevindingen else None


@dataclass(frozen=True, slots=True)
class Alarmbeeld:
    """An alarm, and what came of it."""

    id: UUID
    soort: str
    onderwerp: str
    tekst: Tekst
    moment: datetime
    klaar: datetime | None
    klaar_door: str
    uitkomst: str


@dataclass(frozen=True, slots=True)
class Zegelbeeld:
    """How the log stands."""

    omvang: int
    wacht: bool
    punten: tuple[Puntbeeld, ...]
    partners: tuple[Partnerbeeld, ...]
    controle: Controlebeeld | None
    alarmen: tuple[Alarmbeeld, ...]
    sleutels: tuple[str, ...]
    mag_afhandelen: bool

    @property
    def laatste(self) -> Puntbeeld | None:
        """The newest checkpoint."""
        return self.punten[0] if self.punten else None

    @property
    def open(self) -> tuple[Alarmbeeld, ...]:
        """Alarms that wait for a supervisor."""
        return tuple(deel for deel in self.alarmen if deel.klaar is None)


@inzien(KERNEL, "verzegeling bekijken")
def zegelbeeld(actor: Actor) -> Zegelbeeld:
    """When the log was sealed last, who countersigned, whether a check found anything. It holds no data of persons."""
    vereist(actor, *BEKIJKEN)
    rijen = Controlepunt.objects.order_by("-id").prefetch_related("medeondertekeningen")[:PUNTEN]
    alarmen = Logalarm.objects.order_by(F("klaar").desc(nulls_first=True), "-id")[:ALARMEN]
    controle = nachtcontrole.laatste()
    return Zegelbeeld(
        omvang=bladen.stand().omvang,
        wacht=bladen.wacht(),
        punten=tuple(_punt(rij) for rij in rijen),
        partners=tuple(_partner(deel) for deel in sleutels.partners()),
        controle=Controlebeeld(
            controle.klaar or controle.moment,
            controle.door,
            controle.omvang,
            controle.controlepunten,
            controle.milliseconden,
            tuple(controle.bevindingen),
        )
        if controle
        else None,
        alarmen=tuple(
            Alarmbeeld(
                rij.id,
                rij.soort,
                rij.onderwerp,
                Tekst(rij.tekst_nl, rij.tekst_en),
                rij.moment,
                rij.klaar,
                rij.klaar_door,
                rij.uitkomst,
            )
            for rij in alarmen
        ),
        sleutels=tuple(str(deel) for soort in (LOG, GETUIGE) for deel in sleutels.bekend(soort)[-1:]),
        mag_afhandelen=mag(actor, *TOEZICHT),
    )


def _punt(rij: Controlepunt) -> Puntbeeld:
    return Puntbeeld(
        rij.id,
        rij.moment,
        rij.omvang,
        bytes(rij.wortel).hex(),
        tuple(deel.sleutel_id.hex() for deel in lees_nota(rij.nota).handtekeningen),
        tuple(sorted({deel.getuige: deel.moment for deel in rij.medeondertekeningen.all()}.items())),
    )


def _partner(partner: sleutels.Partner) -> Partnerbeeld:
    stand = Partnerstand.objects.filter(naam=partner.naam).first()
    van_ons = partnervraag.laatste_van(partner.naam)
    van_hen = laatste_van(partner.log.naam) if partner.log else None
    return Partnerbeeld(
        partner.naam,
        partner.getuige is not None,
        partner.adres,
        van_ons.moment if van_ons else None,
        van_ons.controlepunt.omvang if van_ons else 0,
        van_hen.moment if van_hen else None,
        van_hen.omvang if van_hen else 0,
        Tekst(stand.fout_nl, stand.fout_en) if stand and stand.fout_nl else None,
    )


def bewijsbaar(actor: Actor, operaties: Collection[UUID]) -> frozenset[UUID]:
    """Of what happened with the data of this resident: the operations of which he can have proof now."""
    if actor.persoon_id is None:
        return frozenset()
    return bewijzen.bewijsbaar(betrokkene(actor.persoon_id), operaties)


@query(KERNEL, "bewijs van het logboek maken")
def bewijs(actor: Actor, operatie_id: UUID) -> dict[str, Any]:
    """Proof that the rows of an operation stand in the log.

    A supervisor gets the rows of his own organisation, a resident those of the processing log about himself; the
    terminal of the installation gets hashes only. Raises `Geweigerd` 404 or 409 as `bewijzen.bewijs` says.
    """
    huidige_operatie().verandert(operatie=str(operatie_id))
    if actor.persoon_id is not None and actor.organisatie_id is None:
        eigen = bewijzen.rijen_van(operatie_id, alleen_over=betrokkene(actor.persoon_id))
        return bewijzen.bewijs(operatie_id, eigen, met_inhoud=("verwerking",))
    vereist(actor, *TOEZICHT)
    if actor.organisatie_id is None:
        return bewijzen.bewijs(operatie_id, bewijzen.rijen_van(operatie_id), met_inhoud=())
    eigen = bewijzen.rijen_van(operatie_id, van_organisatie=actor.organisatie_id)
    return bewijzen.bewijs(operatie_id, eigen, met_inhoud=("audit", "verwerking"))


@inzien(KERNEL, "controlepunt ophalen")
def aanvraag(actor: Actor, vanaf: int | None = None, partner: str = "") -> str:
    """The newest checkpoint as a request to countersign, with the proof from what the partner signed last.

    `vanaf` names another number of leaves to begin from. Raises `Geweigerd` 404 without a checkpoint or for a
    partner who is not known.
    """
    vereist(actor, *BEKIJKEN)
    punt = punten.laatste()
    if punt is None:
        raise Geweigerd(
            "nog_geen_controlepunt",
            Tekst(
                "Er is nog geen controlepunt. Het eerste komt bij de eerste ronde van de plichten.",
                "There is no checkpoint yet. The first comes with the first round of the duties.",
            ),
            status=404,
        )
    if partner and partner not in punten.getuigensleutels():
        raise Geweigerd(
            "partner_onbekend",
            Tekst(
                f'De partner "{partner[:60]}" met een getuigensleutel staat niet in {sleutels.PARTNERS}. Let op de spelling.',
                f'The partner "{partner[:60]}" with a witness key is not in {sleutels.PARTNERS}. Mind the spelling.',
            ),
            status=404,
        )
    begin = vanaf if vanaf is not None else partnervraag.laatst_bij(partner) if partner else 0
    return partnervraag.aanvraag(punt, begin)
