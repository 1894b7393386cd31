"""Why something was not passed on, in words for the person whom it is about (B1). Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

REDENEN: Final = {
    "voorwaarde_bron": Tekst(
        "Wie ons het gegeven gaf, wil niet dat wij het doorgeven.",
        "Who gave us the datum does not want us to pass it on.",
    ),
    "grondslag_niet_in_werking": Tekst(
        "De wet die dit moet toestaan, gold op die dag niet.",
        "The law that must allow this was not in force on that day.",
    ),
    "meer_dan_gelezen": Tekst(
        "De medewerker mocht dit gegeven zelf niet zien.",
        "The worker was not allowed to see this datum himself.",
    ),
    "geen_instemming": Tekst(
        "U gaf daar geen toestemming voor, of trok die in.",
        "You did not agree to that, or withdrew your consent.",
    ),
    "niet_geinformeerd": Tekst(
        "U was daarover nog niet geïnformeerd.",
        "You had not been told about it yet.",
    ),
    "bezwaar": Tekst("U maakte bezwaar.", "You objected."),
    "stap": Tekst(
        "Uw melding was daar nog niet aan toe, of is al afgerond.",
        "Your case had not come to that yet, or is closed.",
    ),
    "geen_grondslag": Tekst(
        "Geen wet laat toe dat wij dit doorgeven.",
        "No law allows us to pass this on.",
    ),
    "buiten_ceiling": Tekst(
        "De wet waarop het zou gaan, gaat niet zo ver.",
        "The law on which it would go does not go that far.",
    ),
    "niet_betrokken": Tekst(
        "De medewerker behandelt uw melding niet.",
        "The worker does not treat your case.",
    ),
    "afspraak_ontbreekt": Tekst(
        "De organisaties hebben daarover geen getekende afspraak.",
        "The organisations have no signed agreement about it.",
    ),
    "categorie_gesloten": Tekst(
        "Dit gegeven is afgesloten: bijna niemand mag het zien.",
        "This datum is closed: hardly anybody may see it.",
    ),
    "categorie_onbekend": Tekst(
        "Dit soort gegeven kennen wij niet.",
        "We do not know this kind of datum.",
    ),
    "noodzaak_ontbreekt": Tekst(
        "Er stond niet bij waarom het nodig is.",
        "It was not written why it is needed.",
    ),
    "leeftijd": Tekst(
        "U bent nog geen twaalf; daarvoor is uw vertegenwoordiger nodig.",
        "You are not twelve yet; your representative is needed for that.",
    ),
    "vertegenwoordiging": Tekst(
        "Wie het vroeg mag hierover niet voor u beslissen.",
        "Who asked may not decide this for you.",
    ),
    "maatregel": Tekst(
        "Wie het vroeg is niet uw curator of bewindvoerder.",
        "Who asked is not your curator or administrator.",
    ),
    "nood_ontbreekt": Tekst(
        "Er stond niet bij waarom het niet kan wachten.",
        "It was not written why it cannot wait.",
    ),
    "tweede_lezer": Tekst(
        "Een collega moet eerst meelezen.",
        "A colleague must read along first.",
    ),
}
"""The codes with which a disclosure is refused and kept as refused."""
