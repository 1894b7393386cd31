"""The intake through its actions: erasure, twins of a delivery, agreements, dated policy, merging, feedback."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import opslag, voortgang
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Bedrag, Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.plichten import uitvoerder
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries, rapport
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import Signaalstand, nieuws
from samenhang.schemes.vroegsignalering.models import Beleidsset, Partnerafspraak, Terugkoppelbericht
from tests.bouw import KOP, Gemeente, lever, maak_gemeente, maak_paar, rij

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def paar(gemeente: Gemeente, schrijf: Schrijf) -> Any:
    return maak_paar(gemeente, schrijf)


def medewerker(gemeente: Gemeente, rol: str, organisatie: Organisatie | None = None) -> Any:
    from samenhang.kernel.organisaties.models import Medewerker, Rolvervulling
    from samenhang.kernel.organisaties.queries import actor_van

    gebruiker = Gebruiker.objects.create_user(f"{rol}@test.invalid", naam=rol)
    wie = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie or gemeente.organisatie, naam=rol
    )
    Rolvervulling.objects.create(medewerker=wie, scheme="vroegsignalering", rol=rol, van=date(2026, 1, 1))
    return actor_van(gebruiker, VANDAAG)


def overal(naam: str) -> list[Path]:
    """Every file of the deployment's own folder that holds these bytes."""
    return [
        pad
        for pad in Path(settings.DATAMAP).rglob("*")
        if pad.is_file() and naam.encode() in pad.read_bytes()
    ]


@pytest.mark.parametrize("ja", ["J", "ja", " j "])
def test_wie_bezwaar_had_staat_nergens_meer(gemeente: Gemeente, schrijf: Schrijf, ja: str) -> None:
    slecht = rij(
        2, achternaam="Geheimenaar", straat='"Dorps\nstraat"', bezwaar_klant=ja, signaal_id="GEHEIM-2"
    )
    aanlevering = lever(gemeente, schrijf(rij(1), slecht, rij(3, bedrag_achterstand="1.234")))
    rapport.schrijf(aanlevering)
    assert overal("Geheimenaar") == overal("GEHEIM-2") == []
    ruw = opslag.plek(aanlevering.id)
    assert ruw is not None
    assert opslag.som(ruw) == aanlevering.ruw_hash_na_wissen != aanlevering.hash
    regel = Auditregel.objects.filter(naam="aanlevering verwerken").latest("moment")
    assert regel.wijziging["ruw_hash"] == [aanlevering.hash, aanlevering.ruw_hash_na_wissen]
    codes = list(aanlevering.fouten.filter(code__startswith="R").values_list("regel", "code"))
    assert codes == [(3, "R32"), (5, "R06")]


def test_opnieuw_verwerken_na_het_wissen_telt_hetzelfde(gemeente: Gemeente, schrijf: Schrijf) -> None:
    aanlevering = lever(gemeente, schrijf(rij(1), rij(2, bezwaar_klant="J")))
    telling = (aanlevering.gelezen, aanlevering.geaccepteerd, aanlevering.afgekeurd)
    aanlevering.fouten.all().delete()
    Aanlevering.objects.filter(id=aanlevering.id).update(status="ontvangen")
    nog_eens = aanleveren.verwerk(gemeente.intake, aanlevering.id)
    assert (nog_eens.gelezen, nog_eens.geaccepteerd + nog_eens.dubbel, nog_eens.afgekeurd) == telling
    assert nog_eens.fouten.get().code == "R32"


def test_een_bezwaar_in_een_rekenblad_laat_een_geschoonde_kopie_na(
    gemeente: Gemeente, tmp_path: Path
) -> None:
    import openpyxl

    boek = openpyxl.Workbook()
    for regel in (
        list(KOP),
        list(rij(1).values()),
        list(rij(2, achternaam="Geheimenaar", bezwaar_klant="J").values()),
    ):
        boek.active.append(regel)
    boek.save(tmp_path / "levering.xlsx")
    aanlevering = lever(gemeente, tmp_path / "levering.xlsx")
    ruw = opslag.plek(aanlevering.id)
    assert ruw is not None
    assert ruw.suffix == ".csv"
    assert overal("Geheimenaar") == []


