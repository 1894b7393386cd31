"""Match new rows into a register: do again what they may change, and nothing else.

Counted again as a whole, because it is cheap: how common names are. Compared again: pairs that are new, and
pairs of which a record, a name or a count that the comparison looks at has changed. Clustered again: the records
that a chain of accepted pairs connects to such a change. The outcome is that of a full run, bit for bit.
"""

from __future__ import annotations

import re
import time
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen import Gewichten, Koppeling
from samenhang.schemes.vroegsignalering.koppelen.bewijs import ZELDZAAM, beoordeel, patronen, vul
from samenhang.schemes.vroegsignalering.koppelen.clusteren import Paar
from samenhang.schemes.vroegsignalering.koppelen.huishoudens import GEWOON
from samenhang.schemes.vroegsignalering.koppelen.koppel import maak_sterkte, schrijf_uitkomst, zoek_personen
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import klanten, namen, spellingen, tellingen
from samenhang.schemes.vroegsignalering.koppelen.nummers import eigen_nummers
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import PERSOON
from samenhang.schemes.vroegsignalering.koppelregister.huisvesten import groei, huisvest
from samenhang.schemes.vroegsignalering.koppelregister.paren import nieuwe_paren

AFGELEID: Final = (
    "spelling", "naam", "deel_van", "klant", "signaal_bij", "naamdeel", "telling", "contact", "stand", "vergelijking", "weging", "lid", "vraag", "persoon",
    "sterkte", "verblijf", "samenwoning", "huisweging", "thuis",
)  # fmt: skip
"""The tables that follow from the accepted rows."""

SAMEN: Final = {
    "straat": "least(n.straat, coalesce(o.straat, n.straat))",
    "benoemd": "n.benoemd OR coalesce(o.benoemd, false)",
    "vast": "n.vast OR coalesce(o.vast, false)",
    "eerste": "least(n.eerste, coalesce(o.eerste, n.eerste))",
    "laatste": "greatest(n.laatste, coalesce(o.laatste, n.laatste))",
    "signaal_id": "least(n.signaal_id, coalesce(o.signaal_id, n.signaal_id))",
    "aantal": "n.aantal + coalesce(o.aantal, 0)",
}
"""What a grown customer record (`n` its new signals, `o` what stood) knows that does not follow from its content."""


def vergeet_afgeleid(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Drop all that follows from the rows, so that the next run matches everything."""
    for tabel in AFGELEID:
        verbinding.execute(f"DROP TABLE IF EXISTS register.{tabel}")


def onthoud_personen(verbinding: duckdb.DuckDBPyConnection, alleen: str = "") -> None:
    """Make `vorige(partner, signaal_id, persoon_id)` of the signals that the register knows; with `alleen`, only
    of the records in the table of that name."""
    semi = f"SEMI JOIN {alleen} USING (nr) ANTI JOIN signalen USING (partner, signaal_id)" if alleen else ""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE vorige AS SELECT s.partner, s.signaal_id, p.persoon_id
        FROM register.signaal_bij s {semi} JOIN register.lid USING (nr) JOIN register.persoon p USING (groep)"""
    )


