"""Being a witness for partners: their checkpoint is checked against what they showed before, and countersigned."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils import timezone

from samenhang.kernel.logboek.operatie import KERNEL, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zegel import alarm, sleutels
from samenhang.kernel.zegel.domain.controlepunt import Punt
from samenhang.kernel.zegel.domain.getuige import (
    Aanvraag,
    Afsplitsing,
    aanvaardbaar,
    beoordeel,
    lees_aanvraag,
)
from samenhang.kernel.zegel.domain.nota import GETUIGE, Sleutel, medeonderteken
from samenhang.kernel.zegel.models import Getuigenis, Zegelstand


@dataclass(frozen=True, slots=True)
class Getuigd:
    """What we signed for a partner: of which log, how large, and the signature line to give back."""

    partner: str
    herkomst: str
    omvang: int
    regel: str


def getuig(actor: Actor, tekst: str) -> Getuigd:
    """Check what a partner asks (an `add-checkpoint` body) and countersign it.

    Its signature is its proof of who asks. Raises `Geweigerd` as `lees_aanvraag` and `beoordeel` say; a log that
    split off opens an alarm, and is never signed.
    """
    aanvraag = lees_aanvraag(tekst)
    try:
        with operatie(KERNEL, "controlepunt medeondertekenen", actor) as op:
            uit = _teken(aanvraag)
            op.verandert(partner=uit.partner, herkomst=uit.herkomst, omvang=uit.omvang)
            return uit
    except Afsplitsing as fout:
        alarm.sla(alarm.AFSPLITSING, aanvraag.punt.herkomst, fout.tekst, str(aanvraag.nota))
        raise


def aanvaard(actor: Actor, tekst: str, reden: str) -> Getuigd:
    """Accept that the log of a partner is another one after a restore, countersign it, close the alarm.

    What was countersigned before stays here, as evidence. Raises `Geweigerd` as `lees_aanvraag` and `aanvaardbaar`.
    """
    aanvraag = lees_aanvraag(tekst)
    with operatie(KERNEL, "korter log aanvaarden", actor) as op:
        vorig = laatste_van(aanvraag.punt.herkomst)
        uit = _teken(aanvraag, aanvaardbaar)
        alarm.sluit(alarm.AFSPLITSING, uit.herkomst, actor.naam, reden)
        op.verandert(
            partner=uit.partner,
            herkomst=uit.herkomst,
            omvang=uit.omvang,
            eerder=vorig.omvang if vorig else 0,
            reden=reden,
        )
        return uit


Oordeel = Callable[[Aanvraag, Punt | None, Iterable[Sleutel]], None]


def _teken(aanvraag: Aanvraag, oordeel: Oordeel = beoordeel) -> Getuigd:
    Zegelstand.objects.get_or_create(id=1)
    Zegelstand.objects.select_for_update().get(id=1)  # one at a time: nobody is signed behind a larger one
    partners = [partner for partner in sleutels.partners() if partner.log]
    punt = aanvraag.punt
    vorig = laatste_van(punt.herkomst)
    oordeel(
        aanvraag,
        Punt(vorig.herkomst, vorig.omvang, bytes(vorig.wortel)) if vorig else None,
        [partner.log for partner in partners if partner.log],
    )
    eigen, prive = sleutels.in_gebruik(GETUIGE)
    moment = timezone.now().replace(microsecond=0)
    regel = str(medeonderteken(aanvraag.nota.tekst, eigen.naam, prive, moment))
    Getuigenis.objects.create(
        herkomst=punt.herkomst,
        omvang=punt.omvang,
        wortel=punt.wortel,
        nota=str(aanvraag.nota),
        regel=regel,
        moment=moment,
    )
    naam = next(partner.naam for partner in partners if partner.log and partner.log.naam == punt.herkomst)
    return Getuigd(naam, punt.herkomst, punt.omvang, regel)


def laatste_van(herkomst: str) -> Getuigenis | None:
    """What we last countersigned of a log."""
    return Getuigenis.objects.filter(herkomst=herkomst).order_by("-id").first()
