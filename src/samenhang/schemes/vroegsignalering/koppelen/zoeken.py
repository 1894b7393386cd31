"""Which records are one person, over all of them: the engine finds what a chain of accepted pairs connects, Python
(`clusteren`) looks at what needs sorting out or asking about. Most is neither."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import combinations

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.bewijs import vul
from samenhang.schemes.vroegsignalering.koppelen.clusteren import (
    ZEKER_OORDEEL,
    Paar,
    clusteer,
    dagen_strijdig,
    onduidelijk,
)
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten
from samenhang.schemes.vroegsignalering.koppelen.ketens import maak_delen


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Without Python's search for cycles: pairs by the hundred thousand have none, and each time all are looked at."""
    stond_aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stond_aan:
            gc.enable()


def zoek_personen(
    verbinding: duckdb.DuckDBPyConnection,
    gewichten: Gewichten,
    beslist: Mapping[tuple[int, int], bool],
    binnen: str = "",
) -> Sequence[Paar]:
    """Cluster the records of `bewijs`; with `binnen`, only those whose numbers stand in the table of that name, which
    has whole chains of accepted pairs.

    Makes `samen(nr, groep)`, the cluster of each record that is not alone (named after its smallest number), and
    gives the pairs for review. `beslist` holds what people judged of pairs of records; a pair judged the same is a link
    in a chain like an accepted one.
    """
    with zonder_opruimen():
        return _zoek(verbinding, gewichten, beslist, binnen)


def _zoek(
    verbinding: duckdb.DuckDBPyConnection,
    gewichten: Gewichten,
    beslist: Mapping[tuple[int, int], bool],
    binnen: str,
) -> Sequence[Paar]:
    grens, twijfel = gewichten.persoon.aanvaard, gewichten.persoon.twijfel
    _neem_paren(verbinding, beslist, grens, twijfel, binnen)
    _neem_onduidelijk(verbinding)
    maak_delen(verbinding, "SELECT a, b FROM sterk_paar ANTI JOIN onduidelijk USING (a, b)")
    _kies_delen(verbinding, twijfel)
    van, vragen = _sorteer_uit(verbinding, twijfel)
    vul(verbinding, "uitgezocht", {"nr": "BIGINT", "groep": "BIGINT"}, list(van.items()))
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE samen AS
        SELECT nr, groep FROM deel ANTI JOIN nader ON nader.groep = deel.groep UNION ALL FROM uitgezocht"""
    )
    for tabel in ("sterk_paar", "zwak_paar", "onduidelijk", "deel", "nader", "uitgezocht"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
    return vragen


def _neem_paren(
    verbinding: duckdb.DuckDBPyConnection,
    beslist: Mapping[tuple[int, int], bool],
    grens: int,
    twijfel: int,
    binnen: str,
) -> None:
    """Make `sterk_paar`, the accepted pairs, and `zwak_paar`, of the others what may matter: worth a question, or
    between records that other pairs may join."""
    vul(
        verbinding,
        "oordeel_paar",
        {"a": "BIGINT", "b": "BIGINT", "zelfde": "BOOLEAN"},
        [(a, b, zelfde) for (a, b), zelfde in sorted(beslist.items())],
    )
    bewijs = "bewijs"
    if binnen:  # looked up once; who is accepted beside one of them is one of them
        bewijs = "bewijs_hier"
        verbinding.execute(
            f"CREATE OR REPLACE TEMP TABLE bewijs_hier AS FROM bewijs SEMI JOIN {binnen} x ON x.nr = a SEMI JOIN {binnen} y ON y.nr = b"
        )
        verbinding.execute(
            f"DELETE FROM oordeel_paar WHERE a NOT IN (SELECT nr FROM {binnen}) OR b NOT IN (SELECT nr FROM {binnen})"
        )
    open_ = "AND (a, b) NOT IN (SELECT (a, b) FROM oordeel_paar)" if beslist else ""
    aanvaard = f"som >= {grens} AND NOT veto AND NOT voorbehoud"
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE sterk_paar AS SELECT a, b, som FROM {bewijs} WHERE {aanvaard} {open_}
        UNION ALL SELECT a, b, {ZEKER_OORDEEL} FROM oordeel_paar WHERE zelfde"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE zwak_paar AS
        WITH s AS (SELECT a AS nr FROM {bewijs} WHERE {aanvaard} UNION SELECT b FROM {bewijs} WHERE {aanvaard})
        SELECT a, b, som, veto, voorbehoud FROM {bewijs}
        WHERE NOT ({aanvaard}) AND (som >= {twijfel} OR ((veto OR som <= {grens}) AND a IN (SELECT nr FROM s) AND b IN (SELECT nr FROM s))) {open_}
        UNION ALL SELECT a, b, -{ZEKER_OORDEEL}, true, false FROM oordeel_paar WHERE NOT zelfde"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE geboren AS SELECT nr, geboortedatum FROM klant WHERE geboortedatum IS NOT NULL
        AND nr IN (SELECT a FROM {bewijs} WHERE som >= {twijfel} UNION SELECT b FROM {bewijs} WHERE som >= {twijfel}
            UNION SELECT a FROM oordeel_paar UNION SELECT b FROM oordeel_paar)"""
    )
    verbinding.execute("DROP TABLE IF EXISTS temp.bewijs_hier")
    verbinding.execute("DROP TABLE temp.oordeel_paar")


