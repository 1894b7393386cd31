"""What a representative sees of the young person whom he stands for: his own page of him, within the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.namens import toegang_namens, wie_ik_vertegenwoordig
from samenhang.schemes.wams.models import Gezinslid
from samenhang.schemes.wams.queries.mijn import EigenZaak, eigen_zaak
from samenhang.schemes.wams.scheme import SCHEME

ZIET: Final = (
    "naw", "contact", "melding", "gezin", "instemming", "informeren", "bezwaar", "afspraken", "wonen", "onderwijs", "inkomen",
    "schulden", "hulp", "gezondheid", "veiligheid", "betrokkenheid", "betrokkenheid_gevoelig",
)  # fmt: skip
"""What the rule lets a representative see; not the conclusion, and of no register of police or justice."""


@dataclass(frozen=True, slots=True)
class Vertegenwoordigde:
    """Somebody on whose behalf the resident may look now."""

    persoon: UUID
    naam: str


@query(SCHEME, "wie ik vertegenwoordig bekijken")
def vertegenwoordigden(actor: Actor) -> list[Vertegenwoordigde]:
    """On whose behalf this resident may look today: who became sixteen, or whose interest it is against, is not there."""
    uit = []
    for zaak, persoon, toegang in wie_ik_vertegenwoordig(actor, SCHEME.naam, ("gezin",)):
        lid = Gezinslid.objects.met(toegang).filter(zaak=zaak, persoon_id=persoon).first()
        if lid is not None:
            uit.append(Vertegenwoordigde(persoon, lid.naam))
    return list(dict.fromkeys(uit))


@query(SCHEME, "namens een jongere bekijken")
def namens(actor: Actor, persoon: UUID) -> list[EigenZaak]:
    """The cases of a young person as his representative may see them; a look on the young person's own log.

    Raises `Geweigerd` (404) for who represents him not, or not any more, and `NietToegestaan` from his sixteenth
    birthday on, or when it was recorded as against his interest.
    """
    eigen = [
        eigen_zaak(toegang, zaak, persoon)
        for zaak, toegang in toegang_namens(actor, SCHEME.naam, persoon, ZIET)
    ]
    return [zaak for zaak in eigen if zaak is not None]
