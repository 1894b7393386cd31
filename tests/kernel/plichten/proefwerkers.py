"""Workers that are shot at several points: run by `test_werkers.py` on an empty database, prints one JSON document.

The stock is a row "taak-N", the work a row "gedaan-N" beside it, without any constraint that would hide double work.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections import Counter
from datetime import datetime, timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samenhang.config.settings"
django.setup()

from django.db import connection, connections  # noqa: E402

from samenhang.kernel.organisaties.models import Organisatie  # noqa: E402
from samenhang.kernel.plichten import uitvoerder  # noqa: E402
from samenhang.kernel.plichten.models import PlichtItem  # noqa: E402

uitvoerder.WACHT = timedelta(milliseconds=40)
PUNTEN = ("na het noteren", "voor het werk", "na het werk, voor het vastleggen", "na het vastleggen")


def schiet(nu: str, punt: str) -> None:
    if nu == punt:
        os.kill(os.getpid(), signal.SIGKILL)


def plicht(voorraad: str, punt: str = "") -> uitvoerder.Plicht:
    vragen = Counter[str]()

    def te_doen() -> set[str]:
        namen = set(Organisatie.objects.filter(naam__contains=voorraad).values_list("naam", flat=True))
        taken = {naam.removeprefix("taak-") for naam in namen if naam.startswith("taak-")}
        return taken - {naam.removeprefix("gedaan-") for naam in namen if naam.startswith("gedaan-")}

    def wat_moet(nu: datetime, hoogstens: int) -> list[str]:
        vragen["moet"] += 1
        if vragen["moet"] == 2:  # asked anew inside the lock
            schiet("na het noteren", punt)
        if vragen["gedaan"]:
            schiet("na het vastleggen", punt)
        return sorted(te_doen())[:hoogstens]

    def doe(item: str) -> None:
        schiet("voor het werk", punt)
        time.sleep(0.002)
        Organisatie.objects.create(soort="anders", naam=f"gedaan-{item}", oin=None)
        vragen["gedaan"] += 1
        schiet("na het werk, voor het vastleggen", punt)

    return uitvoerder.Plicht("proef", wat_moet, doe)


def adem() -> bool:
    """Between two items, so that SQLite's one writer at a time is not always the same one."""
    time.sleep(0.02)
    return False


def kind(wie: uitvoerder.Plicht, rondes: int = 50) -> int:
    """A worker in a process of its own; gives its pid."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # a pool and its threads do not survive a fork
    pid = os.fork()
    if pid:
        return pid
    uitvoerder._PLICHTEN.clear()
    uitvoerder.registreer(wie)
    gedaan = leeg = 0
    while leeg < rondes:
        beurt = uitvoerder.werk(stop=adem)
        gedaan += beurt
        leeg = 0 if beurt else leeg + 1
        time.sleep(0.005)
    os._exit(min(gedaan, 100))


def voorraad(naam: str, aantal: int) -> None:
    Organisatie.objects.bulk_create(
        Organisatie(soort="anders", naam=f"taak-{naam}-{n:02d}") for n in range(aantal)
    )


def stand(naam: str) -> dict[str, object]:
    keer = Counter(
        Organisatie.objects.filter(naam__startswith=f"gedaan-{naam}").values_list("naam", flat=True)
    )
    return {
        "gedaan": len(keer),
        "dubbel": sum(n - 1 for n in keer.values()),
        "blijft": PlichtItem.objects.count(),
    }


def main() -> None:
    with connection.schema_editor() as bouw:
        bouw.create_model(Organisatie)
        bouw.create_model(PlichtItem)
    uit: dict[str, object] = {}
    for nummer, punt in enumerate(PUNTEN):
        naam = f"p{nummer}"
        voorraad(naam, 4)
        _, dood = os.waitpid(kind(plicht(naam, punt)), 0)
        halverwege = stand(naam)
        os.waitpid(kind(plicht(naam)), 0)
        uit[punt] = {"signaal": os.WTERMSIG(dood), "halverwege": halverwege["gedaan"], **stand(naam)}
    voorraad("samen", 40)
    paar = [kind(plicht("samen")), kind(plicht("samen"))]
    deden = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in paar]
    uit["samen"] = {"deden": deden, **stand("samen")}
    json.dump(uit, sys.stdout)


main()
