"""Referrals that wait to be taken in as a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.termijnen import bereken
from samenhang.kernel.uitwisseling.opnemen import Aanbod, aangeboden, inhoud_van
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud
from samenhang.kernel.verstrekkingen.opnemen import laatste_inhoud, wachtend
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.schuldhulp.domain.aanmelding import Aanmelding, lees_aanmelding
from samenhang.schemes.schuldhulp.domain.lijn import LIJN, WARM, WarmeOverdracht, gevraagd_op, lees_warm
from samenhang.schemes.schuldhulp.scheme import SCHEME

SOORT = "aanmelding"
HOOGSTENS = 200


@dataclass(frozen=True, slots=True)
class Aanmeldingregel:
    """A referral that waits: from which scheme, who, since when he wants help, whether something threatens, and the last day of the term."""

    id: UUID
    bron: str
    bronnummer: str
    naam: str
    gestuurd: datetime
    aanvaard_op: date
    dreiging: bool
    uiterlijk: date


@query(SCHEME, "aanmeldingen bekijken")
def aanmeldingen(actor: Actor) -> list[Aanmeldingregel]:
    """The referrals that wait, from whichever scheme, what is due first on top. The term runs from acceptance, not from today."""
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="aanmelden", leest=("naw",))
    rijen = list(wachtend(actor.organisatie, SCHEME.naam, SOORT)[:HOOGSTENS])
    eerste = dict(
        OverdrachtInhoud.objects.met(toegang)
        .filter(overdracht__in=rijen)
        .values_list("overdracht_id", "persoon_id")
    )
    huidige_operatie().raakt(eerste.values())
    uit = [
        _regel(rij.id, rij.van_scheme, rij.gemaakt, lees_aanmelding(inhoud))
        for rij in rijen
        if (inhoud := laatste_inhoud(toegang, rij)) is not None
    ]
    for aanbod in aangeboden(actor.organisatie, SCHEME.naam, WARM)[:HOOGSTENS]:
        gevonden = inhoud_van(toegang, aanbod)
        if gevonden is not None:
            huidige_operatie().raakt([gevonden[1]])
            uit.append(_van_lijn(aanbod, lees_warm(gevonden[0])))
    return sorted(uit, key=lambda regel: (regel.uiterlijk, regel.gestuurd))


def _regel(nummer: UUID, bron: str, gestuurd: datetime, gelezen: Aanmelding) -> Aanmeldingregel:
    return Aanmeldingregel(
        nummer,
        bron,
        gelezen.meldingnummer,
        gelezen.naam,
        gestuurd,
        gelezen.aanvaard_op,
        gelezen.dreiging,
        _uiterlijk(gelezen.aanvaard_op, dreiging=gelezen.dreiging),
    )


def _van_lijn(aanbod: Aanbod, warm: WarmeOverdracht) -> Aanmeldingregel:
    op, dreiging = gevraagd_op(warm), bool(warm.dreigingen)
    return Aanmeldingregel(
        aanbod.id,
        LIJN,
        warm.meldingnummer,
        warm.naam,
        aanbod.gemaakt,
        op,
        dreiging,
        _uiterlijk(op, dreiging=dreiging),
    )


def _uiterlijk(vanaf: date, *, dreiging: bool) -> date:
    """The last day for the first talk: three working days under a threat, else four weeks (Wgs art. 4)."""
    regel = SCHEME.termijn("eerste-gesprek-dreigend" if dreiging else "eerste-gesprek")
    einde = bereken(regel, vanaf, standaardkalender(), []).einde
    return einde.date() if isinstance(einde, datetime) else einde
