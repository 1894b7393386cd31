"""The figures of a year: made of published months, beside last year and the target; and of organisations together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from samenhang.kernel.cijfers.berekening import Cijfer, Peiling, Reden, cijfers_van
from samenhang.kernel.cijfers.bescherming import DREMPEL, bescherm
from samenhang.kernel.cijfers.jaar import Streef, jaarcijfers, samen, vergelijk
from samenhang.schemes.vroegsignalering.domain.indicatoren import INDICATOREN
from samenhang.schemes.vroegsignalering.domain.tellingen import TELGROEPEN
from tests.kernel.cijfers.test_aanval import maand

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


@settings(max_examples=30, deadline=None)
@given(st.lists(maand(), min_size=2, max_size=3))
def test_een_jaar_zegt_niets_dat_de_maanden_niet_zeggen(maanden: list[dict[str, dict[str, int]]]) -> None:
    """Every number of the year is a sum of numbers that stand in its months."""
    cijfers: list[Cijfer] = []
    for nummer, geteld in enumerate(maanden, start=1):
        beelden = {g.naam: bescherm(g, geteld[g.naam]) for g in TELGROEPEN}
        peiling = Peiling(date(2026, 12, 1), beelden, 52_341)
        cijfers += cijfers_van(INDICATOREN, TELGROEPEN, date(2026, nummer, 1), [peiling])
    for jaar in jaarcijfers(cijfers):
        zichtbaar = [
            c for c in cijfers
            if (c.indicator, c.cel) == (jaar.indicator, jaar.cel) and c.teller is not None and c.noemer is not None
        ]  # fmt: skip
        assert jaar.maanden == len(zichtbaar)
        assert (jaar.teller or 0) == sum(c.teller or 0 for c in zichtbaar)
        assert jaar.teller is None or jaar.teller == 0 or jaar.teller >= DREMPEL


def test_gemeenten_samen_zijn_wat_elk_laat_zien() -> None:
    (een, twee) = samen([cijfer(1, 20, 100), cijfer(1, 30, 100), cijfer(1, None, 40), cijfer(2, None, None)])
    assert (een.maand, een.waarde, een.teller, een.noemer) == (date(2026, 1, 1), Decimal("25.0"), 50, 200)
    assert (twee.maand, twee.waarde, twee.reden) == (date(2026, 2, 1), None, Reden.TE_KLEIN)
