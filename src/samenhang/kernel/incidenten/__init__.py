"""What nobody foresaw gets a number and one line in the log, the same behind a page, a command and a duty.

Whoever meets the fault sees the number; who runs the installation finds the cause by it. The line holds the type
and the places in the code, never a value or a message: those may quote a person.
"""

from __future__ import annotations

import logging
from typing import Literal

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id

LOGGER = "samenhang.incident"
Deur = Literal["web", "api", "opdracht", "plicht"]
VELDEN = ("incident", "deur", "plicht", "item")
"""What a line carries beside the fault itself; the log's form takes these and no others."""


def meld(fout: BaseException, deur: Deur, nummer: str = "", **waar: str) -> str:
    """Log an unforeseen fault and give its number: `nummer`, or a new one.

    `waar` may name the duty and its item (an id, never a name).
    """
    nummer = nummer or str(nieuw_id())
    logging.getLogger(LOGGER).error(
        "incident", exc_info=fout, extra={"incident": nummer, "deur": deur} | waar
    )
    return nummer


def als_weigering(nummer: str) -> Geweigerd:
    """What the person at the door is told."""
    return Geweigerd(
        "onverwacht",
        Tekst(
            "Er ging iets mis bij ons. Er is niets half opgeslagen. Probeer het later opnieuw, "
            f"en noem bij een vraag dit nummer: {nummer}.",
            "Something went wrong on our side. Nothing was stored half. Try again later, "
            f"and mention this number when you ask for help: {nummer}.",
        ),
        status=500,
    )
