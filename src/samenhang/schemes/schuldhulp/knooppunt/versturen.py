"""Sending: what is due follows from the messages themselves; each goes to the node until the node says that it has it.

The call is made outside any transaction. Killed before the answer is stored, the message goes again under its number, and
the node keeps it once.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, operatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import (
    SALDOVERZOEK,
    SOORTEN,
    VOORSTEL,
    Bericht,
    schrijf,
)
from samenhang.schemes.schuldhulp.knooppunt.adres import alarm_vanaf, deelnemers, knooppunt_van, laatste_dag
from samenhang.schemes.schuldhulp.knooppunt.klok import werk_klok_bij
from samenhang.schemes.schuldhulp.knooppunt.poort import STORING, Ligging, als_weigering
from samenhang.schemes.schuldhulp.models import Knooppuntbericht, Knooppuntinhoud
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie

log = logging.getLogger("samenhang.knooppunt")
DOEL: Final = "berichten"
GELDT_IN: Final = {SALDOVERZOEK: "inventarisatie", VOORSTEL: "voorstel"}
"""In which step of its case a message still says something."""
EERSTE_WACHT, LANGSTE_WACHT = timedelta(minutes=1), timedelta(hours=1)


def te_versturen(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Messages that the node does not have and whose next attempt is due, the oldest first."""
    rijen = Knooppuntbericht.objects.filter(
        Q(niet_voor__isnull=True) | Q(niet_voor__lte=nu),
        uitgaand=True,
        geplaatst__isnull=True,
        ingetrokken__isnull=True,
        beantwoord__isnull=True,
        vervangen__isnull=True,
        organisatie__in=deelnemers(),
    )
    return [
        str(nummer) for nummer in rijen.order_by("gemaakt", "id").values_list("id", flat=True)[:hoogstens]
    ]


def begin(item: str) -> None:
    """Note an attempt; the call itself is made outside the transaction."""
    rij = Knooppuntbericht.objects.select_for_update().get(id=UUID(item))
    wacht = min(LANGSTE_WACHT, EERSTE_WACHT * 2 ** min(rij.pogingen, 8))
    Knooppuntbericht.objects.filter(id=rij.id).update(
        loopt=True, pogingen=F("pogingen") + 1, niet_voor=timezone.now() + wacht
    )


def verstuur_begonnen() -> None:
    """Send what the duty noted, one by one, in the order in which it was made."""
    lopend = Knooppuntbericht.objects.filter(loopt=True, geplaatst__isnull=True).order_by("gemaakt", "id")
    for nummer in list(lopend.values_list("id", flat=True)):
        try:
            _verstuur(nummer)
        except STORING as fout:
            nee = als_weigering(fout)
            log.warning("bericht %s niet verstuurd: %s", nummer, nee.code)
            Knooppuntbericht.objects.filter(id=nummer).update(
                loopt=False, fout_nl=nee.tekst.nl[:500], fout_en=nee.tekst.en[:500]
            )


def _verstuur(nummer: UUID) -> None:
    """Send one and store where it is. Raises `Geweigerd` with what went wrong."""
    rij = Knooppuntbericht.objects.select_related("organisatie", "schuldeiser__samen_met").get(id=nummer)
    knooppunt = knooppunt_van(rij.organisatie)
    bericht = _lees(rij) if knooppunt else None
    if knooppunt is None or bericht is None:
        Knooppuntbericht.objects.filter(id=nummer).update(loopt=False)
        return
    _verstuurd(rij, knooppunt.plaats(nummer, schrijf(bericht)))


def _lees(rij: Knooppuntbericht) -> Bericht | None:
    """The message, read by the system and logged about the person; None when its case went on and it says nothing any more."""
    actor = systeem(rij.organisatie)
    with operatie(SCHEME.naam, "bericht versturen", actor):
        zaak = zaak_van(actor, SCHEME.naam, rij.zaak_id, op_slot=True)
        if zaak.stap != GELDT_IN[rij.soort]:
            Knooppuntbericht.objects.filter(id=rij.id).update(ingetrokken=huidige_operatie().nu)
            return None
        toegang = toegang_tot(actor, zaak, leest=("aanbod",), doel=DOEL)
        inhoud = Knooppuntinhoud.objects.met(toegang).get(bericht=rij.id).inhoud
        return Bericht(
            nummer=rij.id,
            soort=rij.soort,
            van=rij.organisatie.kvk or "",
            aan=wie(rij.schuldeiser).kvk,
            gemaakt=rij.gemaakt,
            inhoud=inhoud,
            uiterlijk=rij.uiterlijk,
        )


def _verstuurd(rij: Knooppuntbericht, ligging: Ligging) -> None:
    """Store where it is: once, whichever worker comes with it."""
    actor = systeem(rij.organisatie)
    with operatie(SCHEME.naam, "bericht bij knooppunt leggen", actor) as op:
        zaak = zaak_van(actor, SCHEME.naam, rij.zaak_id, op_slot=True)
        vast = Knooppuntbericht.objects.select_for_update().get(id=rij.id)
        if vast.geplaatst is None:
            dag = timezone.localdate(ligging.geplaatst)
            vast.geplaatst, vast.vervalt, vast.alarm = ligging.geplaatst, laatste_dag(dag), alarm_vanaf(dag)
            op.verandert(bericht=str(rij.id), geplaatst=[None, ligging.geplaatst.isoformat()])
            soort, naam = SOORTEN[rij.soort], wie(rij.schuldeiser).naam
            zaken.schrijf_tijdlijn(zaak, "bericht", Tekst(f"{soort.nl} als bericht naar {naam}", f"{soort.en} as a message to {naam}"))  # fmt: skip
        vast.loopt, vast.fout_nl, vast.fout_en = False, "", ""
        vast.save(update_fields=["geplaatst", "vervalt", "alarm", "loopt", "fout_nl", "fout_en"])
        werk_klok_bij(zaak)
