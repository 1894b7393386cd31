"""The CAK is three things, each on a legal basis of its own; only who responds himself becomes known by default."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Bedrag, Geweigerd
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.personen.models import HuishoudenLid, Persoon
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries
from samenhang.schemes.vroegsignalering.bestand import Beleid, BestandGeweigerd, laad_beleid
from samenhang.schemes.vroegsignalering.bestand.beleid import Experiment
from samenhang.schemes.vroegsignalering.bestand.lezen import maak_lege_tabellen
from samenhang.schemes.vroegsignalering.bestand.openen import controleer_kop
from samenhang.schemes.vroegsignalering.domain.cak import GRONDSLAGEN, Reageerder
from samenhang.schemes.vroegsignalering.inschrijven import voeg_bekende_toe
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer
from samenhang.schemes.vroegsignalering.koppelen.verklaring import meet
from samenhang.schemes.vroegsignalering.models import Signaal, Twijfelpaar
from samenhang.schemes.vroegsignalering.queries.cijfers import tellingen, toegang_voor_cijfers
from samenhang.schemes.vroegsignalering.queries.twijfel import register_van
from samenhang.schemes.vroegsignalering.stapel import open_stapel
from tests.bouw import KOP, Gemeente, lever, maak_gemeente, rij, werker

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)
WIE = Reageerder("Terpstra", "2613 cd", 7, "Kade", "Delft", VANDAAG, "mail", voorletters="Z.", geboortedatum=date(1970, 1, 5), telefoon="0611111111", dagdeel="Avond")  # fmt: skip
LIJF = {
    "achternaam": "Terpstra", "voorletters": "Z.", "geboortedatum": "1970-01-05", "straat": "Kade", "huisnummer": 7,
    "postcode": "2613CD", "woonplaats": "Delft", "telefoon": "0611111111", "datum": "2026-11-24", "kanaal": "mail",
}  # fmt: skip
DIJK = replace(WIE, achternaam="Dijk", postcode="2611AB", huisnummer=10, geboortedatum=date(1985, 6, 12))
DIJK_THUIS = replace(
    DIJK, voorletters="A.B.", tussenvoegsel="van", straat="Dorpsstraat", telefoon="06-12345678"
)
GEGEVEN = LIJF | {
    "achternaam": "Dijk", "tussenvoegsel": "van", "voorletters": "A.B.", "geboortedatum": "1985-06-12", "straat": "Dorpsstraat",
    "huisnummer": 10, "postcode": "2611AB", "telefoon": "0612345678",
}  # fmt: skip
"""The person of `rij`, as he gives himself."""


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


def code(doe: Callable[[], object]) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe()
    return fout.value.code


def beleid(gemeente: Gemeente, **regels: Any) -> Any:
    actor = werker(gemeente, f"beleid{len(regels)}{Gebruiker.objects.count()}", "beleid")
    voorstel = actions.Beleidsvoorstel(VANDAAG, regels, "college", "route van het CAK")
    return actions.stel_beleid_vast(actor, voorstel)


def web(actor: Actor) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def api(actor: Actor) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=actor.medewerker_id), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[Any, dict[str, Any]]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", *argumenten, "--als", "sanne-9901@test.invalid", "--json"])
    uit = capsys.readouterr()
    return einde.value.code, json.loads(uit.out or uit.err)


# --- three bases


def test_drie_routes_op_drie_grondslagen_waarvan_een_concept_niets_draagt(
    gemeente: Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(set(GRONDSLAGEN.values())) == 3
    bases = {naam: beslistabel().grondslagen[id_] for naam, id_ in GRONDSLAGEN.items()}
    assert {naam: basis.in_werking_op(VANDAAG) for naam, basis in bases.items()} == {
        "eigen_bijdrage": False, "wanbetalerslijst": False, "reageerders": True,
    }  # fmt: skip
    assert not any(bases[naam].plafonds for naam in ("eigen_bijdrage", "wanbetalerslijst"))
    routes = {r["route"]: r for r in api(gemeente.sanne).get("/api/v1/vroegsignalering/beleid/cakroutes").json()["routes"]}  # fmt: skip
    assert {naam: (r["aan"], r["kan"]) for naam, r in routes.items()} == {
        "eigen_bijdrage": (False, False), "wanbetalerslijst": (False, False), "reageerders": (True, True),
    }  # fmt: skip
    _, uit = opdracht(capsys, "cakroutes")
    assert {r["route"]: r["status"] for r in uit["items"]}["wanbetalerslijst"] == "concept"
    pagina = web(gemeente.teamleider).get("/vroegsignalering/beleid").content.decode()
    for stuk in (
        "art. 7b lid 3",
        "art. 2.4",
        "Wgs art. 3 lid 1",
        "uit, kan nog niet",
        "concept: nog niet nagelezen",
    ):
        assert stuk in pagina, stuk


def test_de_wanbetalerslijst_kan_niet_aan_en_zegt_waarom_door_elke_deur(gemeente: Gemeente) -> None:
    lijf = {
        "vanaf": "2026-11-24",
        "regels": {"cak": "wanbetalerslijst"},
        "vastgesteldDoor": "college",
        "reden": "x",
    }
    actor = werker(gemeente, "bea", "beleid")
    antwoord = api(actor).post("/api/v1/vroegsignalering/beleid", lijf, content_type="application/json")
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "grondslag_concept")
    assert "Regeling zorgverzekering art. 7b lid 3" in antwoord.content.decode()
    assert "burgerservicenummer" in antwoord.content.decode()
    assert code(lambda: beleid(gemeente, cak="wanbetalerslijst")) == "grondslag_concept"
    assert code(lambda: beleid(gemeente, cak="duif")) == "beleid_onjuist"
    assert queries.regels_nu(gemeente.teamleider).cak == "reageerders"


@pytest.mark.parametrize(
    ("naam", "hint"), [("CAK-november.csv", True), ("november.csv", True), ("energie.csv", False)]
)
def test_20_de_lijst_als_levering_is_f01_met_de_weg_erbij(naam: str, hint: bool) -> None:
    kop = (*KOP, "bsn") if not hint else ("bsn", "premie", "zorgverzekeraar", "wijze_inning")
    with pytest.raises(BestandGeweigerd) as fout:
        controleer_kop(kop, naam)
    assert fout.value.code == "F01"
    assert ("eigen route met eigen grondslag" in fout.value.tekst.nl) is hint


# --- 1: the own contribution


def test_de_eigen_bijdrage_gaat_niet_aan_waar_de_regeling_de_gemeente_niet_noemt(gemeente: Gemeente) -> None:
    assert code(lambda: beleid(gemeente, experimenten=["tijdreg-2.4"])) == "gemeente_niet_genoemd"


@pytest.mark.parametrize(
    ("bedrag", "oudste", "goed"),
    [
        ("100.00", "2026-06-23", True),
        ("99.99", "2026-06-23", False),
        ("100.00", "2026-06-24", False),
        ("340.00", "2026-02-01", True),
    ],
)
def test_een_eigen_bijdrage_vanaf_honderd_euro_en_vijf_maanden(
    gemeente: Gemeente,
    schrijf: Schrijf,
    monkeypatch: pytest.MonkeyPatch,
    bedrag: str,
    oudste: str,
    goed: bool,
) -> None:
    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.schemes.vroegsignalering import feiten
    from samenhang.schemes.vroegsignalering.models import Partnerafspraak

    def met_gemeente(dag: date) -> Beleid:
        landelijk = laad_beleid(dag)
        regel: Experiment = landelijk.experimenten["tijdreg-2.4"]
        assert (regel.minimum, regel.oudste_maanden, regel.status) == (Bedrag(10_000), 5, "concept")
        aan = replace(regel, gemeenten=("9901",), status="in_werking")
        return replace(landelijk, experimenten={"tijdreg-2.4": aan})

    monkeypatch.setattr(feiten, "laad_beleid", met_gemeente)
    cak = Organisatie.objects.create(soort="uitvoeringsorganisatie", naam="CAK", kvk="99990050")
    Partnerafspraak.objects.create(
        gemeente=gemeente.organisatie, partner=cak, soort="anders", van=date(2026, 1, 1)
    )
    een = rij(
        1, partner="99990050", partner_soort="anders", grondslag="tijdreg-2.4", klantnummer="", bedrag_achterstand=bedrag,
        ontstaansdatum=oudste, aantal_herinneringen="1",
    )  # fmt: skip
    pad = schrijf(een)
    gelezen = aanleveren.lever_aan(gemeente.intake, cak.id, aanleveren.Bestand(pad, pad.name, "test"))
    fouten = [] if goed else ["R37"]
    assert sorted(gelezen.fouten.filter(code__startswith="R").values_list("code", flat=True)) == fouten
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot_register(
            gemeente.intake, "vroegsignalering", doel="aanlevering", leest=("signaal",)
        )
        assert [s.grondslag for s in Signaal.objects.met(toegang)] == (["tijdreg-2.4"] if goed else [])


# --- 3: who responds


def test_wie_reageert_krijgt_een_melding_zonder_signaal_op_zijn_eigen_verzoek(gemeente: Gemeente) -> None:
    zaak = actions.registreer_reactie(gemeente.sanne, WIE)
    assert (zaak.soort, zaak.prioriteit) == ("reageerder", 1)
    assert zaak.termijnen.get(regel="eerste_gesprek").einde == date(2026, 12, 22)
    assert zaak.termijnen.get(regel="aanbod_1").einde == date(2026, 11, 27)
    gelogd = Verwerking.objects.get(naam="reactie registreren")
    assert (gelogd.grondslagen, gelogd.doel) == ("wgs-3-1-verzoek", "eigen_verzoek")
    s = gemeente.sanne
    actions.wijs_toe(s, [zaak.id], s.medewerker_id, "hij belde mij")
    beeld = queries.melding(s, zaak.id)
    assert (beeld.personen[0].naam, beeld.personen[0].adres) == ("Z. Terpstra", "Kade 7, 2613CD Delft")
    assert beeld.reactie is not None
    assert beeld.reactie.dagdeel == "Avond"
    assert beeld.geweigerd == ()
    assert set(Verwerking.objects.filter(naam="melding bekijken").values_list("grondslagen", flat=True)) == {"wgs-3-1-verzoek"}  # fmt: skip
    with operatie("vroegsignalering", "proef", s), pytest.raises(NietToegestaan):
        toegang_tot(s, zaak, leest=("signaal",), doel="eigen_verzoek")
    for tab in ("", "/signalen", "/contact", "/termijnen"):
        assert web(s).get(f"/vroegsignalering/meldingen/{zaak.id}{tab}").status_code == 200
    assert {g.soort for g in queries.contactteksten_bij(s, zaak.id)} == {"SMS/Whatsapp", "Kaartje"}
    assert "Van het CAK kregen wij niets" in web(s).get(f"/vroegsignalering/meldingen/{zaak.id}/signalen").content.decode()  # fmt: skip


def test_de_hele_weg_van_een_eigen_verzoek_en_wat_naar_schuldhulp_gaat(gemeente: Gemeente) -> None:
    s = gemeente.sanne
    zaak = actions.registreer_reactie(s, replace(WIE, datum=date(2026, 11, 20)))
    actions.wijs_toe(s, [zaak.id], s.medewerker_id, "mijn wijk")
    poging = actions.Poging("Telefoon", VANDAAG, "Avond", True)
    assert code(lambda: actions.leg_contactpoging_vast(s, zaak.id, poging)) == "Z03"
    actions.leg_brp_vast(s, zaak.id, "inwoner")
    actions.leg_contactpoging_vast(s, zaak.id, poging)
    actions.doe_aanbod(s, zaak.id, "telefoon", VANDAAG)
    wie = Betrokkene.objects.get().persoon_id
    actions.aanvaard(s, zaak.id, wie, VANDAAG, dreiging=False)
    zaak.refresh_from_db()
    termijn = zaak.termijnen.get(regel="eerste_gesprek", klaar__isnull=True)
    assert (termijn.start, termijn.einde) == (date(2026, 11, 20), date(2026, 12, 18))
    overdracht = UitgaandeOverdracht.objects.get()
    assert (overdracht.grondslag, overdracht.categorieen) == ("wgs-3-1-verzoek", "contact,naw,opvolging")
    assert overdracht.besluit["regels"] == ["vs-aanmelden-eigen-verzoek"]
    actions.leg_gesprek_vast(s, zaak.id)
    actions.leg_vervolg_vast(s, zaak.id, "quick_fix")
    actions.rond_af(s, zaak.id, "advies", "opgelost")
    assert actions.koppel_terug(gemeente.intake) == []
    actions.heropen(s, zaak.id, "de inwoner belde opnieuw")
    zaak.refresh_from_db()
    assert zaak.stap == "benaderen"


def test_een_dreiging_bij_een_eigen_verzoek_maakt_het_gesprek_eerder(gemeente: Gemeente) -> None:
    s = gemeente.sanne
    zaak = actions.registreer_reactie(s, WIE)
    actions.wijs_toe(s, [zaak.id], s.medewerker_id, "mijn wijk")
    actions.leg_brp_vast(s, zaak.id, "inwoner")
    actions.leg_contactpoging_vast(s, zaak.id, actions.Poging("Telefoon", VANDAAG, "Avond", True))
    actions.doe_aanbod(s, zaak.id, "telefoon", VANDAAG)
    actions.aanvaard(s, zaak.id, Betrokkene.objects.get().persoon_id, VANDAAG, dreiging=True)
    assert zaak.termijnen.get(regel__startswith="eerste_gesprek", klaar__isnull=True).einde == date(
        2026, 11, 27
    )


def test_een_melding_zonder_signaal_kan_alleen_langs_deze_weg(gemeente: Gemeente, schrijf: Schrijf) -> None:
    """Z07 keeps its meaning: a case whose signals were withdrawn stands still, one of who asked himself does not."""
    from samenhang.schemes.vroegsignalering.domain import bewakers

    s = gemeente.sanne
    lever(gemeente, schrijf(rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    gewoon = Zaak.objects.get()
    verzoek = actions.registreer_reactie(s, WIE)
    actions.wijs_toe(s, [gewoon.id, verzoek.id], s.medewerker_id, "mijn wijk")
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot_register(
            gemeente.intake, "vroegsignalering", doel="aanlevering", leest=("signaal",), schrijft=("signaal",)
        )
        Signaal.objects.met(toegang).update(status="ingetrokken")
    assert not bewakers.heeft_signaal.voorwaarde(queries.melding(s, gewoon.id).feiten)
    assert bewakers.heeft_signaal.voorwaarde(queries.melding(s, verzoek.id).feiten)
    assert code(lambda: actions.leg_brp_vast(s, gewoon.id, "inwoner")) == "Z07"
    actions.leg_brp_vast(s, verzoek.id, "inwoner")
    verzoek.refresh_from_db()
    assert verzoek.stap == "benaderen"


def test_de_inwoner_leest_waarom_de_gemeente_hem_kent_en_volgens_welke_wet(gemeente: Gemeente) -> None:
    actions.registreer_reactie(gemeente.sanne, WIE)
    persoon = Betrokkene.objects.get().persoon_id
    client = Client()
    client.force_login(Gebruiker.objects.create_user("i@test.invalid", naam="Inwoner", persoon_id=persoon))
    pagina = client.get("/vroegsignalering/mijn-gegevens").content.decode()
    for stuk in ("Waarom kennen wij u?", "Van het CAK kregen wij niets over u", "Hulp aan wie er zelf om vraagt", "U reageerde op een aanbod van het CAK."):  # fmt: skip
        assert stuk in pagina, stuk
    assert "Een organisatie vertelde ons" not in pagina


def test_door_elke_deur_en_niet_twee_keer_op_een_adres(
    gemeente: Gemeente, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    antwoord = api(gemeente.sanne).post(
        "/api/v1/vroegsignalering/reacties", LIJF, content_type="application/json"
    )
    assert antwoord.status_code == 201, antwoord.content
    nummer = Zaak.objects.get().nummer
    pad = tmp_path / "reactie.json"
    pad.write_text(json.dumps(LIJF))
    status, uit = opdracht(capsys, "reactie", str(pad))
    assert (status, uit["code"]) == (2, "al_open")
    assert nummer in json.dumps(uit)
    pad.write_text(json.dumps(LIJF | {"bedrag": "300.00"}))
    assert opdracht(capsys, "reactie", str(pad))[1]["code"] == "reactie_onjuist"
    pad.write_text(json.dumps(LIJF | {"huisnummer": 9}))
    assert opdracht(capsys, "reactie", str(pad))[0] == 0
    client = web(gemeente.sanne)
    fout = client.post("/vroegsignalering/reacties/nieuw", LIJF | {"postcode": "26AB", "huisnummer": "11"})
    assert "schrijf 2611AB" in fout.content.decode()
    assert client.post("/vroegsignalering/reacties/nieuw", LIJF | {"huisnummer": "11"}).status_code == 302
    assert Zaak.objects.count() == 3
    assert code(lambda: actions.registreer_reactie(gemeente.intake, WIE)) == "rol_ontbreekt"
    assert code(lambda: actions.registreer_reactie(gemeente.sanne, replace(WIE, datum=date(2026, 11, 25)))) == "reactie_onjuist"  # fmt: skip


def test_wie_al_bekend_is_blijft_een_persoon_en_krijgt_er_geen_melding_bij(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    lever(gemeente, schrijf(rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    (zaak,) = Zaak.objects.all()
    bekend = DIJK
    assert code(lambda: actions.registreer_reactie(gemeente.sanne, bekend)) == "al_open"
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    actions.rond_af(gemeente.sanne, zaak.id, "andere_reden", "afgerond")
    opnieuw = actions.registreer_reactie(gemeente.sanne, bekend)
    assert Betrokkene.objects.get(zaak=opnieuw).persoon_id == Betrokkene.objects.get(zaak=zaak).persoon_id
    assert opnieuw.huishouden_id == zaak.huishouden_id


def test_een_later_signaal_over_wie_reageerde_maakt_geen_tweede_persoon_en_sluit_aan(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    """Matching reads what he gave himself: the signal joins his case, and brings its own legal basis."""
    s = gemeente.sanne
    antwoord = api(s).post("/api/v1/vroegsignalering/reacties", GEGEVEN, content_type="application/json")
    assert antwoord.status_code == 201, antwoord.content
    lever(gemeente, schrijf(rij(1)))
    wie = Persoon.objects.get()
    assert actions.pak_signalen_op(gemeente.intake) == 0
    zaak = Zaak.objects.get()
    assert (zaak.soort, Betrokkene.objects.get().persoon_id) == ("enkelvoudig", wie.id)
    actions.wijs_toe(s, [zaak.id], s.medewerker_id, "mijn wijk")
    assert [x.hier for x in queries.melding(s, zaak.id).personen[0].signalen] == [True]
    lever(gemeente, schrijf(rij(2, klantnummer="K1", bedrag_achterstand="900.00"), naam="later.csv"))
    assert Persoon.objects.count() == 1


def bewaarde_meting(intake: Actor) -> dict[str, Any]:
    """What was kept with the only question, to explain it by."""
    with operatie("vroegsignalering", "proef", intake):
        meting: dict[str, Any] = Twijfelpaar.objects.met(register_van(intake)).get().meting
        return meting


def meting_over_alles(intake: Actor) -> dict[str, Any]:
    """The same of a register of two, read and counted as a whole."""
    with operatie("vroegsignalering", "proef", intake), open_stapel() as verbinding:
        maak_lege_tabellen(verbinding)
        assert voeg_bekende_toe(verbinding, register_van(intake)) == 2
        normaliseer(verbinding)
        verbinding.execute("CREATE TEMP TABLE dit_paar AS SELECT min(nr) AS a, max(nr) AS b FROM signaal_bij")
        (meting,) = meet(verbinding, "dit_paar").values()
        return meting


def test_wie_zonder_geboortedatum_reageerde_wordt_een_vraag_aan_een_mens_en_geen_stille_dubbele(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    s, intake = gemeente.sanne, gemeente.intake
    vaag = {"geboortedatum": None, "telefoon": "", "voorletters": "A.M."}
    api(s).post("/api/v1/vroegsignalering/reacties", GEGEVEN | vaag, content_type="application/json")
    zaak = Zaak.objects.get()
    lever(gemeente, schrijf(rij(1, telefoon="", email="")))
    assert Persoon.objects.count() == 2
    (paar,) = api(intake).get("/api/v1/vroegsignalering/twijfelparen").json()["items"]
    assert (paar["links"]["eigen"], paar["rechts"]["eigen"], paar["rechts"]["straat"]) == (
        False,
        True,
        "Dorpsstraat",
    )
    pagina = web(intake).get("/vroegsignalering/twijfel").content.decode()
    assert "De inwoner zelf" in pagina
    assert "dan komt het signaal bij zijn melding" in pagina
    pad = f"/api/v1/vroegsignalering/twijfelparen/{paar['id']}"
    assert api(intake).get(f"{pad}/verklaring").json()["uitslag"] == "twijfel"
    assert bewaarde_meting(intake) == meting_over_alles(intake)
    goed = api(intake).post(f"{pad}/oordeel", {"zelfde": True}, content_type="application/json")
    assert goed.status_code == 200, goed.content
    assert actions.pak_signalen_op(intake) == 0
    wie = Betrokkene.objects.get(zaak=zaak).persoon_id
    # Who is one, stays one: a later signal finds him, and he is not asked about again.
    lever(gemeente, schrijf(rij(2, klantnummer="K1", telefoon="", email=""), naam="later.csv"))
    with operatie("vroegsignalering", "proef", intake):
        register = toegang_tot_register(intake, "vroegsignalering", doel="aanlevering", leest=("signaal",))
        assert set(Signaal.objects.met(register).values_list("persoon_id", flat=True)) == {wie}
    assert queries.aantal_twijfelparen(intake) == (0, 1)
    actions.neem_oordeel_terug(intake, UUID(paar["id"]), "toch zijn zoon")
    assert Betrokkene.objects.get(zaak=zaak).persoon_id == wie


def test_wie_reageert_en_al_anders_gespeld_bekend_is_wordt_bij_de_volgende_levering_gevraagd(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    """No machine moves a case on somebody's own request to another person; it does not keep silent either."""
    lever(gemeente, schrijf(rij(1, achternaam="Dijck")))
    actions.registreer_reactie(gemeente.sanne, DIJK_THUIS)
    assert Persoon.objects.count() == 2
    lever(gemeente, schrijf(rij(2, klantnummer="K1", achternaam="Dijck"), naam="later.csv"))
    (paar,) = queries.twijfelparen(gemeente.intake)
    assert (paar.links_kant.eigen, paar.rechts_kant.eigen) == (False, True)
    lever(gemeente, schrijf(rij(3, klantnummer="K1", achternaam="Dijck"), naam="nog.csv"))
    assert len(queries.twijfelparen(gemeente.intake)) == 1
    actions.beoordeel(gemeente.intake, paar.id, zelfde=True)
    assert len(set(HuishoudenLid.objects.filter(tot__isnull=True).values_list("persoon_id", flat=True))) == 1