def _neem_onduidelijk(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `onduidelijk`: the accepted pairs of a record without birth date that fits two people."""
    rijen = verbinding.execute(
        """WITH k AS (SELECT a AS zonder, b AS met, a, b, som FROM sterk_paar UNION ALL SELECT b, a, a, b, som FROM sterk_paar),
        m AS (SELECT k.*, geboortedatum FROM k JOIN geboren ON geboren.nr = met ANTI JOIN geboren z ON z.nr = zonder),
        z AS (SELECT zonder FROM m GROUP BY zonder HAVING min(geboortedatum) <> max(geboortedatum))
        SELECT a, b, som, met, geboortedatum FROM m SEMI JOIN z USING (zonder)"""
    ).fetchall()
    paren = onduidelijk(
        [Paar(a, b, som) for a, b, som, _, _ in rijen], {met: dag for _, _, _, met, dag in rijen}
    )
    vul(verbinding, "onduidelijk", {"a": "BIGINT", "b": "BIGINT"}, sorted(paren))


def _kies_delen(verbinding: duckdb.DuckDBPyConnection, twijfel: int) -> None:
    """Make `nader(groep)`: what Python must look at, because it contradicts itself or may be asked about. A record that
    is alone is a group as well."""
    dagen: dict[int, list[date]] = defaultdict(list)
    for groep, dag in verbinding.execute(
        """WITH d AS (SELECT DISTINCT groep, geboortedatum FROM deel JOIN geboren USING (nr))
        FROM d SEMI JOIN (SELECT groep FROM d GROUP BY groep HAVING count(*) > 1) m USING (groep)"""
    ).fetchall():
        dagen[groep].append(dag)
    strijdig = [
        (groep,) for groep, rij in dagen.items() if any(dagen_strijdig(x, y) for x, y in combinations(rij, 2))
    ]
    vul(verbinding, "strijdig", {"groep": "BIGINT"}, strijdig)
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE nader AS
        WITH z AS (FROM zwak_paar UNION ALL SELECT a, b, som, false, false FROM sterk_paar SEMI JOIN onduidelijk USING (a, b)),
        g AS (SELECT coalesce(x.groep, a) AS links, coalesce(y.groep, b) AS rechts, som, veto, voorbehoud
              FROM z LEFT JOIN deel x ON x.nr = a LEFT JOIN deel y ON y.nr = b)
        SELECT links AS groep FROM g WHERE links = rechts AND (veto OR voorbehoud OR som <= 0)
        UNION SELECT links FROM g WHERE links <> rechts AND som >= {twijfel} UNION SELECT rechts FROM g WHERE links <> rechts AND som >= {twijfel}
        UNION FROM strijdig"""
    )
    verbinding.execute("DROP TABLE temp.strijdig")


def _sorteer_uit(
    verbinding: duckdb.DuckDBPyConnection, twijfel: int
) -> tuple[Mapping[int, int], Sequence[Paar]]:
    """The cluster of each record of `nader`, and what a person is asked."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE bekijk AS SELECT nr FROM deel SEMI JOIN nader USING (groep) UNION SELECT groep FROM nader"""
    )
    hier = "WHERE a IN (FROM bekijk) AND b IN (FROM bekijk) ORDER BY a, b"
    sterk = _paren(verbinding, f"SELECT a, b, som, false, false FROM sterk_paar {hier}")
    zwak = _paren(verbinding, f"SELECT a, b, som, veto, voorbehoud FROM zwak_paar {hier}")
    geboren = dict(verbinding.execute("FROM geboren SEMI JOIN bekijk USING (nr)").fetchall())
    for tabel in ("bekijk", "geboren"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
    clusters = clusteer(sterk, zwak, geboren, twijfel)
    return clusters.van, clusters.twijfel


def _paren(verbinding: duckdb.DuckDBPyConnection, vraag: str) -> list[Paar]:
    """The pairs that a question gives, read a few at a time: as rows all together they take more memory than what is
    made of them."""
    antwoord = verbinding.execute(vraag)
    paren: list[Paar] = []
    while rijen := antwoord.fetchmany(10_000):
        paren += map(Paar._make, rijen)
    return paren