def test_een_geweigerd_bestand_wordt_bij_herhaling_opnieuw_bekeken(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    Partnerafspraak.objects.update(tot=date(2026, 10, 1))
    with pytest.raises(aanleveren.AanleveringGeweigerd) as fout:
        lever(gemeente, schrijf(rij(1)))
    assert fout.value.code == "F10"
    assert "2026-10-01" in fout.value.tekst.en
    geweigerd = Aanlevering.objects.get()
    assert (geweigerd.status, geweigerd.fouten.get().code) == ("geweigerd", "F10")
    Partnerafspraak.objects.update(tot=None)
    goed = lever(gemeente, schrijf(rij(1)))
    assert (goed.id, goed.status, goed.geaccepteerd) == (geweigerd.id, "verwerkt", 1)


def test_op_de_achtergrond_doet_de_plicht_het_meteen(gemeente: Gemeente, schrijf: Schrijf) -> None:
    pad = schrijf(rij(1))
    bestand = aanleveren.Bestand(pad, pad.name, "api", achtergrond=True)
    ontvangst = aanleveren.lever(gemeente.intake, gemeente.partner.id, bestand)
    assert ontvangst.aanlevering.status == "ontvangen"
    uitvoerder.werk()
    ontvangst.aanlevering.refresh_from_db()
    assert (ontvangst.aanlevering.status, ontvangst.aanlevering.geaccepteerd) == ("verwerkt", 1)


def test_wie_nog_bezig_is_wordt_niet_overgenomen(gemeente: Gemeente, schrijf: Schrijf) -> None:
    pad = schrijf(rij(1))
    ontvangst = aanleveren.lever(
        gemeente.intake, gemeente.partner.id, aanleveren.Bestand(pad, pad.name, "api", achtergrond=True)
    )
    with voortgang.Voortgang(ontvangst.aanlevering.id) as stand:
        stand.meld("inschrijven", 50, 100)
        gelezen = voortgang.lees(ontvangst.aanlevering.id)
        assert gelezen is not None
        assert gelezen.procent == 80
        uitvoerder.werk()
        ontvangst.aanlevering.refresh_from_db()
        assert ontvangst.aanlevering.status == "ontvangen"
    assert voortgang.lees(ontvangst.aanlevering.id) is None


def test_na_de_bewaartermijn_zijn_bestand_rapport_en_celwaarden_weg(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    aanlevering = lever(gemeente, schrijf(rij(1, achternaam="Jansen en Zwartkruis")))
    rapport.schrijf(aanlevering)
    with time_machine.travel("2027-01-10T09:00:00+01:00"):
        uitvoerder.werk()
    aanlevering.refresh_from_db()
    assert opslag.plek(aanlevering.id) is None
    assert overal("Zwartkruis") == []
    assert "Zwartkruis" not in aanlevering.fouten.get().tekst
    assert aanlevering.ruw_vernietigd == date(2027, 1, 10)


def test_het_verbeterblad_kan_zo_terug(gemeente: Gemeente, schrijf: Schrijf, tmp_path: Path) -> None:
    eerste = lever(gemeente, schrijf(rij(1), rij(2, bedrag_achterstand="1.234"), rij(3, bezwaar_klant="J")))
    aanlevering, pad = queries.origineel(gemeente.intake, eerste.id)
    blad = tmp_path / "verbeterd.csv"
    blad.write_bytes(rapport.verbeterblad(aanlevering, pad)[0].replace(b"1.234;", b"123.40;", 1))
    assert b"fout_tekst" in blad.read_bytes()
    tweede = lever(gemeente, blad)
    assert (tweede.gelezen, tweede.geaccepteerd, tweede.afgekeurd) == (1, 1, 0)


def test_de_postcodes_van_de_gemeente_geven_w20(gemeente: Gemeente, schrijf: Schrijf) -> None:
    actions.stel_beleid_vast(
        medewerker(gemeente, "beleid"),
        actions.Beleidsvoorstel(VANDAAG, {"postcodes": ["2900-2999"]}, "college", "eigen postcodes"),
    )
    assert lever(gemeente, schrijf(rij(1))).fouten.get().code == "W20"


# --- policy and agreements


def test_beleid_in_het_verleden_vraagt_een_bedoeling_en_altijd_een_reden(gemeente: Gemeente) -> None:
    beleid = medewerker(gemeente, "beleid")
    voorstel = actions.Beleidsvoorstel(date(2026, 11, 1), {"drempel": "100.00"}, "college", "raad")
    with pytest.raises(Geweigerd, match="ingang_in_verleden"):
        actions.stel_beleid_vast(beleid, voorstel)
    with pytest.raises(Geweigerd, match="reden_ontbreekt"):
        actions.stel_beleid_vast(beleid, actions.Beleidsvoorstel(VANDAAG, {}, "college", " "))
    with pytest.raises(Geweigerd) as fout:
        actions.stel_beleid_vast(
            beleid, actions.Beleidsvoorstel(VANDAAG, {"drempel": "75,00", "kleur": 1}, "c", "r")
        )
    assert {f.plaats.kolom for f in fout.value.fouten} == {"drempel", "kleur"}
    assert Beleidsset.objects.count() == 0
    with pytest.raises(Geweigerd, match="rol_ontbreekt"):
        actions.stel_beleid_vast(gemeente.sanne, voorstel)


def test_het_gevolg_van_nieuw_beleid_is_vooraf_te_zien(gemeente: Gemeente, schrijf: Schrijf) -> None:
    lever(gemeente, schrijf(*(rij(n, bedrag_achterstand=f"{n}0.00") for n in range(6, 16))))
    voorbeeld = actions.vergelijk_beleid(
        medewerker(gemeente, "beleid"),
        actions.Beleidsvoorstel(VANDAAG, {"drempel": "100.00"}, "college", "raad"),
    )
    blik = voorbeeld.terugblik
    assert (blik.was["onterecht"], blik.wordt["onterecht"]) == (2, 4)
    assert {(r.was.wat, r.wordt.wat, r.bedrag.draad()) for r in blik.lijst} == {
        ("5", "onterecht", "80.00"), ("5", "onterecht", "90.00"),
    }  # fmt: skip
    assert voorbeeld.verschillen[0].wordt == "100.00"
    assert Beleidsset.objects.count() == 0


def test_een_afspraak_krijgt_versies_en_een_verschil_vooraf(gemeente: Gemeente) -> None:
    beleid = medewerker(gemeente, "beleid")
    voorstel = actions.Afspraak(
        gemeente.partner.id, "energie", VANDAAG, terugkoppeling=("hulp_aanvaard",), drempel=Bedrag(5_000), reden="nieuw contract"
    )  # fmt: skip
    namen = {v.wat.nl for v in actions.vergelijk_afspraak(beleid, voorstel)}
    assert {"Vanaf", "Terugkoppeling", "Drempelbedrag"} <= namen
    assert Partnerafspraak.objects.count() == 1
    assert actions.leg_afspraak_vast(beleid, voorstel).versie == 2
    for fout, code in (
        ({"terugkoppeling": ("reden",)}, "Z04"),
        ({"kolommen": ("bsn",)}, "afspraak_onjuist"),
        ({"soort": "gas"}, "afspraak_onjuist"),
        ({"minimum_maanden": 121}, "afspraak_onjuist"),
        ({"tot": date(2026, 1, 1)}, "afspraak_onjuist"),
        ({"reden": ""}, "reden_ontbreekt"),
        ({"van": date(2026, 1, 1)}, "ingang_in_verleden"),
    ):
        with pytest.raises(Geweigerd) as weigering:
            actions.leg_afspraak_vast(beleid, replace(voorstel, **fout))
        assert code in {weigering.value.code, *(deel.code for deel in weigering.value.fouten)}
    actions.beeindig_afspraak(beleid, gemeente.partner.id, VANDAAG, "opgezegd")
    assert queries.afspraken_met(beleid, gemeente.partner.id)[0].tot == VANDAAG


def test_de_regels_staan_openbaar_in_gewone_woorden(gemeente: Gemeente) -> None:
    client = Client()
    pagina = client.get("/vroegsignalering/regels/9901")
    assert pagina.status_code == 200
    tekst = pagina.content.decode()
    assert "€\xa075,00" in tekst
    assert "geen score" in tekst
    document = client.get("/api/v1/vroegsignalering/openbaar/regels/9901").json()
    assert document["regels"]["drempel"] == "75.00"
    assert client.get("/vroegsignalering/regels/0000").status_code == 404


# --- feedback


def test_het_bericht_verraadt_geen_oorzaak() -> None:
    assert nieuws(Signaalstand("in_melding", resultaat="geen_contact")) == nieuws(
        Signaalstand("in_melding", resultaat="regelt_zelf")
    )
    assert nieuws(Signaalstand("niet_opgepakt", "agressie")) == nieuws(
        Signaalstand("niet_opgepakt", "capaciteit")
    )
    assert nieuws(Signaalstand("in_melding")) is None
    verhuisd = nieuws(Signaalstand("geen_inwoner", "verhuisd naar Delft"))
    assert verhuisd is not None
    assert (verhuisd.soort, verhuisd.aanvaard_op) == ("geen_inwoner", None)


def test_terugkoppeling_gaat_een_keer_binnen_de_afspraak_naar_de_eigen_partner(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    lever(gemeente, schrijf(rij(1, bedrag_achterstand="50.00")))
    actions.pak_signalen_op(gemeente.intake)
    assert actions.koppel_terug(gemeente.intake) == []
    Partnerafspraak.objects.update(terugkoppeling=["hulp_aanvaard"])
    assert actions.koppel_terug(gemeente.intake) == []
    Partnerafspraak.objects.update(terugkoppeling=["onterecht"])
    (bericht,) = actions.koppel_terug(gemeente.intake)
    assert bericht.regels == [
        {"signaalId": "E-1", "soort": "onterecht", "datum": "2026-11-24", "pauzeTot": None}
    ]
    assert actions.koppel_terug(gemeente.intake) == []
    partner = medewerker(gemeente, "partner", gemeente.partner)
    assert actions.haal_bericht_op(partner, bericht.id).regels == bericht.regels
    assert Terugkoppelbericht.objects.get().opgehaald
    vreemd = medewerker(
        gemeente,
        "teamleider",
        Organisatie.objects.create(soort="gemeente", naam="Elders", gemeentecode="9909"),
    )
    with pytest.raises(Geweigerd, match="bericht_onbekend"):
        actions.haal_bericht_op(vreemd, bericht.id)


# --- the doors


def test_elke_pagina_van_de_intake_opent(gemeente: Gemeente, schrijf: Schrijf, paar: Any) -> None:
    lever(gemeente, schrijf(rij(8, bedrag_achterstand="1.234"), naam="fout.csv"))
    beleid = medewerker(gemeente, "beleid")
    partner = medewerker(gemeente, "partner", gemeente.partner)
    fout = Aanlevering.objects.get(bestandsnaam="fout.csv")
    paden = {
        gemeente.intake: [
            "aanleveringen", f"aanleveringen/{fout.id}", f"aanleveringen/{fout.id}?code=R06", f"aanleveringen/{fout.id}?uitvoer=csv",
            f"aanleveringen/{fout.id}/origineel", f"aanleveringen/{fout.id}/verbeterblad", "aanleveringen?uitvoer=csv&stand=fouten&volgorde=naam",
            "twijfel", f"twijfel/{paar.id}/verklaring", "terugkoppeling", "partners",
        ],
        beleid: ["beleid", "beleid/nieuw", "partners", f"partners/{gemeente.partner.id}", f"partners/{gemeente.partner.id}/afspraak"],
        partner: ["aanleveringen", "partners", f"partners/{gemeente.partner.id}", "terugkoppeling", f"aanleveringen/{fout.id}"],
    }  # fmt: skip
    for actor, lijst in paden.items():
        client = Client()
        client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
        for pad in lijst:
            assert client.get(f"/vroegsignalering/{pad}").status_code == 200, pad


def test_de_pagina_stelt_beleid_en_afspraak_pas_na_bekijken_vast(gemeente: Gemeente) -> None:
    beleid = medewerker(gemeente, "beleid")
    client = Client()
    client.force_login(Gebruiker.objects.get(id=beleid.gebruiker_id))
    pagina = client.get("/vroegsignalering/beleid/nieuw")
    invoer = {naam: "" if w is None else w for naam, w in pagina.context["formulier"].initial.items()}
    invoer |= {"vanaf": "2026-12-01", "drempel": "100.00", "vastgesteld_door": "college", "reden": "raad"}
    assert (
        "<td>€\xa0100,00</td>"
        in client.post("/vroegsignalering/beleid/nieuw", invoer | {"stap": "bekijken"}).content.decode()
    )
    assert Beleidsset.objects.count() == 0
    assert client.post("/vroegsignalering/beleid/nieuw", invoer | {"stap": "vastleggen"}).status_code == 302
    assert Beleidsset.objects.get().drempel_centen == 10_000
    zoals_men_schrijft = {
        "drempel": "€ 85,50",
        "huurgrens": "1250",
        "stap": "vastleggen",
        "vanaf": "2026-12-02",
    }
    assert client.post("/vroegsignalering/beleid/nieuw", invoer | zoals_men_schrijft).status_code == 302
    nieuwste = Beleidsset.objects.first()
    assert nieuwste is not None
    assert (nieuwste.drempel_centen, nieuwste.regels["huurgrens"]) == (8_550, "1250.00")
    client.post("/vroegsignalering/beleid/nieuw", invoer | zoals_men_schrijft | {"drempel": "1.234,5"})
    assert Beleidsset.objects.count() == 2
    pad = f"/vroegsignalering/partners/{gemeente.partner.id}/afspraak"
    invoer = {
        "soort": "energie",
        "van": "2026-12-01",
        "bewaar_dagen": "30",
        "reden": "nieuw",
        "terugkoppeling": ["onterecht"],
        "drempel": "x",
    }
    assert "Schrijf een bedrag" in client.post(pad, invoer | {"stap": "vastleggen"}).content.decode()
    assert client.post(pad, invoer | {"drempel": "", "stap": "vastleggen"}).status_code == 302
    assert Partnerafspraak.objects.count() == 2
    volgende = invoer | {"drempel": "€ 1.000,00", "van": "2026-12-02", "reden": "zoals men schrijft"}
    assert client.post(pad, volgende | {"stap": "vastleggen"}).status_code == 302
    assert set(Partnerafspraak.objects.values_list("drempel_centen", flat=True)) == {None, 100_000}
    assert 'value="1.000,00"' in client.get(pad).content.decode()


def test_de_opdracht_leest_meer_bestanden_en_zegt_wat_er_van_de_rest_werd(
    gemeente: Gemeente, schrijf: Schrijf, capsys: pytest.CaptureFixture[str]
) -> None:
    goed, fout = schrijf(rij(1), naam="goed.csv"), schrijf(rij(2), naam="fout.csv", kolommen=("bsn", *KOP))
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "lever-aan", str(goed), str(fout), "--partner", "99990021", "--json"])
    assert einde.value.code == 2
    uit, probleem = capsys.readouterr()
    assert json.loads(uit)["geaccepteerd"] == 1
    document = json.loads(probleem)
    assert (document["code"], document["fouten"][0]["kolom"]) == ("F01", "bsn")
    assert "goed" not in document["detail"]
    assert "(1)" in document["detail"]


def test_de_sjabloon_van_een_bezwaar_is_json(
    tmp_path: Path, gemeente: Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = tmp_path / "beleid.json"
    pad.write_text(
        json.dumps(
            {
                "vanaf": "2026-12-01",
                "regels": {"drempel": "100.00"},
                "vastgesteldDoor": "college",
                "reden": "raad",
            }
        )
    )
    for argumenten in (["beleid", str(pad), "--bekijk"], ["beleid", str(pad), "--json"], ["beleid"], ["afspraken", "--json"], ["terugkoppelen", "--json"], ["twijfelparen"], ["aanleveringen", "--json"]):  # fmt: skip
        with pytest.raises(SystemExit) as einde:
            hoofd(["vroegsignalering", *argumenten])
        assert einde.value.code == 0, argumenten
    assert Beleidsset.objects.get().drempel_centen == 10_000
