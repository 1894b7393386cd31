"""The charts of the figures: each says its finding in the title and keeps what is not shown unshown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samenhang.kernel.basis import Taal, Tekst
from samenhang.kernel.cijfers.berekening import Cijfer
from samenhang.kernel.cijfers.publicatie import Publicatie
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.weergave import MAANDEN


def maand_in_tekst(maand: date) -> Tekst:
    """A month as "okt 2026"."""
    return Tekst(
        f"{MAANDEN[Taal.NL][maand.month - 1]} {maand.year}",
        f"{MAANDEN[Taal.EN][maand.month - 1]} {maand.year}",
    )


def dag_in_tekst(dag: date) -> Tekst:
    """A day as "1 nov 2026"."""
    maand = maand_in_tekst(dag)
    return Tekst(f"{dag.day} {maand.nl}", f"{dag.day} {maand.en}")


def waarde_in_tekst(waarde: Decimal) -> Tekst:
    """A figure in the notation of both languages."""
    return Tekst(str(waarde).replace(".", ","), str(waarde))


@dataclass(frozen=True, slots=True)
class _Plan:
    """One chart over months: which indicators are its series, and how its finding is said."""

    indicatoren: tuple[str, ...]
    bevinding: Tekst
    leeg: Tekst


_OVER_MAANDEN = (
    _Plan(
        ("signalen_per_1000",),
        Tekst(
            "In {maand} kwamen {waarde} signalen per 1.000 inwoners",
            "In {maand} there were {waarde} signals per 1,000 residents",
        ),
        Tekst("Signalen per 1.000 inwoners", "Signals per 1,000 residents"),
    ),
    _Plan(
        ("bereik", "acceptatie_van_bereikten"),
        Tekst(
            "Van de meldingen van {maand} is {waarde}% tot nu toe bereikt",
            "Of the cases of {maand}, {waarde}% has been reached so far",
        ),
        Tekst("Bereik en hulp aanvaard", "Reach and help accepted"),
    ),
    _Plan(
        ("enkelvoudig", "meervoudig", "opeenvolgend"),
        Tekst(
            "In {maand} had {waarde}% van de meldingen maar één partner",
            "In {maand}, {waarde}% of the cases had only one partner",
        ),
        Tekst("Enkel, meer en opeenvolgend", "Single, multiple and successive"),
    ),
)
_PER_KLASSE = (
    (
        "aandeel_partnersoort",
        Tekst("{klasse} gaf in {maand} de meeste signalen: {waarde}%", "{klasse} gave most signals in {maand}: {waarde}%"),
    ),
    (
        "pogingen_per_soort",
        Tekst("{klasse} was in {maand} de meest gebruikte poging", "{klasse} was the most used attempt in {maand}"),
    ),
    (
        "pogingen_per_dagdeel",
        Tekst("Het vaakst geprobeerd in {maand}: {klasse}", "Most tried in {maand}: {klasse}"),
    ),
)  # fmt: skip


def grafieken_van(gegeven: Publicatie) -> Iterator[Grafiek]:
    """The charts that have something to draw."""
    for plan in _OVER_MAANDEN:
        if grafiek := _over_maanden(gegeven, plan):
            yield grafiek
    for naam, bevinding in _PER_KLASSE:
        if grafiek := _per_klasse(gegeven, naam, bevinding):
            yield grafiek


def _over_maanden(gegeven: Publicatie, plan: _Plan) -> Grafiek | None:
    reeksen: list[Sequence[Cijfer]] = [
        [cijfer for maand in gegeven.maanden for cijfer in gegeven.van(naam, maand)]
        for naam in plan.indicatoren
    ]
    if not all(reeksen) or not any(c.waarde is not None for reeks in reeksen for c in reeks):
        return None
    eerste = reeksen[0][0].indicator
    getoond = [reeks for reeks in reeksen if any(c.waarde is not None for c in reeks)]
    lopend = gegeven.peildatum.replace(day=1)
    met_waarde = [c for c in reeksen[0] if c.waarde is not None]
    heel = [c for c in met_waarde if c.maand < lopend]
    laatste = (heel or met_waarde)[-1] if met_waarde else None
    titel = plan.leeg if laatste is None else _vul(plan.bevinding, laatste)
    return Grafiek(
        "lijn" if len(gegeven.maanden) > 3 else "staven",
        titel,
        Tekst(f"{plan.leeg.nl} per maand.", f"{plan.leeg.en} per month."),
        eerste.eenheid,
        [maand_in_tekst(maand) for maand in gegeven.maanden],
        [
            Reeks(
                reeks[0].indicator.titel, [float(c.waarde) if c.waarde is not None else None for c in reeks]
            )
            for reeks in getoond
        ],
        kop=Tekst("Maand", "Month"),
        bron=_bron(laatste or reeksen[0][-1], intern=gegeven.intern),
    )


def _per_klasse(gegeven: Publicatie, naam: str, bevinding: Tekst) -> Grafiek | None:
    for maand in reversed(gegeven.maanden):
        cijfers = gegeven.van(naam, maand)
        zichtbaar = [c for c in cijfers if c.waarde is not None]
        if zichtbaar and any(c.waarde for c in zichtbaar):
            break
    else:
        return None
    hoogste = max(zichtbaar, key=lambda c: c.waarde or Decimal(0))
    indicator = hoogste.indicator
    return Grafiek(
        "staven",
        _vul(bevinding, hoogste),
        Tekst(
            f"{indicator.titel.nl}, {maand_in_tekst(maand).nl}.",
            f"{indicator.titel.en}, {maand_in_tekst(maand).en}.",
        ),
        indicator.eenheid,
        [c.cel.titel for c in cijfers if c.cel],
        [Reeks(indicator.titel, [float(c.waarde) if c.waarde is not None else None for c in cijfers])],
        kop=Tekst("Klasse", "Class"),
        bron=_bron(hoogste, intern=gegeven.intern),
    )


def _vul(zin: Tekst, cijfer: Cijfer) -> Tekst:
    maand, waarde = maand_in_tekst(cijfer.maand), waarde_in_tekst(cijfer.waarde or Decimal(0))
    klasse = cijfer.cel.titel if cijfer.cel else Tekst("", "")
    return Tekst(
        zin.nl.format(maand=maand.nl, waarde=waarde.nl, klasse=klasse.nl),
        zin.en.format(maand=maand.en, waarde=waarde.en, klasse=klasse.en),
    )


def _bron(cijfer: Cijfer, *, intern: bool) -> Tekst:
    i, dag = cijfer.indicator, cijfer.peildatum.isoformat()
    if intern:
        return Tekst(
            f"eigen registratie, intern, geteld op {dag}; de laatste maand kan nog lopen; definitie {i.herkomst.nl}",
            f"own registration, internal, counted on {dag}; the last month may still run; definition {i.herkomst.en}",
        )
    return Tekst(
        f"eigen registratie, peildatum {dag}; definitie {i.herkomst.nl}",
        f"own registration, reference date {dag}; definition {i.herkomst.en}",
    )
