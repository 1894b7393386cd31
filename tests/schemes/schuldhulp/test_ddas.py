"""DDAS 1.0 (acceptance case 12): read and written back equal, every fault with line, rule and remedy, the caseload."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samenhang.kernel.basis import Bedrag, Geweigerd
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.domain.ddas import levering as d
from samenhang.schemes.schuldhulp.domain.ddas import model as m
from samenhang.schemes.schuldhulp.domain.ddas.oordeel import BLADZIJDE, lees_levering, oordeel
from samenhang.schemes.schuldhulp.domain.ddas.vertaling import schrijf
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.hulp import Opdracht

BSN = "123456782"
"""Passes the eleven-test and belongs to nobody: the example number of the tax service."""


def traject(**anders: Any) -> dict[str, Any]:
    """A trajectory from request to discharge, in the shape of the specification."""
    return {
        "gemeentecode": "GM9901", "startdatum": "2024-01-08", "einddatum": "2025-11-03", "toekenningsdatum": "2024-04-29",
        "totaalSchuldbedragBijAanvangSchuld": 10_000,
        "client": [{"Burgerservicenummer": BSN, "Geboortedatum": "1984-03-01", "Geslachtsaanduiding": "Vrouw", "Postcode": "2611AB", "Huisnummer": "10"}],
        "aanmelding": {"startdatum": "2024-01-08", "einddatum": "2024-01-22", "crisisinterventie": False},
        "intake": {"startdatum": "2024-01-22", "einddatum": "2024-02-12", "beschikkingsdatum": "2024-02-12", "beschikkingssoort": "Toelatingsbeschikking"},
        "planVanAanpak": {"datumAfronding": "2024-02-12"},
        "stabilisatie": {"startdatum": "2024-02-12", "einddatum": "2024-03-04"},
        "begeleiding": [{"startdatum": "2024-02-12", "einddatum": "2025-10-20", "soort": "Budgetbeheer"}],
        "moratoria": [{"datumAanvraag": "2024-01-09", "datumGoedkeuring": "2024-01-16", "startdatum": "2024-01-16", "einddatum": "2024-07-16"}],
        "schulden": [
            {"bedrag": 2_000, "peildatum": "2024-03-04", "schuldsoort": "Publiek", "zakelijkeSchuld": False, "schuldeiser": {"naam": "Belastingdienst", "Naam": "Belastingdienst", "privepersoon": False}},
            {"bedrag": 8_000, "peildatum": "2024-03-11", "schuldsoort": "Overig", "schuldeiser": {"naam": "Woonstichting De Sluis", "Naam": "Woonstichting De Sluis", "kvknummer": "12345678"}},
        ],
        "schuldregeling": {"datum": "2024-04-01", "toegekend": "2024-04-29", "dwangakkoord": True, "datumVerzoekDwangakkoord": "2024-04-15"},
        "oplossing": {"soort": "Saneringskrediet", "startdatum": "2024-05-01", "einddatum": "2025-11-01", "vtlb": 1_563},
        "nazorg": {"startdatum": "2025-11-01", "einddatum": "2025-11-03"},
        "uitstroom": {"datum": "2025-11-03", "datumBeeindigingsbeschikking": "2025-11-03", "reden": "Afgerond"},
    } | anders  # fmt: skip


def document(*trajecten: dict[str, Any]) -> dict[str, Any]:
    return {
        "startdatumLevering": "2025-01-01", "einddatumLevering": "2025-12-31", "aanleverdatumEnTijd": "2026-01-05T08:00:00Z",
        "codeGegevensleverancier": "Voorbeeld 3.1",
        "leveringen": [
            {
                "teller": 1,
                "aanleverende_organisatie": {
                    "(Statutaire) Naam": "Waterrijk", "KvK-nummer": "12345678", "gemeentecode": "9901",
                    "contactpersonen": [{"email": "cijfers@waterrijk.example", "naam": "M. Pot"}],
                },
                "schuldhulptrajecten": list(trajecten or (traject(),)),
            }
        ],
    }  # fmt: skip


def als_bestand(wat: Any) -> bytes:
    return json.dumps(wat, indent=1).encode()


VIJF = {
    "enkelvoudig": document(),
    "meervoudig": document(
        traject(),
        {"gemeentecode": "Onbekend", "startdatum": "2025-03-01", "client": [{"Geboortedatum": "1990-01-01", "Postcode": "2611AC", "Huisnummer": "4", "Huisnummertoevoeging": "B"}]},
        {"gemeentecode": "9902", "startdatum": "2025-04-01", "client": [{"Burgerservicenummer": "111222333"}], "oplossing": {"soort": "0%-aanbod", "startdatum": "2025-05-01", "vtlb": 1_412}},
    ),
    "meerdere leveringen": document() | {"leveringen": [document()["leveringen"][0], document()["leveringen"][0] | {"teller": 2}]},
    "alleen advies": document({"gemeentecode": "9901", "startdatum": "2025-02-03", "client": [{"Burgerservicenummer": BSN}], "informatieEnAdvies": {"startdatum": "2025-02-03", "einddatum": "2025-02-04"}}),
    "samen": document(traject(client=[{"Burgerservicenummer": BSN}, {"Burgerservicenummer": "111222333"}], crisisinterventies=[{"startdatum": "2024-01-09"}], voorlopigeVoorzieningen=[{"startdatum": "2024-01-09", "einddatum": "2024-02-09"}])),
}  # fmt: skip


@pytest.mark.parametrize("naam", VIJF)
def test_gelezen_en_teruggeschreven_is_gelijk_en_zonder_fout(naam: str) -> None:
    gelezen, vorm = lees_levering(VIJF[naam])
    assert (schrijf(gelezen), vorm) == (VIJF[naam], [])
    uit = oordeel(als_bestand(VIJF[naam]))
    assert [b.tekst.nl for b in uit.bevindingen] == []


def test_een_voorbeeld_met_twaalf_fouten_van_vorm_noemt_ze_alle_twaalf() -> None:
    """The shape of the sixth example of the specification: a schema's head, nulls, and words that are in no list."""
    trajecten = [
        traject(
            einddatum=None, uitstroom={"datum": None, "reden": "Afgerond"}, intake={"startdatum": "2024-01-22", "beschikkingssoort": "Toewijzingsbeschikking"}
        )
        for _ in range(3)
    ] + [traject(uitstroom={"datum": "2025-11-03", "datumBeeindigingsbeschikking": "2025-11-03", "reden": "Zelfstandig verder"}, nazorg={"startdatum": "2025-11-01", "einddatum": None})]  # fmt: skip
    wat = {"$schema": "https://voorbeeld.invalid/schema", "title": "Uitwisselmodel"} | document(*trajecten)
    uit = oordeel(als_bestand(wat))
    assert uit.vorm == 12
    toewijzing = [b for b in uit.bevindingen if "Toewijzingsbeschikking" in b.tekst.nl]
    assert len(toewijzing) == 3
    assert all("Toelatingsbeschikking" in b.tekst.nl for b in toewijzing)


