"""A small delivery into a large register in the house: matched into what linkage remembers, beside linking all anew."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import time_machine

ERBIJ = 1_000
"""Signals of the delivery that is measured."""

STAPPEN = {
    "geheugen": (
        "neem_bekende_personen",
        "neem_andere_personen",
        "voeg_bekende_toe",
        "_lees_bekend",
        "_open_kopie",
        "koppel",
        "koppel_erbij",
        "leg_huis_vast",
        "versluit",
    ),
    "inschrijven": ("kies_huishoudens", "schrijf_portie"),
}
"""What is measured apart, by the module that calls it."""


def meet(bekend: int) -> dict[str, Any]:
    """Processor seconds, by stage, and the most memory of a delivery of a thousand signals into so many known ones: all
    linked anew (`alles`), that which makes what is remembered (`eerste`), and one after it (`erbij`).

    The three deliveries bring equally many new customers. `DATABASE_URL` chooses the database; without it a new file of
    SQLite.
    """
    from bench.aanleveren import NU, _wereld

    with _wereld() as map_, time_machine.travel(NU, tick=True):
        from tests.bouw import maak_gemeente

        from bench.lezen import maak_bestand
        from samenhang.schemes.vroegsignalering import aanleveren
        from samenhang.schemes.vroegsignalering.inschrijven import geheugen

        gemeente, vanaf = maak_gemeente(), geheugen.VANAF

        def lever(van: int, aantal: int) -> Any:
            pad = maak_bestand(Path(map_) / f"{van}.csv", aantal, van)
            bestand = aanleveren.Bestand(pad, pad.name, "bench")
            return aanleveren.lever(gemeente.intake, gemeente.partner.id, bestand).aanlevering

        if lever(0, bekend).geaccepteerd != bekend:
            raise RuntimeError("niet elke rij is geaccepteerd")
        uit = {}
        for plek, naam in enumerate(("alles", "eerste", "erbij")):
            geheugen.VANAF = 10**9 if naam == "alles" else vanaf
            uit[naam] = _gemeten(lambda plek=plek: lever(bekend + plek * ERBIJ, ERBIJ))  # type: ignore[misc]
        (bestand,) = geheugen.map_van().iterdir()
        grootte = bestand.stat().st_size
    return {
        "verhouding": round(uit["erbij"]["cpu_s"] / uit["alles"]["cpu_s"], 3),
        "verhouding_eerste": round(uit["eerste"]["cpu_s"] / uit["alles"]["cpu_s"], 3),
        "bekend": bekend,
        "erbij": ERBIJ,
        **uit,
        "bestand_mb": grootte // 2**20,
    }


def _gemeten(doe: Callable[[], Any]) -> dict[str, Any]:
    from bench.aanleveren import _Klok
    from samenhang.schemes.vroegsignalering import inschrijven
    from samenhang.schemes.vroegsignalering.inschrijven import geheugen

    per_stap: dict[str, float] = {}
    echt = [
        (module, naam, getattr(module, naam))
        for module, namen in ((geheugen, STAPPEN["geheugen"]), (inschrijven, STAPPEN["inschrijven"]))
        for naam in namen
    ]

    def geklokt(naam: str, functie: Callable[..., Any]) -> Callable[..., Any]:
        def met_klok(*wat: Any, **hoe: Any) -> Any:
            begin = time.process_time()
            try:
                return functie(*wat, **hoe)
            finally:
                per_stap[naam] = round(per_stap.get(naam, 0) + time.process_time() - begin, 2)

        return met_klok

    for module, naam, functie in echt:
        setattr(module, naam, geklokt(naam, functie))
    # The most it held from here on: 5 forgets what it held before (proc(5)).
    Path("/proc/self/clear_refs").write_text("5")
    klok = _Klok()
    try:
        with klok:
            doe()
    finally:
        for module, naam, functie in echt:
            setattr(module, naam, functie)
    hoogste = next(rij for rij in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in rij)
    return {
        "cpu_s": round(klok.cpu, 2),
        "wand_s": round(klok.wand, 1),
        "geheugen_mb": int(hoogste.split()[1]) // 1024,
        "stappen_s": per_stap,
    }
