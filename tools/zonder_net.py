"""Run pytest where there is no network: `unshare … python -m tools.zonder_net ARGS`.

Inside the namespace there is a loopback and nothing else. That is checked first, so that a suite that passes
here has reached nobody.
"""

from __future__ import annotations

import array
import fcntl
import os
import shutil
import socket
import struct
import subprocess  # nosec
import sys
from pathlib import Path

BINNEN = "tools.zonder_net"
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1


def namespace() -> list[str] | None:
    """The command before a command that gives it a network of its own; None when this machine allows none."""
    if not shutil.which("unshare"):
        return None
    manieren = (["unshare", "--net"], ["unshare", "--map-root-user", "--net"])
    for manier in manieren if os.geteuid() == 0 else manieren[1:]:
        if subprocess.run([*manier, "true"], check=False, capture_output=True).returncode == 0:  # nosec
            return manier
    return None


def loopback_aan() -> None:
    """Bring up 127.0.0.1, which a new namespace has but has not switched on."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stop:
        verzoek = array.array("b", struct.pack("16sh22x", b"lo", 0))
        fcntl.ioctl(stop, SIOCGIFFLAGS, verzoek)
        vlaggen = struct.unpack("16sh22x", verzoek.tobytes())[1]
        fcntl.ioctl(stop, SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", vlaggen | IFF_UP))


def routes() -> list[str]:
    """The routes of this namespace, IPv4 and IPv6, loopback left out."""
    vier = Path("/proc/net/route").read_text().splitlines()[1:]
    zes = (
        Path("/proc/net/ipv6_route").read_text().splitlines() if Path("/proc/net/ipv6_route").exists() else []
    )
    return [regel for regel in (*vier, *zes) if "lo" not in (regel.split()[0], regel.split()[-1])]


if __name__ == "__main__":
    loopback_aan()
    if routes():
        sys.exit(f"deze namespace heeft een route: {routes()}")
    print("zonder netwerk: alleen 127.0.0.1 (no network: loopback only)", flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *sys.argv[1:]])  # nosec
