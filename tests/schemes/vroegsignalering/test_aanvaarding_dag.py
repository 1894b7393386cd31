"""Acceptance cases as a working day meets them: a file through the page, cases through the page, the rest by command and API.

Every step goes through a door: pages for who works here, the API for what a machine reads, commands for operators.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TERUGKOPPELING
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from tests.api.wereld import BASIS, bewijs
from tests.bouw import Gemeente, maak_gemeente, rij, werker

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
WERK = "/vroegsignalering"
A = {"achternaam": "Terpstra", "geboortedatum": "1970-01-05", "klantnummer": "KA", "huisnummer": "11", "telefoon": "0611111111"}  # fmt: skip
B = {"achternaam": "Wolters", "geboortedatum": "1982-03-09", "klantnummer": "KB", "huisnummer": "29", "telefoon": "0622222222"}  # fmt: skip
C = {"achternaam": "Wiersma", "geboortedatum": "1991-02-03", "klantnummer": "KC", "huisnummer": "47", "telefoon": "0633333333"}  # fmt: skip


def dagen(signaal: str, ontstaan: str, herinnering: str, poging: str) -> dict[str, str]:
    return {"datum_signaal": signaal, "ontstaansdatum": ontstaan, "datum_herinnering": herinnering, "datum_contactpoging": poging}  # fmt: skip


OKTOBER = dagen("2026-10-19", "2026-08-28", "2026-10-02", "2026-10-08")
FEBRUARI = dagen("2027-02-08", "2026-12-28", "2027-01-20", "2027-01-27")


class Deuren:
    """A municipality from outside: who is logged in does it on a page, a machine over the API."""

    def __init__(self, gemeente: Gemeente) -> None:
        self.gemeente = gemeente

    def pagina(self, actor: Actor) -> Client:
        client = Client()
        client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
        return client

    def api(self, actor: Actor) -> Client:
        return Client(headers=bewijs(actor.medewerker_id))

    def levert(self, pad: Path) -> dict[str, Any]:
        """The intake worker uploads a file and takes up what came in; what the API says of the delivery."""
        client = self.pagina(self.gemeente.intake)
        with pad.open("rb") as bestand:
            invoer = {"partner": str(self.gemeente.partner.id), "bestand": bestand}
            heen = client.post(f"{WERK}/aanleveringen", invoer)
        nummer = heen.headers["Location"].rsplit("/", 1)[1]
        assert client.post(f"{WERK}/aanleveringen/oppakken").status_code == 302
        stand: dict[str, Any] = self.api(self.gemeente.intake).get(f"{BASIS}/aanleveringen/{nummer}").json()
        return stand

    def neemt(self) -> list[Zaak]:
        """Sanne puts what nobody has in her name, on the page of the work stock."""
        nieuw = list(Zaak.objects.filter(behandelaar__isnull=True, gesloten__isnull=True).order_by("nummer"))
        for zaak in nieuw:
            self.doet(zaak, "neem", reden="mijn wijk")
        return nieuw

    def doet(self, zaak: Zaak, wat: str, status: int = 302, **velden: Any) -> str:
        """Sanne fills in a form of a case."""
        antwoord: Any = self.pagina(self.gemeente.sanne).post(f"{WERK}/meldingen/{zaak.id}/{wat}", velden)
        inhoud: str = antwoord.content.decode()
        assert antwoord.status_code == status, (wat, inhoud[-3000:])
        return inhoud

    def belt(self, zaak: Zaak, *, bereikt: bool, dagdeel: str = "Ochtend") -> None:
        dag = date(2026, 11, 24)
        self.doet(zaak, "contactpoging", soort="Telefoon", datum=dag, dagdeel=dagdeel, bereikt="ja" if bereikt else "nee")  # fmt: skip

    def hoort(self) -> list[str]:
        """The lines of the feedback file that the partner's machine fetches, made on the page."""
        assert self.pagina(self.gemeente.intake).post(f"{WERK}/terugkoppeling").status_code == 302
        api = self.api(self.gemeente.intake)
        bericht = api.get(f"{BASIS}/terugkoppelingen").json()["items"][0]
        regels = api.get(f"{BASIS}/terugkoppelingen/{bericht['id']}/bestand").content.decode().splitlines()
        return sorted(regels[1:])


