"""Match new rows into a register: do again what they may change, and nothing else.

Counts grow as sums (`tellen`). Compared again: pairs that are new, and pairs of which a record, a name, a count or the
days in between have changed in a way that the comparison looks at. Clustered again: the records that a chain of
accepted pairs connects to such a change. The outcome is that of a full run, bit for bit.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen import Gewichten, Koppeling
from samenhang.schemes.vroegsignalering.koppelen.bewijs import beoordeel, patronen, vul
from samenhang.schemes.vroegsignalering.koppelen.koppel import maak_sterkte, schrijf_twijfel
from samenhang.schemes.vroegsignalering.koppelen.nummers import eigen_nummers, nummer_van
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import GAT
from samenhang.schemes.vroegsignalering.koppelen.vragen import VRAAG, maak_vragen
from samenhang.schemes.vroegsignalering.koppelen.zoeken import zoek_personen
from samenhang.schemes.vroegsignalering.koppelregister.huisvesten import groei, huisvest
from samenhang.schemes.vroegsignalering.koppelregister.klanten import neem_klanten
from samenhang.schemes.vroegsignalering.koppelregister.paren import nieuwe_paren
from samenhang.schemes.vroegsignalering.koppelregister.slotsom import uit_regel, werk_uitkomst_bij
from samenhang.schemes.vroegsignalering.koppelregister.tellen import SOMMEN, maak_telling, tel_bij, trap_van

AFGELEID: Final = (
    "spelling", "naam", "deel_van", "klant", *SOMMEN, "sleutel", "bewijs", "lid", "te_vragen", "persoon",
    "sterkte", "verblijf", "samenwoning", "thuis", "slotsom", "oordeel",
)  # fmt: skip
"""The tables that follow from the accepted rows."""


def vergeet_afgeleid(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Drop all that follows from the rows, so that the next run matches everything."""
    for tabel in AFGELEID:
        verbinding.execute(f"DROP TABLE IF EXISTS register.{tabel}")


