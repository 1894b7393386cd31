"""A delivered municipality behind the API, built once per module: 120 cases, doubtful pairs, faults, tokens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.bouw import Gemeente, leg_paar_voor, lever, maak_gemeente, rij, schrijf_levering

BASIS = "/api/v1/vroegsignalering"
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
    lever(gemeente, schrijf_levering(map_ / "levering.csv", *rijen))
    actions.pak_signalen_op(gemeente.intake)
    leg_paar_voor(gemeente, "E-901", "E-902")
    zaken = list(Zaak.objects.order_by("id"))
    actions.wijs_toe(gemeente.sanne, [zaak.id for zaak in zaken], gemeente.sanne.medewerker_id, "alles")
    actions.bevestig_inwoner(gemeente.sanne, zaken[0].id, True)
    return Wereld(
        gemeente, zaken, bewijs(gemeente.sanne.medewerker_id), bewijs(gemeente.intake.medewerker_id)
    )


@pytest.fixture(scope="module")
def wereld(blijvend: Callable[[Callable[[Path], Wereld]], Wereld]) -> Wereld:
    """The world, as it stands for the whole module."""
    return blijvend(bouw)


VANDAAG = date(2026, 11, 24)
