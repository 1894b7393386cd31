"""What someone can do next with a case: first what its step asks, then the rest. Pure."""

from __future__ import annotations

from typing import Final

_CIJFERS: Final = ("huishouden", "inkomen", "schuld")
_STOPPEN: Final = ("intrekking", "beeindiging", "overlijden")
EERST: Final = {
    "gemeld": ("gesprek",),
    "gesprek_gevoerd": ("toelating", "afwijzing"),
    "toegelaten": ("huishouden", "inkomen", "stabilisatie"),
    "stabilisatie": ("inventarisatie",),
    "inventarisatie": ("schuld", "berekening", "voorstel"),
    "voorstel": ("antwoord", "rappel", "akkoord", "weigering"),
    "geweigerd": ("verzoek", "terugneming"),
    "dwangakkoord_verzocht": ("uitspraak",),
    "wsnp_verzocht": ("uitspraak",),
    "wsnp": ("wsnpslot",),
    "akkoord": ("borg",),
    "borg_aangevraagd": ("borguitkomst", "krediet"),
    "krediet_actief": ("betaling", "kwijtingsbevestiging"),
    "krediet_achterstand": ("achterstandsregeling", "betaling"),
    "sparen": ("betaling", "uitdeling"),
    "lopend": ("hercontrole",),
    "afgerond_kwijting": ("nazorg",),
    "nazorg": ("nazorggesprek",),
}
OOK: Final = {
    "gemeld": ("dreiging", *_STOPPEN),
    "gesprek_gevoerd": (*_CIJFERS, "opschorting", "hervatting", *_STOPPEN),
    "toegelaten": ("schuld", *_STOPPEN),
    "stabilisatie": (*_CIJFERS, *_STOPPEN),
    "inventarisatie": ("schuldwijziging", "huishouden", "inkomen", *_STOPPEN),
    "voorstel": ("rappel", "antwoord", "terugneming", *_STOPPEN),
    "geweigerd": _STOPPEN,
    "dwangakkoord_verzocht": _STOPPEN,
    "sparen": ("hercontrole", "inkomen", "huishouden", "terugboeking", "achterstandsregeling", *_STOPPEN),
    "lopend": ("inkomen", "huishouden", "betaling", "uitdeling", "terugboeking", *_STOPPEN),
    "krediet_actief": ("terugboeking", "inlossing", *_STOPPEN),
    "krediet_achterstand": (
        "borgclaim",
        "claimuitkomst",
        "terugboeking",
        "inlossing",
        "kwijtingsbevestiging",
        *_STOPPEN,
    ),
}


def te_doen(stap: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the verbs for who treats a case: first, and also."""
    return EERST.get(stap, ()), OOK.get(stap, _STOPPEN)
