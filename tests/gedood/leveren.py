"""A delivery that dies on the way: some good rows, wrong ones, and one of a customer who objected."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.aanleveren import Bestand, lever
from samenhang.schemes.vroegsignalering.models import Signaal
from tests.bouw import maak_gemeente, rij, schrijf_levering
from tests.gedood.beproeven import Proef

RIJEN, FOUT = 60, 7
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
CODE = "9901"
NU, LATER = "2026-11-24T09:00:00+01:00", "2026-11-24T16:00:00+01:00"
"""Seven hours later a delivery without a sign of life is finished, and what a dead process left is cleared."""


def maak_bestand(pad: Path) -> Path:
    """So many residents, each in a house of his own; a few rows that are wrong, the first for an objection."""
    return schrijf_levering(
        pad,
        *(
            rij(
                n,
                achternaam=LETTERGREPEN[n % 20].capitalize() + LETTERGREPEN[n // 20],
                voorletters=f"{'ABCDEFGHIJ'[n % 10]}.",
                geboortedatum=f"{1950 + n % 50}-0{1 + n % 9}-1{n % 10}",
                telefoon=f"06{10_000_000 + n * 7919}",
                postcode=f"26{11 + n % 40}AB",
                huisnummer=str(1 + n),
                bedrag_achterstand="1.234" if 0 < n < FOUT else "432.10",
                bezwaar_klant="N" if n else "J",
            )
            for n in range(RIJEN)
        ),
    )


def bestand() -> Path:
    """Where the partner's file stands: not where the service keeps what it received."""
    return Path(settings.DATAMAP) / "bij_de_partner.csv"


def intake() -> Actor:
    return actor_van(Gebruiker.objects.get(email=f"intake-{CODE}@test.invalid"), date(2026, 11, 24))


def bereid() -> None:
    maak_gemeente(CODE)
    maak_bestand(bestand())


def werk() -> dict[str, Any]:
    partner = Organisatie.objects.get(soort="energieleverancier")
    ontvangst = lever(intake(), partner.id, Bestand(bestand(), bestand().name, "proef"))
    return {"id": str(ontvangst.aanlevering.id), "nieuw": ontvangst.nieuw}


def doe_plichten() -> None:
    """Let the duties do all that is due."""
    while uitvoerder.werk():
        pass


def herstel() -> None:
    """The same, with files as old as the trial says: the machine that wrote them has a clock of its own."""
    geleden = datetime.fromisoformat(NU).timestamp()
    for pad in opslag.map_van().iterdir():
        os.utime(pad, (geleden, geleden))
    doe_plichten()


@query("vroegsignalering", "aanlevering bekijken")
def in_register(actor: Actor) -> list[tuple[str, UUID]]:
    """The number and the person of each signal of the actor's municipality."""
    toegang = toegang_tot_register(actor, "vroegsignalering", doel="aanlevering", leest=("naw", "signaal"))
    return list(Signaal.objects.met(toegang).values_list("signaal_id", "persoon_id"))


def stand() -> dict[str, Any]:
    """Register, log and folder: numbers of rows, persons and files, and whether the objector's row is still there."""
    signalen = in_register(intake())
    ruw = [pad.read_bytes() for pad in opslag.map_van().iterdir() if pad.is_file()]
    return {
        "aanleveringen": [
            [a.status, a.gelezen, a.geaccepteerd, a.afgekeurd, a.dubbel] for a in Aanlevering.objects.all()
        ],
        "signalen": len(signalen),
        "verschillend": len({nummer for nummer, _ in signalen}),
        "personen": len({persoon for _, persoon in signalen}),
        "fouten": AanleverFout.objects.count(),
        "ruw": [
            opslag.plek(nummer) is not None for nummer in Aanlevering.objects.values_list("id", flat=True)
        ],
        "van_bezwaarde": sum(inhoud.count(b"0610000000") for inhoud in ruw),
        "gelogd": Auditregel.objects.filter(naam="aanlevering verwerken", uitkomst="verleend").count(),
    }


PROEF = Proef("leveren", NU, LATER, bereid, werk, stand, herstel, werk)
