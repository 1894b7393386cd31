"""What came in before: one count of calls per half hour that the line was open. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.schemes.helplijn.domain.bezetting.lezen import Deel, Lezing, lees_datum, lees_klok
from samenhang.schemes.helplijn.domain.bezetting.tijd import HALFUUR, Halfuur, keer_op_klok, klok

MEESTE_RIJEN: Final = 200_000
HOOGSTE_AANTAL: Final = 10_000
KOLOMMEN: Final = ("datum", "van", "aantal")


@dataclass(frozen=True, slots=True)
class Historie:
    """Counts of calls offered, per half hour, in order; a day that is not there was closed or not counted."""

    aantallen: Mapping[Halfuur, int]

    def per_dag(self) -> dict[date, dict[Halfuur, int]]:
        """The counts of each day that is there."""
        uit: dict[date, dict[Halfuur, int]] = {}
        for halfuur, aantal in self.aantallen.items():
            uit.setdefault(halfuur.datum, {})[halfuur] = aantal
        return uit

    def omvang(self) -> dict[str, Any]:
        """From which day to which, how many half hours, and how many calls in them."""
        dagen = [halfuur.datum for halfuur in self.aantallen]
        return {
            "van": str(min(dagen)),
            "tot": str(max(dagen)),
            "halfuren": len(dagen),
            "gesprekken": sum(self.aantallen.values()),
        }


@dataclass(frozen=True, slots=True)
class _Rij:
    """A row as it came, with where a fault in it is."""

    datum: object
    van: object
    aantal: object
    plek: str
    regel: int | None

    def fout(self, lezing: Lezing, veld: str, code: str, nl: str, en: str) -> None:
        lezing.fout(code, veld if self.regel else f"{self.plek}/{veld}", nl, en, self.regel)


def uit_json(deel: Deel, naam: str) -> Historie:
    """The counts in a list of {datum, van, aantal}."""

    def rijen() -> Iterator[_Rij]:
        for plek, waarde in deel.lijst(naam, MEESTE_RIJEN):
            if not isinstance(waarde, Mapping) or waarde.keys() != set(KOLOMMEN):
                deel.lezing.fout("rij_onjuist", plek, 'is {"datum": "JJJJ-MM-DD", "van": "UU:MM", "aantal": getal}.', 'is {"datum": "YYYY-MM-DD", "van": "HH:MM", "aantal": number}.')  # fmt: skip
            else:
                yield _Rij(waarde["datum"], waarde["van"], waarde["aantal"], plek, None)

    return _lees(rijen(), deel.lezing)


def uit_csv(inhoud: bytes, lezing: Lezing) -> Historie:
    """The counts in a file with the columns datum, van and aantal, separated by `;` or `,`."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        lezing.fout("bestand_onjuist", "", "het bestand is geen UTF-8. Bewaar het als CSV UTF-8.", "the file is no UTF-8. Save it as CSV UTF-8.")  # fmt: skip
        return Historie({})
    eerste = tekst.partition("\n")[0]
    lezer = csv.reader(io.StringIO(tekst), delimiter=";" if ";" in eerste else ",")
    try:
        regels = [(lezer.line_num, cellen) for cellen in lezer if cellen]
    except csv.Error:
        lezing.fout("bestand_onjuist", "", "het bestand is geen CSV. Bewaar het als CSV UTF-8.", "the file is no CSV. Save it as CSV UTF-8.")  # fmt: skip
        return Historie({})
    kop = [cel.strip().lower() for cel in regels[0][1]] if regels else []
    if sorted(kop) != sorted(KOLOMMEN):
        lezing.fout(
            "kolommen_onjuist",
            "kop",
            f"de eerste regel noemt elk één keer: {', '.join(KOLOMMEN)}. Er staat: {', '.join(kop)[:80] or 'niets'}.",
            f"the first line names each once: {', '.join(KOLOMMEN)}. It says: {', '.join(kop)[:80] or 'nothing'}.",
            1,
        )
        return Historie({})
    if len(regels) - 1 > MEESTE_RIJEN:
        lezing.fout("bestand_onjuist", "", f"het bestand heeft meer dan {MEESTE_RIJEN} rijen. Neem een kortere periode.", f"the file has more than {MEESTE_RIJEN} rows. Take a shorter period.")  # fmt: skip
        return Historie({})
    return _lees(_csvrijen(regels[1:], kop, lezing), lezing)


def _csvrijen(regels: list[tuple[int, list[str]]], kop: list[str], lezing: Lezing) -> Iterator[_Rij]:
    for nummer, cellen in regels:
        if len(cellen) != len(kop):
            lezing.fout("rij_onjuist", "datum", f"de rij heeft {len(cellen)} cellen en de kop {len(kop)}.", f"the row has {len(cellen)} cells and the header {len(kop)}.", nummer)  # fmt: skip
            continue
        rij = dict(zip(kop, (cel.strip() for cel in cellen), strict=True))
        aantal: Any = rij["aantal"]
        if aantal.removeprefix("-").isascii() and aantal.removeprefix("-").isdecimal() and len(aantal) < 10:
            aantal = int(aantal)
        yield _Rij(rij["datum"], rij["van"], None if aantal == "" else aantal, "", nummer)


