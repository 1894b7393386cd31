"""Identifiers: UUID version 7 (RFC 9562 §5.7), sortable by the time of making."""

from __future__ import annotations

import os
import time
from uuid import UUID


def nieuw_id() -> UUID:
    """A new UUIDv7: 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconden = time.time_ns() // 1_000_000
    toeval = int.from_bytes(os.urandom(10), "big")
    waarde = (milliseconden & ((1 << 48) - 1)) << 80
    waarde |= 0x7 << 76
    waarde |= (toeval >> 68 & 0xFFF) << 64
    waarde |= 0b10 << 62
    waarde |= toeval & ((1 << 62) - 1)
    return UUID(int=waarde)
