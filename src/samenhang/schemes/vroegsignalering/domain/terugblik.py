"""What other rules would have made of the signals of the past month: by count, and by list without names. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.schemes.vroegsignalering.domain import opvolging
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.opvolging import Gegeven

LOTEN: Final = {
    **{str(klasse): Tekst(f"groep {klasse}", f"group {klasse}") for klasse in range(1, 6)},
    "onterecht": Tekst("niet opgepakt: onder de drempel", "not taken up: below the threshold"),
    "herhaald": Tekst("niet opgepakt: herhaald", "not taken up: repeated"),
    "venster": Tekst("geweigerd: te jong of te oud", "refused: too recent or too old"),
}
"""What can become of a signal, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What an agreement with a partner says itself; None: what the municipality's rules say."""

    drempel: Bedrag | None = None
    minimum_dagen: int | None = None
    maximum_dagen: int | None = None


@dataclass(frozen=True, slots=True)
class Bekeken:
    """One signal as the rules look at it. `persoon` and `huis` only tell whose belong together.

    `meetelt`: of the past month; the others are the history beside it.
    """

    gegeven: Gegeven
    persoon: str
    huis: str
    ontvangen: date
    ontstaansdatum: date | None
    grenzen: Grenzen
    meetelt: bool


@dataclass(frozen=True, slots=True)
class Lot:
    """What becomes of a signal, and within how many working days an offer is due; 0 when there is none."""

    wat: str
    werkdagen: int = 0

    @property
    def titel(self) -> Tekst:
        """The same in words."""
        return LOTEN[self.wat]


@dataclass(frozen=True, slots=True)
class Verandering:
    """One signal for which it makes a difference; nothing in it says whose it is."""

    partner_soort: str
    soort_signaal: str
    dreiging: str
    bedrag: Bedrag
    was: Lot
    wordt: Lot


@dataclass(frozen=True, slots=True)
class Terugblik:
    """Both sets of rules on the same signals: how many have which lot, and those that change."""

    sinds: date
    signalen: int
    was: dict[str, int]
    wordt: dict[str, int]
    lijst: tuple[Verandering, ...]

    @property
    def telling(self) -> tuple[tuple[Tekst, int, int], ...]:
        """Each lot that occurs, with how often it was and would be."""
        return tuple(
            (titel, self.was.get(lot, 0), self.wordt.get(lot, 0))
            for lot, titel in LOTEN.items()
            if self.was.get(lot) or self.wordt.get(lot)
        )

    def zinnen(self) -> list[Tekst]:
        """What would have been different, in sentences."""
        if not self.lijst:
            return [
                Tekst(
                    f"Voor geen van de {self.signalen} signalen van de afgelopen maand verandert er iets.",
                    f"For none of the {self.signalen} signals of the past month does anything change.",
                )
            ]
        opgepakt_was, opgepakt_wordt = (
            sum(aantal for lot, aantal in telling.items() if lot.isdigit())
            for telling in (self.was, self.wordt)
        )
        return [
            Tekst(
                f"Van de {self.signalen} signalen van de afgelopen maand was het voor {len(self.lijst)} anders gegaan.",
                f"Of the {self.signalen} signals of the past month {len(self.lijst)} would have gone differently.",
            ),
            Tekst(
                f"Opgepakt: nu {opgepakt_was}, dan {opgepakt_wordt} ({opgepakt_wordt - opgepakt_was:+d}).",
                f"Taken up: now {opgepakt_was}, then {opgepakt_wordt} ({opgepakt_wordt - opgepakt_was:+d}).",
            ),
        ]


