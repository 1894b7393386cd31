"""What the line counts: exact where it may be, and nothing from which one to four callers could be told."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import models
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from samenhang.kernel.cijfers.models import Vaststelling
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.schemes.helplijn.domain.cijfers import (
    Contactcijfer,
    Maandcijfers,
    Overdrachtcijfer,
    maandcijfers,
    publiceer,
    tel,
    verborgen_cellen,
)
from samenhang.schemes.helplijn.models import Contact, Overdrachtstand
from samenhang.schemes.helplijn.queries.cijfers import lijncijfers
from tests.schemes.helplijn import wereld as w

NL = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 20, 9, 0, tzinfo=NL)
OKTOBER = date(2026, 10, 1)
PEILDAG = date(2026, 11, 16)


def test_geen_veld_van_een_contact_kan_een_persoon_bevatten() -> None:
    """Moments, codes of closed lists, yes or no, our own number and worker: nothing that could hold or point to somebody."""
    mag_naar = (Organisatie, Medewerker)
    kort = {"nummer": 20, "kanaal": 20, "gemeentecode": 4, "uitgang": 20, "stand": 20}
    lijsten = {"redenen", "dreigingen"}  # checked against closed lists before they are stored
    for model in (Contact, Overdrachtstand):
        for veld in model._meta.get_fields():
            if isinstance(veld, models.ForeignKey):
                assert veld.related_model in mag_naar, veld
            elif isinstance(veld, models.CharField):
                assert veld.max_length == kort.get(veld.name), veld
            elif isinstance(veld, models.JSONField):
                assert veld.name in lijsten, veld
            else:
                assert isinstance(veld, models.DateTimeField | models.BooleanField | models.UUIDField), veld
                assert not isinstance(veld, models.UUIDField) or veld.primary_key, veld


def contacten(**per: int) -> list[Contactcijfer]:
    return [
        Contactcijfer("9901", uitgang, ("huur",)) for uitgang, aantal in per.items() for _ in range(aantal)
    ]


def eerste(contacten: list[Contactcijfer], over: list[Overdrachtcijfer], redenen: list[str]) -> Maandcijfers:
    """A month as it is published for the first time."""
    rij = maandcijfers(OKTOBER, [(PEILDAG, publiceer(tel(contacten, over, redenen), []))])
    assert rij is not None
    return rij


def test_kleine_aantallen_en_wat_daaruit_volgt_staan_er_niet() -> None:
    rij = eerste(contacten(zelf=20, digitaal=2, lokaal=9), [], ["huur", "energie"])
    assert rij.contacten == 31
    assert rij.uitgangen["zelf"] == 20
    assert rij.uitgangen["digitaal"] is None
    assert rij.uitgangen["lokaal"] is None  # it would give the other away
    assert (rij.redenen["huur"], rij.redenen["energie"]) == (31, 0)
    klein = eerste(contacten(zelf=3), [], ["huur"])
    assert (klein.contacten, klein.uitgangen["zelf"], klein.redenen["huur"]) == (None, None, None)
    bijna = eerste([*contacten(zelf=20), *[Contactcijfer("9901", "zelf", ())] * 2], [], ["huur"])
    assert bijna.redenen["huur"] is None  # 20 of 22: two did not


def test_per_gemeente_en_een_kleine_neemt_een_ander_mee() -> None:
    rijen = [
        Contactcijfer(code, "zelf", ())
        for code, n in (("0001", 30), ("0002", 3), ("0003", 12))
        for _ in range(n)
    ]
    over = [Overdrachtcijfer("0001", "bereikt")] * 10 + [Overdrachtcijfer("0001", "verlopen")] * 6
    cijfers = {deel.gemeente: deel for deel in eerste(rijen, over, []).gemeenten}
    assert (cijfers["0001"].contacten, cijfers["0002"].contacten, cijfers["0003"].contacten) == (
        30,
        None,
        None,
    )
    assert (cijfers["0001"].overdrachten, cijfers["0001"].bereikt) == (16, 10)
    assert cijfers["0002"].overdrachten == 0


@given(
    st.dictionaries(
        st.sampled_from(["1", "2", "3", "4", "5"]),
        st.fixed_dictionaries({naam: st.integers(0, 12) for naam in ("contacten", "bereikt", "anders")}),
        min_size=1,
    )
)
def test_een_verborgen_cel_is_nooit_alleen_in_haar_kolom_of_som(tabel: dict[str, dict[str, int]]) -> None:
    weg = verborgen_cellen(tabel, (("bereikt", "anders"),))
    rijen = {code: rij | {"som": rij["bereikt"] + rij["anders"]} for code, rij in tabel.items()}
    for code, rij in rijen.items():
        for naam, aantal in rij.items():
            if 0 < aantal < 5:
                assert (code, naam) in weg
        if (code, "som") not in weg:  # then its parts hide together or not at all
            assert ((code, "bereikt") in weg) == ((code, "anders") in weg)
    for naam in ("contacten", "bereikt", "anders", "som"):
        verborgen = [rijen[code][naam] for code in rijen if (code, naam) in weg]
        assert len(verborgen) != 1 or len(rijen) == 1 or sum(verborgen) == 0 or len(verborgen) == len(rijen)


def over(**per: tuple[int, int]) -> list[Overdrachtcijfer]:
    """Hand-overs per municipality: reached, and lapsed."""
    return [
        Overdrachtcijfer(code, stand)
        for code, aantallen in per.items()
        for stand, aantal in zip(("bereikt", "verlopen"), aantallen, strict=True)
        for _ in range(aantal)
    ]


def test_een_verborgen_stand_is_niet_de_som_van_een_kolom() -> None:
    """Two lapsed and thirty reached: how many were reached is hidden, and so is it per municipality."""
    rij = eerste([], over(a=(20, 1), b=(10, 1)), [])
    assert (rij.overdrachten, rij.standen["bereikt"], rij.standen["verlopen"]) == (32, None, None)
    assert [(deel.overdrachten, deel.bereikt) for deel in rij.gemeenten] == [(21, None), (11, None)]


def test_een_tweede_publicatie_komt_er_alleen_als_niemand_uit_het_verschil_is_af_te_leiden() -> None:
    toen = tel(contacten(zelf=20), over(a=(20, 10), b=(10, 8)), ["huur"])
    eerst = publiceer(toen, [])
    assert eerst["bereikt"] == {"": 30, "gemeente:9901": 0, "gemeente:a": 20, "gemeente:b": 10}
    een_later = publiceer(tel(contacten(zelf=20), over(a=(21, 9), b=(10, 8)), ["huur"]), [(toen, eerst)])
    assert set(een_later) == {"contacten"}  # one caller was reached after all: that one would show
    ruim = tel(contacten(zelf=20), over(a=(25, 5), b=(10, 8)), ["huur"])
    rij = maandcijfers(OKTOBER, [(date(2026, 12, 16), publiceer(ruim, [(toen, eerst)])), (PEILDAG, eerst)])
    assert rij is not None
    assert (rij.standen["bereikt"], rij.peildatum_overdrachten) == (35, date(2026, 12, 16))
    weer = tel(contacten(zelf=20), over(a=(22, 8), b=(10, 8)), ["huur"])  # 3 from the last, 2 from the first
    assert set(publiceer(weer, [(toen, eerst), (ruim, publiceer(ruim, [(toen, eerst)]))])) == {"contacten"}


aantallen = st.fixed_dictionaries(
    {code: st.tuples(st.integers(0, 12), st.integers(0, 12)) for code in ("a", "b", "c")}
)


@given(aantallen, aantallen)
def test_wie_twee_publicaties_aftrekt_vindt_geen_verschil_van_een_tot_vier(oud: Any, nieuw: Any) -> None:
    toen, nu = tel([], over(**oud), []), tel([], over(**nieuw), [])
    eerst = publiceer(toen, [])
    daarna = publiceer(nu, [(toen, eerst)])
    for groep, klassen in daarna.items():
        for klasse, waarde in klassen.items():
            was = eerst[groep].get(klasse)
            assert waarde is None or waarde == 0 or waarde >= 5
            assert waarde is None or was is None or waarde == was or abs(waarde - was) >= 5, (groep, klasse)
            assert was is None or waarde is not None  # what showed shows still
    for uit in (eerst, daarna):
        if uit.get("overdrachten", {}).get("bereikt", 0) is None:
            assert all(uit["bereikt"][klasse] is None for klasse in uit["bereikt"])


def maak(lijn: w.Lijn, dag: datetime, uitgang: str = "zelf", **delen: Any) -> None:
    Contact.objects.create(
        organisatie=lijn.organisatie, nummer=uuid4().hex[:12], moment=dag, gevraagd=dag, kanaal="telefoon", gemeentecode="9901", redenen=["huur"], uitgang=uitgang, **delen
    )  # fmt: skip


@pytest.mark.django_db
def test_door_drie_deuren_en_alleen_maanden_die_voorbij_zijn() -> None:
    from samenhang.schemes.helplijn.commands import app

    with time_machine.travel(NU, tick=False):
        lijn = w.maak_lijn()
        for dag in range(1, 13):
            maak(lijn, datetime(2026, 10, dag, 10, tzinfo=NL), "schuldhulp")
            maak(lijn, datetime(2026, 11, dag, 10, tzinfo=NL))
        for n in range(8):
            Overdrachtstand.objects.create(
                zaak=uuid4(), organisatie=lijn.organisatie, nummer=f"P{n}", gemeentecode="9901", dringend=False, gemaakt=datetime(2026, 10, 5, 9, tzinfo=NL), stand="bereikt", sinds=NU,
            )  # fmt: skip
        vast = plichten(["helplijn.cijfers-vaststellen"])
        assert w.api(lijn.tess).get("/api/v1/helplijn/cijfers").json()["maanden"] == []
        assert (werk(gekozen=vast), werk(gekozen=vast)) == (1, 0)
        document = w.api(lijn.tess).get("/api/v1/helplijn/cijfers").json()
        (maand,) = document["maanden"]
        assert (maand["maand"], maand["contacten"], maand["overdrachten"], maand["standen"]["bereikt"]) == ("2026-10", 12, 8, 8)  # fmt: skip
        assert maand["gemeenten"] == [{"gemeentecode": "9901", "gemeente": "Waterrijk", "contacten": 12, "overdrachten": 8, "bereikt": 8}]  # fmt: skip
        tekst = w.web(lijn.tess).get("/helplijn/cijfers").content.decode()
        assert "Contacten in okt 2026: 12" in tekst
        assert "<svg" in tekst
        csv = w.web(lijn.tess).get("/helplijn/cijfers.csv").content.decode("utf-8-sig")
        assert "2026-10;uitgangen;schuldhulp;12;;2026-11-20" in csv
        uit = CliRunner().invoke(app, ["cijfers", "--als", lijn.tess.email, "--json"])
        assert document["peildatums"] == ["2026-11-20"]
        assert json.loads(uit.stdout)["maanden"][0]["contacten"] == 12, uit.output
        assert w.web(lijn.noor).get("/helplijn/cijfers").status_code == 403
        assert w.api(lijn.noor).get("/api/v1/helplijn/cijfers").status_code == 403
        ander = w.maak_lijn("Andere lijn")
        assert lijncijfers(w.als(ander.tess)).maanden == ()
        assert "Nog geen hele maand" in w.web(ander.tess).get("/helplijn/cijfers").content.decode()
    with time_machine.travel(NU + timedelta(days=30), tick=False):  # one hand-over was reached too late
        Overdrachtstand.objects.filter(nummer="P3").update(stand="niet_bereikt")
        assert werk(gekozen=vast) == 1
        laatst = w.api(lijn.tess).get("/api/v1/helplijn/cijfers").json()
        oktober = laatst["maanden"][0]
        assert (oktober["standen"]["bereikt"], oktober["peildatum"], oktober["peildatumOverdrachten"]) == (8, "2026-12-20", "2026-11-20")  # fmt: skip
        assert len(laatst["maanden"]) == 2
        toen = w.api(lijn.tess).get("/api/v1/helplijn/cijfers?peildatum=2026-12-01").json()
        assert toen["maanden"] == document["maanden"]
        assert len(w.web(lijn.tess).get("/helplijn/cijfers.csv?peildatum=2026-12-01").content) == len(csv.encode("utf-8-sig"))  # fmt: skip
        uit = CliRunner().invoke(app, ["cijfers", "--als", lijn.tess.email, "--peildatum", "2026-12-01"])
        assert "as of 2026-11-20" in uit.output or "peildatum 2026-11-20" in uit.output
        assert Vaststelling.objects.filter(scheme="helplijn").count() == 3


@pytest.mark.django_db
def test_na_twee_jaar_gaan_contacten_met_een_bewijs() -> None:
    lijn = w.maak_lijn()
    maak(lijn, NU)
    maak(lijn, NU + timedelta(days=400))
    with time_machine.travel(NU + timedelta(days=760), tick=False):
        assert werk(gekozen=plichten(["helplijn.vernietigen-contact"])) == 1
        assert Contact.objects.count() == 1
        assert Vernietiging.objects.get().aantallen == {"contact": 1}
        assert werk(gekozen=plichten(["helplijn.vernietigen-contact"])) == 0