def kapot(pad: str, waarde: Any) -> dict[str, Any]:
    """The good document with one place made wrong; `weg` takes the field away."""
    wat = copy.deepcopy(document())
    plek: Any = wat if not pad.startswith("T/") else wat["leveringen"][0]["schuldhulptrajecten"][0]
    *stappen, laatste = [
        int(deel) if deel.isdecimal() else deel for deel in pad.removeprefix("T/").split("/")
    ]
    for stap in stappen:
        plek = plek[stap]
    if waarde == "weg":
        del plek[laatste]
    else:
        plek[laatste] = waarde
    return wat


FOUTEN = [
    ("T/einddatum", "1900-01-01", "plaatshouder"), ("T/einddatum", "2025-11-04", "drie_einddagen"), ("T/uitstroom/datumBeeindigingsbeschikking", "2025-11-10", "drie_einddagen"),
    ("T/einddatum", "weg", "drie_einddagen"), ("T/uitstroom", {"reden": "Overig"}, "drie_einddagen"), ("T/uitstroom/reden", "Opgelost", "lijst"), ("T/uitstroom/reden", "weg", "uitstroom_zonder_reden"),
    ("T/gemeentecode", "weg", "ontbreekt"), ("T/gemeentecode", "GM001", "gemeentecode"), ("T/gemeentecode", "Delft", "gemeentecode"), ("T/gemeentecode", None, "leeg"),
    ("T/totaalSchuldbedragBijAanvangSchuld", -5, "bedrag_onder_nul"), ("T/totaalSchuldbedragBijAanvangSchuld", 9_000, "som_klopt_niet"), ("T/totaalSchuldbedragBijAanvangSchuld", 1e4, "soort"), ("T/totaalSchuldbedragBijAanvangSchuld", "10000", "soort"),
    ("T/schulden/0/bedrag", -1, "bedrag_onder_nul"), ("T/schulden/0/bedrag", True, "soort"), ("T/schulden/0/peildatum", "2026-02-01", "peildatum_na_levering"), ("T/schulden/0/schuldsoort", "Energie", "lijst"),
    ("T/schulden/1/schuldeiser/kvknummer", "123", "kvk"), ("T/schulden/1/schuldeiser/Naam", "De Sluis", "twee_namen"), ("T/schulden/1/schuldeiser/privepersoon", True, "privepersoon"), ("T/schulden", {}, "soort"),
    ("T/client", "weg", "zonder_client"), ("T/client/0/Burgerservicenummer", "12", "bsn"), ("T/client/0/Burgerservicenummer", "123456789", "bsn"), ("T/client/0/Burgerservicenummer", "weg", None),
    ("T/client/0/Geboortedatum", "1850-01-01", "geboortedatum"), ("T/client/0/Geboortedatum", "1984-02-30", "soort"), ("T/client/0/Geboortedatum", "2024-05-01", "geboortedatum"), ("T/client/0/Geslachtsaanduiding", "V", "geslacht"),
    ("T/client/0/Postcode", "2611 ab", "postcode"), ("T/client/0/Huisnummer", "10A", "huisnummer"), ("T/client/0", {"Geboortedatum": "1984-03-01"}, "client_onvindbaar"), ("T/client", [{"Burgerservicenummer": BSN}] * 2, "zelfde_client"), ("T/client", [{"Burgerservicenummer": BSN}, {"Burgerservicenummer": "111222333"}, {"Burgerservicenummer": "999999990"}], "te_veel_clienten"),
    ("T/aanmelding/einddatum", "2024-01-01", "einde_voor_begin"), ("T/aanmelding/crisisinterventie", "nee", "soort"), ("T/intake/startdatum", "2024-01-02", "gesprek_voor_aanmelding"), ("T/intake/beschikkingsdatum", "2024-01-15", "besluit_voor_gesprek"),
    ("T/intake/beschikkingsdatum", "weg", "besluit_half"), ("T/intake/einddatum", "2024-02-13", "intake_einde"), ("T/intake/beschikkingssoort", "Toewijzingsbeschikking", "lijst"), ("T/intake/beschikkingssoort", "Afwijzingsbeschikking", "afgewezen_met_oplossing"),
    ("T/schuldregeling/toegekend", "weg", "dwangakkoord"), ("T/schuldregeling/datumVerzoekDwangakkoord", "weg", "dwangakkoord_zonder_verzoek"), ("T/schuldregeling/afgewezen", "2024-04-29", "toegekend_en_afgewezen"), ("T/schuldregeling/toegekend", "2024-03-29", "voor_het_voorstel"), ("T/toekenningsdatum", "2024-04-30", "toekenning_verschilt"),
    ("T/oplossing/vtlb", 156_286, "vtlb"), ("T/oplossing/vtlb", -1, "vtlb"), ("T/oplossing/soort", "Schuldregeling zonder afloscapaciteit", "lijst"), ("T/oplossing/startdatum", "2024-01-01", "oplossing_te_vroeg"), ("T/oplossing/einddatum", "2025-11-02", "langer_dan_18"),
    ("T/moratoria/0/einddatum", "2024-07-17", "moratorium_te_lang"), ("T/moratoria/0/datumGoedkeuring", "2024-01-02", "goedkeuring_voor_aanvraag"), ("T/begeleiding/0/soort", "Coach", "lijst"), ("T/begeleiding/0/startdatum", "2026-01-01", "na_levering"), ("T/begeleiding", [3], "soort"), ("T/naam", "De Wit", "onbekend"),
    ("startdatumLevering", "2026-01-01", "periode"), ("einddatumLevering", "2026-01-06", "nog_niet_voorbij"), ("aanleverdatumEnTijd", "2026-01-05", "soort"), ("codeGegevensleverancier", "weg", "ontbreekt"), ("codeGegevensleverancier", "Leverancier", "leverancier"), ("leveringen", [], "leeg_bestand"),
    ("leveringen/0/teller", 2, "teller"), ("leveringen/0/aanleverende_organisatie/KvK-nummer", "1", "kvk"), ("leveringen/0/aanleverende_organisatie/gemeentecode", "GM1", "gemeentecode"), ("leveringen/0/aanleverende_organisatie/contactpersonen", [{"email": "x"}], "zonder_mail"), ("leveringen/0/aanleverende_organisatie/(Statutaire) Naam", "weg", "zonder_naam"), ("leveringen/0/aanleverende_organisatie", "weg", "ontbreekt"),
]  # fmt: skip


