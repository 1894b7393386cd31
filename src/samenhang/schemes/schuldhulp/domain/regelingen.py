"""Schuldbemiddeling and the zero offer, the court route beside it, and eighteen months beside thirty-six. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.termijnen import maanden_later
from samenhang.schemes.schuldhulp.domain.getallen import Percentage, als_percentage
from samenhang.schemes.schuldhulp.domain.invoer import gegeven, weiger
from samenhang.schemes.schuldhulp.domain.krediet import LANGSTE_LOOPTIJD, betaald_op, netto_van, toets_rente
from samenhang.schemes.schuldhulp.domain.rekenblad import OPGEGEVEN, Rekenblad
from samenhang.schemes.schuldhulp.domain.verdeling import (
    DELEND,
    Uitkering,
    Verdeling,
    Vordering,
    controleer_vorderingen,
    verdeel,
)

NIETS = Bedrag(0)
LOOPTIJDEN = (18, 36)
MAANDEN_WSNP = 18


class Regeling(StrEnum):
    """Saving for the creditors, or nothing to save (the "0%-aanbod")."""

    SCHULDBEMIDDELING = "SB"
    ZONDER = "SA"


@dataclass(frozen=True, slots=True)
class Bemiddelinginvoer:
    """What can be paid a month, for how long, and the claims."""

    capaciteit: Bedrag = gegeven("Afloscapaciteit per maand", "Capacity per month")
    vorderingen: tuple[Vordering, ...] = gegeven("Vorderingen", "Claims", minstens=1)
    looptijd_maanden: int = gegeven("Looptijd in maanden", "Term in months", standaard=18, minstens=1, hoogstens=LANGSTE_LOOPTIJD)  # fmt: skip
    datum: date | None = gegeven("Datum van het voorstel", "Date of the proposal", standaard=None)


@dataclass(frozen=True, slots=True)
class Bemiddeling:
    """The offer: its kind, the expected pot, and what each creditor may expect."""

    type: Regeling
    pot: Bedrag
    uitkeringen: tuple[Uitkering, ...]
    percentage_preferent: str
    percentage_concurrent: str


@dataclass(frozen=True, slots=True)
class Wsnpinvoer:
    """Both routes on the same capacity and claims; costs of the court route are norms unless given."""

    capaciteit: Bedrag = gegeven("Afloscapaciteit per maand", "Capacity per month")
    vorderingen: tuple[Vordering, ...] = gegeven("Vorderingen", "Claims", minstens=1)
    datum: date = gegeven("Datum", "Date")
    pot_minnelijk: Bedrag | None = gegeven(
        "Aanbod buiten de rechter", "Offer out of court", standaard=None,
        uitleg=Tekst("Leeg: de capaciteit over 18 maanden.", "Empty: the capacity over 18 months."),
    )  # fmt: skip
    salaris_bewindvoerder: Bedrag | None = gegeven(
        "Salaris van de bewindvoerder per maand", "Administrator's salary per month", standaard=None
    )
    griffierecht: Bedrag | None = gegeven("Griffierecht", "Court fee", standaard=None)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wsnpvergelijking:
    """What creditors get out of court and by the court route, and who does better out of court."""

    pot_minnelijk: Bedrag
    pot_wsnp: Bedrag
    verschil: Bedrag
    minnelijk_beter: bool
    percentage_preferent: str
    percentage_concurrent: str
    wsnp_preferent: str
    wsnp_concurrent: str


@dataclass(frozen=True, slots=True)
class Looptijdinvoer:
    """An instalment, a rate and the claims: what does a longer term bring?"""

    maandtermijn: Bedrag = gegeven("Maandtermijn", "Monthly instalment")
    effectief_jaarpercentage: Percentage = gegeven("Effectief jaarpercentage", "Effective rate per year")
    vorderingen: tuple[Vordering, ...] = gegeven("Vorderingen", "Claims", minstens=1)
    start: date = gegeven("Eerste dag", "First day")


@dataclass(frozen=True, slots=True)
class Looptijd:
    """One term: what is paid, what of it reaches the creditors, and the first day without debt.

    `maanden_betaald` is shorter than the term where the claims are paid in full before its end.
    """

    maanden: int
    maanden_betaald: int
    schuldenvrij: date
    betaald: Bedrag
    kredietvergoeding: Bedrag
    voor_schuldeisers: Bedrag
    percentage_preferent: str
    percentage_concurrent: str
    volledige_betaling: bool


@dataclass(frozen=True, slots=True)
class Looptijdvergelijking:
    """The terms side by side, and what the longer one costs and brings."""

    looptijden: tuple[Looptijd, ...]
    langer_maanden: int
    meer_betaald: Bedrag
    meer_voor_schuldeisers: Bedrag
    meer_kredietvergoeding: Bedrag


def bereken_bemiddeling(invoer: Bemiddelinginvoer, blad: Rekenblad) -> Bemiddeling:
    """Capacity times months over the claims; without capacity the zero offer, each creditor 0.00."""
    controleer_vorderingen(invoer.vorderingen, invoer.datum)
    pot = invoer.capaciteit * invoer.looptijd_maanden
    soort = Regeling.SCHULDBEMIDDELING if pot > NIETS else Regeling.ZONDER
    blad.regel(
        Tekst("Te verwachten voor de schuldeisers", "To be expected for the creditors"),
        f"{invoer.looptijd_maanden} × {invoer.capaciteit}", pot,
    )  # fmt: skip
    verdeling = verdeel(pot, invoer.vorderingen, blad, "/capaciteit")
    blad.regel(
        Tekst("Soort regeling", "Kind of arrangement"), Tekst("geen pot: 0%-aanbod", "no pot: zero offer") if soort is Regeling.ZONDER else Tekst("sparen", "saving"),
        soort, artikel="NVVK-module schuldregeling",
    )  # fmt: skip
    return Bemiddeling(
        soort, pot, verdeling.uitkeringen, verdeling.percentage_preferent, verdeling.percentage_concurrent
    )


def vergelijk_wsnp(invoer: Wsnpinvoer, blad: Rekenblad) -> Wsnpvergelijking:
    """The same capacity by both routes: from the court's pot come the administrator's salary and the court fee.

    Raises `NormOntbreekt` for a cost that was neither given nor loaded.
    """
    controleer_vorderingen(invoer.vorderingen, invoer.datum)
    salaris = _kosten(
        invoer.salaris_bewindvoerder,
        "wsnp.salaris_bewindvoerder",
        Tekst("Salaris bewindvoerder per maand", "Administrator's salary per month"),
        invoer.datum,
        blad,
    )
    griffie = _kosten(invoer.griffierecht, "wsnp.griffierecht", Tekst("Griffierecht", "Court fee"), invoer.datum, blad)  # fmt: skip
    minnelijk = invoer.capaciteit * MAANDEN_WSNP if invoer.pot_minnelijk is None else invoer.pot_minnelijk
    wsnp = max(NIETS, (invoer.capaciteit - salaris) * MAANDEN_WSNP - griffie)
    blad.regel(
        Tekst("Aanbod buiten de rechter", "Offer out of court"),
        OPGEGEVEN if invoer.pot_minnelijk is not None else f"{MAANDEN_WSNP} × {invoer.capaciteit}",
        minnelijk,
    )
    blad.regel(
        Tekst("Opbrengst via de rechter (Wsnp)", "Proceeds by the court route (Wsnp)"),
        f"max(0, {MAANDEN_WSNP} × ({invoer.capaciteit} - {salaris}) - {griffie})", wsnp,
        artikel="Fw 349a lid 1; kosten gaan van de pot af (Rb. Rotterdam 15 januari 2024)",
    )  # fmt: skip
    buiten, binnen = _percentages(minnelijk, invoer.vorderingen), _percentages(wsnp, invoer.vorderingen)
    verschil = minnelijk - wsnp
    blad.regel(
        Tekst("Verschil voor de schuldeisers", "Difference for the creditors"),
        f"{minnelijk} - {wsnp}",
        verschil,
    )
    return Wsnpvergelijking(minnelijk, wsnp, verschil, minnelijk > wsnp, *buiten, *binnen)


def vergelijk_looptijden(invoer: Looptijdinvoer, blad: Rekenblad) -> Looptijdvergelijking:
    """Eighteen and thirty-six months of the same instalment, as credit or saved (a rate of 0). R8: the end of a short month is its last day."""
    if invoer.maandtermijn == NIETS:
        raise weiger("maandtermijn_nul", "/maandtermijn", "Met een maandtermijn van 0.00 valt er niets te vergelijken. Vul een termijn in.", "With an instalment of 0.00 there is nothing to compare. Fill in an instalment.")  # fmt: skip
    controleer_vorderingen(invoer.vorderingen, None)
    if invoer.effectief_jaarpercentage.breuk:  # saving has no rate to check
        toets_rente(invoer.effectief_jaarpercentage, invoer.start, blad)
    kort, lang = (_looptijd(invoer, maanden, blad) for maanden in LOOPTIJDEN)
    return Looptijdvergelijking(
        looptijden=(kort, lang),
        langer_maanden=lang.maanden_betaald - kort.maanden_betaald,
        meer_betaald=lang.betaald - kort.betaald,
        meer_voor_schuldeisers=lang.voor_schuldeisers - kort.voor_schuldeisers,
        meer_kredietvergoeding=lang.kredietvergoeding - kort.kredietvergoeding,
    )


def _looptijd(invoer: Looptijdinvoer, looptijd: int, blad: Rekenblad) -> Looptijd:
    termijn, rente = invoer.maandtermijn, invoer.effectief_jaarpercentage
    schuld = _delende_schuld(invoer.vorderingen)
    netto, maanden = netto_van(termijn, looptijd, rente), looptijd
    vol = netto >= schuld
    if vol:  # then it stops as soon as everything is paid
        netto = schuld
        maanden = next(m for m in range(1, looptijd + 1) if netto_van(termijn, m, rente) >= schuld)
    betaald = betaald_op(netto, termijn, maanden, rente)
    preferent, concurrent = _percentages(netto, invoer.vorderingen)
    klaar = maanden_later(invoer.start, maanden)
    blad.regel(
        Tekst(f"{looptijd} maanden: voor de schuldeisers", f"{looptijd} months: for the creditors"),
        Tekst(f"nettokrediet van {maanden} × {termijn}", f"net credit of {maanden} × {termijn}")
        if rente.breuk
        else f"{maanden} × {termijn}",
        netto,
        artikel="R4",
    )
    blad.regel(
        Tekst(f"{looptijd} maanden: schuldenvrij", f"{looptijd} months: without debt"),
        Tekst(f"{invoer.start} + {maanden} maanden", f"{invoer.start} + {maanden} months"),
        klaar.isoformat(),
        artikel="R8",
    )
    return Looptijd(looptijd, maanden, klaar, betaald, betaald - netto, netto, preferent, concurrent, vol)


def _delende_schuld(vorderingen: Sequence[Vordering]) -> Bedrag:
    return Bedrag(sum(v.bedrag.centen for v in vorderingen if v.rang in DELEND))


def _percentages(pot: Bedrag, vorderingen: Sequence[Vordering]) -> tuple[str, str]:
    """Preferent and concurrent percentage of a pot; 100.00 where it pays all, 0.00 for a rank that nobody has."""
    schuld = _delende_schuld(vorderingen)
    if schuld > NIETS and pot >= schuld:
        honderd = als_percentage(1, 1)
        rangen = {v.rang for v in vorderingen}
        return tuple(honderd if rang in rangen else "0.00" for rang in DELEND)  # type: ignore[return-value]  # DELEND has two
    los = Rekenblad.leeg()
    uit: Verdeling = verdeel(pot, vorderingen, los)
    return uit.percentage_preferent, uit.percentage_concurrent


def _kosten(gegeven_: Bedrag | None, naam: str, titel: Tekst, datum: date, blad: Rekenblad) -> Bedrag:
    if gegeven_ is not None:
        blad.regel(titel, OPGEGEVEN, gegeven_)
        return gegeven_
    norm = blad.norm(naam, datum)
    blad.regel(titel, Tekst("norm van die dag", "norm of that day"), norm.bedrag(), norm=norm)
    return norm.bedrag()
