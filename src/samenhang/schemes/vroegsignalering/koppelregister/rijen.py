"""The rows of a register, and which of them count: the checks between rows, over old and new files together.

Every row that passed the checks of a single row is kept as a candidate, whatever other rows say about it. What
a new file changes for rows of earlier files (its name comes first, so that its row wins) is undone or redone
then, so that the accepted rows are those of one run over all files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from samenhang.schemes.vroegsignalering.bestand.lezen import Gelezen
from samenhang.schemes.vroegsignalering.bestand.over_rijen import controleer_onderling, schrijf_zinnen
from samenhang.schemes.vroegsignalering.bestand.tellen import tel

KOLOMMEN = (
    ("partner", "VARCHAR"), ("partner_soort", "VARCHAR"), ("soort_signaal", "VARCHAR"), ("signaal_id", "VARCHAR"), ("klantnummer", "VARCHAR"),
    ("achternaam", "VARCHAR"), ("tussenvoegsel", "VARCHAR"), ("voorletters", "VARCHAR"), ("voornaam", "VARCHAR"),
    ("geboortedatum", "DATE"), ("straat", "VARCHAR"), ("huisnummer", "INTEGER"), ("huisletter", "VARCHAR"),
    ("toevoeging", "VARCHAR"), ("postcode", "VARCHAR"), ("telefoon", "VARCHAR"), ("email", "VARCHAR"),
    ("bedrag_centen", "BIGINT"), ("datum_signaal", "DATE"), ("inhoud_hash", "VARCHAR"),
)  # fmt: skip
"""What linkage and the checks between rows read of a signal, and nothing else: a register is no copy of the files."""

_NAMEN = ", ".join(naam for naam, _ in KOLOMMEN)

_SIGNAAL = "partner, signaal_id, inhoud_hash"
_SIGNALEN = "SELECT k.* FROM register.kandidaat k SEMI JOIN {} USING (bestand, regel) WHERE k.soort_signaal <> 'intrekking'"


@dataclass(frozen=True, slots=True)
class Toegevoegd:
    """What became of the rows of the new files: `gelezen` = accepted + refused + duplicates."""

    gelezen: int
    geaccepteerd: int
    afgekeurd: int
    dubbel: int


def maak_tabellen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """The empty tables of files and candidate rows in the attached register."""
    kolommen = ", ".join(f"{naam} {soort}" for naam, soort in KOLOMMEN)
    verbinding.execute(
        "CREATE TABLE register.bestand (nr INTEGER, sha256 VARCHAR, naam VARCHAR, pad VARCHAR)"
    )
    verbinding.execute(
        f"CREATE TABLE register.kandidaat (bestand INTEGER, regel INTEGER, aanvaard BOOLEAN, {kolommen})"
    )


def voeg_toe(verbinding: duckdb.DuckDBPyConnection, gelezen: Sequence[Gelezen]) -> Toegevoegd:
    """Take the rows that `lees_rijen` left in `signalen` into the register.

    Leaves `erbij` and `eraf`: accepted rows (file and line) that the register did not count before, and rows
    that no longer count. `fouten` then tells about the new files, and about earlier rows that no longer count.
    """
    anders = _nummer_bestanden(verbinding, gelezen)
    aangeboden = tel(verbinding, "SELECT count(*) FROM signalen")
    eerste = tel(verbinding, "SELECT count(*) FROM register.kandidaat") == 0
    _neem_kandidaten(verbinding)
    zo_gelezen = _zo_gelezen(verbinding, aangeboden)
    losstaand = zo_gelezen and not anders and not (eerste or _raakt_eerdere(verbinding))
    _zet_omgeving(verbinding, alles=anders or eerste, losstaand=losstaand)
    if not (zo_gelezen and (eerste or losstaand)):
        _laad_signalen(verbinding)
    controleer_onderling(verbinding)
    _werk_stand_bij(verbinding)
    schrijf_zinnen(verbinding)
    rijen = sum(bestand.rijen for bestand in gelezen)
    nieuw = tel(verbinding, "SELECT count(*) FROM erbij JOIN nieuw USING (bestand, regel)")
    geweigerd = tel(
        verbinding,
        "SELECT count(DISTINCT (n.bestand, n.regel)) FROM nieuw n JOIN bestandsnaam b ON b.nr = n.bestand "
        "JOIN fouten f ON f.bestand = b.naam AND f.regel = n.regel WHERE f.code IN ('R02', 'R03')",
    )
    afgekeurd = rijen - aangeboden + geweigerd
    return Toegevoegd(rijen, nieuw, afgekeurd, rijen - nieuw - afgekeurd)


def signaal_verloren(verbinding: duckdb.DuckDBPyConnection) -> bool:
    """Whether a signal that was linked before no longer counts. One row in the place of an equal one is no loss."""
    return bool(
        tel(
            verbinding,
            f"SELECT count(*) FROM ({_SIGNALEN.format('eraf')}) ANTI JOIN ({_SIGNALEN.format('erbij')}) USING ({_SIGNAAL})",
        )
    )


def laad_erbij(verbinding: duckdb.DuckDBPyConnection, *, alles: bool) -> None:
    """Make the temporary table `signalen`: the rows that count since this run, or all that count."""
    if alles:
        laad_aanvaard(verbinding)
    else:
        verbinding.execute(
            f"""CREATE OR REPLACE TEMP TABLE signalen AS
            SELECT {_NAMEN} FROM (SELECT s.* FROM memory.signalen s JOIN bestandsnaam b ON b.naam = s.bestand
                SEMI JOIN erbij e ON e.bestand = b.nr AND e.regel = s.regel WHERE s.soort_signaal <> 'intrekking')
            ANTI JOIN ({_SIGNALEN.format("eraf")}) USING ({_SIGNAAL})"""
        )
    verbinding.execute("DROP TABLE memory.signalen")


def laad_aanvaard(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary table `signalen`: all rows that count."""
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE signalen AS SELECT {_NAMEN} FROM register.kandidaat WHERE aanvaard"
    )


