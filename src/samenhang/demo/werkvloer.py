"""The people of the demo world at work, day by day, through the same actions that users call."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from samenhang.demo import draaiboek
from samenhang.demo.draaiboek import Zet
from samenhang.demo.inrichting import Inrichting
from samenhang.demo.klok import Klok
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.scheme import SCHEME

log = logging.getLogger("samenhang.demo")
BLIJFT_VRIJ = 5  # every so many new cases one stays in the stock, for whoever looks around to take
_MINUTEN_PER_HANDELING = 7
REDENEN = {
    "geen_contact": "Drie pogingen op verschillende dagdelen, geen reactie",
    "regelt_zelf": "Inwoner regelt het zelf en weet ons te vinden",
    "zelf_betaald": "Inwoner heeft betaald; partner bevestigt",
    "vervolghulp": "Aangemeld bij schuldhulpverlening",
    "advies": "Budgetadvies gegeven, betalingsregeling getroffen",
    "geen_reactie": "Na het eerste gesprek geen reactie meer",
    "geen_inwoner": "Volgens de BRP verhuisd",
    "al_bekend": "Contact gehad met de schuldhulpverlener; die pakt het op",
    "andere_reden": "Overgenomen door het wijkteam",
}
BESLUITEN = {
    "toegewezen": "De achterstand was al voor de melding betaald; wij nemen geen contact meer op.",
    "afgewezen": "De melding klopt en contact is nodig om een aanbod te doen; u mag nee zeggen tegen hulp.",
}


@dataclass
class Dossier:
    """A case with what will still become of it, and on which day that is due."""

    zaak_id: UUID
    wie: str
    zetten: list[Zet]
    dag: date


@dataclass
class Team:
    """The workers of one municipality: who takes in, who divides, who follows up."""

    gemeente: str
    intake: str
    werkers: tuple[str, ...]
    teamleider: str
    dossiers: list[Dossier] = field(default_factory=list)
    bekend: set[UUID] = field(default_factory=set)


class Werkvloer:
    """Does on a day what is due on it. A step that the rules refuse is counted and ends that storyline."""

    def __init__(self, inrichting: Inrichting, klok: Klok, zaad: int) -> None:
        self._inrichting = inrichting
        self._klok = klok
        self._rng = Random(f"werk/{zaad}")
        self._kalender = standaardkalender()
        self._verhalen: dict[str, Iterator[str]] = defaultdict(lambda: draaiboek.verhalen(self._rng))
        self._actoren: dict[tuple[str, date, str], Actor] = {}
        self.gedaan: Counter[str] = Counter()
        self.geweigerd: Counter[str] = Counter()
        self._stappen: dict[str, Callable[[Actor, Dossier, Zet, date], object]] = {
            "brp": lambda wie, d, z, dag: actions.bevestig_inwoner(wie, d.zaak_id, True),
            "brp_nee": lambda wie, d, z, dag: actions.bevestig_inwoner(wie, d.zaak_id, False, REDENEN[z.hoe]),
            "poging": self._poging,
            "bereikt": self._poging,
            "aanbod": lambda wie, d, z, dag: actions.doe_aanbod(wie, d.zaak_id, z.hoe, dag),
            "aanvaard": self._aanvaard,
            "gesprek": lambda wie, d, z, dag: actions.leg_gesprek_vast(wie, d.zaak_id),
            "sluiten": lambda wie, d, z, dag: actions.rond_af(wie, d.zaak_id, z.hoe, REDENEN[z.hoe]),
            "heropenen": lambda wie, d, z, dag: actions.heropen(wie, d.zaak_id, z.hoe),
            "opschorten": lambda wie, d, z, dag: actions.schort_op(wie, d.zaak_id, z.hoe),
            "hervatten": lambda wie, d, z, dag: actions.hervat(wie, d.zaak_id, z.hoe),
            "bezwaar": lambda wie, d, z, dag: actions.maak_bezwaar(wie, d.zaak_id, z.hoe),
            "besluit": lambda wie, d, z, dag: actions.beslis_op_bezwaar(
                wie, d.zaak_id, z.hoe == "toegewezen", BESLUITEN[z.hoe]
            ),
        }

    def actor(self, naam: str, dag: date, waar: str = "") -> Actor:
        """Somebody as he logged in that day; `waar` for who works at several organisations."""
        sleutel = (naam, dag, waar)
        if sleutel not in self._actoren:
            self._actoren[sleutel] = self._inrichting.actor(naam, dag, waar)
        return self._actoren[sleutel]

    def pak_op(self, team: Team, dag: date) -> None:
        """Take up what came in, and divide the new cases over the workers; some stay in the stock."""
        actions.pak_signalen_op(self.actor(team.intake, dag))
        organisatie = self._inrichting.organisaties[team.gemeente]
        nieuw = list(
            Zaak.objects.filter(scheme=SCHEME.naam, organisatie=organisatie)
            .exclude(id__in=team.bekend)
            .order_by("prioriteit", "volgorde", "id")
            .values_list("id", flat=True)
        )
        team.bekend.update(nieuw)
        bundels: dict[str, list[UUID]] = {naam: [] for naam in team.werkers}
        for nummer, zaak_id in enumerate(nieuw):
            if nummer % BLIJFT_VRIJ == BLIJFT_VRIJ - 1:
                continue
            wie = team.werkers[nummer % len(team.werkers)]
            bundels[wie].append(zaak_id)
            zetten = list(draaiboek.schrijf(self._rng, next(self._verhalen[team.gemeente])))
            team.dossiers.append(Dossier(zaak_id, wie, zetten, self._na(dag, zetten[0].na)))
        for wie, zaken in bundels.items():
            if zaken:
                verdeler = self.actor(team.teamleider, dag, team.gemeente)
                medewerker = self._inrichting.medewerker(wie, team.gemeente).id
                actions.wijs_toe(verdeler, zaken, medewerker, "Verdeling van de week")

    def draag_over(self, team: Team, van: str, naar: str, aantal: int, reden: str, dag: date) -> None:
        """The team lead gives running cases of one worker to another."""
        dossiers = [d for d in team.dossiers if d.wie == van and d.zetten][:aantal]
        medewerker = self._inrichting.medewerker(naar, team.gemeente).id
        actions.wijs_toe(self.actor(team.teamleider, dag), [d.zaak_id for d in dossiers], medewerker, reden)
        for dossier in dossiers:
            dossier.wie = naar

    def werk(self, team: Team, dag: date) -> None:
        """Every step that is due on this day, case by case."""
        minuut = dict.fromkeys(team.werkers, 30)
        for dossier in team.dossiers:
            while dossier.zetten and dossier.dag <= dag:
                minuut[dossier.wie] += _MINUTEN_PER_HANDELING
                self._klok.zet(dag, minuut[dossier.wie] % 480)
                self._zet(dossier, dag, team)
        team.dossiers = [dossier for dossier in team.dossiers if dossier.zetten]

    def _zet(self, dossier: Dossier, dag: date, team: Team) -> None:
        zet = dossier.zetten.pop(0)
        wie = team.teamleider if zet.wat == "besluit" else dossier.wie
        try:
            self._stappen[zet.wat](self.actor(wie, dag, team.gemeente), dossier, zet, dag)
        except Geweigerd as weigering:
            self.geweigerd[f"{zet.wat}: {weigering.code}"] += 1
            log.debug("%s geweigerd: %s", zet.wat, weigering)
            dossier.zetten.clear()
            return
        self.gedaan[zet.wat] += 1
        if dossier.zetten:
            dossier.dag = self._na(dag, dossier.zetten[0].na)

    def _na(self, dag: date, werkdagen: int) -> date:
        """So many working days later; the same day when that is a working day and nothing has to wait."""
        dag = self._kalender.werkdag_vanaf(dag)
        for _ in range(werkdagen):
            dag = self._kalender.werkdag_vanaf(dag + timedelta(days=1))
        return dag

    def _poging(self, wie: Actor, dossier: Dossier, zet: Zet, dag: date) -> None:
        actions.leg_contactpoging_vast(
            wie, dossier.zaak_id, actions.Poging(zet.hoe, dag, zet.dagdeel, zet.wat == "bereikt")
        )

    def _aanvaard(self, wie: Actor, dossier: Dossier, zet: Zet, dag: date) -> None:
        persoon = (
            Betrokkene.objects.filter(zaak_id=dossier.zaak_id)
            .order_by("id")
            .values_list("persoon_id", flat=True)[0]
        )
        actions.aanvaard(wie, dossier.zaak_id, persoon, dag, zet.hoe == "dreiging")
