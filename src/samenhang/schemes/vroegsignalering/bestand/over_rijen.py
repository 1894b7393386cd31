"""The checks between rows, and the sentences of what all checks found."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.bronnen import Plekken
from samenhang.schemes.vroegsignalering.bestand.codes import zin
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.stapel import letterlijk

VEEL = 100
"""Rows of one customer number of which each is held against each; of more, each against the first."""


def controleer_onderling(verbinding: duckdb.DuckDBPyConnection) -> int:
    """Checks between rows: the same number again (R02 or a duplicate), one customer number for two people
    (R03), the same arrears twice (W04). Gives the number of duplicates, which are left out.

    Which rows may share a number is counted by hashes of eight bytes; the windows then look at the numbers themselves.
    A withdrawal carries the number of the signal that it withdraws, and is no second signal of that number.
    """
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE herhaling AS SELECT bestand, regel, signaal_id, "
        "inhoud_hash = first_value(inhoud_hash) OVER w AS gelijk, row_number() OVER w AS volgnummer FROM signalen "
        "WHERE hash(signaal_id) IN (SELECT hash(signaal_id) FROM signalen GROUP BY 1 HAVING count(*) > 1) "
        "WINDOW w AS (PARTITION BY partner, signaal_id, soort_signaal = 'intrekking' ORDER BY bestand, regel ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)"
    )
    verbinding.execute(
        "INSERT INTO fouten SELECT bestand, regel, 'signaal_id', 'R02', 'R', signaal_id, '' FROM herhaling WHERE volgnummer > 1 AND NOT gelijk"
    )
    dubbel = tel(verbinding, "SELECT count(*) FROM herhaling WHERE volgnummer > 1 AND gelijk")
    verbinding.execute(
        "DELETE FROM signalen WHERE (bestand, regel) IN (SELECT (bestand, regel) FROM herhaling WHERE volgnummer > 1)"
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE twee AS
        WITH v AS (SELECT *, count(*) OVER k AS met_dit_nummer, row_number() OVER (k ORDER BY regel) AS volgnummer
                   FROM signalen WHERE soort_signaal <> 'intrekking'
                   AND klantnummer IS NOT NULL
                   AND hash(klantnummer) IN (SELECT hash(klantnummer) FROM signalen GROUP BY 1 HAVING count(*) > 1)
                   WINDOW k AS (PARTITION BY bestand, partner, klantnummer)),
        s AS (SELECT bestand, regel, partner, klantnummer, geboortedatum, bedrag_centen,
                     regexp_replace(upper(strip_accents(achternaam)), '[^A-Z]', '', 'g') AS naam,
                     left(upper(strip_accents(coalesce(voorletters, voornaam))), 1) AS letter, met_dit_nummer, volgnummer
              FROM v WHERE met_dit_nummer > 1)
        SELECT a.bestand, a.regel, b.regel AS andere, a.klantnummer,
          (levenshtein(a.naam, b.naam) > 2 AND NOT contains(a.naam, b.naam) AND NOT contains(b.naam, a.naam)
             AND (a.letter <> b.letter OR a.geboortedatum <> b.geboortedatum))
          OR (a.letter <> b.letter AND a.geboortedatum <> b.geboortedatum) AS twee_personen,
          a.bedrag_centen = b.bedrag_centen AS zelfde_bedrag
        FROM s a JOIN s b ON a.bestand = b.bestand AND a.partner = b.partner AND a.klantnummer = b.klantnummer AND a.regel < b.regel
        WHERE a.met_dit_nummer <= {VEEL} OR a.volgnummer = 1"""
    )
    verbinding.execute(
        "INSERT INTO fouten SELECT DISTINCT bestand, unnest([regel, andere]), 'klantnummer', 'R03', 'R', klantnummer, '' FROM twee WHERE twee_personen"
    )
    verbinding.execute(
        "INSERT INTO fouten SELECT DISTINCT bestand, andere, 'bedrag_achterstand', 'W04', 'W', '', '' FROM twee WHERE zelfde_bedrag AND NOT coalesce(twee_personen, false)"
    )
    verbinding.execute(
        "DELETE FROM signalen WHERE (bestand, regel) IN (SELECT (bestand, regel) FROM fouten WHERE code = 'R03')"
    )
    return dubbel


def schrijf_zinnen(
    verbinding: duckdb.DuckDBPyConnection, plekken: Mapping[str, Plekken] | None = None
) -> None:
    """Make the view `melding`: the rows of `fouten`, each with its sentence in both languages and its place in the terms
    of its file. A sentence is made once per distinct message; beside a million rows it would fill the memory."""
    soorten = verbinding.execute(
        "SELECT DISTINCT code, coalesce(waarde, ''), coalesce(herstel, '') FROM fouten"
    ).fetchall()
    rijen = [(*rij, *_in_beide_talen(*rij)) for rij in soorten]
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE zinnen AS SELECT unnest(?::VARCHAR[]) AS code, unnest(?::VARCHAR[]) AS waarde, "
        "unnest(?::VARCHAR[]) AS herstel, unnest(?::VARCHAR[]) AS nl, unnest(?::VARCHAR[]) AS en",
        [list(zuil) for zuil in zip(*rijen, strict=True)] or [[]] * 5,
    )
    eigen = " ".join(
        f"WHEN {letterlijk(bestand)} THEN {van.sql()}"
        for bestand, van in (plekken or {}).items()
        if van != Plekken()
    )
    plek = f"CASE WHEN regel IS NULL THEN '' ELSE CASE f.bestand {eigen} ELSE '' END END" if eigen else "''"
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP VIEW melding AS
        SELECT f.bestand, regel, kolom, f.code, soort, nl AS tekst, en AS text, {plek} AS plek
        FROM fouten f JOIN zinnen z ON f.code = z.code AND coalesce(f.waarde, '') = z.waarde AND coalesce(f.herstel, '') = z.herstel"""
    )


def _in_beide_talen(code: str, waarde: str, herstel: str) -> tuple[str, str]:
    tekst: Tekst = zin(code, waarde, herstel)
    return tekst.nl, tekst.en
