"""What someone can do next with a case: first what its step asks, then the rest. Pure."""

from __future__ import annotations

from typing import Final

_GEZIN: Final = ("instemming", "informeren", "gezinslid")
_NAMENS: Final = ("vertegenwoordiger", "tegen-belang", "vertegenwoordiger-stopt")
_HOGER: Final = ("bronakkoord", "zvh")
EERST: Final = {
    "triage": ("melder-bericht", "informeren", "instemming", "onderzoek", "doorgeleiden"),
    "onderzoek": ("aandachtspunt", "instemming", "conclusie"),
    "onderzoek_ambtshalve": ("aandachtspunt", "informeren", "conclusie"),
    "regie": ("plan",),
    "plan": ("doel", "afspraak", "meelezer", "vaststellen"),
    "uitvoering": ("nagekomen", "overleg", "evaluatie"),
    "casusoverleg": ("afspraak", "nagekomen"),
    "evaluatie": ("bijstellen", "afschalen"),
    "afschalen": ("afsluiten",),
}
OOK: Final = {
    "triage": ("gezinslid", "schuldhulp", "uitstel", "ambtshalve", "stoppen"),
    "onderzoek": ("informeren", "gezinslid", *_NAMENS, "schuldhulp", "verlengen", "stoppen"),
    "onderzoek_ambtshalve": ("gezinslid", "uitstel", "verlengen", "stoppen"),
    "conclusie": (*_GEZIN, "overschrijding", "stoppen"),
    "regie": (*_GEZIN, "schuldhulp", "stoppen"),
    "plan": (*_GEZIN, *_NAMENS, "schuldhulp", *_HOGER, "aandachtspunt", "stoppen"),
    "uitvoering": (
        *_GEZIN,
        "schuldhulp",
        *_HOGER,
        *_NAMENS,
        "delen",
        "aandachtspunt",
        "partij-stopt",
        "stoppen",
    ),
    "casusoverleg": ("schuldhulp", *_HOGER, "aandachtspunt", "instemming", "delen"),
    "evaluatie": (*_GEZIN, "schuldhulp", *_HOGER, "delen", "partij-stopt", "stoppen"),
    "afschalen": ("stoppen",),
}


def te_doen(stap: str, samenhang: bool | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the verbs for who treats a case: first, and also. After the conclusion its outcome decides."""
    eerst = EERST.get(stap, ())
    if stap == "conclusie":
        eerst = ("coordinator",) if samenhang else ("geen-aanpak",)
    return eerst, OOK.get(stap, ())
