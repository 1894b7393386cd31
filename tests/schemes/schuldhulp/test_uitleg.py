"""Every answer explains itself, and the same input gives the same hash for ever."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samenhang.kernel.normen import Norm, Normen, laad_normen, normen
from samenhang.schemes.schuldhulp.domain.antwoord import overzicht
from samenhang.schemes.schuldhulp.domain.berekeningen import BEREKENINGEN, reken
from samenhang.schemes.schuldhulp.domain.capaciteit import Beleid
from samenhang.schemes.schuldhulp.domain.herziening import HERZIENBAAR, herzie
from samenhang.schemes.schuldhulp.domain.termijnen import TERMIJNEN, VANAF, Termijnsoort
from tests.schemes.schuldhulp.hulp import bereken, vordering
from tests.schemes.schuldhulp.test_slechte_invoer import GOED

BEVROREN = json.loads((Path(__file__).parent / "bevroren.json").read_text("utf-8"))
"""Hashes of answers that were given: whoever changes one gives the engine another version (MOTOR)."""
MOTOREN = {"norm-herziening": "schuldhulp-2", "waarborg": "schuldhulp-2"}


@pytest.mark.parametrize("naam", GOED)
def test_de_hash_van_een_oud_antwoord_blijft(naam: str) -> None:
    assert bereken(naam, GOED[naam])["hash"] == BEVROREN[naam]


@pytest.mark.parametrize("naam", [deel["naam"] for deel in overzicht()])
def test_elk_antwoord_legt_zich_uit(naam: str) -> None:
    uit = bereken(naam, GOED[naam])
    assert (uit["motor"], len(uit["hash"])) == (MOTOREN.get(naam, "schuldhulp-1"), 64)
    assert bereken(naam, json.loads(json.dumps(GOED[naam])))["hash"] == uit["hash"]
    assert bool(uit["beleid"]) is ("beleid" in json.dumps(GOED[naam]))
    assert uit["trace"]
    for regel in uit["trace"]:
        assert set(regel) == {
            "label",
            "label_en",
            "formule",
            "formule_en",
            "waarde",
            "norm",
            "artikel",
            "status",
        }
        assert regel["label"] != regel["label_en"] or regel["label"] in {"Alimentatie"}, regel
        assert regel["formule"], regel
        assert regel["waarde"], regel
    gebruikt = {norm["naam"] for norm in uit["normset"]["normen"]}
    assert {regel["norm"] for regel in uit["trace"]} - {""} <= gebruikt
    for norm in uit["normset"]["normen"]:
        assert norm["bron"]
        assert norm["status"] in ("bevestigd", "ongeverifieerd", "beleid")
    if any(norm["status"] == "ongeverifieerd" for norm in uit["normset"]["normen"]):
        assert uit["status"] == "ongeverifieerd"
    assert bool(uit["normset"]["id"]) is bool(gebruikt)


def test_een_andere_bron_verandert_de_hash_niet_en_een_ander_bedrag_wel() -> None:
    eigen = normen().reeksen["dwangsom.dagbedrag.dag_1_14"]
    vraag, wat = BEREKENINGEN["dwangsom"], GOED["dwangsom"]

    def met(waarde: str, bron: str) -> str:
        rij = Norm("dwangsom.dagbedrag.dag_1_14", waarde, date(2026, 1, 1), None, bron, "bevestigd")
        anders = Normen(normen().reeksen | {rij.naam: (eigen[0], rij)})
        return str(reken(vraag, wat, anders).document()["hash"])

    assert met("23.00", "Stb. 2026, 1") == bereken("dwangsom", wat)["hash"]
    assert met("24.00", "Stb. 2026, 1") != bereken("dwangsom", wat)["hash"]


def test_dezelfde_rente_anders_geschreven_is_dezelfde_berekening() -> None:
    een = bereken("krediet", GOED["krediet"])
    assert bereken("krediet", GOED["krediet"] | {"effectief_jaarpercentage": "8.00"})["hash"] == een["hash"]
    assert bereken("krediet", GOED["krediet"] | {"effectief_jaarpercentage": "8.1"})["hash"] != een["hash"]


def test_de_middengroep_rekent_zodra_haar_coefficienten_er_zijn(tmp_path: Path) -> None:
    """0.95·B + ((C-D)/12)·E + ((H·C² + I·C) - J) + ((C-D)/12)·K, worked out by hand; indicative, never above the maximum."""
    rijen = [("norm.alleenstaande", "1348.49"), ("maximum.alleenstaande", "1500.00")]
    rijen += [(f"midden.{letter}.alleenstaande", waarde) for letter, waarde in zip("DEHIJK", ("18000", "0.1", "0", "0.001", "20", "0.02"), strict=True)]  # fmt: skip
    (tmp_path / "bvv.toml").write_text("".join(
        f'[[norm]]\nnaam = "bvv.{naam}"\nvanaf = 2026-07-01\nwaarde = "{waarde}"\nbron = "proef"\nstatus = "ongeverifieerd"\n' for naam, waarde in rijen
    ))  # fmt: skip
    eigen, bvv = laad_normen(tmp_path), BEREKENINGEN["bvv"]
    vraag = GOED["bvv"] | {"netto_inkomen": "2000.00", "belastbaar_jaarinkomen": "24000.00"}
    uit = reken(bvv, vraag, eigen).document()
    # 1348.49 + 500 x 0.1 + (24 - 20) + 500 x 0.02
    assert (uit["beslagvrije_voet"], uit["inkomensgroep"], uit["indicatief"]) == ("1412.49", "midden", True)
    hoger = reken(bvv, vraag | {"belastbaar_jaarinkomen": "60000.00"}, eigen).document()
    assert hoger["beslagvrije_voet"] == "1500.00"


def test_elk_beleid_en_elke_termijn_staat_in_de_gegevens() -> None:
    bekend = {naam.split(".")[1] for naam in normen().namen("beleid.")}
    assert bekend == {str(deel) for deel in Beleid}
    assert [regel.naam for regel in TERMIJNEN] == [str(soort) for soort in Termijnsoort]
    assert {regel.vanaf for regel in TERMIJNEN} == set(VANAF)
    assert all(regel.artikel and regel.gevolg.nl for regel in TERMIJNEN)


def herziening(*zaken: dict[str, Any], van: str = "2026-01-15", naar: str = "2026-07-15") -> dict[str, Any]:
    rijen = [{"id": f"Z{n}", **zaak} for n, zaak in enumerate(zaken)]
    return herzie({"van": van, "naar": naar, "zaken": rijen})


def test_een_herziening_noemt_wie_verandert_en_waardoor() -> None:
    laag = {"berekening": "bvv", "invoer": {"leefsituatie": "alleenstaande", "netto_inkomen": "1200.00"}}
    rand = {"berekening": "bvv", "invoer": {"leefsituatie": "alleenstaande", "netto_inkomen": "1410.00"}}
    hoog = {"berekening": "bvv", "invoer": {"leefsituatie": "alleenstaande", "netto_inkomen": "9000.00", "inkomensgroep": "hoog"}}  # fmt: skip
    stuk = {"berekening": "bvv", "invoer": {"leefsituatie": "boot", "netto_inkomen": "1"}}
    uit = herziening(laag, rand, hoog, stuk)
    assert (uit["zaken"], uit["ongewijzigd"], uit["gewijzigd"]) == (4, 1, [])
    niet = {rij["id"]: (rij["code"], rij["datum"]) for rij in uit["niet_te_berekenen"]}
    assert niet == {
        "Z1": ("norm_ontbreekt", "2026-01-15"), "Z2": ("norm_ontbreekt", "2026-01-15"), "Z3": ("keuze_onjuist", "2026-01-15"),
    }  # fmt: skip


def test_een_herziening_van_2023_naar_2024_verhoogt_het_maximum() -> None:
    hoog = {"berekening": "bvv", "invoer": {"leefsituatie": "paar", "netto_inkomen": "9000.00", "inkomensgroep": "hoog"}}  # fmt: skip
    uit = herziening(hoog, van="2023-01-15", naar="2024-01-15")
    (zaak,) = uit["gewijzigd"]
    assert zaak["verschillen"] == [
        {"veld": "beslagvrije_voet", "was": "2470.03", "wordt": "2631.49"}, {"veld": "beslagbaar", "was": "6529.97", "wordt": "6368.51"},
    ]  # fmt: skip
    assert (
        zaak["door"] == [{"naam": "bvv.maximum.paar", "was": "2470.03", "wordt": "2631.49"}] == uit["normen"]
    )
    gebruikt = [(rij["naam"], rij["waarde"]) for rij in uit["normset"]["normen"]]
    assert [waarde for naam, waarde in gebruikt if naam == "bvv.maximum.paar"] == ["2470.03", "2631.49"]
    (norm,) = [regel for regel in uit["trace"] if regel["norm"]]
    assert (norm["formule"], norm["waarde"], norm["status"]) == ("2470.03 → 2631.49", "2631.49", "bevestigd")
    terug = herziening(hoog, van="2024-01-15", naar="2023-01-15")
    assert [regel["waarde"] for regel in terug["trace"]] == ["1", "2470.03", "1", "0", "0"]
    assert (terug["normset"], terug["hash"] != uit["hash"]) == (uit["normset"], True)


def test_een_herziening_weegt_als_haar_minst_zekere_zaak_en_noemt_elk_beleid() -> None:
    """A norm that changes no outcome changes the hash too: it was used."""
    onzeker = {"berekening": "bvv", "invoer": {"leefsituatie": "paar", "netto_inkomen": "1000.00"}}
    zaken = [
        {
            "berekening": "capaciteit",
            "invoer": {"netto_inkomen": "1400.00", "vtlb": "1200.00", "beleid": naam},
        }
        for naam in ("wsnp", "nvvk-2024-07")
    ]
    dagen = {"van": "2026-07-15", "naar": "2026-07-16"}
    uit = herziening(*zaken, onzeker, **dagen)
    assert (uit["beleid"], uit["status"], uit["ongewijzigd"]) == ("nvvk-2024-07, wsnp", "ongeverifieerd", 3)
    assert herziening(zaken[1], **dagen)["status"] == "bevestigd"
    naam = "beleid.wsnp.ondergrens"
    ander = tuple(dataclasses.replace(rij, waarde="0.01") for rij in normen().reeksen[naam])
    vraag = {**dagen, "zaken": [{"id": "Z", **zaken[0]}]}
    anders = herzie(vraag, Normen(normen().reeksen | {naam: ander}))
    assert anders["ongewijzigd"] == 1
    assert anders["hash"] != herzie(vraag)["hash"]


def test_alleen_wat_een_dag_heeft_kan_naar_een_andere_dag() -> None:
    assert set(BEREKENINGEN) - set(HERZIENBAAR) == {"claim"}
    uit = herziening({"berekening": "dwangsom", "invoer": {"dagen_te_laat": 10}})
    assert (uit["ongewijzigd"], uit["normen"]) == (1, [])


def test_een_verdeling_houdt_haar_hash_bij_een_ander_bedrag_niet() -> None:
    een = bereken("verdeling", {"pot": "900.00", "vorderingen": [vordering("A", "2000.00")]})
    twee = bereken("verdeling", {"pot": "900.01", "vorderingen": [vordering("A", "2000.00")]})
    assert een["hash"] != twee["hash"]
