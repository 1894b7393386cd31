"""Checking a signature over a delivery, of our own making or another's: what `ondertekenen` writes, read back.

Needs the file, the signature and, to know who signed, the certificates that the reader trusts. No network: whether a
certificate was withdrawn since is not looked up. Source: RFC 7515 (appendix F, detached content), RFC 7518 § 3.5 (PS256).
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, NoReturn

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.uitwisseling.ondertekenen import MINSTE_BITS, base64url

HOOGSTENS = 100_000
"""A signature with its certificates is some kilobytes; in this many bytes fits every chain."""


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """A signature that is right. `vertrouwd` when its chain ends in a certificate that the reader gave, None without."""

    door: str
    uitgever: str
    moment: datetime
    geldig_tot: datetime
    vertrouwd: bool | None


def controleer(
    inhoud: bytes, teken: str, vertrouwd: Sequence[x509.Certificate] = (), bestand: str = ""
) -> Ondertekening:
    """Who signed exactly these bytes, and when.

    Raises `Geweigerd` with the first thing that is wrong: the form, the algorithm, the certificates, their chain, the
    signature itself, the validity on the moment of signing, or a chain that ends elsewhere than in `vertrouwd`.
    """
    beschermd, handtekening, kop = _lees(teken, bestand)
    keten = _keten(kop, bestand)
    eerste = keten[0]
    sleutel = eerste.public_key()
    if not isinstance(sleutel, rsa.RSAPublicKey) or sleutel.key_size < MINSTE_BITS:
        _weiger(
            bestand,
            "certificaat_ongeschikt",
            "Het certificaat heeft geen RSA-sleutel van minstens 2048 bits. Onderteken met een certificaat van PKIoverheid.",
            "The certificate has no RSA key of at least 2048 bits. Sign with a certificate of PKIoverheid.",
        )
    ondertekend = f"{beschermd}.{base64url(inhoud)}".encode()
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), hashes.SHA256.digest_size)
    try:
        sleutel.verify(handtekening, ondertekend, pss, hashes.SHA256())
    except InvalidSignature:
        _weiger(
            bestand,
            "handtekening_onjuist",
            "De handtekening hoort niet bij deze bytes. Een spatie of regeleinde verschil is genoeg: gebruik het bestand precies zoals het is gemaakt, met het .jws-bestand van dezelfde keer.",
            "The signature does not belong to these bytes. One space or line ending is enough: use the file exactly as it was made, with the .jws file of the same time.",
        )
    moment = datetime.fromtimestamp(kop["iat"], UTC)
    if not eerste.not_valid_before_utc <= moment <= eerste.not_valid_after_utc:
        dag, van, tot = moment.date(), eerste.not_valid_before_utc.date(), eerste.not_valid_after_utc.date()
        _weiger(
            bestand,
            "certificaat_ongeldig",
            f"Ondertekend op {dag}, maar het certificaat geldt van {van} tot en met {tot}. Vraag de afzender opnieuw te ondertekenen met een geldig certificaat.",
            f"Signed on {dag}, but the certificate is valid from {van} to {tot}. Ask the sender to sign again with a valid certificate.",
        )
    if vertrouwd and not _eindigt_in(keten[-1], vertrouwd):
        _weiger(
            bestand,
            "keten_onbekend",
            f"De keten eindigt bij {_naam(keten[-1].issuer)}, en dat certificaat gaf u niet op. Geef het stamcertificaat dat u vertrouwt, of vertrouw deze afzender niet.",
            f"The chain ends at {_naam(keten[-1].issuer)}, a certificate that you did not give. Give the root certificate that you trust, or do not trust this sender.",
        )
    return Ondertekening(
        _naam(eerste.subject),
        _naam(eerste.issuer),
        moment,
        eerste.not_valid_after_utc,
        True if vertrouwd else None,
    )


def _lees(teken: str, bestand: str) -> tuple[str, bytes, dict[str, Any]]:
    """The protected part, the signature and the header; the content stays out of a detached signature."""
    delen = teken.strip().split(".") if len(teken) <= HOOGSTENS else []
    if len(delen) != 3 or delen[1] or not all(re.fullmatch(r"[A-Za-z0-9_-]+", deel) for deel in delen[::2]):
        _weiger(
            bestand,
            "handtekening_vorm",
            "Dit is geen losse handtekening (twee delen met .. ertussen). Geef het .jws-bestand, of de tekst uit de kop nlgov-adr-payload-sig.",
            "This is no detached signature (two parts with .. between). Give the .jws file, or the text of the header nlgov-adr-payload-sig.",
        )
    try:
        kop = json.loads(_open(delen[0]))
        handtekening = _open(delen[2])
    except (ValueError, RecursionError):
        kop, handtekening = None, b""
    if not isinstance(kop, dict):
        _weiger(
            bestand,
            "handtekening_vorm",
            "De kop van de handtekening is niet te lezen. Haal haar opnieuw op; bewerk haar niet.",
            "The header of the signature cannot be read. Fetch it again; do not edit it.",
        )
    if kop.get("alg") != "PS256" or "crit" in kop:
        anders = "crit" if "crit" in kop else str(kop.get("alg"))[:20]
        _weiger(
            bestand,
            "handtekening_soort",
            f"De handtekening is gezet met {anders}; DDAS vraagt PS256 zonder verplichte uitbreidingen. Onderteken opnieuw.",
            f"The signature was made with {anders}; DDAS asks PS256 without critical extensions. Sign again.",
        )
    if type(kop.get("iat")) is not int or not 0 <= kop["iat"] < 2**33:
        _weiger(
            bestand,
            "handtekening_moment",
            "In de kop staat niet wanneer is ondertekend (iat). Onderteken opnieuw.",
            "The header does not say when it was signed (iat). Sign again.",
        )
    return delen[0], handtekening, kop


def _keten(kop: dict[str, Any], bestand: str) -> list[x509.Certificate]:
    """The certificates of the header, each issued by the next; the fingerprint in the header is that of the first."""
    lijst = kop.get("x5c")
    try:
        keten = [x509.load_der_x509_certificate(b64decode(deel, validate=True)) for deel in lijst or ()]
    except (TypeError, ValueError):
        keten = []
    if not isinstance(lijst, list) or not keten:
        _weiger(
            bestand,
            "certificaten_ontbreken",
            "In de kop staan geen leesbare certificaten (x5c). Onderteken opnieuw met de hele keten.",
            "The header holds no readable certificates (x5c). Sign again with the whole chain.",
        )
    try:
        for certificaat, uitgever in pairwise(keten):
            certificaat.verify_directly_issued_by(uitgever)
    except (InvalidSignature, TypeError, ValueError):
        _weiger(
            bestand,
            "keten_onjuist",
            "De certificaten vormen geen keten: elk moet zijn uitgegeven door het volgende. Zet ze in die volgorde en onderteken opnieuw.",
            "The certificates form no chain: each must be issued by the next. Put them in that order and sign again.",
        )
    duim = kop.get("x5t#S256")
    if duim is not None and duim != base64url(keten[0].fingerprint(hashes.SHA256())):
        _weiger(
            bestand,
            "certificaat_anders",
            "De vingerafdruk in de kop is niet die van het eerste certificaat. Onderteken opnieuw.",
            "The fingerprint in the header is not that of the first certificate. Sign again.",
        )
    return keten


def _eindigt_in(laatste: x509.Certificate, vertrouwd: Sequence[x509.Certificate]) -> bool:
    for stam in vertrouwd:
        if laatste == stam:
            return True
        with suppress(InvalidSignature, TypeError, ValueError):
            laatste.verify_directly_issued_by(stam)
            return True
    return False


def lees_certificaten(pem: bytes, bestand: str) -> list[x509.Certificate]:
    """The certificates that the reader trusts, from PEM; refused when there are none."""
    try:
        return x509.load_pem_x509_certificates(pem)
    except ValueError:
        _weiger(
            bestand,
            "certificaten_onleesbaar",
            "Hierin staat geen certificaat. Geef een PEM-bestand, dat begint met -----BEGIN CERTIFICATE-----.",
            "This holds no certificate. Give a PEM file, which begins with -----BEGIN CERTIFICATE-----.",
        )


def _naam(naam: x509.Name) -> str:
    """How people call it: the common name, else the whole."""
    gewoon = naam.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(gewoon[0].value) if gewoon else naam.rfc4514_string()


def _open(tekst: str) -> bytes:
    return urlsafe_b64decode(tekst + "=" * (-len(tekst) % 4))


def _weiger(bestand: str, code: str, nl: str, en: str) -> NoReturn:
    tekst = Tekst(nl, en)
    raise Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(bestand)),))
