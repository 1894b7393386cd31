"""A file under a key, in pieces: AES-256-GCM (NIST SP 800-38D), each piece bound to its place in the file.

No more than a piece is held in memory. Pieces that were left out, exchanged or cut off at the end do not open.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from samenhang.kernel.kluis.verzegelen import NONCE, Geschonden

VORM: Final = b"\x02"
"""The first byte of a file that was locked in pieces; that of a text is another."""
STUK: Final = 4 * 1024 * 1024
_MERK: Final = 16
"""Bytes that GCM adds to a piece."""


def nieuw_bestand(pad: Path) -> BinaryIO:
    """A file to write into, readable by its owner only from the first moment."""
    pad.unlink(missing_ok=True)
    return os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def versluit_bestand(sleutel: bytes, bron: Path, doel: Path, plek: bytes) -> None:
    """Lock a file under a key of 32 bytes into another, which is on disk when this returns. `plek` says where it stands,
    and is needed to open it again."""
    slot = AESGCM(sleutel)
    with bron.open("rb") as van, nieuw_bestand(doel) as naar:
        naar.write(VORM)
        for nummer, stuk, laatste in _stukken(van, STUK):
            nonce = os.urandom(NONCE)
            naar.write(nonce)
            naar.write(slot.encrypt(nonce, stuk, _plek(plek, nummer, laatste=laatste)))
        naar.flush()
        os.fsync(naar.fileno())


def ontsluit_bestand(sleutel: bytes, bron: Path, doel: Path, plek: bytes) -> None:
    """The file again. Raises `Geschonden` when a bit changed, when it is not whole, or when another key or place locked
    it; what was written by then is no more than the first pieces of it."""
    slot = AESGCM(sleutel)
    with bron.open("rb") as van, nieuw_bestand(doel) as naar:
        if van.read(len(VORM)) != VORM:
            raise Geschonden("geen bestand dat deze versie heeft versleuteld")
        for nummer, stuk, laatste in _stukken(van, NONCE + STUK + _MERK):
            try:
                nonce, dicht = stuk[:NONCE], memoryview(stuk)[NONCE:]
                naar.write(slot.decrypt(nonce, dicht, _plek(plek, nummer, laatste=laatste)))
            except (InvalidTag, ValueError) as fout:
                raise Geschonden("het versleutelde bestand is veranderd, of niet heel") from fout


def _stukken(bron: BinaryIO, grootte: int) -> Iterator[tuple[int, bytes, bool]]:
    """The pieces of a file, at least one, each with its number and whether it is the last."""
    nummer, stuk = 0, bron.read(grootte)
    while volgende := bron.read(grootte):
        yield nummer, stuk, False
        nummer, stuk = nummer + 1, volgende
    yield nummer, stuk, True


def _plek(plek: bytes, nummer: int, *, laatste: bool) -> bytes:
    return plek + f"|{nummer}|{int(laatste)}".encode()
