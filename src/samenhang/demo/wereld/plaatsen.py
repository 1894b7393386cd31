"""Invented municipalities, streets and dwellings; two municipalities have one name, as two are called Bergen.

Postcodes are valid in form (four digits, two capitals that are in use, never SA, SD or SS). Their
digits occur in the real country too, but the streets and places do not stand there.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from samenhang.demo.wereld.modellen import Adres, Gemeente, Woning

GEMEENTEN = (
    Gemeente("9901", "Waterrijk", ("Waterrijk", "Nieuwe Sluis"), 2900, 50, "00000099000099010000"),
    Gemeente("9902", "Oosterveen", ("Oosterveen", "Hoogeschans"), 5900, 30, "00000099000099020000"),
    Gemeente("9903", "Oosterveen", ("Oosterveen", "Kleibuurt"), 8900, 20, "00000099000099030000"),
)

_THEMAS: tuple[tuple[str, ...], ...] = (
    ("Berken", "Eiken", "Kastanje", "Beuken", "Iepen", "Wilgen", "Populieren", "Elzen", "Essen", "Linden",
     "Esdoorn", "Lariks", "Meidoorn", "Vlier", "Hazelaar", "Acacia", "Platanen", "Ceder"),
    ("Merel", "Lijster", "Ooievaar", "Reiger", "Kievit", "Grutto", "Leeuwerik", "Zwaluw", "Fazanten", "IJsvogel",
     "Nachtegaal", "Roodborst", "Spreeuwen", "Sperwer", "Wulp", "Tureluur", "Zwanen", "Kluut"),
    ("Rembrandt", "Vermeer", "Jan Steen", "Frans Hals", "Jacob Maris", "Ruysdael", "Van Gogh", "Mondriaan",
     "Judith Leyster", "Breitner", "Israëls", "Mesdag", "Paulus Potter", "Pieter de Hooch", "Toorop", "Weissenbruch"),
    ("Tulpen", "Narcissen", "Anjer", "Rozen", "Lelie", "Korenbloem", "Klaproos", "Dahlia", "Irissen", "Lupine",
     "Hyacinten", "Margriet", "Sering", "Fresia", "Jasmijn", "Violier"),
    ("Dorps", "Kerk", "Molen", "School", "Haven", "Markt", "Raadhuis", "Stations", "Prins Hendrik", "Wilhelmina",
     "Juliana", "Sint Jozef", "Burgemeester Prakke", "Doctor Schaepman", "Nassau", "Oranje", "Gilde", "Smids"),
    ("Schelde", "Maas", "IJssel", "Waal", "Lek", "Eems", "Vecht", "Dommel", "Linge", "Rotte", "Amstel", "Berkel",
     "Regge", "Dinkel", "Geul", "Roer"),
)  # fmt: skip
_SOORTEN = ("straat", "laan", "weg", "hof", "plein", "singel", "kade", "pad", "dreef", "park")
_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
_LETTERPAREN = tuple(a + b for a in _LETTERS for b in _LETTERS if a + b not in ("SA", "SD", "SS"))
WONINGEN_PER_WIJK = 900
_LAATSTE_POSTCODE = 9999


def gemeenten(aantal: int) -> tuple[Gemeente, ...]:
    """The first so many municipalities."""
    if not 1 <= aantal <= len(GEMEENTEN):
        raise ValueError(f"1 tot en met {len(GEMEENTEN)} gemeenten, niet {aantal}")
    return GEMEENTEN[:aantal]


def _straatnamen(rng: Random, wijk: int) -> Iterator[str]:
    """Street names without end: one theme per neighbourhood, every name once."""
    for ronde in range(len(_THEMAS)):
        thema = _THEMAS[(wijk + ronde) % len(_THEMAS)]
        paren = [stam + soort for stam in thema for soort in _SOORTEN]
        rng.shuffle(paren)
        yield from paren


def _etages(rng: Random, aantal: int) -> tuple[tuple[str, str], ...]:
    """The (letter, addition) pairs of the dwellings behind one house number."""
    if aantal == 1:
        return (("", ""),)
    vormen: tuple[tuple[tuple[str, str], ...], ...] = (
        tuple((letter, "") for letter in "ABCDEFGH"),
        (("", "HS"), ("", "1"), ("", "2"), ("", "3"), ("", "4"), ("", "5"), ("", "6"), ("", "7")),
        (("", ""), ("", "BIS"), ("A", ""), ("A", "BIS"), ("B", ""), ("B", "BIS"), ("C", ""), ("C", "BIS")),
        (("", ""), ("", "RD"), ("", "LI"), ("", "RE"), ("", "VO"), ("", "AC"), ("", "BV"), ("", "ZO")),
    )
    return rng.choice(vormen)[:aantal]


def maak_woningen(
    rng: Random, gemeente: Gemeente, aantal: int, verhuurders: tuple[str, ...], eerste_wijk: int
) -> list[Woning]:
    """So many dwellings in streets, numbered along both sides, a postcode per stretch of one side.

    `verhuurders` are the KvK numbers of landlords that own whole rows here; `eerste_wijk` is the
    offset of this part's first neighbourhood, so that parts of one world share no postcode.
    """
    woningen: list[Woning] = []
    wijk = eerste_wijk
    while len(woningen) < aantal:
        cijfers = gemeente.postcode_vanaf + wijk
        if cijfers > _LAATSTE_POSTCODE:
            raise ValueError(f"de wereld is te groot: {gemeente.naam} heeft geen postcodes meer")
        plaats = gemeente.woonplaatsen[0 if rng.randrange(5) else 1]
        letters = iter(_LETTERPAREN)
        namen = _straatnamen(rng, wijk)
        vol = min(aantal, len(woningen) + WONINGEN_PER_WIJK)
        while len(woningen) < vol:
            _bouw_straat(rng, woningen, next(namen), cijfers, letters, plaats, gemeente, verhuurders)
        wijk += 1
    return woningen[:aantal]


def _bouw_straat(
    rng: Random,
    woningen: list[Woning],
    straat: str,
    cijfers: int,
    letters: Iterator[str],
    plaats: str,
    gemeente: Gemeente,
    verhuurders: tuple[str, ...],
) -> None:
    """Add one street: two sides, each a row of houses or flats with one owner."""
    for kant in (1, 2):
        verhuurder = rng.choice(verhuurders) if rng.randrange(100) < 58 else None
        flats = rng.randrange(100) < (35 if verhuurder else 12)
        postcode = f"{cijfers}{next(letters)}"
        for nummer in range(kant, kant + 2 * rng.randint(8, 22), 2):
            per_nummer = rng.choice((2, 3, 4, 6, 8)) if flats else 1
            for letter, toevoeging in _etages(rng, per_nummer):
                adres = Adres(straat, nummer, letter, toevoeging, postcode, plaats, gemeente.code)
                woningen.append(Woning(adres, verhuurder))
