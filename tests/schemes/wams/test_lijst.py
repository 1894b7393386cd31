"""Finding a case: by name only where somebody treats it or takes part, by number what stands in his list."""

from __future__ import annotations

from typing import Any

import pytest

from samenhang.kernel.zaken.lijst import Zaakkeuze
from samenhang.schemes.wams import queries
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db


def test_zoeken_in_eigen_zaken_en_op_nummer() -> None:
    gemeente = w.maak_gemeente()
    zaak = w.in_triage(gemeente)

    def vindt(wie: Any, zoek: str) -> int:
        return queries.zaken(w.als(wie), Zaakkeuze(zoek=zoek))[1]

    assert (vindt(gemeente.fatima, "de wit"), vindt(gemeente.fatima, zaak.nummer)) == (1, 1)
    assert (vindt(gemeente.piet, "de wit"), vindt(gemeente.piet, zaak.nummer)) == (0, 1)
    assert (vindt(gemeente.karin, "de wit"), vindt(gemeente.karin, zaak.nummer)) == (0, 0)
    pagina = w.web(gemeente.fatima).get("/wams/zaken", {"zoek": "De Wit", "stap": "triage"})
    assert zaak.nummer in pagina.content.decode()
    uit = w.api(gemeente.piet).get("/api/v1/wams/zaken", {"zoek": "De Wit"}).json()
    assert (uit["items"], uit["totaal"]) == ([], 0)
