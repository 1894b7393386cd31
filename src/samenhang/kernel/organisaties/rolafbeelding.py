"""Which claim of the identity provider means which role: a dated table that the operator keeps. Pure.

    [[rol]]
    claim = "SG-Schulden-Teamleiders"        # a value in the claim, as the provider sends it
    organisatie = "9901"                     # municipality code, KvK number or OIN
    scheme = "vroegsignalering"
    rol = "teamleider"
    mandaat = "mandaatregister 2026, artikel 3"
    vanaf = 2026-01-01
    tot = 2026-12-31                         # the last day; may be left out

What is not in the table is no role, whatever the provider sends.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from samenhang.kernel.scheme.register import geinstalleerde_schemes

VELDEN = {"claim": str, "organisatie": str, "scheme": str, "rol": str, "mandaat": str, "vanaf": date}


@dataclass(frozen=True, slots=True)
class Rolregel:
    """One row of the table."""

    claim: str
    organisatie: str
    scheme: str
    rol: str
    mandaat: str
    vanaf: date
    tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Whether the row counts on that day; `tot` is the last day."""
        return self.vanaf <= dag and (self.tot is None or dag <= self.tot)


def lees_rolafbeelding(pad: Path | None) -> tuple[Rolregel, ...]:
    """The table in a file; none without one. Raises `ValueError` naming file and row for what is wrong."""
    if pad is None:
        return ()
    try:
        document = tomllib.loads(pad.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
        raise ValueError(f"{pad}: kan niet worden gelezen (cannot be read): {fout}") from fout
    onbekend = set(document) - {"rol"}
    if onbekend:
        raise ValueError(f"{pad}: onbekend (unknown): {', '.join(sorted(onbekend))}")
    return tuple(_regel(pad, nummer, rij) for nummer, rij in enumerate(document.get("rol", []), 1))


def _regel(pad: Path, nummer: int, rij: dict[str, Any]) -> Rolregel:
    plek = f"{pad}: rol {nummer}"
    onbekend = set(rij) - {*VELDEN, "tot"}
    if onbekend:
        raise ValueError(f"{plek}: onbekend veld (unknown field) {', '.join(sorted(onbekend))}")
    for veld, soort in VELDEN.items():
        if type(rij.get(veld)) is not soort or not rij[veld]:
            raise ValueError(f"{plek}: {veld} ontbreekt of klopt niet (is missing or wrong)")
    if "tot" in rij and (type(rij["tot"]) is not date or rij["tot"] < rij["vanaf"]):
        raise ValueError(f"{plek}: tot is geen dag na vanaf (is no day after vanaf)")
    scheme = geinstalleerde_schemes().get(rij["scheme"])
    if scheme is None or rij["rol"] not in {rol.naam for rol in scheme.rollen}:
        raise ValueError(f"{plek}: er is geen rol (there is no role) {rij['scheme']}:{rij['rol']}")
    return Rolregel(**rij)


def gevraagde_regels(regels: Iterable[Rolregel], claims: object, dag: date) -> list[Rolregel]:
    """The rows that count on that day for who has these claims: a list of texts, or one text.

    A claim of another form (an object, a number) means nothing, and so does one that no row names.
    """
    waarden = {claims} if isinstance(claims, str) else set()
    if isinstance(claims, list):
        waarden = {waarde for waarde in claims if isinstance(waarde, str)}
    return [regel for regel in regels if regel.claim in waarden and regel.geldt_op(dag)]
