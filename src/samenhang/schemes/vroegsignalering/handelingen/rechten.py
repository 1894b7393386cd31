"""Consent, telling the resident, and what may go onward because of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.rechten.domain.toestemming import BEWIJZEN, DOOR, HOE
from samenhang.kernel.scheme import Handeling, veld
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain import kennismaking, meervoudig
from samenhang.schemes.vroegsignalering.scheme import SCHEME

BIJ_ANTWOORD = tuple((naam, HOE[naam]) for naam in ("gesprek", "telefoon", "schriftelijk"))
VRAGEN = Tekst(
    f"Lees voor, van de eerste: “{kennismaking.TEKST.nl}” Van de tweede: “{meervoudig.TEKST.nl}”",
    f"Read out, of the first: “{kennismaking.TEKST.en}” Of the second: “{meervoudig.TEKST.en}”",
)
MANIEREN = (*BIJ_ANTWOORD, ("brief", Tekst("met een brief", "by letter")))


@dataclass(frozen=True, slots=True)
class ToestemmingInvoer:
    """The answer of, or for, a resident."""

    persoon: UUID = veld("Van wie is het antwoord?", "Whose answer is it?", bron="personen")
    ja: bool = veld("Is de inwoner akkoord?", "Does the resident agree?")
    hoe: str = veld("Hoe gaf de inwoner antwoord?", "How was the answer given?", keuzes=BIJ_ANTWOORD)
    door: str = veld(
        "Wie gaf het antwoord?", "Who gave the answer?", keuzes=tuple((str(naam), titel) for naam, titel in DOOR.items()), standaard="zelf",
        uitleg=Tekst("Tot 12 jaar antwoordt een ouder of voogd, daarna de persoon zelf als hij dat kan.",
                     "Under 12 a parent or guardian answers, after that the person when able to."),
    )  # fmt: skip
    door_wie: str = veld(
        "Naam van de vertegenwoordiger", "Name of the representative", standaard="", hoogstens=200
    )
    wilsonbekwaam: bool = veld(
        "Kan de inwoner dit niet zelf beoordelen?", "Is the resident not able to judge this?", standaard=False
    )
    bewijs: str = veld(
        "Op welk document zag u dat hij 18 of ouder is?", "On which document did you see that he is 18 or older?", standaard="",
        keuzes=(("", Tekst("niet nodig", "not needed")), *BEWIJZEN.items()),
        uitleg=Tekst("Alleen als de geboortedatum onbekend blijft. Er komt geen kopie en geen nummer in de zaak; uw naam staat erbij.",
                     "Only when the birth date stays unknown. No copy and no number comes into the case; your name stands with it."),
    )  # fmt: skip
    bewijs_op: date | None = veld("Wanneer zag u dat?", "When did you see it?", standaard=None)
    waarvoor: str = veld(
        "Wat vroeg u?", "What did you ask?", standaard=kennismaking.DOEL, uitleg=VRAGEN,
        keuzes=(
            (kennismaking.DOEL, Tekst("of een hulporganisatie naam en telefoon mag hebben", "whether a help organisation may have name and telephone")),
            (meervoudig.DOEL, Tekst("of het meldpunt voor meer problemen tegelijk hem mag helpen", "whether the desk for multiple problems may help")),
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class IntrekkenInvoer:
    """Whose consent ends; the resident himself need not say."""

    persoon: UUID | None = veld(
        "Wie trekt toestemming in?", "Who withdraws consent?", standaard=None, bron="personen"
    )


@dataclass(frozen=True, slots=True)
class InformerenInvoer:
    """Who was told what, when and how."""

    persoon: UUID = veld("Wie?", "Who?", bron="personen")
    waarover: str = veld(
        "Waarover?", "About what?",
        keuzes=(
            ("gebruik", Tekst("dat en waarom wij zijn gegevens gebruiken", "that and why we use his data")),
            (kennismaking.DOEL, Tekst("wat een hulporganisatie van ons hoort", "what a help organisation hears from us")),
            (meervoudig.DOEL, Tekst("wat het meldpunt voor meer problemen tegelijk hoort", "what the desk for multiple problems hears")),
        ),
    )  # fmt: skip
    hoe: str = veld("Hoe?", "How?", keuzes=MANIEREN)
    op: date = veld("Op", "On", vandaag=True)


@dataclass(frozen=True, slots=True)
class KennismakingInvoer:
    """Whose name goes, and to which organisation."""

    persoon: UUID = veld("Over wie", "About whom", bron="personen")
    organisatie: str = veld("Naar welke hulporganisatie?", "To which help organisation?", hoogstens=200)


@dataclass(frozen=True, slots=True)
class MeervoudigInvoer:
    """Who wants help with more than debts, since when, and what he wants said."""

    persoon: UUID = veld("Over wie", "About whom", bron="personen")
    gevraagd_op: date = veld("Wanneer vroeg de inwoner hierom?", "When did the resident ask for this?", vandaag=True)  # fmt: skip
    vraag: str = veld(
        "Waar wil de inwoner hulp bij?", "What does the resident want help with?", regels=4, hoogstens=meervoudig.HOOGSTENS,
        uitleg=Tekst("In zijn eigen woorden; alleen wat hij wil dat u erbij zegt.", "In his own words; only what he wants you to say."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class UitstelInvoer:
    """Whose telling is put off, until when, on which ground and why."""

    persoon: UUID = veld("Wie?", "Who?", bron="personen")
    grond: str = veld(
        "Op welke grond?", "On which ground?",
        keuzes=tuple((grond.naam, Tekst(f"{grond.titel.nl} ({grond.artikel}, hoogstens {grond.hoogstens} dagen)", f"{grond.titel.en} ({grond.artikel}, at most {grond.hoogstens} days)")) for grond in SCHEME.uitstelgronden),
        uitleg=Tekst("De tekst van deze artikelen is nog niet gecontroleerd; de lengte is beleid.", "The text of these articles has not been checked yet; the length is policy."),
    )  # fmt: skip
    tot: date = veld("Tot en met", "Up to and including")
    reden: str = veld(
        "Waarom kan het niet eerder?", "Why can it not be sooner?", regels=3, hoogstens=1000,
        uitleg=Tekst("De inwoner leest dit als het uitstel voorbij is.", "The resident reads this when the postponement has ended."),
    )  # fmt: skip


RECHTEN = (
    Handeling(
        "toestemming", Tekst("Leg toestemming vast", "Record consent"),
        Tekst("Alleen met een ja kunt u naam en telefoon doorgeven. De inwoner kan het altijd terugdraaien.",
              "Only with a yes can you pass on name and telephone. The resident can always take it back."),
        ToestemmingInvoer,
        lambda actor, zaak, i: actions.leg_toestemming_vast(
            actor, zaak, actions.Antwoordgegevens(i.persoon, i.ja, i.hoe, i.door, i.door_wie, i.wilsonbekwaam, i.waarvoor, i.bewijs, i.bewijs_op)
        ),
        pad="toestemmingen", nieuw=True,
    ),
    Handeling(
        "toestemming-intrekken", Tekst("Trek toestemming in", "Withdraw consent"),
        Tekst("Vanaf nu gaat er niets meer naar de hulporganisatie. Wie al iets kreeg, moet het wissen.",
              "From now on nothing goes to the help organisation. Who received something must erase it."),
        IntrekkenInvoer, lambda actor, zaak, i: actions.trek_toestemming_in(actor, zaak, i.persoon), pad="toestemmingsintrekking",
    ),
    Handeling(
        "informeren", Tekst("Leg vast wat de inwoner is verteld", "Record what the resident was told"),
        Tekst("Gaat het over het gebruik van zijn gegevens, dan is de termijn van AVG art. 14 gehaald.",
              "When it is about the use of his data, the term of AVG art. 14 is met."),
        InformerenInvoer, lambda actor, zaak, i: actions.leg_informeren_vast(actor, zaak, i.persoon, i.waarover, i.op, i.hoe),
        pad="informeringen", nieuw=True,
    ),
    Handeling(
        "informeren-uitstellen", Tekst("Stel het informeren uit", "Put off informing"),
        Tekst("Tot die dag leest de inwoner niets van deze melding, en belt of schrijft niemand. Daarna gaat de brief vanzelf.",
              "Until that day the resident reads nothing of this case, and nobody calls or writes. After that the letter goes by itself."),
        UitstelInvoer, lambda actor, zaak, i: actions.stel_informeren_uit(actor, zaak, actions.Uitstelkeuze(i.persoon, i.tot, i.grond, i.reden)),
        pad="uitstel", nieuw=True,
    ),
    Handeling(
        "kennismaking", Tekst("Breng in contact met een hulporganisatie", "Put in touch with a help organisation"),
        Tekst("Naam en telefoon gaan naar deze organisatie, en niet waarom. Zonder toestemming gebeurt er niets, en dat staat op de pagina van de inwoner.",
              "Name and telephone go to this organisation, and not why. Without consent nothing happens, and that stands on the resident's page."),
        KennismakingInvoer, lambda actor, zaak, i: actions.geef_kennismaking_door(actor, zaak, i.persoon, i.organisatie),
        pad="kennismakingen", nieuw=True,
    ),
    Handeling(
        "meervoudig", Tekst("Meld aan bij het meldpunt voor meer problemen tegelijk", "Refer to the desk for multiple problems"),
        Tekst("Naam, contact en wat de inwoner erbij wil zeggen gaan naar het meldpunt, niet welke schulden er zijn. Zonder toestemming gebeurt er niets, en dat staat op de pagina van de inwoner.",
              "Name, contact and what the resident wants said go to the desk, not which debts there are. Without consent nothing happens, and that stands on the resident's page."),
        MeervoudigInvoer, lambda actor, zaak, i: actions.geef_meervoudig_door(actor, zaak, i.persoon, i.gevraagd_op, i.vraag),
        pad="meervoudig", nieuw=True,
    ),
)  # fmt: skip
