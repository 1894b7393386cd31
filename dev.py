#!/usr/bin/env python3
"""Everything a developer does, with python3, pip and git only: demo, test, lint, bench, shots, run.

Makes `.venv` from the hash-pinned requirements when needed. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import subprocess  # nosec
import sys
from pathlib import Path

HIER = Path(__file__).resolve().parent
VENV = HIER / ".venv"
BOOT = HIER / ".boot"
UV = "uv==0.13.9"
SOORTEN = ("core", "dev", "all")
GEBRUIK = """gebruik: python3 dev.py demo [--check] | test [deel …] | lint | bench [naam] | shots | run -- ARGS

demo    start Samenhang met een verzonnen wereld op http://127.0.0.1:8000
test    alles wat groen moet zijn; met namen alleen die delen
lint    stijl, typen, importcontracten
bench   metingen als verhouding (bench/README.md)
shots   schermafbeeldingen naar docs/schermen
run     de opdracht samenhang, in dezelfde omgeving
"""


def meld(tekst: str) -> None:
    """Say what happens, on stderr: stdout belongs to what was asked for."""
    print(tekst, file=sys.stderr, flush=True)


def draai(*opdracht: str, env: dict[str, str] | None = None) -> int:
    """Run a command in the checkout and give its exit code."""
    return subprocess.run(opdracht, cwd=HIER, env={**os.environ, **(env or {})}, check=False).returncode  # nosec


def omgeving(soort: str) -> None:
    """Make `.venv` hold at least the requirements of `soort`; costs nothing when it already does."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one place where an older Python must meet a sentence
        sys.exit("Samenhang heeft Python 3.11 of nieuwer nodig (needs Python 3.11 or newer).")
    stempel = VENV / ".samenhang"
    aanwezig = stempel.read_text().split() if stempel.exists() else []
    for meer in SOORTEN[SOORTEN.index(soort) :]:
        if aanwezig == [meer, _vingerafdruk(meer)]:
            return
    gekozen = max(soort, aanwezig[0] if aanwezig and aanwezig[0] in SOORTEN else soort, key=SOORTEN.index)
    meld(f"Omgeving maken ({gekozen}) …")
    uv = BOOT / "bin" / "uv"
    omringd = {"UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": str(VENV), "PIP_ROOT_USER_ACTION": "ignore"}
    omringd |= _zoals_pip()
    if not uv.exists():
        _moet(sys.executable, "-m", "pip", "install", "--quiet", "--target", str(BOOT), UV, env=omringd)
    if not (VENV / "bin" / "python").exists():
        _moet(str(uv), "venv", "--quiet", "--python", sys.executable, str(VENV), env=omringd)
    _moet(str(uv), "pip", "sync", "--quiet", "--require-hashes", f"requirements/{gekozen}.txt", env=omringd)
    _koppel_checkout()
    stempel.write_text(f"{gekozen} {_vingerafdruk(gekozen)}")


def _zoals_pip() -> dict[str, str]:
    """uv reads neither pip's settings nor, unasked, the machine's certificates: give it both."""
    gezet = {"UV_SYSTEM_CERTS": "1"}
    vraag = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    register = subprocess.run(vraag, capture_output=True, text=True, check=False).stdout.strip()  # nosec
    if register:
        gezet["UV_DEFAULT_INDEX"] = register
    return {naam: waarde for naam, waarde in gezet.items() if naam not in os.environ}


def _vingerafdruk(soort: str) -> str:
    """Of what the environment is made from: each file of requirements includes the ones before it."""
    lijsten = SOORTEN[: SOORTEN.index(soort) + 1]
    inhoud = b"".join((HIER / "requirements" / f"{naam}.txt").read_bytes() for naam in lijsten)
    inhoud += (HIER / "pyproject.toml").read_bytes()
    return hashlib.sha256(inhoud).hexdigest()[:20]


def _koppel_checkout() -> None:
    """Make the checkout importable with its entry points, without building a wheel: a `.pth` and metadata."""
    import tomllib

    project = tomllib.loads((HIER / "pyproject.toml").read_text("utf-8"))["project"]
    plek = next((VENV / "lib").glob("python3*")) / "site-packages"
    (plek / "samenhang_checkout.pth").write_text(str(HIER / "src") + "\n")
    kaart = plek / f"samenhang-{project['version']}.dist-info"
    kaart.mkdir(exist_ok=True)
    (kaart / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: samenhang\nVersion: {project['version']}\n"
    )
    (kaart / "INSTALLER").write_text("dev.py\n")
    (kaart / "RECORD").write_text("")
    groepen = {"console_scripts": project["scripts"], **project["entry-points"]}
    regels = [
        f"[{groep}]\n" + "".join(f"{naam} = {doel}\n" for naam, doel in punten.items())
        for groep, punten in groepen.items()
    ]
    (kaart / "entry_points.txt").write_text("\n".join(regels))


def _moet(*opdracht: str, env: dict[str, str]) -> None:
    uitkomst = subprocess.run(opdracht, cwd=HIER, env={**os.environ, **env}, stdout=sys.stderr, check=False)  # nosec
    if uitkomst.returncode:
        sys.exit(f"Mislukt: {' '.join(opdracht)}")


def python(*argumenten: str, env: dict[str, str] | None = None) -> int:
    """Run the environment's Python."""
    return draai(str(VENV / "bin" / "python"), *argumenten, env=env)


def samenhang(*argumenten: str, env: dict[str, str] | None = None) -> int:
    """Run the `samenhang` command."""
    return python("-c", "from samenhang.cli.hoofd import hoofd; hoofd()", *argumenten, env=env)


def demo(argumenten: list[str]) -> int:
    """Start the demo world; `--check` starts it, asks each page, stops, and exits by the result."""
    omgeving("core")
    return samenhang("beheer", "demo", *argumenten)


def test(delen: list[str]) -> int:
    """Run the parts of the test command, each timed; stop at the first that fails."""
    omgeving("dev")
    return python("-m", "tools.proef", *delen, env=_zoals_pip())


def lint(argumenten: list[str]) -> int:
    """The quick parts of the test command."""
    return test(["lint", "typen"])


def bench(namen: list[str]) -> int:
    """Measure; a figure is a ratio to a peer or a floor."""
    omgeving("all")
    return python("-m", "bench", *namen)


def shots(argumenten: list[str]) -> int:
    """Take the pictures of docs/schermen."""
    omgeving("dev")
    return python("-m", "tools.schermen", *argumenten)


def run(argumenten: list[str]) -> int:
    """The `samenhang` command with what follows `--`."""
    omgeving("core")
    return samenhang(*(argumenten[1:] if argumenten[:1] == ["--"] else argumenten))


DOEN = {"demo": demo, "test": test, "lint": lint, "bench": bench, "shots": shots, "run": run}


def hoofd(argumenten: list[str]) -> int:
    """Do what was asked; give the exit code."""
    if not argumenten or argumenten[0] not in DOEN:
        gevraagd = argumenten[:1] in (["-h"], ["--help"])
        print(GEBRUIK, file=sys.stdout if gevraagd else sys.stderr)
        return 0 if gevraagd else 2
    return DOEN[argumenten[0]](argumenten[1:])


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
