"""When a term ends. Pure.

Counting (Algemene termijnenwet, Awb 4:15; Reg. 1182/71 has the same first step):
1. the day of the event is not counted; days, weeks and months run from the next day, and a term in months
   ends on the day with the same number, or on the last day of a shorter month;
2. working days and school days count only such days;
3. each suspended day within the term, first and last day included, adds one day; for working and school
   days a suspended day simply does not count;
4. a term of three days or more is extended until it holds two working days (art. 2);
5. an end on a Saturday, Sunday or holiday moves to the next working day (art. 1);
6. 4 and 5 do not apply to terms in hours, nor to those longer than 90 days, 12 weeks or 3 months (art. 4).
Hours run on in UTC, so that a change of the clock neither adds nor takes one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, UTC, date, datetime, timedelta

from samenhang.kernel.basis import Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.kernel.termijnen.regels import Eenheid, TermijnRegel

LANGSTE_MET_ATW = {
    Eenheid.DAGEN: 90,
    Eenheid.WERKDAGEN: 90,
    Eenheid.SCHOOLDAGEN: 90,
    Eenheid.WEKEN: 12,
    Eenheid.MAANDEN: 3,
}


@dataclass(frozen=True, slots=True)
class Opschorting:
    """A suspension from a day up to and including another; datetimes for a term in hours."""

    van: date | datetime
    tot: date | datetime
    grond: str = ""


@dataclass(frozen=True, slots=True)
class SpoorRegel:
    """One step of the explanation: what was done, what came out, under which article."""

    stap: Tekst
    waarde: str
    artikel: str = ""


@dataclass(frozen=True, slots=True)
class Termijn:
    """A computed term. `einde` is the last day (or, for hours, the last moment in UTC)."""

    regel: TermijnRegel
    start: date | datetime
    einde: date | datetime
    spoor: tuple[SpoorRegel, ...]


def bereken(
    regel: TermijnRegel,
    start: date | datetime,
    kalender: Kalender,
    opschortingen: Iterable[Opschorting] = (),
    *,
    regio: str = "",
) -> Termijn:
    """The end of a term. `regio` is needed for school days only.

    Raises `KalenderOntbreekt` when the calendar does not reach far enough.
    """
    pauzes = sorted(opschortingen, key=lambda pauze: (pauze.van, pauze.tot))
    spoor: list[SpoorRegel] = []
    if regel.eenheid is Eenheid.UREN:
        if not isinstance(start, datetime):
            raise TypeError("een termijn in uren begint op een tijdstip")
        return _in_uren(regel, start, pauzes, spoor)
    begin = start.date() if isinstance(start, datetime) else start
    vrij = {dag for pauze in pauzes for dag in _dagen(pauze)}
    if regel.eenheid in (Eenheid.WERKDAGEN, Eenheid.SCHOOLDAGEN):
        einde = _tel(regel, begin, kalender, regio, vrij, spoor)
    else:
        einde = _kalenderdagen(regel, begin, spoor)
        einde = _met_opschorting(begin, einde, vrij, spoor)
    if regel.atw and regel.lengte <= LANGSTE_MET_ATW[regel.eenheid]:
        einde = _atw(regel, begin, einde, kalender, spoor)
    elif regel.atw:
        uitleg = Tekst(
            "langer dan 90 dagen, 12 weken of 3 maanden: geen verschuiving",
            "longer than 90 days, 12 weeks or 3 months: no roll-on",
        )
        spoor.append(SpoorRegel(uitleg, einde.isoformat(), "Atw art. 4"))
    _kanttekeningen(regel, start, einde, kalender, pauzes, regio, spoor)
    return Termijn(regel, start, einde, tuple(spoor))


def _kanttekeningen(
    regel: TermijnRegel,
    start: date | datetime,
    einde: date,
    kalender: Kalender,
    pauzes: list[Opschorting],
    regio: str,
    spoor: list[SpoorRegel],
) -> None:
    """What rests on data that nobody has confirmed yet is said, with its source."""
    if regel.eenheid is Eenheid.SCHOOLDAGEN and kalender.scholen_status not in ("", "bevestigd"):
        uitleg = Tekst(
            f"schoolvakanties {kalender.scholen_status}: controleer ze bij de school",
            "school holidays not verified: check them with the school",
        )
        spoor.append(SpoorRegel(uitleg, kalender.scholen_status, kalender.scholen_bron))
    if kalender.voorgesteld:
        alle = kalender.gelijkgesteld | kalender.voorgesteld
        anders = bereken(
            regel, start, replace(kalender, gelijkgesteld=alle, voorgesteld=frozenset()), pauzes, regio=regio
        ).einde
        if anders != einde:
            uitleg = Tekst(
                "een voorgestelde gelijkgestelde dag is nog niet bevestigd; zou zij gelden, dan eindigt de termijn op",
                "a proposed equated day is not confirmed yet; if it held, the term would end on",
            )
            spoor.append(SpoorRegel(uitleg, anders.isoformat(), "Atw art. 3 lid 3 (concept)"))


def _dagen(pauze: Opschorting) -> Iterable[date]:
    van = pauze.van.date() if isinstance(pauze.van, datetime) else pauze.van
    tot = pauze.tot.date() if isinstance(pauze.tot, datetime) else pauze.tot
    return (van + timedelta(days=n) for n in range((tot - van).days + 1))


def _in_uren(
    regel: TermijnRegel, start: datetime, pauzes: list[Opschorting], spoor: list[SpoorRegel]
) -> Termijn:
    einde = start.astimezone(UTC) + timedelta(hours=regel.lengte)
    spoor.append(
        SpoorRegel(
            Tekst(f"{regel.lengte} uren na de start", f"{regel.lengte} hours after the start"),
            einde.isoformat(),
            regel.artikel,
        )
    )
    bereikt = start.astimezone(UTC)
    for pauze in pauzes:
        assert isinstance(pauze.van, datetime)  # hours are suspended by moments
        assert isinstance(pauze.tot, datetime)  # nosec
        van, tot = max(pauze.van.astimezone(UTC), bereikt), pauze.tot.astimezone(UTC)
        if van < einde and tot > van:
            einde += tot - van
            bereikt = tot
            spoor.append(SpoorRegel(Tekst("opgeschort", "suspended"), einde.isoformat(), pauze.grond))
    return Termijn(regel, start, einde, tuple(spoor))


def _kalenderdagen(regel: TermijnRegel, begin: date, spoor: list[SpoorRegel]) -> date:
    if regel.eenheid is Eenheid.MAANDEN:
        einde = maanden_later(begin, regel.lengte)
    else:
        einde = begin + timedelta(days=regel.lengte * (7 if regel.eenheid is Eenheid.WEKEN else 1))
    stap = Tekst(
        f"{regel.lengte} {regel.eenheid} na {begin.isoformat()}, die dag niet meegeteld",
        f"{regel.lengte} {_ENGELS[regel.eenheid]} after {begin.isoformat()}, that day not counted",
    )
    spoor.append(SpoorRegel(stap, einde.isoformat(), regel.artikel))
    return einde


def maanden_later(begin: date, aantal: int) -> date:
    """The day with the same number so many months later, or the last day of a shorter month; `OverflowError` past the calendar."""
    jaren, maand = divmod(begin.month - 1 + aantal, 12)
    jaar = begin.year + jaren
    if jaar >= MAXYEAR:
        raise OverflowError("de termijn eindigt na de kalender")
    volgende = date(jaar + (maand == 11), (maand + 1) % 12 + 1, 1)
    laatste = (volgende - timedelta(days=1)).day
    return date(jaar, maand + 1, min(begin.day, laatste))


def _met_opschorting(begin: date, einde: date, vrij: set[date], spoor: list[SpoorRegel]) -> date:
    erbij = 0
    for dag in sorted(vrij):
        if begin < dag <= einde:
            einde += timedelta(days=1)
            erbij += 1
    if erbij:
        spoor.append(
            SpoorRegel(Tekst(f"{erbij} dagen opgeschort", f"{erbij} days suspended"), einde.isoformat())
        )
    return einde


def _tel(
    regel: TermijnRegel, begin: date, kalender: Kalender, regio: str, vrij: set[date], spoor: list[SpoorRegel]
) -> date:
    telt: Callable[[date], bool] = kalender.is_werkdag
    if regel.eenheid is Eenheid.SCHOOLDAGEN:
        telt = lambda dag: kalender.is_schooldag(dag, regio)  # noqa: E731
    einde, over = begin, regel.lengte
    overgeslagen = 0
    while over:
        einde += timedelta(days=1)
        if telt(einde):
            if einde in vrij:
                overgeslagen += 1
            else:
                over -= 1
    stap = Tekst(
        f"{regel.lengte} {regel.eenheid} na {begin.isoformat()}, die dag niet meegeteld",
        f"{regel.lengte} {_ENGELS[regel.eenheid]} after {begin.isoformat()}, that day not counted",
    )
    spoor.append(SpoorRegel(stap, einde.isoformat(), regel.artikel))
    if overgeslagen:
        spoor.append(
            SpoorRegel(
                Tekst(f"{overgeslagen} dagen opgeschort", f"{overgeslagen} days suspended"), einde.isoformat()
            )
        )
    return einde


def _atw(regel: TermijnRegel, begin: date, einde: date, kalender: Kalender, spoor: list[SpoorRegel]) -> date:
    dagen = regel.lengte * {Eenheid.WEKEN: 7, Eenheid.MAANDEN: 28}.get(regel.eenheid, 1)
    if dagen >= 3:
        ruim = einde
        while kalender.werkdagen_tussen(begin, ruim) < 2:
            ruim += timedelta(days=1)
        if ruim != einde:
            einde = ruim
            uitleg = Tekst(
                "een termijn van drie dagen of meer bevat twee werkdagen",
                "a term of three days or more holds two working days",
            )
            spoor.append(SpoorRegel(uitleg, einde.isoformat(), "Atw art. 2"))
    werkdag = kalender.werkdag_vanaf(einde)
    if werkdag != einde:
        waarom = kalender.feestdag(einde)
        nl = waarom or ("zaterdag" if einde.weekday() == 5 else "zondag")
        en = waarom or ("Saturday" if einde.weekday() == 5 else "Sunday")
        uitleg = Tekst(
            f"{einde.isoformat()} is {nl}: naar de eerstvolgende werkdag",
            f"{einde.isoformat()} is {en}: to the next working day",
        )
        spoor.append(SpoorRegel(uitleg, werkdag.isoformat(), "Atw art. 1 lid 1"))
    return werkdag


_ENGELS = {
    Eenheid.UREN: "hours",
    Eenheid.DAGEN: "days",
    Eenheid.WERKDAGEN: "working days",
    Eenheid.SCHOOLDAGEN: "school days",
    Eenheid.WEKEN: "weeks",
    Eenheid.MAANDEN: "months",
}
