"""What is wrong is refused with exit 2, a problem document that names place and remedy in two languages, and no output."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.schemes.schuldhulp.hulp import Opdracht, vordering

KREDIET = {"maandtermijn": "50.00", "looptijd_maanden": 18, "effectief_jaarpercentage": "8.0"}
TWEE = [vordering("A", "2000.00", "preferent"), vordering("B", "5000.00")]
VERDELING = {"pot": "900.00", "vorderingen": TWEE}
CAPACITEIT = {"netto_inkomen": "1846.00", "vtlb": "1562.86", "beleid": "nvvk-2024-07", "datum": "2026-07-15"}
BVV = {"leefsituatie": "alleenstaande", "netto_inkomen": "1200.00", "datum": "2026-07-15"}
VTLB = {"bvv": "1500.00", "datum": "2026-07-15", "posten": [{"post": "alimentatie", "bedrag": "10.00"}]}
WAARBORG = {"kredietsom": "1000.00", "looptijd_maanden": 18, "datum": "2026-07-15"}
CLAIM = {"netto_kredietsom": "1000.00", "afgeloste_hoofdsom": "300.00", "verschuldigde_kredietvergoeding": "24.45", "vervroegde_aflossing": "10.15", "lopende_rente": "0.12", "stand": "AFGEGEVEN"}  # fmt: skip
TERMIJN = {"soort": "beslistermijn", "start": "2026-03-02"}
PAUZE = {"van": "2026-04-01", "tot": "2026-04-10", "grond": "onvolledig"}
DWANGSOM = {"dagen_te_laat": 20, "aanvragers": 1, "ontvangst_ingebrekestelling": "2026-02-01"}
SPAREN = {"capaciteit": "50.00", "vorderingen": TWEE}
WSNP = {"capaciteit": "50.00", "vorderingen": TWEE, "datum": "2026-07-15", "salaris_bewindvoerder": "60.00", "griffierecht": "20.00"}  # fmt: skip
LOOPTIJD = {
    "maandtermijn": "50.00",
    "effectief_jaarpercentage": "8.0",
    "vorderingen": TWEE,
    "start": "2026-07-15",
}
HERZIENING = {
    "van": "2024-01-15", "naar": "2026-07-15", "zaken": [
        {"id": "Z1", "berekening": "bvv", "invoer": {"leefsituatie": "paar", "netto_inkomen": "9000.00", "inkomensgroep": "hoog"}},
        {"id": "Z2", "berekening": "capaciteit", "invoer": {"netto_inkomen": "1400.00", "vtlb": "1200.00", "beleid": "wsnp"}},
    ],
}  # fmt: skip
GOED = {
    "krediet": KREDIET, "verdeling": VERDELING, "capaciteit": CAPACITEIT, "bvv": BVV, "vtlb": VTLB, "waarborg": WAARBORG, "claim": CLAIM,
    "termijn": TERMIJN, "dwangsom": DWANGSOM, "schuldbemiddeling": SPAREN, "wsnp-vergelijking": WSNP, "looptijdvergelijking": LOOPTIJD, "norm-herziening": HERZIENING,
}  # fmt: skip


def met(naam: str, **anders: Any) -> dict[str, Any]:
    """A document that is right, but for this; None takes the field out."""
    return {veld: waarde for veld, waarde in (GOED[naam] | anders).items() if waarde is not None}


def een(**anders: Any) -> dict[str, Any]:
    return met("verdeling", vorderingen=[TWEE[0] | anders, TWEE[1]])


SLECHT: list[tuple[str, Any, str, str]] = [
    # an amount that is none
    ("krediet", met("krediet", maandtermijn=50), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn=50.0), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="50"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="50.0"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="50.001"), "bedrag_meerduidig", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="50.0001"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="1.234"), "bedrag_meerduidig", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="1,234"), "bedrag_meerduidig", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="12,50"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="1.234,50"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="-50.00"), "bedrag_negatief", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="-0.00"), "bedrag_negatief", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="+50.00"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn=" 50.00"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="50.00\n"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="€ 50.00"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="vijftig"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="５０.００"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="NaN"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="1e999"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="0050.00"), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn="9999999999.00"), "bedrag_te_hoog", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn=["50.00"]), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn=True), "bedrag_onjuist", "/maandtermijn"),
    ("krediet", met("krediet", maandtermijn=None), "veld_ontbreekt", "/maandtermijn"),
    ("krediet", {**KREDIET, "maandtermijn": None}, "veld_ontbreekt", "/maandtermijn"),
    # a credit that cannot be
    ("krediet", met("krediet", maandtermijn="0.00"), "maandtermijn_nul", "/maandtermijn"),
    ("krediet", met("krediet", capaciteit="49.99"), "boven_capaciteit", "/maandtermijn"),
    ("krediet", met("krediet", looptijd_maanden=0), "getal_onjuist", "/looptijd_maanden"),
    ("krediet", met("krediet", looptijd_maanden=61), "getal_onjuist", "/looptijd_maanden"),
    ("krediet", met("krediet", looptijd_maanden=-18), "getal_onjuist", "/looptijd_maanden"),
    ("krediet", met("krediet", looptijd_maanden="18"), "getal_onjuist", "/looptijd_maanden"),
    ("krediet", met("krediet", looptijd_maanden=18.0), "getal_onjuist", "/looptijd_maanden"),
    ("krediet", met("krediet", looptijd_maanden=True), "getal_onjuist", "/looptijd_maanden"),
    ("krediet", met("krediet", effectief_jaarpercentage=8), "percentage_onjuist", "/effectief_jaarpercentage"),
    ("krediet", met("krediet", effectief_jaarpercentage="8,0"), "percentage_onjuist", "/effectief_jaarpercentage"),
    ("krediet", met("krediet", effectief_jaarpercentage="-1"), "percentage_onjuist", "/effectief_jaarpercentage"),
    ("krediet", met("krediet", effectief_jaarpercentage="8%"), "percentage_onjuist", "/effectief_jaarpercentage"),
    ("krediet", met("krediet", effectief_jaarpercentage="Infinity"), "percentage_onjuist", "/effectief_jaarpercentage"),
    ("krediet", met("krediet", effectief_jaarpercentage="15.01"), "rente_te_hoog", "/effectief_jaarpercentage"),
    ("krediet", met("krediet", effectief_jaarpercentage="10.1", datum="2022-06-01"), "rente_te_hoog", "/effectief_jaarpercentage"),
    ("krediet", met("krediet", datum="2019-01-01"), "norm_ontbreekt", "/datum"),
    ("krediet", met("krediet", datum="2026-02-30"), "datum_onjuist", "/datum"),
    ("krediet", met("krediet", datum="15-07-2026"), "datum_onjuist", "/datum"),
    ("krediet", met("krediet", datum=20260715), "datum_onjuist", "/datum"),
    ("krediet", met("krediet", datum="1899-12-31"), "datum_buiten_bereik", "/datum"),
    ("krediet", met("krediet", rente="8.0"), "veld_onbekend", "/rente"),
    # claims and a pot
    ("verdeling", een(rang=None), "veld_ontbreekt", "/vorderingen/0/rang"),
    ("verdeling", een(rang="bevoorrecht"), "keuze_onjuist", "/vorderingen/0/rang"),
    ("verdeling", een(rang=["preferent"]), "keuze_onjuist", "/vorderingen/0/rang"),
    ("verdeling", een(id=""), "tekst_onjuist", "/vorderingen/0/id"),
    ("verdeling", een(id="   "), "tekst_onjuist", "/vorderingen/0/id"),
    ("verdeling", een(id=7), "tekst_onjuist", "/vorderingen/0/id"),
    ("verdeling", een(id="A" * 65), "tekst_onjuist", "/vorderingen/0/id"),
    ("verdeling", een(id="A\tB"), "tekst_onjuist", "/vorderingen/0/id"),
    ("verdeling", een(id="B"), "vordering_dubbel", "/vorderingen/1/id"),
    ("verdeling", een(bedrag="0.00"), "vordering_nul", "/vorderingen/0/bedrag"),
    ("verdeling", een(bedrag="-1.00"), "bedrag_negatief", "/vorderingen/0/bedrag"),
    ("verdeling", een(**{"a/b~c": 1}), "veld_onbekend", "/vorderingen/0/a~1b~0c"),
    ("verdeling", een(peildatum="2026-07-16") | {"datum": "2026-07-15"}, "peildatum_later", "/vorderingen/0/peildatum"),
    ("verdeling", met("verdeling", vorderingen=[]), "lijst_onjuist", "/vorderingen"),
    ("verdeling", met("verdeling", vorderingen={}), "lijst_onjuist", "/vorderingen"),
    ("verdeling", met("verdeling", vorderingen=["A"]), "object_onjuist", "/vorderingen/0"),
    ("verdeling", met("verdeling", pot="7000.00"), "pot_betaalt_alles", "/pot"),
    ("verdeling", met("verdeling", pot="7000.01"), "pot_betaalt_alles", "/pot"),
    ("verdeling", met("verdeling", vorderingen=[vordering("A", "9000.00", "separatist"), vordering("B", "9000.00", "uitgesloten")]), "niemand_deelt", "/vorderingen"),
    ("schuldbemiddeling", met("schuldbemiddeling", capaciteit="400.00"), "pot_betaalt_alles", "/capaciteit"),
    ("schuldbemiddeling", met("schuldbemiddeling", looptijd_maanden=0), "getal_onjuist", "/looptijd_maanden"),
    # income and policy
    ("capaciteit", met("capaciteit", beleid="nvvk"), "keuze_onjuist", "/beleid"),
    ("capaciteit", met("capaciteit", datum="2024-06-30"), "norm_ontbreekt", "/datum"),
    ("capaciteit", met("capaciteit", datum=None), "veld_ontbreekt", "/datum"),
    ("capaciteit", met("capaciteit", netto_inkomen="1846,00"), "bedrag_onjuist", "/netto_inkomen"),
    ("bvv", met("bvv", datum="2020-12-31"), "norm_ontbreekt", "/datum"),
    ("bvv", met("bvv", netto_inkomen="2000.00"), "norm_ontbreekt", "/datum"),
    ("bvv", met("bvv", inkomensgroep="hoog"), "inkomensgroep_onmogelijk", "/inkomensgroep"),
    ("bvv", met("bvv", netto_inkomen="1500.00", inkomensgroep="laag"), "inkomensgroep_onmogelijk", "/inkomensgroep"),
    ("bvv", met("bvv", leefsituatie="samenwonend"), "keuze_onjuist", "/leefsituatie"),
    ("vtlb", met("vtlb", posten=[{"post": "werktoeslag"}]), "norm_ontbreekt", "/datum"),
    ("vtlb", met("vtlb", posten=VTLB["posten"] * 2), "post_dubbel", "/posten/1/post"),
    ("vtlb", met("vtlb", posten=[{"post": "compensatiekop_in_bvv", "bedrag": "1500.01"}]), "vtlb_negatief", "/posten"),
    ("wsnp-vergelijking", met("wsnp-vergelijking", griffierecht=None), "norm_ontbreekt", "/datum"),
    ("looptijdvergelijking", met("looptijdvergelijking", maandtermijn="0.00"), "maandtermijn_nul", "/maandtermijn"),
    # the guarantee fund
    ("waarborg", met("waarborg", kredietsom="0.00"), "kredietsom_nul", "/kredietsom"),
    ("waarborg", met("waarborg", datum="2021-12-31"), "norm_ontbreekt", "/datum"),
    ("waarborg", met("waarborg", proforma={"kredietsom": "5000.00"}), "veld_ontbreekt", "/proforma/uitkomst"),
    ("waarborg", met("waarborg", gemeente_op_lijst="ja"), "keuze_onjuist", "/gemeente_op_lijst"),
    ("claim", met("claim", stand="AFGEWEZEN"), "claim_niet_mogelijk", "/stand"),
    ("claim", met("claim", stand="afgegeven"), "keuze_onjuist", "/stand"),
    ("claim", met("claim", afgeloste_hoofdsom="2000.00"), "claim_leeg", "/afgeloste_hoofdsom"),
    # terms and penalty
    ("termijn", met("termijn", soort="eerste gesprek"), "keuze_onjuist", "/soort"),
    ("termijn", met("termijn", start="2026-13-01"), "datum_onjuist", "/start"),
    ("termijn", met("termijn", start="2199-12-31"), "kalender_ontbreekt", "/start"),
    ("termijn", met("termijn", opschortingen=[{"van": "2026-04-01", "tot": "2026-04-10"}]), "veld_ontbreekt", "/opschortingen/0/grond"),
    ("termijn", met("termijn", opschortingen=[{"van": "2026-04-01", "grond": "onvolledig"}]), "veld_ontbreekt", "/opschortingen/0/tot"),
    ("termijn", met("termijn", opschortingen=[PAUZE | {"grond": "  "}]), "tekst_onjuist", "/opschortingen/0/grond"),
    ("termijn", met("termijn", opschortingen=[PAUZE | {"tot": "2026-03-31"}]), "opschorting_omgekeerd", "/opschortingen/0/tot"),
    ("termijn", met("termijn", opschortingen=[PAUZE | {"van": "2026-01-01", "tot": "2026-01-31"}]), "opschorting_voor_start", "/opschortingen/0/tot"),
    ("termijn", met("termijn", opschortingen=[PAUZE | {"tot": "2126-04-10"}]), "opschorting_te_lang", "/opschortingen/0/tot"),
    ("termijn", met("termijn", soort="bezwaar", opschortingen=[PAUZE]), "opschorting_kan_niet", "/opschortingen/0"),
    ("dwangsom", met("dwangsom", dagen_te_laat=-1), "getal_onjuist", "/dagen_te_laat"),
    ("dwangsom", met("dwangsom", dagen_te_laat=20.5), "getal_onjuist", "/dagen_te_laat"),
    ("dwangsom", met("dwangsom", aanvragers=0), "getal_onjuist", "/aanvragers"),
    ("dwangsom", met("dwangsom", ontvangst_ingebrekestelling="2018-12-31"), "norm_ontbreekt", "/ontvangst_ingebrekestelling"),
    # a caseload
    ("norm-herziening", met("norm-herziening", naar="2024-01-15"), "zelfde_dag", "/naar"),
    ("norm-herziening", met("norm-herziening", zaken=GOED["norm-herziening"]["zaken"] * 2), "zaak_dubbel", "/zaken/0/id"),
    ("norm-herziening", met("norm-herziening", zaken=[{"id": "Z", "berekening": "claim", "invoer": {}}]), "berekening_onbekend", "/zaken/0/berekening"),
    ("norm-herziening", met("norm-herziening", zaken=[{"id": "Z", "berekening": "bvv", "invoer": []}]), "object_onjuist", "/zaken/0/invoer"),
    # no document
    ("krediet", b"", "json_onjuist", ""),
    ("krediet", b"   ", "json_onjuist", ""),
    ("krediet", b"maandtermijn=50", "json_onjuist", ""),
    ("krediet", b"{'maandtermijn': '50.00'}", "json_onjuist", ""),
    ("krediet", b'{"maandtermijn": "50.00",}', "json_onjuist", ""),
    ("krediet", b'{"maandtermijn": "50.00"} {}', "json_onjuist", ""),
    ("krediet", b"\xff\xfe", "json_onjuist", ""),
    ("krediet", b"[]", "object_onjuist", ""),
    ("krediet", b"null", "object_onjuist", ""),
    ("krediet", b'"50.00"', "object_onjuist", ""),
    ("krediet", b'{"maandtermijn": NaN}', "json_onjuist", "/maandtermijn"),
    ("krediet", b'{"maandtermijn": -Infinity}', "json_onjuist", "/maandtermijn"),
    ("krediet", b'{"looptijd_maanden": ' + b"9" * 5000 + b"}", "json_onjuist", "/looptijd_maanden"),
    ("krediet", b'{"maandtermijn": 1e999}', "bedrag_onjuist", "/maandtermijn"),
    ("krediet", b'{"maandtermijn": 1.' + b"1" * 5000 + b"}", "json_onjuist", "/maandtermijn"),
    ("krediet", b'{"maandtermijn": "50.00\\u0000"}', "json_onjuist", "/maandtermijn"),
    ("krediet", b'{"maandtermijn": "\\ud800"}', "json_onjuist", "/maandtermijn"),
    ("krediet", b'{"maandtermijn": "50.00", "maandtermijn": "60.00"}', "dubbel_veld", "/maandtermijn"),
    ("verdeling", b'{"pot":"1.00","vorderingen":[{"id":"A","id":"B"}]}', "dubbel_veld", "/vorderingen/0/id"),
    ("krediet", b"[" * 100_000 + b"]" * 100_000, "json_onjuist", ""),
    ("krediet", b'{"a":' * 30 + b"1" + b"}" * 30, "json_onjuist", "/a" * 20),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "document", "code", "plek"), SLECHT, ids=[f"{n}-{rij[2]}-{rij[3]}" for n, rij in enumerate(SLECHT)])  # fmt: skip
def test_geweigerd_met_plaats_en_remedie(
    opdracht: Opdracht, naam: str, document: Any, code: str, plek: str
) -> None:
    uit = opdracht.bereken(naam, document)
    assert (uit.code, uit.stdout) == (2, "")
    probleem = uit.probleem
    assert uit.stderr.count("\n") == 1
    gevonden = {(fout["code"], fout["plek"]): fout for fout in probleem["fouten"]}
    assert (code, plek) in gevonden, probleem
    for tekst in (probleem["tekst"], gevonden[code, plek]["tekst"]):
        assert tekst.endswith((".", ".)")), tekst
    assert gevonden[code, plek]["tekst"] != gevonden[code, plek]["text"]


def test_elk_goed_document_waar_de_slechte_van_zijn_gemaakt_is_goed(opdracht: Opdracht) -> None:
    """So that each of the above is refused for what is wrong in it, and for nothing else."""
    for naam, document in GOED.items():
        uit = opdracht.bereken(naam, document)
        assert (uit.code, uit.stderr) == (0, ""), (naam, uit.stderr)
        assert uit.stdout.count("\n") == 1
        assert len(uit.document["hash"]) == 64


def test_alle_fouten_komen_in_een_keer(opdracht: Opdracht) -> None:
    uit = opdracht.bereken("krediet", {"maandtermijn": "x", "looptijd_maanden": 0, "rente": 1})
    assert [fout["plek"] for fout in uit.probleem["fouten"]] == [
        "/rente", "/maandtermijn", "/looptijd_maanden", "/effectief_jaarpercentage",
    ]  # fmt: skip


def test_bij_heel_veel_fouten_staan_de_eerste_honderd_er_en_hoeveel_er_nog_zijn(opdracht: Opdracht) -> None:
    probleem = opdracht.bereken("verdeling", met("verdeling", vorderingen=[{}] * 1000)).probleem
    assert len(probleem["fouten"]) == 101
    assert probleem["fouten"][-1]["tekst"] == "Er zijn nog 2900 fouten. Verbeter deze eerst."


def test_een_onbekende_berekening_noemt_de_bekende(opdracht: Opdracht) -> None:
    uit = opdracht("bereken", "belasting", stdin=b"{}")
    assert (uit.code, uit.stdout, uit.probleem["code"]) == (2, "", "berekening_onbekend")
    for naam in GOED:
        assert naam in uit.probleem["tekst"]


def test_het_overzicht_noemt_elke_berekening_met_haar_velden(opdracht: Opdracht) -> None:
    uit = opdracht("berekeningen", "--json").document["berekeningen"]
    assert {deel["naam"] for deel in uit} == set(GOED)
    for deel in uit:
        namen = {veld["naam"] for veld in deel["velden"]}
        assert (
            {veld["naam"] for veld in deel["velden"] if veld["verplicht"]} <= set(GOED[deel["naam"]]) <= namen
        )
    mens = opdracht("berekeningen").stdout
    assert all(naam in mens for naam in GOED)


def test_wat_goed_is_aan_json_blijft_goed(opdracht: Opdracht) -> None:
    """Spaces, order, escapes and a UTF-8 name change nothing, the hash included."""
    een = opdracht.bereken("verdeling", VERDELING).document
    anders = json.dumps(dict(reversed(VERDELING.items())), indent=3).replace('"A"', '"\\u0041"').encode()
    assert opdracht.bereken("verdeling", anders).document == een
    met_naam = met("verdeling", vorderingen=[vordering("Café Zürich", "100.00"), TWEE[1]])
    assert opdracht.bereken("verdeling", met_naam).document["uitkeringen"][0]["id"] == "Café Zürich"
