"""A register that grows by portions is the register of one run over all files; it is replaced whole or not at all."""

from __future__ import annotations

import fcntl
import json
import os
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
from bench.tweede import schrijf_tweede

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering import koppelen
from samenhang.schemes.vroegsignalering.bestand import laad_beleid, lees
from samenhang.schemes.vroegsignalering.bestand.lezen import lees_rijen
from samenhang.schemes.vroegsignalering.koppelen import koppel, laad_gewichten, sleutels
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import INHOUD, normaliseer
from samenhang.schemes.vroegsignalering.koppelen.sleutels import PLAFOND
from samenhang.schemes.vroegsignalering.koppelregister import (
    Bijgewerkt,
    bijwerken,
    houd,
    inzien,
    verklaar,
    werk_bij,
)
from samenhang.schemes.vroegsignalering.koppelregister.klanten import SAMEN
from samenhang.schemes.vroegsignalering.koppelregister.plaats import BESTAND
from samenhang.schemes.vroegsignalering.koppelregister.rijen import KOLOMMEN
from tests.bouw import KOP, rij
from tests.schemes.vroegsignalering.test_bestand import DAG

INTREKKING = {
    naam: waarde
    for naam, waarde in rij(1).items()
    if naam in ("signaal_id", "partner", "partner_soort", "datum_signaal")
}
Stand = tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]


def schrijf(pad: Path, *rijen: dict[str, str]) -> Path:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(
        "\n".join([";".join(KOP), *(";".join(r.get(k, "") for k in KOP) for r in rijen)]) + "\n", "utf-8"
    )
    return pad


def stand(verbinding: duckdb.DuckDBPyConnection) -> Stand:
    return (
        verbinding.execute("SELECT * FROM uitkomst ORDER BY ALL").fetchall(),
        verbinding.execute("SELECT * FROM twijfel ORDER BY ALL").fetchall(),
    )


def in_een_keer(paden: Sequence[Path]) -> Stand:
    verbinding = duckdb.connect()
    lees(verbinding, paden, beleid=laad_beleid(DAG), peildatum=DAG, kalender=standaardkalender())
    koppel(verbinding, gewichten=laad_gewichten())
    return stand(verbinding)


def erbij(
    register: Path, paden: Sequence[Path], draden: int = 2
) -> tuple[Bijgewerkt, Stand, list[tuple[Any, ...]]]:
    """A run into a register: what it did, what stands, and its messages."""
    gezien: list[Stand] = []
    fouten: list[tuple[Any, ...]] = []

    def noteer(verbinding: duckdb.DuckDBPyConnection) -> None:
        gezien.append(stand(verbinding))
        fouten.extend(verbinding.execute("SELECT bestand, regel, code FROM fouten ORDER BY ALL").fetchall())

    verbinding = duckdb.connect(config={"threads": draden})
    with houd(register) as plaats:
        gedaan = werk_bij(
            verbinding,
            plaats,
            lambda v: lees_rijen(
                v, paden, beleid=laad_beleid(DAG), peildatum=DAG, kalender=standaardkalender()
            ),
            noteer,
            gewichten=laad_gewichten(),
        )
    return gedaan, gezien[0], fouten


