"""Copying the vault apart and putting it back, and what is refused."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from samenhang.cli.beheer import kluis as opdracht
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kluis import Kluis, SleutelOntbreekt, Slot, open_opslag
from samenhang.kernel.toegang import versleuteld
from samenhang.kernel.vernietiging.models import Sleutelwissing
from samenhang.kernel.vernietiging.sleutels import wis_sleutels

REGISTER = uuid4()


@pytest.fixture
def pad(tmp_path: Path, settings) -> Path:
    settings.KLUIS = str(tmp_path / "kluis" / "sleutels.sqlite3")
    versleuteld.kluis.cache_clear()
    yield Path(settings.KLUIS)
    versleuteld.kluis.cache_clear()


def slot(persoon: UUID) -> Slot:
    return Slot(REGISTER, persoon, None, "hulp")


def zet_apart(pad: Path) -> None:
    for bestand in pad.parent.iterdir():
        bestand.rename(bestand.with_name(f"oud-{bestand.name}"))
    versleuteld.kluis.cache_clear()


@pytest.mark.django_db
def test_een_teruggezette_kluis_verliest_opnieuw_wat_was_vernietigd(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], django_capture_on_commit_callbacks
) -> None:
    weg, blijft, kopie = uuid4(), uuid4(), tmp_path / "kopie.sqlite3"
    sleutels = versleuteld.kluis().maak([slot(weg), slot(blijft)])
    opdracht.kopie(kopie)
    assert json.loads(capsys.readouterr().out) == {"bestand": str(kopie), "sleutels": 2}
    assert stat.S_IMODE(kopie.stat().st_mode) == 0o600
    with django_capture_on_commit_callbacks(execute=True):
        wis_sleutels("persoon", REGISTER, [weg])
    assert Sleutelwissing.objects.get().gedaan is not None
    zet_apart(pad)
    opdracht.terugzetten(kopie)
    assert json.loads(capsys.readouterr().out) == {
        "kluis": str(pad), "sleutels": 2, "opnieuw_vernietigd": 1,
    }  # fmt: skip
    assert versleuteld.kluis().sleutels([slot(weg), slot(blijft)]) == {
        slot(weg): None, slot(blijft): sleutels[slot(blijft)],
    }  # fmt: skip
    opdracht.nakijken()
    assert json.loads(capsys.readouterr().out) == {"opnieuw_vernietigd": 0}


@pytest.mark.django_db
def test_een_sleutel_gaat_pas_als_de_vernietiging_vaststaat_en_anders_doet_de_plicht_het(pad: Path) -> None:
    from samenhang.kernel.plichten.uitvoerder import plichten, werk

    wie = uuid4()
    versleuteld.kluis().maak([slot(wie)])
    wis_sleutels("persoon", REGISTER, [wie])
    assert versleuteld.kluis().sleutels([slot(wie)])[slot(wie)] is not None
    assert werk(gekozen=plichten(["vernietiging.sleutels"])) == 1
    assert versleuteld.kluis().sleutels([slot(wie)]) == {slot(wie): None}
    assert werk(gekozen=plichten(["vernietiging.sleutels"])) == 0


def code(doe, bestand: Path) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe(bestand)
    assert fout.value.tekst.nl != fout.value.tekst.en
    return fout.value.code


def test_een_kopie_overschrijft_niets_en_een_kluis_ook_niet(pad: Path, tmp_path: Path) -> None:
    versleuteld.kluis().maak([slot(uuid4())])
    kopie = tmp_path / "kopie.sqlite3"
    opdracht.kopie(kopie)
    assert code(opdracht.kopie, kopie) == "bestand_bestaat"
    assert code(opdracht.terugzetten, kopie) == "kluis_bestaat"


@pytest.mark.parametrize("inhoud", [None, b"", b"geen database", b"SQLite format 3\x00" + b"x" * 200])
def test_wat_geen_kluis_is_wordt_geweigerd(pad: Path, tmp_path: Path, inhoud: bytes | None) -> None:
    bestand = tmp_path / "vreemd.sqlite3"
    if inhoud is not None:
        bestand.write_bytes(inhoud)
    assert code(opdracht.terugzetten, bestand) == "geen_kluis"
    assert not pad.exists()


def test_een_kluis_in_postgresql_gaat_met_haar_eigen_gereedschap(tmp_path: Path, settings) -> None:
    settings.KLUIS = "postgresql://kluis@localhost/kluis"
    assert code(opdracht.kopie, tmp_path / "x") == "kluis_in_postgresql"


def test_met_een_andere_kluis_hoort_de_lezer_wat_de_beheerder_moet_doen(tmp_path: Path) -> None:
    kluis = Kluis(open_opslag(str(tmp_path / "leeg.sqlite3")), b"g" * 50)
    with pytest.raises(SleutelOntbreekt) as fout:
        kluis.sleutels([slot(uuid4())])
    assert (fout.value.status, fout.value.code) == (503, "sleutel_ontbreekt")
    assert "kluis-terugzetten" in fout.value.tekst.nl
    assert "kluis-terugzetten" in fout.value.tekst.en
