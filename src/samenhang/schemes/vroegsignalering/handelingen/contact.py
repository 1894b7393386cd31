"""Taking a melding, and contact attempts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets, Reden, veld
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.actions.contact import Poging
from samenhang.schemes.vroegsignalering.brieven import laad_sjablonen
from samenhang.schemes.vroegsignalering.domain.brieven import TALEN
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING


@dataclass(frozen=True, slots=True)
class PogingInvoer:
    """A contact attempt."""

    soort: str = veld("Hoe", "How", keuzes=tuple(SOORTEN_POGING.items()))
    datum: date = veld("Datum", "Date", vandaag=True)
    dagdeel: str = veld("Dagdeel", "Part of the day", keuzes=tuple(DAGDELEN.items()))
    bereikt: bool = veld("Is de inwoner bereikt?", "Was the resident reached?")
    notitie: str = veld(
        "Notitie", "Note", standaard="", regels=2, hoogstens=500,
        uitleg=Tekst("De inwoner kan dit lezen. Alleen wat nodig is.", "The resident can read this. Only what is needed."),
    )  # fmt: skip
    terugbellen_op: date | None = veld("Terugbellen op", "Call back on", standaard=None)

    def poging(self) -> Poging:
        """The same as the action takes it."""
        return Poging(self.soort, self.datum, self.dagdeel, self.bereikt, self.notitie, self.terugbellen_op)


@dataclass(frozen=True, slots=True)
class Verbetering:
    """A corrected contact attempt, in the place of an earlier one."""

    poging: UUID = veld("Welke poging", "Which attempt", bron="pogingen")
    soort: str = veld("Hoe", "How", keuzes=tuple(SOORTEN_POGING.items()))
    datum: date = veld("Datum", "Date", vandaag=True)
    dagdeel: str = veld("Dagdeel", "Part of the day", keuzes=tuple(DAGDELEN.items()))
    bereikt: bool = veld("Is de inwoner bereikt?", "Was the resident reached?")
    reden: str = veld("Waarom verbetert u dit?", "Why do you correct this?")


@dataclass(frozen=True, slots=True)
class BriefInvoer:
    """Which letter, in which languages."""

    sjabloon: str = veld(
        "Welke brief",
        "Which letter",
        keuzes=tuple({s.id: s.titel for s in laad_sjablonen()[0]}.items()),
    )
    taal: str = veld("Taal", "Language", standaard="beide", keuzes=tuple(TALEN.items()))


@dataclass(frozen=True, slots=True)
class DoorzendInvoer:
    """Who moved, and where to."""

    persoon: UUID = veld("Wie is verhuisd?", "Who moved?", bron="personen")
    naar_gemeente: str = veld("Naar welke gemeente?", "To which municipality?", hoogstens=80)
    toelichting: str = veld("Toelichting", "Note", standaard="")


CONTACT = (
    Handeling(
        "neem", Tekst("Zet op mijn naam", "Put in my name"),
        Tekst("U wordt behandelaar en ziet alles wat daarvoor nodig is.", "You become the handler and see all that takes."),
        Reden, lambda actor, zaak, i: actions.wijs_toe(actor, [zaak], actor.medewerker_id, i.reden),
    ),
    Handeling(
        "geef-vrij", Tekst("Geef vrij", "Release"),
        Tekst("De melding gaat terug naar de werkvoorraad.", "The case goes back to the work stock."),
        Reden, lambda actor, zaak, i: actions.wijs_toe(actor, [zaak], None, i.reden),
    ),
    Handeling(
        "doorzenden", Tekst("Stuur door naar de nieuwe gemeente", "Forward to the new municipality"),
        Tekst("Is de inwoner volgens de BRP verhuisd? Zijn achterstanden gaan naar die gemeente, per telefoon of beveiligde e-mail. De partner hoort alleen dat hij hier niet woont.",
              "Did the resident move, says the BRP? His arrears go to that municipality, by telephone or secure mail. The partner hears only that he does not live here."),
        DoorzendInvoer, lambda actor, zaak, i: actions.zend_door(actor, zaak, i.persoon, i.naar_gemeente, i.toelichting),
        pad="doorzendingen", nieuw=True,
    ),
    Handeling(
        "contactpoging", Tekst("Leg contact vast", "Record contact"),
        Tekst("Bereikt? Dan kunt u daarna het aanbod doen.", "Reached? Then you can make the offer next."),
        PogingInvoer, lambda actor, zaak, i: actions.leg_contactpoging_vast(actor, zaak, i.poging()),
        pad="contactpogingen", nieuw=True,
    ),
    Handeling(
        "kaartje", Tekst("Niet thuis, kaartje achtergelaten", "Nobody home, card left"),
        Tekst("Legt een huisbezoek van nu vast, niet bereikt, met een kaartje.", "Records a visit of now, not reached, with a card."),
        Niets, lambda actor, zaak, i: actions.niet_thuis_met_kaartje(actor, zaak), pad="kaartjes", nieuw=True,
    ),
    Handeling(
        "stuur-brief", Tekst("Stuur een brief", "Send a letter"),
        Tekst("De brief staat daarna als PDF bij de contactpogingen, en op de pagina van de inwoner.", "The letter then stands as PDF with the contact attempts, and on the resident's page."),
        BriefInvoer, lambda actor, zaak, i: actions.stuur_brief(actor, zaak, i.sjabloon, i.taal), pad="brieven", nieuw=True,
    ),
    Handeling(
        "verbeter-poging", Tekst("Verbeter een contactpoging", "Correct a contact attempt"),
        Tekst("De oude poging blijft zichtbaar, met uw reden, en telt niet meer mee.", "The old attempt stays visible, with your reason, and no longer counts."),
        Verbetering,
        lambda actor, zaak, i: actions.verbeter_contactpoging(
            actor, zaak, i.poging, Poging(i.soort, i.datum, i.dagdeel, i.bereikt), i.reden
        ),
        pad="verbeteringen", nieuw=True,
    ),
    Handeling(
        "niet-bereikt", Tekst("Stop: niet bereikt", "Stop: not reached"),
        Tekst("Kan na twee pogingen op verschillende dagdelen. Daarna rondt u de melding af.", "Possible after two attempts in different parts of the day. Then you close the case."),
        Reden, lambda actor, zaak, i: actions.geef_op(actor, zaak, i.reden),
    ),
)  # fmt: skip
