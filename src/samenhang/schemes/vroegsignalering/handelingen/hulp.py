"""The offer, the answer to it, the talk and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets, veld
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain.processen import MELDING

KANALEN = (
    ("telefoon", Tekst("Telefoon", "Telephone")),
    ("huisbezoek", Tekst("Huisbezoek", "Home visit")),
    ("brief", Tekst("Brief", "Letter")),
    ("mail", Tekst("E-mail", "E-mail")),
)


@dataclass(frozen=True, slots=True)
class AanbodInvoer:
    """An offer of a first talk."""

    kanaal: str = veld("Hoe deed u het aanbod?", "How did you make the offer?", keuzes=KANALEN)
    datum: date = veld("Datum", "Date", vandaag=True)


@dataclass(frozen=True, slots=True)
class AanvaardingInvoer:
    """An acceptance: who, when, and whether a threat was confirmed."""

    persoon: UUID = veld("Wie aanvaardt", "Who accepts", bron="personen")
    datum: date = veld("Datum", "Date", vandaag=True)
    dreiging: bool = veld(
        "Is er een dreiging (ontruiming, afsluiting, einde zorgverzekering)?",
        "Is there a threat (eviction, cut-off, end of health cover)?",
    )


@dataclass(frozen=True, slots=True)
class DreigingInvoer:
    """Whether there is a threat."""

    dreiging: bool = veld(
        "Is er een dreiging (ontruiming, afsluiting, einde zorgverzekering)?",
        "Is there a threat (eviction, cut-off, end of health cover)?",
    )


@dataclass(frozen=True, slots=True)
class AfwijzingInvoer:
    """When the resident declined."""

    datum: date = veld("Datum", "Date", vandaag=True)


@dataclass(frozen=True, slots=True)
class VervolgInvoer:
    """What the talk leads to."""

    vervolg: str = veld(
        "Wat volgt op het gesprek?",
        "What follows the talk?",
        keuzes=tuple((naam, MELDING.stap(naam).titel) for naam in actions.VERVOLG),
    )


HULP = (
    Handeling(
        "aanbod", Tekst("Leg aanbod vast", "Record offer"),
        Tekst("De streefdatum voor het aanbod is dan gehaald.", "The target for the offer is then met."),
        AanbodInvoer, lambda actor, zaak, i: actions.doe_aanbod(actor, zaak, i.kanaal, i.datum), nieuw=True,
    ),
    Handeling(
        "aanvaarding", Tekst("Leg aanvaarding vast", "Record acceptance"),
        Tekst("Vanaf deze dag loopt de wettelijke termijn: 4 weken, bij dreiging 3 werkdagen (Wgs art. 4). De aanmelding gaat naar schuldhulp.",
              "From this day the statutory term runs: 4 weeks, or 3 working days under threat (Wgs art. 4). The referral goes to debt assistance."),
        AanvaardingInvoer, lambda actor, zaak, i: actions.aanvaard(actor, zaak, i.persoon, i.datum, i.dreiging),
    ),
    Handeling(
        "afwijzing", Tekst("De inwoner wil geen hulp", "The resident wants no help"),
        Tekst("Dat mag, en heeft geen gevolgen. De partner hoort niet waarom.", "That is allowed, without consequences. The partner does not hear why."),
        AfwijzingInvoer, lambda actor, zaak, i: actions.leg_afwijzing_vast(actor, zaak, i.datum),
    ),
    Handeling(
        "zelf-geregeld", Tekst("De inwoner heeft het zelf geregeld", "The resident settled it"),
        Tekst("Daarna rondt u de melding af.", "Then you close the case."),
        Niets, lambda actor, zaak, i: actions.leg_zelf_geregeld_vast(actor, zaak),
    ),
    Handeling(
        "dreiging", Tekst("Leg vast of er een dreiging is", "Record whether there is a threat"),
        Tekst("Bij een dreiging is het eerste gesprek binnen 3 werkdagen (Wgs art. 4 lid 2).", "Under a threat the first talk is within 3 working days (Wgs art. 4 lid 2)."),
        DreigingInvoer, lambda actor, zaak, i: actions.leg_dreiging_vast(actor, zaak, i.dreiging),
    ),
    Handeling(
        "gesprek", Tekst("Leg het gesprek vast", "Record the talk"),
        Tekst("Was het eerste gesprek er? Dan stopt de wettelijke termijn, en legt u het vervolg vast.", "Was the first talk held? Then the statutory term stops, and you record what follows."),
        Niets, lambda actor, zaak, i: actions.leg_gesprek_vast(actor, zaak),
    ),
    Handeling(
        "vervolg", Tekst("Leg vervolg vast", "Record what follows"),
        Tekst("Een hulpvraag, ook mondeling, is een aanvraag waarop de gemeente besluit (Wgs art. 4a).",
              "A request for help, also oral, is an application that the municipality decides on (Wgs art. 4a)."),
        VervolgInvoer, lambda actor, zaak, i: actions.leg_vervolg_vast(actor, zaak, i.vervolg),
    ),
)  # fmt: skip
