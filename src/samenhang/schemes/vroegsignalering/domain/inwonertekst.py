"""What a resident reads about where his case stands: plain words, what happens next. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Uitleg:
    """Where it stands, and what happens next."""

    nu: Tekst
    straks: Tekst


_AF: Final = Tekst(
    "De gemeente doet nu niets meer. Wilt u later toch hulp? Bel ons gerust.",
    "The municipality does nothing more now. Do you want help later after all? Feel free to call us.",
)
UITLEG: Final = {
    "open": Uitleg(
        Tekst("Wij hebben een bericht over u gekregen.", "We received a message about you."),
        Tekst("Wij kijken of u hier woont. Daarna nemen wij contact met u op.", "We check that you live here. Then we contact you."),
    ),
    "reageerder_open": Uitleg(
        Tekst("U reageerde op een aanbod van het CAK.", "You responded to an offer of the CAK."),
        Tekst("Wij kijken of u hier woont. Daarna nemen wij contact met u op.", "We check that you live here. Then we contact you."),
    ),
    "benaderen": Uitleg(
        Tekst("Wij proberen u te bereiken.", "We are trying to reach you."),
        Tekst("Wij bellen, schrijven of komen langs. U mag ook zelf bellen.", "We call, write or come by. You may also call us."),
    ),
    "bereikt": Uitleg(
        Tekst("Wij hebben u gesproken.", "We spoke with you."),
        Tekst("Wij bieden u hulp aan. U beslist zelf of u die wilt.", "We offer you help. You decide whether you want it."),
    ),
    "aanvaard": Uitleg(
        Tekst("U wilt hulp.", "You want help."),
        Tekst("U krijgt een gesprek met een hulpverlener, uiterlijk op de datum hieronder.", "You get a talk with a counsellor, at the latest on the date below."),
    ),
    "gesprek": Uitleg(
        Tekst("U hebt een gesprek gehad.", "You had a talk."),
        Tekst("Samen spreekt u af hoe het verder gaat.", "Together you agree how to go on."),
    ),
    "overdracht_schuldhulp": Uitleg(
        Tekst("Schuldhulpverlening helpt u verder.", "Debt assistance helps you further."),
        Tekst("U krijgt een besluit, uiterlijk op de datum hieronder.", "You get a decision, at the latest on the date below."),
    ),
}  # fmt: skip
ANDERS: Final = Uitleg(Tekst("Uw melding is bijna afgerond.", "Your case is almost closed."), _AF)
KLAAR: Final = Uitleg(Tekst("Uw melding is afgerond.", "Your case is closed."), _AF)
BEZWAAR: Final = Uitleg(
    Tekst("U hebt bezwaar gemaakt.", "You objected."),
    Tekst("Wij nemen geen contact op. U krijgt een besluit, uiterlijk op de datum hieronder.", "We do not contact you. You get a decision, at the latest on the date below."),
)  # fmt: skip
TOEGEWEZEN: Final = Uitleg(
    Tekst("U kreeg gelijk met uw bezwaar.", "Your objection was granted."),
    Tekst("Wij nemen over deze melding geen contact meer op en wissen haar na de bewaartermijn.", "We do not contact you about this case any more, and erase it after the retention term."),
)  # fmt: skip

TERMIJNEN: Final = {
    "eerste_gesprek": Tekst("Uw eerste gesprek", "Your first talk"),
    "eerste_gesprek_dreigend": Tekst("Uw eerste gesprek", "Your first talk"),
    "bezwaar": Tekst("Antwoord op uw bezwaar", "Answer to your objection"),
    "verbetering": Tekst("Antwoord op uw verzoek om verbetering", "Answer to your request for correction"),
    "kopie": Tekst("Uw kopie op papier", "Your copy on paper"),
    "besluit_schuldhulp": Tekst("Besluit over schuldhulp", "Decision on debt assistance"),
}
"""Terms that are a promise to the resident, in his words; targets of the municipality itself are not shown as one."""


def uitleg(stap: str, *, gesloten: bool, bezwaar_open: bool, bezwaar_toegewezen: bool) -> Uitleg:
    """The words for a case as it stands."""
    if bezwaar_toegewezen:
        return TOEGEWEZEN
    if gesloten:
        return KLAAR
    if bezwaar_open:
        return BEZWAAR
    return UITLEG.get(stap) or UITLEG.get(stap.removeprefix("reageerder_"), ANDERS)


ONJUIST: Final = (
    ("naam", Tekst("mijn naam", "my name")),
    ("geboortedatum", Tekst("mijn geboortedatum", "my birth date")),
    ("adres", Tekst("mijn adres", "my address")),
    ("contact", Tekst("mijn telefoonnummer of e-mailadres", "my telephone number or e-mail address")),
    ("bedrag", Tekst("het bedrag of de rekening", "the amount or the bill")),
    ("betaald", Tekst("ik heb al betaald", "I have already paid")),
    ("anders", Tekst("iets anders", "something else")),
)
"""What a resident can say is wrong; without free text, the municipality asks the rest itself."""


def termijn_van(taaksoort: str) -> str:
    """The term that a request of the resident starts, by the kind of its task; empty when there is none."""
    if taaksoort.startswith("onjuist_"):
        return "verbetering"
    return "kopie" if taaksoort == "kopie" else ""


def gevraagd(taaksoort: str) -> Tekst | None:
    """What the resident asked, by the kind of the task that it became; None for other tasks."""
    if taaksoort == "kopie":
        return Tekst("een kopie op papier", "a copy on paper")
    if taaksoort == "wil_hulp":
        return Tekst("hulp", "help")
    wat = dict(ONJUIST).get(taaksoort.removeprefix("onjuist_")) if taaksoort.startswith("onjuist_") else None
    return Tekst(f"verbetering: {wat.nl}", f"correction: {wat.en}") if wat else None


WAAROVER: Final = {
    "gebruik": Tekst("dat en waarom wij uw gegevens gebruiken", "that and why we use your data"),
    "kennismaking": Tekst("wat een hulporganisatie van ons hoort", "what a help organisation hears from us"),
    "meervoudig": Tekst(
        "wat het meldpunt voor meer problemen tegelijk hoort", "what the desk for multiple problems hears"
    ),
}
"""What a resident was told about, in his words."""
BRIEF: Final = Tekst("met een brief", "by letter")
