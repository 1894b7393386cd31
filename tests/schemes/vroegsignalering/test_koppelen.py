"""What the matcher can and cannot know: a named test for each difficult case, and determinism."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import duckdb
import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.demo.leveringen import maak_wereld, schrijf
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import laad_beleid, lees
from samenhang.schemes.vroegsignalering.koppelen import Oordeel, koppel, laad_gewichten
from tests.bouw import KOP, rij
from tests.schemes.vroegsignalering.test_bestand import DAG

HUUR = {"partner": "99990011", "partner_soort": "huur", "aantal_herinneringen": "1"}


def bestanden(map_: Path, *rijen: dict[str, str]) -> list[Path]:
    per_partner: dict[str, list[dict[str, str]]] = {}
    for r in rijen:
        per_partner.setdefault(r["partner"], []).append(r)
    paden = []
    for partner, eigen in per_partner.items():
        pad = map_ / f"{partner}.csv"
        pad.write_text("\n".join([";".join(KOP), *(";".join(r[k] for k in KOP) for r in eigen)]) + "\n")
        paden.append(pad)
    return paden


def gekoppeld(
    map_: Path,
    *rijen: dict[str, str],
    oordelen: list[Oordeel] | None = None,
    bekend: dict[tuple[str, str], str] | None = None,
) -> tuple[dict[str, tuple[str, str]], list[set[str]]]:
    """Person and household per signal, and the doubtful pairs."""
    verbinding = duckdb.connect()
    uitkomst = lees(
        verbinding,
        bestanden(map_, *rijen),
        beleid=laad_beleid(DAG),
        peildatum=DAG,
        kalender=standaardkalender(),
    )
    assert uitkomst.geaccepteerd == len(rijen), verbinding.execute("SELECT * FROM fouten").fetchall()
    koppel(verbinding, gewichten=laad_gewichten(), oordelen=oordelen or [], bekend=bekend)
    wie = {
        s: (p, h)
        for s, p, h in verbinding.execute(
            "SELECT signaal_id, persoon_id, huishouden_id FROM uitkomst"
        ).fetchall()
    }
    twijfel = [
        set(paar)
        for paar in verbinding.execute("SELECT links_signaal_id, rechts_signaal_id FROM twijfel").fetchall()
    ]
    return wie, twijfel


def test_een_vrouw_met_dubbele_naam_bij_twee_partners_is_een_persoon(tmp_path: Path) -> None:
    links = rij(1, achternaam="Wiersma-de Vries", tussenvoegsel="", voorletters="E.M.")
    rechts = rij(2, **HUUR, achternaam="VRIES", tussenvoegsel="DE", voorletters="E.M.", telefoon="")
    wie, _ = gekoppeld(tmp_path, links, rechts)
    assert wie["E-1"] == wie["E-2"]


def test_tweeling_met_dezelfde_voorletter_en_geboortedatum_blijft_twee_of_wordt_gevraagd(
    tmp_path: Path,
) -> None:
    links = rij(1, voorletters="J.", voornaam="Joris", telefoon="")
    rechts = rij(2, **HUUR, voorletters="J.", voornaam="Karel", telefoon="0687654321", klantnummer="K9")
    wie, twijfel = gekoppeld(tmp_path, links | {"telefoon": "0611111111"}, rechts)
    assert wie["E-1"][0] != wie["E-2"][0] or twijfel


def test_vader_en_zoon_met_dezelfde_voorletter_blijven_apart(tmp_path: Path) -> None:
    wie, _ = gekoppeld(
        tmp_path,
        rij(1, voorletters="J."),
        rij(2, **HUUR, voorletters="J.", geboortedatum="1955-02-03", telefoon=""),
    )
    assert wie["E-1"][0] != wie["E-2"][0]
    assert wie["E-1"][1] == wie["E-2"][1]


def test_zonder_geboortedatum_past_een_huursignaal_bij_vader_en_zoon_en_beslist_een_mens(
    tmp_path: Path,
) -> None:
    zorg = {"partner": "99990031", "partner_soort": "zorg", "aantal_herinneringen": "1"}
    vader, zoon = (
        rij(1, voorletters="J.", telefoon=""),
        rij(2, **zorg, voorletters="J.", geboortedatum="2003-02-03", telefoon=""),
    )
    huur = rij(3, **HUUR, voorletters="J.", geboortedatum="", telefoon="")
    wie, twijfel = gekoppeld(tmp_path, vader, zoon, huur)
    assert len({persoon for persoon, _ in wie.values()}) == 3
    assert any("E-3" in paar for paar in twijfel)


def test_echtpaar_op_een_adres_blijft_twee_personen_in_een_huishouden(tmp_path: Path) -> None:
    wie, _ = gekoppeld(
        tmp_path, rij(1, voorletters="A."), rij(2, **HUUR, voorletters="P.", geboortedatum="", telefoon="")
    )
    assert wie["E-1"][0] != wie["E-2"][0]
    assert wie["E-1"][1] == wie["E-2"][1]


def test_studentenhuis_is_geen_huishouden(tmp_path: Path) -> None:
    namen = ("Kuipers", "Haddad", "Terlouw", "Brandsma")
    rijen = [
        rij(
            n,
            achternaam=naam,
            tussenvoegsel="",
            voorletters=f"{naam[0]}.",
            geboortedatum=f"200{n}-03-0{n + 1}",
            telefoon="",
        )
        for n, naam in enumerate(namen)
    ]
    wie, _ = gekoppeld(tmp_path, *rijen)
    assert len({huis for _, huis in wie.values()}) == 4


def test_wie_verhuist_blijft_dezelfde(tmp_path: Path) -> None:
    wie, _ = gekoppeld(
        tmp_path,
        rij(1, achternaam="Terpstra", tussenvoegsel=""),
        rij(
            2,
            **HUUR,
            achternaam="Terpstra",
            tussenvoegsel="",
            straat="Havenkade",
            huisnummer="3",
            postcode="2900AA",
            woonplaats="Waterrijk",
        ),
    )
    assert wie["E-1"][0] == wie["E-2"][0]


def test_een_naamgenoot_die_later_in_de_woning_trekt_is_een_ander(tmp_path: Path) -> None:
    wie, _ = gekoppeld(
        tmp_path,
        rij(1, achternaam="Jansen", tussenvoegsel=""),
        rij(
            2, **HUUR, achternaam="Jansen", tussenvoegsel="", voorletters="K.", geboortedatum="", telefoon=""
        ),
    )
    assert wie["E-1"][0] != wie["E-2"][0]


def test_het_nummer_van_een_hulpverlener_bindt_niemand(tmp_path: Path) -> None:
    namen = ("Kuipers", "Haddad", "Terlouw", "Brandsma", "Wiersma")
    rijen = [
        rij(
            n,
            achternaam=naam,
            tussenvoegsel="",
            voorletters=f"{naam[0]}.",
            geboortedatum=f"198{n}-03-0{n + 1}",
            huisnummer=str(10 + 2 * n),
            telefoon="0600000101",
        )
        for n, naam in enumerate(namen)
    ]
    wie, _ = gekoppeld(tmp_path, *rijen)
    assert len({huis for _, huis in wie.values()}) == 5


def test_een_oordeel_geldt_en_wordt_niet_opnieuw_gevraagd(tmp_path: Path) -> None:
    paar = (rij(1, voorletters="A."), rij(2, **HUUR, voorletters="P.", geboortedatum="", telefoon=""))
    links, rechts = ("99990021", "E-1"), ("99990011", "E-2")
    wie, twijfel = gekoppeld(tmp_path, *paar, oordelen=[Oordeel(links, rechts, zelfde=True)])
    assert wie["E-1"][0] == wie["E-2"][0]
    zelfde = (rij(1), rij(2, **HUUR))
    wie, twijfel = gekoppeld(tmp_path, *zelfde, oordelen=[Oordeel(links, rechts, zelfde=False)])
    assert wie["E-1"][0] != wie["E-2"][0]
    assert not twijfel


def test_een_bekende_persoon_houdt_zijn_nummer(tmp_path: Path) -> None:
    wie, _ = gekoppeld(tmp_path, rij(1), rij(2, **HUUR), bekend={("99990021", "E-1"): "Poud"})
    assert wie["E-1"][0] == wie["E-2"][0] == "Poud"


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("wereld")
    schrijf(maak_wereld(zaad=11, huishoudens=6_000), map_)
    return map_


def koppel_opdracht(*argumenten: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "koppel", *argumenten, "--peildatum", "2026-11-24", "--json"])
    uit = capsys.readouterr()
    assert einde.value.code == 0, uit.err
    return json.loads(uit.out)


def test_kwaliteit_op_een_wereld_die_niet_voor_de_regels_is_gebruikt(
    wereld: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verslag = koppel_opdracht(
        str(wereld),
        "--uitvoer",
        str(tmp_path / "u.csv"),
        "--twijfel",
        str(tmp_path / "t.csv"),
        "--fouten",
        str(tmp_path / "f.csv"),
        capsys=capsys,
    )
    with (tmp_path / "u.csv").open() as bestand:
        uit = {(r["partner"], r["signaal_id"]): r["persoon_id"] for r in csv.DictReader(bestand)}
    with (wereld / "waarheid" / "waarheid.csv").open() as bestand:
        waar = {(r["partner"], r["signaal_id"]): r["persoon"] for r in csv.DictReader(bestand)}
    assert len(uit) == verslag["geaccepteerd"]
    assert verslag["gelezen"] == verslag["geaccepteerd"] + verslag["afgekeurd"] + verslag["dubbel"]

    def paren(groepen: dict[str, list[tuple[str, str]]]) -> set[tuple[tuple[str, str], tuple[str, str]]]:
        return {(a, b) for leden in groepen.values() for a in leden for b in leden if a < b}

    per_uit: dict[str, list[tuple[str, str]]] = {}
    per_waar: dict[str, list[tuple[str, str]]] = {}
    for sleutel, persoon in uit.items():
        per_uit.setdefault(persoon, []).append(sleutel)
        per_waar.setdefault(waar[sleutel], []).append(sleutel)
    gevonden, echt = paren(per_uit), paren(per_waar)
    precisie, dekking = len(gevonden & echt) / len(gevonden), len(gevonden & echt) / len(echt)
    with capsys.disabled():
        print(f"\nkoppelen: {len(uit)} signalen, precisie {precisie:.4f}, dekking {dekking:.4f}")
    assert precisie >= 0.985
    assert 2 * precisie * dekking / (precisie + dekking) >= 0.98


def test_draden_volgorde_en_splitsing_veranderen_niets(
    wereld: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uitkomsten = []
    for draden in ("1", "2", "4"):
        doel = tmp_path / f"u{draden}.csv"
        koppel_opdracht(str(wereld), "--uitvoer", str(doel), "--draden", draden, capsys=capsys)
        uitkomsten.append(doel.read_bytes())
    anders = tmp_path / "anders"
    anders.mkdir()
    for pad in sorted(wereld.glob("*.csv")):
        kop, *regels = pad.read_text("utf-8-sig").splitlines()
        random.Random(3).shuffle(regels)
        helft = len(regels) // 2 or 1
        for deel, eigen in enumerate((regels[:helft], regels[helft:])):
            if eigen:
                (anders / f"{pad.stem}-{deel}.csv").write_text(
                    "\n".join([kop, *eigen]) + "\n", encoding="utf-8"
                )
    koppel_opdracht(str(anders), "--uitvoer", str(tmp_path / "a.csv"), capsys=capsys)
    uitkomsten.append((tmp_path / "a.csv").read_bytes())
    assert len(set(uitkomsten)) == 1


def test_een_geweigerd_bestand_schrijft_niets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    goed = bestanden(tmp_path, rij(1))[0]
    fout = tmp_path / "fout.csv"
    fout.write_text("bsn;" + ";".join(KOP) + "\n")
    with pytest.raises(SystemExit) as einde:
        hoofd(
            [
                "vroegsignalering",
                "koppel",
                str(goed),
                str(fout),
                "--uitvoer",
                str(tmp_path / "uit.csv"),
                "--json",
            ]
        )
    uit = capsys.readouterr()
    assert einde.value.code == 2
    assert json.loads(uit.err)["code"] == "F01"
    assert uit.out == ""
    assert not (tmp_path / "uit.csv").exists()


def test_verklaar_geeft_per_vergelijking_het_gewicht(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paden = [str(pad) for pad in bestanden(tmp_path, rij(1), rij(2, **HUUR))]
    with pytest.raises(SystemExit) as einde:
        hoofd(
            [
                "vroegsignalering",
                "verklaar",
                *paden,
                "--paar",
                "E-1",
                "99990011:E-2",
                "--peildatum",
                "2026-11-24",
                "--json",
            ]
        )
    uitleg = json.loads(capsys.readouterr().out)
    assert einde.value.code == 0
    assert uitleg["som"] == uitleg["basis"] + sum(regel["gewicht"] for regel in uitleg["vergelijkingen"])
    assert uitleg["uitslag"] == "samen"
