"""What is wrong is refused with its place and what to do about it, in both languages."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.helplijn.domain.bezetting import antwoord
from tests.schemes.helplijn.bezetting.wereld import MAANDAG, historie, scenario, vraag

KALENDER = standaardkalender()
GOED = scenario(historie=historie(weken=6))
MET_VRAAG = scenario(vraag=vraag(375))
RIJ = {"datum": "2026-08-31", "van": "08:00", "aantal": 3}
TOEKOMST = {"naam": "TV", "soort": "tv", "van": "2026-09-01", "tot": "2026-09-30", "effect_procent": 10}


def _tweede(veld: str, waarde: Any) -> list[dict[str, Any]]:
    rijen = [dict(rij) for rij in GOED["historie"]]
    rijen[1][veld] = waarde
    return rijen


SLECHT: dict[str, tuple[dict[str, Any], str, str]] = {
    "aantal negatief": ({"historie": _tweede("aantal", -2)}, "aantal_negatief", "/historie/1/aantal"),
    "aantal ontbreekt": ({"historie": _tweede("aantal", None)}, "aantal_ontbreekt", "/historie/1/aantal"),
    "half uur ontbreekt": ({"historie": GOED["historie"][:3] + GOED["historie"][4:]}, "aantal_ontbreekt", "/historie"),
    "aantal met komma": ({"historie": _tweede("aantal", Decimal("2.5"))}, "aantal_onjuist", "/historie/1/aantal"),
    "aantal als waar": ({"historie": _tweede("aantal", True)}, "aantal_onjuist", "/historie/1/aantal"),
    "aantal van een maand": ({"historie": _tweede("aantal", 31_000)}, "aantal_te_hoog", "/historie/1/aantal"),
    "telling dubbel": ({"historie": [*GOED["historie"], RIJ]}, "halfuur_dubbel", f"/historie/{len(GOED['historie'])}/van"),
    "geen half uur": ({"historie": _tweede("van", "08:45")}, "tijd_onjuist", "/historie/1/van"),
    "geen tijd": ({"historie": _tweede("van", "25:00")}, "tijd_onjuist", "/historie/1/van"),
    "geen datum": ({"historie": _tweede("datum", "31-08-2026")}, "datum_onjuist", "/historie/1/datum"),
    "dag bestaat niet": ({"historie": _tweede("datum", "2026-02-30")}, "datum_onjuist", "/historie/1/datum"),
    "rij met vreemd veld": ({"historie": [RIJ | {"wie": "x"}]}, "rij_onjuist", "/historie/0"),
    "klok vooruit": ({"historie": [*GOED["historie"], {"datum": "2026-03-29", "van": "02:30", "aantal": 1}]}, "tijd_bestaat_niet", f"/historie/{len(GOED['historie'])}/van"),
    "klok terug": ({"historie": [*GOED["historie"], {"datum": "2025-10-26", "van": "02:00", "aantal": 1}]}, "tijd_dubbelzinnig", f"/historie/{len(GOED['historie'])}/van"),
    "historie te kort": ({"historie": historie(weken=3)}, "historie_te_kort", "/historie"),
    "historie in de toekomst": ({"van": "2026-09-02"}, "historie_in_toekomst", "/historie"),
    "historie te oud": ({"van": "2027-08-02", "tot": "2027-08-06"}, "historie_te_oud", "/historie"),
    "historie leeg": ({"historie": [rij | {"aantal": 0} for rij in GOED["historie"]]}, "historie_leeg", "/historie"),
    "historie geen lijst": ({"historie": 3}, "lijst_onjuist", "/historie"),
    "geen historie": ({"historie": None}, "veld_ontbreekt", "/historie"),
    "historie en vraag": ({"vraag": vraag(375)}, "vraag_dubbel", "/vraag"),
    "dag nooit geteld": ({"open": GOED["open"] | {"za": "10:00-14:00"}, "tot": "2026-09-12"}, "dag_zonder_historie", "/historie"),
    "behandeltijd 0": ({"behandeltijd_s": 0}, "getal_onjuist", "/behandeltijd_s"),
    "behandeltijd negatief": ({"behandeltijd_s": -840}, "getal_onjuist", "/behandeltijd_s"),
    "behandeltijd in woorden": ({"behandeltijd_s": "14 minuten"}, "getal_onjuist", "/behandeltijd_s"),
    "behandeltijd ontbreekt": ({"behandeltijd_s": None}, "veld_ontbreekt", "/behandeltijd_s"),
    "geduld 0": ({"geduld_s": 0}, "getal_onjuist", "/geduld_s"),
    "afhaken zonder geduld": ({"geduld_s": None, "doel": {"norm": "tilburg"}}, "veld_ontbreekt", "/geduld_s"),
    "erlang a zonder geduld": ({"geduld_s": None, "model": "erlang_a"}, "veld_ontbreekt", "/geduld_s"),
    "model onbekend": ({"model": "erlang_x"}, "keuze_onjuist", "/model"),
    "doel 100": ({"doel": {"procent": 100, "seconden": 20}}, "percentage_onjuist", "/doel/procent"),
    "doel 0": ({"doel": {"procent": 0, "seconden": 20}}, "percentage_onjuist", "/doel/procent"),
    "doel 120": ({"doel": {"procent": "120", "seconden": 20}}, "percentage_onjuist", "/doel/procent"),
    "doel zonder seconden": ({"doel": {"procent": 80}}, "veld_ontbreekt", "/doel/seconden"),
    "doel negatieve seconden": ({"doel": {"procent": 80, "seconden": -1}}, "getal_onjuist", "/doel/seconden"),
    "doel vng zonder procent": ({"doel": {"norm": "vng"}}, "veld_ontbreekt", "/doel/procent"),
    "doel onbekende norm": ({"doel": {"norm": "80/20"}}, "keuze_onjuist", "/doel/norm"),
    "afhaken 0": ({"doel": {"norm": "gebruikelijk", "afhaken_procent": 0}}, "percentage_onjuist", "/doel/afhaken_procent"),
    "minder dan twee": ({"minimaal": 1}, "getal_onjuist", "/minimaal"),
    "minder plaatsen dan minimaal": ({"minimaal": 4, "hoogstens": 3}, "plaatsen_te_weinig", "/hoogstens"),
    "open over middernacht": ({"open": {"ma": "22:00-06:00"}}, "openingstijd_onjuist", "/open/ma"),
    "open zonder duur": ({"open": {"ma": "08:00-08:00"}}, "openingstijd_onjuist", "/open/ma"),
    "open op een kwartier": ({"open": {"ma": "08:15-17:00"}}, "openingstijd_onjuist", "/open/ma"),
    "open tot 25": ({"open": {"ma": "08:00-25:00"}}, "openingstijd_onjuist", "/open/ma"),
    "open nooit": ({"open": {}}, "openingstijd_onjuist", "/open"),
    "open ontbreekt": ({"open": None}, "veld_ontbreekt", "/open"),
    "open op een dag die niet bestaat": ({"open": {"maandag": "08:00-17:00"}}, "veld_onbekend", "/open/maandag"),
    "alleen feestdag": ({"van": "2026-12-25", "tot": "2026-12-25"}, "nooit_open", "/open"),
    "gesloten geen datum": ({"gesloten": ["morgen"]}, "datum_onjuist", "/gesloten/0"),
    "einde voor begin": ({"tot": "2026-09-01"}, "periode_omgekeerd", "/tot"),
    "periode te lang": ({"tot": "2026-12-31"}, "periode_te_lang", "/tot"),
    "begin ontbreekt": ({"van": None}, "veld_ontbreekt", "/van"),
    "buiten de kalender": ({"van": "1999-01-04"}, "datum_onjuist", "/van"),
    "campagne omgekeerd": ({"campagnes": [TOEKOMST | {"tot": "2026-08-01"}]}, "periode_omgekeerd", "/campagnes/0/tot"),
    "campagne zonder naam": ({"campagnes": [TOEKOMST | {"naam": ""}]}, "tekst_onjuist", "/campagnes/0/naam"),
    "campagnes tegelijk": ({"campagnes": [TOEKOMST, TOEKOMST]}, "campagnes_tegelijk", "/campagnes/1"),
    "campagne min honderd": ({"campagnes": [TOEKOMST | {"effect_procent": -100}]}, "percentage_onjuist", "/campagnes/0/effect_procent"),
    "campagne zonder effect": ({"campagnes": [TOEKOMST | {"van": "2026-09-08", "effect_procent": None}]}, "campagne_zonder_effect", "/campagnes/0/effect_procent"),
    "vraag min honderd": ({"vraag_procent": -100}, "percentage_onjuist", "/vraag_procent"),
    "vraag in woorden": ({"vraag_procent": "een kwart meer"}, "percentage_onjuist", "/vraag_procent"),
    "dienst over middernacht": ({"diensten": [{"van": "18:00", "tot": "02:00"}]}, "dienst_onjuist", "/diensten/0/van"),
    "dienst buiten opening": ({"diensten": [{"van": "07:00", "tot": "12:00"}]}, "dienst_buiten_opening", "/diensten/0/van"),
    "dienst te lang": ({"open": {"ma": "00:00-24:00"}, "diensten": [{"van": "06:00", "tot": "19:00"}]}, "dienst_te_lang", "/diensten/0/tot"),
    "pauze buiten dienst": ({"diensten": [{"van": "08:00", "tot": "16:00", "pauze": "17:00"}]}, "dienst_onjuist", "/diensten/0/pauze"),
    "langste korter dan kortste": ({"diensten": {"kortst_uren": 6, "langst_uren": 4}}, "periode_omgekeerd", "/diensten/langst_uren"),
    "langste te lang": ({"diensten": {"langst_uren": 14}}, "getal_onjuist", "/diensten/langst_uren"),
    "begin op een kwartier": ({"diensten": {"begin_minuten": 45}}, "getal_onjuist", "/diensten/begin_minuten"),
    "zaad negatief": ({"zaad": -1}, "getal_onjuist", "/zaad"),
    "vreemd veld": ({"behandeltijd": 840}, "veld_onbekend", "/behandeltijd"),
    "schakelaar": ({"bijhouden": "ja"}, "keuze_onjuist", "/bijhouden"),
}  # fmt: skip


@pytest.mark.parametrize("naam", SLECHT)
def test_slechte_invoer_met_plaats_en_herstel(naam: str) -> None:
    anders, code, plek = SLECHT[naam]
    document = {veld: waarde for veld, waarde in (GOED | anders).items() if waarde is not None}
    with pytest.raises(Geweigerd) as weigering:
        antwoord.plan(document, KALENDER)
    gevonden = [(fout.code, fout.plaats.plek) for fout in weigering.value.fouten]
    assert (code, plek) in gevonden
    for fout in weigering.value.fouten:
        assert plek
        assert len(fout.tekst.nl) > len(fout.plaats.plek) + 12
        assert fout.tekst.nl != fout.tekst.en


VRAAG_SLECHT = {
    "half uur mist": (vraag(375)[1:], "aantal_ontbreekt", "/vraag"),
    "buiten opening": ([*vraag(375), {"datum": str(MAANDAG), "van": "21:00", "gesprekken": 1}], "buiten_opening", "/vraag"),
    "dubbel": ([*vraag(375), vraag(375)[0]], "halfuur_dubbel", "/vraag/120/van"),
    "negatief": ([*vraag(375)[1:], vraag(375)[0] | {"gesprekken": -1}], "aantal_onjuist", "/vraag/119/gesprekken"),
    "geen half uur": ([*vraag(375)[1:], vraag(375)[0] | {"van": "08:10"}], "tijd_onjuist", "/vraag/119/van"),
    "leeg": ([], "lijst_onjuist", "/vraag"),
}  # fmt: skip


@pytest.mark.parametrize("naam", VRAAG_SLECHT)
def test_een_slechte_vraag(naam: str) -> None:
    rijen, code, plek = VRAAG_SLECHT[naam]
    with pytest.raises(Geweigerd) as weigering:
        antwoord.plan(MET_VRAAG | {"vraag": rijen}, KALENDER)
    assert (code, plek) in [(fout.code, fout.plaats.plek) for fout in weigering.value.fouten]


CSV = {
    "kolom mist": (b"datum;aantal\n2026-08-31;3\n", "kolommen_onjuist", 1, "kop"),
    "kop dubbel": (b"datum;van;aantal;aantal\n", "kolommen_onjuist", 1, "kop"),
    "leeg bestand": (b"", "kolommen_onjuist", 1, "kop"),
    "geen utf-8": (b"datum;van;aantal\n\xff\xfe", "bestand_onjuist", None, ""),
    "cel te veel": (b"datum;van;aantal\n2026-08-31;08:00;3;4\n", "rij_onjuist", 2, "datum"),
    "aantal leeg": (b"datum;van;aantal\n2026-08-31;08:00;\n", "aantal_ontbreekt", 2, "aantal"),
    "aantal negatief": (b"datum,van,aantal\n2026-08-31,08:00,-3\n", "aantal_negatief", 2, "aantal"),
    "aantal met komma": (b"datum;van;aantal\n2026-08-31;08:00;3,5\n", "aantal_onjuist", 2, "aantal"),
    "aantal in woorden": (b"datum;van;aantal\n2026-08-31;08:00;drie\n", "aantal_onjuist", 2, "aantal"),
    "datum nederlands": (b"datum;van;aantal\n31-08-2026;08:00;3\n", "datum_onjuist", 2, "datum"),
    "tijd fout": (b"datum;van;aantal\n2026-08-31;8 uur;3\n", "tijd_onjuist", 2, "van"),
}


@pytest.mark.parametrize("naam", CSV)
def test_een_slecht_bestand_noemt_regel_en_kolom(naam: str) -> None:
    inhoud, code, regel, kolom = CSV[naam]
    with pytest.raises(Geweigerd) as weigering:
        antwoord.raming(scenario(), KALENDER, inhoud, "tellingen.csv")
    plaats = next(fout.plaats for fout in weigering.value.fouten if fout.code == code)
    if regel:
        assert (plaats.bestand, plaats.regel, plaats.kolom) == ("tellingen.csv", regel, kolom)


def test_een_goed_bestand_is_hetzelfde_als_de_lijst() -> None:
    regels = [f"{r['datum']};{r['van']};{r['aantal']}" for r in GOED["historie"]]
    inhoud = ("\ufeffDatum;Van;Aantal\r\n" + "\r\n".join(regels) + "\r\n").encode()
    uit = antwoord.raming(scenario(), KALENDER, inhoud, "tellingen.csv")
    lijst = antwoord.raming(GOED, KALENDER)
    assert (uit["halfuren"], uit["toets"]) == (lijst["halfuren"], lijst["toets"])
    with pytest.raises(Geweigerd, match="historie"):
        antwoord.raming(GOED, KALENDER, inhoud, "tellingen.csv")


def test_alle_fouten_tegelijk_en_hoogstens_honderd() -> None:
    rijen = [rij | {"aantal": -1} for rij in GOED["historie"]]
    with pytest.raises(Geweigerd) as weigering:
        antwoord.plan(GOED | {"historie": rijen, "behandeltijd_s": 0, "minimaal": 1}, KALENDER)
    fouten = weigering.value.fouten
    assert len(fouten) == 101
    assert fouten[-1].code == "meer_fouten"
    assert {"getal_onjuist", "aantal_negatief"} <= {fout.code for fout in fouten}


@pytest.mark.parametrize(
    "document, plek",
    [
        ({"mensen": -1, "gesprekken_per_halfuur": 3, "behandeltijd_s": 840}, "/mensen"),
        ({"mensen": 3, "gesprekken_per_halfuur": -3, "behandeltijd_s": 840}, "/gesprekken_per_halfuur"),
        ({"mensen": 3, "gesprekken_per_halfuur": 3, "behandeltijd_s": 0}, "/behandeltijd_s"),
        ({"mensen": 3, "gesprekken_per_halfuur": 3, "behandeltijd_s": 840, "geduld_s": 0}, "/geduld_s"),
        ({"mensen": 3, "gesprekken_per_halfuur": 3, "behandeltijd_s": 840, "wacht": 1}, "/wacht"),
        ([], ""),
    ],
)
def test_erlang_weigert_wat_geen_lijn_is(document: Any, plek: str) -> None:
    with pytest.raises(Geweigerd) as weigering:
        antwoord.erlang(document)
    assert plek in [fout.plaats.plek for fout in weigering.value.fouten]


def test_vergelijken_vraagt_een_scenario_en_wat_er_anders_is() -> None:
    with pytest.raises(Geweigerd) as weigering:
        antwoord.vergelijk({"scenario": GOED, "anders": 3}, KALENDER)
    assert weigering.value.fouten[0].plaats.plek == "/anders"
    weg = antwoord.leg_over(GOED, {"geduld_s": None, "doel": {"norm": "vng"}})
    assert "geduld_s" not in weg
    assert weg["doel"] == {"norm": "vng"}
    assert str(MAANDAG + timedelta(days=4)) == weg["tot"]