@pytest.mark.parametrize(("pad", "waarde", "regel"), [geval for geval in FOUTEN if geval[2]])
def test_wat_het_schema_doorlaat_wordt_gevonden_met_regel_en_raad(pad: str, waarde: Any, regel: str) -> None:
    wat = kapot(pad, waarde)
    uit = oordeel(als_bestand(wat))
    bevinding = next(b for b in uit.bevindingen if b.regel == regel)
    assert bevinding.tekst.nl.startswith(bevinding.plaats)
    assert bevinding.tekst.nl != bevinding.tekst.en
    laatste = next((deel for deel in reversed(bevinding.pad) if isinstance(deel, str)), "")
    op_die_regel = als_bestand(wat).decode().splitlines()[bevinding.lijn - 1]
    assert laatste in op_die_regel or waarde == "weg" or laatste not in json.dumps(wat) or bevinding.lijn > 1


def test_de_regel_is_precies() -> None:
    tekst = als_bestand(kapot("T/schulden/1/bedrag", -7)).decode()
    (bevinding,) = [b for b in oordeel(tekst.encode()).bevindingen if b.regel == "bedrag_onder_nul"]
    assert tekst.splitlines()[bevinding.lijn - 1].strip() == '"bedrag": -7,'
    assert bevinding.plaats == "leveringen[0].schuldhulptrajecten[0].schulden[1].bedrag"