def _lees(rijen: Iterator[_Rij], lezing: Lezing) -> Historie:
    aantallen: dict[Halfuur, int] = {}
    for rij in rijen:
        halfuur, aantal = _halfuur(rij, lezing), _aantal(rij, lezing)
        if halfuur is None or aantal is None:
            continue
        if halfuur in aantallen:
            rij.fout(lezing, "van", "halfuur_dubbel", f"{halfuur.datum} {halfuur.van} staat er twee keer. Laat één telling staan.", f"{halfuur.datum} {halfuur.van} is there twice. Leave one count.")  # fmt: skip
        aantallen[halfuur] = aantal
    return Historie(dict(sorted(aantallen.items())))


def _halfuur(rij: _Rij, lezing: Lezing) -> Halfuur | None:
    dag = lees_datum(rij.datum)
    if dag is None:
        rij.fout(lezing, "datum", "datum_onjuist", f"{str(rij.datum)[:20]} is geen bestaande datum als JJJJ-MM-DD.", f"{str(rij.datum)[:20]} is no existing date as YYYY-MM-DD.")  # fmt: skip
    tekst = rij.van if isinstance(rij.van, str) else ""
    verschil = tekst[5:]
    minuut = lees_klok(tekst[:5])
    if minuut is None or minuut % HALFUUR or minuut >= 1440 or verschil not in ("", "+01:00", "+02:00"):
        rij.fout(lezing, "van", "tijd_onjuist", f"{str(rij.van)[:20]} is geen begin van een half uur, zoals 08:30.", f"{str(rij.van)[:20]} is no beginning of a half hour, such as 08:30.")  # fmt: skip
        return None
    if dag is None:
        return None
    keer = keer_op_klok(dag, minuut)
    if keer == 0:
        rij.fout(lezing, "van", "tijd_bestaat_niet", f"op {dag} gaat de klok van 02:00 naar 03:00; {klok(minuut)} bestaat die dag niet. Haal de rij weg.", f"on {dag} the clock goes from 02:00 to 03:00; {klok(minuut)} does not exist that day. Take the row out.")  # fmt: skip
        return None
    if keer == 2 and not verschil:
        rij.fout(lezing, "van", "tijd_dubbelzinnig", f"op {dag} komt {klok(minuut)} twee keer voor. Schrijf {klok(minuut)}+02:00 voor de eerste keer en {klok(minuut)}+01:00 voor de tweede.", f"on {dag} {klok(minuut)} comes twice. Write {klok(minuut)}+02:00 for the first time and {klok(minuut)}+01:00 for the second.")  # fmt: skip
        return None
    return Halfuur(dag, minuut, keer == 2 and verschil == "+01:00")


def _aantal(rij: _Rij, lezing: Lezing) -> int | None:
    aantal = rij.aantal
    if aantal is None:
        rij.fout(lezing, "aantal", "aantal_ontbreekt", "het aantal ontbreekt. Schrijf 0 als er niemand belde, of laat de hele dag weg als er niet is geteld.", "the count is missing. Write 0 when nobody called, or leave the whole day out when nothing was counted.")  # fmt: skip
    elif isinstance(aantal, bool) or not isinstance(aantal, int):
        rij.fout(lezing, "aantal", "aantal_onjuist", f"{str(aantal)[:20]} is geen geheel getal.", f"{str(aantal)[:20]} is no whole number.")  # fmt: skip
    elif aantal < 0:
        rij.fout(lezing, "aantal", "aantal_negatief", f"{aantal} is minder dan niemand. Een telling is nul of meer; verbeter haar.", f"{aantal} is fewer than nobody. A count is zero or more; mend it.")  # fmt: skip
    elif aantal > HOOGSTE_AANTAL:
        rij.fout(lezing, "aantal", "aantal_te_hoog", f"{aantal} gesprekken in een half uur is meer dan {HOOGSTE_AANTAL}. Controleer of dit een dag of een maand is.", f"{aantal} calls in half an hour is more than {HOOGSTE_AANTAL}. Check whether this is a day or a month.")  # fmt: skip
    else:
        return aantal
    return None


def controleer_gaten(historie: Historie, lezing: Lezing, plek: str) -> None:
    """A day is counted whole or not at all: between its first and last count no half hour may be missing."""
    for dag, rij in historie.per_dag().items():
        minuten = [halfuur.minuut for halfuur in rij]
        mist = [
            minuut
            for minuut in range(min(minuten), max(minuten), HALFUUR)
            if minuut not in minuten and keer_op_klok(dag, minuut)
        ]
        if mist:
            lezing.fout("aantal_ontbreekt", plek, f"op {dag} ontbreekt {', '.join(map(klok, mist[:4]))}{' …' if len(mist) > 4 else ''}. Schrijf 0 als er niemand belde, of laat de hele dag weg.", f"on {dag} {', '.join(map(klok, mist[:4]))}{' …' if len(mist) > 4 else ''} is missing. Write 0 when nobody called, or leave the whole day out.")  # fmt: skip
