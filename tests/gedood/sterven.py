"""A run in a process of its own that dies at its n-th step towards disk or database.

A step is a statement or a commit on the connection of Django, a statement of DuckDB, or an fsync, rename, link or
removal of a file. Just before it the process gets SIGKILL: everything before it happened, nothing after it.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable
from typing import Any, Final, TypeVar

import duckdb
from django.db import connection, connections

T = TypeVar("T")
NA_ALLES: Final = 1_000_000_000
"""A step that no run reaches: it dies after its last one, before anybody hears that it is done."""
BESTANDSSTAPPEN: Final = (
    (os, "fsync"),
    (os, "replace"),
    (os, "rename"),
    (os, "link"),
    (os, "unlink"),
    (shutil, "copyfile"),
)
Proces = tuple[int, int]
"""A child: its pid, and where its answer can be read."""


def kind(werk: Callable[[], Any]) -> Proces:
    """Start something in a process of its own with its own connection."""
    laat_los()
    lezen, schrijven = os.pipe()
    pid = os.fork()
    if pid:
        os.close(schrijven)
        return pid, lezen
    os.close(lezen)
    try:
        os.write(schrijven, json.dumps(werk()).encode())
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def antwoord(proces: Proces) -> tuple[int, Any]:
    """How a process ended (its exit code, negative when it was killed), and its answer."""
    pid, lezen = proces
    with os.fdopen(lezen, "rb") as pijp:
        tekst = pijp.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), json.loads(tekst or "null")


def in_kind(werk: Callable[[], T]) -> T:
    """Do something in a process of its own and give its answer: the parent stays without threads and may fork."""
    einde, uit = antwoord(kind(werk))
    assert einde == 0, f"het kind eindigde met {einde}"
    answer: T = uit
    return answer


def laat_los() -> None:
    """Close the connection to the database, with the pool and its threads: they do not survive a fork."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()


def tel_stappen(werk: Callable[[], object]) -> int:
    """How many steps a run takes that nothing disturbs."""

    def geteld() -> int:
        stappen = let_op(NA_ALLES)
        werk()
        return len(stappen)

    return in_kind(geteld)


def dood_bij(stap: int, werk: Callable[[], object]) -> int:
    """Run until just before a step; gives how the process ended."""

    def gevaarlijk() -> None:
        let_op(stap)
        werk()
        os.kill(os.getpid(), signal.SIGKILL)

    return antwoord(kind(gevaarlijk))[0]


def let_op(dood: int) -> list[None]:
    """From here on this process notes every step, and dies at one of them."""
    stappen: list[None] = []

    def stap() -> None:
        stappen.append(None)
        if len(stappen) == dood:
            os.kill(os.getpid(), signal.SIGKILL)

    def eerst(doel: Any, naam: str) -> None:
        echt = getattr(doel, naam)

        def met_stap(*args: Any, **opties: Any) -> Any:
            stap()
            return echt(*args, **opties)

        setattr(doel, naam, met_stap)

    def opdracht(uitvoeren: Callable[..., Any], *args: Any) -> Any:
        stap()
        return uitvoeren(*args)

    for doel, naam in (*BESTANDSSTAPPEN, (duckdb.DuckDBPyConnection, "execute"), (connection, "_commit")):
        eerst(doel, naam)
    connection.execute_wrappers.append(opdracht)
    return stappen
