"""What was recorded of a case, table by table, read under one decision when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.models import (
    Aanbod,
    Beschikking,
    Betaaluitstel,
    Betaling,
    Borg,
    EerdereWaarde,
    Hercontrole,
    Huishouden,
    Hulpvraag,
    Inkomen,
    Knooppuntbericht,
    Knooppuntinhoud,
    Krediet,
    Opgavestuk,
    Rechtbankverzoek,
    Rekensom,
    Schuld,
    Spaarregeling,
    Uitbetaling,
    Uitdeling,
    Voorstel,
    Weigering,
    Zorgafmelding,
)
from samenhang.schemes.schuldhulp.schuldeisers import wie


@dataclass
class Vastgelegd:
    """The rows of one case; each table is read once."""

    actor: Actor
    zaak: Zaak
    toegang: Toegang
    persoon: UUID
    vandaag: date

    def _rijen(self, model: type[Categorietabel]) -> list[Any]:
        return list(model.objects.met(self.toegang).filter(zaak=self.zaak).order_by("moment", "id"))

    @cached_property
    def hulpvraag(self) -> Hulpvraag:
        """The request with which the case began."""
        rij: Hulpvraag = Hulpvraag.objects.met(self.toegang).get(zaak=self.zaak)
        return rij

    @cached_property
    def beschikkingen(self) -> list[Beschikking]:
        """The decisions, oldest first."""
        return self._rijen(Beschikking)

    @cached_property
    def huishouden(self) -> Huishouden | None:
        """The household as it was last recorded."""
        rijen = self._rijen(Huishouden)
        return rijen[-1] if rijen else None

    @cached_property
    def inkomens(self) -> list[Inkomen]:
        """The incomes, also those that ended."""
        return self._rijen(Inkomen)

    @cached_property
    def schulden(self) -> list[Schuld]:
        """The debts, those that lapsed included, with their creditor as it stands after merging."""
        return list(
            Schuld.objects.met(self.toegang)
            .filter(zaak=self.zaak)
            .select_related("schuldeiser__samen_met")
            .order_by("moment", "id")
        )

    @cached_property
    def rekensommen(self) -> list[Rekensom]:
        """The calculations, oldest first."""
        return self._rijen(Rekensom)

    @cached_property
    def voorstellen(self) -> list[Voorstel]:
        """What the creditors were offered in the round that stands; none after it was taken back."""
        rijen = (
            Voorstel.objects.met(self.toegang)
            .filter(zaak=self.zaak, vervallen=False)
            .select_related("schuldeiser__samen_met")
        )
        return sorted(rijen, key=lambda rij: (wie(rij.schuldeiser).naam, rij.rang))

    @cached_property
    def eerdere_waarden(self) -> list[EerdereWaarde]:
        """What stood in the case before it was changed, corrected or taken back, oldest first."""
        return self._rijen(EerdereWaarde)

    @cached_property
    def borgen(self) -> list[Borg]:
        """The guarantees that were asked, oldest first."""
        return self._rijen(Borg)

    @cached_property
    def krediet(self) -> Krediet | None:
        """The credit, once it was agreed."""
        rijen = self._rijen(Krediet)
        return rijen[0] if rijen else None

    @cached_property
    def uitbetalingen(self) -> list[Uitbetaling]:
        """What each creditor was paid at the start of the credit."""
        rijen = Uitbetaling.objects.met(self.toegang).filter(zaak=self.zaak)
        return sorted(rijen.select_related("schuldeiser__samen_met"), key=lambda rij: (wie(rij.schuldeiser).naam, rij.rang))  # fmt: skip

    @cached_property
    def betalingen(self) -> list[Betaling]:
        """What the resident paid, by day; what was taken back included."""
        return sorted(self._rijen(Betaling), key=lambda rij: (rij.ontvangen_op, rij.moment))

    @cached_property
    def uitstel(self) -> list[Betaaluitstel]:
        """What was agreed about arrears, oldest first."""
        return self._rijen(Betaaluitstel)

    @cached_property
    def spaarregeling(self) -> Spaarregeling | None:
        """The arrangement by saving or without capacity, once it began."""
        rijen = self._rijen(Spaarregeling)
        return rijen[0] if rijen else None

    @cached_property
    def hercontroles(self) -> list[Hercontrole]:
        """The checks of capacity, oldest first."""
        return self._rijen(Hercontrole)

    @cached_property
    def uitdelingen(self) -> list[Uitdeling]:
        """What creditors got of what was saved, oldest first."""
        rijen = Uitdeling.objects.met(self.toegang).filter(zaak=self.zaak)
        return list(rijen.select_related("schuldeiser__samen_met").order_by("uitgekeerd_op", "moment", "id"))

    @cached_property
    def weigeringen(self) -> list[Weigering]:
        """Who refused an offer of the round that stands, and why as he said it last, oldest first; not who agreed afterwards."""
        van = [rij.id for rij in self.voorstellen if rij.antwoord != "akkoord"]
        rijen = Weigering.objects.met(self.toegang).filter(zaak=self.zaak, voorstel__in=van)
        rijen = rijen.select_related("schuldeiser__samen_met").order_by("op", "moment", "id")
        return list({rij.voorstel: rij for rij in rijen}.values())

    @cached_property
    def verzoeken(self) -> list[Rechtbankverzoek]:
        """What was asked of the court, oldest first."""
        return self._rijen(Rechtbankverzoek)

    @cached_property
    def aanbiedingen(self) -> list[Aanbod]:
        """What stood in the portal of creditors with an account, and what they answered."""
        return self._rijen(Aanbod)

    @cached_property
    def opgavestukken(self) -> list[Opgavestuk]:
        """The files that creditors sent; their content is read apart."""
        rijen = Opgavestuk.objects.met(self.toegang).filter(zaak=self.zaak)
        return list(rijen.defer("inhoud").order_by("moment", "id"))

    @cached_property
    def berichten(self) -> list[Knooppuntbericht]:
        """The messages to and from creditors, newest first."""
        rijen = Knooppuntbericht.objects.filter(zaak=self.zaak, organisatie_id=self.zaak.organisatie_id)
        return list(rijen.select_related("schuldeiser"))

    @cached_property
    def berichtinhoud(self) -> dict[UUID, dict[str, Any]]:
        """What each message says."""
        return {rij.bericht: rij.inhoud for rij in self._rijen(Knooppuntinhoud)}

    @cached_property
    def zorgafmelding(self) -> Zorgafmelding | None:
        """That the health insurer is asked to deregister the resident, if he is."""
        rijen = self._rijen(Zorgafmelding)
        return rijen[-1] if rijen else None

    def vernieuw(self, *namen: str) -> None:
        """Read these again when they are asked for: they changed."""
        for naam in namen:
            self.__dict__.pop(naam, None)

    def gelezen(self) -> Self:
        """The same with everything in it, for who shows it after the operation in which it may be read."""
        for naam, wat in vars(Vastgelegd).items():
            if isinstance(wat, cached_property):
                getattr(self, naam)
        return self

    def vast(self) -> dict[str, Any]:
        """What every new row of this case holds."""
        operatie = huidige_operatie()
        return {
            "organisatie_id": self.zaak.organisatie_id,
            "persoon_id": self.persoon,
            "zaak": self.zaak,
            "moment": operatie.nu,
            "door": self.actor.naam,
        }
