"""What supervision found and concluded only grows, like the logs."""

from __future__ import annotations

from typing import Any

from samenhang.kernel.logboek.groei import bewaak, geef_vrij

TABELLEN = ("toezicht_toetspunt", "toezicht_toetsoordeel")


def zet(apps: Any, schema_editor: Any) -> None:
    """Put the triggers in place; a migration that rebuilds one of these tables calls this again."""
    bewaak(schema_editor, TABELLEN)


def weg(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away, for going back."""
    geef_vrij(schema_editor, TABELLEN)
