"""An answer about consent in words, as the resident and who treats his case read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.rechten.domain.toestemming import ANTWOORDEN, BEWIJZEN, DOOR, HOE
from samenhang.kernel.rechten.feiten import als_woord
from samenhang.kernel.rechten.models import Toestemming
from samenhang.kernel.toegang.instemming import Antwoord, Door
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Toestemmingsbeeld:
    """What was answered about one kind of data, by whom and how; `geldt` tells whether it holds now.

    `gezien`: by which document a worker saw that he is of age, of whom no birth date was known.
    """

    categorie: Tekst
    doel: Tekst
    antwoord: Tekst
    door: Tekst
    door_wie: str
    gezien: Tekst | None
    vastgelegd_door: str
    hoe: Tekst
    tekstversie: str
    moment: datetime
    tot: date | None
    ingetrokken: datetime | None
    geldt: bool


def antwoord_van(rij: Toestemming, nu: datetime) -> Toestemmingsbeeld:
    """A recorded answer in words."""
    return Toestemmingsbeeld(
        categorie=woorden.categorieen(SCHEME.naam, rij.over)[0],
        doel=woorden.doel(SCHEME.naam, rij.doel),
        antwoord=ANTWOORDEN[Antwoord(rij.antwoord)],
        door=DOOR[Door(rij.door)],
        door_wie=rij.door_wie,
        gezien=_gezien(rij),
        vastgelegd_door=rij.vastgelegd_door,
        hoe=HOE[rij.hoe],
        tekstversie=rij.tekstversie,
        moment=rij.moment,
        tot=rij.tot,
        ingetrokken=rij.ingetrokken,
        geldt=als_woord(rij).geldt(nu),
    )


def _gezien(rij: Toestemming) -> Tekst | None:
    if rij.bewijs_op is None:
        return None
    wat, dag = BEWIJZEN[rij.bewijs], rij.bewijs_op
    return Tekst(
        f"18 of ouder, gezien op een {wat.nl} op {dag:%d-%m-%Y}",
        f"18 or older, seen on a {wat.en} on {dag:%d-%m-%Y}",
    )
