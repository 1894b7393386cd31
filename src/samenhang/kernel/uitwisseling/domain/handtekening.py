"""Signatures over HTTP messages: RFC 9421 with Ed25519, over a Content-Digest (RFC 9530). Only what both sides need.

A request signs its method, path, type and digest; an answer its status, type and digest. One signature, called `sh`.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.zegel.domain.nota import Sleutel

GELDIG = timedelta(minutes=10)
"""How far the clocks of two deployments may differ, with the time on the way."""
VERZOEK, ANTWOORD = ("@method", "@path", "content-type", "content-digest"), ("@status", "content-type", "content-digest")  # fmt: skip
INVOER = re.compile(r'sh=(\((?P<delen>[^)]*)\);created=(?P<tijd>[0-9]{1,10});keyid="(?P<sleutel>[0-9a-f]{8})";alg="ed25519")')  # fmt: skip
TEKEN = re.compile(r"sh=:(?P<bytes>[A-Za-z0-9+/=]{1,200}):")


@dataclass(frozen=True, slots=True)
class Stuk:
    """What is signed of a message: method and path of a request, or status of an answer, and its type and body."""

    soort: str
    lijf: bytes
    methode: str = ""
    pad: str = ""
    status: int = 0

    @property
    def velden(self) -> tuple[str, ...]:
        """The names of what is covered."""
        return ANTWOORD if self.status else VERZOEK

    @property
    def digest(self) -> str:
        """Content-Digest of the body."""
        return f"sha-256=:{base64.b64encode(sha256(self.lijf).digest()).decode()}:"

    def basis(self, parameters: str) -> bytes:
        """The signature base of RFC 9421."""
        waarden = {
            "@method": self.methode,
            "@path": self.pad,
            "@status": str(self.status),
            "content-type": self.soort,
            "content-digest": self.digest,
        }
        regels = [f'"{naam}": {waarden[naam]}' for naam in self.velden]
        return "\n".join([*regels, f'"@signature-params": {parameters}']).encode()


def onderteken(stuk: Stuk, sleutel: Sleutel, prive: Ed25519PrivateKey, moment: datetime) -> dict[str, str]:
    """The headers that make it a signed message."""
    delen = " ".join(f'"{naam}"' for naam in stuk.velden)
    parameters = f'({delen});created={int(moment.timestamp())};keyid="{sleutel.id.hex()}";alg="ed25519"'
    handtekening = base64.b64encode(prive.sign(stuk.basis(parameters))).decode()
    return {
        "Content-Type": stuk.soort,
        "Content-Digest": stuk.digest,
        "Signature-Input": f"sh={parameters}",
        "Signature": f"sh=:{handtekening}:",
    }


def controleer(stuk: Stuk, kop: Mapping[str, str], sleutels: Iterable[Sleutel], nu: datetime) -> Sleutel:
    """Which of these keys signed it. `kop` has the four headers by their name in lower case.

    Raises `Geweigerd` (401) that names the header: missing, in another form, of another body, too old or too early,
    of a key that is not among them, or wrong.
    """
    invoer = INVOER.fullmatch(kop.get("signature-input", ""))
    teken = TEKEN.fullmatch(kop.get("signature", ""))
    if invoer is None or teken is None:
        kwijt = "Signature-Input" if invoer is None else "Signature"
        raise _weiger(
            "handtekening_ontbreekt",
            kwijt,
            f"{kwijt} ontbreekt of heeft een andere vorm. Onderteken volgens RFC 9421 met het label sh en alg ed25519.",
            f"{kwijt} is missing or has another form. Sign by RFC 9421 with the label sh and alg ed25519.",
        )
    if tuple(deel.strip('"') for deel in invoer["delen"].split()) != stuk.velden:
        moet = " ".join(stuk.velden)
        raise _weiger(
            "handtekening_onvolledig",
            "Signature-Input",
            f"Onderteken precies deze delen, in deze volgorde: {moet}.",
            f"Sign exactly these parts, in this order: {moet}.",
        )
    if kop.get("content-digest", "") != stuk.digest:
        raise _weiger(
            "inhoud_veranderd",
            "Content-Digest",
            "Content-Digest hoort niet bij deze inhoud: er is onderweg iets veranderd. Stuur het bericht opnieuw.",
            "Content-Digest does not belong to this content: something changed on the way. Send the message again.",
        )
    gezet = datetime.fromtimestamp(int(invoer["tijd"]), UTC)
    if abs(nu - gezet) > GELDIG:
        raise _weiger(
            "handtekening_verlopen",
            "Signature-Input",
            f"Ondertekend om {gezet:%Y-%m-%d %H:%M} UTC; dat scheelt meer dan {GELDIG.seconds // 60} minuten met deze klok. Zet de klok gelijk.",
            f"Signed at {gezet:%Y-%m-%d %H:%M} UTC; that differs more than {GELDIG.seconds // 60} minutes from this clock. Set the clock.",
        )
    gebruikt = next((deel for deel in sleutels if deel.id.hex() == invoer["sleutel"]), None)
    if gebruikt is None:
        raise _weiger(
            "sleutel_onbekend",
            "Signature-Input",
            f"De sleutel {invoer['sleutel']} is hier niet bekend of ingetrokken. Laat de beheerder hier de nieuwe sleutel toevoegen.",
            f"The key {invoer['sleutel']} is not known here or was withdrawn. Have the administrator here add the new key.",
        )
    try:
        Ed25519PublicKey.from_public_bytes(gebruikt.publiek).verify(
            base64.b64decode(teken["bytes"], validate=True), stuk.basis(invoer[1])
        )
    except (InvalidSignature, binascii.Error, ValueError) as fout:
        raise _weiger(
            "handtekening_onjuist",
            "Signature",
            "De handtekening klopt niet met de sleutel van deze partner. Ga na of de sleutel is vervangen.",
            "The signature does not match the key of this partner. Check whether the key was replaced.",
        ) from fout
    return gebruikt


def _weiger(code: str, kop: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd(code, tekst, status=401, fouten=(Fout(code, tekst, Plaats(plek=f"header {kop}")),))
