"""Signed notes and the keys that sign them: C2SP signed-note, tlog-checkpoint and tlog-cosignature, Ed25519 only.

A note is a text of whole lines, an empty line, and lines `— name base64(key id, signature)`. A log signs the text
(kind 1); a witness signs the moment and the text (kind 4). A key is written as `name+key id+base64(kind, key)`.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

LOG, GETUIGE, BERICHT = 1, 4, 66
"""Kinds of key: of a log, of a witness (timestamped cosignature v1), and of messages to partners (our own number)."""
HOOGSTENS = 64_000
"""Bytes of a note; a checkpoint with a hundred countersignatures has some ten thousand."""
NAAM = re.compile(r"[^\s+—]{1,100}")
STREEP = "— "


def weiger(code: str, tekst: Tekst, plaats: Plaats | None = None) -> Geweigerd:
    """A refusal that names the place in the text."""
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, plaats),) if plaats else ())


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A public key with its name and kind."""

    naam: str
    soort: int
    publiek: bytes

    @property
    def id(self) -> bytes:
        """The four bytes by which a signature names its key."""
        return sha256(self.naam.encode() + b"\n" + bytes([self.soort]) + self.publiek).digest()[:4]

    def __str__(self) -> str:
        """As operators exchange it."""
        return f"{self.naam}+{self.id.hex()}+{base64.b64encode(bytes([self.soort]) + self.publiek).decode()}"


@dataclass(frozen=True, slots=True)
class Handtekening:
    """One signature line of a note."""

    naam: str
    sleutel_id: bytes
    bytes_: bytes

    def __str__(self) -> str:
        """The line, without its end."""
        return f"{STREEP}{self.naam} {base64.b64encode(self.sleutel_id + self.bytes_).decode()}"


@dataclass(frozen=True, slots=True)
class Nota:
    """A text and what was signed under it."""

    tekst: str
    handtekeningen: tuple[Handtekening, ...]

    def __str__(self) -> str:
        """The note as it is stored and sent."""
        return self.tekst + "\n" + "".join(f"{deel}\n" for deel in self.handtekeningen)

    def met(self, erbij: Iterable[Handtekening]) -> Nota:
        """The same with more signatures, each once."""
        return Nota(self.tekst, tuple(dict.fromkeys((*self.handtekeningen, *erbij))))


def lees_sleutel(regel: str, plaats: Plaats | None = None) -> Sleutel:
    """A key as operators exchange it. Raises `Geweigerd` that says which part is wrong."""
    delen = regel.strip().split("+", 2)
    if len(delen) != 3 or not NAAM.fullmatch(delen[0]):
        raise weiger(
            "sleutel_onleesbaar",
            Tekst(
                "Dit is geen sleutelregel. Zij heeft drie delen: naam+nummer+sleutel, zonder spaties. Vraag haar opnieuw op.",
                "This is no key line. It has three parts: name+number+key, without spaces. Ask for it again.",
            ),
            plaats,
        )
    ruw = _base64(delen[2])
    if ruw is None or len(ruw) != 33 or ruw[0] not in (LOG, GETUIGE, BERICHT):
        raise weiger(
            "sleutel_soort_onbekend",
            Tekst(
                "Het derde deel is geen Ed25519-sleutel van een log, een getuige of berichten. Kopieer de hele regel.",
                "The third part is no Ed25519 key of a log, a witness or messages. Copy the whole line.",
            ),
            plaats,
        )
    sleutel = Sleutel(delen[0], ruw[0], ruw[1:])
    if sleutel.id.hex() != delen[1].lower():
        raise weiger(
            "sleutel_nummer_onjuist",
            Tekst(
                f"Het nummer {delen[1][:12]} hoort niet bij deze naam en sleutel: er is iets veranderd. Vraag de regel opnieuw op.",
                f"The number {delen[1][:12]} does not belong to this name and key: something was changed. Ask for the line again.",
            ),
            plaats,
        )
    return sleutel


