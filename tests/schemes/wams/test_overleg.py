"""The case meeting: agenda, invitations, who is there, what each may see, agreements, and minutes that stay."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import gezin, overleg, uitnodigen, verloop
from samenhang.schemes.wams.models import Genodigde
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db
WEB, API = "/wams", "/api/v1/wams"


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", *argumenten])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), json.loads(uit.out or uit.err)


def post(client: Any, pad: str, **invoer: Any) -> Any:
    return client.post(f"{API}/zaken/{pad}", invoer, content_type="application/json")


def test_van_agenda_tot_verslag_op_een_scherm() -> None:
    """One screen: everything of a meeting is done from it, and comes back to it."""
    g = w.maak_gemeente()
    school = w.partij(g, "school", "els")
    zaak, wie = w.in_uitvoering(g)
    karin, els = w.web(g.karin), w.web(school)
    scherm = f"{WEB}/zaken/{zaak.id}/casusoverleg"

    def doe(wat: str, **invoer: Any) -> str:
        antwoord = karin.post(f"{scherm}/{wat}", invoer, follow=True)
        assert antwoord.redirect_chain, (wat, antwoord.content.decode()[-2500:])
        assert antwoord.redirect_chain[-1][0] == scherm
        return str(antwoord.content.decode())

    assert "Er staat geen overleg klaar" in karin.get(f"{WEB}/zaken/{zaak.id}").content.decode()
    vandaag = timezone.localdate()
    doe("overleg", dag=vandaag.isoformat(), onderwerp="onderwijs")
    doe("overleg", dag=vandaag.isoformat(), onderwerp="plan")
    niets = karin.post(f"{scherm}/uitnodigen", {"medewerker": w.wie(school)})
    assert niets.status_code == 400
    assert "Niemand uit het gezin deelt iets met deze partij" in niets.content.decode()
    w.deelt(w.als(g.karin), zaak, wie["zoon"], "school", "deelname", "onderwijs")
    pagina = doe("uitnodigen", medewerker=w.wie(school))
    doe("inwoner-uitnodigen", persoon=wie["zoon"])
    assert "Daan de Wit</strong>: Doelen en afspraken; Wie bij het gezin hoort" in pagina
    assert "Schulden" not in pagina[pagina.index("Wie er is, en wat ieder mag zien") :].split("</section>")[0]

    # the invitation: a number and a day, nobody's name; nothing of the case opens before the party is there
    brief = els.get(f"{WEB}/overleggen").content.decode()
    assert zaak.nummer in brief
    for naam in ("Wit", "Daan", "Jan", "onderwijs"):
        assert naam not in brief
    assert els.get(f"{WEB}/overleggen/{zaak.id}").status_code == 404
    assert els.post(f"{WEB}/overleggen/{zaak.id}/uitnodiging-antwoord", {"komt": "ja"}).status_code == 302

    doe("overleg-beginnen")
    bezig = karin.get(scherm).content.decode()
    assert "Daan komt al weken niet op school" in bezig
    te_vroeg = karin.post(f"{scherm}/overleg-sluiten", {})
    assert te_vroeg.status_code == 409
    assert "W18" in te_vroeg.content.decode()
    assert "W19" in te_vroeg.content.decode()
    for rij in queries.overleg(w.als(g.karin), zaak.id).genodigden:
        doe("aanwezigheid", genodigde=rij.id, aanwezig="ja" if rij.medewerker else "nee")
    doe("agendapunt", onderwerp="onderwijs", uitkomst="besproken")
    doe("agendapunt", onderwerp="plan", uitkomst="volgende_keer")
    doel = next(d for d in queries.zaak(w.als(g.karin), zaak.id).doelen if d.doel == "naar_school")
    doe(
        "afspraak",
        doel=doel.id,
        zin="belt",
        wie="school",
        uiterlijk=(vandaag + timedelta(days=7)).isoformat(),
    )

    gezien = els.get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    assert "Daan komt al weken niet op school" in gezien
    assert "belt elke week hoe het gaat" in gezien
    for van_ander in ("R. De Wit", "Jan", "schuldhulp", "huur", "Schulden"):
        assert van_ander not in gezien

    verslag = doe("overleg-sluiten")
    assert "els (els 9901)" in verslag
    assert "Het hele plan: volgende keer" in verslag
    assert "belt elke week hoe het gaat" in verslag
    verslag = verslag[verslag.index("Verslagen") :]
    assert verslag.index("Afwezig") < verslag.index("Daan de Wit")


def test_wie_een_ouder_scherm_voor_zich_had_hoort_dat_en_er_gaat_niets_verloren() -> None:
    g = w.maak_gemeente()
    zaak, _ = w.in_overleg(g, school=w.partij(g, "school"))
    karin, scherm = w.web(g.karin), f"{WEB}/zaken/{zaak.id}/casusoverleg"
    blad = karin.get(scherm).content.decode()
    for naam in ("agendapunt", "aanwezigheid"):
        formulier = blad[blad.index(f"casusoverleg/{naam}") :].split("</form>")[0]
        assert f'name="versie" value="{w.Zaak.objects.get(id=zaak.id).versie}"' in formulier
    velden = {"onderwerp": "onderwijs", "versie": str(w.Zaak.objects.get(id=zaak.id).versie)}
    assert karin.post(f"{scherm}/agendapunt", velden | {"uitkomst": "besproken"}).status_code == 302
    tweede = karin.post(f"{scherm}/agendapunt", velden | {"uitkomst": "volgende_keer"})
    assert tweede.status_code == 409
    assert [regel.uitkomst for regel in queries.overleg(w.als(g.karin), zaak.id).agenda] == ["besproken"]


def test_het_verslag_ligt_vast() -> None:
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, _ = w.in_overleg(g, school=school)
    karin = w.als(g.karin)
    overleg.handel_agendapunt_af(karin, zaak.id, overleg.Agendauitkomst("onderwijs", "besproken"))
    overleg.sluit_overleg(karin, zaak.id, Niets())
    genodigde = Genodigde.objects.get().id
    with pytest.raises(Geweigerd) as fout:
        uitnodigen.leg_aanwezigheid_vast(karin, zaak.id, uitnodigen.Aanwezigheid(genodigde, False))
    assert fout.value.code == "geen_overleg"
    overleg.zet_overleg_klaar(karin, zaak.id, overleg.Overleginvoer(timezone.localdate(), "plan"))
    overleg.begin_overleg(karin, zaak.id, Niets())
    with pytest.raises(Geweigerd) as fout:
        uitnodigen.leg_aanwezigheid_vast(karin, zaak.id, uitnodigen.Aanwezigheid(genodigde, False))
    assert fout.value.code == "niet_uitgenodigd"
    [verslag] = queries.overleg(karin, zaak.id).verslagen
    assert verslag.aanwezig == ("karin", "school (school 9901)")
    assert verslag.punten == (("onderwijs", "besproken"),)


def test_wat_de_coordinator_ziet_van_een_partij_is_wat_de_partij_krijgt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The table of who may see what, and the view of the party itself, through API and command: one decision."""
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, wie = w.in_overleg(g, school=school)
    belofte = w.api(g.karin).get(f"{API}/zaken/{zaak.id}/casusoverleg").json()["genodigden"][0]
    gekregen = w.api(school).get(f"{API}/overleggen/{zaak.id}")
    assert gekregen.status_code == 200
    lijf = gekregen.json()
    assert belofte["grondslagen"] == ["avg-6-1-a"]
    assert belofte["magZien"] == [
        {"naam": "Daan de Wit", "categorieen": lijf["personen"][0]["ziet"], "tegengehouden": []}
    ]
    assert lijf["personen"][0]["ziet"] == ["afspraken", "gezin", "naw", "onderwijs"]
    assert [p["id"] for p in lijf["personen"]] == [str(wie["zoon"])]
    code, uit = opdracht(capsys, "deelname", str(zaak.id), "--als", school.email)
    assert code == 0, uit
    assert [p["naam"] for p in uit["personen"]] == ["Daan de Wit"]
    assert "schuldhulp" not in json.dumps(uit)
    code, scherm = opdracht(capsys, "casusoverleg", zaak.nummer, "--als", g.karin.email)
    assert (code, scherm["genodigden"][0]["aanwezig"]) == (0, True)
    code, brieven = opdracht(capsys, "uitnodigingen", "--als", school.email)
    assert (code, brieven["uitnodigingen"][0]["nummer"]) == (0, zaak.nummer)
    assert "Wit" not in json.dumps(brieven)


