"""Keys for machine clients, which act as the worker they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.beheer.gegevens import controleer_tekst, reden_verplicht
from samenhang.kernel.beheer.grenzen import beheerde_schemes, medewerker_van, niet_over_zichzelf
from samenhang.kernel.beheer.sleutelbeeld import SleutelRegel, sleutelregels
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties import actions as sleutels
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import SCOPES, Toegangssleutel


@action(KERNEL, "sleutel maken")
def geef_sleutel(
    actor: Actor, medewerker_id: UUID, naam: str, scopes: Iterable[str] = SCOPES
) -> tuple[Toegangssleutel, str]:
    """A key and its secret, which is shown this once; not for oneself (403). `scopes`: to read, or also to do."""
    medewerker = medewerker_van(actor, medewerker_id)
    niet_over_zichzelf(actor, medewerker)
    controleer_tekst("naam", naam, 100)
    sleutel, geheim = sleutels.maak_sleutel(medewerker, naam.strip(), scopes)
    huidige_operatie().verandert(
        medewerker=str(medewerker.id), sleutel=["", str(sleutel.id)], scopes=["", sleutel.scopes]
    )
    return sleutel, geheim


@action(KERNEL, "sleutel intrekken")
def trek_in(actor: Actor, sleutel_id: UUID, reden: str) -> SleutelRegel:
    """Withdraw a key; its tokens end at once. Raises `Geweigerd` when it is unknown or withdrawn before."""
    reden = reden_verplicht(reden)
    sleutel = _sleutel_van(actor, sleutel_id)
    sleutels.trek_sleutel_in(sleutel, timezone.now())
    huidige_operatie().verandert(reden, sleutel=[str(sleutel.id), ""])
    return _regel(sleutel)


@action(KERNEL, "bewijzen beëindigen")
def beeindig_bewijzen(actor: Actor, sleutel_id: UUID, reden: str) -> SleutelRegel:
    """End every token of a key at once, for when one leaked: whoever holds the secret can still ask a new one."""
    reden = reden_verplicht(reden)
    sleutel = _sleutel_van(actor, sleutel_id)
    aantal = sleutels.beeindig_bewijzen(sleutel)
    huidige_operatie().verandert(reden, sleutel=str(sleutel.id), bewijzen=[aantal, 0])
    return _regel(sleutel)


@action(KERNEL, "openbare sleutel toevoegen")
def voeg_openbare_sleutel_toe(actor: Actor, sleutel_id: UUID, jwk: str) -> SleutelRegel:
    """Register the public key (JWK) by which a machine proves itself; its secret works no more from then on."""
    sleutel = _sleutel_van(actor, sleutel_id)
    niet_over_zichzelf(actor, sleutel.medewerker)
    nieuw = sleutels.voeg_openbare_sleutel_toe(sleutel, jwk, timezone.now())
    huidige_operatie().verandert(sleutel=str(sleutel.id), kid=["", nieuw["kid"]], alg=nieuw["alg"])
    return _regel(sleutel)


@action(KERNEL, "openbare sleutel intrekken")
def trek_openbare_sleutel_in(actor: Actor, sleutel_id: UUID, kid: str, reden: str) -> SleutelRegel:
    """Withdraw a public key of a machine; its tokens end at once, and it proves itself with the keys that are left."""
    reden = reden_verplicht(reden)
    sleutel = _sleutel_van(actor, sleutel_id)
    sleutels.trek_openbare_sleutel_in(sleutel, kid)
    huidige_operatie().verandert(reden, sleutel=str(sleutel.id), kid=[kid, ""])
    return _regel(sleutel)


def _sleutel_van(actor: Actor, sleutel_id: UUID) -> Toegangssleutel:
    """A key of a worker within reach; raises `Geweigerd` when it is unknown or withdrawn before."""
    sleutel = Toegangssleutel.objects.filter(id=sleutel_id, ingetrokken__isnull=True).first()
    if sleutel is None:
        beheerde_schemes(actor)
        raise Geweigerd(
            "sleutel_onbekend",
            Tekst("Deze sleutel bestaat niet (meer).", "This key does not exist (any more)."),
            status=404,
        )
    medewerker_van(actor, sleutel.medewerker_id)
    return sleutel


def _regel(sleutel: Toegangssleutel) -> SleutelRegel:
    (regel,) = sleutelregels(sleutel.medewerker_id, alleen=sleutel.id)
    return regel
