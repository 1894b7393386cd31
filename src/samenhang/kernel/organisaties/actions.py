"""Keys and tokens for machine clients."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.models import SCOPES, Bewijs, Medewerker, Toegangssleutel
from samenhang.kernel.organisaties.queries import rollen_op

GELDIG = timedelta(hours=1)


def _hash(geheim: str) -> str:
    return hashlib.sha256(geheim.encode()).hexdigest()


def maak_sleutel(
    medewerker: Medewerker, naam: str, scopes: Iterable[str] = SCOPES
) -> tuple[Toegangssleutel, str]:
    """A key for a machine client and its secret, which is shown once and kept only as a hash.

    Raises `Geweigerd` for a scope that does not exist, or none at all.
    """
    geheim = secrets.token_urlsafe(32)
    sleutel = Toegangssleutel.objects.create(
        medewerker=medewerker, naam=naam, scopes=_scopes(scopes, SCOPES), geheim_hash=_hash(geheim)
    )
    return sleutel, geheim


def _scopes(gevraagd: Iterable[str], hoogstens: Iterable[str]) -> str:
    """The asked scopes in fixed order; raises `Geweigerd` when one is not among those that can be had."""
    wil, mag = set(gevraagd), set(hoogstens)
    if not wil or not wil <= mag:
        keuzes = ", ".join(scope for scope in SCOPES if scope in mag)
        raise Geweigerd(
            "scope_onjuist",
            Tekst(f"Kies een of meer scopes uit: {keuzes}.", f"Choose one or more scopes from: {keuzes}."),
        )
    return " ".join(scope for scope in SCOPES if scope in wil)


def geef_bewijs(
    sleutel_id: UUID, geheim: str, nu: datetime, scopes: Iterable[str] = ()
) -> tuple[str, int, str]:
    """Exchange key and secret for a bearer token; gives the token, its life in seconds and its scopes.

    Without `scopes` the token is for all that its key is for. Raises `Geweigerd` (401) for every wrong
    combination alike, so that a caller cannot find out which keys exist. A token never outlives its Dutch day,
    so that a role which ends today gives nothing tomorrow. Source: RFC 6749 §4.4.
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
    gegeven = _scopes(tuple(scopes) or sleutel.scopes.split(), sleutel.scopes.split())
    bewijs = secrets.token_urlsafe(32)
    vandaag = timezone.localdate(nu)
    rollen = [[naam, sorted(namen)] for naam, namen in rollen_op(sleutel.medewerker_id, vandaag).items()]
    middernacht = timezone.make_aware(datetime.combine(vandaag + timedelta(days=1), time.min))
    verloopt = min(nu + GELDIG, middernacht)
    with transaction.atomic():
        Bewijs.objects.filter(verloopt__lte=nu).delete()
        Bewijs.objects.create(
            hash=_hash(bewijs), sleutel=sleutel, rollen=rollen, scopes=gegeven, verloopt=verloopt
        )
    return bewijs, int((verloopt - nu).total_seconds()), gegeven


def trek_bewijs_in(bewijs: str) -> None:
    """End one token at once; an unknown one is no fault (RFC 7009 §2.2). Who holds a token may end it."""
    Bewijs.objects.filter(hash=_hash(bewijs)).delete()


def beeindig_bewijzen(sleutel: Toegangssleutel) -> int:
    """End every token of a key at once and say how many; the key itself stays and gives new ones."""
    aantal, _ = sleutel.bewijzen.all().delete()
    return aantal


def trek_sleutel_in(sleutel: Toegangssleutel, nu: datetime) -> None:
    """Withdraw a key; every token given for it ends at once."""
    with transaction.atomic():
        sleutel.ingetrokken = nu
        sleutel.save(update_fields=["ingetrokken"])
        beeindig_bewijzen(sleutel)
