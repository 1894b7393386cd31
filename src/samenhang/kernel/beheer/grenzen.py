"""How far an administrator reaches: which organisations, which roles, and never the last administrator."""

from __future__ import annotations

import getpass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.scheme import Rol, geinstalleerde_schemes

BEHEERDER = "beheerder"
INSTALLATIE = "installatiebeheerder"


def installatiebeheer(organisatie: Organisatie | None = None) -> Actor:
    """Who runs the installation and works at its terminal: makes municipalities and their first administrator."""
    rollen = {naam: frozenset({BEHEERDER}) for naam in geinstalleerde_schemes()}
    return Actor(
        gebruiker_id=None,
        naam=f"installatiebeheer ({getpass.getuser()})",
        organisatie_id=organisatie.id if organisatie else None,
        organisatiesoort=organisatie.soort if organisatie else "",
        rollen=rollen | {"kernel": frozenset({INSTALLATIE})},
        kanaal="cli",
    )


def is_installatie(actor: Actor) -> bool:
    """Whether this is the terminal of the installation itself."""
    return actor.heeft_rol("kernel", INSTALLATIE)


def beheerde_schemes(actor: Actor) -> frozenset[str]:
    """The schemes whose roles the actor may give; raises `Geweigerd` (403) for who administers nothing."""
    schemes = actor.schemes_met(BEHEERDER) & set(geinstalleerde_schemes())
    if not schemes:
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                "Dit kan alleen met de rol beheerder. Vraag de beheerder van uw organisatie.",
                "This needs the role administrator. Ask the administrator of your organisation.",
            ),
            status=403,
        )
    return schemes


def binnen_bereik(actor: Actor) -> Q:
    """The organisations an administrator works for: his own, and those that his own keeps."""
    beheerde_schemes(actor)
    if is_installatie(actor) and actor.organisatie_id is None:
        return Q()
    return Q(id=actor.organisatie) | Q(beheerd_door_id=actor.organisatie)


def organisatie_van(actor: Actor, organisatie_id: UUID, *, op_slot: bool = False) -> Organisatie:
    """An organisation within reach; else not found. `op_slot` makes administrators take turns."""
    rijen = Organisatie.objects.filter(binnen_bereik(actor), id=organisatie_id)
    rij = (rijen.select_for_update() if op_slot else rijen).first()
    if rij is None:
        raise Geweigerd(
            "organisatie_onbekend",
            Tekst(
                "Deze organisatie bestaat niet of valt niet onder uw beheer.",
                "This organisation does not exist or is not yours to administer.",
            ),
            status=404,
        )
    return rij


def medewerker_van(actor: Actor, medewerker_id: UUID) -> Medewerker:
    """A worker within reach, with his organisation locked until the end of the operation; else not found."""
    rij = Medewerker.objects.select_related("organisatie", "gebruiker").filter(id=medewerker_id).first()
    bereik = Organisatie.objects.filter(binnen_bereik(actor), id=rij.organisatie_id) if rij else None
    if rij is None or bereik is None or not bereik.select_for_update().exists():
        raise Geweigerd(
            "medewerker_onbekend",
            Tekst(
                "Deze medewerker bestaat niet of valt niet onder uw beheer.",
                "This worker does not exist or is not yours to administer.",
            ),
            status=404,
        )
    return rij


def niet_over_zichzelf(actor: Actor, medewerker: Medewerker) -> None:
    """Nobody grants himself anything, whichever of his employments he acts in; raises `Geweigerd` (403)."""
    if medewerker.gebruiker_id is not None and medewerker.gebruiker_id == actor.gebruiker_id:
        raise Geweigerd(
            "over_zichzelf",
            Tekst(
                "Dit doet u niet voor uzelf. Vraag een andere beheerder.",
                "You do not do this for yourself. Ask another administrator.",
            ),
            status=403,
        )


def rol_voor(scheme: str, rol: str, soort: str) -> Rol:
    """The declared role; raises `Geweigerd` when the scheme has none of that name or not for this kind."""
    declaratie = geinstalleerde_schemes().get(scheme)
    gevonden = next((r for r in declaratie.rollen if r.naam == rol), None) if declaratie else None
    if gevonden is None:
        raise Geweigerd(
            "rol_onbekend", Tekst(f"Er is geen rol {scheme}:{rol}.", f"There is no role {scheme}:{rol}.")
        )
    if soort not in gevonden.organisatiesoorten:
        raise Geweigerd(
            "rol_past_niet",
            Tekst(
                f"De rol {gevonden.titel.nl} bestaat alleen bij: {', '.join(gevonden.organisatiesoorten)}.",
                f"The role {gevonden.titel.en} exists only at: {', '.join(gevonden.organisatiesoorten)}.",
            ),
        )
    return gevonden


def laat_een_beheerder_over(
    medewerker: Medewerker, scheme: str, laatste_dag: date, behalve: UUID | None
) -> None:
    """Refuse when after `laatste_dag` nobody administers the scheme in this organisation any more.

    Counts who is sure to stay: in a role and an employment without an end, with an account that is active.
    `behalve` is the role that ends; without it every role of the worker does. Raises `Geweigerd` (409).
    """
    blijvers = Rolvervulling.objects.filter(
        medewerker__organisatie_id=medewerker.organisatie_id,
        scheme=scheme,
        rol=BEHEERDER,
        tot__isnull=True,
        van__lte=laatste_dag + timedelta(days=1),
        medewerker__tot__isnull=True,
        medewerker__gebruiker__is_active=True,
    )
    weg = Q(id=behalve) if behalve else Q(medewerker_id=medewerker.id)
    if not blijvers.exclude(weg).exists():
        raise Geweigerd(
            "laatste_beheerder",
            Tekst(
                f"{medewerker.naam} is de laatste beheerder van {scheme} bij {medewerker.organisatie.onderscheidend}. "
                "Maak eerst iemand anders beheerder, zonder einddatum.",
                f"{medewerker.naam} is the last administrator of {scheme} at {medewerker.organisatie.onderscheidend}. "
                "Make someone else administrator first, without an end date.",
            ),
            status=409,
        )
