"""Keys and tokens for machine clients."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.models import (
    SCOPES,
    Bewijs,
    GebruikteVerklaring,
    Medewerker,
    Toegangssleutel,
    Toegangsstop,
)
from samenhang.kernel.organisaties.queries import ToegangGestopt, rollen_op
from samenhang.kernel.organisaties.verklaring import SPELING, Verklaring, lees_jwk, ondertekend

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
    Raises `ToegangGestopt` (403) while the access of the worker is stopped.
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
    return _geef(sleutel, nu, scopes)


def geef_bewijs_op_verklaring(
    verklaring: Verklaring, nu: datetime, scopes: Iterable[str] = ()
) -> tuple[str, int, str]:
    """The same for a machine that signed with its own key (RFC 7523): each number (`jti`) once.

    Raises `Geweigerd` (401) alike for an unknown machine, an unknown key and a wrong signature.
    """
    sleutel = Toegangssleutel.objects.filter(
        id=_als_uuid(verklaring.client_id), ingetrokken__isnull=True
    ).first()
    if sleutel is None or not ondertekend(verklaring, sleutel.openbaar):
        raise Geweigerd(
            "sleutel_onjuist",
            Tekst(
                "De client_id, de kid of de handtekening klopt niet. Controleer welke openbare sleutel bij ons staat.",
                "The client_id, the kid or the signature is wrong. Check which public key is registered with us.",
            ),
            status=401,
        )
    GebruikteVerklaring.objects.filter(verloopt__lte=nu - SPELING).delete()
    try:
        with transaction.atomic():
            GebruikteVerklaring.objects.create(
                hash=_hash(f"{sleutel.id}|{verklaring.jti}"), verloopt=verklaring.verloopt
            )
    except IntegrityError as fout:
        raise Geweigerd(
            "verklaring_gebruikt",
            Tekst(
                "Deze client_assertion is al gebruikt. Maak voor elk verzoek een nieuwe, met een eigen jti.",
                "This client_assertion was used before. Make a new one for each request, with a jti of its own.",
            ),
            status=401,
        ) from fout
    return _geef(sleutel, nu, scopes)


def _als_uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError:
        return UUID(int=0)


def _geef(sleutel: Toegangssleutel, nu: datetime, scopes: Iterable[str]) -> tuple[str, int, str]:
    if Toegangsstop.objects.filter(medewerker_id=sleutel.medewerker_id, opgeheven__isnull=True).exists():
        raise ToegangGestopt
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


HOOGSTENS_OPENBAAR = 5
"""Public keys of one machine: the present one, the next, and room to spare."""


def voeg_openbare_sleutel_toe(sleutel: Toegangssleutel, jwk: str, nu: datetime) -> dict[str, Any]:
    """Register a public key; from the first on the secret works no more. Tokens that are out stay valid.

    Raises `Geweigerd` for a key that is wrong, one too many, or a `kid` that this machine has already.
    """
    nieuw = lees_jwk(jwk) | {"toegevoegd": nu.isoformat()}
    if any(deel["kid"] == nieuw["kid"] for deel in sleutel.openbaar):
        raise Geweigerd(
            "kid_bestaat",
            Tekst(
                "Deze kid is er al. Geef de nieuwe sleutel een eigen kid; trek de oude daarna in.",
                "This kid exists already. Give the new key a kid of its own; withdraw the old one after.",
            ),
            status=409,
        )
    if len(sleutel.openbaar) >= HOOGSTENS_OPENBAAR:
        raise Geweigerd(
            "te_veel_sleutels",
            Tekst(
                f"Er zijn al {HOOGSTENS_OPENBAAR} openbare sleutels. Trek er eerst een in.",
                f"There are {HOOGSTENS_OPENBAAR} public keys already. Withdraw one first.",
            ),
            status=409,
        )
    sleutel.openbaar, sleutel.geheim_hash = [*sleutel.openbaar, nieuw], ""
    sleutel.save(update_fields=["openbaar", "geheim_hash"])
    return nieuw


def trek_openbare_sleutel_in(sleutel: Toegangssleutel, kid: str) -> None:
    """Remove a public key and end every token: nobody can tell which of the keys asked for them."""
    over = [deel for deel in sleutel.openbaar if deel["kid"] != kid]
    if len(over) == len(sleutel.openbaar):
        raise Geweigerd(
            "kid_onbekend",
            Tekst("Deze kid is er niet (meer).", "This kid is not here (any more)."),
            status=404,
        )
    with transaction.atomic():
        sleutel.openbaar = over
        sleutel.save(update_fields=["openbaar"])
        beeindig_bewijzen(sleutel)


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