@pytest.mark.parametrize("inhoud", [b"\xff\xfe", b"{", b'{"a": NaN}', b"[" * 100_000, b""])
def test_wat_geen_json_is_wordt_geweigerd(inhoud: bytes) -> None:
    with pytest.raises(Geweigerd) as weigering:
        oordeel(inhoud)
    assert weigering.value.code == "ddas_json"


@pytest.mark.parametrize("wat", [None, [], 3, "x", {}, {"leveringen": 3}, {"leveringen": [3, {"schuldhulptrajecten": [3, {"client": {}}]}]}])  # fmt: skip
def test_een_vreemd_document_geeft_bevindingen_en_nooit_een_storing(wat: Any) -> None:
    assert not oordeel(json.dumps(wat).encode()).goed


def test_een_naam_die_twee_keer_staat() -> None:
    tekst = als_bestand(document()).replace(b'"teller": 1,', b'"teller": 1, "teller": 2,')
    assert "dubbele_sleutel" in {b.regel for b in oordeel(tekst).bevindingen}


def test_een_traject_twee_keer() -> None:
    assert "dubbel_traject" in {
        b.regel for b in oordeel(als_bestand(document(traject(), traject()))).bevindingen
    }


def dag(n: int) -> date:
    return date(2026, 1, n)


