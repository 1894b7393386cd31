"""`koppel` and `verklaar`: linkage of delivered files, without a database."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import duckdb
import typer

from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering import koppelen
from samenhang.schemes.vroegsignalering.bestand import Leesuitkomst, laad_beleid, lees, schrijf_fouten
from samenhang.schemes.vroegsignalering.bestand.lezen import geen_bestanden
from samenhang.schemes.vroegsignalering.koppelen import laad_gewichten
from samenhang.schemes.vroegsignalering.stapel import open_stapel

EXTENSIES = (".csv", ".xlsx")


def koppel(
    bestanden: Annotated[
        list[Path], typer.Argument(help="Bestanden of mappen / Files or folders", metavar="BESTAND…")
    ],
    uitvoer: Annotated[Path, typer.Option(help="Uitkomst als CSV / Outcome as CSV")],
    twijfel: Annotated[Path | None, typer.Option(help="Paren ter beoordeling / Pairs for review")] = None,
    fouten: Annotated[Path | None, typer.Option(help="Foutenrapport / Error report")] = None,
    peildatum: Annotated[str, typer.Option(help="JJJJ-MM-DD; standaard vandaag / default today")] = "",
    draden: Annotated[
        int, typer.Option(min=0, max=256, help="Aantal draden, 0 = alle / Number of threads, 0 = all")
    ] = 0,
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Koppel signalen uit bestanden tot personen en huishoudens / Link signals from files into persons and households."""
    dag = _peildatum(peildatum)
    for doel in (uitvoer, twijfel, fouten):
        if doel is not None and not doel.resolve().parent.is_dir():
            raise Geweigerd(
                "map_ontbreekt",
                Tekst(
                    f"De map van {doel} bestaat niet. Maak haar eerst.",
                    f"The folder of {doel} does not exist. Make it first.",
                ),
            )
    begin = time.perf_counter()
    with open_stapel(draden) as verbinding:
        gelezen = _lees(verbinding, bestanden, dag)
        lezen = round(time.perf_counter() - begin, 3)
        uitkomst = koppelen.koppel(verbinding, gewichten=laad_gewichten())
        _schrijf(verbinding, uitvoer, twijfel, fouten)
    verslag = {
        "gelezen": gelezen.gelezen,
        "geaccepteerd": gelezen.geaccepteerd,
        "afgekeurd": gelezen.afgekeurd,
        "dubbel": gelezen.dubbel,
        "personen": uitkomst.personen,
        "huishoudens": uitkomst.huishoudens,
        "twijfel": uitkomst.twijfel,
        "seconden": {"lezen": lezen, **uitkomst.seconden, "totaal": round(time.perf_counter() - begin, 3)},
    }
    if als_json:
        toon_json(verslag)
        return
    toon(
        Tekst(
            f"{gelezen.gelezen} rijen gelezen: {gelezen.geaccepteerd} geaccepteerd, {gelezen.afgekeurd} afgekeurd, {gelezen.dubbel} dubbel. "
            f"{uitkomst.personen} personen in {uitkomst.huishoudens} huishoudens; {uitkomst.twijfel} paren ter beoordeling. Uitkomst: {uitvoer}",
            f"{gelezen.gelezen} rows read: {gelezen.geaccepteerd} accepted, {gelezen.afgekeurd} refused, {gelezen.dubbel} duplicates. "
            f"{uitkomst.personen} persons in {uitkomst.huishoudens} households; {uitkomst.twijfel} pairs for review. Outcome: {uitvoer}",
        )
    )


def verklaar(
    bestanden: Annotated[
        list[Path], typer.Argument(help="Bestanden of mappen / Files or folders", metavar="BESTAND…")
    ],
    paar: Annotated[
        tuple[str, str], typer.Option(help="Twee signalen: id of partner:id / Two signals", metavar="ID1 ID2")
    ],
    peildatum: Annotated[str, typer.Option(help="JJJJ-MM-DD; standaard vandaag / default today")] = "",
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Verklaar waarom twee signalen wel of niet van één persoon zijn / Explain one pair."""
    dag = _peildatum(peildatum)
    with open_stapel() as verbinding:
        _lees(verbinding, bestanden, dag)
        uitleg = koppelen.verklaar(verbinding, paar[0], paar[1], laad_gewichten())
    if als_json:
        toon_json(uitleg)
        return
    toon(koppelen.als_tekst(uitleg))


def _peildatum(tekst: str) -> date:
    if not tekst:
        return datetime.now(UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date()
    try:
        if len(tekst) != 10:
            raise ValueError(tekst)
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Geweigerd(
            "peildatum_onjuist",
            Tekst(
                f"--peildatum {tekst} bestaat niet. Schrijf haar als 2026-11-24.",
                f"--peildatum {tekst} does not exist. Write it as 2026-11-24.",
            ),
        ) from fout


def _lees(verbinding: duckdb.DuckDBPyConnection, paden: list[Path], dag: date) -> Leesuitkomst:
    bestanden: list[Path] = []
    for pad in paden:
        if pad.is_dir():
            bestanden += sorted(deel for deel in pad.iterdir() if deel.suffix.lower() in EXTENSIES)
        else:
            bestanden.append(pad)
    if not bestanden:
        raise geen_bestanden()
    return lees(verbinding, bestanden, beleid=laad_beleid(dag), peildatum=dag, kalender=standaardkalender())


def _schrijf(
    verbinding: duckdb.DuckDBPyConnection, uitvoer: Path, twijfel: Path | None, fouten: Path | None
) -> None:
    """Write everything beside its place first, then move it there: a refusal or a kill leaves no half file."""
    klaar: list[tuple[Path, Path]] = []
    try:
        for doel, vraag in (
            (uitvoer, "SELECT signaal_id, partner, persoon_id, huishouden_id, zekerheid FROM uitkomst"),
            (twijfel, "SELECT * FROM twijfel"),
        ):
            if doel is not None:
                tijdelijk = _naast(doel)
                klaar.append((tijdelijk, doel))
                verbinding.execute(
                    f"COPY ({vraag}) TO '{str(tijdelijk).replace(chr(39), chr(39) * 2)}' (FORMAT csv, HEADER true)"
                )
        if fouten is not None:
            tijdelijk = _naast(fouten)
            klaar.append((tijdelijk, fouten))
            schrijf_fouten(verbinding, tijdelijk)
        for tijdelijk, doel in klaar:
            os.replace(tijdelijk, doel)
    except (OSError, duckdb.IOException) as fout:
        waar = klaar[-1][1]
        raise Geweigerd(
            "uitvoer_onschrijfbaar",
            Tekst(
                f"{waar} kan niet worden geschreven. Er is niets veranderd. Kies een map waar u mag schrijven en waar plaats is.",
                f"{waar} cannot be written. Nothing has changed. Choose a folder where you may write and where there is room.",
            ),
        ) from fout
    finally:
        for tijdelijk, _ in klaar:
            tijdelijk.unlink(missing_ok=True)


def _naast(doel: Path) -> Path:
    return doel.resolve().with_name(f".{doel.name}.{os.getpid()}.tmp")
