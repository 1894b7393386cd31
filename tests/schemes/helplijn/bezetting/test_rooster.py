"""H5: the roster honours rest, contract and days; what cannot be filled is proven and explained."""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.helplijn.domain.bezetting import antwoord
from samenhang.schemes.helplijn.domain.bezetting.ploeg import lees_rooster
from samenhang.schemes.helplijn.domain.bezetting.rooster import rooster
from samenhang.schemes.helplijn.domain.bezetting.roostertoets import keur
from samenhang.schemes.helplijn.domain.bezetting.tijd import DAGEN, ZONE
from tests.schemes.helplijn.bezetting.wereld import MAANDAG, scenario, vraag

ALTIJD = dict.fromkeys(DAGEN, "00:00-24:00")


def _mens(naam: str, **anders: Any) -> dict[str, Any]:
    return {"id": naam, "senior": False, "contract_uren": 36, "beschikbaar": ALTIJD} | anders


def _dienst(dag: int, van: str, tot: str, mensen: int = 1) -> dict[str, Any]:
    return {"datum": str(MAANDAG + timedelta(days=dag)), "van": van, "tot": tot, "mensen": mensen}


def _ploeg(aantal: int, zaad: int = 1) -> list[dict[str, Any]]:
    toeval = random.Random(zaad)
    vakken = ("08:00-20:00", "08:00-16:30", "11:30-20:00")
    return [
        _mens(
            f"M{n:02d}",
            senior=n % 3 == 0,
            contract_uren=toeval.choice((16, 24, 32, 36)),
            beschikbaar={dag: toeval.choice(vakken) for dag in DAGEN[:5] if toeval.random() < 0.9},
        )
        for n in range(aantal)
    ]


def _controleer(document: dict[str, Any], uit: dict[str, Any]) -> None:
    """The rules again, from the answer alone and with other sums than the code's."""
    mensen = {mens["id"]: mens for mens in document["medewerkers"]}
    per_mens: dict[str, list[tuple[datetime, datetime]]] = {naam: [] for naam in mensen}
    for dienst in uit["diensten"]:
        dag = date.fromisoformat(dienst["datum"])
        for naam in dienst["medewerkers"]:
            van, tot = mensen[naam]["beschikbaar"][DAGEN[dag.weekday()]].split("-")
            assert van <= dienst["van"] < dienst["tot"] <= tot
            per_mens[naam].append(tuple(datetime.fromisoformat(f"{dag}T{t}").replace(tzinfo=ZONE) for t in (dienst["van"], dienst["tot"])))  # type: ignore[arg-type]  # fmt: skip
    for naam, rij in per_mens.items():
        rij.sort()
        assert len({begin.date() for begin, _ in rij}) == len(rij)
        for (_, eind), (begin, _) in itertools.pairwise(rij):
            assert (begin.timestamp() - eind.timestamp()) >= 11 * 3600
        assert all(aantal <= 5 for aantal in Counter(begin.isocalendar()[:2] for begin, _ in rij).values())
        staat = next(mens for mens in uit["medewerkers"] if mens["id"] == naam)
        assert staat["uren"] <= mensen[naam]["contract_uren"]
        assert staat["dagen"] == len(rij)


@pytest.mark.parametrize("mensen, zaad", [(8, 1), (9, 2), (11, 3), (14, 4)])
def test_h5_een_rooster_uit_een_plan_houdt_zich_aan_rust_contract_en_dagen(mensen: int, zaad: int) -> None:
    gepland = antwoord.plan(scenario(vraag=vraag(375)), standaardkalender())
    document = {"diensten": gepland["diensten"], "medewerkers": _ploeg(mensen, zaad)}
    uit = rooster(document)
    _controleer(document, uit)
    assert uit["onbezet"] == sum(dienst["leeg"] for dienst in uit["diensten"])
    assert sum(len(d["medewerkers"]) + d["leeg"] for d in uit["diensten"]) == sum(
        d["mensen"] for d in gepland["diensten"]
    )
    assert bool(uit["uitleg"]) == (uit["onbezet"] > 0)
    assert rooster(document) == uit


def test_h5_een_dienst_die_niet_te_vullen_is_wordt_uitgelegd() -> None:
    document = {
        "diensten": [_dienst(0, "14:00", "22:00", 2), _dienst(1, "08:00", "16:00", 2)],
        "medewerkers": [
            _mens("A"),
            _mens("B"),
            _mens("C", afwezig=[str(MAANDAG)], beschikbaar={"ma": "08:00-22:00"}),
        ],
    }
    uit = rooster(document)
    assert (uit["stand"], uit["onbezet"], uit["onbezet_bewezen"]) == ("optimaal", 2, True)
    assert len(uit["uitleg"]) >= 1
    samen = " ".join(regel["nl"] for regel in uit["uitleg"])
    assert "met te weinig rust ervoor of erna" in samen
    assert "niet beschikbaar" in samen or "afwezig" in samen
    hefbomen = {rij["regel"]: rij["onbezet"] for rij in uit["hefbomen"]}
    assert hefbomen["rust"] == 0
    assert hefbomen["mens"] == 1
    assert hefbomen["contract"] == hefbomen["dagen"] == 2


