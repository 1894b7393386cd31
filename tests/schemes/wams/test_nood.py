"""Breaking glass: narrow, written down, seen by the supervisor at once, reviewed in two working days, told to the person."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.scheme import Niets
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.toezicht import toetsen
from samenhang.kernel.toezicht.models import Toetspunt
from samenhang.kernel.zaken.models import Taak, Tijdlijnregel, Zaak
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import nood, plan
from samenhang.schemes.wams.actions.onderzoek import Aandachtspunt, leg_aandachtspunt_vast
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db
API = "/api/v1/wams/zaken"
WAAROM = "De school belt: er is vandaag thuis met een mes gedreigd."


def in_uitvoering(gemeente: w.Gemeente) -> tuple[Zaak, dict[str, UUID]]:
    """A plan that is carried out; the son shared what he told about safety, and took that back."""
    zaak, wie = w.in_plan(gemeente)
    karin = w.als(gemeente.karin)
    w.stemt_in(karin, zaak, wie["zoon"], "veiligheid")
    leg_aandachtspunt_vast(
        karin, zaak.id, Aandachtspunt(wie["zoon"], "veiligheid", "Vader heeft een mes in huis", "de zoon", "")
    )
    w.stemt_in(karin, zaak, wie["zoon"], "veiligheid", antwoord="ingetrokken")
    plan.leg_doel_vast(karin, zaak.id, plan.Doelinvoer(wie["zoon"], "naar_school"))
    doel = queries.zaak(karin, zaak.id).doelen[0]
    plan.leg_afspraak_vast(
        karin,
        zaak.id,
        plan.Afspraakinvoer(doel.id, "begeleidt_school", "school", timezone.localdate() + timedelta(days=9)),
    )
    plan.vraag_meelezer(karin, zaak.id, plan.Meelezer(w.wie(gemeente.omar)))
    plan.lees_mee(w.als(gemeente.omar), zaak.id, Niets())
    return plan.stel_vast(karin, zaak.id, Niets()), wie


def vraag(persoon: UUID, wat: str = "veiligheid", **anders: str) -> nood.Noodvraag:
    return nood.Noodvraag(**{"persoon": persoon, "wat": wat, "gevaar": "kind", "waarom": WAAROM} | anders)  # type: ignore[arg-type]


def fg(gemeente: w.Gemeente) -> Gebruiker:
    return w.medewerker(gemeente.organisatie, "joost", "fg")


def test_wat_iemand_niet_deelt_gaat_alleen_in_nood_open() -> None:
    g = w.maak_gemeente()
    zaak, wie = in_uitvoering(g)
    karin = w.als(g.karin)
    zoon = next(
        p for p in w.api(g.karin).get(f"{API}/{zaak.id}").json()["personen"] if p["naam"].startswith("Daan")
    )
    assert "mes" not in json.dumps(zoon)
    gezien = nood.zie_in_nood(karin, zaak.id, vraag(wie["zoon"]))
    assert gezien.punten == ("Vader heeft een mes in huis",)
    assert gezien.telefoon == ""
    regel = Auditregel.objects.latest("id")
    assert (regel.naam, regel.doel, regel.uitkomst, regel.aantal_personen) == (
        "in nood inzien",
        "nood",
        "verleend",
        1,
    )
    assert set(regel.verleend.split(",")) == {"gezin", "veiligheid"}
    assert "wa-nood" in regel.regels
    assert set(regel.plichten.split(",")) == {"meld_fg", "toets_nood", "vertel_inwoner"}
    assert WAAROM not in regel.reden + json.dumps(regel.wijziging)
    verwerking = Verwerking.objects.get(operatie_id=regel.operatie_id)
    assert (verwerking.betrokkene, verwerking.grondslagen) == (betrokkene(wie["zoon"]), "vitaal-belang")
    lijn = Tijdlijnregel.objects.get(zaak=zaak, wat="nood")
    assert (lijn.reden, lijn.door) == (WAAROM, "karin")
    taak = Taak.objects.get(zaak=zaak, soort="vertel_inwoner")
    assert taak.behandelaar_id == w.wie(g.karin)
    assert taak.uiterlijk == gezien.vertellen_voor > timezone.localdate() + timedelta(days=26)


def test_door_drie_deuren_en_de_fg_beoordeelt_binnen_twee_werkdagen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    g = w.maak_gemeente()
    zaak, wie = in_uitvoering(g)
    karin = w.web(g.karin)
    assert "In nood bekijken" in karin.get(f"/wams/zaken/{zaak.id}").content.decode()
    assert "Bel bij direct gevaar eerst 112" in karin.get(f"/wams/zaken/{zaak.id}/nood").content.decode()
    lijf = {"persoon": str(wie["zoon"]), "wat": "veiligheid", "gevaar": "kind", "waarom": WAAROM}
    pagina = karin.post(f"/wams/zaken/{zaak.id}/nood", lijf | {"versie": "1"})
    assert pagina.status_code == 200, pagina.content.decode()
    assert "Vader heeft een mes in huis" in pagina.content.decode()
    assert "Vader heeft een mes in huis" not in karin.get(f"/wams/zaken/{zaak.id}").content.decode()
    antwoord = w.api(g.karin).post(f"{API}/{zaak.id}/nood", lijf, content_type="application/json")
    assert (antwoord.status_code, antwoord.json()["punten"]) == (201, ["Vader heeft een mes in huis"])
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", "nood", zaak.nummer, "--persoon", str(wie["moeder"]), "--wat", "contact", "--gevaar", "ander", "--waarom", WAAROM, "--als", g.karin.email])  # fmt: skip
    assert not einde.value.code
    assert json.loads(capsys.readouterr().out)["telefoon"] == "0612345678"
    assert werk(gekozen=plichten(["logboek.doorzien"])) == 1
    joost = fg(g)
    blad = toetsen.toetspunten(w.als(joost), toetsen.Toetsfilter("open", "nood"))
    assert [(p.gebruiker, p.zaak, p.reden) for p in blad.punten] == [("karin", zaak.nummer, WAAROM)] * 3
    vandaag = timezone.localdate()
    assert standaardkalender().werkdagen_tussen(vandaag, blad.punten[0].uiterlijk) == 2
    lijst = w.web(joost).get("/toezicht").content.decode()
    assert "Noodgebruik" in lijst
    assert WAAROM in lijst
    assert toetsen.oordeel(w.als(joost), blad.punten[0].id, "in_orde", "De dreiging staat ook in het verslag van de school.").oordeel  # fmt: skip


def test_de_reden_gaat_weg_met_de_zaak_en_het_toetspunt_blijft() -> None:
    g = w.maak_gemeente()
    zaak, wie = in_uitvoering(g)
    nood.zie_in_nood(w.als(g.karin), zaak.id, vraag(wie["zoon"]))
    werk(gekozen=plichten(["logboek.doorzien"]))
    punt = Toetspunt.objects.get()
    assert WAAROM not in json.dumps([str(getattr(punt, veld.name)) for veld in Toetspunt._meta.fields])
    Tijdlijnregel.objects.filter(zaak=zaak).delete()
    assert toetsen.toetspunt(w.als(fg(g)), punt.id).punt.reden == ""


def test_de_inwoner_ziet_het_zelf() -> None:
    g = w.maak_gemeente()
    zaak, wie = in_uitvoering(g)
    nood.zie_in_nood(w.als(g.karin), zaak.id, vraag(wie["moeder"], "contact"))
    ria, _ = w.inwoner(zaak)
    assert "In nood bekeken, zonder uw instemming" in w.web(ria).get("/logboek").content.decode()


@pytest.mark.parametrize(
    "anders",
    [
        {"wat": "schulden"}, {"wat": "naw"}, {"wat": ""}, {"gevaar": "haast"}, {"gevaar": ""}, {"waarom": ""},
        {"waarom": "  "}, {"waarom": "kort"}, {"waarom": "x" * 251}, {"persoon": str(uuid4())},
    ],
)  # fmt: skip
def test_zonder_gevaar_of_reden_blijft_het_dicht(anders: dict[str, str]) -> None:
    g = w.maak_gemeente()
    zaak, wie = in_uitvoering(g)
    lijf = {"persoon": str(wie["zoon"]), "wat": "veiligheid", "gevaar": "kind", "waarom": WAAROM} | anders
    api = w.api(g.karin).post(f"{API}/{zaak.id}/nood", lijf, content_type="application/json")
    assert api.status_code == 400, api.content
    web = w.web(g.karin).post(f"/wams/zaken/{zaak.id}/nood", lijf)
    assert web.status_code == 400
    assert "mes in huis" not in web.content.decode()
    assert not Tijdlijnregel.objects.filter(zaak=zaak, wat="nood").exists()


def test_niet_voor_een_ander_en_niet_in_een_andere_stap() -> None:
    g = w.maak_gemeente()
    zaak, wie = in_uitvoering(g)
    for ander in (g.buur, g.fatima, g.piet, fg(g)):
        with pytest.raises((NietToegestaan, Geweigerd)) as fout:
            nood.zie_in_nood(w.als(ander), zaak.id, vraag(wie["zoon"]))
        assert fout.value.status in (403, 404)
        assert w.web(ander).get(f"/wams/zaken/{zaak.id}/nood").status_code in (403, 404)
    eerder = w.maak_gemeente("9903")
    plan_zaak, mensen = w.in_plan(eerder)
    with pytest.raises(NietToegestaan) as stap:
        nood.zie_in_nood(w.als(eerder.karin), plan_zaak.id, vraag(mensen["zoon"]))
    assert stap.value.redenen[0][1] == "stap"
    assert not Tijdlijnregel.objects.filter(wat="nood").exists()
    assert not Taak.objects.filter(soort="vertel_inwoner").exists()
