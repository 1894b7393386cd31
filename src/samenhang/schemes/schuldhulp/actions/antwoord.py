"""What a creditor answered, written at his offer: the same whether he wrote, used the portal or sent a message."""

from __future__ import annotations

from datetime import date

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.domain.lijsten import ANTWOORDEN
from samenhang.schemes.schuldhulp.models import Voorstel, Weigering
from samenhang.schemes.schuldhulp.schuldeisers import wie


def boek_antwoord(
    toegang: Toegang,
    zaak: Zaak,
    rij: Voorstel,
    *,
    antwoord: str,
    op: date,
    via: str,
    door: str,
    reden: str = "niet_genoemd",
    toelichting: str = "",
    naam: str = "",
) -> None:
    """Write the answer, of a refusal also why, since the court asks it, and a line in the timeline.

    `door` is who wrote it down, `naam` how the timeline calls the creditor: as in the list, when it is empty.
    """
    eiser = wie(rij.schuldeiser)
    Voorstel.objects.met(toegang).filter(id=rij.id).update(antwoord=antwoord, antwoord_op=op, via=via)
    if antwoord == "geweigerd":
        Weigering.objects.met(toegang).create(
            organisatie_id=zaak.organisatie_id,
            persoon_id=rij.persoon_id,
            zaak=zaak,
            moment=huidige_operatie().nu,
            door=door,
            voorstel=rij.id,
            schuldeiser=eiser,
            reden=reden,
            toelichting=" ".join(toelichting.split())[:300],
            op=op,
            via=via,
        )
    zaken.bewaar(zaak)
    tekst, naam = ANTWOORDEN[antwoord], naam or eiser.naam
    zaken.schrijf_tijdlijn(
        zaak, "antwoord", Tekst(f"{naam}: {tekst.nl.lower()}", f"{naam}: {tekst.en.lower()}")
    )
