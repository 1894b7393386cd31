"""Decisions and letters as PDF, and the resident's own page."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.schuldhulp.brieftekst import teksten
from samenhang.schemes.schuldhulp.domain.brieven import lees_teksten, tekst_op, vul_in
from samenhang.schemes.schuldhulp.domain.inwonertekst import WAAR
from samenhang.schemes.schuldhulp.domain.proces import ZAAK
from tests.schemes.schuldhulp import wereld as w


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        return gemeente, w.met_krediet(gemeente).id

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


def tekst(pdf: bytes) -> str:
    lezer = PdfReader(io.BytesIO(pdf))
    assert lezer.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join("\n".join(blad.extract_text() for blad in lezer.pages).split())


def test_een_besluit_noemt_motivering_plan_en_bezwaar(gemeente: w.Gemeente, stand: Any) -> None:
    uit = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{stand[1]}/brieven/toelating.pdf")
    assert uit["Content-Type"] == "application/pdf"
    inhoud = tekst(uit.content)
    for deel in (w.ZIN, "opent de post", "5 januari 2027", "artikel 6:7", "R. De Wit"):
        assert deel in inhoud


def test_een_voorstel_per_schuldeiser_en_de_overeenkomst_met_het_schema(
    gemeente: w.Gemeente, stand: Any, tmp_path: Path
) -> None:
    machine, zaak = w.api(gemeente.noor), Zaak.objects.get(id=stand[1])
    bundel = machine.get(f"/api/v1/schuldhulp/zaken/{zaak.id}/brieven/voorstel").content
    assert len(PdfReader(io.BytesIO(bundel)).pages) == 3
    assert "Noordlicht Energie" in tekst(bundel)
    doel = tmp_path / "krediet.pdf"
    with pytest.raises(SystemExit):
        hoofd(["schuldhulp", "brief", zaak.nummer, "krediet", str(doel), "--als", gemeente.noor.email])
    inhoud = tekst(doel.read_bytes())
    for deel in ("€ 4.797,92", "€ 283,14", "€ 5.096,52", "24 mei 2028", "12 procent"):
        assert deel in inhoud
    nog_niet = machine.get(f"/api/v1/schuldhulp/zaken/{zaak.id}/brieven/kwijting")
    assert (nog_niet.status_code, json.loads(nog_niet.content)["code"]) == (404, "brief_onbekend")
    assert w.web(gemeente.ruben).get(f"/schuldhulp/zaken/{zaak.id}/brieven/krediet.pdf").status_code == 403


def test_een_tekst_die_iemand_verandert_wordt_gecontroleerd() -> None:
    goed = {"id": "kwijting", "vanaf": date(2026, 1, 1), "status": "beleid", "onderwerp": "Klaar, {naam}", "alineas": [["", "Op {afgelost}."]]}  # fmt: skip
    oud, nieuw = lees_teksten({"brief": [goed, goed | {"vanaf": date(2026, 6, 1), "onderwerp": "Nieuw"}]})
    assert tekst_op((oud, nieuw), "kwijting", date(2026, 5, 31)) == oud
    assert tekst_op((oud, nieuw), "kwijting", date(2026, 6, 1)) == nieuw
    assert vul_in("{naam} en {naam}", {"naam": "{afgelost}"}) == "{afgelost} en {afgelost}"
    with pytest.raises(ValueError, match="bezwaar_tot"):
        lees_teksten({"brief": [goed | {"id": "toelating", "alineas": [["", "Besloten."]]}]})
    with pytest.raises(ValueError, match="bsn"):
        lees_teksten({"brief": [goed | {"onderwerp": "{bsn}"}]})
    with pytest.raises(ValueError, match="aanslag"):
        lees_teksten({"brief": [goed | {"id": "aanslag"}]})
    with pytest.raises(LookupError):
        tekst_op(teksten(), "kwijting", date(2025, 12, 31))


def test_de_inwoner_ziet_waar_hij_staat_en_een_ander_niets(gemeente: w.Gemeente, stand: Any) -> None:
    persoon = Betrokkene.objects.get(zaak_id=stand[1]).persoon_id
    ik = Gebruiker.objects.create_user("dewit@test.invalid", naam="R. de Wit", persoon_id=persoon)
    client = Client()
    client.force_login(ik)
    beeld = client.get("/schuldhulp/mijn").content.decode()
    for deel in ("U hebt één schuldeiser", "noor helpt u", "283,14", "Schuldenvrij op", "aan de kredietbank"):
        assert deel in beeld
    assert tekst(client.get(f"/schuldhulp/mijn/{stand[1]}/brieven/krediet.pdf").content)
    ander = Client()
    ander.force_login(Gebruiker.objects.create_user("ander@test.invalid", naam="A. Nder"))
    assert "283,14" not in ander.get("/schuldhulp/mijn").content.decode()
    assert ander.get(f"/schuldhulp/mijn/{stand[1]}/brieven/krediet.pdf").status_code == 404


def test_de_inwoner_leest_wie_nog_niet_antwoordde(gemeente: w.Gemeente) -> None:
    zaak = w.voorgesteld(gemeente)
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    client = Client()
    client.force_login(Gebruiker.objects.create_user("wacht@test.invalid", naam="W", persoon_id=persoon))
    beeld = client.get("/schuldhulp/mijn").content.decode()
    assert "Wie heeft nog niet geantwoord?" in beeld
    assert "Noordlicht Energie" in beeld


def test_elke_stap_heeft_woorden_voor_de_inwoner() -> None:
    assert set(WAAR) == {stap.naam for stap in ZAAK.stappen}
