"""Referrals that wait to be taken in as a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.termijnen import bereken
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud
from samenhang.kernel.verstrekkingen.opnemen import laatste_inhoud, wachtend
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.schuldhulp.domain.aanmelding import lees_aanmelding
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
    uit = []
    for rij in rijen:
        inhoud = laatste_inhoud(toegang, rij)
        if inhoud is None:
            continue
        gelezen = lees_aanmelding(inhoud)
        regel = SCHEME.termijn("eerste-gesprek-dreigend" if gelezen.dreiging else "eerste-gesprek")
        einde = bereken(regel, gelezen.aanvaard_op, standaardkalender(), []).einde
        uit.append(
            Aanmeldingregel(
                rij.id,
                rij.van_scheme,
                gelezen.meldingnummer,
                gelezen.naam,
                rij.gemaakt,
                gelezen.aanvaard_op,
                gelezen.dreiging,
                einde.date() if isinstance(einde, datetime) else einde,
            )
        )
    return sorted(uit, key=lambda regel: (regel.uiterlijk, regel.gestuurd))
