"""Reading a document from outside: every fault is kept with its place, and nothing is guessed. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.basis.jsonlezen import pointer
from samenhang.kernel.kalender.kalender import EERSTE_DAG, LAATSTE_DAG

MEESTE_FOUTEN: Final = 100
MINUTEN_PER_DAG: Final = 1440
T = TypeVar("T")
_KLOK = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")


class Lezing:
    """The faults met while reading; `klaar` refuses (`invoer_onjuist`) when there are any."""

    def __init__(self, bestand: str = "") -> None:
        self.fouten: list[Fout] = []
        self.bestand = bestand

    def fout(self, code: str, plek: str, nl: str, en: str, regel: int | None = None) -> None:
        """Something is wrong at a place: a JSON pointer, or a column of a line."""
        waar = f"regel {regel}, kolom {plek}" if regel else plek or "/"
        where = f"line {regel}, column {plek}" if regel else plek or "/"
        plaats = Plaats(self.bestand, regel, plek) if regel else Plaats(self.bestand, plek=plek)
        self.fouten.append(Fout(code, Tekst(f"{waar}: {nl}", f"{where}: {en}"), plaats))

    def klaar(self) -> None:
        """Refuse with everything that was found."""
        if not self.fouten:
            return
        fouten = self.fouten[:MEESTE_FOUTEN]
        over = len(self.fouten) - len(fouten)
        if over:
            fouten.append(Fout("meer_fouten", Tekst(f"Er zijn nog {over} fouten. Verbeter deze eerst.", f"There are {over} more faults. Mend these first.")))  # fmt: skip
        raise Geweigerd("invoer_onjuist", fouten[0].tekst, fouten=tuple(fouten))


def weiger(code: str, plek: str, nl: str, en: str) -> Geweigerd:
    """A refusal of one thing at one place, with what to do about it."""
    tekst = Tekst(nl, en)
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(plek=plek)),))


class Deel:
    """An object of the document while it is read: each field is asked once, and what nobody asked is refused."""

    def __init__(self, lezing: Lezing, waarde: object, plek: str = "") -> None:
        self.lezing, self.plek = lezing, plek
        if isinstance(waarde, Mapping):
            self.velden: Mapping[str, Any] = waarde
        else:
            self.velden = {}
            lezing.fout(
                "object_onjuist", plek, "dit is een object met velden.", "this is an object with fields."
            )
        self.gevraagd: set[str] = set()

    def heeft(self, naam: str) -> bool:
        """Whether the field is filled in; null is not."""
        self.gevraagd.add(naam)
        return self.velden.get(naam) is not None

    def waarde(self, naam: str, *, verplicht: bool = True) -> Any:
        """The field as it stands, None when it is missing (a fault when it is required)."""
        if not self.heeft(naam):
            if verplicht:
                self.fout(naam, "veld_ontbreekt", "ontbreekt; vul het in.", "is missing; fill it in.")
            return None
        return self.velden[naam]

    def fout(self, naam: str, code: str, nl: str, en: str) -> None:
        """Something is wrong with a field."""
        self.lezing.fout(code, pointer(self.plek, naam), nl, en)

    def getal(
        self, naam: str, laagst: int, hoogst: int, standaard: int | None = None, waarom: Tekst | None = None
    ) -> int:
        """A whole number within bounds; `waarom` says why the bounds are there. 0 after a fault."""
        waarde = self.waarde(naam, verplicht=standaard is None)
        if waarde is None:
            return standaard or 0
        if isinstance(waarde, bool) or not isinstance(waarde, int) or not laagst <= waarde <= hoogst:
            reden = waarom or Tekst("", "")
            self.fout(
                naam,
                "getal_onjuist",
                f"is een geheel getal van {laagst} tot en met {hoogst}. {reden.nl}".rstrip(),
                f"is a whole number from {laagst} to {hoogst}. {reden.en}".rstrip(),
            )
            return 0
        return waarde

    def percentage(
        self,
        naam: str,
        laagst: int,
        hoogst: int,
        waarom: Tekst,
        standaard: Decimal | None = None,
        *,
        mag_leeg: bool = False,
    ) -> Decimal | None:
        """A percentage between the bounds, both excluded; a number or a text with a point."""
        waarde = self.waarde(naam, verplicht=standaard is None and not mag_leeg)
        if waarde is None:
            return standaard
        if isinstance(waarde, str) and re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,4})?", waarde):
            waarde = Decimal(waarde)
        if isinstance(waarde, bool) or not isinstance(waarde, int | Decimal) or not laagst < waarde < hoogst:
            self.fout(
                naam,
                "percentage_onjuist",
                f"is een percentage tussen {laagst} en {hoogst}. {waarom.nl}",
                f"is a percentage between {laagst} and {hoogst}. {waarom.en}",
            )
            return standaard
        return Decimal(waarde)

    def tekst(self, naam: str, hoogstens: int = 100, standaard: str | None = None) -> str:
        """A short readable text; empty after a fault."""
        waarde = self.waarde(naam, verplicht=standaard is None)
        if waarde is None:
            return standaard or ""
        if (
            not isinstance(waarde, str)
            or not waarde.strip()
            or len(waarde) > hoogstens
            or not waarde.isprintable()
        ):
            self.fout(naam, "tekst_onjuist", f"is een tekst van 1 tot en met {hoogstens} leesbare tekens.", f"is a text of 1 to {hoogstens} readable characters.")  # fmt: skip
            return ""
        return waarde.strip()

    def keuze(self, naam: str, keuzes: Iterable[str], standaard: str | None = None) -> str:
        """One of a few words."""
        waarde = self.waarde(naam, verplicht=standaard is None)
        if waarde is None:
            return standaard or ""
        mogelijk = tuple(keuzes)
        if waarde not in mogelijk:
            self.fout(
                naam,
                "keuze_onjuist",
                f"is een van: {', '.join(mogelijk)}.",
                f"is one of: {', '.join(mogelijk)}.",
            )
            return standaard or ""
        return str(waarde)

    def schakelaar(self, naam: str, standaard: bool) -> bool:
        """True or false."""
        waarde = self.waarde(naam, verplicht=False)
        if waarde is None:
            return standaard
        if not isinstance(waarde, bool):
            self.fout(naam, "keuze_onjuist", "is true of false.", "is true or false.")
            return standaard
        return waarde

    def datum(self, naam: str, *, verplicht: bool = True) -> date | None:
        """A day of the calendar."""
        waarde = self.waarde(naam, verplicht=verplicht)
        if waarde is None:
            return None
        dag = lees_datum(waarde)
        if dag is None:
            self.fout(naam, "datum_onjuist", f"is een bestaande datum als JJJJ-MM-DD, van {EERSTE_DAG} tot en met {LAATSTE_DAG}.", f"is an existing date as YYYY-MM-DD, from {EERSTE_DAG} to {LAATSTE_DAG}.")  # fmt: skip
        return dag

    def lijst(
        self, naam: str, hoogstens: int, *, verplicht: bool = True, minstens: int = 0
    ) -> list[tuple[str, Any]]:
        """The parts of a list with the place of each."""
        waarde = self.waarde(naam, verplicht=verplicht)
        if waarde is None:
            return []
        if not isinstance(waarde, list) or not minstens <= len(waarde) <= hoogstens:
            self.fout(naam, "lijst_onjuist", f"is een lijst van {minstens} tot en met {hoogstens} delen.", f"is a list of {minstens} to {hoogstens} items.")  # fmt: skip
            return []
        return [(f"{pointer(self.plek, naam)}/{nummer}", deel) for nummer, deel in enumerate(waarde)]

    def delen(
        self, naam: str, hoogstens: int, lees: Callable[[Deel], T], *, verplicht: bool = False
    ) -> Iterator[T]:
        """A list of objects, each read by `lees` and closed."""
        for plek, waarde in self.lijst(naam, hoogstens, verplicht=verplicht):
            deel = Deel(self.lezing, waarde, plek)
            yield lees(deel)
            deel.sluit()

    def sluit(self) -> None:
        """Refuse fields that nobody asked for: a typing error must not count as left out."""
        for vreemd in sorted(self.velden.keys() - self.gevraagd):
            self.fout(vreemd, "veld_onbekend", "is geen bekend veld; laat het weg of verbeter de naam.", "is no known field; leave it out or mend its name.")  # fmt: skip


def lees_datum(waarde: object) -> date | None:
    """An ISO date within the calendar, or None."""
    if not isinstance(waarde, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde):
        return None
    try:
        dag = date.fromisoformat(waarde)
    except ValueError:
        return None
    return dag if EERSTE_DAG <= dag <= LAATSTE_DAG else None


def lees_klok(tekst: object) -> int | None:
    """Minutes after midnight of "HH:MM" up to "24:00", or None."""
    treffer = _KLOK.fullmatch(tekst) if isinstance(tekst, str) else None
    if treffer is None:
        return None
    minuten = int(treffer[1]) * 60 + int(treffer[2])
    return minuten if minuten <= MINUTEN_PER_DAG else None


def komma(getal: float) -> str:
    """A number with one decimal as Dutch writes it."""
    return f"{getal:.1f}".replace(".", ",")
