"""The Zorg- en Veiligheidshuis in the demo: two cases that move up to it, through the actions that users call.

One was admitted and is being talked about, with police and public prosecution at the table; one was referred and waits.
Whom it is about objects to a part of it. The three signed what may go there first, for without that nothing goes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from samenhang.demo.de_wit import COORDINATOR, MELDPUNT, ONDERZOEKER
from samenhang.demo.inrichting import Inrichting
from samenhang.demo.klok import Klok
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import (
    PERSONADOMEIN,
    Gebruiker,
    Medewerker,
    Organisatie,
    Rolvervulling,
)
from samenhang.kernel.organisaties.queries import inwoner_van
from samenhang.kernel.samenwerking import actions as samenwerking
from samenhang.kernel.samenwerking.actions import Afspraakvoorstel, Dekkingsvoorstel, Partijvoorstel
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Betrokkene
from samenhang.schemes.wams.actions import gezin, melden, onderzoek, opschalen, plan, triage
from samenhang.schemes.zvh import actions, queries
from samenhang.schemes.zvh.domain.gegevens import GEBIEDEN
from samenhang.schemes.zvh.domain.tafel import INBRENG, TAFELGENOOT

REGISSEUR, BEHEERDER, INWONER, AGENT, SECRETARIS = "ilse", "ewa", "cor", "sjoerd", "vera"
_MINUTEN = 330  # after what the family De Wit does on a day


@dataclass
class _Verhaal:
    """Somebody who moves up: how he is reported, what is known of him, and why the house is needed."""

    melding: melden.NieuweMelding
    punten: tuple[tuple[str, str, str], ...]
    samenhang: str
    waarom: str
    nodig: dict[str, str]
    zaak: UUID | None = None
    persoon: UUID | None = field(default=None)


def _verhalen() -> tuple[_Verhaal, _Verhaal]:
    cor = _Verhaal(
        melden.NieuweMelding(
            "Mulder", "Mijn broer bedreigt de buren, slaapt niet en dreigt zijn huis kwijt te raken.", "naaste", "telefoon",
            "zus, mevrouw Mulder", "C.", date(1971, 8, 4), "0600000071",
        ),
        (
            ("wonen", "De verhuurder wil het huurcontract ontbinden na drie klachten van buren", "Cor Mulder"),
            ("gezondheid", "Is sinds de zomer gestopt met de behandeling bij de ggz", "Cor Mulder"),
            ("veiligheid", "Dreigde in oktober twee keer met een mes op de galerij", "wijkteam"),
        ),
        "Zonder behandeling neemt de dreiging toe, en door de dreiging verliest hij zijn huis.",
        "Hij dreigt met geweld en mijdt zorg; wijkteam, politie en ggz houden het ieder voor zich niet tegen.",
        {
            "wonen": "Zonder huis verdwijnt hij uit beeld; de afspraken staan of vallen daarmee.",
            "gezondheid": "Behandeling is de enige weg om de dreiging te laten afnemen.",
            "veiligheid": "Wie afspraken maakt moet weten wat er dreigde.",
        },
    )  # fmt: skip
    sonja = _Verhaal(
        melden.NieuweMelding(
            "Vermeer", "Mijn ex staat elke week voor de deur en ik durf de kinderen niet meer alleen te laten.", "inwoner", "balie",
            voorletters="S.", geboortedatum=date(1990, 5, 22), telefoon="0600000090",
        ),
        (
            ("wonen", "Zij wil verhuizen en staat pas een jaar ingeschreven", "Sonja Vermeer"),
            ("veiligheid", "Haar ex-partner hield zich drie keer niet aan het contactverbod", "Sonja Vermeer"),
        ),
        "Zolang zij niet veilig woont, lukt de hulp aan haar en de kinderen niet.",
        "Het contactverbod wordt overtreden en niemand houdt daar zicht op.",
        {"veiligheid": "Wie afspraken maakt moet weten welke verboden er gelden."},
    )  # fmt: skip
    return cor, sonja


class Huis:
    """Does on a day what is due on it; `einde` is the last day of the world."""

    def __init__(self, inrichting: Inrichting, klok: Klok, einde: date) -> None:
        self._inrichting, self._klok = inrichting, klok
        self._cor, self._sonja = _verhalen()
        kalender = standaardkalender()
        self._te_doen: list[tuple[date, Callable[[date], None]]] = [
            (kalender.werkdag_vanaf(einde - timedelta(days=dagen)), stap)
            for dagen, stap in (
                (24, self._sluit_verband),
                (18, lambda dag: self._meldt(dag, self._cor)),
                (16, lambda dag: self._onderzoekt(dag, self._cor)),
                (13, lambda dag: self._schaalt_op(dag, self._cor)),
                (11, self._laat_toe),
                (8, lambda dag: self._meldt(dag, self._sonja)),
                (6, lambda dag: self._onderzoekt(dag, self._sonja)),
                (5, self._zet_aan_tafel),
                (4, self._overlegt),
                (3, self._maakt_bezwaar),
                (2, lambda dag: self._schaalt_op(dag, self._sonja)),
            )
        ]
        self.casus: UUID | None = None

    def dag(self, dag: date) -> None:
        """What is due; a world that begins later does it on its first day."""
        while self._te_doen and self._te_doen[0][0] <= dag:
            _, stap = self._te_doen.pop(0)
            self._klok.zet(dag, _MINUTEN - 5 * len(self._te_doen))
            stap(dag)

    def inwoners(self) -> None:
        """An account for whom the admitted case is about: he reads it all on his own page."""
        if self.casus is not None and INWONER not in self._inrichting.gebruikers:
            persoon = Betrokkene.objects.get(zaak_id=self.casus).persoon_id
            self._inrichting.gebruikers[INWONER] = Gebruiker.objects.create_user(
                f"{INWONER}{PERSONADOMEIN}", naam="Cor Mulder", persoon_id=persoon
            )

    def _actor(self, naam: str, dag: date) -> Actor:
        return self._inrichting.actor(naam, dag)

    def _sluit_verband(self, dag: date) -> None:
        """Municipality, police and public prosecution agree what may go to the house, and sign."""
        hier = self._inrichting.medewerker(REGISSEUR).organisatie
        politie = self._partij(
            "politie", "Politie Laagland", "99990096", AGENT, "Sjoerd Wiersma", "wijkagent", dag
        )
        justitie = self._partij("justitie", "Parket Laagland", "99990098", SECRETARIS, "Vera Lindhout", "parketsecretaris", dag)  # fmt: skip
        mee = ("naw", "contact", *GEBIEDEN)
        voorstel = Afspraakvoorstel(
            titel="Samenwerkingsverband Zorg- en Veiligheidshuis Laagland",
            waarvoor="Casussen waarin zorg en veiligheid samenkomen met elkaar bespreken, en afspreken wie wat doet.",
            van=dag,
            tot=None,
            partijen=(
                Partijvoorstel(hier.naam, "procesregisseur"),
                *(Partijvoorstel(partij.naam, TAFELGENOOT) for partij in (politie, justitie)),
            ),
            dekking=(
                Dekkingsvoorstel("wams", "opschaling", mee),
                Dekkingsvoorstel("zvh", "zvh_casus", (*mee, *INBRENG)),
            ),
        )
        rij = samenwerking.stel_op(self._actor(BEHEERDER, dag), voorstel)
        for wie in (REGISSEUR, AGENT, SECRETARIS):
            samenwerking.teken(self._actor(wie, dag), rij.id, rij.som)

    def _partij(
        self, soort: str, naam: str, kvk: str, wie: str, volledig: str, functie: str, dag: date
    ) -> Organisatie:
        """An organisation of the alliance, with the worker who speaks for it."""
        hier = self._inrichting.medewerker(REGISSEUR).organisatie
        organisatie = Organisatie.objects.create(soort=soort, naam=naam, kvk=kvk, beheerd_door=hier)
        gebruiker = Gebruiker.objects.create_user(f"{wie}{PERSONADOMEIN}", naam=volledig)
        werkt = Medewerker.objects.create(
            gebruiker=gebruiker, organisatie=organisatie, naam=volledig, functie=functie, van=dag
        )
        Rolvervulling.objects.create(
            medewerker=werkt, scheme="zvh", rol=TAFELGENOOT, van=dag, mandaat=f"convenant {dag.year}"
        )
        self._inrichting.gebruikers[wie] = gebruiker
        return organisatie

    def _meldt(self, dag: date, verhaal: _Verhaal) -> None:
        fatima = self._actor(MELDPUNT, dag)
        zaak = melden.leg_melding_vast(fatima, verhaal.melding)
        verhaal.zaak, verhaal.persoon = zaak.id, Betrokkene.objects.get(zaak=zaak).persoon_id
        melden.pak_op(fatima, zaak.id, Niets())
        if verhaal.melding.melder_soort != "inwoner":
            triage.bericht_melder(fatima, zaak.id, triage.Bericht(dag))
        gezin.informeer(fatima, zaak.id, gezin.Verteld(verhaal.persoon, "gesprek", dag))
        for waarmee in ("deelname", *(gebied for gebied, _, _ in verhaal.punten)):
            antwoord = gezin.Antwoordinvoer(verhaal.persoon, waarmee, "gegeven", "zelf")
            gezin.leg_instemming_vast(fatima, zaak.id, antwoord)
        wie = self._inrichting.medewerker(ONDERZOEKER).id
        triage.begin_onderzoek(fatima, zaak.id, triage.Onderzoeker(wie))

    def _onderzoekt(self, dag: date, verhaal: _Verhaal) -> None:
        zaak, persoon = _van(verhaal)
        omar = self._actor(ONDERZOEKER, dag)
        for gebied, tekst, bron in verhaal.punten:
            punt = onderzoek.Aandachtspunt(persoon, gebied, tekst, bron, "")
            onderzoek.leg_aandachtspunt_vast(omar, zaak, punt)
        onderzoek.concludeer(
            omar,
            zaak,
            onderzoek.Conclusie("Zorg, wonen en veiligheid lopen door elkaar", True, verhaal.samenhang),
        )
        wie = self._inrichting.medewerker(COORDINATOR).id
        onderzoek.wijs_coordinator_aan(omar, zaak, onderzoek.Coordinator(wie))
        plan.begin_plan(self._actor(COORDINATOR, dag), zaak, Niets())

    def _schaalt_op(self, dag: date, verhaal: _Verhaal) -> None:
        zaak, persoon = _van(verhaal)
        noor = self._actor(COORDINATOR, dag)
        if "gezondheid" in verhaal.nodig:
            akkoord = opschalen.Bronakkoord(persoon, "gezondheid", "Cor Mulder, in het gesprek van vandaag")
            opschalen.leg_akkoord_vast(noor, zaak, akkoord)
        vraag = opschalen.Opschaling(persoon, verhaal.waarom, "gesprek", dag, **verhaal.nodig)
        opschalen.schaal_op(noor, zaak, vraag)

    def _laat_toe(self, dag: date) -> None:
        ilse = self._actor(REGISSEUR, dag)
        (regel,) = queries.aanmeldingen(ilse)
        besluit = (
            "Zorg en veiligheid spelen samen, meer dan twee partijen zijn nodig en gewone zorg lukte niet."
        )
        self.casus = actions.laat_toe(ilse, regel.id, actions.Toelatingsbesluit(besluit)).id

    def _zet_aan_tafel(self, dag: date) -> None:
        """Police and public prosecution take part, each sees what it needs, and each brings something in."""
        assert self.casus is not None  # admitted on an earlier day
        ilse = self._actor(REGISSEUR, dag)
        wie_het_is = "Wie hem aanspreekt of vervolgt moet weten om wie het gaat."
        for wie, nodig in (
            (AGENT, {"wonen": "De wijkagent gaat langs.", "veiligheid": "Hij moet weten wat hem aan de deur wacht.", "justitie": "Hij houdt rekening met de zitting."}),
            (SECRETARIS, {"veiligheid": "De officier weegt of vervolging helpt.", "politie": "De officier weegt de meldingen."}),
        ):  # fmt: skip
            plaats = actions.Tafelplaats(self._inrichting.medewerker(wie).id, wie_het_is, **nodig)
            actions.zet_aan_tafel(ilse, self.casus, plaats)
        for wie, inbreng in (
            (AGENT, actions.Inbreng("Sinds juni elf meldingen van geluidsoverlast en twee van bedreiging, zonder aangifte.", "Zonder dit beeld lijkt elke melding de eerste.", "ja")),
            (SECRETARIS, actions.Inbreng("Op 12 januari is er een zitting over de bedreiging van oktober.", "Wat hier wordt afgesproken kan meewegen.", "ja")),
        ):  # fmt: skip
            actions.breng_in(self._actor(wie, dag), self.casus, inbreng)

    def _overlegt(self, dag: date) -> None:
        assert self.casus is not None  # admitted on an earlier day
        ilse = self._actor(REGISSEUR, dag)
        actions.informeer(ilse, self.casus, actions.Verteld("gesprek", dag))
        for wie, wat, dagen in (
            ("politie", "Gaat bij elke melding langs en belt daarna de procesregisseur", 10),
            ("gemeente", "Vraagt de verhuurder de ontbinding een maand uit te stellen", 6),
            ("zorg", "Zoekt hem deze week thuis op en biedt de behandeling opnieuw aan", 7),
        ):
            afspraak = actions.NieuweAfspraak(wie, wat, dag + timedelta(days=dagen))
            actions.leg_afspraak_vast(ilse, self.casus, afspraak)

    def _maakt_bezwaar(self, dag: date) -> None:
        """He objects on his own page to what is passed on of his home; a team lead has yet to decide."""
        assert self.casus is not None  # admitted on an earlier day
        self.inwoners()
        waarom = "De huur is betaald en de verhuurder praat weer met mij. De politie hoeft dit niet te weten."
        actions.maak_bezwaar(
            inwoner_van(self._inrichting.gebruikers[INWONER]),
            self.casus,
            actions.Bezwaarinvoer("wonen", waarom),
        )


def _van(verhaal: _Verhaal) -> tuple[UUID, UUID]:
    """His case and who he is; reported on an earlier day."""
    assert verhaal.zaak is not None
    assert verhaal.persoon is not None
    return verhaal.zaak, verhaal.persoon
