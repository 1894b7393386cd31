"""Drawing for the documents: boxes, arrows and layouts as plain SVG, the same text every time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

INKT, ZACHT, LIJN, VLAK, ACCENT, EIND = "#1b1b1b", "#55606e", "#6b7a8c", "#eef3f8", "#0b5cab", "#e7f2ea"
LETTER = "font-family='Noto Sans, Segoe UI, Helvetica, Arial, sans-serif'"
RIJ, HOOG, BREED, BAAN = 76, 44, 220, 130


@dataclass(frozen=True)
class Pijl:
    """A way between rows of a process picture: from one or more rows to one, with its words."""

    van: tuple[int, ...]
    naar: int
    tekst: str


def svg(titel: str, uitleg: str, breed: int, hoog: int, delen: Iterable[str]) -> str:
    """A whole picture with a title and a description for who cannot see it."""
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {breed} {hoog}' width='{breed}' height='{hoog}' "
        f"role='img' aria-labelledby='t d' {LETTER}>\n"
        f"<title id='t'>{escape(titel)}</title>\n<desc id='d'>{escape(uitleg)}</desc>\n"
        f"<defs><marker id='p' viewBox='0 0 10 10' refX='9' refY='5' markerWidth='8' markerHeight='8' "
        f"orient='auto-start-reverse'><path d='M0 0L10 5L0 10z' fill='{LIJN}'/></marker></defs>\n"
        f"<rect width='{breed}' height='{hoog}' fill='#ffffff'/>\n" + "\n".join(delen) + "\n</svg>\n"
    )


def tekst(
    x: float,
    y: float,
    woorden: str,
    *,
    maat: int = 13,
    kleur: str = INKT,
    anker: str = "start",
    dik: bool = False,
) -> str:
    """One line of text."""
    gewicht = " font-weight='600'" if dik else ""
    return (
        f"<text x='{x:g}' y='{y:g}' font-size='{maat}' fill='{kleur}' text-anchor='{anker}'{gewicht} "
        f"stroke='#ffffff' stroke-width='{0 if dik or anker == 'middle' else 4}' paint-order='stroke'>"
        f"{escape(woorden)}</text>"
    )


def vak(
    x: float, y: float, b: float, h: float, *, vulling: str = VLAK, rand: str = LIJN, rond: int = 6
) -> str:
    """A box."""
    return (
        f"<rect x='{x:g}' y='{y:g}' width='{b:g}' height='{h:g}' rx='{rond}' fill='{vulling}' "
        f"stroke='{rand}' stroke-width='1.3'/>"
    )


def pijl(pad: str, *, kop: bool = True) -> str:
    """A line along a path, with a head unless told otherwise."""
    einde = " marker-end='url(#p)'" if kop else ""
    return f"<path d='{pad}' fill='none' stroke='{LIJN}' stroke-width='1.4'{einde}/>"


def proces(titel: str, uitleg: str, stappen: Sequence[tuple[str, str, bool]], pijlen: Sequence[Pijl]) -> str:
    """A state machine, top to bottom: next step straight down, leaps on the right, ways back on the left.

    `stappen` are (title, name, ends). A way from several steps is one line with a stub from each.
    """
    recht = [(van, p) for p in pijlen for van in p.van if p.naar == van + 1]
    links = _banen(pijlen, lambda van, naar: naar <= van)
    rechts = _banen(pijlen, lambda van, naar: naar > van + 1)
    lx = 60 + BAAN * len(links)
    midden, rand = lx + BREED / 2, lx + BREED
    y = [30 + nummer * RIJ for nummer in range(len(stappen))]
    delen = [f"<circle cx='{midden:g}' cy='10' r='5' fill='{INKT}'/>", pijl(f"M{midden:g} 15V{y[0]:g}")]
    for van, p in recht:
        delen.append(pijl(f"M{midden:g} {y[van] + HOOG:g}V{y[p.naar]:g}"))
        delen.append(tekst(midden + 8, y[van] + HOOG + 20, p.tekst, maat=12, kleur=ZACHT))
    for kant, banen in ((-1, links), (1, rechts)):
        begin = rand if kant > 0 else lx
        for baan, p in enumerate(banen):
            x, hoogte = begin + kant * (30 + BAAN * baan), 34 - 6 * (baan % 4)
            delen += [pijl(f"M{begin:g} {y[van] + hoogte:g}H{x:g}", kop=False) for van in p.van]
            uiterste = (min if p.naar > p.van[0] else max)(p.van)
            delen.append(pijl(f"M{x:g} {y[uiterste] + hoogte:g}V{y[p.naar] + 10:g}H{begin:g}"))
            plek = y[min(uiterste, p.naar)] + HOOG + 16 + 16 * (baan % 2)
            delen.append(
                tekst(x + kant * 5, plek, p.tekst, maat=12, kleur=ZACHT, anker="start" if kant > 0 else "end")
            )
    for rij, (woorden, naam, eind) in enumerate(stappen):
        delen.append(vak(lx, y[rij], BREED, HOOG, vulling=EIND if eind else VLAK, rond=22 if eind else 6))
        delen.append(tekst(midden, y[rij] + 19, woorden, anker="middle", dik=True))
        delen.append(tekst(midden, y[rij] + 35, naam, maat=11, kleur=ZACHT, anker="middle"))
    breed = rand + 60 + BAAN * len(rechts) + 20
    return svg(titel, uitleg, int(breed), int(y[-1] + HOOG + 20), delen)


def _banen(pijlen: Sequence[Pijl], hoort: Callable[[int, int], bool]) -> list[Pijl]:
    """The ways of one side, short ones first so that long lines run outside them."""
    delen = [Pijl(tuple(van for van in p.van if hoort(van, p.naar)), p.naar, p.tekst) for p in pijlen]
    return sorted((p for p in delen if p.van), key=lambda p: (max(abs(p.naar - van) for van in p.van), p.van))


def lagen(titel: str, uitleg: str, rijen: Sequence[tuple[str, Sequence[str]]], voet: str) -> str:
    """Layers, top to bottom: each may use what is below it. A row is (name, its parts)."""
    breed, delen, y = 860, [], 16
    for naam, namen in rijen:
        per_rij = 5
        regels = [namen[i : i + per_rij] for i in range(0, len(namen), per_rij)]
        hoog = 20 + 42 * len(regels)
        delen.append(vak(16, y, breed - 32, hoog, vulling="#ffffff"))
        delen.append(tekst(32, y + 32, naam, dik=True, kleur=ACCENT))
        for r, regel in enumerate(regels):
            for k, woord in enumerate(regel):
                x = 150 + 138 * k
                delen.append(vak(x, y + 10 + 42 * r, 130, 34))
                delen.append(tekst(x + 65, y + 32 + 42 * r, woord, maat=12, anker="middle"))
        y += hoog
        if naam != rijen[-1][0]:
            delen.append(pijl(f"M{breed / 2:g} {y:g}v20"))
            y += 22
    delen.append(tekst(16, y + 24, voet, maat=12, kleur=ZACHT))
    return svg(titel, uitleg, breed, y + 40, delen)


def weg(titel: str, uitleg: str, haltes: Sequence[tuple[str, str, str, str]]) -> str:
    """A path from top to bottom: each stop is (where, what happens, function, what happens when it fails)."""
    breed, delen = 860, []
    for nummer, (waar, wat, functie, mis) in enumerate(haltes):
        y = 16 + nummer * 74
        delen.append(tekst(16, y + 27, waar, kleur=ACCENT, dik=True))
        delen.append(vak(130, y, 440, 54))
        delen.append(tekst(146, y + 23, wat, dik=True))
        delen.append(tekst(146, y + 42, functie, maat=11, kleur=ZACHT))
        if nummer < len(haltes) - 1:
            delen.append(pijl(f"M350 {y + 54:g}v20"))
        if mis:
            delen.append(pijl(f"M570 {y + 27:g}h26"))
            for rij, regel in enumerate(mis.split("\n")):
                delen.append(tekst(602, y + 24 + 15 * rij, regel, maat=12, kleur=ZACHT))
    return svg(titel, uitleg, breed, 16 + len(haltes) * 74, delen)
