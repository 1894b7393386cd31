"""Every code of the domain file through the action, and the same words behind every door: file, page, API, command."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.organisaties.actions import maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.schemes.vroegsignalering import aanleveren, queries, rapport
from tests.bouw import KOP, Gemeente, lever, maak_gemeente, rij
from tests.schemes.vroegsignalering.test_bestand import PER_CODE

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
PER_RIJ = {code: (kolom, anders) for code, kolom, anders in PER_CODE if anders.get("partner_soort") != "zorg"}
KOPREGEL = ";".join(KOP).encode()
RIJ = ";".join(rij(1)[kolom] for kolom in KOP).encode()
PER_BESTAND: dict[str, tuple[str, bytes]] = {
    "F01": ("a.csv", b"bsn;" + KOPREGEL + b"\n;" + RIJ),
    "F02": ("a.csv", b"IBAN;" + KOPREGEL + b"\n;" + RIJ),
    "F03": ("a.csv", b"aantal kinderen;" + KOPREGEL + b"\n;" + RIJ),
    "F04": ("a.csv", KOPREGEL + b"\nJos\xe9" + RIJ),
    "F05": ("a.csv", KOPREGEL.replace(b";", b",") + b"\n"),
    "F06": ("a.csv", KOPREGEL + b";signaal_id\n" + RIJ + b";"),
    "F07": ("a.csv", KOPREGEL + b"\n"),
    "F08": ("a.csv", b"PK\x03\x04" + RIJ),
    "F10": ("a.csv", KOPREGEL + b"\n" + RIJ.replace(b"99990021", b"99990022")),
    "F11": ("a.csv", KOPREGEL + b"\n" + RIJ + b"\n" + RIJ.replace(b"99990021", b"99990022")),
    "F12": ("a.csv", KOPREGEL + b'\n"' + RIJ),
    "F14": ("a.json", b'{"signalen": {}}'),
}
LASTIG: dict[str, tuple[str, bytes, str]] = {
    "leeg": ("a.csv", b"", "F07"),
    "alleen een kop": ("a.csv", KOPREGEL, "F07"),
    "utf-16": ("a.csv", (KOPREGEL + b"\n" + RIJ).decode().encode("utf-16"), "F04"),
    "cel van een miljoen tekens": ("a.csv", KOPREGEL + b"\n" + b"x" * 1_000_000 + RIJ, "F12"),
    "cel van een miljoen tekens over regels": (
        "a.csv",
        KOPREGEL + b'\n"' + b"x\n" * 500_000 + b'"' + RIJ,
        "F12",
    ),
    "rekenblad met de naam csv": ("a.csv", b"PK\x03\x04", "F08"),
    "pdf met de naam xlsx": ("a.xlsx", b"%PDF-1.7", "F08"),
}


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


def bearer(gemeente: Gemeente) -> dict[str, str]:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=gemeente.intake.medewerker_id), "proef")
    vraag = {"client_id": str(sleutel.id), "client_secret": geheim, "grant_type": "client_credentials"}
    antwoord = Client().post("/api/v1/token", vraag)
    return {"HTTP_AUTHORIZATION": f"Bearer {antwoord.json()['access_token']}"}


def ingelogd(gemeente: Gemeente) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.intake.gebruiker_id))
    return client


def test_elke_code_staat_met_plaats_en_zin_achter_elke_deur(
    gemeente: Gemeente, schrijf: Schrijf, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file with a row of each code."""
    client, kop = ingelogd(gemeente), bearer(gemeente)
    eerder = rij(99, klantnummer=f"K{list(PER_RIJ).index('W31')}")  # an end of supply follows on a signal
    assert lever(gemeente, schrijf(eerder, naam="eerder.csv")).geaccepteerd == 1
    pad = schrijf(*(rij(n, **anders) for n, (_, anders) in enumerate(PER_RIJ.values())), naam="codes.csv")
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "lever-aan", str(pad), "--partner", "Noordlicht", "--json"])
    assert einde.value.code == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["gelezen"] == uit["geaccepteerd"] + uit["afgekeurd"] + uit["dubbel"] == len(PER_RIJ)
    aanlevering = Aanlevering.objects.get(id=uit["aanlevering"])
    geweigerd = {regel for regel, code in enumerate(PER_RIJ, start=2) if code[0] == "R"}
    assert set(aanlevering.fouten.filter(code__startswith="R").values_list("regel", flat=True)) == geweigerd
    assert uit["afgekeurd"] == len(geweigerd)
    with Path(uit["foutenrapport"]).open(encoding="utf-8") as bestand:
        regels = list(csv.DictReader(bestand, delimiter=";"))
    items = client.get(f"/api/v1/vroegsignalering/aanleveringen/{aanlevering.id}/fouten", **kop).json()[
        "items"
    ]
    for regel, (code, (kolom, _)) in enumerate(PER_RIJ.items(), start=2):
        fout = aanlevering.fouten.filter(code=code, kolom=kolom, regel=regel).first()
        assert fout is not None, code
        assert bool(fout.tekst), code
        assert fout.tekst != fout.text, code
        eigen = {"bestand": pad.name, "regel": str(regel), "kolom": kolom, "code": code}
        assert any(eigen.items() <= gezegd.items() and gezegd["text"] for gezegd in regels), code
        zelfde = {"regel": regel, "kolom": kolom, "plek": "", "code": code, "tekst": fout.tekst, "text": fout.text}  # fmt: skip
        assert zelfde in items, code
        pagina = client.get(f"/vroegsignalering/aanleveringen/{aanlevering.id}?code={code}")
        assert {f.code for f in pagina.context["fouten"]} == {code}


