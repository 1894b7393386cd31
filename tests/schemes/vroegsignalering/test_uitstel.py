"""Telling someone is put off: decided by a team lead, until a day, once; it ends by itself and the letter goes."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.plichten.uitvoerder import doe_een
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.toegang.besluit import Feiten
from samenhang.kernel.toegang.voorwaarden import geinformeerd_of_uitgesteld
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import feiten_van
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.kopie import als_json, kopie_van
from samenhang.schemes.vroegsignalering.models import Briefopdracht
from samenhang.schemes.vroegsignalering.plichten import UITSTEL_VERLOPEN
from tests.schemes.vroegsignalering.brievenwereld import Wijk, wijk, wijkstand
from tests.schemes.vroegsignalering.test_brieven import inwoner

__all__ = ["wijk", "wijkstand"]
pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)
TOT = VANDAAG + timedelta(days=21)
REDEN = "De partner leest de post en werd eerder gewelddadig."
MIJN = "/vroegsignalering/mijn-gegevens"


@pytest.fixture
def zaak(wijk: Wijk) -> Zaak:
    return wijk.zaken["Terpstra"]


@pytest.fixture
def wie(zaak: Zaak) -> UUID:
    return Betrokkene.objects.get(zaak=zaak).persoon_id


def keuze(wie: UUID, **anders: Any) -> actions.Uitstelkeuze:
    return actions.Uitstelkeuze(
        **({"persoon_id": wie, "tot": TOT, "grond": "veiligheid", "reden": REDEN} | anders)
    )


def feiten(wijk: Wijk, zaak: Zaak, wie: UUID) -> Vastgelegd:
    with operatie(zaak.scheme, "proef", wijk.sanne):
        return feiten_van(wijk.sanne, zaak, [wie], doel="kennismaking")[wie]


def web(gebruiker_id: Any) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gebruiker_id))
    return client


def test_tot_de_dag_weet_de_inwoner_van_niets_en_daarna_gaat_de_brief_en_staat_het_er(
    wijk: Wijk, zaak: Zaak, wie: UUID
) -> None:
    terpstra = inwoner(wijk, "Terpstra")
    ik = web(terpstra.gebruiker_id)
    assert zaak.nummer in ik.get(MIJN).content.decode()
    actions.stel_informeren_uit(wijk.huis.teamleider, zaak.id, keuze(wie))
    assert feiten(wijk, zaak, wie).uitstel_tot == TOT
    for bladzijde in (MIJN, "/logboek"):
        tekst = ik.get(bladzijde).content.decode()
        assert zaak.nummer not in tekst, bladzijde
        assert "gewelddadig" not in tekst, bladzijde
        assert "Waterrijk" not in tekst, bladzijde
    assert zaak.nummer not in als_json(kopie_van(terpstra)).decode()
    laatste = timezone.make_aware(timezone.datetime(2026, 12, 15, 12))
    with time_machine.travel(laatste, tick=False):
        assert not doe_een(UITSTEL_VERLOPEN, str(zaak.id)), "de laatste dag telt nog mee"
    with time_machine.travel(laatste + timedelta(days=1), tick=False):
        assert feiten(wijk, zaak, wie).geinformeerd is False
        uitvoerder.werk()
        uitvoerder.werk()
        opdracht = Briefopdracht.objects.get(zaak=zaak)
        assert (opdracht.ronde.sjabloon, opdracht.status) == ("informeren", "gedaan")
        assert feiten(wijk, zaak, wie) == Vastgelegd(geinformeerd=True)
        ik = web(terpstra.gebruiker_id)
        tekst = ik.get(MIJN).content.decode()
        assert "gewelddadig" in tekst
        assert "UAVG art. 41 lid 1 onder i" in tekst
        assert "Waterrijk" in ik.get("/logboek").content.decode()
        assert "gewelddadig" in als_json(kopie_van(terpstra)).decode()
        uitvoerder.werk()
        assert Briefopdracht.objects.filter(zaak=zaak).count() == 1, "een tweede keer verandert niets"
    assert not zaak.taken.filter(soort__in=("uitstel", "brief"), klaar__isnull=True).exists()


def test_een_besluit_kent_informeren_of_een_gedateerd_uitstel() -> None:
    uitgesteld = Vastgelegd(uitstel_tot=TOT).in_feiten(Feiten("behandelaar", "open"))
    assert geinformeerd_of_uitgesteld(uitgesteld, TOT)
    assert not geinformeerd_of_uitgesteld(uitgesteld, TOT + timedelta(days=1))


def test_zolang_het_loopt_belt_of_schrijft_niemand_en_vertellen_maakt_er_een_eind_aan(
    wijk: Wijk, zaak: Zaak, wie: UUID
) -> None:
    actions.stel_informeren_uit(wijk.huis.teamleider, zaak.id, keuze(wie))
    poging = actions.Poging("Telefoon", VANDAAG, "Ochtend", False)
    with pytest.raises(Geweigerd) as fout:
        actions.leg_contactpoging_vast(wijk.sanne, zaak.id, poging)
    assert fout.value.code == "informeren_uitgesteld"
    kijk = queries.briefvoorbeeld(wijk.sanne, queries.Briefkeuze("aanbod"))
    assert {rij.reden for rij in kijk.krijgt_niet} == {"uitgesteld"}
    assert len(kijk.krijgt) == 5
    actions.leg_informeren_vast(wijk.sanne, zaak.id, wie, "gebruik", VANDAAG, "gesprek")
    actions.leg_contactpoging_vast(wijk.sanne, zaak.id, poging)
    beeld = queries.melding(wijk.sanne, zaak.id)
    assert [(u.einde, u.mandaat, u.tot) for u in beeld.uitstellen] == [("verteld", "teamleider", TOT)]
    assert REDEN in web(inwoner(wijk, "Terpstra").gebruiker_id).get(MIJN).content.decode()


def test_een_gewone_brief_legt_vast_dat_de_inwoner_is_geinformeerd(wijk: Wijk, zaak: Zaak, wie: UUID) -> None:
    assert not feiten(wijk, zaak, wie).geinformeerd
    actions.stuur_brief(wijk.sanne, zaak.id, "aanbod", "beide")
    assert feiten(wijk, zaak, wie).geinformeerd
    (rij,) = queries.melding(wijk.sanne, zaak.id).informeringen
    assert (rij.waarover, rij.hoe, rij.tekstversie, rij.op) == ("gebruik", "brief", "aanbod-1", VANDAAG)


@pytest.mark.parametrize("hoe", ["zonder behandelaar", "uit dienst", "bezwaar"])
def test_kan_de_brief_niet_vanzelf_dan_vraagt_een_taak_het_aan_een_mens(
    wijk: Wijk, zaak: Zaak, wie: UUID, hoe: str
) -> None:
    actions.stel_informeren_uit(wijk.huis.teamleider, zaak.id, keuze(wie))
    if hoe == "zonder behandelaar":
        Zaak.objects.filter(id=zaak.id).update(behandelaar=None)
    elif hoe == "uit dienst":
        Medewerker.objects.filter(id=wijk.sanne.medewerker_id).update(tot=TOT)
    else:
        actions.maak_bezwaar(wijk.sanne, zaak.id, "de inwoner belde: liever niet")
    with time_machine.travel("2026-12-16T12:00:00+01:00", tick=False):
        uitvoerder.werk()
        uitvoerder.werk()
    assert zaak.taken.filter(soort="brief", klaar__isnull=True).count() == 1


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"grond": "drukte"}, "keuze_onjuist"),
        ({"grond": ""}, "keuze_onjuist"),
        ({"tot": VANDAAG}, "uitstel_te_lang"),
        ({"tot": VANDAAG - timedelta(days=1)}, "uitstel_te_lang"),
        ({"tot": VANDAAG + timedelta(days=29)}, "uitstel_te_lang"),
        ({"grond": "doel", "tot": VANDAAG + timedelta(days=15)}, "uitstel_te_lang"),
        ({"reden": ""}, "reden_ontbreekt"),
        ({"reden": "te druk"}, "reden_ontbreekt"),
        ({"reden": "x" * 1001}, "reden_ontbreekt"),
        ({"persoon_id": UUID(int=7)}, "persoon_onbekend"),
    ],
)
def test_wat_niet_kan_zegt_waar_en_laat_niets_achter(
    wijk: Wijk, zaak: Zaak, wie: UUID, anders: dict[str, Any], code: str
) -> None:
    with pytest.raises(Geweigerd) as fout:
        actions.stel_informeren_uit(wijk.huis.teamleider, zaak.id, keuze(wie, **anders))
    assert fout.value.code == code
    assert fout.value.tekst.nl != fout.value.tekst.en
    if code != "persoon_onbekend":
        assert fout.value.fouten[0].plaats.kolom in anders
    assert feiten(wijk, zaak, wie) == Vastgelegd()


def test_wie_behandelt_stelt_niet_zelf_uit_en_het_kan_een_keer(wijk: Wijk, zaak: Zaak, wie: UUID) -> None:
    for actor in (wijk.sanne, wijk.huis.youssef, wijk.huis.intake):
        with pytest.raises(NietToegestaan):
            actions.stel_informeren_uit(actor, zaak.id, keuze(wie))
    actions.stel_informeren_uit(wijk.huis.teamleider, zaak.id, keuze(wie))
    with pytest.raises(Geweigerd) as fout:
        actions.stel_informeren_uit(wijk.huis.teamleider, zaak.id, keuze(wie))
    assert (fout.value.code, fout.value.status) == ("al_uitgesteld", 409)
    ander = wijk.zaken["Haddad"]
    persoon = Betrokkene.objects.get(zaak=ander).persoon_id
    actions.stuur_brief(wijk.sanne, ander.id, "aanbod", "beide")
    with pytest.raises(Geweigerd) as al:
        actions.stel_informeren_uit(wijk.huis.teamleider, ander.id, keuze(persoon))
    assert al.value.code == "al_geinformeerd"


def test_door_elke_deur(
    wijk: Wijk, wie: UUID, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = wijk.huis.teamleider
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=lead.medewerker_id), "test")
    api = Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})
    client = web(lead.gebruiker_id)

    def lijf(naam: str) -> dict[str, str]:
        persoon = Betrokkene.objects.get(zaak=wijk.zaken[naam]).persoon_id
        return {"persoon": str(persoon), "grond": "veiligheid", "tot": str(TOT), "reden": REDEN}

    pad = f"/vroegsignalering/meldingen/{wijk.zaken['Terpstra'].id}"
    assert "Stel het informeren uit" in client.get(pad).content.decode()
    assert client.get(f"{pad}/informeren-uitstellen").status_code == 200
    assert client.post(f"{pad}/informeren-uitstellen", lijf("Terpstra")).status_code == 302
    uit = api.post(f"/api/v1{pad.replace(str(wijk.zaken['Terpstra'].id), str(wijk.zaken['Haddad'].id))}/uitstel", lijf("Haddad"), content_type="application/json")  # fmt: skip
    assert uit.status_code == 201, uit.content
    regels = [deel for naam, waarde in lijf("Kuipers").items() for deel in (f"--{naam}", waarde)]
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "informeren-uitstellen", wijk.zaken["Kuipers"].nummer, *regels, "--als", "marloes-9901@test.invalid", "--json"])  # fmt: skip
    gezegd = capsys.readouterr()
    assert einde.value.code == 0, gezegd.err
    assert json.loads(gezegd.out)
    for naam in ("Terpstra", "Haddad", "Kuipers"):
        assert wijk.zaken[naam].taken.filter(soort="uitstel", klaar__isnull=True).exists(), naam