def test_wat_niet_te_vullen_is_klopt_met_alles_uitproberen() -> None:
    for zaad in range(6):
        toeval = random.Random(zaad)
        diensten = [
            _dienst(dag, van, tot)
            for dag in range(3)
            for van, tot in (("08:00", "16:00"), ("15:00", "23:00"))
        ]
        mensen = [_mens(n, contract_uren=toeval.choice((8, 16)), beschikbaar=dict.fromkeys(toeval.sample(DAGEN[:3], 2), "08:00-24:00")) for n in "ABC"]  # fmt: skip
        document = {"diensten": diensten, "medewerkers": mensen}
        gevraagd = lees_rooster(document)
        best = 99
        for keus in itertools.product((None, 0, 1, 2), repeat=len(diensten)):
            if not keur(gevraagd, [(wie, nr) for nr, wie in enumerate(keus) if wie is not None]):
                best = min(best, keus.count(None))
        uit = rooster(document)
        assert (uit["onbezet"], uit["onbezet_bewezen"]) == (best, True)


def test_een_senior_is_er_zolang_dat_kan_en_anders_staat_er_wanneer_niet() -> None:
    diensten = [_dienst(0, "08:00", "12:00", 2), _dienst(0, "12:00", "16:00", 2)]
    mensen = [_mens("A"), _mens("B"), _mens("C", senior=True), _mens("D", senior=True)]
    uit = rooster({"diensten": diensten, "medewerkers": mensen})
    assert uit["zonder_senior"] == []
    for dienst in uit["diensten"]:
        assert {"C", "D"} & set(dienst["medewerkers"])
    een = rooster({"diensten": diensten, "medewerkers": [m | {"senior": m["id"] == "C"} for m in mensen]})
    assert len(een["zonder_senior"]) == 8
    assert een["onbezet"] == 0


def test_avonden_worden_eerlijk_verdeeld() -> None:
    diensten = [_dienst(dag, *tijd) for dag in range(5) for tijd in (("09:00", "13:00"), ("17:00", "21:00"))]
    uit = rooster({"diensten": diensten, "medewerkers": [_mens(n) for n in "ABCDE"]})
    assert [mens["avonden"] for mens in uit["medewerkers"]] == [1] * 5
    assert uit["onbezet"] == 0


def test_de_nacht_waarin_de_klok_vooruit_gaat_is_een_uur_korter() -> None:
    """From 21:00 to 08:00 are eleven hours on the clock, and ten in that night."""
    for zondag, kan in ((date(2026, 3, 29), False), (date(2026, 3, 22), True), (date(2026, 10, 25), True)):
        diensten = [
            {"datum": str(zondag - timedelta(days=1)), "van": "13:00", "tot": "21:00", "mensen": 1},
            {"datum": str(zondag), "van": "08:00", "tot": "16:00", "mensen": 1},
        ]
        uit = rooster({"diensten": diensten, "medewerkers": [_mens("A")]})
        assert (uit["onbezet"] == 0) == kan


def test_groot_genoeg_voor_een_lijn_met_duizenden_gesprekken() -> None:
    gepland = antwoord.plan(scenario(vraag=vraag(1500)), standaardkalender())
    document = {"diensten": gepland["diensten"], "medewerkers": _ploeg(30, 5)}
    uit = rooster(document)
    _controleer(document, uit)
    assert uit["onbezet_bewezen"]


GOED = {"diensten": [_dienst(0, "08:00", "16:00")], "medewerkers": [_mens("A")]}
SLECHT = {
    "geen dienst": ({"diensten": []}, "/diensten"),
    "geen mens": ({"medewerkers": []}, "/medewerkers"),
    "dienst dubbel": ({"diensten": [_dienst(0, "08:00", "16:00")] * 2}, "/diensten/1"),
    "dienst over middernacht": ({"diensten": [_dienst(0, "20:00", "04:00")]}, "/diensten/0/van"),
    "dienst voor niemand": ({"diensten": [_dienst(0, "08:00", "16:00", 0)]}, "/diensten/0/mensen"),
    "pauze erbuiten": ({"diensten": [_dienst(0, "08:00", "16:00") | {"pauze": "17:00"}]}, "/diensten/0/pauze"),
    "mens dubbel": ({"medewerkers": [_mens("A"), _mens("A")]}, "/medewerkers/1"),
    "mens zonder naam": ({"medewerkers": [_mens(" ")]}, "/medewerkers/0/id"),
    "contract nul": ({"medewerkers": [_mens("A", contract_uren=0)]}, "/medewerkers/0/contract_uren"),
    "contract ontbreekt": ({"medewerkers": [_mens("A", contract_uren=None)]}, "/medewerkers/0/contract_uren"),
    "beschikbaar andersom": ({"medewerkers": [_mens("A", beschikbaar={"ma": "17:00-09:00"})]}, "/medewerkers/0/beschikbaar/ma"),
    "beschikbaar op een vreemde dag": ({"medewerkers": [_mens("A", beschikbaar={"mon": "09:00-17:00"})]}, "/medewerkers/0/beschikbaar/mon"),
    "senior in woorden": ({"medewerkers": [_mens("A", senior="ja")]}, "/medewerkers/0/senior"),
    "afwezig geen datum": ({"medewerkers": [_mens("A", afwezig=["2026-02-30"])]}, "/medewerkers/0/afwezig/0"),
    "avond geen tijd": ({"avond_vanaf": "laat"}, "/avond_vanaf"),
    "vreemd veld": ({"medewerkers": [_mens("A", bsn="123456782")]}, "/medewerkers/0/bsn"),
}  # fmt: skip


@pytest.mark.parametrize("naam", SLECHT)
def test_slechte_invoer(naam: str) -> None:
    anders, plek = SLECHT[naam]
    with pytest.raises(Geweigerd) as weigering:
        rooster(json.loads(json.dumps(GOED | anders)))
    assert plek in [fout.plaats.plek for fout in weigering.value.fouten]
