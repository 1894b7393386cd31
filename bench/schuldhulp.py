"""The arithmetic of schuldhulp beside its floor: the same sums on bare whole numbers, without reading, trace or hash."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from samenhang.kernel.basis.jsonlezen import lees_json
from samenhang.schemes.schuldhulp.domain.antwoord import bereken
from samenhang.schemes.schuldhulp.domain.berekeningen import canoniek
from samenhang.schemes.schuldhulp.domain.getallen import SCHAAL, maandfactor
from samenhang.schemes.schuldhulp.herzieningsbestand import GROOTSTE_BESTAND, herzie_bestand

T = TypeVar("T")

ZAKEN = 1_000
SCHULDEISERS = 13
VORDERINGEN = 10_000
RONDES = 5
RANGEN = ("preferent", "concurrent", "concurrent", "concurrent")


def meet(omvang: int) -> dict[str, Any]:
    """Cases a second (capacity, distribution over 13, credit, each with trace and hash), one distribution over 10,000,
    and a revision of `omvang` cases, in memory and from file to file. Seconds are CPU time of one core, the best of a
    few rounds (of a revision: one).

    Floors, each in the same run: the same sums on bare whole numbers; and for the revision reading the file and writing
    the outcome, without anything between.
    """
    zaken = [_zaak(nummer) for nummer in range(ZAKEN)]
    heel, vloer = (
        _beste(lambda: [_reken(zaak) for zaak in zaken]),
        _beste(lambda: [_kaal(zaak) for zaak in zaken]),
    )
    veel = _vorderingen(random.Random(2), VORDERINGEN)
    groot = _beste(lambda: bereken("verdeling", {"pot": "1000000.00", "vorderingen": veel}))
    groot_kaal = _beste(lambda: _verdeel_kaal(100_000_000, veel))
    return {
        "zaken_per_seconde": round(ZAKEN / heel),
        "maal_vloer": round(heel / vloer, 2),
        "tienduizend_vorderingen_s": round(groot, 3),
        "tienduizend_maal_vloer": round(groot / groot_kaal, 2),
        **_meet_herziening(omvang),
    }


def _meet_herziening(omvang: int) -> dict[str, Any]:
    document = _herziening(omvang)
    uit, duur = _tijd(lambda: bereken("norm-herziening", document))
    if len(uit["gewijzigd"]) != omvang:
        raise RuntimeError("elke zaak verandert: het maximum is een ander")
    with tempfile.TemporaryDirectory() as map_:
        bron, doel = Path(map_) / "voorraad.json", Path(map_) / "uit.json"
        bron.write_bytes(canoniek(document))
        uitslag, bestand = _tijd(lambda: herzie_bestand(bron, doel))
        if uitslag.document != uit:
            raise RuntimeError("van bestand naar bestand is de uitkomst een andere")
        _, kaal = _tijd(lambda: _lees_en_schrijf(bron, doel, uit))
    return {
        "herziening_zaken": omvang,
        "herziening_s": round(duur, 2),
        "herziening_per_seconde": round(omvang / duur),
        "herziening_bestand_s": round(bestand, 2),
        "herziening_bestand_maal_vloer": round(bestand / kaal, 2),
    }


def _lees_en_schrijf(bron: Path, doel: Path, uit: dict[str, Any]) -> None:
    lees_json(bron.read_bytes(), hoogstens=GROOTSTE_BESTAND)
    with doel.open("wb") as bestand:
        bestand.write(canoniek(uit))
        bestand.flush()
        os.fsync(bestand.fileno())


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


def _verdeel_kaal(pot: int, vorderingen: list[dict[str, str]]) -> list[int]:
    """Who gets what of a pot, to the cent."""
    bedragen = [_centen(v["bedrag"]) * (2 if v["rang"] == "preferent" else 1) for v in vorderingen]
    som = sum(bedragen)
    delen = [divmod(pot * bedrag, som) for bedrag in bedragen]
    uit = [heel for heel, _ in delen]
    resten = sorted((-rest, vorderingen[n]["id"], n) for n, (_, rest) in enumerate(delen) if rest)
    for _, _, plaats in resten[: pot - sum(uit)]:
        uit[plaats] += 1
    return uit


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


def _tijd(doe: Callable[[], T]) -> tuple[T, float]:
    begin = time.process_time()
    uit = doe()
    return uit, time.process_time() - begin
