"""A case as the process director may see it: its own file first, then what came along and is needed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.rechten.models import BEZWAAR, Bezwaar, Informering
from samenhang.kernel.samenwerking.queries import geldende_afspraak
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot, zaak_van
from samenhang.schemes.zvh.domain.bezwaar import dicht_voor_huis
from samenhang.schemes.zvh.domain.proces import ZvhFeiten
from samenhang.schemes.zvh.domain.tafel import INBRENG
from samenhang.schemes.zvh.models import HuisAfspraak, Toelating
from samenhang.schemes.zvh.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Casus:
    """A case with its own file, as read under one decision."""

    actor: Actor
    zaak: Zaak
    persoon: UUID
    toegang: Toegang
    toelating: Toelating
    afspraken: tuple[HuisAfspraak, ...]
    verteld: tuple[Informering, ...]
    bezwaren: tuple[Bezwaar, ...] = ()

    def feiten(self) -> ZvhFeiten:
        """What the guards ask."""
        return ZvhFeiten(
            afspraak=bool(self.afspraken),
            geinformeerd=bool(self.verteld),
            bezwaar=any(rij.open for rij in self.bezwaren),
        )

    def inhoud(self) -> Toegang:
        """The decision to read who it is, what came along and what parties brought in: each kind with its necessity, as
        far as the agreement goes and no decision on an objection closed it.

        Refused with its reason when the agreement of the alliance has ended.
        """
        dekt = gedekt(self.zaak)
        dicht = dicht_voor_huis(rij.standpunt for rij in self.bezwaren)
        nodig = {"naw", "contact", *self.toelating.noodzaak, *(INBRENG.keys() & dekt)} - dicht
        return toegang_tot(
            self.actor,
            self.zaak,
            leest=nodig,
            personen=[self.persoon],
            bekend=Vastgelegd(afspraak=dekt, bezwaar_tegen=dicht),
            noodzaak=nodig,
        )


def gedekt(zaak: Zaak, partij: UUID | None = None) -> frozenset[str]:
    """What the agreement of the alliance covers for its cases; nothing without one in force.

    With `partij`, an agreement between the house and that organisation.
    """
    zelf = zaak.organisatie_id
    gevonden = geldende_afspraak((zelf, partij or zelf), SCHEME.naam, SCHEME.doel, vandaag())
    return gevonden[1] if gevonden else frozenset()


def open_casus(
    actor: Actor, zaak_id: UUID, *, schrijft: tuple[str, ...] = (), op_slot: bool = False
) -> Casus:
    """The case for the process director who treats it; `zaak_onbekend` (404) or a refusal for anybody else."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=op_slot)
    leest = ("toelating", "afspraken", "informeren", BEZWAAR)
    toegang = toegang_tot(actor, zaak, leest=leest, schrijft=schrijft, bekend=Vastgelegd())
    (persoon,) = personen_van(zaak)
    return Casus(
        actor,
        zaak,
        persoon,
        toegang,
        Toelating.objects.met(toegang).get(zaak=zaak),
        tuple(HuisAfspraak.objects.met(toegang).filter(zaak=zaak).order_by("uiterlijk", "id")),
        tuple(Informering.objects.met(toegang).filter(zaak=zaak).order_by("op", "id")),
        tuple(Bezwaar.objects.met(toegang).filter(zaak=zaak).order_by("datum", "id")),
    )
