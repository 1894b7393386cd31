"""`koppel`: the whole run, from the table `signalen` to `uitkomst` and `twijfel`."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.bewijs import beoordeel, patronen, vul
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten
from samenhang.schemes.vroegsignalering.koppelen.huishoudens import huishoudens
from samenhang.schemes.vroegsignalering.koppelen.motor import MotorKeuze
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer
from samenhang.schemes.vroegsignalering.koppelen.nummers import SignaalSleutel, Wijziging, geef_nummers
from samenhang.schemes.vroegsignalering.koppelen.sleutels import maak_paren
from samenhang.schemes.vroegsignalering.koppelen.vragen import kies, maak_vragen
from samenhang.schemes.vroegsignalering.koppelen.zoeken import zoek_personen


@dataclass(frozen=True, slots=True)
class Oordeel:
    """A person judged two signals to be of the same person, or not. It holds in every later run."""

    links: SignaalSleutel
    rechts: SignaalSleutel
    zelfde: bool


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Counts of a run, how long each stage took (wall seconds), and which known persons merged or split."""

    personen: int
    huishoudens: int
    twijfel: int
    weggelaten: int
    seconden: Mapping[str, float] = field(default_factory=dict)
    wijzigingen: Sequence[Wijziging] = ()


STAPPEN: Final = {
    "normaliseren": 18,
    "paren": 9,
    "wegen": 31,
    "clusteren": 15,
    "huishoudens": 21,
    "schrijven": 6,
}
"""The stages of a run in order, each with its share of the work in hundredths (measured at 200,000 signals)."""

Hoor = Callable[[float], None]
"""Who wants to hear what share of a run is done, from 0 to 1."""


class _Klok:
    def __init__(self, hoor: Hoor | None) -> None:
        self.seconden: dict[str, float] = {}
        self._begin = time.perf_counter()
        self._hoor = hoor
        self._gedaan = 0

    def klaar(self, stap: str) -> None:
        nu = time.perf_counter()
        self.seconden[stap] = round(nu - self._begin, 3)
        self._begin = nu
        self._gedaan += STAPPEN[stap]
        if self._hoor is not None:
            self._hoor(self._gedaan / 100)

    def paren(self, klaar: int, totaal: int) -> None:
        """So many pairs of all are compared."""
        if self._hoor is not None:
            self._hoor((self._gedaan + STAPPEN["wegen"] * klaar / totaal) / 100)


def koppel(
    verbinding: duckdb.DuckDBPyConnection,
    *,
    gewichten: Gewichten,
    oordelen: Sequence[Oordeel] = (),
    bekend: Mapping[SignaalSleutel, str] | str | None = None,
    draden: int | None = None,
    motor: MotorKeuze = nullcontext,
    verbruik: bool = False,
    hoor: Hoor | None = None,
) -> Koppeling:
    """Link the signals of the connection's table `signalen`.

    Leaves `uitkomst(partner, signaal_id, persoon_id, huishouden_id, zekerheid)`, in no order, and `twijfel` with the pairs
    for a person. `oordelen` are respected and never asked again; with `bekend` (the person ids of an earlier
    run, or the name of a table `(partner, signaal_id, oud)` of them) a cluster keeps the id of its largest known part, ties by the smallest id. The outcome does not
    depend on `draden` or on the order of the rows. With `verbruik` the signals are thrown away as soon as they
    are read, to save memory. `hoor` hears how far it is (DuckDB only).
    """
    if draden is not None:
        verbinding.execute(f"SET threads = {int(draden)}")
    klok = _Klok(hoor)
    with motor(verbinding) as uitvoerder:
        normaliseer(uitvoerder)
        if verbruik:
            verbinding.execute("DROP TABLE signalen")
        klok.klaar("normaliseren")
        weggelaten = maak_paren(uitvoerder)
        klok.klaar("paren")
        patronen(uitvoerder, enkelen=False, hoor=klok.paren if hoor is not None else None)
    beoordeel(verbinding, gewichten)
    verbinding.execute("DROP TABLE vergelijking")  # `bewijs` has it all
    klok.klaar("wegen")
    vragen = zoek_personen(verbinding, gewichten, beslis(verbinding, oordelen))
    klok.klaar("clusteren")
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE lid AS SELECT k.nr, coalesce(s.groep, k.nr) AS groep FROM klant k LEFT JOIN samen s USING (nr)"
    )
    wijzigingen = geef_nummers(verbinding, bekend)
    huishoudens(verbinding, gewichten)
    klok.klaar("huishoudens")
    maak_sterkte(verbinding, gewichten)
    schrijf_uitkomst(verbinding)
    maak_vragen(verbinding, "te_vragen", vragen, gewichten.persoon)
    personen, huizen, gesteld = schrijf_twijfel(verbinding)
    verbinding.execute("DROP TABLE te_vragen")
    klok.klaar("schrijven")
    return Koppeling(personen, huizen, gesteld, weggelaten, klok.seconden, wijzigingen)


