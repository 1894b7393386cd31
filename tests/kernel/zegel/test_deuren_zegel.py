"""The seal by page, API and command; a proof that a stranger's program checks; and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zegel import alarm, bladen, punten, sleutels
from samenhang.kernel.zegel.domain.nota import GETUIGE
from samenhang.kernel.zegel.models import Logalarm, Logcontrole
from samenhang.schemes.vroegsignalering import queries
from tests.bouw import Gemeente
from tests.kernel.zegel.test_verzegelen import knoei, zegel
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]
pytestmark = pytest.mark.django_db
DOC = Path(__file__).resolve().parents[3] / "docs" / "logboek.md"


def programma() -> str:
    """The program that stands in the document."""
    tekst = DOC.read_text("utf-8").partition("<!-- begin: controleer.py -->\n```python\n")[2]
    return tekst.partition("```")[0]


def kijk_na(map_: Path, bewijs: dict[str, Any], sleutel: str) -> subprocess.CompletedProcess[str]:
    (map_ / "controleer.py").write_text(programma(), "utf-8")
    (map_ / "bewijs.json").write_text(json.dumps(bewijs), "utf-8")
    return subprocess.run(
        [sys.executable, "-I", "controleer.py", "bewijs.json", sleutel],
        cwd=map_, capture_output=True, text=True, check=False, env={"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def als(gemeente: Gemeente, rol: str) -> Client:
    gebruiker = Gebruiker.objects.create_user(f"{rol}@test.invalid", naam=rol)
    medewerker = Medewerker.objects.create(gebruiker=gebruiker, organisatie=gemeente.organisatie, naam=rol)
    Rolvervulling.objects.create(medewerker=medewerker, scheme="vroegsignalering", rol=rol, van="2026-01-01")
    client = Client()
    client.force_login(gebruiker)
    return client


def opdracht(capsys: pytest.CaptureFixture[str], *delen: str) -> tuple[int, str, dict[str, Any]]:
    """Exit code, stdout, and the problem document on stderr."""
    with pytest.raises(SystemExit) as einde:
        hoofd(["logboek", *delen])
    uit, fout = capsys.readouterr()
    return int(einde.value.code or 0), uit, json.loads(fout) if fout.startswith("{") else {}


def test_het_programma_in_het_document_heeft_hoogstens_veertig_regels() -> None:
    assert 20 < len(programma().splitlines()) <= 40


def test_een_vreemde_gaat_een_bewijs_na(
    gemeente: Gemeente, zaak: Zaak, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries.melding(gemeente.sanne, zaak.id)
    operatie = Auditregel.objects.latest("id").operatie_id
    zegel()
    client = als(gemeente, "auditor")
    antwoord = client.get(f"/logboek/bewijs?operatie={operatie}")
    assert antwoord.headers["Content-Disposition"].endswith(f'"bewijs-{operatie}.json"')
    bewijs = json.loads(antwoord.content)
    sleutel = str(sleutels.bekend()[0])
    assert {json.loads(blad["regel"])["log"] for blad in bewijs["bladen"]} == {"audit", "verwerking"}
    assert kijk_na(tmp_path, bewijs, sleutel).stdout.startswith("KLOPT: 2 bladen")
    assert client.get(f"/api/v1/logboek/bewijzen/{operatie}").json() == bewijs
    code, uit, _ = opdracht(capsys, "bewijs", str(operatie), "--als", "auditor@test.invalid")
    assert (code, json.loads(uit)) == (0, bewijs)
    code, uit, _ = opdracht(capsys, "bewijs", str(operatie))
    assert not any("regel" in blad for blad in json.loads(uit)["bladen"])
    assert kijk_na(tmp_path, json.loads(uit), sleutel).returncode == 0

    vervalst = json.loads(json.dumps(bewijs))
    vervalst["bladen"][0]["regel"] = vervalst["bladen"][0]["regel"].replace("sanne", "niemand")
    assert "FOUT: blad" in kijk_na(tmp_path, vervalst, sleutel).stderr
    vervalst = {**bewijs, "controlepunt": bewijs["controlepunt"].replace("127.0.0.1", "127.0.0.2", 1)}
    assert kijk_na(tmp_path, vervalst, sleutel).returncode
    ander = str(sleutels.maak(GETUIGE))
    assert kijk_na(tmp_path, bewijs, ander).returncode


def test_een_inwoner_krijgt_bewijs_van_zijn_eigen_regel_en_van_geen_andere(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    queries.melding(gemeente.sanne, zaak.id)
    regel = Verwerking.objects.latest("id")
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    client = Client()
    client.force_login(Gebruiker.objects.create_user("b@test.invalid", naam="B", persoon_id=persoon))
    assert "/logboek/bewijs" not in client.get("/logboek").content.decode()
    zegel()
    link = f"/logboek/bewijs?operatie={regel.operatie_id}"
    assert link in client.get("/logboek").content.decode()
    bewijs = json.loads(client.get(link).content)
    eigen = client.get("/api/v1/logboek/eigen").json()["items"]
    assert str(regel.operatie_id) in {deel["operatie"] for deel in eigen}
    assert client.get(f"/api/v1/logboek/bewijzen/{regel.operatie_id}").json() == bewijs
    assert [blad["log"] for blad in bewijs["bladen"]] == ["verwerking"]
    assert json.loads(bewijs["bladen"][0]["regel"])["betrokkene"] == regel.betrokkene
    zonder = Auditregel.objects.filter(aantal_personen=0).latest("id")
    assert client.get(f"/api/v1/logboek/bewijzen/{zonder.operatie_id}").status_code == 404
    assert client.get("/api/v1/logboek/verzegeling").status_code == 403


def test_de_drie_deuren_tonen_zegel_controle_en_alarm(
    gemeente: Gemeente, zaak: Zaak, capsys: pytest.CaptureFixture[str]
) -> None:
    client = als(gemeente, "auditor")
    assert "Nog geen controlepunt" in client.get("/logboek/verzegeling").content.decode()
    punt = zegel()
    client.post("/logboek/verzegeling/controle", {"terug": "/logboek/verzegeling"})
    assert Logcontrole.objects.get().bevindingen == []
    pagina = client.get("/logboek/verzegeling").content.decode()
    assert "alles klopt" in pagina
    assert "nog niemand" in pagina
    api = client.get("/api/v1/logboek/verzegeling").json()
    assert api["controlepunten"][0]["wortel"] == bytes(punt.wortel).hex()
    assert api["controle"]["bevindingen"] == []
    code, uit, _ = opdracht(capsys, "controleer", "--json")
    assert (code, json.loads(uit)["klopt"]) == (0, True)

    knoei("logboek_auditregel", "UPDATE logboek_auditregel SET gebruiker = 'x' WHERE kanaal = 'web'")
    code, uit, _ = opdracht(capsys, "controleer", "--json")
    eerste = json.loads(uit)
    assert (code, eerste["klopt"], eerste["bevindingen"][0]["code"]) == (1, False, "rij_gewijzigd")
    assert eerste["eersteBlad"] == eerste["bevindingen"][0]["blad"]
    code, uit, _ = opdracht(capsys, "controleer")
    assert code == 1
    assert f"Blad {eerste['eersteBlad']}" in uit
    client.cookies["taal"] = "en"
    pagina = client.get("/logboek/verzegeling").content.decode()
    assert "A check found something" in pagina
    assert "was changed after it was sealed" in pagina
    alarm_id = client.get("/api/v1/logboek/verzegeling").json()["alarmen"][0]["id"]
    assert alarm_id in opdracht(capsys, "verzegeling")[1]
    antwoord = client.post(
        f"/api/v1/logboek/alarmen/{alarm_id}/afhandeling",
        {"uitkomst": "Proef van de beheerder, hersteld uit reservekopie."},
        content_type="application/json",
    )
    assert antwoord.status_code == 200
    assert Logalarm.objects.get(id=alarm_id).klaar_door == "auditor"
    with pytest.raises(SystemExit):
        hoofd(["beheer", "stand", "--json"])
    assert json.loads(capsys.readouterr().out)["logalarmen_open"] == 0
    assert not json.loads(opdracht(capsys, "verzegeling", "--json")[1])["alarmen"][0]["open"]
    uit = client.post("/api/v1/logboek/controles", {}, content_type="application/json").json()
    assert (uit["klopt"], uit["bevindingen"][0]["code"]) == (False, "rij_gewijzigd")


def test_een_nieuwe_sleutel_wordt_door_de_oude_overgedragen(
    gemeente: Gemeente, zaak: Zaak, capsys: pytest.CaptureFixture[str]
) -> None:
    zegel()
    oud = sleutels.bekend()[-1]
    code, uit, _ = opdracht(capsys, "sleutel", "--json")
    nieuw = sleutels.bekend()[-1]
    assert (code, json.loads(uit)["sleutel"], nieuw.naam) == (0, str(nieuw), oud.naam)
    assert [bestand.stem for bestand in sleutels.map_().glob("*.pem")] == [nieuw.id.hex()]
    wissel = punten.laatste()
    assert wissel is not None
    assert {deel.sleutel_id for deel in punten.nota_van(wissel).handtekeningen} == {oud.id, nieuw.id}
    bladen.voeg_toe()
    punten.teken()
    assert json.loads(opdracht(capsys, "controleer", "--json")[1])["klopt"]
    assert Auditregel.objects.filter(naam="zegelsleutel vernieuwen").exists()


def test_alleen_wie_het_mag(gemeente: Gemeente, zaak: Zaak) -> None:
    zegel()
    werker, beheerder = als(gemeente, "vroegsignaleerder"), als(gemeente, "beheerder")
    assert beheerder.get("/logboek/verzegeling").status_code == 200
    operatie = Auditregel.objects.earliest("id").operatie_id
    rij = alarm.sla("controle", "x", Tekst("nl", "en"))
    for pad in ("verzegeling", "controlepunt", f"bewijzen/{operatie}"):
        assert werker.get(f"/api/v1/logboek/{pad}").status_code == 403
    lijven = {"controles": {}, "getuigenissen": {"aanvraag": "old 0\n\nx\n0\n" + "A" * 43 + "=\n\n— x AAAAAAAA\n"}, "medeondertekeningen": {"antwoord": "— x y"}}  # fmt: skip
    for pad, lijf in lijven.items():
        assert werker.post(f"/api/v1/logboek/{pad}", lijf, content_type="application/json").status_code == 403
    lijf = {"uitkomst": "dit mag ik niet zeggen"}
    for client in (werker, beheerder):
        pad = f"/api/v1/logboek/alarmen/{rij.id}/afhandeling"
        assert client.post(pad, lijf, content_type="application/json").status_code == 403
    assert beheerder.get(f"/api/v1/logboek/bewijzen/{operatie}").status_code == 403
