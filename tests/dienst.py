"""A web service in a process of its own: started, waited for, and killed when the test did not stop it."""

from __future__ import annotations

import os
import signal
import subprocess  # nosec
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from tools.poort import vrije_poort


@contextmanager
def dienst(
    samenhang: Sequence[str], omgeving: Mapping[str, str], *vlaggen: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`samenhang beheer serve`, and its address."""
    poort = vrije_poort()
    proces = subprocess.Popen(  # nosec
        [*samenhang, "beheer", "serve", "--poort", str(poort), *vlaggen],
        env=omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield proces, f"http://127.0.0.1:{poort}"
    finally:
        if proces.poll() is None:
            os.killpg(proces.pid, signal.SIGKILL)
            proces.wait()


def vraag(adres: str) -> tuple[int, str]:
    """Status and body of an address."""
    try:
        with urllib.request.urlopen(adres, timeout=10) as antwoord:  # nosec
            return antwoord.status, antwoord.read().decode()
    except urllib.error.HTTPError as fout:
        return fout.code, fout.read().decode()


def wacht_op(adres: str, proces: subprocess.Popen[str]) -> tuple[int, str]:
    """Ask until somebody answers."""
    for _ in range(300):
        assert proces.poll() is None, proces.stderr and proces.stderr.read()
        try:
            return vraag(adres)
        except OSError:  # refused, or too slow while it starts
            time.sleep(0.1)
    raise AssertionError("de dienst kwam niet op")


def stop(proces: subprocess.Popen[str]) -> None:
    """Stop as a service manager does: it ends well, and nothing of it stays."""
    proces.send_signal(signal.SIGTERM)
    proces.communicate(timeout=40)
    assert proces.returncode == 0
    try:
        os.killpg(proces.pid, 0)
    except ProcessLookupError:
        return
    raise AssertionError("van de dienst bleef een proces over")
