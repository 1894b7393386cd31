"""Letters to households that are unlike the others: two who live together, and people who are threatened with being cut off."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.aanleveren import Bestand, lever_aan
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from samenhang.schemes.vroegsignalering.queries import Briefkeuze
from tests.bouw import GOED, lever, maak_gemeente, rij
from tests.schemes.vroegsignalering.brievenwereld import NAMEN, maak_wijk, tekst, zet_afzender

pytestmark = pytest.mark.django_db
AANBOD = Briefkeuze("aanbod")


def test_huisgenoten_krijgen_ieder_een_eigen_brief_met_alleen_de_eigen_partner(
    schrijf: Callable[..., Path],
) -> None:
    huis = maak_gemeente()
    zet_afzender(huis)
    water = Organisatie.objects.create(soort="drinkwaterbedrijf", naam="Bronwater", kvk="99990039")
    Partnerafspraak.objects.create(
        gemeente=huis.organisatie, partner=water, soort="water", van=date(2026, 1, 1)
    )
    lever(huis, schrijf(rij(1)))
    tweede = GOED | {
        "signaal_id": "W-1", "partner": "99990039", "partner_soort": "water", "voorletters": "C.", "geboortedatum": "1987-02-03",
        "telefoon": "", "aantal_herinneringen": "1", "klantnummer": "W9",
    }  # fmt: skip
    pad = schrijf(tweede, naam="water.csv")
    lever_aan(huis.intake, water.id, Bestand(pad, pad.name, "test"))
    actions.pak_signalen_op(huis.intake)
    zaak = Zaak.objects.get()
    actions.wijs_toe(huis.sanne, [zaak.id], huis.sanne.medewerker_id, "mijn wijk")
    actions.bevestig_inwoner(huis.sanne, zaak.id, True)
    ronde = actions.begin_brievenronde(huis.sanne, replace(AANBOD, taal="nl"))
    actions.maak_ronde_af(ronde.id)
    bladen = PdfReader(io.BytesIO(queries.bundel(huis.sanne, ronde.id))).pages
    assert len(bladen) == 2
    een, twee = sorted((" ".join(blad.extract_text().split()) for blad in bladen), key=lambda t: "C. van Dijk" in t)  # fmt: skip
    assert ("Noordlicht" in een, "Bronwater" in een) == (True, False)
    assert ("Noordlicht" in twee, "Bronwater" in twee) == (False, True)
    assert len(queries.melding(huis.sanne, zaak.id).pogingen) == 1


def test_bij_een_dreiging_gaat_de_dringende_brief(schrijf: Callable[..., Path]) -> None:
    wijk = maak_wijk(schrijf, dreiging="afsluiting", datum_dreiging="2027-01-29")
    kijk = queries.briefvoorbeeld(wijk.sanne, Briefkeuze("dringend"))
    assert len(kijk.krijgt) == len(NAMEN)
    pdf = queries.proefbrief(wijk.sanne, Briefkeuze("dringend", "en"))
    assert "EXAMPLE" in tekst(pdf)
    assert "Please call us as soon as you can" in tekst(pdf)
