"""Keys and tokens for machine clients."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.models import Bewijs, Medewerker, Toegangssleutel
from samenhang.kernel.organisaties.queries import rollen_op

GELDIG = timedelta(hours=1)


def _hash(geheim: str) -> str:
    return hashlib.sha256(geheim.encode()).hexdigest()


def maak_sleutel(medewerker: Medewerker, naam: str) -> tuple[Toegangssleutel, str]:
    """A key for a machine client and its secret, which is shown once and kept only as a hash."""
    geheim = secrets.token_urlsafe(32)
    return Toegangssleutel.objects.create(medewerker=medewerker, naam=naam, geheim_hash=_hash(geheim)), geheim


def geef_bewijs(sleutel_id: UUID, geheim: str, nu: datetime) -> tuple[str, int]:
    """Exchange key and secret for a bearer token; gives the token and its life in seconds.

    Raises `Geweigerd` (401) for every wrong combination alike, so that a caller cannot find out which
    keys exist. A token never outlives its Dutch day, so that a role which ends today gives nothing
    tomorrow. Source: RFC 6749 §4.4.
    """
    sleutel = Toegangssleutel.objects.filter(id=sleutel_id, ingetrokken__isnull=True).first()
    verwacht = sleutel.geheim_hash if sleutel else _hash("")
    if not hmac.compare_digest(verwacht, _hash(geheim)) or sleutel is None:
        raise Geweigerd(
            "sleutel_onjuist",
            Tekst(
                "De sleutel of het geheim klopt niet. Controleer beide of vraag een nieuwe sleutel aan.",
                "The key or its secret is wrong. Check both or ask for a new key.",
            ),
            status=401,
        )
    bewijs = secrets.token_urlsafe(32)
    vandaag = timezone.localdate(nu)
    rollen = [[naam, sorted(namen)] for naam, namen in rollen_op(sleutel.medewerker_id, vandaag).items()]
    middernacht = timezone.make_aware(datetime.combine(vandaag + timedelta(days=1), time.min))
    verloopt = min(nu + GELDIG, middernacht)
    with transaction.atomic():
        Bewijs.objects.filter(verloopt__lte=nu).delete()
        Bewijs.objects.create(hash=_hash(bewijs), sleutel=sleutel, rollen=rollen, verloopt=verloopt)
    return bewijs, int((verloopt - nu).total_seconds())


def trek_sleutel_in(sleutel: Toegangssleutel, nu: datetime) -> None:
    """Withdraw a key; every token given for it ends at once."""
    with transaction.atomic():
        sleutel.ingetrokken = nu
        sleutel.save(update_fields=["ingetrokken"])
        sleutel.bewijzen.all().delete()