GEGEVENS = d.Zaakgegevens(
    gevraagd_op=dag(2),
    gesprek_op=dag(5),
    besluiten=[("toelating", dag(6))],
    regeling="SA",
    vtlb=Bedrag(141_250),
    stappen={"toelaten": dag(6), "stabiliseren": dag(7), "inventariseren": dag(8), "voorstellen": dag(9), "akkoord_vaststellen": dag(12), "lopen": dag(13)},
    schulden=[d.Zaakschuld(Bedrag(10_050), dag(8), "Belastingdienst"), d.Zaakschuld(Bedrag(10_050), dag(8), "Noordlicht", "12345678")],
    geboren=date(1984, 3, 1),
    postcode="2611AB",
    huisnummer=10,
)  # fmt: skip


def gegevens(**anders: Any) -> d.Zaakgegevens:
    return replace(GEGEVENS, **anders)


EIND = date(2026, 1, 31)


def als_json(**anders: Any) -> dict[str, Any]:
    return schrijf(d.als_traject(gegevens(**anders), "9901", EIND))


def test_zonder_capaciteit_heet_nul_procent_aanbod_en_euros_half_omhoog() -> None:
    uit = als_json()
    assert uit["oplossing"] == {"soort": "0%-aanbod", "startdatum": "2026-01-13", "vtlb": 1413}
    assert ([deel["bedrag"] for deel in uit["schulden"]], uit["totaalSchuldbedragBijAanvangSchuld"]) == (
        [101, 101],
        202,
    )
    assert uit["schuldregeling"] == {"datum": "2026-01-09", "toegekend": "2026-01-12"}
    assert uit["toekenningsdatum"] == "2026-01-12"
    assert "Burgerservicenummer" not in json.dumps(uit)


@pytest.mark.parametrize(
    ("stappen", "verwacht"),
    [
        ({"voorstellen": 9, "weigering_vaststellen": 12}, {"datum": "2026-01-09", "afgewezen": "2026-01-12"}),
        ({"voorstellen": 9, "weigering_vaststellen": 12, "dwangakkoord_vragen": 13}, {"datum": "2026-01-09", "afgewezen": "2026-01-12", "dwangakkoord": False, "datumVerzoekDwangakkoord": "2026-01-13"}),
        ({"voorstellen": 9, "weigering_vaststellen": 12, "dwangakkoord_vragen": 13, "dwangakkoord_krijgen": 20}, {"datum": "2026-01-09", "toegekend": "2026-01-20", "dwangakkoord": True, "datumVerzoekDwangakkoord": "2026-01-13"}),
        ({"voorstellen": 9, "akkoord_vaststellen": 12, "terugnemen": 14}, {"datum": "2026-01-09", "ingetrokken": "2026-01-14"}),
        ({"weigering_vaststellen": 8, "terugnemen": 8, "voorstellen": 9}, {"datum": "2026-01-09"}),
        ({"voorstellen": 9, "weigering_vaststellen": 12, "dwangakkoord_vragen": 13, "dwangakkoord_krijgen": 60}, {"datum": "2026-01-09", "afgewezen": "2026-01-12", "dwangakkoord": False, "datumVerzoekDwangakkoord": "2026-01-13"}),
    ],
)  # fmt: skip
def test_dwangakkoord_alleen_met_een_toegekende_dag(
    stappen: dict[str, int], verwacht: dict[str, Any]
) -> None:
    """A step after the last day of the delivery has not happened yet."""
    dagen = {naam: date(2026, 1, n) if n < 32 else date(2026, 2, 1) for naam, n in stappen.items()}
    assert als_json(stappen=dagen)["schuldregeling"] == verwacht


