"""The calculations of the register under other norms: who changes and why, taken over as calculations of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.normen import Norm, Normen, normen
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import berekenen, budget, herzien
from samenhang.schemes.schuldhulp.actions.herzien import (
    Herzieningsvraag,
    begin_herziening,
    neem_over,
    werk_af,
)
from samenhang.schemes.schuldhulp.domain import berekeningen
from samenhang.schemes.schuldhulp.domain.zaakherziening import Regelstand
from samenhang.schemes.schuldhulp.models import Normherziening
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db
REDEN = "Het beleid krijgt weer een ondergrens."
ZAKEN = ("wijzigt", "gelijk", "zonder", "verouderd", "duur", "voorstel")


def ondergrens(vanaf: date = w.DAG) -> Normen:
    """From that day the policy has a floor again, and no credit may cost more than seven percent."""
    alle = normen().reeksen
    beleid, rente = f"beleid.{berekenen.BELEID}.ondergrens", "krediet.maximum_effectief_percentage"

    def dan(naam: str, waarde: str) -> tuple[Norm, ...]:
        eerder = [n for n in alle[naam] if n.vanaf < vanaf]
        eerder = [Norm(n.naam, n.waarde, n.vanaf, date.fromordinal(vanaf.toordinal() - 1) if n.tot is None or n.tot >= vanaf else n.tot, n.bron, n.status) for n in eerder]  # fmt: skip
        return (*eerder, Norm(naam, waarde, vanaf, None, "proef", "beleid"))

    return Normen(alle | {beleid: dan(beleid, "64.00"), rente: dan(rente, "7.0")})


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        tom = w.medewerker(gemeente.organisatie, "tom", "schuldhulpleider")
        noor, sparen = w.als(gemeente.noor), berekenen.Rekenkeuze("SB")
        zaken = {naam: w.met_schulden(gemeente).id for naam in ZAKEN[1:-1]}
        zaken["wijzigt"] = w.met_schulden(gemeente, "1.400,00", "1.380,00").id
        for naam in ("wijzigt", "gelijk", "verouderd"):
            berekenen.bereken(noor, zaken[naam], sparen)
        berekenen.bereken(noor, zaken["duur"], berekenen.Rekenkeuze("SK", "8,0"))
        budget.leg_inkomen_vast(noor, zaken["verouderd"], budget.Inkomeninvoer("loon", "10,00", "loonstrook", w.DAG))  # fmt: skip
        return gemeente, tom, zaken | {"voorstel": w.voorgesteld(gemeente).id}

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


@pytest.fixture
def tom(stand: Any, db: None) -> Gebruiker:
    gevonden: Gebruiker = stand[1]
    return gevonden


@pytest.fixture
def nummers(stand: Any, db: None) -> dict[str, str]:
    return {naam: Zaak.objects.get(id=id_).nummer for naam, id_ in stand[2].items()}


@pytest.fixture
def nieuw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(berekeningen, "normen", ondergrens)


def gerekend(tom: Gebruiker, naar: date = w.DAG) -> Normherziening:
    herziening = begin_herziening(w.als(tom), Herzieningsvraag(naar, REDEN))
    werk_af(herziening.id)
    return herziening


def sommen(gemeente: w.Gemeente, stand: Any, naam: str) -> list[Any]:
    return list(w.open_dossier_buiten(w.als(gemeente.noor), stand[2][naam]).rekensommen)


def test_de_teamleider_ziet_wie_verandert_en_waardoor(
    nieuw: None, tom: Gebruiker, nummers: dict[str, str], gemeente: w.Gemeente, stand: Any
) -> None:
    beeld = queries.normherziening(w.als(tom), gerekend(tom).id)
    per_zaak = {regel.zaak.nummer: regel for regel in beeld.regels}
    assert {nummer: regel.stand for nummer, regel in per_zaak.items()} == {
        nummers["wijzigt"]: "wijzigt", nummers["verouderd"]: "gegevens_gewijzigd", nummers["duur"]: "niet_te_berekenen",
    }  # fmt: skip
    wie = per_zaak[nummers["wijzigt"]]
    assert wie.velden == ["capaciteit/capaciteit", "verdeling/percentage_concurrent", "verdeling/percentage_preferent"]  # fmt: skip
    norm = {"naam": f"beleid.{berekenen.BELEID}.ondergrens", "was": "0.00", "wordt": "64.00"}
    assert norm in wie.normen
    assert norm in beeld.normen
    assert per_zaak[nummers["duur"]].code == "rente_te_hoog"
    assert (beeld.klaar, beeld.totaal, beeld.bezig, beeld.over_te_nemen) == (5, 5, False, 1)
    assert beeld.tellingen[Regelstand.GELIJK] == beeld.tellingen[Regelstand.ZONDER] == 1
    assert [len(sommen(gemeente, stand, naam)) for naam in ZAKEN] == [1, 1, 0, 1, 1, 1]


def test_overnemen_legt_een_nieuwe_berekening_vast_die_de_vorige_noemt(
    nieuw: None, tom: Gebruiker, gemeente: w.Gemeente, stand: Any
) -> None:
    herziening = gerekend(tom)
    neem_over(w.als(tom), herziening.id)
    werk_af(herziening.id)
    eerste, tweede = sommen(gemeente, stand, "wijzigt")
    assert (tweede.vorige, tweede.reden, tweede.door) == (eerste.id, f"Normen van {w.DAG}: {REDEN}", "tom")
    antwoorden = [[deel["antwoord"] for deel in som.delen if deel["naam"] == "capaciteit"][-1] for som in (eerste, tweede)]  # fmt: skip
    assert [deel["capaciteit"] for deel in antwoorden] == ["20.00", "64.00"]
    assert [len(sommen(gemeente, stand, naam)) for naam in ZAKEN] == [2, 1, 0, 1, 1, 1]
    zaak = Zaak.objects.get(id=stand[2]["wijzigt"])
    assert zaak.taken.filter(soort="herziening", behandelaar=zaak.behandelaar).count() == 1
    assert w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).feiten().berekend
    assert REDEN in w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    with pytest.raises(Geweigerd) as fout:
        neem_over(w.als(tom), herziening.id)
    assert fout.value.code == "al_overgenomen"
    werk_af(herziening.id)
    assert len(sommen(gemeente, stand, "wijzigt")) == 2


def test_de_plicht_doet_het_in_porties_en_een_afgebroken_portie_laat_niets_na(
    nieuw: None, tom: Gebruiker, gemeente: w.Gemeente, stand: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(herzien, "PORTIE", 2)
    herziening = begin_herziening(w.als(tom), Herzieningsvraag(w.DAG, REDEN))
    echt, gedaan = herzien._bereken, 0

    def breekt_af(*wat: Any) -> None:
        nonlocal gedaan
        gedaan += 1
        echt(*wat)
        if gedaan == 4:
            raise KeyboardInterrupt

    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr(herzien, "_bereken", breekt_af)
        with pytest.raises(KeyboardInterrupt):
            werk_af(herziening.id)
    assert herziening.regels.filter(stand="wacht").count() == 3
    assert queries.normherziening(w.als(tom), herziening.id).klaar == 2
    while uitvoerder.werk():
        pass
    assert queries.normherziening(w.als(tom), herziening.id).over_te_nemen == 1
    neem_over(w.als(tom), herziening.id)
    while uitvoerder.werk():
        pass
    assert len(sommen(gemeente, stand, "wijzigt")) == 2
    herziening.refresh_from_db()
    assert herziening.afgerond is not None


def test_wat_intussen_verder_is_wordt_niet_overgenomen(
    nieuw: None, tom: Gebruiker, gemeente: w.Gemeente, stand: Any, nummers: dict[str, str]
) -> None:
    herziening = gerekend(tom)
    berekenen.bereken(
        w.als(gemeente.noor), stand[2]["wijzigt"], berekenen.Rekenkeuze("SB", reden="Zelf gedaan.")
    )
    neem_over(w.als(tom), herziening.id)
    werk_af(herziening.id)
    (regel,) = herziening.regels.filter(zaak=stand[2]["wijzigt"])
    assert regel.stand == "vervallen"
    assert [som.reden for som in sommen(gemeente, stand, "wijzigt")] == ["", "Zelf gedaan."]


def test_normen_die_nog_niet_gelden_kunnen_alleen_worden_bekeken(
    tom: Gebruiker, monkeypatch: pytest.MonkeyPatch
) -> None:
    straks = date(2026, 12, 1)
    monkeypatch.setattr(berekeningen, "normen", lambda: ondergrens(straks))
    herziening = gerekend(tom, straks)
    assert queries.normherziening(w.als(tom), herziening.id).over_te_nemen == 1
    with pytest.raises(Geweigerd) as fout:
        neem_over(w.als(tom), herziening.id)
    assert (fout.value.code, fout.value.status) == ("normen_gelden_nog_niet", 409)


def test_onder_dezelfde_normen_verandert_er_niets(tom: Gebruiker) -> None:
    beeld = queries.normherziening(w.als(tom), gerekend(tom).id)
    assert (beeld.over_te_nemen, beeld.normen, beeld.tellingen[Regelstand.GELIJK]) == (0, [], 3)
    rij = neem_over(w.als(tom), beeld.herziening.id)
    assert rij.afgerond is not None


def test_alleen_een_teamleider_van_deze_gemeente(gemeente: w.Gemeente, tom: Gebruiker) -> None:
    herziening = gerekend(tom)
    for wie in (gemeente.noor, gemeente.ewa):
        for daad in (
            lambda actor: begin_herziening(actor, Herzieningsvraag(w.DAG, REDEN)),
            lambda actor: neem_over(actor, herziening.id),
            queries.normherzieningen,
            lambda actor: queries.normherziening(actor, herziening.id),
        ):
            with pytest.raises(Geweigerd) as fout:
                daad(w.als(wie))
            assert fout.value.status == 403
    ander = w.medewerker(w.maak_gemeente("9902").organisatie, "tim", "schuldhulpleider")
    assert queries.normherzieningen(w.als(ander)) == []
    with pytest.raises(Geweigerd) as fout:
        queries.normherziening(w.als(ander), herziening.id)
    assert fout.value.status == 404


def test_er_loopt_er_een_tegelijk(tom: Gebruiker) -> None:
    begin_herziening(w.als(tom), Herzieningsvraag(w.DAG, REDEN))
    with pytest.raises(Geweigerd) as fout:
        begin_herziening(w.als(tom), Herzieningsvraag(w.DAG, REDEN))
    assert (fout.value.code, fout.value.status) == ("herziening_loopt", 409)


@pytest.mark.parametrize(("naar", "reden", "code"), [(w.DAG, "  ", "niet_ingevuld"), (date(1200, 1, 1), REDEN, "datum_buiten_bereik")])  # fmt: skip
def test_een_onjuiste_vraag_laat_niets_na(tom: Gebruiker, naar: date, reden: str, code: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        begin_herziening(w.als(tom), Herzieningsvraag(naar, reden))
    assert fout.value.code == code
    assert not Normherziening.objects.exists()


def test_de_inwoner_leest_dat_zijn_berekening_is_nagerekend(nieuw: None, tom: Gebruiker) -> None:
    gerekend(tom)
    assert Verwerking.objects.filter(naam="berekening herzien", betrokkene__isnull=False).exists()


def test_drie_deuren(
    nieuw: None, tom: Gebruiker, nummers: dict[str, str], gemeente: w.Gemeente, stand: Any, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    web, api = w.web(tom), w.api(tom)
    antwoord = web.post("/schuldhulp/normherzieningen", {"naar": str(w.DAG), "reden": REDEN})
    pad = antwoord["location"]
    herziening = Normherziening.objects.get()
    assert pad.endswith(str(herziening.id))
    bezig = web.get(pad).content.decode()
    assert "0 van 5 zaken" in bezig
    assert web.post(f"{pad}/overname", follow=True).content.decode().count("worden nog gerekend") == 1
    werk_af(herziening.id)
    klaar = web.get(pad).content.decode()
    assert "Zaken die veranderen: 1" in klaar
    assert nummers["wijzigt"] in klaar
    assert "20,00" not in klaar
    via = api.get(f"/api/v1/schuldhulp/normherzieningen/{herziening.id}").json()
    assert via["tellingen"]["wijzigt"] == 1
    assert {rij["nummer"] for rij in via["zaken"]} == {
        nummers[naam] for naam in ("wijzigt", "verouderd", "duur")
    }
    assert len(api.get("/api/v1/schuldhulp/normherzieningen").json()["normherzieningen"]) == 1
    assert api.post(f"/api/v1/schuldhulp/normherzieningen/{herziening.id}/overname").status_code == 200
    nog_eens = api.post("/api/v1/schuldhulp/normherzieningen", {"naar": str(w.DAG), "reden": REDEN}, content_type="application/json")  # fmt: skip
    assert nog_eens.status_code == 409
    werk_af(herziening.id)
    assert "Overgenomen" in web.get(pad).content.decode()
    assert len(sommen(gemeente, stand, "wijzigt")) == 2
    als = ["--als", tom.email, "--json"]
    for opdracht in (
        ["normherziening", "--naar", str(w.DAG), "--reden", REDEN],
        ["normherzieningen"],
        ["normherziening-bekijken", str(herziening.id)],
    ):
        with pytest.raises(SystemExit) as einde:
            hoofd(["schuldhulp", *opdracht, *als])
        assert einde.value.code == 0
    regels = [json.loads(regel) for regel in capsys.readouterr().out.splitlines()]
    assert regels[0]["tellingen"]["wijzigt"] == 0
    assert regels[0]["voortgang"]["klaar"] == 5
    assert len(regels[1]["normherzieningen"]) == 2
    assert regels[2]["tellingen"]["overgenomen"] == 1
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", "normherziening-overnemen", regels[0]["id"], *als])
    assert einde.value.code == 0
    assert web.post("/schuldhulp/normherzieningen", {"naar": "", "reden": REDEN}).status_code == 400
