"""A curator or administrator whom the court appointed looks on behalf of a resident with debts, until his day; nobody else."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import inwoner_van
from samenhang.kernel.rechten.models import Vertegenwoordigingswijzer
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import vertegenwoordigen as v
from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db
MAIL, KANTOOR = "ilse@bewindopkoers.example", "Ilse Vos"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        zaak = w.voorgesteld(gemeente)
        wie = Betrokkene.objects.get(zaak=zaak).persoon_id
        inwoner = Gebruiker.objects.create_user("de.wit@test.invalid", naam="R. de Wit", persoon_id=wie)
        return gemeente, zaak, inwoner

    return blijvend(bouw)


@pytest.fixture
def huis(stand: Any, db: None) -> Any:
    return deepcopy(stand)


def invoer(**anders: Any) -> v.Vertegenwoordiger:
    dag = timezone.localdate()
    gewoon = v.Vertegenwoordiger("bewindvoerder", KANTOOR, MAIL, "beschikking", dag, dag + timedelta(days=30))
    return replace(gewoon, **anders)


def leg_vast(huis: Any, **anders: Any) -> Zaak:
    return v.leg_vertegenwoordiger_vast(w.als(huis[0].noor), huis[1].id, invoer(**anders))


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", *argumenten, "--json"])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), json.loads(uit.out or uit.err)


def test_een_bewindvoerder_door_drie_deuren(huis: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Recorded at the page, he sees debts and letters and can do nothing; the resident reads who he is and that he looked."""
    gemeente, zaak, inwoner = huis
    pagina, machine = w.web(gemeente.noor), w.api(gemeente.noor)
    doe, api = f"/schuldhulp/zaken/{zaak.id}", f"/api/v1/schuldhulp/zaken/{zaak.id}"
    dag = timezone.localdate()
    lijf = {"hoedanigheid": "bewindvoerder", "naam": KANTOOR, "mail": MAIL.upper(), "document": "beschikking", "van": dag.isoformat(), "tot": (dag + timedelta(days=30)).isoformat()}  # fmt: skip
    assert "Alleen een curator of bewindvoerder" in pagina.get(f"{doe}/vertegenwoordiger").content.decode()
    assert pagina.post(f"{doe}/vertegenwoordiger", lijf).status_code == 302
    assert KANTOOR in pagina.get(doe).content.decode(), "who treats the case sees who represents"
    ilse = w.web(Gebruiker.objects.get(email=MAIL))
    assert ilse.get("/")["location"] == "/schuldhulp/mijn"
    mijn = ilse.get("/schuldhulp/mijn").content.decode()
    assert "/wams/mijn" not in mijn, "only the register in which she stands for somebody"
    pad = f"/schuldhulp/namens/{inwoner.persoon_id}"
    assert pad in mijn
    tekst = ilse.get(pad).content.decode()
    assert "De schuldhulp van R. De Wit" in tekst
    assert "Noordlicht Energie" in tekst
    for weg in ("<form method=\"post\" action=\"/schuldhulp", "Maak bezwaar", "Trek toestemming in", "Bekijk wie er keek", "kopie/schuldhulp"):  # fmt: skip
        assert weg not in tekst, weg
    brief = ilse.get(f"{pad}/{zaak.id}/brieven/toelating.pdf")
    assert (brief.status_code, brief.content[:5]) == (200, b"%PDF-")
    eigen = w.web(inwoner)
    eigen_tekst = eigen.get("/schuldhulp/mijn").content.decode()
    assert "Ilse Vos is uw bewindvoerder" in eigen_tekst
    log = eigen.get("/logboek").content.decode()
    assert "Wie u vertegenwoordigt bekeek uw schuldhulp" in log
    assert "Wie u vertegenwoordigt bekeek een brief aan u" in log
    # a stranger, the resident himself and a worker have no such page
    for ander in (inwoner, gemeente.ruben, Gebruiker.objects.create_user("x@test.invalid", naam="X")):
        assert w.web(ander).get(pad).status_code == 404, ander
    # the same again, and ended, at the other doors
    weer = machine.post(f"{api}/vertegenwoordiger", lijf, content_type="application/json")
    assert (weer.status_code, weer.json()["code"]) == (409, "al_vertegenwoordigd")
    wie = str(Gebruiker.objects.get(email=MAIL).id)
    assert opdracht(capsys, "vertegenwoordiger-stopt", zaak.nummer, "--wie", wie, "--als", gemeente.noor.email)[0] == 0  # fmt: skip
    assert ilse.get(pad).status_code == 404
    assert pad not in ilse.get("/schuldhulp/mijn").content.decode()
    assert "Ilse Vos is uw bewindvoerder" not in eigen.get("/schuldhulp/mijn").content.decode()
    nog = machine.post(f"{api}/vertegenwoordiger-stopt", {"wie": wie}, content_type="application/json")
    assert (nog.status_code, nog.json()["code"]) == (409, "niet_vertegenwoordigd")
    mentor = machine.post(f"{api}/vertegenwoordiger", lijf | {"hoedanigheid": "mentor", "mail": "m@test.invalid"}, content_type="application/json")  # fmt: skip
    assert (mentor.status_code, mentor.json()["code"]) == (400, "vertegenwoordigt_hier_niet")
    assert "BW art. 1:450" in mentor.content.decode()
    assert not Gebruiker.objects.filter(email="m@test.invalid").exists(), "nothing half stored"
    args = ("--hoedanigheid", "curator", "--naam", "Bas", "--mail", "bas@test.invalid", "--document", "curateleregister", "--van", dag.isoformat())  # fmt: skip
    assert opdracht(capsys, "vertegenwoordiger", zaak.nummer, *args, "--als", gemeente.noor.email)[0] == 0
    assert w.web(Gebruiker.objects.get(email="bas@test.invalid")).get(pad).status_code == 200


