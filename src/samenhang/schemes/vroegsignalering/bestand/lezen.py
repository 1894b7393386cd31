"""`lees`: files in, the table `signalen` and the table `fouten` out.

Everything per row happens in DuckDB, for the rows of all files at once: planning the checks takes DuckDB longer
than doing them on a small file. Python looks at whole files only.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.schemes.vroegsignalering.bestand.beleid import Beleid
from samenhang.schemes.vroegsignalering.bestand.codes import zin
from samenhang.schemes.vroegsignalering.bestand.controles import controles, vooraf
from samenhang.schemes.vroegsignalering.bestand.openen import REGEL, Geopend, open_bestand
from samenhang.schemes.vroegsignalering.bestand.profiel import DATUMKOLOMMEN, NAMEN, PARTNERSOORTEN
from samenhang.schemes.vroegsignalering.bestand.register import RegisterFeiten, controleer_met_register
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd

__all__ = ["BestandGeweigerd", "Leesuitkomst", "RegisterFeiten", "lees"]

SIGNALEN = (
    ("bestand", "VARCHAR"), ("regel", "INTEGER"), ("partner", "VARCHAR"), ("partner_soort", "VARCHAR"),
    ("soort_signaal", "VARCHAR"), ("grondslag", "VARCHAR"), ("signaal_id", "VARCHAR"), ("klantnummer", "VARCHAR"),
    ("achternaam", "VARCHAR"), ("tussenvoegsel", "VARCHAR"), ("voorletters", "VARCHAR"), ("voornaam", "VARCHAR"),
    ("geboortedatum", "DATE"), ("straat", "VARCHAR"), ("woonplaats", "VARCHAR"), ("huisnummer", "INTEGER"),
    ("huisletter", "VARCHAR"), ("toevoeging", "VARCHAR"), ("postcode", "VARCHAR"), ("telefoon", "VARCHAR"),
    ("email", "VARCHAR"), ("bedrag_centen", "BIGINT"), ("aantal_maanden", "INTEGER"), ("ontstaansdatum", "DATE"),
    ("datum_signaal", "DATE"), ("dreiging", "VARCHAR"), ("datum_dreiging", "DATE"), ("aantal_herinneringen", "INTEGER"),
    ("datum_herinnering", "DATE"), ("datum_contactpoging", "DATE"), ("betalingsregeling", "VARCHAR"),
    ("warme_overdracht", "BOOLEAN"), ("minderjarig", "BOOLEAN"), ("inhoud_hash", "VARCHAR"),
)  # fmt: skip
"""The accepted rows as the rest of the scheme meets them, withdrawals included (`soort_signaal`)."""

GEEN_MAXIMUM = 100_000
"""Days: no upper bound on how long ago arrears arose."""


@dataclass(frozen=True, slots=True)
class Leesuitkomst:
    """Counts over all files. `gelezen` = accepted + refused + duplicates."""

    gelezen: int
    geaccepteerd: int
    afgekeurd: int
    dubbel: int
    hashes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One file that was read: what messages call it, where it stood, the hash of its bytes, its rows."""

    naam: str
    pad: Path
    sha256: str
    rijen: int


def lees(
    verbinding: duckdb.DuckDBPyConnection,
    bestanden: Sequence[Path],
    *,
    beleid: Beleid,
    peildatum: date,
    kalender: Kalender,
    feiten: RegisterFeiten | None = None,
    meld: Callable[[int, int], None] = lambda klaar, totaal: None,
) -> Leesuitkomst:
    """Read files, each of one partner, into the tables `signalen` and `fouten` of the connection.

    `peildatum` is the day of receipt. With `feiten` the checks that only a register can do are done too.
    `meld` hears how many rows of all were read so far.
    Raises `BestandGeweigerd` for the first file (in order of name) that is refused; then nothing is usable.
    """
    bestanden_gelezen = lees_rijen(
        verbinding,
        bestanden,
        beleid=beleid,
        peildatum=peildatum,
        kalender=kalender,
        feiten=feiten,
        meld=meld,
    )
    gelezen = sum(bestand.rijen for bestand in bestanden_gelezen)
    dubbel = controleer_onderling(verbinding)
    if feiten is not None:
        dubbel += controleer_met_register(verbinding, feiten, beleid)
    schrijf_zinnen(verbinding)
    meld(gelezen, gelezen)
    geaccepteerd = _aantal(verbinding, "SELECT count(*) FROM signalen")
    hashes = {bestand.naam: bestand.sha256 for bestand in bestanden_gelezen}
    return Leesuitkomst(gelezen, geaccepteerd, gelezen - geaccepteerd - dubbel, dubbel, hashes)


