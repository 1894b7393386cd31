"""The log of the demo is sealed and countersigned, by keys that nobody holds afterwards."""

from __future__ import annotations

import pytest

from samenhang.demo.zegel import GROEI, NAAM, Partner
from samenhang.kernel.beheer.grenzen import installatiebeheer
from samenhang.kernel.zegel import sleutels
from samenhang.kernel.zegel.controle import controleer
from samenhang.kernel.zegel.models import Controlepunt, Getuigenis, Medeondertekening
from tests.kernel.zegel.test_verzegelen import schrijf


@pytest.mark.django_db
def test_elk_controlepunt_is_medeondertekend_en_hun_log_gaat_verder() -> None:
    partner = Partner(installatiebeheer(None))
    for _ in range(3):
        schrijf(2)
        partner.verzegel()
    assert Controlepunt.objects.count() == Medeondertekening.objects.filter(getuige=NAAM).count() == 3
    assert list(Getuigenis.objects.order_by("id").values_list("omvang", flat=True)) == [
        GROEI,
        2 * GROEI,
        3 * GROEI,
    ]
    uit = controleer()
    assert (uit.klopt, uit.medeondertekeningen) == (True, 3)
    assert [deel.naam for deel in sleutels.partners()] == [NAAM]
