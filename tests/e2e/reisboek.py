"""The journey's pictures: a page per step with its caption, kept when REIS_MAP names a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e.hulp import BREDE, NA_HERSCHIKKING, SMALLE, WCAG, toegankelijk


@dataclass
class Reisboek:
    """The steps so far; every page of the journey is checked, and pictured when asked for."""

    map_: Path | None = field(default_factory=lambda: _map())
    stappen: list[tuple[str, str, str, str]] = field(default_factory=list)

    def blad(self, page: Page, naam: str, wie: str, nl: str, en: str) -> None:
        """Check the page at both widths, and keep how it looks."""
        self.stappen.append((naam, wie, nl, en))
        hoogte = 900
        for breedte, regels in ((SMALLE, WCAG), (BREDE, NA_HERSCHIKKING)):
            page.set_viewport_size({"width": breedte, "height": hoogte})
            toegankelijk(page, axe=regels)
            if self.map_ is not None:
                nummer = len(self.stappen)
                page.screenshot(
                    path=str(self.map_ / f"reis-{nummer:02d}-{naam}-{breedte}.png"), full_page=True
                )

    def sluit(self) -> None:
        """Write the captions beside the pictures."""
        if self.map_ is None:
            return
        regels = [
            "# De reis van een signaal / The journey of a signal\n",
            "Van een bestand van een partner tot een aanvaard aanbod van hulp, op de kleine demo. Gemaakt door "
            "`python3 dev.py shots`, met dezelfde browsertest die de reis bewaakt.\n",
            "From a partner's file to an offer of help that is accepted, on the small demo. Made by "
            "`python3 dev.py shots`, with the browser test that guards the journey.\n",
        ]
        for nummer, (naam, wie, nl, en) in enumerate(self.stappen, start=1):
            stam = f"reis-{nummer:02d}-{naam}"
            regels.append(f"## {nummer}. {wie}: {nl}\n\n*{en}*\n")
            regels.append(
                f"![{nl}]({stam}-{BREDE}.png)\n\n[op een telefoon / on a telephone]({stam}-{SMALLE}.png)\n"
            )
        (self.map_ / "reis.md").write_text("\n".join(regels), encoding="utf-8")


def _map() -> Path | None:
    naam = os.environ.get("REIS_MAP", "")
    if not naam:
        return None
    Path(naam).mkdir(parents=True, exist_ok=True)
    return Path(naam)
