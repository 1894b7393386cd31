"""Saving for the creditors, and the zero offer: from the agreement through checks and payouts to discharge."""

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
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Bedrag
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Betrokkene, Taak, Zaak
from samenhang.schemes.schuldhulp import plichten
from samenhang.schemes.schuldhulp.domain.sparen import uit_te_keren
from samenhang.schemes.schuldhulp.domain.verdeling import Rang, Vordering
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_krediet import dossier, geweigerd, op

Wereld = dict[str, Any]
API = "/api/v1/schuldhulp/zaken"


def _bouw(_: Path) -> Wereld:
    gemeente = w.maak_gemeente()
    return {
        "gemeente": gemeente,
        "SB": w.akkoord_zonder_krediet(gemeente).id,
        "SA": w.akkoord_zonder_krediet(gemeente, inkomen="1.500,00").id,
    }


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Wereld]], Wereld]) -> Wereld:
    return blijvend(_bouw)


@pytest.fixture
def gemeente(stand: Wereld, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand["gemeente"])
    return gevonden


def zaak(stand: Wereld, soort: str) -> Zaak:
    return Zaak.objects.get(id=stand[soort])


def tekst(pdf: bytes) -> str:
    return " ".join("\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


def brief(gemeente: w.Gemeente, zaak: Zaak, soort: str) -> str:
    uit = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}/brieven/{soort}.pdf")
    assert uit.status_code == 200, soort
    return tekst(uit.content)


def begin(gemeente: w.Gemeente, stand: Wereld, soort: str, maanden: str = "6") -> Zaak:
    return w.doe(gemeente, zaak(stand, soort), "regelingstart", ingang=w.vandaag(), hercontrole=maanden)


@given(
    st.lists(
        st.tuples(st.integers(1, 500_000), st.sampled_from([Rang.PREFERENT, Rang.CONCURRENT])),
        min_size=1,
        max_size=6,
    ),
    st.lists(st.integers(0, 200_000), min_size=1, max_size=8),
)
def test_elke_ronde_sluit_op_de_cent_en_niemand_krijgt_te_veel_of_geeft_terug(
    eisers: list[tuple[int, Rang]], stortingen: list[int]
) -> None:
    vorderingen = [Vordering(f"v{n}", Bedrag(centen), rang) for n, (centen, rang) in enumerate(eisers)]
    schuld = sum(centen for centen, _ in eisers)
    al = {deel.id: Bedrag(0) for deel in vorderingen}
    gespaard = 0
    for storting in stortingen:
        erbij = min(storting, schuld - gespaard)
        gespaard += erbij
        nu = uit_te_keren(Bedrag(gespaard), vorderingen, al)
        assert sum(deel.centen for deel in nu.values()) == erbij
        assert all(deel.centen >= 0 for deel in nu.values())
        al = {id_: al[id_] + deel for id_, deel in nu.items()}
    assert all(al[deel.id] <= deel.bedrag for deel in vorderingen)


