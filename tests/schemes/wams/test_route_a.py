"""Acceptance 1 and 3: the mother asks for help, the father does not agree, the plan is made and closed."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van
from samenhang.kernel.zaken.models import Zaak
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_planstuk import tekst as pdf_tekst

pytestmark = pytest.mark.django_db
WEB, API = "/wams/zaken", "/api/v1/wams/zaken"


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", *argumenten])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), json.loads(uit.out or uit.err)


def doe(client: Any, zaak: Zaak, wat: str, **invoer: Any) -> None:
    antwoord = client.post(f"{WEB}/{zaak.id}/{wat}", invoer)
    assert antwoord.status_code == 302, (wat, antwoord.content.decode()[-3000:])
    zaak.refresh_from_db()


def doe_api(client: Any, zaak: Zaak, wat: str, **invoer: Any) -> None:
    antwoord = client.post(f"{API}/{zaak.id}/{wat}", invoer, content_type="application/json")
    assert antwoord.status_code in (200, 201), (wat, antwoord.content)
    zaak.refresh_from_db()


def test_van_hulpvraag_tot_afgesloten_door_drie_deuren(capsys: pytest.CaptureFixture[str]) -> None:
    g = w.maak_gemeente()
    fatima, omar, karin, buur = (w.web(wie) for wie in (g.fatima, g.omar, g.karin, g.buur))
    antwoord = fatima.post("/wams/melding", {"achternaam": "De Wit", "voorletters": "R.", "geboortedatum": "1984-03-01", "melder_soort": "inwoner", "hoe": "balie", "tekst": w.ZIN})  # fmt: skip
    assert antwoord.status_code == 302, antwoord.content.decode()[-2000:]
    zaak = Zaak.objects.get()
    assert w.ZIN not in fatima.get(f"{WEB}/{zaak.id}").content.decode(), "wie haar niet behandelt leest niets"
    doe(fatima, zaak, "oppakken")
    pagina = fatima.get(f"{WEB}/{zaak.id}").content.decode()
    assert w.ZIN in pagina
    assert "geen wet" in pagina

    # the desk: consent, telling, and on to the investigation; by API and command too
    ria, _ = w.inwoner(zaak)
    moeder = w.moeder(zaak)
    machine = w.api(g.fatima)
    for waarmee in ("deelname", "schulden"):
        doe_api(
            machine,
            zaak,
            "instemming",
            persoon=str(moeder),
            waarmee=waarmee,
            antwoord="gegeven",
            gegevenDoor="zelf",
        )
    code, uit = opdracht(capsys, "informeren", zaak.nummer, "--persoon", str(moeder), "--hoe", "gesprek", "--als", g.fatima.email, "--json")  # fmt: skip
    assert code == 0, uit
    doe_api(machine, zaak, "onderzoek", medewerker=str(w.wie(g.omar)))
    assert (zaak.stap, zaak.behandelaar_id) == ("onderzoek", w.wie(g.omar))
    assert {t.regel: t.einde for t in zaak.termijnen.filter(klaar__isnull=True)} == {
        "onderzoek": timezone.localdate() + timedelta(weeks=6)
    }
    assert machine.get(f"{API}/{zaak.id}").json()["beeld"] == "organisatie", (
        "het meldpunt ziet de inhoud niet meer"
    )

    # the investigation with the family
    wie = w.gezin_de_wit(g, zaak)
    doe(omar, zaak, "aandachtspunt", persoon=wie["moeder"], leefgebied="schulden", tekst="Drie maanden huur", bron="de moeder", loket="Schuldhulp")  # fmt: skip
    doe(omar, zaak, "aandachtspunt", persoon=wie["zoon"], leefgebied="onderwijs", tekst="Daan mist lessen", bron="Daan", loket="Leerplicht")  # fmt: skip
    doe(omar, zaak, "conclusie", problemen="Schulden en verzuim, al maanden", samenhang="ja", onderbouwing="Door de schulden is er thuis geen rust voor school.")  # fmt: skip
    doe(omar, zaak, "coordinator", medewerker=w.wie(g.karin))
    assert zaak.stap == "regie"

    # the plan
    doe(karin, zaak, "plan")
    doe(karin, zaak, "doel", persoon=wie["moeder"], doel="geen_nieuwe_schuld")
    gezien = w.api(g.karin).get(f"{API}/{zaak.id}").json()
    over = (timezone.localdate() + timedelta(days=14)).isoformat()
    doe(
        karin,
        zaak,
        "afspraak",
        doel=gezien["doelen"][0]["id"],
        zin="eerste_gesprek",
        wie="schuldhulp",
        uiterlijk=over,
    )
    te_vroeg = karin.post(f"{WEB}/{zaak.id}/vaststellen", {})
    assert te_vroeg.status_code == 409
    assert "W14" in te_vroeg.content.decode()
    doe(karin, zaak, "meelezer", medewerker=w.wie(g.buur))
    leest = buur.get(f"{WEB}/{zaak.id}").content.decode()
    assert "houdt een eerste gesprek over de schulden" in leest
    assert "Drie maanden huur" not in leest
    doe(buur, zaak, "meegelezen")
    assert buur.get(f"{WEB}/{zaak.id}").content.decode().count("houdt een eerste gesprek") == 0
    doe(karin, zaak, "vaststellen")

    # carrying out, a meeting, evaluation, scaling down, closing
    doe(karin, zaak, "overleg", dag=over, onderwerp="schulden")
    doe(karin, zaak, "overleg-beginnen")
    doe(karin, zaak, "agendapunt", onderwerp="schulden", uitkomst="besproken")
    doe(karin, zaak, "overleg-sluiten")
    doe(
        karin, zaak, "nagekomen", afspraak=w.api(g.karin).get(f"{API}/{zaak.id}").json()["afspraken"][0]["id"]
    )
    doe(karin, zaak, "evaluatie", oordeel="gehaald", tekst="Het gaat goed: de huur wordt betaald.")
    doe(karin, zaak, "afschalen", reden="iedere partij kan zelf verder")
    doe(karin, zaak, "afsluiten")
    assert (zaak.stap, zaak.volgende_termijn) == ("afgesloten", None)
    assert karin.get(f"{WEB}/{zaak.id}").status_code == 403, "afgesloten is afgeschermd"
    eigen = w.web(ria).get("/wams/mijn").content.decode()
    assert "Drie maanden huur" in eigen
    assert "Daan" not in eigen
    assert Auditregel.objects.filter(scheme="wams", uitkomst="verleend").count() > 20


def test_vader_stemt_niet_in_en_is_alleen_een_naam(capsys: pytest.CaptureFixture[str]) -> None:
    g = w.maak_gemeente()
    zaak, wie = w.in_plan(g)
    karin = w.api(g.karin)
    gezien = {persoon["naam"]: persoon for persoon in karin.get(f"{API}/{zaak.id}").json()["personen"]}
    vader = gezien["Jan de Wit"]
    assert (vader["neemtDeel"], vader["punten"], vader["loketten"], vader["telefoon"]) == (False, [], [], "")
    assert gezien["R. De Wit"]["punten"] == [{"leefgebied": "schulden", "tekst": "Achterstand van drie maanden huur", "bron": "de moeder", "voorwaarde": ""}]  # fmt: skip
    assert gezien["Daan de Wit"]["loketten"] == [{"leefgebied": "onderwijs", "loket": "Leerplicht"}]
    lijf = {
        "persoon": str(wie["vader"]),
        "leefgebied": "schulden",
        "tekst": "x",
        "bron": "de buurman",
        "loket": "Bank",
    }
    weigering = karin.post(f"{API}/{zaak.id}/aandachtspunt", lijf, content_type="application/json")
    assert (weigering.status_code, weigering.json()["code"]) == (403, "geen_instemming")
    doel = karin.post(f"{API}/{zaak.id}/doel", {"persoon": str(wie["vader"]), "doel": "dagbesteding"}, content_type="application/json")  # fmt: skip
    assert doel.json()["code"] == "geen_instemming"
    pagina = w.web(g.karin).get(f"{WEB}/{zaak.id}").content.decode()
    assert pagina.count("Jan de Wit") >= 1
    artikel = pagina[pagina.index("Jan de Wit") :].split("</article>")[0]
    assert "badge" not in artikel, "niet te zien of hij is gevraagd, weigerde of ergens bekend is"
    code, regel = opdracht(capsys, "toon", zaak.nummer, "--als", g.karin.email)
    assert code == 0
    (vader,) = [persoon for persoon in regel["personen"] if persoon["naam"] == "Jan de Wit"]
    assert (vader["neemt_deel"], vader["punten"], vader["loketten"]) == (False, [], [])
    invoer = ("--persoon", str(wie["vader"]), "--doel", "dagbesteding", "--als", g.karin.email, "--json")
    code, regel = opdracht(capsys, "doel", zaak.nummer, *invoer)
    assert (code, regel["code"]) == (2, "geen_instemming")
    jan = w.Gebruiker.objects.create_user("jan@test.invalid", naam="jan", persoon_id=wie["vader"])
    eigen = w.web(jan).get("/wams/mijn").content.decode()
    assert "Uw naam staat bij een gezin" in eigen
    assert "Uw naam, uw geboortedatum, en dat u bij het gezin hoort. Verder niets." in eigen
    for van_ander in ("Plan maken", "karin", "Achterstand", "Daan"):
        assert van_ander not in eigen, "van de zaak van een ander ziet hij niets"


def test_intrekken_werkt_meteen_en_laat_het_verleden_staan() -> None:
    """Acceptance 18: at the next request the category is gone; what was seen stays in the log."""
    g = w.maak_gemeente()
    zaak, _ = w.in_plan(g)
    karin = w.api(g.karin)
    assert "Achterstand" in karin.get(f"{API}/{zaak.id}").content.decode()
    ria, _ = w.inwoner(zaak)
    antwoord = w.web(ria).post(f"{WEB}/{zaak.id}/intrekken", {"waarmee": "schulden"})
    assert antwoord.status_code == 302
    erna = karin.get(f"{API}/{zaak.id}")
    assert "Achterstand" not in erna.content.decode()
    moeder = next(p for p in erna.json()["personen"] if p["naam"] == "R. De Wit")
    assert (moeder["ingetrokken"], moeder["loketten"]) == (["schulden"], [])
    assert "Achterstand" in w.web(ria).get("/wams/mijn").content.decode()


def test_bezwaar_houdt_het_plan_tegen_tot_een_ander_beslist_en_per_brief(tmp_path: Path) -> None:
    g = w.maak_gemeente()
    zaak, wie = w.in_plan(g)
    ria, _ = w.inwoner(zaak)
    jan = Gebruiker.objects.create_user("jan@test.invalid", naam="jan", persoon_id=wie["vader"])
    for maakt in (ria, jan):
        lijf = {"tekst": "Ik wil dit niet."}
        assert w.web(maakt).post(f"{WEB}/{zaak.id}/bezwaar", lijf).status_code == 302
    assert zaak.taken.filter(soort="bezwaar").count() == 1, "één besluit voor wie bezwaar maakten"
    karin = w.api(g.karin)
    antwoord = karin.post(f"{API}/{zaak.id}/vaststellen", content_type="application/json").json()
    assert "W15" in {fout["code"] for fout in antwoord["fouten"]}
    piet = w.web(g.piet)
    pagina = piet.get(f"{WEB}/{zaak.id}").content.decode()
    assert "Ik wil dit niet." in pagina
    assert "Achterstand" not in pagina
    besluit = {"toegewezen": "nee", "motivering": "Het plan maakt u samen; u beslist mee."}
    assert w.web(g.karin).get(f"{WEB}/{zaak.id}/besluit-op-bezwaar.pdf").status_code == 409
    vooraf = piet.post(f"{WEB}/{zaak.id}/bezwaar-besluit", besluit | {"vooraf": "ja"})
    assert (vooraf.status_code, vooraf["Content-Type"]) == (200, "application/pdf")
    assert "VOORBEELD" in pdf_tekst(vooraf.content)
    assert "De Wit" not in pdf_tekst(vooraf.content), "wie beslist hoeft niet te weten over wie het gaat"
    machinelijf = besluit | {"toegewezen": False}
    gezien = w.api(g.piet).post(f"{API}/{zaak.id}/bezwaar-besluit/vooraf", machinelijf, content_type="application/json")  # fmt: skip
    assert gezien.content == vooraf.content
    assert not zaak.taken.filter(soort="brief").exists(), "er is niets vastgelegd"

    doe(piet, zaak, "bezwaar-besluit", **besluit)
    assert zaak.taken.filter(soort="brief", titel_nl__startswith="Post het besluit", klaar=None).exists()
    brief = karin.get(f"{API}/{zaak.id}/besluitbrief?taal=en").content
    woorden = " ".join(pdf_tekst(brief).split())
    for deel in ("De Wit", "u krijgt geen gelijk", besluit["motivering"], "UAVG artikel 34", "Pas na dat bezwaar kunt u naar de rechter", "AVG artikel 77", "your objection is refused"):  # fmt: skip
        assert deel in woorden, deel
    assert "Achterstand" not in woorden
    assert woorden.count("Ons besluit op uw bezwaar") == 2, "ieder zijn eigen brief"
    assert w.web(jan).get(f"{WEB}/{zaak.id}/besluit-op-bezwaar.pdf").status_code == 200
    assert piet.get(f"{WEB}/{zaak.id}/besluit-op-bezwaar.pdf").status_code == 403
    assert w.api(g.karin).get(f"{API}/{zaak.id}/besluitbrief?taal=fr").json()["code"] == "taal_onbekend"
    doel = tmp_path / "besluit.pdf"
    with pytest.raises(SystemExit):
        hoofd(["wams", "besluitbrief", zaak.nummer, "--bestand", str(doel), "--als", g.karin.email])
    eigen_brief = w.web(ria).get(f"{WEB}/{zaak.id}/besluit-op-bezwaar.pdf").content
    assert doel.read_bytes() == karin.get(f"{API}/{zaak.id}/besluitbrief").content
    assert pdf_tekst(eigen_brief).count("Ons besluit op uw bezwaar") == 1, "ieder leest alleen de zijne"
    assert besluit["motivering"] in pdf_tekst(eigen_brief)
    assert "besluit-op-bezwaar.pdf" in w.web(g.karin).get(f"{WEB}/{zaak.id}").content.decode()
    eigen = w.web(ria).get("/wams/mijn").content.decode()
    assert "Het plan maakt u samen" in eigen
    assert "besluit-op-bezwaar.pdf" in eigen
    assert rechtsmiddel_van(timezone.localdate()).pagina.nl in eigen, "eerst bezwaar, dan pas de rechter"


def test_een_ander_ziet_niets() -> None:
    g, elders = w.maak_gemeente(), w.maak_gemeente("9902")
    zaak, _ = w.in_plan(g)
    assert w.api(elders.karin).get(f"{API}/{zaak.id}").status_code == 404
    assert w.web(elders.fatima).get(WEB).content.decode().count("De Wit") == 0
    collega = w.api(g.buur).get(f"{API}/{zaak.id}").json()
    assert (collega["beeld"], collega["personen"], collega["doelen"]) == ("organisatie", [], [])


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_paginas_spreken_beide_talen(taal: str) -> None:
    g = w.maak_gemeente()
    zaak, _ = w.in_plan(g)
    g.karin.taal = taal
    g.karin.save(update_fields=["taal"])
    tekst = w.web(g.karin).get(f"{WEB}/{zaak.id}", headers={"accept-language": taal}).content.decode()
    assert ("Put a goal into the plan" in tekst) is (taal == "en")