@pytest.mark.parametrize("code", PER_BESTAND)
def test_een_geweigerd_bestand_zegt_waarom_achter_elke_deur(
    code: str, gemeente: Gemeente, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    naam, inhoud = PER_BESTAND[code]
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "lever-aan", str(pad), "--partner", "Noordlicht", "--json"])
    uit, probleem = capsys.readouterr()
    assert (einde.value.code, uit) == (2, "")
    document = json.loads(probleem)
    assert document["code"] == document["fouten"][0]["code"] == code
    rij_ = Aanlevering.objects.get(id=document["aanlevering"])
    assert (rij_.status, rij_.code, rij_.gelezen) == ("geweigerd", code, 0)
    assert rij_.reden_nl != rij_.reden_en
    assert code in "".join(rapport.regels(rij_))
    assert rij_.reden_nl.split("'")[0][:40] in ingelogd(gemeente).get(
        f"/vroegsignalering/aanleveringen/{rij_.id}"
    ).content.decode().replace("&#x27;", "'")
    with pad.open("rb") as bestand:
        api = Client().post(
            f"/api/v1/vroegsignalering/partners/{gemeente.partner.id}/aanleveringen",
            {"bestand": bestand},
            **bearer(gemeente),
        )
    assert (api.status_code, api.json()["code"]) == (400, code)


@pytest.mark.parametrize("geval", LASTIG)
def test_wat_niemand_zou_sturen_wordt_geweigerd(geval: str, gemeente: Gemeente, tmp_path: Path) -> None:
    naam, inhoud, code = LASTIG[geval]
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    with pytest.raises(aanleveren.AanleveringGeweigerd) as fout:
        lever(gemeente, pad)
    assert fout.value.code == code


@pytest.mark.parametrize("soort", ["uitgepakt", "verre cel", "herhaalde tekst"])
def test_een_rekenblad_dat_uitdijt_wordt_niet_uitgepakt(
    soort: str, gemeente: Gemeente, tmp_path: Path
) -> None:
    import openpyxl

    pad = tmp_path / "bom.xlsx"
    boek = openpyxl.Workbook()
    boek.active.append(list(KOP))
    if soort == "verre cel":
        boek.active.cell(1_048_576, 16_384, "x")
    boek.save(pad)
    if soort == "uitgepakt":
        with zipfile.ZipFile(pad, "a", zipfile.ZIP_DEFLATED) as archief:
            archief.writestr("xl/worksheets/sheet9.xml", b"0" * 80_000_000)
    if soort == "herhaalde tekst":
        cellen = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 100_000))
        with zipfile.ZipFile(pad, "a", zipfile.ZIP_DEFLATED) as archief:
            archief.writestr("xl/worksheets/sheet9.xml", cellen)
            archief.writestr("xl/x/sharedStrings.xml", f"<sst><si><t>{'x' * 50_000}</t></si></sst>")
    with pytest.raises(aanleveren.AanleveringGeweigerd, match="F12"):
        lever(gemeente, pad)


def test_een_formule_komt_nergens_als_formule_naar_buiten(gemeente: Gemeente, schrijf: Schrijf) -> None:
    aanlevering = lever(
        gemeente, schrijf(rij(1, straat="=CMD|' /C calc'!A0", huisnummer="10A"), naam="=boos.csv")
    )
    for regel in "".join(rapport.regels(aanlevering)).splitlines():
        assert not any(cel.strip('"').startswith(("=", "+", "@")) for cel in regel.split(";")), regel
    _, pad = queries.origineel(gemeente.intake, aanlevering.id)
    assert b";=CMD" not in rapport.verbeterblad(aanlevering, pad)[0]
    lijst = ingelogd(gemeente).get("/vroegsignalering/aanleveringen?uitvoer=csv").content
    assert b";=boos" not in lijst


def test_een_sleutel_met_een_ander_bestand_wordt_geweigerd(gemeente: Gemeente, schrijf: Schrijf) -> None:
    kop: dict[str, Any] = bearer(gemeente) | {"HTTP_IDEMPOTENCY_KEY": "levering-van-vandaag"}
    adres = f"/api/v1/vroegsignalering/partners/{gemeente.partner.id}/aanleveringen"

    def stuur(pad: Path, **anders: str) -> Any:
        with pad.open("rb") as bestand:
            return Client().post(adres, {"bestand": bestand, **anders}, **kop)

    een, twee = schrijf(rij(1), naam="a.csv"), schrijf(rij(2), naam="b.csv")
    eerste = stuur(een)
    assert eerste.status_code == 201
    herhaald = stuur(een)
    assert (herhaald.status_code, herhaald.json()) == (201, eerste.json())
    assert stuur(twee).status_code == 422
    kop.pop("HTTP_IDEMPOTENCY_KEY")
    nog_eens = stuur(een)
    assert (nog_eens.status_code, nog_eens.json()["melding"]["code"]) == (200, "F09")
    lang = stuur(twee, wacht="false")
    assert lang.status_code == 202
    assert Client().get(lang.headers["Location"], **bearer(gemeente)).json()["status"] == "ontvangen"
    assert Aanlevering.objects.count() == 2
