"""Identifiers: UUID version 7 (RFC 9562 §5.7), sortable by the time of making."""

from __future__ import annotations

import os
import time
from uuid import UUID


def nieuw_id() -> UUID:
    """A new UUIDv7: 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconden = time.time_ns() // 1_000_000 & ((1 << 48) - 1)
    toeval = int.from_bytes(os.urandom(10), "big")
    hoog, laag = toeval >> 62 & 0xFFF, toeval & ((1 << 62) - 1)
    return UUID(int=milliseconden << 80 | 0x7 << 76 | hoog << 64 | 0b10 << 62 | laag)


_VARIANT = str.maketrans("0123456789abcdef", "89ab89ab89ab89ab")


def nieuwe_ids(aantal: int) -> list[str]:
    """The same, many at once and as 32 hexadecimal digits: for rows that no object is made of."""
    begin = f"{time.time_ns() // 1_000_000 & ((1 << 48) - 1):012x}7"
    toeval = os.urandom(10 * aantal).hex()
    variant = toeval[3::20].translate(_VARIANT)
    return [
        begin + toeval[n : n + 3] + teken + toeval[n + 4 : n + 19]
        for n, teken in zip(range(0, 20 * aantal, 20), variant, strict=True)
    ]
