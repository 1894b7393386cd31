"""Reading what was published: by vintage, as figures, and as files with their metadata. No personal data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.tabelbestand import onschadelijk
from samenhang.kernel.cijfers.berekening import Cijfer, Peiling, cijfers_van
from samenhang.kernel.cijfers.bescherming import DREMPEL, Groepsbeeld
from samenhang.kernel.cijfers.models import Telling, Vaststelling
from samenhang.kernel.scheme import Indicator, Scheme

KOLOMMEN = (
    "indicator", "maand", "klasse", "waarde", "eenheid", "teller", "noemer", "reden", "waarschuwing", "peildatum",
    "bron", "bronstatus",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Publicatie:
    """The figures of one organisation, oldest month first, as they stood at a vintage.

    `intern`: exact, for the organisation's own eyes; otherwise protected, and published. `overgenomen` holds the
    months that another program counted, with which.
    """

    organisatie_id: UUID
    peildatum: date
    maanden: tuple[date, ...]
    cijfers: tuple[Cijfer, ...]
    intern: bool = False
    overgenomen: Mapping[date, str] = field(default_factory=dict)

    def van(self, indicator: str, maand: date) -> tuple[Cijfer, ...]:
        """The figures of one indicator in one month: one, or one per class."""
        return tuple(c for c in self.cijfers if c.indicator.naam == indicator and c.maand == maand)


def publicatie(
    scheme: Scheme, organisatie_id: UUID, peildatum: date | None = None, *, alleen_openbaar: bool = False
) -> Publicatie | None:
    """The figures as published at or before a vintage (default: the last one); None when nothing was yet."""
    rijen = Vaststelling.objects.filter(scheme=scheme.naam, organisatie_id=organisatie_id)
    if peildatum is not None:
        rijen = rijen.filter(peildatum__lte=peildatum)
    per_maand: dict[date, list[Peiling]] = {}
    elders: dict[date, str] = {}
    for rij in rijen.order_by("maand", "-peildatum"):
        if rij.gepubliceerd:
            if rij.herkomst:
                elders.setdefault(rij.maand, rij.herkomst)
            beelden = {naam: Groepsbeeld(waarden) for naam, waarden in rij.gepubliceerd.items()}
            per_maand.setdefault(rij.maand, []).append(Peiling(rij.peildatum, beelden, rij.inwoners))
    indicatoren = [i for i in scheme.indicatoren if i.openbaar or not alleen_openbaar]
    return _publicatie(scheme, organisatie_id, indicatoren, per_maand, elders, intern=False)


def interne_cijfers(scheme: Scheme, organisatie_id: UUID) -> Publicatie | None:
    """The figures as counted last, exact and of running months too; None when nothing was counted. Never for others."""
    rijen = list(Telling.objects.filter(scheme=scheme.naam, organisatie_id=organisatie_id).order_by("maand"))
    elders = {rij.maand: rij.herkomst for rij in rijen if rij.herkomst}
    per_maand = {
        rij.maand: [Peiling(rij.peildatum, {n: Groepsbeeld(t) for n, t in rij.tellingen.items()}, rij.inwoners)]
        for rij in rijen
    }  # fmt: skip
    return _publicatie(scheme, organisatie_id, scheme.indicatoren, per_maand, elders, intern=True)


def _publicatie(
    scheme: Scheme,
    organisatie_id: UUID,
    indicatoren: Sequence[Indicator],
    per_maand: Mapping[date, Sequence[Peiling]],
    elders: Mapping[date, str],
    *,
    intern: bool,
) -> Publicatie | None:
    if not per_maand:
        return None
    cijfers = [
        cijfer
        for maand, peilingen in per_maand.items()
        for cijfer in cijfers_van(indicatoren, scheme.telgroepen, maand, peilingen)
    ]
    peildatum = max(peiling.peildatum for peilingen in per_maand.values() for peiling in peilingen)
    return Publicatie(organisatie_id, peildatum, tuple(per_maand), tuple(cijfers), intern, elders)


def kopregels(intern: bool, overgenomen: Iterable[tuple[date, str]] = ()) -> str:
    """What a file of figures says of itself before its rows."""
    regels = "".join(f"# {tekst.nl}\n" for tekst in herkomsten(overgenomen))
    if intern:
        return (
            regels
            + "# INTERN: precieze aantallen, ook kleine en voorlopige. Niet publiceren en niet buiten de organisatie delen.\n"
        )
    return (
        regels
        + f"# Aantallen van 1 tot {DREMPEL} en wat daaruit is af te leiden worden niet getoond (reden te_klein)\n"
    )


def herkomsten(overgenomen: Iterable[tuple[date, str]]) -> list[Tekst]:
    """Per source a sentence: which months were counted by another program."""
    per_bron: dict[str, list[date]] = {}
    for maand, bron in sorted(overgenomen):
        per_bron.setdefault(bron, []).append(maand)
    return [
        Tekst(f"Niet hier geteld maar overgenomen: {_reeks(maanden, 'tot en met')}. Bron: {bron}.", f"Not counted here but taken over: {_reeks(maanden, 'to')}. Source: {bron}.")
        for bron, maanden in per_bron.items()
    ]  # fmt: skip


def _reeks(maanden: Sequence[date], tot: str) -> str:
    """Months in a row as the first and the last of them."""
    delen: list[list[date]] = []
    for maand in maanden:
        if delen and (maand.year - delen[-1][-1].year) * 12 + maand.month - delen[-1][-1].month == 1:
            delen[-1].append(maand)
        else:
            delen.append([maand])
    return ", ".join(
        f"{deel[0]:%Y-%m}" + (f" {tot} {deel[-1]:%Y-%m}" if len(deel) > 1 else "") for deel in delen
    )


def als_csv(gegeven: Publicatie | None, organisatie: str, scheme: Scheme) -> str:
    """The figures as CSV (`;`, one row per figure), after lines that start with # and say what they are."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    tekst.write(
        f"# {scheme.titel.nl} · {organisatie} · peildatum {gegeven.peildatum if gegeven else 'nog geen'}\n"
    )
    tekst.write(kopregels(bool(gegeven and gegeven.intern), gegeven.overgenomen.items() if gegeven else ()))
    schrijver.writerow(KOLOMMEN)
    for c in gegeven.cijfers if gegeven else ():
        schrijver.writerow(
            onschadelijk(str(cel if cel is not None else ""))
            for cel in (
                c.indicator.naam, f"{c.maand:%Y-%m}", c.cel.naam if c.cel else "", c.waarde, c.indicator.eenheid.nl, c.teller, c.noemer,
                c.reden.value if c.reden else "", "J" if c.waarschuwing else "N", c.peildatum, c.indicator.bron, c.indicator.bronstatus,
            )
        )  # fmt: skip
    return tekst.getvalue()
