"""Many rows at once: the same rows as by objects, on both databases, and no way around the wall."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import DataError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samenhang.kernel.basis import nieuwe_ids
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import HuishoudenLid, Persoon, Zoeksleutel
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.stapel import stort, voeg_in
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.toegang.categorietabel import ToegangOntbreekt
from samenhang.kernel.zaken.models import NOOIT, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from tests.bouw import Gemeente, maak_gemeente

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 24, 9, 30, 1, 123456, tzinfo=UTC)
SCHEME = "vroegsignalering"


@pytest.fixture
def huis() -> Gemeente:
    return maak_gemeente()


def personen(organisatie: Organisatie, aantal: int) -> list[UUID]:
    ids = [UUID(nummer) for nummer in nieuwe_ids(aantal)]
    voeg_in(
        Persoon,
        ("id", "sleutel"),
        ((nummer, f"P{plek}") for plek, nummer in enumerate(ids)),
        organisatie_id=organisatie.id,
        scheme=SCHEME,
        bekend_sinds=NU,
    )
    return ids


def test_ids_zijn_van_versie_7_elk_anders_en_op_volgorde_van_tijd() -> None:
    ids = [UUID(nummer) for nummer in nieuwe_ids(5_000)]
    assert len(set(ids)) == 5_000
    assert {(nummer.version, nummer.variant) for nummer in ids} == {(7, "specified in RFC 4122")}
    assert max(ids) < UUID(int=UUID(nieuwe_ids(1)[0]).int + (1 << 80))


def test_rijen_komen_terug_zoals_een_object_ze_schrijft(huis: Gemeente) -> None:
    een, twee = personen(huis.organisatie, 2)
    terug = Persoon.objects.get(id=een)
    assert (terug.sleutel, terug.organisatie_id, terug.bekend_sinds) == ("P0", huis.organisatie.id, NU)
    with operatie(SCHEME, "proef", huis.intake):
        toegang = toegang_tot_register(
            huis.intake, SCHEME, doel="aanlevering", leest=("naw",), schrijft=("naw",)
        )
        velden: dict[str, Any] = {
            "achternaam": "D'Ülge; \"x\"", "geboortedatum": date(1985, 6, 12), "huisnummer": None, "postcode": "2611AB",
        }  # fmt: skip
        Naw.objects.met(toegang).create(organisatie=huis.organisatie, persoon_id=een, **velden)
        assert Naw.objects.met(toegang).voeg_in(("persoon_id", *velden), [(twee, *velden.values())]) == 1
        links, rechts = Naw.objects.met(toegang).filter(persoon_id__in=(een, twee)).order_by("persoon_id")
        for veld in Naw._meta.concrete_fields:
            if veld.attname not in ("id", "persoon_id"):
                assert getattr(links, veld.attname) == getattr(rechts, veld.attname), veld.attname


def test_gestorte_rijen_zijn_dezelfde_rijen(huis: Gemeente) -> None:
    een, twee = personen(huis.organisatie, 2)
    with operatie(SCHEME, "proef", huis.intake):
        toegang = toegang_tot_register(
            huis.intake, SCHEME, doel="aanlevering", leest=("naw",), schrijft=("naw",)
        )
        vast: dict[str, Any] = {"achternaam": '100% d\'Ülge; "?" %s', "postcode": "2611AB"}
        Naw.objects.met(toegang).create(
            organisatie=huis.organisatie,
            persoon_id=een,
            geboortedatum=date(1985, 6, 12),
            huisnummer=None,
            **vast,
        )
        rij = (nieuwe_ids(1)[0], twee.hex, "1985-06-12", None)
        velden = ("id", "persoon_id", "geboortedatum", "huisnummer")
        assert Naw.objects.met(toegang).stort(velden, [[rij]], **vast) == 1
        links, rechts = Naw.objects.met(toegang).filter(persoon_id__in=(een, twee)).order_by("persoon_id")
        for veld in Naw._meta.concrete_fields:
            if veld.attname not in ("id", "persoon_id"):
                assert getattr(links, veld.attname) == getattr(rechts, veld.attname), veld.attname


def test_wie_stort_noemt_ook_het_id(huis: Gemeente) -> None:
    with pytest.raises(ValueError, match="Persoon: noem ook id"):
        stort(Persoon, ("sleutel",), [[("P1",)]], organisatie_id=huis.organisatie.id, scheme=SCHEME, bekend_sinds=NU)  # fmt: skip


def test_duizenden_rijen_zijn_enkele_opdrachten(huis: Gemeente) -> None:
    with CaptureQueriesContext(
        connection,
    ) as opdrachten:
        personen(huis.organisatie, 12_000)
    assert len(opdrachten) == 3
    assert Persoon.objects.filter(organisatie=huis.organisatie).count() == 12_000


def test_wat_geen_standaard_heeft_moet_genoemd_zijn(huis: Gemeente) -> None:
    een, *_ = personen(huis.organisatie, 1)
    with pytest.raises(ValueError, match="HuishoudenLid: huishouden_id"):
        voeg_in(HuishoudenLid, ("persoon_id",), [(een,)], van=date(2026, 1, 1))


def test_te_lange_tekst_wordt_niet_stil_afgekapt(huis: Gemeente) -> None:
    een, *_ = personen(huis.organisatie, 1)
    lang = "a" * 40
    if connection.vendor == "postgresql":
        with pytest.raises(DataError), transaction.atomic():
            voeg_in(Zoeksleutel, ("persoon_id", "waarde"), [(een, lang)], organisatie_id=huis.organisatie.id)
    else:
        voeg_in(Zoeksleutel, ("persoon_id", "waarde"), [(een, lang)], organisatie_id=huis.organisatie.id)
        assert Zoeksleutel.objects.get(persoon_id=een).waarde == lang


class TestMuur:
    def rij(self, huis: Gemeente) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        return ("persoon_id", "achternaam"), [(personen(huis.organisatie, 1)[0], "Dijk")]

    def test_zonder_toegang_komt_er_geen_rij_in_een_categorietabel(self, huis: Gemeente) -> None:
        velden, rijen = self.rij(huis)
        with pytest.raises(ToegangOntbreekt):
            voeg_in(Naw, velden, rijen, organisatie_id=huis.organisatie.id)

    def test_ook_storten_gaat_langs_de_muur(self, huis: Gemeente) -> None:
        velden, [(wie, naam)] = self.rij(huis)
        rij = (nieuwe_ids(1)[0], wie.hex, naam)
        with pytest.raises(ToegangOntbreekt):
            stort(Naw, ("id", *velden), [[rij]], organisatie_id=huis.organisatie.id)
        with operatie(SCHEME, "proef", huis.intake):
            toegang = toegang_tot_register(huis.intake, SCHEME, doel="aanlevering", leest=("naw",))
            with pytest.raises(NietToegestaan):
                Naw.objects.met(toegang).stort(("id", *velden), [[rij]])

    def test_rijen_komen_alleen_in_het_register_van_de_beslissing(self, huis: Gemeente) -> None:
        ander = Organisatie.objects.create(soort="gemeente", naam="Elders", gemeentecode="9902")
        velden, rijen = self.rij(huis)
        with operatie(SCHEME, "proef", huis.intake):
            toegang = toegang_tot_register(
                huis.intake, SCHEME, doel="aanlevering", leest=("naw",), schrijft=("naw",)
            )
            Naw.objects.met(toegang).voeg_in(velden, rijen, organisatie_id=ander.id)
            assert Naw.objects.met(toegang).get().organisatie_id == huis.organisatie.id

    def test_wie_alleen_mag_lezen_schrijft_niets(self, huis: Gemeente) -> None:
        velden, rijen = self.rij(huis)
        with operatie(SCHEME, "proef", huis.intake):
            toegang = toegang_tot_register(huis.intake, SCHEME, doel="aanlevering", leest=("naw",))
            with pytest.raises(NietToegestaan):
                Naw.objects.met(toegang).voeg_in(velden, rijen)


def test_wat_de_database_zelf_bijhoudt_vult_zij_ook_bij_veel_rijen(huis: Gemeente) -> None:
    dag = date(2026, 12, 24)
    rijen = [("S-1", None), ("S-2", dag)]
    voeg_in(
        Zaak, ("nummer", "volgende_termijn"), rijen, organisatie_id=huis.organisatie.id, scheme=SCHEME, stap="open", geopend=NU
    )  # fmt: skip
    assert list(Zaak.objects.order_by("nummer").values_list("nummer", "termijn_of_nooit")) == [
        ("S-1", NOOIT),
        ("S-2", dag),
    ]
