"""From counts to figures: the acceptance figures of the domain, guard rails, and reasons for no figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from samenhang.kernel.cijfers.berekening import Cijfer, Peiling, Reden, cijfers_van
from samenhang.kernel.cijfers.bescherming import GEHEEL, Groepsbeeld, bescherm, publiceerbaar
from samenhang.kernel.scheme import Telgroep
from samenhang.schemes.vroegsignalering.domain.indicatoren import INDICATOREN
from samenhang.schemes.vroegsignalering.domain.tellingen import TELGROEPEN

OKTOBER, NOVEMBER, DECEMBER = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)
GROEPEN = {groep.naam: groep for groep in TELGROEPEN}


def bereken(inwoners: int | None = 52_341, **geteld: dict[str, int]) -> dict[str, Cijfer]:
    """The figures of a month from counts per group; classes that are not named are zero."""
    beelden = {}
    for naam, rijen in geteld.items():
        cellen = {cel.naam: 0 for deel in GROEPEN[naam].uitsplitsingen for cel in deel.cellen}
        beelden[naam] = bescherm(GROEPEN[naam], cellen | rijen)
    gevonden = cijfers_van(INDICATOREN, TELGROEPEN, OKTOBER, [Peiling(NOVEMBER, beelden, inwoners)])
    return {f"{c.indicator.naam}{'.' + c.cel.naam if c.cel else ''}": c for c in gevonden}


MELDINGEN = {
    GEHEEL: 2000,
    "enkelvoudig": 2000,
    "niet_bereikt": 1600,
    "bereikt_hulp": 140,
    "bereikt_geen_hulp": 260,
}


def test_acceptatiegeval_16() -> None:
    cijfers = bereken(signalen={GEHEEL: 227, "huur": 100, "zorg": 127}, meldingen=MELDINGEN)
    assert cijfers["bereik"].waarde == Decimal("20.0")
    assert cijfers["acceptatie_van_bereikten"].waarde == Decimal("35.0")
    assert cijfers["acceptatie_van_meldingen"].waarde == Decimal("7.0")
    assert cijfers["signalen_per_1000"].waarde == Decimal("4.34")
    assert not any(c.waarschuwing for c in cijfers.values())


def test_een_half_rondt_af_naar_boven() -> None:
    cijfers = bereken(signalen={GEHEEL: 1000, "huur": 125, "zorg": 875})
    assert cijfers["aandeel_partnersoort.huur"].waarde == Decimal("12.5")
    cijfers = bereken(inwoners=80_000, signalen={GEHEEL: 250, "zorg": 250})
    assert cijfers["signalen_per_1000"].waarde == Decimal("3.13")


def test_vangrails_waarschuwen_en_laten_het_cijfer_staan() -> None:
    hoog = bereken(inwoners=1_000, signalen={GEHEEL: 11, "zorg": 11})["signalen_per_1000"]
    assert hoog.waarde == Decimal("11.00")
    assert hoog.waarschuwing
    rand = bereken(inwoners=1_000, signalen={GEHEEL: 10, "zorg": 10})["signalen_per_1000"]
    assert not rand.waarschuwing


def test_waarom_er_geen_cijfer_is() -> None:
    assert (
        bereken(None, signalen={GEHEEL: 20, "zorg": 20})["signalen_per_1000"].reden == Reden.GEEN_INWONERTAL
    )
    assert bereken(signalen={GEHEEL: 3, "zorg": 3})["signalen_per_1000"].reden == Reden.TE_KLEIN
    assert bereken(signalen={GEHEEL: 3, "zorg": 3})["signalen_per_1000"].teller is None
    leeg = bereken(aanvaardingen={GEHEEL: 0})
    assert leeg["binnen_termijn"].reden == Reden.GEEN_NOEMER
    assert leeg["signalen_per_1000"].reden == Reden.NIET_GETELD


def test_een_klein_aantal_neemt_een_ander_mee() -> None:
    cijfers = bereken(
        signalen={GEHEEL: 60, "huur": 2, "energie": 20, "energie_gewoon": 20, "water": 8, "zorg": 30}
    )
    assert cijfers["aandeel_partnersoort.huur"].waarde is None
    assert cijfers["aandeel_partnersoort.energie"].waarde is None, (
        "anders is huur uit het totaal te berekenen"
    )
    assert cijfers["aandeel_einde_levering"].waarde is None, "de delen van een verborgen klasse gaan mee"
    assert cijfers["aandeel_partnersoort.zorg"].waarde == Decimal("50.0")
    assert cijfers["aandeel_partnersoort.anders"].waarde == Decimal("0.0")


def test_een_som_die_verborgen_klassen_splitst_is_er_niet() -> None:
    """Not taken up and reached-with-help are hidden; the sum "taken up" would tell them apart."""
    cijfers = bereken(
        meldingen={
            GEHEEL: 100,
            "enkelvoudig": 100,
            "niet_opgepakt": 3,
            "niet_bereikt": 60,
            "bereikt_hulp": 7,
            "bereikt_geen_hulp": 30,
        }
    )
    assert cijfers["opgepakt"].reden == Reden.TE_KLEIN
    assert cijfers["bereik"].reden == Reden.TE_KLEIN


def zonder(groep: str, deling: str) -> Telgroep:
    """The group as it was before a division of it was counted."""
    delen = tuple(deel for deel in GROEPEN[groep].uitsplitsingen if deel.naam != deling)
    return replace(GROEPEN[groep], uitsplitsingen=delen)


def test_wat_toen_nog_niet_werd_geteld_is_er_niet_en_de_rest_wel() -> None:
    einde = next(i for i in INDICATOREN if i.teller.cellen == ("einde_levering",))
    deling = next(
        d for d in GROEPEN["signalen"].uitsplitsingen if "einde_levering" in {cel.naam for cel in d.cellen}
    )
    groep = zonder("signalen", deling.naam)
    tellingen = {GEHEEL: 227} | {cel.naam: 0 for deel in groep.uitsplitsingen for cel in deel.cellen}
    peiling = Peiling(NOVEMBER, {"signalen": bescherm(groep, tellingen)}, 52_341)
    cijfers = {
        (c.indicator.naam, c.cel.naam if c.cel else ""): c
        for c in cijfers_van(INDICATOREN, TELGROEPEN, OKTOBER, [peiling])
    }
    assert cijfers[einde.naam, ""].reden is Reden.NIET_GETELD
    assert cijfers["signalen_per_1000", ""].waarde == Decimal("4.34")


def test_een_cijfer_is_van_de_laatste_dag_waarop_teller_en_noemer_er_beide_zijn() -> None:
    """Attempts were published in December, cases by course only in November: no figure mixes the two days."""

    def alle(groep: str, geteld: dict[str, int]) -> dict[str, int]:
        return {cel.naam: 0 for deel in GROEPEN[groep].uitsplitsingen for cel in deel.cellen} | geteld

    pogingen, meldingen = alle("pogingen", {GEHEEL: 300}), alle("meldingen", MELDINGEN)
    vroeg = {"pogingen": Groepsbeeld(pogingen), "meldingen": Groepsbeeld(meldingen)}
    laat = {"pogingen": Groepsbeeld(pogingen | {GEHEEL: 320}), "meldingen": Groepsbeeld({GEHEEL: 2005})}
    peilingen = [Peiling(DECEMBER, laat, None), Peiling(NOVEMBER, vroeg, None)]
    cijfers = {
        c.indicator.naam: c for c in cijfers_van(INDICATOREN, TELGROEPEN, OKTOBER, peilingen) if c.cel is None
    }
    per_melding = cijfers["pogingen_per_melding"]
    assert (per_melding.peildatum, per_melding.teller, per_melding.noemer) == (NOVEMBER, 300, 2000)
    assert cijfers["pogingen_die_bereiken"].peildatum == DECEMBER


def test_een_uitsplitsing_die_er_bij_kwam_houdt_een_nieuw_peilmoment_niet_tegen() -> None:
    heel = GROEPEN["signalen"]
    namen = {deel.naam for deel in heel.uitsplitsingen}
    erbij = heel.uitsplitsingen[-1]
    vroeger = zonder("signalen", erbij.naam)
    nieuw = {GEHEEL: 0} | {cel.naam: 0 for deel in heel.uitsplitsingen for cel in deel.cellen}
    oud = {GEHEEL: 0} | {cel.naam: 0 for deel in vroeger.uitsplitsingen for cel in deel.cellen}
    beeld = publiceerbaar(heel, nieuw, [(oud, bescherm(vroeger, oud))], namen)
    assert beeld is not None
    assert set(beeld.waarden) == set(nieuw)
    anders = Groepsbeeld(dict(bescherm(vroeger, oud).waarden) | {erbij.cellen[0].naam: 0})
    beeld = publiceerbaar(heel, nieuw, [(oud | {erbij.cellen[0].naam: 0}, anders)], namen)
    assert beeld is not None
    assert set(beeld.waarden) == set(oud), (
        "een uitsplitsing met andere klassen dan toen komt er niet nog eens"
    )
