"""Every page that a persona can reach: the menu, and from there a page of every kind that links lead to.

The pages are asked with the session of a window, and not drawn: who wants to see one opens it.
"""

from __future__ import annotations

import urllib.parse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from playwright.sync_api import Page

from samenhang.demo.proef import soort_pagina
from tests.e2e.hulp import Demo

OVERSLAAN = ("/static/", "/uitloggen", "/api/")
HOOGSTENS = 4
"""So many pages that differ only in what they ask of a list: as it is, filtered, sorted, and one of its own."""
BESTANDEN = (".csv", ".xlsx", ".json", ".pdf", ".txt")


@dataclass(frozen=True)
class Blad:
    """A page: its path, and of what parts it is made (`tag.class`)."""

    pad: str
    delen: frozenset[str]


@dataclass
class _Lezer(HTMLParser):
    """The parts and the links of a page, and what a browser would refuse to do by its Content Security Policy."""

    delen: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    geweigerd: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        velden = dict(attrs)
        self.delen.add(f"{tag}.{velden.get('class') or ''}")
        if tag == "a" and "download" not in velden and velden.get("href"):
            self.links.append(velden["href"] or "")
        if (
            tag == "style"
            or (tag == "script" and "src" not in velden and velden.get("type") != "application/json")
            or any(naam == "style" or naam.startswith("on") for naam in velden)
        ):
            self.geweigerd.append(self.get_starttag_text() or tag)


def paginas(page: Page, demo: Demo) -> Iterator[Blad]:
    """One page of each kind as who is logged in in this window, menu first; each is there and keeps to the policy."""
    te_doen, gevraagd, gezien = ["/"], set[str](), set[str]()
    vragen = Counter[str]()
    while te_doen:
        pad = te_doen.pop(0)
        antwoord = page.request.get(demo.adres + pad)
        hier = antwoord.url.removeprefix(demo.adres)
        soort = soort_pagina(hier)
        weg = soort.partition("?")[0]
        if soort in gezien or vragen[weg] >= HOOGSTENS:
            continue
        vragen[weg] += 1
        gezien.add(soort)
        assert antwoord.status == 200, f"{pad}: {antwoord.status}"
        lezer = _Lezer()
        lezer.feed(antwoord.text())
        assert lezer.geweigerd == [], f"{pad}: {lezer.geweigerd}"
        yield Blad(hier, frozenset(lezer.delen))
        for link in lezer.links:
            doel = urllib.parse.urldefrag(urllib.parse.urljoin(antwoord.url, link))[0]
            doel = doel.removeprefix(demo.adres)
            if (
                doel.startswith("/")
                and not doel.startswith(OVERSLAAN)
                and not doel.partition("?")[0].endswith(BESTANDEN)
                and "uitvoer=" not in doel
                and soort_pagina(doel) not in gevraagd
            ):
                gevraagd.add(soort_pagina(doel))
                te_doen.append(doel)
