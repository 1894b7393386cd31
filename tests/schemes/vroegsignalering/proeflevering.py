"""Deliveries whose process is killed, and two processes with one file: run by `test_leveren_gedood.py` on an empty
database, prints one JSON document."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samenhang.config.settings"
django.setup()

import time_machine  # noqa: E402
from django.core.management import call_command  # noqa: E402

from samenhang.kernel.aanlevering import voortgang  # noqa: E402
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering  # noqa: E402
from samenhang.kernel.logboek.models import Auditregel  # noqa: E402
from samenhang.kernel.logboek.operatie import query  # noqa: E402
from samenhang.kernel.organisaties.actor import Actor  # noqa: E402
from samenhang.kernel.plichten import uitvoerder  # noqa: E402
from samenhang.kernel.zaken.queries import toegang_tot_register  # noqa: E402
from samenhang.schemes.vroegsignalering.aanleveren import Bestand, lever  # noqa: E402
from samenhang.schemes.vroegsignalering.models import Signaal  # noqa: E402
from tests.bouw import KOP, Gemeente, maak_gemeente, rij  # noqa: E402
from tests.schemes.vroegsignalering.sterven import antwoord, kind  # noqa: E402

RIJEN, FOUT = 400, 7
LETTERGREPEN = [
    "baar",
    "bek",
    "dam",
    "dijk",
    "eik",
    "fort",
    "gaard",
    "hof",
    "kamp",
    "land",
    "meer",
    "nes",
    "oord",
    "poel",
    "rust",
    "stee",
    "tuin",
    "veld",
    "wijk",
    "zand",
]
PUNTEN = (0.1, 0.5, 1.0)
NU = "2026-11-24T09:00:00+01:00"
LATER = "2026-11-24T09:30:00+01:00"


def maak_bestand(map_: Path) -> Path:
    """Some hundred residents in half as many houses; a few rows that are wrong."""
    regels = [";".join(KOP)]
    for n in range(RIJEN):
        bedrag = "1.234" if n < FOUT else "432.10"
        velden = rij(
            n,
            achternaam=LETTERGREPEN[n % 20].capitalize() + LETTERGREPEN[n // 20],
            voorletters=f"{'ABCDEFGHIJ'[n % 10]}.",
            geboortedatum=f"{1950 + n % 50}-0{1 + n % 9}-1{n % 10}",
            telefoon=f"06{10_000_000 + n * 7919}",
            postcode=f"26{11 + n % 40}AB",
            huisnummer=str(1 + n),
            bedrag_achterstand=bedrag,
        )
        regels.append(";".join(velden[kolom] for kolom in KOP))
    pad = map_ / "vroegsignaal_99990021_9901_2026-11.csv"
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    return pad


def lever_af(huis: Gemeente, pad: Path, dood_op: float = 2.0) -> dict[str, Any]:
    """Deliver through the action; the process is killed when the share `dood_op` is done, at 1 just before the commit."""

    class Gevaarlijk(voortgang.Voortgang):
        def meld(self, stap: str, klaar: int, totaal: int) -> None:
            super().meld(stap, klaar, totaal)
            if voortgang.Stand(stap, klaar, totaal, 0, 0).deel >= dood_op:
                os.kill(os.getpid(), signal.SIGKILL)

        def __exit__(self, *_: object) -> None:
            if dood_op == 1.0:
                os.kill(os.getpid(), signal.SIGKILL)
            super().__exit__()

    if dood_op <= 1.0:
        voortgang.Voortgang = Gevaarlijk  # type: ignore[misc]  # only in the process that is to die
    ontvangst = lever(huis.intake, huis.partner.id, Bestand(pad, pad.name, "proef"))
    return {
        "id": str(ontvangst.aanlevering.id),
        "nieuw": ontvangst.nieuw,
        "status": ontvangst.aanlevering.status,
    }


@query("vroegsignalering", "aanlevering bekijken")
def in_register(actor: Actor) -> list[tuple[str, UUID]]:
    """The number and the person of each signal of the actor's municipality."""
    toegang = toegang_tot_register(actor, "vroegsignalering", doel="aanlevering", leest=("naw", "signaal"))
    return list(Signaal.objects.met(toegang).values_list("signaal_id", "persoon_id"))


def stand(huis: Gemeente) -> dict[str, Any]:
    """What stands in the register of a municipality, and in its log, after all that."""
    aanleveringen = list(Aanlevering.objects.filter(ontvanger=huis.organisatie))
    signalen = in_register(huis.intake)
    return {
        "aanleveringen": [(a.status, a.gelezen, a.geaccepteerd, a.afgekeurd, a.dubbel) for a in aanleveringen],
        "signalen": len(signalen),
        "verschillend": len({nummer for nummer, _ in signalen}),
        "personen": len({persoon for _, persoon in signalen}),
        "fouten": AanleverFout.objects.filter(aanlevering__in=aanleveringen).count(),
        "verwerkt_gelogd": Auditregel.objects.filter(organisatie_id=huis.organisatie.id, naam="aanlevering verwerken").count(),
    }  # fmt: skip


def gedood(huis: Gemeente, pad: Path, punt: float) -> dict[str, Any]:
    """Kill a delivery, look, let the duty finish it, look, deliver once more, look."""
    signaal, _ = antwoord(kind(lambda: lever_af(huis, pad, punt)))
    halverwege = stand(huis)
    with time_machine.travel(LATER, tick=True):
        while uitvoerder.werk():
            pass
        later = stand(huis)
        opnieuw = lever_af(huis, pad)
        return {
            "signaal": signaal,
            "halverwege": halverwege,
            "later": later,
            "opnieuw": opnieuw,
            "slot": stand(huis),
        }


def tegelijk(huis: Gemeente, pad: Path) -> dict[str, Any]:
    """Two processes that start at the same byte deliver the same file."""
    wachten, start = os.pipe()

    def deelnemer() -> dict[str, Any]:
        os.read(wachten, 1)
        return lever_af(huis, pad)

    paar = [kind(deelnemer), kind(deelnemer)]
    os.write(start, b"ab")
    uit = [antwoord(proces) for proces in paar]
    return {"uit": uit, "stand": stand(huis)}


def main(map_: Path) -> None:
    call_command("migrate", verbosity=0)
    pad = maak_bestand(map_)
    uit: dict[str, Any] = {"rijen": RIJEN, "fout": FOUT}
    with time_machine.travel(NU, tick=True):
        huizen = [maak_gemeente(f"99{n:02d}", f"Gemeente {n}") for n in range(len(PUNTEN) + 1)]
        for punt, huis in zip(PUNTEN, huizen, strict=False):
            uit[str(punt)] = gedood(huis, pad, punt)
        uit["tegelijk"] = tegelijk(huizen[-1], pad)
    json.dump(uit, sys.stdout)


main(Path(sys.argv[1]))
