"""Letters: the look, sending, what the resident sees, what the paper shows, and who may read it back."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from pypdf import PdfReader

from samenhang.kernel.basis import Geweigerd, nieuw_id
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.zaken.models import Betrokkene
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.actions.brieven import te_maken, verstuur_als, verstuur_brief
from samenhang.schemes.vroegsignalering.models import Briefopdracht
from samenhang.schemes.vroegsignalering.queries import Briefkeuze
from tests.schemes.vroegsignalering.brievenwereld import (
    AFZENDER,
    NAMEN,
    Wijk,
    achter_venster,
    tekst,
    wijk,
    wijkstand,
)

__all__ = ["wijk", "wijkstand"]
pytestmark = pytest.mark.django_db
AANBOD = Briefkeuze("aanbod")


def pogingen(wijk: Wijk, naam: str) -> list[tuple[str, str, bool]]:
    beeld = queries.melding(wijk.sanne, wijk.zaken[naam].id)
    return [(p.soort, p.tekstversie, p.bereikt) for p in beeld.pogingen]


def inwoner(wijk: Wijk, naam: str) -> Any:
    persoon = Betrokkene.objects.get(zaak=wijk.zaken[naam]).persoon_id
    gebruiker = Gebruiker.objects.create_user(f"{naam.lower()}@test.invalid", naam=naam, persoon_id=persoon)
    return actor_van(gebruiker, date(2026, 11, 24))


def test_de_blik_zegt_wie_er_een_krijgt_en_van_ieder_ander_waarom_niet(wijk: Wijk) -> None:
    zaak = {naam: wijk.zaken[naam].id for naam in NAMEN}
    actions.maak_bezwaar(inwoner(wijk, "Haddad"), zaak["Haddad"], "nee")
    actions.bevestig_inwoner(wijk.sanne, zaak["Kuipers"], False, "verhuisd")
    actions.schort_op(wijk.sanne, zaak["Wiersma"], "in het ziekenhuis")
    actions.wijs_toe(wijk.huis.teamleider, [zaak["Postma"]], wijk.huis.youssef.medewerker_id, "andere wijk")
    kijk = queries.briefvoorbeeld(wijk.sanne, AANBOD)
    wie = {rij.naam.split()[-1]: rij.reden for rij in kijk.rijen}
    verwacht = {"Terpstra": "", "Haddad": "bezwaar", "Wiersma": "opgeschort", "Brandsma": ""}
    assert {naam: wie[naam] for naam in verwacht} == verwacht
    assert "Postma" not in wie
    assert wie.get("Kuipers", "brp") == "brp"
    assert {rij.reden: rij.waarom.nl for rij in kijk.krijgt_niet if rij.waarom}["bezwaar"].startswith("de inwoner maakte bezwaar")  # fmt: skip
    assert pogingen(wijk, "Terpstra") == []


def test_een_ronde_is_per_huishouden_een_poging_met_tekstversie_en_de_termijn_informeren_is_gehaald(
    wijk: Wijk,
) -> None:
    ronde = actions.begin_brievenronde(wijk.sanne, AANBOD)
    assert pogingen(wijk, "Terpstra") == []
    with pytest.raises(Geweigerd) as nog:
        queries.bundel(wijk.sanne, ronde.id)
    assert nog.value.code == "ronde_loopt"
    assert actions.maak_ronde_af(ronde.id) == len(NAMEN)
    for naam in NAMEN:
        assert pogingen(wijk, naam) == [("Brief", "aanbod-1", False)]
        termijnen = queries.melding(wijk.sanne, wijk.zaken[naam].id).termijnen
        assert {t.regel: t.klaar is not None for t in termijnen}["informeren"]
    stand = queries.ronde_van(wijk.sanne, ronde.id)
    assert (stand.gedaan, stand.wacht, stand.vervallen, stand.procent) == (6, 0, 0, 100)
    assert {rij.reden for rij in queries.briefvoorbeeld(wijk.sanne, AANBOD).rijen} == {"had_al"}


def test_dezelfde_ronde_nog_eens_beginnen_of_een_brief_nog_eens_versturen_verandert_niets(wijk: Wijk) -> None:
    ronde = actions.begin_brievenronde(wijk.sanne, AANBOD)
    for moment in ("terwijl de eerste loopt", "daarna"):
        with pytest.raises(Geweigerd) as dubbel:
            actions.begin_brievenronde(wijk.sanne, AANBOD)
        assert dubbel.value.code == "geen_brieven", moment
        opdrachten = list(Briefopdracht.objects.filter(ronde=ronde).values_list("id", flat=True))
        actions.maak_ronde_af(ronde.id)
        for opdracht in opdrachten:
            assert verstuur_brief(wijk.sanne, opdracht).status == "gedaan"
    assert [len(pogingen(wijk, naam)) for naam in NAMEN] == [1] * len(NAMEN)


def test_wat_na_de_blik_verandert_laat_een_brief_weg_met_de_reden(wijk: Wijk) -> None:
    ronde = actions.begin_brievenronde(wijk.sanne, AANBOD)
    zaak = {naam: wijk.zaken[naam].id for naam in NAMEN}
    actions.maak_bezwaar(inwoner(wijk, "Haddad"), zaak["Haddad"], "nee")
    actions.leg_contactpoging_vast(
        wijk.sanne, zaak["Kuipers"], actions.Poging("Telefoon", date(2026, 11, 24), "Ochtend", True)
    )
    actions.wijs_toe(wijk.huis.teamleider, [zaak["Postma"]], wijk.huis.youssef.medewerker_id, "andere wijk")
    while uitvoerder.werk():
        pass
    stand = queries.ronde_van(wijk.sanne, ronde.id)
    assert (stand.gedaan, stand.vervallen) == (3, 3)
    assert dict(Briefopdracht.objects.filter(ronde=ronde, status="vervallen").values_list("zaak_id", "reden")) == {
        zaak["Haddad"]: "bezwaar", zaak["Kuipers"]: "stap", zaak["Postma"]: "niet_van_u",
    }  # fmt: skip
    assert uitvoerder.mislukt() == []


def test_de_brief_is_pdf_ua_met_de_gegevens_als_tekst_en_achter_het_venster_staat_alleen_het_adres(
    wijk: Wijk,
) -> None:
    with pytest.raises(Geweigerd):
        queries.proefbrief(wijk.sanne, replace(AANBOD, prioriteit=1))
    actions.maak_ronde_af(actions.begin_brievenronde(wijk.sanne, AANBOD).id)
    zaak = wijk.zaken["Terpstra"]
    groep = queries.melding(wijk.sanne, zaak.id).pogingen[0].groep
    pdf = queries.brief(wijk.sanne, zaak.id, groep)
    lezer = PdfReader(io.BytesIO(pdf))
    wortel = lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/Lang"] == "nl"
    assert b"pdfuaid" in wortel["/Metadata"].get_data()
    assert lezer.metadata is not None
    assert lezer.metadata.title == "Kunnen wij u helpen met uw geldzaken?"
    inhoud = tekst(pdf)
    for deel in ("24 november 2026", "Noordlicht", "14 015", zaak.nummer, "sanne, Gemeente Waterrijk"):
        assert deel in inhoud
    for deel in ("Can we help you", "24 November 2026", "Autoriteit Persoonsgegevens"):
        assert deel in inhoud
    assert "100,00" not in inhoud
    venster = achter_venster(pdf)
    assert venster == [
        f"Retour: {AFZENDER['retouradres']}",
        "A.B. van Terpstra",
        "Dorpsstraat 1",
        "2611 AB DELFT",
    ]
    assert not {"schuld", "noordlicht", "achterstand"} & set(" ".join(venster).lower().split())
    with time_machine.travel("2027-01-20T09:00:00+01:00"):
        assert queries.brief(wijk.sanne, zaak.id, groep) == pdf


def test_de_bundel_staat_op_postcode_en_bevat_geen_brief_van_wie_van_een_collega_werd(wijk: Wijk) -> None:
    ronde = actions.begin_brievenronde(wijk.sanne, replace(AANBOD, taal="nl"))
    actions.maak_ronde_af(ronde.id)
    actions.wijs_toe(
        wijk.huis.teamleider, [wijk.zaken["Postma"].id], wijk.huis.youssef.medewerker_id, "andere wijk"
    )
    pdf = queries.bundel(wijk.sanne, ronde.id)
    bladen = [blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages]
    volgorde = [next(naam for naam in NAMEN if naam in blad) for blad in bladen]
    assert volgorde == ["Terpstra", "Wiersma", "Haddad", "Brandsma", "Kuipers"]
    assert queries.ronde_van(wijk.sanne, ronde.id).ronde.opgehaald is not None
    with pytest.raises(Geweigerd) as weg:
        queries.bundel(wijk.huis.youssef, ronde.id)
    assert weg.value.status == 404


def test_de_inwoner_ziet_zijn_brief_en_wie_hem_stuurde_en_een_ander_ziet_hem_niet(wijk: Wijk) -> None:
    ik, ander = inwoner(wijk, "Terpstra"), inwoner(wijk, "Haddad")
    actions.maak_ronde_af(actions.begin_brievenronde(wijk.sanne, AANBOD).id)
    client = Client()
    client.force_login(Gebruiker.objects.get(id=ik.gebruiker_id))
    bladzijde = client.get("/vroegsignalering/mijn-gegevens").content.decode()
    groep = queries.melding(wijk.sanne, wijk.zaken["Terpstra"].id).pogingen[0].groep
    adres = f"/vroegsignalering/meldingen/{wijk.zaken['Terpstra'].id}/brieven/{groep}.pdf"
    assert adres in bladzijde
    antwoord = client.get(adres)
    assert antwoord["Content-Type"] == "application/pdf"
    assert "Terpstra" in tekst(antwoord.content)
    gelogd = set(
        Verwerking.objects.filter(betrokkene=betrokkene(ik.persoon_id)).values_list("naam", flat=True)
    )
    assert {"brief versturen", "brievenronde beginnen", "brief bekijken"} <= gelogd
    client.force_login(Gebruiker.objects.get(id=ander.gebruiker_id))
    assert client.get(adres).status_code == 404
    with pytest.raises((NietToegestaan, Geweigerd)):
        queries.brief(wijk.huis.youssef, wijk.zaken["Terpstra"].id, groep)


def test_de_brief_hoort_bij_de_route(wijk: Wijk) -> None:
    zaak = wijk.zaken["Terpstra"].id

    def reden(sjabloon: str) -> str:
        return queries.briefvoorbeeld(wijk.sanne, Briefkeuze(sjabloon, zaken=(zaak,))).rijen[0].reden

    assert reden("dringend") == "geen_dreiging"
    assert reden("gebeld") == "niet_gebeld"
    actions.leg_contactpoging_vast(
        wijk.sanne, zaak, actions.Poging("Telefoon", date(2026, 11, 24), "Ochtend", False)
    )
    assert reden("gebeld") == ""
    prioriteit = wijk.zaken["Terpstra"].prioriteit
    assert (prioriteit, reden("huisbezoek")) == (5, "route")
    opvolging = {"opvolging": [{"klasse": 5, "kanalen": ["Huisbezoek"]}]}
    from samenhang.kernel.organisaties.queries import systeem

    voorstel = actions.Beleidsvoorstel(date(2026, 11, 24), opvolging, "college", "iedereen bezoeken")
    actions.stel_beleid_vast(systeem(wijk.huis.organisatie), voorstel)
    assert (reden("huisbezoek"), reden("aanbod")) == ("", "route")


def test_een_enkele_brief_gaat_meteen_of_zegt_waarom_niet(wijk: Wijk) -> None:
    zaak = wijk.zaken["Terpstra"].id
    actions.stuur_brief(wijk.sanne, zaak, "aanbod", "nl")
    assert pogingen(wijk, "Terpstra") == [("Brief", "aanbod-1", False)]
    for sjabloon, waarom in (("aanbod", "kreeg deze brief al"), ("dringend", "geen dreiging")):
        with pytest.raises(Geweigerd) as fout:
            actions.stuur_brief(wijk.sanne, zaak, sjabloon, "nl")
        assert fout.value.code == "geen_brief"
        assert waarom in fout.value.tekst.nl
    assert len(queries.rondes(wijk.sanne)) == 1
    with pytest.raises(NietToegestaan):
        actions.stuur_brief(wijk.huis.youssef, zaak, "gebeld", "nl")


def test_zonder_afzender_gaat_er_niets_en_staat_erbij_wat_ontbreekt(wijk: Wijk) -> None:
    from samenhang.kernel.organisaties.queries import systeem

    leeg = actions.Beleidsvoorstel(date(2026, 11, 24), dict.fromkeys(AFZENDER, ""), "college", "leeg")
    actions.stel_beleid_vast(systeem(wijk.huis.organisatie), leeg)
    assert [deel.en for deel in queries.briefvoorbeeld(wijk.sanne, AANBOD).ontbreekt] == [
        "the return address", "the telephone number", "the e-mail address"
    ]  # fmt: skip
    with pytest.raises(Geweigerd) as fout:
        actions.begin_brievenronde(wijk.sanne, AANBOD)
    assert fout.value.code == "afzender_onvolledig"
    assert te_maken(10) == []
    for waarde in ("Schuldhulp, Postbus 12", "Bureau Betalingsachterstanden"):
        voorstel = actions.Beleidsvoorstel(date(2026, 11, 24), {"retouradres": waarde}, "college", "venster")
        with pytest.raises(Geweigerd) as venster:
            actions.stel_beleid_vast(systeem(wijk.huis.organisatie), voorstel)
        assert "venster" in venster.value.tekst.nl


@pytest.mark.parametrize(
    ("keuze", "code"),
    [(Briefkeuze("raar"), "keuze_onjuist"), (Briefkeuze("aanbod", "de"), "keuze_onjuist"), (Briefkeuze("aanbod", zaken=(nieuw_id(),)), "geen_brieven")],
)  # fmt: skip
def test_een_keuze_die_niet_kan_zegt_waarom(wijk: Wijk, keuze: Briefkeuze, code: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        actions.begin_brievenronde(wijk.sanne, keuze)
    assert fout.value.code == code


def test_drie_deuren_geven_hetzelfde(wijk: Wijk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from samenhang.cli.hoofd import hoofd
    from tests.api.wereld import bewijs

    client = Client()
    client.force_login(Gebruiker.objects.get(id=wijk.sanne.gebruiker_id))
    bladzijde = client.get("/vroegsignalering/brieven?sjabloon=aanbod&taal=nl").content.decode()
    assert all(naam in bladzijde for naam in NAMEN)
    api = Client(headers=bewijs(wijk.sanne.medewerker_id))
    kijk = api.get("/api/v1/vroegsignalering/brieven/voorbeeld?sjabloon=aanbod").json()
    assert len(kijk["krijgt"]) == len(NAMEN)
    een, twee, drie = (str(wijk.zaken[naam].id) for naam in NAMEN[:3])
    gestuurd = client.post(
        "/vroegsignalering/brieven", {"sjabloon": "aanbod", "taal": "nl", "zaak": [een]}, follow=True
    )
    assert "worden gemaakt" in gestuurd.content.decode()
    ronde = api.post(
        "/api/v1/vroegsignalering/brievenrondes", json.dumps({"sjabloon": "aanbod", "meldingen": [twee]}),
        content_type="application/json",
    )  # fmt: skip
    assert ronde.status_code == 201, ronde.content
    while uitvoerder.werk():
        pass
    adres = f"/api/v1/vroegsignalering/brievenrondes/{ronde.json()['id']}"
    assert api.get(adres).json()["gedaan"] == 1
    assert api.get(f"{adres}/bundel").content.startswith(b"%PDF-1.7")
    bundel = tmp_path / "bundel.pdf"
    wie = ["--als", "sanne-9901@test.invalid", "--sjabloon", "aanbod", "--melding", drie]
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "brieven", *wie, "--verstuur", "--bundel", str(bundel), "--json"])
    assert einde.value.code == 0
    assert json.loads(capsys.readouterr().out)["gedaan"] == 1
    assert NAMEN[2] in tekst(bundel.read_bytes())
    assert [len(pogingen(wijk, naam)) for naam in NAMEN] == [1, 1, 1, 0, 0, 0]


def test_wie_niet_meer_werkt_verstuurt_niet(wijk: Wijk) -> None:
    from samenhang.kernel.organisaties.models import Medewerker

    ronde = actions.begin_brievenronde(wijk.sanne, AANBOD)
    Medewerker.objects.filter(id=wijk.sanne.medewerker_id).update(tot=date(2026, 11, 23))
    (eerste, *_) = te_maken(10, ronde.id)
    assert verstuur_als(eerste).reden == "niet_van_u"
