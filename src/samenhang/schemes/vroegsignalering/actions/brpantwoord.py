"""What the BRP, or a human in its place, said about people: stored as a row per person, told, and acted upon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.domain.brp import BrpUitkomst
from samenhang.schemes.vroegsignalering.models import BrpAntwoord
from samenhang.schemes.vroegsignalering.queries.brp import TE_BEOORDELEN, TE_VRAGEN

LENGTE = 300
"""So many characters of an explanation are kept."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What was said about one person: by which source, and what is kept of it."""

    persoon_id: UUID
    uitkomst: BrpUitkomst
    bron: str
    toelichting: str = ""
    gegevens: Mapping[str, object] = field(default_factory=dict)
    verschillen: Sequence[str] = ()


def schrijf_antwoorden(
    actor: Actor, toegang: Toegang, organisatie_id: UUID, antwoorden: Iterable[Antwoord]
) -> None:
    """Store a row per answer; of each person the newest counts."""
    nu = huidige_operatie().nu
    BrpAntwoord.objects.met(toegang).bulk_create(
        [
            BrpAntwoord(
                organisatie_id=organisatie_id,
                persoon_id=antwoord.persoon_id,
                uitkomst=antwoord.uitkomst,
                bron=antwoord.bron,
                moment=nu,
                door=actor.naam,
                toelichting=antwoord.toelichting[:LENGTE],
                gegevens=dict(antwoord.gegevens),
                verschillen=list(antwoord.verschillen),
            )
            for antwoord in antwoorden
        ]
    )


def schrijf_brp_op(zaak: Zaak, titel: Tekst, toelichting: str) -> None:
    """What the BRP said, or was said of its answer, onto the timeline."""
    zaken.schrijf_tijdlijn(zaak, "brp", Tekst(f"BRP: {titel.nl}", f"BRP: {titel.en}"), toelichting[:LENGTE])


def sluit_vraag(zaak: Zaak) -> bool:
    """Everybody's residence is certain: nothing is left to ask. Gives whether contacting can start."""
    zaken.rond_taken_af(zaak, [TE_VRAGEN, TE_BEOORDELEN])
    return zaak.stap == "open"
