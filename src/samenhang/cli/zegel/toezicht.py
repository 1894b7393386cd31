"""`alarm`, `sleutel`: close an alarm, make and replace keys."""

from __future__ import annotations

from typing import Annotated

import typer

from samenhang.cli.beheer.installatie import als_installatie
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.cli.zegel.invoer import Als, Json, lees_nummer, wie
from samenhang.kernel.basis import Tekst


def alarm(
    nummer: Annotated[str, typer.Argument(metavar="ALARM")],
    uitkomst: Annotated[str, typer.Argument(metavar="UITKOMST", help="Wat is uitgezocht en gedaan / What was found out and done")],
    als: Als = "",
    als_json: Json = False,
) -> None:  # fmt: skip
    """Handel een alarm over het logboek af / Close an alarm about the log."""
    alarm_id = lees_nummer(nummer, "alarm_onjuist", Tekst("een alarm", "an alarm"))
    actor = wie(als)
    from samenhang.kernel.zegel.actions import handel_alarm_af

    rij = handel_alarm_af(actor, alarm_id, uitkomst)
    if als_json:
        toon_json({"id": str(rij.id), "klaarDoor": rij.klaar_door})
        return
    toon(Tekst("Afgehandeld.", "Closed."))


def sleutel(
    getuige: Annotated[bool, typer.Option("--getuige", help="De sleutel waarmee u meeondertekent / The key with which you countersign")] = False,
    naam: Annotated[str, typer.Option(help="Naam van het log, de eerste keer / Name of the log, the first time")] = "",
    verloren: Annotated[bool, typer.Option("--verloren", help="De vorige is weg: niemand draagt over / The one before is gone: nothing hands over")] = False,
    als_json: Json = False,
) -> None:  # fmt: skip
    """Maak de (volgende) sleutel en neem hem in gebruik / Make the (next) key and put it into use."""
    actor = als_installatie()
    from samenhang.kernel.zegel.actions import vernieuw_sleutel
    from samenhang.kernel.zegel.domain.nota import GETUIGE, LOG

    nieuwe = vernieuw_sleutel(actor, GETUIGE if getuige else LOG, naam, verloren)
    if als_json:
        toon_json({"sleutel": str(nieuwe), "naam": nieuwe.naam})
        return
    toon(Tekst(f"In gebruik: {nieuwe}\nGeef deze regel aan uw partners.", f"In use: {nieuwe}\nGive this line to your partners."))  # fmt: skip
