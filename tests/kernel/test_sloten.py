"""Two connections at once on PostgreSQL: who waits for whom. Nobody sleeps: a lock that is in the way is an error."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from django.db import OperationalError, connection, transaction

from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zaken.actions import openen
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import zaak_van
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.actions.twijfel import register_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.bouw import Gemeente, lever, maak_gemeente, rij

pytestmark = [
    pytest.mark.skipif(
        "connection.vendor == 'sqlite'",
        reason="SQLite laat één schrijver tegelijk toe en kent geen rijsloten",
    ),
    pytest.mark.django_db(transaction=True),
]
R = TypeVar("R")


def elders(doe: Callable[[], R], geduld: str = "5s") -> R:
    """Do it over a connection of its own; raises `OperationalError` when a lock is in the way longer than that."""
    uit: list[R] = []
    fouten: list[BaseException] = []

    def draad() -> None:
        try:
            with transaction.atomic():
                with connection.cursor() as cursor:
                    cursor.execute(f"SET LOCAL lock_timeout = '{geduld}'")
                uit.append(doe())
        except BaseException as fout:
            fouten.append(fout)
        finally:
            connection.close()

    werker = threading.Thread(target=draad)
    werker.start()
    werker.join(30)
    if fouten:
        raise fouten[0]
    return uit[0]


@pytest.fixture
def gemeente(schrijf: Callable[..., Path]) -> Gemeente:
    gemeente = maak_gemeente()
    lever(gemeente, schrijf(rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    zaak = Zaak.objects.get()
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    return gemeente


def test_een_wijziging_houdt_geen_lezer_op_en_wel_een_tweede_wijziging(gemeente: Gemeente) -> None:
    sanne, zaak = gemeente.sanne, Zaak.objects.get()

    def lees() -> str:
        return queries.melding(sanne, zaak.id).zaak.nummer

    def wijzig() -> Zaak:
        return actions.bevestig_inwoner(sanne, zaak.id, True)

    with operatie(SCHEME.naam, "wijzigen", sanne):
        zaak_van(sanne, SCHEME.naam, zaak.id, op_slot=True)
        assert elders(lees) == zaak.nummer
        with pytest.raises(OperationalError, match="lock"):
            elders(wijzig, "50ms")
        assert len(elders(lambda: queries.werkvoorraad(sanne, queries.Filter()))) == 1
    assert Auditregel.objects.filter(naam="melding bekijken").count() == 1
    elders(wijzig)
    assert Zaak.objects.get().versie > zaak.versie


def test_het_slot_op_een_register_houdt_geen_nieuwe_zaak_tegen_en_wel_een_tweede_samenvoeging(
    gemeente: Gemeente,
) -> None:
    """The municipality is locked without its key (`no_key`): rows that point at it may come meanwhile."""

    def open_een() -> None:
        with operatie(SCHEME.naam, "openen", gemeente.sanne):
            openen.open_zaak(
                SCHEME, gemeente.sanne.organisatie, [], huishouden=None, prioriteit=3, volgorde=None
            )

    def voeg_samen() -> None:
        with operatie(SCHEME.naam, "samenvoegen", gemeente.intake):
            register_van(gemeente.intake)

    with operatie(SCHEME.naam, "samenvoegen", gemeente.intake):
        register_van(gemeente.intake)
        elders(open_een)
        with pytest.raises(OperationalError, match="lock"):
            elders(voeg_samen, "50ms")
    assert Zaak.objects.count() == 2
    elders(voeg_samen)


def test_een_stuk_werk_dat_een_werker_in_handen_heeft_slaat_een_ander_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Even when the first has had it longer than the time it noted: the row is locked, and is passed over at once."""
    monkeypatch.setattr(uitvoerder, "WACHT", timedelta(0))
    gedaan: list[str] = []
    van_de_ander: list[bool] = []

    def doe(item: str) -> None:
        gedaan.append(item)
        if len(gedaan) == 1:
            van_de_ander.append(elders(lambda: uitvoerder.doe_een(plicht, item)))

    plicht = uitvoerder.Plicht("proef", lambda nu, hoogstens: [] if len(gedaan) > 1 else ["een"], doe)
    assert uitvoerder.doe_een(plicht, "een") is True
    assert van_de_ander == [False]
    assert gedaan == ["een"]
