"""`koppel` and `verklaar`: linkage of delivered files, without a database."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

import duckdb
import typer

from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering import koppelen, koppelregister
from samenhang.schemes.vroegsignalering.bestand import Leesuitkomst, laad_beleid, lees
from samenhang.schemes.vroegsignalering.bestand.lezen import geen_bestanden, lees_rijen
from samenhang.schemes.vroegsignalering.commands.doelen import Doelen
from samenhang.schemes.vroegsignalering.koppelen import Koppeling, laad_gewichten
from samenhang.schemes.vroegsignalering.koppelen.motor import MotorKeuze
from samenhang.schemes.vroegsignalering.koppelen.zoeken import zonder_opruimen
from samenhang.schemes.vroegsignalering.koppelregister import Toegevoegd
from samenhang.schemes.vroegsignalering.stapel import open_stapel


class Motornaam(StrEnum):
    """What can run the comparisons."""

    DUCKDB = "duckdb"
    SPARK = "spark"


EXTENSIES = (".csv", ".xlsx", ".json")

GEHEUGEN: Final = 800
"""MB that the tables of a run may take at least."""

GEHEUGEN_MAAL: Final = 5
GEHEUGEN_MAAL_REGISTER: Final = 6
"""So many times the size of what is read they may take, if that is more; a register, whose tables are written while
they are read, holds more at one time."""


def koppel(
    bestanden: Annotated[
        list[Path], typer.Argument(help="Bestanden of mappen / Files or folders", metavar="BESTAND…")
    ],
    uitvoer: Annotated[Path, typer.Option(help="Uitkomst als CSV / Outcome as CSV")],
    twijfel: Annotated[Path | None, typer.Option(help="Paren ter beoordeling / Pairs for review")] = None,
    fouten: Annotated[Path | None, typer.Option(help="Foutenrapport / Error report")] = None,
    register: Annotated[
        Path | None,
        typer.Option(
            help="Map van een register waar de bestanden bij komen / Folder of a register to which the files are added",
            metavar="MAP",
        ),
    ] = None,
    peildatum: Annotated[str, typer.Option(help="JJJJ-MM-DD; standaard vandaag / default today")] = "",
    draden: Annotated[
        int, typer.Option(min=0, max=256, help="Aantal draden, 0 = alle / Number of threads, 0 = all")
    ] = 0,
    geheugen: Annotated[
        int,
        typer.Option(
            min=0,
            help="MB voor tabellen, wat meer is gaat naar schijf; 0 = zelf kiezen / MB for tables, the rest goes to disk; 0 = choose",
        ),
    ] = 0,
    motor: Annotated[
        Motornaam,
        typer.Option(help="Wat rekent, met dezelfde uitkomst / What computes, with the same outcome"),
    ] = Motornaam.DUCKDB,
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Koppel signalen uit bestanden tot personen en huishoudens / Link signals from files into persons and households."""
    dag = _peildatum(peildatum)
    if register is not None and motor is Motornaam.SPARK:
        raise Geweigerd(
            "register_op_duckdb",
            Tekst(
                "Een register is één bestand van DuckDB: --register kan niet samen met --motor spark. Laat --motor weg.",
                "A register is one file of DuckDB: --register cannot go with --motor spark. Leave out --motor.",
            ),
        )
    for doel in (uitvoer, twijfel, fouten):
        if doel is not None and not doel.resolve().parent.is_dir():
            raise Geweigerd(
                "map_ontbreekt",
                Tekst(
                    f"De map van {doel} bestaat niet. Maak haar eerst.",
                    f"The folder of {doel} does not exist. Make it first.",
                ),
            )
    doelen = Doelen(uitvoer, twijfel, fouten)
    ruimte = geheugen or ruim_genoeg(bestanden, register)
    with zonder_opruimen(), _te_weinig(ruimte), open_stapel(draden, f"{ruimte}MB") as verbinding, doelen:
        if register is None:
            verslag = _los(verbinding, bestanden, dag, doelen, _motor(motor, draden))
        else:
            verslag = _in_register(verbinding, register, bestanden, dag, doelen)
    if als_json:
        toon_json(verslag)
        return
    toon(_in_woorden(verslag, uitvoer))


