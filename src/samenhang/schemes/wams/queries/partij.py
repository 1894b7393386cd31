"""What a party from outside sees: its invitations, and its own view of a case to which it was admitted."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.poort import NietToegestaan, rol_vereist
from samenhang.kernel.verstrekkingen.actions.voorwaarden import stelde_iets
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Soort
from samenhang.kernel.zaken.models import Deelname, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.wams.deelname import (
    deels_dicht,
    feiten_voor,
    hoogstens,
    vraagt,
    zaak_als_deelnemer,
)
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.domain.partijen import CASUSOVERLEG, DEELNEMER, PARTIJEN_VAN_BUITEN, in_het_zicht
from samenhang.schemes.wams.models import AANDACHTSPUNTEN, Afspraak, Doel, Genodigde, Gezinslid, Overleg
from samenhang.schemes.wams.queries.zaak import Punt
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Uitnodigingsbeeld:
    """An invitation, or a part in a case: a number and a day, and nobody's name but the coordinator's."""

    zaak_id: UUID
    nummer: str
    versie: int
    gemeente: str
    coordinator: str
    dag: date | None
    komt: str
    doet_mee: bool


@dataclass(frozen=True, slots=True)
class Partijpersoon:
    """Someone who shares something with this party: what is not shared is not here."""

    id: UUID
    naam: str
    relatie: str
    telefoon: str
    punten: tuple[Punt, ...]
    ziet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Partijbeeld:
    """A case as a party sees it: who shares with it, the goals in which it has an agreement, what it may bring in.

    `stelde_voorwaarde`: something that it brought in carries a condition of its own.
    """

    zaak: Zaak
    gemeente: str
    coordinator: str
    soort: str
    overleg: date | None
    personen: tuple[Partijpersoon, ...]
    doelen: tuple[Doel, ...]
    afspraken: tuple[Afspraak, ...]
    geeft: tuple[str, ...]
    stelde_voorwaarde: bool = False


@query(SCHEME, "uitnodigingen bekijken")
def uitnodigingen(actor: Actor) -> list[Uitnodigingsbeeld]:
    """The meetings to which the actor is invited, and the cases in which he takes part; the first day on top."""
    rol_vereist(actor, SCHEME.naam, DEELNEMER)
    if actor.medewerker_id is None:
        return []
    open_ = Genodigde.objects.select_related(
        "overleg__zaak__organisatie", "overleg__zaak__behandelaar"
    ).filter(
        medewerker_id=actor.medewerker_id,
        overleg__gesloten__isnull=True,
        overleg__zaak__gesloten__isnull=True,
    )
    mee = Zaak.objects.select_related("organisatie", "behandelaar").filter(
        scheme=SCHEME.naam,
        gesloten__isnull=True,
        id__in=Deelname.objects.filter(
            medewerker_id=actor.medewerker_id, betrokkenheid=DEELNEMER, tot__isnull=True
        ).values("zaak_id"),
    )
    zaken = {zaak.id: zaak for zaak in mee}
    uit = [_regel(rij.overleg.zaak, rij.overleg.dag, rij.komt, rij.overleg.zaak_id in zaken) for rij in open_]
    uit += [
        _regel(zaak, None, "", True) for zaak in zaken.values() if zaak.id not in {r.zaak_id for r in uit}
    ]
    return sorted(uit, key=lambda regel: (regel.dag or date.max, regel.nummer))


def _regel(zaak: Zaak, dag: date | None, komt: str, doet_mee: bool) -> Uitnodigingsbeeld:
    coordinator = zaak.behandelaar.naam if zaak.behandelaar else ""
    return Uitnodigingsbeeld(
        zaak.id, zaak.nummer, zaak.versie, zaak.organisatie.naam, coordinator, dag, komt, doet_mee
    )


@query(SCHEME, "zaak als deelnemer bekijken")
def partijzaak(actor: Actor, zaak_id: UUID) -> Partijbeeld:
    """The case as this party may see it now. Who shares nothing with it is not in it, not even by name.

    Raises `Geweigerd` (403) when nobody shares anything with it (any more), and `NietToegestaan` with the reason when
    the step or an objection closes it.
    """
    zaak = zaak_als_deelnemer(actor, zaak_id)
    personen: list[Partijpersoon] = []
    doelen: list[Doel] = []
    afspraken: list[Afspraak] = []
    weigering: NietToegestaan | None = None
    alle_feiten = feiten_voor(zaak, actor.organisatiesoort, actor.organisatienaam)
    deels = deels_dicht(zaak, list(alle_feiten), actor.organisatienaam)
    for persoon, feiten in alle_feiten.items():
        gevraagd = vraagt(actor.organisatiesoort, feiten)
        if not gevraagd:
            continue
        try:
            toegang = toegang_tot(
                actor,
                zaak,
                leest=gevraagd,
                doel=CASUSOVERLEG,
                personen=[persoon],
                bekend=feiten,
                gedeeltelijk=bool(feiten.voorwaarde_bron),
            )
        except NietToegestaan as fout:  # noted by the gate; what another shares is no less open for it
            weigering = fout
            continue
        dicht = toegang.leest & deels[persoon]
        _noteer_dicht(actor, zaak, persoon, feiten, dicht)
        personen.append(_persoon(toegang, zaak, persoon, actor.organisatienaam))
        doelen += _rijen(toegang, Doel, zaak)
        afspraken += [
            rij
            for rij in _rijen(toegang, Afspraak, zaak)
            if rij.gelezen_op is not None or rij.overleg_id is not None
        ]
    if not personen:
        raise weigering or Geweigerd(
            "niemand_deelt",
            Tekst(
                "Niemand deelt nu iets van deze zaak met uw organisatie. Vraag de coördinator.",
                "Nobody shares anything of this case with your organisation now. Ask the coordinator.",
            ),
            status=403,
        )
    partij = PARTIJEN_VAN_BUITEN[actor.organisatiesoort]
    zicht = in_het_zicht(partij, ((str(a.doel_id), a.wie) for a in afspraken))
    overleg = Overleg.objects.filter(zaak=zaak, gesloten__isnull=True).first()
    return Partijbeeld(
        zaak=zaak,
        gemeente=zaak.organisatie.naam,
        coordinator=zaak.behandelaar.naam if zaak.behandelaar else "",
        soort=actor.organisatiesoort,
        overleg=overleg.dag if overleg else None,
        personen=tuple(personen),
        doelen=tuple(doel for doel in doelen if str(doel.id) in zicht),
        afspraken=tuple(
            sorted(
                (a for a in afspraken if str(a.doel_id) in zicht and a.wie in (partij, "inwoner")),
                key=lambda a: (a.uiterlijk, str(a.id)),
            )
        ),
        geeft=tuple(sorted(hoogstens(actor.organisatiesoort).schrijft)),
        stelde_voorwaarde=stelde_iets(zaak, alle_feiten, actor.organisatienaam),
    )


def _noteer_dicht(actor: Actor, zaak: Zaak, persoon: UUID, feiten: Vastgelegd, dicht: frozenset[str]) -> None:
    """The rows that a source keeps from others are refused by the decision too, so that the log says why."""
    if not dicht:
        return
    with suppress(NietToegestaan):  # noted by the gate
        toegang_tot(
            actor,
            zaak,
            leest=dicht,
            doel=CASUSOVERLEG,
            personen=[persoon],
            bekend=replace(feiten, voorwaarde_bron=feiten.voorwaarde_bron | dicht),
        )


def _rijen(toegang: Toegang, model: type[Categorietabel], zaak: Zaak) -> Iterable[Any]:
    if model.CATEGORIE not in toegang.leest:
        return ()
    return model.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")


def _persoon(toegang: Toegang, zaak: Zaak, persoon: UUID, wie: str) -> Partijpersoon:
    """What a party sees of someone; what another source does not let go onward is not among it."""
    lid = next(iter(_rijen(toegang, Gezinslid, zaak)), None)
    naam = lid.naam if lid else ""
    if not naam and "naw" in toegang.leest:
        naw = Naw.objects.met(toegang).first()
        naam = naw.weergavenaam if naw else ""
    telefoon = ""
    if "contact" in toegang.leest:
        contact = Contactgegeven.objects.met(toegang).first()
        telefoon = contact.telefoon if contact else ""
    punten = tuple(
        Punt(naam, rij.tekst, rij.bron, rij.moment.isoformat(), rij.voorwaarde)
        for naam in LEEFGEBIEDEN
        for rij in _rijen(toegang, AANDACHTSPUNTEN[naam], zaak)
        if rij.voorwaarde != Soort.NIET_VERDER or rij.bron == wie[:200]
    )
    return Partijpersoon(
        persoon, naam, lid.relatie if lid else "", telefoon, punten, tuple(sorted(toegang.leest))
    )
