"""The demo world into the database: it lives through its months, up to and including the day asked for.

Everything goes through the same actions that users call, on the day on which it would have happened, so that
logs, terms and timelines are real.
"""

from __future__ import annotations

import logging
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.demo import cijfers, toezicht, voorvallen, zegel
from samenhang.demo.de_wit import DeWit
from samenhang.demo.helplijn import Lijn
from samenhang.demo.huis import Huis
from samenhang.demo.inrichting import Inrichting, eindig_afspraak, richt_in, stel_beleid_vast
from samenhang.demo.klok import Klok, lopend
from samenhang.demo.schuldhulp import Schuldhulp
from samenhang.demo.uitwisseling import Uitwisseling
from samenhang.demo.wereld import Wereld
from samenhang.demo.wereld.achterstanden import eerste_dag
from samenhang.demo.wereld.herstel import hersteld
from samenhang.demo.wereld.schrijver import als_csv, als_geweigerd, schrijf_brp
from samenhang.demo.werkvloer import Team, Werkvloer
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering import aanleveren

log = logging.getLogger("samenhang.demo")
Voortgang = Callable[[int, int], None]
"""Told how many days of the world have passed, of how many."""
_HERSTEL_NA = timedelta(days=2)
_LOONT = 2  # for fewer rows a partner waits for its next file
_WERKDAG = time(8, 30)
_TERUGKOPPELDAG = _ZEGELDAG = 4  # Friday
_CAKDAG = 1  # Tuesday
_TOEZICHT = 35  # over so many last days supervision looks through the log


@dataclass(frozen=True, slots=True)
class Zending:
    """A file on its way: the day on which it comes in, its sender, its municipality, its name and its bytes."""

    dag: date
    kvk: str
    gemeentecode: str
    naam: str
    inhoud: bytes


def laad(
    wereld: Wereld,
    dag: date,
    voortgang: Voortgang = lambda gedaan, totaal: None,
    brp: Path | None = None,
) -> None:
    """Fill an empty database with this world as it stands on `dag`.

    With `brp`, the source that this deployment is set up with, its extract is written there and asked at the end.
    """
    zendingen = sorted(_zendingen(wereld, dag), key=lambda z: (z.dag, z.kvk, z.gemeentecode, z.naam))
    eerste = zendingen[0].dag
    begin = date(eerste.year, 1, 1)
    grens = timezone.now()
    if grens.date() != dag:
        grens = timezone.make_aware(datetime.combine(dag, time(17)))
    klok = Klok(grens)
    with lopend(klok):
        klok.zet(begin)
        inrichting = richt_in(wereld, begin)
        cijfers.leg_inwonertallen_vast(inrichting, wereld)
        cijfers.leg_streefwaarden_vast(inrichting, wereld)
        partner = zegel.Partner(inrichting.actor("ewa", begin))
        leven = _Leven(inrichting, wereld, klok, zendingen, dag)
        de_wit = DeWit(inrichting, klok, dag)
        huis = Huis(inrichting, klok, dag)
        elders = Uitwisseling(inrichting, wereld.gemeenten[0].code, begin)
        totaal = (dag - eerste).days + 1
        for nummer in range(totaal):
            with transaction.atomic():
                vandaag = eerste + timedelta(days=nummer)
                if vandaag == eerste:
                    klok.zet(vandaag)
                    cijfers.neem_over(inrichting, wereld, vandaag)
                leven.dag(vandaag)
                de_wit.dag(vandaag)
                huis.dag(vandaag)
                if nummer >= totaal - _TOEZICHT and leven.werkdag(vandaag):
                    klok.zet(vandaag, 450)
                    toezicht.kijkt_na(inrichting.actor("joost", vandaag), vandaag)
                if cijfers.telt_vandaag(vandaag, dag):
                    cijfers.tel(inrichting, wereld, vandaag)
                if vandaag.weekday() == _ZEGELDAG:
                    partner.verzegel()
            voortgang(nummer + 1, totaal)
        if brp is not None:
            schrijf_brp(wereld.deel, brp)
            voorvallen.vraag_brp(inrichting.actor("henk", dag))
        voorvallen.bewoner(inrichting, wereld, dag)
        de_wit.inwoners()
        huis.inwoners()
        leven.schuldhulp.inwoners()
        elders.stuurt()
        leven.lijn.sluit()
        partner.verzegel()


def _zendingen(wereld: Wereld, dag: date) -> Iterator[Zending]:
    """The files that came in: of the run-up only those of the first municipality, which has a past."""
    hoofd = wereld.gemeenten[0].code
    fout = {id(geweigerd.levering): geweigerd for geweigerd in wereld.deel.geweigerd}
    leveringen = [lev for lev in wereld.deel.aanloop if lev.gemeentecode == hoofd]
    for levering in (*leveringen, *wereld.deel.leveringen):
        binnen = max(regel.signaal.datum for regel in levering.regels) + timedelta(days=1)
        partij = (levering.partner.kvk, levering.gemeentecode)
        if id(levering) in fout:
            geweigerd = fout[id(levering)]
            yield Zending(binnen, *partij, geweigerd.bestandsnaam, als_geweigerd(geweigerd))
            binnen += timedelta(days=1)
        if binnen <= dag:
            yield Zending(binnen, *partij, levering.bestandsnaam, als_csv(levering))
        verbeterd = hersteld(levering) if levering.gemeentecode == hoofd else None
        enkele = verbeterd is None or len(verbeterd.regels) < _LOONT
        if verbeterd is not None and not enkele and binnen + _HERSTEL_NA <= dag:
            naam = levering.bestandsnaam.replace(".csv", "_hersteld.csv")
            yield Zending(binnen + _HERSTEL_NA, *partij, naam, als_csv(verbeterd))


