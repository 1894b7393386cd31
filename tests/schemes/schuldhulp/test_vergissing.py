"""Taking back what was recorded by mistake: an income, an answer, a discharge; by page, API and command."""

from __future__ import annotations

import json

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.logboek.models import Auditregel
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_krediet import dossier, geweigerd

pytestmark = pytest.mark.django_db
REDEN = "verkeerde zaak"


def test_een_inkomen_dat_er_niet_was_telt_nergens_mee() -> None:
    gemeente = w.maak_gemeente()
    zaak = w.met_schulden(gemeente)
    (rij,) = dossier(gemeente, zaak).inkomens
    assert (
        geweigerd(lambda: w.doe(gemeente, zaak, "inkomenvergissing", inkomen=rij.id, reden=" "))
        == "reden_ontbreekt"
    )
    w.doe(gemeente, zaak, "inkomenvergissing", inkomen=rij.id, reden=REDEN)
    na = dossier(gemeente, zaak)
    assert (na.lopende_inkomens, na.inkomen.centen, na.inkomens[0].reden) == ([], 0, REDEN)
    assert (
        geweigerd(lambda: w.doe(gemeente, zaak, "inkomenvergissing", inkomen=rij.id, reden=REDEN))
        == "hoort_niet_bij_zaak"
    )
    assert "vergissing" in w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    gelezen = w.api(gemeente.noor).get(f"/api/v1/schuldhulp/zaken/{zaak.id}").json()
    assert gelezen["inkomens"][0]["vervallenOp"] == w.vandaag().isoformat()


def test_een_schuld_die_verkeerd_is_ingevoerd_wordt_verbeterd_en_wat_er_stond_blijft() -> None:
    gemeente = w.maak_gemeente()
    zaak = w.met_schulden(gemeente)
    belasting, huur, stroom = dossier(gemeente, zaak).schulden
    doe = {"schuld": huur.id, "reden": REDEN}
    assert geweigerd(lambda: w.doe(gemeente, zaak, "schuldvergissing", **doe)) == "niets_te_verbeteren"
    assert geweigerd(lambda: w.doe(gemeente, zaak, "schuldvergissing", **doe, bedrag="5000,00")) == "niets_te_verbeteren"  # fmt: skip
    assert geweigerd(lambda: w.doe(gemeente, zaak, "schuldvergissing", **doe, schuldeiser="Belastingdienst")) == "schuld_bekend"  # fmt: skip
    assert geweigerd(lambda: w.doe(gemeente, zaak, "schuldvergissing", **doe | {"reden": ""}, bedrag="1,00")) == "reden_ontbreekt"  # fmt: skip
    assert dossier(gemeente, zaak).eerdere_waarden == []
    pagina = w.web(gemeente.noor)
    leeg = {"schuld": str(stroom.id), "reden": REDEN, "schuldeiser": "", "rang": "", "bedrag": "", "kenmerk": "", "peildatum": ""}  # fmt: skip
    pad = f"/schuldhulp/zaken/{zaak.id}/schuldvergissing"
    assert pagina.post(pad, leeg).status_code == 400, "wie niets invult laat geen schuld vervallen"
    assert pagina.post(pad, leeg | {"bedrag": "3000,01"}).status_code == 302
    assert pagina.post(pad, leeg | {"bedrag": "3000,00"}).status_code == 302
    assert [rij.stand for rij in dossier(gemeente, zaak).schulden] == ["opgegeven"] * 3
    lijf = doe | {"schuld": str(huur.id), "rang": "preferent", "bedrag": "500.00", "schuldeiser": "Woningstichting Zuid"}  # fmt: skip
    gedaan = w.api(gemeente.noor).post(f"/api/v1/schuldhulp/zaken/{zaak.id}/schuldvergissing", json.dumps(lijf), content_type="application/json")  # fmt: skip
    assert gedaan.status_code == 200, gedaan.content
    w.doe(gemeente, zaak, "schuldvergissing", schuld=stroom.id, reden=REDEN, geen_schuld=True)
    w.doe(gemeente, zaak, "schuldwijziging", schuld=belasting.id, stand="bevestigd", peildatum=w.DAG, bedrag="2100,00")  # fmt: skip
    w.doe(gemeente, zaak, "schuldwijziging", schuld=belasting.id, stand="bevestigd", peildatum=w.DAG)
    na = dossier(gemeente, zaak)
    assert [(rij.schuldeiser.naam, rij.rang, rij.bedrag_centen) for rij in na.open_schulden] == [
        ("Belastingdienst", "preferent", 210_000), ("Woningstichting Zuid", "preferent", 50_000),
    ]  # fmt: skip
    assert [(rij.was["schuldeiser"], rij.was["bedrag"], rij.reden) for rij in na.eerdere_waarden[2:]] == [
        ("Woonstichting De Sluis", "5000.00", REDEN), ("Noordlicht Energie", "3000.00", REDEN), ("Belastingdienst", "2000.00", ""),
    ]  # fmt: skip
    gelezen = w.api(gemeente.noor).get(f"/api/v1/schuldhulp/zaken/{zaak.id}").json()["eerdereWaarden"]
    assert {"veld": "bedrag", "waarde": "5000.00"} in gelezen[2]["was"]
    pagina = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    for tekst in ("Wat er eerder stond", "Woonstichting De Sluis", "5.000,00", "schuldvergissing"):
        assert tekst in pagina, tekst
    assert "5000.00" not in json.dumps(list(Auditregel.objects.values_list("wijziging", flat=True)))


