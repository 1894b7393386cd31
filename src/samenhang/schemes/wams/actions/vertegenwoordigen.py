"""Who may look on behalf of a young person of the family, until when, and when that is against his interest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.vertegenwoordiging import DOCUMENTEN_OUDER, OUDER
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions.gedeeld import weiger, zin
from samenhang.schemes.wams.dossier import Dossier, open_dossier
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Vertegenwoordiger:
    """Who represents which young person, by which document, from and to when."""

    persoon: UUID = veld("Wie wordt vertegenwoordigd?", "Who is represented?", bron="gezin")
    door: UUID = veld("Door wie?", "By whom?", bron="gezin")
    document: str = veld("Welk document zag u?", "Which document did you see?", keuzes=tuple(DOCUMENTEN_OUDER.items()))  # fmt: skip
    van: date = veld("Vanaf", "From", vandaag=True)
    tot: date | None = veld(
        "Tot en met", "Up to and including", standaard=None,
        uitleg=Tekst("Leeg: tot de jongere zestien wordt.", "Empty: until the young person becomes sixteen."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vertegenwoordigingskeuze:
    """Which representation ends."""

    persoon: UUID = veld("Wie werd vertegenwoordigd?", "Who was represented?", bron="gezin")
    door: UUID = veld("Door wie?", "By whom?", bron="gezin")


@dataclass(frozen=True, slots=True)
class TegenBelang:
    """Whether looking by a representative is against the interest of the young person, and why."""

    persoon: UUID = veld("Om wie gaat het?", "Whom is it about?", bron="gezin")
    tegen: bool = veld(
        "Is inzage door de vertegenwoordiger tegen zijn of haar belang?", "Is access by the representative against his or her interest?"
    )  # fmt: skip
    reden: str = veld(
        "Waarom?", "Why?", regels=3, hoogstens=300,
        uitleg=Tekst("De jongere leest dit, de vertegenwoordiger niet.", "The young person reads this, the representative does not."),
    )  # fmt: skip


@action(SCHEME, "vertegenwoordiger vastleggen")
def leg_vertegenwoordiger_vast(actor: Actor, zaak_id: UUID, invoer: Vertegenwoordiger) -> Zaak:
    """Record which adult of the family represents a young person: from now on he sees what the rule lets him see of him.

    It ends on its last day, and by the rule when the young person becomes sixteen.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("instemming",), op_slot=True)
    kind, wie = dossier.lid(invoer.persoon), dossier.lid(invoer.door, "door")
    if invoer.persoon == invoer.door:
        raise weiger("door", "zichzelf", "Niemand vertegenwoordigt zichzelf. Kies een ander.", "Nobody represents himself. Choose another.")  # fmt: skip
    gegeven = zaken.Aanstelling(
        invoer.door, wie.naam, OUDER, invoer.document, invoer.van, invoer.tot, wie.geboortedatum
    )
    zaken.leg_vertegenwoordiger_vast(
        dossier.zaak, _wie(dossier, kind.persoon_id), gegeven, dossier.toegang
    )  # fmt: skip
    return dossier.zaak


@action(SCHEME, "vertegenwoordiging beeindigen")
def beeindig_vertegenwoordiging(actor: Actor, zaak_id: UUID, invoer: Vertegenwoordigingskeuze) -> Zaak:
    """End it today: from now on this one sees nothing of the young person any more."""
    dossier = open_dossier(actor, zaak_id, schrijft=("instemming",), op_slot=True)
    dossier.lid(invoer.persoon)
    zaken.beeindig_vertegenwoordiging(dossier.zaak, invoer.persoon, invoer.door, dossier.toegang)
    return dossier.zaak


@action(SCHEME, "inzage tegen het belang vastleggen")
def leg_tegen_belang_vast(actor: Actor, zaak_id: UUID, invoer: TegenBelang) -> Zaak:
    """Record that access by a representative is against the interest of the young person, or is not any more; why.

    It holds for everybody who represents him. Source: Wmo 2015 art. 5.3.3 (unverified).
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("instemming",), op_slot=True)
    voor = _wie(dossier, invoer.persoon)
    reden = zin("reden", invoer.reden, 300)
    zaken.leg_tegen_belang_vast(dossier.zaak, voor, invoer.tegen, reden, dossier.toegang)
    return dossier.zaak


def _wie(dossier: Dossier, persoon: UUID) -> zaken.Wie:
    lid = dossier.lid(persoon)
    return zaken.Wie(persoon, lid.naam, lid.geboortedatum)
