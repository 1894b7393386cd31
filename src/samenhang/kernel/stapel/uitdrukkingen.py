"""DuckDB expressions that give values in the form in which the database keeps them, a column at a time.

What Python would make value by value (ids, keyed hashes, dates as text) is made here for a million rows in the
time of a few seconds, and comes out ready for `stort`.
"""

from __future__ import annotations

import hashlib
import time
from typing import Final

_BLOK: Final = 64
"""Bytes of a block of SHA-256."""


def nieuwe_id(nummer: str) -> str:
    """SQL of a new UUIDv7 in 32 digits, larger for a larger `nummer` (an expression, from 0).

    The counter of RFC 9562 §6.2: 4,096 numbers to the millisecond and sixty random bits behind it. Rows that
    are inserted in the order of their numbers extend every index at its end, which is what makes a large insert
    cheap on a large table.
    """
    begin = time.time_ns() // 1_000_000 & ((1 << 48) - 1)
    return (
        f"lpad(lower(to_hex(({begin} + ({nummer}) // 4096)::BIGINT)), 12, '0') || '7' || "
        f"lpad(lower(to_hex((({nummer}) % 4096)::BIGINT)), 3, '0') || substr(replace(uuidv4()::VARCHAR, '-', ''), 17)"
    )


def spannummer() -> str:
    """SQL of sixteen digits of chance: the id of a span (W3C Trace Context)."""
    return "left(md5(uuidv4()::VARCHAR), 16)"


def dag(kolom: str) -> str:
    """SQL of a date as ISO 8601 text."""
    return f"strftime({kolom}, '%Y-%m-%d')"


def sleutelhelften(sleutel: bytes) -> tuple[bytes, bytes]:
    """The inner and outer key of HMAC-SHA-256 (RFC 2104): the parameters of `hmac`. The key is at most 64 bytes,
    or is hashed first."""
    blok = (sleutel if len(sleutel) <= _BLOK else hashlib.sha256(sleutel).digest()).ljust(_BLOK, b"\0")
    return bytes(b ^ 0x36 for b in blok), bytes(b ^ 0x5C for b in blok)


def hmac(bericht: str, binnen: str, buiten: str) -> str:
    """SQL of the HMAC-SHA-256 of a BLOB, in 64 digits; `binnen` and `buiten` name the parameters with the halves."""
    return f"sha256({buiten} || unhex(sha256({binnen} || {bericht})))"
