"""The template tags of the larger parts of a page: what a case, a list and a page of figures are built of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms, template

from samenhang.kernel.basis import Tekst
from samenhang.kernel.termijnen import TermijnRegel
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.verbeteren import ONJUIST, gevraagd, kan_vragen
from samenhang.web import tekenen, weergave
from samenhang.web.grafieken import Grafiek
from samenhang.web.onderdelen import Benoemd, Bladen, Feit, Filter, Gebeurtenis, Tabblad, Zaakkop

register = template.Library()


@register.inclusion_tag("samenhang/delen/tijdlijn.html")
def nl_tijdlijn(gebeurtenissen: Sequence[Gebeurtenis], eerst: int = 0) -> dict[str, Any]:
    """What happened, newest first; with `eerst` only so many, and the rest behind a click."""
    regels = [
        (gebeurtenis, weergave.in_tekst(gebeurtenis.moment), gebeurtenis.moment.isoformat())
        for gebeurtenis in gebeurtenissen
    ]
    eind = eerst or len(regels)
    return {"regels": regels[:eind], "rest": regels[eind:]}


@register.inclusion_tag("samenhang/delen/termijnen.html")
def nl_termijnen(termijnen: Sequence[Any], regels: Mapping[str, TermijnRegel]) -> dict[str, Any]:
    """The terms of a case by the rules of its scheme, those that run first; past ones behind a click."""
    paren = [(termijn, regels[termijn.regel]) for termijn in termijnen]
    voorbij = [bool(termijn.klaar or termijn.vervallen) for termijn, _ in paren]
    return {
        "lopend": [paar for paar, weg in zip(paren, voorbij, strict=True) if not weg],
        "klaar": [paar for paar, weg in zip(paren, voorbij, strict=True) if weg],
    }


@register.inclusion_tag("samenhang/delen/feiten.html")
def nl_feiten(feiten: Sequence[Feit]) -> dict[str, Any]:
    """Facts as names with values, in columns that fit."""
    return {"feiten": feiten}


@register.inclusion_tag("samenhang/delen/zaakkop.html")
def nl_zaakkop(kop: Zaakkop) -> dict[str, Any]:
    """The header of a case."""
    return {"kop": kop}


@register.inclusion_tag("samenhang/delen/stappen.html")
def nl_stappen(stappen: Sequence[Benoemd], stap: str, gedaan: Collection[str] = ()) -> dict[str, Any]:
    """The steps of a process with the present one; only steps in `gedaan` are shown as passed."""
    return {"stappen": stappen, "stap": stap, "gedaan": gedaan}


@register.inclusion_tag("samenhang/delen/kruimels.html")
def nl_kruimels(hier: Tekst | str, *boven: str) -> dict[str, Any]:
    """The breadcrumb: this page (a plain text is a name of somebody's own, which is not translated), then per page above it, from the top: Dutch title, English title, path."""
    drietallen = zip(boven[::3], boven[1::3], boven[2::3], strict=True)
    return {
        "hier": hier,
        "eigen": isinstance(hier, str),
        "boven": [(weergave.in_twee(nl, en), pad) for nl, en, pad in drietallen],
    }


@register.inclusion_tag("samenhang/delen/tabbladen.html")
def nl_tabbladen(tabbladen: Sequence[Tabblad], nl: Tekst | str, en: str = "") -> dict[str, Any]:
    """The pages of a case; the text tells screen readers of what."""
    return {"tabbladen": tabbladen, "naam": weergave.in_twee(nl, en)}


@register.inclusion_tag("samenhang/delen/filters.html")
def nl_filters(filters: Sequence[Filter], alles: str) -> dict[str, Any]:
    """The filters that are on, each removable; `alles` is the address without any."""
    return {"filters": filters, "alles": alles}


@register.inclusion_tag("samenhang/delen/bladen.html")
def nl_bladen(bladen: Bladen) -> dict[str, Any]:
    """Where a list stands, and its neighbouring pages."""
    return {"bladen": bladen}


@register.inclusion_tag("samenhang/delen/grafiek.html")
def nl_grafiek(grafiek: Grafiek) -> dict[str, Any]:
    """A chart with its title, unit, legend and the same figures as a table."""
    return {
        "grafiek": grafiek,
        "hoogte": tekenen.hoogte(grafiek),
        "tekeningen": [
            ("grafiek__breed", tekenen.BREED, tekenen.tekening(grafiek, tekenen.BREED)),
            ("grafiek__smal", tekenen.SMAL, tekenen.tekening(grafiek, tekenen.SMAL)),
        ],
        "rijen": [
            (
                categorie,
                [
                    tekenen.waarde_in_tekst(reeks.waarden[plaats], grafiek.decimalen)
                    for reeks in grafiek.reeksen
                ],
            )
            for plaats, categorie in enumerate(grafiek.categorieen)
        ],
    }


@register.inclusion_tag("samenhang/delen/fouten.html")
def nl_fouten(formulier: forms.BaseForm) -> dict[str, Any]:
    """What is wrong in a form, above it, each error with a link to its field; nothing when it is right."""
    return {"formulier": formulier}


@register.inclusion_tag("samenhang/delen/mijn_rechten.html", takes_context=True)
def mijn_rechten(context: dict[str, Any], zaken: Sequence[Zaak], scheme_naam: str) -> dict[str, Any]:
    """What a resident can ask on his own page in any register: a correction, and his copy."""
    open_ = [zaak for zaak in zaken if zaak.gesloten is None and kan_vragen(scheme_naam)]
    return {
        "csrf_token": context.get("csrf_token"),
        "zaken": [(zaak, gevraagd(zaak)) for zaak in open_],
        "meer": len(open_) > 1,
        "scheme": scheme_naam,
        "onjuist": ONJUIST.items(),
        "pdf": f"/mijn/kopie/{scheme_naam}.pdf",
        "json": f"/mijn/kopie/{scheme_naam}.json",
    }