@pytest.fixture
def deuren() -> Deuren:
    deuren = Deuren(maak_gemeente())
    Partnerafspraak.objects.update(terugkoppeling=list(TERUGKOPPELING))
    return deuren


Opdracht = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def opdracht(capsys: pytest.CaptureFixture[str]) -> Opdracht:
    def geef(*argumenten: str) -> tuple[int, dict[str, Any]]:
        with pytest.raises(SystemExit) as einde:
            hoofd(["vroegsignalering", *argumenten, "--json"])
        assert isinstance(einde.value.code, int)
        return einde.value.code, json.loads(capsys.readouterr().out or "{}")

    return geef


def codes(uit: dict[str, Any]) -> list[str]:
    """The codes in the error report that a command wrote."""
    return [regel.split(";")[3] for regel in Path(uit["foutenrapport"]).read_text("utf-8").splitlines()[1:]]


def lever_aan(opdracht: Opdracht, pad: Path, partner: str = "Noordlicht") -> dict[str, Any]:
    code, uit = opdracht("lever-aan", "--partner", partner, str(pad))
    assert code == 0
    return uit


def test_05_twintig_werkdagen_tot_het_einde_is_genoeg_en_geen_klok_van_drie_dagen(
    deuren: Deuren, schrijf: Schrijf, opdracht: Opdracht
) -> None:
    einde = {"soort_signaal": "einde_levering", "dreiging": "geen", "datum_dreiging": "", "ontstaansdatum": "", "aantal_maanden": "2"}  # fmt: skip
    einde |= {"dreiging": "opzegging", "datum_dreiging": "2027-01-29", "datum_contactpoging": "2026-12-10"}
    with time_machine.travel("2027-01-05T09:00:00+01:00", tick=True):
        eerder = dagen("2026-12-01", "2026-10-01", "2026-11-20", "2026-11-24")
        lever_aan(opdracht, schrijf(rij(1, **A, **eerder), rij(2, **B, **eerder), naam="eerst.csv"))
        for nummer, wie, datum, verwacht in ((3, A, "2026-12-31", []), (4, B, "2027-01-04", ["W31"])):
            pad = schrijf(rij(nummer, **{**wie, **einde, "datum_signaal": datum}), naam=f"{nummer}.csv")
            assert [code for code in codes(lever_aan(opdracht, pad)) if code != "W13"] == verwacht, datum
        assert deuren.pagina(deuren.gemeente.intake).post(f"{WERK}/aanleveringen/oppakken").status_code == 302
        for zaak in deuren.neemt():
            beeld = deuren.api(deuren.gemeente.sanne).get(f"{BASIS}/meldingen/{zaak.id}").json()
            assert "eerste_gesprek_dreigend" not in {t["regel"] for t in beeld["termijnen"]}


def test_08_dertig_en_honderd_dagen_zijn_de_grens(
    deuren: Deuren, schrijf: Schrijf, opdracht: Opdracht
) -> None:
    verzekeraar = maak_gemeente("9902", "Oosterveen", kvk="99990031").partner
    verzekeraar.naam = "Zorgzeker"
    verzekeraar.save()
    Partnerafspraak.objects.filter(partner=verzekeraar).update(soort="zorg")
    zorg = {"partner": "99990031", "partner_soort": "zorg", "klantnummer": "", "datum_contactpoging": "", "aantal_herinneringen": "1"}  # fmt: skip
    gevallen = (
        ("Noordlicht", {}, "2026-10-25", []),
        ("Noordlicht", {}, "2026-10-26", ["R15"]),
        ("Zorgzeker", zorg, "2026-08-16", []),
        ("Zorgzeker", zorg, "2026-08-15", ["R15"]),
    )
    for nummer, (partner, anders, ontstaan, verwacht) in enumerate(gevallen):
        rij_ = rij(nummer, **anders, ontstaansdatum=ontstaan, datum_signaal="2026-11-24")
        uit = lever_aan(opdracht, schrijf(rij_, naam=f"{nummer}.csv"), partner)
        assert (codes(uit), uit["geaccepteerd"]) == (verwacht, 0 if verwacht else 1), ontstaan


