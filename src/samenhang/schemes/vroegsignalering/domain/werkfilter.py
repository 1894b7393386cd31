"""The filters, orders and columns of the work stock, as a worker can save them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from samenhang.kernel.basis import Geweigerd, Tekst

LIJST: Final = 100
VOLGORDES: Final = ("prioriteit", "termijn", "nummer", "stap", "behandelaar", "geopend")
KOLOMMEN: Final = {
    "prioriteit": Tekst("Prio", "Prio"),
    "naam": Tekst("Naam", "Name"),
    "adres": Tekst("Adres", "Address"),
    "stap": Tekst("Stap", "Step"),
    "termijn": Tekst("Volgende termijn", "Next term"),
    "behandelaar": Tekst("Behandelaar", "Handler"),
    "soort": Tekst("Soort melding", "Kind of case"),
    "geopend": Tekst("Geopend", "Opened"),
}
STANDAARDKOLOMMEN: Final = ("prioriteit", "naam", "adres", "stap", "termijn", "behandelaar")
SOORTEN: Final = {
    "enkelvoudig": Tekst("enkelvoudig", "single"),
    "meervoudig": Tekst("meervoudig", "multiple"),
    "opeenvolgend": Tekst("opeenvolgend", "successive"),
    "reageerder": Tekst("reageerde zelf", "responded"),
}
PARTNERSOORTEN: Final = {
    "huur": Tekst("Huur", "Rent"),
    "energie": Tekst("Energie", "Energy"),
    "water": Tekst("Water", "Water"),
    "zorg": Tekst("Zorg", "Health insurance"),
    "anders": Tekst("Anders", "Other"),
}
DREIGINGEN: Final = {
    "afsluiting": Tekst("afsluiting", "cut-off"),
    "ontruiming": Tekst("ontruiming", "eviction"),
    "opzegging": Tekst("opzegging", "cancellation"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows. `na` continues after a cursor, `voor` goes back before one.

    `behandelaar`: "mij", "niemand", or the id of a colleague. `partner` is a kind of partner; it looks into
    signals, and is therefore only answered within one's own cases.
    """

    stap: str = ""
    behandelaar: str = ""
    prioriteit: int | None = None
    soort: str = ""
    partner: str = ""
    zoek: str = ""
    te_laat: bool = False
    volgorde: str = "prioriteit"
    na: str = ""
    voor: str = ""
    aantal: int = LIJST

    def gecontroleerd(self) -> Filter:
        """Itself, when every choice exists; raises `Geweigerd` with what does not."""
        if self.volgorde.removeprefix("-") not in VOLGORDES:
            raise _onjuist("volgorde", self.volgorde)
        if self.soort and self.soort not in SOORTEN:
            raise _onjuist("soort", self.soort)
        if self.partner and self.partner not in PARTNERSOORTEN:
            raise _onjuist("partner", self.partner)
        if self.partner and self.behandelaar != "mij":
            raise Geweigerd(
                "filter_niet_toegestaan",
                Tekst(
                    "Op soort partner zoeken kan alleen in uw eigen meldingen: kies behandelaar 'ik'.",
                    "Searching by kind of partner is only possible in your own cases: choose handler 'me'.",
                ),
            )
        return self

    def bewaarbaar(self) -> dict[str, Any]:
        """What a saved filter keeps: everything but the page and what was searched for (that names people)."""
        alles = {
            "stap": self.stap,
            "behandelaar": self.behandelaar,
            "prioriteit": self.prioriteit,
            "soort": self.soort,
            "partner": self.partner,
            "te_laat": self.te_laat,
            "volgorde": self.volgorde,
        }
        leeg = Filter()
        return {naam: waarde for naam, waarde in alles.items() if waarde != getattr(leeg, naam)}


def filter_uit(waarden: Mapping[str, str]) -> Filter:
    """A filter from texts such as a query string; raises `Geweigerd` on a choice that does not exist."""
    prioriteit = waarden.get("prioriteit", "")
    if prioriteit and (not prioriteit.isascii() or not prioriteit.isdigit() or len(prioriteit) > 2):
        raise _onjuist("prioriteit", prioriteit)
    gelezen = Filter(
        stap=waarden.get("stap", ""),
        behandelaar=waarden.get("behandelaar", ""),
        prioriteit=int(prioriteit) if prioriteit else None,
        soort=waarden.get("soort", ""),
        partner=waarden.get("partner", ""),
        zoek=waarden.get("zoek", ""),
        te_laat=waarden.get("te_laat", "") in ("ja", "True", "true", "1"),
        na=waarden.get("na", ""),
        voor=waarden.get("voor", ""),
    )
    return replace(gelezen, volgorde=waarden.get("volgorde") or "prioriteit").gecontroleerd()


def kolommen_uit(gekozen: list[str]) -> tuple[str, ...]:
    """The chosen columns in their fixed order; the standard ones when nothing was chosen."""
    return tuple(naam for naam in KOLOMMEN if naam in gekozen) or STANDAARDKOLOMMEN


def _onjuist(veld: str, waarde: str) -> Geweigerd:
    return Geweigerd(
        "filter_onjuist",
        Tekst(
            f'{veld}: "{waarde[:40]}" is geen geldige keuze. Wis het filter en kies opnieuw.',
            f'{veld}: "{waarde[:40]}" is not a valid choice. Clear the filter and choose again.',
        ),
    )
