"""What partners sent against the BRP: every cause by name, who is certain, and what no answer may do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.schemes.vroegsignalering.domain.brp import Brpadres, BrpUitkomst, Gezocht, Ingeschrevene
from samenhang.schemes.vroegsignalering.domain.brpoorzaken import OORZAKEN
from samenhang.schemes.vroegsignalering.domain.brpvelden import een_letter_anders, zelfde_adres
from samenhang.schemes.vroegsignalering.domain.brpvergelijking import kandidaat, te_bewaren, vergelijk

HIER = "9901"
HUIS = Brpadres("Dorpsstraat", 10, "", "", "2611AB", "Delft", HIER)
ELDERS = Brpadres("Kerkpad", 4, "", "", "6008AB", "Oosterveen", "9902")
GEBOREN = date(1985, 6, 12)
JANSSEN = Ingeschrevene("Anna Berta", "van", "Dijk", GEBOREN, HUIS)
VRAAG = Gezocht("Dijk", "van", "A.B.", "", GEBOREN, "2611AB", 10)


def test_wie_in_alles_gelijk_is_woont_zeker_hier() -> None:
    uitslag = vergelijk(VRAAG, [JANSSEN], HIER)
    assert (uitslag.voorstel, uitslag.zeker, uitslag.verschillen) == (BrpUitkomst.INWONER, True, ())


@pytest.mark.parametrize(
    ("partner", "brp", "code"),
    [
        ({"achternaam": "Jansen", "tussenvoegsel": ""}, {"achternaam": "Janssen", "tussenvoegsel": ""}, "dubbele_letter"),
        ({"achternaam": "Hermann", "tussenvoegsel": ""}, {"achternaam": "Herman", "tussenvoegsel": ""}, "dubbele_letter"),
        ({"achternaam": "Dyk"}, {}, "ij_y"),
        ({"achternaam": "Muller", "tussenvoegsel": ""}, {"achternaam": "Müller", "tussenvoegsel": ""}, "teken"),
        ({"achternaam": "O Brien", "tussenvoegsel": ""}, {"achternaam": "O'Brien", "tussenvoegsel": ""}, "teken"),
        ({"achternaam": "van Dijk", "tussenvoegsel": ""}, {}, "voorvoegsel_in_naam"),
        ({"achternaam": "VANDIJK", "tussenvoegsel": ""}, {}, "voorvoegsel_in_naam"),
        ({"tussenvoegsel": ""}, {}, "voorvoegsel"),
        ({"achternaam": "Vries", "tussenvoegsel": "de"}, {"partner_achternaam": "Vries", "partner_tussenvoegsel": "de"}, "partnernaam"),
        ({"achternaam": "Dijk-de Vries"}, {"partner_achternaam": "Vries", "partner_tussenvoegsel": "de"}, "partnernaam"),
        ({"voorletters": "A."}, {}, "voorletters_minder"),
        ({"voorletters": "", "voornaam": "Anna"}, {}, "voorletters_minder"),
    ],
)  # fmt: skip
def test_een_verschil_in_schrijfwijze_heet_bij_zijn_oorzaak_en_vraagt_geen_mens(
    partner: dict[str, str], brp: dict[str, str], code: str
) -> None:
    uitslag = vergelijk(replace(VRAAG, **partner), [replace(JANSSEN, **brp)], HIER)  # type: ignore[arg-type]  # text fields only
    assert code in uitslag.verschillen
    assert uitslag.zeker
    assert uitslag.voorstel is BrpUitkomst.INWONER


@pytest.mark.parametrize(
    ("partner", "brp", "code", "voorstel"),
    [
        ({"achternaam": "Pietersen"}, {"achternaam": "Pieterzen"}, "tikfout", "inwoner"),
        ({"voorletters": "K."}, {}, "voorletters", "inwoner"),
        ({"geboortedatum": date(1985, 12, 6)}, {}, "dag_maand", "inwoner"),
        ({"geboortedatum": date(1984, 6, 12)}, {}, "geboortedatum", "inwoner"),
        ({"toevoeging": "2"}, {}, "toevoeging", "inwoner"),
        ({"postcode": "2612XX", "huisnummer": 3}, {}, "ander_adres", "inwoner"),
        ({"postcode": "6008AB", "huisnummer": 4}, {"eerder": (ELDERS,)}, "verhuisd_hier", "inwoner"),
        ({"achternaam": "Smit", "tussenvoegsel": ""}, {}, "andere_naam", "inwoner"),
        ({"achternaam": "Bakkerij Dijk", "tussenvoegsel": "", "geboortedatum": None}, {}, "handelsnaam", "inwoner"),
        ({}, {"in_onderzoek": True}, "in_onderzoek", "inwoner"),
        ({}, {"overleden": True}, "overleden", "overleden"),
        ({}, {"vertrokken": True}, "vertrokken", "geen_inwoner"),
        ({}, {"adres": ELDERS, "eerder": (HUIS,)}, "verhuisd", "verhuisd"),
    ],
)  # fmt: skip
def test_elk_ander_verschil_wordt_voorgesteld_en_wacht_op_een_mens(
    partner: dict[str, object], brp: dict[str, object], code: str, voorstel: str
) -> None:
    uitslag = vergelijk(replace(VRAAG, **partner), [replace(JANSSEN, **brp)], HIER)  # type: ignore[arg-type]  # fields of the case
    assert code in uitslag.verschillen
    assert uitslag.voorstel == voorstel
    assert not uitslag.zeker


def test_niemand_gevonden_stelt_niets_voor() -> None:
    uitslag = vergelijk(VRAAG, [], HIER)
    assert (uitslag.voorstel, uitslag.zeker, uitslag.verschillen) == (None, False, ("geen_kandidaat",))
    zaak = vergelijk(replace(VRAAG, achternaam="Kapsalon Krul"), [], HIER)
    assert zaak.verschillen == ("handelsnaam", "geen_kandidaat")


def test_vader_en_zoon_met_dezelfde_voorletters_zijn_zonder_geboortedatum_niet_te_kiezen() -> None:
    zoon = replace(JANSSEN, geboortedatum=date(2005, 1, 2))
    zonder = replace(VRAAG, geboortedatum=None)
    twee = vergelijk(zonder, [JANSSEN, zoon], HIER)
    assert "meer_kandidaten" in twee.verschillen
    assert not twee.zeker
    assert vergelijk(VRAAG, [JANSSEN, zoon], HIER).zeker
    assert vergelijk(zonder, [JANSSEN, replace(zoon, voornamen="Karel")], HIER).zeker


def test_zonder_geboortedatum_en_zonder_voorletters_is_niemand_zeker() -> None:
    kaal = replace(VRAAG, geboortedatum=None, voorletters="")
    assert not vergelijk(kaal, [JANSSEN], HIER).zeker


def test_huisgenoten_en_jarigen_zijn_geen_kandidaat() -> None:
    ander = replace(JANSSEN, achternaam="Smit", tussenvoegsel="", geboortedatum=date(1990, 1, 1))
    assert not kandidaat(VRAAG, ander)
    assert not kandidaat(VRAAG, replace(JANSSEN, achternaam="Smit", adres=ELDERS))
    assert kandidaat(VRAAG, replace(JANSSEN, adres=ELDERS))


def test_letter_of_toevoeging_is_dezelfde_woning() -> None:
    assert zelfde_adres(replace(VRAAG, toevoeging="a"), replace(HUIS, huisletter="A"))
    assert not zelfde_adres(replace(VRAAG, toevoeging="2"), replace(HUIS, toevoeging="1"))


def test_waar_iemand_heen_ging_en_een_geheim_adres_worden_niet_bewaard() -> None:
    weg = te_bewaren(vergelijk(VRAAG, [replace(JANSSEN, adres=ELDERS, eerder=(HUIS,))], HIER))
    geheim = te_bewaren(vergelijk(VRAAG, [replace(JANSSEN, geheim=True)], HIER))
    assert weg["adres"] == geheim["adres"] == ""
    assert "Kerkpad" not in repr(weg)
    assert geheim["geheim"]
    assert te_bewaren(vergelijk(VRAAG, [JANSSEN], HIER))["adres"] == "Dorpsstraat 10, 2611AB Delft"


@pytest.mark.parametrize(
    ("een", "twee", "is_zo"),
    [("jansen", "janzen", True), ("jansen", "jasnen", True), ("jansen", "janse", True), ("jansen", "jansen", False), ("jansen", "jonzen", False)],
)  # fmt: skip
def test_een_letter_anders(een: str, twee: str, is_zo: bool) -> None:
    assert een_letter_anders(een, twee) is is_zo
    assert een_letter_anders(twee, een) is is_zo


NAMEN = st.sampled_from(
    ["Dijk", "Dyk", "Jansen", "Janssen", "Müller", "Smit", "van Dijk", "Kapsalon Krul", "Dijk-de Vries", "O'Brien"]
)  # fmt: skip
DAGEN = st.sampled_from([GEBOREN, date(1985, 12, 6), date(1990, 1, 1)])
MENSEN = st.builds(
    Ingeschrevene,
    voornamen=st.sampled_from(["Anna Berta", "Anna", "Karel"]),
    tussenvoegsel=st.sampled_from(["", "van"]),
    achternaam=NAMEN,
    geboortedatum=st.none() | DAGEN,
    adres=st.sampled_from([HUIS, ELDERS, replace(HUIS, toevoeging="2")]),
    overleden=st.booleans(),
    vertrokken=st.booleans(),
    geheim=st.booleans(),
    in_onderzoek=st.booleans(),
)
VRAGEN = st.builds(
    Gezocht,
    achternaam=NAMEN,
    tussenvoegsel=st.sampled_from(["", "van"]),
    voorletters=st.sampled_from(["", "A.", "A.B.", "K."]),
    geboortedatum=st.none() | DAGEN,
    postcode=st.just("2611AB"),
    huisnummer=st.just(10),
)


@given(VRAGEN, st.lists(MENSEN, max_size=4))
def test_zeker_is_alleen_een_inwoner_op_hetzelfde_adres(vraag: Gezocht, mensen: list[Ingeschrevene]) -> None:
    uitslag = vergelijk(vraag, mensen, HIER)
    assert all(code in OORZAKEN for code in uitslag.verschillen)
    assert uitslag.kandidaten == sum(kandidaat(vraag, wie) for wie in mensen)
    if uitslag.zeker:
        assert uitslag.voorstel is BrpUitkomst.INWONER
        assert uitslag.gevonden is not None
        assert zelfde_adres(vraag, uitslag.gevonden.adres)
        assert not uitslag.gevonden.overleden
        assert vraag.geboortedatum in (None, uitslag.gevonden.geboortedatum)
    elif uitslag.voorstel is BrpUitkomst.INWONER and (vraag.geboortedatum or vraag.voorletters):
        assert any(OORZAKEN[code].mens for code in uitslag.verschillen)


@given(VRAGEN, st.lists(MENSEN, max_size=4))
def test_de_volgorde_van_de_kandidaten_doet_er_niet_toe(vraag: Gezocht, mensen: list[Ingeschrevene]) -> None:
    assert vergelijk(vraag, mensen, HIER) == vergelijk(vraag, mensen[::-1], HIER)
