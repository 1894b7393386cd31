"""Days as a letter writes them."""

from __future__ import annotations

from datetime import date
from typing import Final

MAANDEN: Final = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}  # fmt: skip


def voluit(dag: date, taal: str = "nl") -> str:
    """A day in full, "24 november 2026", in Dutch or English ("nl", "en")."""
    return f"{dag.day} {MAANDEN[taal][dag.month - 1]} {dag.year}"