def test_het_eindigt_op_zijn_dag_bij_overlijden_en_met_de_zaak(huis: Any) -> None:
    _, zaak, inwoner = huis
    leg_vast(huis, tot=timezone.localdate() + timedelta(days=3))
    ilse = inwoner_van(Gebruiker.objects.get(email=MAIL))
    for dagen, ziet in ((3, True), (4, False)):
        with time_machine.travel(timezone.now() + timedelta(days=dagen), tick=False):
            assert bool(queries.vertegenwoordigden(ilse)) is ziet
    w.doe(huis[0], zaak, "overlijden", reden="De inwoner is vorige week overleden.")
    with pytest.raises(NietToegestaan):
        queries.namens(ilse, inwoner.persoon_id)


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"hoedanigheid": "ouder"}, "vertegenwoordigt_hier_niet"),
        ({"hoedanigheid": "mentor"}, "vertegenwoordigt_hier_niet"),
        ({"hoedanigheid": "buurman"}, "keuze_onjuist"),
        ({"document": "geboorteakte"}, "keuze_onjuist"),
        ({"van": date(2031, 1, 1)}, "datum_in_toekomst"),
        ({"tot": date(2020, 1, 1)}, "einde_voor_begin"),
        ({"naam": "  "}, "niet_ingevuld"),
        ({"mail": "ilse"}, "email_onjuist"),
        ({"mail": "de.wit@test.invalid"}, "zichzelf"),
        ({"mail": "noor"}, "account_van_medewerker"),
    ],
)
def test_slechte_invoer_zegt_waar(huis: Any, anders: dict[str, Any], code: str) -> None:
    if anders.get("mail") == "noor":
        anders = {"mail": huis[0].noor.email}
    with pytest.raises(Geweigerd) as fout:
        leg_vast(huis, **anders)
    assert fout.value.code == code
    assert fout.value.tekst.nl != fout.value.tekst.en
    assert not Vertegenwoordigingswijzer.objects.exists()


def test_alleen_wie_de_zaak_behandelt_legt_het_vast(huis: Any) -> None:
    for wie in (huis[0].ruben, w.maak_gemeente("9902").noor):
        with pytest.raises((NietToegestaan, Geweigerd)):
            v.leg_vertegenwoordiger_vast(w.als(wie), huis[1].id, invoer())
    assert {"vertegenwoordiger", "vertegenwoordiger-stopt"} <= set(HANDELINGEN)
