"""A delivered municipality behind the API, built once per module: 120 cases, doubtful pairs, faults, tokens."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from tests.bouw import KOP, Gemeente, lever, maak_gemeente, rij

BASIS = "/api/v1/vroegsignalering"
NU = "2026-11-24T09:00:00+01:00"
NAMEN = ("Terpstra", "Haddad", "Kuipers", "Wiersma", "Brandsma")


@dataclass
class Wereld:
    """What stands in the database, and the headers of who may call."""

    gemeente: Gemeente
    zaken: list[Any]
    kop: dict[str, str]
    kop_intake: dict[str, str]

    @property
    def client(self) -> Client:
        """A client of the worker who treats every case."""
        return Client(headers=self.kop, raise_request_exception=False)

    @property
    def intake(self) -> Client:
        """A client of the intake worker."""
        return Client(headers=self.kop_intake, raise_request_exception=False)


def bewijs(medewerker_id: Any) -> dict[str, str]:
    """The header with a fresh token for a worker."""
    from django.utils import timezone

    from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
    from samenhang.kernel.organisaties.models import Medewerker

    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=medewerker_id), "test")
    return {"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"}


def schrijf(pad: Path, rijen: list[dict[str, str]]) -> Path:
    """A file of `vroegsignaal-1`."""
    regels = [";".join(KOP), *(";".join(r.get(k, "") for k in KOP) for r in rijen)]
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    return pad


def bouw(map_: Path, aantal: int = 120) -> Wereld:
    """Deliver, take up, assign; two rows are faulty and two names may be one person."""
    from samenhang.kernel.zaken.models import Zaak
    from samenhang.schemes.vroegsignalering import actions

    gemeente = maak_gemeente()
    rijen = [
        rij(
            n,
            achternaam=f"{NAMEN[n % 5]}{'abcdefghijklmnopqrstuvwxyz'[n % 26]}{'aeiou'[n // 26]}",
            geboortedatum=f"19{50 + n % 50}-0{1 + n % 9}-1{n % 9}",
            huisnummer=str(n + 1),
            telefoon="",
        )
        for n in range(aantal)
    ]
    rijen += [
        rij(901, achternaam="Jansen", huisnummer="700", telefoon="", voorletters="A."),
        rij(902, achternaam="Bakker", huisnummer="700", telefoon="", voorletters="A."),
        rij(903, bedrag_achterstand="1,234"),
        rij(904, postcode="0123AB"),
    ]  # fmt: skip
    lever(gemeente, schrijf(map_ / "levering.csv", rijen))
    actions.pak_signalen_op(gemeente.intake)
    zaken = list(Zaak.objects.order_by("id"))
    actions.wijs_toe(gemeente.sanne, [zaak.id for zaak in zaken], gemeente.sanne.medewerker_id, "alles")
    actions.bevestig_inwoner(gemeente.sanne, zaken[0].id, True)
    return Wereld(
        gemeente, zaken, bewijs(gemeente.sanne.medewerker_id), bewijs(gemeente.intake.medewerker_id)
    )


@pytest.fixture(scope="module")
def wereld(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Wereld]:
    """The world, in a transaction around the whole module; each test runs in a savepoint of its own."""
    from django.conf import settings

    oud = settings.DATAMAP
    with django_db_blocker.unblock(), contextlib.ExitStack() as stapel:
        settings.DATAMAP = tmp_path_factory.mktemp("data")
        stapel.enter_context(transaction.atomic())
        with time_machine.travel(NU, tick=True):
            gebouwd = bouw(tmp_path_factory.mktemp("levering"))
        yield gebouwd
        settings.DATAMAP = oud
        transaction.set_rollback(True)


VANDAAG = date(2026, 11, 24)
