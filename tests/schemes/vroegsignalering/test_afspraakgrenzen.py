"""Amount and age that partner and municipality agreed: a file with rows outside is refused as a whole (F15)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.personen.models import Persoon
from samenhang.schemes.vroegsignalering.aanleveren import AanleveringGeweigerd
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from tests.bouw import Gemeente, lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
ZONDER_DATUM = {"ontstaansdatum": "", "aantal_maanden": "2"}
EINDE = {"soort_signaal": "einde_levering", "dreiging": "afsluiting", "datum_dreiging": "2027-01-29"}


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


def spreek_af(**grenzen: Any) -> None:
    """The agreement of the test says this; it is version 4."""
    Partnerafspraak.objects.update(versie=4, **grenzen)


@pytest.mark.parametrize(
    ("grenzen", "goed", "fout", "kolom", "wat"),
    [
        (
            {"drempel_centen": 7500},
            {"bedrag_achterstand": "75.00"},
            {"bedrag_achterstand": "74.99"},
            "bedrag_achterstand",
            "bedrag lager dan 75.00",
        ),
        (
            {"minimum_dagen": 45},
            {"datum_signaal": "2026-11-23", "ontstaansdatum": "2026-10-09", "aantal_maanden": ""},
            {"datum_signaal": "2026-11-23", "ontstaansdatum": "2026-10-10", "aantal_maanden": ""},
            "ontstaansdatum",
            "jonger dan 45 dagen",
        ),
        (
            {"maximum_dagen": 60},
            {"datum_signaal": "2026-11-23", "ontstaansdatum": "2026-09-24", "aantal_maanden": ""},
            {"datum_signaal": "2026-11-23", "ontstaansdatum": "2026-09-23", "aantal_maanden": ""},
            "ontstaansdatum",
            "ouder dan 60 dagen",
        ),
        (
            {"minimum_maanden": 2},
            ZONDER_DATUM,
            ZONDER_DATUM | {"aantal_maanden": "1"},
            "aantal_maanden",
            "minder dan 2 maanden",
        ),
    ],
)
def test_een_rij_buiten_de_afspraak_weigert_het_bestand(
    gemeente: Gemeente,
    schrijf: Schrijf,
    grenzen: dict[str, Any],
    goed: dict[str, str],
    fout: dict[str, str],
    kolom: str,
    wat: str,
) -> None:
    spreek_af(**grenzen)
    met_goed = lever(gemeente, schrijf(rij(1, **goed), naam="goed.csv"))
    assert met_goed.geaccepteerd == 1
    with pytest.raises(AanleveringGeweigerd, match="F15") as weigering:
        lever(gemeente, schrijf(rij(2, **goed), rij(3, **fout), rij(4, **fout), naam="fout.csv"))
    assert [(f.code, f.plaats.regel, f.plaats.kolom) for f in weigering.value.fouten] == [
        ("F15", 3, kolom),
        ("F15", 4, kolom),
    ]
    tekst = weigering.value.tekst
    assert wat in tekst.nl
    assert "2 waarden, de eerste op regel 3" in tekst.nl
    assert "afspraak versie 4" in tekst.nl
    assert "agreement version 4" in tekst.en
    assert Persoon.objects.count() == 1
    assert opslag.plek(weigering.value.aanlevering.id) is None


def test_wat_haast_heeft_of_niet_meetelt_valt_buiten_de_grenzen(gemeente: Gemeente, schrijf: Schrijf) -> None:
    lever(gemeente, schrijf(rij(1), rij(2), naam="eerder.csv"))
    spreek_af(drempel_centen=50_000, minimum_dagen=300, minimum_maanden=12)
    terug = dict.fromkeys(rij(1), "") | {
        kolom: rij(2)[kolom] for kolom in ("signaal_id", "partner", "partner_soort", "datum_signaal")
    }
    levering = lever(
        gemeente,
        schrijf(
            rij(3, klantnummer="K1", **EINDE),
            terug | {"soort_signaal": "intrekking"},
            rij(4, bezwaar_klant="J"),
        ),
    )
    assert (levering.status, levering.geaccepteerd, levering.afgekeurd) == ("verwerkt", 2, 1)


def test_een_dreiging_gaat_voor_de_drempel(gemeente: Gemeente, schrijf: Schrijf) -> None:
    spreek_af(drempel_centen=50_000)
    dreigt = {"dreiging": "afsluiting", "datum_dreiging": "2027-01-29", "bedrag_achterstand": "20.00"}
    assert lever(gemeente, schrijf(rij(1, **dreigt))).geaccepteerd == 1


def test_een_lange_lijst_noemt_de_eerste_honderd_en_hoeveel_het_er_zijn(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    spreek_af(drempel_centen=90_000)
    with pytest.raises(AanleveringGeweigerd) as weigering:
        lever(gemeente, schrijf(*(rij(n, huisnummer=str(n)) for n in range(1, 131))))
    assert len(weigering.value.fouten) == 100
    assert "130 waarden" in weigering.value.tekst.nl


def test_de_opdracht_noemt_in_json_de_plek(
    gemeente: Gemeente, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spreek_af(drempel_centen=90_000)
    pad = tmp_path / "levering.json"
    pad.write_text(json.dumps([rij(1), rij(2, huisnummer="11")]))
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "lever-aan", str(pad), "--partner", "Noordlicht", "--json"])
    probleem = json.loads(capsys.readouterr().err)
    assert (einde.value.code, probleem["code"]) == (2, "F15")
    assert [fout["plek"] for fout in probleem["fouten"]] == ["/0/bedrag_achterstand", "/1/bedrag_achterstand"]
    assert Aanlevering.objects.get().status == "geweigerd"
