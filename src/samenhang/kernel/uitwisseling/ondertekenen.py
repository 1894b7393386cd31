"""Signing a delivery: the signature that DDAS wants beside the bytes of a document (JAdES-B, payload only).

A detached JWS in compact form, PS256, over exactly the bytes that are sent, with the chain of certificates in its
header. Source: DDAS "Ondertekenen en versleuteling" (payload signing of the NLgov API design rules). Time stamps and
embedded validation data are not asked for; `iat` is the signing time of JAdES 1.2.1 (unverified).
"""

from __future__ import annotations

import json
from base64 import b64encode, urlsafe_b64encode
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from django.conf import settings
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst

KOP = "nlgov-adr-payload-sig"
"""The header in which the signature travels beside the document."""
MINSTE_BITS = 2048


def handtekening(inhoud: bytes) -> str | None:
    """The signature over these bytes, or None when this deployment has no signing key.

    Raises `Geweigerd` (503) when key and certificates cannot be read, do not belong together or are not valid now.
    """
    sleutelpad, ketenpad = settings.DDAS_SLEUTEL, settings.DDAS_CERTIFICATEN
    if sleutelpad is None or ketenpad is None:
        return None
    try:
        sleutel = serialization.load_pem_private_key(Path(sleutelpad).read_bytes(), None)
        keten = x509.load_pem_x509_certificates(Path(ketenpad).read_bytes())
    except (OSError, ValueError, TypeError) as fout:
        raise _onbruikbaar("niet te lezen", "unreadable") from fout
    if not isinstance(sleutel, rsa.RSAPrivateKey) or sleutel.key_size < MINSTE_BITS:
        raise _onbruikbaar("geen RSA-sleutel van minstens 2048 bits", "no RSA key of at least 2048 bits")
    return onderteken(inhoud, sleutel, keten, timezone.now())


def onderteken(inhoud: bytes, sleutel: rsa.RSAPrivateKey, keten: list[x509.Certificate], nu: datetime) -> str:
    """A detached JWS over these bytes; the first certificate is that of the key. Raises as `handtekening`."""
    eerste = keten[0]
    if eerste.public_key() != sleutel.public_key():
        raise _onbruikbaar(
            "het eerste certificaat hoort niet bij de sleutel", "the first certificate is not of the key"
        )
    if not eerste.not_valid_before_utc <= nu <= eerste.not_valid_after_utc:
        raise _onbruikbaar("het certificaat is vandaag niet geldig", "the certificate is not valid today")
    duim = eerste.fingerprint(hashes.SHA256())
    kop = {
        "alg": "PS256",
        "typ": "JOSE",
        "kid": duim.hex(),
        "x5c": [b64encode(c.public_bytes(serialization.Encoding.DER)).decode() for c in keten],
        "x5t#S256": base64url(duim),
        "iat": int(nu.timestamp()),
    }
    beschermd = base64url(json.dumps(kop, separators=(",", ":")).encode())
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), hashes.SHA256.digest_size)
    teken = sleutel.sign(f"{beschermd}.{base64url(inhoud)}".encode(), pss, hashes.SHA256())
    return f"{beschermd}..{base64url(teken)}"


def base64url(inhoud: bytes) -> str:
    """Base64 for URLs, without the equals signs (RFC 7515)."""
    return urlsafe_b64encode(inhoud).rstrip(b"=").decode()


def _onbruikbaar(nl: str, en: str) -> Geweigerd:
    return Geweigerd(
        "ddas_sleutel",
        Tekst(
            f"De levering is niet gemaakt: sleutel en certificaten voor de handtekening zijn onbruikbaar ({nl}). Vraag beheer.",
            f"The delivery was not made: key and certificates for the signature cannot be used ({en}). Ask administration.",
        ),
        status=503,
    )
