"""Supervision in the demo: the log is looked through as days pass, and the officer reviews what has lain for a while."""

from __future__ import annotations

from datetime import date, timedelta

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toezicht import doorzien, toetsen
from samenhang.kernel.toezicht.domain.waarnemen import NOOD, OMVANG, WEIGERINGEN

_LIGT = timedelta(days=7)  # what came up in the last days waits for whoever looks around
_WAAROM = {
    NOOD: "De dreiging was acuut en stond ook in het verslag van het overleg; niet meer geopend dan nodig was.",
    WEIGERINGEN: "Nagevraagd bij de medewerker: een oude link uit een mail. Afgesproken die niet meer te gebruiken.",
    OMVANG: "Hoort bij de levering van die dag; het aantal klopt met het bestand. Geen inwoner apart opgezocht.",
}


def kijkt_na(fg: Actor, dag: date) -> None:
    """Look through the log, and have the officer review what was found before the last days."""
    doorzien.doorzie()
    for punt in toetsen.toetspunten(fg, toetsen.Toetsfilter("open")).punten:
        if punt.moment.date() <= dag - _LIGT and not punt.van_mij:
            toetsen.oordeel(fg, punt.id, "in_orde", _WAAROM[punt.soort])
