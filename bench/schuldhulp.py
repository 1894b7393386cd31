"""The arithmetic of schuldhulp beside its floor: the same sums on bare whole numbers, without reading, trace or hash."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

from samenhang.schemes.schuldhulp.domain.antwoord import bereken
from samenhang.schemes.schuldhulp.domain.getallen import SCHAAL, maandfactor

ZAKEN = 1_000
SCHULDEISERS = 13
VORDERINGEN = 10_000
RONDES = 5
RANGEN = ("preferent", "concurrent", "concurrent", "concurrent")


def meet(omvang: int) -> dict[str, Any]:
    """Cases a second (capacity, distribution over 13, credit, each with trace and hash), one distribution over 10,000,
    and a revision of `omvang` cases. Seconds are CPU time of one core, the best of a few rounds."""
    zaken = [_zaak(nummer) for nummer in range(ZAKEN)]
    heel, vloer = (
        _beste(lambda: [_reken(zaak) for zaak in zaken]),
        _beste(lambda: [_kaal(zaak) for zaak in zaken]),
    )
    veel = _vorderingen(random.Random(2), VORDERINGEN)
    groot = _beste(lambda: bereken("verdeling", {"pot": "1000000.00", "vorderingen": veel}))
    herziening = _herziening(omvang)
    begin = time.process_time()
    uit = bereken("norm-herziening", herziening)
    duur = time.process_time() - begin
    if len(uit["gewijzigd"]) != omvang:
        raise RuntimeError("elke zaak verandert: het maximum is een ander")
    return {
        "zaken_per_seconde": round(ZAKEN / heel),
        "maal_vloer": round(heel / vloer, 2),
        "tienduizend_vorderingen_s": round(groot, 3),
        "herziening_zaken": omvang,
        "herziening_s": round(duur, 2),
        "herziening_per_seconde": round(omvang / duur),
    }


def _zaak(nummer: int) -> dict[str, Any]:
    toeval = random.Random(nummer)
    inkomen = 1_620_00 + toeval.randrange(200_00)
    return {
        "inkomen": f"{inkomen // 100}.{inkomen % 100:02d}",
        "vorderingen": _vorderingen(toeval, SCHULDEISERS),
    }


def _vorderingen(toeval: random.Random, aantal: int) -> list[dict[str, str]]:
    return [
        {"id": f"S{n:05d}", "bedrag": f"{toeval.randrange(50, 9000)}.{toeval.randrange(100):02d}", "rang": toeval.choice(RANGEN)}
        for n in range(aantal)
    ]  # fmt: skip


def _reken(zaak: dict[str, Any]) -> None:
    """The chain of a case: what can be paid, what credit that carries, who gets what of it."""
    ruimte = bereken(
        "capaciteit",
        {
            "netto_inkomen": zaak["inkomen"],
            "vtlb": "1562.86",
            "beleid": "nvvk-2024-07",
            "datum": "2026-07-15",
        },
    )
    krediet = bereken(
        "krediet",
        {"maandtermijn": ruimte["capaciteit"], "looptijd_maanden": 18, "effectief_jaarpercentage": "8.0"},
    )
    bereken("verdeling", {"pot": krediet["netto_kredietsom"], "vorderingen": zaak["vorderingen"]})  # fmt: skip


def _kaal(zaak: dict[str, Any]) -> list[int]:
    """The same amounts and nothing else."""
    termijn, factor = max(0, _centen(zaak["inkomen"]) - 1_562_86), maandfactor("8")
    laag, hoog = 0, 18 * termijn + 1
    while hoog - laag > 1:  # the largest credit whose last instalment is not above the others, halved down to
        midden = (laag + hoog) // 2
        laag, hoog = (midden, hoog) if _laatste(midden, termijn, factor) <= termijn else (laag, midden)
    bedragen = [_centen(v["bedrag"]) * (2 if v["rang"] == "preferent" else 1) for v in zaak["vorderingen"]]
    som = sum(bedragen)
    return [laag * bedrag // som for bedrag in bedragen]


def _laatste(saldo: int, termijn: int, factor: int) -> int:
    for _ in range(17):
        saldo += (2 * saldo * factor + SCHAAL) // (2 * SCHAAL) - termijn
    return saldo + (2 * saldo * factor + SCHAAL) // (2 * SCHAAL)


def _centen(tekst: str) -> int:
    return int(tekst.replace(".", ""))


def _herziening(omvang: int) -> dict[str, Any]:
    situaties = ("alleenstaande", "alleenstaande_ouder", "paar", "paar_met_kinderen")
    zaken = [
        {"id": f"Z{n}", "berekening": "bvv", "invoer": {"leefsituatie": situaties[n % 4], "netto_inkomen": f"{4000 + n % 900}.00", "inkomensgroep": "hoog"}}
        for n in range(omvang)
    ]  # fmt: skip
    return {"van": "2023-01-15", "naar": "2024-01-15", "zaken": zaken}


def _beste(doe: Callable[[], object]) -> float:
    tijden = []
    for _ in range(RONDES):
        begin = time.process_time()
        doe()
        tijden.append(time.process_time() - begin)
    return min(tijden)
