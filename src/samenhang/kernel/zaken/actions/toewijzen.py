"""Giving a case to a worker, releasing it, and undoing that."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.zaken.actions.gedeeld import bewaar, reden_verplicht, schrijf_tijdlijn
from samenhang.kernel.zaken.models import Deelname, Toewijzing, Zaak


def wijs_toe(
    zaak: Zaak, medewerker: Medewerker | None, rol: str, reden: str, *, groep: UUID | None = None
) -> Medewerker | None:
    """Give the case to a worker, or release it; gives the previous handler.

    What was done in one go shares a `groep`, by which it can be undone.
    """
    reden = reden_verplicht(reden)
    operatie = huidige_operatie()
    vorige = zaak.behandelaar
    _zet_behandelaar(zaak, medewerker, rol, reden)
    Toewijzing.objects.create(
        groep=groep or operatie.id,
        zaak=zaak,
        van=vorige,
        naar=medewerker,
        moment=operatie.nu,
        door_id=operatie.actor.medewerker_id,
        reden=reden,
    )
    return vorige


def _zet_behandelaar(zaak: Zaak, medewerker: Medewerker | None, rol: str, reden: str) -> None:
    operatie = huidige_operatie()
    zaak.deelnames.filter(betrokkenheid="behandelaar", tot__isnull=True).update(tot=operatie.nu)
    oud, zaak.behandelaar = zaak.behandelaar, medewerker
    bewaar(zaak, "behandelaar")
    operatie.verandert(
        reden, behandelaar=[str(oud.id) if oud else None, str(medewerker.id) if medewerker else None]
    )
    if medewerker is None:
        tekst = Tekst("Vrijgegeven", "Released")
    else:
        tekst = Tekst(f"Toegewezen aan {medewerker.naam}", f"Assigned to {medewerker.naam}")
        Deelname.objects.create(
            zaak=zaak,
            medewerker=medewerker,
            rol=rol,
            betrokkenheid="behandelaar",
            van=operatie.nu,
            toegelaten_door=operatie.actor.naam,
            reden=reden,
        )
    schrijf_tijdlijn(zaak, "toegewezen", tekst, reden)


def maak_ongedaan(actor: Actor, scheme_naam: str, groep: UUID, rol: str) -> tuple[int, int]:
    """Give every case of one assignment back to who had it; gives how many, and how many had moved on since.

    Only who assigned can undo it, and only once.
    """
    rijen = list(
        Toewijzing.objects.select_related("zaak__behandelaar", "van").filter(
            groep=groep,
            door_id=actor.medewerker_id,
            zaak__organisatie_id=actor.organisatie,
            zaak__scheme=scheme_naam,
        )
    )
    if not rijen:
        raise Geweigerd(
            "toewijzing_onbekend",
            Tekst("U hebt deze toewijzing niet gedaan.", "You did not make this assignment."),
            status=404,
        )
    if rijen[0].ongedaan is not None:
        raise Geweigerd(
            "niet_ongedaan_te_maken",
            Tekst("Deze toewijzing is al ongedaan gemaakt.", "This assignment was already undone."),
            status=409,
        )
    terug = 0
    for rij in rijen:
        zaak = Zaak.objects.select_for_update(of=("self",)).select_related("behandelaar").get(id=rij.zaak_id)
        if zaak.behandelaar_id == rij.naar_id:
            _zet_behandelaar(zaak, rij.van, rol, "toewijzing ongedaan gemaakt")
            terug += 1
    Toewijzing.objects.filter(groep=groep).update(ongedaan=huidige_operatie().nu)
    return terug, len(rijen) - terug
