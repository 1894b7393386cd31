"""The figures of a year: made of published months, beside last year and the target; and what two publications tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st

from samenhang.kernel.cijfers.berekening import Cijfer, Reden, cijfers_van
from samenhang.kernel.cijfers.bescherming import DREMPEL, GEHEEL
from samenhang.kernel.cijfers.jaar import Streef, jaarcijfers, vergelijk
from samenhang.kernel.cijfers.vaststellen import publiceer, stand_van
from samenhang.kernel.scheme import Telgroep
from samenhang.schemes.vroegsignalering.domain.indicatoren import INDICATOREN, TELGROEPEN
from tests.kernel.cijfers.test_aanval import maand, opgeloste

BEREIK = next(i for i in INDICATOREN if i.naam == "bereik")


def cijfer(nummer: int, teller: int | None, noemer: int | None, jaar: int = 2026) -> Cijfer:
    reden = None if teller is not None and noemer is not None else Reden.TE_KLEIN
    return Cijfer(
        BEREIK, date(jaar, nummer, 1), None, None, teller, noemer, reden, False, date(2026, 12, nummer)
    )


def test_een_jaar_telt_op_wat_te_tonen_is_en_zegt_over_hoeveel_maanden() -> None:
    (jaar,) = jaarcijfers([cijfer(1, 20, 100), cijfer(2, None, 40), cijfer(3, 30, 50)])
    assert (jaar.waarde, jaar.teller, jaar.noemer) == (Decimal("33.3"), 50, 150)
    assert (jaar.maanden, jaar.van, jaar.peildatum) == (2, 3, date(2026, 12, 1))


def test_zonder_een_maand_die_te_tonen_is_is_er_geen_jaarcijfer() -> None:
    (jaar,) = jaarcijfers([cijfer(1, None, None)])
    assert (jaar.waarde, jaar.reden, jaar.maanden) == (None, Reden.TE_KLEIN, 0)
    (leeg,) = jaarcijfers([cijfer(1, 0, 0)])
    assert (leeg.waarde, leeg.reden, leeg.maanden) == (None, Reden.GEEN_NOEMER, 1)


def test_buiten_de_vangrail_waarschuwt_ook_het_jaar() -> None:
    (jaar,) = jaarcijfers([cijfer(1, 90, 100)])
    assert jaar.waarschuwing
    assert jaar.waarde == Decimal("90.0")


def test_vorig_jaar_zijn_dezelfde_maanden_en_een_streefwaarde_is_gehaald_of_niet() -> None:
    streef = {"bereik": Streef("bereik", date(2026, 1, 1), Decimal("25"), "plan", "marloes")}
    vorig = [cijfer(1, 10, 100, 2025), cijfer(6, 90, 100, 2025)]
    (regel,) = vergelijk([cijfer(1, 24, 100)], vorig, streef)
    assert regel.vorig is not None
    assert (regel.vorig.waarde, regel.verschil) == (Decimal("10.0"), Decimal("14.0"))
    assert regel.gehaald is False
    (regel,) = vergelijk([cijfer(1, 25, 100)], [], streef)
    assert (regel.gehaald, regel.vorig) == (True, None)
    hoogstens = replace(BEREIK, streef="hoogstens")
    (regel,) = vergelijk([replace(cijfer(1, 26, 100), indicator=hoogstens)], [], streef)
    assert regel.gehaald is False


def publicaties(
    eerste: dict[str, int], tweede: dict[str, int], groep: Telgroep
) -> list[Mapping[str, int | None]]:
    """What stands after two vintages of a month, as the register publishes them."""
    een = publiceer(groep, eerste, date(2026, 12, 1), [])
    rij = SimpleNamespace(
        peildatum=date(2026, 12, 1), gepubliceerd={groep.naam: een}, tellingen={groep.naam: eerste}
    )
    twee = publiceer(groep, tweede, date(2027, 1, 1), [rij])
    return [stand_van(een).beeld.waarden, stand_van(twee).beeld.waarden]


@settings(max_examples=80, deadline=None)
@given(maand(), maand(), st.sampled_from(TELGROEPEN))
def test_wie_twee_publicaties_naast_elkaar_legt_vindt_geen_klein_aantal_en_geen_klein_verschil(
    eerste: dict[str, dict[str, int]], tweede: dict[str, dict[str, int]], groep: Telgroep
) -> None:
    """Unknowns: every class at both vintages. He solves what both publications say, and what changed between them.

    The second table is sometimes the first with a few cases moved: that is where subtraction bites.
    """
    oud = eerste[groep.naam]
    nieuw = tweede[groep.naam] if oud[GEHEEL] % 2 else _verschoven(oud, groep)
    beelden = publicaties(oud, nieuw, groep)
    namen = [(v, naam) for v in (0, 1) for naam in oud]
    rijen: list[list[Fraction]] = []

    def zeg(deel: dict[tuple[int, str], int], waarde: int) -> None:
        rijen.append([Fraction(deel.get(naam, 0)) for naam in namen] + [Fraction(waarde)])

    zelfde = beelden[0] == beelden[1]
    for v, waarden in enumerate(beelden):
        for naam, waarde in waarden.items():
            if waarde is not None and not (zelfde and v):
                zeg({(v, naam): 1}, waarde)
        for deel in groep.uitsplitsingen:
            zeg({(v, cel.naam): 1 for cel in deel.cellen} | {(v, deel.van or GEHEEL): -1}, 0)
    for plek, waarde in opgeloste([list(rij) for rij in rijen]):
        assert waarde == 0 or waarde >= DREMPEL, (namen[plek], waarde)
    if not zelfde:
        for naam in oud:
            if beelden[0][naam] is not None and beelden[1][naam] is not None:
                verschil = (beelden[1][naam] or 0) - (beelden[0][naam] or 0)
                assert verschil == 0 or abs(verschil) >= DREMPEL, (naam, verschil)


def _verschoven(oud: dict[str, int], groep: Telgroep) -> dict[str, int]:
    """The same month with two cases that went from the largest class to the next, in each division."""
    nieuw = dict(oud)
    for deel in groep.uitsplitsingen:
        if deel.van:
            continue
        cellen = sorted((cel.naam for cel in deel.cellen), key=lambda naam: -nieuw[naam])
        weg = min(2, nieuw[cellen[0]])
        nieuw[cellen[0]] -= weg
        nieuw[cellen[1]] += weg
    for deel in groep.uitsplitsingen:
        if deel.van:
            rest = nieuw[deel.van]
            for cel in deel.cellen[:-1]:
                nieuw[cel.naam] = min(oud[cel.naam], rest)
                rest -= nieuw[cel.naam]
            nieuw[deel.cellen[-1].naam] = rest
    return nieuw


@settings(max_examples=30, deadline=None)
@given(st.lists(maand(), min_size=2, max_size=3))
def test_een_jaar_zegt_niets_dat_de_maanden_niet_zeggen(maanden: list[dict[str, dict[str, int]]]) -> None:
    """Every number of the year is a sum of numbers that stand in its months."""
    cijfers: list[Cijfer] = []
    for nummer, geteld in enumerate(maanden, start=1):
        standen = {g.naam: stand_van(publiceer(g, geteld[g.naam], date(2026, 12, 1), [])) for g in TELGROEPEN}
        cijfers += cijfers_van(INDICATOREN, TELGROEPEN, date(2026, nummer, 1), standen, 52_341)
    for jaar in jaarcijfers(cijfers):
        zichtbaar = [
            c for c in cijfers
            if (c.indicator, c.cel) == (jaar.indicator, jaar.cel) and c.teller is not None and c.noemer is not None
        ]  # fmt: skip
        assert jaar.maanden == len(zichtbaar)
        assert (jaar.teller or 0) == sum(c.teller or 0 for c in zichtbaar)
        assert jaar.teller is None or jaar.teller == 0 or jaar.teller >= DREMPEL
