"""What is on record decides: consent, informing and objection of one person, through the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.rechten.models import Toestemming
from samenhang.kernel.toegang import NietToegestaan, Toegang
from samenhang.kernel.toegang.muur import ToegangOntbreekt
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_per_persoon, toegang_tot
from tests.bouw import Gemeente, rij
from tests.staand import Stand, gemeente, gemeente_met_zaak, zaak

__all__ = ["gemeente", "zaak"]

pytestmark = pytest.mark.django_db
RECHTEN = ("instemming", "informeren", "bezwaar")
VRAAG = zaken.Toestemmingsvraag(frozenset({"naw", "contact"}), "proef-1", doel="kennismaking", aan="anders")
JA = zaken.Gegeven("gegeven", "gesprek", date(1985, 6, 12))


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    """Two people at one address, in one case."""
    return blijvend(
        lambda map_: gemeente_met_zaak(map_, rij(1), rij(2, voorletters="C.", geboortedatum="1983-02-01"))
    )


@contextmanager
def in_zaak(gemeente: Gemeente, zaak: Zaak) -> Iterator[Toegang]:
    with operatie("vroegsignalering", "proef", gemeente.sanne):
        zaak.stap = "bereikt"
        zaak.save()
        yield toegang_tot(gemeente.sanne, zaak, leest=("naw", *RECHTEN), schrijft=RECHTEN)


def zeg_ja(gemeente: Gemeente, zaak: Zaak, wie: UUID) -> None:
    with in_zaak(gemeente, zaak) as toegang:
        zaken.leg_toestemming_vast(zaak, wie, VRAAG, JA, toegang)
        zaken.leg_informeren_vast(zaak, wie, "kennismaking", zaken.vandaag(), "gesprek", toegang)


def wie_opent(gemeente: Gemeente, zaak: Zaak, ontvanger: str = "anders") -> dict[UUID, frozenset[str]]:
    with operatie("vroegsignalering", "proef", gemeente.sanne):
        eigen = toegang_per_persoon(
            gemeente.sanne,
            zaak,
            leest=("naw", "contact", "signaal"),
            doel="kennismaking",
            ontvanger=ontvanger,
        )
        return {persoon: toegang.leest for persoon, toegang in eigen.items()}


def test_de_een_opent_niets_van_de_ander_en_intrekken_sluit_meteen(gemeente: Gemeente, zaak: Zaak) -> None:
    een, ander = personen_van(zaak)
    assert wie_opent(gemeente, zaak) == {}
    zeg_ja(gemeente, zaak, een)
    assert wie_opent(gemeente, zaak) == {een: frozenset({"naw", "contact"})}
    assert wie_opent(gemeente, zaak, "verhuurder") == {}
    with operatie("vroegsignalering", "proef", gemeente.sanne), pytest.raises(NietToegestaan) as fout:
        toegang_tot(gemeente.sanne, zaak, leest=("naw",), doel="kennismaking", ontvanger="anders")
    assert fout.value.redenen == (("naw", "niet_geinformeerd"),)  # for both at once the strictest holds
    zeg_ja(gemeente, zaak, ander)
    assert set(wie_opent(gemeente, zaak)) == {een, ander}
    with in_zaak(gemeente, zaak) as toegang:
        assert zaken.trek_toestemming_in(zaak, een, toegang, over=["contact"]) == {"contact"}
    assert wie_opent(gemeente, zaak) == {een: frozenset({"naw"}), ander: frozenset({"naw", "contact"})}
    with in_zaak(gemeente, zaak) as toegang:
        zaken.trek_toestemming_in(zaak, een, toegang)
        with pytest.raises(Geweigerd) as weg:
            zaken.trek_toestemming_in(zaak, een, toegang)
        assert weg.value.code == "niets_in_te_trekken"
        assert Toestemming.objects.met(toegang).filter(persoon_id=een).count() == 2  # what was said stays
    assert set(wie_opent(gemeente, zaak)) == {ander}


def test_een_bezwaar_legt_stil_tot_het_is_afgewezen(gemeente: Gemeente, zaak: Zaak) -> None:
    een, _ = personen_van(zaak)
    zeg_ja(gemeente, zaak, een)
    with in_zaak(gemeente, zaak) as toegang:
        zaken.leg_bezwaar_vast(zaak, [een], "liever niet", toegang)
    assert wie_opent(gemeente, zaak) == {}
    with operatie("vroegsignalering", "proef", gemeente.teamleider):
        toegang = toegang_tot(
            gemeente.teamleider, zaak, leest=("bezwaar",), schrijft=("bezwaar",), doel="bezwaar"
        )
        zaken.beslis_over_bezwaar(zaak, False, "De gemeente mag u hulp blijven aanbieden.", toegang)
    assert set(wie_opent(gemeente, zaak)) == {een}


def test_toestemming_van_een_ouder_eindigt_als_het_kind_twaalf_wordt(gemeente: Gemeente, zaak: Zaak) -> None:
    een, _ = personen_van(zaak)
    kind = zaken.Gegeven("gegeven", "schriftelijk", date(2014, 11, 30), "vertegenwoordiger", "de moeder")
    with in_zaak(gemeente, zaak) as toegang:
        zaken.leg_toestemming_vast(zaak, een, VRAAG, kind, toegang)
        zaken.leg_informeren_vast(zaak, een, "kennismaking", zaken.vandaag(), "gesprek", toegang)
    assert set(wie_opent(gemeente, zaak)) == {een}
    with time_machine.travel("2026-11-30T09:00:00+01:00", tick=False):
        assert wie_opent(gemeente, zaak) == {}


def test_wat_het_systeem_nagaat_staat_in_de_beslissing_en_opent_niets(gemeente: Gemeente, zaak: Zaak) -> None:
    een, _ = personen_van(zaak)
    zeg_ja(gemeente, zaak, een)
    with operatie("vroegsignalering", "proef", gemeente.sanne):
        toegang = toegang_tot(
            gemeente.sanne, zaak, leest=("naw",), doel="kennismaking", ontvanger="anders", personen=[een]
        )
        with pytest.raises((NietToegestaan, ToegangOntbreekt)):
            list(Toestemming.objects.met(toegang))
    regel = Auditregel.objects.order_by("-moment", "-id").first()
    assert regel is not None
    assert (regel.doel, regel.verleend, regel.gebruiker) == ("kennismaking", "naw", "sanne")


@pytest.mark.parametrize(
    ("vraag", "gegeven", "code"),
    [
        ({"over": frozenset()}, {}, "over_ontbreekt"),
        ({"over": frozenset({"bsn"})}, {}, "keuze_onjuist"),
        ({"doel": "nieuwsgierig"}, {}, "keuze_onjuist"),
        ({"aan": "de buren"}, {}, "keuze_onjuist"),
        ({}, {"antwoord": "misschien"}, "keuze_onjuist"),
        ({}, {"hoe": "stilzwijgend"}, "keuze_onjuist"),
        ({}, {"door": "de buurman"}, "keuze_onjuist"),
        ({}, {"door": "vertegenwoordiger"}, "antwoord_van_ander"),
        ({}, {"geboren": None}, "leeftijd_onbekend"),
        ({}, {"geboren": date(2020, 1, 1), "door": "vertegenwoordiger"}, "vertegenwoordiger_ontbreekt"),
    ],
)
def test_een_onjuist_antwoord_laat_niets_achter(
    gemeente: Gemeente, zaak: Zaak, vraag: dict[str, Any], gegeven: dict[str, Any], code: str
) -> None:
    from dataclasses import replace

    een, _ = personen_van(zaak)
    with pytest.raises(Geweigerd) as fout, in_zaak(gemeente, zaak) as toegang:
        zaken.leg_toestemming_vast(zaak, een, replace(VRAAG, **vraag), replace(JA, **gegeven), toegang)
    assert fout.value.code == code
    assert fout.value.tekst.nl != fout.value.tekst.en
    with in_zaak(gemeente, zaak) as toegang:
        assert not Toestemming.objects.met(toegang).exists()
        with pytest.raises(Geweigerd) as later:
            zaken.leg_informeren_vast(
                zaak, een, "kennismaking", zaken.vandaag() + timedelta(days=1), "gesprek", toegang
            )
        assert later.value.code == "datum_in_toekomst"
