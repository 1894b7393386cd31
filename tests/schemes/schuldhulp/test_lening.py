"""A credit that runs, computed: what was paid of what, arrears, what closes it, and the day without debt."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.domain import antwoord
from samenhang.schemes.schuldhulp.domain.lening import (
    Afspraak,
    Ontvangst,
    Uitstel,
    claimdelen,
    saldo_op,
    stand_van,
    verloop,
)

INGANG = date(2026, 8, 31)


def afspraak(termijn: str = "50.00", rente: str = "8.0", ingang: date = INGANG) -> Afspraak:
    uit = antwoord.bereken(
        "krediet", {"maandtermijn": termijn, "looptijd_maanden": 18, "effectief_jaarpercentage": rente}
    )
    return Afspraak(
        Bedrag.lees(uit["netto_kredietsom"]),
        Bedrag.lees(termijn),
        ingang,
        tuple((Bedrag.lees(rij["rente"]), Bedrag.lees(rij["aflossing"])) for rij in uit["schema"]),
    )


def betaald(*paren: tuple[date, int]) -> list[Ontvangst]:
    return [Ontvangst(op, Bedrag(centen)) for op, centen in paren]


def test_zonder_betaling_en_voor_de_eerste_vervaldag() -> None:
    """Acceptance case 4: 50.00 at 8 % gives 847.26 net, 899.99 to pay; R8 clips the end of February."""
    stand = stand_van(afspraak(), [], [], INGANG)
    assert (stand.openstaand.draad(), stand.hoofdsom.draad()) == ("899.99", "847.26")
    assert (stand.inlossom.draad(), stand.achterstand.draad()) == ("847.26", "0.00")
    assert stand.schuldenvrij == date(2028, 2, 29)
    assert stand.termijnen[5].vervaldag == date(2027, 2, 28)


def test_een_betaling_vult_de_oudste_termijn_eerst_de_rente() -> None:
    stand = stand_van(afspraak(), betaald((date(2026, 10, 2), 5300)), [], date(2026, 10, 2))
    een, twee = stand.termijnen[:2]
    assert (een.betaald.draad(), een.voldaan_op) == ("50.00", date(2026, 10, 2))
    assert (twee.betaald.draad(), twee.rente_betaald.draad(), twee.aflossing_betaald.draad()) == (
        "3.00",
        "3.00",
        "0.00",
    )
    assert twee.rente > Bedrag(300)


@pytest.mark.parametrize(
    ("dag", "achter", "aantal", "maanden"),
    [
        (date(2026, 9, 30), "0.00", 0, 0),
        (date(2026, 10, 1), "50.00", 1, 0),
        (date(2026, 10, 30), "50.00", 1, 1),
        (date(2026, 11, 1), "100.00", 2, 1),
        (date(2026, 12, 1), "150.00", 3, 2),
    ],
)
def test_achterstand_begint_de_dag_na_de_vervaldag(dag: date, achter: str, aantal: int, maanden: int) -> None:
    stand = stand_van(afspraak(), [], [], dag)
    assert (stand.achterstand.draad(), stand.achter_termijnen, stand.maanden_achter) == (
        achter,
        aantal,
        maanden,
    )


def test_uitstel_geldt_voor_wat_toen_achter_was() -> None:
    uitstel = [Uitstel(date(2026, 10, 5), date(2026, 12, 15))]
    rustig = stand_van(afspraak(), [], uitstel, date(2026, 10, 20))
    assert (rustig.achter_termijnen, rustig.volgende and rustig.volgende.vervalt) == (0, date(2026, 12, 15))
    later = stand_van(afspraak(), [], uitstel, date(2026, 11, 1))
    assert (later.achter_termijnen, later.achter_sinds) == (1, date(2026, 10, 31))
    te_laat = stand_van(afspraak(), [], uitstel, date(2026, 12, 16))
    assert te_laat.achter_termijnen == 3


def test_achterstand_schuift_de_dag_zonder_schuld() -> None:
    op_tijd = betaald(*((date(2026, 8 + n, 28), 5000) for n in (1, 2)))
    assert stand_van(afspraak(), op_tijd, [], date(2026, 11, 5)).schuldenvrij == date(2028, 2, 29)
    assert stand_van(afspraak(), op_tijd[:1], [], date(2026, 11, 5)).schuldenvrij == date(2028, 3, 31)


def test_het_verloop_eindigt_op_de_dag_zonder_schuld() -> None:
    """On time it is as agreed; who missed one instalment pays a month longer; who paid off owes nothing from then on."""
    wat, dag = afspraak(), date(2026, 11, 5)
    op_tijd = betaald(*((date(2026, 8 + n, 28), 5000) for n in (1, 2)))
    rijen = verloop(wat, op_tijd, stand_van(wat, op_tijd, [], dag))
    assert len(rijen) == 18
    assert [saldo for _, _, saldo in rijen] == [gepland for _, gepland, _ in rijen]
    te_laat = stand_van(wat, op_tijd[:1], [], dag)
    later = verloop(wat, op_tijd[:1], te_laat)
    assert (later[-1][0], later[-1][2].draad(), len(later)) == (te_laat.schuldenvrij, "0.00", 19)
    alles = [*op_tijd, Ontvangst(dag, stand_van(wat, op_tijd, [], dag).inlossom)]
    klaar = verloop(wat, alles, stand_van(wat, alles, [], dag, ingelost=True))
    assert {saldo.draad() for _, _, saldo in klaar[2:]} == {"0.00"}


def test_inlossen_scheelt_de_rente_van_de_rest() -> None:
    op_tijd = betaald(*((date(2026, 8 + n, 30), 5000) for n in (1, 2)))
    dag = date(2026, 10, 31)
    stand = stand_van(afspraak(), op_tijd, [], dag)
    saldo = antwoord.bereken(
        "krediet", {"maandtermijn": "50.00", "looptijd_maanden": 18, "effectief_jaarpercentage": "8.0"}
    )["schema"][1]["saldo"]
    assert stand.inlossom.draad() == saldo
    assert stand.inlossom < stand.openstaand
    klaar = stand_van(afspraak(), [*op_tijd, Ontvangst(dag, stand.inlossom)], [], dag, ingelost=True)
    assert (klaar.voldaan, klaar.openstaand.draad(), klaar.schuldenvrij) == (True, "0.00", dag)


def test_de_delen_van_een_claim() -> None:
    """The formula of the fund over these parts is what would close the credit that day."""
    stand = stand_van(afspraak(), betaald((date(2026, 9, 30), 5000)), [], date(2026, 12, 10))
    delen = claimdelen(stand)
    assert delen.verschuldigde_kredietvergoeding == stand.termijnen[1].rente + stand.termijnen[2].rente
    claim = antwoord.bereken(
        "claim",
        {
            "netto_kredietsom": "847.26",
            "afgeloste_hoofdsom": delen.afgeloste_hoofdsom.draad(),
            "verschuldigde_kredietvergoeding": delen.verschuldigde_kredietvergoeding.draad(),
            "vervroegde_aflossing": delen.vervroegde_aflossing.draad(),
            "lopende_rente": delen.lopende_rente.draad(),
            "stand": "AFGEGEVEN",
        },
    )
    assert claim["claim"] == stand.inlossom.draad()


@given(
    termijn=st.integers(500, 60_000),
    betalingen=st.lists(st.tuples(st.integers(0, 700), st.integers(1, 50_000)), max_size=20),
    dag=st.integers(0, 700),
)
def test_wat_is_betaald_en_wat_openstaat_is_samen_alles(
    termijn: int, betalingen: list[tuple[int, int]], dag: int
) -> None:
    wat = afspraak(Bedrag(termijn).draad())
    alles = sum((rente + aflossing).centen for rente, aflossing in wat.schema)
    over, binnen = alles, []
    for na, centen in sorted(betalingen):
        deel = min(centen, over)
        if deel and na <= dag:
            binnen.append(Ontvangst(INGANG + timedelta(days=na), Bedrag(deel)))
            over -= deel
    stand = stand_van(wat, binnen, [], INGANG + timedelta(days=dag))
    assert stand.betaald.centen + stand.openstaand.centen == alles
    assert sum(deel.betaald.centen for deel in stand.termijnen) == stand.betaald.centen
    assert all(Bedrag(0) <= deel.betaald <= deel.bedrag for deel in stand.termijnen)
    assert Bedrag(0) <= stand.inlossom <= stand.openstaand
    assert stand.achterstand <= stand.openstaand
    saldi = [saldo_op(wat, binnen, nummer) for nummer in range(1, 19)]
    assert saldi == sorted(saldi, reverse=True)
