"""Who reports, why, and where a report that needs no joint approach goes. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

MELDERS: Final = {
    "inwoner": Tekst("Inwoner zelf", "The resident"),
    "naaste": Tekst("Familie of buur", "Family or neighbour"),
    "professional": Tekst("Professional", "Professional"),
    "vroegsignalering": Tekst("Vroegsignalering", "Early detection"),
    "schuldhulp": Tekst("Schuldhulp", "Debt assistance"),
}
HOE: Final = {
    "telefoon": Tekst("Telefoon", "Telephone"),
    "balie": Tekst("Balie", "Counter"),
    "mail": Tekst("E-mail", "E-mail"),
    "formulier": Tekst("Formulier", "Form"),
}
OVERGEDRAGEN: Final = "overdracht"
ALLE_MANIEREN: Final = {
    **HOE,
    OVERGEDRAGEN: Tekst("Doorgegeven door een ander team", "Passed on by another team"),
}
BESTEMMINGEN: Final = {
    "advies": Tekst("Advies gegeven aan de melder", "Advice given to the reporter"),
    "schuldhulp": Tekst("Naar schuldhulp", "To debt assistance"),
    "wijkteam": Tekst("Naar het wijkteam", "To the neighbourhood team"),
    "jeugdhulp": Tekst("Naar jeugdhulp", "To youth help"),
    "huisarts": Tekst("Naar de huisarts", "To the general practitioner"),
    "veilig_thuis": Tekst("Naar Veilig Thuis", "To Veilig Thuis"),
}
RELATIES: Final = {
    "hulpvrager": Tekst("om wie het gaat", "whom it is about"),
    "partner": Tekst("partner", "partner"),
    "ouder": Tekst("ouder", "parent"),
    "kind": Tekst("kind", "child"),
    "huisgenoot": Tekst("huisgenoot", "housemate"),
}
WIJZEN: Final = {
    "gesprek": Tekst("Gesprek", "Talk"),
    "telefoon": Tekst("Telefoon", "Telephone"),
    "brief": Tekst("Brief", "Letter"),
}
