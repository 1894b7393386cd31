"""Every bad input that the domain file lists is refused with place and remedy, nothing stored; and how many there are.

The cases stand where they belong, in the tests of the arithmetic, the files, messages, DDAS and the bank statement; here they are
counted, and each kind of the list is looked up in them. What only a case can refuse is tried below.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Tijdlijnregel, Zaak
from samenhang.schemes.schuldhulp.actions import gesprek, inlezen, schulden, voorstel
from tests.schemes.schuldhulp import (
    test_betaalbestand,
    test_camt053,
    test_ddas,
    test_dossieruitvoer,
    test_inlezen,
    test_knooppunt,
    test_zorgafmelding,
)
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_slechte_invoer import SLECHT

MINSTENS = 60
LIJST: dict[str, tuple[str, ...]] = {
    "negative or sub-cent amounts": ("krediet/bedrag_negatief", "krediet/bedrag_onjuist", "ddas/bedrag_onder_nul"),
    "claim without rank": ("verdeling/veld_ontbreekt",),
    "pot above total": ("verdeling/pot_betaalt_alles",),
    "2P+C = 0": ("verdeling/niemand_deelt",),
    "duplicate claim id": ("verdeling/vordering_dubbel",),
    "months 0 or over 60": ("krediet/getal_onjuist",),
    "rate above the dated legal maximum": ("krediet/rente_te_hoog",),
    "norm date outside any set": ("capaciteit/norm_ontbreekt", "krediet/norm_ontbreekt"),
    "middle group without coefficients": ("bvv/norm_ontbreekt",),
    "peildatum in the future": ("verdeling/peildatum_later", "ddas/peildatum_na_levering", "zaak/datum_in_toekomst"),
    "BSN failing the 11-test": ("ddas/bsn",),
    "decision before first talk": ("ddas/besluit_voor_gesprek", "zaak/stap_onmogelijk"),
    "suspension without reason or end": ("termijn/veld_ontbreekt", "termijn/tekst_onjuist"),
    "answer from a creditor who got no offer": ("zaak/hoort_niet_bij_zaak",),
    "second active arrangement": ("zaak/stap_onmogelijk",),
    "end before start": ("ddas/einde_voor_begin", "termijn/opschorting_omgekeerd"),
    "currency text with comma/point ambiguity": ("krediet/bedrag_meerduidig", "betaling/bedrag_onjuist"),
    "letters in amount": ("zaak/bedrag_onjuist",),
    "NaN/Infinity/1e999": ("krediet/json_onjuist", "krediet/bedrag_onjuist"),
    "message replay": ("zaak/bestand_bekend",),
}  # fmt: skip


def _gevallen(proef: Any) -> list[Any]:
    (lijst,) = [merk.args[1] for merk in proef.pytestmark if merk.name == "parametrize"]
    return list(lijst)


ZAAK: list[tuple[str, str]] = [
    ("besluit voor het gesprek", "stap_onmogelijk"),
    ("bedrag met letters", "bedrag_onjuist"),
    ("bedrag op twee manieren te lezen", "bedrag_onjuist"),
    ("bedrag onder nul", "bedrag_onjuist"),
    ("peildatum in de toekomst", "datum_in_toekomst"),
    ("rang die er niet is", "keuze_onjuist"),
    ("schuld zonder schuldeiser", "niet_ingevuld"),
    ("antwoord van wie geen voorstel kreeg", "hoort_niet_bij_zaak"),
    ("antwoord van voor het voorstel", "datum_te_vroeg"),
    ("tweede voorstel terwijl er een loopt", "stap_onmogelijk"),
    ("hetzelfde bestand nog eens", "bestand_bekend"),
]
BESTAND = b"schuldeiser;bedrag;rang\nDe Post;12,50;concurrent\n"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        vol = w.met_schulden(gemeente)
        inlezen.lees_in(w.als(gemeente.noor), vol.id, "schulden.csv", BESTAND)
        return gemeente, w.opgepakt(gemeente).id, vol.id, w.voorgesteld(gemeente).id

    return blijvend(bouw)


@pytest.mark.django_db
@pytest.mark.parametrize(("wat", "code"), ZAAK)
def test_in_een_zaak_geweigerd_en_niets_bewaard(stand: Any, db: None, wat: str, code: str) -> None:
    gemeente: w.Gemeente = deepcopy(stand[0])
    nieuw, vol, aanbod = (Zaak.objects.get(id=id_) for id_ in stand[1:])
    noor, morgen = w.als(gemeente.noor), date(2099, 1, 1)

    def schuld(
        naam: str = "De Post", rang: str = "concurrent", op: date = w.DAG, bedrag: str = "1,00"
    ) -> Any:
        return schulden.leg_schuld_vast(noor, vol.id, schulden.Schuldinvoer(naam, rang, op, bedrag, "X1"))

    eerste = w.open_dossier_buiten(noor, aanbod.id).voorstellen[0]

    def antwoord(op: date, wie: Any = eerste.id) -> Any:
        return voorstel.leg_antwoord_vast(
            noor, aanbod.id, voorstel.Antwoordinvoer(wie, "akkoord", op, "brief")
        )

    doe: dict[str, Callable[[], Any]] = {
        "besluit voor het gesprek": lambda: gesprek.laat_toe(
            noor, nieuw.id, gesprek.Toelating(w.ZIN, w.PLAN)
        ),
        "bedrag met letters": lambda: schuld(bedrag="12a,00"),
        "bedrag op twee manieren te lezen": lambda: schuld(bedrag="1.234"),
        "bedrag onder nul": lambda: schuld(bedrag="-1,00"),
        "peildatum in de toekomst": lambda: schuld(op=morgen),
        "rang die er niet is": lambda: schuld(rang="eerste"),
        "schuld zonder schuldeiser": lambda: schuld(naam=" "),
        "antwoord van wie geen voorstel kreeg": lambda: antwoord(w.vandaag(), uuid4()),
        "antwoord van voor het voorstel": lambda: antwoord(date(2020, 1, 1)),
        "tweede voorstel terwijl er een loopt": lambda: voorstel.stuur_voorstel(noor, aanbod.id, Niets()),
        "hetzelfde bestand nog eens": lambda: inlezen.lees_in(noor, vol.id, "nog eens.csv", BESTAND),
    }
    voor = _alles(noor, nieuw, vol, aanbod)
    with pytest.raises(Geweigerd) as nee:
        doe[wat]()
    assert nee.value.code == code
    assert nee.value.tekst.nl != nee.value.tekst.en
    assert nee.value.tekst.nl.endswith(".")
    assert _alles(noor, nieuw, vol, aanbod) == voor


def _alles(noor: Any, *zaken: Zaak) -> list[Any]:
    """Everything of these cases that a worker can see, and how they stand."""
    uit: list[Any] = [Tijdlijnregel.objects.count()]
    for zaak in zaken:
        dossier = w.open_dossier_buiten(noor, zaak.id)
        uit.append((dossier.zaak.stap, dossier.zaak.versie, dossier.gegevens_hash, [(rij.antwoord, rij.ronde) for rij in dossier.voorstellen], len(dossier.schulden), len(dossier.beschikkingen)))  # fmt: skip
    return uit


def _soorten() -> dict[str, list[str]]:
    """Every refused input as `where/code`."""
    return {
        "berekeningen": [f"{naam}/{code}" for naam, _, code, _ in SLECHT],
        "betalingen uit CSV": [f"betaling/{geval[1]}" for geval in _gevallen(test_betaalbestand.test_een_slechte_regel_blijft_buiten_met_plaats_en_raad)]
        + [f"betaling/{geval[1]}" for geval in _gevallen(test_betaalbestand.test_wat_geen_bestand_met_betalingen_is)],
        "betalingen uit CAMT.053": [f"betaling/{geval[1]}" for geval in _gevallen(test_camt053.test_een_slechte_post_blijft_buiten_op_haar_regel)]
        + [f"betaling/{geval[1]}" for geval in _gevallen(test_camt053.test_wat_geen_afschrift_is_wordt_geweigerd_en_niet_bewaard)],
        "DDAS": [f"ddas/{geval[2]}" for geval in test_ddas.FOUTEN if geval[2]],
        "zorgafmelding": [f"zaak/{geval[1]}" for geval in _gevallen(test_zorgafmelding.test_een_slechte_uitkomst_verandert_niets)],
        "schulden uit een lijst": [f"schuld/{geval[1]}" for geval in _gevallen(test_inlezen.test_een_fout_bestand_bewaart_niets)],
        "dossieruitvoer": [f"uitvoer/{geval[2]}" for geval in test_dossieruitvoer.SLECHT],
        "berichten": [f"bericht/{geval[0]}" for geval in test_knooppunt.SLECHT]
        + [
            f"bericht/{geval[1]}"
            for proef in (test_knooppunt.test_wat_geen_bericht_is_wordt_geweigerd, test_knooppunt.test_een_antwoord_dat_niet_kan_wordt_geweigerd, test_knooppunt.test_een_opgave_die_niet_kan_wordt_geweigerd)
            for geval in _gevallen(proef)
        ],
        "zaken": [f"zaak/{code}" for _, code in ZAAK],
    }  # fmt: skip


def test_meer_dan_zestig_en_elke_soort_van_de_lijst() -> None:
    soorten = _soorten()
    allemaal = [deel for delen in soorten.values() for deel in delen]
    print(
        f"\n{len(allemaal)} slechte invoeren: "
        + ", ".join(f"{waar} {len(delen)}" for waar, delen in soorten.items())
    )
    assert len(allemaal) > MINSTENS
    ontbreekt = {wat: [code for code in codes if code not in allemaal] for wat, codes in LIJST.items()}
    assert {wat: codes for wat, codes in ontbreekt.items() if codes} == {}
    assert len(LIJST) == 20
