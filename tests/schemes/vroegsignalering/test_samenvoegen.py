"""Two persons become one, and two again: nothing of the one stays with the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.personen.models import HuishoudenLid, Persoon, Zoeksleutel
from samenhang.kernel.persoonsgegevens.adressen import Adresgegevens, adressen_op, zet_adressen
from samenhang.kernel.persoonsgegevens.models import Adres, Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.models import Betrokkene, Tijdlijnregel
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.actions.twijfel import register_van
from samenhang.schemes.vroegsignalering.models import Signaal, Twijfelpaar
from tests.bouw import Gemeente, lever, maak_gemeente, maak_paar, rij, schrijf_levering

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)
KADE, DIJK = (Adresgegevens(straat, 7, "", "", "2900ZX", "Waterrijk") for straat in ("Kade", "Dijk"))


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    """A municipality with a pair that waits for a judgement, built once for the module."""

    def bouw(map_: Path) -> Any:
        gemeente = maak_gemeente()
        return gemeente, maak_paar(gemeente, partial(schrijf_levering, map_ / "levering.csv"))

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> Any:
    return deepcopy(stand[0])


@pytest.fixture
def paar(stand: Any, db: None) -> Any:
    return deepcopy(stand[1])


@contextmanager
def register(gemeente: Gemeente) -> Iterator[Toegang]:
    """The register as the system opens it to merge."""
    with operatie("vroegsignalering", "proef", gemeente.intake):
        yield register_van(gemeente.intake)


def test_zelfde_voegt_meteen_samen_en_terugnemen_haalt_uiteen(
    gemeente: Gemeente, paar: Any, schrijf: Schrijf
) -> None:
    def stand() -> Any:
        return (
            sorted(Betrokkene.objects.values_list("zaak_id", "persoon_id")),
            sorted(Zoeksleutel.objects.values_list("persoon_id", "waarde")),
            sorted(HuishoudenLid.objects.filter(tot__isnull=True).values_list("persoon_id", "huishouden_id")),
        )

    voor = stand()
    actions.beoordeel(gemeente.intake, paar.id, True, "zelfde telefoon")
    assert len({persoon for _, persoon in Betrokkene.objects.values_list("zaak_id", "persoon_id")}) == 1
    assert Tijdlijnregel.objects.filter(wat="samengevoegd").count() == 2
    assert Persoon.objects.count() == 2
    assert HuishoudenLid.objects.filter(tot__isnull=True).count() == 1
    with pytest.raises(Geweigerd, match="al_beoordeeld"):
        actions.beoordeel(gemeente.intake, paar.id, False)
    lever(gemeente, schrijf(rij(3, achternaam="Wiersma", geboortedatum="1991-02-03"), naam="later.csv"))
    assert len({b.persoon_id for b in Betrokkene.objects.all()}) == 1
    actions.neem_oordeel_terug(gemeente.intake, paar.id, "verkeerd gezien")
    assert stand()[0] == voor[0]
    assert set(voor[1]) <= set(stand()[1])
    assert set(voor[2]) <= set(stand()[2])
    assert queries.aantal_twijfelparen(gemeente.intake) == (1, 0)


def test_terugnemen_kan_een_maand_en_met_een_reden(gemeente: Gemeente, paar: Any) -> None:
    actions.beoordeel(gemeente.intake, paar.id, False)
    with pytest.raises(Geweigerd, match="reden_ontbreekt"):
        actions.neem_oordeel_terug(gemeente.intake, paar.id, " ")
    with time_machine.travel("2027-01-10T09:00:00+01:00"), pytest.raises(Geweigerd, match="te_lang_geleden"):
        actions.neem_oordeel_terug(gemeente.intake, paar.id, "toch wel")
    with pytest.raises(Geweigerd, match="rol_ontbreekt"):
        actions.beoordeel(gemeente.sanne, paar.id, True)


def test_de_verklaring_van_een_paar_noemt_elk_gewicht(gemeente: Gemeente, paar: Any) -> None:
    uitleg = queries.verklaar_paar(gemeente.intake, paar.id)
    assert uitleg["vergelijkingen"]
    assert all(deel["titel"]["nl"] and deel["tekst"]["en"] for deel in uitleg["vergelijkingen"])
    with operatie("vroegsignalering", "proef", gemeente.intake):
        Twijfelpaar.objects.met(register_van(gemeente.intake)).filter(id=paar.id).update(meting={})
    with pytest.raises(Geweigerd, match="paar_niet_te_verklaren"):
        queries.verklaar_paar(gemeente.intake, paar.id)


# --- what the one knows of the other


@pytest.fixture
def weg(paar: Any) -> Any:
    """Who goes: the one that is known shortest."""
    return Persoon.objects.filter(id__in=(paar.persoon_id, paar.rechts_persoon_id)).order_by("bekend_sinds", "sleutel").last()  # fmt: skip


@pytest.fixture
def blijft(paar: Any, weg: Any) -> Any:
    return Persoon.objects.get(id=({paar.persoon_id, paar.rechts_persoon_id} - {weg.id}).pop())


def bekend(toegang: Toegang) -> dict[str, list[dict[str, Any]]]:
    """Everything that stands under either of the two, row by row."""
    return {
        tabel.__name__: sorted(tabel.objects.met(toegang).values(), key=str)
        for tabel in (Naw, Contactgegeven, Adres, Signaal)
    }


def test_uiteengehaald_staat_elke_rij_weer_precies_waar_zij_stond(gemeente: Gemeente, paar: Any) -> None:
    with register(gemeente) as toegang:
        voor = bekend(toegang)
    actions.beoordeel(gemeente.intake, paar.id, True)
    with register(gemeente) as toegang:
        assert bekend(toegang) != voor
    actions.neem_oordeel_terug(gemeente.intake, paar.id, "verkeerd gezien")
    with register(gemeente) as toegang:
        assert bekend(toegang) == voor


def test_wie_blijft_krijgt_de_adressen_van_de_tijd_waarin_hij_er_geen_had(
    gemeente: Gemeente, paar: Any, blijft: Any, weg: Any
) -> None:
    """His own addresses hold; an ended one of the other comes along, unless it is of the same days."""
    with register(gemeente) as toegang:
        rijen = Adres.objects.met(toegang)
        rijen.filter(persoon_id=blijft.id).update(van=date(2026, 6, 1))
        rijen.filter(persoon_id=weg.id).delete()
        eigen = {"organisatie": gemeente.organisatie, "persoon_id": weg.id}
        for adres, van, tot in (
            (KADE, date(2020, 1, 1), date(2026, 2, 1)),
            (DIJK, date(2026, 3, 1), date(2026, 7, 1)),
        ):
            rijen.create(**eigen, van=van, tot=tot, **asdict(adres))
    actions.beoordeel(gemeente.intake, paar.id, True)
    with register(gemeente) as toegang:
        straten = list(
            Adres.objects.met(toegang).filter(persoon_id=blijft.id).order_by("van").values_list("straat", flat=True)
        )  # fmt: skip
        assert straten == ["Kade", "Dorpsstraat"]
        assert adressen_op(toegang, [blijft.id], date(2021, 1, 1)) == {blijft.id: KADE}
    actions.neem_oordeel_terug(gemeente.intake, paar.id, "verkeerd gezien")
    with register(gemeente) as toegang:
        assert adressen_op(toegang, [blijft.id, weg.id], date(2021, 1, 1)) == {weg.id: KADE}
        assert adressen_op(toegang, [weg.id], date(2026, 5, 1)) == {weg.id: DIJK}


def test_wie_alleen_vroegere_adressen_heeft_krijgt_het_huidige(
    gemeente: Gemeente, paar: Any, blijft: Any, weg: Any
) -> None:
    with register(gemeente) as toegang:
        Adres.objects.met(toegang).filter(persoon_id=blijft.id).update(
            van=date(2025, 1, 1), tot=date(2026, 5, 31)
        )
        Adres.objects.met(toegang).filter(persoon_id=weg.id).update(van=date(2026, 1, 1), **asdict(KADE))
    actions.beoordeel(gemeente.intake, paar.id, True)
    with register(gemeente) as toegang:
        assert adressen_op(toegang, [blijft.id], VANDAAG) == {blijft.id: KADE}
        oud = adressen_op(toegang, [blijft.id], date(2026, 5, 31))
        assert oud[blijft.id].straat == "Dorpsstraat"
        rij = Adres.objects.met(toegang).get(persoon_id=blijft.id, tot__isnull=True)
        assert rij.van == date(2026, 6, 1)
        assert Adresgegevens.van(Naw.objects.met(toegang).get(persoon_id=blijft.id)) == KADE
    actions.neem_oordeel_terug(gemeente.intake, paar.id, "verkeerd gezien")
    with register(gemeente) as toegang:
        assert adressen_op(toegang, [blijft.id], VANDAAG) == {}
        assert Naw.objects.met(toegang).get(persoon_id=blijft.id).straat == "Dorpsstraat"
        assert adressen_op(toegang, [weg.id], VANDAAG) == {weg.id: KADE}


def test_wat_later_van_wie_bleef_bekend_werd_gaat_niet_met_de_ander_mee(
    gemeente: Gemeente, paar: Any, blijft: Any, weg: Any
) -> None:
    with register(gemeente) as toegang:
        Contactgegeven.objects.met(toegang).filter(persoon_id=blijft.id).delete()
        Contactgegeven.objects.met(toegang).filter(persoon_id=weg.id).update(
            telefoon="0611111111", email="weg@voorbeeld.nl"
        )
        voor_weg = [rij for rijen in bekend(toegang).values() for rij in rijen if rij["persoon_id"] == weg.id]
    actions.beoordeel(gemeente.intake, paar.id, True)
    with register(gemeente) as toegang:
        contact = Contactgegeven.objects.met(toegang).filter(persoon_id=blijft.id)
        assert contact.get().email == "weg@voorbeeld.nl"
        contact.update(telefoon="0622222222")
        zet_adressen(toegang, {blijft.id: DIJK}, VANDAAG)
    actions.neem_oordeel_terug(gemeente.intake, paar.id, "verkeerd gezien")
    with register(gemeente) as toegang:
        contact = Contactgegeven.objects.met(toegang).get(persoon_id=blijft.id)
        assert (contact.telefoon, contact.email) == ("0622222222", "")
        assert adressen_op(toegang, [blijft.id], VANDAAG) == {blijft.id: DIJK}
        na_weg = [rij for rijen in bekend(toegang).values() for rij in rijen if rij["persoon_id"] == weg.id]
    assert na_weg == voor_weg


def test_na_het_uiteenhalen_ziet_elk_op_zijn_pagina_in_brief_en_logboek_alleen_zichzelf(
    gemeente: Gemeente, paar: Any, blijft: Any, weg: Any
) -> None:
    namen = {}
    with register(gemeente) as toegang:
        Naw.objects.met(toegang).filter(persoon_id=blijft.id).update(achternaam="Blijvenstein")
        Naw.objects.met(toegang).filter(persoon_id=weg.id).update(achternaam="Wegeling")
        for persoon in (blijft, weg):
            namen[persoon.id] = Naw.objects.met(toegang).get(persoon_id=persoon.id).achternaam
    for persoon in (blijft, weg):
        Gebruiker.objects.create_user(f"{persoon.id}@test.invalid", persoon_id=persoon.id)
    actions.beoordeel(gemeente.intake, paar.id, True)
    actions.neem_oordeel_terug(gemeente.intake, paar.id, "verkeerd gezien")
    for persoon, ander in ((blijft, weg), (weg, blijft)):
        client = Client()
        client.force_login(Gebruiker.objects.get(persoon_id=persoon.id))
        eigen = client.get("/vroegsignalering/mijn-gegevens").content.decode()
        assert namen[persoon.id] in eigen
        for pad in ("/vroegsignalering/mijn-gegevens", "/logboek"):
            assert namen[ander.id] not in client.get(pad).content.decode()
    zaken = dict(Betrokkene.objects.values_list("persoon_id", "zaak_id"))
    actions.wijs_toe(gemeente.teamleider, zaken.values(), gemeente.sanne.medewerker_id, "verdeling")
    for persoon, ander in ((blijft, weg), (weg, blijft)):
        begin = Verwerking.objects.filter(betrokkene=betrokkene(ander.id)).count()
        melding = queries.melding(gemeente.sanne, zaken[persoon.id])
        assert [p.naam.rpartition(" ")[2] for p in melding.personen] == [namen[persoon.id]]
        assert Verwerking.objects.filter(betrokkene=betrokkene(ander.id)).count() == begin
