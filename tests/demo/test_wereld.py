"""The synthetic world is complete, plausible, and invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest

from samenhang.demo.wereld import Instelling, Wereld, maak_delen, maak_wereld, voor_signalen
from samenhang.demo.wereld.achterstanden import soorten_melding
from samenhang.demo.wereld.levensloop import brp_records
from samenhang.demo.wereld.modellen import BrpStatus, PartnerSoort, Regel, Signaal, SoortSignaal
from samenhang.demo.wereld.schrijver import als_csv

NIEUW = ("dubbel", "R02", "W04")  # planted rows that are no signal of their own


@pytest.fixture(scope="module")
def demo() -> Wereld:
    return maak_wereld(Instelling())


@pytest.fixture(scope="module")
def groot() -> Wereld:
    """More residents than the demo, so that proportions are not a matter of luck."""
    return maak_wereld(Instelling(zaad=101, huishoudens=30_000, fouten=False))


def regels(wereld: Wereld, *, aanloop: bool = True) -> Iterator[Regel]:
    leveringen = (*wereld.deel.aanloop, *wereld.deel.leveringen) if aanloop else wereld.deel.leveringen
    return (regel for levering in leveringen for regel in levering.regels)


def signalen(wereld: Wereld, *, aanloop: bool = True) -> list[Signaal]:
    return [
        regel.signaal
        for regel in regels(wereld, aanloop=aanloop)
        if regel.signaal.soort is not SoortSignaal.INTREKKING and not set(regel.codes) & set(NIEUW)
    ]


def test_twintigduizend_inwoners_in_negenduizend_huishoudens(demo: Wereld) -> None:
    assert len(demo.deel.huishoudens) == 9_000
    assert len(demo.deel.inwoners) == 20_000
    assert len(demo.gemeenten) == 3
    assert len(demo.partners) == 8
    assert len(demo.kredietbank.kvk) == 8


def test_huishoudens_verdelen_de_inwoners(demo: Wereld) -> None:
    leden = [
        (persoon, huishouden.huishouden_id)
        for huishouden in demo.deel.huishoudens
        for persoon in (*huishouden.volwassenen, *huishouden.kinderen)
    ]
    assert len(leden) == len({persoon for persoon, _ in leden}) == len(demo.deel.inwoners)
    assert all(demo.deel.inwoners[persoon].huishouden_id == huishouden for persoon, huishouden in leden)


def test_elk_huishouden_heeft_een_volwassene(demo: Wereld) -> None:
    assert all(huishouden.volwassenen for huishouden in demo.deel.huishoudens)


def test_leeftijden_zijn_die_van_een_bevolking(demo: Wereld) -> None:
    einde = demo.deel.leveringen[-1].regels[-1].signaal.datum
    leeftijden = [inwoner.leeftijd(einde) for inwoner in demo.deel.inwoners.values()]
    assert 0.15 < sum(leeftijd < 18 for leeftijd in leeftijden) / len(leeftijden) < 0.30
    assert 0.10 < sum(leeftijd >= 65 for leeftijd in leeftijden) / len(leeftijden) < 0.25
    assert min(leeftijden) >= -1
    assert max(leeftijden) < 100


def test_er_zijn_tweelingen_en_naamgenoten_in_een_huishouden(demo: Wereld) -> None:
    inwoners = demo.deel.inwoners
    tweelingen = vader_en_zoon = 0
    for huishouden in demo.deel.huishoudens:
        leden = [inwoners[p] for p in (*huishouden.volwassenen, *huishouden.kinderen)]
        tweelingen += any(n > 1 for n in Counter((p.geboortedatum, p.achternaam) for p in leden).values())
        vader_en_zoon += any(n > 1 for n in Counter((p.voorletters, p.achternaam) for p in leden).values())
    assert tweelingen > 20
    assert vader_en_zoon > 50


def test_verblijven_sluiten_op_elkaar_aan(demo: Wereld) -> None:
    for stays in demo.deel.verblijven.values():
        for eerder, later in pairwise(stays):
            assert eerder.tot == later.van
            assert eerder.woning.adres != later.woning.adres


def test_er_wordt_verhuisd_binnen_en_tussen_gemeenten(demo: Wereld) -> None:
    verhuizingen = [
        (eerder.woning.adres.gemeentecode, later.woning.adres.gemeentecode)
        for stays in demo.deel.verblijven.values()
        for eerder, later in pairwise(stays)
    ]
    assert 300 < len(verhuizingen) < 1_200
    assert 0.1 < sum(van != naar for van, naar in verhuizingen) / len(verhuizingen) < 0.4


def test_adressen_krijgen_een_volgende_bewoner(demo: Wereld) -> None:
    bewoners: dict[object, set[str]] = {}
    for stays in demo.deel.verblijven.values():
        for stay in stays:
            bewoners.setdefault(stay.woning.adres, set()).add(stay.huishouden_id)
    assert sum(len(huishoudens) == 2 for huishoudens in bewoners.values()) > 100


@pytest.mark.parametrize("zaad", [7, 8])
def test_brp_kent_elke_inwoner_op_elke_dag_hoogstens_een_keer(zaad: int) -> None:
    deel = maak_wereld(Instelling(zaad=zaad, huishoudens=3_000)).deel
    records = brp_records(deel.huishoudens, deel.inwoners, deel.verblijven)
    for persoon_id in set(deel.inwoners) - {record.inwoner.persoon_id for record in records}:
        inwoner = deel.inwoners[persoon_id]
        vertrek = deel.verblijven[inwoner.huishouden_id][-1].tot
        assert vertrek is not None
        assert vertrek <= inwoner.geboortedatum
    for een, ander in pairwise(records):
        if een.inwoner.persoon_id == ander.inwoner.persoon_id:
            assert een.tot is not None
            assert een.tot <= ander.van
    status = Counter(record.status for record in records)
    assert status[BrpStatus.OVERLEDEN] > 3
    assert status[BrpStatus.VERTROKKEN] > 3
    assert status[BrpStatus.INGEZETENE] > 0.95 * len(records)


def test_postcodes_zijn_geldig_en_van_een_gemeente(demo: Wereld) -> None:
    gemeente_van: dict[str, str] = {}
    for stays in demo.deel.verblijven.values():
        for stay in stays:
            adres = stay.woning.adres
            assert re.fullmatch(r"[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}", adres.postcode)
            assert gemeente_van.setdefault(adres.postcode, adres.gemeentecode) == adres.gemeentecode


def test_delen_hebben_geen_nummer_of_postcode_gemeen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenhang.demo.wereld.wereld.HUISHOUDENS_PER_DEEL", 2_000)
    delen = list(maak_delen(Instelling(huishoudens=4_000, druk=5.0, fouten=False)))
    assert len(delen) == 2
    een, twee = (
        (
            set(deel.inwoners)
            | {huishouden.huishouden_id for huishouden in deel.huishoudens}
            | {contract.klantnummer for contract in deel.contracten}
            | {stay.woning.adres.postcode for stays in deel.verblijven.values() for stay in stays}
            | {regel.signaal.signaal_id for levering in deel.leveringen for regel in levering.regels}
        )
        for deel in delen
    )
    assert not een & twee


def test_contracten_horen_bij_een_volwassene_van_het_huishouden(demo: Wereld) -> None:
    volwassenen = {h.huishouden_id: set(h.volwassenen) for h in demo.deel.huishoudens}
    for contract in demo.deel.contracten:
        assert contract.houder in volwassenen[contract.huishouden_id]
    nummers = [contract.klantnummer for contract in demo.deel.contracten]
    assert len(nummers) == len(set(nummers))


def test_signalen_per_duizend_inwoners_zijn_plausibel(groot: Wereld, demo: Wereld) -> None:
    for wereld in (groot, demo):
        per_maand = len(signalen(wereld, aanloop=False)) / 2
        assert 3.0 < per_maand / len(wereld.deel.inwoners) * 1_000 < 7.0


def test_aandelen_per_soort_partner_liggen_bij_de_monitor(groot: Wereld) -> None:
    per_soort = Counter(signaal.contract.soort for signaal in signalen(groot, aanloop=False))
    totaal = per_soort.total()
    assert 0.34 < per_soort[PartnerSoort.ZORG] / totaal < 0.49
    for soort in (PartnerSoort.HUUR, PartnerSoort.ENERGIE, PartnerSoort.WATER):
        assert 0.13 < per_soort[soort] / totaal < 0.27


def test_een_kwart_van_energie_is_einde_levering(groot: Wereld) -> None:
    energie = [s for s in signalen(groot, aanloop=False) if s.contract.soort is PartnerSoort.ENERGIE]
    assert 0.15 < sum(s.soort is SoortSignaal.EINDE_LEVERING for s in energie) / len(energie) < 0.38


def test_meldingen_zijn_enkel_meervoudig_en_opeenvolgend_als_in_de_monitor(groot: Wereld) -> None:
    soorten = soorten_melding(signalen(groot))
    meldingen = {(s.adres, s.maand): soorten[s.signaal_id] for s in signalen(groot, aanloop=False)}
    aantal = len(meldingen)
    telling = Counter(deel for soort in meldingen.values() for deel in soort.split("+"))
    assert 0.40 < telling["enkelvoudig"] / aantal < 0.60
    assert 0.05 < telling["meervoudig"] / aantal < 0.17
    assert 0.30 < telling["opeenvolgend"] / aantal < 0.52


def test_een_dreiging_heeft_een_datum_na_ruim_twintig_werkdagen(groot: Wereld) -> None:
    for signaal in signalen(groot):
        if signaal.datum_dreiging is None:
            assert signaal.soort in (SoortSignaal.EERSTE, SoortSignaal.GEACTUALISEERD)
        else:
            assert signaal.datum_dreiging - signaal.datum >= timedelta(days=36)


def test_einde_levering_volgt_op_een_eerder_signaal(groot: Wereld) -> None:
    bekend: set[str] = set()
    for signaal in sorted(signalen(groot), key=lambda s: s.datum):
        if signaal.soort is SoortSignaal.EINDE_LEVERING:
            assert signaal.contract.klantnummer in bekend
        bekend.add(signaal.contract.klantnummer)


def test_een_signaal_gaat_over_een_lopend_contract_van_iemand_uit_het_huishouden(demo: Wereld) -> None:
    for signaal in signalen(demo):
        contract = signaal.contract
        assert contract.van < signaal.datum
        assert contract.tot is None or signaal.datum < contract.tot
        assert demo.deel.inwoners[signaal.persoon_id].huishouden_id == contract.huishouden_id
        assert (signaal.datum - signaal.ontstaansdatum).days >= 30
        assert contract.soort is not PartnerSoort.ZORG or (signaal.datum - signaal.ontstaansdatum).days <= 100


def test_signaalnummers_zijn_uniek_per_partner(demo: Wereld) -> None:
    nummers = [(s.contract.partner, s.signaal_id) for s in signalen(demo)]
    assert len(nummers) == len(set(nummers))


def test_een_partner_stuurt_alleen_wat_is_afgesproken(demo: Wereld) -> None:
    for levering in demo.deel.leveringen:
        kop = als_csv(levering).decode("utf-8-sig").splitlines()[0].replace('"', "").split(";")
        for kolom in ("geboortedatum", "telefoon", "email", "voornaam", "warme_overdracht"):
            assert (kolom in kop) == (kolom in levering.partner.afspraak.velden)
        assert levering.gemeentecode in levering.partner.gemeenten


def test_alleen_geplante_fouten_bevatten_een_nummer_dat_de_elfproef_doorstaat(demo: Wereld) -> None:
    gevonden = 0
    for regel in regels(demo):
        for cel in regel.velden.values():
            for cijfers in re.findall(r"(?<!\d)\d{9}(?!\d)", cel):
                gewogen = sum(int(c) * g for c, g in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
                if gewogen % 11 == 0:
                    gevonden += 1
                    assert regel.codes == ("R38",)
    assert not any(re.search(r"\d{9}", tekst) for tekst in demo.deel.inwoners)


def test_de_meeste_rijcodes_komen_voor(demo: Wereld) -> None:
    codes = {code for regel in regels(demo) for code in (*regel.codes, *regel.codes_register)}
    assert {
        "R06",
        "R09",
        "R15",
        "R17",
        "R18",
        "R23",
        "R25",
        "R32",
        "R33",
        "R38",
        "W41",
        "R03",
        "dubbel",
    } <= codes
    assert len(codes) >= 28


def test_zonder_fouten_is_niets_geplant(groot: Wereld) -> None:
    assert not any(regel.codes or regel.codes_register for regel in regels(groot))
    assert not groot.deel.geweigerd


def test_elke_maand_wordt_een_bestand_als_geheel_geweigerd(demo: Wereld) -> None:
    assert [bestand.levering.maand for bestand in demo.deel.geweigerd] == ["2026-10", "2026-11"]
    assert demo.deel.geweigerd[0].code == "F01"


def test_personas_werken_bij_bekende_organisaties(demo: Wereld) -> None:
    bekend = {g.code for g in demo.gemeenten} | {p.kvk for p in demo.partners} | {demo.kredietbank.kvk}
    assert {code for p in demo.personas for code in (p.organisatie, *p.ook_bij)} <= bekend
    rollen = Counter(rol for persona in demo.personas for rol in persona.rollen)
    assert rollen["vroegsignaleerder"] == 5
    assert {partner.soort for partner in demo.partners} == {
        partner.soort for partner in demo.partners if partner.kvk in {p.organisatie for p in demo.personas}
    }
    (bewoner,) = [persona for persona in demo.personas if persona.persoon_id]
    assert bewoner.persoon_id in {s.persoon_id for s in signalen(demo, aanloop=False)}


def test_een_wereld_voor_de_meetbank_heeft_ongeveer_het_gevraagde_aantal() -> None:
    instelling = voor_signalen(Instelling(zaad=5), 6_000)
    aantal = sum(len(lev.regels) for deel in maak_delen(instelling) for lev in deel.leveringen)
    assert 0.85 < aantal / 6_000 < 1.15


def test_maanden_die_niet_op_elkaar_volgen_worden_geweigerd() -> None:
    with pytest.raises(ValueError, match="volgen niet op elkaar"):
        maak_wereld(Instelling(maanden=("2026-10", "2026-12")))