def _nummer_bestanden(verbinding: duckdb.DuckDBPyConnection, gelezen: Sequence[Gelezen]) -> bool:
    """Give every file its number (one per content) and the name by which it would be called in one run over all.

    Makes `bestandsnaam(nr, naam)` and `gelezen_als(naam, nr)`. True when an earlier file is now called
    otherwise, so that its rows may stand elsewhere in the order.
    """
    bekend: list[tuple[int, str, str, str]] = verbinding.execute(
        "SELECT nr, sha256, naam, pad FROM register.bestand"
    ).fetchall()
    eerder = _namen(bekend)
    nummers = {sha256: nr for nr, sha256, _, _ in bekend}
    vermeld = set(bekend)
    for bestand in gelezen:
        nr = nummers.setdefault(bestand.sha256, len(nummers) + 1)
        vermeld.add((nr, bestand.sha256, bestand.pad.name, str(bestand.pad)))
    nieuw = sorted(vermeld - set(bekend))
    if nieuw:
        verbinding.executemany("INSERT INTO register.bestand VALUES (?, ?, ?, ?)", nieuw)
    namen = _namen(sorted(vermeld))
    verbinding.execute("CREATE OR REPLACE TEMP TABLE bestandsnaam (nr INTEGER, naam VARCHAR)")
    verbinding.executemany("INSERT INTO bestandsnaam VALUES (?, ?)", sorted(namen.items()))
    verbinding.execute("CREATE OR REPLACE TEMP TABLE gelezen_als (naam VARCHAR, nr INTEGER)")
    verbinding.executemany(
        "INSERT INTO gelezen_als VALUES (?, ?)",
        sorted({(bestand.naam, nummers[bestand.sha256]) for bestand in gelezen}),
    )
    return any(namen[nr] != naam for nr, naam in eerder.items())


def _namen(vermeld: Sequence[tuple[int, str, str, str]]) -> dict[int, str]:
    """The name of each file by the rule of `lees_rijen`: the first of a name bears it, a next one its path. A
    content that was given under several names goes by the one that comes first in the order of rows."""
    vergeven: set[str] = set()
    namen: dict[int, str] = {}
    for nr, sha256, naam, pad in sorted(vermeld, key=lambda rij: (rij[2], rij[3], rij[0])):
        eigen = next(n for n in (naam, pad, f"{pad} ({sha256[:12]})") if n not in vergeven)
        vergeven.add(eigen)
        namen[nr] = min(namen.get(nr, eigen), eigen)
    return namen


