"""From the answered proposal to discharge: guarantee, one credit, payments, arrears, and a resident without debts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.schuldhulp import plichten
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db
Wereld = dict[str, Any]


def _bouw(_: Path) -> Wereld:
    gemeente = w.maak_gemeente()
    return {"gemeente": gemeente, "akkoord": w.akkoord(gemeente).id, "krediet": w.met_krediet(gemeente).id}


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Wereld]], Wereld]) -> Wereld:
    return blijvend(_bouw)


@pytest.fixture
def gemeente(stand: Wereld, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand["gemeente"])
    return gevonden


def zaak(stand: Wereld, naam: str) -> Zaak:
    return Zaak.objects.get(id=stand[naam])


def dossier(gemeente: w.Gemeente, zaak: Zaak) -> Any:
    return w.open_dossier_buiten(w.als(gemeente.noor), zaak.id)


def op(jaar: int, maand: int, dag: int) -> AbstractContextManager[Any]:
    return time_machine.travel(
        datetime(jaar, maand, dag, 9, tzinfo=timezone.get_current_timezone()), tick=False
    )


def geweigerd(doe: Callable[[], object]) -> str:
    with pytest.raises(Geweigerd) as fout:
        doe()
    assert fout.value.tekst.nl
    assert fout.value.tekst.en
    return fout.value.code


def test_de_aanvraag_is_een_verstrekking_met_alleen_wat_nodig_is(stand: Wereld, gemeente: w.Gemeente) -> None:
    na = w.doe(gemeente, zaak(stand, "akkoord"), "borg")
    assert na.stap == "borg_aangevraagd"
    weg = UitgaandeOverdracht.objects.get(zaak=na)
    assert (weg.naar_scheme, weg.soort, weg.ontvangen) == ("kredietbank", "kredietaanvraag", None)
    assert weg.categorieen == "contact,naw,rekensom,schulden"
    assert weg.besluit["doel"] == "kredietaanvraag"
    borg = dossier(gemeente, na).borg
    assert (borg.stand, borg.premie.draad()) == ("BEOORDEEL_AANVRAAG", "50.96")
    assert borg.berekening["antwoord"]["redenen"] == ["kredietsom_te_hoog"]
    assert geweigerd(lambda: w.doe(gemeente, na, "krediet", ingang=w.vandaag(), bank="Bank")) == "S16"  # fmt: skip


def test_zonder_borg_een_stap_terug_en_de_premie_pas_als_het_fonds_haar_geeft(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier = w.doe(gemeente, zaak(stand, "akkoord"), "borg")
    uitkomst = {"op": w.vandaag(), "bevestigd_door": "M. de Boer", "toelichting": "vraag het opnieuw"}
    fout = {"reden": "andere zaak"}
    assert geweigerd(lambda: w.doe(gemeente, hier, "borgvergissing", **fout)) == "borg_staat_vast"
    for zegt, stap in (("AFGEGEVEN", "borg_aangevraagd"), ("AFGEWEZEN", "akkoord")):
        assert w.doe(gemeente, hier, "borguitkomst", uitkomst=zegt, **uitkomst).stap == stap
        weer = w.doe(gemeente, hier, "borgvergissing", **fout)
        stond = dossier(gemeente, weer)
        assert (weer.stap, stond.borg.stand, stond.borg.te_factureren_centen) == (
            "borg_aangevraagd",
            "BEOORDEEL_AANVRAAG",
            0,
        )
        assert weer.taken.filter(soort="borg_volgen", klaar__isnull=True).count() == 1
        assert (stond.eerdere_waarden[-1].was["stand"], stond.eerdere_waarden[-1].reden) == (
            zegt,
            "andere zaak",
        )
    terug = w.doe(gemeente, hier, "borguitkomst", uitkomst="AFGEWEZEN", **uitkomst)
    assert terug.stap == "akkoord"
    nog = w.doe(gemeente, terug, "borg")
    assert [rij.te_factureren_centen for rij in dossier(gemeente, nog).borgen] == [0, 0]
    gegeven = w.doe(gemeente, nog, "borguitkomst", uitkomst="AFGEGEVEN", **uitkomst)
    eerst, tweede = dossier(gemeente, gegeven).borgen
    assert (eerst.te_factureren_centen, tweede.te_factureren_centen) == (0, 5096)
    assert tweede.berekening["vooraf"]["antwoord"]["te_factureren"] == "0.00"
    assert tweede.berekening["antwoord"]["beslissing"] == "geaccepteerd"
    weg = UitgaandeOverdracht.objects.get(zaak=nog)
    assert weg.ontvangen_door == "M. de Boer, kredietbank"


def test_alle_schuldeisers_in_een_keer_en_dan_een(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "krediet")
    wat = dossier(gemeente, hier)
    assert (hier.stap, wat.krediet.netto_centen) == ("krediet_actief", 479792)
    assert sum(rij.bedrag_centen for rij in wat.uitbetalingen) == wat.krediet.netto_centen
    assert wat.krediet.hoogste_rente["status"] == "ongeverifieerd"
    assert hier.volgende_termijn == date(2026, 12, 29)
    for rij in wat.uitbetalingen:
        w.doe(gemeente, hier, "kwijtingsbevestiging", uitbetaling=rij.id, op=w.vandaag(), via="brief")
    assert all(rij.kwijting_op for rij in dossier(gemeente, hier).uitbetalingen)
    assert not Taak.objects.filter(zaak=hier, soort="kwijting_navragen", klaar__isnull=True).exists()
    dubbel = wat.uitbetalingen[0].id
    assert geweigerd(lambda: w.doe(gemeente, hier, "kwijtingsbevestiging", uitbetaling=dubbel, op=w.vandaag(), via="brief")) == "al_gekweten"  # fmt: skip


@pytest.mark.parametrize(
    ("bedrag", "dag", "code"),
    [
        ("0,00", date(2026, 11, 24), "bedrag_nul"),
        ("-5,00", date(2026, 11, 24), "bedrag_onjuist"),
        ("1.234", date(2026, 11, 24), "bedrag_onjuist"),
        ("283,14", date(2026, 11, 23), "datum_te_vroeg"),
        ("283,14", date(2026, 11, 25), "datum_in_toekomst"),
        ("5.096,53", date(2026, 11, 24), "meer_dan_open"),
    ],
)
def test_slechte_betalingen_laten_niets_achter(
    stand: Wereld, gemeente: w.Gemeente, bedrag: str, dag: date, code: str
) -> None:
    hier = zaak(stand, "krediet")
    assert geweigerd(lambda: w.doe(gemeente, hier, "betaling", bedrag=bedrag, op=dag)) == code
    assert dossier(gemeente, hier).betalingen == []


def test_dezelfde_transactie_telt_een_keer_ook_in_een_andere_zaak(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier, ander = zaak(stand, "krediet"), w.met_krediet(gemeente)
    wat = {"bedrag": "283,14", "op": w.vandaag(), "transactie": "NL-1"}
    w.doe(gemeente, hier, "betaling", **wat)
    assert geweigerd(lambda: w.doe(gemeente, hier, "betaling", **wat)) == "transactie_bekend"
    assert geweigerd(lambda: w.doe(gemeente, ander, "betaling", **wat)) == "transactie_elders"
    assert len(dossier(gemeente, hier).betalingen) == 1


def test_op_tijd_betaald_schuift_de_termijn(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "krediet")
    na = w.doe(gemeente, hier, "betaling", bedrag="283,14", op=w.vandaag())
    assert (na.stap, na.volgende_termijn) == ("krediet_actief", date(2027, 1, 29))


def test_te_laat_wordt_achterstand_met_taak_en_termijn_en_gaat_over(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier = zaak(stand, "krediet")
    with op(2026, 12, 29):
        assert str(hier.id) not in plichten.ACHTERSTAND.wat_moet(timezone.now(), 10)
    with op(2026, 12, 30):
        assert str(hier.id) in plichten.ACHTERSTAND.wat_moet(timezone.now(), 10)
        plichten.leg_achterstand_vast(hier.id)
        plichten.leg_achterstand_vast(hier.id)
        achter = zaak(stand, "krediet")
        assert (achter.stap, achter.volgende_termijn) == ("krediet_achterstand", date(2027, 1, 7))
        taak = Taak.objects.get(zaak=hier, soort="achterstand", klaar__isnull=True)
        assert "283,14" in taak.titel_nl
        w.doe(gemeente, achter, "betaling", bedrag="200,00", op=w.vandaag())
        assert zaak(stand, "krediet").stap == "krediet_achterstand"
        w.doe(gemeente, achter, "betaling", bedrag="83,14", op=w.vandaag())
        weer = zaak(stand, "krediet")
        assert (weer.stap, weer.volgende_termijn) == ("krediet_actief", date(2027, 1, 29))
        assert not Taak.objects.filter(zaak=hier, soort="achterstand", klaar__isnull=True).exists()
    assert Verwerking.objects.filter(naam="achterstand vastleggen").count() == 2


def test_een_afspraak_stelt_uit_en_wie_haar_niet_nakomt_loopt_weer_achter(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier = zaak(stand, "krediet")
    assert geweigerd(lambda: w.doe(gemeente, hier, "achterstandsregeling", tot=date(2027, 1, 15), afspraak="in januari")) == "geen_achterstand"  # fmt: skip
    with op(2026, 12, 30):
        plichten.leg_achterstand_vast(hier.id)
        assert geweigerd(lambda: w.doe(gemeente, hier, "achterstandsregeling", tot=date(2026, 12, 30), afspraak="nu")) == "datum_onjuist"  # fmt: skip
        na = w.doe(gemeente, hier, "achterstandsregeling", tot=date(2027, 1, 15), afspraak="met het loon")
        assert (na.stap, na.volgende_termijn) == ("krediet_actief", date(2027, 1, 20))
    with op(2027, 1, 21):
        plichten.leg_achterstand_vast(hier.id)
    assert zaak(stand, "krediet").stap == "krediet_achterstand"


def test_een_teruggeboekte_betaling_telt_niet_en_blijft_te_zien(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "krediet")
    w.doe(gemeente, hier, "betaling", bedrag="283,14", op=w.vandaag())
    (rij,) = dossier(gemeente, hier).betalingen
    na = w.doe(gemeente, hier, "terugboeking", betaling=rij.id, reden="storno")
    assert na.volgende_termijn == date(2026, 12, 29)
    (rij,) = dossier(gemeente, hier).betalingen
    assert (rij.vervallen_op, rij.reden) == (w.vandaag(), "storno")
    assert geweigerd(lambda: w.doe(gemeente, hier, "terugboeking", betaling=rij.id, reden="nog eens")) == "hoort_niet_bij_zaak"  # fmt: skip


def test_inlossen_kwijting_nazorg_en_weg(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand, "krediet")
    with op(2027, 2, 1):
        som = dossier(gemeente, hier).leenstand.inlossom
        assert geweigerd(lambda: w.doe(gemeente, hier, "inlossing", bedrag="10,00", op=w.vandaag())) == "inlossom_anders"  # fmt: skip
        assert geweigerd(lambda: w.doe(gemeente, hier, "kwijting")) == "S19"
        w.doe(gemeente, hier, "inlossing", bedrag=som.draad(), op=w.vandaag())
        wat = dossier(gemeente, hier)
        assert (wat.leenstand.voldaan, wat.borg.stand) == (True, "BEEINDIGD")
        assert geweigerd(lambda: w.doe(gemeente, hier, "kwijting")) == "S19"  # nobody confirmed
        for rij in wat.uitbetalingen:
            w.doe(gemeente, hier, "kwijtingsbevestiging", uitbetaling=rij.id, op=w.vandaag(), via="mail")
        assert w.doe(gemeente, hier, "kwijting").stap == "afgerond_kwijting"
        nazorg = w.doe(gemeente, hier, "nazorg")
        assert nazorg.volgende_termijn == date(2027, 8, 1)
        assert geweigerd(lambda: w.doe(gemeente, hier, "nazorggesprek", op=date(2027, 1, 31))) == "datum_te_vroeg"  # fmt: skip
        dicht = w.doe(gemeente, hier, "nazorggesprek", op=w.vandaag())
        assert (dicht.stap, dicht.gesloten is not None) == ("uitgestroomd", True)
        assert not dicht.termijnen.filter(klaar__isnull=True).exists()


def test_een_claim_bij_het_fonds_vraagt_twee_maanden_en_de_stappen(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier = zaak(stand, "krediet")
    wat = {"reden": "verhuisd", "aanmaning_op": date(2027, 1, 5), "ingebreke_op": date(2027, 1, 20), "opgeeist_op": date(2027, 2, 1)}  # fmt: skip
    with op(2027, 2, 1):
        assert geweigerd(lambda: w.doe(gemeente, hier, "borgclaim", **wat)) == "geen_achterstand"
        plichten.leg_achterstand_vast(hier.id)
        assert geweigerd(lambda: w.doe(gemeente, hier, "borgclaim", **wat)) == "claim_te_vroeg"
    with op(2027, 3, 1):
        verkeerd = wat | {"aanmaning_op": date(2027, 1, 21)}
        assert geweigerd(lambda: w.doe(gemeente, hier, "borgclaim", **verkeerd)) == "volgorde_onjuist"
        w.doe(gemeente, hier, "borgclaim", **wat)
        wat_nu = dossier(gemeente, hier)
        assert wat_nu.borg.claimsom == wat_nu.leenstand.inlossom
        assert (wat_nu.borg.stand, wat_nu.borg.claim["criterium"]["status"]) == (
            "BEOORDEEL_UITBETALING",
            "ongeverifieerd",
        )
        assert geweigerd(lambda: w.doe(gemeente, hier, "borgclaim", **wat)) == "claim_niet_mogelijk"
        w.doe(gemeente, hier, "claimuitkomst", uitkomst="AFGEGEVEN", op=w.vandaag())
        fout = {"reden": "het fonds schreef iets anders"}
        w.doe(gemeente, hier, "borgvergissing", **fout)
        assert dossier(gemeente, hier).borg.stand == "BEOORDEEL_UITBETALING"
        w.doe(gemeente, hier, "borgvergissing", **fout)
        zonder = dossier(gemeente, hier)
        assert (zonder.borg.stand, zonder.borg.claim_op) == ("AFGEGEVEN", None)
        assert {rij.was.get("claim") for rij in zonder.eerdere_waarden} == {
            None,
            wat_nu.borg.claimsom.draad(),
        }
        assert not hier.taken.filter(soort="claim_volgen", klaar__isnull=True).exists()
        assert geweigerd(lambda: w.doe(gemeente, hier, "borgvergissing", **fout)) == "borg_staat_vast"
        w.doe(gemeente, hier, "borgclaim", **wat)
        w.doe(gemeente, hier, "claimuitkomst", uitkomst="UITBETAALD", op=w.vandaag())
        assert dossier(gemeente, hier).borg.stand == "UITBETAALD"
        assert geweigerd(lambda: w.doe(gemeente, hier, "claimuitkomst", uitkomst="UITBETAALD", op=w.vandaag())) == "geen_claim"  # fmt: skip
