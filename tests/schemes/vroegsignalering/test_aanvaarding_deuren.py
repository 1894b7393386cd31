"""Acceptance cases of the domain asked of the product from outside: by command, over the API, on the resident's page.

Which case is where stands in docs/aanvaarding.md; `tests/huis/test_aanvaarding.py` holds that table to the tests.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import aanleveren, actions
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TERUGKOPPELING
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from tests.api.wereld import BASIS, bewijs
from tests.bouw import KOP, Gemeente, lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def opdracht(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any], dict[str, Any]]]:
    """Give a command; its exit code, its document on stdout and the one on stderr."""

    def geef(*argumenten: str) -> tuple[int, dict[str, Any], dict[str, Any]]:
        with pytest.raises(SystemExit) as einde:
            hoofd([*argumenten])
        uit, fout = capsys.readouterr()
        assert isinstance(einde.value.code, int)
        return einde.value.code, json.loads(uit or "{}"), json.loads(fout or "{}")

    return geef


Opdracht = Callable[..., tuple[int, dict[str, Any], dict[str, Any]]]


@pytest.mark.parametrize(
    ("geval", "start", "lengte", "eenheid", "einde"),
    [
        ("1", "2026-11-27", 4, "weken", "2026-12-28"),
        ("1", "2026-12-01", 4, "weken", "2026-12-29"),
        ("1", "2026-12-04", 4, "weken", "2027-01-04"),
        ("2", "2027-03-01", 4, "weken", "2027-03-30"),
        ("2", "2027-04-19", 4, "weken", "2027-05-18"),
        ("3", "2026-12-24", 3, "werkdagen", "2026-12-30"),
        ("3", "2027-03-24", 3, "werkdagen", "2027-03-31"),
        ("3", "2026-05-13", 3, "werkdagen", "2026-05-19"),
        ("7", "2027-01-31", 1, "maanden", "2027-03-01"),
        ("19", "2026-12-01", 1, "maanden", "2027-01-04"),
    ],
)
def test_01_02_03_07_de_opdracht_berekent_de_termijn(
    geval: str, start: str, lengte: int, eenheid: str, einde: str, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    vraag = json.dumps({"start": start, "lengte": lengte, "eenheid": eenheid, "atw": True})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(vraag.encode())))
    code, uit, _ = opdracht("termijn", "bereken")
    assert (code, uit["einde"]) == (0, einde), geval


def bewoner(zaak: Zaak) -> UUID:
    """Whose case it is."""
    return Betrokkene.objects.get(zaak=zaak).persoon_id


def open_termijnen(gemeente: Gemeente, zaak: Zaak) -> dict[str, str]:
    """What the API says that runs."""
    beeld = Client(headers=bewijs(gemeente.sanne.medewerker_id)).get(f"{BASIS}/meldingen/{zaak.id}").json()
    return {t["regel"]: t["einde"] for t in beeld["termijnen"] if t["klaar"] is None}


def test_04_voor_de_aanvaarding_alleen_de_streefdatum_daarna_vier_weken(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    juni = {"datum_signaal": "2026-05-29", "ontstaansdatum": "2026-04-10", "datum_herinnering": "2026-05-04", "datum_contactpoging": "2026-05-12"}  # fmt: skip
    with time_machine.travel("2026-06-01T09:00:00+02:00", tick=True):
        lever(gemeente, schrijf(rij(1, **juni)))
        actions.pak_signalen_op(gemeente.intake)
        zaak = Zaak.objects.get()
        actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
        actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)
        assert set(open_termijnen(gemeente, zaak)) == {"informeren", "aanbod_5"}
        vandaag = date(2026, 6, 1)
        actions.leg_contactpoging_vast(
            gemeente.sanne, zaak.id, actions.Poging("Telefoon", vandaag, "Ochtend", True)
        )
        actions.doe_aanbod(gemeente.sanne, zaak.id, "telefoon", vandaag)
    with time_machine.travel("2026-06-15T09:00:00+02:00", tick=True):
        actions.aanvaard(gemeente.sanne, zaak.id, bewoner(zaak), date(2026, 6, 15), False)
        assert open_termijnen(gemeente, zaak)["eerste_gesprek"] == "2026-07-13"


def test_09_een_lege_kolom_bsn_weigert_alles_en_zonder_haar_komt_elke_rij_een_keer(
    gemeente: Gemeente, schrijf: Schrijf, opdracht: Opdracht
) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    rijen = [
        rij(n, achternaam=f"{letters[n % 26]}oort{letters[n // 26]}", huisnummer=str(n + 1), telefoon="")
        for n in range(500)
    ]
    lever_aan = ("vroegsignalering", "lever-aan", "--partner", "Noordlicht", "--json")
    code, uit, probleem = opdracht(*lever_aan, str(schrijf(*rijen, naam="bsn.csv", kolommen=("bsn", *KOP))))
    assert (code, uit, probleem["code"]) == (2, {}, "F01")
    geweigerd = Aanlevering.objects.get()
    assert (geweigerd.status, geweigerd.geaccepteerd, opslag.plek(geweigerd.id)) == ("geweigerd", 0, None)
    goed = str(schrijf(*rijen))
    gedaan = [opdracht(*lever_aan, goed) for _ in range(2)]
    assert [(code, uit["geaccepteerd"], uit["dubbel"]) for code, uit, _ in gedaan] == [
        (0, 500, 0),
        (0, 0, 500),
    ]


def test_10_drie_van_de_tien_rijen_fout_en_het_verbeterde_bestand_voegt_er_twee_toe(
    gemeente: Gemeente, schrijf: Schrijf, opdracht: Opdracht
) -> None:
    namen = ("Aalders", "Brink", "Coster", "Dekker", "Evers", "Faber", "Geheimenaar", "Haan", "Ibes", "Jol")
    rijen = [rij(n, achternaam=naam, huisnummer=str(n + 1), telefoon="") for n, naam in enumerate(namen)]
    fout = [dict(een) for een in rijen]
    fout[2]["bedrag_achterstand"], fout[4]["huisnummer"], fout[6]["bezwaar_klant"] = "1.234", "10A", "J"
    lever_aan = ("vroegsignalering", "lever-aan", "--partner", "Noordlicht", "--json")
    code, uit, _ = opdracht(*lever_aan, str(schrijf(*fout)))
    assert (code, uit["geaccepteerd"], uit["afgekeurd"]) == (0, 7, 3)
    rapport = Path(uit["foutenrapport"]).read_text("utf-8")
    plekken = [regel.split(";")[1:4] for regel in rapport.splitlines()[1:]]
    assert plekken == [["4", "bedrag_achterstand", "R06"], ["6", "huisnummer", "R18"], ["8", "bezwaar_klant", "R32"]]  # fmt: skip
    ruw = opslag.plek(Aanlevering.objects.get().id)
    assert ruw is not None
    assert "Geheimenaar" not in rapport + ruw.read_text("utf-8")
    verbeterd = [een for n, een in enumerate(rijen) if n != 6]
    code, uit, _ = opdracht(*lever_aan, str(schrijf(*verbeterd, naam="verbeterd.csv")))
    assert (code, uit["geaccepteerd"], uit["dubbel"], uit["afgekeurd"]) == (0, 2, 7, 0)


def test_11_twee_partners_samen_meervoudig_en_later_opeenvolgend_of_enkelvoudig(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    verhuurder = Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="99990011")
    Partnerafspraak.objects.create(gemeente=gemeente.organisatie, partner=verhuurder, soort="huur", van=date(2026, 1, 1))  # fmt: skip
    huur = {"partner": "99990011", "partner_soort": "huur", "aantal_herinneringen": "1"}
    ander = {
        "achternaam": "Wolters",
        "geboortedatum": "1982-03-09",
        "huisnummer": "29",
        "telefoon": "0622222222",
    }
    api = Client(headers=bewijs(gemeente.sanne.medewerker_id))

    def komt(*rijen: dict[str, str], naam: str, partner: Organisatie = gemeente.partner) -> None:
        pad = schrijf(*rijen, naam=naam)
        aanleveren.lever_aan(gemeente.intake, partner.id, aanleveren.Bestand(pad, pad.name, "test"))

    def soorten() -> list[str]:
        return sorted(een["soort"] for een in api.get(f"{BASIS}/meldingen").json()["items"])

    def dagen(signaal: str, ontstaan: str, herinnering: str, poging: str) -> dict[str, str]:
        return {"datum_signaal": signaal, "ontstaansdatum": ontstaan, "datum_herinnering": herinnering, "datum_contactpoging": poging}  # fmt: skip

    komt(rij(1, bedrag_achterstand="90.00"), rij(3, **ander), naam="nov.csv")
    komt(rij(2, **huur, bedrag_achterstand="640.00"), naam="huur.csv", partner=verhuurder)
    actions.pak_signalen_op(gemeente.intake)
    assert soorten() == ["enkelvoudig", "meervoudig"]
    for zaak in Zaak.objects.all():
        actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
        actions.rond_af(gemeente.sanne, zaak.id, "andere_reden", "capaciteit")
    with time_machine.travel("2027-04-23T09:00:00+02:00", tick=True):
        api = Client(headers=bewijs(gemeente.sanne.medewerker_id))
        komt(rij(4, bedrag_achterstand="500.00", **dagen("2027-04-22", "2027-03-01", "2027-03-20", "2027-04-02")), naam="apr.csv")  # fmt: skip
        actions.pak_signalen_op(gemeente.intake)
        assert soorten() == ["opeenvolgend"]
    with time_machine.travel("2027-06-24T09:00:00+02:00", tick=True):
        api = Client(headers=bewijs(gemeente.sanne.medewerker_id))
        later = dagen("2027-06-23", "2027-05-01", "2027-05-20", "2027-06-02")
        komt(rij(5, **ander, bedrag_achterstand="500.00", **later), naam="jun.csv")
        actions.pak_signalen_op(gemeente.intake)
        assert soorten() == ["enkelvoudig", "opeenvolgend"]


def test_06_na_aanvaarding_hoort_de_partner_tot_wanneer_de_incasso_wacht(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    Partnerafspraak.objects.update(terugkoppeling=list(TERUGKOPPELING))
    vandaag = date(2026, 11, 24)
    lever(gemeente, schrijf(rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    zaak = Zaak.objects.get()
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)
    actions.leg_contactpoging_vast(
        gemeente.sanne, zaak.id, actions.Poging("Telefoon", vandaag, "Ochtend", True)
    )
    actions.doe_aanbod(gemeente.sanne, zaak.id, "telefoon", vandaag)
    actions.aanvaard(gemeente.sanne, zaak.id, bewoner(zaak), vandaag, False)
    (bericht,) = actions.koppel_terug(gemeente.intake)
    kop = bewijs(gemeente.intake.medewerker_id)
    bestand = Client(headers=kop).get(f"{BASIS}/terugkoppelingen/{bericht.id}/bestand").content.decode()
    assert bestand.splitlines()[1].endswith(";2026-12-24")
