"""Counts of months before this register, from a file: what another program counted, in the same classes. Pure.

Columns `maand;groep;klasse;aantal`, a row per class; an empty class is the whole of the group. A row without a number
is left out, and so may a whole division be: then the figures that need it stay away. What is given must add up.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.cijfers.bescherming import GEHEEL, Tellingen
from samenhang.kernel.scheme import Telgroep, Uitsplitsing

KOP: Final = ("maand", "groep", "klasse", "aantal")
MEESTE_FOUTEN: Final = 20
MEESTE_BYTES: Final = 2_000_000
_MAAND: Final = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
_AANTAL: Final = re.compile(r"[0-9]{1,7}")
Maanden = Mapping[date, Mapping[str, Tellingen]]
"""Per month and group the counts by class, the whole under `GEHEEL`."""


def als_bestand(groepen: Sequence[Telgroep], gegeven: Maanden) -> str:
    """Counts as the file that `lees` reads, with a row for every class; one without a count is to be filled in."""
    rijen = (
        (f"{maand:%Y-%m}", groep.naam, klasse, per_groep.get(groep.naam, {}).get(klasse))
        for maand, per_groep in gegeven.items()
        for groep in groepen
        for klasse in (GEHEEL, *(cel.naam for deel in groep.uitsplitsingen for cel in deel.cellen))
    )
    return als_csv(KOP, rijen)


def lees(inhoud: bytes, groepen: Sequence[Telgroep], eerste: date, voor: date) -> Maanden:
    """The counts in a file, of months from `eerste` until `voor`, in order of month.

    Raises `Geweigerd` with at most `MEESTE_FOUTEN` faults, each with its line, its column and what to do.
    """
    lezer = _Lezer({groep.naam: groep for groep in groepen}, eerste, voor)
    for regel, cellen in _rijen(inhoud):
        lezer.neem(regel, cellen)
    return lezer.uitkomst()


def _rijen(inhoud: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with their line; raises `Geweigerd` for what is no such file."""
    if len(inhoud) > MEESTE_BYTES:
        raise _weigering(_fout("bestand_te_groot", 0, "", f"Het bestand is groter dan {MEESTE_BYTES // 1_000_000} MB. Neem hoogstens enkele jaren tegelijk over.", f"The file is larger than {MEESTE_BYTES // 1_000_000} MB. Take over a few years at a time at most."))  # fmt: skip
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise _weigering(_fout("bestand_geen_utf8", 0, "", "Het bestand is geen tekst in UTF-8. Sla het op als “CSV UTF-8”.", "The file is no text in UTF-8. Save it as “CSV UTF-8”.")) from fout  # fmt: skip
    regels = csv.reader(tekst.splitlines(), delimiter=";")
    kop = [cel.strip().lower() for cel in next(regels, [])]
    for naam in KOP:
        if kop.count(naam) != 1:
            raise _weigering(_fout("kolom_ontbreekt", 1, naam, f"De eerste regel noemt de kolom {naam} niet, of twee keer. Begin met {';'.join(KOP)}, of vul het sjabloon in.", f"The first line does not name the column {naam}, or does so twice. Begin with {';'.join(KOP)}, or fill in the template."))  # fmt: skip
    for cellen in regels:
        yield regels.line_num, dict(zip(kop, (cel.strip() for cel in cellen), strict=False))


