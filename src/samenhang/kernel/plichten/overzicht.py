"""What keeps failing, for who runs the installation: look, and try again at once."""

from __future__ import annotations

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.plichten.models import PlichtItem

BEHEERDER = "beheerder"


def _beheer_vereist(actor: Actor) -> None:
    if actor.kanaal != "cli" and not actor.schemes_met(BEHEERDER):
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                "Dit kan alleen met de rol beheerder. Vraag de beheerder van uw organisatie.",
                "This needs the role beheerder. Ask the administrator of your organisation.",
            ),
            status=403,
        )


@query("kernel", "mislukte plichten bekijken")
def mislukt(actor: Actor) -> list[PlichtItem]:
    """The items that failed and wait for their next attempt, most tried first."""
    _beheer_vereist(actor)
    return uitvoerder.mislukt()


@action("kernel", "plicht opnieuw proberen")
def opnieuw(actor: Actor, plicht_item: int) -> PlichtItem:
    """Let the next worker take the item at once; `pogingen` counts on. Twice is as once."""
    _beheer_vereist(actor)
    rij = PlichtItem.objects.select_for_update().filter(id=plicht_item).exclude(fout="").first()
    if rij is None:
        raise Geweigerd(
            "item_onbekend",
            Tekst(
                "Dit is intussen gelukt of bestaat niet. Ververs de pagina.",
                "This has succeeded meanwhile or does not exist. Refresh the page.",
            ),
            status=404,
        )
    huidige_operatie().verandert(plicht=rij.plicht, item=rij.item)
    uitvoerder.nu_weer(rij)
    return rij
