"""The check in the BRP: a decision and a log row per look, who is confirmed, who waits for a human, all doors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.logboek.queries import over_mij
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.models import BrpAntwoord
from tests.bouw import Gemeente, brprij, schrijf_brp
from tests.staand import Stand, gemeente, gemeente_met_zaak, zaak

__all__ = ["gemeente", "zaak"]

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    """Its case waits: it is in nobody's hands."""
    return blijvend(lambda map_: gemeente_met_zaak(map_, bij_sanne=False))


@pytest.fixture
def brp(tmp_path: Path, settings: Any) -> Callable[..., None]:
    def zet(*rijen: dict[str, str]) -> None:
        settings.BRP_BESTAND = schrijf_brp(tmp_path / "brp.csv", *rijen)

    return zet


def op_naam(gemeente: Gemeente, zaak: Zaak) -> None:
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")


def persoon(zaak: Zaak) -> Any:
    return Betrokkene.objects.get(zaak=zaak).persoon_id


def code(doe: Callable[[], object]) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe()
    return fout.value.code


def antwoorden(gemeente: Gemeente, zaak: Zaak) -> list[BrpAntwoord]:
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot(gemeente.intake, zaak, doel="brp_controle", leest=("naw",))
        return list(BrpAntwoord.objects.met(toegang).order_by("moment", "id"))


def test_een_ronde_bevestigt_wie_zeker_hier_woont(
    gemeente: Gemeente, zaak: Zaak, brp: Callable[..., None]
) -> None:
    brp(brprij())
    assert queries.brpstand(gemeente.intake) == queries.Brpstand(1, 0)
    assert actions.loop_brp_na(gemeente.intake) == actions.Ronde(1, 1, 0)
    assert queries.brpstand(gemeente.intake) == queries.Brpstand(0, 0)
    zaak.refresh_from_db()
    assert zaak.stap == "open"
    assert [(a.uitkomst, a.bron) for a in antwoorden(gemeente, zaak)] == [("inwoner", "bestand")]
    op_naam(gemeente, zaak)
    actions.niet_thuis_met_kaartje(gemeente.sanne, zaak.id)


def test_elke_blik_is_een_besluit_met_doel_en_artikel_dat_de_inwoner_ziet(
    gemeente: Gemeente, zaak: Zaak, brp: Callable[..., None]
) -> None:
    brp(brprij())
    actions.loop_brp_na(gemeente.intake)
    (regel,) = Verwerking.objects.filter(naam="BRP vragen")
    assert (regel.doel, regel.grondslagen, regel.categorieen) == ("brp_controle", "wbrp-1-7", "naw")
    inwoner = Actor(None, "inwoner", None, "", persoon_id=persoon(zaak))
    (blik,) = [rij for rij in over_mij(inwoner).regels if "basisregistratie" in rij.wat.nl]
    assert "Wet BRP art. 1.7" in str(blik.wetten)


def test_de_behandelaar_vraagt_en_begint_dan_met_benaderen(
    gemeente: Gemeente, zaak: Zaak, brp: Callable[..., None]
) -> None:
    brp(brprij())
    with pytest.raises(NietToegestaan):
        actions.vraag_brp(gemeente.sanne, zaak.id)
    op_naam(gemeente, zaak)
    with pytest.raises(NietToegestaan):
        actions.vraag_brp(gemeente.youssef, zaak.id)
    assert actions.vraag_brp(gemeente.sanne, zaak.id).stap == "benaderen"


def test_wie_afwijkt_wacht_en_wordt_een_keer_gevraagd(
    gemeente: Gemeente, zaak: Zaak, brp: Callable[..., None]
) -> None:
    brp(brprij(geboortedatum="1985-12-06"))
    assert actions.loop_brp_na(gemeente.intake) == actions.Ronde(1, 0, 1)
    assert actions.loop_brp_na(gemeente.intake) == actions.Ronde(0, 0, 0)
    (u,) = queries.brp_uitval(gemeente.intake)
    anders = [(r.titel.nl, [o.nl for o in r.oorzaken], r.mens) for r in u.rijen if r.oorzaken]
    assert anders == [("Geboortedatum", ["dag en maand verwisseld"], True)]
    assert u.mag_bevestigen
    actions.beoordeel_brp(gemeente.intake, zaak.id, persoon(zaak), "bevestig", "paspoort gezien")
    assert queries.brpstand(gemeente.intake) == queries.Brpstand(0, 0)
    assert antwoorden(gemeente, zaak)[-1].uitkomst == "inwoner"


def test_wie_weg_is_verlaat_de_melding_door_de_behandelaar(
    gemeente: Gemeente, zaak: Zaak, brp: Callable[..., None]
) -> None:
    brp(brprij(adres_tot="2026-05-01"), brprij(straat="Kerkpad", postcode="6008AB", gemeentecode="9902"))
    actions.loop_brp_na(gemeente.intake)
    (u,) = queries.brp_uitval(gemeente.intake)
    assert (u.voorstel, u.mag_bevestigen) == ("verhuisd", False)
    assert "Kerkpad" not in repr(antwoorden(gemeente, zaak)[-1].gegevens)
    wie = persoon(zaak)
    bevestig = lambda actor: actions.beoordeel_brp(actor, zaak.id, wie, "bevestig")  # noqa: E731 - twice the same
    assert code(lambda: bevestig(gemeente.intake)) == "brp_behandelaar"
    op_naam(gemeente, zaak)
    assert bevestig(gemeente.sanne).stap == "gesloten"
    assert queries.brpstand(gemeente.sanne) == queries.Brpstand(0, 0)


