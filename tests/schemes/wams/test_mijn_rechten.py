"""A resident asks for his copy and for a correction on his own page; who treats the case answers, through every door."""

from __future__ import annotations

import json

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.inzage import kopie_van
from samenhang.kernel.organisaties.queries import inwoner_van
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions import onderzoek
from samenhang.schemes.wams.domain.inwonerwoorden import STAPZINNEN
from samenhang.schemes.wams.domain.proces import ZAAK
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db


def test_kopie_en_verbetering_van_begin_tot_eind(capsys: pytest.CaptureFixture[str]) -> None:
    g = w.maak_gemeente()
    zaak = w.in_onderzoek(g)
    ria, _ = w.inwoner(zaak)
    deur = w.web(ria)
    w.stemt_in(w.als(g.omar), zaak, w.moeder(zaak), "wonen")
    onderzoek.leg_aandachtspunt_vast(w.als(g.omar), zaak.id, onderzoek.Aandachtspunt(w.moeder(zaak), "wonen", "De huur loopt achter", "de consulent"))  # fmt: skip
    pagina = deur.get("/wams/mijn").content.decode()
    assert "/mijn/kopie/wams.pdf" in pagina
    assert "Er klopt iets niet" in pagina
    assert deur.get("/mijn/kopie/wams.pdf").content.startswith(b"%PDF")
    kopie = json.loads(deur.get("/mijn/kopie/wams.json").content)["delen"]
    assert kopie[f"melding_{zaak.nummer}"][0]["tekst"] == w.ZIN
    assert kopie[f"wonen_{zaak.nummer}"][0]["tekst"] == "De huur loopt achter"
    assert {rij["over"] for rij in kopie[f"toestemming_{zaak.nummer}"]} >= {"Wonen"}
    assert kopie["naw"][0]["achternaam"] == "De Wit"
    assert any(rij["wat"] == "U haalde een kopie van uw gegevens op" for rij in json.loads(deur.get("/mijn/kopie/wams.json").content)["delen"]["logboek"])  # fmt: skip
    assert deur.get("/mijn/kopie/zvh.json").status_code == 200, "een leeg register geeft een lege kopie"
    assert deur.get("/mijn/kopie/bestaatniet.json").status_code == 404
    with pytest.raises(Geweigerd):
        kopie_van(w.als(g.omar), "wams")

    vraag = f"/mijn/wams/{zaak.id}/verbetering"
    assert deur.post(vraag, {"wat": "naam"}).status_code == 302
    assert deur.post(vraag, {"wat": "naam"}).status_code == 409
    assert deur.post(vraag, {"wat": "schoenmaat"}).status_code == 400
    assert w.web(g.omar).post(vraag, {"wat": "naam"}).status_code == 404, "alleen de inwoner zelf"
    assert "Wij antwoorden binnen een maand" in deur.get("/wams/mijn").content.decode()
    zaak = Zaak.objects.get(id=zaak.id)
    assert zaak.termijnen.get(regel="verbetering").klaar is None
    werk = w.web(g.omar)
    assert "Beantwoord het verzoek om verbetering" in werk.get(f"/wams/zaken/{zaak.id}").content.decode()
    kop = {"if-match": f'"{zaak.versie}"'}
    api = w.api(g.omar)
    kaal = api.post(f"/api/v1/wams/zaken/{zaak.id}/verbetering-antwoord", {"uitkomst": "niet_verbeterd"}, content_type="application/json", headers=kop)  # fmt: skip
    assert (kaal.status_code, kaal.json()["fouten"][0]["code"]) == (400, "motivering_ontbreekt")
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", "verbetering-antwoord", zaak.nummer, "--uitkomst", "verbeterd", "--als", g.omar.email, "--json"])  # fmt: skip
    assert einde.value.code in (0, None), capsys.readouterr().err
    assert zaak.termijnen.get(regel="verbetering").klaar is not None
    assert not zaak.taken.filter(soort="verbetering", klaar__isnull=True).exists()
    weer = api.post(f"/api/v1/wams/zaken/{zaak.id}/verbetering-antwoord", {"uitkomst": "verbeterd"}, content_type="application/json", headers={"if-match": f'"{Zaak.objects.get(id=zaak.id).versie}"'})  # fmt: skip
    assert (weer.status_code, weer.json()["code"]) == (409, "niets_gevraagd")
    assert inwoner_van(ria).persoon_id == w.moeder(zaak)


def test_elke_lopende_stap_heeft_een_zin_voor_de_inwoner() -> None:
    """A report that waits says so itself; every other open step is told in plain words, in both languages."""
    open_ = {stap.naam for stap in ZAAK.stappen if not stap.eind} - {"melding"}
    assert set(STAPZINNEN) == open_
    assert all(zin.nl != zin.en and len(zin.nl.split()) <= 20 for zin in STAPZINNEN.values())
