"""The resident's own cases, and what was sent about him to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.vroegsignalering.queries.melding import CATEGORIEEN, ZaakBeeld, beeld_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """Something that was sent about the resident: what, to whom, when, on which legal basis, and exactly which data."""

    wat: Tekst
    naar: str
    moment: datetime
    grondslag: str
    gegevens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InwonerZaak:
    """A case as the resident sees it: his own data only, who his contact is, what was sent to whom."""

    beeld: ZaakBeeld
    gemeente: str
    contactpersoon: str
    verstuurd: tuple[Verstuurd, ...]


@query(SCHEME, "mijn gegevens bekijken")
def mijn_zaken(actor: Actor) -> list[InwonerZaak]:
    """The resident's own cases, the newest first; an empty list when there are none."""
    if actor.persoon_id is None:
        return []
    zaken = (
        Zaak.objects.filter(
            id__in=Betrokkene.objects.filter(persoon_id=actor.persoon_id).values("zaak_id"),
            scheme=SCHEME.naam,
        )
        .select_related("organisatie", "behandelaar")
        .order_by("-geopend", "-id")
    )
    return [_zaak(actor, zaak, actor.persoon_id) for zaak in zaken]


def _zaak(actor: Actor, zaak: Zaak, persoon_id: UUID) -> InwonerZaak:
    toegang = toegang_tot(
        actor, zaak, leest=CATEGORIEEN, doel="inzage", gedeeltelijk=True, personen=[persoon_id]
    )
    return InwonerZaak(
        beeld=beeld_van(actor, zaak, toegang, "zelf"),
        gemeente=zaak.organisatie.onderscheidend,
        contactpersoon=zaak.behandelaar.naam if zaak.behandelaar and not zaak.gesloten else "",
        verstuurd=_verstuurd(zaak, toegang),
    )


def _verstuurd(zaak: Zaak, toegang: Toegang) -> tuple[Verstuurd, ...]:
    if "naw" not in toegang.leest:
        return ()
    inhoud = {rij.overdracht_id: rij.inhoud for rij in OverdrachtInhoud.objects.met(toegang)}
    titels = {overdracht.soort: overdracht.titel for overdracht in SCHEME.stuurt}
    return tuple(
        Verstuurd(
            wat=titels.get(rij.soort, Tekst(rij.soort, rij.soort)),
            naar=rij.naar_scheme,
            moment=rij.gemaakt,
            grondslag=rij.grondslag,
            gegevens=tuple(naam.replace("_", " ") for naam, waarde in inhoud[rij.id].items() if waarde),
        )
        for rij in UitgaandeOverdracht.objects.filter(zaak=zaak).order_by("gemaakt")
        if rij.id in inhoud
    )
