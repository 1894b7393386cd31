"""The format vroegsignaal-1: one test per code, the published cases, and input nobody would send."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import (
    BestandGeweigerd,
    Leesuitkomst,
    RegisterFeiten,
    laad_beleid,
    lees,
    schrijf_fouten,
    verbeterrijen,
)
from samenhang.schemes.vroegsignalering.bestand.bronnen import bron_van
from samenhang.schemes.vroegsignalering.bestand.codes import CODES, zin
from samenhang.schemes.vroegsignalering.bestand.codes.code import REST
from samenhang.schemes.vroegsignalering.bestand.profiel import KOLOMMEN, NAMEN
from samenhang.schemes.vroegsignalering.bestand.register import Bekend
from tests.bouw import KOP, rij

DAG = date(2026, 11, 24)
Schrijf = Callable[..., Path]
HUUR = {"partner": "99990011", "partner_soort": "huur", "aantal_herinneringen": "1"}
ZORG = {
    "partner": "99990031",
    "partner_soort": "zorg",
    "datum_contactpoging": "",
    "aantal_herinneringen": "1",
}
EINDE = {
    "soort_signaal": "einde_levering",
    "dreiging": "afsluiting",
    "datum_dreiging": "2027-01-29",
    "datum_signaal": "2026-11-23",
}


def gelezen(
    *bestanden: Path, feiten: RegisterFeiten | None = None, dag: date = DAG
) -> tuple[Leesuitkomst, duckdb.DuckDBPyConnection]:
    verbinding = duckdb.connect()
    uitkomst = lees(
        verbinding,
        list(bestanden),
        beleid=laad_beleid(dag),
        peildatum=dag,
        kalender=standaardkalender(),
        feiten=feiten,
    )
    return uitkomst, verbinding


def fouten(verbinding: duckdb.DuckDBPyConnection) -> list[tuple[int, str, str]]:
    return verbinding.execute("SELECT regel, kolom, code FROM fouten ORDER BY ALL").fetchall()


PER_CODE = [
    ("R01", "signaal_id", {"signaal_id": "a b"}), ("R01", "signaal_id", {"signaal_id": "x" * 41}), ("R05", "bedrag_achterstand", {"bedrag_achterstand": "0.00"}),
    ("R05", "bedrag_achterstand", {"bedrag_achterstand": "-5.00"}), ("R05", "bedrag_achterstand", {"bedrag_achterstand": "1000000.00"}),
    ("R05", "bedrag_achterstand", {"bedrag_achterstand": "12.345678"}), ("R05", "bedrag_achterstand", {"bedrag_achterstand": ""}),
    ("R06", "bedrag_achterstand", {"bedrag_achterstand": "1.234"}), ("R06", "bedrag_achterstand", {"bedrag_achterstand": "1,234"}),
    ("R06", "bedrag_achterstand", {"bedrag_achterstand": "1.234,5"}), ("R06", "bedrag_achterstand", {"bedrag_achterstand": "12,50"}),
    ("R07", "bedrag_achterstand", {"bedrag_achterstand": "EUR 12.50"}), ("R07", "bedrag_achterstand", {"bedrag_achterstand": "NaN"}),
    ("R07", "bedrag_achterstand", {"bedrag_achterstand": "1e5"}), ("R08", "datum_signaal", {"datum_signaal": "45987"}),
    ("R09", "geboortedatum", {"geboortedatum": "03-04-1986"}), ("R09", "geboortedatum", {"geboortedatum": "1986/4/3"}),
    ("R09", "geboortedatum", {"geboortedatum": "1986-02-31"}), ("R09", "geboortedatum", {"geboortedatum": "86-02-01"}),
    ("R10", "geboortedatum", {"geboortedatum": "2027-01-01"}), ("R10", "geboortedatum", {"geboortedatum": "1899-12-31"}),
    ("R10", "geboortedatum", {"geboortedatum": "0000-00-00"}), ("R10", "geboortedatum", {"geboortedatum": "1900-01-01"}),
    ("W11", "geboortedatum", {"geboortedatum": "2010-01-02"}), ("R12", "datum_signaal", {"datum_signaal": "2026-11-25"}),
    ("W13", "datum_signaal", {"datum_signaal": "2026-09-20", "ontstaansdatum": "2026-07-01", "datum_herinnering": "2026-09-01", "datum_contactpoging": "2026-09-02"}),
    ("R14", "ontstaansdatum", {"ontstaansdatum": "2026-11-24"}), ("R15", "ontstaansdatum", {"ontstaansdatum": "2026-10-25"}),
    ("R15", "ontstaansdatum", ZORG | {"ontstaansdatum": "2026-08-14"}), ("R16", "aantal_maanden", {"aantal_maanden": "9"}),
    ("R16", "aantal_maanden", {"aantal_maanden": "-1"}), ("R16", "aantal_maanden", {"aantal_maanden": "1.5"}), ("R16", "aantal_maanden", {"ontstaansdatum": ""}),
    ("R17", "postcode", {"postcode": "12345"}), ("R17", "postcode", {"postcode": "0123AB"}), ("R17", "postcode", {"postcode": "2611SS"}),
    ("W17", "postcode", {"postcode": "2611 ab"}), ("R18", "huisnummer", {"huisnummer": "10A"}), ("R18", "huisnummer", {"huisnummer": "10-2"}),
    ("R18", "huisnummer", {"huisnummer": "10 bis"}), ("R19", "huisnummer", {"huisnummer": "0"}), ("R19", "huisnummer", {"huisnummer": "tien"}),
    ("R21", "straat", {"straat": "Postbus 12"}), ("R22", "achternaam", {"achternaam": "Onbekend"}), ("R22", "achternaam", {"achternaam": ""}),
    ("R22", "voorletters", {"voorletters": ""}), ("R23", "achternaam", {"achternaam": "Bakker B.V."}), ("R23", "achternaam", {"achternaam": "Stichting Hoop"}),
    ("R23", "achternaam", {"achternaam": "VvE Dorpsstraat"}), ("W23", "achternaam", {"achternaam": "Bakker V.O.F."}), ("R24", "achternaam", {"achternaam": "Bewoner"}),
    ("R24", "achternaam", {"achternaam": "Fam. Jansen"}), ("R24", "achternaam", {"achternaam": "Jansen en De Vries"}), ("R24", "achternaam", {"achternaam": "Jansen/De Vries"}),
    ("R25", "achternaam", {"achternaam": "JosÃ«"}), ("R25", "straat", {"straat": "Dorps\x07straat"}), ("W26", "telefoon", {"telefoon": "061234567"}),
    ("W26", "telefoon", {"telefoon": "0000000000"}), ("W27", "email", {"email": "geen adres"}), ("R28", "datum_dreiging", {"dreiging": "afsluiting"}),
    ("R28", "datum_dreiging", {"datum_dreiging": "2027-01-29"}), ("R28", "datum_dreiging", {"dreiging": "afsluiting", "datum_dreiging": "2026-11-20"}),
    ("R29", "dreiging", {"dreiging": "ontruiming", "datum_dreiging": "2027-01-29"}), ("R29", "soort_signaal", {"soort_signaal": "ontruiming"}),
    ("W31", "datum_dreiging", EINDE | {"datum_dreiging": "2026-12-10"}), ("R32", "bezwaar_klant", {"bezwaar_klant": "J"}),
    ("R33", "betalingsregeling", {"betalingsregeling": "lopend"}), ("R34", "aantal_herinneringen", {"aantal_herinneringen": "2"}),
    ("R34", "datum_herinnering", {"datum_herinnering": "2026-11-24"}), ("R35", "datum_contactpoging", {"datum_contactpoging": ""}),
    ("R36", "hulp_genoemd", {"hulp_genoemd": "N"}), ("R37", "grondslag", {"grondslag": "tijdreg-2.3"}), ("R38", "woonplaats", {"woonplaats": "Delft 111222333"}),
    ("R38", "straat", {"straat": "NL91 ABNA 0417 1643 00"}), ("W41", "achternaam", {"achternaam": "=Dijk"}), ("R43", "soort_signaal", {"soort_signaal": "tweede"}),
    ("R43", "straat", {"straat": ""}), ("R43", "klantnummer", {"klantnummer": ""}), ("R43", "toevoeging", {"toevoeging": "abcde"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "kolom", "anders"), PER_CODE, ids=lambda deel: deel if isinstance(deel, str) else ""
)
def test_een_verandering_geeft_precies_die_code(
    code: str, kolom: str, anders: dict[str, str], schrijf: Schrijf
) -> None:
    uitkomst, verbinding = gelezen(schrijf(rij(1, **anders)))
    eigen = [(plek, wat) for regel, plek, wat in fouten(verbinding) if regel == 2]
    assert (kolom, code) in eigen
    weigeringen = {wat for _, wat in eigen if wat.startswith("R")}
    assert weigeringen == ({code} if code.startswith("R") else set())
    assert (uitkomst.gelezen, uitkomst.afgekeurd) == (1, 1 if code.startswith("R") else 0)


@pytest.mark.parametrize("code", CODES)
def test_elke_code_zegt_in_twee_talen_wat_er_mis_is_wat_te_doen_en_wat_er_met_de_rest_gebeurde(
    code: str,
) -> None:
    delen = (CODES[code].fout, CODES[code].herstel, CODES[code].rest or REST[code[0]])
    for deel in delen:
        assert deel.nl != deel.en
        assert all(regel[:1] in '"{' or regel[:1].isupper() for regel in (deel.nl, deel.en)), deel
        assert all(regel.endswith(".") and "  " not in regel for regel in (deel.nl, deel.en)), deel
        assert {gat for gat in ("{waarde}", "{herstel}") if gat in deel.nl} == {
            gat for gat in ("{waarde}", "{herstel}") if gat in deel.en
        }
    assert zin(code, "0").nl.endswith(delen[2].nl)
    assert zin(code, "0").en.endswith(delen[2].en)


@pytest.mark.parametrize(
    ("code", "inhoud"),
    [
        ("F01", "bsn;" + ";".join(KOP)), ("F01", ";".join(KOP) + ";Sofinummer"), ("F02", "IBAN;" + ";".join(KOP)), ("F03", "notitie;" + ";".join(KOP)),
        ("F03", ";".join(KOP) + ";aantal kinderen"), ("F05", ",".join(KOP)), ("F06", ";".join(KOP) + ";signaal_id"), ("F06", ";".join(KOP[1:])), ("F06", ";".join(KOP) + ";kleur"), ("F07", ";".join(KOP)), ("F07", ""),
    ],
)  # fmt: skip
def test_een_bestand_met_een_verkeerde_kop_wordt_geweigerd(code: str, inhoud: str, tmp_path: Path) -> None:
    pad = tmp_path / "x.csv"
    pad.write_text(inhoud + ("\n" if inhoud else ""))
    with pytest.raises(BestandGeweigerd) as fout:
        gelezen(pad)
    assert fout.value.code == code


@pytest.mark.parametrize(
    ("code", "bytes_"),
    [
        ("F04", ";".join(KOP).encode() + b"\n" + "Jos\xe9".encode("latin-1")), ("F08", b"PK\x03\x04rest"), ("F08", b"%PDF-1.7"), ("F12", ";".join(KOP).encode() + b"\nE\x00"),
        ("F12", ";".join(KOP).encode() + b'\n"open'), ("F12", ";".join(KOP).encode() + b"\n" + b"x" * 1_000_000),
    ],
)  # fmt: skip
def test_beschadigde_bytes_worden_geweigerd(code: str, bytes_: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "x.csv"
    pad.write_bytes(bytes_)
    with pytest.raises(BestandGeweigerd) as fout:
        gelezen(pad)
    assert fout.value.code == code


def test_een_zipbom_in_een_rekenblad_wordt_niet_uitgepakt(tmp_path: Path) -> None:
    pad = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    with pytest.raises(BestandGeweigerd) as fout:
        gelezen(pad)
    assert fout.value.code == "F12"


def test_een_rekenblad_leest_als_het_bestand(tmp_path: Path) -> None:
    import openpyxl

    boek = openpyxl.Workbook()
    boek.active.append(list(KOP))
    boek.active.append([rij(1)[kolom] for kolom in KOP])
    boek.save(tmp_path / "levering.xlsx")
    uitkomst, _ = gelezen(tmp_path / "levering.xlsx")
    assert uitkomst.geaccepteerd == 1


def test_vijfhonderd_goede_rijen_met_lege_bsn_kolom_worden_geweigerd(schrijf: Schrijf) -> None:
    rijen = [rij(n) for n in range(500)]
    with pytest.raises(BestandGeweigerd, match="F01"):
        gelezen(schrijf(*rijen, kolommen=("bsn", *KOP)))
    assert gelezen(schrijf(*rijen))[0].geaccepteerd == 500


def test_drie_van_de_tien_rijen_fout_en_de_bezwaarmaker_nergens_genoemd(
    schrijf: Schrijf, tmp_path: Path
) -> None:
    rijen = [rij(n) for n in range(10)]
    rijen[2]["bedrag_achterstand"] = "1.234"
    rijen[4]["huisnummer"] = "10A"
    rijen[6] |= {"bezwaar_klant": "J", "achternaam": "Geheimenaar"}
    bron = schrijf(*rijen)
    uitkomst, verbinding = gelezen(bron)
    assert (uitkomst.geaccepteerd, uitkomst.afgekeurd) == (7, 3)
    schrijf_fouten(verbinding, tmp_path / "fouten.csv")
    lijst = verbinding.execute("SELECT regel, kolom, code, tekst FROM melding").fetchall()
    blad = list(verbeterrijen(bron_van(bron), lijst))
    assert len(blad) == 3
    assert "Geheimenaar" not in (tmp_path / "fouten.csv").read_text() + str(blad) + str(lijst)
    with (tmp_path / "fouten.csv").open() as bestand:
        assert [(r["regel"], r["code"]) for r in csv.DictReader(bestand, delimiter=";")] == [
            ("4", "R06"),
            ("6", "R18"),
            ("8", "R32"),
        ]


def test_dertig_en_honderd_dagen_zijn_de_grens(schrijf: Schrijf) -> None:
    zelfde = {"datum_signaal": "2026-11-24"}
    assert gelezen(schrijf(rij(1, ontstaansdatum="2026-10-25", **zelfde)))[0].geaccepteerd == 1
    assert gelezen(schrijf(rij(1, ontstaansdatum="2026-10-26", **zelfde)))[0].geaccepteerd == 0
    assert gelezen(schrijf(rij(1, **ZORG, ontstaansdatum="2026-08-16", **zelfde)))[0].geaccepteerd == 1
    assert gelezen(schrijf(rij(1, **ZORG, ontstaansdatum="2026-08-15", **zelfde)))[0].geaccepteerd == 0


def test_twintig_werkdagen_tot_het_einde_is_genoeg(schrijf: Schrijf) -> None:
    basis = EINDE | {"datum_contactpoging": "2026-12-10"}
    for datum, verwacht in (("2026-12-31", []), ("2027-01-04", ["W31"])):
        _, verbinding = gelezen(
            schrijf(rij(1, **basis | {"datum_signaal": datum, "ontstaansdatum": ""}, aantal_maanden="2")),
            dag=date(2027, 1, 5),
        )
        assert [code for _, _, code in fouten(verbinding)] == verwacht


def test_zelfde_nummer_zelfde_inhoud_is_dubbel_en_andere_inhoud_fout(schrijf: Schrijf) -> None:
    uitkomst, verbinding = gelezen(schrijf(rij(1), rij(1), rij(1, bedrag_achterstand="99.00")))
    assert (uitkomst.geaccepteerd, uitkomst.dubbel, uitkomst.afgekeurd) == (1, 1, 1)
    assert fouten(verbinding) == [(4, "signaal_id", "R02")]


def test_een_klantnummer_voor_twee_mensen_keurt_beide_af(schrijf: Schrijf) -> None:
    ander = rij(2, klantnummer="K1", achternaam="Pietersen", voorletters="Z.", geboortedatum="1950-03-04")
    uitkomst, verbinding = gelezen(schrijf(rij(1), ander))
    assert uitkomst.geaccepteerd == 0
    assert [code for _, _, code in fouten(verbinding)] == ["R03", "R03"]


def test_zelfde_klant_en_bedrag_twee_keer_geeft_een_waarschuwing(schrijf: Schrijf) -> None:
    uitkomst, verbinding = gelezen(schrijf(rij(1), rij(2, klantnummer="K1")))
    assert uitkomst.geaccepteerd == 2
    assert [code for _, _, code in fouten(verbinding)] == ["W04"]


def test_twee_partners_in_een_bestand(schrijf: Schrijf) -> None:
    with pytest.raises(BestandGeweigerd, match="F11"):
        gelezen(schrijf(rij(1), rij(2, partner="99990022")))


FEITEN = RegisterFeiten(nummers=frozenset({"99990021"}), soort="energie", postcodes=((2900, 2999),))


@pytest.mark.parametrize(
    ("code", "anders", "feiten"),
    [
        ("F10", {"partner": "99990022"}, FEITEN),
        ("F10", HUUR | {"partner": "99990021"}, FEITEN),
        ("F13", {}, RegisterFeiten(frozenset({"99990021"}), "energie", kolommen=frozenset(KOP[:5]))),
    ],
)
def test_buiten_de_afspraak_wordt_het_bestand_geweigerd(
    code: str, anders: dict[str, str], feiten: RegisterFeiten, schrijf: Schrijf
) -> None:
    with pytest.raises(BestandGeweigerd, match=code):
        gelezen(schrijf(rij(1, **anders)), feiten=feiten)


def test_het_register_kent_eerdere_signalen(schrijf: Schrijf) -> None:
    _, verbinding = gelezen(schrijf(rij(1), rij(2)))
    inhoud = dict(verbinding.execute("SELECT signaal_id, inhoud_hash FROM signalen").fetchall())
    feiten = RegisterFeiten(
        frozenset({"99990021"}),
        "energie",
        zoek=lambda nummers, klanten: [
            Bekend("E-1", inhoud["E-1"], "K1", True),
            Bekend("E-2", "anders", "K2", True),
        ],
    )
    uitkomst, verbinding = gelezen(
        schrijf(
            rij(1),
            rij(2),
            rij(3, **EINDE),
            rij(4, **EINDE | {"klantnummer": "K1", "bedrag_achterstand": "500.00"}),
            rij(9, soort_signaal="intrekking"),
        ),
        feiten=feiten,
    )
    assert fouten(verbinding) == [
        (3, "signaal_id", "R02"),
        (4, "soort_signaal", "R30"),
        (6, "signaal_id", "R40"),
    ]
    assert (uitkomst.geaccepteerd, uitkomst.dubbel, uitkomst.afgekeurd) == (1, 1, 3)


def test_aanhalingstekens_lege_regels_en_windows_regeleinden(tmp_path: Path) -> None:
    pad = tmp_path / "x.csv"
    goed = [rij(n, woonplaats='"Delft\nCentrum"') for n in (1, 2)]
    regels = [";".join(KOP), "", *(";".join(r[k] for k in KOP) for r in goed), ";" * (len(KOP) - 1)]
    pad.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(regels).encode())
    uitkomst, verbinding = gelezen(pad)
    assert uitkomst.gelezen == 2
    assert (None, "", "W39") in fouten(verbinding)


def test_volgorde_van_rijen_en_kolommen_maakt_niet_uit(schrijf: Schrijf) -> None:
    rijen = [rij(n) for n in range(20)]
    een = (
        gelezen(schrijf(*rijen))[1]
        .execute("SELECT * EXCLUDE (regel) FROM signalen ORDER BY signaal_id")
        .fetchall()
    )
    twee = (
        gelezen(schrijf(*reversed(rijen), kolommen=tuple(reversed(KOP))))[1]
        .execute("SELECT * EXCLUDE (regel) FROM signalen ORDER BY signaal_id")
        .fetchall()
    )
    assert een == twee


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(alphabet=';"\n\rEé0-', max_size=200).map(lambda t: (";".join(KOP) + "\n" + t).encode()),
    )
)
def test_willekeurige_bytes_geven_een_uitkomst_of_een_weigering(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "x.csv"
    pad.write_bytes(inhoud)
    try:
        uitkomst, _ = gelezen(pad)
        assert uitkomst.gelezen == uitkomst.geaccepteerd + uitkomst.afgekeurd + uitkomst.dubbel
    except Geweigerd as weigering:
        assert weigering.tekst.nl


def test_elke_kolom_staat_een_keer_in_het_profiel() -> None:
    assert len(set(NAMEN)) == len(KOLOMMEN) == 32
