"""A contact is recorded, without anything of the caller."""

from __future__ import annotations

from django.utils import timezone

from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.nummers import nieuw_nummer
from samenhang.schemes.helplijn.domain.contact import Contactinvoer, controleer
from samenhang.schemes.helplijn.domain.postcode import kies_gemeente, lees_postcode, onbekende_gemeente
from samenhang.schemes.helplijn.models import Contact
from samenhang.schemes.helplijn.queries.contacten import regel_van
from samenhang.schemes.helplijn.queries.gemeenten import bekende_gemeente, gemeenten_bij
from samenhang.schemes.helplijn.redenen import redenen_van
from samenhang.schemes.helplijn.scheme import AAN_DE_LIJN, SCHEME


@action(SCHEME, "contact vastleggen")
def leg_contact_vast(actor: Actor, invoer: Contactinvoer) -> Contact:
    """Record one contact. The postcode becomes a municipality and is kept nowhere, not in a log either.

    Raises `Geweigerd` with every field that is wrong.
    """
    rol_vereist(actor, SCHEME.naam, *AAN_DE_LIJN)
    nu = huidige_operatie().nu
    dag = timezone.localdate(nu)
    controleer(invoer, redenen_van(dag).redenen, nu)
    return Contact.objects.create(
        organisatie_id=actor.organisatie,
        nummer=nieuw_nummer(SCHEME.nummerletters, dag),
        moment=nu,
        gevraagd=invoer.gevraagd or nu,
        kanaal=invoer.kanaal,
        gemeentecode=_gemeente(invoer),
        redenen=list(invoer.redenen),
        dreigingen=list(invoer.dreigingen),
        uitgang=invoer.uitgang,
        door_id=actor.medewerker_id,
    )


def kan_over(rij: Contact) -> bool:
    """Whether the municipality can be asked to call this caller."""
    return regel_van(rij, "").kan_over


def _gemeente(invoer: Contactinvoer) -> str:
    if invoer.postcode.strip():
        return kies_gemeente(gemeenten_bij(lees_postcode(invoer.postcode)), invoer.gemeente.strip())
    if invoer.gemeente.strip() and not bekende_gemeente(invoer.gemeente.strip()):
        raise onbekende_gemeente(invoer.gemeente.strip())
    return invoer.gemeente.strip()
