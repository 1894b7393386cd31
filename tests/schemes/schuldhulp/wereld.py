"""Noor, consultant of a municipality, and residents who ask for help: builders for the tests of the cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import aanmelden, berekenen, budget, schulden, voorstel
from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN

DAG = date(2026, 11, 24)
ZIN = "De schulden zijn te hoog om zelf op te lossen, en de inwoner wil meewerken."
PLAN = "De gemeente regelt rust bij de schuldeisers; de inwoner opent de post en maakt geen nieuwe schulden."


@dataclass
class Gemeente:
    """A municipality with two consultants and an administrator."""

    organisatie: Any
    noor: Gebruiker
    ruben: Gebruiker
    ewa: Gebruiker


def medewerker(organisatie: Organisatie, naam: str, rol: str = "schuldhulpverlener") -> Gebruiker:
    """Somebody who works there in one role."""
    gebruiker = Gebruiker.objects.create_user(f"{naam}-{organisatie.id.hex[-6:]}@test.invalid", naam=naam)
    wie = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie, naam=naam, van=date(2026, 1, 1)
    )
    Rolvervulling.objects.create(medewerker=wie, scheme="schuldhulp", rol=rol, van=date(2026, 1, 1))
    return gebruiker


def maak_gemeente(code: str = "9901") -> Gemeente:
    """The municipality in the database."""
    organisatie = Organisatie.objects.create(soort="gemeente", naam=f"Waterrijk {code}", gemeentecode=code)
    return Gemeente(
        organisatie,
        medewerker(organisatie, "noor"),
        medewerker(organisatie, "ruben"),
        medewerker(organisatie, "ewa", "beheerder"),
    )


def als(gebruiker: Gebruiker) -> Any:
    """The actor, as a door would make it."""
    return actor_van(gebruiker, timezone.localdate())


def web(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def api(gebruiker: Gebruiker) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(gebruiker=gebruiker), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def vraag(gemeente: Gemeente, dreiging: str = "geen", op: date = DAG, naam: str = "De Wit") -> Zaak:
    """Somebody asks for help; the case waits."""
    return aanmelden.leg_hulpvraag_vast(
        als(gemeente.noor),
        aanmelden.NieuweHulpvraag(naam, op, "telefoon", dreiging, "R.", date(1984, 3, 1), "0612345678"),
    )


def opgepakt(gemeente: Gemeente, **hoe: Any) -> Zaak:
    """The same, in the hands of Noor."""
    return aanmelden.pak_op(als(gemeente.noor), vraag(gemeente, **hoe).id, Niets())


def doe(gemeente: Gemeente, zaak: Zaak, naam: str, **invoer: Any) -> Zaak:
    """Do a verb as Noor."""
    return doe_als(als(gemeente.noor), zaak, naam, **invoer)


def doe_als(actor: Any, zaak: Zaak, naam: str, **invoer: Any) -> Zaak:
    """Do a verb."""
    handeling = HANDELINGEN[naam]
    gedaan: Zaak = handeling.doe(actor, zaak.id, handeling.invoer(**invoer))
    return gedaan


def toegelaten(gemeente: Gemeente, **hoe: Any) -> Zaak:
    """Talk held, admitted."""
    zaak = opgepakt(gemeente, **hoe)
    doe(gemeente, zaak, "gesprek", op=DAG)
    return doe(gemeente, zaak, "toelating", motivering=ZIN, plan=PLAN)


def met_schulden(gemeente: Gemeente, inkomen: str = "1.846,00", vtlb: str = "1562,86") -> Zaak:
    """In the inventory, with income and the three claims of acceptance case 5."""
    noor, zaak = als(gemeente.noor), toegelaten(gemeente)
    budget.leg_huishouden_vast(noor, zaak.id, budget.Huishoudeninvoer("alleenstaande", vtlb, DAG))
    budget.leg_inkomen_vast(noor, zaak.id, budget.Inkomeninvoer("loon", inkomen, "loonstrook", DAG))
    budget.begin_stabilisatie(noor, zaak.id, budget.Stabilisatie("nee"))
    budget.begin_inventarisatie(noor, zaak.id, budget.Stabiliteit(True, True))
    for naam, rang, bedrag in (
        ("Belastingdienst", "preferent", "2.000,00"),
        ("Woonstichting De Sluis", "concurrent", "5.000,00"),
        ("Noordlicht Energie", "concurrent", "3.000,00"),
    ):
        schulden.leg_schuld_vast(noor, zaak.id, schulden.Schuldinvoer(naam, rang, DAG, bedrag))
    return Zaak.objects.get(id=zaak.id)


def voorgesteld(gemeente: Gemeente) -> Zaak:
    """A calculation by saving, and the proposal sent."""
    noor, zaak = als(gemeente.noor), met_schulden(gemeente)
    berekenen.bereken(noor, zaak.id, berekenen.Rekenkeuze("SB"))
    return voorstel.stuur_voorstel(noor, zaak.id, Niets())


def akkoord(gemeente: Gemeente, rente: str = "8,0") -> Zaak:
    """A credit was calculated and every creditor agreed to it."""
    noor, zaak = als(gemeente.noor), met_schulden(gemeente)
    berekenen.bereken(noor, zaak.id, berekenen.Rekenkeuze("SK", rente))
    voorstel.stuur_voorstel(noor, zaak.id, Niets())
    dossier = open_dossier_buiten(noor, zaak.id)
    for rij in dossier.voorstellen:
        voorstel.leg_antwoord_vast(
            noor, zaak.id, voorstel.Antwoordinvoer(rij.id, "akkoord", vandaag(), "brief")
        )
    return voorstel.stel_akkoord_vast(noor, zaak.id, Niets())


def akkoord_zonder_krediet(gemeente: Gemeente, inkomen: str = "1.846,00") -> Zaak:
    """Every creditor agreed to saving; without capacity to the zero offer."""
    noor, zaak = als(gemeente.noor), met_schulden(gemeente, inkomen)
    berekenen.bereken(noor, zaak.id, berekenen.Rekenkeuze("SB"))
    voorstel.stuur_voorstel(noor, zaak.id, Niets())
    for rij in open_dossier_buiten(noor, zaak.id).voorstellen:
        voorstel.leg_antwoord_vast(
            noor, zaak.id, voorstel.Antwoordinvoer(rij.id, "akkoord", vandaag(), "brief")
        )
    return voorstel.stel_akkoord_vast(noor, zaak.id, Niets())


def geweigerd(gemeente: Gemeente) -> Zaak:
    """Saving was proposed; two creditors agreed and one refused."""
    noor, zaak = als(gemeente.noor), voorgesteld(gemeente)
    for rij in open_dossier_buiten(noor, zaak.id).voorstellen:
        ja = rij.schuldeiser.naam != "Noordlicht Energie"
        invoer = voorstel.Antwoordinvoer(rij.id, "akkoord" if ja else "geweigerd", vandaag(), "brief", "bod_te_laag", "wil de helft")  # fmt: skip
        voorstel.leg_antwoord_vast(noor, zaak.id, invoer)
    return voorstel.stel_weigering_vast(noor, zaak.id, Niets())


def met_krediet(gemeente: Gemeente) -> Zaak:
    """The guarantee was given and all creditors were paid today."""
    zaak = akkoord(gemeente)
    doe(gemeente, zaak, "borg")
    doe(gemeente, zaak, "borguitkomst", uitkomst="AFGEGEVEN", op=vandaag(), bevestigd_door="M. de Boer")
    return doe(gemeente, zaak, "krediet", ingang=vandaag(), bank="Kredietbank Waterrijk")


def open_dossier_buiten(actor: Any, zaak_id: Any) -> Any:
    """What the worker sees of the case."""
    dossier = queries.zaak(actor, zaak_id).dossier
    assert dossier is not None
    return dossier


def vandaag() -> date:
    """The day of the test."""
    return timezone.localdate()


__all__ = ["date", "uuid4"]
