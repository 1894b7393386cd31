"""Addresses as dated rows: where someone lives, where he lived on a day, and how a move is kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from samenhang.kernel.basis import in_brokken
from samenhang.kernel.persoonsgegevens.models import Adres, Naw
from samenhang.kernel.toegang import Toegang

STAPEL = 500


@dataclass(frozen=True, slots=True)
class Adresgegevens:
    """An address in its parts; an empty part is unknown."""

    straat: str = ""
    huisnummer: int | None = None
    huisletter: str = ""
    toevoeging: str = ""
    postcode: str = ""
    woonplaats: str = ""

    @classmethod
    def van(cls, rij: Adres | Naw) -> Adresgegevens:
        """The address in a row."""
        return cls(rij.straat, rij.huisnummer, rij.huisletter, rij.toevoeging, rij.postcode, rij.woonplaats)

    def delen(self) -> tuple[str, int | None, str, str, str, str]:
        """Its parts, in order."""
        return (
            self.straat, self.huisnummer, self.huisletter, self.toevoeging, self.postcode, self.woonplaats,
        )  # fmt: skip


def zet_adressen(
    toegang: Toegang, woont: Mapping[UUID, Adresgegevens], dag: date, bekend: Collection[UUID] | None = None
) -> int:
    """From this day on each person (id) lives at this address; gives how many really changed.

    The old address ends the day before; an address that began that same day is corrected in place. The
    present address in `Naw` follows. `bekend` names who of them may have had an address before (default: all). Needs writing of "naw"; raises `NietToegestaan` without.
    """
    rijen = Adres.objects.met(toegang)
    nu = {
        rij.persoon_id: rij
        for brok in in_brokken(woont if bekend is None else bekend, STAPEL)
        for rij in rijen.filter(tot__isnull=True, persoon_id__in=brok)
    }
    anders = {
        persoon_id: adres
        for persoon_id, adres in woont.items()
        if persoon_id not in nu or Adresgegevens.van(nu[persoon_id]) != adres
    }
    verbeterd = {persoon_id for persoon_id in anders if persoon_id in nu and nu[persoon_id].van >= dag}
    weg = [nu[persoon_id].id for persoon_id in anders if persoon_id in nu and persoon_id not in verbeterd]
    for begin in range(0, len(weg), STAPEL):
        rijen.filter(id__in=weg[begin : begin + STAPEL]).update(tot=dag - timedelta(days=1))
    for persoon_id in verbeterd:
        rijen.filter(id=nu[persoon_id].id).update(**asdict(anders[persoon_id]))
    rijen.voeg_in(
        ("persoon_id", *(veld.name for veld in fields(Adresgegevens))),
        ((persoon_id, *adres.delen()) for persoon_id, adres in anders.items() if persoon_id not in verbeterd),
        van=dag,
    )
    for persoon_id in nu.keys() & anders.keys():
        Naw.objects.met(toegang).filter(persoon_id=persoon_id).update(**asdict(anders[persoon_id]))
    return len(anders)


def adressen_op(toegang: Toegang, personen: Collection[UUID], dag: date) -> dict[UUID, Adresgegevens]:
    """Where each person lived on a day; who is not known to have lived anywhere is left out."""
    rijen = Adres.objects.met(toegang).filter(
        Q(tot__isnull=True) | Q(tot__gte=dag), persoon_id__in=personen, van__lte=dag
    )
    return {rij.persoon_id: Adresgegevens.van(rij) for rij in rijen}
