"""A delivered file: once or twice, corrected, refused, broken off; and which of its signals become a case."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.conf import settings

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.personen.models import Persoon, Zoeksleutel
from samenhang.kernel.personen.zoeken import zoektermen, zoekwaarde
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import aanleveren, actions
from samenhang.schemes.vroegsignalering.actions.twijfel import register_van
from tests.bouw import Gemeente, lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


def test_hetzelfde_bestand_nog_eens_verandert_niets(gemeente: Gemeente, schrijf: Schrijf) -> None:
    een = lever(gemeente, schrijf(rij(1), rij(2), naam="a.csv"))
    twee = lever(gemeente, schrijf(rij(1), rij(2), naam="b.csv"))
    assert een.id == twee.id
    assert Aanlevering.objects.count() == 1


def test_een_verbeterd_bestand_voegt_alleen_de_verbeterde_rijen_toe(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    rijen = [
        rij(n, geboortedatum=f"198{n}-06-12", achternaam=f"Naam{'abcdefghij'[n]}stra") for n in range(10)
    ]
    fout = [dict(r) for r in rijen]
    fout[2]["bedrag_achterstand"] = "1.234"
    fout[4]["huisnummer"] = "10A"
    fout[6]["bezwaar_klant"] = "J"
    eerste = lever(gemeente, schrijf(*fout, naam="a.csv"))
    assert (eerste.geaccepteerd, eerste.afgekeurd) == (7, 3)
    ruw = opslag.plek(eerste.id)
    assert ruw is not None
    assert "E-6" not in ruw.read_text()
    assert eerste.ruw_hash_na_wissen
    rijen[6]["bezwaar_klant"] = "J"
    tweede = lever(gemeente, schrijf(*rijen, naam="b.csv"))
    assert (tweede.geaccepteerd, tweede.dubbel, tweede.afgekeurd) == (2, 7, 1)


def test_iedereen_is_te_vinden_en_staat_een_keer_in_het_verwerkingslogboek(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    """The keys and rows that are made a column at a time are those that a search and a look-up make one by one."""
    namen = ["Dijk", "Özgür-Ümit", "d'Arcy", "Štěpánek", "李", "Mc Gee 2"]
    rijen = [
        rij(n, achternaam=naam, geboortedatum="" if n == 2 else f"197{n}-01-05", huisnummer=str(20 + n), voorletters="Q.")
        for n, naam in enumerate(namen)
    ]  # fmt: skip
    levering = lever(gemeente, schrijf(*rijen))
    assert levering.geaccepteerd == len(namen)
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = register_van(gemeente.intake)
        naw = {deel.persoon_id: deel for deel in Naw.objects.met(toegang)}
    assert {deel.achternaam for deel in naw.values()} == set(namen)
    geheim, register = settings.SECRET_KEY.encode(), str(gemeente.organisatie.id)
    for persoon, deel in naw.items():
        termen = zoektermen(deel.achternaam, deel.geboortedatum, deel.postcode, deel.huisnummer)
        assert set(Zoeksleutel.objects.filter(persoon_id=persoon).values_list("waarde", flat=True)) == {
            zoekwaarde(geheim, register, soort, tekst) for soort, tekst in termen
        }
    gelogd = Verwerking.objects.filter(naam="aanlevering verwerken").values_list("betrokkene", flat=True)
    assert sorted(gelogd) == sorted(map(betrokkene, naw))
    assert Auditregel.objects.get(naam="aanlevering verwerken").aantal_personen == len(namen)


def test_een_geweigerd_bestand_laat_alleen_hash_en_reden_achter(gemeente: Gemeente, schrijf: Schrijf) -> None:
    with pytest.raises(Geweigerd, match="F01"):
        lever(gemeente, schrijf(rij(1), kolommen=("bsn", *rij(1))))
    aanlevering = Aanlevering.objects.get()
    assert (aanlevering.status, aanlevering.code) == ("geweigerd", "F01")
    assert opslag.plek(aanlevering.id) is None
    assert Persoon.objects.count() == 0


def test_een_onderbroken_aanlevering_wordt_door_de_plicht_afgemaakt(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    pad = schrijf(rij(1))
    aanlevering = aanleveren.ontvang(
        gemeente.intake, gemeente.partner.id, aanleveren.Bestand(pad, pad.name, "test")
    )
    assert aanlevering.nieuw
    aanlevering = aanlevering.aanlevering
    assert Persoon.objects.count() == 0
    with time_machine.travel("2026-11-24T09:10:00+01:00"):
        assert uitvoerder.werk() >= 2  # the delivery, and the seal on the log rows about its receipt
        while uitvoerder.werk():  # those about reading it are sealed by a next round
            assert Persoon.objects.count() == 1
    aanlevering.refresh_from_db()
    assert (aanlevering.status, aanlevering.geaccepteerd) == ("verwerkt", 1)


def test_een_plicht_die_faalt_wacht_en_blijft_zichtbaar(
    gemeente: Gemeente, schrijf: Schrijf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kapot(item: str) -> None:
        raise ValueError(item)

    plicht = uitvoerder.Plicht("proef.kapot", lambda nu, hoogstens: ["een"], kapot)
    monkeypatch.setitem(uitvoerder._PLICHTEN, plicht.naam, plicht)
    assert uitvoerder.werk() == 0
    assert uitvoerder.mislukt()[0].fout.startswith("ValueError (incident")
    assert uitvoerder.werk() == 0
    assert uitvoerder.mislukt()[0].pogingen == 1


def test_onder_de_drempel_en_herhaald_worden_niet_opgepakt(gemeente: Gemeente, schrijf: Schrijf) -> None:
    lever(
        gemeente,
        schrijf(
            rij(1, bedrag_achterstand="74.99"),
            rij(
                2,
                bedrag_achterstand="75.00",
                klantnummer="K2",
                achternaam="Terpstra",
                geboortedatum="1970-01-05",
            ),
            naam="a.csv",
        ),
    )
    assert actions.pak_signalen_op(gemeente.intake) == 1
    assert Zaak.objects.count() == 1


def test_twee_partners_een_adres_een_maand_is_een_melding(gemeente: Gemeente, schrijf: Schrijf) -> None:
    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.schemes.vroegsignalering.models import Partnerafspraak

    verhuurder = Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="99990011")
    Partnerafspraak.objects.create(
        gemeente=gemeente.organisatie, partner=verhuurder, soort="huur", van=date(2026, 1, 1)
    )
    lever(gemeente, schrijf(rij(1, bedrag_achterstand="90.00"), naam="a.csv"))
    pad = schrijf(
        rij(
            2, partner="99990011", partner_soort="huur", aantal_herinneringen="1", bedrag_achterstand="640.00"
        ),
        naam="b.csv",
    )
    aanleveren.lever_aan(gemeente.intake, verhuurder.id, aanleveren.Bestand(pad, pad.name, "test"))
    assert actions.pak_signalen_op(gemeente.intake) == 1
    assert Zaak.objects.get().prioriteit == 3


def test_de_opdracht_lever_aan_telt_een_herhaling_als_dubbel(
    gemeente: Gemeente, schrijf: Schrijf, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = str(schrijf(rij(1), rij(2, klantnummer="K2"), rij(3, bedrag_achterstand="1.234")))
    tellingen = []
    for _ in range(2):
        with pytest.raises(SystemExit) as einde:
            hoofd(["vroegsignalering", "lever-aan", bestand, "--partner", "Noordlicht", "--json"])
        assert einde.value.code == 0
        uit = json.loads(capsys.readouterr().out)
        assert Path(uit["foutenrapport"]).read_text().splitlines()[1].split(";")[1:4] == [
            "4",
            "bedrag_achterstand",
            "R06",
        ]
        tellingen.append((uit["gelezen"], uit["geaccepteerd"], uit["afgekeurd"], uit["dubbel"]))
    assert tellingen == [(3, 2, 1, 0), (3, 0, 1, 2)]
