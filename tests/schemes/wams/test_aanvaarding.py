"""Acceptance and intrusion cases of wams through the doors that they name: page, API and command say the same."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.scheme import Niets
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import overleg, uitnodigen
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db
WEB, API = "/wams", "/api/v1/wams"
SCHULD = "Achterstand van drie maanden huur"


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", *argumenten])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), json.loads(uit.out or uit.err)


def erbij(g: w.Gemeente, zaak: w.Zaak, wie: w.Gebruiker) -> None:
    """Someone of a party is invited to the next meeting and is there."""
    karin = w.als(g.karin)
    uitnodigen.nodig_uit(karin, zaak.id, uitnodigen.Uitnodiging(w.wie(wie)))
    rij = next(r for r in queries.overleg(karin, zaak.id).genodigden if r.medewerker == w.wie(wie))
    uitnodigen.leg_aanwezigheid_vast(karin, zaak.id, uitnodigen.Aanwezigheid(rij.id, True))


def geweigerd(organisatie: Any) -> int:
    return Auditregel.objects.filter(organisatie_id=organisatie.id, uitkomst="geweigerd").count()


def test_04_de_school_ziet_school_gezin_en_afspraken_en_schulden_zijn_er_niet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Not greyed out but absent: on the page, in the raw answer and on the terminal."""
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, _ = w.in_overleg(g, school=school)
    pagina = w.web(school).get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    rauw = w.api(school).get(f"{API}/overleggen/{zaak.id}").content.decode()
    code, uit = opdracht(capsys, "deelname", str(zaak.id), "--als", school.email)
    assert code == 0
    for gezien in (pagina, rauw, json.dumps(uit)):
        assert "Daan komt al weken niet op school" in gezien
        for weg in ("chuld", SCHULD, "R. De Wit", "Leerplicht"):
            assert weg not in gezien, weg


