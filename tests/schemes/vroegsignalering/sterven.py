"""Processes of their own that die on the way, for the tests of what a kill leaves behind."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from typing import Any

from django.db import connection, connections


def kind(werk: Callable[[], dict[str, Any]]) -> tuple[int, int]:
    """A process of its own with its own connection; gives its pid and where its answer can be read."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # a pool and its threads do not survive a fork
    lezen, schrijven = os.pipe()
    pid = os.fork()
    if pid:
        os.close(schrijven)
        return pid, lezen
    os.close(lezen)
    os.write(schrijven, json.dumps(werk()).encode())
    os._exit(0)


def antwoord(proces: tuple[int, int]) -> tuple[int, dict[str, Any]]:
    """The signal by which a process ended, or 0, and its answer."""
    pid, lezen = proces
    with os.fdopen(lezen, "rb") as pijp:
        tekst = pijp.read()
    _, eind = os.waitpid(pid, 0)
    return (os.WTERMSIG(eind) if os.WIFSIGNALED(eind) else os.WEXITSTATUS(eind)), json.loads(tekst or "{}")


def sterf(doel: Any, naam: str, hoeveelste: int, *, alleen: str = "") -> None:
    """Let this process be killed right after the so manieth call of a function; `alleen`: of an operation so named."""
    echt, keer = getattr(doel, naam), 0

    def gevaarlijk(*args: Any, **opties: Any) -> Any:
        nonlocal keer
        uit = echt(*args, **opties)
        if not alleen or args[0].naam == alleen:
            keer += 1
            if keer == hoeveelste:
                os.kill(os.getpid(), signal.SIGKILL)
        return uit

    setattr(doel, naam, gevaarlijk)
