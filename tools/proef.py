"""`dev.py test`: every part that must be green, each timed; stops at the first that is not.

Parts that keep one processor busy run side by side, in processes of their own; each shows its output when it ends.

The last line of the output is pytest's own closing line of the unit suite, also when a part was left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess  # nosec
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.cluster import Cluster
from tools.debian import zorg_voor
from tools.naast import Klaar, naast_elkaar
from tools.zonder_net import BINNEN, namespace

HIER = Path(__file__).resolve().parent.parent
PLUGINS = ("pytest_django.plugin", "_hypothesis_pytestplugin", "pytest_timeout")
EIGEN_DELEN = ("tests/e2e", "tests/schema", "tests/uitrol", "tests/wiel", "tests/proefscheme", "tests/spark")
"""Folders with a part of their own: they need a browser, another plug-in, or run once whatever the database."""
SPARK = HIER / ".boot" / "spark"
"""Spark and what it needs (700 MB), beside the environment: only one part of the tests asks for it."""
WERKMAP = "SAMENHANG_PROEFMAP"


class Mislukt(Exception):
    """A part is not green; the output above says why."""


def draai(*opdracht: str, env: dict[str, str] | None = None) -> None:
    """Run a command on the checkout; raises `Mislukt` with its exit code."""
    uitkomst = subprocess.run(opdracht, cwd=HIER, env={**os.environ, **(env or {})}, check=False)  # nosec
    if uitkomst.returncode:
        raise Mislukt(uitkomst.returncode)


def omgeving() -> dict[str, str]:
    """The environment of tests: own data folder, own key, and plug-ins chosen by name (loading all costs 5 s)."""
    return {
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONDONTWRITEBYTECODE": "",  # where a machine sets it, each of hundreds of processes compiles the house again
        "PYTHONPATH": str(HIER),
        "SAMENHANG_DATAMAP": str(Path(os.environ[WERKMAP]) / "data"),
        "SAMENHANG_SLEUTEL": "alleen-voor-tests-" + "x" * 40,
    }


def py(*argumenten: str, env: dict[str, str] | None = None) -> None:
    """Run this environment's Python."""
    draai(sys.executable, *argumenten, env=omgeving() | (env or {}))


def pytest(*paden: str, meer: tuple[str, ...] = ()) -> list[str]:
    """The arguments of one pytest run; its files go with the work folder."""
    plugins = [deel for naam in (*PLUGINS, *meer) for deel in ("-p", naam)]
    map_ = Path(os.environ[WERKMAP]) / "pytest"
    return ["-m", "pytest", "-q", *plugins, "--timeout=300", f"--basetemp={map_}", *paden]


def verdeeld(wijze: str) -> tuple[str, ...]:
    """Tests over all processors: `loadfile` keeps a file together, `load` gives out test by test."""
    return ("-n", str(os.cpu_count() or 1), "--dist", wijze)


def gewoon() -> list[str]:
    """The unit and property tests, whole files divided over the processors."""
    zonder = (f"--ignore={map_}" for map_ in EIGEN_DELEN)
    return pytest("tests", *zonder, *verdeeld("loadfile"), meer=("xdist.plugin",))


