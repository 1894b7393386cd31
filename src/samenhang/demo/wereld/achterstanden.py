"""Arrears month by month: they start, are paid, stay, grow, come back, or end in a threat.

The figures below were set so that a world of the usual size comes near the published proportions of
the Divosa Monitor Vroegsignalering (2023 and 2024); `tests/demo` holds them between guard rails.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from samenhang.demo.wereld.modellen import (
    Adres,
    Contract,
    Dreiging,
    Inwoner,
    Partner,
    PartnerSoort,
    Signaal,
    SoortSignaal,
    Verblijf,
)
from samenhang.kernel.basis import Bedrag

# New troubles per 1,000 households a month; how many contracts take part; which kinds most.
_NIEUW_PER_MAAND = 5.8
_AANTAL_CONTRACTEN = ((1, 86), (2, 11), (3, 2), (4, 1))
_GEWICHT = {PartnerSoort.ZORG: 24, PartnerSoort.HUUR: 33, PartnerSoort.ENERGIE: 21, PartnerSoort.WATER: 18}
_OPNIEUW = 12


@dataclass(frozen=True, slots=True)
class Verloop:
    """Percentages for what happens between two deliveries, and the age of the first arrears in days.

    What is neither paid nor equal grows. `dreiging` is the chance that a repeated signal carries a threat.
    """

    betaald: int
    gelijk: int
    dreiging: int
    dagen: tuple[int, int]


_VERLOOP = {
    PartnerSoort.HUUR: Verloop(63, 10, 18, (33, 62)),
    PartnerSoort.ENERGIE: Verloop(54, 6, 80, (56, 84)),
    PartnerSoort.WATER: Verloop(66, 11, 18, (40, 80)),
    PartnerSoort.ZORG: Verloop(64, 12, 7, (33, 64)),
}


def eerste_dag(maand: str) -> date:
    """The first day of a month written as "2026-10"."""
    return date.fromisoformat(f"{maand}-01")


def maand_erbij(maand: str, aantal: int) -> str:
    """The month so many months later, or earlier."""
    jaar, nummer = divmod(eerste_dag(maand).year * 12 + eerste_dag(maand).month - 1 + aantal, 12)
    return f"{jaar:04d}-{nummer + 1:02d}"


class Achterstanden:
    """Makes the true signals of one part of the world, in no particular order and without an id."""

    def __init__(
        self,
        rng: Random,
        maanden: tuple[str, ...],
        partners: tuple[Partner, ...],
        druk: float,
        verschuiving: timedelta,
    ) -> None:
        self._rng = rng
        self._maanden = maanden
        self._partners = {partner.kvk: partner for partner in partners}
        self._verschuiving = verschuiving
        self._kans = min(0.9, _NIEUW_PER_MAAND * len(maanden) * druk / 1_000)

    def voor(
        self, contracten: list[Contract], verblijven: tuple[Verblijf, ...], inwoners: dict[str, Inwoner]
    ) -> list[Signaal]:
        """The signals about one household; none for most."""
        rng = self._rng
        signalen: list[Signaal] = []
        if not contracten or rng.random() >= self._kans:
            return signalen
        keer = 2 if rng.randrange(100) < _OPNIEUW else 1
        for _ in range(keer):
            begin = rng.randrange(len(self._maanden))
            for nummer, contract in enumerate(self._kies(contracten)):
                start = begin + (rng.choice((0, 0, 0, 0, 1, 2)) if nummer else 0)
                if not any(s.contract is contract for s in signalen):
                    signalen += self._verloop(contract, start, verblijven, inwoners)
        return signalen

    def _kies(self, contracten: list[Contract]) -> list[Contract]:
        """The contracts that fall behind together: most often one."""
        aantallen, gewichten = zip(*_AANTAL_CONTRACTEN, strict=True)
        aantal = min(self._rng.choices(aantallen, weights=gewichten)[0], len(contracten))
        over = list(contracten)
        gekozen = []
        for _ in range(aantal):
            contract = self._rng.choices(over, weights=[_GEWICHT[c.soort] for c in over])[0]
            over.remove(contract)
            gekozen.append(contract)
        return gekozen

    def _verloop(
        self, contract: Contract, start: int, verblijven: tuple[Verblijf, ...], inwoners: dict[str, Inwoner]
    ) -> list[Signaal]:
        """One contract's arrears from month `start` (0 is the first month) until paid or ended."""
        rng = self._rng
        verloop = _VERLOOP[contract.soort]
        partner = self._partners[contract.partner]
        vertraging = timedelta(days=0)
        if contract.soort in (PartnerSoort.ENERGIE, PartnerSoort.ZORG) and rng.randrange(100) < 40:
            vertraging = timedelta(days=rng.randrange(75))
        signalen: list[Signaal] = []
        persoon_id = contract.houder
        maand = start
        while maand < len(self._maanden):
            maandnaam = maand_erbij(self._maanden[0], maand)
            datum = eerste_dag(maandnaam) + timedelta(days=_verzenddag(partner) + rng.randrange(4))
            datum += self._verschuiving
            vorige = signalen[-1] if signalen else None
            if vorige is None:
                ontstaan = datum - timedelta(days=rng.randint(*verloop.dagen))
                bedrag = self._bedrag(contract, partner, datum - ontstaan)
                soort, dreiging = SoortSignaal.EERSTE, Dreiging.GEEN
            else:
                ontstaan = self._oudste_rekening(vorige.ontstaansdatum, datum, partner)
                bedrag = vorige.bedrag
                if rng.randrange(100 - verloop.betaald) >= verloop.gelijk:
                    bedrag += Bedrag(contract.maandbedrag.centen * rng.randint(60, 130) // 100)
                soort, dreiging = self._vervolg(contract, verloop, len(signalen))
                if contract.medehouder is not None and rng.randrange(100) < 3:
                    persoon_id = contract.medehouder
            if not _loopt(contract, datum) or _te_lang_dood(inwoners[persoon_id], datum):
                break
            signalen.append(
                Signaal(
                    "", contract, persoon_id, _bekend_adres(verblijven, datum - vertraging), maandnaam, datum,
                    soort, bedrag, ontstaan, dreiging,
                    None if dreiging is Dreiging.GEEN else datum + timedelta(days=rng.randint(36, 75)),
                    vorige is not None and rng.randrange(100) < 8,
                    "warme_overdracht" in partner.afspraak.velden and rng.randrange(100) < 3,
                )
            )  # fmt: skip
            if dreiging is Dreiging.AFSLUITING or rng.randrange(100) < verloop.betaald:
                break
            maand += 1 if rng.randrange(100) < 88 else 2
        return signalen

    def _bedrag(self, contract: Contract, partner: Partner, oud: timedelta) -> Bedrag:
        """First arrears: about the months unpaid, sometimes with a yearly settlement or own risk on top."""
        rng = self._rng
        centen = contract.maandbedrag.centen * max(1, oud.days // 30) * rng.randint(85, 115) // 100
        if contract.soort is PartnerSoort.ZORG and rng.randrange(100) < 20:
            centen += rng.randrange(4_000, 38_500)
        if contract.soort is PartnerSoort.ENERGIE and rng.randrange(100) < 15:
            centen += rng.randrange(8_000, 60_000)
        if contract.soort is PartnerSoort.WATER:
            centen += rng.randrange(2_000, 12_000)
        return Bedrag(max(centen, partner.afspraak.drempel.centen + rng.randrange(2_000)))

    def _oudste_rekening(self, ontstaan: date, datum: date, partner: Partner) -> date:
        """Due date of the oldest bill; it moves on when the arrears would pass the agreed age."""
        grens = partner.afspraak.dagen_max
        if grens is not None and (datum - ontstaan).days > grens:
            return datum - timedelta(days=self._rng.randint(62, 95))
        return ontstaan

    def _vervolg(self, contract: Contract, verloop: Verloop, eerdere: int) -> tuple[SoortSignaal, Dreiging]:
        """Kind and threat of a repeated signal."""
        if self._rng.randrange(100) >= verloop.dreiging + 6 * (eerdere - 1):
            return SoortSignaal.GEACTUALISEERD, Dreiging.GEEN
        match contract.soort:
            case PartnerSoort.ENERGIE | PartnerSoort.WATER:
                return SoortSignaal.EINDE_LEVERING, Dreiging.AFSLUITING
            case PartnerSoort.HUUR if self._rng.randrange(100) < 70:
                return SoortSignaal.ONTRUIMING, Dreiging.ONTRUIMING
            case _:
                return SoortSignaal.GEACTUALISEERD, Dreiging.OPZEGGING


def _verzenddag(partner: Partner) -> int:
    """Days after the first of the month on which a partner starts sending: the 17th up to the 24th."""
    return 16 + int(partner.kvk) % 8


def _loopt(contract: Contract, datum: date) -> bool:
    """Only current customers are reported, and only arrears of this contract."""
    return contract.van + timedelta(days=90) <= datum and (contract.tot is None or datum < contract.tot)


def _te_lang_dood(inwoner: Inwoner, datum: date) -> bool:
    """A partner learns of a death after some weeks; until then it may still report."""
    return inwoner.overleden is not None and inwoner.overleden + timedelta(days=45) < datum


def _bekend_adres(verblijven: tuple[Verblijf, ...], datum: date) -> Adres:
    """The address of the last stay that began on or before a date, else of the first stay."""
    bekend = [verblijf for verblijf in verblijven if verblijf.van <= datum]
    return (bekend[-1] if bekend else verblijven[0]).woning.adres


def nummer(signalen: Iterable[Signaal], partners: tuple[Partner, ...], deel: int) -> list[Signaal]:
    """Give every signal its id, in order of partner and date, and return them in that order."""
    voorvoegsel = {partner.kvk: partner.voorvoegsel for partner in partners}
    tellers: dict[tuple[str, str], int] = defaultdict(int)
    genummerd = []
    volgorde = sorted(signalen, key=lambda s: (s.contract.partner, s.datum, s.contract.klantnummer))
    for signaal in volgorde:
        sleutel = (signaal.contract.partner, signaal.maand)
        tellers[sleutel] += 1
        maand = signaal.maand[2:].replace("-", "")
        signaal_id = f"{voorvoegsel[signaal.contract.partner]}-{maand}-{deel:03d}-{tellers[sleutel]:05d}"
        genummerd.append(replace(signaal, signaal_id=signaal_id))
    return genummerd


def intrekkingen(
    rng: Random, signalen: list[Signaal], maanden: tuple[str, ...], verschuiving: timedelta
) -> list[Signaal]:
    """Withdrawals, a month later, of a few signals that were not followed by another one."""
    laatste = {signaal.contract.klantnummer: signaal for signaal in signalen}
    ingetrokken = []
    for signaal in laatste.values():
        maand = maand_erbij(signaal.maand, 1)
        if maand in maanden and rng.randrange(100) < 6:
            datum = eerste_dag(maand) + timedelta(days=rng.randrange(3, 16)) + verschuiving
            ingetrokken.append(
                replace(
                    signaal, maand=maand, datum=datum, soort=SoortSignaal.INTREKKING,
                    dreiging=Dreiging.GEEN, datum_dreiging=None,
                )
            )  # fmt: skip
    return ingetrokken


def soorten_melding(signalen: Iterable[Signaal]) -> dict[str, str]:
    """Per signal id: enkelvoudig, meervoudig, opeenvolgend or the last two joined by "+".

    By address, over the true signals: two or more in one month, and one in the six months before.
    Source: Divosa Monitor Vroegsignalering 2023, ch. 5.
    """
    per_adres: dict[Adres, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for signaal in signalen:
        if signaal.soort is not SoortSignaal.INTREKKING:
            per_adres[signaal.adres][signaal.maand].add(signaal.signaal_id)
    soorten: dict[str, str] = {}
    for per_maand in per_adres.values():
        for maand, ids in per_maand.items():
            eerder = any(maand_erbij(maand, -6) <= andere < maand for andere in per_maand)
            delen = ["meervoudig"] * (len(ids) > 1) + ["opeenvolgend"] * eerder
            soorten.update(dict.fromkeys(ids, "+".join(delen) or "enkelvoudig"))
    return soorten
