"""The wheel as a stranger gets it: built, installed into an empty environment, asked, served and stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess  # nosec
import sys
import time
import urllib.request
from pathlib import Path

from tools.poort import vrije_poort

HIER = Path(__file__).resolve().parent.parent
UV = HIER / ".boot" / "bin" / "uv"
TERMIJN = '{"start":"2026-04-07","lengte":4,"eenheid":"weken","atw":true}'


def draai(*opdracht: str, env: dict[str, str], invoer: str = "") -> str:
    """Run a command; gives its stdout, or leaves with what it said."""
    uitkomst = subprocess.run(  # nosec
        opdracht, cwd=HIER, env=env, input=invoer, stdout=subprocess.PIPE, text=True, check=False
    )
    if uitkomst.returncode:
        sys.exit(f"{' '.join(opdracht)} gaf {uitkomst.returncode}: {uitkomst.stdout[-2000:]}")
    return uitkomst.stdout


def kaal(**meer: str) -> dict[str, str]:
    """An environment without anything of the checkout."""
    weg = ("SAMENHANG", "DATABASE", "PYTHON", "DJANGO", "PYTEST")
    return {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(weg)} | meer


def installeer(map_: Path) -> Path:
    """Build the wheel and install it with its pinned requirements; gives the `samenhang` command."""
    draai(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(map_), env=kaal())
    wiel, leeg = next(map_.glob("*.whl")), map_ / "leeg"
    env = kaal(VIRTUAL_ENV=str(leeg), UV_PYTHON_DOWNLOADS="never")
    draai(str(UV), "venv", "--quiet", "--python", sys.executable, str(leeg), env=env)
    draai(str(UV), "pip", "sync", "--quiet", "--require-hashes", "requirements/core.txt", env=env)
    draai(str(UV), "pip", "install", "--quiet", "--no-deps", "--no-index", str(wiel), env=env)
    return leeg / "bin" / "samenhang"


def start_en_stop(samenhang: Path, map_: Path) -> None:
    """Migrate, serve, be ready, stop on SIGTERM with 0."""
    env = kaal(SAMENHANG_DATAMAP=str(map_ / "data"))
    draai(str(samenhang), "beheer", "migreer", env=env)
    poort = vrije_poort()
    dienst = subprocess.Popen(  # nosec
        [str(samenhang), "beheer", "serve", "--poort", str(poort)], env=env, start_new_session=True
    )
    try:
        _wacht_op(f"http://127.0.0.1:{poort}/klaar", dienst)
        dienst.send_signal(signal.SIGTERM)
        if dienst.wait(timeout=40):
            sys.exit(f"de dienst stopte met {dienst.returncode}")
    finally:
        if dienst.poll() is None:
            os.killpg(dienst.pid, signal.SIGKILL)


def _wacht_op(adres: str, dienst: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if dienst.poll() is not None:
            break
        try:
            urllib.request.urlopen(adres, timeout=5)  # nosec
        except OSError:  # refused, or too slow while it starts
            time.sleep(0.2)
        else:
            return
    sys.exit(f"{adres} antwoordde niet")


def hoofd(map_: Path) -> None:
    """All of it."""
    samenhang = installeer(map_)
    einde = json.loads(draai(str(samenhang), "termijn", "bereken", env=kaal(), invoer=TERMIJN))["einde"]
    assert einde == "2026-05-06", einde
    start_en_stop(samenhang, map_)
    demo = draai(
        str(samenhang), "beheer", "demo", "--check", "--klein", "--map", str(map_ / "demo"), env=kaal()
    )
    print(
        f"wiel: {next(map_.glob('*.whl')).name}, geïnstalleerd, gestart en gestopt; demo {demo.splitlines()[-1]}"
    )


if __name__ == "__main__":
    hoofd(Path(sys.argv[1]))
