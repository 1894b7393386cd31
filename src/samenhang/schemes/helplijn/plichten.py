"""The duty of this scheme: what the municipality says back about a hand-over is taken in, without anything of the caller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.uitwisseling.opnemen import aanbod_op_slot, aangeboden, neem_aanbod_op
from samenhang.kernel.vernietiging.plicht import DOEL as DOEL_VERNIETIGEN
from samenhang.kernel.vernietiging.wissen import wis_personen
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot_register
from samenhang.schemes.helplijn.actions.overdracht import zet_stand
from samenhang.schemes.helplijn.domain.overdracht import OPGEPAKT, UITKOMST, lees_terugmelding
from samenhang.schemes.helplijn.domain.proces import OVERDRACHT, VERLOPEN, OverdrachtFeiten
from samenhang.schemes.helplijn.models import Overdrachtstand
from samenhang.schemes.helplijn.scheme import SCHEME
from samenhang.schemes.helplijn.vernietigen import ALLES

DOEL = "terugmelding"


def _wachtend(nu: datetime, hoogstens: int) -> Iterable[str]:
    gevonden = []
    for organisatie in Overdrachtstand.objects.values_list("organisatie_id", flat=True).distinct():
        for soort in (OPGEPAKT, UITKOMST):
            gevonden += [
                f"{organisatie}:{soort}:{aanbod.id}" for aanbod in aangeboden(organisatie, SCHEME.naam, soort)
            ]
    return gevonden[:hoogstens]


def _neem_op(item: str) -> None:
    organisatie, soort, nummer = item.split(":")
    actor = systeem(Organisatie.objects.get(id=UUID(organisatie)))
    with operatie(SCHEME.naam, "terugmelding verwerken", actor):
        toegang = toegang_tot_register(actor, SCHEME.naam, doel=DOEL, leest=("naw",), schrijft=("naw",))
        aanbod, inhoud = aanbod_op_slot(actor, toegang, SCHEME.naam, soort, UUID(nummer))
        zaaknummer, bereikt = lees_terugmelding(inhoud)
        zaak = (
            Zaak.objects.select_for_update(of=("self",))
            .filter(organisatie_id=actor.organisatie, scheme=SCHEME.naam, nummer=zaaknummer)
            .first()
        )
        if zaak is None:
            raise Geweigerd(
                "overdracht_onbekend",
                Tekst("Er is geen overdracht met dit nummer.", "There is no hand-over of this number."),
                status=404,
            )
        huidige_operatie().zaak_id = zaak.id
        _stap(actor, zaak, "oppakken" if bereikt is None else "bereiken" if bereikt else "niet-bereiken")
        if bijkomend := neem_aanbod_op(actor, aanbod, zaak, toegang):
            _wis(actor, bijkomend)


def _wis(actor: Actor, personen: Collection[UUID]) -> None:
    """A message is about somebody, also when it says nothing of him: who was known by it alone goes."""
    toegang = toegang_tot_register(actor, SCHEME.naam, doel=DOEL_VERNIETIGEN, schrijft=ALLES)
    wis_personen(toegang, personen, Counter())


def _stap(actor: Actor, zaak: Zaak, overgang: str) -> None:
    """Take the step when the hand-over is still before it; after its data went, only how it stands is kept."""
    naar = OVERDRACHT.overgang(overgang).naar
    if any(deel.naam == overgang for deel in OVERDRACHT.vanuit(zaak.stap)):
        zaken.zet_stap(actor, zaak, overgang, OverdrachtFeiten())
        huidige_operatie().raakt(personen_van(zaak))
        zet_stand(zaak)
    elif zaak.stap == "vernietigd" and (overgang != "oppakken" or not _is_verder(zaak)):
        zet_stand(zaak, naar)


def _is_verder(zaak: Zaak) -> bool:
    return Overdrachtstand.objects.filter(zaak=zaak.id).exclude(stand__in=("aangeboden", VERLOPEN)).exists()


TERUGMELDINGEN = registreer(Plicht("helplijn.terugmeldingen", _wachtend, _neem_op))
