"""Administration from the terminal: a municipality and its first administrator, with nothing but the command."""

from __future__ import annotations

import json
from typing import Any

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Medewerker, Rolvervulling

pytestmark = pytest.mark.django_db


@pytest.fixture
def draai(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command in this process; gives its document, or the problem document with exit code 2."""

    def aanroep(*argumenten: str, code: int = 0) -> Any:
        with pytest.raises(SystemExit) as einde:
            hoofd(["beheer", *argumenten])
        gezegd = capsys.readouterr()
        assert einde.value.code == code, gezegd.err
        return json.loads(gezegd.err if code else gezegd.out)

    return aanroep


def test_van_niets_tot_een_gemeente_met_een_beheerder(draai: Any, client: Any) -> None:
    gemeente = draai("organisatie", "registreer", "gemeente", "Bergen", "--gemeentecode", "0373")
    assert gemeente["naam"] == "Bergen (GM0373)"
    ada = draai("medewerker", "voeg-toe", gemeente["id"], "Ada", "ada@bergen.nl")
    rol = draai("rol", "verleen", ada["id"], "vroegsignalering:beheerder", "--mandaat", "besluit 1")
    assert rol["tot"] is None
    link = draai("medewerker", "link", ada["id"])["link"]
    assert client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True).status_code == 200
    (rij,) = draai("medewerker", "lijst")
    assert rij["rollen"] == ["vroegsignalering:beheerder"]
    assert {r.kanaal for r in Auditregel.objects.all()} == {"cli"}
    assert draai("rol", "beeindig", rol["id"], "--reden", "klaar", code=2)["code"] == "laatste_beheerder"


def test_wijzigen_en_beeindigen(draai: Any) -> None:
    gemeente = draai("organisatie", "registreer", "gemeente", "Bergen", "--gemeentecode", "0373")
    partner = draai("organisatie", "registreer", "verhuurder", "De Sluis", "--kvk", "99990011")
    nieuw = draai("organisatie", "wijzig", partner["id"], "--reden", "OIN", "--oin", "00000003999900110000")
    assert nieuw["kvk"] == "99990011"
    assert draai("organisatie", "toon", partner["id"])["oin"] == "00000003999900110000"
    ada = draai("medewerker", "voeg-toe", gemeente["id"], "Ada", "ada@bergen.nl", "--van", "2026-12-01")
    rol = draai(
        "rol", "verleen", ada["id"], "vroegsignalering:intake", "--mandaat", "m1", "--tot", "2026-12-31"
    )
    assert rol["van"] == "2026-12-01"
    assert draai("rol", "mandaat", rol["id"], "m2", "--reden", "verkeerd")["mandaat"] == "m2"
    assert (
        draai("rol", "beeindig", rol["id"], "--reden", "eerder", "--laatste-dag", "2026-12-02")["tot"]
        == "2026-12-02"
    )
    assert draai("medewerker", "wijzig", ada["id"], "Ada L.", "--reden", "naam")["naam"] == "Ada L."
    assert draai("medewerker", "toon", ada["id"])["stand"] == "komt"
    sleutel = draai("sleutel", ada["id"], "nacht", "--alleen-lezen")
    assert draai("medewerker", "toon", ada["id"])["sleutels"][0]["scopes"] == ["lezen"]
    assert draai("bewijzen-beeindigen", sleutel["client_id"], "--reden", "gelekt")["bewijzen"] == 0
    assert draai("sleutel-intrekken", sleutel["client_id"], "--reden", "klaar")["id"] == sleutel["client_id"]
    assert draai("medewerker", "wis-factor", ada["id"], "--reden", "kwijt") == {"gewist": 0}
    assert draai("medewerker", "beeindig", ada["id"], "--reden", "toch niet")["tot"]
    assert draai("organisatie", "beeindig", partner["id"], "--reden", "gefuseerd")["actief"] is False


@pytest.mark.parametrize(
    ("argumenten", "code"),
    [
        (("organisatie", "registreer", "gemeente", "Bergen"), "nummer_onjuist"),
        (("organisatie", "registreer", "koninkrijk", "Bergen"), "soort_onbekend"),
        (("organisatie", "toon", "0190e0d6-0000-7000-8000-000000000000"), "organisatie_onbekend"),
        (("medewerker", "toon", "0190e0d6-0000-7000-8000-000000000000"), "medewerker_onbekend"),
        (("medewerker", "lijst", "--stand", "x"), "filter_onjuist"),
        (("medewerker", "lijst", "--zoek", "a\nb"), "veld_teken"),
        (("rol", "beeindig", "0190e0d6-0000-7000-8000-000000000000", "--reden", "weg"), "rol_onbekend"),
        (
            (
                "rol",
                "beeindig",
                "0190e0d6-0000-7000-8000-000000000000",
                "--reden",
                "w",
                "--laatste-dag",
                "31-12",
            ),
            "datum_onjuist",
        ),
        (("sleutel-intrekken", "0190e0d6-0000-7000-8000-000000000000", "--reden", "weg"), "sleutel_onbekend"),
    ],
)
def test_een_weigering_is_een_probleemdocument(draai: Any, argumenten: tuple[str, ...], code: str) -> None:
    assert draai(*argumenten, code=2)["code"] == code
    assert not Medewerker.objects.exists()
    assert not Rolvervulling.objects.exists()
