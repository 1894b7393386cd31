"""What a party from outside may see of a case: asked for the party itself, and shown to who runs the meeting.

Both ask the same decision, person by person, with what that person agreed to towards this kind of organisation; the
coordinator reads in advance what the party will read, because it is one computation.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.rechten.feiten import BESLISSEN, Stil, Vastgelegd
from samenhang.kernel.toegang import Besluit, Feiten, Verzoek, beslis, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.hoogstens import Hoogstens
from samenhang.kernel.toegang.hoogstens import hoogstens as toegang_hoogstens
from samenhang.kernel.toegang.instemming import Instemming, instemming_van
from samenhang.kernel.verstrekkingen.actions.voorwaarden import gesteld_per_persoon
from samenhang.kernel.verstrekkingen.domain.voorwaarden import in_de_weg
from samenhang.kernel.zaken import queries as zaken
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van
from samenhang.schemes.wams.domain.instemming import leeftijd
from samenhang.schemes.wams.domain.partijen import CASUSOVERLEG, DEELNEMER, gedeeld
from samenhang.schemes.wams.dossier import als_instemming
from samenhang.schemes.wams.models import Bezwaar, Informering
from samenhang.schemes.wams.models import Instemming as Instemmingsrij
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

    And what the source of a datum does not let go onward; `wie` is the name of the organisation that asks, which what
    it asked itself does not bind. Read by the system for the decision itself; who asks sees nothing of it.
    """
    personen = personen_van(zaak)
    operatie = huidige_operatie()
    toegang = vraag(
        Stil(operatie),
        beslistabel(),
        systeem(zaak.organisatie),
        scheme=SCHEME.naam,
        doel=BESLISSEN,
        organisatie_id=zaak.organisatie_id,
        feiten=Feiten("organisatie", GEEN_ZAAK),
        leest=("instemming", "informeren", "bezwaar"),
        personen=personen,
    )
    antwoorden: dict[UUID, list[Instemming]] = defaultdict(list)
    geboren = {}
    for rij in Instemmingsrij.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id"):
        antwoorden[rij.persoon_id].append(als_instemming(rij))
        geboren[rij.persoon_id] = rij.geboren
    verteld, uitgesteld = set(), {}
    for informering in Informering.objects.met(toegang).filter(zaak=zaak):
        if informering.op is not None:
            verteld.add(informering.persoon_id)
        elif informering.uitgesteld_tot is not None and not informering.vervallen:
            uitgesteld[informering.persoon_id] = informering.uitgesteld_tot
    gesteld = gesteld_per_persoon(zaak, personen)
    bezwaar = any(
        rij.beslist_op is None or rij.toegewezen for rij in Bezwaar.objects.met(toegang).filter(zaak=zaak)
    )
    return {
        persoon: Vastgelegd(
            instemming=gedeeld(
                instemming_van(
                    str(persoon), soort, antwoorden[persoon], operatie.nu,
                    leeftijd=leeftijd(geboren.get(persoon), vandaag()),
                )
            ),
            geinformeerd=persoon in verteld,
            uitstel_tot=uitgesteld.get(persoon),
            bezwaar=bezwaar,
            voorwaarde_bron=frozenset(
                deel.categorie
                for deel in in_de_weg(gesteld[persoon], ALLES, zelfde_doel=True)
                if deel.bron != wie and not deel.per_rij
            ),
        )
        for persoon in personen
    }  # fmt: skip


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
