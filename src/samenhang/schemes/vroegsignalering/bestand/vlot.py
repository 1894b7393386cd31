"""The quick way in for the rows of a large file that are plainly good.

One pattern over the cells of a row together says that each has the form of a good cell; what remains to be asked
are comparisons of typed values. Such a row is typed and accepted at once. Every other row, and that need not
be a bad one, goes to the table `ruw` and through all checks one by one, which cost several times as much. Both ways
accept the same rows with the same values (a test holds them beside each other).
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import duckdb

from samenhang.schemes.vroegsignalering.bestand.beleid import Beleid
from samenhang.schemes.vroegsignalering.bestand.controles import controles
from samenhang.schemes.vroegsignalering.bestand.getypeerd import (
    GEEN_MAXIMUM,
    INHOUD,
    inhoud,
    per_soort,
)
from samenhang.schemes.vroegsignalering.bestand.openen import Geopend
from samenhang.schemes.vroegsignalering.bestand.profiel import DATUMKOLOMMEN, FOUTKOLOMMEN, NAMEN
from samenhang.schemes.vroegsignalering.bestand.register import RegisterFeiten
from samenhang.schemes.vroegsignalering.bestand.samen import REGEL_VAN_RAUW, in_groepen, lees_samen

VANAF = 3_000
"""Rows of files with the same columns from which the second look at some of them costs less than the full look at all."""

_LETTER: Final = r"A-Za-zÀÁÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜÝß-öø-ž"
"""Composed letters without those (Â, Ã) that start damaged UTF-8."""
_WOORD: Final = f"['{_LETTER}][{_LETTER}'. -]*"
_TEKST: Final = f"(?:[0-9]{{1,3}})?{_WOORD}(?:[0-9]{{1,3}}[{_LETTER}'. -]*)?"
"""No formula, no damaged character, and too few digits for a number of nine or an account."""
_DAG: Final = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
_VORM: Final[Mapping[str, str]] = {
    "signaal_id": "[A-Za-z0-9._-]{1,40}",
    "partner": "[A-Za-z0-9._-]{1,40}",
    "partner_soort": "huur|energie|water|zorg",
    "soort_signaal": "eerste|geactualiseerd|einde_levering|ontruiming",
    "grondslag": "",
    "klantnummer": r"(?:[^\x00-\x1f]{1,30})?",
    "achternaam": _WOORD,
    "tussenvoegsel": f"(?:{_WOORD})?",
    "voorletters": f"(?:{_WOORD})?",
    "voornaam": f"(?:{_WOORD})?",
    "straat": _TEKST,
    "huisnummer": "[1-9][0-9]{0,4}",
    "huisletter": "[A-Z]?",
    "toevoeging": "(?:[A-Za-z0-9]{1,4})?",
    "postcode": "[1-9][0-9]{3}[A-Z]{2}",
    "woonplaats": _TEKST,
    "telefoon": r"(?:(?:0|\+31)[1-9][0-9]{8})?",
    "email": r"(?:[a-z][a-z_.-]*[0-9]{0,4}@(?:[a-z-]+\.)+[a-z]{2,})?",
    "bedrag_achterstand": r"[0-9]{1,6}\.[0-9]{2}",
    "aantal_maanden": "(?:[0-9]{1,3})?",
    "dreiging": "geen|afsluiting|ontruiming|opzegging",
    "aantal_herinneringen": "[0-9]{1,3}",
    "hulp_genoemd": "J",
    "bezwaar_klant": "N",
    "betalingsregeling": "geen|niet_nagekomen",
    "warme_overdracht": "[JN]?",
}
"""The form of each cell of a plainly good row; of a date it is `_DAG`, or nothing."""

_GEDEKT: Final = frozenset(
    [
        "R01",
        "R06",
        "R07",
        "R08",
        "R18",
        "R19",
        "R25",
        "R32",
        "R33",
        "R36",
        "R37",
        "R38",
        "W17",
        "W26",
        "W27",
        "W41",
    ]
    + [
        f"R43 {kolom}"
        for kolom in ("partner", "straat", "woonplaats", "soort_signaal", "dreiging", "bezwaar_klant")
    ]
    + [f"R43 {kolom}" for kolom in ("betalingsregeling", "warme_overdracht", "huisletter", "toevoeging")]
)
"""Checks that cannot hit a row of this form; those of lengths are asked all the same."""
_ANDERS: Final[Mapping[str, str]] = {
    "R05 bedrag_achterstand": "bedrag_centen = 0",
    "R17 postcode": "postcode[5:6] IN ('SA', 'SD', 'SS')",
} | {f"R09 {kolom}": f"{kolom} IS NOT NULL AND d_{kolom} IS NULL" for kolom in DATUMKOLOMMEN}
"""What is left of a check."""
_GEEN_NAAM: Final = (
    "onbekend", "test", "nvt", "xxx", "x", "bv", "nv", "stichting", "vve", "vereniging", "cooperatie", "vof",
    "eenmanszaak", "hodn", "thodn", "bewoner", "bewoners", "fam", "familie", "heer", "mevrouw", "erven", "en",
)  # fmt: skip
"""Every single word that a check of surnames hits."""
_TEKENS: Final[Mapping[str, str]] = {"W11": "geboortedatum", "W13": "datum_signaal"}
"""Warnings that keep no row out, and the date that each shows: they are noted of the rows as they were accepted. In
what a partner sends of former months nearly every row has the second."""
_BEWAAKT: Final[Mapping[str, tuple[str, ...]]] = {
    f"regexp_full_match(achternaam, '[A-Za-z]+') AND lower(achternaam) NOT IN {_GEEN_NAAM}": (
        "R22 achternaam", "R23 achternaam", "W23 achternaam", "R24 achternaam",
    ),
    "(straat >= 'B' AND straat < 'P') OR (straat >= 'Q' AND straat < '[')": ("R21 straat",),
    "soort_signaal = 'eerste' AND dreiging = 'geen' AND datum_dreiging IS NULL": (
        "R28 datum_dreiging", "R29 soort_signaal", "R29 dreiging", "W31 datum_dreiging",
    ),
}  # fmt: skip
"""What is quickly seen of most rows, and the checks that then need not be asked."""


@dataclass(frozen=True, slots=True)
class Aangenomen:
    """What of a file was accepted at sight: how many rows, and the partners and kinds of partner in them. `rest`: whether
    its other rows stand in `ruw` already."""

    rijen: int = 0
    partners: frozenset[str] = frozenset()
    soorten: frozenset[str] = frozenset()
    rest: bool = False


def neem_vlotte_aan(
    verbinding: duckdb.DuckDBPyConnection,
    bestanden: Mapping[int, Geopend],
    beleid: Beleid,
    waarden: Mapping[str, Any],
    feiten: RegisterFeiten | None,
    ruimte: int,
) -> Mapping[str, Aangenomen]:
    """Put the plainly good rows of opened files, by their numbers, into `signalen`; gives, by name, what was accepted of
    each. A file that is not named must be looked at row by row.

    Their other rows go to `ruw` at once, those of at most so many (`ruimte`) in all. `waarden` are the parameters of the
    checks.
    """
    per_kop: dict[tuple[str, ...], dict[int, Geopend]] = defaultdict(dict)
    for nummer, geopend in bestanden.items():
        if not geopend.genummerd and geopend.strak and not set(FOUTKOLOMMEN) & set(geopend.kolommen):
            per_kop[geopend.kolommen][nummer] = geopend
    gelukt: dict[str, bool] = {}
    for kolommen, alle in per_kop.items():
        if sum(geopend.gelezen for geopend in alle.values()) < VANAF:
            continue
        vraag = _vraag(kolommen, beleid, feiten)
        gebruikt = {naam: waarde for naam, waarde in waarden.items() if re.search(rf"\${naam}\b", vraag)}
        groepen = deque(in_groepen(alle))
        while groepen:
            groep = groepen.popleft()
            try:
                rest = lees_samen(verbinding, groep, vraag, gebruikt, ruimte)
            except duckdb.OutOfMemoryException:
                raise  # says nothing about the files
            except duckdb.Error:
                if len(groep) > 1:  # one file that cannot be read so does not keep the others from it
                    groepen += [{nummer: geopend} for nummer, geopend in groep.items()]
                continue
            ruimte -= rest or 0
            gelukt |= {geopend.naam: rest is not None for geopend in groep.values()}
    if not gelukt:
        return {}
    namen = list(gelukt)
    _noteer_tekens(verbinding, namen, waarden)
    gevonden = verbinding.execute(
        "SELECT bestand, count(*), list(DISTINCT partner), list(DISTINCT partner_soort) FROM signalen WHERE list_contains($namen, bestand) GROUP BY bestand",
        {"namen": namen},
    ).fetchall()
    return {naam: Aangenomen(rest=rest) for naam, rest in gelukt.items()} | {
        naam: Aangenomen(rijen, frozenset(partners), frozenset(soorten), gelukt[naam])
        for naam, rijen, partners, soorten in gevonden
    }


def _noteer_tekens(
    verbinding: duckdb.DuckDBPyConnection, namen: Sequence[str], waarden: Mapping[str, Any]
) -> None:
    """The warnings of `_TEKENS` of the rows that were accepted."""
    for controle in controles():
        if kolom := _TEKENS.get(controle.code):
            waar = _op_signalen(controle.waar)
            gebruikt = {sleutel: waarde for sleutel, waarde in waarden.items() if f"${sleutel}" in waar}
            verbinding.execute(
                f"INSERT INTO fouten SELECT bestand, regel, '{controle.kolom}', '{controle.code}', 'W', {kolom}::VARCHAR, '' "
                f"FROM signalen WHERE list_contains($namen, bestand) AND {waar}",
                {"namen": namen} | gebruikt,
            )


def _op_signalen(waar: str) -> str:
    """A check about dates alone, of the columns of `signalen`."""
    return re.sub(r"\bd_(\w+)", r"\1", waar)


def _vraag(kolommen: Sequence[str], beleid: Beleid, feiten: RegisterFeiten | None) -> str:
    """SQL: the plainly good rows of files with these columns, from their cells (`rauw`)."""
    cellen = {naam: naam if naam in kolommen else "''" for naam in NAMEN}
    leeg = {naam: f"nullif({cel}, '')" for naam, cel in cellen.items()}
    vorm = "\x1f".join(f"(?:{_VORM.get(naam, f'(?:{_DAG})?')})" for naam in INHOUD).replace("'", "''")
    niet = " OR ".join(f"({waar})" for waar in (*_te_vragen(), *(feiten.grenzen.buiten() if feiten else ())))
    return f"""INSERT INTO signalen SELECT $namen[bron], regel, partner, partner_soort, soort_signaal, NULL, signaal_id, klantnummer,
        achternaam, tussenvoegsel, voorletters, voornaam, d_geboortedatum, straat, woonplaats, huisnr, huisletter, toevoeging,
        postcode, telefoon, email, bedrag_centen, maanden, d_ontstaansdatum, d_datum_signaal, dreiging, d_datum_dreiging,
        herinneringen, d_datum_herinnering, d_datum_contactpoging, betalingsregeling, warme_overdracht = 'J' IS TRUE, coalesce({_minderjarig()}, false),
        md5(inhoud)
    FROM (SELECT bron, {REGEL_VAN_RAUW} AS regel, {", ".join(f"{leeg[naam]} AS {naam}" for naam in NAMEN)},
            {", ".join(f"try_cast({cellen[naam]} AS DATE) AS d_{naam}" for naam in DATUMKOLOMMEN)},
            try_cast(replace({cellen["bedrag_achterstand"]}, '.', '') AS BIGINT) AS bedrag_centen,
            try_cast({cellen["huisnummer"]} AS INTEGER) AS huisnr,
            try_cast({cellen["aantal_maanden"]} AS INTEGER) AS maanden,
            try_cast({cellen["aantal_herinneringen"]} AS INTEGER) AS herinneringen,
            {per_soort(beleid.maximum_dagen, GEEN_MAXIMUM)} AS maximum,
            {per_soort(beleid.herinneringen, 0)} AS herinneringen_nodig,
            {inhoud(cellen[naam] for naam in INHOUD)} AS inhoud FROM rauw)
    WHERE regexp_full_match(inhoud, '{vorm}') AND NOT coalesce({niet}, false)"""


def _minderjarig() -> str:
    return next(controle.waar for controle in controles() if controle.code == "W11")


def _te_vragen() -> Iterator[str]:
    """SQL that is true of a row of good form which some check hits."""
    bewaakt = {sleutel: wacht for wacht, sleutels in _BEWAAKT.items() for sleutel in sleutels}
    dan: dict[str, list[str]] = defaultdict(list)
    for controle in controles():
        sleutel = f"{controle.code} {controle.kolom}"
        if controle.code in _TEKENS:
            continue
        if controle.waar.startswith("length("):
            yield controle.waar.replace(
                "length(", "strlen(", 1
            )  # bytes cost nothing to count, and are never fewer
        elif sleutel in bewaakt:
            dan[bewaakt[sleutel]].append(f"({controle.waar})")
        elif not {controle.code, sleutel} & _GEDEKT:
            yield _ANDERS.get(sleutel, controle.waar)
    for wacht, vragen in dan.items():
        yield f"CASE WHEN {wacht} THEN false ELSE {' OR '.join(vragen)} END"
