"""The clock of the messages of a case: the term that shows in the register, and the tasks of who treats it."""

from __future__ import annotations

from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.knooppunt.adres import REGEL
from samenhang.schemes.schuldhulp.models import Knooppuntbericht

LIGT, GEWIST, STIL, AFWIJKEND = "bericht_blijft_liggen", "bericht_gewist", "saldo_niet_opgegeven", "antwoord_niet_verwerkt"  # fmt: skip
"""Tasks: a message that nobody fetches, one that was deleted, a statement that did not come, an answer to look at."""


def werk_klok_bij(zaak: Zaak) -> None:
    """Let the term of the case be that of the oldest message that nobody fetched; without any, it is met.

    Tasks about messages that were fetched, answered or dealt with are done.
    """
    rijen = list(Knooppuntbericht.objects.filter(zaak=zaak, uitgaand=True))
    liggend = [rij.geplaatst for rij in rijen if rij.stand == "ligt_klaar" and rij.geplaatst is not None]
    begin = timezone.localdate(min(liggend)) if liggend else None
    loopt = zaak.termijnen.filter(regel=REGEL, klaar__isnull=True).first()
    if loopt is not None and loopt.start != begin:
        zaken.rond_termijn_af(zaak, REGEL)
        loopt = None
    if begin is not None and loopt is None:
        zaken.start_termijn(zaak, REGEL, begin)
    vandaag = zaken.vandaag()
    if not any(rij.stand == "ligt_klaar" and rij.blijft_liggen(vandaag) for rij in rijen):
        zaken.rond_taken_af(zaak, [LIGT])
    if not any(rij.stand == "gewist" for rij in rijen):
        zaken.rond_taken_af(zaak, [GEWIST])


def waarschuw(zaak: Zaak, rij: Knooppuntbericht) -> None:
    """Tell who treats the case that a message lies there unfetched and when it is deleted; once per message."""
    naam = rij.schuldeiser.naam
    zaken.maak_taak(
        zaak, LIGT,
        Tekst(f"{naam} haalt ons bericht niet op: na deze dag wordt het gewist. Bel, of stuur een brief", f"{naam} does not fetch our message: after this day it is deleted. Call, or send a letter"),
        rij.vervalt, zaak.behandelaar,
    )  # fmt: skip
    Knooppuntbericht.objects.filter(id=rij.id).update(gewaarschuwd=zaken.vandaag())


def meld_gewist(zaak: Zaak, rij: Knooppuntbericht) -> None:
    """Tell who treats the case that a message was deleted without the creditor having seen it."""
    naam = rij.schuldeiser.naam
    zaken.maak_taak(
        zaak, GEWIST,
        Tekst(f"Ons bericht aan {naam} is gewist zonder dat het is opgehaald. Stuur het opnieuw of per brief", f"Our message to {naam} was deleted without being fetched. Send it again or by letter"),
        zaken.vandaag(), zaak.behandelaar,
    )  # fmt: skip
    zaken.schrijf_tijdlijn(zaak, "bericht", Tekst(f"Bericht aan {naam} gewist zonder te zijn opgehaald", f"Message to {naam} deleted without being fetched"))  # fmt: skip


def meld_stilte(zaak: Zaak, rij: Knooppuntbericht) -> None:
    """Tell who treats the case that a creditor did not say in time what is owed to him; once per message."""
    naam = rij.schuldeiser.naam
    zaken.maak_taak(
        zaak, STIL,
        Tekst(f"{naam} gaf binnen tien werkdagen geen opgave. Bel, of gebruik wat bekend is", f"{naam} gave no statement within ten working days. Call, or use what is known"),
        zaken.vandaag(), zaak.behandelaar,
    )  # fmt: skip
    Knooppuntbericht.objects.filter(id=rij.id).update(stil_gemeld=zaken.vandaag())