def test_een_antwoord_dat_er_niet_was_laat_het_voorstel_weer_wachten(
    capsys: pytest.CaptureFixture[str],
) -> None:
    gemeente = w.maak_gemeente()
    zaak = w.voorgesteld(gemeente)
    eerste, tweede, derde = dossier(gemeente, zaak).voorstellen
    doe = {"voorstel": eerste.id, "reden": REDEN}
    assert geweigerd(lambda: w.doe(gemeente, zaak, "antwoordvergissing", **doe)) == "hoort_niet_bij_zaak"
    w.doe(
        gemeente,
        zaak,
        "antwoord",
        voorstel=eerste.id,
        antwoord="geweigerd",
        op=w.vandaag(),
        via="brief",
        reden="bod_te_laag",
    )
    assert len(dossier(gemeente, zaak).weigeringen) == 1
    pagina = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    assert "antwoordvergissing" in pagina
    with pytest.raises(SystemExit) as einde:
        hoofd(
            [
                "schuldhulp",
                "antwoordvergissing",
                zaak.nummer,
                "--voorstel",
                str(eerste.id),
                "--reden",
                REDEN,
                "--als",
                gemeente.noor.email,
            ]
        )
    assert einde.value.code == 0
    na = dossier(gemeente, zaak)
    assert ([rij.antwoord for rij in na.voorstellen], na.weigeringen) == (["", "", ""], [])
    (eerder,) = na.eerdere_waarden
    assert (eerder.was["antwoord"], eerder.was["reden"], eerder.reden) == ("geweigerd", "bod_te_laag", REDEN)
    doe_nee = {"voorstel": eerste.id, "antwoord": "geweigerd", "op": w.vandaag(), "via": "brief"}
    for reden in ("bod_te_laag", "niet_genoemd"):
        w.doe(gemeente, zaak, "antwoord", **doe_nee, reden=reden)
    assert len(dossier(gemeente, zaak).weigeringen) == 1, "de laatste reden telt"
    for rij in (eerste, tweede, derde):
        w.doe(gemeente, zaak, "antwoord", voorstel=rij.id, antwoord="akkoord", op=w.vandaag(), via="mail")
    assert dossier(gemeente, zaak).weigeringen == [], (
        "wie alsnog akkoord ging, staat niet als weigering bij de rechter"
    )
    zaak = w.doe(gemeente, zaak, "akkoord")
    assert geweigerd(lambda: w.doe(gemeente, zaak, "antwoordvergissing", **doe)) == "geen_voorstel"


def test_een_kwijting_die_er_niet_was_wordt_opnieuw_gevraagd() -> None:
    gemeente = w.maak_gemeente()
    zaak = w.met_krediet(gemeente)
    rijen = dossier(gemeente, zaak).uitbetalingen
    for rij in rijen:
        w.doe(gemeente, zaak, "kwijtingsbevestiging", uitbetaling=rij.id, op=w.vandaag(), via="brief")
    assert not zaak.taken.filter(soort="kwijting_navragen", klaar__isnull=True).exists()
    gedaan = w.api(gemeente.noor).post(
        f"/api/v1/schuldhulp/zaken/{zaak.id}/kwijtingvergissing", json.dumps({"uitbetaling": str(rijen[0].id), "reden": REDEN}), content_type="application/json",
    )  # fmt: skip
    assert gedaan.status_code in (200, 201), gedaan.content
    assert sum(rij.kwijting_op is None for rij in dossier(gemeente, zaak).uitbetalingen) == 1
    assert zaak.taken.filter(soort="kwijting_navragen", klaar__isnull=True).count() == 1
