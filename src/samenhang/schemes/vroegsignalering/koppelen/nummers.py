"""Person ids that stay: a cluster keeps the id of the largest known part of it; merges and splits are recorded."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.bewijs import vul

SignaalSleutel = tuple[str, str]
"""(partner, signaal_id)."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A known person of whom signals went to another: `soort` is `samengevoegd` when nothing stayed behind,
    `gesplitst` when something did; `signalen` of them went `naar`."""

    soort: str
    van: str
    naar: str
    signalen: int


def geef_nummers(
    verbinding: duckdb.DuckDBPyConnection, bekend: Mapping[SignaalSleutel, str] | str | None
) -> tuple[Wijziging, ...]:
    """Make `persoon(groep, persoon_id)` for the groups of `lid`.

    A new id follows from the first signal of the person. With `bekend` (or the table `(partner, signaal_id, oud)` of
    that name) each group keeps the known id that most of its signals have; a known id goes to one group, to that with
    most of its signals, ties by the smallest first signal. Python looks at those that do not speak for themselves.
    """
    eigen_nummers(verbinding)
    if not bekend:
        return ()
    if not isinstance(bekend, str):
        vul(
            verbinding,
            "bekend_nummer",
            {"partner": "VARCHAR", "signaal_id": "VARCHAR", "oud": "VARCHAR"},
            [(partner, signaal_id, oud) for (partner, signaal_id), oud in bekend.items()],
        )
        bekend = "bekend_nummer"
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE stem AS
        SELECT *, count(*) OVER (PARTITION BY oud) = 1 AND count(*) OVER (PARTITION BY groep) = 1 AS vanzelf
        FROM (SELECT b.oud, l.groep, count(*) AS n FROM {bekend} b
              JOIN signaal_bij s USING (partner, signaal_id) JOIN lid l USING (nr) GROUP BY ALL)"""
    )
    verbinding.execute("CREATE OR REPLACE TEMP TABLE behouden AS SELECT groep, oud FROM stem WHERE vanzelf")
    stemmen = verbinding.execute(
        """SELECT oud, groep, n, p.partner, p.signaal_id FROM stem JOIN persoon p USING (groep) WHERE NOT vanzelf
        ORDER BY n DESC, oud, p.partner, p.signaal_id"""
    ).fetchall()
    ids: dict[int, str] = {}
    vergeven: dict[str, int] = {}
    for oud, groep, _, _, _ in stemmen:
        if groep not in ids and oud not in vergeven:
            ids[groep], vergeven[oud] = oud, groep
    _nieuwe_namen(verbinding, ids, bekend)
    vul(verbinding, "gekozen", {"groep": "BIGINT", "oud": "VARCHAR"}, sorted(ids.items()))
    verbinding.execute("INSERT INTO behouden FROM gekozen")
    verbinding.execute(
        "UPDATE persoon SET persoon_id = oud FROM behouden WHERE behouden.groep = persoon.groep AND persoon_id <> oud"
    )
    return _wijzigingen(verbinding, stemmen, ids, vergeven)


def nummer_van(partner: str, signaal_id: str) -> str:
    """SQL: the id of a person by their first signal."""
    return f"'P' || left(sha256({partner} || '|' || {signaal_id}), 14)"


def eigen_nummers(verbinding: duckdb.DuckDBPyConnection, binnen: str = "") -> None:
    """Make `persoon(groep, partner, signaal_id, persoon_id)`, each with the id that follows from its first
    signal; with `binnen`, only of the groups of records that stand in the table of that name."""
    alleen = f"WHERE l.groep IN (SELECT groep FROM lid SEMI JOIN {binnen} USING (nr))" if binnen else ""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE persoon AS
        SELECT groep, eerste.partner AS partner, eerste.signaal_id AS signaal_id, {nummer_van("eerste.partner", "eerste.signaal_id")} AS persoon_id
        FROM (SELECT l.groep, min({{'partner': k.partner, 'signaal_id': k.signaal_id}}) AS eerste FROM klant k JOIN lid l USING (nr) {alleen} GROUP BY l.groep)"""
    )


def _nieuwe_namen(verbinding: duckdb.DuckDBPyConnection, ids: dict[int, str], bekend: str) -> None:
    """A group without a known id whose own would be one that was given away before gets the next in line."""
    gegeven: set[str] = set()
    for groep, partner, signaal_id, naam in verbinding.execute(
        f"""SELECT groep, partner, signaal_id, persoon_id FROM persoon
        WHERE persoon_id IN (SELECT oud FROM {bekend}) AND groep NOT IN (SELECT groep FROM behouden) ORDER BY groep"""
    ).fetchall():
        if groep in ids:
            continue
        poging = 0
        while (
            naam in gegeven
            or verbinding.execute(f"SELECT 1 FROM {bekend} WHERE oud = ? LIMIT 1", [naam]).fetchone()
        ):
            poging += 1
            naam = "P" + hashlib.sha256(f"{partner}|{signaal_id}|{poging}".encode()).hexdigest()[:14]
        ids[groep] = naam
        gegeven.add(naam)


def _wijzigingen(
    verbinding: duckdb.DuckDBPyConnection,
    stemmen: list[tuple[str, int, int, str, str]],
    ids: Mapping[int, str],
    vergeven: Mapping[str, int],
) -> tuple[Wijziging, ...]:
    over: dict[tuple[str, str], int] = defaultdict(int)
    namen: dict[int, str] = dict(ids)
    onbenoemd = sorted({groep for _, groep, _, _, _ in stemmen} - set(namen))
    if onbenoemd:
        namen |= dict(
            verbinding.execute(
                "SELECT groep, persoon_id FROM persoon WHERE list_contains(?, groep)", [onbenoemd]
            ).fetchall()
        )
    for oud, groep, aantal, _, _ in stemmen:
        if namen[groep] != oud:
            over[oud, namen[groep]] += aantal
    return tuple(
        Wijziging("gesplitst" if oud in vergeven else "samengevoegd", oud, naar, aantal)
        for (oud, naar), aantal in sorted(over.items())
    )
