"""The template tags of the house: text in both languages, values as people read them, buttons, fields, tables.

Loaded everywhere, with `onderdelen.py` for the larger parts; `docs/huisstijl.md` shows each tag in use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import islice
from typing import Any

from django import forms, template
from django.template.base import FilterExpression, Node, Parser, Token, token_kwargs
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.termijnen import stand
from samenhang.web import weergave
from samenhang.web.iconen import ICONEN
from samenhang.web.kaarten import met_koppen
from samenhang.web.onderdelen import Toon

register = template.Library()

VERLEDEN = Tekst("{n} geleden", "{n} ago")
TE_LAAT = Tekst("{n} te laat", "{n} late")
KNOPPEN = {
    "": "",
    "primair": "nl-button--primary",
    "secundair": "nl-button--secondary",
    "subtiel": "nl-button--subtle",
    "gevaar": "nl-button--primary nl-button--negative",
}
MELDINGEN = {
    "info": ("info", "info"),
    "goed": ("ok", "ok"),
    "let-op": ("warning", "let-op"),
    "fout": ("error", "fout"),
    "success": ("ok", "ok"),
    "warning": ("warning", "let-op"),
    "error": ("error", "fout"),
}
"""Our word for the tone, or Django's level of a message, to the word of NL Design System and our icon."""


class TekstKnoop(Node):
    """`{% t "Nederlands" "English" naam=waarde %}`; with `as x` it is kept instead of shown."""

    def __init__(
        self, nl: FilterExpression, en: FilterExpression, waarden: dict[str, FilterExpression], doel: str
    ) -> None:
        self.nl, self.en, self.waarden, self.doel = nl, en, waarden, doel

    def render(self, context: template.Context) -> SafeString:
        """The text in the language of the request with its places filled in, always escaped."""
        tekst = Tekst(nl=str(self.nl.resolve(context)), en=str(self.en.resolve(context)))
        if self.waarden:
            tekst = tekst.met(**{n: weergave.in_tekst(w.resolve(context)) for n, w in self.waarden.items()})
        uitkomst = "" + tekst.in_taal(weergave.taal())
        if self.doel:
            context[self.doel] = uitkomst
            return SafeString("")
        return escape(uitkomst) if context.autoescape else SafeString(uitkomst)  # nosec B703 B704: the template asked for unescaped text


@register.tag("t")
def t(parser: Parser, token: Token) -> TekstKnoop:
    """A text in both languages; `{naam}` takes the value given as `naam=`; see `TekstKnoop`."""
    delen = token.split_contents()[1:]
    doel = ""
    if len(delen) > 2 and delen[-2] == "as":
        doel = delen[-1]
        delen = delen[:-2]
    if len(delen) < 2:
        raise template.TemplateSyntaxError('{% t "Nederlands" "English" %}: beide talen zijn nodig')
    nl, en, rest = parser.compile_filter(delen[0]), parser.compile_filter(delen[1]), delen[2:]
    waarden = token_kwargs(rest, parser)
    if rest:
        raise template.TemplateSyntaxError(f"{{% t %}}: {rest[0]!r} is geen naam=waarde")
    return TekstKnoop(nl, en, waarden, doel)


@register.filter
def in_taal(tekst: Tekst | str) -> str:
    """A `Tekst` in the language of the request."""
    return tekst.in_taal(weergave.taal()) if isinstance(tekst, Tekst) else str(tekst)


@register.filter
def uit(sleutel: str, titels: Mapping[str, Tekst]) -> Tekst | str:
    """The title of a code; a code without one stays itself."""
    return titels.get(sleutel, sleutel)


@register.filter
def in_tekst(waarde: object) -> str:
    """Any value as people read it; nothing reads as a dash."""
    return weergave.in_tekst(waarde)


@register.filter
def bedrag(waarde: Bedrag | None) -> str:
    """An amount in Dutch notation."""
    return waarde.scherm() if waarde is not None else ""


@register.filter
def procent(waarde: str) -> str:
    """A percentage with the separator of the language."""
    return weergave.procent(waarde)


@register.filter
def datum(dag: date | None) -> str:
    """A day as "do 9 apr 2026"."""
    return weergave.korte_datum(dag) if dag else ""


@register.filter
def moment(tijdstip: datetime | None) -> str:
    """A moment in Dutch time as "do 9 apr 2026, 14:05"."""
    return weergave.moment_in_tekst(tijdstip) if tijdstip else ""


@register.filter
def over_dagen(dag: date | None) -> str:
    """How far a day is from today: "over 3 dagen", "morgen", "2 dagen geleden"."""
    return weergave.afstand(dag, weergave.vandaag(), VERLEDEN) if dag else ""


@register.filter
def kort(regels: Iterable[Any], aantal: int) -> list[Any]:
    """The first rows of a list."""
    return list(islice(regels, aantal))


@register.simple_tag
def nl_icoon(naam: str, titel: str = "") -> SafeString:
    """A line drawing; without a title it is hidden from screen readers."""
    wie = format_html('role="img" aria-label="{}"', titel) if titel else SafeString('aria-hidden="true"')
    return format_html('<svg class="icoon" viewBox="0 0 24 24" {}><path d="{}"/></svg>', wie, ICONEN[naam])


