"""Keys for machine clients, which act as the worker they belong to."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.beheer.gegevens import controleer_tekst, reden_verplicht
from samenhang.kernel.beheer.grenzen import beheerde_schemes, medewerker_van, niet_over_zichzelf
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actions import maak_sleutel, trek_sleutel_in
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Toegangssleutel


@action(KERNEL, "sleutel maken")
def geef_sleutel(actor: Actor, medewerker_id: UUID, naam: str) -> tuple[Toegangssleutel, str]:
    """A key and its secret, which is shown this once; not for oneself (403)."""
    medewerker = medewerker_van(actor, medewerker_id)
    niet_over_zichzelf(actor, medewerker)
    controleer_tekst("naam", naam, 100)
    sleutel, geheim = maak_sleutel(medewerker, naam.strip())
    huidige_operatie().verandert(medewerker=str(medewerker.id), sleutel=["", str(sleutel.id)])
    return sleutel, geheim


@action(KERNEL, "sleutel intrekken")
def trek_in(actor: Actor, sleutel_id: UUID, reden: str) -> Toegangssleutel:
    """Withdraw a key; its tokens end at once. Raises `Geweigerd` when it is unknown or withdrawn before."""
    reden = reden_verplicht(reden)
    sleutel = Toegangssleutel.objects.filter(id=sleutel_id, ingetrokken__isnull=True).first()
    if sleutel is None:
        beheerde_schemes(actor)
        raise Geweigerd(
            "sleutel_onbekend",
            Tekst("Deze sleutel bestaat niet (meer).", "This key does not exist (any more)."),
            status=404,
        )
    medewerker_van(actor, sleutel.medewerker_id)
    trek_sleutel_in(sleutel, timezone.now())
    huidige_operatie().verandert(reden, sleutel=[str(sleutel.id), ""])
    return sleutel