@pytest.mark.parametrize("oordeel", ["twijfel", "ander"])
def test_twijfel_en_iemand_anders_houden_de_vraag_open(
    gemeente: Gemeente, zaak: Zaak, brp: Callable[..., None], oordeel: str
) -> None:
    brp(brprij(voornamen="Karel"))
    actions.loop_brp_na(gemeente.intake)
    actions.beoordeel_brp(gemeente.intake, zaak.id, persoon(zaak), oordeel)
    (u,) = queries.brp_uitval(gemeente.intake)
    assert u.oordeel == oordeel
    namen = [a.gegevens.get("achternaam") for a in antwoorden(gemeente, zaak)]
    assert namen == ([None, None] if oordeel == "ander" else ["Dijk", "Dijk"])
    assert queries.brp_uitval(gemeente.intake, na=u.bladwijzer) == []
    assert queries.brpstand(gemeente.intake) == queries.Brpstand(0, 1)


def test_wat_niet_kan_wordt_geweigerd(gemeente: Gemeente, zaak: Zaak, brp: Callable[..., None]) -> None:
    assert code(lambda: actions.loop_brp_na(gemeente.intake)) == "brp_niet_ingesteld"
    wie = persoon(zaak)
    assert (
        code(lambda: actions.beoordeel_brp(gemeente.intake, zaak.id, wie, "bevestig")) == "geen_brp_antwoord"
    )
    brp()
    actions.loop_brp_na(gemeente.intake)
    assert (
        code(lambda: actions.beoordeel_brp(gemeente.intake, zaak.id, wie, "bevestig")) == "niemand_gevonden"
    )
    assert code(lambda: actions.beoordeel_brp(gemeente.intake, zaak.id, wie, "misschien")) == "keuze_onjuist"
    brp(brprij() | {"status": "weg"})
    op_naam(gemeente, zaak)
    assert code(lambda: actions.vraag_brp(gemeente.sanne, zaak.id)) == "brp_bestand_onjuist"
    assert len(antwoorden(gemeente, zaak)) == 1


def test_drie_deuren_zelfde_controle(
    gemeente: Gemeente, zaak: Zaak, brp: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    brp(brprij(geboortedatum="1985-12-06"))
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "brp-controle", "--json"])
    assert einde.value.code == 0
    assert json.loads(capsys.readouterr().out) == {"gevraagd": 1, "bevestigd": 0, "te_beoordelen": 1}
    with pytest.raises(SystemExit):
        hoofd(["vroegsignalering", "brp-uitval"])
    uit = json.loads(capsys.readouterr().out)
    assert uit["uitval"][0]["verschillen"][0]["oorzaken"] == ["dag en maand verwisseld"]

    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=gemeente.intake.medewerker_id), "test")
    bewijs = geef_bewijs(sleutel.id, geheim, timezone.now())[0]
    api = Client(headers={"authorization": f"Bearer {bewijs}"})
    basis = "/api/v1/vroegsignalering/brp-controles"
    assert api.get(f"{basis}/stand").json() == {"teVragen": 0, "teBeoordelen": 1}
    (item,) = api.get(basis).json()["items"]
    assert item["voorstel"] == "inwoner"
    gedaan = api.post(basis, json.dumps({}), content_type="application/json", headers={"idempotency-key": "ronde-12345678"})  # fmt: skip
    assert gedaan.json() == {"gevraagd": 0, "bevestigd": 0, "teBeoordelen": 0}

    web = Client()
    web.force_login(Gebruiker.objects.get(id=gemeente.intake.gebruiker_id))
    pagina = web.get("/vroegsignalering/brp").content.decode()
    assert "dag en maand verwisseld" in pagina
    for waarde, toets in (("bevestig", "z"), ("twijfel", "t"), ("ander", "v")):
        assert f'name="oordeel" value="{waarde}" data-toets="{toets}"' in pagina
    assert 'href="?na=' in pagina
    vanuit = web.get(f"/vroegsignalering/brp?zaak={item['zaak']}").content.decode()
    assert f'href="/vroegsignalering/meldingen/{item["zaak"]}" data-toets="l"' in vanuit
    over = {"zaak": item["zaak"], "persoon": item["persoon"], "na": ""}
    assert web.post("/vroegsignalering/brp", {**over, "oordeel": "twijfel"}).status_code == 302
    assert web.post("/vroegsignalering/brp", {**over, "oordeel": "bevestig"}).status_code == 302
    assert api.get(f"{basis}/stand").json() == {"teVragen": 0, "teBeoordelen": 0}
    assert "Niets te beoordelen" in web.get("/vroegsignalering/brp").content.decode()
    assert web.post("/vroegsignalering/brp/ronde").status_code == 302
