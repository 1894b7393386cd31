"""Every page that a persona can reach: the menu, and from there a page of every kind that links lead to."""

from __future__ import annotations

import urllib.parse
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Page

from samenhang.demo.proef import soort_pagina
from tests.e2e.hulp import Demo

OVERSLAAN = ("/static/", "/uitloggen", "/api/")
HOOGSTENS = 4
"""So many pages that differ only in what they ask of a list: as it is, filtered, sorted, and one of its own."""
BESTANDEN = (".csv", ".xlsx", ".json", ".pdf", ".txt")


def paginas(page: Page, demo: Demo) -> Iterator[str]:
    """Go to one page of each kind, menu first; yields its path while the window stands on it."""
    te_doen, gevraagd, gezien = ["/"], set[str](), set[str]()
    vragen = Counter[str]()
    while te_doen:
        pad = te_doen.pop(0)
        antwoord = page.goto(demo.adres + pad)
        hier = page.url.removeprefix(demo.adres)
        soort = soort_pagina(hier)
        weg = soort.partition("?")[0]
        if soort in gezien or vragen[weg] >= HOOGSTENS:
            continue
        vragen[weg] += 1
        gezien.add(soort)
        assert antwoord is not None
        assert antwoord.status == 200, f"{pad}: {antwoord.status}"
        yield hier
        for link in page.eval_on_selector_all("a[href]:not([download])", "delen => delen.map(d => d.href)"):
            doel = urllib.parse.urldefrag(link)[0].removeprefix(demo.adres)
            if (
                doel.startswith("/")
                and not doel.startswith(OVERSLAAN)
                and not doel.partition("?")[0].endswith(BESTANDEN)
                and "uitvoer=" not in doel
                and soort_pagina(doel) not in gevraagd
            ):
                gevraagd.add(soort_pagina(doel))
                te_doen.append(doel)
