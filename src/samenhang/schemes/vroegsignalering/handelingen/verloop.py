"""Steps aside, closing, a second reader, reopening, suspending, extending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Reden, veld
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN, TRAJECTEN


@dataclass(frozen=True, slots=True)
class BekendInvoer:
    """Contact with the debt counsellor who knows the resident."""

    hulpverlener: str = veld("Welke schuldhulpverlener sprak u?", "Which debt counsellor did you speak?")
    gesproken_op: date = veld("Wanneer", "When", vandaag=True)
    neemt_over: bool = veld("Neemt de schuldhulpverlener dit over?", "Does the counsellor take over?")


@dataclass(frozen=True, slots=True)
class TrajectInvoer:
    """Other support that runs."""

    traject: str = veld("Welk traject loopt er?", "Which support runs?", keuzes=tuple(TRAJECTEN.items()))
    gesproken_op: date = veld("Wanneer hoorde u dat?", "When did you hear?", vandaag=True)


@dataclass(frozen=True, slots=True)
class AfrondingInvoer:
    """A result and why."""

    resultaat: str = veld("Uitkomst", "Result", keuzes=tuple((r.naam, r.titel) for r in RESULTATEN.values()))
    reden: str = veld("Reden", "Reason", uitleg=Tekst("Staat in de tijdlijn.", "Goes into the timeline."))


@dataclass(frozen=True, slots=True)
class TweedeLezerInvoer:
    """Who reads along, and why the resident cannot be involved."""

    lezer: UUID = veld("Teamleider", "Team lead", bron="teamleiders")
    reden: str = veld("Waarom kan het niet met de inwoner?", "Why can it not be done with the resident?")


@dataclass(frozen=True, slots=True)
class TweedeLezing:
    """Whether the second reader agrees."""

    akkoord: bool = veld(
        "Bent u het eens met een verwijzing zonder de inwoner?",
        "Do you agree with a referral without the resident?",
    )
    reden: str = veld("Motivering", "Motivation")


@dataclass(frozen=True, slots=True)
class VerlengingInvoer:
    """Which term, and why longer."""

    termijn: str = veld("Termijn", "Term", bron="verlengbaar")
    reden: str = veld(
        "Reden",
        "Reason",
        uitleg=Tekst("Bij een bezwaar leest de inwoner dit.", "With an objection the resident reads this."),
    )


VERLOOP = (
    Handeling(
        "al-bekend", Tekst("Al bekend bij schuldhulp", "Known to debt assistance"),
        Tekst("Kan alleen als u de schuldhulpverlener sprak en die het overneemt.", "Only when you spoke the counsellor, who takes over."),
        BekendInvoer,
        lambda actor, zaak, i: actions.leg_bekend_vast(actor, zaak, i.hulpverlener, i.gesproken_op, i.neemt_over),
    ),
    Handeling(
        "ander-traject", Tekst("Er loopt een ander traject", "Other support runs"),
        Tekst("Een bewindvoerder telt niet als hulp.", "A financial administrator does not count as help."),
        TrajectInvoer, lambda actor, zaak, i: actions.leg_traject_vast(actor, zaak, i.traject, i.gesproken_op),
    ),
    Handeling(
        "afronden", Tekst("Rond af", "Close"),
        Tekst("De melding sluit en de partner krijgt de terugkoppeling die is toegestaan.", "The case closes and the partner gets the feedback that is allowed."),
        AfrondingInvoer, lambda actor, zaak, i: actions.rond_af(actor, zaak, i.resultaat, i.reden), pad="afsluiten",
    ),
    Handeling(
        "tweede-lezer-vragen", Tekst("Vraag een tweede lezer", "Ask a second reader"),
        Tekst("Voor een verwijzing zonder de inwoner beslissen twee mensen.", "For a referral without the resident two people decide."),
        TweedeLezerInvoer, lambda actor, zaak, i: actions.vraag_tweede_lezer(actor, zaak, i.lezer, i.reden),
    ),
    Handeling(
        "tweede-lezing", Tekst("Lees mee", "Read along"),
        Tekst("Bent u akkoord, dan kan de behandelaar afronden.", "When you agree, the handler can close."),
        TweedeLezing, lambda actor, zaak, i: actions.lees_mee(actor, zaak, i.akkoord, i.reden),
    ),
    Handeling(
        "heropenen", Tekst("Heropen", "Reopen"),
        Tekst("Het benaderen begint opnieuw.", "Contacting starts again."),
        Reden, lambda actor, zaak, i: actions.heropen(actor, zaak, i.reden),
    ),
    Handeling(
        "opschorten", Tekst("Schort op", "Suspend"),
        Tekst("Streefdata staan stil; wettelijke termijnen lopen door.", "Targets stand still; statutory terms run on."),
        Reden, lambda actor, zaak, i: actions.schort_op(actor, zaak, i.reden),
    ),
    Handeling(
        "hervatten", Tekst("Hervat", "Resume"),
        Tekst("Termijnen die stilstonden krijgen hun nieuwe einddatum.", "Terms that stood still get their new end."),
        Reden, lambda actor, zaak, i: actions.hervat(actor, zaak, i.reden),
    ),
    Handeling(
        "verlengen", Tekst("Verleng een termijn", "Extend a term"),
        Tekst("Alleen waar de wet het toelaat, en één keer. Bij een bezwaar krijgt de inwoner een brief; zeg het hem anders zelf.", "Only where the law allows, and once. With an objection the resident gets a letter; else tell him yourself."),
        VerlengingInvoer, lambda actor, zaak, i: actions.verleng(actor, zaak, i.termijn, i.reden),
        vooraf=queries.bericht_later_vooraf,
    ),
)  # fmt: skip