@register.inclusion_tag("samenhang/delen/knop.html")
def nl_knop(
    nl: Tekst | str,
    en: str = "",
    soort: str = "primair",
    href: str = "",
    naam: str = "",
    waarde: str = "",
    icoon: str = "",
    bevestig: Tekst | str = "",
    toets: str = "",
) -> dict[str, Any]:
    """A button that sends its form, or with `href` a link that looks like one.

    `soort`: primair (one per form), secundair, subtiel, gevaar. `bevestig` is asked before sending. `toets` is the
    letter that presses it, once on a page.
    """
    return {
        "tekst": weergave.in_twee(nl, en),
        "klasse": f"nl-button {KNOPPEN[soort]}",
        "href": href,
        "naam": naam,
        "waarde": waarde,
        "icoon": icoon,
        "bevestig": bevestig,
        "toets": toets,
    }


@register.inclusion_tag("samenhang/delen/veld.html")
def nl_veld(veld: forms.BoundField) -> dict[str, Any]:
    """A form field with label, help and error; the last two are linked to it by aria-describedby."""
    widget = veld.field.widget
    return {
        "veld": veld,
        "groep": isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple),
        "vinkje": isinstance(widget, forms.CheckboxInput),
    }


@register.simple_block_tag(end_name="einde_tabel")
def nl_tabel(
    content: SafeString, nl: Tekst | str, en: str = "", smal: bool = False, hoog: bool = False
) -> SafeString:
    """A table in a region that scrolls by itself, named for screen readers; between the tags stand thead and tbody.

    On a telephone each row becomes a card. `smal` is for a table that fits there as it is; `hoog` scrolls inside
    the window so that its header stays in sight.
    """
    return format_html(
        '<div class="tabelvlak{}{}" tabindex="0" role="region" aria-label="{}">'
        '<table class="utrecht-table utrecht-table--html-table{}">{}</table></div>',
        " tabelvlak--hoog" if hoog else "",
        "" if smal else " tabelvlak--kaarten",
        weergave.in_twee(nl, en),
        " utrecht-table--smal" if smal else "",
        content if smal else met_koppen(content),
    )


@register.inclusion_tag("samenhang/delen/sorteerkop.html", takes_context=True)
def nl_sorteerkop(
    context: template.Context, nl: Tekst | str, en: str = "", veld: str = "", getal: bool = False
) -> dict[str, Any]:
    """A column header that sorts: `?volgorde=veld`, and once more `?volgorde=-veld`."""
    request = context["request"]
    nu = request.GET.get("volgorde", "")
    vraag = request.GET.copy()
    vraag["volgorde"] = f"-{veld}" if nu == veld else veld
    richting = {veld: "ascending", f"-{veld}": "descending"}.get(nu, "")
    return {
        "titel": weergave.in_twee(nl, en),
        "vraag": vraag.urlencode(),
        "richting": richting,
        "getal": getal,
    }


@register.simple_block_tag(end_name="einde_melding")
def nl_melding(content: SafeString, soort: str = "info", nl: Tekst | str = "", en: str = "") -> SafeString:
    """An alert (info, goed, let-op, fout) with an optional title; what is wrong is read aloud at once."""
    klasse, icoon = MELDINGEN[soort]
    titel = format_html('<p class="utrecht-alert__titel">{}</p>', weergave.in_twee(nl, en)) if nl else ""
    return format_html(
        '<div class="utrecht-alert utrecht-alert--{}" role="{}"><span class="utrecht-alert__icon">{}</span>'
        '<div class="utrecht-alert__content">{}{}</div></div>',
        klasse,
        "alert" if klasse == "error" else "status",
        nl_icoon(icoon),
        titel,
        content,
    )


@register.simple_block_tag(end_name="einde_leeg")
def nl_leeg(content: SafeString, nl: Tekst | str, en: str = "", icoon: str = "bak") -> SafeString:
    """An empty list: the title says that it is empty, the content why and what to do."""
    return format_html(
        '<div class="blok leeg">{}<h2>{}</h2>{}</div>', nl_icoon(icoon), weergave.in_twee(nl, en), content
    )


@register.inclusion_tag("samenhang/delen/badge.html")
def nl_badge(nl: Tekst | str, en: str = "", toon: str = "", icoon: str = "") -> dict[str, Any]:
    """A word in a pill: rustig (empty), info, goed, let-op, fout."""
    return {"tekst": weergave.in_twee(nl, en), "toon": Toon(toon), "icoon": icoon}


@register.inclusion_tag("samenhang/delen/termijn.html")
def nl_termijn(einde: date | None, vandaag: date | None = None) -> dict[str, Any]:
    """The end of a term as "do 9 apr (over 3 dagen)", with a shape when it is near or late."""
    if einde is None:
        return {"einde": None}
    nu = vandaag or weergave.vandaag()
    dag = weergave.dag_van(einde)
    hoe = stand(dag, nu)
    return {
        "einde": dag,
        "datum": weergave.korte_datum(dag, jaar=dag.year != nu.year),
        "afstand": weergave.afstand(dag, nu, TE_LAAT),
        "toon": Toon.FOUT if hoe.verstreken else Toon.LET_OP if hoe.dringend else Toon.RUSTIG,
        "icoon": "fout" if hoe.verstreken else "klok" if hoe.dringend else "",
    }


@register.inclusion_tag("samenhang/delen/kpi.html")
def nl_kpi(
    nl: Tekst | str,
    en: str = "",
    waarde: object = None,
    eenheid: Tekst | str = "",
    uitleg: Tekst | str = "",
    toon: str = "",
    href: str = "",
) -> dict[str, Any]:
    """One figure as a tile; with `href` the whole tile leads to what it counts."""
    return {
        "label": weergave.in_twee(nl, en),
        "waarde": waarde,
        "eenheid": eenheid,
        "uitleg": uitleg,
        "toon": Toon(toon),
        "href": href,
    }
