"""Persons, addresses and households as dated sets: on every day someone is in one place, and the past stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.huishoudens import huishouden_op, samenstelling_op, verlaat, zet_samenstelling
from samenhang.kernel.personen.models import HuishoudenLid, Persoon
from samenhang.kernel.persoonsgegevens.adressen import Adresgegevens, adressen_op, zet_adressen
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.zaken.queries import toegang_tot_register
from tests.bouw import lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db
SCHEME = "vroegsignalering"
MAANDAG = date(2026, 11, 23)


def dag(verder: int) -> date:
    return MAANDAG + timedelta(days=verder)


@pytest.fixture
def gemeente() -> Organisatie:
    return Organisatie.objects.create(soort="gemeente", naam="Waterrijk", gemeentecode="9901")


@pytest.fixture
def personen(gemeente: Organisatie) -> list[Persoon]:
    return [
        Persoon.objects.create(
            organisatie=gemeente, scheme=SCHEME, sleutel=f"p{nummer}", bekend_sinds=timezone.now()
        )
        for nummer in range(3)
    ]


class TestHuishouden:
    def zet(self, gemeente: Organisatie, woont: dict[Persoon, str], op: date) -> dict[str, UUID]:
        return zet_samenstelling(gemeente.id, SCHEME, {p.id: sleutel for p, sleutel in woont.items()}, op)

    def test_wie_verhuist_is_op_geen_enkele_dag_op_twee_plekken(
        self, gemeente: Organisatie, personen: list[Persoon]
    ) -> None:
        een, twee, _ = personen
        huis = self.zet(gemeente, {een: "A", twee: "A"}, dag(0))
        huis |= self.zet(gemeente, {een: "B"}, dag(5))
        assert samenstelling_op(huis["A"], dag(4)) == {een.id, twee.id}
        assert samenstelling_op(huis["A"], dag(5)) == {twee.id}
        assert samenstelling_op(huis["B"], dag(4)) == frozenset()
        assert samenstelling_op(huis["B"], dag(5)) == {een.id}
        assert huishouden_op([een.id, twee.id], dag(-1)) == {}
        for verder in range(10):
            leden = [
                lid
                for lid in HuishoudenLid.objects.filter(persoon=een)
                if lid.van <= dag(verder) and (lid.tot is None or dag(verder) <= lid.tot)
            ]
            assert len(leden) == 1

    def test_een_verbetering_op_dezelfde_dag_laat_geen_verblijf_achter(
        self, gemeente: Organisatie, personen: list[Persoon]
    ) -> None:
        self.zet(gemeente, {personen[0]: "A"}, dag(0))
        huis = self.zet(gemeente, {personen[0]: "B"}, dag(0))
        assert huishouden_op([personen[0].id], dag(0)) == {personen[0].id: huis["B"]}
        assert HuishoudenLid.objects.count() == 1

    def test_nog_eens_hetzelfde_verandert_niets(self, gemeente: Organisatie, personen: list[Persoon]) -> None:
        self.zet(gemeente, {personen[0]: "A"}, dag(0))
        self.zet(gemeente, {personen[0]: "A"}, dag(9))
        assert HuishoudenLid.objects.get().van == dag(0)

    def test_wie_vertrekt_hoort_nergens_meer_bij(
        self, gemeente: Organisatie, personen: list[Persoon]
    ) -> None:
        self.zet(gemeente, {personen[0]: "A"}, dag(0))
        verlaat(personen[0].id, dag(3))
        assert huishouden_op([personen[0].id], dag(3))
        assert huishouden_op([personen[0].id], dag(4)) == {}

    def test_een_persoon_van_een_ander_register_komt_er_niet_in(self, gemeente: Organisatie) -> None:
        ander = Organisatie.objects.create(soort="gemeente", naam="Oosterveen", gemeentecode="9902")
        vreemd = Persoon.objects.create(
            organisatie=ander, scheme=SCHEME, sleutel="x", bekend_sinds=timezone.now()
        )
        for wie in (vreemd.id, uuid4()):
            with pytest.raises(ValueError, match="register"):
                zet_samenstelling(gemeente.id, SCHEME, {wie: "A"}, dag(0))
        assert not HuishoudenLid.objects.exists()

    def test_de_database_zelf_weigert_twee_tegelijk_en_een_einde_voor_het_begin(
        self, gemeente: Organisatie, personen: list[Persoon]
    ) -> None:
        huis = self.zet(gemeente, {personen[0]: "A"}, dag(0))["A"]
        for velden in (
            {"persoon": personen[0], "van": dag(1)},
            {"persoon": personen[1], "van": dag(1), "tot": dag(0)},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                HuishoudenLid.objects.create(huishouden_id=huis, **velden)


def test_een_adres_heeft_een_begin_en_een_einde(schrijf: Callable[..., Path]) -> None:
    huis = maak_gemeente()
    lever(huis, schrijf(rij(1)))
    persoon = Persoon.objects.get()
    vandaag = timezone.localdate()
    nieuw = Adresgegevens("Kade", 2, "", "", "1011AC", "Waterrijk")
    with operatie(SCHEME, "proef", huis.intake):
        toegang = toegang_tot_register(
            huis.intake, SCHEME, doel="aanlevering", leest=("naw",), schrijft=("naw",)
        )
        assert adressen_op(toegang, [persoon.id], vandaag)[persoon.id].postcode == "2611AB"
        assert adressen_op(toegang, [persoon.id], vandaag - timedelta(days=1)) == {}
        morgen = vandaag + timedelta(days=1)
        assert zet_adressen(toegang, {persoon.id: nieuw}, morgen) == 1
        assert zet_adressen(toegang, {persoon.id: nieuw}, morgen + timedelta(days=1)) == 0
        assert adressen_op(toegang, [persoon.id], vandaag)[persoon.id].postcode == "2611AB"
        assert adressen_op(toegang, [persoon.id], morgen)[persoon.id] == nieuw
        assert Adresgegevens.van(Naw.objects.met(toegang).get(persoon_id=persoon.id)) == nieuw
        beter = Adresgegevens("Kade", 3, "", "", "1011AC", "Waterrijk")
        assert zet_adressen(toegang, {persoon.id: beter}, morgen) == 1
        assert adressen_op(toegang, [persoon.id], morgen)[persoon.id] == beter
