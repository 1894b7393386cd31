"""Receiving: what waits at the node is stored and processed in one transaction, and only then confirmed.

Killed in between, it waits there still; the same message again changes nothing. What creditors fetched of ours, and what
was deleted, is asked in the same round.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.schuldhulp.actions.antwoord import boek_antwoord
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import (
    ANTWOORD,
    ANTWOORD_OP,
    SOORTEN,
    Bericht,
    lees,
    lees_saldoopgave,
    lees_voorstelantwoord,
)
from samenhang.schemes.schuldhulp.domain.proces import LOPENDE_STAPPEN
from samenhang.schemes.schuldhulp.knooppunt.adres import deelnemers, knooppunt_van
from samenhang.schemes.schuldhulp.knooppunt.klok import AFWIJKEND, meld_gewist, werk_klok_bij
from samenhang.schemes.schuldhulp.knooppunt.opgave import neem_opgave_over
from samenhang.schemes.schuldhulp.knooppunt.poort import STORING, Knooppunt, Ligging, als_weigering
from samenhang.schemes.schuldhulp.models import (
    Knooppuntbericht,
    Knooppuntinhoud,
    Knooppuntronde,
    Voorstel,
)
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie

log = logging.getLogger("samenhang.knooppunt")
DOEL: Final = "berichten"
RUST: Final = timedelta(minutes=5)
"""So long between two rounds of one municipality."""


def te_halen(nu: datetime, hoogstens: int) -> Iterable[str]:
    """The municipalities whose next round is due."""
    pas = {
        rij.organisatie_id: rij.volgende
        for rij in Knooppuntronde.objects.filter(organisatie__in=deelnemers())
    }
    return [str(rij.id) for rij in deelnemers() if pas.get(rij.id, nu) <= nu][:hoogstens]


def begin(item: str) -> None:
    """Note a round; the calls themselves are made outside the transaction."""
    Knooppuntronde.objects.update_or_create(
        organisatie_id=UUID(item), defaults={"loopt": True, "volgende": timezone.now() + RUST}
    )


def haal_begonnen() -> None:
    """Do the rounds that the duty noted."""
    for ronde in Knooppuntronde.objects.filter(loopt=True).select_related("organisatie").order_by("pk"):
        klaar: dict[str, object] = {"gelukt": timezone.now(), "fout_nl": "", "fout_en": ""}
        try:
            haal(ronde.organisatie)
        except STORING as fout:
            nee = als_weigering(fout)
            log.warning("ronde langs het knooppunt mislukt: %s", nee.code)
            klaar = {"fout_nl": nee.tekst.nl[:500], "fout_en": nee.tekst.en[:500]}
        Knooppuntronde.objects.filter(pk=ronde.pk).update(loopt=False, **klaar)


def haal(organisatie: Organisatie) -> int:
    """Process what waits, and see what became of ours; gives how many messages were confirmed.

    What cannot be read or is no answer to a message of ours stays at the node and is told at the end (`Geweigerd`).
    """
    knooppunt = knooppunt_van(organisatie)
    if knooppunt is None:
        return 0
    bevestigd, onleesbaar = 0, []
    for nummer, lijf in knooppunt.wachtend():
        try:
            _verwerk(organisatie, nummer, lijf)
        except Geweigerd as fout:
            onleesbaar.append(fout)
            continue
        knooppunt.bevestig(nummer)
        bevestigd += 1
    _volg(organisatie, knooppunt)
    if onleesbaar:
        n, eerste = len(onleesbaar), onleesbaar[0]
        raise Geweigerd(
            "bericht_onbruikbaar",
            Tekst(
                f"{n} berichten zijn niet te gebruiken en liggen nog bij het knooppunt ({eerste.code}). {eerste.tekst.nl} Vraag de schuldeiser het goed te sturen.",
                f"{n} messages cannot be used and still lie at the node ({eerste.code}). {eerste.tekst.en} Ask the creditor to send it right.",
            ),
        )  # fmt: skip
    return bevestigd


def _verwerk(organisatie: Organisatie, nummer: UUID, lijf: bytes) -> None:
    """Store an answer and let it count; once, however often it comes. Raises `Geweigerd` for what is no answer to us."""
    bericht = lees(lijf)
    if (
        bericht.nummer != nummer
        or bericht.aan != organisatie.kvk
        or bericht.soort not in ANTWOORD_OP
        or bericht.betreft is None
    ):
        raise _hoort_nergens_bij()
    vraag = (
        Knooppuntbericht.objects.select_related("schuldeiser__samen_met")
        .filter(id=bericht.betreft, organisatie=organisatie, uitgaand=True, soort=ANTWOORD_OP[bericht.soort])
        .first()
    )
    if vraag is None or wie(vraag.schuldeiser).kvk != bericht.van:
        raise _hoort_nergens_bij()
    actor = systeem(organisatie)
    with operatie(SCHEME.naam, "antwoord per bericht verwerken", actor) as op:
        zaak = zaak_van(actor, SCHEME.naam, vraag.zaak_id, op_slot=True)
        er_is = Knooppuntbericht.objects.filter(id=nummer).first()
        if er_is is not None:
            if er_is.uitgaand or er_is.betreft != vraag.id:
                raise _hoort_nergens_bij()
            return
        uitkomst = _laat_tellen(actor, zaak, vraag, bericht)
        Knooppuntbericht.objects.create(
            id=nummer,
            organisatie=organisatie,
            schuldeiser=vraag.schuldeiser,
            zaak=zaak,
            uitgaand=False,
            soort=bericht.soort,
            betreft=vraag.id,
            voorstel=vraag.voorstel,
            gemaakt=bericht.gemaakt,
            opgehaald=op.nu,
            uitkomst=uitkomst,
        )
        _bewaar_inhoud(actor, zaak, bericht)
        Knooppuntbericht.objects.filter(id=vraag.id, opgehaald__isnull=True).update(opgehaald=op.nu)
        if not uitkomst:
            Knooppuntbericht.objects.filter(id=vraag.id).update(beantwoord=op.nu)
        if zaak.gesloten is None:
            werk_klok_bij(zaak)


def _laat_tellen(actor: Actor, zaak: Zaak, vraag: Knooppuntbericht, bericht: Bericht) -> str:
    """Let the answer count in the case; gives the code of why it could not, of which who treats the case is told."""
    try:
        with transaction.atomic():
            if bericht.soort == ANTWOORD:
                _antwoord(actor, zaak, vraag, bericht)
            else:
                neem_opgave_over(actor, zaak, vraag, lees_saldoopgave(bericht, zaken.vandaag()))
    except Geweigerd as nee:
        if zaak.gesloten is None:
            soort, naam = SOORTEN[bericht.soort], vraag.schuldeiser.naam
            zaken.maak_taak(
                zaak, AFWIJKEND,
                Tekst(f"{soort.nl} van {naam} kon niet worden verwerkt: {nee.tekst.nl}"[:200], f"{soort.en} of {naam} could not be processed: {nee.tekst.en}"[:200]),
                zaken.vandaag(), zaak.behandelaar,
            )  # fmt: skip
        return nee.code[:40]
    return ""


def _antwoord(actor: Actor, zaak: Zaak, vraag: Knooppuntbericht, bericht: Bericht) -> None:
    """The same answer as by letter or in the portal; a later one takes the place of silence, never of an answer."""
    if zaak.stap != "voorstel":
        raise Geweigerd("geen_voorstel", Tekst("Er loopt geen voorstel meer.", "No proposal runs any more."))
    toegang = toegang_tot(actor, zaak, leest=("schulden",), schrijft=("schulden",), doel="antwoorden")
    rij = Voorstel.objects.met(toegang).select_related("schuldeiser__samen_met").filter(id=vraag.voorstel, zaak=zaak, vervallen=False).first()  # fmt: skip
    if rij is None:
        raise Geweigerd(
            "aanbod_vervallen", Tekst("Dit voorstel is teruggenomen.", "This proposal was taken back.")
        )
    if rij.antwoord in ("akkoord", "geweigerd"):
        raise Geweigerd(
            "al_beantwoord", Tekst("Er staat al een ander antwoord.", "Another answer stands already.")
        )
    uit = lees_voorstelantwoord(bericht, rij.verstuurd_op, zaken.vandaag())
    boek_antwoord(
        toegang, zaak, rij, antwoord=uit.antwoord, op=uit.op, via="knooppunt", door=wie(rij.schuldeiser).naam, reden=uit.reden, toelichting=uit.toelichting
    )  # fmt: skip


def _bewaar_inhoud(actor: Actor, zaak: Zaak, bericht: Bericht) -> None:
    """Keep what came in with the case; of a closed case nothing is kept but that it came."""
    if zaak.stap not in LOPENDE_STAPPEN:
        return
    toegang = toegang_tot(actor, zaak, schrijft=("aanbod",), doel=DOEL)
    persoon = Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True)[0]
    inhoud: Mapping[str, object] = bericht.inhoud
    Knooppuntinhoud.objects.met(toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon,
        zaak=zaak,
        moment=huidige_operatie().nu,
        door=actor.naam,
        bericht=bericht.nummer,
        inhoud=dict(inhoud),
    )


def _volg(organisatie: Organisatie, knooppunt: Knooppunt) -> None:
    """See what became of the messages that lie there: fetched, or deleted."""
    liggend = Knooppuntbericht.objects.filter(
        organisatie=organisatie,
        uitgaand=True,
        geplaatst__isnull=False,
        opgehaald__isnull=True,
        gewist__isnull=True,
    )
    for nummer in list(liggend.order_by("geplaatst", "id").values_list("id", flat=True)):
        ligging = knooppunt.ligging(nummer)
        if ligging is None or ligging.opgehaald is not None or ligging.gewist is not None:
            _leg_ligging_vast(organisatie, nummer, ligging)


def _leg_ligging_vast(organisatie: Organisatie, nummer: UUID, ligging: Ligging | None) -> None:
    actor = systeem(organisatie)
    with operatie(SCHEME.naam, "bericht volgen", actor) as op:
        zaak_id = Knooppuntbericht.objects.get(id=nummer).zaak_id
        zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
        rij = Knooppuntbericht.objects.select_for_update(of=("self",)).select_related("schuldeiser").get(id=nummer)  # fmt: skip
        if rij.opgehaald is not None or rij.gewist is not None:
            return
        if ligging is not None and ligging.opgehaald is not None:
            rij.opgehaald = ligging.opgehaald
        else:
            rij.gewist = ligging.gewist if ligging is not None and ligging.gewist is not None else op.nu
        rij.save(update_fields=["opgehaald", "gewist"])
        op.verandert(bericht=str(nummer), stand=["ligt_klaar", rij.stand])
        if zaak.gesloten is None:
            if rij.stand == "gewist":
                meld_gewist(zaak, rij)
            werk_klok_bij(zaak)


def _hoort_nergens_bij() -> Geweigerd:
    return Geweigerd(
        "hoort_nergens_bij",
        Tekst("Het is geen antwoord van een schuldeiser op een bericht van ons.", "It is no answer of a creditor to a message of ours."),
    )  # fmt: skip
