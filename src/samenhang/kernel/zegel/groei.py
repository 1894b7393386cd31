"""What the seal keeps only grows, like the logs: leaves, subtrees, checkpoints, countersignatures."""

from __future__ import annotations

from typing import Any

from samenhang.kernel.logboek.groei import bewaak, geef_vrij

TABELLEN = ("zegel_tak", "zegel_controlepunt", "zegel_medeondertekening", "zegel_getuigenis")
BLAD = ("zegel_blad",)
"""Its key is the number of the leaf."""


def zet(apps: Any, schema_editor: Any) -> None:
    """Put the triggers in place; a migration that rebuilds one of these tables calls this again."""
    bewaak(schema_editor, TABELLEN)
    bewaak(schema_editor, BLAD, sleutel="nummer")


def weg(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away, for going back."""
    geef_vrij(schema_editor, (*TABELLEN, *BLAD))
