"""Who supplied something of what another team handed over agrees that it is passed on again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.verstrekkingen.actions import hef_voorwaarden_op
from samenhang.kernel.verstrekkingen.actions.voorwaarden import bronregister
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.gedeeld import ingevuld, keuze
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.scheme import SCHEME

OVER: Final = {
    "naw": Tekst("Naam, geboortedatum en adres", "Name, birth date and address"),
    "contact": Tekst("Telefoon en e-mail", "Telephone and e-mail"),
    "hulpvraag": Tekst("Waar de inwoner hulp bij vraagt", "What the resident asks help with"),
}
"""What another team hands over, under its name here."""


@dataclass(frozen=True, slots=True)
class Bronakkoord:
    """Which source agrees that what it told goes onward."""

    over: str = veld("Welke gegevens?", "Which data?", keuzes=tuple(OVER.items()))
    akkoord_van: str = veld(
        "Wie is bij de bron akkoord?", "Who at the source agrees?", hoogstens=200,
        uitleg=Tekst("Naam en organisatie; blijft bewaard.", "Name and organisation; stays on record."),
    )  # fmt: skip


@action(SCHEME, "akkoord van de bron bij schuldhulp vastleggen")
def leg_akkoord_vast(actor: Actor, zaak_id: UUID, invoer: Bronakkoord) -> Zaak:
    """What a source asked, here or of the team that handed the resident over, no longer stands in the way of passing on.

    Raises `Geweigerd` (409) when nothing holds.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaak, wie = dossier.zaak, dossier.persoon
    keuze("over", invoer.over, OVER)
    akkoord_van = ingevuld("akkoord_van", invoer.akkoord_van)
    hef_voorwaarden_op(zaak, wie, invoer.over, akkoord_van, bronregister(zaak, wie))
    zaken.bewaar(zaak)
    return zaak