@dataclass(slots=True)
class _Lezer:
    """What was read so far, and what is wrong with it."""

    groepen: Mapping[str, Telgroep]
    eerste: date
    voor: date
    gelezen: dict[date, dict[str, dict[str, int]]] = field(default_factory=dict)
    plek: dict[tuple[date, str, str], int] = field(default_factory=dict)
    fouten: list[Fout] = field(default_factory=list)

    def neem(self, regel: int, cellen: Mapping[str, str]) -> None:
        """Take a row, or keep what is wrong with it; one without a number says nothing."""
        if not (aantal := cellen.get("aantal", "")):
            return
        maand = self._maand(regel, cellen.get("maand", ""))
        groep = self._groep(regel, cellen.get("groep", ""))
        if groep is None or maand is None:
            return
        klasse = cellen.get("klasse", "")
        klassen = {cel.naam for deel in groep.uitsplitsingen for cel in deel.cellen}
        if klasse != GEHEEL and klasse not in klassen:
            self._mis("klasse_onbekend", regel, "klasse", f"{groep.naam} heeft geen klasse “{klasse[:40]}”. Neem de namen uit het sjabloon", f"{groep.naam} has no class “{klasse[:40]}”. Take the names from the template")  # fmt: skip
        elif not _AANTAL.fullmatch(aantal):
            self._mis("aantal_onjuist", regel, "aantal", f"“{aantal[:20]}” is geen heel getal van hoogstens zeven cijfers. Schrijf het zonder punten, of laat het leeg als u het niet weet", f"“{aantal[:20]}” is no whole number of at most seven digits. Write it without points, or leave it empty if you do not know")  # fmt: skip
        elif eerder := self.plek.get((maand, groep.naam, klasse)):
            self._mis("rij_dubbel", regel, "klasse", f"dit aantal staat al op regel {eerder}. Haal een van de twee weg", f"this count stands on line {eerder} already. Remove one of the two")  # fmt: skip
        else:
            self.plek[maand, groep.naam, klasse] = regel
            self.gelezen.setdefault(maand, {}).setdefault(groep.naam, {})[klasse] = int(aantal)

    def uitkomst(self) -> Maanden:
        """The months in order; raises `Geweigerd` with every fault."""
        if not self.fouten:
            for maand, per_groep in self.gelezen.items():
                for naam, tellingen in per_groep.items():
                    self._tel_na(maand, self.groepen[naam], tellingen)
        if not self.fouten and not self.gelezen:
            self._mis("bestand_leeg", 2, "aantal", "er staat geen enkel aantal in. Vul het sjabloon in", "there is no number in it. Fill in the template")  # fmt: skip
        if self.fouten:
            raise _weigering(*self.fouten[:MEESTE_FOUTEN])
        return {maand: self.gelezen[maand] for maand in sorted(self.gelezen)}

    def _maand(self, regel: int, tekst: str) -> date | None:
        gevonden = _MAAND.fullmatch(tekst)
        if gevonden is None:
            self._mis("maand_onjuist", regel, "maand", f"“{tekst[:20]}” is geen maand. Schrijf JJJJ-MM", f"“{tekst[:20]}” is no month. Write YYYY-MM")  # fmt: skip
            return None
        maand = date(int(gevonden[1]), int(gevonden[2]), 1)
        if not self.eerste <= maand < self.voor:
            self._mis("maand_buiten", regel, "maand", f"{tekst} kan niet worden overgenomen: geef maanden van {self.eerste:%Y-%m} tot {self.voor:%Y-%m}, want vanaf dan telt dit register zelf", f"{tekst} cannot be taken over: give months from {self.eerste:%Y-%m} until {self.voor:%Y-%m}, for from then on this register counts itself")  # fmt: skip
            return None
        return maand

    def _groep(self, regel: int, naam: str) -> Telgroep | None:
        if naam not in self.groepen:
            namen = ", ".join(self.groepen)
            self._mis("groep_onbekend", regel, "groep", f"“{naam[:40]}” wordt hier niet geteld. Kies uit {namen}", f"“{naam[:40]}” is not counted here. Choose from {namen}")  # fmt: skip
        return self.groepen.get(naam)

    def _tel_na(self, maand: date, groep: Telgroep, tellingen: dict[str, int]) -> None:
        """Whether the whole is there, and each division is absent or whole and adds up."""
        wat = f"{maand:%Y-%m} {groep.naam}"
        if GEHEEL not in tellingen:
            self._mis("geheel_ontbreekt", self._regel(maand, groep, tellingen), "klasse", f"van {wat} ontbreekt het geheel. Voeg een rij met een lege klasse toe", f"of {wat} the whole is missing. Add a row with an empty class")  # fmt: skip
            return
        for deel in groep.uitsplitsingen:
            namen = [cel.naam for cel in deel.cellen]
            gegeven = [naam for naam in namen if naam in tellingen]
            if not gegeven:
                continue
            regel = self._regel(maand, groep, gegeven)
            if mist := _mist(deel, namen, tellingen):
                self._mis("klasse_ontbreekt", regel, "klasse", f"van {wat} ontbreekt {mist}. Geef alle klassen van “{deel.titel.nl}” (nul mag), of geen", f"of {wat} {mist} is missing. Give all classes of “{deel.titel.en}” (zero is allowed), or none")  # fmt: skip
                continue
            som, geheel = sum(tellingen[naam] for naam in namen), tellingen[deel.van]
            if som != geheel:
                van = deel.van or "het geheel"
                self._mis("som_klopt_niet", regel, "aantal", f"van {wat} is “{deel.titel.nl}” samen {som}, en {van} is {geheel}. Maak ze gelijk", f"of {wat} “{deel.titel.en}” add up to {som}, and {deel.van or 'the whole'} is {geheel}. Make them equal")  # fmt: skip

    def _regel(self, maand: date, groep: Telgroep, namen: Mapping[str, int] | Sequence[str]) -> int:
        return min(self.plek[maand, groep.naam, naam] for naam in namen)

    def _mis(self, code: str, regel: int, kolom: str, nl: str, en: str) -> None:
        self.fouten.append(_fout(code, regel, kolom, f"Regel {regel}, {kolom}: {nl}.", f"Line {regel}, {kolom}: {en}."))  # fmt: skip


def _mist(deel: Uitsplitsing, namen: Sequence[str], tellingen: Mapping[str, int]) -> str:
    """The first class that a division lacks, or that it divides; empty when all are there."""
    return next((naam for naam in (*namen, deel.van) if naam not in tellingen), "")


def _fout(code: str, regel: int, kolom: str, nl: str, en: str) -> Fout:
    return Fout(code, Tekst(nl, en), Plaats(bestand="bestand", regel=regel or None, kolom=kolom))


def _weigering(*fouten: Fout) -> Geweigerd:
    return Geweigerd(fouten[0].code, fouten[0].tekst, fouten=fouten)
