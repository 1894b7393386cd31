"""Programs that tests need and pip cannot give: installed from Debian when root, else named with their command."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess  # nosec
import sys
import tempfile
from pathlib import Path

APT = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-qq"]


def installeer(*pakketten: str) -> None:
    """Install packages, or leave with a sentence that says what to install."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(
            f"Nodig: {' en '.join(pakketten)}. Installeer het en probeer opnieuw: apt-get install {' '.join(pakketten)} "
            "(needed: install it and try again)."
        )
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    print(f"installeren: {' '.join(pakketten)} …", file=sys.stderr, flush=True)
    with (Path(tempfile.gettempdir()) / "samenhang-apt.slot").open(
        "w"
    ) as slot:  # apt lets one in and refuses another
        fcntl.flock(slot, fcntl.LOCK_EX)
        for opdracht in (["update"], ["install", "-y", "--no-install-recommends", *pakketten]):
            if subprocess.run([*APT, *opdracht], env=env, stdout=sys.stderr, check=False).returncode:  # nosec
                sys.exit(f"apt-get {' '.join(opdracht)} lukte niet (failed)")


def zorg_voor(programma: str, *pakketten: str) -> None:
    """Make sure that a program is there."""
    if not shutil.which(programma):
        installeer(*pakketten)
