"""Two persons merged by mistake and parted again (W17): what went to wams and debt assistance stays each one's own.

A register of its own has persons of its own: a merge in early detection does not reach them, nor its undoing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.schuldhulp import queries as sh
from samenhang.schemes.schuldhulp.actions.aanmelden import neem_over as neem_schuldhulp_over
from samenhang.schemes.vroegsignalering import actions as vs
from samenhang.schemes.wams import queries as wa
from samenhang.schemes.wams.actions import aanmelden, melden
from samenhang.schemes.wams.actions.gezin import Verteld, informeer
from tests.bouw import maak_gemeente, maak_paar
from tests.schemes.schuldhulp.wereld import medewerker as schuldhulpmedewerker
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 24)
VRAAG = {"E-1": "Ik kan de huur niet betalen en slaap er slecht van.", "E-2": "Mijn energie wordt afgesloten en ik zit in de kou."}  # fmt: skip


def deur(persoon: UUID) -> Client:
    client = Client()
    client.force_login(
        Gebruiker.objects.create_user(f"{persoon}@test.invalid", naam="ik", persoon_id=persoon)
    )
    return client


def test_17_ook_in_wams_en_schuldhulp_ziet_elk_alleen_zichzelf(schrijf: Callable[..., Path]) -> None:
    """The one is taken in before the merge, the other while it holds, both go on after it was undone."""
    gemeente = maak_gemeente()
    paar = maak_paar(gemeente, schrijf)
    fatima = w.als(w.medewerker(gemeente.organisatie, "fatima", "meldpunt"))
    noor = w.als(schuldhulpmedewerker(gemeente.organisatie, "noor"))
    vroeg = dict(Betrokkene.objects.values_list("persoon_id", "zaak_id"))
    personen = (paar.persoon_id, paar.rechts_persoon_id)
    vs.wijs_toe(gemeente.teamleider, vroeg.values(), gemeente.sanne.medewerker_id, "verdeling")
    for persoon, vraag in zip(personen, VRAAG.values(), strict=True):
        zaak = vroeg[persoon]
        vs.leg_brp_vast(gemeente.sanne, zaak, "inwoner")
        vs.leg_contactpoging_vast(gemeente.sanne, zaak, vs.Poging("Telefoon", DAG, "Ochtend", True))
        vs.leg_toestemming_vast(gemeente.sanne, zaak, vs.Antwoordgegevens(persoon, True, "gesprek", waarvoor="meervoudig"))  # fmt: skip
        vs.geef_meervoudig_door(gemeente.sanne, zaak, persoon, DAG, vraag)
    stukken = {rij.zaak_id: rij.id for rij in UitgaandeOverdracht.objects.filter(naar_scheme="wams")}

    def neem_over(persoon: UUID) -> Zaak:
        zaak = melden.neem_over(fatima, stukken[vroeg[persoon]])
        return melden.pak_op(fatima, zaak.id, melden.Niets())

    zaken = {personen[0]: neem_over(personen[0])}
    vs.beoordeel(gemeente.intake, paar.id, True, "zelfde telefoon")
    assert (
        len(set(Betrokkene.objects.filter(zaak__in=vroeg.values()).values_list("persoon_id", flat=True))) == 1
    )
    zaken[personen[1]] = neem_over(personen[1])
    vs.neem_oordeel_terug(gemeente.intake, paar.id, "verkeerd gezien")

    eigen: dict[UUID, dict[str, Any]] = {}
    for persoon, zaak in zaken.items():
        wie = w.moeder(zaak)
        w.stemt_in(fatima, zaak, wie, "deelname")
        informeer(fatima, zaak.id, Verteld(wie, "gesprek", DAG))
        aanmelden.meld_aan(fatima, zaak.id, aanmelden.Hulpvraag(wie, DAG, dreiging=False))
        (regel,) = [rij for rij in sh.aanmeldingen(noor) if rij.bronnummer == zaak.nummer]
        schuldzaak = neem_schuldhulp_over(noor, regel.id)
        (schuldenaar,) = Betrokkene.objects.filter(zaak=schuldzaak).values_list("persoon_id", flat=True)
        eigen[persoon] = {"wams": wie, "schuldhulp": schuldenaar, "nummers": {zaak.nummer, schuldzaak.nummer}}
    alle = {deel[naam] for deel in eigen.values() for naam in ("wams", "schuldhulp")}
    assert len(alle | set(personen)) == 6, "ieder is in elk register een eigen persoon"
    assert Persoon.objects.filter(id__in=alle).count() == 4

    naam = {personen[0]: wa.zaak(fatima, zaken[personen[0]].id).naam, personen[1]: wa.zaak(fatima, zaken[personen[1]].id).naam}  # fmt: skip
    assert naam[personen[0]] != naam[personen[1]]
    for persoon, ander in (personen, personen[::-1]):
        vreemd = {naam[ander], *eigen[ander]["nummers"], VRAAG["E-1" if ander == personen[0] else "E-2"]}
        for scheme, paden in (("wams", ("/wams/mijn", "/logboek")), ("schuldhulp", ("/schuldhulp/mijn", "/logboek"))):  # fmt: skip
            client = deur(eigen[persoon][scheme])
            teksten = [client.get(pad).content.decode() for pad in paden]
            assert any(nummer in teksten[0] for nummer in eigen[persoon]["nummers"])
            for tekst in teksten:
                for deel in vreemd:
                    assert deel not in tekst, (scheme, deel)
            ander_nummer = next(iter(eigen[ander]["nummers"]))
            andermans = Zaak.objects.get(nummer=ander_nummer)
            assert client.get(f"/wams/zaken/{andermans.id}/plan.pdf").status_code in (403, 404)
            assert client.get(f"/schuldhulp/mijn/{andermans.id}/brieven/toelating.pdf").status_code in (403, 404)  # fmt: skip
