"""A case from the request to the answers of the creditors, with its terms; refusals on the way leave nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.schuldhulp import plichten, queries
from samenhang.schemes.schuldhulp.actions import aanmelden
from samenhang.schemes.schuldhulp.actions.schuldeisers import beoordeel, haal_uit_elkaar
from samenhang.schemes.schuldhulp.models import Schuldeiser
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db
Wereld = dict[str, Any]


def _bouw(_: Path) -> Wereld:
    gemeente = w.maak_gemeente()
    return {
        "gemeente": gemeente,
        "gemeld": w.opgepakt(gemeente, naam="Jansen").id,
        "schulden": w.met_schulden(gemeente).id,
        "voorstel": w.voorgesteld(gemeente).id,
    }


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Wereld]], Wereld]) -> Wereld:
    return blijvend(_bouw)


@pytest.fixture
def gemeente(stand: Wereld, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand["gemeente"])
    return gevonden


def zaak(stand: Wereld, naam: str) -> Zaak:
    return Zaak.objects.get(id=stand[naam])


def termijn(zaak: Zaak, regel: str) -> Any:
    return zaak.termijnen.filter(regel=regel).latest("id")


def geweigerd(doe: Callable[[], object]) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe()
    assert fout.value.tekst.nl
    assert fout.value.tekst.en
    return fout.value.code


@pytest.mark.parametrize(
    ("dreiging", "op", "regel", "einde"),
    [
        ("ontruiming", date(2026, 4, 3), "eerste-gesprek-dreigend", date(2026, 4, 9)),
        ("geen", date(2026, 4, 7), "eerste-gesprek", date(2026, 5, 6)),
    ],
)
def test_de_termijn_loopt_vanaf_de_dag_van_de_vraag(
    gemeente: w.Gemeente, dreiging: str, op: date, regel: str, einde: date
) -> None:
    """Acceptance case 10: over Good Friday and Easter, and to the day after Liberation Day."""
    nieuw = w.vraag(gemeente, dreiging, op)
    assert (nieuw.volgende_termijn, termijn(nieuw, regel).start) == (einde, op)
    assert nieuw.behandelaar is None


def test_een_dreiging_die_opkomt_verkort_en_een_die_weg_is_herstelt(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    rustig = zaak(stand, "gemeld")
    assert rustig.volgende_termijn == date(2026, 12, 22)
    kort = w.doe(gemeente, rustig, "dreiging", dreiging="water", bekend_op=w.DAG)
    assert (kort.volgende_termijn, kort.prioriteit) == (date(2026, 11, 27), 1)
    assert termijn(kort, "eerste-gesprek").vervallen
    lang = w.doe(gemeente, kort, "dreiging", dreiging="geen", bekend_op=w.DAG)
    assert (lang.volgende_termijn, lang.prioriteit) == (date(2026, 12, 22), 5)


def test_van_gesprek_tot_besluit(stand: Wereld, gemeente: w.Gemeente) -> None:
    """Acceptance case 10: a decision before the talk is refused, and the term for it runs from the talk."""
    begin = zaak(stand, "gemeld")
    assert geweigerd(lambda: w.doe(gemeente, begin, "toelating", motivering=w.ZIN, plan=w.PLAN)) == "stap_onmogelijk"  # fmt: skip
    na = w.doe(gemeente, begin, "gesprek", op=w.DAG)
    assert (na.stap, na.volgende_termijn) == ("gesprek_gevoerd", date(2027, 1, 19))
    assert termijn(na, "eerste-gesprek").klaar == w.DAG
    assert geweigerd(lambda: w.doe(gemeente, na, "toelating", motivering="kort", plan=w.PLAN)) == "geen_zin"
    w.doe(gemeente, na, "opschorting", reden="aanvraag niet volledig")
    assert geweigerd(lambda: w.doe(gemeente, na, "toelating", motivering=w.ZIN, plan=w.PLAN)) == "opgeschort"
    with time_machine.travel(datetime(2026, 12, 1, 9, tzinfo=timezone.get_current_timezone())):
        verder = w.doe(gemeente, na, "hervatting", reden="stukken binnen")
        assert verder.volgende_termijn is not None
        assert verder.volgende_termijn > date(2027, 1, 19)
        klaar = w.doe(gemeente, na, "toelating", motivering=w.ZIN, plan=w.PLAN)
    assert (klaar.stap, klaar.volgende_termijn) == ("toegelaten", None)
    besluit = queries.zaak(w.als(gemeente.noor), klaar.id).beschikkingen[0]
    assert (besluit.soort, besluit.bezwaar_tot) == ("toelating", date(2027, 1, 12))


def test_afwijzen_sluit_en_schermt_af(stand: Wereld, gemeente: w.Gemeente) -> None:
    w.doe(gemeente, zaak(stand, "gemeld"), "gesprek", op=w.DAG)
    dicht = w.doe(gemeente, zaak(stand, "gemeld"), "afwijzing", motivering=w.ZIN)
    assert (dicht.stap, dicht.volgende_termijn) == ("besluit_afgewezen", None)
    beeld = queries.zaak(w.als(gemeente.noor), dicht.id)
    assert (beeld.dossier, beeld.beschikkingen[0].soort) == (None, "afwijzing")
    with pytest.raises(NietToegestaan):
        w.doe(gemeente, dicht, "intrekking", reden="toch niet")


@pytest.mark.parametrize("wat", ["intrekking", "overlijden", "beeindiging"])
@pytest.mark.parametrize("waar", ["gemeld", "schulden", "voorstel"])
def test_stoppen_kan_in_elke_stap(stand: Wereld, gemeente: w.Gemeente, waar: str, wat: str) -> None:
    invoer = (
        {"einde": "niet_meewerken", "motivering": w.ZIN} if wat == "beeindiging" else {"reden": "zo is het"}
    )
    dicht = w.doe(gemeente, zaak(stand, waar), wat, **invoer)
    assert dicht.gesloten is not None
    assert not dicht.termijnen.filter(klaar__isnull=True).exists()


def test_alleen_wie_behandelt_ziet_inhoud_en_een_ander_niets(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "schulden")
    collega = queries.zaak(w.als(gemeente.ruben), hier.id)
    assert (collega.naam, collega.dossier, collega.hulpvraag) == ("R. De Wit", None, None)
    assert geweigerd(lambda: queries.zaken(w.als(gemeente.ewa))) == "rol_ontbreekt"
    buur = w.maak_gemeente("9902")
    assert geweigerd(lambda: queries.zaak(w.als(buur.noor), hier.id)) == "zaak_onbekend"
    assert queries.zaken(w.als(buur.noor)) == ([], 0)
    assert Verwerking.objects.filter(scheme="schuldhulp", naam="schuld vastleggen").count() == 6


def test_oppakken_kan_een_keer(stand: Wereld, gemeente: w.Gemeente) -> None:
    wacht = w.vraag(gemeente)
    aanmelden.pak_op(w.als(gemeente.ruben), wacht.id, aanmelden.Niets())
    assert geweigerd(lambda: w.doe(gemeente, wacht, "oppakken")) == "al_opgepakt"


@pytest.mark.parametrize(
    ("naam", "invoer", "code"),
    [
        ("schuld", {"schuldeiser": "X", "rang": "eerst", "peildatum": w.DAG}, "keuze_onjuist"),
        ("schuld", {"schuldeiser": " ", "rang": "concurrent", "peildatum": w.DAG}, "niet_ingevuld"),
        ("schuld", {"schuldeiser": "X", "rang": "concurrent", "peildatum": w.DAG, "bedrag": "1.234"}, "bedrag_onjuist"),
        ("schuld", {"schuldeiser": "X", "rang": "concurrent", "peildatum": w.DAG, "bedrag": "-5,00"}, "bedrag_onjuist"),
        ("schuld", {"schuldeiser": "X", "rang": "concurrent", "peildatum": w.DAG, "bedrag": "NaN"}, "bedrag_onjuist"),
        ("schuld", {"schuldeiser": "X", "rang": "concurrent", "peildatum": w.DAG, "bedrag": "1e999"}, "bedrag_onjuist"),
        ("schuld", {"schuldeiser": "X", "rang": "concurrent", "peildatum": date(2026, 11, 25)}, "datum_in_toekomst"),
        ("schuld", {"schuldeiser": "X", "rang": "concurrent", "peildatum": w.DAG, "kvk": "123"}, "kvk_onjuist"),
        ("schuld", {"schuldeiser": "Belastingdienst", "rang": "preferent", "peildatum": w.DAG}, "schuld_bekend"),
        ("schuldwijziging", {"schuld": uuid4(), "stand": "betwist", "peildatum": w.DAG}, "hoort_niet_bij_zaak"),
        ("huishouden", {"situatie": "paar", "vtlb": "1500", "vtlb_op": w.DAG, "kinderen": "2"}, "kinderen_passen_niet"),
        ("huishouden", {"situatie": "alleenstaande_ouder", "vtlb": "1500", "vtlb_op": w.DAG}, "kinderen_ontbreken"),
        ("inkomen", {"soort": "loon", "netto": "100000001,00", "bewijs": "loonstrook", "bewijs_op": w.DAG}, "bedrag_te_hoog"),
        ("inkomenseinde", {"inkomen": uuid4(), "tot": w.DAG}, "hoort_niet_bij_zaak"),
        ("voorstel", {}, "S07"),
        ("antwoord", {"voorstel": uuid4(), "antwoord": "akkoord", "op": w.DAG, "via": "brief"}, "geen_voorstel"),
        ("berekening", {"soort": "SK"}, "rente_ontbreekt"),
        ("berekening", {"soort": "SK", "rente": "99"}, "rente_te_hoog"),
    ],
)  # fmt: skip
def test_slechte_invoer_wordt_geweigerd_en_bewaart_niets(
    stand: Wereld, gemeente: w.Gemeente, naam: str, invoer: dict[str, Any], code: str
) -> None:
    hier = zaak(stand, "schulden")
    voor = queries.zaak(w.als(gemeente.noor), hier.id)
    eisers = Schuldeiser.objects.count()
    assert geweigerd(lambda: w.doe(gemeente, hier, naam, **invoer)) == code
    na = queries.zaak(w.als(gemeente.noor), hier.id)
    assert na.zaak.versie == voor.zaak.versie
    assert na.dossier is not None
    assert voor.dossier is not None
    assert na.dossier.gegevens_hash == voor.dossier.gegevens_hash
    assert Schuldeiser.objects.count() == eisers


def test_rekenen_met_wat_er_staat_en_de_vorige_ernaast(stand: Wereld, gemeente: w.Gemeente) -> None:
    """Acceptance case 3: 1,846.00 - 1,562.86 = 283.14; by saving eighteen times that."""
    hier, noor = zaak(stand, "schulden"), w.als(gemeente.noor)
    w.doe(gemeente, hier, "berekening", soort="SB")
    eerste = queries.zaak(noor, hier.id).dossier
    assert eerste is not None
    assert eerste.rekensom is not None
    assert eerste.rekensom.pot_centen == 28314 * 18
    assert [deel["naam"] for deel in eerste.rekensom.delen] == ["capaciteit", "verdeling"]
    assert sum(int(rij["bedrag"].replace(".", "")) for rij in eerste.rekensom.delen[1]["antwoord"]["uitkeringen"]) == 28314 * 18  # fmt: skip
    assert geweigerd(lambda: w.doe(gemeente, hier, "berekening", soort="SB")) == "reden_ontbreekt"
    w.doe(gemeente, hier, "inkomen", soort="toeslag", netto="50", bewijs="beschikking", bewijs_op=w.DAG)
    assert geweigerd(lambda: w.doe(gemeente, hier, "voorstel")) == "S07"
    w.doe(gemeente, hier, "berekening", soort="SK", rente="8,0", reden="toeslag erbij")
    beeld = queries.zaak(noor, hier.id)
    assert beeld.dossier is not None
    assert beeld.dossier.rekensom is not None
    assert beeld.dossier.rekensom.vorige == eerste.rekensom.id
    assert beeld.dossier.rekensom.delen[0]["antwoord"]["capaciteit"] == "333.14"
    pagina = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{hier.id}").content.decode()
    assert "€\xa0283,14" in pagina
    assert "€\xa0333,14" in pagina
    assert "toeslag erbij" in pagina


def test_zonder_capaciteit_is_het_een_nulaanbod(gemeente: w.Gemeente) -> None:
    hier = w.met_schulden(gemeente, "1.400,00", "1412,00")
    w.doe(gemeente, hier, "berekening", soort="SB")
    w.doe(gemeente, hier, "voorstel")
    dossier = queries.zaak(w.als(gemeente.noor), hier.id).dossier
    assert dossier is not None
    assert dossier.rekensom is not None
    assert dossier.rekensom.regeling == "SA"
    assert {rij.bedrag_centen for rij in dossier.voorstellen} == {0}


@pytest.mark.parametrize(("stand_", "code"), [("betwist", "S06"), ("onbekend", "S05")])
def test_geen_voorstel_bij_een_onzekere_schuld(
    stand: Wereld, gemeente: w.Gemeente, stand_: str, code: str
) -> None:
    hier = zaak(stand, "schulden")
    w.doe(gemeente, hier, "berekening", soort="SB")
    dossier = queries.zaak(w.als(gemeente.noor), hier.id).dossier
    assert dossier is not None
    if stand_ == "betwist":
        w.doe(
            gemeente, hier, "schuldwijziging", schuld=dossier.schulden[0].id, stand="betwist", peildatum=w.DAG
        )
    else:
        w.doe(gemeente, hier, "schuld", schuldeiser="Zorgzeker", rang="concurrent", peildatum=w.DAG)
    assert geweigerd(lambda: w.doe(gemeente, hier, "voorstel")) == code


def _antwoord(gemeente: w.Gemeente, hier: Zaak, *antwoorden: str) -> None:
    dossier = queries.zaak(w.als(gemeente.noor), hier.id).dossier
    assert dossier is not None
    for rij, antwoord in zip(dossier.voorstellen, antwoorden, strict=False):
        w.doe(gemeente, hier, "antwoord", voorstel=rij.id, antwoord=antwoord, op=w.DAG, via="mail")


def test_iedereen_tegelijk_en_pas_akkoord_als_iedereen_ja_zegt(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "voorstel")
    assert hier.volgende_termijn == date(2026, 12, 8)
    dossier = queries.zaak(w.als(gemeente.noor), hier.id).dossier
    assert dossier is not None
    assert len({rij.ronde for rij in dossier.voorstellen}) == 1
    assert sum(rij.bedrag_centen for rij in dossier.voorstellen) == 28314 * 18
    assert geweigerd(lambda: w.doe(gemeente, hier, "voorstel")) == "stap_onmogelijk"
    assert geweigerd(lambda: w.doe(gemeente, hier, "schuld", schuldeiser="X", rang="concurrent", peildatum=w.DAG)) == "inventaris_dicht"  # fmt: skip
    _antwoord(gemeente, hier, "akkoord", "akkoord")
    assert geweigerd(lambda: w.doe(gemeente, hier, "akkoord")) == "S08"
    _antwoord(gemeente, hier, "akkoord", "akkoord", "akkoord")
    klaar = w.doe(gemeente, hier, "akkoord")
    assert (klaar.stap, klaar.volgende_termijn) == ("akkoord", None)


def test_stilte_is_een_weigering_en_de_plicht_doet_niets_dubbel(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "voorstel")
    _antwoord(gemeente, hier, "akkoord", "akkoord")
    assert geweigerd(lambda: w.doe(gemeente, hier, "weigering")) == "S09"
    op_tijd = datetime(2026, 12, 8, 12, tzinfo=timezone.get_current_timezone())
    plicht = plichten.STILTE
    assert list(plicht.wat_moet(op_tijd, 10)) == []
    with time_machine.travel(datetime(2026, 12, 9, 9, tzinfo=timezone.get_current_timezone())):
        assert list(plicht.wat_moet(timezone.now(), 10)) == [str(hier.id)]
        plichten.leg_stilte_vast(hier.id)
        plichten.leg_stilte_vast(hier.id)
        assert list(plicht.wat_moet(timezone.now(), 10)) == []
        dossier = queries.zaak(w.als(gemeente.noor), hier.id).dossier
        assert dossier is not None
        assert sorted(rij.antwoord for rij in dossier.voorstellen) == ["akkoord", "akkoord", "geen_antwoord"]
        assert Taak.objects.filter(zaak=hier, soort="na_stilte").count() == 1
        assert w.doe(gemeente, hier, "weigering").stap == "geweigerd"


def test_terugnemen_stuurt_niets_opnieuw(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "voorstel")
    _antwoord(gemeente, hier, "geweigerd")
    dossier = queries.zaak(w.als(gemeente.noor), hier.id).dossier
    assert dossier is not None
    terug = w.doe(gemeente, hier, "terugneming", reden="een schuld vergeten")
    assert terug.stap == "inventarisatie"
    leeg = queries.zaak(w.als(gemeente.noor), hier.id).dossier
    assert leeg is not None
    assert leeg.voorstellen == []
    w.doe(gemeente, hier, "voorstel")
    nieuw = queries.zaak(w.als(gemeente.noor), hier.id).dossier
    assert nieuw is not None
    assert {rij.antwoord for rij in nieuw.voorstellen} == {""}
    assert not {rij.id for rij in nieuw.voorstellen} & {rij.id for rij in dossier.voorstellen}


def test_rappel_hoogstens_een_keer_per_dag(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "voorstel")
    dossier = queries.zaak(w.als(gemeente.noor), hier.id).dossier
    assert dossier is not None
    eerste = dossier.voorstellen[0].id
    w.doe(gemeente, hier, "rappel", voorstel=eerste)
    assert geweigerd(lambda: w.doe(gemeente, hier, "rappel", voorstel=eerste)) == "rappel_niet_nodig"


def test_dubbele_schuldeisers_tellen_samen_en_kunnen_weer_apart(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier, noor = zaak(stand, "schulden"), w.als(gemeente.noor)
    for naam in ("Noordlicht Energie B.V.", "Noordlicht Enrgie"):
        w.doe(gemeente, hier, "schuld", schuldeiser=naam, rang="concurrent", peildatum=w.DAG, bedrag="100")
    paren = {(paar.links.naam, paar.rechts.naam, paar.waarom) for paar in queries.schuldeisers(noor).dubbelen}
    assert {frozenset(paar[:2]) for paar in paren if paar[2] == "naam"} == {
        frozenset(("Noordlicht Energie", "Noordlicht Energie B.V."))
    }
    assert sum(paar[2] == "schrijfwijze" for paar in paren) == 2
    blijft = Schuldeiser.objects.get(naam="Noordlicht Energie")
    weg = Schuldeiser.objects.get(naam="Noordlicht Energie B.V.")
    beoordeel(noor, blijft.id, weg.id, True, "zelfde KvK-nummer op de brief")
    assert geweigerd(lambda: beoordeel(noor, weg.id, blijft.id, False, "toch niet")) == "al_beoordeeld"
    w.doe(gemeente, hier, "berekening", soort="SB")
    dossier = queries.zaak(noor, hier.id).dossier
    assert dossier is not None
    assert dossier.rekensom is not None
    vorderingen = {rij["id"]: rij["bedrag"] for rij in dossier.rekensom.delen[1]["document"]["vorderingen"]}
    assert vorderingen["Noordlicht Energie"] == "3100.00"
    haal_uit_elkaar(noor, weg.id, "het zijn toch twee bedrijven")
    nieuw = queries.zaak(noor, hier.id)
    assert nieuw.feiten is not None
    assert not nieuw.feiten.berekend
    assert queries.schuldeisers(noor).dubbelen
