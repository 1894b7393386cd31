"""The family De Wit and the people who help them: builders for the tests of the scheme."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.test import Client
from django.utils import timezone

from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.organisaties.queries import actor_van, inwoner_van
from samenhang.kernel.scheme import Niets
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import gezin, melden, onderzoek, overleg, plan, triage, uitnodigen

DAG = date(2026, 11, 24)
ZIN = "Zij kan de huur niet meer betalen en haar zoon gaat niet naar school."


@dataclass
class Gemeente:
    """A municipality with one worker for each role."""

    organisatie: Any
    fatima: Gebruiker
    omar: Gebruiker
    karin: Gebruiker
    piet: Gebruiker
    buur: Gebruiker


def medewerker(organisatie: Organisatie, naam: str, rol: str) -> Gebruiker:
    """Somebody who works there in one role."""
    gebruiker = Gebruiker.objects.create_user(f"{naam}-{organisatie.gemeentecode}@test.invalid", naam=naam)
    wie = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie, naam=naam, van=date(2026, 1, 1)
    )
    Rolvervulling.objects.create(medewerker=wie, scheme="wams", rol=rol, van=date(2026, 1, 1))
    return gebruiker


def maak_gemeente(code: str = "9901") -> Gemeente:
    """The municipality in the database."""
    organisatie = Organisatie.objects.create(soort="gemeente", naam=f"Waterrijk {code}", gemeentecode=code)
    rollen = {"fatima": "meldpunt", "omar": "onderzoeker", "karin": "coordinator", "piet": "teamleider", "buur": "coordinator"}  # fmt: skip
    return Gemeente(organisatie, **{naam: medewerker(organisatie, naam, rol) for naam, rol in rollen.items()})


def als(gebruiker: Gebruiker) -> Any:
    """The actor, as a door would make it."""
    return actor_van(gebruiker, timezone.localdate())


def wie(gebruiker: Gebruiker) -> UUID:
    """The id of the worker."""
    return Medewerker.objects.get(gebruiker=gebruiker).id


def web(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def api(gebruiker: Gebruiker) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(gebruiker=gebruiker), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def inwoner(zaak: Zaak, naam: str = "ria") -> tuple[Gebruiker, Any]:
    """The account of who asked for help, and its actor."""
    persoon = Betrokkene.objects.get(zaak=zaak, rol="inwoner").persoon_id
    gebruiker = Gebruiker.objects.create_user(f"{naam}@test.invalid", naam=naam, persoon_id=persoon)
    return gebruiker, inwoner_van(gebruiker)


@contextmanager
def wams_is_wet() -> Iterator[None]:
    """As if the Wams were in force: what the draft would give is then given."""
    tabel = beslistabel()
    wetten = {
        naam: replace(wet, status="in_werking", geldig_van=date(2026, 1, 1))
        if naam.startswith("wams-")
        else wet
        for naam, wet in tabel.grondslagen.items()
    }
    geldend = replace(tabel, grondslagen=wetten, onthouden={}, dagen={})
    with (
        patch("samenhang.kernel.zaken.queries.beslistabel", lambda: geldend),
        patch("samenhang.schemes.wams.dossier.beslistabel", lambda: geldend),
    ):
        yield


def meld(gemeente: Gemeente, melder_soort: str = "inwoner", melder: str = "") -> Zaak:
    """A report about Ria de Wit."""
    invoer = melden.NieuweMelding(
        "De Wit", ZIN, melder_soort, "balie", melder, "R.", date(1984, 3, 1), "0612345678"
    )
    return melden.leg_melding_vast(als(gemeente.fatima), invoer)


def in_triage(gemeente: Gemeente, **hoe: str) -> Zaak:
    """The same, taken up by the desk."""
    return melden.pak_op(als(gemeente.fatima), meld(gemeente, **hoe).id, Niets())


def moeder(zaak: Zaak) -> UUID:
    return UUID(str(Betrokkene.objects.get(zaak=zaak, rol="inwoner").persoon_id))


def stemt_in(
    actor: Any, zaak: Zaak, persoon: UUID, *waarmee: str, antwoord: str = "gegeven", door: str = "zelf"
) -> None:
    """Record answers of one person."""
    for naam in waarmee:
        gezin.leg_instemming_vast(
            actor,
            zaak.id,
            gezin.Antwoordinvoer(persoon, naam, antwoord, door, "" if door == "zelf" else "de moeder"),
        )


def in_onderzoek(gemeente: Gemeente) -> Zaak:
    """Route A: the mother agreed, was told, and is investigated with."""
    zaak = in_triage(gemeente)
    actor, ria = als(gemeente.fatima), moeder(zaak)
    stemt_in(actor, zaak, ria, "deelname", "schulden", "wonen")
    gezin.informeer(actor, zaak.id, gezin.Verteld(ria, "gesprek", timezone.localdate()))
    return triage.begin_onderzoek(actor, zaak.id, triage.Onderzoeker(wie(gemeente.omar)))


def gezin_de_wit(gemeente: Gemeente, zaak: Zaak) -> dict[str, UUID]:
    """The father, who does not agree, and the son of sixteen."""
    actor = als(gemeente.omar)
    for naam, relatie, geboren in (
        ("Jan de Wit", "partner", date(1980, 1, 1)),
        ("Daan de Wit", "kind", date(2010, 5, 1)),
    ):
        gezin.voeg_gezinslid_toe(actor, zaak.id, gezin.Lid(naam, relatie, geboren))
    vader, zoon = (
        Betrokkene.objects.filter(zaak=zaak, rol="gezinslid")
        .order_by("id")
        .values_list("persoon_id", flat=True)
    )
    stemt_in(actor, zaak, vader, "deelname", antwoord="geweigerd")
    stemt_in(actor, zaak, zoon, "deelname", "onderwijs")
    gezin.informeer(actor, zaak.id, gezin.Verteld(zoon, "gesprek", timezone.localdate()))
    return {"moeder": moeder(zaak), "vader": vader, "zoon": zoon}


def in_plan(gemeente: Gemeente) -> tuple[Zaak, dict[str, UUID]]:
    """Coherent problems, a coordinator, and a plan that is begun."""
    zaak = in_onderzoek(gemeente)
    wie_er_zijn = gezin_de_wit(gemeente, zaak)
    omar, karin = als(gemeente.omar), als(gemeente.karin)
    onderzoek.leg_aandachtspunt_vast(
        omar, zaak.id, onderzoek.Aandachtspunt(wie_er_zijn["moeder"], "schulden", "Achterstand van drie maanden huur", "de moeder", "Schuldhulp")
    )  # fmt: skip
    onderzoek.leg_aandachtspunt_vast(
        omar, zaak.id, onderzoek.Aandachtspunt(wie_er_zijn["zoon"], "onderwijs", "Daan komt al weken niet op school", "de zoon", "Leerplicht")
    )  # fmt: skip
    onderzoek.concludeer(omar, zaak.id, onderzoek.Conclusie("Schulden en schoolverzuim door zorgen thuis", True, "De stress over de schulden houdt Daan van school."))  # fmt: skip
    onderzoek.wijs_coordinator_aan(omar, zaak.id, onderzoek.Coordinator(wie(gemeente.karin)))
    return plan.begin_plan(karin, zaak.id, Niets()), wie_er_zijn


def partij(gemeente: Gemeente, soort: str, naam: str = "") -> Gebruiker:
    """A worker of an outside party whom this municipality can invite."""
    naam = naam or soort
    organisatie = Organisatie.objects.create(
        soort=soort, naam=f"{naam} {gemeente.organisatie.gemeentecode}", beheerd_door=gemeente.organisatie
    )
    gebruiker = Gebruiker.objects.create_user(f"{naam}-{organisatie.id}@test.invalid", naam=naam)
    wie = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie, naam=naam, van=date(2026, 1, 1)
    )
    Rolvervulling.objects.create(medewerker=wie, scheme="wams", rol="deelnemer", van=date(2026, 1, 1))
    return gebruiker


def deelt(actor: Any, zaak: Zaak, persoon: UUID, aan: str, *waarmee: str, antwoord: str = "gegeven") -> None:
    """Record what one person shares with one kind of party."""
    for naam in waarmee:
        gezin.leg_delen_vast(actor, zaak.id, gezin.Deelinvoer(persoon, aan, naam, antwoord, "zelf"))


def in_uitvoering(gemeente: Gemeente) -> tuple[Zaak, dict[str, UUID]]:
    """An adopted plan: debts of the mother (debt assistance), school of the son (school)."""
    zaak, wie_er_zijn = in_plan(gemeente)
    karin = als(gemeente.karin)
    over = timezone.localdate() + timedelta(days=14)
    for lid, doel, afspraken in (
        ("moeder", "rust_geld", (("eerste_gesprek", "schuldhulp"),)),
        ("zoon", "naar_school", (("begeleidt_school", "school"), ("neemt_deel", "inwoner"))),
    ):
        plan.leg_doel_vast(karin, zaak.id, plan.Doelinvoer(wie_er_zijn[lid], doel))
        rij = next(d for d in queries.zaak(karin, zaak.id).doelen if d.doel == doel)
        for zin, door in afspraken:
            plan.leg_afspraak_vast(karin, zaak.id, plan.Afspraakinvoer(rij.id, zin, door, over))
    plan.vraag_meelezer(karin, zaak.id, plan.Meelezer(wie(gemeente.buur)))
    plan.lees_mee(als(gemeente.buur), zaak.id, Niets())
    return plan.stel_vast(karin, zaak.id, Niets()), wie_er_zijn


def in_overleg(gemeente: Gemeente, *, school: Gebruiker) -> tuple[Zaak, dict[str, UUID]]:
    """A meeting that is held, with the school at the table: the son shares school with it, the mother nothing."""
    zaak, wie_er_zijn = in_uitvoering(gemeente)
    karin = als(gemeente.karin)
    deelt(karin, zaak, wie_er_zijn["zoon"], "school", "deelname", "onderwijs")
    overleg.zet_overleg_klaar(karin, zaak.id, overleg.Overleginvoer(timezone.localdate(), "onderwijs"))
    uitnodigen.nodig_uit(karin, zaak.id, uitnodigen.Uitnodiging(wie(school)))
    overleg.begin_overleg(karin, zaak.id, Niets())
    genodigde = queries.overleg(karin, zaak.id).genodigden[0]
    return uitnodigen.leg_aanwezigheid_vast(
        karin, zaak.id, uitnodigen.Aanwezigheid(genodigde.id, True)
    ), wie_er_zijn
