"""Messages to creditors: with the proposal, about balances, their answers, the clock, and the three doors."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import berekenen, voorstel
from samenhang.schemes.schuldhulp.actions.berichten import zet_op_knooppunt
from samenhang.schemes.schuldhulp.actions.portaal import sluit_aan
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import ANTWOORD_OP, Bericht, lees, schrijf
from samenhang.schemes.schuldhulp.knooppunt import ophalen
from samenhang.schemes.schuldhulp.knooppunt.adres import laatste_dag
from samenhang.schemes.schuldhulp.knooppunt.map import Mapknooppunt
from samenhang.schemes.schuldhulp.models import Knooppuntbericht, Knooppuntronde, Schuldeiser
from samenhang.schemes.schuldhulp.pages.zaakhandelingen import handelingen
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.hulp import Opdracht

pytestmark = pytest.mark.django_db
GEMEENTE, SLUIS, LICHT = "12345678", "11112222", "33334444"
DUTIES = ("schuldhulp.berichten-versturen", "schuldhulp.berichten-ophalen", "schuldhulp.berichten-bewaken")
NU = "2026-11-24T09:00:00+01:00"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        with time_machine.travel(NU, tick=True):
            gemeente = w.maak_gemeente()
            Organisatie.objects.filter(id=gemeente.organisatie.id).update(kvk=GEMEENTE)
            zaak = w.met_schulden(gemeente)
            for naam, kvk in (("Woonstichting De Sluis", SLUIS), ("Noordlicht Energie", LICHT)):
                Schuldeiser.objects.filter(naam=naam).update(kvk=kvk, knooppunt=True)
            berekenen.bereken(w.als(gemeente.noor), zaak.id, berekenen.Rekenkeuze("SB"))
        return gemeente, zaak.id

    return blijvend(bouw)


@pytest.fixture(autouse=True)
def knooppunt(settings: Any, tmp_path: Path) -> Path:
    settings.KNOOPPUNT = str(tmp_path / "knooppunt")
    return tmp_path / "knooppunt"


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


@pytest.fixture
def zaak(stand: Any, db: None) -> Zaak:
    return Zaak.objects.get(id=stand[1])


@pytest.fixture(autouse=True)
def nu() -> Any:
    with time_machine.travel(NU, tick=True) as reis:
        yield reis


def doe_plichten() -> None:
    for _ in range(3):
        werk(gekozen=plichten(DUTIES))


def als_eiser(knooppunt: Path, kvk: str) -> Mapknooppunt:
    return Mapknooppunt(knooppunt, kvk, laatste_dag, timezone.now)


def opgehaald(knooppunt: Path, kvk: str) -> list[Bericht]:
    """What a creditor fetches and confirms."""
    zij = als_eiser(knooppunt, kvk)
    uit = [(nummer, lees(lijf)) for nummer, lijf in zij.wachtend()]
    for nummer, _ in uit:
        zij.bevestig(nummer)
    return [bericht for _, bericht in uit]


def antwoord(knooppunt: Path, op: Bericht, inhoud: dict[str, Any], nummer: UUID | None = None) -> Bericht:
    """What a creditor sends back."""
    soort = next(naam for naam, vraag in ANTWOORD_OP.items() if vraag == op.soort)
    bericht = Bericht(nummer or uuid4(), soort, op.aan, op.van, timezone.now(), inhoud, betreft=op.nummer)
    als_eiser(knooppunt, op.aan).plaats(bericht.nummer, schrijf(bericht))
    return bericht


def ja() -> dict[str, Any]:
    return {"antwoord": "akkoord", "op": timezone.localdate().isoformat(), "reden": None, "toelichting": ""}


def nee() -> dict[str, Any]:
    return ja() | {"antwoord": "geweigerd", "reden": "bod_te_laag", "toelichting": "wij willen de helft"}


def stel_voor(gemeente: w.Gemeente, zaak: Zaak) -> None:
    voorstel.stuur_voorstel(w.als(gemeente.noor), zaak.id, Niets())


def dossier(gemeente: w.Gemeente, zaak: Zaak) -> Any:
    return w.open_dossier_buiten(w.als(gemeente.noor), zaak.id)


def standen(gemeente: w.Gemeente, zaak: Zaak) -> list[tuple[str, str, str]]:
    rijen = dossier(gemeente, zaak).berichten
    return sorted((rij.schuldeiser.naam, rij.soort, rij.stand) for rij in rijen)


def taken(zaak: Zaak) -> list[str]:
    return sorted(zaak.taken.filter(klaar__isnull=True).values_list("soort", flat=True))


def test_een_voorstel_gaat_als_bericht_en_het_antwoord_komt_in_de_zaak(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path
) -> None:
    stel_voor(gemeente, zaak)
    assert {stand for _, _, stand in standen(gemeente, zaak)} == {"wacht"}
    doe_plichten()
    assert standen(gemeente, zaak) == [
        ("Noordlicht Energie", "voorstel", "ligt_klaar"),
        ("Woonstichting De Sluis", "voorstel", "ligt_klaar"),
    ]
    (bericht,) = opgehaald(knooppunt, SLUIS)
    (licht,) = opgehaald(knooppunt, LICHT)
    rij = next(r for r in dossier(gemeente, zaak).voorstellen if "Sluis" in r.schuldeiser.naam)
    assert bericht.inhoud["naam"] == "R. De Wit"
    assert bericht.inhoud["vordering"] == {
        "kenmerken": [],
        "vorderingstype": "concurrent",
        "actueelVorderingsbedrag": "5000.00",
        "afkooppercentage": rij.percentage,
        "prognoseEindbedrag": f"{rij.bedrag_centen / 100:.2f}",
    }
    assert bericht.inhoud["totalen"]["concurrent"] == {"schuldeisers": 2, "schulden": "8000.00"}
    assert "Noordlicht" not in json.dumps(dict(bericht.inhoud))
    assert bericht.uiterlijk == rij.uiterlijk
    antwoord(knooppunt, bericht, ja())
    antwoord(knooppunt, licht, nee())
    ophalen.haal(Organisatie.objects.get(kvk=GEMEENTE))
    zelf = dossier(gemeente, zaak)
    assert {(r.schuldeiser.naam, r.antwoord, r.via) for r in zelf.voorstellen} == {
        ("Belastingdienst", "", ""),
        ("Woonstichting De Sluis", "akkoord", "knooppunt"),
        ("Noordlicht Energie", "geweigerd", "knooppunt"),
    }
    (weigering,) = zelf.weigeringen
    assert (weigering.reden, weigering.toelichting, weigering.door) == ("bod_te_laag", "wij willen de helft", "Noordlicht Energie")  # fmt: skip
    assert {rij.stand for rij in zelf.berichten} == {"beantwoord", "verwerkt"}
    assert Verwerking.objects.filter(naam="bericht versturen").count() == 2
    assert Auditregel.objects.filter(naam="antwoord per bericht verwerken").count() == 2


def test_hetzelfde_antwoord_twee_keer_is_een_keer(gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path) -> None:
    stel_voor(gemeente, zaak)
    doe_plichten()
    (bericht,) = opgehaald(knooppunt, SLUIS)
    eerste = antwoord(knooppunt, bericht, nee())
    organisatie = Organisatie.objects.get(kvk=GEMEENTE)
    for _ in range(2):
        ophalen._verwerk(organisatie, eerste.nummer, schrijf(eerste))
    ophalen.haal(organisatie)
    assert len(dossier(gemeente, zaak).weigeringen) == 1
    ander = antwoord(knooppunt, bericht, ja())
    ophalen.haal(organisatie)
    rij = next(r for r in dossier(gemeente, zaak).berichten if r.id == ander.nummer)
    assert (rij.stand, rij.uitkomst) == ("niet_verwerkt", "al_beantwoord")
    assert "antwoord_niet_verwerkt" in taken(zaak)
    assert list(als_eiser(knooppunt, GEMEENTE).wachtend()) == []


def test_een_laat_antwoord_komt_in_de_plaats_van_stilte(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path, nu: Any
) -> None:
    stel_voor(gemeente, zaak)
    doe_plichten()
    (bericht,) = opgehaald(knooppunt, SLUIS)
    nu.move_to("2026-12-10T09:00:00+01:00")
    werk(gekozen=plichten(("schuldhulp.stilte",)))
    assert {r.antwoord for r in dossier(gemeente, zaak).voorstellen} == {"geen_antwoord"}
    antwoord(knooppunt, bericht, ja())
    ophalen.haal(Organisatie.objects.get(kvk=GEMEENTE))
    assert {r.antwoord for r in dossier(gemeente, zaak).voorstellen} == {"geen_antwoord", "akkoord"}


def test_een_opgave_bevestigt_de_schuld_en_wat_niet_past_is_voor_een_mens(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path
) -> None:
    w.doe(gemeente, zaak, "saldoverzoek")
    doe_plichten()
    (sluis,), (licht,) = opgehaald(knooppunt, SLUIS), opgehaald(knooppunt, LICHT)
    assert sluis.inhoud["vorderingen"] == [{"kenmerk": "", "actueelVorderingsbedrag": "5000.00"}]
    vordering = {"kenmerk": "H-1", "actueelVorderingsbedrag": "5120.10", "vorderingstype": "concurrent", "peildatum": "2026-11-23"}  # fmt: skip
    antwoord(knooppunt, sluis, {"vorderingen": [vordering]})
    antwoord(knooppunt, licht, {"vorderingen": [vordering | {"vorderingstype": "preferent"}]})
    doe_plichten()
    ophalen.haal(Organisatie.objects.get(kvk=GEMEENTE))
    schulden = {r.schuldeiser.naam: (r.stand, r.bedrag_centen) for r in dossier(gemeente, zaak).schulden}
    assert schulden["Woonstichting De Sluis"] == ("bevestigd", 512010)
    assert schulden["Noordlicht Energie"] == ("opgegeven", 300000)
    assert "opgave_wijkt_af" in taken(zaak)
    pagina = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    assert "5.120,10" in pagina
    w.doe(gemeente, zaak, "saldoverzoek")  # both answered, and may be asked again
    with pytest.raises(Geweigerd) as nee_:
        w.doe(gemeente, zaak, "saldoverzoek")
    assert nee_.value.code == "niemand_te_vragen"


def test_de_klok_waarschuwt_voor_het_wissen_en_daarna(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path, nu: Any
) -> None:
    stel_voor(gemeente, zaak)
    doe_plichten()
    (termijn,) = zaak.termijnen.filter(regel="bericht-ophalen")
    assert (termijn.start.isoformat(), termijn.einde.isoformat()) == ("2026-11-24", "2026-12-01")
    nu.move_to("2026-11-26T09:00:00+01:00")
    doe_plichten()
    assert "bericht_blijft_liggen" not in taken(zaak)
    nu.move_to("2026-11-27T09:00:00+01:00")
    doe_plichten()
    doe_plichten()
    assert taken(zaak).count("bericht_blijft_liggen") == 2
    eerst, _ = handelingen(queries.zaak(w.als(gemeente.noor), zaak.id))
    assert "bericht" in [handeling.naam for handeling in eerst]
    opgehaald(knooppunt, LICHT)
    nu.move_to("2026-12-02T09:00:00+01:00")
    doe_plichten()
    doe_plichten()
    assert ("Noordlicht Energie", "voorstel", "opgehaald") in standen(gemeente, zaak)
    assert ("Woonstichting De Sluis", "voorstel", "gewist") in standen(gemeente, zaak)
    assert taken(zaak).count("bericht_gewist") == 1
    assert "bericht_blijft_liggen" not in taken(zaak)
    weg = next(r for r in dossier(gemeente, zaak).berichten if r.stand == "gewist")
    w.doe(gemeente, zaak, "bericht", bericht=weg.id, hoe="opnieuw")
    doe_plichten()
    assert "bericht_gewist" not in taken(zaak)
    (bericht,) = opgehaald(knooppunt, SLUIS)
    assert bericht.nummer != weg.id
    antwoord(knooppunt, bericht, ja())
    ophalen.haal(Organisatie.objects.get(kvk=GEMEENTE))
    assert ("Woonstichting De Sluis", "voorstel", "beantwoord") in standen(gemeente, zaak)
    assert not zaak.termijnen.filter(regel="bericht-ophalen", klaar__isnull=True).exists()
    with pytest.raises(Geweigerd) as nee_:
        w.doe(gemeente, zaak, "bericht", bericht=weg.id, hoe="brief")
    assert nee_.value.code == "bericht_afgehandeld"


def test_wie_geen_opgave_geeft_wordt_genoemd(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path, nu: Any
) -> None:
    w.doe(gemeente, zaak, "saldoverzoek")
    doe_plichten()
    opgehaald(knooppunt, SLUIS)
    opgehaald(knooppunt, LICHT)
    nu.move_to("2026-12-09T09:00:00+01:00")
    doe_plichten()
    doe_plichten()
    assert taken(zaak).count("saldo_niet_opgegeven") == 2


def test_een_teruggenomen_voorstel_gaat_niet_meer(gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path) -> None:
    stel_voor(gemeente, zaak)
    w.doe(gemeente, zaak, "terugneming", reden="De schulden kloppen niet meer, er is een nieuwe.")
    doe_plichten()
    assert opgehaald(knooppunt, SLUIS) == []
    assert {stand for _, _, stand in standen(gemeente, zaak)} == {"ingetrokken"}


def test_een_antwoord_na_terugneming_komt_bij_de_behandelaar(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path
) -> None:
    stel_voor(gemeente, zaak)
    doe_plichten()
    (bericht,) = opgehaald(knooppunt, SLUIS)
    w.doe(gemeente, zaak, "terugneming", reden="De schulden kloppen niet meer, er is een nieuwe.")
    antwoord(knooppunt, bericht, ja())
    ophalen.haal(Organisatie.objects.get(kvk=GEMEENTE))
    assert "antwoord_niet_verwerkt" in taken(zaak)
    assert dossier(gemeente, zaak).voorstellen == []


def test_een_brief_beantwoordt_ook_het_bericht(gemeente: w.Gemeente, zaak: Zaak) -> None:
    stel_voor(gemeente, zaak)
    doe_plichten()
    rij = next(r for r in dossier(gemeente, zaak).voorstellen if "Sluis" in r.schuldeiser.naam)
    w.doe(gemeente, zaak, "antwoord", voorstel=rij.id, antwoord="akkoord", op=w.vandaag(), via="brief")
    assert ("Woonstichting De Sluis", "voorstel", "beantwoord") in standen(gemeente, zaak)


def test_wat_geen_antwoord_is_blijft_liggen_en_wordt_gemeld(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path
) -> None:
    stel_voor(gemeente, zaak)
    doe_plichten()
    (bericht,) = opgehaald(knooppunt, SLUIS)
    vreemd = Bericht(uuid4(), "voorstelantwoord", LICHT, GEMEENTE, timezone.now(), ja(), betreft=bericht.nummer)  # fmt: skip
    als_eiser(knooppunt, LICHT).plaats(vreemd.nummer, schrijf(vreemd))
    vraag = Bericht(uuid4(), "saldoverzoek", LICHT, GEMEENTE, timezone.now(), {"a": "b"})
    als_eiser(knooppunt, LICHT).plaats(vraag.nummer, schrijf(vraag))
    antwoord(knooppunt, bericht, ja())
    with pytest.raises(Geweigerd) as nee_:
        ophalen.haal(Organisatie.objects.get(kvk=GEMEENTE))
    assert nee_.value.code == "bericht_onbruikbaar"
    assert nee_.value.tekst.nl.startswith("2 berichten")
    assert len(als_eiser(knooppunt, GEMEENTE).wachtend()) == 2
    assert ("Woonstichting De Sluis", "voorstel", "beantwoord") in standen(gemeente, zaak)
    Knooppuntronde.objects.update(volgende=timezone.now() - timedelta(seconds=1))
    doe_plichten()
    pagina = w.web(gemeente.noor).get("/schuldhulp/berichten").content.decode()
    assert "2 berichten zijn niet te gebruiken" in pagina


def test_een_knooppunt_dat_weg_is_houdt_niets_tegen_en_wordt_gemeld(
    gemeente: w.Gemeente, zaak: Zaak, settings: Any, tmp_path: Path
) -> None:
    geheimen = tmp_path / "geheimen"
    geheimen.write_text(f"{GEMEENTE} geheim\n")
    settings.KNOOPPUNT, settings.KNOOPPUNT_GEHEIMEN = "http://127.0.0.1:9", geheimen
    stel_voor(gemeente, zaak)
    doe_plichten()
    assert {stand for _, _, stand in standen(gemeente, zaak)} == {"wacht"}
    rij = Knooppuntbericht.objects.filter(uitgaand=True)[0]
    assert rij.pogingen == 1
    assert "niet bereikbaar" in rij.fout_nl
    assert queries.berichten(w.als(gemeente.noor)).achter


@pytest.mark.parametrize(
    ("adres", "inhoud"),
    [("http://knooppunt.invalid", "12345678 geheim\n"), ("https://knooppunt.invalid", None), ("https://knooppunt.invalid", "geen nummer\n")],
)  # fmt: skip
def test_een_verkeerde_instelling_houdt_geen_werker_tegen_en_staat_op_de_pagina(
    gemeente: w.Gemeente, zaak: Zaak, settings: Any, tmp_path: Path, adres: str, inhoud: str | None
) -> None:
    geheimen = tmp_path / f"geheimen-{inhoud is None}-{len(adres)}"
    if inhoud is not None:
        geheimen.write_text(inhoud)
    settings.KNOOPPUNT, settings.KNOOPPUNT_GEHEIMEN = adres, geheimen
    stel_voor(gemeente, zaak)
    doe_plichten()
    assert {stand for _, _, stand in standen(gemeente, zaak)} == {"wacht"}
    beeld = queries.berichten(w.als(gemeente.noor))
    assert beeld.fout is not None
    assert beeld.fout.nl != beeld.fout.en


def test_een_map_die_stuk_is_houdt_geen_werker_tegen(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path
) -> None:
    knooppunt.write_text("geen map")
    stel_voor(gemeente, zaak)
    doe_plichten()
    regels = queries.berichten(w.als(gemeente.noor)).regels
    assert [(regel.stand, regel.fout is not None) for regel in regels] == [("wacht", True), ("wacht", True)]


def test_een_schuldeiser_antwoordt_langs_een_weg(gemeente: w.Gemeente, settings: Any) -> None:
    noor = w.als(gemeente.noor)
    sluis, dienst = (Schuldeiser.objects.get(naam=naam).id for naam in ("Woonstichting De Sluis", "Belastingdienst"))  # fmt: skip
    Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="55556666")
    for doe, code in (
        (lambda: sluit_aan(noor, sluis, "55556666"), "krijgt_berichten"),
        (lambda: zet_op_knooppunt(noor, dienst, True), "kvk_onjuist"),
        (lambda: zet_op_knooppunt(noor, uuid4(), True), "schuldeiser_onbekend"),
    ):
        with pytest.raises(Geweigerd) as nee_:
            doe()
        assert nee_.value.code == code
    zet_op_knooppunt(noor, sluis, False)
    sluit_aan(noor, sluis, "55556666")
    with pytest.raises(Geweigerd) as nee_:
        zet_op_knooppunt(noor, sluis, True)
    assert nee_.value.code == "heeft_portaal"
    settings.KNOOPPUNT = ""
    with pytest.raises(Geweigerd) as nee_:
        zet_op_knooppunt(noor, dienst, True, "99998888")
    assert nee_.value.code == "knooppunt_ontbreekt"


def test_pagina_api_en_opdracht_doen_hetzelfde(
    gemeente: w.Gemeente, zaak: Zaak, knooppunt: Path, opdracht: Opdracht
) -> None:
    dienst = Schuldeiser.objects.get(naam="Belastingdienst")
    web, api = w.web(gemeente.noor), w.api(gemeente.noor)
    pad = f"/schuldhulp/schuldeisers/{dienst.id}/knooppunt"
    assert web.post(pad, {"aan": "ja", "kvk": "99998888"}).status_code == 302
    assert Schuldeiser.objects.get(id=dienst.id).knooppunt
    uit = api.post(f"/api/v1{pad}", {"aan": False}, content_type="application/json")
    assert (uit.status_code, uit.json()["krijgtBerichten"]) == (201, False)
    als = gemeente.noor.email
    assert opdracht("schuldeiser-knooppunt", str(dienst.id), "--als", als).code == 0
    assert Schuldeiser.objects.get(id=dienst.id).knooppunt
    assert web.post(f"/schuldhulp/zaken/{zaak.id}/saldoverzoek", {"versie": zaak.versie}).status_code == 302
    doe_plichten()
    lijst = api.get("/api/v1/schuldhulp/berichten").json()
    assert lijst["aangesloten"] is True
    assert {(rij["schuldeiser"], rij["stand"]) for rij in lijst["berichten"]} == {
        ("Belastingdienst", "ligt_klaar"), ("Woonstichting De Sluis", "ligt_klaar"), ("Noordlicht Energie", "ligt_klaar"),
    }  # fmt: skip
    assert len(opdracht("berichten", "--als", als, "--json").document["berichten"]) == 3
    pagina = web.get("/schuldhulp/berichten").content.decode()
    assert pagina.count(zaak.nummer) == 3
    bericht = lijst["berichten"][0]["id"]
    versie = Zaak.objects.get(id=zaak.id).versie
    uit = api.post(f"/api/v1/schuldhulp/zaken/{zaak.id}/bericht", {"bericht": bericht, "hoe": "brief"}, content_type="application/json", headers={"if-match": f'"{versie}"'})  # fmt: skip
    assert uit.status_code == 200, uit.content


def test_een_ander_ziet_niets(gemeente: w.Gemeente, zaak: Zaak) -> None:
    stel_voor(gemeente, zaak)
    ander = w.maak_gemeente("9902")
    assert queries.berichten(w.als(ander.noor)).regels == ()
    assert w.web(gemeente.ewa).get("/schuldhulp/berichten").status_code == 403
