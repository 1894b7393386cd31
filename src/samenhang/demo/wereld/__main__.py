"""`python -m samenhang.demo.wereld --naar MAP`: write a synthetic world to a folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from samenhang.demo.wereld.modellen import Instelling
from samenhang.demo.wereld.schrijver import schrijf
from samenhang.demo.wereld.wereld import voor_signalen


def hoofd(argumenten: list[str] | None = None) -> int:
    """Parse, make, write, say what was written; 2 when the settings or the folder do not allow it."""
    standaard = Instelling()
    lezer = argparse.ArgumentParser(prog="python -m samenhang.demo.wereld", description=__doc__)
    lezer.add_argument("--naar", type=Path, required=True, help="nieuwe of lege map")
    lezer.add_argument("--zaad", type=int, default=standaard.zaad)
    lezer.add_argument("--huishoudens", type=int, default=standaard.huishoudens)
    lezer.add_argument("--maanden", default=",".join(standaard.maanden), help="2026-10,2026-11")
    lezer.add_argument(
        "--aanloop", type=int, default=standaard.aanloop, help="maanden vóór de eerste levering"
    )
    lezer.add_argument("--druk", type=float, default=standaard.druk, help="1,0 is zo veel als in het echt")
    lezer.add_argument(
        "--reeks", type=int, default=standaard.reeks, help="eigen nummers, naast die van een andere wereld"
    )
    lezer.add_argument("--gemeenten", type=int, default=standaard.gemeenten)
    lezer.add_argument(
        "--zonder-fouten", action="store_true", help="geen rijen en bestanden die geweigerd worden"
    )
    lezer.add_argument(
        "--signalen", type=int, help="ongeveer zo veel signalen over een jaar, om mee te meten"
    )
    keuze = lezer.parse_args(argumenten)
    instelling = Instelling(
        zaad=keuze.zaad,
        huishoudens=keuze.huishoudens,
        maanden=tuple(keuze.maanden.split(",")),
        aanloop=keuze.aanloop,
        druk=keuze.druk,
        gemeenten=keuze.gemeenten,
        reeks=keuze.reeks,
        fouten=not keuze.zonder_fouten,
    )
    try:
        if keuze.signalen is not None:
            instelling = voor_signalen(instelling, keuze.signalen)
        telling = schrijf(instelling, keuze.naar)
    except (ValueError, FileExistsError) as fout:
        print(fout, file=sys.stderr)
        return 2
    print(
        f"{telling.huishoudens} huishoudens, {telling.inwoners} inwoners, {telling.signalen} signalen: {keuze.naar}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(hoofd())