def lees_rijen(
    verbinding: duckdb.DuckDBPyConnection,
    bestanden: Sequence[Path],
    *,
    beleid: Beleid,
    peildatum: date,
    kalender: Kalender,
    feiten: RegisterFeiten | None = None,
    meld: Callable[[int, int], None] = lambda klaar, totaal: None,
) -> list[Gelezen]:
    """The first half of `lees`: every check of a file or of a single row, none between rows."""
    maak_lege_tabellen(verbinding)
    _maak_ruw(verbinding)
    gelezen: list[Gelezen] = []
    namen: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="samenhang-") as werkmap:
        for pad in sorted(bestanden, key=lambda pad: (pad.name, str(pad))):
            geopend = open_bestand(pad, Path(werkmap))
            if geopend.naam in namen:
                geopend.naam = str(pad)
            namen.add(geopend.naam)
            gelezen.append(Gelezen(geopend.naam, pad, geopend.sha256, geopend.gelezen))
            meld(0, sum(bestand.rijen for bestand in gelezen))
            _laad_een(verbinding, len(gelezen), geopend, feiten)
        _controleer_rijen(verbinding, beleid, peildatum, kalender, feiten)
    return gelezen


def _aantal(verbinding: duckdb.DuckDBPyConnection, vraag: str) -> int:
    rij = verbinding.execute(vraag).fetchone()
    return int(rij[0]) if rij else 0


def maak_lege_tabellen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """The tables `signalen` and `fouten`, empty."""
    kolommen = ", ".join(f"{naam} {soort}" for naam, soort in SIGNALEN)
    verbinding.execute(f"CREATE OR REPLACE TABLE signalen ({kolommen})")
    verbinding.execute(
        "CREATE OR REPLACE TABLE fouten (bestand VARCHAR, regel INTEGER, kolom VARCHAR, code VARCHAR, soort VARCHAR, "
        "waarde VARCHAR, herstel VARCHAR, tekst VARCHAR, text VARCHAR)"
    )


def _maak_ruw(verbinding: duckdb.DuckDBPyConnection) -> None:
    """The table of raw cells. `_nr` numbers the files: rows of one file stand together, so that DuckDB skips the others."""
    cellen = ", ".join(f"{naam} VARCHAR" for naam in NAMEN)
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE ruw (_nr INTEGER, bestand VARCHAR, regel INTEGER, {cellen}, _spaties BOOLEAN)"
    )


def _laad_een(
    verbinding: duckdb.DuckDBPyConnection, nummer: int, geopend: Geopend, feiten: RegisterFeiten | None
) -> None:
    """Put the rows of one file into `ruw`, and refuse what makes the whole file unusable."""
    _laad_ruw(verbinding, nummer, geopend)
    _controleer_bestand(verbinding, nummer, geopend, feiten)
    for regel, aantal in geopend.scheef:
        verbinding.execute(
            "INSERT INTO fouten VALUES (?, ?, '', 'R44', 'R', ?, '', '', '')",
            [geopend.naam, regel, str(aantal)],
        )
    opgeschoond = geopend.opgeschoond + _aantal(
        verbinding, f"SELECT count(*) FROM ruw WHERE _nr = {nummer} AND _spaties"
    )
    if opgeschoond:
        verbinding.execute(
            "INSERT INTO fouten VALUES (?, NULL, '', 'W39', 'W', ?, '', '', '')",
            [geopend.naam, str(opgeschoond)],
        )


