"""A case begins: who asks for help, since when, and the term that runs from that day."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.personen.zoeksleutels import maak_vindbaar
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.schuldhulp.models import Hulpvraag
from samenhang.schemes.schuldhulp.scheme import SCHEME

SPOED, GEWOON = 1, 5
"""The order of work: under a threat first."""


def open_hulpvraag(
    actor: Actor, naw: Naw, telefoon: str, email: str, hulpvraag: Hulpvraag, persoon_id: UUID | None = None
) -> Zaak:
    """The person as this register knows him, and his case with its term; it waits until someone takes it up.

    `persoon_id` is who came with a message: he is in the register already, without a name.
    """
    operatie, bekend = huidige_operatie(), persoon_id is not None
    persoon_id = persoon_id or nieuw_id()
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel="aanmelden", schrijft=("naw", "contact", "hulpvraag"), personen=[persoon_id]
    )
    if not bekend:
        Persoon.objects.create(
            id=persoon_id,
            organisatie_id=actor.organisatie,
            scheme=SCHEME.naam,
            sleutel=str(persoon_id),
            bekend_sinds=operatie.nu,
        )
    van_wie = {"organisatie_id": actor.organisatie, "persoon_id": persoon_id}
    naw.organisatie_id, naw.persoon_id = actor.organisatie, persoon_id
    Naw.objects.met(toegang).bulk_create([naw])
    maak_vindbaar(actor.organisatie, persoon_id, naw.achternaam, naw.geboortedatum)
    if telefoon or email:
        Contactgegeven.objects.met(toegang).create(**van_wie, telefoon=telefoon, email=email)
    operatie.raakt([persoon_id])
    dreigt = bool(hulpvraag.dreigingen)
    zaak = zaken.open_zaak(
        SCHEME,
        actor.organisatie,
        [persoon_id],
        huishouden=None,
        prioriteit=SPOED if dreigt else GEWOON,
        volgorde=hulpvraag.gevraagd_op,
    )
    hulpvraag.organisatie_id, hulpvraag.persoon_id, hulpvraag.zaak = actor.organisatie, persoon_id, zaak
    hulpvraag.moment, hulpvraag.door = operatie.nu, actor.naam
    Hulpvraag.objects.met(toegang).bulk_create([hulpvraag])
    zaken.start_termijn(
        zaak, "eerste-gesprek-dreigend" if dreigt else "eerste-gesprek", hulpvraag.gevraagd_op
    )
    return zaak