def test_wie_twee_keer_reageert_anders_gespeld_wordt_gevraagd_al_is_er_geen_signaal(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    """Two responses are compared with one another as well; both cases are his only when a person says so."""
    s, intake = gemeente.sanne, gemeente.intake
    ander_huis = {"straat": "Kade", "huisnummer": 7, "postcode": "2611XZ"}
    for gegeven in (GEGEVEN, GEGEVEN | ander_huis | {"achternaam": "Dijck"}):
        antwoord = api(s).post("/api/v1/vroegsignalering/reacties", gegeven, content_type="application/json")
        assert antwoord.status_code == 201, antwoord.content
    zaken = {b.zaak_id: b.persoon_id for b in Betrokkene.objects.all()}
    assert len(set(zaken.values())) == 2
    elders = {
        "achternaam": "Terpstra", "tussenvoegsel": "", "voorletters": "Z.", "geboortedatum": "1970-01-05", "postcode": "2622CD",
        "telefoon": "", "email": "",
    }  # fmt: skip
    lever(gemeente, schrijf(rij(1, **elders)))
    (paar,) = api(intake).get("/api/v1/vroegsignalering/twijfelparen").json()["items"]
    assert (paar["links"]["eigen"], paar["rechts"]["eigen"]) == (True, True)
    assert {paar["links"]["achternaam"], paar["rechts"]["achternaam"]} == {"Dijk", "Dijck"}
    pagina = web(intake).get("/vroegsignalering/twijfel").content.decode()
    assert "dan horen beide meldingen bij hem" in pagina
    assert pagina.count("De inwoner zelf") == 2
    assert {b.zaak_id: b.persoon_id for b in Betrokkene.objects.filter(zaak__in=zaken)} == zaken
    verklaard = api(intake).get(f"/api/v1/vroegsignalering/twijfelparen/{paar['id']}/verklaring").json()
    assert (verklaard["uitslag"], len(verklaard["vergelijkingen"])) == ("twijfel", 11)
    # Nothing is asked twice, and an answer holds in a later delivery.
    lever(gemeente, schrijf(rij(2, **elders | {"klantnummer": "K1"}), naam="later.csv"))
    assert queries.aantal_twijfelparen(intake) == (1, 0)
    actions.beoordeel(intake, UUID(paar["id"]), zelfde=True)
    assert len(set(Betrokkene.objects.filter(zaak__in=zaken).values_list("persoon_id", flat=True))) == 1
    lever(gemeente, schrijf(rij(3, **elders | {"klantnummer": "K1"}), naam="nog.csv"))
    assert queries.aantal_twijfelparen(intake) == (0, 1)
    actions.neem_oordeel_terug(intake, UUID(paar["id"]), "toch zijn broer")
    assert {b.zaak_id: b.persoon_id for b in Betrokkene.objects.filter(zaak__in=zaken)} == zaken


def test_wie_bij_hem_woont_komt_in_zijn_melding(gemeente: Gemeente, schrijf: Schrijf) -> None:
    """Whichever of both the matcher names the household after: who was there stays there, with the case."""
    for nummer, naam in enumerate(("Visser", "Bakker", "Mulder", "Smits", "Kok", "Postma")):
        hij = replace(
            DIJK_THUIS,
            achternaam=naam,
            huisnummer=20 + nummer,
            telefoon="",
            geboortedatum=date(1985, 1 + nummer, 12),
        )
        zaak = actions.registreer_reactie(gemeente.sanne, hij)
        zij = {
            "achternaam": naam,
            "voorletters": "C.",
            "geboortedatum": "1988-03-09",
            "telefoon": "",
            "huisnummer": f"{20 + nummer}",
        }
        lever(gemeente, schrijf(rij(nummer, **zij), naam=f"{naam}.csv"))
        assert actions.pak_signalen_op(gemeente.intake) == 0, naam
        assert Betrokkene.objects.filter(zaak=zaak).count() == 2


def test_wat_hij_gaf_gaat_weg_met_zijn_zaak(gemeente: Gemeente, capsys: pytest.CaptureFixture[str]) -> None:
    zaak = actions.registreer_reactie(gemeente.sanne, DIJK_THUIS)
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    actions.rond_af(gemeente.sanne, zaak.id, "andere_reden", "afgerond")
    with time_machine.travel("2028-06-01T09:00:00+01:00", tick=True), pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "vernietig", "--tot", "2028-06-01", "--echt", "--json"])
    assert einde.value.code == 0
    ging = {r["regel"]: r["vernietigd"] for r in json.loads(capsys.readouterr().out)["regels"]}
    assert ging["gesloten_zonder_hulp"]["reactienaam"] == 1
    assert not Persoon.objects.exists()


