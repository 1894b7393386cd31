"""The vault: keys by what they lock, made once, destroyed for good."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from samenhang.kernel.kluis import Geschonden, Kluis, SleutelOntbreekt, Slot, ontsluit, open_opslag, versluit
from samenhang.kernel.kluis.opslag import Opslag

GEHEIM = b"g" * 50
PLEK = b"hier"


def slot(**anders: UUID | str | None) -> Slot:
    vast: dict[str, UUID | str | None] = {
        "organisatie": uuid4(), "persoon": uuid4(), "zaak": uuid4(), "categorie": "hulp",
    }  # fmt: skip
    return Slot(**vast | anders)  # type: ignore[arg-type]


def merk(kluis: Kluis, soort: str, een: Slot) -> str:
    nummer = een.persoon if soort == "persoon" else een.zaak
    assert nummer is not None
    return kluis.merk(soort, een.organisatie, nummer)


@pytest.fixture
def waar(tmp_path: Path) -> str:
    return str(tmp_path / "kluis" / "sleutels.sqlite3")


@pytest.fixture
def kluis(waar: str) -> Kluis:
    return Kluis(open_opslag(waar), GEHEIM)


def test_een_sleutel_wordt_een_keer_gemaakt_en_is_van_een_slot_alleen(kluis: Kluis) -> None:
    een, ander = slot(), slot()
    sleutels = kluis.maak([een, ander, een])
    assert kluis.maak([een]) == {een: sleutels[een]}
    assert kluis.sleutels([een, ander]) == sleutels
    assert len(set(sleutels.values())) == 2
    assert {len(sleutel) for sleutel in sleutels.values()} == {32}


@pytest.mark.parametrize("deel", ["organisatie", "persoon", "zaak", "categorie"])
def test_elk_deel_van_het_slot_telt(kluis: Kluis, deel: str) -> None:
    een = slot()
    ander = slot(**{
        naam: uuid4() if naam == deel and naam != "categorie" else "geld" if naam == deel else getattr(een, naam)
        for naam in ("organisatie", "persoon", "zaak", "categorie")
    })  # fmt: skip
    assert kluis.maak([een])[een] != kluis.maak([ander])[ander]


def test_wat_vernietigd_is_komt_niet_terug_en_is_iets_anders_dan_onbekend(kluis: Kluis) -> None:
    weg, blijft = slot(), slot()
    sleutels = kluis.maak([weg, blijft])
    assert kluis.vernietig([merk(kluis, "zaak", weg)]) == 1
    assert kluis.vernietig([merk(kluis, "zaak", weg), merk(kluis, "zaak", slot())]) == 0
    assert kluis.sleutels([weg, blijft]) == {weg: None, blijft: sleutels[blijft]}
    with pytest.raises(SleutelOntbreekt):
        kluis.sleutels([slot()])
    assert kluis.maak([weg])[weg] != sleutels[weg]


def test_een_persoon_en_een_zaak_nemen_al_hun_sleutels_mee_en_geen_andere(kluis: Kluis) -> None:
    een = slot()
    zelfde_persoon = Slot(een.organisatie, een.persoon, None, "hulp")
    zelfde_zaak = Slot(een.organisatie, uuid4(), een.zaak, "hulp")
    elders = Slot(uuid4(), een.persoon, een.zaak, "hulp")
    sleutels = kluis.maak([een, zelfde_persoon, zelfde_zaak, elders])
    assert kluis.vernietig([merk(kluis, "persoon", een)]) == 2
    assert kluis.sleutels([zelfde_zaak, elders]) == {slot: sleutels[slot] for slot in (zelfde_zaak, elders)}
    assert kluis.vernietig([merk(kluis, "zaak", een)]) == 1
    assert kluis.sleutels([een, zelfde_persoon, zelfde_zaak, elders]) == {
        een: None, zelfde_persoon: None, zelfde_zaak: None, elders: sleutels[elders],
    }  # fmt: skip


def test_veel_sleutels_in_een_vraag(kluis: Kluis) -> None:
    sloten = [slot() for _ in range(1200)]
    gemaakt = kluis.maak(sloten)
    assert kluis.sleutels(sloten) == gemaakt
    assert kluis.vernietig([merk(kluis, "persoon", een) for een in sloten]) == 1200


def test_wie_tegelijk_een_sleutel_maakt_krijgt_dezelfde(waar: str) -> None:
    kluis, sloten = Kluis(open_opslag(waar), GEHEIM), [slot() for _ in range(20)]
    gemaakt: list[dict[Slot, bytes]] = []
    draden = [threading.Thread(target=lambda: gemaakt.append(kluis.maak(sloten))) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(gemaakt) == 4
    assert all(anders == gemaakt[0] for anders in gemaakt)


def test_wie_tegelijk_een_nieuw_bestand_opent_wacht_op_elkaar(tmp_path: Path) -> None:
    begin, klaar = threading.Barrier(8), list[int]()

    def open_en_vraag(opslag: Opslag) -> None:
        begin.wait()
        klaar.append(len(opslag.geef(["naam"])))

    for nummer in range(30):
        opslag = open_opslag(str(tmp_path / str(nummer) / "sleutels.sqlite3"))
        draden = [threading.Thread(target=open_en_vraag, args=[opslag]) for _ in range(8)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    assert klaar == [0] * 8 * 30


def test_met_een_ander_geheim_gaat_de_kluis_niet_open(waar: str, kluis: Kluis) -> None:
    een = slot()
    kluis.maak([een])
    with pytest.raises(SleutelOntbreekt):
        Kluis(open_opslag(waar), b"h" * 50).sleutels([een])


def test_het_bestand_noemt_niemand_en_is_van_de_eigenaar_alleen(tmp_path: Path) -> None:
    pad, een = tmp_path / "kluis" / "sleutels.sqlite3", slot()
    kluis = Kluis(open_opslag(str(pad)), GEHEIM)
    sleutel = kluis.maak([een])[een]
    kopie = tmp_path / "kopie.sqlite3"
    assert open_opslag(str(pad)).kopieer(kopie) == 1  # type: ignore[union-attr]
    for bestand in (*pad.parent.iterdir(), kopie):
        inhoud = bestand.read_bytes()
        assert sleutel not in inhoud
        assert str(een.persoon).encode() not in inhoud
        assert een.persoon.bytes not in inhoud
    assert {bestand.stat().st_mode & 0o077 for bestand in (pad, kopie)} == {0}


def test_van_een_vernietigde_sleutel_blijft_geen_byte_in_het_bestand(tmp_path: Path) -> None:
    pad, een = tmp_path / "sleutels.sqlite3", slot()
    kluis = Kluis(open_opslag(str(pad)), GEHEIM)
    kluis.maak([een, slot()])
    with sqlite3.connect(pad) as kijker:
        vraag = "SELECT inhoud FROM kluis_sleutel WHERE zaak = ?"
        ingepakt = kijker.execute(vraag, [merk(kluis, "zaak", een)]).fetchone()[0]
    kijker.close()
    assert any(ingepakt in bestand.read_bytes() for bestand in tmp_path.iterdir())
    kluis.vernietig([merk(kluis, "zaak", een)])
    assert not any(ingepakt in bestand.read_bytes() for bestand in tmp_path.iterdir())


def test_tekst_gaat_open_op_haar_plek_en_nergens_anders() -> None:
    sleutel = os.urandom(32)
    inhoud = versluit(sleutel, "Zij slaapt slecht 🌙", PLEK)
    assert ontsluit(sleutel, inhoud, PLEK) == "Zij slaapt slecht 🌙"
    assert versluit(sleutel, "Zij slaapt slecht 🌙", PLEK) != inhoud
    for fout in (inhoud[:-1], inhoud[:13], b"", b"\x02" + inhoud[1:], inhoud[:-1] + bytes([inhoud[-1] ^ 1])):
        with pytest.raises(Geschonden):
            ontsluit(sleutel, fout, PLEK)
    with pytest.raises(Geschonden):
        ontsluit(sleutel, inhoud, b"daar")
    with pytest.raises(Geschonden):
        ontsluit(os.urandom(32), inhoud, PLEK)
