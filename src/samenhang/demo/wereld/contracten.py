"""Who has which contract: rent by dwelling, energy and water by household, health insurance by adult."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from samenhang.demo.wereld.modellen import (
    Contract,
    Huishouden,
    HuishoudenSoort,
    Inwoner,
    Partner,
    PartnerSoort,
    Verblijf,
)
from samenhang.kernel.basis import Bedrag

# Monthly amounts in whole euros, from and to; what is sent is never a round figure.
_MAANDBEDRAG = {
    PartnerSoort.HUUR: (480, 980),
    PartnerSoort.ENERGIE: (85, 260),
    PartnerSoort.WATER: (14, 42),
    PartnerSoort.ZORG: (138, 192),
}
# A customer number is a counter multiplied by a number without a factor in common with the modulus:
# unique, without telling who joined after whom.
_SPREIDING, _MODULUS = 37_633_891, 10**8
_ZELFDE_VERZEKERAAR = 80
_KAMER_MET_CONTRACT = 20
_NALOOP_NA_VERTREK = timedelta(days=60)


class Contracten:
    """Makes the contracts of one part of the world; keeps the counter of customer numbers."""

    def __init__(self, rng: Random, partners: tuple[Partner, ...], deel: int) -> None:
        self._rng = rng
        self._teller = deel * 500_000
        self._per_soort = {soort: [p for p in partners if p.soort is soort] for soort in PartnerSoort}
        self._per_kvk = {p.kvk: p for p in partners}

    def voor(
        self, huishouden: Huishouden, inwoners: dict[str, Inwoner], verblijven: tuple[Verblijf, ...]
    ) -> Iterator[Contract]:
        """All contracts of one household over its stays.

        Insurer and energy supplier go along when it moves, landlord and water connection do not. Who
        leaves the country is noticed late by insurer and energy supplier.
        """
        rng = self._rng
        volwassenen = huishouden.volwassenen
        if not volwassenen:
            return
        vertrek = verblijven[-1].tot
        einde = vertrek + _NALOOP_NA_VERTREK if vertrek else None
        begin = verblijven[0].van
        eigen_aansluiting = (
            huishouden.soort is not HuishoudenSoort.KAMER or rng.randrange(100) < _KAMER_MET_CONTRACT
        )
        for verblijf in verblijven:
            if verblijf.woning.verhuurder is not None:
                verhuurder = self._per_kvk[verblijf.woning.verhuurder]
                yield self._contract(verhuurder, huishouden, verblijf.van, verblijf.tot)
            if eigen_aansluiting:
                yield self._contract(self._kies(PartnerSoort.WATER), huishouden, verblijf.van, verblijf.tot)
        if eigen_aansluiting:
            yield self._contract(self._kies(PartnerSoort.ENERGIE), huishouden, begin, einde)
        verzekeraar = self._kies(PartnerSoort.ZORG)
        for persoon_id in volwassenen:
            zelfde = rng.randrange(100) < _ZELFDE_VERZEKERAAR
            partner = verzekeraar if zelfde else self._kies(PartnerSoort.ZORG)
            overleden = inwoners[persoon_id].overleden
            tot = einde if overleden is None else overleden + _NALOOP_NA_VERTREK
            yield self._contract(partner, huishouden, begin, tot, persoon_id)

    def _kies(self, soort: PartnerSoort) -> Partner:
        return self._rng.choice(self._per_soort[soort])

    def _contract(
        self,
        partner: Partner,
        huishouden: Huishouden,
        van: date,
        tot: date | None,
        verzekerde: str | None = None,
    ) -> Contract:
        rng = self._rng
        self._teller += 1
        nummer = self._teller * _SPREIDING % _MODULUS
        houders = list(huishouden.volwassenen[:2]) if verzekerde is None else [verzekerde]
        rng.shuffle(houders)
        laagste, hoogste = _MAANDBEDRAG[partner.soort]
        return Contract(
            partner.kvk, partner.soort, f"{partner.voorvoegsel}{nummer:08d}",
            houders[0], houders[1] if len(houders) > 1 else None, huishouden.huishouden_id, van, tot,
            Bedrag(rng.randrange(laagste * 100, hoogste * 100)),
        )  # fmt: skip
