"""What a representative sees of the young person whom he stands for: his own page of him, within the rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.rechten.domain.toestemming import leeftijd
from samenhang.kernel.rechten.feiten import BESLISSEN, Stil, Vastgelegd
from samenhang.kernel.toegang import Feiten, Toegang, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK, INZAGE
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.poort import NietToegestaan
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot, zaak_onbekend
from samenhang.schemes.wams.actions.vertegenwoordigen import als_periode
from samenhang.schemes.wams.models import Gezinslid, Vertegenwoordiging
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
    for zaak in _zaken(actor):
        for persoon in _feiten(actor, zaak):
            try:
                toegang = _opent(actor, zaak, persoon, ("gezin",))
            except NietToegestaan:  # noted by the gate
                continue
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
    gevonden = [zaak for zaak in _zaken(actor) if persoon in _feiten(actor, zaak)]
    if not gevonden:
        raise zaak_onbekend()
    uit = []
    for zaak in gevonden:
        toegang = _opent(actor, zaak, persoon, ZIET)
        eigen = eigen_zaak(toegang, zaak, persoon)
        if eigen is not None:
            uit.append(eigen)
    return uit


def _zaken(actor: Actor) -> list[Zaak]:
    """The cases in which this resident himself stands."""
    if actor.persoon_id is None:
        return []
    eigen = Betrokkene.objects.filter(persoon_id=actor.persoon_id).values("zaak_id")
    rijen = Zaak.objects.filter(id__in=eigen, scheme=SCHEME.naam).exclude(stap="vernietigd")
    return list(rijen.select_related("behandelaar", "organisatie").order_by("gesloten", "-geopend"))


def _feiten(actor: Actor, zaak: Zaak) -> dict[UUID, Vastgelegd]:
    """Of each person whom he represents today the facts of the rule: age, and whether it is against his interest.

    Read by the system for the decision itself.
    """
    toegang = vraag(
        Stil(huidige_operatie()),
        beslistabel(),
        systeem(zaak.organisatie),
        scheme=SCHEME.naam,
        doel=BESLISSEN,
        organisatie_id=zaak.organisatie_id,
        feiten=Feiten("organisatie", GEEN_ZAAK),
        leest=("instemming",),
        personen=personen_van(zaak),
    )
    per: dict[UUID, list[Vertegenwoordiging]] = defaultdict(list)
    for rij in Vertegenwoordiging.objects.met(toegang).filter(zaak=zaak, door_persoon=actor.persoon_id):
        if als_periode(rij).loopt(vandaag()):
            per[rij.persoon_id].append(rij)
    return {
        persoon: Vastgelegd(
            leeftijd=leeftijd(rijen[0].geboren, vandaag()),
            tegen_belang=any(rij.tegen_belang for rij in rijen),
        )
        for persoon, rijen in per.items()
    }


def _opent(actor: Actor, zaak: Zaak, persoon: UUID, leest: tuple[str, ...]) -> Toegang:
    return toegang_tot(
        replace(actor, vertegenwoordigt=persoon),
        zaak,
        leest=leest,
        doel=INZAGE,
        personen=[persoon],
        bekend=_feiten(actor, zaak)[persoon],
    )
