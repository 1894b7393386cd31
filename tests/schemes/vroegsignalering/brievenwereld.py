"""Households that can be written to, for the tests of letters and visits."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions
from tests.bouw import Gemeente, lever, maak_gemeente, rij, schrijf_levering

NAMEN = ("Terpstra", "Haddad", "Kuipers", "Wiersma", "Brandsma", "Postma")
AFZENDER = {"retouradres": "Postbus 12, 2600 AA Waterrijk", "telefoon": "14 015", "mail": "hulp@waterrijk.example"}  # fmt: skip


@dataclass
class Wijk:
    """A municipality with six households of one worker, in the order of `NAMEN`."""

    huis: Gemeente
    zaken: dict[str, Zaak]

    @property
    def sanne(self) -> Any:
        """Who treats them."""
        return self.huis.sanne


def zet_afzender(huis: Gemeente) -> None:
    """What the municipality decided about its letters."""
    from samenhang.kernel.organisaties.queries import systeem

    actions.stel_beleid_vast(
        systeem(huis.organisatie),
        actions.Beleidsvoorstel(date(2026, 11, 24), AFZENDER, "college", "brieven"),
    )


def maak_wijk(schrijf: Callable[..., Path], *, brp: bool = True, **anders: str) -> Wijk:
    """Deliver, take up, divide and confirm residence."""
    huis = maak_gemeente()
    zet_afzender(huis)
    rijen = [
        rij(
            n,
            achternaam=naam,
            geboortedatum=f"19{50 + n}-01-1{n}",
            huisnummer=str(n + 1),
            postcode=("2611AB", "2611CD", "2612EF")[n % 3],
            telefoon="",
            bedrag_achterstand=f"{100 + n}.00",
            **anders,
        )
        for n, naam in enumerate(NAMEN)
    ]
    lever(huis, schrijf(*rijen))
    actions.pak_signalen_op(huis.intake)
    zaken = list(Zaak.objects.order_by("nummer"))
    actions.wijs_toe(
        huis.teamleider, [zaak.id for zaak in zaken], huis.sanne.medewerker_id, "verdeling van de week"
    )
    wijk = Wijk(huis, {})
    for zaak in zaken:
        naam = _naam(huis, zaak)
        wijk.zaken[naam] = zaak
        if brp:
            actions.bevestig_inwoner(huis.sanne, zaak.id, True)
    return wijk


@pytest.fixture(scope="module")
def wijkstand(blijvend: Callable[[Callable[[Path], Wijk]], Wijk]) -> Wijk:
    """The households, built once for a module that imports this and `wijk`."""
    return blijvend(lambda map_: maak_wijk(partial(schrijf_levering, map_ / "levering.csv")))


@pytest.fixture
def wijk(wijkstand: Wijk, db: None) -> Wijk:
    """The households as they were built."""
    return deepcopy(wijkstand)


def _naam(huis: Gemeente, zaak: Zaak) -> str:
    from samenhang.schemes.vroegsignalering import queries

    return queries.melding(huis.sanne, zaak.id).personen[0].naam.split()[-1]


def tekst(pdf: bytes) -> str:
    """The text of a PDF, as one line."""
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


def achter_venster(pdf: bytes, blad: int = 0) -> list[str]:
    """What stands in the window of a C5/6 envelope: 20-110 mm from the left, 42-85 mm from the top."""
    gezien = []

    def kijk(deel: str, cm: list[float], tm: list[float], *_: Any) -> None:
        links, boven = (cm[4] + tm[4]) / 72 * 25.4, 297 - (cm[5] + tm[5]) / 72 * 25.4
        if deel.strip() and 20 <= links <= 110 and 42 <= boven <= 88:
            gezien.append(" ".join(deel.split()))

    PdfReader(io.BytesIO(pdf)).pages[blad].extract_text(visitor_text=kijk)
    return gezien
