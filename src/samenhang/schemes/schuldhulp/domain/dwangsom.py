"""The penalty for a late decision (Awb 4:17), shared by the applicants. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.normen.dwangsom import DAGEN, SCHIJVEN
from samenhang.schemes.schuldhulp.domain.invoer import gegeven
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad


@dataclass(frozen=True, slots=True)
class Dwangsominvoer:
    """How many days are owed, counted from the day on which two weeks have passed since the notice of default."""

    dagen_te_laat: int = gegeven("Dagen te laat", "Days late", hoogstens=36_600)
    ontvangst_ingebrekestelling: date = gegeven(
        "Ingebrekestelling ontvangen op", "Notice of default received on"
    )
    aanvragers: int = gegeven("Aanvragers", "Applicants", standaard=1, minstens=1, hoogstens=1000)


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """The penalty, each applicant's share rounded down, and the shares that add up to the penalty."""

    bedrag: Bedrag
    per_aanvrager: Bedrag
    verdeling: tuple[Bedrag, ...]


def bereken_dwangsom(invoer: Dwangsominvoer, blad: Rekenblad) -> Dwangsom:
    """The amounts of the day on which the notice was received, for at most 42 days. Raises `NormOntbreekt`."""
    som, vorige = Bedrag(0), 0
    for tot, naam in SCHIJVEN:
        norm = blad.norm(naam, invoer.ontvangst_ingebrekestelling)
        dagen = max(0, min(invoer.dagen_te_laat, tot) - vorige)
        deel = norm.bedrag() * dagen
        blad.regel(
            Tekst(f"Dag {vorige + 1} tot en met {tot}", f"Day {vorige + 1} to {tot}"), f"{dagen} × {norm.waarde}", deel,
            norm=norm,
        )  # fmt: skip
        som, vorige = som + deel, tot
    blad.regel(
        Tekst("Verbeurde dwangsom", "Penalty incurred"),
        Tekst(f"hoogstens {DAGEN} dagen", f"at most {DAGEN} days"),
        som,
        artikel="Awb 4:17 lid 1-3",
    )
    deel_elk, rest = divmod(som.centen, invoer.aanvragers)
    verdeling = tuple(Bedrag(deel_elk + (nummer < rest)) for nummer in range(invoer.aanvragers))
    blad.regel(
        Tekst("Per aanvrager, gelijke delen", "Per applicant, equal shares"), f"{som} / {invoer.aanvragers}",
        Bedrag(deel_elk), artikel="Awb 4:17 lid 4",
    )  # fmt: skip
    return Dwangsom(som, Bedrag(deel_elk), verdeling)
