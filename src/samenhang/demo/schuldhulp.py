"""Debt assistance in the demo world: referrals are taken in, and residents who came by themselves are helped.

Every step goes through the verbs that users have, on its own day (schuldverhalen.py). A creditor answers in his portal,
or through the node of messages (knooppunt.py),
the file of the bank is read in, and a team lead has the calculations done again under new norms.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.utils.timezone import localdate

from samenhang.demo import knooppunt
from samenhang.demo.klok import Klok
from samenhang.demo.opgave import maak_opgave
from samenhang.demo.schuldverhalen import (
    BERICHTEN,
    BEZWAREN,
    KREDIETEN,
    PORTAAL,
    REGELINGEN,
    VANDAAG,
    VERHALEN,
    VERHUURDER,
    Stap,
)
from samenhang.demo.werkvloer import Werkvloer
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import PERSONADOMEIN, Gebruiker
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.aanmelden import NieuweHulpvraag, leg_hulpvraag_vast, neem_over
from samenhang.schemes.schuldhulp.actions.berichten import zet_op_knooppunt
from samenhang.schemes.schuldhulp.actions.betaalbestand import lees_betalingen_in
from samenhang.schemes.schuldhulp.actions.herzien import Herzieningsvraag, begin_herziening, werk_portie
from samenhang.schemes.schuldhulp.actions.portaal import Portaalantwoord, beantwoord, sluit_aan, stuur_opgave
from samenhang.schemes.schuldhulp.bezwaarhandelingen import BEZWAARHANDELINGEN
from samenhang.schemes.schuldhulp.domain.rechtbank import LIJSTEN
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN
from samenhang.schemes.schuldhulp.models import Aanbod
from samenhang.schemes.schuldhulp.plichten import leg_achterstand_vast
from samenhang.schemes.schuldhulp.schuldeisers import wie

WIE: Final = "thijs"
LEIDER: Final = "marloes"
JURIST: Final = "hanna"
EISER: Final = "sem"
EISER_KVK: Final = "99990011"
"""The creditor with an account, and who works there."""
INWONERS: Final = (("tessa", "T. Brouwer", 0), ("dirk", "D. Kuiper", len(VERHALEN)))
"""Residents with an account, by the number of their story: one waits for answers, one pays off a credit."""
BEZWAARSTAPPEN: Final = ("bezwaar", "hoorzitting", "horen", "bezwaarbesluit")
_BLIJFT_LIGGEN: Final = timedelta(days=2)
"""A referral waits this long before it is taken in; the newest wait for whoever looks around."""
_TOT_GESPREK: Final = timedelta(days=9)
"""So long after taking in the first talk is held, or earlier when the term ends."""
_HERZIENING: Final = timedelta(days=3)
"""So long before the last day the calculations are done again under the norms of the next year."""
_MINUTEN: Final = 4


class Schuldhulp:
    """The consultant of the first municipality at work."""

    def __init__(self, vloer: Werkvloer, klok: Klok, einde: date) -> None:
        self._vloer, self._klok, self._einde = vloer, klok, einde
        self._verhalen = [
            list(verhaal) for verhaal in (*VERHALEN, *KREDIETEN, *REGELINGEN, *PORTAAL, *BEZWAREN, *BERICHTEN)
        ]
        self._zaken: dict[int, UUID] = {}
        self._gesprekken: list[tuple[date, UUID]] = []
        self._herzien = False

    def dag(self, dag: date) -> None:
        """Take in what came a few days ago, and do every step that is due."""
        self._klok.zet(dag, 300)
        thijs = self._vloer.actor(WIE, dag)
        for regel in queries.aanmeldingen(thijs):
            if localdate(regel.gestuurd) + _BLIJFT_LIGGEN <= dag:
                zaak = neem_over(thijs, regel.id)
                _doe(thijs, zaak.id, "oppakken", {}, dag)
                self._gesprekken.append((min(regel.uiterlijk, dag + _TOT_GESPREK), zaak.id))
        for wanneer, zaak_id in [deel for deel in self._gesprekken if deel[0] <= dag]:
            _doe(thijs, zaak_id, "gesprek", {"op": VANDAAG}, dag)
            self._gesprekken.remove((wanneer, zaak_id))
        minuut = 310
        for nummer, stappen in enumerate(self._verhalen):
            while stappen and (self._einde - dag).days <= stappen[0].dagen:
                stap = stappen.pop(0)
                minuut += _MINUTEN
                self._klok.zet(dag, minuut)
                self._stap(thijs, nummer, stap, dag)
        self._klok.zet(dag, minuut + _MINUTEN)
        knooppunt.ronde()
        if dag + _HERZIENING >= self._einde and not self._herzien:
            self._herzien = True
            self._herzie(dag)

    def inwoners(self) -> None:
        """Accounts for residents of these cases: each sees his own."""
        for naam, volledig, nummer in INWONERS:
            persoon = Betrokkene.objects.get(zaak_id=self._zaken[nummer]).persoon_id
            Gebruiker.objects.create_user(f"{naam}{PERSONADOMEIN}", naam=volledig, persoon_id=persoon)

    def _stap(self, thijs: Actor, nummer: int, stap: Stap, dag: date) -> None:
        if stap.wat == "hulpvraag":
            self._zaken[nummer] = leg_hulpvraag_vast(thijs, NieuweHulpvraag(**_gevuld(stap.invoer, dag))).id
        elif stap.wat == "antwoorden":
            self._antwoorden(thijs, self._zaken[nummer], stap.invoer["antwoorden"], dag)
        elif stap.wat == "aansluiting":
            self._sluit_aan(thijs)
        elif stap.wat == "knooppunt":
            for rij in queries.schuldeisers(thijs).lijst:
                if rij.naam in knooppunt.DEELNEMERS:
                    zet_op_knooppunt(thijs, rij.id, True, knooppunt.DEELNEMERS[rij.naam])
        elif stap.wat == "saldoopgave":
            knooppunt.geef_op(**stap.invoer)
        elif stap.wat == "berichtantwoord":
            knooppunt.antwoord(**stap.invoer)
        elif stap.wat == "opgave":
            self._noemt_ander_bedrag(self._zaken[nummer], stap.invoer["bedrag"], dag)
        elif stap.wat == "schuldwijziging":
            schuld = next(rij for rij in _dossier(thijs, self._zaken[nummer]).schulden if wie(rij.schuldeiser).naam == VERHUURDER)  # fmt: skip
            _doe(thijs, self._zaken[nummer], "schuldwijziging", {"schuld": schuld.id, **stap.invoer}, dag)
        elif stap.wat == "bankbestand":
            self._leest_bankbestand(thijs, self._zaken[nummer], stap.invoer["bedrag"], dag)
        elif stap.wat == "kwijtingen":
            for deel in _dossier(thijs, self._zaken[nummer]).uitbetalingen:
                _doe(thijs, self._zaken[nummer], "kwijtingsbevestiging", {"uitbetaling": deel.id, "op": VANDAAG, "via": "brief"}, dag)  # fmt: skip
        elif stap.wat == "inlossing":
            stand = _dossier(thijs, self._zaken[nummer]).leenstand
            assert stand is not None  # a credit runs
            _doe(thijs, self._zaken[nummer], "inlossing", {"bedrag": stand.inlossom.draad(), "op": VANDAAG}, dag)  # fmt: skip
        elif stap.wat == "rechter":
            self._naar_rechter(thijs, self._zaken[nummer], stap.invoer["soort"], dag)
        elif stap.wat == "uitspraak":
            verzoek = _dossier(thijs, self._zaken[nummer]).verzoeken[-1].id
            _doe(thijs, self._zaken[nummer], "uitspraak", {"verzoek": verzoek, **stap.invoer}, dag)
        elif stap.wat in BEZWAARSTAPPEN:
            self._bezwaar(self._zaken[nummer], stap, dag)
        elif stap.wat == "achterstand":
            leg_achterstand_vast(self._zaken[nummer])
        else:
            _doe(thijs, self._zaken[nummer], stap.wat, stap.invoer, dag)

    def _antwoorden(self, thijs: Actor, zaak: UUID, antwoorden: tuple[str, ...], dag: date) -> None:
        """In the order of the creditors' names; by letter, or by who has an account himself."""
        dossier = _dossier(thijs, zaak)
        in_portaal = {deel.voorstel: deel.id for deel in dossier.aanbiedingen}
        for rij, antwoord in zip(dossier.voorstellen, antwoorden, strict=False):
            if rij.id in in_portaal:
                reden = (
                    "Wij willen eerst weten of de huur voortaan op tijd komt."
                    if antwoord == "geweigerd"
                    else ""
                )
                beantwoord(
                    self._vloer.actor(EISER, dag), in_portaal[rij.id], Portaalantwoord(antwoord, reden)
                )
            else:
                invoer = {"voorstel": rij.id, "antwoord": antwoord, "op": VANDAAG, "via": "brief"}
                _doe(thijs, zaak, "antwoord", invoer, dag)

    def _bezwaar(self, zaak: UUID, stap: Stap, dag: date) -> None:
        """What the objection officer does with an objection; a hearing is so many days after."""
        hanna = self._vloer.actor(JURIST, dag)
        beeld = queries.bezwaarzaak(hanna, zaak)
        invoer = _gevuld(stap.invoer, dag)
        if stap.wat == "bezwaar":
            handeling = BEZWAARHANDELINGEN["bezwaarontvangst"]
            invoer |= {"besluit": beeld.beschikkingen[-1].id, "ontvangen_op": dag, "via": "brief"}
        else:
            handeling = BEZWAARHANDELINGEN[stap.wat]
            invoer |= {"bezwaar": beeld.bezwaren[-1].id}
        if "na" in invoer:
            invoer["op"] = dag + timedelta(days=invoer.pop("na"))
        handeling.doe(hanna, zaak, handeling.invoer(**invoer))

    def _sluit_aan(self, thijs: Actor) -> None:
        """The landlord gets an account, once."""
        rij = next(rij for rij in queries.schuldeisers(thijs).lijst if rij.naam == VERHUURDER)
        if rij.account_id is None:
            sluit_aan(thijs, rij.id, EISER_KVK)

    def _noemt_ander_bedrag(self, zaak: UUID, bedrag: str, dag: date) -> None:
        """The landlord says that its claim is another amount, and sends its statement along."""
        sem, nummer = self._vloer.actor(EISER, dag), Zaak.objects.get(id=zaak).nummer
        aanbod = _aanbod(sem, nummer)
        stuur_opgave(
            sem, aanbod.id, f"opgave {nummer}.pdf", maak_opgave(VERHUURDER, nummer, aanbod.naam, bedrag, dag)
        )
        beantwoord(sem, aanbod.id, Portaalantwoord("bedrag_wijkt_af", bedrag=bedrag))

    def _leest_bankbestand(self, thijs: Actor, zaak: UUID, bedrag: str, dag: date) -> None:
        """The file of the bank with one payment of this case, and one that belongs to no credit that runs."""
        nummer, ander = Zaak.objects.get(id=zaak).nummer, Zaak.objects.get(id=self._zaken[0]).nummer
        regels = [
            "datum;bedrag;kenmerk;transactie",
            f"{dag};{bedrag};{nummer} aflossing;{dag:%Y%m%d}-0001",
            f"{dag};{bedrag};{ander};{dag:%Y%m%d}-0002",
        ]
        lees_betalingen_in(thijs, f"bank {dag}.csv", "\r\n".join(regels).encode())

    def _herzie(self, dag: date) -> None:
        """The team lead looks at what the norms of the next year would change."""
        naar = date(dag.year + 1, 1, 1)
        vraag = Herzieningsvraag(naar, f"Vooruitblik op de normen van {naar.year}")
        herziening = begin_herziening(self._vloer.actor(LEIDER, dag), vraag)
        while werk_portie(herziening.id):
            pass

    def _naar_rechter(self, thijs: Actor, zaak: UUID, soort: str, dag: date) -> None:
        """Prepare a request, fill its checklist, and hand it in."""
        _doe(thijs, zaak, "verzoek", {"soort": soort, "rechtbank": "Rechtbank Waterrijk"}, dag)
        verzoek = _dossier(thijs, zaak).verzoeken[-1].id
        if soort == "287a":
            _doe(thijs, zaak, "wsnpvergelijking", {"verzoek": verzoek, "salaris": "75,00", "griffierecht": "0,00"}, dag)  # fmt: skip
        for deel in LIJSTEN[soort]:
            if not deel.feit:
                invoer = {
                    "verzoek": verzoek,
                    "onderdeel": deel.code,
                    "stand": "aanwezig",
                    "reden": "als bijlage",
                }
                _doe(thijs, zaak, "onderdeel", invoer, dag)
        _doe(thijs, zaak, "indiening", {"verzoek": verzoek, "op": VANDAAG}, dag)


def _dossier(thijs: Actor, zaak: UUID) -> Dossier:
    dossier = queries.zaak(thijs, zaak).dossier
    assert dossier is not None  # he treats it
    return dossier


def _aanbod(sem: Actor, zaaknummer: str) -> Aanbod:
    """What was offered to this creditor in a case, and holds."""
    rijen = [rij.aanbod for rij in queries.portaalvoorstellen(sem)]
    return next(rij for rij in rijen if rij.zaaknummer == zaaknummer and not rij.vervallen)


def _doe(thijs: Actor, zaak: UUID, wat: str, invoer: dict[str, Any], dag: date) -> None:
    handeling = HANDELINGEN[wat]
    handeling.doe(thijs, zaak, handeling.invoer(**_gevuld(invoer, dag)))


def _gevuld(invoer: dict[str, Any], dag: date) -> dict[str, Any]:
    return {naam: dag if waarde == VANDAAG else waarde for naam, waarde in invoer.items()}
