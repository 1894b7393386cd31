"""Looking on behalf of another: in which cases, of whom, and the decision that lets it. A look on the other's own log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.rechten.domain.toestemming import leeftijd
from samenhang.kernel.rechten.domain.vertegenwoordiging import DOOR_DE_RECHTER, OUDER
from samenhang.kernel.rechten.feiten import BESLISSEN, Stil, Vastgelegd
from samenhang.kernel.rechten.models import Vertegenwoordiging, Vertegenwoordigingswijzer
from samenhang.kernel.toegang import Feiten, Toegang, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK, INZAGE
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.poort import NietToegestaan
from samenhang.kernel.zaken.actions.gedeeld import vandaag
from samenhang.kernel.zaken.actions.vertegenwoordigen import als_periode
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot, zaak_onbekend


def wie_ik_vertegenwoordig(
    actor: Actor, scheme: str, leest: Iterable[str]
) -> list[tuple[Zaak, UUID, Toegang]]:
    """Everybody on whose behalf this one may look today, with the access for that; whom the rule refuses is left out."""
    uit = []
    for zaak in _zaken(actor, scheme):
        for persoon, feiten in vertegenwoordigd(actor, zaak).items():
            try:
                uit.append((zaak, persoon, _opent(actor, zaak, persoon, leest, feiten)))
            except NietToegestaan:  # noted by the gate
                continue
    return uit


def toegang_namens(
    actor: Actor, scheme: str, persoon: UUID, leest: Iterable[str]
) -> list[tuple[Zaak, Toegang]]:
    """The cases of another that this one may see on his behalf, each with the access.

    Raises `Geweigerd` (404) for who does not stand for him, or not any more, and `NietToegestaan` when the rule refuses it
    at this age, or when it was recorded as against his interest.
    """
    leest = tuple(leest)
    per_zaak = [(zaak, vertegenwoordigd(actor, zaak)) for zaak in _zaken(actor, scheme)]
    gevonden = [(zaak, feiten[persoon]) for zaak, feiten in per_zaak if persoon in feiten]
    if not gevonden:
        raise zaak_onbekend()
    return [(zaak, _opent(actor, zaak, persoon, leest, feiten)) for zaak, feiten in gevonden]


def vertegenwoordigd(actor: Actor, zaak: Zaak) -> dict[UUID, Vastgelegd]:
    """Of each person for whom this one stands today the facts of the rule: age, court measure, and his interest.

    Read by the system for the decision itself.
    """
    toegang = vraag(
        Stil(huidige_operatie()),
        beslistabel(),
        systeem(zaak.organisatie),
        scheme=zaak.scheme,
        doel=BESLISSEN,
        organisatie_id=zaak.organisatie_id,
        feiten=Feiten("organisatie", GEEN_ZAAK),
        leest=("instemming",),
        personen=personen_van(zaak),
    )
    per: dict[UUID, list[Vertegenwoordiging]] = defaultdict(list)
    for rij in Vertegenwoordiging.objects.met(toegang).filter(zaak=zaak, wie__in=_ik(actor)):
        if als_periode(rij).loopt(vandaag()):
            per[rij.persoon_id].append(rij)
    return {
        persoon: Vastgelegd(
            leeftijd=next((leeftijd(r.geboren, vandaag()) for r in rijen if r.hoedanigheid == OUDER), None),
            maatregel=any(rij.hoedanigheid in DOOR_DE_RECHTER for rij in rijen),
            tegen_belang=any(rij.tegen_belang for rij in rijen),
        )
        for persoon, rijen in per.items()
    }


def schemes_namens(actor: Actor) -> frozenset[str]:
    """The registers in which this one may stand for another; a look at no data."""
    wijst = Vertegenwoordigingswijzer.objects.filter(wie__in=_ik(actor))
    return frozenset(wijst.values_list("zaak__scheme", flat=True))


def lopende_vertegenwoordiging(zaak: Zaak, toegang: Toegang) -> list[Vertegenwoordiging]:
    """Who stands for the persons of this access today. Needs reading of "instemming"."""
    rijen = Vertegenwoordiging.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")
    return [rij for rij in rijen if als_periode(rij).loopt(vandaag())]


def _ik(actor: Actor) -> list[UUID]:
    """How this one may stand in a case: as a person, or by his account. Who works for an organisation does not."""
    if actor.organisatie_id is not None:
        return []
    return [sleutel for sleutel in (actor.persoon_id, actor.gebruiker_id) if sleutel is not None]


def _zaken(actor: Actor, scheme: str) -> list[Zaak]:
    """The cases in which this one may stand for another."""
    wijst = Vertegenwoordigingswijzer.objects.filter(wie__in=_ik(actor)).values("zaak_id")
    rijen = Zaak.objects.filter(id__in=wijst, scheme=scheme).exclude(stap="vernietigd")
    return list(rijen.select_related("behandelaar", "organisatie").order_by("gesloten", "-geopend"))


def _opent(
    actor: Actor, zaak: Zaak, persoon: UUID, leest: Iterable[str], feiten: Vastgelegd
) -> Toegang:  # fmt: skip
    namens = replace(actor, vertegenwoordigt=persoon)
    return toegang_tot(namens, zaak, leest=leest, doel=INZAGE, personen=[persoon], bekend=feiten)