def kijk_terug(
    signalen: Sequence[Bekeken], oud: Beleidsregels, nieuw: Beleidsregels, sinds: date, kalender: Kalender
) -> Terugblik:
    """Apply both sets of rules to the same signals."""
    was, wordt = lot_van(signalen, oud, kalender), lot_van(signalen, nieuw, kalender)
    lijst = [
        Verandering(
            s.gegeven.partner_soort,
            s.gegeven.soort_signaal,
            s.gegeven.dreiging,
            s.gegeven.bedrag,
            was[plek],
            wordt[plek],
        )
        for plek, s in enumerate(signalen)
        if s.meetelt and was[plek] != wordt[plek]
    ]
    volgorde = list(LOTEN)
    lijst.sort(
        key=lambda v: (volgorde.index(v.wordt.wat), volgorde.index(v.was.wat), v.partner_soort, -v.bedrag.centen)
    )  # fmt: skip
    tellen = [plek for plek, s in enumerate(signalen) if s.meetelt]
    return Terugblik(
        sinds,
        len(tellen),
        dict(Counter(was[plek].wat for plek in tellen)),
        dict(Counter(wordt[plek].wat for plek in tellen)),
        tuple(lijst),
    )


def lot_van(signalen: Sequence[Bekeken], regels: Beleidsregels, kalender: Kalender) -> dict[int, Lot]:
    """What the rules make of each signal that counts, by its place: refused, not taken up, or a class."""
    per_persoon: dict[str, list[Gegeven]] = defaultdict(list)
    for signaal in signalen:
        per_persoon[signaal.persoon].append(signaal.gegeven)
    loten: dict[int, Lot] = {}
    per_huis: dict[str, list[int]] = defaultdict(list)
    for plek, signaal in enumerate(signalen):
        if not signaal.meetelt:
            continue
        eigen = signaal.grenzen.drempel
        drempel = regels.drempel if eigen is None else eigen
        if not _binnen_venster(signaal, regels):
            loten[plek] = Lot("venster")
        elif reden := opvolging.niet_oppakken(signaal.gegeven, drempel, per_persoon[signaal.persoon], regels):
            loten[plek] = Lot(reden)
        else:
            per_huis[signaal.huis].append(plek)
    bekend: dict[str, list[Bekeken]] = defaultdict(list)
    for signaal in signalen:
        bekend[signaal.huis].append(signaal)
    for huis, plekken in per_huis.items():
        samen = [signalen[plek] for plek in plekken]
        eerste = min(s.gegeven.datum_signaal for s in samen)
        eerder = [s.gegeven for s in bekend[huis] if s not in samen and s.gegeven.datum_signaal <= eerste]
        keuze = _klasse(samen, eerder, regels, kalender)
        loten |= {plek: Lot(str(keuze.klasse), keuze.werkdagen) for plek in plekken}
    return loten


def _klasse(
    samen: Sequence[Bekeken], eerder: Sequence[Gegeven], regels: Beleidsregels, kalender: Kalender
) -> opvolging.Prioriteit:
    gegevens = [s.gegeven for s in samen]
    soorten = opvolging.soort_melding(gegevens, [g.datum_signaal for g in eerder], regels)
    hoger = bool(eerder) and max(g.bedrag for g in gegevens) > max(g.bedrag for g in eerder)
    return opvolging.prioriteit(gegevens, soorten, min(s.ontvangen for s in samen), kalender, hoger, regels)


def _binnen_venster(signaal: Bekeken, regels: Beleidsregels) -> bool:
    """Whether the arrears are neither too recent nor too old; a threat is never refused for that (R15)."""
    g, grenzen = signaal.gegeven, signaal.grenzen
    if signaal.ontstaansdatum is None or g.soort_signaal in ("einde_levering", "ontruiming"):
        return True
    dagen = (g.datum_signaal - signaal.ontstaansdatum).days
    minstens = regels.minimum_dagen if grenzen.minimum_dagen is None else grenzen.minimum_dagen
    hoogstens = regels.maximum_dagen.get(g.partner_soort) if grenzen.maximum_dagen is None else grenzen.maximum_dagen  # fmt: skip
    return dagen >= minstens and (hoogstens is None or dagen <= hoogstens)


def maand_eerder(dag: date) -> date:
    """The same day a month before, or the last day of that month's 28 that all have."""
    jaar, maand = (dag.year, dag.month - 1) if dag.month > 1 else (dag.year - 1, 12)
    return date(jaar, maand, min(dag.day, 28))
