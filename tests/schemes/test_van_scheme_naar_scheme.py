"""One resident through three schemes: early detection passes him on, Wams takes him in and refers him to debt assistance.

At each step only what is declared goes, on a decision with his own facts; he sees it, and nothing else crosses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.scheme import Niets, Reden, geinstalleerde_schemes
from samenhang.kernel.toegang import NietToegestaan, Toegang
from samenhang.kernel.verstrekkingen.actions import VerstrekkingGeweigerd, hef_voorwaarden_op, stel_voorwaarde
from samenhang.kernel.verstrekkingen.actions.voorwaarden import bronregister, gesteld_per_persoon
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.verstrekkingen.models import Opname, UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van
from samenhang.schemes.schuldhulp import queries as sh
from samenhang.schemes.schuldhulp.actions import meervoudig
from samenhang.schemes.schuldhulp.actions.aanmelden import NieuweHulpvraag, leg_hulpvraag_vast
from samenhang.schemes.schuldhulp.actions.aanmelden import neem_over as neem_aanmelding_over
from samenhang.schemes.schuldhulp.actions.aanmelden import pak_op as pak_schuldzaak_op
from samenhang.schemes.schuldhulp.actions.gesprek import trek_in as trek_schuldzaak_in
from samenhang.schemes.vroegsignalering import actions as vs
from samenhang.schemes.wams import queries as wa
from samenhang.schemes.wams.actions import aanmelden, inwoner, melden
from samenhang.schemes.wams.actions.gezin import Verteld, informeer
from tests.bouw import Gemeente, rij
from tests.schemes.schuldhulp.wereld import medewerker as schuldhulpmedewerker
from tests.schemes.wams import wereld as w
from tests.staand import gemeente_met_zaak

pytestmark = pytest.mark.django_db
VRAAG = "Ik kan de huur niet betalen en mijn zoon gaat niet meer naar school."
DAG = date(2026, 11, 24)
WAMS = "/api/v1/wams"


def _bouw(map_: Path) -> dict[str, Any]:
    """Somebody with arrears whom Sanne reached, at a municipality that has all three schemes."""
    gemeente, zaak = gemeente_met_zaak(map_, rij(1))
    vs.leg_brp_vast(gemeente.sanne, zaak, "inwoner")
    vs.leg_contactpoging_vast(gemeente.sanne, zaak, vs.Poging("Telefoon", DAG, "Ochtend", True))
    return {
        "gemeente": gemeente,
        "zaak": zaak,
        "fatima": w.medewerker(gemeente.organisatie, "fatima", "meldpunt"),
        "noor": schuldhulpmedewerker(gemeente.organisatie, "noor"),
    }


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    return blijvend(_bouw)


@pytest.fixture
def huis(stand: dict[str, Any], db: None) -> dict[str, Any]:
    return deepcopy(stand)


def ja(huis: dict[str, Any], persoon: UUID, *, antwoord: bool = True) -> None:
    gegevens = vs.Antwoordgegevens(persoon, antwoord, "gesprek", waarvoor="meervoudig")
    vs.leg_toestemming_vast(huis["gemeente"].sanne, huis["zaak"], gegevens)


def doorgegeven(huis: dict[str, Any]) -> tuple[Gemeente, UUID, UUID]:
    """He agreed, and Sanne passed him on."""
    (persoon,) = personen_van(Zaak.objects.get(id=huis["zaak"]))
    ja(huis, persoon)
    vs.geef_meervoudig_door(huis["gemeente"].sanne, huis["zaak"], persoon, DAG, VRAAG)
    return huis["gemeente"], persoon, UitgaandeOverdracht.objects.get(naar_scheme="wams").id


def overgenomen(huis: dict[str, Any]) -> Zaak:
    """Fatima took him in, took him up, told him, and he takes part."""
    _, _, nummer = doorgegeven(huis)
    zaak = melden.neem_over(w.als(huis["fatima"]), nummer)
    melden.pak_op(w.als(huis["fatima"]), zaak.id, melden.Niets())
    return zaak


def neemt_deel(huis: dict[str, Any], zaak: Zaak) -> UUID:
    """He takes part in the case, and was told."""
    wie = w.moeder(zaak)
    fatima = w.als(huis["fatima"])
    w.stemt_in(fatima, zaak, wie, "deelname")
    informeer(fatima, zaak.id, Verteld(wie, "gesprek", DAG))
    return wie


def test_zonder_toestemming_gaat_er_niets_naar_het_meldpunt(huis: dict[str, Any]) -> None:
    (persoon,) = personen_van(Zaak.objects.get(id=huis["zaak"]))
    sanne = huis["gemeente"].sanne
    for antwoord, code in ((None, "niet_geinformeerd"), (False, "geen_instemming")):
        if antwoord is not None:
            ja(huis, persoon, antwoord=antwoord)
        with pytest.raises(VerstrekkingGeweigerd) as fout:
            vs.geef_meervoudig_door(sanne, huis["zaak"], persoon, DAG, VRAAG)
        assert fout.value.code == code
    assert not UitgaandeOverdracht.objects.exists()


def test_toestemming_voor_een_hulporganisatie_is_geen_toestemming_voor_het_meldpunt(
    huis: dict[str, Any],
) -> None:
    (persoon,) = personen_van(Zaak.objects.get(id=huis["zaak"]))
    sanne = huis["gemeente"].sanne
    vs.leg_toestemming_vast(sanne, huis["zaak"], vs.Antwoordgegevens(persoon, True, "gesprek"))
    with pytest.raises(VerstrekkingGeweigerd):
        vs.geef_meervoudig_door(sanne, huis["zaak"], persoon, DAG, VRAAG)
    ja(huis, persoon)
    vs.geef_meervoudig_door(sanne, huis["zaak"], persoon, DAG, VRAAG)


def test_naar_het_meldpunt_gaat_precies_wat_is_verklaard_en_niets_van_schulden(huis: dict[str, Any]) -> None:
    doorgegeven(huis)
    stuk = UitgaandeOverdracht.objects.get()
    assert (stuk.van_scheme, stuk.naar_scheme, stuk.grondslag) == (
        "vroegsignalering",
        "wams",
        "avg-6-1-a-meervoudig",
    )
    assert stuk.categorieen == "contact,naw,opvolging"
    zaak = overgenomen_van(huis, stuk.id)
    fatima = w.als(huis["fatima"])
    beeld = json.dumps(wa.zaak(fatima, zaak.id).meldingen[0].tekst)
    assert "huur" in beeld  # in his own words
    pagina = w.web(huis["fatima"]).get(f"/wams/zaken/{zaak.id}").content.decode()
    assert not re.search(r"\b432\b", pagina)  # the amount; three figures stand in many an id
    (hier,), (daar,) = personen_van(zaak), personen_van(Zaak.objects.get(id=huis["zaak"]))
    assert hier != daar  # a register of its own
    stuk.refresh_from_db()
    assert stuk.ontvangen is not None
    assert "meervoudige problematiek" in stuk.ontvangen_door


def overgenomen_van(huis: dict[str, Any], nummer: UUID) -> Zaak:
    zaak = melden.neem_over(w.als(huis["fatima"]), nummer)
    melden.pak_op(w.als(huis["fatima"]), zaak.id, melden.Niets())
    return zaak


def test_het_meldpunt_neemt_over_door_drie_deuren(
    huis: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, nummer = doorgegeven(huis)
    pagina, machine = w.web(huis["fatima"]), w.api(huis["fatima"])
    assert "Doorgegeven door een ander team" in pagina.get("/wams/zaken").content.decode()
    assert [rij["id"] for rij in machine.get(f"{WAMS}/doorgegeven").json()["doorgegeven"]] == [str(nummer)]
    with pytest.raises(SystemExit):
        hoofd(["wams", "doorgegeven", "--als", huis["fatima"].email, "--json"])
    assert json.loads(capsys.readouterr().out)["doorgegeven"][0]["bron"] == "vroegsignalering"
    assert machine.post(f"{WAMS}/doorgegeven/{uuid4()}/zaak").json()["code"] == "aanmelding_onbekend"
    assert pagina.post(f"/wams/doorgegeven/{nummer}").status_code == 302
    assert Opname.objects.get().zaak == Zaak.objects.get(scheme="wams").id
    assert machine.post(f"{WAMS}/doorgegeven/{nummer}/zaak").status_code == 404
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", "overnemen", str(nummer), "--als", huis["fatima"].email])
    assert einde.value.code == 2
    assert Zaak.objects.filter(scheme="wams").count() == 1


def test_wie_niet_van_het_meldpunt_is_ziet_niet_wie_is_doorgegeven(huis: dict[str, Any]) -> None:
    _, _, nummer = doorgegeven(huis)
    karin = w.medewerker(huis["gemeente"].organisatie, "karin", "coordinator")
    assert "Doorgegeven" not in w.web(karin).get("/wams/zaken").content.decode()
    with pytest.raises(Geweigerd):
        wa.doorgegeven(w.als(karin))
    with pytest.raises(NietToegestaan):
        melden.neem_over(w.als(karin), nummer)


def test_van_wams_naar_schuldhulp_met_de_dag_van_de_vraag(huis: dict[str, Any]) -> None:
    zaak = overgenomen(huis)
    wie = neemt_deel(huis, zaak)
    vraag = aanmelden.Hulpvraag(wie, date(2026, 11, 23), dreiging=True)
    aanmelden.meld_aan(w.als(huis["fatima"]), zaak.id, vraag)
    stuk = UitgaandeOverdracht.objects.get(naar_scheme="schuldhulp")
    assert (stuk.grondslag, stuk.categorieen) == ("wgs-4-verzoek", "contact,naw")
    (regel,) = sh.aanmeldingen(w.als(huis["noor"]))
    assert (regel.bron, regel.bronnummer, regel.dreiging) == ("wams", zaak.nummer, True)
    assert regel.uiterlijk == date(2026, 11, 26)  # three working days from the day on which he asked
    schuldzaak = neem_aanmelding_over(w.als(huis["noor"]), regel.id)
    assert schuldzaak.volgende_termijn == date(2026, 11, 26)
    with pytest.raises(Geweigerd) as fout:
        aanmelden.meld_aan(w.als(huis["fatima"]), zaak.id, vraag)
    assert fout.value.code == "al_overgedragen"
    zelf, _ = w.inwoner(zaak)
    tekst = w.web(zelf).get("/wams/mijn").content.decode()
    assert "aan schuldhulp dat u om hulp vraagt" in tekst
    assert "ontvangen door" in tekst


def test_wie_niet_meedoet_of_bezwaar_maakte_wordt_niet_aangemeld(huis: dict[str, Any]) -> None:
    zaak = overgenomen(huis)
    wie = w.moeder(zaak)
    fatima = w.als(huis["fatima"])
    vraag = aanmelden.Hulpvraag(wie, DAG, dreiging=False)
    with pytest.raises(Geweigerd) as fout:
        aanmelden.meld_aan(fatima, zaak.id, vraag)
    assert fout.value.code == "doet_niet_mee"
    neemt_deel(huis, zaak)
    with pytest.raises(Geweigerd) as fout:
        aanmelden.meld_aan(fatima, zaak.id, aanmelden.Hulpvraag(wie, date(2027, 1, 1), dreiging=False))
    assert fout.value.code == "datum_in_toekomst"
    _, zelf = w.inwoner(zaak)
    inwoner.maak_bezwaar(zelf, zaak.id, inwoner.Bezwaarinvoer("Ik wil dit nu niet."))
    with pytest.raises(NietToegestaan) as nee:
        aanmelden.meld_aan(fatima, zaak.id, vraag)
    assert {code for _, code in nee.value.redenen} == {"bezwaar"}
    assert "dit ging niet door" in w.web(Gebruiker.objects.get(naam="ria")).get("/wams/mijn").content.decode()
    assert not UitgaandeOverdracht.objects.filter(naar_scheme="schuldhulp").exists()


def test_de_inwoner_leest_wat_naar_wie_ging(huis: dict[str, Any]) -> None:
    _, persoon, _ = doorgegeven(huis)
    client = Client()
    client.force_login(Gebruiker.objects.create_user("ik@test.invalid", naam="ik", persoon_id=persoon))
    tekst = client.get("/vroegsignalering/mijn-gegevens").content.decode()
    assert "het meldpunt voor meer problemen tegelijk" in tekst
    assert "waar de inwoner hulp bij wil" in tekst
    assert "Niet doorgegeven" not in tekst


# --- what a source asked ---


def test_elke_soort_gegevens_heeft_een_naam_bij_wie_haar_overneemt() -> None:
    """So that a condition on it can bind there: nothing that is handed over is unknown in the register that takes it in."""
    schemes = geinstalleerde_schemes()
    for hier in schemes.values():
        bekend = {"naw", "contact", *(categorie.naam for categorie in hier.categorieen)}
        for neemt in hier.aanvaardt:
            stuurt = [
                o for o in schemes[neemt.ander].stuurt if (o.soort, o.ander) == (neemt.soort, hier.naam)
            ]
            for veld in (veld for o in stuurt for veld in fields(o.inhoud)):
                if soort := veld.metadata["categorie"]:
                    assert neemt.heet(soort) in bekend, (hier.naam, neemt.soort, soort)


def test_wat_een_bron_vroeg_gaat_mee_en_bindt_wie_overneemt(
    huis: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Agreed for one step, it holds again at the next, through three registers, until the source lets it lapse."""
    zaak = overgenomen(huis)
    wie = neemt_deel(huis, zaak)
    fatima, noor, bron = w.als(huis["fatima"]), w.als(huis["noor"]), "Huisarts De Kade"
    gesteld = Gesteld("contact", Soort.NIET_VERDER, bron)

    def bij_de_bron(doe: Callable[[Toegang], object]) -> None:
        with operatie("wams", "inbreng vastleggen", systeem(huis["gemeente"].organisatie)):
            doe(bronregister(Zaak.objects.get(id=zaak.id), wie))

    def holt(casus: Zaak) -> bool:
        with operatie(casus.scheme, "inbreng vastleggen", systeem(huis["gemeente"].organisatie)):
            (persoon,) = personen_van(casus)
            return gesteld in gesteld_per_persoon(Zaak.objects.get(id=casus.id), [persoon])[persoon]

    bij_de_bron(lambda toegang: stel_voorwaarde(zaak, wie, gesteld, toegang))
    vraag = aanmelden.Hulpvraag(wie, DAG, dreiging=False)
    with pytest.raises(VerstrekkingGeweigerd) as fout:
        aanmelden.meld_aan(fatima, zaak.id, vraag)
    assert fout.value.code == "voorwaarde_bron"
    bij_de_bron(lambda toegang: hef_voorwaarden_op(zaak, wie, "contact", "dr. Bos", toegang))
    aanmelden.meld_aan(fatima, zaak.id, vraag)
    stuk = UitgaandeOverdracht.objects.get(naar_scheme="schuldhulp")
    assert stuk.voorwaarden == [gesteld.draad()]
    schuldzaak = neem_aanmelding_over(noor, stuk.id)
    pak_schuldzaak_op(noor, schuldzaak.id, Niets())
    ja_tegen_schuldhulp(huis, schuldzaak)
    verder = meervoudig.Meervoudvraag(DAG, VRAAG)
    with pytest.raises(VerstrekkingGeweigerd) as fout:
        meervoudig.geef_door(noor, schuldzaak.id, verder)
    assert fout.value.code == "voorwaarde_bron"

    pad = f"schuldhulp/zaken/{schuldzaak.id}/bronakkoord"
    kop = {"if-match": f'"{Zaak.objects.get(id=schuldzaak.id).versie}"'}
    fout_lijf = {"over": "schulden", "akkoordVan": "dr. Bos"}
    machine = w.api(huis["noor"]).post(
        f"/api/v1/{pad}", fout_lijf, content_type="application/json", headers=kop
    )
    assert machine.status_code == 400
    assert w.web(huis["noor"]).post(f"/{pad}", {"over": "contact", "akkoord_van": ""}).status_code == 400
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", "bronakkoord", schuldzaak.nummer, "--over", "contact", "--akkoord-van", "dr. Bos", "--als", huis["noor"].email])  # fmt: skip
    assert einde.value.code == 0, capsys.readouterr().err
    weer = w.web(huis["noor"]).post(f"/{pad}", {"over": "contact", "akkoord_van": "dr. Bos"})
    assert (weer.status_code, "geldt geen voorwaarde" in weer.content.decode()) == (409, True)
    meervoudig.geef_door(noor, schuldzaak.id, verder)
    laatste = overgenomen_van(huis, UitgaandeOverdracht.objects.get(van_scheme="schuldhulp").id)
    assert holt(laatste)
    bij_de_bron(lambda toegang: hef_voorwaarden_op(zaak, wie, "contact", bron, toegang, bron=bron))
    assert not holt(laatste)