def test_een_later_signaal_sluit_aan_en_brengt_zijn_eigen_grondslag_mee(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    lever(gemeente, schrijf(rij(1, bedrag_achterstand="74.00")))
    actions.pak_signalen_op(gemeente.intake)
    bekend = DIJK
    zaak = actions.registreer_reactie(gemeente.sanne, bekend)
    lever(gemeente, schrijf(rij(2, klantnummer="K1", bedrag_achterstand="500.00"), naam="later.csv"))
    assert actions.pak_signalen_op(gemeente.intake) == 0
    zaak.refresh_from_db()
    assert zaak.soort == "enkelvoudig"
    s = gemeente.sanne
    actions.wijs_toe(s, [zaak.id], s.medewerker_id, "mijn wijk")
    assert [x.bedrag for x in queries.melding(s, zaak.id).personen[0].signalen if x.hier] == [Bedrag(50_000)]
    assert "wgs-3-1-b" in set(
        Verwerking.objects.filter(naam="melding bekijken").values_list("grondslagen", flat=True)
    )


def test_de_gemeente_kan_de_route_uitzetten_met_een_reden(gemeente: Gemeente) -> None:
    assert "cak" in beleid(gemeente, cak="geen").regels
    assert code(lambda: actions.registreer_reactie(gemeente.sanne, WIE)) == "route_uit"
    assert "andere route" in web(gemeente.sanne).get("/vroegsignalering/reacties/nieuw").content.decode()
    actor = werker(gemeente, "ben", "beleid")
    zonder = actions.Beleidsvoorstel(VANDAAG, {"cak": "reageerders"}, "college", " ")
    assert code(lambda: actions.stel_beleid_vast(actor, zonder)) == "reden_ontbreekt"


def test_een_eigen_verzoek_telt_niet_als_melding_in_de_landelijke_cijfers(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    from samenhang.kernel.cijfers.bescherming import GEHEEL
    from samenhang.kernel.organisaties.queries import systeem

    lever(gemeente, schrijf(rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    actions.registreer_reactie(gemeente.sanne, WIE)
    with operatie("vroegsignalering", "proef", systeem(gemeente.organisatie)):
        alles = tellingen(toegang_voor_cijfers(systeem(gemeente.organisatie)), date(2026, 11, 1))
    assert alles["meldingen"][GEHEEL] == 1
