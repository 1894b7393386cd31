"""What a party at the table may see of a case: asked for the party itself, and shown to the process director.

Both ask the same decision: the necessity that was written down for this party, what an agreement to which it is a party
covers, and what the sources of the data do not let go onward.
"""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.organisaties.queries import met_rol
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.toegang import Besluit, Feiten, Verzoek, beslis
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.hoogstens import Hoogstens
from samenhang.kernel.toegang.hoogstens import hoogstens as toegang_hoogstens
from samenhang.kernel.verstrekkingen.actions.voorwaarden import gesteld_per_persoon
from samenhang.kernel.verstrekkingen.domain.voorwaarden import in_de_weg
from samenhang.kernel.zaken import queries as zaken
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.zvh.bezwaren import standpunten_in
from samenhang.schemes.zvh.domain.bezwaar import dicht_voor_huis, dicht_voor_partij
from samenhang.schemes.zvh.domain.tafel import DEELNEMER, INBRENG, TAFELGENOOT
from samenhang.schemes.zvh.dossier import gedekt
from samenhang.schemes.zvh.scheme import SCHEME

ALLES: Final = frozenset({"naw", "contact", *(categorie.naam for categorie in SCHEME.categorieen)})


def hoogstens(soort: str) -> Hoogstens:
    """What a party of this kind can at most get and give at a table."""
    wie = (TAFELGENOOT, DEELNEMER)
    return toegang_hoogstens(beslistabel(), SCHEME.naam, SCHEME.doel, soort, wie, vandaag())


def zaak_aan_tafel(actor: Actor, zaak_id: UUID, *, op_slot: bool = False) -> Zaak:
    """The case, for who sits at its table; else not found."""
    return zaken.zaak_als_deelnemer(actor, SCHEME.naam, DEELNEMER, zaak_id, op_slot=op_slot)


def partijen(organisatie_id: UUID, dag: date) -> dict[UUID, Medewerker]:
    """The workers of other organisations who can come to a table of this house."""
    return met_rol(organisatie_id, tuple(INBRENG), SCHEME.naam, TAFELGENOOT, dag)


def feiten_voor(zaak: Zaak, persoon: UUID, partij: Organisatie) -> Vastgelegd:
    """What counts for a decision for this party: its agreement with the house, what others do not let go onward, and what
    the resident objects to.

    What it asked itself does not bind it. Read by the system for the decision; who asks sees nothing of it.
    """
    gesteld = gesteld_per_persoon(zaak, [persoon])[persoon]
    dicht = in_de_weg(gesteld, ALLES, zelfde_doel=True)
    return Vastgelegd(
        afspraak=gedekt(zaak, partij.id),
        voorwaarde_bron=frozenset(deel.categorie for deel in dicht if deel.bron != partij.naam[:200]),
        bezwaar_tegen=dicht_voor_partij(standpunten_in(zaak, persoon)),
    )


def feiten_bij_besluit(actor: Actor, zaak: Zaak, doel: str) -> dict[UUID, Vastgelegd]:
    """The facts with which a page decides about who the case is about: for the house itself, or for a party."""
    if actor.organisatie_id == zaak.organisatie_id:
        dekt = gedekt(zaak)
        return {
            persoon: Vastgelegd(afspraak=dekt, bezwaar_tegen=dicht_voor_huis(standpunten_in(zaak, persoon)))
            for persoon in zaken.personen_van(zaak)
        }
    partij = Organisatie.objects.get(id=actor.organisatie)
    return {persoon: feiten_voor(zaak, persoon, partij) for persoon in zaken.personen_van(zaak)}


def zou_zien(zaak: Zaak, persoon: UUID, partij: Organisatie, nodig: frozenset[str]) -> Besluit:
    """What this party gets now of what it needs, by the decision that it will get itself."""
    verzoek = Verzoek(SCHEME.naam, partij.soort, (TAFELGENOOT,), SCHEME.doel, nodig, noodzaak=nodig)
    feiten = feiten_voor(zaak, persoon, partij).in_feiten(Feiten(DEELNEMER, zaak.stap))
    return beslis(verzoek, feiten, beslistabel(), huidige_operatie().nu)
