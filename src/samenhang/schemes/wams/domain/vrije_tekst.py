"""Free text about one person that names another: what a form can see of it. Pure.

Text that hangs on one person is read by that person and by whoever may read about him. The name of another member of
the family in it would carry that one's data along, past his own consent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_KORTST: Final = 3
"""Letters that a word of a name has at least: initials and prefixes tell nobody apart."""


def _woorden(naam: str) -> frozenset[str]:
    return frozenset(woord for woord in re.findall(r"[^\W\d_]+", naam) if len(woord) >= _KORTST)


def genoemd(tekst: str, eigen: str, anderen: Iterable[str]) -> tuple[str, ...]:
    """Which of the others are named in a text about `eigen`: by a word of their name that is not in his too.

    Whole words as they are written; a nickname, or "my husband", is not seen: the form asks for that.
    """
    in_tekst = frozenset(re.findall(r"[^\W\d_]+", tekst))
    return tuple(naam for naam in anderen if (_woorden(naam) - _woorden(eigen)) & in_tekst)