def test_sparen_van_overeenkomst_tot_kwijting(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = begin(gemeente, stand, "SB")
    assert (hier.stap, hier.volgende_termijn) == ("sparen", date(2026, 12, 29))
    assert {t.regel: t.einde for t in hier.termijnen.filter(klaar__isnull=True)} == {
        "schuldregeling": date(2028, 5, 24),
        "hercontrole": date(2027, 5, 24),
        "spaartermijn": date(2026, 12, 29),
    }
    overeenkomst = brief(gemeente, hier, "regeling")
    for deel in ("€ 283,14", "24 december 2026", "24 mei 2028", "elke 6 maanden"):
        assert deel in overeenkomst
    w.doe(gemeente, hier, "betaling", bedrag="283,14", op=w.vandaag(), transactie="R-1")
    assert geweigerd(lambda: w.doe(gemeente, hier, "betaling", bedrag="1,00", op=w.vandaag(), transactie="R-1")) == "transactie_bekend"  # fmt: skip
    w.doe(gemeente, hier, "uitdeling")
    eerst = dossier(gemeente, hier)
    assert sorted(rij.bedrag_centen for rij in eerst.uitdelingen) == [7079, 9438, 11797]
    assert eerst.uitgedeeld.draad() == "283.14"
    assert geweigerd(lambda: w.doe(gemeente, hier, "uitdeling")) == "niets_gespaard"
    (betaling,) = eerst.betalingen
    assert geweigerd(lambda: w.doe(gemeente, hier, "terugboeking", betaling=betaling.id, reden="storno")) == "al_uitgekeerd"  # fmt: skip
    bericht = brief(gemeente, hier, "uitdeling")
    assert "€ 117,97" in bericht
    assert "Laatste uitbetaling" not in bericht
    with op(2027, 5, 20):
        w.doe(gemeente, hier, "inkomen", soort="toeslag", netto="50,00", bewijs="beschikking", bewijs_op=w.vandaag())  # fmt: skip
        w.doe(gemeente, hier, "hercontrole", toelichting="Huurtoeslag erbij.")
        wat = dossier(gemeente, hier)
        assert [deel.bedrag.draad() for deel in wat.spaarstand.maanden[4:7]] == ["283.14", "333.14", "333.14"]
        open_ = {t.regel: t.einde for t in hier.termijnen.filter(klaar__isnull=True)}
        assert open_["hercontrole"] == date(2027, 11, 20)
        for deel in ("€ 283,14", "€ 333,14", "24 mei 2027", "Huurtoeslag erbij."):
            assert deel in brief(gemeente, hier, "hercontrole")
    with op(2028, 5, 24):
        assert geweigerd(lambda: w.doe(gemeente, hier, "kwijting")) == "S19"
        rest = dossier(gemeente, hier).spaarstand
        nog = rest.verwacht - rest.gespaard
        assert nog.draad() == "5463.38"  # 4 × 283.14 + 13 × 333.14
        w.doe(gemeente, hier, "betaling", bedrag=nog.scherm().removeprefix("€\xa0"), op=w.vandaag())
        assert geweigerd(lambda: w.doe(gemeente, hier, "kwijting")) == "S19"  # not paid out yet
        assert Taak.objects.filter(zaak=hier, soort="uitdelen", klaar__isnull=True).exists()
        w.doe(gemeente, hier, "uitdeling")
        assert "Laatste uitbetaling" in brief(gemeente, hier, "uitdeling")
        klaar = w.doe(gemeente, hier, "kwijting")
        assert (klaar.stap, klaar.termijnen.filter(klaar__isnull=True).count()) == ("afgerond_kwijting", 0)
        slot = brief(gemeente, klaar, "kwijting")
        for deel in ("24 november 2026", "24 mei 2028", "€ 5.746,52", "Noordlicht Energie"):
            assert deel in slot
        assert w.doe(gemeente, w.doe(gemeente, klaar, "nazorg"), "nazorggesprek", op=w.vandaag()).stap == "uitgestroomd"  # fmt: skip


def test_wie_een_maand_mist_krijgt_een_telefoontje_en_een_afspraak_houdt_het_tegen(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier = begin(gemeente, stand, "SB")
    with op(2026, 12, 29):
        assert str(hier.id) not in plichten.SPAARACHTERSTAND.wat_moet(timezone.now(), 10)
    with op(2026, 12, 30):
        assert plichten.SPAARACHTERSTAND.wat_moet(timezone.now(), 10) == [str(hier.id)]
        plichten.SPAARACHTERSTAND.doe(str(hier.id))
        plichten.SPAARACHTERSTAND.doe(str(hier.id))
        assert plichten.SPAARACHTERSTAND.wat_moet(timezone.now(), 10) == []
        taak = Taak.objects.get(zaak=hier, soort="achterstand", klaar__isnull=True)
        assert "283,14" in taak.titel_nl
        assert hier.termijnen.filter(regel="achterstand-contact", klaar__isnull=True).count() == 1
        w.doe(gemeente, hier, "achterstandsregeling", tot=date(2027, 1, 31), afspraak="met het loon van januari")  # fmt: skip
        assert not Taak.objects.filter(zaak=hier, soort="achterstand", klaar__isnull=True).exists()
        assert dossier(gemeente, hier).spaarstand.achterstand.draad() == "0.00"
    with op(2027, 2, 10):
        assert dossier(gemeente, hier).spaarstand.achterstand.draad() == "566.28"
        w.doe(gemeente, hier, "betaling", bedrag="566,28", op=w.vandaag())
        assert dossier(gemeente, hier).spaarstand.achterstand.draad() == "0.00"


def test_zonder_capaciteit_loopt_hij_en_eindigt_hij_zonder_betaling(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier = begin(gemeente, stand, "SA", "12")
    assert hier.stap == "lopend"
    assert {t.regel for t in hier.termijnen.filter(klaar__isnull=True)} == {"schuldregeling", "hercontrole"}
    assert "u betaalt niets" in brief(gemeente, hier, "regeling")
    with op(2027, 11, 24):
        w.doe(gemeente, hier, "hercontrole", toelichting="Uitkering en huur zijn gelijk gebleven.")
        assert not hier.termijnen.filter(regel="hercontrole", klaar__isnull=True).exists()
        assert "Dat blijft € 0,00 per maand" in brief(gemeente, hier, "hercontrole")
    with op(2028, 5, 23):
        assert geweigerd(lambda: w.doe(gemeente, hier, "kwijting")) == "S19"
        assert plichten.REGELING_OM.wat_moet(timezone.now(), 10) == []
    with op(2028, 5, 24):
        assert plichten.REGELING_OM.wat_moet(timezone.now(), 10) == [str(hier.id)]
        plichten.REGELING_OM.doe(str(hier.id))
        assert plichten.REGELING_OM.wat_moet(timezone.now(), 10) == []
        assert Taak.objects.filter(zaak=hier, soort="kwijten", klaar__isnull=True).count() == 1
        klaar = w.doe(gemeente, hier, "kwijting")
        assert "niets missen" in brief(gemeente, klaar, "kwijting")


def test_wie_eerst_niets_kon_missen_spaart_zodra_het_kan(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = begin(gemeente, stand, "SA")
    with op(2027, 5, 20):
        w.doe(gemeente, hier, "inkomen", soort="loon", netto="162,86", bewijs="loonstrook", bewijs_op=w.vandaag())  # fmt: skip
        w.doe(gemeente, hier, "hercontrole", toelichting="Een baan voor acht uur.")
        wat = dossier(gemeente, hier)
        assert (wat.spaarstand.verwacht.draad(), wat.spaarstand.volgende.nummer) == ("1300.00", 6)
        assert hier.termijnen.filter(regel="spaartermijn", klaar__isnull=True).get().start == date(2027, 5, 24)  # fmt: skip
    with op(2027, 6, 20):
        rij = dossier(gemeente, hier).lopende_inkomens[-1]
        w.doe(gemeente, hier, "inkomenseinde", inkomen=rij.id, tot=date(2027, 6, 19))
        w.doe(gemeente, hier, "hercontrole", toelichting="De baan hield op.")
        assert dossier(gemeente, hier).spaarstand.verwacht.draad() == "100.00"


@pytest.mark.parametrize(
    ("wat", "invoer", "code"),
    [
        ("regelingstart", {"ingang": date(2026, 11, 23), "hercontrole": "6"}, "datum_te_vroeg"),
        ("regelingstart", {"ingang": date(2026, 11, 25), "hercontrole": "6"}, "datum_in_toekomst"),
        ("regelingstart", {"ingang": date(2026, 11, 24), "hercontrole": "7"}, "keuze_onjuist"),
        ("hercontrole", {"toelichting": "te vroeg"}, "geen_regeling"),
        ("uitdeling", {}, "geen_regeling"),
        ("borg", {}, "S13"),
    ],
)
def test_wat_niet_kan_laat_niets_achter(
    stand: Wereld, gemeente: w.Gemeente, wat: str, invoer: dict[str, Any], code: str
) -> None:
    assert geweigerd(lambda: w.doe(gemeente, zaak(stand, "SB"), wat, **invoer)) == code
    assert dossier(gemeente, zaak(stand, "SB")).spaarregeling is None


def test_meer_dan_de_hele_schuld_spaart_niemand(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = begin(gemeente, stand, "SB")
    assert geweigerd(lambda: w.doe(gemeente, hier, "betaling", bedrag="10.000,01", op=w.vandaag())) == "meer_dan_open"  # fmt: skip
    w.doe(gemeente, hier, "betaling", bedrag="10.000,00", op=w.vandaag())
    w.doe(gemeente, hier, "uitdeling")
    assert sorted(rij.bedrag_centen for rij in dossier(gemeente, hier).uitdelingen) == [200000, 300000, 500000]  # fmt: skip


def test_een_regeling_door_drie_deuren(
    stand: Wereld, gemeente: w.Gemeente, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    hier, pagina, machine = zaak(stand, "SB"), w.web(gemeente.noor), w.api(gemeente.noor)
    assert "Begin de regeling" in pagina.get(f"/schuldhulp/zaken/{hier.id}").content.decode()
    lijf = {"ingang": "2026-11-24", "hercontrole": "6"}
    assert machine.post(f"{API}/{hier.id}/regelingstart", lijf, content_type="application/json").status_code == 200  # fmt: skip
    with pytest.raises(SystemExit):
        hoofd(["schuldhulp", "betaling", hier.nummer, "--bedrag", "283,14", "--op", "2026-11-24", "--als", gemeente.noor.email])  # fmt: skip
    capsys.readouterr()
    assert pagina.post(f"/schuldhulp/zaken/{hier.id}/uitdeling", {}).status_code == 302
    beeld = pagina.get(f"/schuldhulp/zaken/{hier.id}").content.decode()
    for deel in ("Schuldbemiddeling: sparen", "283,14", "117,97", "24 mei 2028"):
        assert deel in beeld
    regeling = machine.get(f"{API}/{hier.id}").json()["spaarregeling"]
    assert (regeling["uitgekeerd"], len(regeling["maanden"]), regeling["einde"]) == ("283.14", 18, "2028-05-24")  # fmt: skip
    persoon = Betrokkene.objects.get(zaak=hier).persoon_id
    ik = Client()
    ik.force_login(Gebruiker.objects.create_user("spaar@test.invalid", naam="S. Paar", persoon_id=persoon))
    mijn = ik.get("/schuldhulp/mijn").content.decode()
    for deel in (
        "U spaart voor uw schuldeisers",
        "Wat betaal ik, en wanneer ben ik schuldenvrij?",
        "regeling.pdf",
    ):
        assert deel in mijn
    assert "uitdeling.pdf" not in mijn
    assert ik.get(f"/schuldhulp/mijn/{hier.id}/brieven/uitdeling.pdf").status_code == 404
    assert len(ik.get("/mijn/kopie/schuldhulp.json").json()["delen"][f"schuld_{hier.nummer}"]) >= 2
    bestand = tmp_path / "bank.csv"
    bestand.write_text(f"datum;bedrag;kenmerk;transactie\n2026-11-24;100,00;{hier.nummer};B-1\n", "utf-8")
    with pytest.raises(SystemExit):
        hoofd(["schuldhulp", "betalingen-inlezen", str(bestand), "--als", gemeente.noor.email, "--json"])
    assert json.loads(capsys.readouterr().out)["geboekt"] == 1
    assert dossier(gemeente, hier).spaarstand.gespaard.draad() == "383.14"
