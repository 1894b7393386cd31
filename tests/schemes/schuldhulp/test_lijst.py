"""Finding one case among many: by number, name, birth date, step and what is overdue, at every door."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.personen.models import Zoeksleutel
from samenhang.kernel.zaken.lijst import Zaakkeuze
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db
WEB, API = "/schuldhulp/zaken", "/api/v1/schuldhulp/zaken"


def _bouw(_: Path) -> dict[str, Any]:
    """Noor treats Jansen and (closed) Visser; Bakker waits since long ago; Smit is the neighbours'."""
    gemeente, buur = w.maak_gemeente(), w.maak_gemeente("9902")
    jansen = w.opgepakt(gemeente, naam="Jansen")
    visser = w.opgepakt(gemeente, naam="Visser")
    w.doe(gemeente, visser, "intrekking", reden="lost het zelf op")
    bakker = w.vraag(gemeente, op=date(2026, 9, 1), naam="Bakker")
    smit = w.opgepakt(buur, naam="Smit")
    zaken = {"jansen": jansen, "visser": visser, "bakker": bakker, "smit": smit}
    return {"gemeente": gemeente} | {naam: zaak.nummer for naam, zaak in zaken.items()}


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    return blijvend(_bouw)


@pytest.fixture
def gemeente(stand: dict[str, Any], db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand["gemeente"])
    return gevonden


def gevonden(stand: dict[str, Any], wie: Any, **keuze: Any) -> set[str]:
    rijen, totaal = queries.zaken(w.als(wie), Zaakkeuze(**keuze))
    assert len(rijen) == totaal
    nummers = [rij.zaak.nummer for rij in rijen]
    return {naam for naam, nummer in stand.items() if nummer in nummers}


@pytest.mark.parametrize(
    ("keuze", "noor", "ruben"),
    [
        ({}, {"jansen", "bakker"}, {"jansen", "bakker"}),
        ({"eigen": True}, {"jansen"}, set()),
        ({"te_laat": True}, {"bakker"}, {"bakker"}),
        ({"stap": "gemeld"}, {"jansen", "bakker"}, {"jansen", "bakker"}),
        ({"stap": "ingetrokken"}, {"visser"}, set()),
        ({"zoek": "jansen"}, {"jansen"}, set()),
        ({"zoek": "VISSER"}, {"visser"}, set()),
        ({"zoek": "Smit"}, set(), set()),
        ({"zoek": "1-3-1984"}, {"jansen", "visser"}, set()),
        ({"zoek": "1984-03-01", "stap": "gemeld"}, {"jansen"}, set()),
    ],
)
def test_wie_op_naam_zoekt_vindt_alleen_eigen_zaken(
    stand: dict[str, Any], gemeente: w.Gemeente, keuze: dict[str, Any], noor: set[str], ruben: set[str]
) -> None:
    assert gevonden(stand, gemeente.noor, **keuze) == noor
    assert gevonden(stand, gemeente.ruben, **keuze) == ruben


def test_op_nummer_vindt_men_wat_in_de_lijst_staat(stand: dict[str, Any], gemeente: w.Gemeente) -> None:
    for naam, van_ruben in (("jansen", True), ("bakker", True), ("visser", False), ("smit", False)):
        zoek = f" {stand[naam].lower()} "
        assert gevonden(stand, gemeente.ruben, zoek=zoek) == ({naam} if van_ruben else set())


def test_door_drie_deuren(
    stand: dict[str, Any], gemeente: w.Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    pagina = w.web(gemeente.noor).get(WEB, {"zoek": "Jansen"}).content.decode()
    assert stand["jansen"] in pagina
    assert stand["bakker"] not in pagina
    assert 'value="Jansen"' in pagina
    assert "Niets gevonden" in w.web(gemeente.ruben).get(WEB, {"zoek": "Jansen"}).content.decode()
    uit = w.api(gemeente.noor).get(API, {"zoek": "Jansen", "teLaat": "false"}).json()
    assert ([rij["nummer"] for rij in uit["items"]], uit["totaal"]) == ([stand["jansen"]], 1)
    with pytest.raises(SystemExit):
        hoofd(["schuldhulp", "zaken", "--zoek", "Jansen", "--als", gemeente.noor.email, "--json"])
    assert [rij["nummer"] for rij in json.loads(capsys.readouterr().out)["zaken"]] == [stand["jansen"]]


def test_een_stap_die_niet_bestaat_wordt_geweigerd(
    gemeente: w.Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Geweigerd) as fout:
        queries.zaken(w.als(gemeente.noor), Zaakkeuze(stap="klaar"))
    assert (fout.value.code, fout.value.fouten[0].plaats.plek) == ("filter_onjuist", "/stap")
    assert w.web(gemeente.noor).get(WEB, {"stap": "klaar"}).status_code == 400
    assert w.api(gemeente.noor).get(API, {"stap": "klaar"}).json()["code"] == "filter_onjuist"
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", "zaken", "--stap", "klaar", "--als", gemeente.noor.email])
    assert einde.value.code == 2
    assert "Kies een stap" in capsys.readouterr().err


def test_zoeksleutels_verraden_geen_naam(gemeente: w.Gemeente) -> None:
    waarden = Zoeksleutel.objects.filter(organisatie=gemeente.organisatie).values_list("waarde", flat=True)
    assert waarden
    assert all(len(waarde) == 32 and int(waarde, 16) for waarde in waarden)
    assert Zaak.objects.filter(organisatie=gemeente.organisatie).count() == 3