def vul_aan(
    verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten, weggelaten: int, *, alles: bool
) -> Koppeling:
    """Match the rows of the temporary table `signalen` into the tables of the attached `register`, which left
    `weggelaten` records out of blocks that were too large; `alles` when these tables are empty and `vorige` is known.

    Leaves the temporary tables `uitkomst` and `twijfel`, of all signals, and `vorige`, the persons of those
    earlier signals that may have changed.
    """
    seconden: dict[str, float] = {}
    begin = time.perf_counter()

    def klaar(stap: str) -> None:
        seconden[stap] = round(time.perf_counter() - begin - sum(seconden.values()), 3)

    verbinding.execute("USE register")  # the matcher's own functions read and write the register's tables
    _neem_klanten(verbinding)
    _tel_opnieuw(verbinding)
    klaar("normaliseren")
    verbinding.execute(
        "CREATE TABLE IF NOT EXISTS register.vergelijking (a BIGINT, b BIGINT, patroon BIGINT)"
    )
    weggelaten += nieuwe_paren(verbinding)
    klaar("paren")
    _vergelijk(verbinding)
    verbinding.execute(
        "CREATE TABLE IF NOT EXISTS register.weging (patroon BIGINT, som INTEGER, veto BOOLEAN, voorbehoud BOOLEAN)"
    )
    beoordeel(verbinding, gewichten, "register.weging")
    klaar("wegen")
    _cluster(verbinding, gewichten, alles=alles)
    klaar("clusteren")
    huisvest(verbinding, gewichten)
    klaar("huishoudens")
    vragen = [Paar(*rij) for rij in verbinding.execute("SELECT a, b, som, veto FROM vraag").fetchall()]
    personen, huizen, gevraagd = schrijf_uitkomst(verbinding, vragen, gewichten)
    # For whoever asks later why two signals were not joined.
    verbinding.execute("CREATE OR REPLACE TABLE register.gevraagd AS SELECT a, b, reden FROM open_paar")
    klaar("schrijven")
    verbinding.execute("USE memory")
    return Koppeling(personen, huizen, gevraagd, weggelaten, seconden)


def _zorg_voor(verbinding: duckdb.DuckDBPyConnection, *tabellen: str) -> None:
    """In a new register, empty tables in the form of the temporary ones."""
    for tabel in tabellen:
        verbinding.execute(
            f"CREATE TABLE IF NOT EXISTS register.{tabel} AS SELECT * FROM temp.{tabel} LIMIT 0"
        )


def _bewaar(verbinding: duckdb.DuckDBPyConnection, *tabellen: str) -> None:
    """Let temporary tables take the place of the register's."""
    for tabel in tabellen:
        verbinding.execute(f"CREATE OR REPLACE TABLE register.{tabel} AS SELECT * FROM temp.{tabel}")
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _neem_klanten(verbinding: duckdb.DuckDBPyConnection) -> None:
    """New spellings, signals and customer records into the register; `erbij_klant` has the new and grown records."""
    spellingen(verbinding)
    klanten(verbinding)
    _zorg_voor(verbinding, "spelling", "signaal_bij", "klant")
    verbinding.execute(
        """INSERT INTO register.spelling SELECT * FROM temp.spelling n WHERE NOT EXISTS (
        SELECT 1 FROM register.spelling o WHERE o.achternaam = n.achternaam AND o.tussenvoegsel IS NOT DISTINCT FROM n.tussenvoegsel)"""
    )
    verbinding.execute("INSERT INTO register.signaal_bij SELECT * FROM temp.signaal_bij")
    samen = ", ".join(f"{waarde} AS {naam}" for naam, waarde in SAMEN.items())
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE erbij_klant AS
        SELECT n.* REPLACE ({samen}) FROM temp.klant n LEFT JOIN register.klant o ON o.nr = n.nr"""
    )
    # Who enters or leaves a block: a record is its content, but for the street, which is the first of its spellings.
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE verandert AS
        SELECT n.nr FROM erbij_klant n LEFT JOIN register.klant o ON o.nr = n.nr WHERE n.straat IS DISTINCT FROM o.straat"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE oud_klant AS SELECT o.* FROM register.klant o SEMI JOIN verandert USING (nr)"
    )
    verbinding.execute("DELETE FROM register.klant WHERE nr IN (SELECT nr FROM temp.klant)")
    verbinding.execute("INSERT INTO register.klant SELECT * FROM erbij_klant")
    for tabel in ("signaal_bij", "klant", "spelling"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _tel_opnieuw(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Names, frequencies and shared numbers anew; `geraakt` has the records that now compare otherwise."""
    namen(verbinding)
    tellingen(verbinding)
    _zorg_voor(verbinding, "naam", "deel_van", "naamdeel", "telling", "contact", "stand")
    anders = " OR ".join(
        f"{_klasse('n', kolom)} <> {_klasse('o', kolom)}" for kolom in ("genoten", "bewoners", "buren")
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE contact_anders AS (FROM temp.contact EXCEPT FROM register.contact) UNION ALL (FROM register.contact EXCEPT FROM temp.contact)"
    )
    nieuw, oud = (_trap(f"{rij}.per_miljoen", sorted({*ZELDZAAM, GEWOON}), "<") for rij in ("n", "o"))
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE geraakt AS
        WITH anders AS (
            SELECT n.naam FROM temp.naam n LEFT JOIN register.naam o USING (naam) WHERE o.hele IS DISTINCT FROM n.hele
            UNION SELECT v.naam FROM temp.naamdeel n JOIN register.naamdeel o USING (deel) JOIN temp.deel_van v USING (deel)
            WHERE {nieuw} <> {oud})
        SELECT nr FROM erbij_klant UNION SELECT nr FROM contact_anders
        UNION SELECT n.nr FROM temp.telling n JOIN register.telling o USING (nr) WHERE {anders}
        UNION SELECT nr FROM klant SEMI JOIN anders USING (naam)"""
    )
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE thuis_geraakt AS SELECT nr FROM geraakt
        UNION SELECT n.nr FROM temp.telling n JOIN register.telling o USING (nr) WHERE n.bewoners <> o.bewoners OR n.buren <> o.buren"""
    )
    # What holds for the files as a whole takes part in every pair.
    verbinding.execute(
        """INSERT INTO geraakt SELECT nr FROM klant WHERE nr NOT IN (FROM geraakt)
        AND EXISTS ((FROM temp.stand EXCEPT FROM register.stand) UNION ALL (FROM register.stand EXCEPT FROM temp.stand))"""
    )
    verbinding.execute(
        "INSERT INTO oud_klant SELECT k.* FROM klant k WHERE nr IN (SELECT nr FROM contact_anders) AND nr NOT IN (SELECT nr FROM verandert)"
    )
    verbinding.execute(
        "INSERT INTO verandert SELECT DISTINCT nr FROM contact_anders WHERE nr NOT IN (FROM verandert)"
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE oud_contact AS SELECT * FROM register.contact SEMI JOIN oud_klant USING (nr)"
    )
    _bewaar(verbinding, "naam", "deel_van", "naamdeel", "telling", "contact", "stand")


