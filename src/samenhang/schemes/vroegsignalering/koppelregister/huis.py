"""The register of a house: linked signals of which the house itself has the rows, so that it keeps nothing but what
follows from them. No Django.

It is a cache: what it says is what a run over all signals says that the house knows (docs/adr/0057).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from importlib import resources
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering import koppelregister
from samenhang.schemes.vroegsignalering.koppelen import Gewichten, Oordeel
from samenhang.schemes.vroegsignalering.koppelen.koppel import (
    STAPPEN,
    beslis,
    schrijf_twijfel,
    schrijf_uitkomst,
)
from samenhang.schemes.vroegsignalering.koppelen.nummers import geef_nummers
from samenhang.schemes.vroegsignalering.koppelregister.aanvullen import koppel_klanten
from samenhang.schemes.vroegsignalering.koppelregister.bijwerken import WISSELEND, leg_vast
from samenhang.schemes.vroegsignalering.koppelregister.bijwerken import regels as regels_van_koppelen
from samenhang.schemes.vroegsignalering.koppelregister.klanten import neem_klanten
from samenhang.schemes.vroegsignalering.koppelregister.rijen import KOLOMMEN

_GETOOND: Final = (
    "klant", "signaal_bij", "naam", "deel_van", "naamdeel", "genoten", "drukte", "contact", "stand",
)  # fmt: skip
"""What of the register is looked at after linking, by the names that a run over all signals gives it."""


@cache
def regels() -> str:
    """What a register of a house follows from beside the signals: the matcher, its engine, and how a register grows."""
    som = hashlib.sha256(regels_van_koppelen().encode())
    for deel in sorted(resources.files(koppelregister).iterdir(), key=lambda deel: deel.name):
        if deel.name.endswith(".py"):
            som.update(deel.name.encode() + b"\0" + deel.read_bytes())
    return som.hexdigest()


def is_van_nu(verbinding: duckdb.DuckDBPyConnection) -> bool:
    """Whether the attached `register` was made by these rules."""
    return _kenmerk(verbinding).get("regels") == regels()


def koppel_erbij(
    verbinding: duckdb.DuckDBPyConnection,
    *,
    gewichten: Gewichten,
    oordelen: Sequence[Oordeel],
    bekend: str,
    hoor: Callable[[float], None],
) -> None:
    """Match the signals of `signalen` into the attached `register`, which may be empty.

    `bekend` names a table `(partner, signaal_id, oud, id, persoon)` of all signals that were known before, with the key and
    the id of the person of each: those of the register, and those of `signalen` that are not new. Leaves what `koppel` leaves after a run over all of them: `uitkomst` and
    `twijfel`, and the tables that a pair is explained from, here as views until `laat_los`. `hoor` hears how far it is.
    """
    gedaan = 0

    def klaar(stap: str) -> None:
        nonlocal gedaan
        gedaan += STAPPEN[stap]
        hoor(gedaan / 100)

    kolommen = ", ".join(naam for naam, _ in KOLOMMEN if naam not in ("bedrag_centen", "inhoud_hash"))
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE signalen AS SELECT {kolommen} FROM memory.signalen")
    verbinding.execute("USE register")
    eerder = _kenmerk(verbinding)
    neem_klanten(verbinding)
    verbinding.execute(
        "CREATE TABLE IF NOT EXISTS register.signaal (partner VARCHAR, signaal_id VARCHAR, nr BIGINT, id UUID, persoon UUID, sleutel VARCHAR)"
    )
    verbinding.execute(
        f"INSERT INTO register.signaal SELECT e.partner, e.signaal_id, e.nr, b.id, b.persoon, b.oud FROM erbij_signaal e LEFT JOIN {bekend} b USING (partner, signaal_id)"
    )
    verbinding.execute(
        "CREATE OR REPLACE VIEW register.signaal_bij AS SELECT partner, signaal_id, nr FROM register.signaal"
    )
    weggelaten = koppel_klanten(
        verbinding,
        gewichten,
        int(eerder.get("weggelaten", 0)),
        beslis(verbinding, oordelen),
        klaar,
        nieuw=not eerder,
    )
    geef_nummers(verbinding, bekend)
    schrijf_uitkomst(verbinding)
    schrijf_twijfel(verbinding)
    verbinding.execute("CREATE OR REPLACE TABLE register.kenmerk (naam VARCHAR, waarde VARCHAR)")
    verbinding.executemany(
        "INSERT INTO register.kenmerk VALUES (?, ?)",
        [("regels", regels()), ("weggelaten", str(weggelaten))],
    )
    verbinding.execute("USE memory")
    for tabel in _GETOOND:
        verbinding.execute(f"CREATE OR REPLACE TEMP VIEW {tabel} AS FROM register.{tabel}")
    klaar("schrijven")


def leg_huis_vast(verbinding: duckdb.DuckDBPyConnection, nieuw: str) -> bool:
    """Write the register out. `nieuw` names a table `(partner, signaal_id, id, persoon, oud)` of the signals that had no id
    yet. False, and nothing is written, when one of them is not in it.
    """
    verbinding.execute(
        f"""UPDATE register.signaal SET id = n.id::UUID, persoon = n.persoon::UUID, sleutel = n.oud FROM {nieuw} n
        WHERE signaal.id IS NULL AND n.partner = signaal.partner AND n.signaal_id = signaal.signaal_id"""
    )
    if verbinding.execute("SELECT 1 FROM register.signaal WHERE id IS NULL LIMIT 1").fetchone():
        return False
    leg_vast(verbinding, [tabel for tabel in WISSELEND if tabel != "slotsom"])
    return True


def laat_los(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Close the register, whatever became of it."""
    verbinding.execute("USE memory")
    for tabel in _GETOOND:
        with suppress(duckdb.CatalogException):  # linking broke off while a table bore the name
            verbinding.execute(f"DROP VIEW IF EXISTS temp.{tabel}")
    verbinding.execute("DETACH DATABASE IF EXISTS register")


def _kenmerk(verbinding: duckdb.DuckDBPyConnection) -> dict[str, str]:
    try:
        return dict(verbinding.execute("SELECT naam, waarde FROM register.kenmerk").fetchall())
    except duckdb.CatalogException:
        return {}
