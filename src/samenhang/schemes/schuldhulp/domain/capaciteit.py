"""Capacity to repay per month, under a dated policy set. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.normen import NormOntbreekt
from samenhang.schemes.schuldhulp.domain.invoer import gegeven, weiger
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad

NIETS = Bedrag(0)


class Beleid(StrEnum):
    """The policy sets; what each asks stands as dated norms under `beleid.SET`."""

    NVVK = "nvvk-2024-07"
    NVVK_OUD = "nvvk-pre-2024-07"
    WSNP = "wsnp"


class Regelingsoort(StrEnum):
    """SA: an arrangement without capacity, called "0%-aanbod" in the national data standard; else SK or SB."""

    ZONDER = "SA"
    MET = "SK/SB"


@dataclass(frozen=True, slots=True)
class Capaciteitinvoer:
    """Income and what must be left of it."""

    netto_inkomen: Bedrag = gegeven("Netto-inkomen per maand", "Net income per month")
    vtlb: Bedrag = gegeven("Vrij te laten bedrag (vtlb)", "Amount left to live on (vtlb)")
    beleid: Beleid = gegeven("Beleid", "Policy set")
    datum: date = gegeven("Datum", "Date")
    bvv: Bedrag | None = gegeven(
        "Beslagvrije voet", "Protected earnings", standaard=None,
        uitleg=Tekst("Nodig waar het beleid een ondergrens kent: die blijft boven de beslagvrije voet.", "Needed where the policy has a floor: it stays above the protected earnings."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Capaciteit:
    """What can be paid a month, what that makes of the arrangement, and whether the floor of the policy decided it."""

    capaciteit: Bedrag
    type: Regelingsoort
    ondergrens_toegepast: bool


def bereken_capaciteit(invoer: Capaciteitinvoer, blad: Rekenblad) -> Capaciteit:
    """max(0, income - vtlb), or the floor of the policy where that leaves the protected earnings whole.

    Raises `NormOntbreekt` for a day on which the policy set does not hold.
    """
    blad.beleid = invoer.beleid
    try:
        ondergrens = blad.norm(f"beleid.{invoer.beleid}.ondergrens", invoer.datum)
    except NormOntbreekt as fout:
        raise _geldt_niet(invoer, fout) from fout
    ruimte = max(NIETS, invoer.netto_inkomen - invoer.vtlb)
    blad.regel(
        Tekst("Inkomen min vrij te laten bedrag", "Income less the amount left to live on"),
        f"max(0, {invoer.netto_inkomen} - {invoer.vtlb})", ruimte,
        artikel="NVVK-module schuldregeling; Recofa",
    )  # fmt: skip
    minimum = ondergrens.bedrag()
    blad.regel(
        Tekst("Ondergrens van het beleid", "Floor of the policy"),
        f"{invoer.beleid}",
        minimum,
        norm=ondergrens,
    )
    toegepast = minimum > ruimte and _blijft_boven_bvv(invoer, minimum, blad)
    capaciteit = minimum if toegepast else ruimte
    soort = Regelingsoort.MET if capaciteit > NIETS else Regelingsoort.ZONDER
    blad.regel(
        Tekst("Afloscapaciteit per maand", "Capacity to repay per month"),
        f"max({ruimte}, {minimum})" if toegepast else f"{ruimte}", capaciteit,
    )  # fmt: skip
    return Capaciteit(capaciteit, soort, toegepast)


def _geldt_niet(invoer: Capaciteitinvoer, fout: NormOntbreekt) -> NormOntbreekt:
    fout.tekst = Tekst(
        f"Beleid {invoer.beleid} geldt niet op {invoer.datum} (norm {fout.naam}). Kies het beleid van die dag, of vul rules/normen aan.",
        f"Policy {invoer.beleid} does not hold on {invoer.datum} (norm {fout.naam}). Choose that day's policy, or add to rules/normen.",
    )
    return fout


def _blijft_boven_bvv(invoer: Capaciteitinvoer, minimum: Bedrag, blad: Rekenblad) -> bool:
    if invoer.bvv is None:
        raise weiger(
            "bvv_nodig", "/bvv",
            f"Beleid {invoer.beleid} kent een ondergrens van {minimum}, mits de beslagvrije voet heel blijft. Vul bvv in.",
            f"Policy {invoer.beleid} has a floor of {minimum}, provided the protected earnings stay whole. Fill in bvv.",
        )  # fmt: skip
    over = invoer.netto_inkomen - minimum
    blijft = over >= invoer.bvv
    blad.regel(
        Tekst("Blijft de beslagvrije voet heel?", "Do the protected earnings stay whole?"),
        f"{invoer.netto_inkomen} - {minimum} ≥ {invoer.bvv}", "ja" if blijft else "nee", artikel="Rv 475c-475e",
    )  # fmt: skip
    return blijft
