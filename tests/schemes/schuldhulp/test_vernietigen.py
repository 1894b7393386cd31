"""After its term a case is gone with everything that tells to whom money was owed, also outside the category tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import time_machine

from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.plichten.uitvoerder import werk
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import berekenen, vertegenwoordigen, voorstel
from samenhang.schemes.schuldhulp.actions.portaal import sluit_aan
from samenhang.schemes.schuldhulp.bezwaarhandelingen import BEZWAARHANDELINGEN
from samenhang.schemes.schuldhulp.models import Knooppuntbericht, Portaalwijzer, Schuldeiser
from samenhang.schemes.schuldhulp.vernietigen import REGELS
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db


def test_van_een_vernietigde_zaak_wijst_niets_meer_naar_een_schuldeiser(
    settings: Any, tmp_path: Path
) -> None:
    settings.KNOOPPUNT = str(tmp_path / "knooppunt")
    with time_machine.travel("2026-11-24T09:00:00+01:00", tick=True):
        gemeente = w.maak_gemeente()
        Organisatie.objects.filter(id=gemeente.organisatie.id).update(kvk="12345678")
        Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="11112222")
        noor, zaak = w.als(gemeente.noor), w.met_schulden(gemeente)
        Schuldeiser.objects.filter(naam="Noordlicht Energie").update(kvk="33334444", knooppunt=True)
        sluit_aan(noor, Schuldeiser.objects.get(naam="Woonstichting De Sluis").id, "11112222")
        berekenen.bereken(noor, zaak.id, berekenen.Rekenkeuze("SB"))
        voorstel.stuur_voorstel(noor, zaak.id, Niets())
        vertegenwoordigen.leg_vertegenwoordiger_vast(noor, zaak.id, vertegenwoordigen.Vertegenwoordiger("curator", "Ilse", "ilse@test.invalid", "curateleregister", w.DAG, None))  # fmt: skip
        w.doe(gemeente, zaak, "intrekking", reden="De inwoner wil niet verder met schuldhulp.")
    assert (Portaalwijzer.objects.count(), Knooppuntbericht.objects.count()) == (1, 1)
    for moment, er_nog in (("2031-11-23T09:00:00+01:00", True), ("2031-11-26T09:00:00+01:00", False)):
        with time_machine.travel(moment, tick=True):
            werk(gekozen=REGELS)
            assert (Zaak.objects.get(id=zaak.id).stap != "vernietigd") is er_nog
            assert (Portaalwijzer.objects.exists(), Knooppuntbericht.objects.exists()) == (er_nog, er_nog)
            assert Gebruiker.objects.filter(email="ilse@test.invalid").exists() is er_nog, (
                "of who stood for the resident only"
            )
            assert bool(queries.berichten(w.als(gemeente.noor)).regels) is er_nog


def test_een_bezwaar_dat_loopt_houdt_de_zaak_vast() -> None:
    with time_machine.travel("2026-11-24T09:00:00+01:00", tick=True):
        gemeente = w.maak_gemeente()
        hanna = w.als(w.medewerker(gemeente.organisatie, "hanna", "bezwaarbehandelaar"))
        zaak = w.opgepakt(gemeente)
        w.doe(gemeente, zaak, "gesprek", op=w.DAG)
        w.doe(gemeente, zaak, "afwijzing", motivering=w.ZIN)

        def doe(naam: str, **invoer: Any) -> None:
            handeling = BEZWAARHANDELINGEN[naam]
            handeling.doe(hanna, zaak.id, handeling.invoer(**invoer))

        besluit = queries.bezwaarzaak(hanna, zaak.id).beschikkingen[-1].id
        doe("bezwaarontvangst", besluit=besluit, ontvangen_op=w.vandaag(), via="brief", gronden="Mijn inkomen stopt in januari.")  # fmt: skip
        bezwaar = queries.bezwaarzaak(hanna, zaak.id).bezwaren[-1].id
    with time_machine.travel("2031-11-26T09:00:00+01:00", tick=True):
        werk(gekozen=REGELS)
        assert Zaak.objects.get(id=zaak.id).stap == "besluit_afgewezen"
        doe("bezwaarintrekking", bezwaar=bezwaar)
        werk(gekozen=REGELS)
        assert Zaak.objects.get(id=zaak.id).stap == "vernietigd"
