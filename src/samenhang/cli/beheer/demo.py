"""The demo: an invented world, made or taken from its folder, served, asked page by page, measured."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from samenhang.cli import django_aan
from samenhang.cli.beheer.draaien import serve
from samenhang.cli.uitvoer import taal, toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.scheme import geinstalleerde_schemes

Map = Annotated[Path, typer.Option("--map", help="Waar de demo staat / Where the demo stands")]
_OUD_NA_DAGEN = 7


def demo(
    check: Annotated[
        bool, typer.Option("--check", help="Start, vraag elke pagina, stop / Start, ask each page, stop")
    ] = False,
    klein: Annotated[bool, typer.Option("--klein", help="Een kleine wereld / A small world")] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Maak de wereld opnieuw / Make it anew")] = False,
    alleen_maken: Annotated[
        bool, typer.Option("--alleen-maken", help="Maak de wereld en stop / Make the world, then stop")
    ] = False,
    peildatum: Annotated[
        str, typer.Option(help="De dag waarop de wereld ophoudt, JJJJ-MM-DD; anders vandaag / Its last day")
    ] = "",
    map_: Map = Path(".demo"),
    poort: int = 8000,
) -> None:
    """Start Samenhang met een verzonnen wereld / Start with an invented world."""
    from samenhang.demo import opstart

    mist = [naam for naam in opstart.NODIG if naam not in geinstalleerde_schemes()]
    if mist:
        raise Geweigerd(
            "scheme_ontbreekt",
            Tekst(
                f"De demo vertelt de wereld van {', '.join(mist)}; dat draait hier niet. Haal SAMENHANG_SCHEMES weg.",
                f"The demo tells the world of {', '.join(mist)}, which does not run here. Unset SAMENHANG_SCHEMES.",
            ),
        )
    dag = _dag(peildatum)
    opstart.zet_omgeving(map_, poort)
    stempel = None if opnieuw else opstart.bruikbaar(map_, klein, dag)
    if stempel is None:
        opstart.maak_leeg(map_)
        django_aan()
        vandaag = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
        _maak(map_, opstart.Keuze(klein, dag or vandaag))
    else:
        django_aan()
        _zeg_hoe_oud(date.fromisoformat(stempel.dag))
    if alleen_maken:
        return
    if check:
        from samenhang.demo.proef import vraag_alles

        toon_json(vraag_alles(poort))
        return
    _wie_is_er(poort)
    serve(poort=poort)


def waarheid(
    uitvoer: Annotated[
        Path | None, typer.Argument(help="Wat `koppel` schreef / What `koppel` wrote; zonder: de demo")
    ] = None,
    waar: Annotated[Path | None, typer.Option("--waarheid", help="waarheid.csv / the truth")] = None,
    map_: Map = Path(".demo"),
) -> None:
    """Meet een koppeling aan de waarheid van de verzonnen wereld / Measure a linkage against the truth."""
    from samenhang.demo.meten import lees_groepen, meet

    if uitvoer is not None:
        gekoppeld = lees_groepen(uitvoer, ",")
    else:
        from samenhang.demo import opstart

        if opstart.lees_stempel(map_) is None:
            raise Geweigerd(
                "geen_demo",
                Tekst(
                    f"In {map_} staat geen demo. Start er een met: python3 dev.py demo",
                    f"There is no demo in {map_}. Start one with: python3 dev.py demo",
                ),
            )
        opstart.zet_omgeving(map_, 8000)
        django_aan()
        from samenhang.demo.register import groepen

        gekoppeld = groepen()
    echt = lees_groepen(waar or map_ / "wereld" / "waarheid.csv", ";")
    toon_json(
        {
            "signalen": len(gekoppeld[0]),
            "personen": meet(gekoppeld[0], echt[0]).als_json(),
            "huishoudens": meet(gekoppeld[1], echt[1]).als_json(),
        }
    )


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst) if tekst else None
    except ValueError as fout:
        raise Geweigerd(
            "peildatum_onjuist",
            Tekst(
                f"{tekst} is geen dag. Schrijf haar als 2026-11-24.",
                f"{tekst} is no day. Write it as 2026-11-24.",
            ),
        ) from fout


def _maak(map_: Path, keuze: object) -> None:
    from samenhang.demo.opstart import Keuze, maak

    assert isinstance(keuze, Keuze)
    begin = time.monotonic()
    toon(
        Tekst(
            f"De verzonnen wereld van {keuze.dag:%d-%m-%Y} wordt gemaakt …",
            f"Making the invented world of {keuze.dag:%d-%m-%Y} …",
        )
    )
    maak(map_, keuze, _voortgang(begin))
    duur = time.monotonic() - begin
    toon(Tekst(f"Klaar in {duur:.0f} s.", f"Ready in {duur:.0f} s."))


def _voortgang(begin: float) -> Callable[[int, int], None]:
    """Count and time left, on stderr: in place on a terminal, a line every tenth part elsewhere."""
    opnieuw = sys.stderr.isatty()

    def meld(gedaan: int, totaal: int) -> None:
        rest = (time.monotonic() - begin) / gedaan * (totaal - gedaan)
        tekst = Tekst(
            f"dag {gedaan} van {totaal}, nog ongeveer {rest:.0f} s",
            f"day {gedaan} of {totaal}, about {rest:.0f} s left",
        ).in_taal(taal())
        if opnieuw:
            sys.stderr.write(f"\r{tekst}\x1b[K" + ("\n" if gedaan == totaal else ""))
        elif gedaan == totaal or gedaan % max(1, totaal // 10) == 0:
            sys.stderr.write(f"{tekst}\n")
        sys.stderr.flush()

    return meld


def _zeg_hoe_oud(dag: date) -> None:
    toon(
        Tekst(f"De wereld van {dag:%d-%m-%Y} staat er al.", f"The world of {dag:%d-%m-%Y} is there already.")
    )
    if (datetime.now(ZoneInfo("Europe/Amsterdam")).date() - dag).days > _OUD_NA_DAGEN:
        toon(
            Tekst(
                "Veel termijnen zijn intussen verlopen. Een verse wereld: --opnieuw.",
                "Many terms have run out meanwhile. A fresh world: --opnieuw.",
            )
        )


def _wie_is_er(poort: int) -> None:
    """The address and the personas, each with what there is to do."""
    from samenhang.kernel.organisaties.models import PERSONADOMEIN, Gebruiker, Medewerker

    toon(
        Tekst(
            f"\nOpen http://127.0.0.1:{poort} en kies wie u bent:",
            f"\nOpen http://127.0.0.1:{poort} and choose who you are:",
        )
    )
    werkt: dict[object, str] = {}
    for wie in Medewerker.objects.select_related("organisatie").order_by("id"):
        eerder = werkt.get(wie.gebruiker_id, wie.functie)
        werkt[wie.gebruiker_id] = f"{eerder}, {wie.organisatie.onderscheidend}"
    for gebruiker in Gebruiker.objects.filter(email__endswith=PERSONADOMEIN).order_by("gemaakt"):
        wat = werkt.get(gebruiker.id, Tekst("inwoner", "resident").in_taal(taal()))
        typer.echo(f"  {gebruiker.naam:<28} {wat}")
    toon(Tekst("\nStop met Ctrl-C.", "\nStop with Ctrl-C."))
