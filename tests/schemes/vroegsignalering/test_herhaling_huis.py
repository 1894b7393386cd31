"""Signals of one household over months, and what nobody outside it, or inside it, gets to know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TERUGKOPPELING
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from tests.bouw import Gemeente, lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)
HUUR = {"partner": "99990011", "partner_soort": "huur", "aantal_herinneringen": "1"}
JUNI = {"datum_signaal": "2026-06-19", "ontstaansdatum": "2026-04-28", "datum_herinnering": "2026-06-02", "datum_contactpoging": "2026-06-08"}  # fmt: skip
APRIL = {"datum_signaal": "2026-04-17", "ontstaansdatum": "2026-02-28", "datum_herinnering": "2026-04-02", "datum_contactpoging": "2026-04-08"}  # fmt: skip
GENOOT = {"voorletters": "C.", "geboortedatum": "1988-03-09", "telefoon": "", "klantnummer": "K9"}


@pytest.fixture
def gemeente() -> Gemeente:
    huis = maak_gemeente()
    verhuurder = Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="99990011")
    Partnerafspraak.objects.create(
        gemeente=huis.organisatie, partner=verhuurder, soort="huur", van=date(2026, 1, 1)
    )
    Partnerafspraak.objects.update(terugkoppeling=list(TERUGKOPPELING))
    return huis


def lever_huur(gemeente: Gemeente, pad: Path) -> None:
    verhuurder = Organisatie.objects.get(kvk="99990011")
    aanleveren.lever_aan(gemeente.intake, verhuurder.id, aanleveren.Bestand(pad, pad.name, "test"))


def neem(gemeente: Gemeente) -> Zaak:
    actions.pak_signalen_op(gemeente.intake)
    zaak = Zaak.objects.get(gesloten__isnull=True)
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    return zaak


@pytest.mark.parametrize(
    ("eerder", "opgenomen", "soort"),
    [(JUNI, "2026-06-20", "meervoudig,opeenvolgend"), (APRIL, "2026-04-20", "meervoudig")],
)
def test_11_twee_partners_op_een_adres_zijn_een_melding_en_vijf_maanden_later_opeenvolgend(
    gemeente: Gemeente, schrijf: Schrijf, eerder: dict[str, str], opgenomen: str, soort: str
) -> None:
    """Seven months later it is not successive any more."""
    with time_machine.travel(f"{opgenomen}T09:00:00+02:00"):
        lever(gemeente, schrijf(rij(1, **eerder, bedrag_achterstand="80.00"), naam="eerder.csv"))
        oud = neem(gemeente)
        actions.rond_af(gemeente.sanne, oud.id, "andere_reden", "afgerond")
    lever(gemeente, schrijf(rij(2, klantnummer="K1", bedrag_achterstand="90.00"), naam="nu.csv"))
    lever_huur(gemeente, schrijf(rij(3, **HUUR, bedrag_achterstand="640.00"), naam="huur.csv"))
    zaak = neem(gemeente)
    assert (zaak.soort, zaak.prioriteit) == (soort, 3)
    assert Zaak.objects.filter(gesloten__isnull=True).count() == 1


def test_een_signaal_bij_een_open_melding_sluit_aan_en_telt_als_opgepakt(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    lever(gemeente, schrijf(rij(1)))
    zaak = neem(gemeente)
    lever_huur(gemeente, schrijf(rij(2, **HUUR), naam="huur.csv"))
    assert actions.pak_signalen_op(gemeente.intake) == 0
    signalen = queries.melding(gemeente.sanne, zaak.id).personen[0].signalen
    assert {(s.partner, s.status, s.hier) for s in signalen} == {
        ("Noordlicht", "in_melding", True), ("De Sluis", "in_melding", True),
    }  # fmt: skip
    assert actions.koppel_terug(gemeente.intake) == []


def test_huisgenoten_delen_het_werk_en_niet_hun_achterstanden(gemeente: Gemeente, schrijf: Schrijf) -> None:
    """One case for the household; each sees his own creditor only: on his page and in what is said to him."""
    lever(gemeente, schrijf(rij(1)))
    lever_huur(gemeente, schrijf(rij(2, **(GENOOT | HUUR), bedrag_achterstand="777.00"), naam="huur.csv"))
    zaak = neem(gemeente)
    personen = list(Betrokkene.objects.filter(zaak=zaak).values_list("persoon_id", flat=True))
    assert len(personen) == 2
    paginas = []
    for nummer, persoon in enumerate(personen):
        client = Client()
        client.force_login(
            Gebruiker.objects.create_user(f"i{nummer}@test.invalid", naam="I", persoon_id=persoon)
        )
        paginas.append(client.get("/vroegsignalering/mijn-gegevens").content.decode())
    assert sorted(("Noordlicht" in p, "De Sluis" in p, "777,00" in p) for p in paginas) == [
        (False, True, True), (True, False, False),
    ]  # fmt: skip
    actions.leg_brp_vast(gemeente.sanne, zaak.id, "inwoner")
    telefoon = [
        g.tekst.nl for g in queries.contactteksten_bij(gemeente.sanne, zaak.id) if g.soort == "Telefoon"
    ]
    assert sorted(("Noordlicht" in t, "De Sluis" in t) for t in telefoon) == [(False, True), (True, False)]


@pytest.mark.parametrize("uitkomst", ["al_bekend", "ander_traject", "regelt_zelf", "geen_contact"])
def test_15_al_bekend_bij_schuldhulp_hoort_de_partner_niet(
    gemeente: Gemeente, schrijf: Schrijf, uitkomst: str
) -> None:
    """Known, other support, declined and not reached: the partner hears the same of all four."""
    s = gemeente.sanne
    lever(gemeente, schrijf(rij(1)))
    zaak = neem(gemeente)
    if uitkomst == "al_bekend":
        actions.leg_bekend_vast(s, zaak.id, "K. de Wit", VANDAAG, True)
    elif uitkomst == "ander_traject":
        actions.leg_traject_vast(s, zaak.id, _traject(), VANDAAG)
    else:
        actions.leg_brp_vast(s, zaak.id, "inwoner")
        for dagdeel in ("Ochtend", "Avond"):
            poging = actions.Poging("Telefoon", VANDAAG, dagdeel, uitkomst == "regelt_zelf")
            actions.leg_contactpoging_vast(s, zaak.id, poging)
    actions.rond_af(s, zaak.id, uitkomst, "K. de Wit van schuldhulp neemt het over")
    (bericht,) = actions.koppel_terug(gemeente.intake)
    assert bericht.regels == [
        {"signaalId": "E-1", "soort": "gesloten_zonder_hulp", "datum": "2026-11-24", "pauzeTot": None}
    ]


def _traject() -> str:
    from samenhang.schemes.vroegsignalering.domain.uitkomsten import TRAJECTEN

    return next(naam for naam in TRAJECTEN if naam != "bewindvoerder")
