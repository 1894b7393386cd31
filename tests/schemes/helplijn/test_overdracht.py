"""A caller who wants the municipality to call him: only after his yes, only what he said, for fourteen days at most."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from typer.testing import CliRunner

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.scheme import Niets
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over, trek_in
from samenhang.schemes.helplijn.domain.overdracht import Overdrachtsinvoer
from samenhang.schemes.helplijn.models import Contact, Overdrachtstand
from samenhang.schemes.helplijn.queries.overdrachten import mijn_overdrachten
from samenhang.schemes.schuldhulp import queries as sh
from samenhang.schemes.schuldhulp.actions.aanmelden import neem_over, pak_op
from samenhang.schemes.schuldhulp.actions.lijn import meld_bereikt
from samenhang.schemes.schuldhulp.domain.lijn import Bereiktinvoer
from tests.schemes.helplijn import wereld as w

pytestmark = pytest.mark.django_db
NL = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 27, 16, 0, tzinfo=NL)
"""A Friday."""
GEVRAAGD = datetime(2026, 11, 26, 9, 30, tzinfo=NL)
JA = Overdrachtsinvoer(True, "Zwaantje Proefbeller", "de huur van oktober", telefoon="06 1234 5678")


@pytest.fixture
def klok():
    with time_machine.travel(NU, tick=False) as reis:
        yield reis


@pytest.fixture
def huis(klok) -> dict[str, Any]:
    """A municipality that answers the line itself, with debt assistance beside it."""
    lijn = w.maak_lijn()
    return {
        "gemeente": lijn.gemeente,
        "noor": w.medewerker(lijn.gemeente, "noor", "lijnmedewerker"),
        "bram": w.medewerker(lijn.gemeente, "bram", "lijnmedewerker"),
        "saar": w.medewerker(lijn.gemeente, "saar", "schuldhulpverlener", "schuldhulp"),
    }


def contact(huis: dict[str, Any], **delen: Any) -> Contact:
    basis = {"uitgang": "schuldhulp", "dreigingen": ("ontruiming",), "gevraagd": GEVRAAGD}
    return leg_contact_vast(w.als(huis["noor"]), w.anders(**(basis | delen)))


def overgedragen(huis: dict[str, Any]) -> Zaak:
    return draag_warm_over(w.als(huis["noor"]), contact(huis).id, JA)


def stand(zaak: Zaak) -> str:
    return Overdrachtstand.objects.get(zaak=zaak.id).stand


def doe(naam: str) -> int:
    return werk(gekozen=plichten([naam]))


def test_van_gesprek_tot_bereikt_met_de_termijn_vanaf_de_vraag(huis: dict[str, Any], klok) -> None:
    zaak = overgedragen(huis)
    stuk = UitgaandeOverdracht.objects.get()
    assert (stuk.van_scheme, stuk.naar_scheme, stuk.grondslag) == ("helplijn", "schuldhulp", "avg-6-1-a-lijn")
    assert stuk.categorieen == "contact,hulpwens,naw"
    assert stuk.besluit["geweigerd"] == []
    (regel,) = sh.aanmeldingen(w.als(huis["saar"]))
    assert (regel.bron, regel.bronnummer, regel.naam, regel.dreiging) == ("helplijn", zaak.nummer, "Zwaantje Proefbeller", True)  # fmt: skip
    assert regel.uiterlijk == date(2026, 12, 1)  # three working days from Thursday, when he asked
    hulp = neem_over(w.als(huis["saar"]), regel.id)
    assert hulp.volgende_termijn == date(2026, 12, 1)
    assert doe("helplijn.terugmeldingen") == 1
    zaak.refresh_from_db()
    assert (zaak.stap, stand(zaak)) == ("opgepakt", "opgepakt")
    pak_op(w.als(huis["saar"]), hulp.id, Niets())
    beeld = sh.zaak(w.als(huis["saar"]), hulp.id)
    assert beeld.hulpvraag is not None
    assert (beeld.hulpvraag.wens, beeld.hulpvraag.dreigingen) == ("de huur van oktober", ["ontruiming"])
    meld_bereikt(w.als(huis["saar"]), hulp.id, Bereiktinvoer(True))
    assert doe("helplijn.terugmeldingen") == 1
    assert stand(zaak) == "bereikt"
    terug = UitgaandeOverdracht.objects.exclude(id=stuk.id)
    assert {rij.categorieen for rij in terug} == {""}  # nothing of the caller
    persoon = Betrokkene.objects.get(zaak=hulp).persoon_id
    ik = Client()
    ik.force_login(Gebruiker.objects.create_user("ik@test.invalid", naam="ik", persoon_id=persoon))
    mijn = ik.get("/schuldhulp/mijn").content.decode()
    assert "of wij u bereikten, aan de helplijn" in mijn
    assert "aan de kredietbank" not in mijn
    with pytest.raises(Geweigerd) as nogmaals:
        meld_bereikt(w.als(huis["saar"]), hulp.id, Bereiktinvoer(False))
    assert nogmaals.value.code == "al_overgedragen"


def test_de_toestemming_staat_vast_met_tekst_moment_en_wie_haar_vroeg(huis: dict[str, Any]) -> None:
    zaak = overgedragen(huis)
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    ik = Gebruiker.objects.create_user("ik@test.invalid", naam="ik", persoon_id=persoon)
    (eigen,) = mijn_overdrachten(w.als(ik))
    assert (eigen.wens.tekstversie, eigen.wens.toegestemd, eigen.wens.gevraagd_door) == (
        "2022-01",
        NU,
        "noor",
    )
    assert (eigen.wens.gevraagd, eigen.telefoon) == (GEVRAAGD, "06 1234 5678")


def test_na_veertien_dagen_is_er_niets_over_ook_als_niemand_het_oppakte(huis: dict[str, Any], klok) -> None:
    zaak = overgedragen(huis)
    klok.move_to(NU + timedelta(days=14, hours=1))
    assert doe("helplijn.vernietigen-overdracht") == 0
    klok.move_to(NU + timedelta(days=15))
    assert sh.aanmeldingen(w.als(huis["saar"]))
    assert doe("helplijn.vernietigen-overdracht") == 1
    zaak.refresh_from_db()
    assert (zaak.stap, stand(zaak)) == ("vernietigd", "verlopen")
    assert not Persoon.objects.filter(scheme="helplijn").exists()
    assert not UitgaandeOverdracht.objects.exists()
    assert sh.aanmeldingen(w.als(huis["saar"])) == []
    record = Vernietiging.objects.get()
    assert (record.regel, record.termijn, record.wat) == ("overdracht", "14 dagen", [["zaak", str(zaak.id)]])
    assert doe("helplijn.vernietigen-overdracht") == 0


def test_wat_later_terugkomt_telt_nog_mee_zonder_de_beller(huis: dict[str, Any], klok) -> None:
    zaak = overgedragen(huis)
    hulp = neem_over(w.als(huis["saar"]), sh.aanmeldingen(w.als(huis["saar"]))[0].id)
    doe("helplijn.terugmeldingen")
    pak_op(w.als(huis["saar"]), hulp.id, Niets())
    klok.move_to(NU + timedelta(days=15))
    doe("helplijn.vernietigen-overdracht")
    assert stand(zaak) == "opgepakt"
    meld_bereikt(w.als(huis["saar"]), hulp.id, Bereiktinvoer(False))
    assert doe("helplijn.terugmeldingen") == 1
    assert stand(zaak) == "niet_bereikt"
    assert not Betrokkene.objects.filter(zaak=zaak).exists()


def test_wie_zijn_toestemming_intrekt_wordt_niet_gebeld_en_is_morgen_weg(huis: dict[str, Any], klok) -> None:
    zaak = overgedragen(huis)
    nummer = sh.aanmeldingen(w.als(huis["saar"]))[0].id
    trek_in(w.als(huis["bram"]), zaak.id, Niets())  # whoever answers the telephone
    assert stand(zaak) == "ingetrokken"
    assert sh.aanmeldingen(w.als(huis["saar"])) == []
    with pytest.raises(Geweigerd) as weg:
        neem_over(w.als(huis["saar"]), nummer)
    assert weg.value.code == "aanmelding_onbekend"
    klok.move_to(NU + timedelta(days=1))
    assert doe("helplijn.vernietigen-ingetrokken") == 1
    assert not Persoon.objects.filter(scheme="helplijn").exists()
    assert stand(zaak) == "ingetrokken"


def test_wat_de_gemeente_oppakte_trekt_de_lijn_niet_meer_in(huis: dict[str, Any]) -> None:
    zaak = overgedragen(huis)
    neem_over(w.als(huis["saar"]), sh.aanmeldingen(w.als(huis["saar"]))[0].id)
    doe("helplijn.terugmeldingen")
    with pytest.raises(Geweigerd) as nee:
        trek_in(w.als(huis["noor"]), zaak.id, Niets())
    assert "Bel de gemeente" in str(nee.value.tekst.nl) + str(nee.value.fouten)
    assert stand(zaak) == "opgepakt"


def test_de_inwoner_leest_wat_er_ging_en_wie_keek(huis: dict[str, Any]) -> None:
    zaak = overgedragen(huis)
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    ik = Gebruiker.objects.create_user("ik@test.invalid", naam="ik", persoon_id=persoon)
    tekst = w.web(ik).get("/helplijn/mijn").content.decode()
    assert "Zwaantje Proefbeller" in tekst
    assert "de huur van oktober" in tekst
    assert "12 dec 2026" in tekst  # when it goes
    assert "AVG art. 21 lid 1" in tekst, "geen bezwaar: hij trekt zijn toestemming in"
    assert "de huur van oktober" in w.web(ik).get("/mijn/kopie/helplijn.json").content.decode()
    assert "nadat u ja zei" in w.web(ik).get("/logboek").content.decode()


SLECHT: list[tuple[dict[str, Any], str, str]] = [
    ({"toestemming": False}, "geen_toestemming", "toestemming"),
    ({"naam": "  "}, "naam_ontbreekt", "naam"),
    ({"wens": ""}, "wens_ontbreekt", "wens"),
    ({"wens": "x" * 301}, "te_lang", "wens"),
    ({"telefoon": ""}, "geen_kanaal", "telefoon"),
    ({"email": "a@b.nl"}, "een_kanaal", "email"),
    ({"telefoon": "12"}, "telefoon_onjuist", "telefoon"),
    ({"telefoon": "bel de buurvrouw"}, "telefoon_onjuist", "telefoon"),
    ({"telefoon": "", "email": "geen adres"}, "email_onjuist", "email"),
]


@pytest.mark.parametrize(
    ("delen", "code", "veld"), SLECHT, ids=[f"{c}-{n}" for n, (_, c, _v) in enumerate(SLECHT)]
)
def test_wat_niet_kan_wordt_geweigerd_en_er_staat_niets(huis: dict[str, Any], delen: dict[str, Any], code: str, veld: str) -> None:  # fmt: skip
    with pytest.raises(Geweigerd) as nee:
        draag_warm_over(w.als(huis["noor"]), contact(huis).id, replace(JA, **delen))
    assert (nee.value.fouten[0].code, nee.value.fouten[0].plaats.kolom) == (code, veld)
    assert not Zaak.objects.filter(scheme="helplijn").exists()
    assert not Persoon.objects.filter(scheme="helplijn").exists()


def test_alleen_een_contact_dat_daarheen_gaat_en_een_keer(huis: dict[str, Any]) -> None:
    noor = w.als(huis["noor"])
    for delen, code in (
        ({"uitgang": "zelf", "dreigingen": ()}, "andere_uitgang"),
        ({"postcode": "", "gemeente": ""}, "gemeente_ontbreekt"),
        ({"postcode": "9902", "gemeente": "9902"}, "gemeente_niet_aangesloten"),
    ):
        with pytest.raises(Geweigerd) as nee:
            draag_warm_over(noor, contact(huis, **delen).id, JA)
        assert nee.value.fouten[0].code == code
    een = contact(huis)
    draag_warm_over(noor, een.id, JA)
    with pytest.raises(Geweigerd) as nogmaals:
        draag_warm_over(noor, een.id, JA)
    assert nogmaals.value.fouten[0].code == "al_overgedragen"
    assert Contact.objects.filter(warm=True).count() == 1
    ander = w.maak_lijn("Andere lijn")
    with pytest.raises(Geweigerd) as elders:
        draag_warm_over(w.als(ander.noor), een.id, JA)
    assert elders.value.code == "contact_onbekend"


def test_door_pagina_en_api(huis: dict[str, Any]) -> None:
    pagina = w.web(huis["noor"])
    vast = {"kanaal": "telefoon", "redenen": ["huur"], "uitgang": "schuldhulp", "postcode": "9901", "dreigingen": ["water"]}  # fmt: skip
    naar = pagina.post("/helplijn/contact", vast)
    assert naar.status_code == 302
    assert naar.url.endswith("/overdragen")
    tekst = pagina.get(naar.url).content.decode()
    assert "Mag ik uw naam" in tekst
    nee = pagina.post(
        naar.url, {"toestemming": "nee", "naam": "Zwaantje", "wens": "huur", "telefoon": "0612345678"}
    )
    assert nee.status_code == 400
    assert "geen_toestemming" in nee.content.decode()
    assert not Zaak.objects.filter(scheme="helplijn").exists()
    klaar = pagina.post(
        naar.url, {"toestemming": "ja", "naam": "Zwaantje", "wens": "huur", "telefoon": "0612345678"}
    )
    assert klaar.url == "/helplijn/overdrachten"
    lijst = pagina.get(klaar.url).content.decode()
    assert "Wacht op de gemeente" in lijst
    assert "Zwaantje" not in lijst
    zaak = Zaak.objects.get(scheme="helplijn")
    machine = w.api(huis["bram"])
    (regel,) = machine.get("/api/v1/helplijn/overdrachten").json()["items"]
    assert (regel["nummer"], regel["stand"], regel["dringend"]) == (zaak.nummer, "aangeboden", True)
    assert machine.post(f"/api/v1/helplijn/overdrachten/{zaak.id}/intrekken").json()["stap"] == "ingetrokken"
    assert "Zwaantje" not in w.bewaard()
    ander = leg_contact_vast(w.als(huis["noor"]), w.anders(uitgang="schuldhulp"))
    lijf = {"toestemming": True, "naam": "Zwaantje", "wens": "huur", "email": "z@proef.invalid"}
    gemaakt = machine.post(
        f"/api/v1/helplijn/contacten/{ander.id}/overdracht", lijf, content_type="application/json"
    )
    assert gemaakt.status_code == 201, gemaakt.content
    assert pagina.post(f"/helplijn/overdrachten/{gemaakt.json()['id']}/intrekken").status_code == 302
    assert stand(Zaak.objects.get(id=gemaakt.json()["id"])) == "ingetrokken"


@pytest.mark.django_db(transaction=True)
def test_op_de_opdrachtregel(huis: dict[str, Any]) -> None:
    from samenhang.schemes.helplijn.commands import app

    een = contact(huis)
    als = ["--als", huis["noor"].email, "--json"]
    uit = CliRunner().invoke(app, ["overdragen", een.nummer, "--toestemming", "--naam", "Zwaantje", "--wens", "huur", "--telefoon", "0612345678", *als])  # fmt: skip
    assert uit.exit_code == 0, uit.output
    nummer = json.loads(uit.stdout)["nummer"]
    (regel,) = json.loads(CliRunner().invoke(app, ["overdrachten", *als]).stdout)["overdrachten"]
    assert regel["nummer"] == nummer
    ingetrokken = CliRunner().invoke(app, ["intrekken", nummer, *als])
    assert json.loads(ingetrokken.stdout)["stap"] == "ingetrokken", ingetrokken.output


def test_wie_het_mag(huis: dict[str, Any]) -> None:
    een = contact(huis)
    pim = w.medewerker(huis["gemeente"], "pim", "planner")
    for doe_het in (
        lambda a: draag_warm_over(a, een.id, JA),
        lambda a: trek_in(a, overgedragen(huis).id, Niets()),
    ):
        with pytest.raises(Geweigerd):
            doe_het(w.als(pim))
    assert w.web(pim).get("/helplijn/overdrachten").status_code == 403
    assert w.api(pim).get("/api/v1/helplijn/overdrachten").status_code == 403
