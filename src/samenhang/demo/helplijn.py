"""The line of the first municipality in the demo world: people call, some want to be called, and a planner plans the week.

Every step goes through the actions that users have, on its own day. Who calls is invented, and so is how often.
"""

from __future__ import annotations

import io
import math
from datetime import date, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from django.utils.timezone import localdate

from samenhang.demo.klok import Klok
from samenhang.demo.wereld.plaatsen import GEMEENTEN
from samenhang.demo.werkvloer import Werkvloer
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.models import PERSONADOMEIN, Gebruiker
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.helplijn.actions.bezetting import plan_bezetting, stel_bezetting_vast
from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over, trek_in
from samenhang.schemes.helplijn.actions.postcodes import laad_postcodes
from samenhang.schemes.helplijn.domain.contact import Contactinvoer
from samenhang.schemes.helplijn.domain.lijsten import GEMEENTE
from samenhang.schemes.helplijn.domain.overdracht import Overdrachtsinvoer
from samenhang.schemes.schuldhulp import queries as schuldhulp
from samenhang.schemes.schuldhulp.actions.lijn import meld_bereikt
from samenhang.schemes.schuldhulp.domain.lijn import Bereiktinvoer

AGENT, LEIDER, BEHEER, HELPER = "lia", "mirjam", "ewa", "thijs"
BELLER: Final = ("yara", "Y. Bakker")
"""A caller with an account, who waits to be called."""
_WACHT, _BEDENKT = timedelta(days=3), timedelta(days=10)
"""In the last days somebody waits to be called for certain; before that one thinks better of it."""
_WEKEN: Final = 16
"""So long the line is there."""
_PER_DAG: Final = (3, 7)
_WAARHEEN: Final = (("zelf", 12), ("digitaal", 3), ("lokaal", 3), (GEMEENTE, 5), ("geen", 1))
_REDENEN: Final = ("rekeningen", "energie", "huur", "incasso", "overzicht")
_WENSEN: Final = (
    "de huur van vorige maand",
    "ik krijg geen overzicht meer",
    "de energie wordt afgesloten",
    "brieven van de deurwaarder",
)
_NAMEN: Final = (
    "A. Vermeulen",
    "B. de Groot",
    "C. Haddou",
    "D. Wouters",
    "E. Yildiz",
    "F. Meijer",
    "G. van Beek",
    "H. Osei",
)
_UREN: Final = (8, 20)
_PER_WEEK: Final = 375


