"""A free port of this machine."""

from __future__ import annotations

import socket


def vrije_poort() -> int:
    """A port on which nobody listens now; whoever asks takes it at once."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        return int(vrij.getsockname()[1])
