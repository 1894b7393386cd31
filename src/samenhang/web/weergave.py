"""How a value reads on a page: the language of the request, Dutch time, Dutch notation of amounts."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import get_language

from samenhang.kernel.basis import Bedrag, Taal, Tekst

NEDERLAND = ZoneInfo("Europe/Amsterdam")
DAGEN = {
    Taal.NL: ("ma", "di", "wo", "do", "vr", "za", "zo"),
    Taal.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MAANDEN = {
    Taal.NL: ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    Taal.EN: ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
AFSTAND = {
    -1: Tekst("gisteren", "yesterday"),
    0: Tekst("vandaag", "today"),
    1: Tekst("morgen", "tomorrow"),
}


def taal() -> Taal:
    """The language of the request; Dutch unless it is English."""
    return Taal.EN if (get_language() or "").startswith("en") else Taal.NL


def in_twee(nl: Tekst | str, en: str = "") -> str:
    """A text given in both languages, as a `Tekst`, or once where it is the same in both.

    Never marked as safe: a text is a text, also when it stood between quotes in a template.
    """
    tekst = nl if isinstance(nl, Tekst) else Tekst(nl, en or nl)
    return "" + tekst.in_taal(taal())


def vandaag() -> date:
    """The day it is in the Netherlands."""
    return timezone.now().astimezone(NEDERLAND).date()


def dag_van(dag: date) -> date:
    """The Dutch calendar day of a moment; a day stays itself."""
    if not isinstance(dag, datetime):
        return dag
    return dag.astimezone(NEDERLAND).date() if timezone.is_aware(dag) else dag.date()


def korte_datum(dag: date, *, jaar: bool = True) -> str:
    """A day as "do 9 apr 2026", without the year as "do 9 apr"."""
    dag = dag_van(dag)
    tekst = f"{DAGEN[taal()][dag.weekday()]} {dag.day} {MAANDEN[taal()][dag.month - 1]}"
    return f"{tekst} {dag.year}" if jaar else tekst


def moment_in_tekst(tijdstip: datetime) -> str:
    """A moment in Dutch time as "do 9 apr 2026, 14:05"."""
    return f"{korte_datum(tijdstip)}, {tijdstip.astimezone(NEDERLAND):%H:%M}"


def afstand(dag: date, vanaf: date, verleden: Tekst) -> str:
    """How far a day lies from another, in words; `verleden` says "{n} dagen te laat" or the like for days past.

    Its place `{n}` takes the number with its unit ("3 dagen", "1 day").
    """
    dagen = (dag_van(dag) - vanaf).days
    aantal = Tekst(
        f"{abs(dagen)} {'dag' if abs(dagen) == 1 else 'dagen'}",
        f"{abs(dagen)} {'day' if abs(dagen) == 1 else 'days'}",
    ).in_taal(taal())
    if dagen in AFSTAND and dagen >= 0:
        return AFSTAND[dagen].in_taal(taal())
    zin = verleden if dagen < 0 else Tekst("over {n}", "in {n}")
    return zin.met(n=aantal).in_taal(taal())


def getal(waarde: int | float, decimalen: int = 0) -> str:
    """A number with the separators of the language: "1.234,5" or "1,234.5"; whole numbers without decimals.

    With `decimalen` it has exactly so many, as amounts do.
    """
    engels = f"{waarde:,}" if isinstance(waarde, int) or waarde % 1 else f"{int(waarde):,}"
    if decimalen:
        engels = f"{waarde:,.{decimalen}f}"
    return engels if taal() is Taal.EN else engels.translate(str.maketrans(",.", ".,"))


def procent(waarde: str) -> str:
    """A percentage as it stands on the wire ("39.65") with the separator of the language: "39,65 %"."""
    return f"{waarde if taal() is Taal.EN else waarde.replace('.', ',')} %"


def in_tekst(waarde: object) -> str:
    """Any value as people read it; nothing at all reads as a dash."""
    match waarde:
        case None | "":
            return "–"
        case Tekst():
            return waarde.in_taal(taal())
        case Bedrag():
            return waarde.scherm()
        case bool():
            return (Tekst("ja", "yes") if waarde else Tekst("nee", "no")).in_taal(taal())
        case datetime():
            return moment_in_tekst(waarde)
        case date():
            return korte_datum(waarde)
        case int() | float():
            return getal(waarde)
        case _:
            return str(waarde)
