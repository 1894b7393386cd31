"""The family De Wit in the demo: what its helpers do, day by day, through the actions that users call.

The mother asks for help with debts, her son of sixteen does not go to school, and the father does not agree that the
case is about him too. She objects at first, so that what was to go to debt assistance is refused; once that was
decided it goes. Beside them a few reports that wait, so that every step has something in it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

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
from samenhang.kernel.scheme import Niets
from samenhang.kernel.verstrekkingen.actions import VerstrekkingGeweigerd
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.schuldhulp import queries as schuldhulp
from samenhang.schemes.schuldhulp.actions.aanmelden import neem_over
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import (
    aanmelden,
    gezin,
    inwoner,
    melden,
    nood,
    onderzoek,
    overleg,
    plan,
    triage,
    uitnodigen,
)

MELDPUNT, ONDERZOEKER, COORDINATOR, SCHOOL = "fatima", "omar", "noor", "els"
TEAMLEIDER, SCHULDHULP = "marloes", "thijs"
INWONERS = {"moeder": ("ria", "R. de Wit"), "zoon": ("daan", "Daan de Wit"), "vader": ("jan", "Jan de Wit")}
_MELDING = "Ik kan de huur niet meer betalen en mijn zoon Daan gaat al weken niet naar school. Ik weet niet waar ik moet beginnen."
_SAMENHANG = "De spanning over de huurschuld houdt Daan thuis; zolang het geld niet rustig is, komt hij niet naar school."


class DeWit:
    """Does on a day what is due on it; `einde` is the last day of the world."""

    def __init__(self, inrichting: Inrichting, klok: Klok, einde: date) -> None:
        self._inrichting, self._klok = inrichting, klok
        self._zaak: UUID | None = None
        self._wie: dict[str, UUID] = {}
        kalender = standaardkalender()
        self._te_doen: list[tuple[date, Callable[[date], None]]] = [
            (kalender.werkdag_vanaf(einde - timedelta(days=dagen)), stap)
            for dagen, stap in (
                (26, self._meldt),
                (25, self._weegt),
                (25, self._maakt_bezwaar),
                (24, self._mag_niet_worden_doorgegeven),
                (23, self._beslist_op_bezwaar),
                (22, self._onderzoekt),
                (21, self._meldt_aan_bij_schuldhulp),
                (20, self._wordt_overgenomen),
                (15, self._concludeert),
                (14, self._plant),
                (10, self._leest_mee),
                (9, self._stelt_vast),
                (3, self._zet_overleg_klaar),
                (2, self._andere_meldingen),
                (2, self._kijkt_in_nood),
                (2, self._overlegt),
            )
        ]

    def dag(self, dag: date) -> None:
        """What is due; a world that begins later does it on its first day."""
        while self._te_doen and self._te_doen[0][0] <= dag:
            _, stap = self._te_doen.pop(0)
            self._klok.zet(dag, 300 - 20 * len(self._te_doen))
            stap(dag)

    def inwoners(self) -> None:
        """Accounts for the mother, the son and the father: each sees his own."""
        for lid in ("moeder", "zoon", "vader"):
            if lid in self._wie:
                self._inwoner(lid)

    def _inwoner(self, lid: str) -> Actor:
        """One of them with his account, as he comes through a door."""
        naam, volledig = INWONERS[lid]
        if naam not in self._inrichting.gebruikers:
            self._inrichting.gebruikers[naam] = Gebruiker.objects.create_user(
                f"{naam}{PERSONADOMEIN}", naam=volledig, persoon_id=self._wie[lid]
            )
        return inwoner_van(self._inrichting.gebruikers[naam])

    def _actor(self, naam: str, dag: date) -> Actor:
        return self._inrichting.actor(naam, dag)

    def _nummer(self, naam: str) -> UUID:
        return self._inrichting.medewerker(naam).id

    @property
    def zaak(self) -> UUID:
        """The case of the family."""
        assert self._zaak is not None  # the first step opens it
        return self._zaak

    def _meldt(self, dag: date) -> None:
        invoer = melden.NieuweMelding(
            "de Wit", _MELDING, "inwoner", "balie", voorletters="R.", geboortedatum=date(1984, 3, 12), telefoon="0600000084"
        )  # fmt: skip
        zaak = melden.leg_melding_vast(self._actor(MELDPUNT, dag), invoer)
        self._zaak = zaak.id
        self._wie["moeder"] = Betrokkene.objects.get(zaak=zaak).persoon_id

    def _weegt(self, dag: date) -> None:
        fatima = self._actor(MELDPUNT, dag)
        melden.pak_op(fatima, self.zaak, Niets())
        moeder = self._wie["moeder"]
        gezin.informeer(fatima, self.zaak, gezin.Verteld(moeder, "gesprek", dag))
        self._stemt_in(fatima, moeder, "deelname", "schulden", "wonen", "inkomen")
        triage.begin_onderzoek(fatima, self.zaak, triage.Onderzoeker(self._nummer(ONDERZOEKER)))

    def _stemt_in(self, wie: Actor, persoon: UUID, *waarmee: str, antwoord: str = "gegeven") -> None:
        for naam in waarmee:
            gezin.leg_instemming_vast(wie, self.zaak, gezin.Antwoordinvoer(persoon, naam, antwoord, "zelf"))

    def _maakt_bezwaar(self, dag: date) -> None:
        """The mother has second thoughts, on her own page."""
        tekst = "Ik heb hulp gevraagd, maar ik wil niet dat mijn gegevens zomaar naar andere bureaus gaan."
        inwoner.maak_bezwaar(self._inwoner("moeder"), self.zaak, inwoner.Bezwaarinvoer(tekst))

    def _meldt_aan(self, dag: date) -> None:
        vraag = aanmelden.Hulpvraag(self._wie["moeder"], dag, dreiging=True)
        aanmelden.meld_aan(self._actor(ONDERZOEKER, dag), self.zaak, vraag)

    def _mag_niet_worden_doorgegeven(self, dag: date) -> None:
        """While the objection is open nothing goes to debt assistance; the attempt is kept as refused."""
        with suppress(VerstrekkingGeweigerd):
            self._meldt_aan(dag)

    def _beslist_op_bezwaar(self, dag: date) -> None:
        waarom = (
            "Er gaat niets naar een ander bureau zonder dat u het vooraf hoort. Wij spraken u; u wilt de hulp wel. "
            "Daarom mag het onderzoek doorgaan, alleen over wat u zelf goed vindt."
        )
        besluit = inwoner.Bezwaarbesluit(False, waarom)
        inwoner.beslis_op_bezwaar(self._actor(TEAMLEIDER, dag), self.zaak, besluit)

    def _meldt_aan_bij_schuldhulp(self, dag: date) -> None:
        """Now that she was heard she asks for debt assistance herself."""
        self._meldt_aan(dag)

    def _wordt_overgenomen(self, dag: date) -> None:
        thijs = self._actor(SCHULDHULP, dag)
        for regel in schuldhulp.aanmeldingen(thijs):
            if regel.bron == "wams":
                neem_over(thijs, regel.id)

    def _onderzoekt(self, dag: date) -> None:
        omar = self._actor(ONDERZOEKER, dag)
        for lid, naam, relatie, geboren in (
            ("vader", "Jan de Wit", "partner", date(1980, 9, 2)),
            ("zoon", "Daan de Wit", "kind", date(dag.year - 16, 2, 20)),
        ):
            gezin.voeg_gezinslid_toe(omar, self.zaak, gezin.Lid(naam, relatie, geboren))
            bekend = set(self._wie.values())
            nieuw = Betrokkene.objects.filter(zaak_id=self.zaak).exclude(persoon_id__in=bekend)
            self._wie[lid] = nieuw.get().persoon_id
        self._stemt_in(omar, self._wie["vader"], "deelname", antwoord="geweigerd")
        self._stemt_in(omar, self._wie["zoon"], "deelname", "onderwijs")
        gezin.informeer(omar, self.zaak, gezin.Verteld(self._wie["zoon"], "gesprek", dag))
        for lid, gebied, tekst, bron, loket in (
            ("moeder", "schulden", "Drie maanden huurachterstand en een incassobrief van de energieleverancier", "de moeder", "Schuldhulp"),
            ("moeder", "wonen", "De verhuurder dreigt met ontruiming", "de moeder", ""),
            ("moeder", "inkomen", "Minder uren in de thuiszorg sinds de zomer", "de moeder", ""),
            ("zoon", "onderwijs", "Komt al vijf weken niet op school", "de zoon", "Leerplicht"),
        ):  # fmt: skip
            onderzoek.leg_aandachtspunt_vast(
                omar, self.zaak, onderzoek.Aandachtspunt(self._wie[lid], gebied, tekst, bron, loket)
            )

    def _concludeert(self, dag: date) -> None:
        omar = self._actor(ONDERZOEKER, dag)
        problemen = "Huurschuld, dreigende ontruiming en schoolverzuim"
        onderzoek.concludeer(omar, self.zaak, onderzoek.Conclusie(problemen, True, _SAMENHANG))
        onderzoek.wijs_coordinator_aan(omar, self.zaak, onderzoek.Coordinator(self._nummer(COORDINATOR)))

    def _plant(self, dag: date) -> None:
        noor = self._actor(COORDINATOR, dag)
        plan.begin_plan(noor, self.zaak, Niets())
        for lid, doel, afspraken in (
            ("moeder", "rust_geld", (("eerste_gesprek", "schuldhulp", 12), ("maakt_overzicht", "inwoner", 20))),
            ("moeder", "blijft_wonen", (("pauzeert", "verhuurder", 5), ("regelt_betaling", "schuldhulp", 34))),
            ("zoon", "naar_school", (("begeleidt_school", "school", 16), ("neemt_deel", "inwoner", 30))),
        ):  # fmt: skip
            plan.leg_doel_vast(noor, self.zaak, plan.Doelinvoer(self._wie[lid], doel))
            rij = next(
                d for d in queries.zaak(noor, self.zaak).doelen if (d.persoon_id, d.doel) == (self._wie[lid], doel)
            )  # fmt: skip
            for zin, wie, dagen in afspraken:
                uiterlijk = dag + timedelta(days=dagen)
                plan.leg_afspraak_vast(noor, self.zaak, plan.Afspraakinvoer(rij.id, zin, wie, uiterlijk))
        plan.vraag_meelezer(noor, self.zaak, plan.Meelezer(self._nummer(ONDERZOEKER)))

    def _leest_mee(self, dag: date) -> None:
        plan.lees_mee(self._actor(ONDERZOEKER, dag), self.zaak, Niets())

    def _stelt_vast(self, dag: date) -> None:
        noor = self._actor(COORDINATOR, dag)
        plan.stel_vast(noor, self.zaak, Niets())
        eerste = next(a for a in queries.zaak(noor, self.zaak).afspraken if a.wie == "verhuurder")
        plan.kom_na(noor, self.zaak, plan.Afspraakkeuze(eerste.id))

    def _school(self, dag: date) -> None:
        """The school of the son, with the worker who takes part in meetings for it."""
        gemeente = self._inrichting.medewerker(COORDINATOR).organisatie
        school = Organisatie.objects.create(
            soort="school", naam="Vmbo De Kade", kvk="99990095", beheerd_door=gemeente
        )
        gebruiker = Gebruiker.objects.create_user(f"{SCHOOL}{PERSONADOMEIN}", naam="Els Kuipers")
        els = Medewerker.objects.create(
            gebruiker=gebruiker, organisatie=school, naam="Els Kuipers", functie="zorgcoördinator", van=dag
        )
        Rolvervulling.objects.create(
            medewerker=els, scheme="wams", rol="deelnemer", van=dag, mandaat=f"mandaatregister {dag.year}"
        )
        self._inrichting.gebruikers[SCHOOL] = gebruiker

    def _zet_overleg_klaar(self, dag: date) -> None:
        self._school(dag)
        noor = self._actor(COORDINATOR, dag)
        for onderwerp in ("schulden", "wonen", "onderwijs"):
            overleg.zet_overleg_klaar(
                noor, self.zaak, overleg.Overleginvoer(dag + timedelta(days=3), onderwerp)
            )
        for waarmee in ("deelname", "onderwijs"):
            deel = gezin.Deelinvoer(self._wie["zoon"], "school", waarmee, "gegeven", "zelf")
            gezin.leg_delen_vast(noor, self.zaak, deel)
        uitnodigen.nodig_uit(noor, self.zaak, uitnodigen.Uitnodiging(self._nummer(SCHOOL)))
        for lid in ("moeder", "zoon"):
            uitnodigen.nodig_inwoner_uit(noor, self.zaak, uitnodigen.Inwonersuitnodiging(self._wie[lid]))
        komt = uitnodigen.Uitnodigingsantwoord("ja")
        uitnodigen.beantwoord(self._actor(SCHOOL, dag), self.zaak, komt)

    def _kijkt_in_nood(self, dag: date) -> None:
        waarom = (
            "School belt: Daan stuurde een klasgenoot een afscheidsbericht en neemt zijn telefoon niet op."
        )
        nood.zie_in_nood(
            self._actor(COORDINATOR, dag), self.zaak, nood.Noodvraag(self._wie["zoon"], "veiligheid", "zelf", waarom)
        )  # fmt: skip

    def _overlegt(self, dag: date) -> None:
        """The first meeting, with the school at the table; it goes on on the last day of the world."""
        noor = self._actor(COORDINATOR, dag)
        overleg.begin_overleg(noor, self.zaak, Niets())
        for wie in queries.overleg(noor, self.zaak).genodigden:
            uitnodigen.leg_aanwezigheid_vast(noor, self.zaak, uitnodigen.Aanwezigheid(wie.id, True))
        overleg.handel_agendapunt_af(noor, self.zaak, overleg.Agendauitkomst("schulden", "besproken"))

    def _andere_meldingen(self, dag: date) -> None:
        fatima = self._actor(MELDPUNT, dag)
        wacht = melden.NieuweMelding(
            "Bakker", "Mijn moeder van 79 redt het thuis niet meer en betaalt haar rekeningen niet.", "naaste", "telefoon",
            "dochter, mevrouw Bakker", "T.", date(1947, 6, 30), "0600000047",
        )  # fmt: skip
        melden.leg_melding_vast(fatima, wacht)
        beroeps = melden.NieuweMelding(
            "Prins", "Op twee huisbezoeken geen verwarming en veel ongeopende post; hij vraagt zelf geen hulp.", "professional",
            "formulier", "wijkverpleegkundige Smit", "A.", date(1958, 1, 15),
        )  # fmt: skip
        zaak = melden.pak_op(fatima, melden.leg_melding_vast(fatima, beroeps).id, Niets())
        wie = Zaak.objects.get(id=zaak.id).betrokkenen.get().persoon_id
        reden = "Meneer opent de deur alleen voor de wijkverpleegkundige; zij vertelt het hem bij haar volgende bezoek."
        gezin.stel_uit(fatima, zaak.id, gezin.Uitstel(wie, dag + timedelta(days=21), reden))
        triage.bericht_melder(fatima, zaak.id, triage.Bericht(dag))
