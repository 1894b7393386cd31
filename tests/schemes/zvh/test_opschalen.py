"""A case of wams moves up to a Zorg- en Veiligheidshuis (acceptance case W19): page, API and command, one action."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.samenwerking import actions as samenwerking
from samenhang.kernel.samenwerking.actions import Afspraakvoorstel, Dekkingsvoorstel, Partijvoorstel
from samenhang.kernel.scheme import Niets, Reden
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.verstrekkingen.actions import VerstrekkingGeweigerd, stel_voorwaarde
from samenhang.kernel.verstrekkingen.actions.voorwaarden import bronregister
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.verstrekkingen.models import Opname, UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.wams.actions import inwoner, onderzoek, opschalen
from samenhang.schemes.zvh import actions, queries
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db
GEBIEDEN = ("wonen", "inkomen", "onderwijs", "hulp", "gezondheid", "veiligheid")
WAAROM = "Er is al twee keer dreiging geweest en niemand overziet het geheel."
CRITERIA = "Zorg en veiligheid spelen samen, en gewone zorg lukt niet."
THUIS, GEZOND, SCHULD = (
    "De voordeur is ingetrapt",
    "Zij slaapt niet en is bang",
    "Achterstand van drie maanden huur",
)


def regisseur(g: w.Gemeente) -> Gebruiker:
    wie = w.medewerker(g.organisatie, "ida", "onderzoeker")
    Rolvervulling.objects.filter(medewerker__gebruiker=wie).update(scheme="zvh", rol="procesregisseur")
    return wie


def verband(g: w.Gemeente, *, weg: tuple[str, ...] = (), tot: date | None = None) -> None:
    """The alliance: municipality and police agree what may go, and both sign."""
    agent = w.partij(g, "politie", "agent")
    beheer = w.medewerker(g.organisatie, "bart", "beheerder")
    mee = tuple(naam for naam in ("naw", "contact", *GEBIEDEN) if naam not in weg)
    voorstel = Afspraakvoorstel(
        titel="Samenwerkingsverband Zorg- en Veiligheidshuis",
        waarvoor="Complexe casussen samen bespreken.",
        van=timezone.localdate(),
        tot=tot,
        partijen=(
            Partijvoorstel(g.organisatie.naam, "teamleider"),
            Partijvoorstel(Medewerker.objects.get(gebruiker=agent).organisatie.naam, "deelnemer"),
        ),
        dekking=(Dekkingsvoorstel("wams", "opschaling", mee), Dekkingsvoorstel("zvh", "zvh_casus", mee)),
    )
    rij = samenwerking.stel_op(w.als(beheer), voorstel)
    for wie in (g.piet, agent):
        samenwerking.teken(w.als(wie), rij.id, rij.som)


def _bouw(map_: Path, code: str = "9901") -> dict[str, Any]:
    """A plan that is carried out; of the mother it is known how she lives, how she is, what threatens and what she owes."""
    g = w.maak_gemeente(code)
    zaak, wie = w.in_uitvoering(g)
    karin = w.als(g.karin)
    w.stemt_in(karin, zaak, wie["moeder"], "veiligheid", "gezondheid")
    for gebied, tekst, bron in (("veiligheid", THUIS, "de moeder"), ("gezondheid", GEZOND, "ggz Waterrijk")):
        punt = onderzoek.Aandachtspunt(wie["moeder"], gebied, tekst, bron, "")
        onderzoek.leg_aandachtspunt_vast(karin, zaak.id, punt)
    return {"g": g, "zaak": zaak, "wie": wie, "ida": regisseur(g)}


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    return blijvend(_bouw)


@pytest.fixture
def huis(stand: dict[str, Any], db: None) -> dict[str, Any]:
    return deepcopy(stand)


def vraag(huis: dict[str, Any], **anders: str) -> opschalen.Opschaling:
    nodig = {"veiligheid": "De politie moet weten wat er dreigt."} | anders
    return opschalen.Opschaling(huis["wie"]["moeder"], WAAROM, "gesprek", timezone.localdate(), **nodig)


def schaal_op(huis: dict[str, Any], **anders: str) -> UitgaandeOverdracht:
    opschalen.schaal_op(w.als(huis["g"].karin), huis["zaak"].id, vraag(huis, **anders))
    return UitgaandeOverdracht.objects.get(soort="opschaling")


def toegelaten(huis: dict[str, Any], **anders: str) -> Zaak:
    rij = schaal_op(huis, **anders)
    return actions.laat_toe(w.als(huis["ida"]), rij.id, actions.Toelatingsbesluit(CRITERIA))


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd([*argumenten])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), json.loads(uit.out or uit.err)


def geweigerd(huis: dict[str, Any], **anders: str) -> str:
    with pytest.raises(VerstrekkingGeweigerd) as fout:
        schaal_op(huis, **anders)
    assert not UitgaandeOverdracht.objects.exists()
    return fout.value.code


def inwoner_van(zaak: Zaak, naam: str) -> Client:
    persoon = Betrokkene.objects.filter(zaak=zaak).order_by("id").first()
    assert persoon is not None
    wie = Gebruiker.objects.create_user(f"{naam}@test.invalid", naam=naam, persoon_id=persoon.persoon_id)
    return w.web(wie)


def test_19_een_nieuwe_casus_met_alleen_wat_is_gekozen(huis: dict[str, Any]) -> None:
    verband(huis["g"])
    zaak = toegelaten(huis)
    stuk = UitgaandeOverdracht.objects.get()
    assert (stuk.grondslag, stuk.categorieen) == ("wgs-zvh-2-25", "contact,naw,veiligheid")
    assert stuk.afspraak is not None
    assert (stuk.besluit["grondslagen"], stuk.besluit["doel"]) == (["wgs-zvh-2-25"], "opschaling")
    assert stuk.ontvangen is not None
    assert Opname.objects.get(overdracht=stuk.id).zaak == zaak.id
    assert zaak.id != huis["zaak"].id
    assert Betrokkene.objects.get(zaak=zaak).persoon_id != huis["wie"]["moeder"]
    beeld = queries.casus(w.als(huis["ida"]), zaak.id)
    assert [(rij.leefgebied, rij.tekst, rij.nodig) for rij in beeld.gegevens] == [
        ("veiligheid", THUIS, "De politie moet weten wat er dreigt.")
    ]
    for gezien in (
        w.web(huis["ida"]).get(f"/zvh/casussen/{zaak.id}").content.decode(),
        w.api(huis["ida"]).get(f"/api/v1/zvh/casussen/{zaak.id}").content.decode(),
    ):
        assert THUIS in gezien
        for weg in (SCHULD, GEZOND, "Daan", "Jan de Wit", "Schuldhulp"):
            assert weg not in gezien, weg
    huis["zaak"].refresh_from_db()
    assert (huis["zaak"].stap, huis["zaak"].gesloten) == ("uitvoering", None)  # it goes on there


def test_19_door_drie_deuren(huis: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """Each door sends and admits; what is sent twice is refused by each."""
    verband(huis["g"])
    g, zaak, moeder = huis["g"], huis["zaak"], str(huis["wie"]["moeder"])
    lijf = {"persoon": moeder, "waarom": WAAROM, "verteld_hoe": "gesprek", "verteld_op": f"{timezone.localdate():%Y-%m-%d}", "veiligheid": "Nodig om te weten wat dreigt."}  # fmt: skip
    pagina = w.web(g.karin)
    assert "Schaal op naar het Zorg- en Veiligheidshuis" in pagina.get(f"/wams/zaken/{zaak.id}/zvh").content.decode()  # fmt: skip
    assert pagina.post(f"/wams/zaken/{zaak.id}/zvh", lijf).status_code == 302
    rauw = {naam.replace("_h", "H").replace("_o", "O"): waarde for naam, waarde in lijf.items()}
    dubbel = w.api(g.karin).post(f"/api/v1/wams/zaken/{zaak.id}/zvh", rauw, content_type="application/json", headers={"if-match": f'"{Zaak.objects.get(id=zaak.id).versie}"'})  # fmt: skip
    assert (dubbel.status_code, dubbel.json()["code"]) == (409, "al_overgedragen")
    zoon = ("--persoon", str(huis["wie"]["zoon"]), "--waarom", WAAROM, "--verteld-hoe", "gesprek", "--onderwijs", "Hij gaat niet naar school.")  # fmt: skip
    code, _ = opdracht(capsys, "wams", "zvh", zaak.nummer, *zoon, "--als", g.karin.email, "--json")
    assert code == 0
    eerste, tweede = UitgaandeOverdracht.objects.order_by("gemaakt")
    ida, machine = w.web(huis["ida"]), w.api(huis["ida"])
    assert "R. De Wit" in ida.get("/zvh/casussen").content.decode()
    wacht = machine.get("/api/v1/zvh/aanmeldingen").json()["aanmeldingen"]
    assert [rij["id"] for rij in wacht] == [str(eerste.id), str(tweede.id)]
    assert len(opdracht(capsys, "zvh", "aanmeldingen", "--als", huis["ida"].email, "--json")[1]["aanmeldingen"]) == 2  # fmt: skip
    kort = ida.post(f"/zvh/aanmeldingen/{eerste.id}", {"toegelaten_omdat": "Ja."})
    assert (kort.status_code, "hele zin" in kort.content.decode()) == (400, True)
    assert ida.post(f"/zvh/aanmeldingen/{eerste.id}", {"toegelaten_omdat": CRITERIA}).status_code == 302
    code, uit = opdracht(capsys, "zvh", "toelaten", str(tweede.id), "--toegelaten-omdat", CRITERIA, "--als", huis["ida"].email, "--json")  # fmt: skip
    assert (code, uit["stap"]) == (0, "zvh_overleg")
    weer = machine.post(f"/api/v1/zvh/aanmeldingen/{tweede.id}/casus", {"toegelatenOmdat": CRITERIA}, content_type="application/json")  # fmt: skip
    assert (weer.status_code, weer.json()["code"]) == (404, "aanmelding_onbekend")
    assert opdracht(capsys, "zvh", "toon", uit["nummer"], "--als", huis["ida"].email)[1]["gegevens"][0]["leefgebied"] == "onderwijs"  # fmt: skip
    assert [rij["nummer"] for rij in machine.get("/api/v1/zvh/casussen").json()["items"]] == [
        zaak.nummer for zaak in Zaak.objects.filter(scheme="zvh").order_by("id")
    ]


def test_19_zonder_akkoord_van_de_bron_gaat_gezondheid_niet(huis: dict[str, Any]) -> None:
    """Special data wait for who supplied them, whether or not he set a condition; the resident reads the refusal."""
    verband(huis["g"])
    nodig = {"gezondheid": "De psycholoog sluit aan."}
    assert geweigerd(huis, **nodig) == "voorwaarde_bron"
    zelf = inwoner_van(huis["zaak"], "ria")
    tekst = zelf.get("/wams/mijn").content.decode()
    assert "dit ging niet door" in tekst
    assert "wil niet dat wij het doorgeven" in tekst
    akkoord = opschalen.Bronakkoord(huis["wie"]["moeder"], "gezondheid", "A. Bakker, ggz Waterrijk")
    opschalen.leg_akkoord_vast(w.als(huis["g"].karin), huis["zaak"].id, akkoord)
    assert schaal_op(huis, **nodig).categorieen == "contact,gezondheid,naw,veiligheid"
    tekst = zelf.get("/wams/mijn").content.decode()
    assert "aan het Zorg- en Veiligheidshuis" in tekst
    assert "gezondheid" in tekst


def test_19_wat_een_bron_niet_verder_laat_gaan_wacht_op_haar_akkoord(
    huis: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """A condition that a party set holds here too, until it agrees; that is recorded through each door."""
    verband(huis["g"])
    g, zaak, moeder = huis["g"], huis["zaak"], huis["wie"]["moeder"]
    with operatie("wams", "inbreng vastleggen", systeem(g.organisatie)):
        toegang = bronregister(Zaak.objects.get(id=zaak.id), moeder)
        stel_voorwaarde(zaak, moeder, Gesteld("veiligheid", Soort.NIET_VERDER, "Veilig Thuis"), toegang)
    assert geweigerd(huis) == "voorwaarde_bron"
    versie = {"if-match": f'"{Zaak.objects.get(id=zaak.id).versie}"'}
    pad = f"/api/v1/wams/zaken/{zaak.id}/bronakkoord"
    leeg = w.api(g.karin).post(
        pad,
        {"persoon": str(moeder), "over": "veiligheid", "akkoordVan": ""},
        content_type="application/json",
        headers=versie,
    )
    assert leeg.status_code == 400
    assert w.web(g.karin).post(f"/wams/zaken/{zaak.id}/bronakkoord", {"persoon": str(moeder), "over": "schulden", "akkoord_van": "X"}).status_code == 400  # fmt: skip
    args = ("--persoon", str(moeder), "--over", "veiligheid", "--akkoord-van", "J. Vos, Veilig Thuis")
    assert opdracht(capsys, "wams", "bronakkoord", zaak.nummer, *args, "--als", g.karin.email, "--json")[0] == 0  # fmt: skip
    code, uit = opdracht(capsys, "wams", "bronakkoord", zaak.nummer, *args, "--als", g.karin.email)
    assert (code, uit["code"]) == (2, "geen_voorwaarde")
    assert schaal_op(huis).categorieen == "contact,naw,veiligheid"


def test_19_zonder_afspraak_van_het_verband_gaat_er_niets(huis: dict[str, Any]) -> None:
    assert geweigerd(huis) == "afspraak_ontbreekt"
    verband(huis["g"], weg=("veiligheid",))
    assert geweigerd(huis) == "afspraak_ontbreekt"
    assert schaal_op(huis, veiligheid="", onderwijs="").categorieen == "contact,naw"


def test_19_met_een_bezwaar_gaat_er_niets(huis: dict[str, Any]) -> None:
    verband(huis["g"])
    _, zelf = w.inwoner(huis["zaak"])
    inwoner.maak_bezwaar(zelf, huis["zaak"].id, inwoner.Bezwaarinvoer("Ik wil dit niet."))
    assert geweigerd(huis) == "bezwaar"


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"wonen": "Nodig voor de woning."}, "niets_vastgelegd"),
        ({"inkomen": "Nodig."}, "geen_instemming"),
        ({"waarom": "Kort."}, "te_kort"),
        ({"verteld_hoe": "duif"}, "keuze_onjuist"),
        ({"verteld_op": date(2031, 1, 1)}, "datum_in_toekomst"),
        ({"persoon": uuid4()}, "persoon_onbekend"),
        ({"veiligheid": "x" * 301}, "te_lang"),
    ],
)
def test_19_slechte_invoer_zegt_waar_en_er_gaat_niets(
    huis: dict[str, Any], anders: dict[str, Any], code: str
) -> None:
    verband(huis["g"])
    with pytest.raises(Geweigerd) as fout:
        opschalen.schaal_op(w.als(huis["g"].karin), huis["zaak"].id, replace(vraag(huis), **anders))
    assert fout.value.code == code
    assert fout.value.tekst.nl != fout.value.tekst.en
    assert not UitgaandeOverdracht.objects.exists()


def test_19_wie_de_zaak_niet_behandelt_schaalt_niet_op_en_laat_niet_toe(huis: dict[str, Any]) -> None:
    verband(huis["g"])
    with pytest.raises(NietToegestaan):
        opschalen.schaal_op(w.als(huis["g"].buur), huis["zaak"].id, vraag(huis))
    rij = schaal_op(huis)
    for wie in (huis["g"].karin, huis["g"].piet):
        with pytest.raises(Geweigerd):
            actions.laat_toe(w.als(wie), rij.id, actions.Toelatingsbesluit(CRITERIA))
        assert w.web(wie).get("/zvh/casussen").status_code == 403
    elders = w.maak_gemeente("9902")
    vreemd = regisseur(elders)
    with pytest.raises(Geweigerd) as fout:
        actions.laat_toe(w.als(vreemd), rij.id, actions.Toelatingsbesluit(CRITERIA))
    assert fout.value.code == "aanmelding_onbekend"
    zaak = actions.laat_toe(w.als(huis["ida"]), rij.id, actions.Toelatingsbesluit(CRITERIA))
    collega = w.medewerker(huis["g"].organisatie, "ina", "onderzoeker")
    Rolvervulling.objects.filter(medewerker__gebruiker=collega).update(scheme="zvh", rol="procesregisseur")
    assert w.web(collega).get(f"/zvh/casussen/{zaak.id}").status_code == 403
    assert w.api(collega).get(f"/api/v1/zvh/casussen/{zaak.id}").json()["code"] == "niet_toegestaan"


def test_19_loopt_de_afspraak_af_dan_leest_niemand_meer_wat_meekwam(huis: dict[str, Any]) -> None:
    verband(huis["g"], tot=timezone.localdate())
    zaak = toegelaten(huis)
    assert queries.casus(w.als(huis["ida"]), zaak.id).gegevens
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        with pytest.raises(NietToegestaan) as fout:
            queries.casus(w.als(huis["ida"]), zaak.id)
        assert {code for _, code in fout.value.redenen} == {"afspraak_ontbreekt"}


def test_19_verloop_de_inwoner_leest_alles_en_een_gesloten_casus_alleen_hij(
    huis: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    verband(huis["g"])
    zaak = toegelaten(huis)
    ida, pad = w.als(huis["ida"]), f"/zvh/casussen/{zaak.id}"
    for weigert, code in (
        (lambda: actions.voer_uit(ida, zaak.id, Niets()), "ZV1"),
        (lambda: actions.sluit_af(ida, zaak.id, Reden("Het is rustig.")), "ZV2"),
    ):
        with pytest.raises(Geweigerd) as fout:
            weigert()
        assert code in {deel.code for deel in fout.value.fouten}
    afspraak = {"wie": "politie", "wat": "De wijkagent belt elke week", "uiterlijk": f"{timezone.localdate() + timedelta(days=7):%Y-%m-%d}"}  # fmt: skip
    assert w.web(huis["ida"]).post(f"{pad}/afspraak", afspraak | {"wie": "buurman"}).status_code == 400
    assert w.web(huis["ida"]).post(f"{pad}/afspraak", afspraak).status_code == 302
    versie = {"if-match": f'"{Zaak.objects.get(id=zaak.id).versie}"'}
    machine = w.api(huis["ida"])
    gedaan = machine.post(f"/api/v1{pad}/informeren", {"hoe": "gesprek", "op": f"{timezone.localdate():%Y-%m-%d}"}, content_type="application/json", headers=versie)  # fmt: skip
    assert gedaan.status_code == 201
    assert machine.get(f"/api/v1{pad}").json()["termijnen"] == []
    assert opdracht(capsys, "zvh", "uitvoeren", zaak.nummer, "--als", huis["ida"].email, "--json")[1]["stap"] == "zvh_uitvoering"  # fmt: skip
    ria = inwoner_van(zaak, "ria")
    tekst = ria.get("/zvh/mijn").content.decode()
    for deel in (
        WAAROM,
        CRITERIA,
        THUIS,
        "De wijkagent belt elke week",
        "De politie moet weten wat er dreigt.",
    ):
        assert deel in tekst, deel
    assert SCHULD not in tekst
    kopie = ria.get("/mijn/kopie/zvh.json").content.decode()
    for deel in (WAAROM, THUIS, "De wijkagent belt elke week"):
        assert deel in kopie, deel
    actions.sluit_af(ida, zaak.id, Reden("Het is rustig, de gewone zorg lukt weer."))
    with pytest.raises(NietToegestaan):
        queries.casus(ida, zaak.id)
    assert w.web(huis["ida"]).get(pad).status_code == 403
    assert THUIS in ria.get("/zvh/mijn").content.decode()
    assert "U bent toegelaten tot het Zorg- en Veiligheidshuis" in ria.get("/logboek").content.decode()


def test_19_vijf_jaar_na_de_eerste_verwerking_is_alles_gewist(huis: dict[str, Any]) -> None:
    """Counted from the first day, not from closing: a case that still runs goes too."""
    verband(huis["g"])
    zaak = toegelaten(huis)
    dag = timezone.now()
    plicht = plichten(["zvh.vernietigen-eerste-verwerking"])
    with time_machine.travel(dag.replace(year=dag.year + 5) - timedelta(days=1), tick=False):
        assert werk(gekozen=plicht) == 0
    with time_machine.travel(dag.replace(year=dag.year + 5) + timedelta(days=2), tick=False):
        assert werk(gekozen=plicht) == 1
        zaak.refresh_from_db()
        assert zaak.stap == "vernietigd"
        assert not Betrokkene.objects.filter(zaak=zaak).exists()
    assert Auditregel.objects.filter(scheme="zvh", naam="verlopen gegevens vernietigen").exists()


def test_19_een_mislukte_poging_staat_in_het_logboek(huis: dict[str, Any]) -> None:
    voor = Auditregel.objects.filter(uitkomst="geweigerd", scheme="wams").count()
    geweigerd(huis)
    assert Auditregel.objects.filter(uitkomst="geweigerd", scheme="wams").count() == voor + 1


def test_wie_niet_toelaat_wordt_nagevraagd_tot_hij_toelaat(huis: dict[str, Any]) -> None:
    """Two working days without a receipt: a task for the coordinator, once; admitting ends it."""
    verband(huis["g"])
    rij = schaal_op(huis)
    (navragen,) = plichten(["wams.ontvangst-navragen"])
    assert not [*navragen.wat_moet(timezone.now() + timedelta(days=2), 10)], "op tijd"
    (item,) = navragen.wat_moet(timezone.now() + timedelta(days=7), 10)
    navragen.doe(item)
    taak = huis["zaak"].taken.get(soort="ontvangst")
    assert taak.behandelaar_id == w.wie(huis["g"].karin)
    pagina = w.web(huis["g"].karin).get(f"/wams/zaken/{huis['zaak'].id}").content.decode()
    assert taak.titel_nl in pagina
    assert "taak-klaar" in pagina
    assert not [*navragen.wat_moet(timezone.now() + timedelta(days=8), 10)], "een keer"
    actions.laat_toe(w.als(huis["ida"]), rij.id, actions.Toelatingsbesluit(CRITERIA))
    taak.refresh_from_db()
    assert taak.klaar is not None
