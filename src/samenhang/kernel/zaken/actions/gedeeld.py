"""What every change of a case needs: today, a reason, a line in the timeline, the next version."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.zaken.models import Tijdlijnregel, Zaak


def vandaag() -> date:
    """The calendar day of the operation, in Dutch time."""
    return timezone.localtime(huidige_operatie().nu).date()


def _onjuist(veld: str, code: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd.bij(veld, code, tekst)


def reden_verplicht(reden: str) -> str:
    """The reason of an edit, trimmed; raises `Geweigerd` when there is none."""
    if not reden.strip():
        raise _onjuist("reden", "reden_ontbreekt", "Geef een reden; zij komt in de tijdlijn.", "Give a reason; it goes into the timeline.")  # fmt: skip
    return reden.strip()[:300]


def bewaar(zaak: Zaak, *velden: str) -> None:
    """Store these fields of the case as its next version."""
    zaak.versie += 1
    zaak.save(update_fields=[*velden, "versie"])


def schrijf_tijdlijn(zaak: Zaak, wat: str, tekst: Tekst, reden: str = "") -> None:
    """Add a line to the timeline, in the name of the actor of this operation."""
    operatie = huidige_operatie()
    operatie.schrijf_later(
        Tijdlijnregel.objects,
        Tijdlijnregel(
            zaak=zaak,
            moment=operatie.nu,
            wat=wat,
            tekst_nl=tekst.nl,
            tekst_en=tekst.en,
            door=operatie.actor.naam,
            reden=reden,
        ),
    )


def collega(organisatie_id: UUID, medewerker_id: UUID) -> Medewerker:
    """Who works at the organisation today; raises `Geweigerd` when he does not."""
    wie = Medewerker.objects.filter(id=medewerker_id, organisatie_id=organisatie_id).first()
    if wie is None or not wie.werkt_op(timezone.localdate()):
        raise _onjuist("medewerker", "medewerker_onbekend", "Deze collega werkt niet bij uw organisatie. Kies een ander.", "This colleague does not work at your organisation. Choose another.")  # fmt: skip
    return wie