def test_05_een_agent_die_buiten_een_zaak_zoekt_hoort_altijd_hetzelfde(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No difference between a name that is known and one that is not; each attempt stands in the audit log."""
    g = w.maak_gemeente()
    agent = w.partij(g, "politie", "agent")
    zaak, _ = w.in_plan(g)
    organisatie = w.Medewerker.objects.get(gebruiker=agent).organisatie
    onbekend = "0190f000-0000-7000-8000-000000000000"
    voor = geweigerd(organisatie)
    raak, mis = (
        (
            w.api(agent).get(f"{API}/zaken/{nummer}").json()["code"],
            w.web(agent).get(f"{WEB}/zaken/{nummer}").status_code,
            w.api(agent).get(f"{API}/overleggen/{nummer}").json()["code"],
            opdracht(capsys, "toon", nummer, "--als", agent.email)[1]["code"],
            opdracht(capsys, "deelname", nummer, "--als", agent.email)[1]["code"],
        )
        for nummer in (str(zaak.id), onbekend)
    )
    assert raak == mis == ("zaak_onbekend", 404, "zaak_onbekend", "zaak_onbekend", "zaak_onbekend")
    assert geweigerd(organisatie) >= voor + 10
    assert w.api(agent).get(f"{API}/zaken").status_code == 403
    assert w.web(agent).get(f"{WEB}/zaken").status_code == 403
    assert opdracht(capsys, "zaken", "--als", agent.email)[1]["code"] == "rol_ontbreekt"


def test_06_een_agent_in_de_zaak_krijgt_geen_gezondheid(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the resident agrees to: health is not there for the police, nor can anybody open it for them."""
    g = w.maak_gemeente()
    school, agent = w.partij(g, "school"), w.partij(g, "politie", "agent")
    zaak, wie = w.in_overleg(g, school=school)
    karin = w.als(g.karin)
    w.stemt_in(karin, zaak, wie["moeder"], "gezondheid", "veiligheid")
    with pytest.raises(Geweigerd) as fout:
        w.deelt(karin, zaak, wie["moeder"], "politie", "gezondheid")
    assert fout.value.code == "partij_krijgt_dit_nooit"
    w.deelt(karin, zaak, wie["moeder"], "politie", "deelname", "veiligheid")
    erbij(g, zaak, agent)
    lijf = w.api(agent).get(f"{API}/overleggen/{zaak.id}").json()
    assert [p["ziet"] for p in lijf["personen"]] == [["afspraken", "gezin", "naw", "veiligheid"]]
    assert lijf["geeft"] == []
    assert opdracht(capsys, "deelname", str(zaak.id), "--als", agent.email)[1]["personen"][0]["ziet"] == lijf["personen"][0]["ziet"]  # fmt: skip
    pagina = w.web(agent).get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    assert "Daan" not in pagina, "wat de zoon met school deelt is niet voor de politie"


def test_07_een_collega_opent_het_overleg_van_een_ander_en_dat_blijft_staan(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Three doors, three refusals; the third is a point to review for the supervisor, behind three doors again."""
    g = w.maak_gemeente()
    zaak, _ = w.in_plan(g)
    voor = geweigerd(g.organisatie)
    assert w.web(g.buur).get(f"{WEB}/zaken/{zaak.id}/casusoverleg").status_code == 403
    assert w.api(g.buur).get(f"{API}/zaken/{zaak.id}/casusoverleg").status_code == 403
    assert opdracht(capsys, "casusoverleg", zaak.nummer, "--als", g.buur.email)[1]["code"] == "niet_betrokken"
    assert geweigerd(g.organisatie) == voor + 3
    joost = w.medewerker(g.organisatie, "joost", "fg")
    assert werk(gekozen=plichten(["logboek.doorzien"])) == 1
    [punt] = w.api(joost).get("/api/v1/toezicht/toetspunten").json()["items"]
    assert (punt["soort"], punt["gebruiker"], punt["aantal"]) == ("weigeringen", "buur", 3)
    assert "buur" in w.web(joost).get("/toezicht").content.decode()
    with pytest.raises(SystemExit):
        hoofd(["toezicht", "toetspunten", "--als", joost.email, "--json"])
    assert [p["id"] for p in json.loads(capsys.readouterr().out)["punten"]] == [punt["id"]]
    gezien = w.api(g.buur).get(f"{API}/zaken/{zaak.id}").json()
    assert (gezien["personen"], gezien["bevinding"], gezien["afspraken"]) == ([], None, [])


def test_08_een_verhuurder_die_alles_ophaalt_krijgt_wonen_uit_eigen_zaken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An account that was taken over, with every number there is: the rest does not exist for it."""
    g, elders = w.maak_gemeente(), w.maak_gemeente("9902")
    school, huurbaas = w.partij(g, "school"), w.partij(g, "verhuurder")
    eigen, wie = w.in_overleg(g, school=school)
    ander = w.in_uitvoering(elders)[0]
    derde = w.in_plan(w.maak_gemeente("9903"))[0]
    karin = w.als(g.karin)
    w.stemt_in(karin, eigen, wie["moeder"], "wonen")
    w.deelt(karin, eigen, wie["moeder"], "verhuurder", "deelname", "wonen")
    erbij(g, eigen, huurbaas)
    machine = w.api(huurbaas)
    antwoorden = {zaak.id: machine.get(f"{API}/overleggen/{zaak.id}") for zaak in (eigen, ander, derde)}
    assert [a.status_code for a in antwoorden.values()] == [200, 404, 404]
    [persoon] = antwoorden[eigen.id].json()["personen"]
    assert persoon["ziet"] == ["afspraken", "naw", "wonen"]
    assert "Wit" in persoon["naam"]
    for weg in (SCHULD, "school", "Daan", "chulden"):
        assert weg not in antwoorden[eigen.id].content.decode(), weg
    for pad in ("zaken", f"zaken/{eigen.id}", f"zaken/{eigen.id}/planstuk", f"zaken/{eigen.id}/casusoverleg"):
        assert machine.get(f"{API}/{pad}").status_code in (403, 404), pad
        assert w.web(huurbaas).get(f"{WEB}/{pad.replace('planstuk', 'plan.pdf')}").status_code in (
            403,
            404,
        ), pad
    assert opdracht(capsys, "deelname", str(ander.id), "--als", huurbaas.email)[1]["code"] == "zaak_onbekend"
    assert len(machine.get(f"{API}/overleggen").json()["uitnodigingen"]) == 1


def _beheert(g: w.Gemeente) -> Any:
    """The administrator of the municipality, who keeps the accounts of the parties."""
    return w.medewerker(g.organisatie, "bart", "beheerder")


def test_08_wie_te_veel_vraagt_wacht_en_zijn_toegang_stopt_tot_een_beheerder_haar_heropent(
    settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rate limit, alarm for the supervisor, session and token at an end behind three doors; reopened by three."""
    g = w.maak_gemeente()
    huurbaas, joost, bart = w.partij(g, "verhuurder"), w.medewerker(g.organisatie, "joost", "fg"), _beheert(g)
    doorzie = plichten(["logboek.doorzien"])
    wie, onbekend = w.wie(huurbaas), "0190f000-0000-7000-8000-000000000000"
    pagina, machine, beheer = w.web(huurbaas), w.api(huurbaas), w.api(bart)
    sessie = UserSession.objects.create(
        user=huurbaas, ip="192.0.2.1", session_key=pagina.session.session_key, user_agent=""
    )

    def vraag_alles(keer: int) -> None:
        for _ in range(keer):
            assert machine.get(f"{API}/overleggen/{onbekend}").status_code == 404
        werk(gekozen=doorzie)

    vraag_alles(9)
    assert pagina.get("/wams/overleggen").status_code == 200, "negen keer mis is nog geen stop"
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        vraag_alles(1)
    assert not UserSession.objects.filter(id=sessie.id).exists()
    assert pagina.get("/wams/overleggen").status_code == 302, "uitgelogd"
    dicht = w.web(huurbaas).get("/wams/overleggen")
    assert (dicht.status_code, "Bel de beheerder van de gemeente" in dicht.content.decode()) == (403, True)
    assert w.web(huurbaas).get("/").status_code == 403
    antwoord = machine.get(f"{API}/overleggen")
    assert (antwoord.status_code, antwoord.json()["code"]) == (403, "toegang_gestopt")
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=wie), "nog een")
    with pytest.raises(Geweigerd) as fout:
        geef_bewijs(sleutel.id, geheim, timezone.now())
    assert fout.value.code == "toegang_gestopt"
    assert opdracht(capsys, "uitnodigingen", "--als", huurbaas.email)[1]["code"] == "toegang_gestopt"

    punten = w.api(joost).get("/api/v1/toezicht/toetspunten?soort=gestopt").json()["items"]
    assert [(p["soort"], p["gebruiker"], p["aantal"]) for p in punten] == [("gestopt", "verhuurder", 10)]
    assert "Toegang gestopt na 10 geweigerde pogingen" in w.web(joost).get("/toezicht").content.decode()
    assert w.api(joost).get(f"/api/v1/toezicht/toetspunten/{punten[0]['id']}").json()["regels"]
    with pytest.raises(SystemExit):
        hoofd(["toezicht", "toetspunten", "--soort", "gestopt", "--als", joost.email, "--json"])
    assert [p["id"] for p in json.loads(capsys.readouterr().out)["punten"]] == [punten[0]["id"]]

    heropen = f"/api/v1/beheer/medewerkers/{wie}/heropening"
    assert beheer.get(f"/api/v1/beheer/medewerkers/{wie}").json()["gestopt"]
    leeg = beheer.post(heropen, {"reden": ""}, content_type="application/json")
    assert leeg.status_code == 400
    assert w.api(g.karin).post(heropen, {"reden": "Gebeld."}, content_type="application/json").status_code in (403, 404)  # fmt: skip
    for minuut, deur in ((5, "api"), (10, "pagina"), (15, "opdracht")):
        if deur == "api":
            assert beheer.post(heropen, {"reden": "Gebeld: een fout in zijn koppeling."}, content_type="application/json").status_code == 200  # fmt: skip
        elif deur == "pagina":
            assert "Heropen de toegang" in w.web(bart).get(f"/beheer/medewerkers/{wie}").content.decode()
            assert w.web(bart).post(f"/beheer/medewerkers/{wie}/heropen", {"reden": "Gebeld."}).status_code == 302  # fmt: skip
        else:
            with pytest.raises(SystemExit) as einde:
                hoofd(["beheer", "medewerker", "heropen", str(wie), "--reden", "Gebeld."])
            assert not einde.value.code, capsys.readouterr()
        assert w.web(huurbaas).get("/wams/overleggen").status_code == 200
        assert machine.get(f"{API}/overleggen").status_code == 401, "een bewijs van voor de stop blijft dood"
        machine = w.api(huurbaas)
        assert machine.get(f"{API}/overleggen").status_code == 200
        regel = Auditregel.objects.filter(naam="toegang heropenen", uitkomst="verleend").latest("id")
        assert "Gebeld" in regel.reden
        if deur != "opdracht":
            with time_machine.travel(timezone.now() + timedelta(minutes=minuut), tick=False):
                vraag_alles(10)
            assert machine.get(f"{API}/overleggen").status_code == 403
    again = beheer.post(heropen, {"reden": "Nog eens."}, content_type="application/json")
    assert (again.status_code, again.json()["code"]) == (409, "niet_gestopt")

    settings.API_PER_MINUUT = 3
    snel = [machine.get(f"{API}/overleggen") for _ in range(5)]
    assert (snel[-1].status_code, snel[-1].json()["code"], "Retry-After" in snel[-1].headers) == (429, "te_veel", True)  # fmt: skip
    settings.PAGINAS_PER_MINUUT, deur = 3, w.web(huurbaas)
    bladen = [deur.get("/wams/overleggen") for _ in range(5)]
    assert [blad.status_code for blad in bladen] == [200, 200, 200, 429, 429]
    assert "Retry-After" in bladen[-1].headers
    assert "heel veel pagina" in bladen[-1].content.decode()
    assert w.web(bart).get("/beheer/medewerkers").status_code == 200, "een ander merkt er niets van"
    capsys.readouterr()
    settings.OPDRACHTEN_PER_MINUUT = 1
    for code in (0, 2):
        with pytest.raises(SystemExit) as slot:
            hoofd(["wams", "uitnodigingen", "--als", huurbaas.email])
        assert (slot.value.code or 0) == code
    assert json.loads(capsys.readouterr().err)["code"] == "te_veel"


def test_08_een_eigen_medewerker_stopt_niet_vanzelf() -> None:
    """Of a municipality's own people a supervisor judges; the point is there, and nothing follows by itself."""
    g = w.maak_gemeente()
    zaak, _ = w.in_plan(g)
    for _ in range(12):
        assert w.api(g.buur).get(f"{API}/zaken/{zaak.id}/casusoverleg").status_code == 403
    werk(gekozen=plichten(["logboek.doorzien"]))
    joost = w.medewerker(g.organisatie, "joost", "fg")
    soorten = [p["soort"] for p in w.api(joost).get("/api/v1/toezicht/toetspunten").json()["items"]]
    assert soorten == ["weigeringen"]
    assert w.web(g.buur).get(f"{WEB}/zaken").status_code == 200


def test_11_op_de_wams_is_er_niets_en_met_instemming_werkt_het(capsys: pytest.CaptureFixture[str]) -> None:
    """Route B is refused with its reason through each door; the meeting that rests on consent runs."""
    g = w.maak_gemeente()
    zaak = w.in_triage(g, melder_soort="professional", melder="Wijkagent De Boer")
    onderzoeker = str(w.wie(g.omar))
    rauw = w.api(g.fatima).post(f"{API}/zaken/{zaak.id}/ambtshalve", {"medewerker": onderzoeker}, content_type="application/json")  # fmt: skip
    assert "W07" in {fout["code"] for fout in rauw.json()["fouten"]}
    assert "die geldt nog niet" in w.web(g.fatima).post(f"{WEB}/zaken/{zaak.id}/ambtshalve", {"medewerker": onderzoeker}).content.decode()  # fmt: skip
    code, uit = opdracht(
        capsys, "ambtshalve", zaak.nummer, "--medewerker", onderzoeker, "--als", g.fatima.email
    )
    assert code != 0
    assert "W07" in {fout["code"] for fout in uit["fouten"]}
    elders = w.maak_gemeente("9902")
    school = w.partij(elders, "school")
    loopt, _ = w.in_overleg(elders, school=school)
    assert w.api(school).get(f"{API}/overleggen/{loopt.id}").status_code == 200


def test_18_intrekken_tijdens_het_overleg_door_drie_deuren(capsys: pytest.CaptureFixture[str]) -> None:
    """The page, the answer and the terminal of the party lose it at the next request; the log keeps what was."""
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, wie = w.in_overleg(g, school=school)
    punt = "Daan komt al weken niet op school"
    doet = w.web(school), w.api(school)
    assert punt in doet[0].get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    w.deelt(w.als(g.karin), zaak, wie["zoon"], "school", "onderwijs", antwoord="ingetrokken")
    assert punt not in doet[0].get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    assert punt not in doet[1].get(f"{API}/overleggen/{zaak.id}").content.decode()
    assert punt not in json.dumps(opdracht(capsys, "deelname", str(zaak.id), "--als", school.email)[1])
    overleg.handel_agendapunt_af(w.als(g.karin), zaak.id, overleg.Agendauitkomst("onderwijs", "besproken"))
    overleg.sluit_overleg(w.als(g.karin), zaak.id, Niets())
    assert queries.overleg(w.als(g.karin), zaak.id).verslagen[0].aanwezig[1].startswith("school")
    daan = w.Gebruiker.objects.create_user("daan@test.invalid", naam="daan", persoon_id=wie["zoon"])
    assert "school 9901" in w.web(daan).get("/logboek").content.decode()


def test_12_wat_de_bron_niet_verder_laat_gaan_komt_bij_geen_ander(capsys: pytest.CaptureFixture[str]) -> None:
    """The coordinator and the person see it, who supplied it too; another party does not, and the refusal has its reason."""
    g = w.maak_gemeente()
    school, psycholoog, thuiszorg = w.partij(g, "school"), w.partij(g, "ggz"), w.partij(g, "zorgaanbieder")
    zaak, wie = w.in_overleg(g, school=school)
    karin = w.als(g.karin)
    w.stemt_in(karin, zaak, wie["moeder"], "gezondheid", "hulp")
    for soort, wat in (
        ("ggz", ("deelname", "gezondheid")),
        ("zorgaanbieder", ("deelname", "gezondheid", "hulp")),
    ):
        w.deelt(karin, zaak, wie["moeder"], soort, *wat)
    erbij(g, zaak, psycholoog)
    erbij(g, zaak, thuiszorg)
    punt = "Zij is in behandeling voor een angststoornis"
    gewoon = "Slaapt al maanden slecht"
    lijf = {"persoon": str(wie["moeder"]), "leefgebied": "gezondheid", "tekst": gewoon}
    inbreng = f"{API}/zaken/{zaak.id}/inbreng"

    def versie() -> dict[str, str]:
        return {"if-match": f'"{w.Zaak.objects.get(id=zaak.id).versie}"'}

    fout = w.api(psycholoog).post(inbreng, lijf | {"voorwaarde": "misschien"}, content_type="application/json", headers=versie())  # fmt: skip
    assert (fout.status_code, fout.json()["fouten"][0]["kolom"]) == (400, "invoer.voorwaarde")
    assert w.api(psycholoog).post(inbreng, lijf, content_type="application/json", headers=versie()).status_code == 201  # fmt: skip
    assert gewoon in w.web(thuiszorg).get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    code, _ = opdracht(
        capsys, "inbreng", str(zaak.id), "--persoon", str(wie["moeder"]), "--leefgebied", "gezondheid", "--tekst", punt,
        "--voorwaarde", "niet_verder", "--als", psycholoog.email, "--json",
    )  # fmt: skip
    assert code == 0
    again = w.web(psycholoog).post(
        f"{WEB}/overleggen/{zaak.id}/inbreng", lijf | {"tekst": "Komt elke week", "voorwaarde": "niet_verder"}
    )
    assert again.status_code == 302  # the condition holds already; asking it again is no fault
    elders = "Komt elke week"
    for gezien in (
        w.web(thuiszorg).get(f"{WEB}/overleggen/{zaak.id}").content.decode(),
        w.api(thuiszorg).get(f"{API}/overleggen/{zaak.id}").content.decode(),
        json.dumps(opdracht(capsys, "deelname", str(zaak.id), "--als", thuiszorg.email)[1]),
    ):
        assert "R. De Wit" in gezien
        assert gewoon in gezien, "waar niets bij is gevraagd, blijft te zien"
        for weg in (punt, elders):
            assert weg not in gezien, weg
    assert punt in w.web(psycholoog).get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    assert punt in w.web(g.karin).get(f"{WEB}/zaken/{zaak.id}").content.decode()
    gebruiker, _ = w.inwoner(zaak)
    assert f"{punt}" in w.web(gebruiker).get(f"{WEB}/mijn").content.decode()
    overleg = w.api(g.karin).get(f"{API}/zaken/{zaak.id}/casusoverleg").json()
    zicht = {rij["naam"]: rij["magZien"] for rij in overleg["genodigden"]}
    assert [z["tegengehouden"] for z in zicht["zorgaanbieder"]] == [["gezondheid"]]
    assert [z["tegengehouden"] for z in zicht["ggz"]] == [[]]
    _, uit = opdracht(capsys, "casusoverleg", str(zaak.id), "--als", g.karin.email)
    assert "gezondheid" in json.dumps([rij for rij in uit["genodigden"] if rij["naam"] == "zorgaanbieder"])
    assert "de bron wil niet dat dit, of een deel ervan, verder gaat" in w.web(g.karin).get(f"{WEB}/zaken/{zaak.id}/casusoverleg").content.decode()  # fmt: skip
    rijen = Auditregel.objects.filter(rollen__contains="deelnemer").values_list("geweigerd", flat=True)
    assert ["gezondheid", "voorwaarde_bron"] in [paar for rij in rijen for paar in rij]
    karin_engels = w.web(g.karin)
    karin_engels.cookies["taal"] = "en"
    engels = karin_engels.get(f"{WEB}/zaken/{zaak.id}").content.decode()
    assert "not to be passed on" in engels
    assert "niet verder doorgeven" not in engels
    _laat_vervallen(zaak, wie, psycholoog, thuiszorg, (punt, elders), capsys)


def _laat_vervallen(
    zaak: w.Zaak, wie: Any, psycholoog: Any, thuiszorg: Any, punten: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    """Who supplied it lifts its condition, by each door; nobody else can, and then the others see it."""
    pad = f"{API}/zaken/{zaak.id}/vrijgave"
    lijf = {"persoon": str(wie["moeder"]), "leefgebied": "gezondheid"}

    def api(partij: Any, **anders: str) -> tuple[int, Any]:
        kop = {"if-match": f'"{w.Zaak.objects.get(id=zaak.id).versie}"'}
        uit = w.api(partij).post(pad, lijf | anders, content_type="application/json", headers=kop)
        return uit.status_code, uit.json()

    assert api(thuiszorg)[0] in (403, 409), "wie niets vroeg, laat niets vervallen"
    status, fout = api(psycholoog, leefgebied="weer")
    assert (status, fout["fouten"][0]["kolom"]) == (400, "leefgebied")
    assert api(psycholoog, persoon=str(wie["zoon"]))[0] == 400
    assert api(psycholoog, leefgebied="hulp")[1]["code"] == "geen_voorwaarde"
    opdrachtregel = ("vrijgave", str(zaak.id), "--persoon", str(wie["moeder"]), "--leefgebied", "weer")
    assert opdracht(capsys, *opdrachtregel, "--als", psycholoog.email)[0] == 2
    blad = w.web(psycholoog).get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    assert "Laat uw voorwaarde vervallen" in blad
    assert (
        "Laat uw voorwaarde vervallen"
        not in w.web(thuiszorg).get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    )
    assert w.web(psycholoog).post(f"{WEB}/overleggen/{zaak.id}/vrijgave", lijf).status_code == 302
    open_ = w.web(thuiszorg).get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    assert all(punt in open_ for punt in punten)
    assert "niet verder doorgeven" not in open_
    assert api(psycholoog)[1]["code"] == "geen_voorwaarde", "het is al vervallen"