def test_intrekken_tijdens_het_overleg_sluit_het_scherm_van_de_partij() -> None:
    """Acceptance 18, for a party: at its next request it sees nothing; what it saw stays in the log."""
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, wie = w.in_overleg(g, school=school)
    els = w.api(school)
    assert "Daan komt al weken" in els.get(f"{API}/overleggen/{zaak.id}").content.decode()
    daan = w.Gebruiker.objects.create_user("daan@test.invalid", naam="daan", persoon_id=wie["zoon"])
    eigen = w.web(daan)
    assert "Wat u deelt met:" in eigen.get("/wams/mijn").content.decode()
    assert (
        eigen.post(f"{WEB}/zaken/{zaak.id}/intrekken", {"waarmee": "onderwijs", "aan": "school"}).status_code
        == 302
    )
    erna = els.get(f"{API}/overleggen/{zaak.id}").json()
    assert erna["personen"][0]["ziet"] == ["afspraken", "gezin", "naw"]
    assert erna["personen"][0]["punten"] == []
    assert (
        eigen.post(f"{WEB}/zaken/{zaak.id}/intrekken", {"waarmee": "deelname", "aan": "school"}).status_code
        == 302
    )
    dicht = els.get(f"{API}/overleggen/{zaak.id}")
    assert (dicht.status_code, dicht.json()["code"]) == (403, "niemand_deelt")
    assert w.api(g.karin).get(f"{API}/zaken/{zaak.id}/casusoverleg").json()["genodigden"][0]["magZien"] == []
    logboek = eigen.get("/logboek").content.decode()
    assert "school 9901" in logboek


