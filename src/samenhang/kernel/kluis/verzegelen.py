"""Text under a key: AES-256-GCM (NIST SP 800-38D), bound to the place where it stands."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VORM = b"\x01"
"""The first byte of what was locked: how it was. Another way of locking gets another byte."""
NONCE = 12


class Geschonden(Exception):
    """What was locked is not what was written, or stands in another place than where it was written."""


def versluit(sleutel: bytes, tekst: str, plek: bytes) -> bytes:
    """Lock a text under a key of 32 bytes; `plek` says where it stands and is needed to open it again."""
    nonce = os.urandom(NONCE)
    return VORM + nonce + AESGCM(sleutel).encrypt(nonce, tekst.encode(), plek)


def ontsluit(sleutel: bytes, inhoud: bytes, plek: bytes) -> str:
    """The text again. Raises `Geschonden` when a bit changed, or when it was written elsewhere."""
    begin = len(VORM) + NONCE
    if inhoud[: len(VORM)] != VORM or len(inhoud) < begin:
        raise Geschonden("geen tekst die deze versie heeft versleuteld")
    try:
        return AESGCM(sleutel).decrypt(inhoud[len(VORM) : begin], inhoud[begin:], plek).decode()
    except InvalidTag as fout:
        raise Geschonden("de versleutelde tekst is veranderd of staat op een andere plek") from fout