def _neem_kandidaten(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Rows of a content and line that the register does not have yet become candidates; `nieuw` names them."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE nieuw AS
        SELECT g.nr AS bestand, s.regel, min(s.rowid) AS rij FROM signalen s JOIN gelezen_als g ON g.naam = s.bestand
        WHERE (g.nr, s.regel) NOT IN (SELECT (bestand, regel) FROM register.kandidaat WHERE bestand IN (SELECT nr FROM gelezen_als))
        GROUP BY ALL"""
    )
    verbinding.execute(
        f"""INSERT INTO register.kandidaat BY NAME SELECT n.bestand, n.regel, false AS aanvaard, {", ".join(f"s.{naam}" for naam, _ in KOLOMMEN)}
        FROM signalen s JOIN nieuw n ON n.rij = s.rowid"""
    )


def _raakt_eerdere(verbinding: duckdb.DuckDBPyConnection) -> bool:
    """Whether an earlier row bears the signal number of a new one. Customer numbers are decided within a file, and
    the new files are read whole."""
    return bool(
        tel(
            verbinding,
            """SELECT count(*) FROM (SELECT partner, signaal_id FROM register.kandidaat ANTI JOIN nieuw ON nieuw.bestand = kandidaat.bestand)
            SEMI JOIN signalen USING (partner, signaal_id)""",
        )
    )


def _zet_omgeving(verbinding: duckdb.DuckDBPyConnection, *, alles: bool, losstaand: bool) -> None:
    """Make `omgeving(bestand, regel, beslist)`: the rows that the new ones may decide about, and beside them
    those needed to decide (`beslist` false). These are the new rows alone when they are `losstaand`.

    A signal number is decided by all rows that bear it; a customer number by the rows of its file that were
    not beaten on their signal number.
    """
    if alles:
        verbinding.execute(
            "CREATE OR REPLACE TEMP TABLE omgeving AS SELECT bestand, regel, true AS beslist FROM register.kandidaat"
        )
        return
    if losstaand:
        verbinding.execute(
            "CREATE OR REPLACE TEMP TABLE omgeving AS SELECT bestand, regel, true AS beslist FROM nieuw"
        )
        return
    zelfde_nummer = "SELECT k.bestand, k.regel, k.partner, k.klantnummer, k.signaal_id FROM register.kandidaat k SEMI JOIN {0} USING (partner, signaal_id)"
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE nieuw_nummer AS
        SELECT DISTINCT partner, signaal_id FROM signalen SEMI JOIN nieuw ON nieuw.rij = signalen.rowid"""
    )
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE zelfde AS {zelfde_nummer.format('nieuw_nummer')}")
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE klanten AS SELECT * FROM zelfde UNION
        SELECT k.bestand, k.regel, k.partner, k.klantnummer, k.signaal_id FROM register.kandidaat k SEMI JOIN zelfde USING (bestand, partner, klantnummer)"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE omgeving AS SELECT bestand, regel, bool_or(beslist) AS beslist FROM (
        SELECT bestand, regel, true AS beslist FROM klanten
        UNION ALL SELECT bestand, regel, false FROM ({zelfde_nummer.format("klanten")})) GROUP BY ALL"""
    )


def _zo_gelezen(verbinding: duckdb.DuckDBPyConnection, aangeboden: int) -> bool:
    """Whether the rows as they were read are new candidates, all of them: none given twice, and under their names."""
    return not tel(
        verbinding, "SELECT count(*) FROM gelezen_als g JOIN bestandsnaam b USING (nr) WHERE g.naam <> b.naam"
    ) and aangeboden == tel(verbinding, "SELECT count(*) FROM nieuw")


def _laad_signalen(verbinding: duckdb.DuckDBPyConnection) -> None:
    verbinding.execute("DROP TABLE signalen")  # emptied it would keep its memory
    verbinding.execute(
        f"""CREATE TABLE signalen AS SELECT b.naam AS bestand, k.regel, {", ".join(f"k.{naam}" for naam, _ in KOLOMMEN)}
        FROM register.kandidaat k JOIN omgeving o ON o.bestand = k.bestand AND o.regel = k.regel JOIN bestandsnaam b ON b.nr = k.bestand"""
    )


def _werk_stand_bij(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Compare who counts now with who counted, and keep only the messages that tell something new."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE besluit AS
        WITH a AS (SELECT b.nr AS bestand, s.regel FROM signalen s JOIN bestandsnaam b ON b.naam = s.bestand)
        SELECT o.bestand, o.regel, k.aanvaard AS eerst, a.regel IS NOT NULL AS nu
        FROM omgeving o JOIN register.kandidaat k ON k.bestand = o.bestand AND k.regel = o.regel
        LEFT JOIN a ON a.bestand = o.bestand AND a.regel = o.regel WHERE o.beslist"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE erbij AS SELECT bestand, regel FROM besluit WHERE nu AND NOT eerst"
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE eraf AS SELECT bestand, regel FROM besluit WHERE eerst AND NOT nu"
    )
    for tabel, waarde in (("erbij", "true"), ("eraf", "false")):
        verbinding.execute(
            f"UPDATE register.kandidaat SET aanvaard = {waarde} FROM {tabel} t WHERE kandidaat.bestand = t.bestand AND kandidaat.regel = t.regel"
        )
    verbinding.execute(
        """DELETE FROM fouten WHERE code IN ('R02', 'R03', 'W04') AND (bestand, regel) NOT IN (
        SELECT (b.naam, t.regel) FROM (SELECT bestand, regel FROM nieuw UNION SELECT bestand, regel FROM eraf) t JOIN bestandsnaam b ON b.nr = t.bestand)"""
    )