def onthoud_personen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `vorige(partner, signaal_id, persoon_id)` of the signals that the register knows."""
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE vorige AS SELECT partner, signaal_id, {uit_regel(1)} AS persoon_id FROM register.slotsom"
    )


def vul_aan(
    verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten, weggelaten: int, *, nieuw: bool
) -> Koppeling:
    """Match the rows of the temporary table `signalen` into the tables of the attached `register`, which left
    `weggelaten` records out of blocks that were too large; `nieuw` when the register is new.

    Leaves the temporary view `uitkomst` and table `twijfel`, of all signals, and `uit_anders`, the earlier signals of
    which the outcome is another than it was (`was`, the person).
    """
    seconden: dict[str, float] = {}
    begin = time.perf_counter()

    def klaar(stap: str) -> None:
        seconden[stap] = round(time.perf_counter() - begin - sum(seconden.values()), 3)

    verbinding.execute("USE register")  # the matcher's own functions read and write the register's tables
    neem_klanten(verbinding)
    weggelaten = koppel_klanten(verbinding, gewichten, weggelaten, {}, klaar, nieuw=nieuw)
    werk_uitkomst_bij(verbinding)
    personen, huizen, gevraagd = schrijf_twijfel(verbinding)
    # For whoever asks later why two signals were not joined.
    verbinding.execute("CREATE OR REPLACE TABLE register.gevraagd AS SELECT a, b, reden FROM open_paar")
    klaar("schrijven")
    verbinding.execute("USE memory")
    return Koppeling(personen, huizen, gevraagd, weggelaten, seconden)


def koppel_klanten(
    verbinding: duckdb.DuckDBPyConnection,
    gewichten: Gewichten,
    weggelaten: int,
    beslist: Mapping[tuple[int, int], bool],
    klaar: Callable[[str], None],
    *,
    nieuw: bool,
) -> int:
    """Match the records that `neem_klanten` brought with those of the `register` in use, as far as persons and
    households; gives how many records are now left out of blocks that are too large.

    `beslist` holds all that people judged of pairs of records. `klaar` hears of each stage when it is done.
    """
    tel_bij(verbinding)
    if nieuw:
        verbinding.execute("CHECKPOINT register")  # all of it is new: let it go from memory
    klaar("normaliseren")
    verbinding.execute(
        "CREATE TABLE IF NOT EXISTS register.bewijs (a BIGINT, b BIGINT, patroon BIGINT, som INTEGER, veto BOOLEAN, voorbehoud BOOLEAN)"
    )
    weggelaten += nieuwe_paren(verbinding)
    klaar("paren")
    _vergelijk(verbinding, gewichten)
    klaar("wegen")
    _neem_oordelen(verbinding, beslist)
    _cluster(verbinding, gewichten, beslist)
    klaar("clusteren")
    huisvest(verbinding, gewichten)
    klaar("huishoudens")
    return weggelaten


def _vergelijk(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> None:
    """Compare new candidates, and known ones of which a record now compares otherwise; `verschil` has the records
    of pairs that came, went or have another pattern, and all new records."""
    # Of a record that only grew no more than the days between it and another can matter.
    nu, toen = (
        trap_van(gat, rf"{re.escape(GAT)} <= (\d+)", "eerste_dag|laatste_dag") for gat in ("nu", "toen")
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE te_wegen AS
        WITH ouder AS (SELECT nr, eerste_oud, laatste_oud FROM groei WHERE eerste <> eerste_oud OR laatste <> laatste_oud),
        r AS MATERIALIZED (SELECT nr FROM geraakt UNION SELECT nr FROM ouder),
        p AS (SELECT a, b FROM register.bewijs SEMI JOIN r ON r.nr = a UNION ALL SELECT a, b FROM register.bewijs SEMI JOIN r x ON x.nr = b ANTI JOIN r y ON y.nr = a),
        dag AS (SELECT k.nr, k.eerste, k.laatste, coalesce(o.eerste_oud, k.eerste) AS eerste_oud, coalesce(o.laatste_oud, k.laatste) AS laatste_oud,
                k.nr IN (SELECT nr FROM geraakt) AS anders FROM klant k LEFT JOIN ouder o USING (nr)),
        m AS (SELECT p.a, p.b, x.anders OR y.anders AS anders, greatest(x.eerste - y.laatste, y.eerste - x.laatste) AS nu,
            greatest(x.eerste_oud - y.laatste_oud, y.eerste_oud - x.laatste_oud) AS toen FROM p JOIN dag x ON x.nr = p.a JOIN dag y ON y.nr = p.b),
        w AS (SELECT a, b FROM m WHERE anders OR {nu} <> {toen})
        FROM paar_erbij UNION ALL FROM w ANTI JOIN paar_weg USING (a, b)"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE te_tellen AS SELECT a AS nr FROM te_wegen UNION SELECT b FROM te_wegen"
    )
    maak_telling(verbinding, "te_tellen")
    patronen(verbinding, "te_wegen")
    beoordeel(verbinding, gewichten)
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE paar_anders AS
        SELECT n.a, n.b, o.rij FROM temp.bewijs n LEFT JOIN (SELECT rowid AS rij, a, b, patroon FROM register.bewijs) o USING (a, b) WHERE n.patroon IS DISTINCT FROM o.patroon
        UNION ALL SELECT a, b, o.rowid FROM register.bewijs o SEMI JOIN paar_weg USING (a, b)"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE verschil AS SELECT a AS nr FROM paar_anders UNION SELECT b FROM paar_anders UNION SELECT nr FROM erbij_klant"
    )
    verbinding.execute(
        "DELETE FROM register.bewijs WHERE rowid IN (SELECT rij FROM paar_anders WHERE rij IS NOT NULL)"
    )
    verbinding.execute("INSERT INTO register.bewijs FROM temp.bewijs SEMI JOIN paar_anders USING (a, b)")
    for tabel in ("vergelijking", "bewijs", "telling", "te_tellen", "te_wegen"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _neem_oordelen(verbinding: duckdb.DuckDBPyConnection, beslist: Mapping[tuple[int, int], bool]) -> None:
    """Keep what people judged (`oordeel`); whoever a judgement came or went of is added to `verschil`."""
    vul(
        verbinding,
        "oordeel_nu",
        {"a": "BIGINT", "b": "BIGINT", "zelfde": "BOOLEAN"},
        [(a, b, zelfde) for (a, b), zelfde in sorted(beslist.items())],
    )
    verbinding.execute("CREATE TABLE IF NOT EXISTS register.oordeel (a BIGINT, b BIGINT, zelfde BOOLEAN)")
    verbinding.execute(
        """INSERT INTO verschil
        WITH anders AS ((FROM oordeel_nu EXCEPT FROM register.oordeel) UNION ALL (FROM register.oordeel EXCEPT FROM oordeel_nu))
        FROM (SELECT a AS nr FROM anders UNION SELECT b FROM anders) ANTI JOIN verschil USING (nr)"""
    )
    verbinding.execute("CREATE OR REPLACE TABLE register.oordeel AS FROM oordeel_nu")
    verbinding.execute("DROP TABLE temp.oordeel_nu")


def _cluster(
    verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten, beslist: Mapping[tuple[int, int], bool]
) -> None:
    """Cluster again what `verschil` reaches; the persons (`lid`) and questions (`te_vragen`) of the others stay."""
    verbinding.execute("CREATE TABLE IF NOT EXISTS register.lid (nr BIGINT, groep BIGINT)")
    verbinding.execute(
        f"CREATE TABLE IF NOT EXISTS register.te_vragen ({', '.join(f'{naam} {soort}' for naam, soort in VRAAG.items())})"
    )
    verbinding.execute(
        "CREATE TABLE IF NOT EXISTS register.persoon (groep BIGINT, partner VARCHAR, signaal_id VARCHAR, persoon_id VARCHAR)"
    )
    verbinding.execute("CREATE TABLE IF NOT EXISTS register.sterkte (nr BIGINT, som INTEGER)")
    grens, twijfel = gewichten.persoon.aanvaard, gewichten.persoon.twijfel
    aanvaard = f"som >= {grens} AND NOT veto AND NOT voorbehoud"
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE sterk AS
        WITH s AS (SELECT a, b FROM bewijs WHERE {aanvaard} UNION ALL SELECT a, b FROM register.oordeel WHERE zelfde)
        FROM s UNION ALL SELECT b, a FROM s"""
    )
    verbinding.execute("CREATE OR REPLACE TEMP TABLE opnieuw AS FROM verschil")
    groei(verbinding, "opnieuw", "nr", "sterk")
    # Beside them whoever may be asked about together with them: with their own whole component, so that
    # they come out as they were.
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE erbij_betrokken AS SELECT nr FROM opnieuw
        UNION SELECT a FROM bewijs WHERE som >= {twijfel} AND b IN (SELECT nr FROM opnieuw)
        UNION SELECT b FROM bewijs WHERE som >= {twijfel} AND a IN (SELECT nr FROM opnieuw)"""
    )
    groei(verbinding, "erbij_betrokken", "nr", "sterk")
    vragen = zoek_personen(verbinding, gewichten, beslist, "erbij_betrokken")
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE vorig_lid AS SELECT * FROM register.lid SEMI JOIN opnieuw USING (nr)"
    )
    _zoek_hernoemd(verbinding)
    verbinding.execute("DELETE FROM register.lid WHERE nr IN (SELECT nr FROM opnieuw)")
    verbinding.execute(
        "INSERT INTO register.lid SELECT o.nr, coalesce(s.groep, o.nr) FROM opnieuw o LEFT JOIN samen s ON s.nr = o.nr"
    )
    gaat_over = "a IN (SELECT nr FROM opnieuw) OR b IN (SELECT nr FROM opnieuw)"
    verbinding.execute(f"DELETE FROM register.te_vragen WHERE {gaat_over}")
    maak_vragen(verbinding, "vraag_nu", vragen, gewichten.persoon)
    verbinding.execute(f"INSERT INTO register.te_vragen SELECT * FROM vraag_nu WHERE {gaat_over}")
    verbinding.execute("DROP TABLE temp.vraag_nu")
    _noem(verbinding, gewichten)


def _zoek_hernoemd(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `hernoemd(groep, partner, signaal_id)`, persons who are not clustered again and got a signal that comes
    before their first, by which they are named."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE hernoemd AS
        WITH s AS (SELECT l.groep, min({'partner': s.partner, 'signaal_id': s.signaal_id}) AS eerste
                   FROM erbij_signaal s JOIN register.lid l USING (nr) WHERE s.nr NOT IN (SELECT nr FROM opnieuw) GROUP BY l.groep)
        SELECT s.groep, s.eerste.partner AS partner, s.eerste.signaal_id AS signaal_id FROM s JOIN register.persoon p USING (groep)
        WHERE (s.eerste.partner, s.eerste.signaal_id) < (p.partner, p.signaal_id)"""
    )


def _noem(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> None:
    """The ids (`persoon`) and the certainty (`sterkte`) of whoever was clustered again; `persoon_anders` names those who
    may have another id."""
    eigen_nummers(verbinding, "opnieuw")
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE persoon_anders AS SELECT groep FROM vorig_lid UNION SELECT groep FROM temp.persoon UNION SELECT groep FROM hernoemd"
    )
    verbinding.execute("DELETE FROM register.persoon WHERE groep IN (FROM persoon_anders)")
    verbinding.execute("INSERT INTO register.persoon SELECT * FROM temp.persoon")
    verbinding.execute(
        f"INSERT INTO register.persoon SELECT groep, partner, signaal_id, {nummer_van('partner', 'signaal_id')} FROM hernoemd"
    )
    maak_sterkte(verbinding, gewichten, "opnieuw")
    verbinding.execute("DELETE FROM register.sterkte WHERE nr IN (FROM opnieuw)")
    verbinding.execute("INSERT INTO register.sterkte SELECT * FROM temp.sterkte")
    for tabel in ("persoon", "sterkte"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
