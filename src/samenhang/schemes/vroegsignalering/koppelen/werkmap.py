"""A temporary folder with personal data that does not outlive its process by more than one start of the next.

The owner holds a lock in the folder. The system lets go of it whatever ends the process, so a folder whose lock is
free was left by one that was killed, and is removed by whoever makes the next.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

VOORVOEGSEL: Final = "samenhang-spark-"
SLOT: Final = "slot"


@contextmanager
def werkmap() -> Iterator[Path]:
    """A folder of one's own (mode 0700), removed at the end; folders that a kill left behind are removed first."""
    ruim_op()
    with (
        tempfile.TemporaryDirectory(prefix=VOORVOEGSEL) as naam,
        (Path(naam) / SLOT).open("w", encoding="ascii") as slot,
    ):
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield Path(naam)


def ruim_op() -> None:
    """Remove folders of this user that nobody holds any more."""
    for map_ in Path(tempfile.gettempdir()).glob(f"{VOORVOEGSEL}*"):
        try:
            if map_.is_symlink() or not map_.is_dir() or map_.stat().st_uid != os.getuid():
                continue
            with (map_ / SLOT).open("r+", encoding="ascii") as slot:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(map_)
        except OSError:  # held, without a lock yet, or gone meanwhile: not ours to remove
            continue
