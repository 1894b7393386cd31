"""Template tags of the house: both languages side by side, Dutch dates and amounts, terms."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.template.base import Node, Parser, Token, token_kwargs
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from samenhang.kernel.basis import Bedrag, Tekst

register = template.Library()

DAGEN = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MAANDEN = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def _taal() -> str:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


class TekstKnoop(Node):
    """`{% t "Nederlands" "English" naam=waarde %}`; with `as x` it is kept instead of shown."""

    def __init__(self, nl: Any, en: Any, waarden: dict[str, Any], doel: str) -> None:
        self.nl, self.en, self.waarden, self.doel = nl, en, waarden, doel

    def render(self, context: template.Context) -> SafeString:
        """The text in the language of the request, with its places filled in and escaped."""
        bron = self.en if _taal() == "en" else self.nl
        tekst = str(bron.resolve(context))
        for naam, waarde in self.waarden.items():
            tekst = tekst.replace("{" + naam + "}", str(waarde.resolve(context)))
        if self.doel:
            context[self.doel] = tekst
            return SafeString("")
        return conditional_escape(tekst)


@register.tag("t")
def t(parser: Parser, token: Token) -> TekstKnoop:
    """A text in both languages; see `TekstKnoop`."""
    delen = token.split_contents()[1:]
    doel = ""
    if len(delen) > 2 and delen[-2] == "as":
        doel = delen[-1]
        delen = delen[:-2]
    if len(delen) < 2:
        raise template.TemplateSyntaxError('{% t "Nederlands" "English" %}: beide talen zijn nodig')
    nl, en, rest = parser.compile_filter(delen[0]), parser.compile_filter(delen[1]), delen[2:]
    return TekstKnoop(nl, en, token_kwargs(rest, parser), doel)


@register.filter
def in_taal(tekst: Tekst | str) -> str:
    """A `Tekst` in the language of the request."""
    return tekst.in_taal(_taal()) if isinstance(tekst, Tekst) else str(tekst)


@register.filter
def bedrag(waarde: Bedrag) -> str:
    """An amount in Dutch notation."""
    return waarde.scherm()


@register.filter
def datum(dag: date | datetime | None) -> str:
    """A day as "do 9 apr 2026"."""
    if dag is None:
        return ""
    if isinstance(dag, datetime):
        dag = timezone.localtime(dag).date()
    return f"{DAGEN[_taal()][dag.weekday()]} {dag.day} {MAANDEN[_taal()][dag.month - 1]} {dag.year}"


@register.filter
def moment(tijdstip: datetime | None) -> str:
    """A moment in Dutch time as "do 9 apr 2026, 14:05"."""
    return f"{datum(tijdstip)}, {timezone.localtime(tijdstip):%H:%M}" if tijdstip else ""


@register.filter
def over_dagen(dag: date | None) -> str:
    """How far a day is from today, in words."""
    if dag is None:
        return ""
    dagen = (dag - timezone.localdate()).days
    if dagen == 0:
        return "vandaag" if _taal() == "nl" else "today"
    if _taal() == "en":
        eenheid = "day" if abs(dagen) == 1 else "days"
        return f"in {dagen} {eenheid}" if dagen > 0 else f"{-dagen} {eenheid} late"
    eenheid = "dag" if abs(dagen) == 1 else "dagen"
    return f"over {dagen} {eenheid}" if dagen > 0 else f"{-dagen} {eenheid} te laat"


@register.inclusion_tag("samenhang/delen/termijn.html")
def termijn(dag: date | None) -> dict[str, Any]:
    """A term as a badge: day, distance, and a word when it is late or near."""
    dagen = (dag - timezone.localdate()).days if dag else 0
    return {
        "dag": dag,
        "stand": "" if dag is None else "laat" if dagen < 0 else "dichtbij" if dagen <= 3 else "ruim",
    }


@register.filter
def kort(regels: Any, aantal: int) -> Any:
    """The first rows of a list."""
    return list(regels)[:aantal]
