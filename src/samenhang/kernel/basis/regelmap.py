"""Where the dated law stands: `rules/` of a checkout, or the copy that the wheel carries."""

from __future__ import annotations

from pathlib import Path

import samenhang


def regelmap() -> Path:
    """The folder with `grondslagen/`, `normen/` and `kalender/`."""
    pakket = Path(samenhang.__file__).parent
    in_wheel = pakket / "rules"
    return in_wheel if in_wheel.is_dir() else pakket.parent.parent / "rules"