def verklaar(
    paar: Annotated[
        tuple[str, str], typer.Option(help="Twee signalen: id of partner:id / Two signals", metavar="ID1 ID2")
    ],
    bestanden: Annotated[
        list[Path] | None,
        typer.Argument(help="Bestanden of mappen / Files or folders", metavar="BESTAND…"),
    ] = None,
    register: Annotated[
        Path | None,
        typer.Option(
            help="In plaats van bestanden: een register / Instead of files: a register", metavar="MAP"
        ),
    ] = None,
    peildatum: Annotated[str, typer.Option(help="JJJJ-MM-DD; standaard vandaag / default today")] = "",
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Verklaar waarom twee signalen wel of niet van één persoon zijn / Explain one pair."""
    dag = _peildatum(peildatum)
    if (register is None) == (not bestanden):
        raise Geweigerd(
            "bestanden_of_register",
            Tekst(
                "Geef de bestanden waarin de twee signalen staan, of met --register de map van een register; niet allebei.",
                "Give the files that hold the two signals, or with --register the folder of a register; not both.",
            ),
        )
    with open_stapel(0) as verbinding:
        if register is not None:
            uitleg = koppelregister.verklaar(verbinding, register, *paar, laad_gewichten())
        else:
            _lees(verbinding, bestanden or [], dag)
            uitleg = koppelen.verklaar(verbinding, *paar, laad_gewichten())
    if als_json:
        toon_json(uitleg)
        return
    toon(koppelen.als_tekst(uitleg))


def ruim_genoeg(bestanden: Iterable[Path], register: Path | None) -> int:
    """How many MB the tables may take: what a million signals need to go on without waiting for the disk, and
    more for more, because what one operation holds at a time grows with the files."""
    plekken = [*bestanden, *([register] if register is not None else [])]
    delen = [deel for plek in plekken for deel in ([plek] if plek.is_file() else plek.glob("*"))]
    maal = GEHEUGEN_MAAL if register is None else GEHEUGEN_MAAL_REGISTER
    return max(GEHEUGEN, maal * sum(deel.stat().st_size for deel in delen) // 1_000_000)


@contextmanager
def _te_weinig(ruimte: int) -> Iterator[None]:
    """What does not fit in the memory that it may take, as a refusal that says how to go on."""
    try:
        yield
    except duckdb.OutOfMemoryException as fout:
        raise Geweigerd(
            "geheugen_te_klein",
            Tekst(
                f"{ruimte} MB geheugen is te weinig voor deze bestanden. Er is niets veranderd. Geef meer met --geheugen, bijvoorbeeld --geheugen {2 * ruimte}, of reken met minder draden.",
                f"{ruimte} MB of memory is too little for these files. Nothing has changed. Give more with --geheugen, for example --geheugen {2 * ruimte}, or use fewer threads.",
            ),
        ) from fout


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


def _paden(paden: list[Path]) -> list[Path]:
    bestanden: list[Path] = []
    for pad in paden:
        if pad.is_dir():
            bestanden += sorted(deel for deel in pad.iterdir() if deel.suffix.lower() in EXTENSIES)
        else:
            bestanden.append(pad)
    if not bestanden:
        raise geen_bestanden()
    return bestanden


def _lees(verbinding: duckdb.DuckDBPyConnection, paden: list[Path], dag: date) -> Leesuitkomst:
    return lees(
        verbinding, _paden(paden), beleid=laad_beleid(dag), peildatum=dag, kalender=standaardkalender()
    )


def _motor(naam: Motornaam, draden: int) -> MotorKeuze:
    if naam is Motornaam.DUCKDB:
        return nullcontext
    from samenhang.schemes.vroegsignalering.koppelen.spark import kies_spark

    return kies_spark(draden)


def _los(
    verbinding: duckdb.DuckDBPyConnection, bestanden: list[Path], dag: date, doelen: Doelen, motor: MotorKeuze
) -> dict[str, Any]:
    """Link the files by themselves."""
    begin = time.perf_counter()
    gelezen = _lees(verbinding, bestanden, dag)
    lezen = round(time.perf_counter() - begin, 3)
    uitkomst = koppelen.koppel(verbinding, gewichten=laad_gewichten(), motor=motor, verbruik=True)
    doelen.schrijf(verbinding)
    doelen.plaats()
    return _verslag(gelezen, uitkomst, {"lezen": lezen, **uitkomst.seconden}, begin)


def _in_register(
    verbinding: duckdb.DuckDBPyConnection, map_: Path, bestanden: list[Path], dag: date, doelen: Doelen
) -> dict[str, Any]:
    """Match the files into a register."""
    begin = time.perf_counter()
    beleid, kalender, paden = laad_beleid(dag), standaardkalender(), _paden(bestanden)
    with koppelregister.houd(map_) as plaats:
        gedaan = koppelregister.werk_bij(
            verbinding,
            plaats,
            lambda v: lees_rijen(v, paden, beleid=beleid, peildatum=dag, kalender=kalender),
            lambda v: doelen.schrijf(v, "register.slotsom"),
            gewichten=laad_gewichten(),
        )
    # After the register: a kill in between is mended by giving the same files again.
    doelen.plaats()
    verslag = _verslag(gedaan.toegevoegd, gedaan.koppeling, gedaan.koppeling.seconden, begin)
    return verslag | {
        "register": {
            "signalen": gedaan.signalen,
            "bestanden": gedaan.bestanden,
            "van_persoon_veranderd": gedaan.van_persoon,
            "opnieuw_om_andere_regels": gedaan.andere_regels,
        }
    }


def _verslag(
    rijen: Leesuitkomst | Toegevoegd, koppeling: Koppeling, seconden: Mapping[str, float], begin: float
) -> dict[str, Any]:
    return {
        "gelezen": rijen.gelezen,
        "geaccepteerd": rijen.geaccepteerd,
        "afgekeurd": rijen.afgekeurd,
        "dubbel": rijen.dubbel,
        "personen": koppeling.personen,
        "huishoudens": koppeling.huishoudens,
        "twijfel": koppeling.twijfel,
        "seconden": {**seconden, "totaal": round(time.perf_counter() - begin, 3)},
    }


def _in_woorden(verslag: dict[str, Any], uitvoer: Path) -> Tekst:
    v = verslag
    nl = f"{v['gelezen']} rijen gelezen: {v['geaccepteerd']} geaccepteerd, {v['afgekeurd']} afgekeurd, {v['dubbel']} dubbel. "
    en = f"{v['gelezen']} rows read: {v['geaccepteerd']} accepted, {v['afgekeurd']} refused, {v['dubbel']} duplicates. "
    if register := v.get("register"):
        nl += f"Het register heeft {register['signalen']} signalen uit {register['bestanden']} bestanden; {register['van_persoon_veranderd']} bekende signalen kregen een andere persoon. "
        en += f"The register holds {register['signalen']} signals from {register['bestanden']} files; {register['van_persoon_veranderd']} known signals got another person. "
        if register["opnieuw_om_andere_regels"]:
            nl += (
                "Het register was met andere regels of gewichten gemaakt; daarom is alles opnieuw gekoppeld. "
            )
            en += "The register had been made with other rules or weights; therefore everything was linked again. "
    nl += f"{v['personen']} personen in {v['huishoudens']} huishoudens; {v['twijfel']} paren ter beoordeling. Uitkomst: {uitvoer}"
    en += f"{v['personen']} persons in {v['huishoudens']} households; {v['twijfel']} pairs for review. Outcome: {uitvoer}"
    return Tekst(nl, en)
