"""One format in three kinds of file: the same checks and codes, the place in the file's own terms, and the way back."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.schemes.vroegsignalering import aanleveren, queries, rapport
from samenhang.schemes.vroegsignalering.bestand.bronnen import Plekken, kolomletters
from tests.bouw import KOP, Gemeente, lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db
Rijen = list[dict[str, str]]
BEDRAG = KOP.index("bedrag_achterstand")


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


def als_tekst(pad: Path, rijen: Rijen) -> Path:
    regels = [";".join(KOP), *(";".join(een[naam] for naam in KOP) for een in rijen)]
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    return pad


def schrijf_blad(pad: Path, regels: list[list[str]]) -> Path:
    """A sheet of text cells, also where the text looks like a formula."""
    boek = openpyxl.Workbook()
    for regel in regels:
        boek.active.append(regel)
    for cel in (cel for regel in boek.active.iter_rows() for cel in regel if cel.data_type == "f"):
        cel.data_type = "s"
    boek.save(pad)
    return pad


def als_blad(pad: Path, rijen: Rijen) -> Path:
    return schrijf_blad(pad, [list(KOP), *([een[naam] for naam in KOP] for een in rijen)])


def als_json(pad: Path, rijen: Rijen) -> Path:
    signalen = [{naam: cel for naam, cel in een.items() if cel and naam != "partner"} for een in rijen]
    pad.write_text(json.dumps({"signalen": signalen, "partner": rijen[0]["partner"]}), encoding="utf-8")
    return pad


SOORTEN: dict[str, Callable[[Path, Rijen], Path]] = {"csv": als_tekst, "xlsx": als_blad, "json": als_json}
FOUT = [
    rij(1, telefoon="+31612345678"),
    rij(2, bedrag_achterstand="1.234", telefoon="+31612345679", straat="=SOM(A1)"),
    rij(3, huisnummer="10A"),
    rij(4, bezwaar_klant="J", achternaam="Geheimenaar"),
]
PLEKKEN = {
    "csv": ["", "", ""],
    "xlsx": [f"{kolomletters(BEDRAG)}3", f"{kolomletters(KOP.index('huisnummer'))}4", f"{kolomletters(KOP.index('bezwaar_klant'))}5"],
    "json": ["/signalen/1/bedrag_achterstand", "/signalen/2/huisnummer", "/signalen/3/bezwaar_klant"],
}  # fmt: skip


@pytest.fixture(params=SOORTEN)
def soort(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def levering(gemeente: Gemeente, soort: str, tmp_path: Path) -> Aanlevering:
    uit: Aanlevering = lever(gemeente, SOORTEN[soort](tmp_path / f"levering.{soort}", FOUT))
    return uit


def test_dezelfde_codes_op_de_plek_van_het_bestand(levering: Aanlevering, soort: str) -> None:
    assert (levering.gelezen, levering.geaccepteerd, levering.afgekeurd) == (4, 1, 3)
    fouten = list(levering.fouten.filter(code__startswith="R").values_list("code", "kolom", "plek"))
    kolommen = ["bedrag_achterstand", "huisnummer", "bezwaar_klant"]
    assert fouten == list(zip(["R06", "R18", "R32"], kolommen, PLEKKEN[soort], strict=True))


def test_wie_bezwaar_had_staat_in_geen_soort_bestand_meer(
    gemeente: Gemeente, levering: Aanlevering, soort: str
) -> None:
    ruw = opslag.plek(levering.id)
    assert ruw is not None
    assert ruw.suffix == (".json" if soort == "json" else ".csv")
    assert b"Geheimenaar" not in ruw.read_bytes()
    levering.fouten.all().delete()
    Aanlevering.objects.filter(id=levering.id).update(status="ontvangen")
    nog_eens = aanleveren.verwerk(gemeente.intake, levering.id)
    assert (nog_eens.gelezen, nog_eens.afgekeurd, nog_eens.dubbel) == (4, 3, 1)


@pytest.mark.parametrize("naar", ["csv", "xlsx"])
def test_het_verbeterblad_heeft_de_eigen_kolommen_en_kan_terug(
    naar: str, gemeente: Gemeente, levering: Aanlevering, soort: str, tmp_path: Path
) -> None:
    _, ruw = queries.origineel(gemeente.intake, levering.id)
    inhoud, _ = rapport.verbeterblad(levering, ruw, naar)
    blad = tmp_path / f"verbeterd.{naar}"
    if naar == "xlsx":
        boek = openpyxl.load_workbook(io.BytesIO(inhoud))
        kop, *rijen = [[cel.value or "" for cel in regel] for regel in boek.active.iter_rows()]
        assert {cel.data_type for regel in boek.active.iter_rows() for cel in regel if cel.value} == {"s"}
    else:
        kop, *rijen = csv.reader(io.StringIO(inhoud.decode()), delimiter=";")
        assert not any(cel.startswith(("=", "+", "-", "@")) for regel in rijen for cel in regel)
    assert kop[-3:] == ["fout_kolom", "fout_code", "fout_tekst"]
    assert set(kop[:-3]) <= set(KOP)
    if soort != "json":
        assert kop[:-3] == list(KOP)
    assert [regel[-2] for regel in rijen] == ["R06", "R18"]
    assert "Geheimenaar" not in str(rijen)
    rijen[0][kop.index("bedrag_achterstand")], rijen[1][kop.index("huisnummer")] = "123.40", "10"
    if naar == "xlsx":
        schrijf_blad(blad, [kop, *rijen])
    else:
        with blad.open("w", newline="") as doel:
            csv.writer(doel, delimiter=";").writerows([kop, *rijen])
    tweede = lever(gemeente, blad)
    assert (tweede.gelezen, tweede.geaccepteerd, tweede.afgekeurd) == (2, 2, 0)
    assert list(tweede.fouten.values_list("code", flat=True)) == ["W41"], (
        "het nummer van de telefoon bleef heel"
    )


SLECHT: dict[str, tuple[str, str, str]] = {
    "leeg": ("", "F07", ""),
    "geen JSON": ("signaal_id;partner", "F14", ""),
    "afgebroken": ('[{"signaal_id": "E-1"', "F12", "/0"),
    "iets erachter": ("[{}] {}", "F12", ""),
    "NaN": ('[{"bedrag_achterstand": NaN}]', "F12", "/0"),
    "oneindig": ('{"signalen": [{}, {"bedrag_achterstand": -Infinity}]}', "F12", "/signalen/1"),
    "sleutel dubbel": ('[{"partner": "1", "partner": "2"}]', "F06", "/0/partner"),
    "lijst dubbel": ('{"signalen": [{}], "signalen": [{}]}', "F06", "/signalen"),
    "een object als waarde": ('[{"straat": {"naam": "x"}}]', "F14", "/0/straat"),
    "een lijst als waarde": ('[{"straat": ["x"]}]', "F14", "/0/straat"),
    "een getal als signaal": ("[1]", "F14", "/0"),
    "geen lijst": ('{"signalen": {}}', "F14", "/signalen"),
    "zonder lijst": ('{"partner": "1"}', "F14", ""),
    "lege lijst": ('{"signalen": []}', "F07", ""),
    "ander formaat": ('{"formaat": "ddas", "signalen": []}', "F14", "/formaat"),
    "vreemd lid": ('{"signalen": [], "gemeente": "x"}', "F14", "/gemeente"),
    "vreemde sleutel": ('[{"kleur": "rood"}]', "F06", ""),
    "bsn": ('[{"signaal_id": "E-1"}, {"BSN": ""}]', "F01", "/1/BSN"),
    "bsn naast de lijst": ('{"bsn": "", "signalen": []}', "F01", "/bsn"),
    "diep genest": ("[" * 100_000, "F14", "/0"),
    "diep genest in een cel": ('[{"straat": ' + "[" * 100_000, "F14", "/0"),
    "half teken": ('[{"straat": "\\ud800"}]', "F12", "/0/straat"),
    "NUL": ('[{"straat": "a\\u0000b"}]', "F12", "/0/straat"),
}


@pytest.mark.parametrize("geval", SLECHT)
def test_slechte_json_wordt_geweigerd_met_haar_plek(geval: str, gemeente: Gemeente, tmp_path: Path) -> None:
    inhoud, code, plek = SLECHT[geval]
    pad = tmp_path / "slecht.json"
    pad.write_text(inhoud)
    with pytest.raises(aanleveren.AanleveringGeweigerd) as fout:
        lever(gemeente, pad)
    assert (fout.value.code, fout.value.fouten[0].plaats.plek) == (code, plek)
    assert fout.value.probleem()["fouten"][0]["plek"] == plek
    assert opslag.plek(fout.value.aanlevering.id) is None


LANG = "x" * 1_000_000


@pytest.mark.parametrize(
    ("naam", "inhoud", "code"),
    [
        ("lang.csv", ";".join(KOP).encode() + b"\n" + LANG.encode(), "F12"),
        ("lang.json", json.dumps([rij(1, straat=LANG)]).encode(), "F12"),
        ("latin.json", '[{"straat": "Jos\xe9"}]'.encode("latin-1"), "F04"),
        ("utf16.json", '[{"straat": "x"}]'.encode("utf-16"), "F04"),
        ("tekst.xlsx", b"signaal_id;partner", "F08"),
        ("json.csv", b'[{"signaal_id": "E-1"}]', "F08"),
        ("kapot.xlsx", b"PK\x03\x04rest", "F12"),
    ],
)
def test_wat_niet_is_wat_het_heet_of_te_groot_is(
    naam: str, inhoud: bytes, code: str, gemeente: Gemeente, tmp_path: Path
) -> None:
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    with pytest.raises(aanleveren.AanleveringGeweigerd, match=code):
        lever(gemeente, pad)


def test_een_zipbom_en_een_cel_van_een_miljoen_tekens_in_een_rekenblad(
    gemeente: Gemeente, tmp_path: Path
) -> None:
    als_blad(tmp_path / "bom.xlsx", [rij(1)])
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "a", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("xl/worksheets/sheet9.xml", b"0" * 60_000_000)
    (tmp_path / "lang.xlsx").write_bytes(rapport.als_xlsx([KOP, [LANG, *list(rij(1).values())[1:]]]))
    for naam in ("bom.xlsx", "lang.xlsx"):
        with pytest.raises(aanleveren.AanleveringGeweigerd, match="F12"):
            lever(gemeente, tmp_path / naam)


def test_getallen_houden_hun_cijfers_en_ja_is_j(gemeente: Gemeente, tmp_path: Path) -> None:
    signaal: dict[str, Any] = {naam: cel for naam, cel in rij(1).items() if cel}
    signaal |= {
        "huisnummer": 10,
        "aantal_herinneringen": 3,
        "hulp_genoemd": True,
        "bezwaar_klant": False,
        "toevoeging": None,
    }
    tekst = json.dumps([signaal]).replace('"432.10"', "432.10")
    (tmp_path / "levering.json").write_text(tekst)
    assert lever(gemeente, tmp_path / "levering.json").geaccepteerd == 1


def test_de_plek_heet_zoals_het_bestand_haar_noemt() -> None:
    assert [kolomletters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert Plekken(wortel="").van(1, "straat") == "/0/straat"
    assert Plekken(letters={"straat": "C"}).van(7, "straat") == "C7"
    assert Plekken(letters={"straat": "C"}).van(7, "") == "7:7"
    assert Plekken().van(7, "straat") == ""


def test_het_verbeterblad_achter_elke_deur(
    gemeente: Gemeente, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    aanlevering = lever(gemeente, als_tekst(tmp_path / "levering.csv", FOUT))
    web = Client()
    web.force_login(Gebruiker.objects.get(id=gemeente.intake.gebruiker_id))
    pad = f"/vroegsignalering/aanleveringen/{aanlevering.id}/verbeterblad"
    for adres in (f"{pad}?soort=xlsx", f"/api/v1{pad}?soort=xlsx"):
        antwoord = web.get(adres)
        assert antwoord.status_code == 200, antwoord.content
        blad = openpyxl.load_workbook(io.BytesIO(antwoord.content)).active
        assert blad.max_row == 3
    with pytest.raises(SystemExit) as einde:
        hoofd(
            [
                "vroegsignalering",
                "verbeterblad",
                str(aanlevering.id),
                "--uitvoer",
                str(tmp_path / "blad.xlsx"),
            ]
        )
    assert einde.value.code == 0, capsys.readouterr().err
    assert openpyxl.load_workbook(tmp_path / "blad.xlsx").active.max_row == 3
    assert web.get(f"{pad}?soort=pdf").status_code == 400