def _laad_ruw(verbinding: duckdb.DuckDBPyConnection, nummer: int, geopend: Geopend) -> None:
    kolommen = ((REGEL,) if geopend.genummerd else ()) + geopend.kolommen
    eigen = [naam for naam in geopend.kolommen if naam in NAMEN]
    opties = "quote='\"', escape='\"', skip=0" if geopend.genummerd else "quote='', escape='', skip=1"
    types = ", ".join(f"'{naam}': 'VARCHAR'" for naam in kolommen)
    bron = f"read_csv(?, delim=';', header=false, {opties}, columns={{{types}}}, auto_detect=false, max_line_size=131072, strict_mode=false)"
    regel = f"{REGEL}::INTEGER" if geopend.genummerd else "(row_number() OVER () + 1)::INTEGER"
    schoon = [f"nullif(trim({naam}, ' \t\u00a0'), '') AS {naam}" for naam in eigen]
    spaties = " OR ".join(f"coalesce({naam} <> trim({naam}, ' \t\u00a0'), false)" for naam in eigen)
    try:
        verbinding.execute(
            f"INSERT INTO ruw BY NAME SELECT {nummer} AS _nr, ? AS bestand, {regel} AS regel, {', '.join(schoon)}, ({spaties}) AS _spaties FROM {bron}",
            [geopend.naam, str(geopend.pad)],
        )
    except duckdb.Error as fout:
        wat = Tekst("de rijen kunnen niet worden gelezen", "the rows cannot be read")
        raise BestandGeweigerd("F12", geopend.naam, wat) from fout


def _controleer_rijen(
    verbinding: duckdb.DuckDBPyConnection,
    beleid: Beleid,
    peildatum: date,
    kalender: Kalender,
    feiten: RegisterFeiten | None,
) -> None:
    """Every check of a single row, for all rows of all files."""
    lijst = ", ".join(
        f"CASE WHEN {'(' if controle.ook_intrekking else 'NOT intrekking AND ('}{controle.waar}) THEN {nummer} END"
        for nummer, controle in enumerate(controles())
    )
    experimenten = beleid.experimenten_voor(feiten.gemeentecode if feiten else "")
    eerste_dag, nummers = _werkdagen(peildatum, kalender)
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE gevonden AS SELECT *, list_filter([{lijst}], lambda x: x IS NOT NULL) AS treffers FROM ({_getypeerd(beleid)})",
        {
            "peildatum": peildatum,
            "ouder_dan": beleid.ouder_dan_dagen,
            "minimum": beleid.minimum_dagen,
            "werkdagen": beleid.werkdagen_einde,
            "experimenten": [experiment.id for experiment in experimenten] or [""],
            "minima": [experiment.minimum.centen for experiment in experimenten] or [GEEN_MAXIMUM**2],
            "eerste_dag": eerste_dag,
            "werkdagnr": nummers,
        },
    )
    verbinding.execute("DROP TABLE ruw")
    _noteer_treffers(verbinding)
    _neem_aan(verbinding)
    verbinding.execute("DROP TABLE gevonden")


def _controleer_bestand(
    verbinding: duckdb.DuckDBPyConnection, nummer: int, geopend: Geopend, feiten: RegisterFeiten | None
) -> None:
    partners = [
        rij[0]
        for rij in verbinding.execute(
            f"SELECT DISTINCT partner FROM ruw WHERE _nr = {nummer} AND partner IS NOT NULL ORDER BY 1 LIMIT 3"
        ).fetchall()
    ]
    if len(partners) > 1:
        raise BestandGeweigerd("F11", geopend.naam, ", ".join(partners), kolom="partner")
    soorten = [
        rij[0] or "leeg"
        for rij in verbinding.execute(
            f"SELECT DISTINCT partner_soort FROM ruw WHERE _nr = {nummer} ORDER BY 1 LIMIT 3"
        ).fetchall()
    ]
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


def _per_soort(waarden: Mapping[str, int], anders: int) -> str:
    """SQL that gives the number of a kind of partner."""
    gevallen = " ".join(f"WHEN '{soort}' THEN {int(waarde)}" for soort, waarde in sorted(waarden.items()))
    return f"CASE partner_soort {gevallen} ELSE {anders} END" if gevallen else str(anders)