class Lijn:
    """An agent, a team lead who plans, and those who call."""

    def __init__(self, vloer: Werkvloer, klok: Klok, gemeentecode: str, zaad: int, einde: date) -> None:
        self._vloer, self._klok, self._code, self._einde = vloer, klok, gemeentecode, einde
        self._rng = Random(f"lijn/{zaad}")
        self._zaken: list[UUID] = []
        self._gemeld: set[UUID] = set()
        self._begonnen = self._ingetrokken = False

    def dag(self, dag: date) -> None:
        """A working day at the line."""
        if self._einde - dag > timedelta(weeks=_WEKEN):
            return
        if not self._begonnen:
            self._begonnen = True
            self._klok.zet(dag, 0)
            self._laad_postcodes(dag)
        for nummer in range(self._rng.randint(*_PER_DAG)):
            self._klok.zet(dag, 10 + 55 * nummer)
            self._gesprek(dag)
        if self._einde - dag <= _WACHT:
            self._klok.zet(dag, 465)
            self._gesprek(dag, zeker=True)
        if self._einde - dag <= _BEDENKT and not self._ingetrokken:
            self._ingetrokken = True
            self._klok.zet(dag, 468)
            trek_in(self._vloer.actor(LEIDER, dag), self._gesprek(dag, zeker=True), Niets())
        self._klok.zet(dag, 470)
        self._meldt_terug(dag)
        werk(gekozen=plichten(["helplijn.terugmeldingen", "helplijn.vernietigen-overdracht"]))

    def sluit(self) -> None:
        """The week to come is planned and adopted, another one is looked at; a caller who waits has an account."""
        mirjam = self._vloer.actor(LEIDER, self._einde)
        maandag = self._einde + timedelta(days=7 - self._einde.weekday())
        plan = plan_bezetting(mirjam, self._week(maandag, _PER_WEEK), "de week die komt")
        stel_bezetting_vast(mirjam, plan.id)
        plan_bezetting(
            mirjam, self._week(maandag, _PER_WEEK) | {"vraag_procent": 25}, "als de energie duurder wordt"
        )
        wacht = Zaak.objects.filter(id__in=self._zaken, stap="aangeboden").order_by("-geopend").first()
        if wacht is not None:
            persoon = Betrokkene.objects.get(zaak=wacht).persoon_id
            Gebruiker.objects.create_user(f"{BELLER[0]}{PERSONADOMEIN}", naam=BELLER[1], persoon_id=persoon)

    def _laad_postcodes(self, dag: date) -> None:
        """The table of the invented municipalities; one postcode lies in two of them."""
        rijen = ["PC6;Huisnummer;Gemeente2026"]
        namen = ["Gemcode;Gemeentenaam"]
        for gemeente in GEMEENTEN:
            namen.append(f"{gemeente.code};{gemeente.naam}")
            rijen += [f"{gemeente.postcode_vanaf + n}AA;1;{gemeente.code}" for n in range(10)]
        rijen.append(f"{GEMEENTEN[0].postcode_vanaf}AB;1;{GEMEENTEN[1].code}")
        tabel, titels = (io.BytesIO("\n".join(deel).encode()) for deel in (rijen, namen))
        laad_postcodes(
            self._vloer.actor(BEHEER, dag), "pc6hnr_demo.csv", tabel, titels, dag, "verzonnen, voor de demo"
        )

    def _gesprek(self, dag: date, *, zeker: bool = False) -> UUID:
        """A talk; with `zeker` the caller wants to be called. Gives the contact, or the hand-over when there is one."""
        lia = self._vloer.actor(AGENT, dag)
        keuzes = ((GEMEENTE, 1),) if zeker else _WAARHEEN
        uitgang = self._rng.choices([naam for naam, _ in keuzes], [deel for _, deel in keuzes])[0]
        dreigt = uitgang in (GEMEENTE, "lokaal") and self._rng.random() < 0.3
        hier = uitgang == GEMEENTE or self._rng.random() < 0.6
        rij = leg_contact_vast(
            lia,
            Contactinvoer(
                self._rng.choices(("telefoon", "chat", "whatsapp"), (8, 2, 1))[0],
                tuple(self._rng.sample(_REDENEN, self._rng.choice((1, 1, 2)))),
                uitgang,
                gemeente=self._code if hier else "",
                dreigingen=(self._rng.choice(("ontruiming", "gas_stroom", "water")),) if dreigt else (),
            ),
        )
        nummer = rij.id
        if zeker or (uitgang == GEMEENTE and self._rng.random() < 0.3):
            wie = Overdrachtsinvoer(
                True,
                BELLER[1] if zeker else self._rng.choice(_NAMEN),
                self._rng.choice(_WENSEN),
                telefoon=f"06 0000 {self._rng.randint(1000, 9999)}",
            )
            nummer = draag_warm_over(lia, rij.id, wie).id
            self._zaken.append(nummer)
        return nummer

    def _meldt_terug(self, dag: date) -> None:
        """Debt assistance says whether it reached who was taken in (schuldhulp.py takes them in)."""
        thijs = self._vloer.actor(HELPER, dag)
        eigen = Zaak.objects.filter(
            scheme="schuldhulp",
            behandelaar_id=thijs.medewerker_id,
            gesloten__isnull=True,
            stap__in=("gemeld", "gesprek_gevoerd"),
        )
        for zaak in eigen.exclude(id__in=self._gemeld).order_by("geopend", "id"):
            if localdate(zaak.geopend) == dag:
                continue
            self._gemeld.add(zaak.id)
            beeld = schuldhulp.zaak(thijs, zaak.id)
            if beeld.hulpvraag is None or beeld.hulpvraag.bron != "helplijn":
                continue
            try:
                meld_bereikt(thijs, zaak.id, Bereiktinvoer(self._rng.random() < 0.85))
            except Geweigerd:  # it was told before
                continue

    def _week(self, maandag: date, per_week: int) -> dict[str, Any]:
        """A week of a line that is open from eight to eight, with the counts of the ten weeks before it."""
        historie, kalender = [], standaardkalender()
        for nummer in range(70):
            dag = maandag - timedelta(days=77 - nummer)
            if dag.weekday() > 4 or kalender.feestdag(dag):
                continue
            for plek in range(2 * (_UREN[1] - _UREN[0])):
                verwacht = per_week / 5 / 24 * (0.7 + 0.8 * math.exp(-(((plek - 6) / 4) ** 2)))
                van = f"{_UREN[0] + plek // 2:02d}:{30 * (plek % 2):02d}"
                historie.append(
                    {
                        "datum": dag.isoformat(),
                        "van": van,
                        "aantal": max(0, round(self._rng.gauss(verwacht, math.sqrt(verwacht)))),
                    }
                )
        return {
            "van": maandag.isoformat(),
            "tot": (maandag + timedelta(days=4)).isoformat(),
            "open": dict.fromkeys(("ma", "di", "wo", "do", "vr"), f"{_UREN[0]:02d}:00-{_UREN[1]}:00"),
            "behandeltijd_s": 840,
            "geduld_s": 240,
            "historie": historie,
            "herkomst": "verzonnen voor de demo; geen telling van een echte lijn",
        }