def test_een_partij_houdt_op_met_kijken_als_haar_deel_eindigt_of_de_zaak_sluit() -> None:
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, _ = w.in_overleg(g, school=school)
    karin = w.als(g.karin)
    els = w.api(school)
    assert els.get(f"{API}/overleggen/{zaak.id}").status_code == 200
    overleg.handel_agendapunt_af(karin, zaak.id, overleg.Agendauitkomst("onderwijs", "besproken"))
    overleg.sluit_overleg(karin, zaak.id, Niets())
    assert els.get(f"{API}/overleggen/{zaak.id}").status_code == 200, "haar afspraken lopen nog"
    antwoord = post(
        w.api(g.karin),
        f"{zaak.id}/partij-stopt",
        medewerker=str(w.wie(school)),
        reden="Haar afspraak is klaar",
    )
    assert antwoord.status_code == 200, antwoord.content
    assert els.get(f"{API}/overleggen/{zaak.id}").status_code == 404
    elders = w.maak_gemeente("9903")
    ander, _ = w.in_overleg(elders, school=w.partij(elders, "school"))
    assert els.get(f"{API}/overleggen/{ander.id}").status_code == 404, "een zaak waarin een andere school zit"


def oordeel(
    wie: Gebruiker,
    zaak: Zaak,
    *categorieen: str,
    persoon: UUID | None = None,
    doel: str = "",
    nodig: bool = False,
) -> Any:
    """What AuthZEN says of this colleague: granted, and the reasons of what is not."""
    over = {"categorieen": categorieen, "scheme": zaak.scheme} | (
        {"persoon": str(persoon)} if persoon else {}
    )
    vraag = {
        "subject": {"type": "medewerker", "id": str(w.wie(wie))},
        "action": {"name": "lezen"},
        "resource": {"type": "zaak", "id": str(zaak.id), "properties": over},
        "context": {"doel": doel, "noodzaak": categorieen if nodig else ()},
    }
    document = w.api(wie).post("/access/v1/evaluation", vraag, content_type="application/json").json()
    assert document["decision"] is not bool(document["context"]["geweigerd"])
    return document["decision"] or {deel["code"] for deel in document["context"]["geweigerd"]}


