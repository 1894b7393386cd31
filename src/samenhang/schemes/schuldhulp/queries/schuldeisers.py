"""The creditors of a municipality, and pairs of them that look alike."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.schuldhulp.domain.schuldeisernaam import lijken
from samenhang.schemes.schuldhulp.models import Schuldeiser, Schuldeiserpaar
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER

WAAROM = {
    "kvk": Tekst("zelfde KvK-nummer", "same Chamber of Commerce number"),
    "naam": Tekst("zelfde naam op rechtsvorm of volgorde na", "same name but for legal form or order"),
    "schrijfwijze": Tekst("één letter verschil", "one letter differs"),
}


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Two creditors that may be one, and why."""

    links: Schuldeiser
    rechts: Schuldeiser
    waarom: str

    @property
    def uitleg(self) -> Tekst:
        """Why, for people."""
        return WAAROM[self.waarom]


@dataclass(frozen=True, slots=True)
class Schuldeisers:
    """Every creditor, those that were merged under the one that stayed; and what waits for a judgement."""

    lijst: tuple[Schuldeiser, ...]
    dubbelen: tuple[Dubbel, ...]


@query(SCHEME, "schuldeisers bekijken")
def schuldeisers(actor: Actor) -> Schuldeisers:
    """The creditors of this municipality by name; nothing of who owes them."""
    rol_vereist(actor, SCHEME.naam, WERKER)
    rijen = list(
        Schuldeiser.objects.filter(organisatie_id=actor.organisatie).select_related("samen_met", "account")
    )
    los = {str(rij.id): rij for rij in rijen if rij.samen_met_id is None}
    beoordeeld = {
        (str(links), str(rechts))
        for links, rechts in Schuldeiserpaar.objects.filter(
            links__organisatie_id=actor.organisatie
        ).values_list("links_id", "rechts_id")
    }
    paren = lijken((id_, rij.zoeknaam, rij.kvk) for id_, rij in los.items())
    return Schuldeisers(
        tuple(rijen),
        tuple(
            Dubbel(los[een], los[ander], waarom)
            for een, ander, waarom in paren
            if (een, ander) not in beoordeeld
        ),
    )