def _getypeerd(beleid: Beleid) -> str:
    """SQL of the raw cells with their typed twins, and what the policy asks of each kind of partner."""
    datums = ", ".join(
        f"CASE WHEN regexp_full_match({naam}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}') AND {naam} >= '0001' THEN try_cast({naam} AS DATE) END AS d_{naam}"
        for naam in DATUMKOLOMMEN
    )
    return f"""SELECT *, {datums}, {vooraf()},
        coalesce(soort_signaal = 'intrekking', false) AS intrekking,
        CASE WHEN regexp_full_match(bedrag_achterstand, '[0-9]{{1,6}}\\.[0-9]{{2}}')
             THEN replace(bedrag_achterstand, '.', '')::BIGINT END AS bedrag_centen,
        CASE WHEN regexp_full_match(huisnummer, '0{{0,4}}[1-9][0-9]{{0,4}}') THEN huisnummer::INTEGER END AS huisnr,
        CASE WHEN regexp_full_match(aantal_maanden, '[0-9]{{1,3}}') THEN aantal_maanden::INTEGER END AS maanden,
        CASE WHEN regexp_full_match(aantal_herinneringen, '[0-9]{{1,3}}') THEN aantal_herinneringen::INTEGER END AS herinneringen,
        {_per_soort(beleid.maximum_dagen, GEEN_MAXIMUM)} AS maximum,
        {_per_soort(beleid.herinneringen, 0)} AS herinneringen_nodig,
        upper(replace(postcode, ' ', '')) AS postcode_schoon,
        regexp_replace(telefoon, '[ ().-]', '', 'g') AS telefoon_schoon
        FROM ruw"""


def _werkdagen(peildatum: date, kalender: Kalender) -> tuple[date, list[int]]:
    """The running number of the working day for each day around `peildatum`, so that a difference counts them."""
    eerste = dag = max(peildatum - timedelta(days=800), date(2014, 1, 1))
    nummer, nummers = 0, []
    for _ in range(1600):
        nummer += kalender.is_werkdag(dag)
        nummers.append(nummer)
        dag += timedelta(days=1)
    return eerste, nummers


def _noteer_treffers(verbinding: duckdb.DuckDBPyConnection) -> None:
    """One row in `fouten` per check that hit; a row that objects (R32) shows nothing else."""
    if not _aantal(verbinding, "SELECT count(*) FROM gevonden WHERE len(treffers) > 0"):
        return
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE treffer AS SELECT * EXCLUDE (treffers), unnest(CASE WHEN list_contains(treffers, 0) THEN [0] ELSE treffers END) AS nummer "
        "FROM gevonden WHERE len(treffers) > 0"
    )
    nummers = {rij[0] for rij in verbinding.execute("SELECT DISTINCT nummer FROM treffer").fetchall()}
    for nummer, controle in enumerate(controles()):
        if nummer in nummers:
            verbinding.execute(
                f"INSERT INTO fouten SELECT bestand, regel, ?, ?, ?, left({controle.toon}, 100), {controle.herstel}, '', '' FROM treffer r WHERE nummer = {nummer}",
                [controle.kolom, controle.code, controle.code[0]],
            )


