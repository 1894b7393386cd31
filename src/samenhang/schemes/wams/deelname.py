"""What a party from outside may see of a case: asked for the party itself, and shown to who runs the meeting.

Both ask the same decision, person by person, with what that person agreed to towards this kind of organisation; the
coordinator reads in advance what the party will read, because it is one computation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.feiten import Vastgelegd, vastgelegd
from samenhang.kernel.toegang import Besluit, Feiten, Verzoek, beslis
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.hoogstens import Hoogstens
from samenhang.kernel.toegang.hoogstens import hoogstens as toegang_hoogstens
from samenhang.kernel.verstrekkingen.actions.voorwaarden import gesteld_per_persoon
from samenhang.kernel.verstrekkingen.domain.voorwaarden import in_de_weg
from samenhang.kernel.zaken import queries as zaken
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van
from samenhang.schemes.wams.domain.partijen import CASUSOVERLEG, DEELNEMER
from samenhang.schemes.wams.scheme import SCHEME

ALLES: Final = frozenset(categorie.naam for categorie in SCHEME.categorieen)


def hoogstens(soort: str) -> Hoogstens:
    """What a participant of this kind can at most get and give here."""
    return toegang_hoogstens(
        beslistabel(), SCHEME.naam, CASUSOVERLEG, soort, (DEELNEMER, DEELNEMER), vandaag()
    )


def zaak_als_deelnemer(actor: Actor, zaak_id: UUID, *, op_slot: bool = False) -> Zaak:
    """The case, for who was admitted to it and is not of its organisation; else not found."""
    return zaken.zaak_als_deelnemer(actor, SCHEME.naam, DEELNEMER, zaak_id, op_slot=op_slot)


def feiten_voor(zaak: Zaak, soort: str, wie: str = "") -> dict[UUID, Vastgelegd]:
    """Of each person in a case: what he agreed to towards this kind of organisation, and whether he was told.

    An objection of one stops it for all. And what the source of a datum does not let go onward; `wie` is the name of
    the organisation that asks, which what it asked itself does not bind. Read by the system for the decision itself;
    who asks sees nothing of it.
    """
    personen = personen_van(zaak)
    feiten = vastgelegd(
        huidige_operatie(), SCHEME.naam, zaak.organisatie_id, zaak.id, personen, doel=CASUSOVERLEG, aan=soort
    )
    bezwaar = any(eigen.bezwaar for eigen in feiten.values())
    gesteld = gesteld_per_persoon(zaak, personen)
    return {
        persoon: replace(
            eigen,
            bezwaar=bezwaar,
            voorwaarde_bron=frozenset(
                deel.categorie
                for deel in in_de_weg(gesteld[persoon], ALLES, zelfde_doel=True)
                if deel.bron != wie and not deel.per_rij
            ),
        )
        for persoon, eigen in feiten.items()
    }


def feiten_bij_besluit(actor: Actor, zaak: Zaak, doel: str) -> dict[UUID, Vastgelegd]:
    """The facts with which a page of this scheme decides, of each person in the case: an objection of one stops it."""
    if doel == CASUSOVERLEG:
        return feiten_voor(zaak, actor.organisatiesoort, actor.organisatienaam)
    feiten = zaken.feiten_van(actor, zaak, personen_van(zaak), doel=doel)
    bezwaar = any(eigen.bezwaar for eigen in feiten.values())
    return {persoon: replace(eigen, bezwaar=bezwaar) for persoon, eigen in feiten.items()}


def deels_dicht(zaak: Zaak, personen: list[UUID], wie: str) -> dict[UUID, frozenset[str]]:
    """Of which categories a party does not see all rows, because another source asked that of what it supplied."""
    return {
        persoon: frozenset(
            deel.categorie
            for deel in in_de_weg(gesteld, ALLES, zelfde_doel=True)
            if deel.per_rij and deel.bron != wie
        )
        for persoon, gesteld in gesteld_per_persoon(zaak, personen).items()
    }


def vraagt(soort: str, feiten: Vastgelegd) -> frozenset[str]:
    """What is asked for a party about one person: what he shares with it, and what it can get at all."""
    return hoogstens(soort).leest & feiten.instemming


def zou_zien(zaak: Zaak, soort: str, stap: str = "", wie: str = "") -> dict[UUID, Besluit]:
    """What a party of this kind would get about each person who shares with it, by the decision that it will get."""
    uit = {}
    for persoon, feiten in feiten_voor(zaak, soort, wie).items():
        if gevraagd := vraagt(soort, feiten):
            verzoek = Verzoek(SCHEME.naam, soort, (DEELNEMER,), CASUSOVERLEG, gevraagd)
            wat = feiten.in_feiten(Feiten(DEELNEMER, stap or zaak.stap))
            uit[persoon] = beslis(verzoek, wat, beslistabel(), huidige_operatie().nu)
    return uit