def lint() -> None:
    """Style, spelling, import contracts, access rules and known dangers."""
    py("-m", "ruff", "check", ".")
    py("-m", "ruff", "format", "--check", ".")
    py("-m", "codespell_lib")
    draai(str(Path(sys.executable).parent / "lint-imports"), "--no-cache")
    py("-m", "samenhang.kernel.toegang.controle", "src")
    py("-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "src")


def typen() -> None:
    """mypy, strict."""
    py("-m", "mypy")


def migraties() -> None:
    """Models and migrations agree; forward, back to nothing and forward on both databases; new ones are safe."""
    django = {"DJANGO_SETTINGS_MODULE": "samenhang.config.settings"}
    py("-m", "django", "makemigrations", "--check", "--dry-run", env=django)
    py("-m", "tools.migraties", env={"SAMENHANG_DATAMAP": str(Path(os.environ[WERKMAP]) / "migraties")})
    with Cluster() as cluster:
        py("-m", "tools.migraties", env={"DATABASE_URL": cluster.url})
        py("-m", "tools.migraties", "lint", env={"DATABASE_URL": cluster.url})


def wiel() -> None:
    """The wheel in an empty environment: installs, computes, serves, and shows the whole demo."""
    py(*pytest("tests/wiel"))


def schema() -> None:
    """The NL API Design Rules and schemathesis over every operation."""
    py(*pytest("tests/schema", meer=("schemathesis.pytest.plugin",)))


def uitrol() -> None:
    """Container, systemd and Kubernetes files; serve, stop, work, back up and restore as an operator does."""
    py(*pytest("tests/uitrol"))


def spark() -> None:
    """Linkage on Spark gives what it gives on DuckDB, byte for byte, without a network."""
    if os.geteuid() == 0:
        zorg_voor("java", "default-jre-headless")
    lijst, stempel = HIER / "requirements" / "spark.txt", SPARK / "lijst.txt"
    if not stempel.exists() or stempel.read_bytes() != lijst.read_bytes():
        shutil.rmtree(SPARK, ignore_errors=True)
        uv = str(HIER / ".boot" / "bin" / "uv")
        waarmee = ("--quiet", "--require-hashes", "--no-deps", "--python", sys.executable)
        draai(uv, "pip", "install", *waarmee, "--target", str(SPARK), "-r", str(lijst), env={"UV_PYTHON_DOWNLOADS": "never"})  # fmt: skip
        shutil.copyfile(lijst, stempel)
    voor = namespace()
    begin = [sys.executable, "-m", "pytest"] if voor is None else [*voor, sys.executable, "-m", BINNEN]
    draai(*begin, *pytest("tests/spark")[2:], env=omgeving() | {"PYTHONPATH": f"{HIER}:{SPARK}"})


def e2e() -> None:
    """Journeys in a real browser, with axe on every page."""
    if not os.environ.get("CHROMIUM"):
        zorg_voor("chromium", "chromium")
    delen = pytest("tests/e2e", *verdeeld("load"), "--durations=10", meer=("xdist.plugin",))
    py(*delen, env={"DJANGO_ALLOW_ASYNC_UNSAFE": "1"})


def postgres() -> None:
    """The unit and property tests on PostgreSQL: every one that asks for a database."""
    with Cluster() as cluster:
        py(*gewoon(), "-m", "not zonder_database", env={"DATABASE_URL": cluster.url})


def eenheid() -> None:
    """The unit and property tests on SQLite, in a network namespace without a route."""
    voor = namespace()
    if voor is None:
        print(
            "deze kernel staat geen netwerk-namespace toe: de tests draaien met netwerk (no network namespace here)"
        )
        _met_slotregel([sys.executable, *gewoon()])
    else:
        _met_slotregel([*voor, sys.executable, "-m", BINNEN, *gewoon()[2:]])


def _met_slotregel(opdracht: list[str]) -> None:
    """Run pytest and keep its closing line for the very end, after the table of times."""
    proces = subprocess.Popen(  # nosec
        opdracht, cwd=HIER, env=os.environ | omgeving(), stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert proces.stdout is not None
    vorige = ""
    for regel in proces.stdout:
        sys.stdout.write(vorige)
        sys.stdout.flush()
        vorige = regel
    SLOT.append(vorige)
    if proces.wait():
        raise Mislukt(proces.returncode)


SLOT: list[str] = []
"""The closing line of the last pytest run, printed when everything else has been said."""

DELEN: dict[str, Callable[[], None]] = {
    deel.__name__: deel
    for deel in (lint, typen, migraties, wiel, schema, uitrol, spark, e2e, postgres, eenheid)
}


ENKEL = ("lint", "typen", "uitrol", "wiel", "schema", "spark", "migraties")
"""Parts that keep one processor busy: as many of them side by side as there are processors. The rest take all."""


def tijdentabel(tijden: dict[str, float], mislukt: str, samen: float) -> str:
    """How long each part took, which was not green, and how long all took together by the clock."""
    regels = [
        f"{naam:<10} {seconden:7.0f} s{'   MISLUKT (failed)' if naam == mislukt else ''}"
        for naam, seconden in tijden.items()
    ]
    return "\n".join(["", *regels, f"{'samen':<10} {samen:7.0f} s"])


def kop(naam: str) -> None:
    """Say which part follows."""
    print(f"\n== {naam}: {(DELEN[naam].__doc__ or '').splitlines()[0]}", flush=True)


def zelf(naam: str) -> Klaar:
    """Run a part in this process, its output as it comes."""
    kop(naam)
    begin, code = time.monotonic(), 0
    try:
        DELEN[naam]()
    except Mislukt as fout:
        code = int(fout.args[0])
    shutil.rmtree(Path(os.environ[WERKMAP]) / "pytest", ignore_errors=True)
    return Klaar(naam, code, time.monotonic() - begin, "")


def alle(namen: list[str]) -> Iterator[Klaar]:
    """Run the parts: those of one processor side by side, then the others in their order."""
    enkel = [naam for naam in ENKEL if naam in namen]
    if len(enkel) > 1:
        print(f"\n== naast elkaar (side by side): {', '.join(enkel)}", flush=True)
        opdrachten = {naam: (sys.executable, "-m", "tools.proef", naam) for naam in enkel}
        for klaar in naast_elkaar(opdrachten, os.cpu_count() or 1, str(HIER)):
            print(klaar.gezegd, end="", flush=True)
            yield klaar
        namen = [naam for naam in namen if naam not in enkel]
    yield from map(zelf, namen)


def hoofd(namen: list[str]) -> int:
    """Run the named parts, or all; gives the exit code. Inside another run the table of times is that run's."""
    onbekend = [naam for naam in namen if naam not in DELEN]
    if onbekend:
        print(f"onbekend deel: {', '.join(onbekend)}; kies uit {', '.join(DELEN)}", file=sys.stderr)
        return 2
    buiten = os.environ.get(WERKMAP)
    tijden: dict[str, float] = {}
    code, mislukt, begin = 0, "", time.monotonic()
    with tempfile.TemporaryDirectory(
        prefix="samenhang-proef-", dir=buiten, ignore_cleanup_errors=True
    ) as map_:
        os.environ[WERKMAP] = map_
        for klaar in alle(namen or list(DELEN)):
            tijden[klaar.naam] = klaar.seconden
            if klaar.code:
                code, mislukt = klaar.code, klaar.naam
                break
    os.environ.pop(WERKMAP)
    if buiten:
        os.environ[WERKMAP] = buiten
    else:
        print(tijdentabel(tijden, mislukt, time.monotonic() - begin), file=sys.stderr, flush=True)
    for regel in SLOT:
        print(regel, end="", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
