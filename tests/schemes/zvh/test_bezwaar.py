"""A resident objects to what the house does with his data (AVG art. 21): page, API and command, one action."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.plichten.uitvoerder import plichten
from samenhang.kernel.rechten.domain.bezwaar import Standpunt, staat_stil
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van
from samenhang.kernel.scheme import Reden
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.zvh import actions
from samenhang.schemes.zvh.domain.bezwaar import (
    STOPT,
    WAARTEGEN,
    dicht_voor_huis,
    dicht_voor_partij,
    past_binnen,
)
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_overleg import oordeel
from tests.schemes.wams.test_planstuk import tekst as tekst_van
from tests.schemes.zvh import test_opschalen as o
from tests.schemes.zvh import test_tafel as t

WAAROM = "Ik ben verhuisd en sta al onder behandeling."
MOTIEF = "Zij woont nu elders en de dreiging is voorbij."
WETEN = "De wijkagent gaat vanavond langs en moet weten wat er dreigt."


def test_wat_stilstaat_volgt_uit_wat_ermee_gebeurde() -> None:
    """Open: what it is against. Withdrawn, refused, or with a compelling ground: nothing. Decided: what the decision stops."""
    open_ = Standpunt("veiligheid")
    besluit = replace(open_, beslist=True)
    for standpunt, wat in (
        (open_, "veiligheid"),
        (replace(open_, ingetrokken=True), ""),
        (replace(open_, doorgaan=True), ""),
        (besluit, ""),
        (replace(besluit, toegewezen=True), "veiligheid"),
        (replace(besluit, toegewezen=True, doorgaan=True), "veiligheid"),
        (replace(besluit, waartegen="alles", toegewezen=True, stopt="doorgeven"), "doorgeven"),
    ):
        assert standpunt.stil == wat, standpunt
    assert staat_stil([open_, replace(besluit, toegewezen=True, waartegen="wonen")], beslist=True) == {
        "wonen"
    }


def test_voor_een_partij_is_meer_dicht_dan_voor_het_huis() -> None:
    """An open objection closes it for parties; for the house only a decision does, and never who it is about."""
    for wat in ("alles", "doorgeven"):
        assert {"naw", "afspraken", "politie"} <= dicht_voor_partij([Standpunt(wat)])
        assert not dicht_voor_huis([Standpunt(wat)])
    gegrond = Standpunt("alles", beslist=True, toegewezen=True)
    assert {"gezondheid", "justitie"} <= dicht_voor_huis([gegrond])
    assert "naw" not in dicht_voor_huis([gegrond])
    deels = replace(gegrond, stopt="doorgeven")
    assert not dicht_voor_huis([deels])
    assert "naw" in dicht_voor_partij([deels])
    passen = {(stopt, tegen) for stopt in STOPT for tegen in WAARTEGEN if past_binnen(stopt, tegen)}
    assert ("doorgeven", "alles") in passen
    assert ("wonen", "doorgeven") in passen
    assert not any(stopt == tegen or tegen in o.GEBIEDEN for stopt, tegen in passen)


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    return blijvend(t._bouw)


@pytest.fixture
def huis(stand: dict[str, Any], db: None) -> dict[str, Any]:
    huis = t._toegelaten(deepcopy(stand))
    t._aan_tafel(huis, "sjoerd", veiligheid=t.DREIGT)
    for wie in (huis["g"].piet, huis["ida"]):
        mee = Medewerker.objects.get(gebruiker=wie)
        Rolvervulling.objects.create(medewerker=mee, scheme="zvh", rol="teamleider", van=timezone.localdate(), mandaat="proef")  # fmt: skip
    zaak = Zaak.objects.get(id=huis["casus"])
    o.inwoner_van(zaak, "ria")
    return huis | {"zaak_": zaak, "ria": Gebruiker.objects.get(naam="ria"), "piet": huis["g"].piet}


def _post(huis: dict[str, Any], wie: str, pad: str, **lijf: str) -> Any:
    versie = {"if-match": f'"{Zaak.objects.get(id=huis["casus"]).versie}"'}
    adres = f"/api/v1/zvh/casussen/{huis['casus']}/{pad}"
    return w.api(huis[wie]).post(adres, lijf, content_type="application/json", headers=versie)


@pytest.mark.django_db
def test_een_bezwaar_van_ontvangst_tot_besluit(
    huis: dict[str, Any], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What it is against goes to no party, is not closed and not erased; a team lead who does not treat it decides."""
    casus, zaak, ria = huis["casus"], huis["zaak_"], w.web(huis["ria"])
    mijn, leider = f"/zvh/mijn/{casus}/bezwaar", f"/zvh/bezwaren/{casus}"
    for lijf in ({"waartegen": "veiligheid", "waarom": ""}, {"waartegen": "niets", "waarom": WAAROM}, {}):
        assert ria.post(mijn, lijf).status_code == 400, lijf
    assert _post(huis, "piet", "bezwaar", waartegen="alles", waarom=WAAROM).status_code == 403
    assert ria.post(mijn, {"waartegen": "veiligheid", "waarom": WAAROM}).status_code == 302
    assert _post(huis, "ida", "bezwaar", waartegen="alles", waarom=WAAROM).json()["code"] == "al_bezwaar"
    for tekst in t._deuren(huis, "sjoerd", capsys):
        assert o.THUIS not in tekst
        assert "De Wit" in tekst, "het bezwaar gaat over iets anders"
    assert oordeel(huis["sjoerd"], zaak, "veiligheid", nodig=True) == {"bezwaar"}
    assert "nu niet" in ria.get("/zvh/mijn").content.decode(), "hij leest dat de politie dit nu niet ziet"
    behandelt = w.web(huis["ida"]).get(f"/zvh/casussen/{casus}").content.decode()
    assert o.THUIS in behandelt
    assert "Te doen" not in behandelt, "beslissen is niet aan wie behandelt"
    plaats = actions.Tafelplaats(
        Medewerker.objects.get(gebruiker=huis["vera"]).id, t.NODIG, veiligheid=t.DREIGT
    )
    with pytest.raises(Exception, match="maakte bezwaar"):
        actions.zet_aan_tafel(w.als(huis["ida"]), casus, plaats)
    actions.informeer(w.als(huis["ida"]), casus, actions.Verteld("gesprek", timezone.localdate()))
    with pytest.raises(Exception, match="loopt een bezwaar"):
        actions.sluit_af(w.als(huis["ida"]), casus, Reden("Klaar."))
    (vijfjaar,) = plichten(["zvh.vernietigen-eerste-verwerking"])
    later = timezone.now() + timedelta(days=5 * 366)
    assert not [*vijfjaar.wat_moet(later, 10)], "een lopend bezwaar houdt het wissen op"

    # Who decides reads the objection and no name; who treats the case does not decide.
    lijst = w.web(huis["piet"]).get("/zvh/bezwaren").content.decode()
    assert zaak.nummer in lijst
    een = w.web(huis["piet"]).get(leider).content.decode()
    assert WAAROM in een
    assert "De Wit" not in lijst + een
    assert w.web(huis["ida"]).get(leider).status_code == 403
    assert w.web(huis["piet"]).get(f"/zvh/casussen/{casus}").status_code == 403
    code, uit = o.opdracht(capsys, "zvh", "toon-bezwaar", zaak.nummer, "--als", huis["piet"].email)
    assert (code, uit["deelnemers"], uit["termijnen"][0]["regel"]) == (0, [uit["deelnemers"][0]], "bezwaar")
    assert w.api(huis["piet"]).get("/api/v1/zvh/bezwaren").json()["bezwaren"][0]["id"] == str(casus)

    vooraf = w.api(huis["ida"]).get(f"/api/v1/zvh/casussen/{casus}/brieven/bezwaarbesluit")
    assert vooraf.json()["code"] == "geen_besluit"

    # A compelling ground lets it go on meanwhile, and he reads why.
    args = ("--omdat", WETEN, "--als", huis["piet"].email, "--json")
    assert o.opdracht(capsys, "zvh", "bezwaar-doorgaan", zaak.nummer, "--grond", "gemak", *args)[0] == 2
    assert (
        o.opdracht(capsys, "zvh", "bezwaar-doorgaan", zaak.nummer, "--grond", "rechten_ander", *args)[0] == 0
    )
    assert o.THUIS in t._deuren(huis, "sjoerd", capsys)[1]
    zelf = ria.get("/zvh/mijn").content.decode()
    assert WETEN in zelf
    assert "nu niet" not in zelf
    assert ria.post(f"{mijn}-intrekken").status_code == 302
    assert not zaak.taken.filter(soort="bezwaar", klaar__isnull=True).exists()
    assert [*vijfjaar.wat_moet(later, 10)] == [str(casus)]

    # Against everything: no party sees anything, until it is decided in part.
    code, _ = o.opdracht(capsys, "zvh", "bezwaar", str(casus), "--waartegen", "alles", "--waarom", WAAROM, "--als", huis["ria"].email, "--json")  # fmt: skip
    assert code == 0
    assert w.web(huis["sjoerd"]).get(f"/zvh/tafel/{casus}").status_code == 403
    lijf = {"uitkomst": "deels", "stopt": "veiligheid", "overleg": "De wijkagent", "motivering": MOTIEF}
    assert (
        w.web(huis["piet"]).post(f"{leider}/bezwaar-besluit", lijf | {"motivering": "Nee."}).status_code
        == 400
    )
    assert w.web(huis["piet"]).post(f"{leider}/bezwaar-besluit", lijf | {"stopt": ""}).status_code == 400
    assert _post(huis, "ida", "bezwaar-besluit", **lijf).status_code == 403
    assert _post(huis, "piet", "bezwaar-besluit", **lijf).status_code == 200
    assert _post(huis, "piet", "bezwaar-besluit", **lijf).json()["code"] == "geen_bezwaar"
    assert o.THUIS not in w.web(huis["ida"]).get(f"/zvh/casussen/{casus}").content.decode()
    assert oordeel(huis["ida"], zaak, "veiligheid", nodig=True) == {"bezwaar"}
    for tekst in t._deuren(huis, "sjoerd", capsys):
        assert o.THUIS not in tekst
        assert "De Wit" in tekst
    zelf = ria.get("/zvh/mijn").content.decode()
    assert MOTIEF in zelf
    assert rechtsmiddel_van(timezone.localdate()).pagina.nl in zelf
    assert o.THUIS in zelf, "de inwoner ziet alles over zichzelf"
    assert not zaak.termijnen.filter(regel="bezwaar", klaar__isnull=True).exists()

    # The letters: of the decision with its motivation, and that the house has his data; for who treats the case.
    besluit = w.api(huis["ida"]).get(f"/api/v1/zvh/casussen/{casus}/brieven/bezwaarbesluit")
    woorden = " ".join(tekst_van(besluit.content).split())
    for deel in (
        "De Wit",
        "deels gegrond",
        "Dit stopt: veiligheid",
        MOTIEF,
        "De wijkagent",
        "zes weken",
        "Pas na dat bezwaar kunt u naar de rechter",
    ):
        assert deel in woorden, deel
    assert o.THUIS not in woorden
    brief = tmp_path / "brief.pdf"
    with pytest.raises(SystemExit) as einde:
        o.hoofd(["zvh", "brief", zaak.nummer, "--soort", "informeren", "--taal", "en", "--bestand", str(brief), "--als", huis["ida"].email])  # fmt: skip
    assert not einde.value.code
    woorden = " ".join(tekst_van(brief.read_bytes()).split())
    for deel in ("Besluit WGS", "5 jaar na de eerste dag", "Care and Safety House", "bezwaar maken"):
        assert deel in woorden, deel
    assert w.web(huis["piet"]).get(f"/zvh/casussen/{casus}/brief/bezwaarbesluit.pdf").status_code == 403
    assert w.web(huis["ida"]).get(f"/zvh/casussen/{casus}/brief/klacht.pdf").status_code == 404

    # Posting it is a task that he sees, and that his word ends; what a verb ends goes by itself.
    document = w.api(huis["ida"]).get(f"/api/v1/zvh/casussen/{casus}").json()
    (taak,) = [rij for rij in document["taken"] if rij["soort"] == "brief"]
    assert taak["titel"] in w.web(huis["ida"]).get(f"/zvh/casussen/{casus}").content.decode()
    assert _post(huis, "ida", "taak-klaar", taak=taak["id"]).status_code == 200
    assert _post(huis, "ida", "taak-klaar", taak=taak["id"]).json()["code"] == "taak_onbekend"

    # Right against everything: the case is closed, and erased a month later.
    assert ria.post(mijn, {"waartegen": "alles", "waarom": WAAROM}).status_code == 302
    lijf = {"uitkomst": "gegrond", "overleg": "De wijkagent", "motivering": MOTIEF}
    assert w.web(huis["piet"]).post(f"{leider}/bezwaar-besluit", lijf).status_code == 302
    stoppen = zaak.taken.get(soort="stoppen", klaar__isnull=True)
    assert _post(huis, "ida", "taak-klaar", taak=str(stoppen.id)).json()["code"] == "taak_gaat_vanzelf"
    actions.sluit_af(w.als(huis["ida"]), casus, Reden("Het bezwaar is gegrond."))
    (gegrond,) = plichten(["zvh.vernietigen-bezwaar-gegrond"])
    assert not [*gegrond.wat_moet(timezone.now() + timedelta(days=20), 10)]
    assert [*gegrond.wat_moet(timezone.now() + timedelta(days=40), 10)] == [str(casus)]
    assert ria.post(mijn, {"waartegen": "alles", "waarom": WAAROM}).status_code == 409
