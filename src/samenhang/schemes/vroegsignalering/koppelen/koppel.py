"""`koppel`: the whole run, from the table `signalen` to `uitkomst` and `twijfel`."""

from __future__ import annotations

import csv
import hashlib
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.bewijs import weeg
from samenhang.schemes.vroegsignalering.koppelen.clusteren import Clusters, Paar, clusteer
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten, zekerheid
from samenhang.schemes.vroegsignalering.koppelen.huishoudens import Verblijf, huishoudens
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer
from samenhang.schemes.vroegsignalering.koppelen.sleutels import maak_paren

ZEKER_OORDEEL = 100_000
"""The evidence of a pair that a person judged to be the same: above everything that data can say."""

SignaalSleutel = tuple[str, str]
"""(partner, signaal_id)."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """A person judged two signals to be of the same person, or not. It holds in every later run."""

    links: SignaalSleutel
    rechts: SignaalSleutel
    zelfde: bool


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Counts of a run and how long each stage took (wall seconds)."""

    personen: int
    huishoudens: int
    twijfel: int
    weggelaten: int
    seconden: Mapping[str, float] = field(default_factory=dict)


class _Klok:
    def __init__(self) -> None:
        self.seconden: dict[str, float] = {}
        self._begin = time.perf_counter()

    def klaar(self, stap: str) -> None:
        nu = time.perf_counter()
        self.seconden[stap] = round(nu - self._begin, 3)
        self._begin = nu


def koppel(
    verbinding: duckdb.DuckDBPyConnection,
    *,
    gewichten: Gewichten,
    oordelen: Sequence[Oordeel] = (),
    bekend: Mapping[SignaalSleutel, str] | None = None,
    draden: int | None = None,
) -> Koppeling:
    """Link the signals of the connection's table `signalen`.

    Leaves `uitkomst(partner, signaal_id, persoon_id, huishouden_id, zekerheid)` and `twijfel` with the pairs
    for a person. `oordelen` are respected and never asked again; with `bekend` (the person ids of an earlier
    run) a cluster keeps the id of its largest known part, ties by the smallest id. The outcome does not
    depend on `draden` or on the order of the rows.
    """
    if draden is not None:
        verbinding.execute(f"SET threads = {int(draden)}")
    klok = _Klok()
    normaliseer(verbinding)
    klok.klaar("normaliseren")
    weggelaten = maak_paren(verbinding)
    _paren_van_oordelen(verbinding, oordelen)
    klok.klaar("paren")
    weeg(verbinding, gewichten)
    klok.klaar("wegen")
    clusters = _clusters(verbinding, gewichten, oordelen)
    klok.klaar("clusteren")
    personen = _persoon_ids(verbinding, clusters.van, bekend or {})
    thuis = _huishoudens(verbinding, clusters.van)
    klok.klaar("huishoudens")
    _schrijf(verbinding, clusters, personen, thuis, gewichten)
    klok.klaar("schrijven")
    return Koppeling(
        personen=len(set(personen.values())),
        huishoudens=len(set(thuis.values())),
        twijfel=len(clusters.twijfel),
        weggelaten=weggelaten,
        seconden=klok.seconden,
    )


def _nummers(
    verbinding: duckdb.DuckDBPyConnection, oordelen: Sequence[Oordeel]
) -> list[tuple[int, int, bool]]:
    """The judgements as pairs of record numbers; those about signals that are not here are left out."""
    if not oordelen:
        return []
    gezocht = {sleutel for oordeel in oordelen for sleutel in (oordeel.links, oordeel.rechts)}
    verbinding.execute("CREATE OR REPLACE TEMP TABLE gezocht (partner VARCHAR, signaal_id VARCHAR)")
    verbinding.executemany("INSERT INTO gezocht VALUES (?, ?)", sorted(gezocht))
    rijen = verbinding.execute(
        "SELECT partner, signaal_id, nr FROM signaal_bij JOIN gezocht USING (partner, signaal_id)"
    ).fetchall()
    nummer = {(partner, signaal_id): nr for partner, signaal_id, nr in rijen}
    paren = []
    for oordeel in oordelen:
        a, b = nummer.get(oordeel.links), nummer.get(oordeel.rechts)
        if a is not None and b is not None and a != b:
            paren.append((min(a, b), max(a, b), oordeel.zelfde))
    return paren