class _Leven:
    """What happens on a day: files come in, are taken up and divided, and the workers do what is due."""

    def __init__(
        self, inrichting: Inrichting, wereld: Wereld, klok: Klok, zendingen: list[Zending], einde: date
    ) -> None:
        self._inrichting = inrichting
        self._klok = klok
        self._deel = wereld.deel
        self._kalender = standaardkalender()
        self._op_dag: dict[date, list[Zending]] = defaultdict(list)
        for zending in zendingen:
            self._op_dag[zending.dag].append(zending)
        self._vloer = Werkvloer(inrichting, klok, wereld.instelling.zaad)
        self.schuldhulp = Schuldhulp(self._vloer, klok, einde)
        self.lijn = Lijn(self._vloer, klok, wereld.gemeenten[0].code, wereld.instelling.zaad, einde)
        eerste, *andere = [gemeente.code for gemeente in wereld.gemeenten]
        self._teams = {eerste: Team(eerste, "henk", ("sanne", "youssef"), "marloes")}
        for code, wie in zip(andere, ("wietske", "fenna"), strict=False):
            self._teams[code] = Team(code, wie, ("lieke", wie), wie)
        self._te_doen: set[str] = set()
        self._rng = Random(f"leven/{wereld.instelling.zaad}")
        self._hoofd = eerste
        self._laatste_maand = eerste_dag(wereld.instelling.maanden[-1])
        self._verlof = self._kalender.werkdag_vanaf(self._laatste_maand)
        self._teruggenomen: UUID | None = None
        self._aangeschreven = False

    def dag(self, dag: date) -> None:
        """Live one day."""
        if dag == self._laatste_maand:
            self._klok.zet(dag)
            reden = "Evaluatie: onder € 100 lossen inwoners het vrijwel altijd zelf op."
            stel_beleid_vast(self._inrichting, dag, "100.00", reden)
        for nummer, zending in enumerate(self._op_dag.get(dag, ())):
            self._klok.zet(dag, 3 * nummer)
            self._lever(zending, dag)
        if not self.werkdag(dag):
            return
        for code, team in self._teams.items():
            if code in self._te_doen:
                self._klok.zet(dag, 60)
                self._vloer.pak_op(team, dag)
                self._te_doen.discard(code)
            self._vloer.werk(team, dag)
        self.schuldhulp.dag(dag)
        self.lijn.dag(dag)
        henk = self._vloer.actor("henk", dag)
        voorvallen.beoordeel_twijfel(henk, self._rng, self._teruggenomen)
        if dag > self._verlof and self._teruggenomen is None:
            self._teruggenomen = voorvallen.neem_samenvoeging_terug(henk)
        if dag.weekday() == _TERUGKOPPELDAG:
            self._klok.zet(dag, 420)
            voorvallen.koppel_terug(self._vloer, [team.intake for team in self._teams.values()], dag)
            for team in self._teams.values():
                voorvallen.bevestig_overdrachten(self._vloer.actor(team.teamleider, dag, team.gemeente), dag)
        if dag.weekday() == 0:
            voorvallen.kijk_waar_het_niet_mag(self._vloer, dag, volhardt=dag > self._verlof)
        if dag == self._verlof:
            hoofd = next(iter(self._teams.values()))
            self._vloer.draag_over(hoofd, "youssef", "sanne", 3, "Youssef heeft verlof", dag)
            eindig_afspraak(self._inrichting, self._hoofd, dag)
        if dag > self._verlof and dag.weekday() == _CAKDAG:
            self._klok.zet(dag, 240)
            voorvallen.reageert_op_cak(self._vloer.actor("sanne", dag), self._deel, self._hoofd, dag)
        if dag > self._verlof and not self._aangeschreven:
            self._klok.zet(dag, 440)
            self._aangeschreven = voorvallen.schrijf_aan(self._vloer.actor("sanne", dag)) > 0

    def werkdag(self, dag: date) -> bool:
        """Whether people work on this day."""
        return self._kalender.is_werkdag(dag)

    def _lever(self, zending: Zending, dag: date) -> None:
        actor = self._vloer.actor(self._teams[zending.gemeentecode].intake, dag)
        with tempfile.TemporaryDirectory(prefix="samenhang-demo-") as map_:
            pad = Path(map_) / zending.naam
            pad.write_bytes(zending.inhoud)
            try:
                aanleveren.lever_aan(
                    actor,
                    self._inrichting.organisaties[zending.kvk].id,
                    aanleveren.Bestand(pad, zending.naam, "demo"),
                )
            except Geweigerd as weigering:
                log.debug("%s geweigerd: %s", zending.naam, weigering.code)
        self._te_doen.add(zending.gemeentecode)
