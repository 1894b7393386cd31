"""A conflict of duties: a constable who takes part opens one datum, while the plan is carried out; everything else refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.scheme import Niets
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.toezicht import toetsen
from samenhang.kernel.zaken.models import Taak, Tijdlijnregel, Zaak
from samenhang.schemes.wams.actions import nood, overleg
from samenhang.schemes.wams.actions.onderzoek import Aandachtspunt, leg_aandachtspunt_vast
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_aanvaarding import erbij

pytestmark = pytest.mark.django_db
WEB, API = "/wams/overleggen", "/api/v1/wams/zaken"
WAAROM = "Zij dreigt zichzelf iets aan te doen en neemt niet op."
PUNT = "Zij deed eerder een poging"
Stand = tuple[w.Gemeente, Gebruiker, Zaak, dict[str, UUID]]


@pytest.fixture(scope="module")
def gebouwd(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    """The case, built once for the module."""
    return blijvend(lambda _: bouw())


@pytest.fixture
def stand(gebouwd: Stand, db: None) -> Stand:
    """The case as it was built."""
    return deepcopy(gebouwd)


def bouw() -> Stand:
    """A case that is carried out; the constable takes part, the mother shares safety with the police and not her health."""
    g = w.maak_gemeente()
    school, agent = w.partij(g, "school"), w.partij(g, "politie", "agent")
    zaak, wie = w.in_overleg(g, school=school)
    karin = w.als(g.karin)
    w.stemt_in(karin, zaak, wie["moeder"], "gezondheid", "veiligheid")
    leg_aandachtspunt_vast(karin, zaak.id, Aandachtspunt(wie["moeder"], "gezondheid", PUNT, "de moeder", ""))
    w.deelt(karin, zaak, wie["moeder"], "politie", "deelname", "veiligheid")
    erbij(g, zaak, agent)
    return g, agent, zaak, wie


def uitvoering(g: w.Gemeente, zaak: Zaak) -> None:
    """The meeting is over; the plan is carried out."""
    karin = w.als(g.karin)
    overleg.handel_agendapunt_af(karin, zaak.id, overleg.Agendauitkomst("onderwijs", "besproken"))
    overleg.sluit_overleg(karin, zaak.id, Niets())


def vraag(persoon: UUID, **anders: str) -> nood.Conflictvraag:
    goed = {"persoon": persoon, "wat": "gezondheid", "gevaar": "zelf", "waarom": WAAROM}
    return nood.Conflictvraag(**goed | anders)  # type: ignore[arg-type]


def test_06_zonder_conflict_van_plichten_niets_en_ermee_een_gegeven_dat_de_fg_beoordeelt(
    stand: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    g, agent, zaak, wie = stand
    with pytest.raises(NietToegestaan) as stap:
        nood.zie_bij_conflict(w.als(agent), zaak.id, vraag(wie["moeder"]))
    assert stap.value.redenen == (("gezondheid", "stap"),)
    assert w.web(agent).get(f"{WEB}/{zaak.id}/conflict-van-plichten").status_code == 404
    uitvoering(g, zaak)
    blad = w.web(agent).get(f"{WEB}/{zaak.id}").content.decode()
    assert PUNT not in blad
    assert "conflict-van-plichten" in blad
    lijf = {"persoon": str(wie["moeder"]), "wat": "gezondheid", "gevaar": "zelf", "waarom": WAAROM}
    vorm = w.web(agent).get(f"{WEB}/{zaak.id}/conflict-van-plichten").content.decode()
    assert "Bel bij direct gevaar eerst 112" in vorm
    assert "Jan" not in vorm, "wie niets deelt, bestaat niet"
    pagina = w.web(agent).post(f"{WEB}/{zaak.id}/conflict-van-plichten", lijf | {"versie": "1"})
    assert pagina.status_code == 200, pagina.content.decode()
    assert PUNT in pagina.content.decode()
    rauw = w.api(agent).post(f"{API}/{zaak.id}/conflict-van-plichten", lijf, content_type="application/json")
    assert (rauw.status_code, rauw.json()["punten"]) == (201, [PUNT])
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", "conflict-van-plichten", str(zaak.id), "--persoon", str(wie["moeder"]), "--wat", "veiligheid", "--gevaar", "zelf", "--waarom", WAAROM, "--als", agent.email])  # fmt: skip
    assert not einde.value.code
    assert json.loads(capsys.readouterr().out)["punten"] == []
    regel = Auditregel.objects.filter(naam="bij conflict van plichten inzien", uitkomst="verleend").latest(
        "id"
    )
    assert (regel.verleend, regel.regels, regel.aantal_personen) == (
        "veiligheid",
        "wa-conflict-van-plichten",
        1,
    )
    assert regel.grondslagen == "conflict-van-plichten"
    assert set(regel.plichten.split(",")) == {"meld_fg", "toets_nood", "vertel_inwoner"}
    assert PUNT not in w.web(agent).get(f"{WEB}/{zaak.id}").content.decode(), "het stond er één keer"
    taken = Taak.objects.filter(zaak=zaak, soort="vertel_inwoner", klaar__isnull=True)
    assert {taak.behandelaar_id for taak in taken} == {w.wie(g.karin)}
    assert werk(gekozen=plichten(["logboek.doorzien"])) == 1
    joost = w.medewerker(g.organisatie, "joost", "fg")
    punten = toetsen.toetspunten(w.als(joost), toetsen.Toetsfilter("open", "nood")).punten
    assert [(p.gebruiker, p.zaak, p.reden) for p in punten] == [("agent", zaak.nummer, WAAROM)] * 3
    assert standaardkalender().werkdagen_tussen(timezone.localdate(), punten[0].uiterlijk) == 2
    ria, _ = w.inwoner(zaak)
    assert "omdat zwijgen gevaar gaf" in w.web(ria).get("/logboek").content.decode()


@pytest.mark.parametrize(
    "anders",
    [
        {"wat": "schulden"}, {"wat": "contact"}, {"wat": ""}, {"gevaar": "haast"}, {"gevaar": ""}, {"waarom": ""},
        {"waarom": "  "}, {"waarom": "kort"}, {"waarom": "x" * 251}, {"persoon": str(uuid4())}, {"persoon": "vader"},
    ],
)  # fmt: skip
def test_wat_niet_kan_blijft_dicht_op_elke_deur(stand: Any, anders: dict[str, str], capsys: Any) -> None:
    g, agent, zaak, wie = stand
    uitvoering(g, zaak)
    lijf = {"persoon": str(wie["moeder"]), "wat": "gezondheid", "gevaar": "zelf", "waarom": WAAROM} | anders
    if anders.get("persoon") == "vader":
        lijf["persoon"] = str(wie["vader"])
    api = w.api(agent).post(f"{API}/{zaak.id}/conflict-van-plichten", lijf, content_type="application/json")
    assert api.status_code == 400, api.content
    web = w.web(agent).post(f"{WEB}/{zaak.id}/conflict-van-plichten", lijf)
    assert web.status_code == 400
    assert PUNT not in web.content.decode()
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", "conflict-van-plichten", str(zaak.id), *(deel for naam, waarde in lijf.items() for deel in (f"--{naam}", waarde)), "--als", agent.email])  # fmt: skip
    assert einde.value.code == 2
    assert PUNT not in capsys.readouterr().out
    assert not Tijdlijnregel.objects.filter(zaak=zaak, wat="nood").exists()
    assert not Taak.objects.filter(soort="vertel_inwoner").exists()


def test_niet_voor_een_andere_partij_en_niet_voor_de_gemeente(stand: Any) -> None:
    """The school takes part too and gets nothing; who does not take part does not know the case; a page refuses each."""
    g, _, zaak, wie = stand
    uitvoering(g, zaak)
    school = Gebruiker.objects.get(naam="school")
    vreemd = w.partij(g, "politie", "agent2")
    lijf = {"persoon": str(wie["zoon"]), "wat": "gezondheid", "gevaar": "zelf", "waarom": WAAROM}
    with pytest.raises(NietToegestaan) as fout:
        nood.zie_bij_conflict(w.als(school), zaak.id, vraag(wie["zoon"]))
    assert fout.value.redenen[0][1] in ("geen_grondslag", "buiten_ceiling")
    for ander in (vreemd, g.karin, g.buur):
        with pytest.raises(Geweigerd) as weg:
            nood.zie_bij_conflict(w.als(ander), zaak.id, vraag(wie["moeder"]))
        assert weg.value.status == 404
    for ander in (school, vreemd, g.karin, g.buur):
        pad = f"{WEB}/{zaak.id}/conflict-van-plichten"
        assert w.web(ander).get(pad).status_code == 404
        assert w.web(ander).post(pad, lijf).status_code in (403, 404)
        rauw = w.api(ander).post(
            f"{API}/{zaak.id}/conflict-van-plichten", lijf, content_type="application/json"
        )
        assert rauw.status_code in (403, 404)
    assert "conflict-van-plichten" not in w.web(school).get(f"{WEB}/{zaak.id}").content.decode()
    assert not Tijdlijnregel.objects.filter(zaak=zaak, wat="nood").exists()
