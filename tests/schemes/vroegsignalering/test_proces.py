"""The state machine of a melding against a second telling of the domain file, over every combination of facts.

`MAG` is written from the domain text, not from the declaration; dropping or weakening any guard makes them differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from samenhang.kernel.scheme import Overgang, Proces
from samenhang.schemes.vroegsignalering.domain.bewakers import MeldingFeiten
from samenhang.schemes.vroegsignalering.domain.processen import MELDING, SIGNAAL
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN, Uitkomstsoort
from samenhang.schemes.vroegsignalering.handelingen import HANDELINGEN
from tests.kernel.test_processen import alle_feiten

U = Uitkomstsoort
ALLE = list(alle_feiten(MeldingFeiten))


def _contact_mag(f: MeldingFeiten) -> bool:
    return f.inwoner_bevestigd and not f.contact_gestopt and (f.heeft_signaal or f.eigen_reactie)


def _uitkomst_past(f: MeldingFeiten) -> bool:
    match f.uitkomst:
        case U.GEEN:
            return False
        case U.GEEN_HULP | U.HULP:
            return f.poging_bereikt
        case U.GEEN_CONTACT:
            return f.pogingen_genoeg and not f.poging_bereikt
        case U.AL_BEKEND:
            return f.overname_bevestigd
        case U.ANDER_TRAJECT:
            return f.traject_is_hulp
        case U.ZONDER_INWONER:
            return f.tweede_lezer_akkoord
        case _:
            return True


MAG: dict[str, Callable[[MeldingFeiten], bool]] = {
    "benaderen": _contact_mag,
    "al_bekend": lambda f: f.overname_bevestigd,
    "ander_traject": lambda f: f.traject_is_hulp,
    "bereiken": lambda f: f.poging_bereikt and not f.contact_gestopt,
    "niet_bereiken": lambda f: f.pogingen_genoeg and not f.poging_bereikt,
    "aanvaarden": lambda f: f.aanbod_gedaan and not f.contact_gestopt,
    "afwijzen": lambda f: f.aanbod_gedaan,
    "zelf_regelen": lambda f: f.poging_bereikt,
    "gesprek_voeren": lambda f: f.dreiging_gevraagd,
    "snel_oplossen": lambda f: True,
    "verwijzen": lambda f: True,
    "overdragen": lambda f: True,
    "sluiten": _uitkomst_past,
    "heropenen": _contact_mag,
    "terugkoppelen": lambda f: True,
    "vernietigen": lambda f: True,
}
WEGEN = {
    ("open", "benaderen"), ("open", "al_bekend"), ("open", "ander_traject"),
    ("benaderen", "bereikt"), ("benaderen", "niet_bereikt"),
    ("bereikt", "aanvaard"), ("bereikt", "afgewezen"), ("bereikt", "zelf_geregeld"),
    ("aanvaard", "gesprek"),
    ("gesprek", "quick_fix"), ("gesprek", "verwezen"), ("gesprek", "overdracht_schuldhulp"),
    ("niet_bereikt", "benaderen"), ("afgewezen", "benaderen"), ("zelf_geregeld", "benaderen"),
    ("gesloten", "benaderen"), ("teruggekoppeld", "benaderen"),
    ("gesloten", "teruggekoppeld"), ("gesloten", "vernietigd"), ("teruggekoppeld", "vernietigd"),
}  # fmt: skip
"""Every way but closing, which leaves from every step that is not an end."""


def verschillen(proces: Proces) -> list[str]:
    """Where the declared guards and the second telling disagree."""
    return [
        overgang.naam
        for overgang in proces.overgangen
        if any(all(b.voorwaarde(f) for b in overgang.mits) != MAG[overgang.naam](f) for f in ALLE)
    ]


def test_de_bewakers_zeggen_wat_het_domein_zegt() -> None:
    assert {overgang.naam for overgang in MELDING.overgangen} == set(MAG)
    assert verschillen(MELDING) == []


@pytest.mark.parametrize(
    ("overgang", "plek"),
    [(overgang, plek) for overgang in MELDING.overgangen for plek in range(len(overgang.mits))],
    ids=lambda deel: deel.naam if isinstance(deel, Overgang) else str(deel),
)
def test_een_bewaker_weglaten_valt_op(overgang: Overgang, plek: int) -> None:
    kaal = replace(overgang, mits=overgang.mits[:plek] + overgang.mits[plek + 1 :])
    assert any(all(b.voorwaarde(f) for b in kaal.mits) != MAG[overgang.naam](f) for f in ALLE)


def test_de_wegen_zijn_die_van_het_domein() -> None:
    wegen = {(stap.naam, weg.naar) for stap in MELDING.stappen for weg in MELDING.vanuit(stap.naam)}
    sluiten = {(stap.naam, "gesloten") for stap in MELDING.stappen if not stap.eind}
    assert wegen == WEGEN | sluiten


def test_een_signaal_doorloopt_de_stappen_van_het_domein() -> None:
    assert SIGNAAL.begin.naam == "ontvangen"
    assert {weg.naar for weg in SIGNAAL.vanuit("ontvangen")} == {"geldig", "quarantaine"}
    assert {weg.naar for weg in SIGNAAL.vanuit("onzeker")} == {
        "inwoner",
        "geen_inwoner",
        "overleden",
        "ingetrokken",
    }
    assert {weg.naar for weg in SIGNAAL.vanuit("te_matchen")} == {
        "in_melding",
        "niet_opgepakt",
        "ingetrokken",
    }


def test_de_uitkomsten_zijn_die_van_het_gegevensmodel() -> None:
    per_groep: dict[str, int] = {}
    for resultaat in RESULTATEN.values():
        per_groep[resultaat.groep] = per_groep.get(resultaat.groep, 0) + 1
    assert per_groep == {"N": 5, "K": 2, "G": 1, "B0": 3, "B1": 4, "U": 1}


def test_wie_iets_wijzigt_zegt_waarom() -> None:
    """A verb that asks for a reason never goes on without one, whatever the door."""
    gevraagd = [
        (handeling.naam, deel.verplicht)
        for handeling in HANDELINGEN.values()
        for deel in handeling.velden()
        if deel.naam in ("reden", "motivering")
    ]
    assert {"verbeter-poging", "afronden", "heropenen", "opschorten", "verlengen"} <= dict(gevraagd).keys()
    assert all(verplicht for _, verplicht in gevraagd)
