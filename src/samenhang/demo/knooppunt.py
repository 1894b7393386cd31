"""Creditors of the demo that take part in the node: they fetch, say what is owed and answer; one lets a proposal lie."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from django.conf import settings
from django.utils import timezone

from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import ANTWOORD_OP, Bericht, lees, schrijf
from samenhang.schemes.schuldhulp.knooppunt.adres import laatste_dag, productklok
from samenhang.schemes.schuldhulp.knooppunt.map import Mapknooppunt

DEELNEMERS: Final = {
    "Vechtdal Telecom": "99990051",
    "Postorder De Zwaan": "99990052",
    "Fietsenwinkel Het Zadel": "99990053",
}
"""Creditors that take part, by their number in the trade register."""
_RONDE: Final = (
    "schuldhulp.berichten-versturen",
    "schuldhulp.berichten-ophalen",
    "schuldhulp.berichten-bewaken",
)


def ronde() -> None:
    """What the worker of a real deployment does every few minutes: send, fetch, watch."""
    for naam in _RONDE:  # in this order: who fetched today is not warned about
        werk(gekozen=plichten((naam,)))


def haal_op(naam: str) -> list[Bericht]:
    """What waits for a creditor at the node; he confirms each."""
    eiser = _als(naam)
    berichten = [lees(lijf) for _, lijf in eiser.wachtend()]
    for bericht in berichten:
        eiser.bevestig(bericht.nummer)
    return berichten


def geef_op(naam: str, rang: str, bedrag: str) -> None:
    """A creditor says of each claim that he was asked about what is owed today."""
    for vraag in haal_op(naam):
        vorderingen = [
            {
                "kenmerk": rij["kenmerk"],
                "actueelVorderingsbedrag": bedrag,
                "vorderingstype": rang,
                "peildatum": timezone.localdate().isoformat(),
            }
            for rij in vraag.inhoud["vorderingen"]
        ]
        _stuur(naam, vraag, {"vorderingen": vorderingen})


def antwoord(naam: str, antwoord: str, reden: str = "", toelichting: str = "") -> None:
    """A creditor answers the proposal."""
    for vraag in haal_op(naam):
        inhoud = {
            "antwoord": antwoord,
            "op": timezone.localdate().isoformat(),
            "reden": reden or None,
            "toelichting": toelichting,
        }
        _stuur(naam, vraag, inhoud)


def _stuur(naam: str, vraag: Bericht, inhoud: dict[str, Any]) -> None:
    soort = next(soort for soort, op in ANTWOORD_OP.items() if op == vraag.soort)
    bericht = Bericht(uuid4(), soort, vraag.aan, vraag.van, timezone.now(), inhoud, betreft=vraag.nummer)
    _als(naam).plaats(bericht.nummer, schrijf(bericht))


def _als(naam: str) -> Mapknooppunt:
    return Mapknooppunt(Path(settings.KNOOPPUNT), DEELNEMERS[naam], laatste_dag, productklok)
