"""Police and public prosecution at the table of a case: exactly what they may see, by page, API and command."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.samenwerking import actions as samenwerking
from samenhang.kernel.samenwerking.actions import Afspraakvoorstel, Dekkingsvoorstel, Partijvoorstel
from samenhang.kernel.samenwerking.einde import beeindig
from samenhang.kernel.scheme import Niets
from samenhang.kernel.toegang import NietToegestaan, Toegang
from samenhang.kernel.verstrekkingen.actions import hef_voorwaarden_op, stel_voorwaarde
from samenhang.kernel.verstrekkingen.actions.voorwaarden import bronregister
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.zvh import actions, queries
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_overleg import oordeel
from tests.schemes.zvh import test_opschalen as o

pytestmark = pytest.mark.django_db
AANGIFTE, DAGVAARDING = "Deed drie keer aangifte van bedreiging", "De zitting is op 4 maart"
NODIG = "Wie aangesproken moet worden, moet bekend zijn."
DREIGT = "Wie afspraken maakt moet weten wat er dreigt."
SOORTEN = ("naw", "contact", *o.GEBIEDEN, "politie", "justitie")


def _partij(g: w.Gemeente, soort: str, naam: str) -> Gebruiker:
    wie = w.partij(g, soort, naam)
    Rolvervulling.objects.filter(medewerker__gebruiker=wie).update(scheme="zvh", rol="vaste_deelnemer")
    return wie


def _bouw(map_: Path) -> dict[str, Any]:
    """A case in the house: its safety came along and her health, with the agreement of its source; three parties signed."""
    huis = o._bouw(map_)
    g = huis["g"]
    sjoerd, vera = _partij(g, "politie", "sjoerd"), _partij(g, "justitie", "vera")
    bart = w.medewerker(g.organisatie, "bart", "beheerder")
    namen = [Medewerker.objects.get(gebruiker=wie).organisatie.naam for wie in (sjoerd, vera)]
    rij = samenwerking.stel_op(w.als(bart), Afspraakvoorstel(
        titel="Zorg- en Veiligheidshuis", waarvoor="Casussen samen bespreken.", van=timezone.localdate(), tot=None,
        partijen=(Partijvoorstel(g.organisatie.naam, "procesregisseur"), *(Partijvoorstel(naam, "vaste_deelnemer") for naam in namen)),
        dekking=(Dekkingsvoorstel("wams", "opschaling", SOORTEN[:-2]), Dekkingsvoorstel("zvh", "zvh_casus", SOORTEN)),
    ))  # fmt: skip
    for wie in (huis["ida"], sjoerd, vera):
        samenwerking.teken(w.als(wie), rij.id, rij.som)
    akkoord = o.opschalen.Bronakkoord(huis["wie"]["moeder"], "gezondheid", "A. Bakker, ggz Waterrijk")
    o.opschalen.leg_akkoord_vast(w.als(g.karin), huis["zaak"].id, akkoord)
    return huis | {"sjoerd": sjoerd, "vera": vera, "afspraak": rij.id}


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    return blijvend(_bouw)


@pytest.fixture
def verband(stand: dict[str, Any], db: None) -> dict[str, Any]:
    return deepcopy(stand)


@pytest.fixture
def huis(verband: dict[str, Any]) -> dict[str, Any]:
    return _toegelaten(verband)


def _toegelaten(verband: dict[str, Any]) -> dict[str, Any]:
    casus = o.toegelaten(verband, gezondheid="De psycholoog sluit aan.", wonen="", onderwijs="")
    return verband | {"casus": casus.id}


def _aan_tafel(huis: dict[str, Any], wie: str, **nodig: str) -> None:
    plaats = actions.Tafelplaats(Medewerker.objects.get(gebruiker=huis[wie]).id, NODIG, **nodig)
    actions.zet_aan_tafel(w.als(huis["ida"]), huis["casus"], plaats)


def _deuren(huis: dict[str, Any], wie: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, str, str]:
    """The case as somebody at the table gets it behind each door."""
    pad = f"zvh/tafel/{huis['casus']}"
    code, uit = o.opdracht(capsys, "zvh", "tafelcasus", str(huis["casus"]), "--als", huis[wie].email)
    assert code == 0, uit
    return (
        w.web(huis[wie]).get(f"/{pad}").content.decode(),
        w.api(huis[wie]).get(f"/api/v1/{pad}").content.decode(),
        json.dumps(uit, ensure_ascii=False),
    )


def test_wie_niet_aan_tafel_zit_ziet_niets(huis: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """A constable who was not admitted does not get to know that the case exists; nor does he after he left."""
    sjoerd, pad = huis["sjoerd"], f"zvh/tafel/{huis['casus']}"

    def ziet_niets() -> None:
        assert w.web(sjoerd).get(f"/{pad}").status_code == 404
        assert w.web(sjoerd).get(f"/zvh/casussen/{huis['casus']}").status_code == 404
        assert w.api(sjoerd).get(f"/api/v1/{pad}").json()["code"] == "zaak_onbekend"
        code, uit = o.opdracht(capsys, "zvh", "tafelcasus", str(huis["casus"]), "--als", sjoerd.email)
        assert (code, uit["code"]) == (2, "zaak_onbekend")
        assert w.api(sjoerd).get("/api/v1/zvh/tafel").json() == {"casussen": []}

    ziet_niets()
    _aan_tafel(huis, "sjoerd")
    (regel,) = w.api(sjoerd).get("/api/v1/zvh/tafel").json()["casussen"]
    assert regel["id"] == str(huis["casus"])
    (genoot,) = queries.casus(w.als(huis["ida"]), huis["casus"]).tafel
    weg = actions.Vertrek(genoot.deelname, "De politie is niet meer nodig.")
    actions.laat_gaan(w.als(huis["ida"]), huis["casus"], weg)
    ziet_niets()


def test_elke_partij_ziet_het_hare(huis: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """The police sees the safety it needs; the prosecution, for whom that was not written, only whom it is about."""
    _aan_tafel(huis, "sjoerd", veiligheid=DREIGT)
    _aan_tafel(huis, "vera", politie="De officier weegt de aangiften.")
    for tekst in _deuren(huis, "sjoerd", capsys):
        assert o.THUIS in tekst
        assert DREIGT in tekst
        assert o.GEZOND not in tekst
        assert "psycholoog" not in tekst, "ook niet waarom een ander het nodig heeft"
    for tekst in _deuren(huis, "vera", capsys):
        assert "De Wit" in tekst
        assert o.THUIS not in tekst
        assert "0600000" not in tekst, "justitie belt niet"
    ziet = {
        genoot.partij: dict(genoot.ziet) for genoot in queries.casus(w.als(huis["ida"]), huis["casus"]).tafel
    }
    assert {naam.split()[0]: set(wat) for naam, wat in ziet.items()} == {
        "sjoerd": {"naw", "contact", "veiligheid"}, "vera": {"naw", "politie"}
    }  # fmt: skip
    casus = Zaak.objects.get(id=huis["casus"])
    # AuthZEN says what the page shows: the agreement of the house is known there too.
    for naam, hoort in (("sjoerd", "veiligheid"), ("vera", "politie"), ("ida", "gezondheid")):
        assert oordeel(huis[naam], casus, "naw", hoort, nodig=True) is True, naam
    assert oordeel(huis["sjoerd"], casus, "gezondheid", nodig=True) == {"geen_grondslag"}
    assert oordeel(huis["sjoerd"], casus, "veiligheid") == {"noodzaak_ontbreekt"}
    zelf = o.inwoner_van(Zaak.objects.get(id=huis["casus"]), "ria").get("/zvh/mijn").content.decode()
    for deel in (DREIGT, "De officier weegt de aangiften.", o.GEZOND):
        assert deel in zelf


def test_wat_een_partij_inbrengt_en_wie_dat_leest(
    huis: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """By page, API and command; kept from the other party until the one that brought it in lifts its condition."""
    _aan_tafel(huis, "sjoerd", justitie="De wijkagent moet weten wanneer de zitting is.")
    _aan_tafel(huis, "vera", politie="De officier weegt de aangiften.")
    pagina, pad = w.web(huis["sjoerd"]), f"/zvh/tafel/{huis['casus']}"
    lijf = {"tekst": AANGIFTE, "nodig": "Dit weegt mee.", "verder": "nee"}
    assert pagina.post(f"{pad}/inbreng", lijf | {"nodig": ""}).status_code == 400
    assert pagina.post(f"{pad}/inbreng", lijf).status_code == 302
    versie = {"if-match": f'"{Zaak.objects.get(id=huis["casus"]).versie}"'}
    api = w.api(huis["vera"]).post(f"/api/v1/zvh/casussen/{huis['casus']}/inbreng", {"tekst": DAGVAARDING, "nodig": "De agent houdt er rekening mee.", "verder": "ja"}, content_type="application/json", headers=versie)  # fmt: skip
    assert api.status_code == 201, api.content
    for tekst in _deuren(huis, "sjoerd", capsys):
        assert AANGIFTE in tekst
        assert DAGVAARDING in tekst
    for tekst in _deuren(huis, "vera", capsys):
        assert AANGIFTE not in tekst
    beeld = queries.casus(w.als(huis["ida"]), huis["casus"])
    assert {AANGIFTE, DAGVAARDING} <= {rij.tekst for rij in beeld.gegevens}
    (vera,) = [genoot for genoot in beeld.tafel if genoot.partij.startswith("vera")]
    assert [soort for soort, _ in vera.ziet_niet] == ["politie"]
    assert "nu niet" in w.web(huis["ida"]).get(f"/zvh/casussen/{huis['casus']}").content.decode()
    andermans = w.web(huis["vera"]).post(f"{pad}/vrijgave")
    assert andermans.status_code in (400, 409), "wie niets vroeg, heft niets op"
    code, _ = o.opdracht(
        capsys, "zvh", "vrijgave", str(huis["casus"]), "--als", huis["sjoerd"].email, "--json"
    )
    assert code == 0
    for tekst in _deuren(huis, "vera", capsys):
        assert AANGIFTE in tekst
    # One party ends the agreement: from the next day on nobody brings anything in any more, or reads it.
    beeindig(w.als(huis["sjoerd"]), huis["afspraak"], timezone.localdate(), "Het verband gaat anders verder.")
    casus = Zaak.objects.get(id=huis["casus"])
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        with pytest.raises(NietToegestaan) as fout:
            actions.breng_in(
                w.als(huis["sjoerd"]), casus.id, actions.Inbreng(AANGIFTE, "Dit weegt mee.", "ja")
            )
        assert dict(fout.value.redenen) == {"politie": "afspraak_ontbreekt"}
        for naam, soort in (("sjoerd", "justitie"), ("vera", "politie"), ("vera", "justitie")):
            assert oordeel(huis[naam], casus, soort, nodig=True) == {"afspraak_ontbreekt"}


def test_wat_een_bron_vroeg_bindt_ook_hier_tot_zij_het_laat_vervallen(
    verband: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """The source agrees that it moves up, and no further: no party sees it, until the source lets go here or there."""
    g, zaak, moeder = verband["g"], verband["zaak"], verband["wie"]["moeder"]
    bron = "Veilig Thuis"

    def in_wams(doe: Callable[[Toegang], object]) -> None:
        with operatie("wams", "inbreng vastleggen", systeem(g.organisatie)):
            doe(bronregister(Zaak.objects.get(id=zaak.id), moeder))

    gesteld = Gesteld("veiligheid", Soort.NIET_VERDER, bron)
    in_wams(lambda toegang: stel_voorwaarde(zaak, moeder, gesteld, toegang))
    assert o.geweigerd(verband) == "voorwaarde_bron"
    akkoord = o.opschalen.Bronakkoord(moeder, "veiligheid", f"J. Vos, {bron}")
    o.opschalen.leg_akkoord_vast(w.als(g.karin), zaak.id, akkoord)
    huis = _toegelaten(verband)
    _aan_tafel(huis, "sjoerd", veiligheid=DREIGT)
    assert o.THUIS not in _deuren(huis, "sjoerd", capsys)[0]
    assert o.THUIS in w.web(huis["ida"]).get(f"/zvh/casussen/{huis['casus']}").content.decode()
    punt = transaction.savepoint()
    args = ("--over", "veiligheid", "--akkoord-van", "J. Vos, Veilig Thuis", "--als", huis["ida"].email)
    nummer = Zaak.objects.get(id=huis["casus"]).nummer
    assert o.opdracht(capsys, "zvh", "bronakkoord", nummer, *args, "--json")[0] == 0
    assert o.THUIS in _deuren(huis, "sjoerd", capsys)[0]
    assert o.opdracht(capsys, "zvh", "bronakkoord", nummer, *args)[1]["code"] == "geen_voorwaarde"
    transaction.savepoint_rollback(punt)
    assert o.THUIS not in _deuren(huis, "sjoerd", capsys)[0]
    in_wams(lambda toegang: hef_voorwaarden_op(zaak, moeder, "veiligheid", bron, toegang, bron=bron))
    assert o.THUIS in _deuren(huis, "sjoerd", capsys)[0]


def test_een_partij_krijgt_niet_wat_zij_nooit_krijgt(huis: dict[str, Any]) -> None:
    """Refused before she sits: housing to the prosecution, somebody without the role, a party that signed nothing."""

    def weigering(wie: Gebruiker, **nodig: str) -> tuple[str, str]:
        plaats = actions.Tafelplaats(Medewerker.objects.get(gebruiker=wie).id, NODIG, **nodig)
        with pytest.raises(Geweigerd) as fout:
            actions.zet_aan_tafel(w.als(huis["ida"]), huis["casus"], plaats)
        return fout.value.code, fout.value.fouten[0].plaats.kolom if fout.value.fouten[0].plaats else ""

    assert weigering(huis["vera"], wonen="Waar zij woont is nodig.") == ("partij_krijgt_dit_niet", "wonen")
    assert weigering(huis["g"].karin) == ("partij_onbekend", "medewerker")
    assert weigering(_partij(huis["g"], "politie", "vreemd")) == ("afspraak_ontbreekt", "medewerker")
    _aan_tafel(huis, "vera")
    with pytest.raises(Geweigerd, match="doet al mee"):
        _aan_tafel(huis, "vera")
    with pytest.raises(Geweigerd) as fout:
        actions.laat_vervallen(w.als(huis["vera"]), huis["casus"], Niets())
    assert fout.value.code == "geen_voorwaarde"