def _paren_van_oordelen(verbinding: duckdb.DuckDBPyConnection, oordelen: Sequence[Oordeel]) -> None:
    for a, b, _ in _nummers(verbinding, oordelen):
        verbinding.execute(
            "INSERT INTO paar SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM paar WHERE a = ? AND b = ?)",
            [a, b, a, b],
        )


def _clusters(
    verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten, oordelen: Sequence[Oordeel]
) -> Clusters:
    rijen = verbinding.execute("SELECT a, b, som, veto FROM bewijs WHERE som > -600 OR veto").fetchall()
    beslist = {(a, b): zelfde for a, b, zelfde in _nummers(verbinding, oordelen)}
    paren = []
    for a, b, som, veto in rijen:
        zelfde = beslist.get((a, b))
        if zelfde is None:
            paren.append(Paar(a, b, som, veto))
    for (a, b), zelfde in beslist.items():
        paren.append(Paar(a, b, ZEKER_OORDEEL if zelfde else -ZEKER_OORDEEL, veto=not zelfde))
    geboren = dict(
        verbinding.execute("SELECT nr, geboortedatum FROM klant WHERE geboortedatum IS NOT NULL").fetchall()
    )
    aantal = verbinding.execute("SELECT count(*) FROM klant").fetchone()
    return clusteer(int(aantal[0]) if aantal else 0, paren, geboren, gewichten.aanvaard, gewichten.twijfel)


def _persoon_ids(
    verbinding: duckdb.DuckDBPyConnection, cluster: Mapping[int, int], bekend: Mapping[SignaalSleutel, str]
) -> dict[int, str]:
    """The id of each cluster: the known id of its largest part, else derived from its first signal."""
    eerste: dict[int, tuple[str, str]] = {}
    stemmen: dict[int, Counter[str]] = defaultdict(Counter)
    for partner, signaal_id, nr in verbinding.execute(
        "SELECT partner, signaal_id, nr FROM signaal_bij"
    ).fetchall():
        groep = cluster[nr]
        sleutel = (partner, signaal_id)
        if groep not in eerste or sleutel < eerste[groep]:
            eerste[groep] = sleutel
        if sleutel in bekend:
            stemmen[groep][bekend[sleutel]] += 1
    ids: dict[int, str] = {}
    vergeven: set[str] = set()
    voorkeur = sorted(
        ((-aantal, naam, groep) for groep, tellen in stemmen.items() for naam, aantal in tellen.items())
    )
    for _, naam, groep in voorkeur:
        if groep not in ids and naam not in vergeven:
            ids[groep] = naam
            vergeven.add(naam)
    for groep, sleutel in eerste.items():
        if groep not in ids:
            ids[groep] = _naam("P", sleutel, vergeven)
            vergeven.add(ids[groep])
    return ids


def _naam(letter: str, sleutel: SignaalSleutel, vergeven: set[str]) -> str:
    """An id from the content; when an earlier run gave it away, the next in line."""
    poging = 0
    while True:
        invoer = "|".join((*sleutel, str(poging))) if poging else "|".join(sleutel)
        naam = letter + hashlib.sha256(invoer.encode()).hexdigest()[:14]
        if naam not in vergeven:
            return naam
        poging += 1


