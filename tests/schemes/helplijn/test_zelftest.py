"""The self-test keeps nothing: no row, no cookie of its own, no log line with an answer; it needs no login and no JavaScript."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.schemes.helplijn import wereld as w
from tests.tellen import telt

pytestmark = pytest.mark.django_db
RUSTIG = {"rekeningen": "ja", "overzicht": "ja", "schulden": "nee", "dreiging": "nee"}


@pytest.mark.parametrize(
    ("anders", "kop"),
    [
        ({}, "U kunt zelf aan de slag"),
        ({"rekeningen": "soms"}, "Een vrijwilliger kan u online helpen"),
        ({"rekeningen": "soms", "overzicht": "nee"}, "Vraag hulp bij u in de buurt"),
        ({"dreiging": "ja"}, "Vraag hulp aan uw gemeente"),
    ],
)
def test_een_advies_en_er_blijft_niets_van(anders: dict[str, str], kop: str, caplog) -> None:
    client = Client(enforce_csrf_checks=True)
    voor = w.bewaard()
    with telt() as vragen, caplog.at_level("DEBUG"):
        pagina = client.post("/helplijn/zelftest", RUSTIG | anders)
    assert pagina.status_code == 200
    assert kop in pagina.content.decode()
    assert set(pagina.cookies) <= {"csrf"}  # of the choice of language below every page; it holds no answer
    assert w.bewaard() == voor
    assert not [sql for sql in vragen.opdrachten if not sql.startswith("SELECT")]
    for regel in caplog.records:
        assert "rekeningen" not in regel.getMessage()
        assert "dreiging" not in regel.getMessage()
    assert "no-store" in pagina.headers["Cache-Control"]


@pytest.mark.parametrize("slecht", [{}, {"rekeningen": "ja"}, RUSTIG | {"dreiging": "misschien"}])
def test_zonder_elk_antwoord_geen_advies(slecht: dict[str, str]) -> None:
    pagina = Client().post("/helplijn/zelftest", slecht)
    assert pagina.status_code == 400
    assert "Geef bij elke vraag één antwoord" in pagina.content.decode()
    assert "0800-8115" not in pagina.content.decode()


def test_het_nummer_van_de_lijn_is_gedateerd_met_bron_en_status() -> None:
    from datetime import date

    from samenhang.schemes.helplijn.domain.nummer import lees_nummers
    from samenhang.schemes.helplijn.nummer import lijnnummer

    nu = lijnnummer(date(2026, 11, 24))
    assert nu is not None
    assert (nu.status, bool(nu.bron)) == ("ongeverifieerd", True)
    assert lijnnummer(date(2019, 1, 1)) is None
    goed = {"vanaf": date(2026, 1, 1), "nummer": "0800-0000", "naam": "x", "bron": "y", "status": "beleid"}
    for anders in ({"nummer": "bel ons"}, {"status": "vast"}):
        with pytest.raises(ValueError, match="nummer van de lijn"):
            lees_nummers({"nummer": [goed | anders]})
    with pytest.raises(ValueError, match="dezelfde dag"):
        lees_nummers({"nummer": [goed, goed]})
