"""The rows of one opened file into the table `ruw`, and what refuses the file for the sake of its rows."""

from __future__ import annotations

import duckdb

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.openen import REGEL, Geopend
from samenhang.schemes.vroegsignalering.bestand.profiel import FOUTKOLOMMEN, NAMEN, PARTNERSOORTEN
from samenhang.schemes.vroegsignalering.bestand.register import RegisterFeiten
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.bestand.vlot import Aangenomen
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd
from samenhang.schemes.vroegsignalering.stapel import letterlijk

VAN_VERBETERBLAD = "regexp_replace({naam}, '^''([=+@\t\r-])', '\\1')"
"""The apostrophe that kept a spreadsheet from running a cell of the correction sheet is no part of the cell."""


def maak_ruw(verbinding: duckdb.DuckDBPyConnection) -> None:
    """The table of raw cells. `_nr` numbers the files: rows of one file stand together, so that DuckDB skips the others."""
    cellen = ", ".join(f"{naam} VARCHAR" for naam in NAMEN)
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE ruw (_nr INTEGER, bestand VARCHAR, regel INTEGER, {cellen}, _spaties BOOLEAN)"
    )


def laad_een(
    verbinding: duckdb.DuckDBPyConnection,
    nummer: int,
    geopend: Geopend,
    feiten: RegisterFeiten | None,
    aangenomen: Aangenomen | None,
) -> int:
    """Put the rows of one file into `ruw` that stand neither there nor, when some of it was `aangenomen`, in `signalen`;
    gives how many these are. Refuses what makes the whole file unusable.
    """
    al = aangenomen or Aangenomen()
    rest = 0 if al.rest else geopend.gelezen - al.rijen
    if rest:
        _laad_ruw(verbinding, nummer, geopend, rest=aangenomen is not None)
    _controleer_bestand(verbinding, nummer, geopend, feiten, al)
    if geopend.scheef:
        regels, breedtes = zip(*geopend.scheef, strict=True)
        verbinding.execute(
            "INSERT INTO fouten SELECT ?, unnest(?::INTEGER[]), '', 'R44', 'R', unnest(?::INTEGER[])::VARCHAR, ''",
            [geopend.naam, list(regels), list(breedtes)],
        )
    opgeschoond = geopend.opgeschoond
    if rest and not geopend.strak:
        opgeschoond += tel(verbinding, f"SELECT count(*) FROM ruw WHERE _nr = {nummer} AND _spaties")
    if opgeschoond:
        verbinding.execute(
            "INSERT INTO fouten VALUES (?, NULL, '', 'W39', 'W', ?, '')",
            [geopend.naam, str(opgeschoond)],
        )
    return rest


def _laad_ruw(verbinding: duckdb.DuckDBPyConnection, nummer: int, geopend: Geopend, rest: bool) -> None:
    kolommen = ((REGEL,) if geopend.genummerd else ()) + geopend.kolommen
    eigen = [naam for naam in geopend.kolommen if naam in NAMEN]
    opties = "quote='\"', escape='\"', skip=0" if geopend.genummerd else "quote='', escape='', skip=1"
    types = ", ".join(f"'{naam}': 'VARCHAR'" for naam in kolommen)
    bron = f"read_csv(?, delim=';', header=false, {opties}, columns={{{types}}}, auto_detect=false, max_line_size=131072, strict_mode=false)"
    regel = f"{REGEL}::INTEGER" if geopend.genummerd else "(row_number() OVER () + 1)::INTEGER"
    verbeterd = set(FOUTKOLOMMEN) & set(geopend.kolommen)
    cel = VAN_VERBETERBLAD if verbeterd else "{naam}"
    rand = "nullif({cel}, '')" if geopend.strak and not verbeterd else "nullif(trim({cel}, ' \t\u00a0'), '')"
    schoon = [f"{rand.format(cel=cel.format(naam=naam))} AS {naam}" for naam in eigen]
    spaties = (
        "false"
        if geopend.strak
        else " OR ".join(f"coalesce({naam} <> trim({naam}, ' \t\u00a0'), false)" for naam in eigen)
    )
    behalve = (
        f"WHERE regel NOT IN (SELECT regel FROM signalen WHERE bestand = {letterlijk(geopend.naam)})"
        if rest
        else ""
    )
    try:
        verbinding.execute(
            f"INSERT INTO ruw BY NAME SELECT * FROM (SELECT {nummer} AS _nr, ? AS bestand, {regel} AS regel, {', '.join(schoon)}, ({spaties}) AS _spaties FROM {bron}) {behalve}",
            [geopend.naam, str(geopend.pad)],
        )
    except duckdb.OutOfMemoryException:
        raise  # says nothing about the file
    except duckdb.Error as fout:
        wat = Tekst("de rijen kunnen niet worden gelezen", "the rows cannot be read")
        raise BestandGeweigerd("F12", geopend.naam, wat) from fout


def _controleer_bestand(
    verbinding: duckdb.DuckDBPyConnection,
    nummer: int,
    geopend: Geopend,
    feiten: RegisterFeiten | None,
    al: Aangenomen,
) -> None:
    rijen = verbinding.execute(
        f"SELECT DISTINCT partner, partner_soort FROM ruw WHERE _nr = {nummer}"
    ).fetchall()
    partners = sorted(al.partners.union(partner for partner, _ in rijen if partner is not None))[:3]
    if len(partners) > 1:
        raise BestandGeweigerd("F11", geopend.naam, ", ".join(partners), kolom="partner")
    # Empty ones come last.
    soorten = [
        soort or "leeg"
        for soort in sorted(al.soorten.union(soort for _, soort in rijen), key=lambda s: (s is None, s))
    ][:3]
    if len(soorten) != 1 or soorten[0] not in PARTNERSOORTEN:
        raise BestandGeweigerd(
            "F10", geopend.naam, f"partner_soort {', '.join(soorten)}", kolom="partner_soort"
        )
    nodig = [
        kolom
        for kolom, soort in (
            ("klantnummer", ("energie", "water")),
            ("datum_contactpoging", ("huur", "energie", "water")),
        )
        if soorten[0] in soort and kolom not in geopend.kolommen
    ]
    if nodig:
        wat = Tekst(f"ontbreekt {', '.join(nodig)}", f"missing {', '.join(nodig)}")
        raise BestandGeweigerd("F06", geopend.naam, wat, regel=1)
    if feiten is not None:
        feiten.controleer_partner(geopend.naam, partners[0] if partners else "", soorten[0], geopend.kolommen)
