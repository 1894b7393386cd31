"""Counting what a call asks of the database, for the ceilings that issue and design set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

_TRANSACTIE = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


class Telling:
    """The statements of one block, without those that only open and close transactions."""

    def __init__(self) -> None:
        self.opdrachten: list[str] = []

    def __len__(self) -> int:
        return len(self.opdrachten)

    def __str__(self) -> str:
        return "\n".join(f"{nummer:3} {sql}" for nummer, sql in enumerate(self.opdrachten, start=1))


@contextmanager
def telt() -> Iterator[Telling]:
    """Collect the SQL statements of the block; read `len(telling)` after it, `str(telling)` shows them."""
    telling = Telling()
    with CaptureQueriesContext(connection) as vangst:
        yield telling
    telling.opdrachten = [q["sql"] for q in vangst.captured_queries if not q["sql"].startswith(_TRANSACTIE)]


@contextmanager
def hoogstens(aantal: int) -> Iterator[Telling]:
    """Fail when the block needs more statements than `aantal`, and show which."""
    with telt() as telling:
        yield telling
    assert len(telling) <= aantal, f"{len(telling)} opdrachten, hoogstens {aantal}:\n{telling}"
