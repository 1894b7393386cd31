"""Tasks in a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.zaken.actions.gedeeld import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Taak, Zaak


def maak_taak(
    zaak: Zaak, soort: str, titel: Tekst, uiterlijk: date | None, behandelaar: Medewerker | None
) -> Taak:
    """Put a task into the case."""
    operatie = huidige_operatie()
    return Taak.objects.create(
        zaak=zaak,
        soort=soort,
        titel_nl=titel.nl,
        titel_en=titel.en,
        uiterlijk=uiterlijk,
        behandelaar=behandelaar,
        gemaakt=operatie.nu,
        gemaakt_door=operatie.actor.naam,
    )


def rond_taken_af(zaak: Zaak, soorten: Sequence[str]) -> None:
    """The open tasks of these kinds are done."""
    operatie = huidige_operatie()
    zaak.taken.filter(soort__in=soorten, klaar__isnull=True).update(
        klaar=operatie.nu, klaar_door=operatie.actor.naam
    )


def _open_taak(zaak: Zaak, taak_id: UUID) -> Taak:
    taak = zaak.taken.filter(id=taak_id, klaar__isnull=True).first()
    if taak is None:
        tekst = Tekst(
            "Deze taak bestaat niet of is al klaar. Vernieuw de pagina.",
            "This task does not exist or is already done. Reload the page.",
        )
        raise Geweigerd.bij("taak", "taak_onbekend", tekst, status=404)
    return taak


def rond_taak_af(zaak: Zaak, taak_id: UUID) -> Taak:
    """One task is done; says so in the timeline."""
    operatie = huidige_operatie()
    taak = _open_taak(zaak, taak_id)
    taak.klaar, taak.klaar_door = operatie.nu, operatie.actor.naam
    taak.save(update_fields=["klaar", "klaar_door"])
    schrijf_tijdlijn(
        zaak, "taak", Tekst(f"Taak klaar: {taak.titel_nl}"[:300], f"Task done: {taak.titel_en}"[:300])
    )
    return taak


def geef_taak(zaak: Zaak, taak_id: UUID, medewerker: Medewerker | None) -> Taak:
    """Give an open task to a colleague, or to nobody."""
    taak = _open_taak(zaak, taak_id)
    taak.behandelaar = medewerker
    taak.save(update_fields=["behandelaar"])
    return taak