@pytest.fixture(scope="module")
def rijen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Some three hundred signals of a seed on which nothing was learned: lines per partner."""
    map_ = tmp_path_factory.mktemp("wereld")
    schrijf_tweede(map_, 8802, 320)
    return {pad.stem: pad.read_text("utf-8").splitlines() for pad in sorted(map_.glob("*.csv"))}


def _cel(kop: str, regel: str, kolom: str, waarde: str) -> str:
    cellen = regel.split(";")
    cellen[kop.split(";").index(kolom)] = waarde
    return ";".join(cellen)


def verdeel(rijen: dict[str, list[str]], zaad: int, map_: Path) -> list[Path]:
    """The rows over files at random, with what goes wrong between files: a number used again for another
    signal, rows given twice, two people under one customer number, withdrawals, equal names of files."""
    kans = random.Random(zaad)
    paden = []
    for partner, (kop, *regels) in rijen.items():
        intrekking = {"soort_signaal": "intrekking", "achternaam": "", "geboortedatum": "", "voorletters": ""}
        eigen = list(regels)
        for regel in kans.sample(regels, max(1, len(regels) // 8)):
            eigen.append(kans.choice([regel, _cel(kop, regel, "achternaam", "Ondernaam")]))
            ander = _cel(kop, kans.choice(regels), "signaal_id", f"X-{zaad}-{len(eigen)}")
            klant = regel.split(";")[kop.split(";").index("klantnummer")]
            eigen.append(_cel(kop, ander, "klantnummer", klant))
        terug = kans.choice(regels)
        for kolom, waarde in intrekking.items():
            terug = _cel(kop, terug, kolom, waarde)
        eigen.append(terug)
        kans.shuffle(eigen)
        delen = kans.randint(1, 3)
        for deel in range(delen):
            pad = map_ / str(kans.randint(0, 99)) / f"{kans.choice([partner, 'levering'])}.csv"
            if (stuk := eigen[deel::delen]) and not pad.exists():
                pad.parent.mkdir(exist_ok=True, parents=True)
                pad.write_text("\n".join([kop, *stuk]) + "\n", "utf-8")
                paden.append(pad)
    return paden


@pytest.mark.parametrize(("zaad", "plafond"), [(0, PLAFOND), (1, 3)])
def test_in_porties_is_gelijk_aan_een_keer(
    rijen: dict[str, list[str]], zaad: int, plafond: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when blocks are refined and left out while they grow, for which the ceiling comes down to 3."""
    monkeypatch.setattr(sleutels, "PLAFOND", plafond)
    paden = verdeel(rijen, zaad, tmp_path / "bron")
    kans = random.Random(zaad)
    volgorde = kans.sample(paden, len(paden))
    grens = sorted(kans.sample(range(1, len(paden)), 2))
    porties = [volgorde[: grens[0]], volgorde[grens[0] : grens[1]], volgorde[grens[1] :]]
    porties[2].append(kans.choice(porties[0]))
    for draden, portie in enumerate(porties, 1):
        gedaan, staat, _ = erbij(tmp_path / "register", portie, draden)
        telling = gedaan.toegevoegd
        assert telling.gelezen == telling.geaccepteerd + telling.afgekeurd + telling.dubbel
    assert staat == in_een_keer(paden)
    assert gedaan.signalen == len(staat[0])


def test_wie_geen_postcode_heeft_wordt_toch_gekoppeld() -> None:
    """A resident who wrote without a full address stands beside signals, which have one."""
    verbinding = duckdb.connect()
    verbinding.execute(f"CREATE TABLE signalen ({', '.join(f'{naam} {soort}' for naam, soort in KOLOMMEN)})")
    verbinding.executemany(
        "INSERT INTO signalen BY NAME SELECT ? AS partner, 'water' AS partner_soort, 'achterstand' AS soort_signaal, ? AS signaal_id, 'Dijk' AS achternaam, 'A' AS voorletters, ? AS postcode, DATE '2026-01-01' AS datum_signaal",
        [("een", "1", ""), ("twee", "2", "1234AB")],
    )
    normaliseer(verbinding)
    assert verbinding.execute("SELECT postcode, wijk, streek FROM klant ORDER BY postcode").fetchall() == [
        ("", 0, 0),
        ("1234AB", 1234, 12),
    ]


def test_elk_gegeven_van_een_klant_volgt_uit_zijn_inhoud_of_groeit_mee() -> None:
    """A column that the matcher adds to `klant` without the register knowing how it grows would go wrong silently."""
    verbinding = duckdb.connect()
    verbinding.execute(f"CREATE TABLE signalen ({', '.join(f'{naam} {soort}' for naam, soort in KOLOMMEN)})")
    normaliseer(verbinding)
    kolommen = {naam for naam, *_ in verbinding.execute("DESCRIBE klant").fetchall()}
    uit_inhoud = {
        *INHOUD.split(", "),
        "nr",
        "letter",
        "postcode",
        "wijk",
        "streek",
        "huisnummer",
        "pand",
        "deel",
        "doopnaam",
    }
    assert kolommen - uit_inhoud == set(SAMEN)