def _neem_aan(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Rows without a refusal become signals; fields with a warning that drops them are left out."""
    weg = {
        code: nummers
        for code in ("W26", "W27")
        if (nummers := [str(n) for n, c in enumerate(controles()) if c.code == code])
    }
    weiger = [str(nummer) for nummer, controle in enumerate(controles()) if controle.code.startswith("R")]
    w11 = [str(nummer) for nummer, controle in enumerate(controles()) if controle.code == "W11"]
    hash_kolommen = [naam for naam in NAMEN if naam not in ("warme_overdracht",)] + ["warme_overdracht"]
    inhoud = ", ".join(f"coalesce({kolom}, '')" for kolom in hash_kolommen)
    verbinding.execute(
        f"""INSERT INTO signalen SELECT bestand, regel, partner, partner_soort, soort_signaal, grondslag, signaal_id, klantnummer,
        nfc_normalize(achternaam), tussenvoegsel, voorletters, nfc_normalize(voornaam), d_geboortedatum, nfc_normalize(straat),
        nfc_normalize(woonplaats), huisnr, upper(huisletter), toevoeging, postcode_schoon,
        CASE WHEN len(list_intersect(treffers, [{", ".join(weg["W26"])}])) = 0 THEN telefoon_schoon END,
        CASE WHEN len(list_intersect(treffers, [{", ".join(weg["W27"])}])) = 0 THEN lower(email) END,
        bedrag_centen, maanden, d_ontstaansdatum, d_datum_signaal, dreiging, d_datum_dreiging, herinneringen,
        d_datum_herinnering, d_datum_contactpoging, betalingsregeling, coalesce(warme_overdracht = 'J', false),
        len(list_intersect(treffers, [{", ".join(w11)}])) > 0, md5(concat_ws(chr(31), {inhoud}))
        FROM gevonden WHERE len(list_intersect(treffers, [{", ".join(weiger)}])) = 0"""
    )


def controleer_onderling(verbinding: duckdb.DuckDBPyConnection) -> int:
    """Checks between rows: the same number again (R02 or a duplicate), one customer number for two people
    (R03), the same arrears twice (W04). Gives the number of duplicates, which are left out.

    A withdrawal carries the number of the signal that it withdraws, and is no second signal of that number.
    """
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE herhaling AS SELECT bestand, regel, signaal_id, "
        "inhoud_hash = first_value(inhoud_hash) OVER w AS gelijk, row_number() OVER w AS volgnummer FROM signalen "
        "WINDOW w AS (PARTITION BY partner, signaal_id, soort_signaal = 'intrekking' ORDER BY bestand, regel ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)"
    )
    verbinding.execute(
        "INSERT INTO fouten SELECT bestand, regel, 'signaal_id', 'R02', 'R', signaal_id, '', '', '' FROM herhaling WHERE volgnummer > 1 AND NOT gelijk"
    )
    dubbel = _aantal(verbinding, "SELECT count(*) FROM herhaling WHERE volgnummer > 1 AND gelijk")
    verbinding.execute(
        "DELETE FROM signalen WHERE (bestand, regel) IN (SELECT (bestand, regel) FROM herhaling WHERE volgnummer > 1)"
    )
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE twee AS
        WITH s AS (SELECT bestand, regel, partner, klantnummer, geboortedatum, bedrag_centen,
                     regexp_replace(upper(strip_accents(achternaam)), '[^A-Z]', '', 'g') AS naam,
                     left(upper(strip_accents(coalesce(voorletters, voornaam))), 1) AS letter
                   FROM signalen WHERE klantnummer IS NOT NULL AND soort_signaal <> 'intrekking')
        SELECT a.bestand, a.regel, b.regel AS andere, a.klantnummer,
          (levenshtein(a.naam, b.naam) > 2 AND NOT contains(a.naam, b.naam) AND NOT contains(b.naam, a.naam)
             AND (a.letter <> b.letter OR a.geboortedatum <> b.geboortedatum))
          OR (a.letter <> b.letter AND a.geboortedatum <> b.geboortedatum) AS twee_personen,
          a.bedrag_centen = b.bedrag_centen AS zelfde_bedrag
        FROM s a JOIN s b ON a.bestand = b.bestand AND a.partner = b.partner AND a.klantnummer = b.klantnummer AND a.regel < b.regel"""
    )
    verbinding.execute(
        "INSERT INTO fouten SELECT DISTINCT bestand, unnest([regel, andere]), 'klantnummer', 'R03', 'R', klantnummer, '', '', '' FROM twee WHERE twee_personen"
    )
    verbinding.execute(
        "INSERT INTO fouten SELECT DISTINCT bestand, andere, 'bedrag_achterstand', 'W04', 'W', '', '', '', '' FROM twee WHERE zelfde_bedrag AND NOT coalesce(twee_personen, false)"
    )
    verbinding.execute(
        "DELETE FROM signalen WHERE (bestand, regel) IN (SELECT (bestand, regel) FROM fouten WHERE code = 'R03')"
    )
    return dubbel


def schrijf_zinnen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Fill in the sentences, once per distinct message."""
    soorten = verbinding.execute(
        "SELECT DISTINCT code, coalesce(waarde, ''), coalesce(herstel, '') FROM fouten"
    ).fetchall()
    if not soorten:
        return
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE zinnen (code VARCHAR, waarde VARCHAR, herstel VARCHAR, nl VARCHAR, en VARCHAR)"
    )
    rijen = []
    for code, waarde, herstel in soorten:
        tekst: Tekst = zin(code, waarde, herstel)
        rijen.append((code, waarde, herstel, tekst.nl, tekst.en))
    verbinding.executemany("INSERT INTO zinnen VALUES (?, ?, ?, ?, ?)", rijen)
    verbinding.execute(
        "UPDATE fouten SET tekst = z.nl, text = z.en FROM zinnen z WHERE fouten.code = z.code "
        "AND coalesce(fouten.waarde, '') = z.waarde AND coalesce(fouten.herstel, '') = z.herstel"
    )


def geen_bestanden() -> Geweigerd:
    """The refusal of a call without any file."""
    return Geweigerd(
        "geen_bestand",
        Tekst(
            "Geef minstens één bestand of een map met .csv-bestanden.",
            "Give at least one file or a folder with .csv files.",
        ),
    )