def _huishoudens(verbinding: duckdb.DuckDBPyConnection, cluster: Mapping[int, int]) -> dict[int, int]:
    bijeen: dict[tuple[int, str], Verblijf] = {}
    rijen = verbinding.execute(
        "SELECT nr, eenheid, eerste, laatste, delen, partner, contract, telefoon, email FROM klant"
    ).fetchall()
    for nr, eenheid, eerste, laatste, delen, partner, contract, telefoon, email in rijen:
        banden = {
            f"c{partner}|{contract}" if contract else "",
            f"t{telefoon}" if telefoon else "",
            f"e{email}" if email else "",
        } - {""}
        sleutel = (cluster[nr], eenheid)
        al = bijeen.get(sleutel)
        bijeen[sleutel] = Verblijf(
            persoon=cluster[nr],
            eenheid=eenheid,
            eerste=min(eerste, al.eerste) if al else eerste,
            laatste=max(laatste, al.laatste) if al else laatste,
            namen=frozenset(delen) | (al.namen if al else frozenset()),
            banden=frozenset(banden) | (al.banden if al else frozenset()),
        )
    return huishoudens(bijeen[sleutel] for sleutel in sorted(bijeen))


def _schrijf(
    verbinding: duckdb.DuckDBPyConnection,
    clusters: Clusters,
    personen: Mapping[int, str],
    thuis: Mapping[int, int],
    gewichten: Gewichten,
) -> None:
    """The tables `uitkomst` and `twijfel`."""
    sterkte: dict[int, int] = {}
    for a, b, som in verbinding.execute(
        "SELECT a, b, som FROM bewijs WHERE NOT veto ORDER BY som DESC, a, b"
    ).fetchall():
        if clusters.van[a] == clusters.van[b]:
            sterkte.setdefault(a, som)
            sterkte.setdefault(b, som)
    rijen = [
        (
            nr,
            personen[groep],
            "H" + personen[thuis[groep]][1:],
            zekerheid(sterkte[nr]) if nr in sterkte else 1.0,
        )
        for nr, groep in clusters.van.items()
    ]
    _vul(
        verbinding,
        "toewijzing",
        "nr INTEGER, persoon_id VARCHAR, huishouden_id VARCHAR, zekerheid DOUBLE",
        rijen,
    )
    verbinding.execute(
        "CREATE OR REPLACE TABLE uitkomst AS SELECT s.partner, s.signaal_id, t.persoon_id, t.huishouden_id, t.zekerheid "
        "FROM signaal_bij s JOIN toewijzing t USING (nr) ORDER BY s.partner, s.signaal_id"
    )
    paren = [(paar.a, paar.b, paar.som, zekerheid(paar.som)) for paar in clusters.twijfel]
    _vul(verbinding, "open_paar", "a INTEGER, b INTEGER, som INTEGER, zekerheid DOUBLE", paren)
    verbinding.execute(
        """CREATE OR REPLACE TABLE twijfel AS
        SELECT x.partner AS links_partner, x.signaal_id AS links_signaal_id, y.partner AS rechts_partner, y.signaal_id AS rechts_signaal_id,
            tx.persoon_id AS links_persoon_id, ty.persoon_id AS rechts_persoon_id, o.som, o.zekerheid
        FROM open_paar o JOIN klant x ON x.nr = o.a JOIN klant y ON y.nr = o.b JOIN toewijzing tx ON tx.nr = o.a JOIN toewijzing ty ON ty.nr = o.b
        ORDER BY o.som DESC, 1, 2, 3, 4"""
    )


def _vul(
    verbinding: duckdb.DuckDBPyConnection, tabel: str, kolommen: str, rijen: Sequence[tuple[object, ...]]
) -> None:
    """Bring Python rows into a table; by way of a temporary file, which is much faster than one by one."""
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE {tabel} ({kolommen})")
    if not rijen:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", delete=True) as doel:
        csv.writer(doel).writerows(rijen)
        doel.flush()
        verbinding.execute(f"COPY {tabel} FROM '{doel.name}' (FORMAT csv, HEADER false)")
