"""Charts drawn on the server as SVG: classes and attributes only, no style, no script.

Each chart is drawn twice, wide and narrow, so that text stays readable on a telephone; the style sheet
shows one of them. Lengths are in user units of the drawing, which equal CSS pixels at its own width.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samenhang.web.grafieken import NIET_GETOOND, Getal, Grafiek
from samenhang.web.weergave import getal, in_tekst

BREED, SMAL = 720, 340
HOOGTE = 250
LETTER = 7.4
"""Width of an average character at the 13 px of the style sheet, rounded up."""


def schaal(hoogste: Getal, stappen: int = 4) -> list[Getal]:
    """Round axis values from 0 to at least `hoogste`, in steps of 1, 2, 2.5 or 5 times a power of ten."""
    ruw = max(hoogste, 1) / stappen
    macht = 10 ** math.floor(math.log10(ruw))
    stap = next(f * macht for f in (1, 2, 2.5, 5, 10) if f * macht >= ruw - 1e-9)
    if stap < 1 and isinstance(hoogste, int):
        stap = 1
    aantal = max(1, math.ceil(hoogste / stap - 1e-9))
    waarden = [round(stap * i, 6) for i in range(aantal + 1)]
    return [int(w) if w == int(w) else w for w in waarden]


def tekening(grafiek: Grafiek, breedte: int) -> SafeString:
    """The marks of one drawing, without the svg element around them."""
    if grafiek.soort == "staven":
        delen = _liggend(grafiek, breedte)
    else:
        delen = _staand(grafiek, breedte)
    return format_html_join("", "{}", ((deel,) for deel in delen))


def hoogte(grafiek: Grafiek) -> int:
    """How tall the drawing is: fixed for a time axis, by the number of bars for lying bars."""
    if grafiek.soort != "staven":
        return HOOGTE
    return len(grafiek.categorieen) * _groephoogte(grafiek) + 8


def waarde_in_tekst(waarde: Getal | None, decimalen: int = 0) -> str:
    """A figure, or that it is not shown."""
    return in_tekst(NIET_GETOOND) if waarde is None else getal(waarde, decimalen)


def _tekst(x: float, y: float, tekst: str, anker: str = "start", klasse: str = "grafiek__merk") -> SafeString:
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}" class="{}">{}</text>',
        round(x, 1),
        round(y, 1),
        anker,
        klasse,
        tekst,
    )


def _lijn(x1: float, y1: float, x2: float, y2: float, klasse: str) -> SafeString:
    punten = (round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1))
    return format_html('<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>', *punten, klasse)


def _vak(x: float, y: float, breedte: float, hoog: float, kleur: int, uitleg: str) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" class="grafiek__vak kleur-{}"><title>{}</title></rect>',
        round(x, 1), round(y, 1), round(breedte, 1), round(hoog, 1), kleur, uitleg,
    )  # fmt: skip


def _uitleg(grafiek: Grafiek, reeks: int, plaats: int) -> str:
    """What a mark says when pointed at: the same words as in the table."""
    r = grafiek.reeksen[reeks]
    categorie = in_tekst(grafiek.categorieen[plaats])
    return f"{categorie}, {in_tekst(r.naam)}: {waarde_in_tekst(r.waarden[plaats], grafiek.decimalen)}"


def _groephoogte(grafiek: Grafiek) -> int:
    return 20 + 22 * len(grafiek.reeksen) + 8


def _liggend(grafiek: Grafiek, breedte: int) -> Iterator[SafeString]:
    """Lying bars, the category above them, the value at their end."""
    hoogste = grafiek.hoogste or 1
    ruimte = breedte - LETTER * max(
        len(waarde_in_tekst(w, grafiek.decimalen)) for reeks in grafiek.reeksen for w in reeks.waarden
    ) - 12  # fmt: skip
    yield _lijn(0.5, 0, 0.5, hoogte(grafiek), "grafiek__as")
    for plaats, categorie in enumerate(grafiek.categorieen):
        boven = plaats * _groephoogte(grafiek)
        yield _tekst(8, boven + 15, in_tekst(categorie))
        for nummer, reeks in enumerate(grafiek.reeksen):
            waarde = reeks.waarden[plaats]
            y = boven + 21 + nummer * 22
            lengte = ruimte * (waarde or 0) / hoogste
            if waarde:
                yield _vak(0.5, y, lengte, 20, nummer + 1, _uitleg(grafiek, nummer, plaats))
            yield _tekst(
                lengte + 8, y + 15, waarde_in_tekst(waarde, grafiek.decimalen), klasse="grafiek__waarde"
            )


def _staand(grafiek: Grafiek, breedte: int) -> Iterator[SafeString]:
    """A time axis: lines, or standing bars."""
    streepjes = schaal(grafiek.hoogste)
    links = LETTER * max(len(getal(s)) for s in streepjes) + 10
    boven, onder = 10, HOOGTE - 28
    stap = (breedte - links) / len(grafiek.categorieen)

    def y_van(waarde: Getal) -> float:
        return onder - (onder - boven) * waarde / streepjes[-1]

    for streepje in streepjes:
        klasse = "grafiek__as" if streepje == 0 else "grafiek__raster"
        yield _lijn(links, y_van(streepje), breedte, y_van(streepje), klasse)
        yield _tekst(links - 8, y_van(streepje) + 4, getal(streepje), "end")
    langste = max(len(in_tekst(c)) for c in grafiek.categorieen)
    om_de = max(1, math.ceil((langste * LETTER + 8) / stap))
    for plaats, categorie in enumerate(grafiek.categorieen):
        if plaats % om_de == 0:
            yield _tekst(links + stap * (plaats + 0.5), HOOGTE - 8, in_tekst(categorie), "middle")
    xs = [links + stap * (plaats + 0.5) for plaats in range(len(grafiek.categorieen))]
    if grafiek.soort == "lijn":
        yield from _lijnen(
            grafiek, xs, [[None if w is None else y_van(w) for w in r.waarden] for r in grafiek.reeksen]
        )
        return
    dikte = min(stap * 0.7, 64)
    for plaats, x in enumerate(xs):
        stand: Getal = 0
        for nummer, reeks in enumerate(grafiek.reeksen):
            if waarde := reeks.waarden[plaats]:
                top = y_van(stand + waarde)
                uitleg = _uitleg(grafiek, nummer, plaats)
                yield _vak(x - dikte / 2, top, dikte, y_van(stand) - top, nummer + 1, uitleg)
                stand += waarde


def _lijnen(grafiek: Grafiek, xs: list[float], reeksen: list[list[float | None]]) -> Iterator[SafeString]:
    """Each series as a line that breaks where a figure is not shown, with a mark on each figure."""
    for nummer, ys in enumerate(reeksen):
        pad, open_ = "", False
        for x, y in zip(xs, ys, strict=True):
            if y is None:
                open_ = False
                continue
            pad += f"{'L' if open_ else 'M'}{x:.1f} {y:.1f}"
            open_ = True
        yield format_html('<path d="{}" class="grafiek__lijn kleur-{}"/>', pad, nummer + 1)
        for plaats, (x, y) in enumerate(zip(xs, ys, strict=True)):
            if y is not None:
                yield format_html(
                    '<circle cx="{}" cy="{}" r="4" class="grafiek__punt kleur-{}"><title>{}</title></circle>',
                    round(x, 1), round(y, 1), nummer + 1, _uitleg(grafiek, nummer, plaats),
                )  # fmt: skip