def test_een_bestand_nog_eens_verandert_niets(rijen: dict[str, list[str]], tmp_path: Path) -> None:
    paden = verdeel(rijen, 9, tmp_path / "bron")[:4]
    eerst, staat, _ = erbij(tmp_path / "register", paden)
    weer, later, fouten = erbij(tmp_path / "register", paden[1:2])
    assert later == staat
    assert (weer.toegevoegd.geaccepteerd, weer.van_persoon) == (0, 0)
    assert weer.bestanden == eerst.bestanden == 4
    assert {bestand for bestand, _, _ in fouten} <= {paden[1].name, str(paden[1])}


def test_wat_tussen_rijen_niet_mag_geldt_ook_tegen_het_register(tmp_path: Path) -> None:
    """A row given twice, a number used again for another signal, and a withdrawal, which leaves its signal."""
    register = tmp_path / "register"
    erbij(register, [schrijf(tmp_path / "m.csv", rij(1), rij(2))])
    later = schrijf(tmp_path / "n.csv", rij(1), rij(2, achternaam="Ander"), rij(3))
    terug = schrijf(tmp_path / "a.csv", INTREKKING | {"soort_signaal": "intrekking"})
    gedaan, staat, fouten = erbij(register, [later, terug])
    telling = gedaan.toegevoegd
    assert (telling.geaccepteerd, telling.afgekeurd, telling.dubbel) == (2, 1, 1)
    assert fouten == [("n.csv", 3, "R02")]
    assert [r[1] for r in staat[0]] == ["E-1", "E-2", "E-3"]


def test_een_bestand_dat_in_volgorde_eerst_komt_wint_en_dat_wordt_gemeld(tmp_path: Path) -> None:
    register = tmp_path / "register"
    b = schrijf(tmp_path / "b.csv", rij(1), rij(2))
    a = schrijf(tmp_path / "a.csv", rij(2, achternaam="Ander", voorletters="Q.", geboortedatum="1950-05-05"))
    erbij(register, [b])
    gedaan, staat, fouten = erbij(register, [a])
    assert gedaan.toegevoegd.geaccepteerd == 1
    assert fouten == [("b.csv", 3, "R02")]
    assert staat == in_een_keer([a, b])