def lees_nota(tekst: str) -> Nota:
    """A note from its text. Raises `Geweigerd` with the line that is wrong; no signature is checked here."""
    if len(tekst.encode(errors="replace")) > HOOGSTENS:
        raise weiger(
            "nota_te_groot",
            Tekst(
                f"Dit is groter dan {HOOGSTENS} bytes. Een controlepunt is een paar regels.",
                f"This is larger than {HOOGSTENS} bytes. A checkpoint is a few lines.",
            ),
        )
    inhoud, scheiding, staart = tekst.replace("\r\n", "\n").rpartition("\n\n")
    if not scheiding or not staart.strip():
        raise weiger(
            "nota_zonder_handtekening",
            Tekst(
                "Er staat geen handtekening onder. Een controlepunt eindigt met een lege regel en regels die met — beginnen.",
                "There is no signature under it. A checkpoint ends with an empty line and lines that begin with —.",
            ),
        )
    handtekeningen = []
    for nummer, regel in enumerate(staart.splitlines(), inhoud.count("\n") + 3):
        deel = lees_handtekening(regel)
        if deel is None:
            raise weiger(
                "handtekening_onleesbaar",
                Tekst(
                    f"Regel {nummer} is geen handtekening. Zij is: — naam base64. Kopieer de tekst zoals die was.",
                    f"Line {nummer} is no signature. It is: — name base64. Copy the text as it was.",
                ),
                Plaats(regel=nummer),
            )
        handtekeningen.append(deel)
    return Nota(inhoud + "\n", tuple(handtekeningen))


def lees_handtekening(regel: str) -> Handtekening | None:
    """One signature line; None for what is none."""
    if not regel.startswith(STREEP):
        return None
    naam, _, waarde = regel.removeprefix(STREEP).partition(" ")
    ruw = _base64(waarde)
    if not NAAM.fullmatch(naam) or ruw is None or len(ruw) < 5:
        return None
    return Handtekening(naam, ruw[:4], ruw[4:])


def onderteken(tekst: str, naam: str, sleutel: Ed25519PrivateKey) -> Handtekening:
    """Sign a text as a log."""
    publiek = Sleutel(naam, LOG, sleutel.public_key().public_bytes_raw())
    return Handtekening(naam, publiek.id, sleutel.sign(tekst.encode()))


def medeonderteken(tekst: str, naam: str, sleutel: Ed25519PrivateKey, moment: datetime) -> Handtekening:
    """Sign a text as a witness, at a moment."""
    publiek = Sleutel(naam, GETUIGE, sleutel.public_key().public_bytes_raw())
    seconden = int(moment.timestamp())
    return Handtekening(
        naam, publiek.id, seconden.to_bytes(8, "big") + sleutel.sign(_getuigd(tekst, seconden))
    )


def _getuigd(tekst: str, seconden: int) -> bytes:
    return f"cosignature/v1\ntime {seconden}\n{tekst}".encode()


def klopt(tekst: str, handtekening: Handtekening, sleutel: Sleutel) -> bool:
    """Whether this key made this signature under this text."""
    if (handtekening.naam, handtekening.sleutel_id) != (sleutel.naam, sleutel.id):
        return False
    wat, waarde = tekst.encode(), handtekening.bytes_
    if sleutel.soort == GETUIGE:
        if len(waarde) != 72:
            return False
        wat, waarde = _getuigd(tekst, int.from_bytes(waarde[:8], "big")), waarde[8:]
    try:
        Ed25519PublicKey.from_public_bytes(sleutel.publiek).verify(waarde, wat)
    except InvalidSignature:
        return False
    return True


def getuigd_op(handtekening: Handtekening) -> datetime:
    """When a witness signed."""
    return datetime.fromtimestamp(int.from_bytes(handtekening.bytes_[:8], "big"), UTC)


def van(nota: Nota, sleutels: Iterable[Sleutel]) -> list[tuple[Sleutel, Handtekening]]:
    """The signatures of a note that are right, with their key; those of unknown keys do not count."""
    return [
        (sleutel, deel)
        for deel in nota.handtekeningen
        for sleutel in sleutels
        if klopt(nota.tekst, deel, sleutel)
    ]


def _base64(tekst: str) -> bytes | None:
    try:
        return base64.b64decode(tekst, validate=True)
    except (binascii.Error, ValueError):
        return None
