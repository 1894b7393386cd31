"""The family De Wit and the people who help them: builders for the tests of the scheme."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
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
from samenhang.schemes.wams.actions import gezin, melden, onderzoek, plan, triage

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
        gezin.leg_instemming_vast(actor, zaak.id, gezin.Antwoordinvoer(persoon, naam, antwoord, door))


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