def test_een_bezwaar_sluit_de_zaak_voor_een_partij_en_authzen_zegt_hetzelfde_als_de_pagina() -> None:
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, wie = w.in_overleg(g, school=school)
    els = w.api(school)
    deelt = ("naw", "onderwijs", "afspraken")

    def van_school(persoon: str) -> Any:
        return oordeel(school, zaak, *deelt, persoon=wie[persoon], doel="casusoverleg")

    assert els.get(f"{API}/overleggen/{zaak.id}").status_code == 200
    assert van_school("zoon") is True
    assert van_school("moeder") == {"geen_instemming"}
    buiten = w.partij(g, "school", "ander")
    assert oordeel(buiten, zaak, *deelt, doel="casusoverleg") == {"geen_grondslag"}
    # The purpose of the step, as on the page: what the mother shares is open, of the father nothing is.
    assert oordeel(g.karin, zaak, "schulden", persoon=wie["moeder"]) is True
    assert oordeel(g.karin, zaak, "schulden", persoon=wie["vader"]) == {"niet_geinformeerd"}
    assert oordeel(g.karin, zaak, "schulden") == {"niet_geinformeerd"}, (
        "van allen samen: wie niet instemt telt"
    )
    assert oordeel(g.karin, zaak, "gezin", persoon=uuid4()) == {"geen_grondslag"}, "niemand uit deze zaak"
    aanmelding = {"persoon": wie["moeder"], "doel": "aanmelding"}
    assert oordeel(g.karin, zaak, "naw", **aanmelding) is True
    jan = Gebruiker.objects.create_user("jan@test.invalid", naam="jan", persoon_id=wie["vader"])
    assert w.web(jan).post(f"{WEB}/zaken/{zaak.id}/bezwaar", {"tekst": "Ik wil dit niet."}).status_code == 302
    dicht = els.get(f"{API}/overleggen/{zaak.id}")
    assert (dicht.status_code, dicht.json()["code"]) == (403, "niet_toegestaan")
    assert van_school("zoon") == {"bezwaar"}, "het bezwaar van een ander houdt alles tegen"
    assert oordeel(g.karin, zaak, "naw", **aanmelding) == {"bezwaar"}
    assert oordeel(g.karin, zaak, "schulden", persoon=wie["moeder"]) is True


def test_een_partij_komt_niet_in_de_zaak_van_de_gemeente() -> None:
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, wie = w.in_overleg(g, school=school)
    els = w.api(school)
    for pad in (f"zaken/{zaak.id}", f"zaken/{zaak.id}/casusoverleg", f"zaken/{zaak.id}/planstuk"):
        assert els.get(f"{API}/{pad}").status_code == 404, pad
    assert els.get(f"{API}/zaken").status_code == 403
    assert post(els, f"{zaak.id}/delen", persoon=str(wie["moeder"]), aan="school", waarmee="deelname", antwoord="gegeven", gegevenDoor="zelf").status_code == 404  # fmt: skip
    assert w.api(g.fatima).get(f"{API}/overleggen").status_code == 403, "de gemeente is geen partij"
    assert w.api(g.buur).get(f"{API}/zaken/{zaak.id}/casusoverleg").status_code == 403


def test_wat_een_partij_nooit_krijgt_kan_niemand_met_haar_delen() -> None:
    g = w.maak_gemeente()
    zaak, wie = w.in_uitvoering(g)
    karin = w.als(g.karin)
    with pytest.raises(Geweigerd) as fout:
        w.deelt(karin, zaak, wie["moeder"], "school", "schulden")
    assert fout.value.code == "partij_krijgt_dit_nooit"
    with pytest.raises(Geweigerd) as fout:
        w.deelt(karin, zaak, wie["moeder"], "verhuurder", "wonen")
    assert fout.value.code == "doet_niet_mee", "eerst meedoen"
    with pytest.raises(Geweigerd) as fout:
        w.deelt(karin, zaak, wie["vader"], "school", "deelname")
    assert fout.value.code == "doet_niet_mee"


