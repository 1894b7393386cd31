"""`dev.py test`: every part that must be green, with its time; ends with pytest's own closing line."""

from __future__ import annotations

import os
import shutil
import subprocess  # nosec
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tools.cluster import Cluster

HIER = Path(__file__).resolve().parent.parent
PYTEST = [
    "-m",
    "pytest",
    "-q",
    "-p",
    "pytest_django.plugin",
    "-p",
    "xdist.plugin",
    "-p",
    "_hypothesis_pytestplugin",
    "-p",
    "pytest_timeout",
    "--timeout=300",
]
PROEF = {
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    "SAMENHANG_DATAMAP": tempfile.mkdtemp(prefix="samenhang-proef-"),
    "SAMENHANG_SLEUTEL": "alleen-voor-tests-" + "x" * 40,
}
GEWOON = ["tests", "--ignore=tests/e2e", "--ignore=tests/schema", "--ignore=tests/uitrol"]


def draai(*opdracht: str, env: dict[str, str] | None = None) -> None:
    """Run a command; leave with its exit code when it fails."""
    uitkomst = subprocess.run(opdracht, cwd=HIER, env={**os.environ, **(env or {})}, check=False)  # nosec
    if uitkomst.returncode:
        sys.exit(uitkomst.returncode)


def py(*argumenten: str, env: dict[str, str] | None = None) -> None:
    """Run this environment's Python on the checkout, with plug-ins chosen by name."""
    draai(sys.executable, *argumenten, env=PROEF | (env or {}))


def lint() -> None:
    """Style, contracts, access rules and known dangers."""
    py("-m", "ruff", "check", ".")
    py("-m", "ruff", "format", "--check", ".")
    draai(str(Path(sys.executable).parent / "lint-imports"), "--no-cache")
    py("-m", "samenhang.kernel.toegang.controle", "src")
    py("-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "src")


def typen() -> None:
    """mypy, strict."""
    py("-m", "mypy")


def migraties() -> None:
    """Models and migrations agree; they run forward on both databases, back to nothing, and forward again."""
    py("-m", "django", "makemigrations", "--check", "--dry-run", env=_django())
    with tempfile.TemporaryDirectory() as map_:
        _heen_en_weer({"SAMENHANG_DATAMAP": map_})
    with Cluster() as cluster:
        _heen_en_weer({"DATABASE_URL": cluster.url})


def _heen_en_weer(env: dict[str, str]) -> None:
    py("-m", "django", "migrate", "--verbosity=0", env=_django() | env)
    for app in (
        "vroegsignalering",
        "verstrekkingen",
        "aanlevering",
        "plichten",
        "zaken",
        "persoonsgegevens",
        "logboek",
        "personen",
    ):
        py("-m", "django", "migrate", app, "zero", "--verbosity=0", env=_django() | env)
    py("-m", "django", "migrate", "--verbosity=0", env=_django() | env)


def _django() -> dict[str, str]:
    return {"DJANGO_SETTINGS_MODULE": "samenhang.config.settings"}


def postgres() -> None:
    """The same suite on PostgreSQL."""
    with Cluster() as cluster:
        py(*PYTEST, *GEWOON, env={"DATABASE_URL": cluster.url})


def schema() -> None:
    """The NL API Design Rules and schemathesis over every operation."""
    py(*PYTEST, "-p", "schemathesis.pytest.plugin", "tests/schema")


def e2e() -> None:
    """Journeys in a real browser, with axe on every page."""
    if not shutil.which("chromium"):
        _apt("chromium")
    py(*PYTEST, "--nomigrations", "tests/e2e", env={"DJANGO_ALLOW_ASYNC_UNSAFE": "1"})


def wiel() -> None:
    """The wheel in an empty environment: installs, helps, computes and starts."""
    with tempfile.TemporaryDirectory() as map_:
        py("-m", "build", "--wheel", "--no-isolation", "--outdir", map_)
        wheel = next(Path(map_).glob("*.whl"))
        leeg = Path(map_) / "leeg"
        uv = HIER / ".boot" / "bin" / "uv"
        draai(str(uv), "venv", "--quiet", "--python", sys.executable, str(leeg))
        env = {"VIRTUAL_ENV": str(leeg)}
        draai(str(uv), "pip", "sync", "--quiet", "--require-hashes", "requirements/core.txt", env=env)
        draai(str(uv), "pip", "install", "--quiet", "--no-deps", str(wheel), env=env)
        draai(
            str(leeg / "bin" / "samenhang"),
            "beheer",
            "demo",
            "--check",
            "--klein",
            "--map",
            str(Path(map_) / "demo"),
        )


def zonder_net() -> None:
    """The unit suite in a network namespace without a route."""
    proef = subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True)  # nosec
    if proef.returncode:
        print(
            "overgeslagen: deze kernel staat geen netwerk-namespace toe (this kernel allows no network namespace)"
        )
        return
    binnen = f"ip link set lo up 2>/dev/null; exec {sys.executable} {' '.join(PYTEST)} {' '.join(GEWOON)}"
    draai("unshare", "-rn", "sh", "-c", binnen, env=PROEF)


def eenheid() -> None:
    """Unit and property tests on SQLite."""
    py(*PYTEST, *GEWOON)


def _apt(pakket: str) -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"Nodig: {pakket}. Installeer het (Debian: apt-get install {pakket}) en probeer opnieuw.")
    wacht = ["-o", "DPkg::Lock::Timeout=300", "-qq"]
    draai("apt-get", *wacht, "update")
    draai("apt-get", *wacht, "install", "-y", pakket, env={"DEBIAN_FRONTEND": "noninteractive"})


DELEN: dict[str, Callable[[], None]] = {
    "lint": lint,
    "typen": typen,
    "migraties": migraties,
    "postgres": postgres,
    "schema": schema,
    "e2e": e2e,
    "wiel": wiel,
    "zonder-net": zonder_net,
    "eenheid": eenheid,
}


def hoofd(namen: list[str]) -> None:
    """Run the named parts, or all; the unit suite comes last so that its closing line ends the output."""
    onbekend = [naam for naam in namen if naam not in DELEN]
    if onbekend:
        sys.exit(f"onbekend deel: {', '.join(onbekend)}; kies uit {', '.join(DELEN)}")
    for naam in namen or DELEN:
        print(f"\n== {naam}: {(DELEN[naam].__doc__ or '').splitlines()[0]}", flush=True)
        begin = time.monotonic()
        if naam == (list(namen) or list(DELEN))[-1]:
            DELEN[naam]()
            return
        DELEN[naam]()
        print(f"== {naam}: {time.monotonic() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    hoofd(sys.argv[1:])
