"""The facts on which the guards of a melding decide, read only as far as a guard asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any
from uuid import UUID

from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.domain.bewakers import MeldingFeiten
from samenhang.schemes.vroegsignalering.domain.uitkomsten import (
    RESULTATEN,
    Uitkomstsoort,
    pogingen_genoeg,
    traject_is_hulp,
)
from samenhang.schemes.vroegsignalering.models import (
    Aanbod,
    BrpAntwoord,
    Contactpoging,
    LopendeHulp,
    Reactie,
    Signaal,
    Uitkomst,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

KAARTJE = "Kaartje"
"""A card in the letter box is left after a visit: it is no attempt of its own."""


class Feitenlezer:
    """`MeldingFeiten` of one case, each fact read when a guard first asks for it.

    What the caller already holds it hands over under the name of the property; the rest is read under its `Toegang`.
    """

    def __init__(self, zaak: Zaak, toegang: Toegang, **bekend: Any) -> None:
        self.zaak, self.toegang = zaak, toegang
        self.__dict__.update(bekend)

    @cached_property
    def pogingen(self) -> Sequence[Contactpoging]:
        """The attempts that count."""
        return list(Contactpoging.objects.met(self.toegang).filter(zaak=self.zaak, vervallen_op__isnull=True))

    @cached_property
    def aanbiedingen(self) -> Sequence[Aanbod]:
        """The offers of this round."""
        return list(Aanbod.objects.met(self.toegang).filter(zaak=self.zaak))

    @cached_property
    def bezwaren(self) -> Sequence[Bezwaar]:
        """The objections."""
        return list(Bezwaar.objects.met(self.toegang).filter(zaak=self.zaak))

    @cached_property
    def laatste_uitkomst(self) -> Uitkomst | None:
        """The result that was chosen last."""
        uitkomst: Uitkomst | None = (
            Uitkomst.objects.met(self.toegang).filter(zaak=self.zaak).order_by("-moment", "-id").first()
        )
        return uitkomst

    @cached_property
    def lopende_hulp(self) -> Sequence[LopendeHulp]:
        """Help that already runs."""
        return list(LopendeHulp.objects.met(self.toegang).filter(zaak=self.zaak))

    @cached_property
    def inwoner_bevestigd(self) -> bool:
        """Every person of the melding lives here, by the newest answer of the BRP."""
        return brp_klopt(self.toegang, self.personen)

    @cached_property
    def personen(self) -> Collection[UUID]:
        """The persons of the melding: those of the decision, unless the action changed who belongs to it."""
        return self.toegang.personen or ()

    @property
    def contact_gestopt(self) -> bool:
        """An objection is open or was granted."""
        return any(bezwaar.beslist_op is None or bezwaar.toegewezen for bezwaar in self.bezwaren)

    @cached_property
    def heeft_signaal(self) -> bool:
        """A signal that was not withdrawn belongs to the case; a closed case no longer shows them, so there it holds."""
        if "signaal" not in self.toegang.leest:
            return not SCHEME.zonder(self.zaak.soort)
        return bool(
            Signaal.objects.met(self.toegang).filter(zaak=self.zaak).exclude(status="ingetrokken").exists()
        )

    @cached_property
    def eigen_reactie(self) -> bool:
        """The resident responded himself; looked up only where no signal is there."""
        if self.heeft_signaal:
            return False
        return bool(Reactie.objects.met(self.toegang).filter(zaak=self.zaak).exists())

    @property
    def poging_bereikt(self) -> bool:
        """An attempt reached the household."""
        return any(poging.bereikt for poging in self.pogingen)

    @property
    def pogingen_genoeg(self) -> bool:
        """Two attempts in different parts of the day; a card left behind does not count by itself."""
        return pogingen_genoeg(
            frozenset(
                (f"{poging.datum} {poging.soort}", poging.dagdeel)
                for poging in self.pogingen
                if poging.soort != KAARTJE
            )
        )

    @property
    def aanbod_gedaan(self) -> bool:
        """An offer is on record."""
        return bool(self.aanbiedingen)

    @property
    def dreiging_gevraagd(self) -> bool:
        """The answer about threats is on record."""
        return any(aanbod.dreiging is not None for aanbod in self.aanbiedingen)

    @property
    def overname_bevestigd(self) -> bool:
        """A debt counsellor was spoken and takes over."""
        return any(hulp.soort == "schuldhulp" and hulp.neemt_over for hulp in self.lopende_hulp)

    @property
    def traject_is_hulp(self) -> bool:
        """Support runs that counts as such."""
        return any(traject_is_hulp(hulp.soort) for hulp in self.lopende_hulp)

    @property
    def uitkomst(self) -> Uitkomstsoort:
        """The kind of result that was chosen."""
        resultaat = RESULTATEN.get(self.laatste_uitkomst.resultaat) if self.laatste_uitkomst else None
        return resultaat.soort if resultaat else Uitkomstsoort.GEEN

    @property
    def tweede_lezer_akkoord(self) -> bool:
        """A second reader agreed with the result."""
        return bool(self.laatste_uitkomst and self.laatste_uitkomst.tweede_lezer)

    def alle(self) -> MeldingFeiten:
        """Every fact at once."""
        return MeldingFeiten(**{naam: getattr(self, naam) for naam in MeldingFeiten.__dataclass_fields__})


def brp_klopt(toegang: Toegang, personen: Collection[UUID]) -> bool:
    """Whether the newest answer of the BRP about each of these persons is that he lives here."""
    antwoorden = BrpAntwoord.objects.met(toegang).order_by("moment", "id")
    nieuwste: dict[UUID, str] = dict(antwoorden.values_list("persoon_id", "uitkomst"))
    return bool(personen) and all(nieuwste.get(persoon) == "inwoner" for persoon in personen)
