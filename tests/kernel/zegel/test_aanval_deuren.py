"""Acceptance case 14 through the doors: who owns the database deletes a row and renumbers the rest, and is found out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zegel import punten
from samenhang.kernel.zegel.models import Blad, Controlepunt, Logcontrole
from tests.bouw import Gemeente
from tests.kernel.zegel.test_deuren_zegel import als, opdracht
from tests.kernel.zegel.test_verzegelen import als as letterlijk
from tests.kernel.zegel.test_verzegelen import eerste, schrijf, zegel, zonder_wachters
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]
pytestmark = pytest.mark.django_db
VERZEGELD = "/logboek/verzegeling"
API = "/api/v1/logboek"
DOOR_PARTNER = "kopie van Zandwijk"


@pytest.fixture
def bewaard(gemeente: Gemeente, zaak: Zaak) -> str:
    """A sealed log of two checkpoints, and what the partner stored of the first."""
    schrijf(4)
    zegel()
    schrijf(4)
    zegel()
    return str(punten.nota_van(Controlepunt.objects.earliest("id")))


def verwijder_en_hernummer() -> int:
    """One audit row with its leaf away, the numbers closed up; gives the number of that leaf."""
    blad = eerste(list(Blad.objects.order_by("nummer")), "audit", 2)
    with zonder_wachters("logboek_auditregel", "zegel_blad", "zegel_tak", "zegel_controlepunt") as doe:
        doe(f"DELETE FROM logboek_auditregel WHERE id = {letterlijk(blad.rij_id)}")
        doe(f"DELETE FROM zegel_blad WHERE nummer = {blad.nummer}")
        doe(f"UPDATE zegel_blad SET nummer = -nummer WHERE nummer > {blad.nummer}")
        doe("UPDATE zegel_blad SET nummer = -nummer - 1 WHERE nummer < 0")
    return int(blad.nummer)


def herschrijf_met_de_sleutel() -> None:
    """Who holds the key too: every leaf, branch and checkpoint thrown away, one row gone, and sealed anew."""
    blad = eerste(list(Blad.objects.order_by("nummer")), "audit", 2)
    tabellen = ("zegel_blad", "zegel_tak", "zegel_controlepunt", "zegel_zegelstand")
    with zonder_wachters("logboek_auditregel", *tabellen) as doe:
        doe(f"DELETE FROM logboek_auditregel WHERE id = {letterlijk(blad.rij_id)}")
        for tabel in tabellen:
            doe(f"DELETE FROM {tabel}")
    zegel()


def test_14_verwijderd_en_hernummerd_valt_op_achter_elke_deur(
    bewaard: str, gemeente: Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    client = als(gemeente, "auditor")
    code, uit, _ = opdracht(capsys, "controleer", "--json")
    assert (code, json.loads(uit)["klopt"], json.loads(uit)["eersteBlad"]) == (0, True, None)
    verwijder_en_hernummer()

    code, uit, _ = opdracht(capsys, "controleer", "--json")
    gevonden = json.loads(uit)
    assert (code, gevonden["klopt"]) == (1, False)
    eerste_blad, zin = gevonden["eersteBlad"], gevonden["bevindingen"][0]["tekst"]
    assert (gevonden["bevindingen"][0]["code"], eerste_blad) == ("wortel_anders", 0)
    assert "bladen 0 tot en met 13" in zin, "het blad waar het begint staat in de zin"
    code, uit, _ = opdracht(capsys, "controleer", "--als", "auditor@test.invalid")
    assert code == 1
    assert zin in uit

    over_api = client.post(f"{API}/controles", {}, content_type="application/json").json()
    assert (over_api["klopt"], over_api["bevindingen"]) == (False, gevonden["bevindingen"])

    Logcontrole.objects.all().delete()
    client.post(f"{VERZEGELD}/controle", {"terug": VERZEGELD})
    pagina = client.get(VERZEGELD).content.decode()
    assert "alles klopt" not in pagina
    assert zin in pagina
    assert len(client.get(f"{API}/verzegeling").json()["alarmen"]) == 1


def test_14_wie_ook_de_sleutel_heeft_valt_door_het_controlepunt_van_de_partner(
    bewaard: str, gemeente: Gemeente, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client = als(gemeente, "auditor")
    bestand = tmp_path / "zandwijk.txt"
    bestand.write_text(bewaard, "utf-8")
    code, uit, _ = opdracht(capsys, "controleer", "--json", "--tegen", str(bestand))
    assert (code, json.loads(uit)["klopt"]) == (0, True)
    herschrijf_met_de_sleutel()

    assert json.loads(opdracht(capsys, "controleer", "--json")[1])["klopt"], "het past weer in zichzelf"
    code, uit, _ = opdracht(capsys, "controleer", "--json", "--tegen", str(bestand))
    assert code == 1
    assert [(d["code"], d["blad"]) for d in json.loads(uit)["bevindingen"]] == [("log_afgesplitst", 0)]

    lijf = {"tegen": [{"naam": DOOR_PARTNER, "controlepunt": bewaard}]}
    over_api = client.post(f"{API}/controles", lijf, content_type="application/json").json()
    assert [deel["code"] for deel in over_api["bevindingen"]] == ["log_afgesplitst"]
    assert DOOR_PARTNER in over_api["bevindingen"][0]["tekst"]

    pagina = client.get(VERZEGELD).content.decode()
    assert DOOR_PARTNER in pagina, "wat de controle vond staat bij de auditor"


def test_14_een_werker_controleert_door_geen_deur(
    bewaard: str, gemeente: Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    werker = als(gemeente, "vroegsignaleerder")
    assert werker.get(VERZEGELD).status_code == 403
    werker.post(f"{VERZEGELD}/controle", {"terug": VERZEGELD})
    assert werker.post(f"{API}/controles", {}, content_type="application/json").status_code == 403
    assert (
        opdracht(capsys, "controleer", "--als", "vroegsignaleerder@test.invalid")[2]["code"]
        == "rol_ontbreekt"
    )
    assert not Logcontrole.objects.exists()