def test_12_een_gelijk_bedrag_is_herhaald_en_een_cent_meer_wordt_opgepakt(
    deuren: Deuren, schrijf: Schrijf
) -> None:
    with time_machine.travel("2026-10-20T09:00:00+02:00", tick=True):
        deuren.levert(schrijf(rij(1, **A, **OKTOBER, bedrag_achterstand="300.00"), rij(2, **B, **OKTOBER, bedrag_achterstand="300.00"), naam="okt.csv"))  # fmt: skip
        assert len(deuren.neemt()) == 2
    deuren.levert(schrijf(rij(3, **A, bedrag_achterstand="300.00"), rij(4, **B, bedrag_achterstand="300.01"), naam="nov.csv"))  # fmt: skip
    assert deuren.hoort() == ["E-3;herhaald;2026-11-24;"]
    meldingen = deuren.api(deuren.gemeente.sanne).get(f"{BASIS}/meldingen").json()["items"]
    bedragen = sorted(
        sorted(s["bedrag"] for p in beeld["personen"] for s in p["signalen"])
        for beeld in (
            deuren.api(deuren.gemeente.sanne).get(f"{BASIS}/meldingen/{m['id']}").json() for m in meldingen
        )
    )
    assert bedragen == [["300.00", "300.00"], ["300.00", "300.01"]]


def test_13_de_drempel_van_de_dag_geldt_en_november_blijft(deuren: Deuren, schrijf: Schrijf) -> None:
    beleid = deuren.api(werker(deuren.gemeente, "dilek", "beleid"))
    for vanaf, drempel in (("2026-01-01", "75.00"), ("2026-12-01", "100.00")):
        besluit = {"vanaf": vanaf, "regels": {"drempel": drempel}, "vastgesteldDoor": "college", "reden": "raad", "terugwerkend": vanaf < "2026-11-24"}  # fmt: skip
        assert beleid.post(f"{BASIS}/beleid", besluit, content_type="application/json").status_code == 201
    november = schrijf(rij(1, **A, bedrag_achterstand="74.99"), rij(2, **B, bedrag_achterstand="75.00"), naam="nov.csv")  # fmt: skip
    assert deuren.levert(november)["geaccepteerd"] == 2
    assert Zaak.objects.count() == 1
    assert deuren.hoort() == ["E-1;onterecht;2026-11-24;"]
    with time_machine.travel("2026-12-15T09:00:00+01:00", tick=True):
        december = dagen("2026-12-14", "2026-10-28", "2026-11-20", "2026-12-01")
        deuren.levert(schrijf(rij(3, **C, **december, bedrag_achterstand="75.00"), naam="dec.csv"))
        assert deuren.hoort() == ["E-3;onterecht;2026-12-15;"]
        assert Zaak.objects.count() == 1


def test_15_wat_de_partner_hoort_verraadt_geen_oorzaak(deuren: Deuren, schrijf: Schrijf) -> None:
    d = {"achternaam": "Brandsma", "geboortedatum": "1966-07-08", "klantnummer": "KD", "huisnummer": "63", "telefoon": "0644444444"}  # fmt: skip
    deuren.levert(schrijf(rij(1, **A), rij(2, **B), rij(3, **C), rij(4, **d)))
    afgewezen, onbereikt, agressie, capaciteit = deuren.neemt()
    for zaak in (afgewezen, onbereikt):
        deuren.doet(zaak, "brp", uitkomst="inwoner")
    deuren.belt(afgewezen, bereikt=True)
    deuren.doet(afgewezen, "aanbod", kanaal="telefoon", datum="2026-11-24")
    deuren.doet(afgewezen, "afwijzing", datum="2026-11-24")
    deuren.belt(onbereikt, bereikt=False)
    deuren.belt(onbereikt, bereikt=False, dagdeel="Avond")
    deuren.doet(onbereikt, "niet-bereikt", reden="nooit thuis")
    deuren.doet(afgewezen, "afronden", resultaat="regelt_zelf", reden="wil geen hulp")
    deuren.doet(onbereikt, "afronden", resultaat="geen_contact", reden="nooit thuis")
    for zaak, waarom in ((agressie, "agressie aan de deur"), (capaciteit, "geen mensen")):
        deuren.doet(zaak, "afronden", resultaat="andere_reden", reden=waarom)
    gehoord = [regel.partition(";")[2] for regel in deuren.hoort()]
    assert sorted(gehoord) == ["gesloten_zonder_hulp;2026-11-24;"] * 2 + ["niet_opgepakt;2026-11-24;"] * 2