@pytest.mark.parametrize(("stap", "reden", "naam"), [("uitstromen", "", "Afgerond"), ("overlijden", "", "Overleden"), ("intrekken", "", "Ingetrokken"), ("afwijzen", "", "Voldoet niet"), ("beeindigen", "Verhuisd naar een andere gemeente", "Verhuisd"), ("beeindigen", "iets", "Overig")])  # fmt: skip
def test_drie_einddagen_zijn_een_dag(stap: str, reden: str, naam: str) -> None:
    uit = als_json(stappen={stap: date(2026, 1, 20)}, eindereden=reden)
    assert uit["uitstroom"] == {
        "datum": "2026-01-20",
        "datumBeeindigingsbeschikking": "2026-01-20",
        "reden": naam,
    }
    assert uit["einddatum"] == "2026-01-20"
    assert als_json(stappen={stap: date(2026, 2, 1)}).get("uitstroom") is None


def test_een_gemeentecode_is_er_altijd() -> None:
    assert schrijf(d.als_traject(gegevens(), "", EIND))["gemeentecode"] == "Onbekend"


@pytest.mark.parametrize(
    ("aantal", "verwacht"), [(0, [0]), (BLADZIJDE, [25_000]), (BLADZIJDE + 1, [25_000, 1])]
)
def test_hoogstens_25_000_trajecten_in_een_bladzijde(aantal: int, verwacht: list[int]) -> None:
    wie = d.Leverancier("Waterrijk", "9901", "12345678", "a@b.example", "1.0")
    uit = d.bladzijden(
        [m.Traject("9901")] * aantal, wie, date(2026, 1, 1), EIND, datetime(2026, 2, 1, tzinfo=UTC)
    )
    assert [len(deel.delen[0].trajecten) for deel in uit] == verwacht


@pytest.fixture
def gemeente(db: None) -> w.Gemeente:
    gemeente = w.maak_gemeente()
    w.akkoord(gemeente)
    w.vraag(gemeente, dreiging="ontruiming", naam="Kluut")
    return gemeente


@pytest.fixture
def leider(gemeente: w.Gemeente) -> Any:
    return w.medewerker(gemeente.organisatie, "lea", "schuldhulpleider")


pytestmark = pytest.mark.django_db


def test_de_caseload_zonder_naam_en_gelogd_voor_wie_erin_staat(gemeente: w.Gemeente, leider: Any) -> None:
    (gemaakt,) = queries.ddas_levering(
        w.als(leider), date(2026, 11, 1), w.vandaag(), "cijfers@waterrijk.example"
    )
    tekst = json.dumps(gemaakt)
    assert [b for b in oordeel(tekst.encode()).bevindingen if b.fout] == []
    een, twee = gemaakt["leveringen"][0]["schuldhulptrajecten"]
    assert (een["schuldregeling"]["toegekend"], een["totaalSchuldbedragBijAanvangSchuld"]) == (
        w.vandaag().isoformat(),
        10_000,
    )
    assert (twee["aanmelding"]["crisisinterventie"], twee["gemeentecode"], "intake" in twee) == (
        True,
        "9901",
        False,
    )
    assert not any(naam in tekst for naam in ("Wit", "Kluut", "0612345678", "Burgerservicenummer"))
    regel = Auditregel.objects.get(naam="DDAS-levering schuldhulp maken")
    assert (regel.doel, regel.regels, regel.aantal_personen) == ("ddas", "sh-ddas", 2)
    assert Verwerking.objects.filter(operatie_id=regel.operatie_id, grondslagen="cbs-33").count() == 2
    assert (regel.wijziging["trajecten"], regel.wijziging["bladzijden"]) == (["", 2], ["", 1])


