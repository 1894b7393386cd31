"""Rules for people: what changes from one set to the next, and the sentences a resident reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.vroegsignalering.domain.beleidsregels.regels import Beleidsregels, Opvolgregel
from samenhang.schemes.vroegsignalering.domain.pogingen import SOORTEN_POGING


@dataclass(frozen=True, slots=True)
class Verschil:
    """One rule that changes: what it is called, what it was, what it becomes."""

    wat: Tekst
    oud: Any
    nieuw: Any

    @property
    def was(self) -> str:
        """What it was, on the wire."""
        return _tekst(self.oud, str).nl

    @property
    def wordt(self) -> str:
        """What it becomes, on the wire."""
        return _tekst(self.nieuw, str).nl

    @property
    def was_leesbaar(self) -> Tekst:
        """What it was, for people."""
        return _tekst(self.oud, Bedrag.scherm)

    @property
    def wordt_leesbaar(self) -> Tekst:
        """What it becomes, for people."""
        return _tekst(self.nieuw, Bedrag.scherm)


TITELS: Final = {
    "drempel": Tekst("Drempelbedrag", "Threshold"),
    "minimumDagen": Tekst("Achterstand minstens zo oud (dagen)", "Arrears at least this old (days)"),
    "maximumDagen": Tekst("Achterstand hoogstens zo oud (dagen)", "Arrears at most this old (days)"),
    "spoedWerkdagen": Tekst(
        "Dreiging is spoed binnen (werkdagen)", "A threat is urgent within (working days)"
    ),
    "huurgrens": Tekst("Huurachterstand gaat voor vanaf", "Rent arrears go first from"),
    "terugkijkMaanden": Tekst("Opeenvolgend binnen (maanden)", "Successive within (months)"),
    "opvolging": Tekst("Opvolgtabel", "Follow-up table"),
    "aanbod": Tekst("Tekst van het aanbod", "Text of the offer"),
    "aanbodEn": Tekst("Tekst van het aanbod (Engels)", "Text of the offer (English)"),
    "postcodes": Tekst("Postcodes van de gemeente", "Postcodes of the municipality"),
    "experimenten": Tekst("Tijdelijke regelingen die aan staan", "Temporary regulations switched on"),
    "cak": Tekst("Wanbetalers bij het CAK", "Defaulters at the CAK"),
    "retouradres": Tekst("Retouradres op de envelop", "Return address on the envelope"),
    "telefoon": Tekst("Telefoonnummer in brieven", "Telephone number in letters"),
    "mail": Tekst("E-mailadres in brieven", "E-mail address in letters"),
}


def verschillen(oud: Beleidsregels, nieuw: Beleidsregels) -> list[Verschil]:
    """What changes from one set to the next, in the order of the form."""
    was, wordt = _waarden(oud), _waarden(nieuw)
    gevonden = []
    for naam, titel in TITELS.items():
        if naam == "opvolging":
            gevonden += _per_klasse(titel, was[naam], wordt[naam])
        elif was[naam] != wordt[naam]:
            gevonden.append(Verschil(titel, was[naam], wordt[naam]))
    return gevonden


def _per_klasse(titel: Tekst, was: Mapping[int, Tekst], wordt: Mapping[int, Tekst]) -> list[Verschil]:
    """A line for each class of the follow-up table that changes."""
    return [
        Verschil(Tekst(f"{titel.nl}, groep {k}", f"{titel.en}, group {k}"), was.get(k), wordt.get(k))
        for k in sorted({*was, *wordt})
        if was.get(k) != wordt.get(k)
    ]


def _waarden(regels: Beleidsregels) -> dict[str, Any]:
    """The rules by name, amounts as amounts and the rows of the follow-up table as sentences."""
    opvolging = {r.klasse: _opvolging(r) for r in regels.opvolging}
    bedragen = {"drempel": regels.drempel, "huurgrens": regels.huurgrens}
    return regels.draad() | bedragen | {"opvolging": opvolging}


def _opvolging(regel: Opvolgregel) -> Tekst:
    """A row of the follow-up table in a sentence."""
    kanalen = [SOORTEN_POGING[kanaal] for kanaal in regel.kanalen]
    return Tekst(
        f"{regel.route.nl}; aanbod binnen {regel.werkdagen} werkdagen; met {', '.join(k.nl for k in kanalen)}",
        f"{regel.route.en}; offer within {regel.werkdagen} working days; by {', '.join(k.en for k in kanalen)}",
    )


def _tekst(waarde: Any, bedrag: Callable[[Bedrag], str]) -> Tekst:
    """A value in words; nothing is a dash."""
    match waarde:
        case Tekst():
            return waarde
        case Bedrag():
            return Tekst(bedrag(waarde), bedrag(waarde))
        case bool():
            return Tekst("ja", "yes") if waarde else Tekst("nee", "no")
        case Mapping():
            return _tekst([f"{naam} {getal}" for naam, getal in sorted(waarde.items())], bedrag)
        case list() | tuple() if waarde:
            delen = [_tekst(deel, bedrag) for deel in waarde]
            return Tekst(", ".join(deel.nl for deel in delen), ", ".join(deel.en for deel in delen))
        case None | "" | [] | ():
            return Tekst("–", "–")
    return Tekst(str(waarde), str(waarde))


def in_gewone_woorden(regels: Beleidsregels) -> list[Tekst]:
    """The rules as a resident reads them, one sentence each."""
    d = regels.drempel.scherm()
    langst = ", ".join(f"{soort} {dagen}" for soort, dagen in sorted(regels.maximum_dagen.items()))
    zinnen = [
        Tekst(
            f"Wij nemen een melding op als de achterstand {d} of meer is. Dreigt afsluiting of ontruiming, of vraagt u zelf om contact, dan geldt die grens niet.",
            f"We take up a report if the arrears are {d} or more. If cut-off or eviction threatens, or you ask for contact yourself, that limit does not apply.",
        ),
        Tekst(
            f"De achterstand moet minstens {regels.minimum_dagen} dagen oud zijn." + (f" En hoogstens zo oud: {langst} dagen." if langst else ""),
            f"The arrears must be at least {regels.minimum_dagen} days old." + (f" And at most: {langst} days." if langst else ""),
        ),
        Tekst(
            f"Meldt dezelfde organisatie binnen {regels.terugkijk_maanden} maanden dezelfde achterstand nog eens, en is die niet hoger, dan doen wij daar niets mee.",
            f"If the same organisation reports the same arrears again within {regels.terugkijk_maanden} months, and they are not higher, we do nothing with it.",
        ),
        Tekst(
            f"Eerst komt wie binnen {regels.spoed_werkdagen} werkdagen iets dreigt te verliezen, daarna andere dreiging, daarna wie bij meer dan één organisatie achterstand heeft of {regels.huurgrens.scherm()} huur of meer.",
            f"First come those who may lose something within {regels.spoed_werkdagen} working days, then other threats, then those with arrears at more than one organisation or {regels.huurgrens.scherm()} rent or more.",
        ),
    ]  # fmt: skip
    if regels.cak == "reageerders":
        zinnen.append(
            Tekst(
                "Het CAK stuurt mensen met een achterstand bij de zorgverzekering zelf een aanbod. Wij kennen alleen wie daarop reageert, en alleen met wat hij ons zelf geeft.",
                "The CAK itself mails an offer to people with arrears on their health insurance. We know only who responds, and only what he gives us himself.",
            )
        )
    zinnen += [
        Tekst(
            f"Groep {r.klasse}: {r.route.nl}. Wij willen u binnen {r.werkdagen} werkdagen een aanbod doen.",
            f"Group {r.klasse}: {r.route.en}. We aim to make you an offer within {r.werkdagen} working days.",
        )
        for r in regels.opvolging
    ]
    return zinnen


NIET_BEKEKEN: Final = Tekst(
    "Wij kijken niet naar uw leeftijd, inkomen, gezin, afkomst, gezondheid of buurt, en niet naar eerdere hulp. Er is geen score en geen voorspelling. De computer zet meldingen alleen op volgorde met deze regels; een mens doet het aanbod.",
    "We do not look at your age, income, family, origin, health or neighbourhood, nor at earlier help. There is no score and no prediction. The computer only puts reports in order by these rules; a person makes the offer.",
)
