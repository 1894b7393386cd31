"""Which schemes this deployment runs: entry points `samenhang.schemes`, chosen by SAMENHANG_SCHEMES."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.scheme.declaratie import Scheme

GROEP = "samenhang.schemes"


class SchemeOntbreekt(Geweigerd, LookupError):
    """A deployment asks for a scheme that is not installed; it must not run silently without that register."""

    status = 500


@cache
def geinstalleerde_schemes() -> dict[str, Scheme]:
    """The chosen schemes by name, in order of name; raises as `gekozen_schemes` does."""
    return {naam: punt.load() for naam, punt in gekozen_schemes().items()}


@cache
def gekozen_schemes() -> Mapping[str, EntryPoint]:
    """Where the chosen schemes are, in order of name; none of them is loaded.

    SAMENHANG_SCHEMES is a comma-separated choice; unset means all that are installed. A name that is
    not installed raises `SchemeOntbreekt`.
    """
    gevonden = {punt.name: punt for punt in entry_points(group=GROEP)}
    keuze = os.environ.get("SAMENHANG_SCHEMES", "").strip()
    namen = [naam.strip() for naam in keuze.split(",") if naam.strip()] if keuze else sorted(gevonden)
    ontbreekt = [naam for naam in namen if naam not in gevonden]
    if ontbreekt:
        mist, er_zijn = ", ".join(ontbreekt), ", ".join(sorted(gevonden))
        raise SchemeOntbreekt(
            "scheme_ontbreekt",
            Tekst(
                f"SAMENHANG_SCHEMES noemt {mist}; geïnstalleerd: {er_zijn}. Installeer het pakket of haal de naam weg.",
                f"SAMENHANG_SCHEMES names {mist}; installed: {er_zijn}. Install the package or remove the name.",
            ),
        )
    return {naam: gevonden[naam] for naam in sorted(namen)}


def scheme(naam: str) -> Scheme:
    """The installed scheme of that name; `KeyError` when it is not installed here."""
    return geinstalleerde_schemes()[naam]


@cache
def scheme_pakket(naam: str) -> str:
    """The dotted package in which a scheme lives, for its templates, permits and doors."""
    for punt in entry_points(group=GROEP):
        if punt.name == naam:
            return punt.module.rsplit(".", 1)[0]
    raise KeyError(naam)
