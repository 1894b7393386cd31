"""Long rows of things, in lists that one statement or one message can carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def in_brokken(rijen: Iterable[T], grootte: int) -> Iterator[list[T]]:
    """The same, in lists of at most `grootte`."""
    alle = iter(rijen)
    while brok := list(islice(alle, grootte)):
        yield brok
