"""The plan as a paper: PDF/UA of two pages through three doors, and of a resident his own part only."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import plan
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db


def tekst(pdf: bytes) -> str:
    return "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages)


def met_plan() -> tuple[w.Gemeente, w.Zaak, dict[str, w.UUID]]:
    """A plan with a goal of the mother and one of the son."""
    g = w.maak_gemeente()
    zaak, wie = w.in_plan(g)
    karin = w.als(g.karin)
    for lid, doel, zin in (
        ("moeder", "rust_geld", "eerste_gesprek"),
        ("zoon", "naar_school", "begeleidt_school"),
    ):
        plan.leg_doel_vast(karin, zaak.id, plan.Doelinvoer(wie[lid], doel))
        rij = next(d for d in queries.zaak(karin, zaak.id).doelen if d.doel == doel)
        partij = "schuldhulp" if lid == "moeder" else "school"
        plan.leg_afspraak_vast(
            karin, zaak.id, plan.Afspraakinvoer(rij.id, zin, partij, w.timezone.localdate())
        )
    return g, zaak, wie


def test_het_plan_is_pdf_ua_van_twee_bladzijden_zonder_vrije_tekst() -> None:
    g, zaak, _ = met_plan()
    pdf = queries.planstuk(w.als(g.karin), zaak.id)
    lezer = PdfReader(io.BytesIO(pdf))
    assert len(lezer.pages) == 2
    wortel = lezer.trailer["/Root"]
    assert b"pdfuaid" in wortel["/Metadata"].get_data()
    assert wortel["/Lang"] == "nl"
    inhoud = tekst(pdf)
    for deel in (
        "Ons plan",
        zaak.nummer,
        "De vaste lasten worden op tijd betaald",
        "begeleidt de terugkeer naar school",
        "Jan de Wit",
    ):
        assert deel in inhoud
    assert "Achterstand" not in inhoud
    assert "stress" not in inhoud
    assert queries.planstuk(w.als(g.karin), zaak.id) == pdf, "dezelfde gegevens, dezelfde bytes"
    assert "Our plan" in tekst(queries.planstuk(w.als(g.karin), zaak.id, "en"))


def test_drie_deuren_geven_hetzelfde(tmp_path: Path) -> None:
    from samenhang.schemes.wams.commands import planstuk

    g, zaak, _ = met_plan()
    web = w.web(g.karin).get(f"/wams/zaken/{zaak.id}/plan.pdf")
    api = w.api(g.karin).get(f"/api/v1/wams/zaken/{zaak.id}/planstuk")
    planstuk(str(zaak.id), g.karin.email, tmp_path / "plan.pdf")
    assert (web.status_code, api.status_code) == (200, 200)
    assert tekst(web.content) == tekst(api.content) == tekst((tmp_path / "plan.pdf").read_bytes())


def test_een_inwoner_krijgt_alleen_zijn_eigen_deel() -> None:
    _, zaak, _ = met_plan()
    ria, _ = w.inwoner(zaak)
    inhoud = tekst(w.web(ria).get(f"/wams/zaken/{zaak.id}/plan.pdf").content)
    assert "De vaste lasten worden op tijd betaald" in inhoud
    for van_ander in ("naar school", "Daan", "Jan"):
        assert van_ander not in inhoud


def test_wie_de_zaak_niet_behandelt_en_een_zaak_zonder_plan_krijgen_niets() -> None:
    g = w.maak_gemeente()
    zaak, _ = w.in_plan(g)
    for wie, code in ((g.karin, "geen_plan"), (g.omar, "niet_betrokken"), (g.piet, "niet_betrokken")):
        with pytest.raises(Geweigerd) as fout:
            queries.planstuk(w.als(wie), zaak.id)
        assert fout.value.code == code
    with pytest.raises(Geweigerd) as fout:
        queries.planstuk(w.als(g.karin), zaak.id, "fr")
    assert fout.value.code == "taal_onbekend"
