"""What is still to come: what an offer asks a month and until when, with its pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.termijnen import maanden_later
from samenhang.schemes.schuldhulp.domain.rekenbeeld import looptijden_van
from samenhang.schemes.schuldhulp.pages.beeld import beeld_van
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Feit
from samenhang.web.weergave import korte_datum

EURO = Tekst("euro", "euros")


@dataclass(frozen=True, slots=True)
class Vooruitzicht:
    """What the resident would pay and until when, with the balance per month and who gets what."""

    feiten: list[Feit]
    grafieken: list[Grafiek]


def vooruitzicht(regeling: str, delen: Sequence[Mapping[str, Any]]) -> Vooruitzicht:
    """Of the calculation on which an offer rests; a zero offer asks nothing and has no balance."""
    langer = looptijden_van(regeling, delen)
    if langer is None:
        niets = Tekst("niets: u kunt nu niets missen", "nothing: you cannot spare anything now")
        return Vooruitzicht([Feit(Tekst("Per maand", "A month"), niets)], [])
    kort = langer["antwoord"]["looptijden"][0]
    feiten = [
        Feit(Tekst("Per maand", "A month"), Bedrag.lees(langer["document"]["maandtermijn"]).scherm()),
        Feit(Tekst("Hoe lang", "How long"), Tekst(f"{kort['maanden_betaald']} maanden", f"{kort['maanden_betaald']} months")),
        Feit(Tekst("Samen", "In all"), Bedrag.lees(kort["betaald"]).scherm()),
        Feit(Tekst("Schuldenvrij, als het nu begint", "Without debt, if it begins now"), korte_datum(date.fromisoformat(kort["schuldenvrij"]))),
    ]  # fmt: skip
    beelden = [grafiek for deel in delen for grafiek in beeld_van(deel["naam"], deel["document"], deel["antwoord"])["grafieken"]]  # fmt: skip
    return Vooruitzicht(feiten, beelden if regeling == "SK" else [spaargrafiek(langer), *beelden])


def spaargrafiek(vergelijking: dict[str, Any]) -> Grafiek:
    """What is still to be saved after each month of the shorter term, with the day without debt in its title.

    `vergelijking` is the comparison of terms, with its document and its answer.
    """
    document, kort = vergelijking["document"], vergelijking["antwoord"]["looptijden"][0]
    begin, termijn = date.fromisoformat(document["start"]), Bedrag.lees(document["maandtermijn"])
    pot, maanden = Bedrag.lees(kort["betaald"]), kort["maanden_betaald"]
    wanneer = korte_datum(date.fromisoformat(kort["schuldenvrij"]))
    return Grafiek(
        "lijn",
        Tekst(f"Schuldenvrij op {wanneer} als het nu begint", f"Without debt on {wanneer} if it begins now"),
        Tekst("Wat er na elke maand nog gespaard moet worden.", "What is still to be saved after each month."),
        EURO,
        [f"{maanden_later(begin, n):%m-%Y}" for n in range(maanden + 1)],
        [Reeks(Tekst("Nog te sparen", "Still to save"), [max(0, pot.centen - n * termijn.centen) / 100 for n in range(maanden + 1)])],
        kop=Tekst("Maand", "Month"),
        decimalen=2,
    )  # fmt: skip