def test_wie_niet_instemt_is_voor_een_partij_geen_naam_en_geen_gat() -> None:
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, _ = w.in_overleg(g, school=school)
    tekst = w.api(school).get(f"{API}/overleggen/{zaak.id}").content.decode()
    for niet in ("Jan", "R. De Wit", "partner", "schulden", "huur", "schuldhulp"):
        assert niet not in tekst


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_schermen_spreken_beide_talen(taal: str) -> None:
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, _ = w.in_overleg(g, school=school)
    for gebruiker, pad, en in (
        (g.karin, f"zaken/{zaak.id}/casusoverleg", "what each may see"),
        (school, "overleggen", "See what you may see of this case"),
        (school, f"overleggen/{zaak.id}", "You see only what someone shares"),
    ):
        gebruiker.taal = taal
        gebruiker.save(update_fields=["taal"])
        tekst = w.web(gebruiker).get(f"{WEB}/{pad}", headers={"accept-language": taal}).content.decode()
        assert (en in tekst) is (taal == "en"), pad


def test_instemming_per_partij_staat_los_van_die_aan_de_gemeente() -> None:
    g = w.maak_gemeente()
    zaak, wie = w.in_uitvoering(g)
    karin = w.als(g.karin)
    w.deelt(karin, zaak, wie["zoon"], "school", "deelname", "onderwijs")
    gezien = {p["naam"]: p for p in w.api(g.karin).get(f"{API}/zaken/{zaak.id}").json()["personen"]}
    assert gezien["Daan de Wit"]["deelt"] == {"school": ["deelname", "onderwijs"]}
    gezin.leg_instemming_vast(
        karin, zaak.id, gezin.Antwoordinvoer(wie["zoon"], "onderwijs", "ingetrokken", "zelf")
    )
    gezien = {p["naam"]: p for p in w.api(g.karin).get(f"{API}/zaken/{zaak.id}").json()["personen"]}
    assert gezien["Daan de Wit"]["stemtInMet"] == ["deelname"]
    verloop.evalueer(
        karin, zaak.id, verloop.Evaluatieinvoer("op_weg", "Het gaat elke week een stukje beter.")
    )


def test_een_partij_brengt_in_over_wie_dat_met_haar_deelt_en_niets_anders(
    capsys: pytest.CaptureFixture[str],
) -> None:
    g = w.maak_gemeente()
    school = w.partij(g, "school")
    zaak, wie = w.in_overleg(g, school=school)
    els, machine = w.web(school), w.api(school)
    zin = "Hij komt sinds maandag weer de eerste twee uur."
    gedaan = els.post(f"{WEB}/overleggen/{zaak.id}/inbreng", {"persoon": wie["zoon"], "leefgebied": "onderwijs", "tekst": zin})  # fmt: skip
    assert gedaan.status_code == 302, gedaan.content.decode()[-2000:]
    assert zin in els.get(f"{WEB}/overleggen/{zaak.id}").content.decode()
    assert zin in w.web(g.karin).get(f"{WEB}/zaken/{zaak.id}").content.decode()
    daan = w.Gebruiker.objects.create_user("daan@test.invalid", naam="daan", persoon_id=wie["zoon"])
    eigen = w.web(daan).get("/wams/mijn").content.decode()
    assert zin in eigen
    assert "school 9901" in eigen, "van wie het komt"
    for persoon, gebied, code in (
        (wie["moeder"], "onderwijs", "deelt_niets"),
        (wie["vader"], "onderwijs", "deelt_niets"),
        (zaak.id, "onderwijs", "deelt_niets"),
        (wie["zoon"], "schulden", "niet_in_te_brengen"),
        (wie["zoon"], "gezondheid", "niet_in_te_brengen"),
    ):
        antwoord = post(machine, f"{zaak.id}/inbreng", persoon=str(persoon), leefgebied=gebied, tekst=zin)
        assert antwoord.json()["code"] == code
    code, uit = opdracht(capsys, "inbreng", str(zaak.id), "--persoon", str(wie["zoon"]), "--leefgebied", "onderwijs", "--tekst", "En nu alle uren.", "--als", school.email, "--json")  # fmt: skip
    assert code == 0, uit
    w.deelt(w.als(g.karin), zaak, wie["zoon"], "school", "onderwijs", antwoord="ingetrokken")
    assert post(machine, f"{zaak.id}/inbreng", persoon=str(wie["zoon"]), leefgebied="onderwijs", tekst=zin).status_code == 403  # fmt: skip
