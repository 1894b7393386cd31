"""The plan of a case: agreements from the scheme's phrases."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.scheme import scheme
from samenhang.kernel.zaken.actions.gedeeld import schrijf_tijdlijn, vandaag
from samenhang.kernel.zaken.models import PlanRegel, Zaak

WIE = {
    "inwoner": Tekst("de inwoner", "the resident"),
    "gemeente": Tekst("de gemeente", "the municipality"),
    "partner": Tekst("de schuldeiser", "the creditor"),
}
"""Who keeps an agreement: a party, never a name."""


def maak_afspraak(zaak: Zaak, planzin: str, wie: str, uiterlijk: date | None) -> PlanRegel:
    """Add an agreement from a phrase of the scheme; raises `Geweigerd` for an unknown phrase or party."""
    zin = next((zin for zin in scheme(zaak.scheme).planzinnen if zin.naam == planzin), None)
    if zin is None or wie not in WIE:
        raise Geweigerd(
            "keuze_onjuist",
            Tekst(
                "Kies een afspraak en een partij uit de lijst.",
                "Choose an agreement and a party from the list.",
            ),
        )
    operatie = huidige_operatie()
    regel = PlanRegel.objects.create(
        zaak=zaak,
        afspraak=planzin,
        wie=wie,
        uiterlijk=uiterlijk,
        gemaakt=operatie.nu,
        door=operatie.actor.naam,
    )
    schrijf_tijdlijn(zaak, "plan", Tekst(f"Afgesproken: {zin.tekst.nl}", f"Agreed: {zin.tekst.en}"))
    return regel


def rond_afspraak_af(zaak: Zaak, regel_id: UUID) -> PlanRegel:
    """An agreement was kept today."""
    regel = zaak.plan.filter(id=regel_id, klaar__isnull=True).first()
    if regel is None:
        raise Geweigerd(
            "afspraak_onbekend",
            Tekst(
                "Deze afspraak bestaat niet of is al nagekomen. Kies een andere.",
                "This agreement does not exist or was already kept. Choose another.",
            ),
            status=404,
        )
    regel.klaar = vandaag()
    regel.save(update_fields=["klaar"])
    zin = next((z.tekst for z in scheme(zaak.scheme).planzinnen if z.naam == regel.afspraak), Tekst("", ""))
    schrijf_tijdlijn(zaak, "plan", Tekst(f"Nagekomen: {zin.nl}", f"Kept: {zin.en}"))
    return regel