# --- debt assistance finds more than debts ---


def in_schuldhulp(huis: dict[str, Any]) -> Zaak:
    """Noor treats somebody who asked for help with debts."""
    noor = w.als(huis["noor"])
    zaak = leg_hulpvraag_vast(
        noor, NieuweHulpvraag("Bos", DAG, "balie", "geen", "E.", date(1990, 1, 2), "0612345678")
    )
    return pak_schuldzaak_op(noor, zaak.id, Niets())


def ja_tegen_schuldhulp(huis: dict[str, Any], zaak: Zaak, *, ja: bool = True) -> None:
    antwoord = meervoudig.Toestemmingsantwoord(ja, "gesprek")
    meervoudig.leg_toestemming_vast(w.als(huis["noor"]), zaak.id, antwoord)


def test_een_consulent_geeft_alleen_met_toestemming_door_en_niets_van_schulden(huis: dict[str, Any]) -> None:
    zaak = in_schuldhulp(huis)
    noor = w.als(huis["noor"])
    vraag = meervoudig.Meervoudvraag(DAG, VRAAG)
    for antwoord, code in ((None, "niet_geinformeerd"), (False, "geen_instemming")):
        if antwoord is not None:
            ja_tegen_schuldhulp(huis, zaak, ja=antwoord)
        with pytest.raises(VerstrekkingGeweigerd) as fout:
            meervoudig.geef_door(noor, zaak.id, vraag)
        assert fout.value.code == code
    assert not UitgaandeOverdracht.objects.exists()
    ja_tegen_schuldhulp(huis, zaak)
    meervoudig.geef_door(noor, zaak.id, vraag)
    stuk = UitgaandeOverdracht.objects.get()
    assert (stuk.van_scheme, stuk.naar_scheme, stuk.grondslag, stuk.categorieen) == (
        "schuldhulp", "wams", "avg-6-1-a-meervoudig", "contact,hulpvraag,naw",
    )  # fmt: skip
    (regel,) = wa.doorgegeven(w.als(huis["fatima"]))
    assert (regel.bron, regel.bronnummer) == ("schuldhulp", zaak.nummer)
    wams = overgenomen_van(huis, stuk.id)
    assert "huur" in wa.zaak(w.als(huis["fatima"]), wams.id).meldingen[0].tekst
    assert "Schuldhulp" in w.web(huis["fatima"]).get(f"/wams/zaken/{wams.id}").content.decode()
    (hier,), (daar,) = personen_van(wams), personen_van(zaak)
    assert hier != daar, "een register van zichzelf"
    stuk.refresh_from_db()
    assert stuk.ontvangen is not None
    with pytest.raises(Geweigerd) as al:
        meervoudig.geef_door(noor, zaak.id, vraag)
    assert al.value.code == "al_overgedragen"


