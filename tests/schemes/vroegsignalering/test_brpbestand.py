"""The extract of the BRP: read whole, or refused with line and column; found by birth date and by house."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.vroegsignalering.brp.bestand import VERPLICHT, BrpBestand, open_bestand
from samenhang.schemes.vroegsignalering.domain.brp import Gezocht
from tests.bouw import brprij, schrijf_brp

VOORBEELD = Path(__file__).parents[3] / "voorbeelden" / "demo" / "brp.csv"
VRAAG = Gezocht("Dijk", "van", "A.B.", "", date(1985, 6, 12), "2611AB", 10)


def test_het_voorbeeld_is_te_lezen() -> None:
    regels = VOORBEELD.read_text("utf-8").splitlines()[1:]
    assert BrpBestand.lees(VOORBEELD).aantal == len({regel.split(";")[0] for regel in regels})


def test_regels_van_een_persoon_zijn_zijn_adressen(tmp_path: Path) -> None:
    pad = schrijf_brp(
        tmp_path / "brp.csv",
        brprij(adres_tot="2026-05-01"),
        brprij(straat="Kerkpad", huisnummer="4", postcode="6008AB", gemeentecode="9902"),
    )
    (wie,) = BrpBestand.lees(pad).zoek(VRAAG)
    assert wie.adres.gemeentecode == "9902"
    assert [adres.straat for adres in wie.eerder] == ["Dorpsstraat"]


def test_alleen_wie_bedoeld_kan_zijn_komt_terug(tmp_path: Path) -> None:
    pad = schrijf_brp(
        tmp_path / "brp.csv",
        brprij(),
        brprij(persoon_id="2", achternaam="Smit", tussenvoegsel="", geboortedatum="1990-01-01"),
    )
    assert [wie.achternaam for wie in BrpBestand.lees(pad).zoek(VRAAG)] == ["Dijk"]


@pytest.mark.parametrize(
    ("kolom", "waarde"),
    [
        ("persoon_id", ""), ("achternaam", ""), ("geboortedatum", "12-06-1985"), ("geboortedatum", "1985-02-30"),
        ("adres_tot", "gisteren"), ("huisnummer", "0"), ("huisnummer", "10A"), ("postcode", "2611 ab"),
        ("gemeentecode", "99"), ("status", "weg"), ("geheimhouding", "1"), ("straat", "x" * 301),
    ],
)  # fmt: skip
def test_een_verkeerde_waarde_weigert_het_bestand_met_regel_en_kolom(
    tmp_path: Path, kolom: str, waarde: str
) -> None:
    pad = schrijf_brp(tmp_path / "brp.csv", brprij(), brprij(persoon_id="2") | {kolom: waarde})
    with pytest.raises(Geweigerd) as weigering:
        BrpBestand.lees(pad)
    assert [(f.plaats.regel, f.plaats.kolom) for f in weigering.value.fouten] == [(3, kolom)]


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "brp_kolom_ontbreekt"),
        (b"\xff\xfe", "brp_onleesbaar"),
        ((";".join((*VERPLICHT, "bsn")) + "\n").encode(), "brp_bsn"),
        ((";".join((*VERPLICHT, "inkomen")) + "\n").encode(), "brp_kolom_onbekend"),
        ((";".join((*VERPLICHT, "status")) + "\n").encode(), "brp_kolom_dubbel"),
        ((";".join(VERPLICHT) + "\n1;2\n").encode(), "brp_velden"),
        ((";".join(VERPLICHT) + '\n"1;2\n').encode(), "brp_csv"),
    ],
)
def test_een_verkeerd_bestand_wordt_geweigerd(tmp_path: Path, inhoud: bytes, code: str) -> None:
    pad = tmp_path / "brp.csv"
    pad.write_bytes(inhoud)
    with pytest.raises(Geweigerd) as weigering:
        BrpBestand.lees(pad)
    assert weigering.value.fouten[0].code == code
    assert "Er is niets gecontroleerd." in weigering.value.tekst.nl


def test_een_vervangen_bestand_wordt_opnieuw_gelezen(tmp_path: Path) -> None:
    pad = schrijf_brp(tmp_path / "brp.csv", brprij())
    assert open_bestand(pad) is open_bestand(pad)
    nieuw = schrijf_brp(tmp_path / "nieuw.csv", brprij(), brprij(persoon_id="2"))
    os.replace(nieuw, pad)
    assert open_bestand(pad).aantal == 2
    pad.unlink()
    with pytest.raises(Geweigerd):
        open_bestand(pad)
