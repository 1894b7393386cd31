"""Correct someone's data; set and lift conditions of the source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, veld
from samenhang.kernel.verstrekkingen.domain.voorwaarden import TITELS
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.scheme import SCHEME

OVER = (
    ("naw", Tekst("Naam, geboortedatum en adres", "Name, birth date and address")),
    ("contact", Tekst("Telefoon en e-mail", "Telephone and e-mail")),
    *((deel.naam, deel.titel) for deel in SCHEME.categorieen),
)


@dataclass(frozen=True, slots=True)
class VerbeteringInvoer:
    """What it should be; empty stays as it is."""

    persoon: UUID = veld("Over wie", "About whom", bron="personen")
    reden: str = veld(
        "Waarom klopte het niet?",
        "Why was it wrong?",
        uitleg=Tekst("Staat in de tijdlijn.", "Goes into the timeline."),
    )
    achternaam: str = veld(
        "Achternaam",
        "Surname",
        standaard="",
        uitleg=Tekst("Leeg: blijft zoals het is.", "Empty: stays as it is."),
    )
    tussenvoegsel: str = veld("Tussenvoegsel", "Prefix", standaard="")
    voorletters: str = veld("Voorletters", "Initials", standaard="")
    geboortedatum: date | None = veld("Geboortedatum", "Birth date", standaard=None)


@dataclass(frozen=True, slots=True)
class VoorwaardeInvoer:
    """Whose data, which kind, what the source asks, and who that is."""

    persoon: UUID = veld("Over wie", "About whom", bron="personen")
    over: str = veld("Welke gegevens", "Which data", keuzes=OVER)
    soort: str = veld(
        "Wat vraagt de bron?",
        "What does the source ask?",
        keuzes=tuple((str(soort), titel) for soort, titel in TITELS.items()),
    )
    bron: str = veld(
        "Wie is de bron?",
        "Who is the source?",
        uitleg=Tekst("De organisatie die de gegevens gaf.", "The organisation that gave the data."),
        hoogstens=200,
    )


@dataclass(frozen=True, slots=True)
class OpheffenInvoer:
    """Whose data, which kind, and who at the source agrees."""

    persoon: UUID = veld("Over wie", "About whom", bron="personen")
    over: str = veld("Welke gegevens", "Which data", keuzes=OVER)
    akkoord_van: str = veld("Wie bij de bron is akkoord?", "Who at the source agrees?", hoogstens=200)


VERBETEREN = (
    Handeling(
        "gegevens-verbeteren", Tekst("Verbeter naam of geboortedatum", "Correct name or birth date"),
        Tekst("Wie de foute gegevens kreeg, krijgt de goede. Bevestigt hij niet binnen twee werkdagen, dan staat er een taak.",
              "Who received the wrong data gets the right ones. When he does not confirm within two working days there is a task."),
        VerbeteringInvoer,
        lambda actor, zaak, i: actions.verbeter_gegevens(
            actor, zaak, i.persoon, actions.Verbetering(i.achternaam, i.tussenvoegsel, i.voorletters, i.geboortedatum), i.reden
        ),
        pad="gegevensverbeteringen", nieuw=True,
    ),
    Handeling(
        "voorwaarde", Tekst("Leg een voorwaarde van de bron vast", "Record a condition of the source"),
        Tekst("Wat er tegenin gaat, wordt vanaf nu geweigerd. De voorwaarde gaat mee met wat wel mag.",
              "What goes against it is refused from now on. The condition goes along with what may go."),
        VoorwaardeInvoer, lambda actor, zaak, i: actions.stel_voorwaarde(actor, zaak, i.persoon, i.over, i.soort, i.bron),
        pad="voorwaarden", nieuw=True,
    ),
    Handeling(
        "voorwaarde-opheffen", Tekst("De bron is akkoord met doorgeven", "The source agrees to passing on"),
        Tekst("De voorwaarde geldt niet meer. Wie akkoord was, blijft bewaard.",
              "The condition holds no more. Who agreed is kept."),
        OpheffenInvoer, lambda actor, zaak, i: actions.hef_voorwaarde_op(actor, zaak, i.persoon, i.over, i.akkoord_van),
        pad="voorwaardenakkoord",
    ),
)  # fmt: skip
