"""From a refusal to the court: reasons, checklists, one file that goes in, and what follows the judgment."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from pypdf import PdfReader

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Bedrag, Geweigerd
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.schuldhulp import plichten
from samenhang.schemes.schuldhulp.domain.rechtbank import (
    LIJSTEN,
    Rechtfeiten,
    gelijk_behandeld,
    ontbreekt,
    punten,
)
from samenhang.schemes.schuldhulp.domain.verdeling import Rang, Vordering
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_krediet import dossier, geweigerd, op

Wereld = dict[str, Any]
API = "/api/v1/schuldhulp/zaken"


def _bouw(_: Path) -> Wereld:
    gemeente = w.maak_gemeente()
    return {"gemeente": gemeente, "geweigerd": w.geweigerd(gemeente).id}


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Wereld]], Wereld]) -> Wereld:
    return blijvend(_bouw)


@pytest.fixture
def gemeente(stand: Wereld, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand["gemeente"])
    return gevonden


def zaak(stand: Wereld) -> Zaak:
    return Zaak.objects.get(id=stand["geweigerd"])


def verzoek(gemeente: w.Gemeente, hier: Zaak, soort: str) -> Any:
    w.doe(gemeente, hier, "verzoek", soort=soort, rechtbank="Rechtbank Waterrijk")
    return dossier(gemeente, hier).verzoeken[-1]


def vul(gemeente: w.Gemeente, hier: Zaak, rij: Any, salaris: str = "75,00") -> None:
    """Make everything there that a person looks after."""
    if rij.soort == "287a":
        w.doe(gemeente, hier, "wsnpvergelijking", verzoek=rij.id, salaris=salaris, griffierecht="0,00")
    for deel in LIJSTEN[rij.soort]:
        if not deel.feit:
            w.doe(gemeente, hier, "onderdeel", verzoek=rij.id, onderdeel=deel.code, stand="aanwezig", reden="bijlage")  # fmt: skip


def ingediend(gemeente: w.Gemeente, hier: Zaak, soort: str = "287a") -> Any:
    rij = verzoek(gemeente, hier, soort)
    vul(gemeente, hier, rij)
    w.doe(gemeente, hier, "indiening", verzoek=rij.id, op=w.vandaag())
    return rij


def test_een_weigering_laat_haar_reden_na_en_stilte_is_er_ook_een(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    rijen = dossier(gemeente, zaak(stand)).weigeringen
    assert [(rij.schuldeiser.naam, rij.reden, rij.toelichting) for rij in rijen] == [
        ("Noordlicht Energie", "bod_te_laag", "wil de helft")
    ]
    ander = w.voorgesteld(gemeente)
    with op(2026, 12, 10):
        plichten.leg_stilte_vast(ander.id)
        plichten.leg_stilte_vast(ander.id)
        assert [rij.reden for rij in dossier(gemeente, ander).weigeringen] == ["stilte"] * 3


def test_een_verzoek_gaat_pas_weg_als_niets_ontbreekt(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand)
    rij = verzoek(gemeente, hier, "287a")
    with pytest.raises(Geweigerd) as nee:
        w.doe(gemeente, hier, "indiening", verzoek=rij.id, op=w.vandaag())
    assert (nee.value.code, {fout.plaats.kolom for fout in nee.value.fouten}) == (
        "S10",
        {"uiterste", "toets", "wsnp", "verklaring-285"},
    )
    assert zaak(stand).stap == "geweigerd"
    doe = {"verzoek": rij.id, "onderdeel": "toets", "stand": "nvt"}
    assert geweigerd(lambda: w.doe(gemeente, hier, "onderdeel", **doe)) == "reden_ontbreekt"
    assert geweigerd(lambda: w.doe(gemeente, hier, "onderdeel", **doe | {"onderdeel": "aanbod", "stand": "aanwezig"})) == "blijkt_uit_zaak"  # fmt: skip
    assert geweigerd(lambda: w.doe(gemeente, hier, "onderdeel", **doe | {"onderdeel": "machtiging"})) == "onderdeel_onbekend"  # fmt: skip
    assert geweigerd(lambda: w.doe(gemeente, hier, "wsnpvergelijking", verzoek=rij.id)) == "norm_ontbreekt"
    assert geweigerd(lambda: verzoek(gemeente, hier, "287a")) == "verzoek_loopt"
    vul(gemeente, hier, rij)
    w.doe(gemeente, hier, "onderdeel", **doe | {"reden": "De gemeente is zelf onafhankelijk getoetst."})
    w.doe(gemeente, hier, "indiening", verzoek=rij.id, op=w.vandaag())
    assert zaak(stand).stap == "dwangakkoord_verzocht"
    assert geweigerd(lambda: w.doe(gemeente, hier, "indiening", verzoek=rij.id, op=w.vandaag())) == "hoort_niet_bij_zaak"  # fmt: skip


def test_de_bundel_is_een_pdf_met_inhoud_en_blijft_zoals_zij_ging(
    stand: Wereld, gemeente: w.Gemeente, tmp_path: Path
) -> None:
    hier = zaak(stand)
    rij = ingediend(gemeente, hier)
    pad = f"/schuldhulp/zaken/{hier.id}/verzoeken/{rij.id}.pdf"
    pdf = w.web(gemeente.noor).get(pad).content
    lezer = PdfReader(io.BytesIO(pdf))
    assert lezer.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert lezer.trailer["/Root"]["/Lang"] == "nl"
    inhoud = " ".join(lezer.pages[0].extract_text().split())
    delen = (
        "Controlelijst", "Aanbod aan de schuldeisers", "Antwoorden van de schuldeisers", "Gelijke behandeling",
        "Berekening met elke stap", "Vergelijking met de Wsnp", "Bewijs van de capaciteit",
    )  # fmt: skip
    for deel in delen:
        assert deel in inhoud
    alles = " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())
    som = dossier(gemeente, hier).voorstelsom
    zonder = alles.replace(" ", "")
    for tekst in ("wilde helft", "€ 1.698,84", "Hetaanbodistelaag", "elkaanbodisopdecent", som.delen[0]["antwoord"]["hash"]):  # fmt: skip
        assert tekst.replace(" ", "").lower() in zonder.lower(), tekst
    machine = w.api(gemeente.noor).get(f"{API}/{hier.id}/verzoeken/{rij.id}/bundel").content
    doel = tmp_path / "bundel.pdf"
    with pytest.raises(SystemExit):
        hoofd(["schuldhulp", "rechtbankdossier", hier.nummer, str(rij.id), str(doel), "--als", gemeente.noor.email])  # fmt: skip
    w.doe(gemeente, hier, "huishouden", situatie="alleenstaande", vtlb="1.000,00", vtlb_op=w.vandaag())
    later = w.web(gemeente.noor).get(pad).content
    assert {hashlib.sha256(deel).hexdigest() for deel in (machine, doel.read_bytes(), later)} == {
        hashlib.sha256(pdf).hexdigest()
    }
    assert w.web(gemeente.ruben).get(pad).status_code == 403
    assert w.web(gemeente.noor).get(f"/schuldhulp/zaken/{hier.id}/verzoeken/{w.uuid4()}.pdf").status_code == 404  # fmt: skip


def vergist(gemeente: w.Gemeente, hier: Zaak, rij: Any, reden: str = "verkeerd gelezen") -> Zaak:
    """The judgment on a request was recorded by mistake."""
    return w.doe(gemeente, hier, "uitspraakvergissing", verzoek=rij.id, reden=reden)


def test_toegewezen_telt_als_akkoord_en_de_regeling_begint(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier = zaak(stand)
    rij = ingediend(gemeente, hier)
    na = w.doe(gemeente, hier, "uitspraak", verzoek=rij.id, uitkomst="toegewezen", op=w.vandaag(), kenmerk="C/10/1")  # fmt: skip
    assert na.stap == "akkoord"
    assert sorted(deel.antwoord for deel in dossier(gemeente, na).voorstellen) == ["akkoord", "akkoord", "dwangakkoord"]  # fmt: skip
    assert geweigerd(lambda: vergist(gemeente, na, rij, " ")) == "reden_ontbreekt"
    pagina = w.web(gemeente.noor)
    assert "uitspraakvergissing" in pagina.get(f"/schuldhulp/zaken/{hier.id}").content.decode()
    assert vergist(gemeente, na, rij).stap == "dwangakkoord_verzocht"
    terug = dossier(gemeente, hier)
    assert sorted(deel.antwoord for deel in terug.voorstellen) == ["akkoord", "akkoord", "geweigerd"]
    (eerder,) = terug.eerdere_waarden
    assert (eerder.was["stand"], eerder.was["kenmerk"], eerder.reden) == ("toegewezen", "C/10/1", "verkeerd gelezen")  # fmt: skip
    tekst = pagina.get(f"/schuldhulp/zaken/{hier.id}").content.decode()
    assert "Wat er eerder stond" in tekst
    assert "verkeerd gelezen" in tekst
    na = w.doe(gemeente, hier, "uitspraak", verzoek=rij.id, uitkomst="toegewezen", op=w.vandaag())
    assert w.doe(gemeente, na, "regelingstart", ingang=w.vandaag(), hercontrole="6").stap == "sparen"
    assert geweigerd(lambda: vergist(gemeente, na, rij)) == "uitspraak_gebruikt"


def test_afgewezen_gaat_naar_de_wsnp_met_achttien_maanden_vanaf_de_eerste_aflossing(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier = zaak(stand)
    rij = ingediend(gemeente, hier)
    na = w.doe(gemeente, hier, "uitspraak", verzoek=rij.id, uitkomst="afgewezen", op=w.vandaag())
    assert na.stap == "wsnp_verzocht"
    assert vergist(gemeente, na, rij).stap == "dwangakkoord_verzocht"
    assert [deel.stand for deel in dossier(gemeente, na).verzoeken] == ["ingediend", "ingetrokken"]
    na = w.doe(gemeente, na, "uitspraak", verzoek=rij.id, uitkomst="afgewezen", op=w.vandaag())
    wsnp = dossier(gemeente, na).verzoeken[-1]
    assert (wsnp.soort, wsnp.stand) == ("wsnp", "ingediend")
    w.doe(gemeente, na, "uitspraak", verzoek=wsnp.id, uitkomst="toegewezen", op=w.vandaag())
    assert geweigerd(lambda: vergist(gemeente, na, rij)) == "uitspraak_gebruikt"
    uit = vergist(gemeente, na, wsnp)
    assert (uit.stap, uit.termijnen.get(regel="wsnp").vervallen) == ("wsnp_verzocht", True)
    in_ = w.doe(
        gemeente, na, "uitspraak", verzoek=wsnp.id, uitkomst="toegewezen", op=w.vandaag(), eerste_aflossing=date(2026, 11, 1),
    )  # fmt: skip
    assert in_.stap == "wsnp"
    assert in_.termijnen.get(regel="wsnp", vervallen=False).einde == date(2028, 5, 1)
    assert geweigerd(lambda: w.doe(gemeente, in_, "wsnpslot", op=date(2026, 11, 23))) == "datum_te_vroeg"
    with op(2028, 5, 2):
        nazorg = w.doe(gemeente, in_, "wsnpslot", op=w.vandaag())
        assert nazorg.stap == "nazorg"
        weer = vergist(gemeente, nazorg, wsnp)
        assert (weer.stap, weer.termijnen.get(regel="wsnp", klaar=None).einde) == ("wsnp", date(2028, 5, 1))
        assert not weer.termijnen.filter(regel="nazorg", klaar=None).exists()
        nazorg = w.doe(gemeente, weer, "wsnpslot", op=w.vandaag())
        assert w.doe(gemeente, nazorg, "nazorggesprek", op=w.vandaag()).stap == "uitgestroomd"


def test_wie_niet_in_de_wsnp_mag_krijgt_een_besluit_en_geen_brief_dat_hij_klaar_is(
    stand: Wereld, gemeente: w.Gemeente
) -> None:
    hier = zaak(stand)
    rij = ingediend(gemeente, hier, "wsnp")
    assert zaak(stand).stap == "wsnp_verzocht"
    w.doe(gemeente, hier, "uitspraak", verzoek=rij.id, uitkomst="afgewezen", op=w.vandaag())
    taak = Taak.objects.filter(zaak=hier, soort="beeindigen", klaar__isnull=True)
    assert taak.exists()
    assert vergist(gemeente, hier, rij).stap == "wsnp_verzocht"
    assert not taak.exists()
    w.doe(gemeente, hier, "uitspraak", verzoek=rij.id, uitkomst="afgewezen", op=w.vandaag())
    assert taak.exists()
    dicht = w.doe(gemeente, hier, "beeindiging", einde="wsnp_afgewezen", motivering=w.ZIN)
    assert (dicht.stap, dicht.tijdlijn.filter(wat="wsnp_missen").count()) == ("beeindigd", 1)
    web = w.web(gemeente.noor)
    assert web.get(f"/schuldhulp/zaken/{hier.id}/brieven/kwijting.pdf").status_code in (403, 404)
    assert web.get(f"/schuldhulp/zaken/{hier.id}/brieven/beeindiging.pdf").status_code == 200


@pytest.mark.parametrize(("soort", "regel"), [("287b", "moratorium-287b"), ("breed", "breed-moratorium")])
def test_een_moratorium_duurt_hoogstens_zes_maanden_en_waarschuwt(gemeente: w.Gemeente, soort: str, regel: str) -> None:  # fmt: skip
    hier = w.toegelaten(gemeente, dreiging="ontruiming")
    w.doe(gemeente, hier, "inkomen", soort="loon", netto="1700,00", bewijs="loonstrook", bewijs_op=w.vandaag())  # fmt: skip
    rij = ingediend(gemeente, hier, soort)
    assert Zaak.objects.get(id=hier.id).stap == "toegelaten"
    wat = {"verzoek": rij.id, "uitkomst": "toegewezen", "op": w.vandaag()}
    assert geweigerd(lambda: w.doe(gemeente, hier, "uitspraak", **wat | {"tot": date(2027, 5, 25)})) == "pauze_te_lang"  # fmt: skip
    na = w.doe(gemeente, hier, "uitspraak", **wat)
    assert na.termijnen.get(regel=regel).einde == date(2027, 5, 24)
    assert geweigerd(lambda: verzoek(gemeente, hier, soort)) == "pauze_eenmalig"
    with op(2027, 4, 23):
        assert plichten.MORATORIUM.wat_moet(timezone.now(), 10) == []
    with op(2027, 4, 24):
        assert plichten.MORATORIUM.wat_moet(timezone.now(), 10) == [str(hier.id)]
        plichten.MORATORIUM.doe(str(hier.id))
        assert plichten.MORATORIUM.wat_moet(timezone.now(), 10) == []
        assert Taak.objects.get(zaak=hier, soort="pauze_eindigt").uiterlijk == date(2027, 5, 24)
    with op(2027, 5, 25):
        plichten.MORATORIUM.doe(str(hier.id))
        plichten.MORATORIUM.doe(str(hier.id))
        assert plichten.MORATORIUM.wat_moet(timezone.now(), 10) == []
        assert Taak.objects.filter(zaak=hier, soort="verslag_rechtbank", klaar__isnull=True).count() == 1
        assert not Taak.objects.filter(zaak=hier, soort="pauze_eindigt", klaar__isnull=True).exists()


def test_een_kortere_pauze_eindigt_op_de_dag_van_de_rechter(gemeente: w.Gemeente) -> None:
    hier = w.toegelaten(gemeente, dreiging="ontruiming")
    w.doe(gemeente, hier, "inkomen", soort="loon", netto="1700,00", bewijs="loonstrook", bewijs_op=w.vandaag())  # fmt: skip
    rij = ingediend(gemeente, hier, "287b")
    na = w.doe(
        gemeente,
        hier,
        "uitspraak",
        verzoek=rij.id,
        uitkomst="toegewezen",
        op=w.vandaag(),
        tot=date(2027, 2, 1),
    )
    termijn = na.termijnen.get(regel="moratorium-287b")
    assert termijn.einde == date(2027, 2, 1)
    assert termijn.spoor[-1]["stap"] == "korter besloten"
    with op(2027, 1, 2):
        assert plichten.MORATORIUM.wat_moet(timezone.now(), 10) == [str(hier.id)]
        plichten.MORATORIUM.doe(str(hier.id))
        vergist(gemeente, hier, rij, "de rechter gaf een maand minder")
        assert plichten.MORATORIUM.wat_moet(timezone.now(), 10) == []
        assert not Taak.objects.filter(zaak=hier, soort="pauze_eindigt", klaar__isnull=True).exists()
        w.doe(gemeente, hier, "uitspraak", verzoek=rij.id, uitkomst="toegewezen", op=termijn.start, tot=date(2027, 1, 4))  # fmt: skip
        assert hier.termijnen.get(regel="moratorium-287b", klaar=None).einde == date(2027, 1, 4)
        (eerder,) = dossier(gemeente, hier).eerdere_waarden
        assert (eerder.was["tot"], eerder.reden) == ("2027-02-01", "de rechter gaf een maand minder")


def test_voor_de_toelating_en_voor_de_weigering_vraagt_niemand_de_rechter(gemeente: w.Gemeente) -> None:
    vroeg = w.opgepakt(gemeente)
    assert geweigerd(lambda: verzoek(gemeente, vroeg, "287b")) == "niet_toegelaten"
    assert geweigerd(lambda: verzoek(gemeente, w.toegelaten(gemeente), "287a")) == "verzoek_te_vroeg"


def test_een_besluit_blijft_byte_voor_byte_zoals_het_ging(
    gemeente: w.Gemeente, monkeypatch: pytest.MonkeyPatch
) -> None:
    hier = w.toegelaten(gemeente)
    pad = f"/schuldhulp/zaken/{hier.id}/brieven/toelating.pdf"
    eerst = w.web(gemeente.noor).get(pad).content
    monkeypatch.setattr("samenhang.schemes.schuldhulp.brieven.teksten", lambda: ())
    assert w.web(gemeente.noor).get(pad).content == eerst


def test_de_lijst_is_een_pure_regel() -> None:
    leeg = punten("287a", Rechtfeiten(), {})
    assert len(ontbreekt(leeg)) == len(LIJSTEN["287a"]) == 11
    alles = Rechtfeiten(*[True] * 10)
    rest = {punt.onderdeel.code for punt in ontbreekt(punten("287a", alles, {}))}
    assert rest == {"uiterste", "toets", "verklaring-285"}
    gezegd = {"aanbod": {"stand": "aanwezig"}, "toets": {"stand": "nvt", "reden": "x"}}
    lijst = {punt.onderdeel.code: punt.stand for punt in punten("287a", Rechtfeiten(), gezegd)}
    assert (lijst["aanbod"], lijst["toets"]) == ("ontbreekt", "nvt")
    claims = [Vordering("A", Bedrag(200_000), Rang.PREFERENT), Vordering("B", Bedrag(500_000), Rang.CONCURRENT), Vordering("C", Bedrag(300_000), Rang.CONCURRENT)]  # fmt: skip
    goed = {"A": Bedrag(30_000), "B": Bedrag(37_500), "C": Bedrag(22_500)}
    assert gelijk_behandeld(Bedrag(90_000), claims, goed)[0]
    assert not gelijk_behandeld(Bedrag(90_000), claims, goed | {"B": Bedrag(37_501), "C": Bedrag(22_499)})[0]


def test_de_rechter_op_de_pagina_en_in_de_api(stand: Wereld, gemeente: w.Gemeente) -> None:
    hier, pagina, machine = zaak(stand), w.web(gemeente.noor), w.api(gemeente.noor)
    assert "Begin een verzoek aan de rechter" in pagina.get(f"/schuldhulp/zaken/{hier.id}").content.decode()
    lijf = {"soort": "287a", "rechtbank": "Rechtbank Waterrijk"}
    assert machine.post(f"{API}/{hier.id}/verzoek", lijf, content_type="application/json").status_code == 201
    (rij,) = machine.get(f"{API}/{hier.id}").json()["verzoeken"]
    assert {punt["code"] for punt in rij["punten"] if punt["stand"] == "ontbreekt"} == {"uiterste", "toets", "wsnp", "verklaring-285"}  # fmt: skip
    invoer = {"verzoek": rij["id"], "onderdeel": "toets", "stand": "aanwezig", "reden": "bijlage 4"}
    assert pagina.post(f"/schuldhulp/zaken/{hier.id}/onderdeel", invoer).status_code == 302
    beeld = pagina.get(f"/schuldhulp/zaken/{hier.id}").content.decode()
    for deel in ("Controlelijst", "bijlage 4", "Onderdelen die ontbreken: 3", "wil de helft", "Werk de controlelijst bij"):  # fmt: skip
        assert deel in beeld
    nee = machine.post(f"{API}/{hier.id}/indiening", {"verzoek": rij["id"], "op": "2026-11-24"}, content_type="application/json")  # fmt: skip
    assert (nee.status_code, nee.json()["code"]) == (409, "S10")