def test_van_wie_de_geboortedatum_niet_bekend_is_noemt_hem_of_laat_zien_dat_hij_volwassen_is(
    huis: dict[str, Any],
) -> None:
    noor = w.als(huis["noor"])
    zaak = pak_schuldzaak_op(
        noor, leg_hulpvraag_vast(noor, NieuweHulpvraag("Bos", DAG, "balie", "geen")).id, Niets()
    )

    def antwoord(geboren: date | None, bewijs: str = "", op: date | None = None) -> None:
        meervoudig.leg_toestemming_vast(
            noor, zaak.id, meervoudig.Toestemmingsantwoord(True, "schriftelijk", geboren, bewijs, op)
        )

    for bewijs, op, code in (
        ("", None, "leeftijd_onbekend"),
        ("", DAG, "bewijs_onvolledig"),
        ("paspoort", None, "bewijs_onvolledig"),
        ("paspoort", date(2027, 1, 1), "datum_in_toekomst"),
        ("zwemdiploma", DAG, "keuze_onjuist"),
    ):
        with pytest.raises(Geweigerd) as fout:
            antwoord(None, bewijs, op)
        assert fout.value.code == code
    antwoord(None, "paspoort", DAG)
    log = Auditregel.objects.filter(zaak_id=zaak.id, wijziging__has_key="volwassen_gezien").latest("moment")
    assert log.wijziging["volwassen_gezien"] == ["paspoort", DAG.isoformat()]
    assert log.gebruiker == noor.naam
    antwoord(date(1990, 1, 2))
    with pytest.raises(Geweigerd) as bekend:
        antwoord(None, "paspoort", DAG)
    assert bekend.value.code == "geboortedatum_bekend"
    antwoord(None)  # it is known from then on
    with pytest.raises(Geweigerd) as ander:
        antwoord(date(1991, 1, 2))
    assert ander.value.code == "geboortedatum_anders"
    meervoudig.geef_door(noor, zaak.id, meervoudig.Meervoudvraag(DAG, VRAAG))
    assert UitgaandeOverdracht.objects.get().soort == "meervoudig"


