"""Reading the table of postcodes: which four digits lie in which municipality. Pure.

CBS publishes each year a file `pc6hnrJJJJMMDD_gwb.csv`: one row per postcode and house number, separated by semicolons,
with columns `PC6;Huisnummer;BuurtJJJJ;WijkJJJJ;GemeenteJJJJ`, and beside it names of municipalities by code. Of a row only
the four digits and the code are looked at. A file with a column PC4 instead of PC6 is read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

MEESTE_FOUTEN: Final = 20
MINSTENS: Final = 0.99
"""Of the postcodes in use so many are in a next table at least."""
_PC: Final = re.compile(r"([1-9][0-9]{3})( ?[A-Z]{2})?")
_CODE: Final = re.compile(r"(?:GM)?([0-9]{1,4})")
Gebied = tuple[str, str, str]
"""Four digits, code and name of a municipality in which they lie."""


def lees_tabel(regels: Iterable[str], namen: Iterable[str]) -> tuple[list[Gebied], int]:
    """The areas in the file, in order, each once; and how many rows there were.

    Raises `Geweigerd` with at most `MEESTE_FOUTEN` faults, each with file, line, column and what to do.
    """
    titels = lees_namen(namen)
    rijen = iter(regels)
    kop = _cellen(next(rijen, ""))
    postcode = _kolom(kop, ("pc6", "pc4", "postcode"), "PC6")
    gemeente = _kolom(kop, ("gemeente", "gem"), "Gemeente")
    paren: dict[tuple[str, str], int] = {}
    fouten: list[Fout] = []
    aantal, vorige = 0, ("", "")
    for nummer, regel in enumerate(rijen, start=2):
        ruw = regel.split(";")
        if len(ruw) == len(kop) and (ruw[postcode], ruw[gemeente]) == vorige:
            aantal += 1  # the next house of the same postcode, as nearly every row is
            continue
        if not regel.strip():
            continue
        aantal += 1
        cellen = _cellen(regel)
        pc = _PC.fullmatch(cellen[postcode]) if len(cellen) > postcode else None
        code = _CODE.fullmatch(cellen[gemeente]) if len(cellen) > gemeente else None
        if pc is None:
            fouten.append(_fout("postcode_onjuist", "tabel", nummer, kop[postcode], "is geen postcode van vier cijfers, met of zonder twee letters", "is no postcode of four digits, with or without two letters"))  # fmt: skip
        elif code is None or code[1].zfill(4) == "0000":
            fouten.append(_fout("gemeentecode_onjuist", "tabel", nummer, kop[gemeente], "is geen gemeentecode van hoogstens vier cijfers", "is no code of a municipality of at most four digits"))  # fmt: skip
        else:
            paren.setdefault((pc[1], code[1].zfill(4)), nummer)
            vorige = (ruw[postcode], ruw[gemeente])
        if len(fouten) >= MEESTE_FOUTEN:
            break
    er_zijn = {code_ for _, code_ in paren}
    zonder = [naam for code_, naam in titels.items() if code_ not in er_zijn]
    for (_, code_), nummer in paren.items():
        if code_ not in titels and len(fouten) < MEESTE_FOUTEN:
            titels[code_] = ""  # said once
            fouten.append(_fout("gemeente_zonder_naam", "tabel", nummer, kop[gemeente], f"is {code_}, en die staat niet in het bestand met namen. Geef de namen van hetzelfde jaar", f"is {code_}, which is not in the file with names. Give the names of the same year"))  # fmt: skip
    if not fouten and not paren:
        fouten.append(_fout("tabel_leeg", "tabel", 1, kop[postcode], "heeft geen rijen: kies het hele bestand", "has no rows: choose the whole file"))  # fmt: skip
    if not fouten and zonder:
        fouten.append(_half(f"Van {len(zonder)} gemeenten staat er geen postcode in, zoals {zonder[0]}", f"Of {len(zonder)} municipalities there is no postcode, such as {zonder[0]}"))  # fmt: skip
    _weiger(fouten)
    return [(pc4, code_, titels[code_]) for pc4, code_ in sorted(paren)], aantal


def controleer_heel(postcodes: Collection[str], bekend: int) -> None:
    """Refuse a table with clearly fewer postcodes than the one in use: they hardly ever go, so it is a part of a file."""
    if len(postcodes) < bekend * MINSTENS:
        _weiger([_half(f"Er staan {len(postcodes)} postcodes in, en in de tabel in gebruik {bekend}", f"There are {len(postcodes)} postcodes in it, and {bekend} in the table in use")])  # fmt: skip


def _half(nl: str, en: str) -> Fout:
    tekst = Tekst(f"Het bestand is niet heel. {nl}. Haal het opnieuw op, met de namen van hetzelfde jaar; de tabel in gebruik blijft.", f"The file is not whole. {en}. Get it again, with the names of the same year; the table in use stays.")  # fmt: skip
    return Fout("tabel_niet_heel", tekst, Plaats(bestand="tabel"))


def lees_namen(regels: Iterable[str]) -> dict[str, str]:
    """Names of municipalities by code, from a file with a header and the columns code and name."""
    uit: dict[str, str] = {}
    fouten: list[Fout] = []
    for nummer, cellen in _genummerd(regels):
        code = _CODE.fullmatch(cellen[0])
        naam = cellen[1] if len(cellen) > 1 else ""
        if code is None or not 0 < len(naam) <= 80:
            fouten.append(_fout("naam_onjuist", "namen", nummer, "code en naam", "mist een gemeentecode of een naam van hoogstens 80 tekens", "lacks a code of a municipality or a name of at most 80 characters"))  # fmt: skip
        elif uit.setdefault(code[1].zfill(4), naam) != naam:
            fouten.append(_fout("naam_dubbel", "namen", nummer, "naam", "geeft een code die er al staat een andere naam", "gives a code that is there already another name"))  # fmt: skip
        if len(fouten) >= MEESTE_FOUTEN:
            break
    if not uit and not fouten:
        fouten.append(_fout("namen_leeg", "namen", 1, "code en naam", "heeft geen rijen: geef de namen van de gemeenten", "has no rows: give the names of the municipalities"))  # fmt: skip
    _weiger(fouten)
    return uit


def _genummerd(regels: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    for nummer, regel in enumerate(regels, start=1):
        if nummer > 1 and regel.strip():
            yield nummer, _cellen(regel)


def _cellen(regel: str) -> list[str]:
    return [cel.strip().strip('"').strip() for cel in regel.rstrip("\r\n").split(";")]


def _kolom(kop: list[str], begin: tuple[str, ...], heet: str) -> int:
    """The place of the first column whose name begins so: CBS puts the year behind it."""
    for naam in begin:
        for plek, titel in enumerate(kop):
            if titel.lower().startswith(naam):
                return plek
    er_is = ", ".join(titel[:30] for titel in kop[:10])
    tekst = Tekst(
        f'Regel 1 noemt geen kolom {heet}. Er staat: {er_is}. Kies het bestand pc6hnr van het CBS, met puntkomma\'s ertussen.',
        f'Line 1 names no column {heet}. It says: {er_is}. Choose the file pc6hnr of CBS, with semicolons in between.',
    )  # fmt: skip
    raise Geweigerd("kolom_ontbreekt", tekst, fouten=(Fout("kolom_ontbreekt", tekst, Plaats(bestand="tabel", regel=1, kolom=heet)),))  # fmt: skip


def _fout(code: str, bestand: str, regel: int, kolom: str, nl: str, en: str) -> Fout:
    tekst = Tekst(f"Regel {regel}, {kolom}: {nl}.", f"Line {regel}, {kolom}: {en}.")
    return Fout(code, tekst, Plaats(bestand=bestand, regel=regel, kolom=kolom))


def _weiger(fouten: list[Fout]) -> None:
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=tuple(fouten))
