"""`samenhang beheer onderhoud`: the maintenance switch. Needs no database: it may be what is being worked on."""

from __future__ import annotations

import getpass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel import onderhoud as schakelaar
from samenhang.kernel.basis import Geweigerd, Tekst

NEDERLAND = ZoneInfo("Europe/Amsterdam")
onderhoud = typer.Typer(
    help="Onderhoud: iedereen krijgt 503 en hoort wanneer terug te komen / Maintenance: everyone gets 503",
    no_args_is_help=True,
)
Json = Annotated[
    bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
]


@onderhoud.command("aan")
def aan(
    tot: Annotated[
        str,
        typer.Option(
            help="Verwacht einde, UU:MM of JJJJ-MM-DDTUU:MM, tijd in Nederland / Expected end, Dutch time"
        ),
    ] = "",
    bericht: Annotated[str, typer.Option(help="Wat u wilt zeggen, Nederlands / What to say, Dutch")] = "",
    bericht_en: Annotated[str, typer.Option(help="Hetzelfde, Engels / The same, English")] = "",
) -> None:
    """Zet onderhoud aan, of verander wat er staat / Turn maintenance on, or change what it says."""
    if bool(bericht.strip()) != bool(bericht_en.strip()):
        raise Geweigerd(
            "bericht_half",
            Tekst(
                "Geef het bericht in beide talen: --bericht en --bericht-en.",
                "Give the message in both languages: --bericht and --bericht-en.",
            ),
        )
    nu = datetime.now(NEDERLAND)
    einde = _moment(tot, nu) if tot else None
    tekst = Tekst(bericht.strip(), bericht_en.strip()) if bericht.strip() else None
    schakelaar.zet_aan(_datamap(), schakelaar.Onderhoud(nu, getpass.getuser(), einde, tekst))
    toon(
        Tekst(
            "Onderhoud staat aan. Wacht tot lopend werk klaar is; uitzetten: samenhang beheer onderhoud uit.",
            "Maintenance is on. Wait for running work to end; turn it off: samenhang beheer onderhoud uit.",
        )
    )


@onderhoud.command("uit")
def uit() -> None:
    """Zet onderhoud uit / Turn maintenance off."""
    was_aan = schakelaar.zet_uit(_datamap())
    toon(
        Tekst("Onderhoud staat uit.", "Maintenance is off.")
        if was_aan
        else Tekst("Onderhoud stond al uit.", "Maintenance was off already.")
    )


@onderhoud.command("stand")
def stand(als_json: Json = False) -> None:
    """Toon of onderhoud aan staat / Show whether maintenance is on."""
    nu = schakelaar.onderhoud(_datamap())
    if als_json:
        toon_json(_document(nu))
    elif nu is None:
        toon(Tekst("Onderhoud staat uit.", "Maintenance is off."))
    else:
        sinds = f"{nu.sinds.astimezone(NEDERLAND):%Y-%m-%d %H:%M}"
        toon(Tekst(f"Onderhoud staat aan sinds {sinds} ({nu.door}).", f"Maintenance is on since {sinds} ({nu.door})."))  # fmt: skip


def _document(nu: schakelaar.Onderhoud | None) -> dict[str, Any]:
    if nu is None:
        return {"aan": False}
    return {
        "aan": True,
        "sinds": nu.sinds.isoformat(),
        "door": nu.door,
        "tot": nu.tot.isoformat() if nu.tot else None,
        "bericht": {"nl": nu.bericht.nl, "en": nu.bericht.en} if nu.bericht else None,
    }


def _moment(tekst: str, nu: datetime) -> datetime:
    """A moment in Dutch time that is yet to come; an hour alone is the next time that the clock says so."""
    try:
        if len(tekst) <= 5:
            moment = datetime.combine(nu, time.fromisoformat(tekst), NEDERLAND)
            return moment if moment > nu else moment + timedelta(days=1)
        moment = datetime.fromisoformat(tekst)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=NEDERLAND)
    except ValueError:
        moment = nu
    if moment <= nu:
        raise Geweigerd(
            "tot_onjuist",
            Tekst(
                f"--tot {tekst}: geef een moment dat nog komt, zoals 22:00 of {nu:%Y-%m-%d}T22:00.",
                f"--tot {tekst}: give a moment that is yet to come, such as 22:00 or {nu:%Y-%m-%d}T22:00.",
            ),
        )
    return moment


def _datamap() -> Path:
    django_aan()
    from django.conf import settings

    return Path(settings.DATAMAP)
