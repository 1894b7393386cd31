"""The stored facts of a decision: read by the system for the decision itself, shown to nobody.

A permit with a condition (`mits`) looks at facts about one person. They stand in category tables, which open only by
a decision; so the system asks for them with a purpose of its own (`BESLISSEN`), and what it read stands in the
decision that is logged. A scheme whose permits have no such condition pays nothing for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.rechten.domain.bezwaar import Standpunt
from samenhang.kernel.rechten.domain.toestemming import Woord, geldend
from samenhang.kernel.rechten.models import (
    BEZWAAR,
    INFORMEREN,
    INSTEMMING,
    Bezwaar,
    Informering,
    Toestemming,
    Uitstel,
)
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import Besluit, Feiten, Toegang, Verzoek, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.poort import Notulist

BESLISSEN: Final = "beslissen"
"""The purpose for which the system reads these facts."""

UIT_OPSLAG: Final = frozenset({"instemming", "geinformeerd", "geen_bezwaar"})
"""The conditions whose facts are stored here."""


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """What is on record about one person, or the strictest of several.

    `voorwaarde_bron`, `leeftijd` and `afspraak` count for a disclosure: they are looked up by who discloses. `leeftijd`,
    `tegen_belang` and `maatregel` count for who looks on behalf of another.
    """

    instemming: frozenset[str] = frozenset()
    geinformeerd: bool = False
    uitstel_tot: date | None = None
    bezwaar: bool = False
    bezwaar_tegen: frozenset[str] = frozenset()
    voorwaarde_bron: frozenset[str] = frozenset()
    leeftijd: int | None = None
    afspraak: frozenset[str] = frozenset()
    tegen_belang: bool = False
    maatregel: bool = False

    def in_feiten(self, feiten: Feiten) -> Feiten:
        """These facts beside what is known of involvement and step."""
        return feiten._replace(
            instemming=self.instemming,
            geinformeerd=self.geinformeerd,
            uitstel_tot=self.uitstel_tot,
            bezwaar=self.bezwaar,
            bezwaar_tegen=self.bezwaar_tegen,
            voorwaarde_bron=self.voorwaarde_bron,
            leeftijd=self.leeftijd,
            afspraak=self.afspraak,
            tegen_belang=self.tegen_belang,
            maatregel=self.maatregel,
        )


class Stil:
    """The decision to read the facts of another decision is no look of its own: that one is noted, with the facts."""

    def __init__(self, notulist: Notulist) -> None:
        self._notulist = notulist

    @property
    def nu(self) -> datetime:
        """The moment of the operation."""
        return self._notulist.nu

    @property
    def loopt(self) -> bool:
        """Whether the operation still runs."""
        return self._notulist.loopt

    def noteer(self, verzoek: Verzoek, feiten: Feiten, besluit: Besluit, zaak_id: UUID | None) -> None:
        """Nothing: see the class."""


def nodig(scheme: str, doel: str) -> bool:
    """Whether some permit of this purpose looks at a stored fact."""
    return any(
        regel.scheme == scheme and doel in regel.doelen and not UIT_OPSLAG.isdisjoint(regel.mits)
        for regel in beslistabel().regels.values()
    )


def vastgelegd(
    notulist: Notulist,
    scheme: str,
    organisatie_id: UUID,
    zaak_id: UUID,
    personen: Collection[UUID],
    *,
    doel: str,
    aan: str,
) -> Mapping[UUID, Vastgelegd]:
    """What is on record about each of these persons in this case, for this purpose, towards this kind of organisation."""
    toegang = _om_te_beslissen(notulist, scheme, organisatie_id, personen, INSTEMMING, INFORMEREN, BEZWAAR)
    opent = geinstalleerde_schemes()[scheme].opent
    woorden: dict[UUID, list[Woord]] = defaultdict(list)
    for rij in Toestemming.objects.met(toegang).filter(zaak_id=zaak_id):
        woorden[rij.persoon_id].append(als_woord(rij))
    verteld = set(
        Informering.objects.met(toegang).filter(zaak_id=zaak_id).values_list("persoon_id", flat=True)
    )
    uitgesteld = dict(
        Uitstel.objects.met(toegang)
        .filter(zaak_id=zaak_id, geeindigd__isnull=True)
        .values_list("persoon_id", "tot")
    )
    tegen = {
        rij.persoon_id for rij in Bezwaar.objects.met(toegang).filter(zaak_id=zaak_id) if rij.standpunt.stil
    }
    return {
        persoon: Vastgelegd(
            instemming=opent(geldend(woorden[persoon], doel, aan, notulist.nu), aan),
            geinformeerd=persoon in verteld,
            uitstel_tot=uitgesteld.get(persoon),
            bezwaar=persoon in tegen,
        )
        for persoon in personen
    }


def standpunten(
    notulist: Notulist, scheme: str, organisatie_id: UUID, zaak_id: UUID, persoon_id: UUID
) -> list[Standpunt]:
    """The objections of a person in a case, for a scheme in which one can object to a part."""
    toegang = _om_te_beslissen(notulist, scheme, organisatie_id, [persoon_id], BEZWAAR)
    return [rij.standpunt for rij in Bezwaar.objects.met(toegang).filter(zaak_id=zaak_id)]


def _om_te_beslissen(
    notulist: Notulist, scheme: str, organisatie_id: UUID, personen: Collection[UUID], *leest: str
) -> Toegang:
    return vraag(
        Stil(notulist),
        beslistabel(),
        systeem(Organisatie.objects.get(id=organisatie_id)),
        scheme=scheme,
        doel=BESLISSEN,
        organisatie_id=organisatie_id,
        feiten=Feiten("organisatie", GEEN_ZAAK),
        leest=leest,
        personen=personen,
    )


def als_woord(rij: Toestemming) -> Woord:
    """A recorded answer as the rules look at it."""
    return Woord(rij.over, rij.doel, rij.aan, rij.antwoord == "gegeven", rij.moment, rij.tot, rij.ingetrokken)


def strengste(delen: Iterable[Vastgelegd]) -> Vastgelegd:
    """What holds for several persons at once: what all agreed to, all were told, and nobody objects to.

    What a source of one keeps back is kept back of all, and an agreement covers what it covers for each.
    """
    alle = list(delen)
    if not alle:
        return Vastgelegd()
    gewacht = [deel for deel in alle if not deel.geinformeerd]
    uitstel = [deel.uitstel_tot for deel in gewacht]
    dagen = [dag for dag in uitstel if dag is not None]
    return Vastgelegd(
        instemming=frozenset.intersection(*(deel.instemming for deel in alle)),
        geinformeerd=not gewacht,
        uitstel_tot=min(dagen) if gewacht and len(dagen) == len(uitstel) else None,
        bezwaar=any(deel.bezwaar for deel in alle),
        bezwaar_tegen=frozenset[str]().union(*(deel.bezwaar_tegen for deel in alle)),
        voorwaarde_bron=frozenset[str]().union(*(deel.voorwaarde_bron for deel in alle)),
        afspraak=frozenset.intersection(*(deel.afspraak for deel in alle)),
    )
