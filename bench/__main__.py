"""`dev.py bench [api|toegang|schuldhulp|bezetting|koppelen|koppelen-register|lezen|aanleveren|huis|huis-echt|voorraad|muur|zegel|postcodes] [size]`: one JSON line per measurement, ratios first."""

from __future__ import annotations

import json
import subprocess  # nosec
import sys
from collections.abc import Callable
from typing import Any


def api(omvang: int) -> dict[str, Any]:
    """API get, list and create beside the same endpoints written bare."""
    from bench.api import meet

    return meet(omvang)


def toegang(omvang: int) -> dict[str, Any]:
    """Decisions per second, and the proof of the whole space."""
    from bench.toegang import meet

    return meet()


def koppelen(omvang: int) -> dict[str, Any]:
    """Linking beside Splink on sets of about so many signals, from files to ids."""
    from bench.koppelen import meet

    return meet(omvang)


def koppelen_register(omvang: int) -> dict[str, Any]:
    """A delivery of a twentieth into a register of about so many signals, beside one run over everything."""
    from bench.koppelregister import meet

    return meet(omvang)


def lezen(omvang: int) -> dict[str, Any]:
    """The reader beside DuckDB's bare scan of the same file."""
    from bench.lezen import meet

    return meet(omvang)


def aanleveren(omvang: int) -> dict[str, Any]:
    """A delivery beside its floor: reading the file and inserting its rows without any check."""
    from bench.aanleveren import meet

    return meet(omvang)


def huis(omvang: int) -> dict[str, Any]:
    """A delivery of a thousand signals into so many in the house, beside linking all of them anew."""
    from bench.huis import meet

    return meet(omvang)


def huis_echt(omvang: int) -> dict[str, Any]:
    """The same with people who come with several signals."""
    from bench.huis import meet_echt

    return meet_echt(omvang)


def schuldhulp(omvang: int) -> dict[str, Any]:
    """Calculations a second beside the same sums on bare numbers, and a caseload under other norms."""
    from bench.schuldhulp import meet

    return meet(omvang)


def bezetting(omvang: int) -> dict[str, Any]:
    """Staffing plans beside planning each half hour, and the forecast beside last week on so many histories."""
    from bench.bezetting import meet

    return meet(omvang)


def voorraad(omvang: int) -> dict[str, Any]:
    """Work stock and list with so many signals, beside ten thousand, on both databases."""
    from bench.voorraad import meet

    return meet(omvang)


def muur(omvang: int) -> dict[str, Any]:
    """Work stock and list on SQLite with the authorizer, beside the same without it."""
    from bench.muur import meet

    return meet(omvang)


def zegel(omvang: int) -> dict[str, Any]:
    """Writing log rows with and without the seal, making leaves, and checking so many of them, on both databases."""
    from bench.zegel import meet

    return meet(omvang)


def postcodes(rijen: int) -> dict[str, Any]:
    """The table of postcodes through the command, at an eighth and whole, beside DuckDB's bare read."""
    from bench.postcodes import meet

    return meet(rijen)


def ontvangst(rijen: int) -> dict[str, Any]:
    """Receiving and checking one file of so many rows, without registering it."""
    from bench.aanleveren import meet_ontvangst

    return meet_ontvangst(rijen)


METINGEN: dict[str, tuple[Callable[[int], dict[str, Any]], int]] = {
    "toegang": (toegang, 0),
    "api": (api, 1_000),
    "schuldhulp": (schuldhulp, 100_000),
    "bezetting": (bezetting, 12),
    "lezen": (lezen, 100_000),
    "aanleveren": (aanleveren, 10_000),
    "ontvangst": (ontvangst, 100_000),
    "huis": (huis, 30_000),
    "huis-echt": (huis_echt, 30_000),
    "koppelen": (koppelen, 100_000),
    "koppelen-register": (koppelen_register, 100_000),
    "voorraad": (voorraad, 1_000_000),
    "muur": (muur, 3_000),
    "zegel": (zegel, 1_000_000),
    "postcodes": (postcodes, 8_000_000),
}
"""What is measured, with its usual size (cases, rows or signals)."""


def hoofd(argumenten: list[str]) -> int:
    """Measure what was asked, or everything: then each in a process of its own, so that none warms the next."""
    if not argumenten:
        codes = [
            subprocess.run([sys.executable, "-m", "bench", naam], check=False).returncode for naam in METINGEN
        ]  # nosec
        return max(codes)
    naam = argumenten[0]
    if naam not in METINGEN:
        print(f"Kies uit: {', '.join(METINGEN)}.", file=sys.stderr)
        return 2
    meet, omvang = METINGEN[naam]
    if len(argumenten) > 1:
        if not argumenten[1].isdecimal() or not int(argumenten[1]):
            print("De omvang is een geheel getal boven nul.", file=sys.stderr)
            return 2
        omvang = int(argumenten[1])
    print(json.dumps({"meting": naam} | meet(omvang)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
