"""The verbs on an application, as data: each door makes its form, body or options from them."""

from __future__ import annotations

from briefadres import actions

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling

_ALLE = (
    Handeling(
        "onderzoek",
        Tekst("Leg verblijf vast", "Record the stay"),
        Tekst("Daarna kunt u besluiten.", "After that you can decide."),
        actions.Onderzoek,
        actions.onderzoek,
    ),
    Handeling(
        "besluit",
        Tekst("Neem besluit", "Decide"),
        Tekst("De aanvraag is dan afgerond.", "The application is then finished."),
        actions.Besluit,
        actions.besluit,
    ),
)
HANDELINGEN = {handeling.naam: handeling for handeling in _ALLE}