def test_wie_zich_bedenkt_bij_schuldhulp_krijgt_terug_wat_er_ging(huis: dict[str, Any]) -> None:
    zaak = in_schuldhulp(huis)
    ja_tegen_schuldhulp(huis, zaak)
    meervoudig.geef_door(w.als(huis["noor"]), zaak.id, meervoudig.Meervoudvraag(DAG, VRAAG))
    ja_tegen_schuldhulp(huis, zaak, ja=False)
    terug = UitgaandeOverdracht.objects.get(aard="intrekking")
    assert terug.betreft == UitgaandeOverdracht.objects.get(aard="nieuw")
    assert wa.doorgegeven(w.als(huis["fatima"])) == []
    with pytest.raises(VerstrekkingGeweigerd):
        meervoudig.geef_door(w.als(huis["noor"]), zaak.id, meervoudig.Meervoudvraag(DAG, VRAAG))
    (persoon,) = personen_van(zaak)
    client = Client()
    client.force_login(Gebruiker.objects.create_user("zij@test.invalid", naam="zij", persoon_id=persoon))
    tekst = client.get("/schuldhulp/mijn").content.decode()
    assert "aan het meldpunt voor meer problemen tegelijk" in tekst
    assert "gevraagd om te wissen" in tekst
    # He takes a yes back on his own page too, also after the end (AVG art. 7 lid 3).
    ja_tegen_schuldhulp(huis, zaak)
    meervoudig.geef_door(w.als(huis["noor"]), zaak.id, meervoudig.Meervoudvraag(DAG, VRAAG))
    trek_schuldzaak_in(w.als(huis["noor"]), zaak.id, Reden("Hij redt zich zelf."))
    weg = f"/schuldhulp/mijn/{zaak.id}/toestemmingsintrekking"
    vreemde = Client()
    vreemde.force_login(Gebruiker.objects.create_user("ander@test.invalid", naam="ander", persoon_id=uuid4()))
    assert vreemde.post(weg).status_code == 404
    assert w.web(huis["noor"]).post(weg).status_code == 403, "na afronding doet alleen hij dat"
    assert "Trek toestemming in" in client.get("/schuldhulp/mijn").content.decode()
    assert "Uw toestemming is ingetrokken" in client.post(weg, follow=True).content.decode()
    assert UitgaandeOverdracht.objects.filter(aard="intrekking").count() == 2
    assert wa.doorgegeven(w.als(huis["fatima"])) == []
    weer = client.post(weg, follow=True).content.decode()
    assert "geen toestemming die nu geldt" in weer
    assert "Trek toestemming in" not in weer


