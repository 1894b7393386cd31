"""A machine that proves who it is with its own private key: `private_key_jwt` (RFC 7523, OpenID Connect Core §9).

The profile is that of NL GOV for OAuth 2.0: PS256 or ES256, a registered public key found by its `kid`, addressed to
this token endpoint, valid for five minutes at most, each `jti` once. Nothing here touches a table.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import jwt
from cryptography.exceptions import UnsupportedAlgorithm
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from samenhang.kernel.basis import Geweigerd, Tekst

SOORT: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LANGST: Final = timedelta(minutes=5)
SPELING: Final = timedelta(seconds=30)
"""How far two clocks may differ."""

_PUBLIEK: Final = {"RSA": ("n", "e"), "EC": ("crv", "x", "y")}
_ALGORITME: Final = {"RSA": "PS256", "EC": "ES256"}
_GEHEIM: Final = frozenset({"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
_KLEINST_RSA: Final = 2048
_EISEN: Final = ("iss", "sub", "aud", "exp", "iat", "jti")

Sleutel = Mapping[str, Any]
"""A public key as JWK (RFC 7517), with `kid` and `alg`."""


@dataclass(frozen=True, slots=True)
class Verklaring:
    """What a machine says of itself, not yet believed: its client id, the number of this one, when it ends."""

    client_id: str
    jti: str
    verloopt: datetime
    kid: str
    tekst: str


def _jwk_onjuist(nl: str, en: str) -> Geweigerd:
    return Geweigerd(
        "jwk_onjuist", Tekst(f"De openbare sleutel klopt niet: {nl}.", f"The public key is wrong: {en}.")
    )


def lees_jwk(tekst: str) -> dict[str, Any]:
    """The public key in a JWK, with nothing else of it; raises `Geweigerd` (`jwk_onjuist`) with what is wrong.

    A JWK with a private part is refused without being kept: who sent it must make a new pair.
    """
    try:
        gelezen = json.loads(tekst)
    except ValueError as fout:
        raise _jwk_onjuist("dit is geen JSON", "this is no JSON") from fout
    if not isinstance(gelezen, dict):
        raise _jwk_onjuist("lever één JWK, een JSON-object", "send one JWK, a JSON object")
    if _GEHEIM & set(gelezen):
        raise _jwk_onjuist(
            "het geheime deel zit erbij. Maak een nieuw paar en lever alleen het openbare deel",
            "the private part is in it. Make a new pair and send the public part only",
        )
    soort, kid = gelezen.get("kty"), gelezen.get("kid")
    if soort not in _PUBLIEK:
        raise _jwk_onjuist("kty is RSA of EC", "kty is RSA or EC")
    if not isinstance(kid, str) or not 1 <= len(kid) <= 100 or not kid.isprintable():
        raise _jwk_onjuist(
            "kid is een naam van 1 tot en met 100 tekens", "kid is a name of 1 to 100 characters"
        )
    if gelezen.get("use", "sig") != "sig":
        raise _jwk_onjuist("use is sig", "use is sig")
    if gelezen.get("alg", _ALGORITME[soort]) != _ALGORITME[soort]:
        raise _jwk_onjuist("alg is PS256 (RSA) of ES256 (EC)", "alg is PS256 (RSA) or ES256 (EC)")
    if soort == "EC" and gelezen.get("crv") != "P-256":
        raise _jwk_onjuist("crv is P-256", "crv is P-256")
    openbaar = {naam: gelezen.get(naam) for naam in _PUBLIEK[soort]}
    sleutel = {"kty": soort, "kid": kid, "alg": _ALGORITME[soort], "use": "sig"} | openbaar
    try:
        geladen: Any = _geladen(sleutel)
    except (jwt.PyJWTError, ValueError, TypeError, KeyError, UnsupportedAlgorithm) as fout:
        raise _jwk_onjuist("de waarden vormen geen sleutel", "the values make no key") from fout
    if soort == "RSA" and geladen.key_size < _KLEINST_RSA:
        raise _jwk_onjuist("RSA heeft minstens 2048 bits", "RSA has at least 2048 bits")
    return sleutel


def _geladen(sleutel: Sleutel) -> Any:
    return (RSAAlgorithm if sleutel["kty"] == "RSA" else ECAlgorithm).from_jwk(dict(sleutel))


def _onjuist(nl: str, en: str) -> Geweigerd:
    return Geweigerd("verklaring_onjuist", Tekst(f"De client_assertion klopt niet: {nl}.", f"The client_assertion is wrong: {en}."), status=401)  # fmt: skip


def lees_verklaring(tekst: str, adres: str, nu: datetime) -> Verklaring:
    """What an assertion says, held against the profile; nobody has vouched for it yet.

    Raises `Geweigerd` (401) with what is wrong in what the caller wrote himself: form, address, times.
    """
    try:
        kop = jwt.get_unverified_header(tekst)
        inhoud = jwt.decode(tekst, options={"verify_signature": False})
    except jwt.PyJWTError as fout:
        raise _onjuist("dit is geen JWT", "this is no JWT") from fout
    if kop.get("alg") not in _ALGORITME.values():
        raise _onjuist("onderteken met PS256 of ES256", "sign with PS256 or ES256")
    if not isinstance(kop.get("kid"), str):
        raise _onjuist("noem in de kop de kid van uw sleutel", "name the kid of your key in the header")
    if mist := [naam for naam in _EISEN if naam not in inhoud]:
        raise _onjuist(f"{', '.join(mist)} ontbreekt", f"{', '.join(mist)} is missing")
    wie, jti = inhoud["sub"], inhoud["jti"]
    if not isinstance(wie, str) or inhoud["iss"] != wie:
        raise _onjuist("iss en sub zijn allebei uw client_id", "iss and sub are both your client_id")
    if inhoud["aud"] not in (adres, [adres]):
        raise _onjuist(f"aud is {adres}", f"aud is {adres}")
    if not isinstance(jti, str) or not 8 <= len(jti) <= 200:
        raise _onjuist("jti heeft 8 tot en met 200 tekens", "jti has 8 to 200 characters")
    tijden = [_moment(inhoud.get(naam)) for naam in ("iat", "exp", "nbf")]
    gemaakt, verloopt, vanaf = tijden
    if gemaakt is None or verloopt is None or (vanaf is None and "nbf" in inhoud):
        raise _onjuist("iat, exp en nbf zijn seconden sinds 1970", "iat, exp and nbf are seconds since 1970")
    if verloopt <= nu - SPELING:
        raise _onjuist("zij is verlopen", "it has expired")
    if max(gemaakt, vanaf or gemaakt) > nu + SPELING:
        raise _onjuist("zij geldt nog niet; zet de klok gelijk", "it is not valid yet; set the clock right")
    if verloopt - gemaakt > LANGST:
        raise _onjuist("zij geldt hoogstens vijf minuten", "it is valid for five minutes at most")
    return Verklaring(wie, jti, verloopt, kop["kid"], tekst)


def _moment(waarde: object) -> datetime | None:
    if isinstance(waarde, bool) or not isinstance(waarde, int | float):
        return None
    try:
        return datetime.fromtimestamp(waarde, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def ondertekend(verklaring: Verklaring, sleutels: Sequence[Sleutel]) -> bool:
    """Whether one of these keys, the one with its `kid`, signed it in the way of that key."""
    for sleutel in sleutels:
        if sleutel["kid"] == verklaring.kid:
            try:
                jwt.decode(
                    verklaring.tekst,
                    _geladen(sleutel),
                    algorithms=[sleutel["alg"]],
                    options={
                        "verify_aud": False,
                        "verify_exp": False,
                        "verify_iat": False,
                        "verify_nbf": False,
                    },
                )
            except jwt.PyJWTError:
                return False
            return True
    return False