def test_alleen_de_teamleider_en_een_mogelijke_periode(gemeente: w.Gemeente, leider: Any) -> None:
    for wie in (gemeente.noor, gemeente.ewa):
        with pytest.raises(Geweigerd):
            queries.ddas_levering(w.als(wie), date(2026, 11, 1), w.vandaag())
    for van, tot in ((date(2026, 11, 24), date(2026, 11, 1)), (date(2025, 11, 1), w.vandaag()), (w.vandaag(), date(2026, 12, 31))):  # fmt: skip
        with pytest.raises(Geweigerd) as nee:
            queries.ddas_levering(w.als(leider), van, tot)
        assert nee.value.code == "ddas_periode"
    elders = w.medewerker(w.maak_gemeente("9904").organisatie, "els", "schuldhulpleider")
    (leeg,) = queries.ddas_levering(w.als(elders), date(2026, 11, 1), w.vandaag())
    assert "schuldhulptrajecten" not in leeg["leveringen"][0]


def zonder_moment(wat: dict[str, Any]) -> dict[str, Any]:
    return wat | {"aanleverdatumEnTijd": ""}


def test_pagina_api_en_opdracht_geven_hetzelfde(gemeente: w.Gemeente, leider: Any, opdracht: Opdracht, tmp_path: Path) -> None:  # fmt: skip
    bezoeker = w.web(leider)
    assert "Download de levering" in bezoeker.get("/schuldhulp/ddas").content.decode()
    tot = w.vandaag().isoformat()
    pagina = json.loads(bezoeker.post("/schuldhulp/ddas", {"van": "2026-11-01", "tot": tot}).content)
    antwoord = bezoeker.get(f"/api/v1/schuldhulp/ddas?van=2026-11-01&tot={tot}")
    assert antwoord.headers["ddas-bladzijden"] == "1"
    assert bezoeker.get(f"/api/v1/schuldhulp/ddas?van=2026-11-01&tot={tot}&bladzijde=2").status_code == 404
    assert (
        opdracht("ddas", str(tmp_path), "--van", "2026-11-01", "--tot", tot, "--als", leider.email).code == 0
    )
    (bestand,) = tmp_path.iterdir()
    assert zonder_moment(pagina) == zonder_moment(json.loads(antwoord.content)) == zonder_moment(json.loads(bestand.read_bytes()))  # fmt: skip
    assert bestand.stat().st_mode & 0o077 == 0
    assert opdracht("ddas-controle", str(bestand)).code == 0
    fout = als_bestand(kapot("T/schulden/0/bedrag", -5))
    (tmp_path / "fout.json").write_bytes(fout)
    uit = opdracht("ddas-controle", str(tmp_path / "fout.json"), "--json")
    (gevonden,) = uit.document["bevindingen"]
    (geweigerd,) = uit.probleem["fouten"]
    assert (uit.code, gevonden["code"], geweigerd["regel"]) == (2, "ddas_bedrag_onder_nul", gevonden["regel"])
    assert b'"bedrag": -5' in fout.splitlines()[gevonden["regel"] - 1]
    door_api = bezoeker.post(
        "/api/v1/schuldhulp/ddas/controles", {"bestand": SimpleUploadedFile("f.json", fout)}
    )
    assert door_api.json() == uit.document
    beeld = bezoeker.post(
        "/schuldhulp/ddas", {"bestand": SimpleUploadedFile("f.json", fout)}
    ).content.decode()
    assert "-5 is geen schuld" in beeld
    assert w.web(gemeente.noor).get("/schuldhulp/ddas").status_code == 403
