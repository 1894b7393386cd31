"""Saneringskrediet: the credit that an instalment can carry, and its schedule to the cent. Pure.

The net credit is the largest amount in whole cents whose last instalment is not above the agreed one; interest is
rounded half up per month on the opening balance; the last instalment closes the balance (R3, R4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.normen import Norm
from samenhang.kernel.termijnen import maanden_later
from samenhang.schemes.schuldhulp.domain.getallen import SCHAAL, Percentage, helft_omhoog, maandfactor
from samenhang.schemes.schuldhulp.domain.invoer import gegeven, weiger
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad

LANGSTE_LOOPTIJD = 60
MAXIMUM = "krediet.maximum_effectief_percentage"


@dataclass(frozen=True, slots=True)
class Kredietinvoer:
    """What a credit is computed from."""

    maandtermijn: Bedrag = gegeven("Maandtermijn", "Monthly instalment")
    looptijd_maanden: int = gegeven(
        "Looptijd in maanden", "Term in months", minstens=1, hoogstens=LANGSTE_LOOPTIJD
    )
    effectief_jaarpercentage: Percentage = gegeven("Effectief jaarpercentage", "Effective rate per year")
    datum: date | None = gegeven(
        "Datum van het krediet", "Date of the credit", standaard=None,
        uitleg=Tekst("Dan wordt de rente getoetst aan het maximum van die dag, en ziet u de dag zonder schuld.", "The rate is then checked against the maximum of that day, and you see the day without debt."),
    )  # fmt: skip
    capaciteit: Bedrag | None = gegeven(
        "Afloscapaciteit", "Capacity to repay", standaard=None,
        uitleg=Tekst("De termijn gaat er nooit boven.", "The instalment never exceeds it."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kredietregel:
    """One month: number, interest, repayment, balance after it, and what is paid."""

    termijn: int
    rente: Bedrag
    aflossing: Bedrag
    saldo: Bedrag
    bedrag: Bedrag


@dataclass(frozen=True, slots=True)
class Krediet:
    """The credit: `bruto_kredietsom` is all that is paid, `netto_kredietsom` what the creditors get of it."""

    netto_kredietsom: Bedrag
    kredietvergoeding: Bedrag
    bruto_kredietsom: Bedrag
    laatste_termijn: Bedrag
    schuldenvrij: date | None
    schema: tuple[Kredietregel, ...]


def bereken_krediet(invoer: Kredietinvoer, blad: Rekenblad) -> Krediet:
    """Net credit, fee and schedule. Raises `Geweigerd` for a rate that was never lawful, or an instalment above capacity."""
    if invoer.maandtermijn.centen == 0:
        raise weiger(
            "maandtermijn_nul", "/maandtermijn",
            "Met een maandtermijn van 0.00 is er geen krediet. Kies een schuldregeling zonder afloscapaciteit (SA).",
            "An instalment of 0.00 carries no credit. Choose an arrangement without capacity (SA).",
        )  # fmt: skip
    if invoer.capaciteit is not None and invoer.maandtermijn > invoer.capaciteit:
        raise weiger(
            "boven_capaciteit", "/maandtermijn",
            f"De maandtermijn is hoger dan de afloscapaciteit van {invoer.capaciteit}. Verlaag de termijn.",
            f"The instalment exceeds the capacity of {invoer.capaciteit}. Lower it.",
        )  # fmt: skip
    toets_rente(invoer.effectief_jaarpercentage, invoer.datum, blad)
    factor = maandfactor(invoer.effectief_jaarpercentage.tekst)
    termijn, maanden = invoer.maandtermijn.centen, invoer.looptijd_maanden
    netto = _grootste_netto(termijn, maanden, factor)
    schema = tuple(_aflossen(netto, termijn, maanden, factor))
    laatste = schema[-1].bedrag
    bruto = Bedrag(termijn * (maanden - 1)) + laatste
    uit = Krediet(
        netto_kredietsom=Bedrag(netto),
        kredietvergoeding=bruto - Bedrag(netto),
        bruto_kredietsom=bruto,
        laatste_termijn=laatste,
        schuldenvrij=maanden_later(invoer.datum, maanden) if invoer.datum else None,
        schema=schema,
    )
    blad.regel(
        Tekst("Rente per maand", "Interest per month"),
        f"(1 + {invoer.effectief_jaarpercentage}/100)^(1/12) - 1",
        _als_breuk(factor), artikel="R3",
    )  # fmt: skip
    blad.regel(
        Tekst("Nettokredietsom: wat de schuldeisers krijgen", "Net credit: what the creditors get"),
        Tekst(f"het grootste bedrag waarvan {maanden} × {invoer.maandtermijn} rente en aflossing dekt", f"the largest amount of which {maanden} × {invoer.maandtermijn} covers interest and repayment"),
        uit.netto_kredietsom, artikel="R4",
    )  # fmt: skip
    blad.regel(
        Tekst("Laatste termijn, die het saldo sluit", "Last instalment, which closes the balance"),
        f"{schema[-1].aflossing} + {schema[-1].rente}", laatste, artikel="R4",
    )  # fmt: skip
    blad.regel(
        Tekst("Brutokredietsom: alle termijnen", "Gross credit: all instalments"),
        f"{maanden - 1} × {invoer.maandtermijn} + {laatste}", bruto,
    )  # fmt: skip
    blad.regel(
        Tekst("Kredietvergoeding", "Credit fee"),
        f"{bruto} - {uit.netto_kredietsom}", uit.kredietvergoeding,
    )  # fmt: skip
    return uit


def netto_van(termijn: Bedrag, maanden: int, rente: Percentage) -> Bedrag:
    """The net credit alone, for who compares terms."""
    return Bedrag(_grootste_netto(termijn.centen, maanden, maandfactor(rente.tekst)))


def betaald_op(netto: Bedrag, termijn: Bedrag, maanden: int, rente: Percentage) -> Bedrag:
    """All that is paid on a net credit in so many months, the last instalment included."""
    laatste = _laatste(netto.centen, termijn.centen, maanden, maandfactor(rente.tekst))
    return termijn * (maanden - 1) + Bedrag(laatste)


def toets_rente(rente: Percentage, datum: date | None, blad: Rekenblad) -> None:
    """Refuse a rate above the maximum of the day; without a day, above every maximum there was."""
    norm = blad.norm(MAXIMUM, datum) if datum else None
    hoogste = norm or max(blad.normen.reeksen.get(MAXIMUM, ()), key=_hoogte, default=None)
    if hoogste is None:
        return
    if rente.breuk > Percentage.lees(hoogste.waarde).breuk:
        wanneer = Tekst(f"van {datum}", f"of {datum}") if datum else Tekst("dat ooit gold", "that ever held")
        raise weiger(
            "rente_te_hoog", "/effectief_jaarpercentage",
            f"{rente} % is hoger dan het wettelijk maximum {wanneer.nl}: {hoogste.waarde} %. Verlaag de rente.",
            f"{rente} % is above the legal maximum {wanneer.en}: {hoogste.waarde} %. Lower the rate.",
        )  # fmt: skip
    if norm is not None:
        blad.regel(
            Tekst("Hoogste rente die mag", "Highest rate allowed"),
            f"{rente} ≤ {norm.waarde}",
            f"{norm.waarde} %",
            norm=norm,
        )
    else:
        blad.regel(
            Tekst("Rente niet getoetst: geen datum gegeven", "Rate not checked: no date given"),
            Tekst(f"{rente} ≤ {hoogste.waarde}, het hoogste dat ooit gold", f"{rente} ≤ {hoogste.waarde}, the highest that ever held"), f"{rente} %",
        )  # fmt: skip


def _hoogte(norm: Norm) -> Fraction:
    return Percentage.lees(norm.waarde).breuk


def _laatste(netto: int, termijn: int, maanden: int, factor: int) -> int:
    """What the last instalment must be to close the balance."""
    saldo, dubbel = netto, 2 * factor
    for _ in range(maanden - 1):  # `helft_omhoog` in place: this runs some fifty times for a credit
        saldo += (saldo * dubbel + SCHAAL) // (2 * SCHAAL) - termijn
    return saldo + helft_omhoog(saldo * factor, SCHAAL)


def _grootste_netto(termijn: int, maanden: int, factor: int) -> int:
    """The last instalment grows with the net credit: start at the present value and step to the edge."""
    groei = SCHAAL
    for _ in range(maanden):
        groei += groei * factor // SCHAAL
    netto = termijn * (groei - SCHAAL) * SCHAAL // (groei * factor) if factor else termijn * maanden
    netto += (termijn - _laatste(netto, termijn, maanden, factor)) * SCHAAL // groei
    while _laatste(netto, termijn, maanden, factor) > termijn:
        netto -= 1
    while _laatste(netto + 1, termijn, maanden, factor) <= termijn:
        netto += 1
    return netto


def _aflossen(netto: int, termijn: int, maanden: int, factor: int) -> Iterator[Kredietregel]:
    saldo, vast = netto, Bedrag(termijn)
    for nummer in range(1, maanden):
        rente = helft_omhoog(saldo * factor, SCHAAL)
        saldo += rente - termijn
        yield Kredietregel(nummer, Bedrag(rente), Bedrag(termijn - rente), Bedrag(saldo), vast)
    rente = helft_omhoog(saldo * factor, SCHAAL)
    yield Kredietregel(maanden, Bedrag(rente), Bedrag(saldo), Bedrag(0), Bedrag(saldo + rente))


def _als_breuk(factor: int) -> str:
    """The factor with twelve decimals: enough to check by hand, and no more than is certain."""
    return f"0.{factor // 10**28:012d}"
