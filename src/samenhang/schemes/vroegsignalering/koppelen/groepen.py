"""Groups of whole numbers that grow together (union-find). Pure."""

from __future__ import annotations

from collections import defaultdict


class Groepen:
    """Groups named after their smallest number; a number that was never joined is a group by itself."""

    def __init__(self) -> None:
        self._ouder: dict[int, int] = {}

    def van(self, nummer: int) -> int:
        """The group of a number."""
        ouder = self._ouder
        while (boven := ouder.get(nummer, nummer)) != nummer:
            ouder[nummer] = nummer = ouder.get(boven, boven)
        return nummer

    def verbind(self, a: int, b: int) -> None:
        """Join the groups of two numbers."""
        a, b = self.van(a), self.van(b)
        if a < b:
            self._ouder[b] = a
        elif b < a:
            self._ouder[a] = b

    def leden(self) -> dict[int, list[int]]:
        """The members of every group that has more than one, in ascending order."""
        groepen: dict[int, list[int]] = defaultdict(list)
        groep_van: dict[int, int] = {}
        for nummer in sorted(self._ouder):
            boven = self._ouder[nummer]  # smaller, so that its own group is known already
            groep_van[nummer] = groep = groep_van.get(boven, boven)
            groepen[groep].append(nummer)
        return {groep: [groep, *leden] for groep, leden in groepen.items()}
