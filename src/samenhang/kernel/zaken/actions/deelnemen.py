"""Who takes part in a case beside its handler."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.zaken.actions.gedeeld import bewaar, reden_verplicht, schrijf_tijdlijn
from samenhang.kernel.zaken.models import Deelname, Zaak


def laat_deelnemen(zaak: Zaak, medewerker: Medewerker, rol: str, betrokkenheid: str, reden: str) -> Deelname:
    """Admit a colleague as (role, involvement) from now; refuses who already takes part that way."""
    reden = reden_verplicht(reden)
    operatie = huidige_operatie()
    try:
        with transaction.atomic():
            deelname = Deelname.objects.create(
                zaak=zaak,
                medewerker=medewerker,
                rol=rol,
                betrokkenheid=betrokkenheid,
                van=operatie.nu,
                toegelaten_door=operatie.actor.naam,
                reden=reden,
            )
    except IntegrityError as fout:
        raise Geweigerd(
            "doet_al_mee",
            Tekst(f"{medewerker.naam} doet al mee.", f"{medewerker.naam} already takes part."),
            status=409,
        ) from fout
    bewaar(zaak)
    operatie.verandert(reden, deelname=[None, str(medewerker.id)])
    schrijf_tijdlijn(
        zaak, "deelname", Tekst(f"{medewerker.naam} doet mee", f"{medewerker.naam} takes part"), reden
    )
    return deelname


def beeindig_deelname(zaak: Zaak, deelname_id: UUID, reden: str) -> Deelname:
    """End someone's part in the case; the handler's part ends by assigning it to another."""
    reden = reden_verplicht(reden)
    deelname = (
        zaak.deelnames.select_related("medewerker")
        .filter(id=deelname_id, tot__isnull=True)
        .exclude(betrokkenheid="behandelaar")
        .first()
    )
    if deelname is None:
        raise Geweigerd(
            "deelname_onbekend",
            Tekst(
                "Deze deelname loopt niet (meer). Kies wie nog meedoet.",
                "This participation does not run (any more). Choose who still takes part.",
            ),
            status=404,
        )
    operatie = huidige_operatie()
    deelname.tot = operatie.nu
    deelname.save(update_fields=["tot"])
    bewaar(zaak)
    operatie.verandert(reden, deelname=[str(deelname.medewerker_id), None])
    naam = deelname.medewerker.naam
    schrijf_tijdlijn(
        zaak, "deelname", Tekst(f"{naam} doet niet meer mee", f"{naam} no longer takes part"), reden
    )
    return deelname
