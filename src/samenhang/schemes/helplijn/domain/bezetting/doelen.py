"""What the line promises: so many percent within so many seconds, and at most so many who hang up. Pure but for dated norms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.normen import Norm, NormOntbreekt, norm
from samenhang.schemes.helplijn.domain.bezetting.lezen import Deel

NORMEN: Final = ("gebruikelijk", "vng", "tilburg")
LANGSTE_WACHT: Final = 3600
GEEN_HONDERD = Tekst(
    "Iedereen binnen een vaste tijd kan geen enkele bezetting beloven: neem bijvoorbeeld 95.",
    "Everybody within a fixed time is what no staffing can promise: take 95, for instance.",
)
GEEN_NUL = Tekst("Dat niemand ophangt kan geen enkele bezetting beloven.", "That nobody hangs up is what no staffing can promise.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doel:
    """A target of the line with where it comes from; `afhaken` is None when nobody asked for a maximum."""

    procent: Decimal
    seconden: int
    afhaken: Decimal | None = None
    norm: str = ""
    bron: str = ""
    status: str = ""


def lees_doel(deel: Deel, dag: date) -> Doel:
    """A target from a document: a published norm, own figures, or a norm with own figures on top."""
    naam = deel.keuze("norm", NORMEN, standaard="")
    delen = {soort: _norm(f"bezetting.doel.{naam}.{soort}", dag) for soort in ("procent", "seconden", "afhaken")} if naam else {}  # fmt: skip
    van_norm = {soort: gevonden for soort, gevonden in delen.items() if gevonden}
    if naam and "procent" not in van_norm and not deel.heeft("procent"):
        deel.fout("procent", "veld_ontbreekt", f"de norm {naam} noemt geen percentage; vul in hoeveel procent van de bellers u binnen {van_norm['seconden'].waarde} seconden wilt bereiken.", f"the norm {naam} names no percentage; enter which percentage of callers you want to reach within {van_norm['seconden'].waarde} seconds.")  # fmt: skip
    procent = deel.percentage("procent", 0, 100, GEEN_HONDERD, van_norm["procent"].getal() if "procent" in van_norm else None, mag_leeg=bool(naam))  # fmt: skip
    seconden = deel.getal("seconden", 0, LANGSTE_WACHT, int(van_norm["seconden"].waarde) if "seconden" in van_norm else None)  # fmt: skip
    afhaken = deel.percentage("afhaken_procent", 0, 100, GEEN_NUL, van_norm["afhaken"].getal() if "afhaken" in van_norm else None, mag_leeg=True)  # fmt: skip
    deel.sluit()
    eerste = next(iter(van_norm.values()), None)
    return Doel(
        procent or Decimal(0),
        seconden,
        afhaken,
        naam,
        eerste.bron if eerste else "",
        eerste.status if eerste else "",
    )


def _norm(naam: str, dag: date) -> Norm | None:
    try:
        return norm(naam, dag)
    except NormOntbreekt:
        return None


def alle_doelen(dag: date) -> list[dict[str, str]]:
    """The published targets that hold on a day, each with source and status."""
    uit = []
    for naam in NORMEN:
        delen = {
            soort: _norm(f"bezetting.doel.{naam}.{soort}", dag)
            for soort in ("procent", "seconden", "afhaken")
        }
        bekend = [deel for deel in delen.values() if deel]
        if bekend:
            rij = {soort: deel.waarde for soort, deel in delen.items() if deel}
            uit.append({"norm": naam, **rij, "bron": bekend[0].bron, "status": bekend[0].status})
    return uit
