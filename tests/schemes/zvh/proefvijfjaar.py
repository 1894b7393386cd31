"""Five years of a case in the house, and a backup put back: run by `test_vijf_jaar.py`. Prints one JSON document."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import django
import time_machine

os.environ["DJANGO_SETTINGS_MODULE"] = "samenhang.config.settings"
os.environ["SAMENHANG_TWEEDE_FACTOR"] = "false"
MAP = Path(os.environ["SAMENHANG_DATAMAP"])
POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
klok = time_machine.travel("2026-11-24T09:00:00+01:00", tick=True)
klok.start()
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from samenhang.cli.hoofd import hoofd  # noqa: E402
from samenhang.kernel.cijfers.vaststellen import stel_vast  # noqa: E402
from samenhang.kernel.organisaties.models import Gebruiker  # noqa: E402
from samenhang.kernel.plichten import uitvoerder  # noqa: E402
from samenhang.kernel.zaken.models import Betrokkene, Zaak  # noqa: E402
from samenhang.schemes.vroegsignalering.scheme import SCHEME as VROEG  # noqa: E402
from tests.bouw import maak_gemeente  # noqa: E402
from tests.schemes.vroegsignalering.test_monitor import tel  # noqa: E402
from tests.schemes.wams import wereld as w  # noqa: E402
from tests.schemes.zvh.test_opschalen import THUIS, _bouw, toegelaten, verband  # noqa: E402


def opdracht(*woorden: str) -> tuple[int, str]:
    """A command as someone at the terminal gives it: its exit and what it said."""
    uit, fout = io.StringIO(), io.StringIO()
    code = 0
    with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(fout):
        try:
            hoofd(list(woorden))
        except SystemExit as einde:
            code = int(einde.code or 0)
    return code, uit.getvalue() + fout.getvalue()


def deuren(zaak: Zaak) -> dict[str, Any]:
    """What the process director and the resident get of the case behind each door."""
    ida, ria = Gebruiker.objects.get(naam="ida"), Gebruiker.objects.filter(naam="ria").first()
    pagina = w.web(ida).get(f"/zvh/casussen/{zaak.id}")
    api = w.api(ida).get(f"/api/v1/zvh/casussen/{zaak.id}")
    code, tekst = opdracht("zvh", "toon", zaak.nummer, "--als", ida.email)
    zelf = w.web(ria).get("/zvh/mijn") if ria else None
    teksten = {"pagina": pagina.content.decode(), "api": api.content.decode(), "opdracht": tekst}
    if zelf is not None:
        teksten["inwoner"] = zelf.content.decode()
    return {
        "leesbaar": sorted(naam for naam, inhoud in teksten.items() if THUIS in inhoud),
        "vernietigd": sorted(naam for naam, inhoud in teksten.items() if "[vernietigd]" in inhoud),
        "antwoord": [pagina.status_code, api.status_code, code],
    }


def stand(zaak: Zaak) -> dict[str, Any]:
    """The same with the log and the published figures."""
    code, log = opdracht("logboek", "controleer", "--json")
    cijfers = [w.web(Gebruiker.objects.get(naam="marloes")).get(pad).content.decode() for pad in (
        "/vroegsignalering/monitor?beeld=gepubliceerd&jaar=2026&uitvoer=json",
        "/vroegsignalering/cijfers?beeld=gepubliceerd&uitvoer=csv",
    )]  # fmt: skip
    return {**deuren(zaak), "logboek": [code, log], "cijfers": cijfers}


def dicht() -> None:
    if POSTGRES:
        connection.close()
        connection.close_pool()
    else:
        connection.close()


def _beheer(opdracht_: str) -> None:
    import psycopg

    adres = os.environ["DATABASE_URL"].rpartition("/")[0] + "/postgres"
    with psycopg.connect(adres, autocommit=True) as verbinding:
        verbinding.execute(opdracht_)


def bewaar_kopie() -> None:
    """A backup of the database; the vault of keys has one of its own, that lives shorter."""
    dicht()
    if POSTGRES:
        _beheer("CREATE DATABASE kopie TEMPLATE samenhang")
    else:
        shutil.copy2(MAP / "samenhang.sqlite3", MAP.parent / "samenhang.sqlite3.kopie")


def zet_kopie_terug() -> None:
    """The database of five years ago comes back."""
    dicht()
    if POSTGRES:
        _beheer("DROP DATABASE samenhang")
        _beheer("CREATE DATABASE samenhang TEMPLATE kopie")
    else:
        for achtervoegsel in ("", "-wal", "-shm"):
            (MAP / f"samenhang.sqlite3{achtervoegsel}").unlink(missing_ok=True)
        shutil.move(MAP.parent / "samenhang.sqlite3.kopie", MAP / "samenhang.sqlite3")


def main() -> None:
    call_command("migrate", verbosity=0)
    setup_test_environment()
    vroeg = maak_gemeente("9905", "Cijferland", kvk="99990095")
    stel_vast(VROEG, vroeg.organisatie.id, date(2026, 10, 1), date(2026, 11, 24), tel(), timezone.now())
    huis = _bouw(MAP)
    verband(huis["g"])
    zaak = toegelaten(huis)
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    Gebruiker.objects.create_user("ria@test.invalid", naam="ria", persoon_id=persoon)
    uitvoerder.werk()
    uit: dict[str, Any] = {"voor": stand(zaak)}
    uitvoerder.werk()
    bewaar_kopie()
    klok.stop()
    later = time_machine.travel("2031-11-26T09:00:00+01:00", tick=True)
    later.start()
    for _ in range(2):
        uitvoerder.werk()
    zaak.refresh_from_db()
    uit["gewist"] = {"stap": zaak.stap, **stand(zaak)}
    zet_kopie_terug()
    zaak.refresh_from_db()
    uit["teruggezet"] = {"stap": zaak.stap, **stand(zaak)}
    for _ in range(2):
        uitvoerder.werk()
    zaak.refresh_from_db()
    uit["weer_gewist"] = {"stap": zaak.stap, **stand(zaak)}
    later.stop()
    json.dump(uit, sys.stdout)


if __name__ == "__main__":
    main()
