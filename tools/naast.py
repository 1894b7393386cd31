"""Commands side by side, as many as there are processors; what each says is kept apart and handed over whole."""

from __future__ import annotations

import os
import signal
import subprocess  # nosec
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

RUST = 0.1
"""Seconds between two looks at who is done."""
UITLOOP = 30
"""Seconds that a command which is told to stop gets to tidy up."""


@dataclass(frozen=True)
class Klaar:
    """A command that ended: its name, exit code, seconds, and all it said."""

    naam: str
    code: int
    seconden: float
    gezegd: str


class _Bezig:
    def __init__(self, naam: str, opdracht: Sequence[str], plek: str) -> None:
        self.naam = naam
        self.begin = time.monotonic()
        self.uitvoer: IO[str] = tempfile.TemporaryFile(  # noqa: SIM115 - closed by `klaar` or `stop`
            "w+", encoding="utf-8", errors="replace"
        )
        self.proces = subprocess.Popen(  # nosec
            opdracht, cwd=plek, stdout=self.uitvoer, stderr=subprocess.STDOUT, start_new_session=True
        )

    def klaar(self) -> Klaar:
        seconden = time.monotonic() - self.begin
        with self.uitvoer as uitvoer:
            uitvoer.seek(0)
            return Klaar(self.naam, self.proces.wait(), seconden, uitvoer.read())

    def stop(self) -> None:
        """An interrupt first, so that databases and services of the command go with it."""
        for hoe in (signal.SIGINT, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(self.proces.pid, hoe)
            with suppress(subprocess.TimeoutExpired):
                self.proces.wait(UITLOOP)
        self.uitvoer.close()


def naast_elkaar(opdrachten: Mapping[str, Sequence[str]], tegelijk: int, plek: str) -> Iterator[Klaar]:
    """Start in the order given, `tegelijk` at a time; yields each as it ends.

    Who stops asking (one failed, the keyboard) stops those that still run.
    """
    wacht, bezig = list(opdrachten.items()), list[_Bezig]()
    try:
        while wacht or bezig:
            while wacht and len(bezig) < tegelijk:
                bezig.append(_Bezig(*wacht.pop(0), plek))
            af = next((deel for deel in bezig if deel.proces.poll() is not None), None)
            if af is None:
                time.sleep(RUST)
                continue
            bezig.remove(af)
            yield af.klaar()
    finally:
        for deel in bezig:
            deel.stop()
