"""What a resident reads is short and plain (B1): his own pages, what was done and why, refusals, his copy, and letters to him.

A measure, no judge: it counts the words of a sentence and looks for words that need explaining. It reads what stands in the
source; what a worker fills in is not measured.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samenhang.kernel.basis import Tekst
from samenhang.kernel.inzage.samenstellen import inzage_van
from samenhang.kernel.inzage.woorden import KOLOMMEN, TABELLEN
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.redenen import REDENEN
from samenhang.kernel.verstrekkingen.domain import weigeringen
from samenhang.schemes.schuldhulp.domain import inwonertekst as hulptekst
from samenhang.schemes.vroegsignalering.domain import contactteksten
from samenhang.schemes.vroegsignalering.domain import inwonertekst as vroegtekst
from samenhang.schemes.wams.stukken.informeerbrief import Informeerbrief, _alineas

HUIS = Path(__file__).parents[2]
GEMIDDELD, HOOGSTENS = 20, 28
"""Words of a sentence: on average in one source, and at most."""
VRAAGT_UITLEG = {
    "afloscapaciteit", "ambtshalve", "behoudens", "betreffende", "betrokkene", "beschikking", "claim", "conform",
    "crediteur", "debiteur", "derhalve", "desalniettemin", "dientengevolge", "doch", "echter", "geschiedt",
    "grondslag", "hercontrole", "hieromtrent", "incasso", "indien", "inventarisatie", "inzake", "jegens", "krachtens",
    "kwijting", "middels", "minnelijk", "mits", "moratorium", "nazorg", "normen", "omtrent", "onverwijld", "opgave",
    "opschorten", "rappel", "signaal", "signalen", "stabilisatie", "teneinde", "terugkoppelen", "terugkoppeling",
    "tevens", "thans", "traject", "vastelastenpartner", "verdaagd", "verstrekking", "vigerend", "voornoemd",
    "vordering", "vtlb", "zulks",
}  # fmt: skip
"""Words that a resident should not have to look up."""
SJABLONEN = (
    "src/samenhang/schemes/*/templates/*/mijn.html",
    "src/samenhang/schemes/*/templates/*/mijn_gegevens.html",
    "src/samenhang/schemes/*/templates/*/inwoner/*.html",
    "src/samenhang/schemes/zvh/templates/zvh/_[agtb]*.html",
    "src/samenhang/web/templates/samenhang/logboek_inwoner.html",
    "src/samenhang/web/templates/samenhang/delen/mijn_rechten.html",
)
AAN_SCHULDEISER = ("voorstel", "herinnering", "uitdeling", "uitdeling_slot")
"""Letters to creditors, who know the words of their trade."""
VOORBEELD = Informeerbrief("Waterrijk", "MP26-1", "R. de Wit", (), namens=False, wie="Fatima", artikelen=("Wmo 2015 art. 2.3.2",), jaren=15, uitgesteld=True, dag=date(2026, 11, 24))  # fmt: skip
_TEKST = re.compile(r'\{% (?:t|nl_[a-z]+)(?: "[a-z-]+")? "([^"]*)" "([^"]*)"')
_WETTEN = re.compile(r"\([^)]*(?:art\.|artikel|lid )[^)]*\)|\{\w+\}")


def _bronnen() -> Iterator[tuple[str, list[Tekst]]]:
    for patroon in SJABLONEN:
        for pad in sorted(HUIS.glob(patroon)):
            yield pad.name, [Tekst(nl, en) for nl, en in _TEKST.findall(pad.read_text(encoding="utf-8"))]
    for naam, scheme in geinstalleerde_schemes().items():
        yield f"{naam}: wat er gebeurde", list(scheme.verwerkingen.values())
        yield f"{naam}: waarvoor", list(scheme.doelteksten.values())
        yield f"{naam}: welke gegevens", [rij.titel for rij in scheme.categorieen]
        if naam != "vroegsignalering":  # its copy has a page and words of its own
            inzage = inzage_van(naam)
            yield f"{naam}: kopie", [*inzage.tabellen.values(), *inzage.kolommen.values()]
    yield "kopie", [*TABELLEN.values(), *KOLOMMEN.values()]
    yield "volgens welke wet", [Tekst(wet.titel, wet.title) for wet in beslistabel().grondslagen.values()]
    yield "waarom iemand niet mocht kijken", list(REDENEN.values())
    yield "wat wij niet doorgaven", list(weigeringen.REDENEN.values())
    for module in (hulptekst, vroegtekst, contactteksten):
        yield module.__name__.removeprefix("samenhang.schemes."), list(_teksten(vars(module)))
    yield "brief over meer problemen tegelijk", [deel for alinea in _alineas(VOORBEELD) for deel in alinea]
    yield from _brieven()


def _brieven() -> Iterator[tuple[str, list[Tekst]]]:
    schuldhulp = tomllib.loads((HUIS / "rules/brieven/schuldhulp.toml").read_text(encoding="utf-8"))
    for brief in schuldhulp["brief"]:
        if brief.get("taal", "nl") == "nl" and brief["id"] not in AAN_SCHULDEISER:
            delen = [brief["onderwerp"], *(deel for alinea in brief["alineas"] for deel in alinea)]
            yield f"brief {brief['id']}", [Tekst(deel, deel) for deel in delen]
    besluit = tomllib.loads((HUIS / "rules/brieven/avg-besluit.toml").read_text(encoding="utf-8"))
    for versie in besluit["rechtsmiddel"]:
        yield "wat u kunt doen", [Tekst(**versie[vorm]) for vorm in ("pagina", "brief")]
    for brief in besluit["besluit"]:
        paren = zip(brief["nl"]["alineas"], brief["en"]["alineas"], strict=True)
        yield (
            f"besluit {brief['register']} {brief['uitkomst']}",
            [Tekst(nl, en) for dutch, english in paren for nl, en in zip(dutch, english, strict=True)],
        )
    pad = HUIS / "src/samenhang/schemes/vroegsignalering/brieven/sjablonen.toml"
    for sjabloon in tomllib.loads(pad.read_text(encoding="utf-8"))["sjabloon"]:
        paren = zip(sjabloon["nl"]["alineas"], sjabloon["en"]["alineas"], strict=True)
        yield f"brief {sjabloon['versie']}", [Tekst(nl, en) for nl, en in paren]


def _teksten(iets: Any) -> Iterator[Tekst]:
    if isinstance(iets, Tekst):
        yield iets
    elif isinstance(iets, dict | tuple):
        for deel in iets.values() if isinstance(iets, dict) else iets:
            yield from _teksten(deel)
    elif is_dataclass(iets) and not isinstance(iets, type):
        for veld in fields(iets):
            yield from _teksten(getattr(iets, veld.name))


def zinnen(tekst: str) -> list[int]:
    """How many words each sentence has, without the article that stands behind it and what is filled in."""
    kaal = _WETTEN.sub("", tekst)
    return [len(zin.split()) for zin in re.split(r"(?<=[.?!:;])\s+|\n", kaal) if zin.strip()]


def moeilijk(tekst: str) -> set[str]:
    """The words in it that need explaining."""
    return set(re.findall(r"[a-zéëï]+", tekst.lower())) & VRAAGT_UITLEG


BRONNEN = list(_bronnen())


@pytest.mark.parametrize(("bron", "teksten"), BRONNEN, ids=[bron for bron, _ in BRONNEN])
def test_kort_en_zonder_vaktaal(bron: str, teksten: list[Tekst]) -> None:
    assert teksten, bron
    for taal in ("nl", "en"):
        aantallen = [aantal for tekst in teksten for aantal in zinnen(tekst.in_taal(taal))]
        te_lang = [tekst.in_taal(taal) for tekst in teksten if max(zinnen(tekst.in_taal(taal)), default=0) > HOOGSTENS]  # fmt: skip
        assert not te_lang, f"{bron}: korter dan {HOOGSTENS} woorden: {te_lang}"
        assert sum(aantallen) <= GEMIDDELD * len(aantallen), bron
    assert {(woord, tekst.nl) for tekst in teksten for woord in moeilijk(tekst.nl)} == set(), bron


def test_de_maat_vindt_wat_zij_zoekt() -> None:
    assert zinnen("Wij bellen u. Dat is maandag (Awb art. 4:13 lid 2).") == [3, 4]
    assert moeilijk("Indien u wilt, kunt u ons bellen.") == {"indien"}
    assert len(BRONNEN) > 40
