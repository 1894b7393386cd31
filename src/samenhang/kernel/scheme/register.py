"""Which schemes this deployment runs: entry points `samenhang.schemes`, chosen by SAMENHANG_SCHEMES."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import entry_points

from samenhang.kernel.scheme.declaratie import Scheme

GROEP = "samenhang.schemes"


@cache
def geinstalleerde_schemes() -> dict[str, Scheme]:
    """The chosen schemes by name, in order of name.

    SAMENHANG_SCHEMES is a comma-separated choice; unset means all that are installed. A name that is
    not installed raises `LookupError`, so that a deployment never runs silently without a register.
    """
    gevonden = {punt.name: punt for punt in entry_points(group=GROEP)}
    keuze = os.environ.get("SAMENHANG_SCHEMES", "").strip()
    namen = [naam.strip() for naam in keuze.split(",") if naam.strip()] if keuze else sorted(gevonden)
    ontbreekt = [naam for naam in namen if naam not in gevonden]
    if ontbreekt:
        raise LookupError(
            f"SAMENHANG_SCHEMES noemt {', '.join(ontbreekt)}; geïnstalleerd: {', '.join(sorted(gevonden))}"
        )
    return {naam: gevonden[naam].load() for naam in sorted(namen)}


def scheme(naam: str) -> Scheme:
    """The installed scheme of that name; `KeyError` when it is not installed here."""
    return geinstalleerde_schemes()[naam]


def scheme_pakket(naam: str) -> str:
    """The dotted package in which a scheme lives, for its templates, permits and doors."""
    for punt in entry_points(group=GROEP):
        if punt.name == naam:
            return punt.module.rsplit(".", 1)[0]
    raise KeyError(naam)
