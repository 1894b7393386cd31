"""Registering, changing and ending organisations."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.beheer.accounts import sluit_af
from samenhang.kernel.beheer.gegevens import OrganisatieGegevens, reden_verplicht
from samenhang.kernel.beheer.grenzen import beheerde_schemes, is_installatie, organisatie_van
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN, Medewerker, Organisatie

NUMMERS = ("kvk", "oin", "rsin", "tooi", "gemeentecode")


@action(KERNEL, "organisatie registreren")
def registreer_organisatie(actor: Actor, gegevens: OrganisatieGegevens) -> Organisatie:
    """Register an organisation; the own municipality keeps its accounts from then on.

    A municipality is a customer of the installation and is made at its terminal. Raises `Geweigerd` for an
    unknown kind, an impossible number, or a number that another organisation has.
    """
    beheerde_schemes(actor)
    gegevens.controleer()
    _soort_mag(actor, gegevens.soort)
    organisatie = Organisatie(
        **gegevens.kolommen(), beheerd_door_id=None if is_installatie(actor) else actor.organisatie
    )
    _bewaar(organisatie)
    huidige_operatie().verandert(organisatie=str(organisatie.id), naam=["", organisatie.onderscheidend])
    return organisatie


@action(KERNEL, "organisatie wijzigen")
def wijzig_organisatie(
    actor: Actor, organisatie_id: UUID, gegevens: OrganisatieGegevens, reden: str
) -> Organisatie:
    """Change name or numbers; the kind stays what it is, for roles hang on it. Raises as registering does."""
    organisatie = organisatie_van(actor, organisatie_id, op_slot=True)
    reden = reden_verplicht(reden)
    gegevens.controleer()
    if gegevens.soort != organisatie.soort:
        raise Geweigerd(
            "soort_vast",
            Tekst(
                "De soort van een organisatie verandert niet. Registreer een nieuwe organisatie.",
                "The kind of an organisation does not change. Register a new organisation.",
            ),
        )
    nieuw = gegevens.kolommen()
    wijziging = {
        veld: [getattr(organisatie, veld) or "", waarde or ""]
        for veld, waarde in nieuw.items()
        if (getattr(organisatie, veld) or "") != (waarde or "")
    }
    for veld, waarde in nieuw.items():
        setattr(organisatie, veld, waarde)
    _bewaar(organisatie)
    huidige_operatie().verandert(reden, organisatie=str(organisatie.id), **wijziging)
    return organisatie


@action(KERNEL, "organisatie beeindigen")
def beeindig_organisatie(actor: Actor, organisatie_id: UUID, reden: str) -> Organisatie:
    """End an organisation: from now on nobody acts for it; what it did stays. Not the own one (409)."""
    organisatie = organisatie_van(actor, organisatie_id, op_slot=True)
    reden = reden_verplicht(reden)
    if organisatie.id == actor.organisatie_id:
        raise Geweigerd(
            "eigen_organisatie",
            Tekst(
                "Uw eigen organisatie beëindigt u niet zelf. Vraag wie de installatie beheert.",
                "You do not end your own organisation. Ask who runs the installation.",
            ),
            status=409,
        )
    organisatie.actief = False
    _bewaar(organisatie)
    for medewerker in Medewerker.objects.filter(organisatie=organisatie):
        sluit_af(medewerker)
    huidige_operatie().verandert(reden, organisatie=str(organisatie.id), actief=[True, False])
    return organisatie


def _soort_mag(actor: Actor, soort: str) -> None:
    if soort not in ORGANISATIESOORTEN:
        raise Geweigerd(
            "soort_onbekend",
            Tekst(
                f"Kies een soort: {', '.join(ORGANISATIESOORTEN)}.",
                f"Choose a kind: {', '.join(ORGANISATIESOORTEN)}.",
            ),
        )
    if soort in ("gemeente", "toezichthouder") and not is_installatie(actor):
        raise Geweigerd(
            "soort_niet_toegestaan",
            Tekst(
                "Een gemeente of toezichthouder komt er alleen bij door wie de installatie beheert.",
                "A municipality or supervisor is added only by who runs the installation.",
            ),
            status=403,
        )


def _bewaar(organisatie: Organisatie) -> None:
    bezet = [
        naam
        for naam in NUMMERS
        if (waarde := getattr(organisatie, naam))
        and Organisatie.objects.filter(**{naam: waarde}).exclude(id=organisatie.id).exists()
    ]
    if bezet:
        raise _nummer_bezet(bezet, organisatie)
    try:
        with transaction.atomic():
            organisatie.save()
    except IntegrityError as fout:  # two administrators at the same moment
        raise _nummer_bezet(list(NUMMERS), organisatie) from fout


def _nummer_bezet(velden: list[str], organisatie: Organisatie) -> Geweigerd:
    fouten = tuple(
        Fout(
            "nummer_bezet",
            Tekst(
                f"{veld}: {getattr(organisatie, veld)} hoort al bij een andere organisatie.",
                f"{veld}: {getattr(organisatie, veld)} already belongs to another organisation.",
            ),
            Plaats(kolom=veld),
        )
        for veld in velden
        if getattr(organisatie, veld)
    )
    return Geweigerd("nummer_bezet", fouten[0].tekst, fouten=fouten, status=409)
