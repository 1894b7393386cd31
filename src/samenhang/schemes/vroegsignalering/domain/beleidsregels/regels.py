"""One set of rules, and what holds where a municipality has decided nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from samenhang.kernel.basis import Bedrag, Tekst

SOORTEN: Final = ("huur", "energie", "water", "zorg", "anders")
KANALEN: Final = ("Telefoon", "SMS/Whatsapp", "Mail", "Brief", "Huisbezoek", "Kaartje")
"""What a route consists of, in the words of the national data model; lists and letters follow from it."""


@dataclass(frozen=True, slots=True)
class Opvolgregel:
    """One class of the follow-up table: how the household is approached, and within how many working days.

    `route` is the sentence that is published, `kanalen` what work lists and letters follow.
    """

    klasse: int
    route: Tekst
    werkdagen: int
    kanalen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beleidsregels:
    """One set of rules. Days are calendar days unless they say working days."""

    drempel: Bedrag = Bedrag(7_500)
    minimum_dagen: int = 30
    maximum_dagen: Mapping[str, int] = field(default_factory=lambda: {"zorg": 100})
    spoed_werkdagen: int = 20
    huurgrens: Bedrag = Bedrag(100_000)
    terugkijk_maanden: int = 6
    opvolging: tuple[Opvolgregel, ...] = (
        Opvolgregel(1, Tekst("vandaag bellen, huisbezoek", "call today, home visit"), 3, ("Telefoon", "Huisbezoek")),
        Opvolgregel(2, Tekst("twee keer bellen op twee dagdelen, huisbezoek, kaartje", "two calls on two parts of the day, home visit, card"), 5, ("Telefoon", "Huisbezoek", "Kaartje")),
        Opvolgregel(3, Tekst("twee keer bellen, huisbezoek, brief", "two calls, home visit, letter"), 10, ("Telefoon", "Brief", "Huisbezoek")),
        Opvolgregel(4, Tekst("bericht, twee keer bellen, brief", "message, two calls, letter"), 10, ("Telefoon", "SMS/Whatsapp", "Brief")),
        Opvolgregel(5, Tekst("bericht of brief, één keer bellen op een ander dagdeel", "message or letter, one call on another part of the day"), 20, ("Telefoon", "SMS/Whatsapp", "Brief")),
    )  # fmt: skip
    aanbod: Tekst = Tekst(
        "Wij bieden u een gesprek aan over uw geldzaken. Het is gratis. U mag nee zeggen; dat heeft geen gevolgen.",
        "We offer you a talk about your finances. It is free. You may say no; that has no consequences.",
    )
    postcodes: tuple[tuple[int, int], ...] = ()
    experimenten: tuple[str, ...] = ()
    cak: str = "reageerders"
    retouradres: str = ""
    telefoon: str = ""
    mail: str = ""

    def kanalen(self, klasse: int) -> frozenset[str]:
        """What the route of a class consists of; nothing for a class that has none."""
        return frozenset(kanaal for r in self.opvolging if r.klasse == klasse for kanaal in r.kanalen)

    def draad(self) -> dict[str, Any]:
        """The wire form, as API, CLI and the table hold it."""
        return {
            "drempel": self.drempel.draad(),
            "minimumDagen": self.minimum_dagen,
            "maximumDagen": dict(self.maximum_dagen),
            "spoedWerkdagen": self.spoed_werkdagen,
            "huurgrens": self.huurgrens.draad(),
            "terugkijkMaanden": self.terugkijk_maanden,
            "opvolging": [
                {
                    "klasse": r.klasse,
                    "route": r.route.nl,
                    "routeEn": r.route.en,
                    "werkdagen": r.werkdagen,
                    "kanalen": list(r.kanalen),
                }
                for r in self.opvolging
            ],
            "aanbod": self.aanbod.nl,
            "aanbodEn": self.aanbod.en,
            "postcodes": [f"{van}-{tot}" for van, tot in self.postcodes],
            "experimenten": list(self.experimenten),
            "cak": self.cak,
            "retouradres": self.retouradres,
            "telefoon": self.telefoon,
            "mail": self.mail,
        }


STANDAARD: Final = Beleidsregels()
"""What holds where a municipality has decided nothing: the choices that most of them publish."""
