"""A pot over creditors, to the cent: preferent ones get twice the percentage of concurrent ones. Pure.

With P and C the sums of preferent and concurrent claims, q = pot / (2P + C); preferent 2q, concurrent q. Where 2q would
pass 1, preferent claims are paid in full and concurrent ones share the rest. Amounts are rounded down and the cents
that are left go to the largest remainders, ties by id: the sum is the pot, and nobody gets more than his claim (R5).
Percentages are derived and shown only; the amount prevails (R6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.domain.getallen import als_percentage
from samenhang.schemes.schuldhulp.domain.invoer import gegeven, weiger
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad


class Rang(StrEnum):
    """The rank of a claim; the last two take no part in the pot."""

    PREFERENT = "preferent"
    CONCURRENT = "concurrent"
    SEPARATIST = "separatist"
    UITGESLOTEN = "uitgesloten"


DELEND = (Rang.PREFERENT, Rang.CONCURRENT)
BUITEN = {
    Rang.SEPARATIST: Tekst("Buiten de verdeling: heeft zekerheid", "Outside the distribution: secured"),
    Rang.UITGESLOTEN: Tekst(
        "Buiten de verdeling en de kwijting", "Outside the distribution and the discharge"
    ),
}


@dataclass(frozen=True, slots=True)
class Vordering:
    """A claim with its rank. `peildatum` is the day at which it was stated."""

    id: str = gegeven("Schuldeiser", "Creditor", minstens=1, hoogstens=64)
    bedrag: Bedrag = gegeven("Vordering", "Claim")
    rang: Rang = gegeven("Rang", "Rank")
    peildatum: date | None = gegeven("Peildatum", "Reference date", standaard=None)


@dataclass(frozen=True, slots=True)
class Verdelinginvoer:
    """A pot and the claims on it; with `datum`, no claim may be stated at a later day."""

    pot: Bedrag = gegeven("Te verdelen bedrag", "Amount to distribute")
    vorderingen: tuple[Vordering, ...] = gegeven("Vorderingen", "Claims", minstens=1)
    datum: date | None = gegeven("Datum van het voorstel", "Date of the proposal", standaard=None)


@dataclass(frozen=True, slots=True)
class Uitkering:
    """What a creditor gets; `percentage` is of his claim, for people."""

    id: str
    rang: Rang
    vordering: Bedrag
    bedrag: Bedrag
    percentage: str


@dataclass(frozen=True, slots=True)
class Verdeling:
    """The distribution, in the order of the claims; whoever takes no part is there with 0.00."""

    uitkeringen: tuple[Uitkering, ...]
    percentage_preferent: str
    percentage_concurrent: str
    totaal_preferent: Bedrag
    totaal_concurrent: Bedrag
    buiten_verdeling: tuple[str, ...]


def bereken_verdeling(invoer: Verdelinginvoer, blad: Rekenblad) -> Verdeling:
    """Distribute the pot. Raises `Geweigerd` for double ids, nothing to share in, or a pot that pays all."""
    controleer_vorderingen(invoer.vorderingen, invoer.datum)
    return verdeel(invoer.pot, invoer.vorderingen, blad)


def controleer_vorderingen(vorderingen: Sequence[Vordering], datum: date | None) -> None:
    """Refuse a double id, a claim of nothing, and a reference date after the proposal."""
    gezien: dict[str, int] = {}
    for plaats, vordering in enumerate(vorderingen):
        eerder = gezien.setdefault(vordering.id, plaats)
        if eerder != plaats:
            raise weiger(
                "vordering_dubbel", f"/vorderingen/{plaats}/id",
                f"{vordering.id} staat er twee keer (ook op plaats {eerder + 1}). Tel de vorderingen op of geef een eigen id.",
                f"{vordering.id} is there twice (also at place {eerder + 1}). Add the claims up, or give each an id.",
            )  # fmt: skip
        if vordering.bedrag.centen == 0:
            raise weiger(
                "vordering_nul", f"/vorderingen/{plaats}/bedrag",
                f"De vordering van {vordering.id} is 0.00. Laat haar weg of vul het bedrag in.",
                f"The claim of {vordering.id} is 0.00. Leave it out or fill in the amount.",
            )  # fmt: skip
        if datum is not None and vordering.peildatum is not None and vordering.peildatum > datum:
            raise weiger(
                "peildatum_later", f"/vorderingen/{plaats}/peildatum",
                f"De peildatum van {vordering.id} ligt na {datum}. Vraag een opgave tot en met die dag.",
                f"The reference date of {vordering.id} is after {datum}. Ask for a statement up to that day.",
            )  # fmt: skip


def verdeel(pot: Bedrag, vorderingen: Sequence[Vordering], blad: Rekenblad, plek: str = "/pot") -> Verdeling:
    """The distribution itself; `plek` is where the pot came from, for a refusal."""
    preferent = sum(v.bedrag.centen for v in vorderingen if v.rang is Rang.PREFERENT)
    concurrent = sum(v.bedrag.centen for v in vorderingen if v.rang is Rang.CONCURRENT)
    if not preferent + concurrent:
        raise weiger(
            "niemand_deelt", "/vorderingen",
            "Geen van de vorderingen deelt in de pot: alle zijn separatist of uitgesloten. Controleer de rang.",
            "None of the claims shares in the pot: all are secured or excluded. Check the ranks.",
        )  # fmt: skip
    if pot.centen >= preferent + concurrent:
        raise weiger(
            "pot_betaalt_alles", plek,
            f"{pot.scherm()} is genoeg om alles te betalen ({Bedrag(preferent + concurrent).scherm()}). Dat is volledige betaling, geen schuldregeling: spreek met de schuldeisers af wanneer zij alles krijgen, of controleer inkomen, vrij te laten bedrag en schulden.",
            f"{pot.scherm()} is enough to pay everything ({Bedrag(preferent + concurrent).scherm()}). That is full repayment, no arrangement: agree with the creditors when they get everything, or check income, what is left free and debts.",
        )  # fmt: skip
    som, deler = pot.centen, 2 * preferent + concurrent
    gewicht, noemer = {Rang.PREFERENT: 2 * som, Rang.CONCURRENT: som}, deler
    afgetopt = bool(preferent) and 2 * som > deler
    if afgetopt:
        rest = som - preferent
        gewicht, noemer = {Rang.PREFERENT: concurrent, Rang.CONCURRENT: rest}, concurrent
    _leg_uit(pot, preferent, concurrent, afgetopt, blad)
    bedragen = _tot_op_de_cent(pot.centen, vorderingen, gewicht, noemer)
    per_rang = {rang: als_percentage(gewicht[rang], noemer) for rang in DELEND}
    return Verdeling(
        uitkeringen=tuple(
            Uitkering(v.id, v.rang, v.bedrag, Bedrag(centen), per_rang.get(v.rang, "0.00"))
            for v, centen in zip(vorderingen, bedragen, strict=True)
        ),
        percentage_preferent=per_rang[Rang.PREFERENT] if preferent else "0.00",
        percentage_concurrent=per_rang[Rang.CONCURRENT] if concurrent else "0.00",
        totaal_preferent=Bedrag(preferent),
        totaal_concurrent=Bedrag(concurrent),
        buiten_verdeling=_buiten(vorderingen, blad),
    )


def _tot_op_de_cent(
    pot: int, vorderingen: Sequence[Vordering], gewicht: dict[Rang, int], noemer: int
) -> list[int]:
    bedragen, resten = [], []
    for plaats, v in enumerate(vorderingen):
        centen, rest = divmod(v.bedrag.centen * gewicht.get(v.rang, 0), noemer)
        bedragen.append(centen)
        if rest:
            resten.append((-rest, v.id, plaats))
    over = pot - sum(bedragen)
    resten.sort()
    for _, _, plaats in resten[:over]:
        bedragen[plaats] += 1
    return bedragen


def _leg_uit(pot: Bedrag, preferent: int, concurrent: int, afgetopt: bool, blad: Rekenblad) -> None:
    p, c = Bedrag(preferent), Bedrag(concurrent)
    blad.regel(Tekst("Som van de preferente vorderingen (P)", "Sum of preferent claims (P)"), "P", p)
    blad.regel(Tekst("Som van de concurrente vorderingen (C)", "Sum of concurrent claims (C)"), "C", c)
    basis = "dubbel percentage voor preferent: vaste praktijk (ECLI:NL:RBNNE:2024:5048)"
    if afgetopt:
        blad.regel(
            Tekst("Preferent wordt volledig betaald", "Preferent is paid in full"),
            f"2 × {pot} / (2 × {p} + {c}) > 1", "100.00 %", artikel=basis,
        )  # fmt: skip
        blad.regel(
            Tekst("Percentage concurrent", "Concurrent percentage"), f"({pot} - {p}) / {c}",
            f"{als_percentage(pot.centen - preferent, concurrent)} %", artikel="R5",
        )  # fmt: skip
        return
    deler = 2 * preferent + concurrent
    if preferent:
        blad.regel(
            Tekst("Percentage preferent", "Preferent percentage"), f"2 × {pot} / (2 × {p} + {c})",
            f"{als_percentage(2 * pot.centen, deler)} %", artikel=basis,
        )  # fmt: skip
    blad.regel(
        Tekst("Percentage concurrent", "Concurrent percentage"), f"{pot} / (2 × {p} + {c})",
        f"{als_percentage(pot.centen, deler)} %", artikel="R5",
    )  # fmt: skip


def _buiten(vorderingen: Sequence[Vordering], blad: Rekenblad) -> tuple[str, ...]:
    for rang, waarom in BUITEN.items():
        wie = [v for v in vorderingen if v.rang is rang]
        if wie:
            blad.regel(
                waarom, Tekst(f"som van {len(wie)}", f"sum of {len(wie)}"), Bedrag(sum(v.bedrag.centen for v in wie)), status="ongeverifieerd",
            )  # fmt: skip
    return tuple(v.id for v in vorderingen if v.rang not in DELEND)