def test_na_andere_regels_wordt_alles_opnieuw_gekoppeld(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paden = [schrijf(tmp_path / "m.csv", rij(1), rij(2)), schrijf(tmp_path / "n.csv", rij(3))]
    monkeypatch.setattr(bijwerken, "regels", lambda: "de regels van vorig jaar")
    assert not erbij(tmp_path / "register", paden[:1])[0].andere_regels
    monkeypatch.undo()
    gedaan, staat, _ = erbij(tmp_path / "register", paden[1:])
    assert gedaan.andere_regels
    assert staat == in_een_keer(paden)


def test_een_paar_uit_een_register_is_uit_te_leggen_als_een_paar_uit_bestanden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register, gewichten = tmp_path / "register", laad_gewichten()
    paden = [schrijf(tmp_path / "m.csv", rij(1)), schrijf(tmp_path / "n.csv", rij(2, achternaam="Dijck"))]
    for pad in paden:
        erbij(register, [pad])
    verbinding = duckdb.connect()
    lees(verbinding, paden, beleid=laad_beleid(DAG), peildatum=DAG, kalender=standaardkalender())
    verwacht = koppelen.verklaar(verbinding, "E-1", "E-2", gewichten)
    assert verwacht["vergelijkingen"]
    assert verklaar(duckdb.connect(), register, "E-1", "E-2", gewichten) == verwacht
    monkeypatch.setattr(inzien, "regels", lambda: "de regels van volgend jaar")
    assert verklaar(duckdb.connect(), register, "E-1", "E-2", gewichten) == verwacht
    (register / BESTAND).write_bytes(b"geen database" * 999)
    with pytest.raises(Geweigerd, match="register_beschadigd"):
        verklaar(duckdb.connect(), register, "E-1", "E-2", gewichten)


@pytest.fixture
def vraag(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Run `koppel --register`; gives exit code and the JSON of stdout, or of stderr when it was refused."""

    def _vraag(register: Path, *bestanden: Path) -> tuple[int, dict[str, Any]]:
        with pytest.raises(SystemExit) as einde:
            hoofd(
                ["vroegsignalering", "koppel", *map(str, bestanden), "--register", str(register), "--uitvoer",
                 str(tmp_path / "uit.csv"), "--peildatum", "2026-12-01", "--json"]
            )  # fmt: skip
        uit = capsys.readouterr()
        assert isinstance(einde.value.code, int)
        return einde.value.code, json.loads(uit.out or uit.err)

    return _vraag


def test_de_opdracht_maakt_het_register_en_zegt_wat_er_staat(
    tmp_path: Path, vraag: Callable[..., tuple[int, dict[str, Any]]]
) -> None:
    register = tmp_path / "register"
    code, _ = vraag(register, schrijf(tmp_path / "a.csv", rij(1)))
    assert code == 0
    assert register.stat().st_mode & 0o077 == 0
    assert (register / BESTAND).stat().st_mode & 0o077 == 0
    code, verslag = vraag(register, schrijf(tmp_path / "b.csv", rij(2, voorletters="Z.")))
    assert (code, verslag["geaccepteerd"], verslag["personen"]) == (0, 1, 2)
    assert verslag["register"] == {
        "signalen": 2, "bestanden": 2, "van_persoon_veranderd": 0, "opnieuw_om_andere_regels": False,
    }  # fmt: skip
    assert len((tmp_path / "uit.csv").read_text().splitlines()) == 3


def test_een_geweigerd_bestand_verandert_niets(
    tmp_path: Path, vraag: Callable[..., tuple[int, dict[str, Any]]]
) -> None:
    register, uit = tmp_path / "register", tmp_path / "uit.csv"
    fout = tmp_path / "fout.csv"
    fout.write_text("bsn;" + ";".join(KOP) + "\n")
    assert vraag(register, fout)[0] == 2
    assert not register.exists()
    vraag(register, schrijf(tmp_path / "a.csv", rij(1)))
    eerst = ((register / BESTAND).read_bytes(), uit.read_bytes())
    code, probleem = vraag(register, schrijf(tmp_path / "b.csv", rij(2)), fout)
    assert (code, probleem["code"]) == (2, "F01")
    assert ((register / BESTAND).read_bytes(), uit.read_bytes()) == eerst
    assert [deel.name for deel in register.iterdir()] == [BESTAND]


@pytest.mark.parametrize(
    ("soort", "verwacht"),
    [
        ("bestand", "register_is_bestand"),
        ("geen_map", "map_ontbreekt"),
        ("vreemd", "register_onbekend"),
        ("rommel", "register_beschadigd"),
        ("leeg", "register_beschadigd"),
        ("andere_database", "register_beschadigd"),
        ("afgekapt", "register_beschadigd"),
        ("bezet", "register_bezet"),
        ("onschrijfbaar", "register_onschrijfbaar"),
    ],
)
def test_wat_geen_register_is_wordt_geweigerd_met_wat_te_doen(
    soort: str, verwacht: str, tmp_path: Path, vraag: Callable[..., tuple[int, dict[str, Any]]]
) -> None:
    register = tmp_path / "register"
    goed = schrijf(tmp_path / "a.csv", rij(1))
    if soort == "bestand":
        register.write_text("geen map")
    elif soort == "geen_map":
        register = tmp_path / "weg" / "register"
    elif soort == "onschrijfbaar":
        register = Path("/proc/register")
    else:
        register.mkdir()
        if soort == "vreemd":
            (register / "foto.txt").write_text("van iemand")
        elif soort == "rommel":
            (register / BESTAND).write_bytes(b"geen database" * 999)
        elif soort == "leeg":
            (register / BESTAND).touch()
        elif soort == "andere_database":
            duckdb.connect(str(register / BESTAND)).execute("CREATE TABLE iets (x INTEGER)").close()
        elif soort == "afgekapt":
            vraag(register, goed)
            heel = (register / BESTAND).read_bytes()
            (register / BESTAND).write_bytes(heel[: len(heel) // 2])
    eerst = {deel.name: deel.read_bytes() for deel in register.iterdir()} if register.is_dir() else {}
    wijzer = os.open(register, os.O_RDONLY) if soort == "bezet" else None
    if wijzer is not None:
        fcntl.flock(wijzer, fcntl.LOCK_EX)
    code, probleem = vraag(register, schrijf(tmp_path / "b.csv", rij(2)))
    if wijzer is not None:
        os.close(wijzer)
    assert (code, probleem["code"]) == (2, verwacht)
    if register.is_dir():
        assert {deel.name: deel.read_bytes() for deel in register.iterdir()} == eerst
