"""The checks on rows, as SQL predicates over the table `r` of raw and typed cells.

One entry is one check: code, column, when it hits, and which value the message shows. `r` has every
column as text (NULL when empty) and typed twins: `d_<datum>` for dates, `bedrag_centen`, `huisnr`,
`maanden`, `herinneringen`, `intrekking`; `$werkdagnr` is the running number of the working day since `$eerste_dag`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from samenhang.schemes.vroegsignalering.bestand.profiel import (
    DATUMKOLOMMEN,
    DREIGINGEN,
    KOLOMMEN,
    SIGNAALSOORTEN,
    TEKSTKOLOMMEN,
)

LEEG_BIJ_VERBERGEN: Final = "''"
BEZWAAR: Final = "coalesce(upper(bezwaar_klant) IN ('J', 'JA', 'Y', 'YES', 'TRUE', '1'), false)"
"""The customer objected. Read generously: who is unsure how to write yes must not cost a person his objection."""
IBAN: Final = r"[A-Z]{2}[0-9]{2} ?[A-Z]{4} ?([0-9]{4} ?){2}[0-9]{2}"


@dataclass(frozen=True, slots=True)
class Controle:
    """One check. `ook_intrekking`: it also holds for withdrawals, which carry few columns."""

    code: str
    kolom: str
    waar: str
    waarde: str = ""
    herstel: str = "''"
    ook_intrekking: bool = False

    @property
    def toon(self) -> str:
        """The SQL of the value in the message."""
        return self.waarde or f"coalesce({self.kolom}, '')"


def _elf(tekst: str) -> str:
    """SQL: whether some run of exactly nine digits in the text passes the eleven-test."""
    gewogen = " + ".join(
        f"{gewicht} * ascii(substr(x, {plek}, 1)) - {48 * gewicht}"
        for plek, gewicht in enumerate((9, 8, 7, 6, 5, 4, 3, 2), 1)
    )
    return (
        f"len(list_filter(regexp_extract_all(regexp_replace({tekst}, '[. ]', '', 'g'), '[0-9]+'), "
        f"lambda x: length(x) = 9 AND x <> '000000000' AND ({gewogen} - (ascii(substr(x, 9, 1)) - 48)) % 11 = 0)) > 0"
    )


def _in(kolom: str, waarden: tuple[str, ...]) -> str:
    return f"coalesce({kolom}, '') NOT IN ({', '.join(repr(waarde) for waarde in waarden)})"


def _datums() -> list[Controle]:
    controles = []
    for kolom in DATUMKOLOMMEN:
        fout = f"{kolom} IS NOT NULL AND d_{kolom} IS NULL"
        serie = f"regexp_full_match({kolom}, '[1-9][0-9]{{4}}(\\.0)?')"
        herstel = f"coalesce(strftime(DATE '1899-12-30' + try_cast(split_part({kolom}, '.', 1) AS INTEGER), '%Y-%m-%d'), '')"
        ook = kolom == "datum_signaal"
        controles.append(Controle("R08", kolom, f"{fout} AND {serie}", herstel=herstel, ook_intrekking=ook))
        nul = f" AND NOT starts_with({kolom}, '0000')" if kolom == "geboortedatum" else ""
        controles.append(Controle("R09", kolom, f"{fout} AND NOT {serie}{nul}", ook_intrekking=ook))
    return controles


def _teksten() -> list[Controle]:
    controles = []
    for kolom in TEKSTKOLOMMEN:
        masker = f"regexp_replace({kolom}, '[A-Z0-9]', '*', 'g')"
        nummer = f"(regexp_matches(upper({kolom}), '{IBAN}') OR {_elf(kolom)})"
        controles.append(Controle("R38", kolom, f"iets_nummer AND {kolom} IS NOT NULL AND {nummer}", masker))
        kapot = f"iets_kapot AND {kolom} IS NOT NULL AND regexp_matches({kolom}, '{_SCHADE}')"
        controles.append(Controle("R25", kolom, kapot, LEEG_BIJ_VERBERGEN))
        formule = f"iets_formule AND regexp_matches({kolom}, '^[=+@-]')"
        controles.append(Controle("W41", kolom, formule, LEEG_BIJ_VERBERGEN))
    return controles


def vooraf() -> str:
    """SQL of three flags over all text cells of a row together, so that a clean row is looked at once, not per cell."""
    alles = f"concat_ws(chr(30), {', '.join(TEKSTKOLOMMEN)})"
    return (
        f"regexp_matches({alles}, '[0-9]([. ]?[0-9]){{8}}|[A-Za-z]{{2}}[0-9]{{2}} ?[A-Za-z]{{4}}') AS iets_nummer, "
        f"regexp_matches(replace({alles}, chr(30), ' '), '{_SCHADE}') AS iets_kapot, "
        f"regexp_matches({alles}, '(^|\x1e)[=+@-]') AS iets_formule"
    )


def _lengtes() -> list[Controle]:
    return [
        Controle("R43", kolom.naam, f"length({kolom.naam}) > {kolom.lengte}")
        for kolom in KOLOMMEN
        if kolom.lengte and kolom.naam not in ("signaal_id", "telefoon", "email")
    ]


def _verplicht() -> list[Controle]:
    return [
        Controle("R43", kolom, f"{kolom} IS NULL", ook_intrekking=kolom == "partner")
        for kolom in ("partner", "straat", "woonplaats")
    ]


_SIGNAAL_BIJ_SOORT = (
    "(soort_signaal = 'einde_levering' AND partner_soort NOT IN ('energie', 'water')) "
    "OR (soort_signaal = 'ontruiming' AND partner_soort <> 'huur')"
)
_DREIGING_BIJ_SOORT = (
    "(partner_soort = 'huur' AND dreiging = 'afsluiting') OR (partner_soort = 'energie' AND dreiging = 'ontruiming') "
    "OR (partner_soort = 'water' AND dreiging NOT IN ('geen', 'afsluiting')) "
    "OR (partner_soort = 'zorg' AND dreiging NOT IN ('geen', 'opzegging')) OR (partner_soort = 'anders' AND dreiging <> 'geen')"
)
_NAAM_SAMEN = r"(^| )(en|&|\+) | & |&"
_RECHTSPERSOON = (
    r"(^|[ ,(])(B\.?V\.?|N\.?V\.?|STICHTING|VVE|V\.V\.E\.?|VERENIGING|COOPERATIE|COÖPERATIE)([ ,)]|$)"
)
_EENMANSZAAK = r"(^|[ ,(])(V\.?O\.?F\.?|EENMANSZAAK|H\.?O\.?D\.?N\.?|T\.?H\.?O\.?D\.?N\.?)([ ,)]|$)"
_SCHADE = r"[\x00-\x08\x0B-\x1F\x7F]|\x{FFFD}|Ã[\x{80}-\x{BF}]|Â[\x{80}-\x{BF}]|Ã[ƒ€‚„…†‡ˆ‰Š‹ŒŽ]|â€|ï»¿"
_POSTCODE = r"[1-9][0-9]{3}[A-Z]{2}"
_TELEFOON = r"(0[1-9][0-9]{8}|\+31[1-9][0-9]{8}|0031[1-9][0-9]{8})"


@cache
def controles() -> tuple[Controle, ...]:
    """Every check on one row, in the order in which messages about a row are listed."""
    bedrag_vorm = r"[0-9]{1,6}\.[0-9]{2}"
    bedrag_dubbelzinnig = r"([0-9]+[.,])*[0-9]*,[0-9]*|[1-9][0-9]{0,2}(\.[0-9]{3})+|[0-9]+,[0-9.]*"
    bedrag_getal = r"-?[0-9]+(\.[0-9]*)?"
    onbekend = (
        "lower(strip_accents(achternaam)) IN ('onbekend', 'test', 'nvt', 'n.v.t.', 'xxx', 'x', '-', '?', '.')"
    )
    nummer_met_meer = r"[1-9][0-9]{0,4}[ -]*[A-Za-z][A-Za-z0-9 ]*|[1-9][0-9]{0,4} *[-/] *[A-Za-z0-9]+|[1-9][0-9]{0,4} +[A-Za-z0-9]+"
    splits = "regexp_extract(huisnummer, '^[0-9]+') || ' en rest ' || trim(regexp_replace(huisnummer, '^[0-9]+[ /-]*', ''))"
    return (
        Controle("R32", "bezwaar_klant", BEZWAAR, LEEG_BIJ_VERBERGEN),
        Controle(
            "R01",
            "signaal_id",
            "NOT coalesce(regexp_full_match(signaal_id, '[A-Za-z0-9._-]{1,40}'), false)",
            ook_intrekking=True,
        ),
        *_verplicht(),
        Controle("R43", "soort_signaal", _in("soort_signaal", SIGNAALSOORTEN), ook_intrekking=True),
        Controle("R43", "dreiging", _in("dreiging", DREIGINGEN)),
        Controle("R43", "klantnummer", "klantnummer IS NULL AND partner_soort IN ('energie', 'water')"),
        Controle("R43", "bezwaar_klant", _in("bezwaar_klant", ("J", "N"))),
        Controle("R43", "betalingsregeling", _in("betalingsregeling", ("geen", "niet_nagekomen", "lopend"))),
        Controle(
            "R43", "warme_overdracht", "warme_overdracht IS NOT NULL AND warme_overdracht NOT IN ('J', 'N')"
        ),
        *_lengtes(),
        *_datums(),
        Controle("R43", "datum_signaal", "datum_signaal IS NULL", ook_intrekking=True),
        Controle(
            "R05",
            "bedrag_achterstand",
            f"bedrag_achterstand IS NULL OR (bedrag_centen IS NULL AND regexp_full_match(bedrag_achterstand, '{bedrag_getal}') AND NOT regexp_full_match(bedrag_achterstand, '{bedrag_dubbelzinnig}')) OR bedrag_centen = 0",
        ),
        Controle(
            "R06",
            "bedrag_achterstand",
            f"bedrag_centen IS NULL AND regexp_full_match(bedrag_achterstand, '-?({bedrag_dubbelzinnig})')",
        ),
        Controle(
            "R07",
            "bedrag_achterstand",
            f"bedrag_achterstand IS NOT NULL AND NOT regexp_full_match(bedrag_achterstand, '{bedrag_vorm}|{bedrag_getal}|-?({bedrag_dubbelzinnig})')",
        ),
        Controle(
            "R10",
            "geboortedatum",
            "starts_with(geboortedatum, '0000') OR d_geboortedatum > $peildatum OR d_geboortedatum <= DATE '1900-01-01'",
        ),
        Controle(
            "W11",
            "geboortedatum",
            "d_geboortedatum > d_datum_signaal - INTERVAL 18 YEAR AND d_geboortedatum <= $peildatum",
        ),
        Controle("R12", "datum_signaal", "d_datum_signaal > $peildatum", ook_intrekking=True),
        Controle("W13", "datum_signaal", "d_datum_signaal < $peildatum - $ouder_dan::INTEGER"),
        Controle("R14", "ontstaansdatum", "d_ontstaansdatum > d_datum_signaal"),
        Controle(
            "R15",
            "ontstaansdatum",
            "partner_soort <> 'anders' AND soort_signaal NOT IN ('einde_levering', 'ontruiming') AND d_ontstaansdatum <= d_datum_signaal AND (d_datum_signaal - d_ontstaansdatum < $minimum OR d_datum_signaal - d_ontstaansdatum > maximum)",
        ),
        Controle(
            "R16",
            "aantal_maanden",
            "(aantal_maanden IS NULL AND ontstaansdatum IS NULL) OR (aantal_maanden IS NOT NULL AND (maanden IS NULL OR maanden > 120)) OR (maanden IS NOT NULL AND d_ontstaansdatum <= d_datum_signaal AND abs(maanden - datesub('month', d_ontstaansdatum, d_datum_signaal)) > 1)",
        ),
        Controle(
            "R17",
            "postcode",
            f"NOT coalesce(regexp_full_match(postcode_schoon, '{_POSTCODE}'), false) OR postcode_schoon[5:6] IN ('SA', 'SD', 'SS')",
        ),
        Controle(
            "W17",
            "postcode",
            f"postcode <> postcode_schoon AND regexp_full_match(postcode_schoon, '{_POSTCODE}')",
            herstel="postcode_schoon",
        ),
        Controle(
            "R18",
            "huisnummer",
            f"huisnr IS NULL AND regexp_full_match(huisnummer, '{nummer_met_meer}')",
            herstel=splits,
        ),
        Controle(
            "R19",
            "huisnummer",
            f"huisnr IS NULL AND NOT coalesce(regexp_full_match(huisnummer, '{nummer_met_meer}'), false)",
        ),
        Controle(
            "R43", "huisletter", "huisletter IS NOT NULL AND NOT regexp_full_match(huisletter, '[A-Za-z]')"
        ),
        Controle(
            "R43",
            "toevoeging",
            "toevoeging IS NOT NULL AND NOT regexp_full_match(toevoeging, '[A-Za-z0-9 .-]{1,4}')",
        ),
        Controle(
            "R21", "straat", "regexp_matches(lower(straat), '^postbus|^antwoordnummer|^p\\.? ?o\\.? ?box')"
        ),
        Controle("R22", "achternaam", f"achternaam IS NULL OR {onbekend}"),
        Controle("R22", "voorletters", "achternaam IS NOT NULL AND voorletters IS NULL AND voornaam IS NULL"),
        Controle("R23", "achternaam", f"regexp_matches(upper(achternaam), '{_RECHTSPERSOON}')"),
        Controle("W23", "achternaam", f"regexp_matches(upper(achternaam), '{_EENMANSZAAK}')"),
        Controle(
            "R24",
            "achternaam",
            f"regexp_matches(lower(achternaam), '{_NAAM_SAMEN}') OR regexp_matches(lower(achternaam), '^(de )?(bewoners?|fam\\.?|familie|heer|mevrouw|erven)( |$)') OR (contains(achternaam, '/') AND NOT contains(lower(achternaam), 'e/v'))",
        ),
        *_teksten(),
        Controle(
            "W26",
            "telefoon",
            f"telefoon IS NOT NULL AND NOT coalesce(regexp_full_match(telefoon_schoon, '{_TELEFOON}(/{_TELEFOON})*'), false)",
            waarde=LEEG_BIJ_VERBERGEN,
        ),
        Controle(
            "W27",
            "email",
            "email IS NOT NULL AND NOT regexp_full_match(lower(email), '[^@ ;,]+@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}')",
            waarde=LEEG_BIJ_VERBERGEN,
        ),
        Controle(
            "R28",
            "datum_dreiging",
            "(dreiging IN ('afsluiting', 'ontruiming', 'opzegging') AND datum_dreiging IS NULL) OR (coalesce(dreiging, 'geen') = 'geen' AND datum_dreiging IS NOT NULL) OR d_datum_dreiging < d_datum_signaal",
            waarde="coalesce(dreiging, '') || ' ' || coalesce(datum_dreiging, 'zonder datum')",
        ),
        Controle("R29", "soort_signaal", _SIGNAAL_BIJ_SOORT),
        Controle("R29", "dreiging", _DREIGING_BIJ_SOORT),
        Controle(
            "W31",
            "datum_dreiging",
            "soort_signaal = 'einde_levering' AND d_datum_dreiging >= d_datum_signaal AND $werkdagnr[d_datum_dreiging - $eerste_dag + 1] - $werkdagnr[d_datum_signaal - $eerste_dag + 1] < $werkdagen",
        ),
        Controle("R33", "betalingsregeling", "betalingsregeling = 'lopend'"),
        Controle(
            "R34", "aantal_herinneringen", "herinneringen IS NULL OR herinneringen < herinneringen_nodig"
        ),
        Controle(
            "R34", "datum_herinnering", "datum_herinnering IS NULL OR d_datum_herinnering > d_datum_signaal"
        ),
        Controle(
            "R35",
            "datum_contactpoging",
            "(datum_contactpoging IS NULL AND partner_soort IN ('huur', 'water', 'energie')) OR d_datum_contactpoging > d_datum_signaal",
        ),
        Controle("R36", "hulp_genoemd", "coalesce(hulp_genoemd, '') <> 'J'"),
        Controle(
            "R37",
            "grondslag",
            "(partner_soort = 'anders' AND (coalesce(bedrag_centen < $minima[list_position($experimenten, grondslag)], true) OR coalesce(d_ontstaansdatum > d_datum_signaal - to_months($oudste[list_position($experimenten, grondslag)]), maanden < $oudste[list_position($experimenten, grondslag)], false))) OR (partner_soort <> 'anders' AND grondslag IS NOT NULL)",
        ),
    )
