"""Where households live over time: first homes, rooms, removals, departures, deaths."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from samenhang.demo.wereld.modellen import (
    BrpRecord,
    BrpStatus,
    Gemeente,
    Huishouden,
    HuishoudenSoort,
    Inwoner,
    Verblijf,
    Woning,
)

_VERHUIZERS_PER_JAAR = 95  # per 1,000 households
_NAAR_ANDERE_GEMEENTE = 25  # percent of those removals
_EMIGRANTEN_PER_JAAR = 6  # per 1,000 households
_KAMERS = (3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Periode:
    """The days about which the world tells; `tot` is exclusive."""

    van: date
    tot: date

    @property
    def dagen(self) -> int:
        """Length in calendar days."""
        return (self.tot - self.van).days

    def dag(self, rng: Random) -> date:
        """Any day in the period."""
        return self.van + timedelta(days=rng.randrange(self.dagen))


def betrek(
    rng: Random,
    huishoudens: list[Huishouden],
    woningen: dict[str, list[Woning]],
    gemeenten: tuple[Gemeente, ...],
) -> dict[str, Woning]:
    """Give every household a home by municipality; rooms share one. What is left over stands empty.

    Takes the homes used out of `woningen` (code of the municipality to its dwellings).
    """
    for lijst in woningen.values():
        rng.shuffle(lijst)
    codes = [gemeente.code for gemeente in gemeenten]
    gewichten = [gemeente.aandeel for gemeente in gemeenten]
    thuis: dict[str, Woning] = {}
    plekken_over, kamerhuis = 0, None
    for huishouden in huishoudens:
        if plekken_over and kamerhuis is not None and huishouden.soort is HuishoudenSoort.KAMER:
            plekken_over -= 1
            thuis[huishouden.huishouden_id] = kamerhuis
            continue
        code = rng.choices(codes, weights=gewichten)[0]
        if not woningen[code]:
            code = max(codes, key=lambda c: len(woningen[c]))
        woning = woningen[code].pop()
        thuis[huishouden.huishouden_id] = woning
        if huishouden.soort is HuishoudenSoort.KAMER:
            kamerhuis, plekken_over = woning, rng.choice(_KAMERS) - 1
    return thuis


def verhuis(
    rng: Random,
    huishoudens: list[Huishouden],
    thuis: dict[str, Woning],
    leeg: dict[str, list[Woning]],
    periode: Periode,
) -> dict[str, tuple[Verblijf, ...]]:
    """The stays of every household: most stay, some move, a few leave the country.

    A home that is left can be taken by the next mover, so one address gets successive tenants.
    """
    verblijven = {
        huishouden_id: [Verblijf(huishouden_id, woning, periode.van - timedelta(days=rng.randint(60, 6_000)))]
        for huishouden_id, woning in thuis.items()
    }
    jaardeel = periode.dagen / 365
    kans = _VERHUIZERS_PER_JAAR * jaardeel / 1_000
    kans_weg = _EMIGRANTEN_PER_JAAR * jaardeel / 1_000
    beurten = [
        (periode.dag(rng), huishouden, worp < kans_weg)
        for huishouden in huishoudens
        if (worp := rng.random()) < kans + kans_weg
    ]
    beurten.sort(key=lambda beurt: (beurt[0], beurt[1].huishouden_id))
    for dag, huishouden, emigreert in beurten:
        stays = verblijven[huishouden.huishouden_id]
        oud = stays[-1]
        nieuw = None if emigreert else _kies_lege(rng, oud.woning.adres.gemeentecode, leeg)
        if nieuw is None and not emigreert:
            continue
        stays[-1] = replace(oud, tot=dag)
        if nieuw is not None:
            stays.append(Verblijf(huishouden.huishouden_id, nieuw, dag))
        if huishouden.soort is not HuishoudenSoort.KAMER:
            leeg[oud.woning.adres.gemeentecode].append(oud.woning)
    return {huishouden_id: tuple(stays) for huishouden_id, stays in verblijven.items()}


def _kies_lege(rng: Random, gemeentecode: str, leeg: dict[str, list[Woning]]) -> Woning | None:
    """Take an empty home, mostly in the same municipality; a lately left one goes first half the time."""
    andere = [code for code, lijst in leeg.items() if code != gemeentecode and lijst]
    code = rng.choice(andere) if andere and rng.randrange(100) < _NAAR_ANDERE_GEMEENTE else gemeentecode
    lijst = leeg[code]
    if not lijst:
        return None
    return lijst.pop() if rng.randrange(2) else lijst.pop(rng.randrange(len(lijst)))


def sterf(rng: Random, inwoners: dict[str, Inwoner], periode: Periode) -> None:
    """Let residents die within the period, with a chance that doubles every seven years of age."""
    for persoon_id, inwoner in inwoners.items():
        leeftijd = inwoner.leeftijd(periode.tot)
        kans = 0.0006 * 2 ** ((leeftijd - 30) / 7) * periode.dagen / 365 if leeftijd > 18 else 0.0
        if rng.random() < kans:
            inwoners[persoon_id] = replace(inwoner, overleden=periode.dag(rng))


def brp_records(
    huishoudens: tuple[Huishouden, ...],
    inwoners: dict[str, Inwoner],
    verblijven: dict[str, tuple[Verblijf, ...]],
) -> list[BrpRecord]:
    """The register of residents over the whole period, in order of resident and date.

    A child born after its household left the country is not in it.
    """
    records: list[BrpRecord] = []
    for huishouden in huishoudens:
        stays = verblijven[huishouden.huishouden_id]
        for persoon_id in (*huishouden.volwassenen, *huishouden.kinderen):
            inwoner = inwoners[persoon_id]
            vertrek = stays[-1].tot
            status, sinds = BrpStatus.INGEZETENE, None
            if vertrek is not None:
                status, sinds = BrpStatus.VERTROKKEN, vertrek
            if inwoner.overleden is not None and (vertrek is None or inwoner.overleden < vertrek):
                status, sinds = BrpStatus.OVERLEDEN, inwoner.overleden
            for stay in stays:
                van = max(stay.van, inwoner.geboortedatum)
                tot = stay.tot
                if inwoner.overleden is not None and (tot is None or tot > inwoner.overleden):
                    tot = inwoner.overleden
                if tot is None or van < tot:
                    records.append(BrpRecord(inwoner, stay.woning.adres, van, tot, status, sinds))
    return records