def _klasse(rij: str, kolom: str) -> str:
    """SQL: which of the bounds that the comparisons hold a count against it passes; the count itself when they
    use it in another way."""
    gebruik = " ".join(niveau.waar for deel in PERSOON.vergelijkingen for niveau in deel.niveaus)
    vorm = rf"greatest\(x\.{kolom}, y\.{kolom}\) <= (\d+)"
    grenzen = sorted({int(grens) for grens in re.findall(vorm, gebruik)})
    if re.search(rf"\.{kolom}\b", re.sub(vorm, "", gebruik)):
        return f"{rij}.{kolom}"
    return _trap(f"{rij}.{kolom}", grenzen, "<=")


def _trap(waarde: str, grenzen: list[int], onder: str) -> str:
    takken = " ".join(f"WHEN {waarde} {onder} {grens} THEN {plek}" for plek, grens in enumerate(grenzen))
    return f"(CASE {takken} ELSE {len(grenzen)} END)" if grenzen else "0"


def _vergelijk(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Compare new candidates, and known ones of which a record now compares otherwise; `verschil` has the records
    of pairs that came, went or have another pattern, and all new records."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE te_wegen AS SELECT a, b FROM paar_erbij
        UNION ALL SELECT a, b FROM register.vergelijking
        WHERE (a IN (SELECT nr FROM geraakt) OR b IN (SELECT nr FROM geraakt)) AND (a, b) NOT IN (FROM paar_weg)"""
    )
    patronen(verbinding, "te_wegen")
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE paar_anders AS
        SELECT n.a, n.b FROM temp.vergelijking n LEFT JOIN register.vergelijking o USING (a, b) WHERE n.patroon IS DISTINCT FROM o.patroon
        UNION ALL FROM paar_weg"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE verschil AS SELECT a AS nr FROM paar_anders UNION SELECT b FROM paar_anders UNION SELECT nr FROM erbij_klant"
    )
    verbinding.execute("DELETE FROM register.vergelijking WHERE (a, b) IN (FROM paar_anders)")
    verbinding.execute(
        "INSERT INTO register.vergelijking SELECT v.a, v.b, v.patroon FROM temp.vergelijking v SEMI JOIN paar_anders USING (a, b)"
    )
    verbinding.execute("DROP TABLE temp.vergelijking")


def _cluster(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten, *, alles: bool) -> None:
    """Cluster again what `verschil` reaches; the persons (`lid`) and questions (`vraag`) of the others stay."""
    verbinding.execute("CREATE TABLE IF NOT EXISTS register.lid (nr BIGINT, groep BIGINT)")
    verbinding.execute(
        "CREATE TABLE IF NOT EXISTS register.vraag (a BIGINT, b BIGINT, som INTEGER, veto BOOLEAN)"
    )
    verbinding.execute(
        "CREATE TABLE IF NOT EXISTS register.persoon (groep BIGINT, partner VARCHAR, signaal_id VARCHAR, persoon_id VARCHAR)"
    )
    verbinding.execute("CREATE TABLE IF NOT EXISTS register.sterkte (nr BIGINT, som INTEGER)")
    grens, twijfel = gewichten.persoon.aanvaard, gewichten.persoon.twijfel
    aanvaard = f"som >= {grens} AND NOT veto AND NOT voorbehoud"
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE sterk AS SELECT a, b FROM bewijs WHERE {aanvaard} UNION ALL SELECT b, a FROM bewijs WHERE {aanvaard}"
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
    clusters = zoek_personen(verbinding, gewichten, {}, "erbij_betrokken")
    vul(verbinding, "samen", {"nr": "BIGINT", "groep": "BIGINT"}, list(clusters.van.items()))
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE vorig_lid AS SELECT * FROM register.lid SEMI JOIN opnieuw USING (nr)"
    )
    if not alles:
        onthoud_personen(verbinding, "opnieuw")
    verbinding.execute("DELETE FROM register.lid WHERE nr IN (SELECT nr FROM opnieuw)")
    verbinding.execute(
        "INSERT INTO register.lid SELECT o.nr, coalesce(s.groep, o.nr) FROM opnieuw o LEFT JOIN samen s ON s.nr = o.nr"
    )
    gaat_over = "a IN (SELECT nr FROM opnieuw) OR b IN (SELECT nr FROM opnieuw)"
    verbinding.execute(f"DELETE FROM register.vraag WHERE {gaat_over}")
    vul(
        verbinding,
        "vragen",
        {"a": "BIGINT", "b": "BIGINT", "som": "INTEGER", "veto": "BOOLEAN"},
        [(paar.a, paar.b, paar.som, paar.veto) for paar in clusters.twijfel],
    )
    verbinding.execute(f"INSERT INTO register.vraag SELECT a, b, som, veto FROM vragen WHERE {gaat_over}")
    _noem(verbinding, gewichten)


def _noem(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> None:
    """The ids (`persoon`) and the certainty (`sterkte`) of whoever was clustered again."""
    eigen_nummers(verbinding, "opnieuw")
    verbinding.execute(
        "DELETE FROM register.persoon WHERE groep IN (SELECT groep FROM vorig_lid UNION SELECT groep FROM temp.persoon)"
    )
    verbinding.execute("INSERT INTO register.persoon SELECT * FROM temp.persoon")
    maak_sterkte(verbinding, gewichten, "opnieuw")
    verbinding.execute("DELETE FROM register.sterkte WHERE nr IN (FROM opnieuw)")
    verbinding.execute("INSERT INTO register.sterkte SELECT * FROM temp.sterkte")
    for tabel in ("persoon", "sterkte"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
