"""One run into a register: read, take in, match, write beside, replace."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering import koppelen
from samenhang.schemes.vroegsignalering.bestand.lezen import Gelezen
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.koppelen import Gewichten, Koppeling
from samenhang.schemes.vroegsignalering.koppelregister.aanvullen import (
    onthoud_personen,
    vergeet_afgeleid,
    vul_aan,
)
from samenhang.schemes.vroegsignalering.koppelregister.plaats import Plaats, beschadigd, hecht_aan
from samenhang.schemes.vroegsignalering.koppelregister.rijen import (
    Toegevoegd,
    laad_erbij,
    maak_tabellen,
    signaal_verloren,
    voeg_toe,
)

WISSELEND: Final = (
    "slotsom",
    "verblijf",
    "samenwoning",
    "bewijs",
    "te_vragen",
    "lid",
    "persoon",
    "sterkte",
    "thuis",
    "contact",
    "naam",
)
"""Tables of which a delivery takes rows away."""

_OPSCHONEN: Final = 1.25
"""How many times the rows that count a table may hold."""

VORM = "8"
"""The form of the tables. A register of another form is refused."""


@dataclass(frozen=True, slots=True)
class Bijgewerkt:
    """What a run did: the rows of its files, the linkage, how many signals and files the register holds now,
    how many known signals changed person, and whether it was matched again as a whole because the rules or
    weights had changed (`andere_regels`)."""

    toegevoegd: Toegevoegd
    koppeling: Koppeling
    signalen: int
    bestanden: int
    van_persoon: int
    andere_regels: bool


def werk_bij(
    verbinding: duckdb.DuckDBPyConnection,
    plaats: Plaats,
    lees: Callable[[duckdb.DuckDBPyConnection], Sequence[Gelezen]],
    schrijf: Callable[[duckdb.DuckDBPyConnection], None],
    *,
    gewichten: Gewichten,
) -> Bijgewerkt:
    """Match the files that `lees` reads into the register of a place.

    `schrijf` writes the tables `uitkomst`, `twijfel` and `fouten` somewhere before the register is replaced,
    so that a fault there changes nothing. Raises `Geweigerd` for a damaged register and what `lees` refuses.
    """
    begin = time.perf_counter()
    with ThreadPoolExecutor(1) as ernaast:  # the disk copies the register while the files are checked
        kopie = ernaast.submit(plaats.begin)
        gelezen = lees(verbinding)
        seconden = {"lezen": round(time.perf_counter() - begin, 3)}
        bestond = kopie.result()
    hecht_aan(verbinding, plaats.nieuw)
    try:
        eerder = lees_kenmerken(verbinding, plaats.map) if bestond else {}
        if not bestond:
            maak_tabellen(verbinding)
        toegevoegd = voeg_toe(verbinding, gelezen)
        seconden["rijen"] = round(time.perf_counter() - begin - sum(seconden.values()), 3)
        andere_regels = bestond and eerder["regels"] != regels()
        alles = bestond and (andere_regels or signaal_verloren(verbinding))
        if alles:
            onthoud_personen(verbinding)
            vergeet_afgeleid(verbinding)
        laad_erbij(verbinding, alles=alles)
        weggelaten = 0 if alles else int(eerder.get("weggelaten", 0))
        koppeling = vul_aan(verbinding, gewichten, weggelaten, nieuw=not bestond)
        van_persoon = _rond_af(verbinding, koppeling.weggelaten, alles=alles)
        bijgewerkt = Bijgewerkt(
            toegevoegd,
            Koppeling(
                koppeling.personen,
                koppeling.huishoudens,
                koppeling.twijfel,
                koppeling.weggelaten,
                seconden | dict(koppeling.seconden),
            ),
            tel(verbinding, "SELECT count(*) FROM register.slotsom"),
            tel(verbinding, "SELECT count(DISTINCT nr) FROM register.bestand"),
            van_persoon,
            andere_regels,
        )
        # The lines of the outcome are sorted and written while the file is.
        with verbinding.duplicate() as andere, ThreadPoolExecutor(1) as ernaast:
            vastgelegd = ernaast.submit(leg_vast, andere, WISSELEND)
            schrijf(verbinding)
            vastgelegd.result()
    except BaseException:
        with suppress(duckdb.Error):  # what went wrong first is what counts
            verbinding.execute("USE memory; DETACH register")
        raise
    verbinding.execute("DROP VIEW uitkomst; DROP TABLE twijfel")
    verbinding.execute("DETACH register")
    plaats.vervang()
    return bijgewerkt


@cache
def regels() -> str:
    """What the outcome follows from beside the rows: the matcher with its weights, and the engine that runs it."""
    som = hashlib.sha256(duckdb.__version__.encode())
    for deel in sorted(resources.files(koppelen).iterdir(), key=lambda deel: deel.name):
        if deel.name.endswith((".py", ".toml")):
            som.update(deel.name.encode() + b"\0" + deel.read_bytes())
    return som.hexdigest()


def lees_kenmerken(verbinding: duckdb.DuckDBPyConnection, map_: Path) -> Mapping[str, str]:
    """The facts that a register tells about itself; refuses one that is not ours or of another form."""
    try:
        kenmerken = dict(verbinding.execute("SELECT naam, waarde FROM register.kenmerk").fetchall())
    except duckdb.CatalogException as fout:
        raise beschadigd(map_) from fout
    if kenmerken.get("vorm") != VORM or "regels" not in kenmerken:
        raise beschadigd(map_)
    return kenmerken


def _rond_af(verbinding: duckdb.DuckDBPyConnection, weggelaten: int, *, alles: bool) -> int:
    """Keep the facts; gives how many known signals have another person than before."""
    verbinding.execute("CREATE OR REPLACE TABLE register.kenmerk (naam VARCHAR, waarde VARCHAR)")
    verbinding.executemany(
        "INSERT INTO register.kenmerk VALUES (?, ?)",
        [("vorm", VORM), ("regels", regels()), ("weggelaten", str(weggelaten))],
    )
    return tel(
        verbinding,
        "SELECT count(*) FROM uitkomst n JOIN vorige o USING (partner, signaal_id) WHERE n.persoon_id <> o.persoon_id"
        if alles
        else "SELECT count(*) FROM uit_anders WHERE persoon_id <> was",
    )


def leg_vast(verbinding: duckdb.DuckDBPyConnection, wisselend: Sequence[str]) -> None:
    """Write what changed to the file. The tables `wisselend`, which lose rows, are only closed up, and then written again,
    once a quarter of their rows is dead: at every delivery that costs more than all it brings."""
    leeg = [
        f"SELECT 1 FROM register.{tabel} HAVING max(rowid) + 1 > {_OPSCHONEN} * count(*)"
        for tabel in wisselend
    ]
    if not verbinding.execute(" UNION ALL ".join(leeg)).fetchone():
        verbinding.execute("SET max_vacuum_tasks = 0")
    verbinding.execute("CHECKPOINT register")
    verbinding.execute("RESET max_vacuum_tasks")