def test_schuldhulp_geeft_door_door_drie_deuren_en_weigert_met_plek(
    huis: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    zaak = in_schuldhulp(huis)
    basis = f"/api/v1/schuldhulp/zaken/{zaak.id}"
    machine, pagina = w.api(huis["noor"]), w.web(huis["noor"])

    def stuur(wat: str, lijf: dict[str, Any]) -> tuple[int, Any]:
        kop = {"if-match": f'"{Zaak.objects.get(id=zaak.id).versie}"'}
        uit = machine.post(f"{basis}/{wat}", lijf, content_type="application/json", headers=kop)
        return uit.status_code, uit.json()

    for lijf in (
        {},
        {"ja": "misschien", "hoe": "gesprek"},
        {"ja": True, "hoe": "rook"},
        {"ja": True, "hoe": ""},
    ):
        assert stuur("toestemming", lijf)[0] == 400, lijf
    assert stuur("toestemming", {"ja": True, "hoe": "telefoon"})[0] == 201
    goed = {"gevraagdOp": "2026-11-24", "vraag": VRAAG}
    for anders in (
        {"vraag": ""},
        {"vraag": "x" * 1001},
        {"gevraagdOp": "ooit"},
        {"gevraagdOp": "2027-01-01"},
        {"meer": 1},
    ):
        assert stuur("meervoudig", goed | anders)[0] == 400, anders
    assert "Meld aan bij het meldpunt" in pagina.get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    vorm = pagina.get(f"/schuldhulp/zaken/{zaak.id}/toestemming").content.decode()
    assert "Niet welke schulden u hebt en niet uw inkomen" in vorm, "wat de inwoner te lezen krijgt"
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", "meervoudig", zaak.nummer, "--gevraagd-op", "2026-11-24", "--vraag", VRAAG, "--als", huis["noor"].email, "--json"])  # fmt: skip
    assert einde.value.code == 0, capsys.readouterr().err
    assert UitgaandeOverdracht.objects.get().soort == "meervoudig"