def beslis(verbinding: duckdb.DuckDBPyConnection, oordelen: Sequence[Oordeel]) -> dict[tuple[int, int], bool]:
    """The judgements per pair of record numbers; those about signals that are not here are left out."""
    if not oordelen:
        return {}
    vul(
        verbinding,
        "gezocht",
        {"partner": "VARCHAR", "signaal_id": "VARCHAR"},
        sorted({sleutel for oordeel in oordelen for sleutel in (oordeel.links, oordeel.rechts)}),
    )
    nummer = {
        (partner, signaal_id): nr
        for partner, signaal_id, nr in verbinding.execute(
            "SELECT partner, signaal_id, nr FROM signaal_bij JOIN gezocht USING (partner, signaal_id)"
        ).fetchall()
    }
    beslist = {}
    for oordeel in oordelen:
        a, b = nummer.get(oordeel.links), nummer.get(oordeel.rechts)
        if a is not None and b is not None and a != b:
            beslist[min(a, b), max(a, b)] = oordeel.zelfde
    return beslist


def maak_sterkte(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten, binnen: str = "") -> None:
    """Make `sterkte(nr, som)`: the best evidence that binds a record to the rest of its person; with `binnen`,
    only of records that stand in the table of that name, with their whole persons."""
    alleen = f"AND a IN (SELECT nr FROM {binnen}) AND b IN (SELECT nr FROM {binnen})" if binnen else ""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE sterkte AS
        WITH band AS (SELECT a, b, som FROM bewijs WHERE NOT veto AND som >= {gewichten.persoon.twijfel} {alleen}),
        b AS (SELECT a AS nr, b AS ander, som FROM band UNION ALL SELECT b, a, som FROM band)
        SELECT b.nr, max(b.som) AS som FROM b JOIN lid x ON x.nr = b.nr JOIN lid y ON y.nr = b.ander WHERE x.groep = y.groep GROUP BY b.nr"""
    )


def per_klant(binnen: str = "") -> str:
    """SQL: the outcome of each record (`nr`); with `binnen`, only of those in the table of that name."""
    alleen = f"SEMI JOIN {binnen} USING (nr)" if binnen else ""
    return f"""SELECT l.nr, p.persoon_id, 'H' || h.persoon_id[2:] AS huishouden_id, coalesce(round(1 / (1 + exp(-least(s.som, 3000) / 100.0)), 3), 1.0) AS zekerheid
        FROM (FROM lid {alleen}) l JOIN persoon p USING (groep) LEFT JOIN thuis t ON t.groep = l.groep
        JOIN persoon h ON h.groep = coalesce(t.huis, l.groep) LEFT JOIN sterkte s ON s.nr = l.nr"""


KOP_UITKOMST: Final = "signaal_id,partner,persoon_id,huishouden_id,zekerheid"
REGEL: Final = """concat(signaal_id, ',', CASE WHEN regexp_matches(partner, '[,"#\\r\\n]') THEN '"' || replace(partner, '"', '""') || '"' ELSE partner END,
    ',', persoon_id, ',', huishouden_id, ',', zekerheid)"""
"""The head of the outcome as a file, and SQL of a line of it; of these columns only a partner may hold what must be quoted."""


def schrijf_uitkomst(verbinding: duckdb.DuckDBPyConnection) -> None:
    """The table `uitkomst`."""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE uitkomst AS
        SELECT s.partner, s.signaal_id, persoon_id, huishouden_id, zekerheid FROM signaal_bij s JOIN ({per_klant()}) USING (nr)"""
    )


def schrijf_twijfel(verbinding: duckdb.DuckDBPyConnection) -> tuple[int, int, int]:
    """The tables `open_paar` and `twijfel`, of the questions in `te_vragen`; gives the number of persons, of households and of
    questions asked."""
    rij = verbinding.execute("SELECT count(*) FROM signaal_bij").fetchone()
    kies(verbinding, int(rij[0]) if rij else 0)
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE twijfel AS
        SELECT x.partner AS links_partner, x.signaal_id AS links_signaal_id, y.partner AS rechts_partner, y.signaal_id AS rechts_signaal_id,
            px.persoon_id AS links_persoon_id, py.persoon_id AS rechts_persoon_id, o.som, o.zekerheid, o.reden
        FROM open_paar o JOIN klant x ON x.nr = o.a JOIN klant y ON y.nr = o.b
        JOIN lid lx ON lx.nr = o.a JOIN persoon px ON px.groep = lx.groep JOIN lid ly ON ly.nr = o.b JOIN persoon py ON py.groep = ly.groep
        ORDER BY o.plek"""
    )
    # A household is named after one of its persons, who therefore is not in `thuis`.
    tel = verbinding.execute(
        "SELECT (SELECT count(*) FROM persoon), (SELECT count(*) FROM thuis), (SELECT count(*) FROM open_paar)"
    ).fetchone()
    assert tel is not None  # an aggregate gives one row
    return int(tel[0]), int(tel[0]) - int(tel[1]), int(tel[2])
