"""Whoever chooses English meets no Dutch: every page of every role is read, except what people or registers wrote."""

from __future__ import annotations

import ast
import re
import urllib.parse
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

import samenhang
from samenhang.demo.proef import Bezoeker, Verslag, soort_pagina
from tests.e2e.hulp import DOMEIN, Demo
from tests.e2e.rondgang import BESTANDEN, OVERSLAAN

SRC = Path(samenhang.__file__).parent
PERSONAS = (
    "sanne",
    "marloes",
    "henk",
    "dilek",
    "joost",
    "ewa",
    "karin",
    "tim",
    "bram",
    "ashwin",
    "bewoner",
    "fatima",
    "noor",
    "ria",
    "thijs",
    "sem",
    "hanna",
    "tessa",
    "dirk",
    "lia",
    "mirjam",
    "yara",
    "ilse",
    "sjoerd",
    "vera",
    "cor",
)
LEEG = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
TONEND = ("aria-label", "placeholder", "title", "alt", "data-bevestig", "data-gekozen")
WOORDEN = frozenset(
    [
        "het",
        "een",
        "niet",
        "wordt",
        "worden",
        "zijn",
        "heeft",
        "hebben",
        "voor",
        "aan",
        "bij",
        "naar",
        "nog",
        "geen",
        "wel",
        "maar",
        "deze",
        "dit",
        "door",
        "zonder",
        "vanaf",
        "wie",
        "wat",
        "waarom",
        "welke",
        "wij",
        "uw",
        "kan",
        "kunnen",
        "mag",
        "moet",
        "zoals",
        "alleen",
        "ook",
        "uit",
        "iemand",
        "niemand",
        "sinds",
        "omdat",
        "tussen",
        "melding",
        "meldingen",
        "zaak",
        "zaken",
        "signaal",
        "signalen",
        "termijn",
        "taak",
        "partner-afspraak",
        "inwoner",
        "gemeente",
    ]
)
"""Frequent words of Dutch that are none of English and stand in no name or address; and nouns of ours."""
SOM = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)*\b")
"""Words: letters beside a digit belong to a number (`K39WAT0`), not to a language."""
TAG = re.compile(
    r"""\{%\s*(?:t|nl_(?!kruimels)\w+)\s+(?:"[\w-]*"\s+)??("(?:[^"]*)"|'(?:[^']*)')\s+("(?:[^"]*)"|'(?:[^']*)')"""
)


@cache
def vertaald() -> frozenset[str]:
    """Dutch texts of ours whose English is another, as far as they are whole texts."""
    paren: list[tuple[str, str]] = []
    for pad in SRC.rglob("*.html"):
        paren += [(nl[1:-1], en[1:-1]) for nl, en in TAG.findall(pad.read_text("utf-8"))]
    for pad in SRC.rglob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if (
                isinstance(knoop, ast.Call)
                and getattr(knoop.func, "id", "") == "Tekst"
                and len(knoop.args) == 2
            ):
                nl, en = knoop.args
                if isinstance(nl, ast.Constant) and isinstance(en, ast.Constant):
                    paren.append((str(nl.value), str(en.value)))
    engels = {en.casefold() for _, en in paren}
    assert len(paren) > 1500
    return frozenset(nl.casefold() for nl, en in paren if nl != en and "{" not in nl) - engels


class Lezer(HTMLParser):
    """The texts that a page shows and the links it has; what is marked as not ours to translate is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.teksten: list[str] = []
        self.links: list[str] = []
        self._stapel: list[tuple[str, bool]] = []

    @property
    def _stil(self) -> bool:
        return any(stil for _, stil in self._stapel)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        velden = {naam: waarde or "" for naam, waarde in attrs}
        stil = velden.get("translate") == "no" or velden.get("lang") == "nl" or tag in ("script", "style")
        if tag == "a" and "download" not in velden:
            self.links.append(velden.get("href", ""))
        if not stil and not self._stil:
            self.teksten += [velden[naam] for naam in TONEND if naam in velden]
        if tag not in LEEG:
            self._stapel.append((tag, stil))

    def handle_endtag(self, tag: str) -> None:
        while self._stapel and self._stapel.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._stil:
            self.teksten.append(" ".join(data.split()))


def nederlands(teksten: list[str]) -> Iterator[str]:
    """The texts that are Dutch: a whole text of ours, or with a word that only Dutch has."""
    for tekst in teksten:
        kaal = tekst.strip(" .,:;()·").casefold()
        if kaal in vertaald() or WOORDEN & {woord.casefold() for woord in SOM.findall(tekst)}:
            yield tekst


def test_de_zeef_herkent_nederlands() -> None:
    assert list(
        nederlands(
            [
                "Werkvoorraad",
                "Er loopt nog geen termijn.",
                "Work stock",
                "P. de Vries",
                "Plan",
                "VS26-K39WAT0",
            ]
        )
    ) == [
        "Werkvoorraad",
        "Er loopt nog geen termijn.",
    ]


@pytest.mark.timeout(240)
def test_in_het_engels_staat_er_geen_nederlands(demo: Demo) -> None:
    """One page of each kind, as the first persona who reaches it; start pages and logs as everyone."""
    gezien: set[str] = set()
    klachten: dict[str, set[str]] = {}
    verslag = Verslag()
    for persona in PERSONAS:
        bezoeker = Bezoeker(demo.adres, verslag)
        bezoeker.log_in(f"{persona}@{DOMEIN}")
        bezoeker.spreek("en")
        te_doen, bezocht = ["/"], set[str]()
        while te_doen:
            pad = te_doen.pop(0)
            soort = soort_pagina(pad)
            if soort in bezocht or (soort in gezien and soort not in ("/", "/logboek")):
                continue
            bezocht.add(soort)
            lezer = Lezer()
            lezer.feed(bezoeker.vraag(pad, persona))
            for tekst in nederlands(lezer.teksten):
                klachten.setdefault(tekst, set()).add(f"{persona} {soort}")
            for link in lezer.links:
                doel = urllib.parse.urldefrag(urllib.parse.urljoin(demo.adres + pad, link))[0]
                doel = doel.removeprefix(demo.adres)
                if (
                    doel.startswith("/")
                    and not doel.startswith(OVERSLAAN)
                    and not doel.partition("?")[0].endswith(BESTANDEN)
                    and "uitvoer=csv" not in doel
                ):
                    te_doen.append(doel)
        gezien |= bezocht
    assert verslag.fouten == [] or all(" s" in fout for fout in verslag.fouten), (
        verslag.fouten
    )  # slowness is judged elsewhere
    assert len(gezien) > 40
    assert not klachten, "\n".join(
        f"{tekst[:90]!r}: {', '.join(sorted(waar)[:2])}" for tekst, waar in sorted(klachten.items())
    )
