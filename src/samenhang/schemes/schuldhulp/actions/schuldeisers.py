"""Judging creditors that look alike: one and the same, or not; and taking that back."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.schemes.schuldhulp.actions.gedeeld import weiger
from samenhang.schemes.schuldhulp.models import Schuldeiser, Schuldeiserpaar
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER

HOOGSTENS_REGELS = 4
"""Lines of an address: what shows in the window of an envelope under a name."""


@action(SCHEME, "schuldeisers samenvoegen")
def beoordeel(actor: Actor, links_id: UUID, rechts_id: UUID, zelfde: bool, reden: str) -> Schuldeiserpaar:
    """Judge two creditors that look alike. When they are one, what stands at the second counts at the first.

    Nothing is moved: the second points to the first, so that `haal_uit_elkaar` gives back exactly what was. Raises
    `Geweigerd` for one creditor twice, one that is merged already, and a pair that was judged before.
    """
    rol_vereist(actor, SCHEME.naam, WERKER)
    reden = zaken.reden_verplicht(reden)
    blijft, weg = _beide(actor, links_id, rechts_id)
    een, ander = sorted((blijft, weg), key=lambda rij: str(rij.id))
    if Schuldeiserpaar.objects.filter(links=een, rechts=ander).exists():
        raise Geweigerd("al_beoordeeld", Tekst("Over dit paar is al geoordeeld.", "This pair was judged already."), status=409)  # fmt: skip
    if zelfde:
        if blijft.samen_met_id or weg.samen_met_id:
            raise Geweigerd(
                "al_samengevoegd",
                Tekst("Een van beide is al samengevoegd. Beoordeel de schuldeiser die overbleef.", "One of both was merged already. Judge the creditor that stayed."),
                status=409,
            )  # fmt: skip
        weg.dubbelen.update(samen_met=blijft)
        weg.samen_met = blijft
        weg.save(update_fields=["samen_met"])
    operatie = huidige_operatie()
    operatie.verandert(reden, schuldeiser=[str(weg.id), str(blijft.id) if zelfde else str(weg.id)])
    return Schuldeiserpaar.objects.create(
        links=een, rechts=ander, zelfde=zelfde, moment=operatie.nu, door=actor.naam, reden=reden
    )


@action(SCHEME, "schuldeisers splitsen")
def haal_uit_elkaar(actor: Actor, schuldeiser_id: UUID, reden: str) -> Schuldeiser:
    """Take a creditor out of the one with which it was merged by mistake; the pair can be judged again."""
    rol_vereist(actor, SCHEME.naam, WERKER)
    reden = zaken.reden_verplicht(reden)
    rij = (
        Schuldeiser.objects.select_for_update()
        .filter(id=schuldeiser_id, organisatie_id=actor.organisatie, samen_met__isnull=False)
        .first()
    )
    if rij is None:
        raise _onbekend()
    huidige_operatie().verandert(reden, schuldeiser=[str(rij.samen_met_id), str(rij.id)])
    Schuldeiserpaar.objects.filter(zelfde=True, links=rij).delete()
    Schuldeiserpaar.objects.filter(zelfde=True, rechts=rij).delete()
    rij.samen_met = None
    rij.save(update_fields=["samen_met"])
    return rij


@action(SCHEME, "schuldeiser adresseren")
def zet_adres(actor: Actor, schuldeiser_id: UUID, adres: str) -> Schuldeiser:
    """Where letters to a creditor go, in two to four lines; empty takes it away. What was sent keeps its address."""
    rol_vereist(actor, SCHEME.naam, WERKER)
    rij = Schuldeiser.objects.select_for_update().filter(id=schuldeiser_id, organisatie_id=actor.organisatie).first()  # fmt: skip
    if rij is None:
        raise Geweigerd("schuldeiser_onbekend", Tekst("Deze schuldeiser is er niet.", "This creditor is not here."), status=404)  # fmt: skip
    regels = [" ".join(regel.split()) for regel in adres.splitlines() if regel.strip()]
    if len(regels) == 1 or len(regels) > HOOGSTENS_REGELS or sum(map(len, regels)) > 190:
        raise weiger("adres", "adres_onjuist", "Schrijf het adres in twee tot vier regels: straat of postbus, dan postcode en plaats.", "Write the address in two to four lines: street or PO box, then postcode and town.")  # fmt: skip
    nieuw = "\n".join(regels)
    huidige_operatie().verandert(adres=[rij.adres, nieuw])
    rij.adres = nieuw
    rij.save(update_fields=["adres"])
    return rij


def _beide(actor: Actor, links_id: UUID, rechts_id: UUID) -> tuple[Schuldeiser, Schuldeiser]:
    if links_id == rechts_id:
        raise Geweigerd("zelfde_schuldeiser", Tekst("Dit is twee keer dezelfde schuldeiser. Kies twee verschillende.", "This is one creditor twice. Choose two different ones."))  # fmt: skip
    rijen = {
        rij.id: rij
        for rij in Schuldeiser.objects.select_for_update()
        .filter(id__in=(links_id, rechts_id), organisatie_id=actor.organisatie)
        .order_by("id")
    }
    if len(rijen) < 2:
        raise _onbekend()
    return rijen[links_id], rijen[rechts_id]


def _onbekend() -> Geweigerd:
    return Geweigerd(
        "schuldeiser_onbekend",
        Tekst("Deze schuldeiser is er niet, of is niet samengevoegd.", "This creditor is not here, or is not merged."),
        status=404,
    )  # fmt: skip
