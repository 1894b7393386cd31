"""Acceptance 2: a professional asks without a request for help; informing is put off, and that ends by itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.plichten.uitvoerder import doe_een
from samenhang.kernel.scheme import Reden
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions import gezin, onderzoek, triage, verloop
from samenhang.schemes.wams.plichten import UITSTEL_VERLOPEN
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_planstuk import tekst
from tests.schemes.wams.test_route_a import opdracht

pytestmark = pytest.mark.django_db


def begin(g: w.Gemeente) -> Zaak:
    zaak = w.in_triage(g, melder_soort="professional", melder="Wijkagent De Boer")
    fatima = w.als(g.fatima)
    over = timezone.localdate() + timedelta(weeks=4)
    gezin.stel_uit(
        fatima,
        zaak.id,
        gezin.Uitstel(w.moeder(zaak), over, "De man is thuis gewelddadig; eerst een veilig gesprek."),
    )
    triage.bericht_melder(fatima, zaak.id, triage.Bericht(timezone.localdate()))
    return zaak


def test_zolang_de_wams_geen_wet_is_wordt_route_b_geweigerd_met_de_reden() -> None:
    g = w.maak_gemeente()
    zaak = begin(g)
    with pytest.raises(Geweigerd) as fout:
        triage.begin_ambtshalve(w.als(g.fatima), zaak.id, triage.Onderzoeker(w.wie(g.omar)))
    assert fout.value.code == "W07"
    zaak.refresh_from_db()
    assert zaak.stap == "triage"


def test_met_de_wet_ziet_de_onderzoeker_geen_gezondheid_hulp_of_inkomen() -> None:
    g = w.maak_gemeente()
    zaak = begin(g)
    omar = w.als(g.omar)
    with w.wams_is_wet():
        triage.begin_ambtshalve(w.als(g.fatima), zaak.id, triage.Onderzoeker(w.wie(g.omar)))
        onderzoek.leg_aandachtspunt_vast(omar, zaak.id, onderzoek.Aandachtspunt(w.moeder(zaak), "veiligheid", "Zij is bang", "de wijkagent"))  # fmt: skip
        for gebied in ("gezondheid", "hulp", "inkomen", "schulden"):
            with pytest.raises(Geweigerd) as fout:
                onderzoek.leg_aandachtspunt_vast(omar, zaak.id, onderzoek.Aandachtspunt(w.moeder(zaak), gebied, "iets", "de wijkagent"))  # fmt: skip
            assert fout.value.code == "niet_toegestaan"
    with pytest.raises(Geweigerd) as fout:
        onderzoek.leg_aandachtspunt_vast(omar, zaak.id, onderzoek.Aandachtspunt(w.moeder(zaak), "veiligheid", "Zij is bang", "de wijkagent"))  # fmt: skip
    assert fout.value.redenen[0][1] == "grondslag_niet_in_werking"


def test_uitstel_loopt_vanzelf_af_en_de_inwoner_ziet_waarom(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from samenhang.schemes.wams.commands import informeerbrief

    g = w.maak_gemeente()
    zaak = begin(g)
    ria, _ = w.inwoner(zaak)
    # No door puts it off for longer than four weeks with one extension of two, or without a reason.
    te_ver = f"{timezone.localdate() + timedelta(weeks=7):%Y-%m-%d}"
    invoer = {"persoon": str(w.moeder(zaak)), "tot": te_ver, "reden": "Eerst een veilig gesprek."}
    machine, pad = w.api(g.fatima), f"/api/v1/wams/zaken/{zaak.id}"
    for anders in ({}, {"tot": f"{timezone.localdate():%Y-%m-%d}", "reden": ""}):
        verkeerd = invoer | anders
        assert w.web(g.fatima).post(f"/wams/zaken/{zaak.id}/uitstel", verkeerd).status_code == 400
        assert machine.post(f"{pad}/uitstel", verkeerd, content_type="application/json").status_code == 400
        opties = [f"--{naam}={waarde}" for naam, waarde in verkeerd.items()]
        assert opdracht(capsys, "uitstel", zaak.nummer, *opties, "--als", g.fatima.email)[0] == 2
    tot = f"{timezone.localdate() + timedelta(weeks=4):%Y-%m-%d}"
    assert machine.get(pad).json()["personen"][0]["uitstel"]["tot"] == tot
    code, regel = opdracht(capsys, "toon", zaak.nummer, "--als", g.fatima.email)
    assert (code, regel["personen"][0]["uitstel"]["tot"]) == (0, tot)
    assert "gewelddadig" not in w.web(ria).get("/wams/mijn").content.decode()
    assert zaak.organisatie.naam not in w.web(ria).get("/logboek").content.decode(), "ook niet wie er keek"
    assert w.web(ria).get(f"/wams/zaken/{zaak.id}/plan.pdf").status_code == 404
    moeder = w.moeder(zaak)
    brief = f"/wams/zaken/{zaak.id}/brief/{moeder}.pdf"
    assert w.web(g.fatima).get(brief).status_code == 409, "geen brief zolang het is uitgesteld"
    laatste = timezone.now() + timedelta(weeks=4)
    with time_machine.travel(laatste, tick=False):
        assert not doe_een(UITSTEL_VERLOPEN, str(zaak.id)), "de laatste dag telt nog mee"
    with time_machine.travel(laatste + timedelta(days=1), tick=False):
        assert doe_een(UITSTEL_VERLOPEN, str(zaak.id))
        assert w.api(g.fatima).get(pad).json()["personen"][0]["uitstel"] is None
        assert "gewelddadig" in w.web(ria).get("/wams/mijn").content.decode()
        assert zaak.organisatie.naam in w.web(ria).get("/logboek").content.decode()
        assert not doe_een(UITSTEL_VERLOPEN, str(zaak.id)), "een tweede keer verandert niets"
        in_de_brief = tekst(w.web(g.fatima).get(brief).content)
        assert "R. De Wit" in in_de_brief
        assert "later dan anders" in in_de_brief
        assert tekst(w.api(g.fatima).get(f"{pad}/informeerbrief/{moeder}").content) == in_de_brief
        doel = tmp_path / "brief.pdf"
        informeerbrief(zaak.nummer, str(moeder), g.fatima.email, doel)
        assert tekst(doel.read_bytes()) == in_de_brief
    zaak.refresh_from_db()
    assert zaak.volgende_termijn is None
    assert zaak.taken.filter(soort="brief", klaar__isnull=True).count() == 1


def test_ook_van_een_gestopte_zaak_loopt_het_uitstel_af() -> None:
    """A case may close while telling is put off; the resident then still hears of it, on the same day."""
    g = w.maak_gemeente()
    zaak = begin(g)
    ria, _ = w.inwoner(zaak)
    verloop.stop(w.als(g.fatima), zaak.id, Reden("De melding bleek over een ander gezin te gaan."))
    with time_machine.travel(timezone.now() + timedelta(weeks=4, days=1), tick=False):
        assert zaak.nummer not in w.web(ria).get("/wams/mijn").content.decode()
        assert doe_een(UITSTEL_VERLOPEN, str(zaak.id))
        assert "gewelddadig" in w.web(ria).get("/wams/mijn").content.decode()
