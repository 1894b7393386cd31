"""Signing stabilisation makes the task to have the insurer deregister the resident; done or not, by a day, with its value."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.normen import norm
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.schuldhulp.actions import budget
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db


def gestabiliseerd(gemeente: w.Gemeente, wanbetaler: str) -> Zaak:
    noor, zaak = w.als(gemeente.noor), w.toegelaten(gemeente, op=w.vandaag())
    budget.leg_huishouden_vast(
        noor, zaak.id, budget.Huishoudeninvoer("alleenstaande", "1562,86", w.vandaag())
    )
    budget.leg_inkomen_vast(
        noor, zaak.id, budget.Inkomeninvoer("loon", "1.846,00", "loonstrook", w.vandaag())
    )
    return budget.begin_stabilisatie(noor, zaak.id, budget.Stabilisatie(wanbetaler))


@pytest.fixture
def gemeente(db: None) -> w.Gemeente:
    return w.maak_gemeente()


@pytest.mark.parametrize("antwoord", ["ja", "onbekend"])
def test_stabilisatie_maakt_de_taak_en_zonder_norm_geen_gok(gemeente: w.Gemeente, antwoord: str) -> None:
    zaak = gestabiliseerd(gemeente, antwoord)
    taak = Taak.objects.get(zaak=zaak, soort="zorgafmelding")
    assert (taak.uiterlijk, taak.klaar) == (w.vandaag() + timedelta(days=7), None)
    assert "€" not in taak.titel_nl
    rij = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).zorgafmelding
    assert (rij.premie, rij.premie_bron["status"]) == (None, "norm_ontbreekt")
    assert "/zorgafmelding" in w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()


def test_nee_maakt_geen_taak(gemeente: w.Gemeente) -> None:
    zaak = gestabiliseerd(gemeente, "nee")
    assert not Taak.objects.filter(zaak=zaak, soort="zorgafmelding").exists()
    with pytest.raises(Geweigerd) as nee:
        w.doe(gemeente, zaak, "zorgafmelding", uitkomst="afgemeld", op=w.vandaag())
    assert nee.value.code == "geen_zorgafmelding"


def test_met_een_norm_staat_de_waarde_erbij(gemeente: w.Gemeente, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = norm
    monkeypatch.setattr(
        "samenhang.schemes.schuldhulp.actions.zorgafmelding.norm",
        lambda naam, dag: echt(naam, min(dag, date(2024, 12, 31))),
    )
    zaak = gestabiliseerd(gemeente, "ja")
    rij = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).zorgafmelding
    assert (rij.premie.draad(), rij.premie_bron["status"]) == ("160.60", "ongeverifieerd")
    assert "160,60 per maand" in Taak.objects.get(zaak=zaak, soort="zorgafmelding").titel_nl


@pytest.mark.parametrize(
    ("invoer", "code"),
    [
        ({"uitkomst": "misschien", "op": w.DAG}, "keuze_onjuist"),
        ({"uitkomst": "afgemeld", "op": date(2026, 12, 1)}, "datum_in_toekomst"),
        ({"uitkomst": "afgemeld", "op": date(2026, 11, 1)}, "datum_te_vroeg"),
        ({"uitkomst": "geweigerd", "op": w.DAG}, "niet_ingevuld"),
    ],
)
def test_een_slechte_uitkomst_verandert_niets(
    gemeente: w.Gemeente, invoer: dict[str, object], code: str
) -> None:
    zaak = gestabiliseerd(gemeente, "ja")
    with pytest.raises(Geweigerd) as nee:
        w.doe(gemeente, zaak, "zorgafmelding", **invoer)
    assert nee.value.code == code
    assert Taak.objects.get(zaak=zaak, soort="zorgafmelding").klaar is None


def test_afgemeld_of_geweigerd_maakt_de_taak_af(gemeente: w.Gemeente) -> None:
    zaak = gestabiliseerd(gemeente, "ja")
    w.doe(
        gemeente,
        zaak,
        "zorgafmelding",
        uitkomst="geweigerd",
        op=w.vandaag(),
        toelichting="Regeling loopt niet",
    )
    rij = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).zorgafmelding
    assert (rij.uitkomst, rij.toelichting) == ("geweigerd", "Regeling loopt niet")
    assert Taak.objects.get(zaak=zaak, soort="zorgafmelding").klaar is not None
    assert "/zorgafmelding" not in w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    fout = {"reden": "dat was een ander"}
    w.doe(gemeente, zaak, "afmeldingvergissing", **fout)
    weer = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).zorgafmelding
    assert (weer.uitkomst, weer.uiterlijk, weer.premie_bron) == ("", rij.uiterlijk, rij.premie_bron)
    assert Taak.objects.filter(zaak=zaak, soort="zorgafmelding", klaar__isnull=True).count() == 1
    with pytest.raises(Geweigerd) as nee:
        w.doe(gemeente, zaak, "afmeldingvergissing", **fout)
    assert nee.value.code == "geen_uitkomst"
    w.doe(gemeente, zaak, "zorgafmelding", uitkomst="afgemeld", op=w.vandaag())
    assert "afmeldingvergissing" in w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
