"""`lees`: files in, the table `signalen` and the table `fouten` out.

Everything per row happens in DuckDB, for the rows of many files at once: planning the checks takes DuckDB longer
than doing them on a small file. Python looks at whole files only.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.schemes.vroegsignalering.bestand.beleid import Beleid
from samenhang.schemes.vroegsignalering.bestand.bronnen import Plekken
from samenhang.schemes.vroegsignalering.bestand.controles import controles
from samenhang.schemes.vroegsignalering.bestand.getypeerd import (
    GEEN_MAXIMUM,
    INHOUD,
    getypeerd,
    inhoud,
    werkdagen,
)
from samenhang.schemes.vroegsignalering.bestand.laden import laad_een, maak_ruw
from samenhang.schemes.vroegsignalering.bestand.openen import Geopend, open_bestand
from samenhang.schemes.vroegsignalering.bestand.over_rijen import (
    controleer_onderling,
    schrijf_zinnen,
)
from samenhang.schemes.vroegsignalering.bestand.register import RegisterFeiten, controleer_met_register
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.bestand.vlot import neem_vlotte_aan
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


TEGELIJK = 100_000
"""Rows of which the raw cells are held; when files together have more, what stands is checked before the next file."""


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
    """One file that was read: what messages call it, where it stood, the hash of its bytes, its rows, its places."""

    naam: str
    pad: Path
    sha256: str
    rijen: int
    plekken: Plekken = field(default_factory=Plekken)


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
    schrijf_zinnen(verbinding, {bestand.naam: bestand.plekken for bestand in bestanden_gelezen})
    meld(gelezen, gelezen)
    geaccepteerd = tel(verbinding, "SELECT count(*) FROM signalen")
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
    waarden = _waarden(beleid, peildatum, kalender, feiten)
    with tempfile.TemporaryDirectory(prefix="samenhang-") as werkmap:
        geopend, gelezen, geweigerd = _open_alle(bestanden, Path(werkmap), meld)
        maak_ruw(verbinding)
        genummerd = dict(enumerate(geopend, 1))
        aangenomen = neem_vlotte_aan(verbinding, genummerd, beleid, waarden, feiten, TEGELIJK)
        ruw = tel(verbinding, "SELECT count(*) FROM ruw")
        for nummer, bestand in genummerd.items():
            # With agreements a file is refused for its rows, and a fault of any file as such comes before that.
            if feiten is None and ruw >= TEGELIJK:
                _controleer_rijen(verbinding, beleid, waarden, None, {})
                ruw = 0
                maak_ruw(verbinding)
            ruw += laad_een(verbinding, nummer, bestand, feiten, aangenomen.get(bestand.naam))
        if geweigerd is not None:
            raise geweigerd
        plekken = {bestand.naam: bestand.plekken for bestand in gelezen}
        _controleer_rijen(verbinding, beleid, waarden, feiten, plekken)
    return gelezen


def _open_alle(
    bestanden: Sequence[Path], werkmap: Path, meld: Callable[[int, int], None]
) -> tuple[list[Geopend], list[Gelezen], Geweigerd | None]:
    """Open files in order of name, up to the first that is refused; why it is comes back, because one before it may
    still be refused for its rows."""
    geopend: list[Geopend] = []
    gelezen: list[Gelezen] = []
    namen: set[str] = set()
    for pad in sorted(bestanden, key=lambda pad: (pad.name, str(pad))):
        try:
            bestand = open_bestand(pad, werkmap)
        except Geweigerd as fout:
            return geopend, gelezen, fout
        if bestand.naam in namen:
            bestand.naam = str(pad)
        namen.add(bestand.naam)
        geopend.append(bestand)
        gelezen.append(Gelezen(bestand.naam, pad, bestand.sha256, bestand.gelezen, bestand.plekken))
        meld(0, sum(ander.rijen for ander in gelezen))
    return geopend, gelezen, None


def maak_lege_tabellen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """The tables `signalen`, in the database that the connection uses, and `fouten`, which passes; both empty."""
    kolommen = ", ".join(f"{naam} {soort}" for naam, soort in SIGNALEN)
    verbinding.execute(f"CREATE OR REPLACE TABLE signalen ({kolommen})")
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE fouten (bestand VARCHAR, regel INTEGER, kolom VARCHAR, code VARCHAR, soort VARCHAR, "
        "waarde VARCHAR, herstel VARCHAR)"
    )


def _waarden(
    beleid: Beleid, peildatum: date, kalender: Kalender, feiten: RegisterFeiten | None
) -> dict[str, Any]:
    """The parameters of the checks."""
    experimenten = beleid.experimenten_voor(feiten.gemeentecode if feiten else "")
    eerste_dag, nummers = werkdagen(peildatum, kalender)
    return {
        "peildatum": peildatum,
        "ouder_dan": beleid.ouder_dan_dagen,
        "minimum": beleid.minimum_dagen,
        "werkdagen": beleid.werkdagen_einde,
        "experimenten": [experiment.id for experiment in experimenten] or [""],
        "oudste": [experiment.oudste_maanden for experiment in experimenten] or [0],
        "minima": [experiment.minimum.centen for experiment in experimenten] or [GEEN_MAXIMUM**2],
        "eerste_dag": eerste_dag,
        "werkdagnr": nummers,
    }


def _controleer_rijen(
    verbinding: duckdb.DuckDBPyConnection,
    beleid: Beleid,
    waarden: Mapping[str, Any],
    feiten: RegisterFeiten | None,
    plekken: Mapping[str, Plekken],
) -> None:
    """Every check of a single row, for all rows that stand in `ruw`."""
    if not tel(verbinding, "SELECT count(*) FROM ruw"):
        return
    lijst = ", ".join(
        f"CASE WHEN {'(' if controle.ook_intrekking else 'NOT intrekking AND ('}{controle.waar}) THEN {nummer} END"
        for nummer, controle in enumerate(controles())
    )
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE gevonden AS SELECT *, list_filter([{lijst}], lambda x: x IS NOT NULL) AS treffers FROM ({getypeerd(beleid)})",
        waarden,
    )
    verbinding.execute("DROP TABLE ruw")
    if feiten is not None:
        feiten.grenzen.controleer(verbinding, plekken)
    _noteer_treffers(verbinding)
    _neem_aan(verbinding)
    verbinding.execute("DROP TABLE gevonden")


def _noteer_treffers(verbinding: duckdb.DuckDBPyConnection) -> None:
    """One row in `fouten` per check that hit; a row that objects (R32) shows nothing else."""
    if not tel(verbinding, "SELECT count(*) FROM gevonden WHERE len(treffers) > 0"):
        return
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE treffer AS SELECT * EXCLUDE (treffers), unnest(CASE WHEN list_contains(treffers, 0) THEN [0] ELSE treffers END) AS nummer "
        "FROM gevonden WHERE len(treffers) > 0"
    )
    nummers = {rij[0] for rij in verbinding.execute("SELECT DISTINCT nummer FROM treffer").fetchall()}
    for nummer, controle in enumerate(controles()):
        if nummer in nummers:
            verbinding.execute(
                f"INSERT INTO fouten SELECT bestand, regel, ?, ?, ?, left({controle.toon}, 100), {controle.herstel} FROM treffer r WHERE nummer = {nummer}",
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
    som = inhoud(f"coalesce({kolom}, '')" for kolom in INHOUD)
    verbinding.execute(
        f"""INSERT INTO signalen SELECT bestand, regel, partner, partner_soort, soort_signaal, grondslag, signaal_id, klantnummer,
        nfc_normalize(achternaam), tussenvoegsel, voorletters, nfc_normalize(voornaam), d_geboortedatum, nfc_normalize(straat),
        nfc_normalize(woonplaats), huisnr, upper(huisletter), toevoeging, postcode_schoon,
        CASE WHEN NOT {_raakt(weg["W26"])} THEN telefoon_schoon END,
        CASE WHEN NOT {_raakt(weg["W27"])} THEN lower(email) END,
        bedrag_centen, maanden, d_ontstaansdatum, d_datum_signaal, dreiging, d_datum_dreiging, herinneringen,
        d_datum_herinnering, d_datum_contactpoging, betalingsregeling, coalesce(warme_overdracht = 'J', false),
        {_raakt(w11)}, md5({som})
        FROM gevonden WHERE NOT {_raakt(weiger)}"""
    )


def _raakt(nummers: list[str]) -> str:
    """SQL: one of these checks hit. Most rows were hit by none or by one; those need no sets to be compared."""
    return (
        f"CASE len(treffers) WHEN 0 THEN false WHEN 1 THEN treffers[1] IN ({', '.join(nummers)}) "
        f"ELSE list_has_any(treffers, [{', '.join(nummers)}]) END"
    )


def geen_bestanden() -> Geweigerd:
    """The refusal of a call without any file."""
    return Geweigerd(
        "geen_bestand",
        Tekst(
            "Geef minstens één bestand of een map met .csv-, .xlsx- of .json-bestanden.",
            "Give at least one file or a folder with .csv, .xlsx or .json files.",
        ),
    )
