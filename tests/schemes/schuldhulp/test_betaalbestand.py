"""Payments from a file of the bank: each row by itself, refused rows at their line, twice changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions import betaalbestand
from samenhang.schemes.schuldhulp.actions.betaalbestand import lees_betalingen_in
from samenhang.schemes.schuldhulp.models import Betaalbestand
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db
KOP = "datum;naam;bedrag;kenmerk;transactie"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        return gemeente, [w.met_krediet(gemeente).id for _ in range(2)], w.opgepakt(gemeente).id

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


@pytest.fixture
def zaken(stand: Any, db: None) -> list[Zaak]:
    return [Zaak.objects.get(id=id_) for id_ in stand[1]]


def bestand(*regels: str) -> bytes:
    return "\n".join((KOP, *regels)).encode()


def betalingen(gemeente: w.Gemeente, zaak: Zaak) -> list[tuple[str, str]]:
    dossier = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id)
    return [(rij.bedrag.draad(), rij.transactie) for rij in dossier.betalingen]


def goed(zaken: list[Zaak]) -> bytes:
    een, twee = zaken
    return bestand(
        f"2026-11-24;R. de Wit;283,14;krediet {een.nummer.lower()} november;NL1",
        f'2026-11-24;"De Wit; R.";"1.000,00";{twee.nummer};NL2',
        f"2026-11-24;R. de Wit;0,01;{een.nummer};NL3",
    )


def test_elke_betaling_bij_haar_zaak_ook_van_een_collega(gemeente: w.Gemeente, zaken: list[Zaak]) -> None:
    """Ruben treats neither case; he reads the file in, and sees of it only how many."""
    rij = lees_betalingen_in(w.als(gemeente.ruben), "bank.csv", goed(zaken))
    assert (rij.geboekt, rij.bekend, rij.fouten, rij.klaar is not None) == (3, 0, [], True)
    assert betalingen(gemeente, zaken[0]) == [("283.14", "NL1"), ("0.01", "NL3")]
    assert betalingen(gemeente, zaken[1]) == [("1000.00", "NL2")]
    regels = Auditregel.objects.filter(naam="betaling uit bestand boeken")
    assert (regels.count(), {regel.gebruiker_id for regel in regels}) == (3, {None})


def test_door_drie_deuren_en_een_keer(
    gemeente: w.Gemeente, zaken: list[Zaak], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pagina, inhoud = w.web(gemeente.noor), goed(zaken)
    assert pagina.post("/schuldhulp/betalingen", {"bestand": SimpleUploadedFile("bank.csv", inhoud)}).status_code == 302  # fmt: skip
    assert "bank.csv" in pagina.get("/schuldhulp/betalingen").content.decode()
    machine = w.api(gemeente.noor)
    zelfde = machine.post("/api/v1/schuldhulp/betaalbestanden", {"bestand": SimpleUploadedFile("x.csv", inhoud)})  # fmt: skip
    assert (zelfde.status_code, zelfde.json()["code"]) == (409, "bestand_bekend")
    ander = tmp_path / "ander.csv"
    ander.write_bytes(inhoud + f"\n2026-11-24;;5,00;{zaken[0].nummer};NL4\n".encode())
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", "betalingen-inlezen", str(ander), "--als", gemeente.noor.email, "--json"])
    uit = json.loads(capsys.readouterr().out)
    assert (einde.value.code, uit["geboekt"], uit["bekend"], uit["fouten"]) == (0, 1, 3, [])
    lijst = machine.get("/api/v1/schuldhulp/betaalbestanden").json()["betaalbestanden"]
    assert [rij["naam"] for rij in lijst] == ["ander.csv", "bank.csv"]
    assert len(betalingen(gemeente, zaken[0])) == 3


@pytest.mark.parametrize(
    ("regel", "code", "kolom"),
    [
        ("31-11-2026;;10,00;{zaak};A1", "datum_onjuist", "datum"),
        ("2026-11-25;;10,00;{zaak};A1", "datum_onjuist", "datum"),
        ("2026-11-23;;10,00;{zaak};A1", "datum_te_vroeg", "datum"),
        ("2026-11-24;;1.234;{zaak};A1", "bedrag_onjuist", "bedrag"),
        ("2026-11-24;;-10,00;{zaak};A1", "bedrag_onjuist", "bedrag"),
        ("2026-11-24;;0,00;{zaak};A1", "bedrag_onjuist", "bedrag"),
        ("2026-11-24;;NaN;{zaak};A1", "bedrag_onjuist", "bedrag"),
        ("2026-11-24;;9.999,00;{zaak};A1", "meer_dan_open", "bedrag"),
        ("2026-11-24;;10,00;huur november;A1", "kenmerk_onjuist", "kenmerk"),
        ("2026-11-24;;10,00;SH26-0000001;A1", "kenmerk_onjuist", "kenmerk"),
        ("2026-11-24;;10,00;SH26-0000000;A1", "geen_krediet", "kenmerk"),
        ("2026-11-24;;10,00;{zonder};A1", "geen_krediet", "kenmerk"),
        ("2026-11-24;;10,00;{zaak};", "transactie_onjuist", "transactie"),
        ("2026-11-24;;10,00;{zaak};NL0", "dubbele_transactie", "transactie"),
        ("2026-11-24;;10,00", "kenmerk_onjuist", "kenmerk"),
    ],
)
def test_een_slechte_regel_blijft_buiten_met_plaats_en_raad(
    gemeente: w.Gemeente, zaken: list[Zaak], stand: Any, regel: str, code: str, kolom: str
) -> None:
    zonder = Zaak.objects.get(id=stand[2]).nummer
    inhoud = bestand(
        f"2026-11-24;;20,00;{zaken[0].nummer};NL0", regel.format(zaak=zaken[1].nummer, zonder=zonder)
    )
    rij = lees_betalingen_in(w.als(gemeente.noor), "bank.csv", inhoud)
    (fout,) = rij.fouten
    assert (rij.geboekt, fout["code"], fout["regel"], fout["kolom"]) == (1, code, 3, kolom)
    assert fout["nl"].startswith("Regel 3, ")
    assert fout["en"].startswith("Line 3, ")
    assert betalingen(gemeente, zaken[1]) == []


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "kolommen_onjuist"),
        (b"datum;bedrag;kenmerk\n", "kolommen_onjuist"),
        (b"datum;bedrag;bedrag;kenmerk;transactie\n", "kolommen_onjuist"),
        (KOP.encode(), "geen_rijen"),
        (KOP.encode() + b"\n\xff\xfe", "geen_utf8"),
        (KOP.encode() + b'\n"2026', "csv_onjuist"),
        (b"x" * 2_000_001, "te_groot"),
    ],
)
def test_wat_geen_bestand_met_betalingen_is(gemeente: w.Gemeente, inhoud: bytes, code: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        lees_betalingen_in(w.als(gemeente.noor), "bank.csv", inhoud)
    assert fout.value.code == code
    assert not Betaalbestand.objects.exists()


def test_wat_met_de_hand_is_vastgelegd_telt_niet_nog_eens(gemeente: w.Gemeente, zaken: list[Zaak]) -> None:
    w.doe(gemeente, zaken[0], "betaling", bedrag="283,14", op=w.vandaag())
    rij = lees_betalingen_in(w.als(gemeente.noor), "bank.csv", goed(zaken))
    assert [fout["code"] for fout in rij.fouten] == ["al_met_de_hand"]
    assert betalingen(gemeente, zaken[0]) == [("283.14", ""), ("0.01", "NL3")]


def test_een_afgebroken_bestand_gaat_verder(
    gemeente: w.Gemeente, zaken: list[Zaak], monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = betaalbestand._boek

    def breekt_af(bestand: Betaalbestand, regel: Any) -> Any:
        if regel.transactie == "NL3":
            raise KeyboardInterrupt
        return echt(bestand, regel)

    monkeypatch.setattr(betaalbestand, "_boek", breekt_af)
    with pytest.raises(KeyboardInterrupt):
        lees_betalingen_in(w.als(gemeente.noor), "bank.csv", goed(zaken))
    assert Betaalbestand.objects.get().klaar is None
    assert "afgebroken" in w.web(gemeente.noor).get("/schuldhulp/betalingen").content.decode()
    monkeypatch.setattr(betaalbestand, "_boek", echt)
    rij = lees_betalingen_in(w.als(gemeente.noor), "bank.csv", goed(zaken))
    assert (rij.geboekt, rij.bekend, rij.fouten) == (1, 2, [])
    assert betalingen(gemeente, zaken[0]) == [("283.14", "NL1"), ("0.01", "NL3")]


def test_een_andere_gemeente_boekt_hier_niets(gemeente: w.Gemeente, zaken: list[Zaak]) -> None:
    elders = w.maak_gemeente("9904")
    rij = lees_betalingen_in(w.als(elders.noor), "bank.csv", goed(zaken))
    assert (rij.geboekt, {fout["code"] for fout in rij.fouten}) == (0, {"geen_krediet"})
    with pytest.raises(Geweigerd):
        lees_betalingen_in(w.als(gemeente.ewa), "bank.csv", goed(zaken))
    assert betalingen(gemeente, zaken[0]) == []