def test_19_een_bezwaar_stopt_het_contact_en_een_hoger_signaal_opent_een_nieuwe_melding(
    deuren: Deuren, schrijf: Schrijf
) -> None:
    deuren.levert(schrijf(rij(1, **A, bedrag_achterstand="300.00")))
    (zaak,) = deuren.neemt()
    deuren.doet(zaak, "brp", uitkomst="inwoner")
    inwoner = Gebruiker.objects.create_user("bewoner@test.invalid", naam="bewoner")
    inwoner.persoon_id = Betrokkene.objects.get(zaak=zaak).persoon_id
    inwoner.save()
    with time_machine.travel("2026-12-01T10:00:00+01:00", tick=True):
        bewoner = Client()
        bewoner.force_login(inwoner)
        heen = bewoner.post(f"{WERK}/meldingen/{zaak.id}/bezwaar", {"toelichting": "ik wil dit niet"})
        assert heen.status_code == 302
        geweigerd = deuren.doet(zaak, "contactpoging", 409, soort="Telefoon", datum="2026-12-01", dagdeel="Ochtend", bereikt="ja")  # fmt: skip
        assert "heeft bezwaar gemaakt" in geweigerd
        beeld = deuren.api(deuren.gemeente.teamleider).get(f"{BASIS}/meldingen/{zaak.id}").json()
        assert {t["regel"]: t["einde"] for t in beeld["termijnen"]}["bezwaar"] == "2027-01-04"
        besluit = {"toegewezen": True, "motivering": "De inwoner regelt het zelf."}
        teamleider = deuren.api(deuren.gemeente.teamleider)
        kop = {"If-Match": teamleider.get(f"{BASIS}/meldingen/{zaak.id}").headers["ETag"]}
        antwoord = teamleider.post(
            f"{BASIS}/meldingen/{zaak.id}/bezwaarbesluit",
            besluit,
            content_type="application/json",
            headers=kop,
        )
        assert antwoord.status_code == 200, antwoord.content
        deuren.doet(zaak, "afronden", resultaat="andere_reden", reden="bezwaar toegewezen")
    with time_machine.travel("2027-02-09T10:00:00+01:00", tick=True):
        deuren.levert(schrijf(rij(2, **A, **FEBRUARI, bedrag_achterstand="500.00"), naam="feb.csv"))
        (nieuw,) = deuren.neemt()
    assert nieuw.id != zaak.id


def test_22_een_proefregeling_geldt_alleen_waar_zij_aan_staat_en_vanaf_haar_bedrag(
    deuren: Deuren, schrijf: Schrijf, opdracht: Opdracht
) -> None:
    amsterdam = maak_gemeente("0363", "Amsterdam", kvk="99990051")
    amsterdam.partner.naam = "Studielening"
    amsterdam.partner.save()
    Partnerafspraak.objects.create(
        gemeente=deuren.gemeente.organisatie, partner=amsterdam.partner, soort="anders", van=date(2026, 1, 1)
    )
    Partnerafspraak.objects.filter(partner=amsterdam.partner).update(soort="anders")
    duo = {"partner": "99990051", "partner_soort": "anders", "grondslag": "tijdreg-2.3", "datum_contactpoging": ""}  # fmt: skip

    def levert(bedrag: str, gemeente: Gemeente, nummer: int) -> list[str]:
        pad = schrijf(rij(nummer, **duo, bedrag_achterstand=bedrag), naam=f"{nummer}.csv")
        argumenten = ("--partner", "Studielening", "--gemeente", gemeente.organisatie.gemeentecode or "")
        code, uit = opdracht("lever-aan", *argumenten, str(pad))
        assert code == 0
        return codes(uit)

    assert levert("270.00", amsterdam, 1) == ["R37"]
    besluit = {"vanaf": "2026-11-24", "regels": {"experimenten": ["tijdreg-2.3"]}, "vastgesteldDoor": "college", "reden": "jurist akkoord"}  # fmt: skip
    beleid = deuren.api(werker(amsterdam, "beleid", "beleid"))
    assert beleid.post(f"{BASIS}/beleid", besluit, content_type="application/json").status_code == 201
    assert levert("269.99", amsterdam, 2) == ["R37"]
    assert levert("270.00", amsterdam, 3) == []
    assert levert("270.00", deuren.gemeente, 4) == ["R37"]
