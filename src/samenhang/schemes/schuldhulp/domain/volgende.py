"""What someone can do next with a case: first what its step asks, then the rest. Pure."""

from __future__ import annotations

from typing import Final

_CIJFERS: Final = ("huishouden", "inkomen", "schuld")
BEREIKT: Final = "bereikt"
"""Only for who came through the helpline: it gets to hear whether he was reached."""
STOPPEN: Final = ("intrekking", "beeindiging", "overlijden")
"""A case can always end."""
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
    "gemeld": ("dreiging", BEREIKT, *STOPPEN),
    "gesprek_gevoerd": (*_CIJFERS, "opschorting", "hervatting", BEREIKT, *STOPPEN),
    "toegelaten": ("schuld", BEREIKT, *STOPPEN),
    "stabilisatie": (*_CIJFERS, BEREIKT, *STOPPEN),
    "inventarisatie": ("schuldwijziging", "huishouden", "inkomen", BEREIKT, *STOPPEN),
    "voorstel": ("rappel", "antwoord", "terugneming", *STOPPEN),
    "geweigerd": STOPPEN,
    "dwangakkoord_verzocht": ("verzoekintrekking", *STOPPEN),
    "wsnp_verzocht": ("verzoekintrekking", *STOPPEN),
    "sparen": ("hercontrole", "inkomen", "huishouden", "terugboeking", "achterstandsregeling", *STOPPEN),
    "lopend": ("inkomen", "huishouden", "betaling", "uitdeling", "terugboeking", *STOPPEN),
    "krediet_actief": ("terugboeking", "inlossing", *STOPPEN),
    "krediet_achterstand": (
        "borgclaim",
        "claimuitkomst",
        "terugboeking",
        "inlossing",
        "kwijtingsbevestiging",
        *STOPPEN,
    ),
}


def te_doen(stap: str, *, van_lijn: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the verbs for who treats a case: first, and also. `van_lijn`: he came through the helpline."""
    ook = OOK.get(stap, STOPPEN)
    return EERST.get(stap, ()), ook if van_lijn else tuple(naam for naam in ook if naam != BEREIKT)
