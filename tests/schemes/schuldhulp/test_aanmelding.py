"""A resident accepts help in early detection; debt assistance takes the referral in, and the term goes on as it ran."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.aanmelden import neem_over
from samenhang.schemes.schuldhulp.domain.aanmelding import lees_aanmelding
from samenhang.schemes.vroegsignalering import actions
from tests.bouw import Gemeente
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.vroegsignalering.test_keten import bereikt
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 23)


@pytest.fixture
def noor(gemeente: Gemeente, zaak: Zaak) -> Any:
    """The consultant of the municipality in which somebody accepted help the day before, under a threat."""
    bereikt(gemeente, zaak)
    actions.doe_aanbod(gemeente.sanne, zaak.id, "telefoon", DAG)
    persoon = zaak.betrokkenen.get().persoon_id
    actions.aanvaard(gemeente.sanne, zaak.id, persoon, DAG, dreiging=True)
    return w.als(w.medewerker(gemeente.organisatie, "noor"))


def test_de_termijn_en_de_dreiging_reizen_mee(noor: Any, zaak: Zaak) -> None:
    (regel,) = queries.aanmeldingen(noor)
    assert (regel.aanvaard_op, regel.dreiging, regel.uiterlijk) == (DAG, True, date(2026, 11, 26))
    nieuw = neem_over(noor, regel.id)
    assert (nieuw.scheme, nieuw.stap, nieuw.volgende_termijn) == ("schuldhulp", "gemeld", date(2026, 11, 26))
    termijn = nieuw.termijnen.get()
    assert (termijn.regel, termijn.start) == ("eerste-gesprek-dreigend", DAG)
    w.doe_als(noor, nieuw, "oppakken")
    beeld = queries.zaak(noor, nieuw.id)
    assert beeld.hulpvraag is not None
    assert (beeld.hulpvraag.bronnummer, beeld.hulpvraag.dreigingen) == (zaak.nummer, ["onbenoemd"])
    assert beeld.naam == regel.naam
    overdracht = UitgaandeOverdracht.objects.get()
    assert overdracht.ontvangen_door == "noor, schuldhulp"
    assert queries.aanmeldingen(noor) == []


def test_een_tweede_keer_een_ingetrokken_en_een_andere_gemeente(noor: Any, gemeente: Gemeente) -> None:
    (regel,) = queries.aanmeldingen(noor)
    neem_over(noor, regel.id)
    voor = Zaak.objects.count()
    buur = w.medewerker(
        Organisatie.objects.create(soort="gemeente", naam="Elders", gemeentecode="9902"), "piet"
    )
    assert queries.aanmeldingen(w.als(buur)) == []
    for wie, welke in ((noor, regel.id), (w.als(buur), regel.id), (noor, uuid4())):
        with pytest.raises(Geweigerd) as fout:
            neem_over(wie, welke)
        assert (fout.value.code, fout.value.status) == ("aanmelding_onbekend", 404)
    assert Zaak.objects.count() == voor


def test_wat_is_ingetrokken_wacht_niet_meer(noor: Any, gemeente: Gemeente) -> None:
    (regel,) = queries.aanmeldingen(noor)
    actions.trek_overdracht_in(gemeente.sanne, regel.id, "vergissing")
    assert queries.aanmeldingen(noor) == []
    with pytest.raises(Geweigerd):
        neem_over(noor, regel.id)


def test_wie_lang_wacht_houdt_dezelfde_laatste_dag(noor: Any) -> None:
    with time_machine.travel(datetime(2026, 12, 3, 9, tzinfo=timezone.get_current_timezone())):
        (regel,) = queries.aanmeldingen(noor)
        assert regel.uiterlijk == date(2026, 11, 26)
        assert neem_over(noor, regel.id).volgende_termijn == date(2026, 11, 26)


@pytest.mark.parametrize(
    "anders", [{"dreiging": "ja"}, {"aanvaard_op": "gisteren"}, {"achterstanden": [["huur", "1.234"]]}, {"naam": None, "adres": ...}]
)  # fmt: skip
def test_een_onleesbare_aanmelding_wordt_geweigerd(anders: dict[str, Any]) -> None:
    goed: dict[str, Any] = {
        "meldingnummer": "VS26-1", "naam": "J. Jansen", "geboortedatum": None, "adres": "", "telefoon": "", "email": "",
        "aanvaard_op": "2026-11-23", "dreiging": False, "eerste_gesprek_uiterlijk": "2026-12-21", "achterstanden": [["huur", "123.00"]],
    }  # fmt: skip
    assert lees_aanmelding(goed).achterstanden == (("huur", "123.00"),)
    slecht = {naam: waarde for naam, waarde in (goed | anders).items() if waarde is not ...}
    with pytest.raises(Geweigerd) as fout:
        lees_aanmelding(slecht)
    assert fout.value.code == "aanmelding_onleesbaar"
