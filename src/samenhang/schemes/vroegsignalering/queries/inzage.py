"""Who looked at a case: for who takes part in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.logboek.queries import over_zaak
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Blik:
    """One look at, or change of, a case; `handeling`, `functies` and `langs` say in words what the codes say."""

    moment: datetime
    wie: str
    rollen: str
    wat: str
    geweigerd: bool
    kanaal: str
    handeling: Tekst
    functies: tuple[Tekst, ...]
    langs: Tekst


@query(SCHEME, "inzage bekijken")
def wie_keek(actor: Actor, zaak_id: UUID) -> list[Blik]:
    """The looks at a case, newest first; only for who takes part in it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    toegang_tot(actor, zaak, leest=("naw",))
    return [
        Blik(
            r.moment,
            r.gebruiker,
            r.rollen,
            r.naam,
            r.uitkomst == "geweigerd",
            r.kanaal,
            woorden.handeling(r.scheme, r.naam),
            woorden.rollen(r.scheme, r.rollen),
            woorden.kanaal(r.kanaal),
        )
        for r in over_zaak(zaak.organisatie_id, zaak.id)
    ]
