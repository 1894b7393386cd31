"""A small delivery into a large register in the house: matched into what linkage remembers, beside linking all anew."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import time_machine

ERBIJ = 1_000
"""Signals of the delivery that is measured."""

DRIE = ("alles", "eerste", "erbij")

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

    The files are those of `bench.lezen`: each signal is of another customer, and so many share a surname that thirty
    pairs of each are compared. `DATABASE_URL` chooses the database; without it a new file of SQLite.
    """
    from bench.aanleveren import NU, _wereld

    with _wereld() as map_, time_machine.travel(NU, tick=True):
        from bench.lezen import maak_bestand

        huis = _Huis()
        huis.lever(maak_bestand(Path(map_) / "bekend.csv", bekend), huis.gemeente.partner)
        klein = [
            maak_bestand(Path(map_) / f"{plek}.csv", ERBIJ, bekend + plek * ERBIJ)
            for plek in range(len(DRIE))
        ]
        return huis.meet(klein, huis.gemeente.partner)


def meet_echt(bekend: int) -> dict[str, Any]:
    """The same with the people of `bench.tweede`, of whom each comes with several signals of several partners, and with
    mistakes."""
    from bench.aanleveren import NU, _wereld

    with _wereld() as map_, time_machine.travel(NU, tick=True):
        from bench.tweede import schrijf_tweede

        huis, samen = _Huis(), len(DRIE) * ERBIJ
        schrijf_tweede(Path(map_), 9301, bekend + samen)
        paden = sorted(Path(map_).glob("tweede_*.csv"))
        grootste = max(paden, key=lambda pad: pad.stat().st_size)
        kop, *regels = grootste.read_text("utf-8").splitlines()
        delen = [regels[van : van + ERBIJ] for van in range(0, samen, ERBIJ)]
        klein = [Path(map_) / f"{plek}.csv" for plek in range(len(DRIE))]
        for pad, deel in ((grootste, regels[samen:]), *zip(klein, delen, strict=True)):
            pad.write_text("\n".join([kop, *deel]) + "\n", "utf-8")
        for pad in paden:
            huis.lever(pad, huis.partner_van(pad))
        return huis.meet(klein, huis.partner_van(grootste))


class _Huis:
    """A municipality whose deliveries all link anew, until it is measured."""

    def __init__(self) -> None:
        from tests.bouw import maak_gemeente

        from samenhang.schemes.vroegsignalering.inschrijven import geheugen

        self.gemeente = maak_gemeente()
        self.vanaf, geheugen.VANAF = geheugen.VANAF, 10**9

    def partner_van(self, pad: Path) -> Any:
        """Who sends a file of `bench.tweede`, with an agreement."""
        from samenhang.kernel.organisaties.models import Organisatie
        from samenhang.schemes.vroegsignalering.models import Partnerafspraak

        _, kvk, soort, *_ = pad.read_text("utf-8").splitlines()[1].split(";")
        partner, nieuw = Organisatie.objects.get_or_create(soort="partner", naam=kvk, kvk=kvk)
        if nieuw:
            Partnerafspraak.objects.create(
                gemeente=self.gemeente.organisatie, partner=partner, soort=soort, van=date(2025, 1, 1)
            )
        return partner

    def lever(self, pad: Path, partner: Any) -> None:
        """Deliver a file, to its end."""
        from samenhang.schemes.vroegsignalering import aanleveren

        bestand = aanleveren.Bestand(pad, pad.name, "bench")
        levering = aanleveren.lever(self.gemeente.intake, partner.id, bestand).aanlevering
        if levering.status != "verwerkt" or levering.geaccepteerd < levering.gelezen * 0.9:
            raise RuntimeError(
                f"{pad.name}: {levering.status}, {levering.geaccepteerd} van {levering.gelezen}"
            )

    def meet(self, klein: Sequence[Path], partner: Any) -> dict[str, Any]:
        """What the three deliveries cost."""
        from samenhang.kernel.aanlevering.models import Aanlevering
        from samenhang.schemes.vroegsignalering.inschrijven import geheugen

        bekend = sum(Aanlevering.objects.values_list("geaccepteerd", flat=True))
        uit = {}
        for naam, pad in zip(DRIE, klein, strict=True):
            geheugen.VANAF = 10**9 if naam == "alles" else self.vanaf
            uit[naam] = _gemeten(partial(self.lever, pad, partner))
        (bestand,) = geheugen.map_van().iterdir()
        return {
            "verhouding": round(uit["erbij"]["cpu_s"] / uit["alles"]["cpu_s"], 3),
            "verhouding_eerste": round(uit["eerste"]["cpu_s"] / uit["alles"]["cpu_s"], 3),
            "bekend": bekend,
            **uit,
            "bestand_mb": bestand.stat().st_size // 2**20,
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
