"""What debt assistance exchanges with the outside and that dies on the way: messages out and in, a bank statement, a list of debts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.scheme import Niets
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import berekenen, voorstel
from samenhang.schemes.schuldhulp.actions.betaalbestand import lees_betalingen_in
from samenhang.schemes.schuldhulp.actions.inlezen import lees_in
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import Bericht, lees, schrijf
from samenhang.schemes.schuldhulp.knooppunt.adres import laatste_dag
from samenhang.schemes.schuldhulp.knooppunt.map import Mapknooppunt
from samenhang.schemes.schuldhulp.models import Knooppuntbericht, Schuldeiser
from tests.gedood.beproeven import Proef
from tests.gedood.leveren import doe_plichten
from tests.gedood.schuldhulp import LATER, NU, REGELS, _zaken, betaald, noor, twee_kredieten
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_camt053 import afschrift, post

GEMEENTE, EISERS = "12345678", {"Woonstichting De Sluis": "11112222", "Noordlicht Energie": "33334444"}
DUTIES = ("schuldhulp.berichten-versturen", "schuldhulp.berichten-ophalen", "schuldhulp.berichten-bewaken")
SCHULDEN = 8


def zet_knooppunt() -> None:
    """The node is a folder in that of the trial, put back with it."""
    settings.KNOOPPUNT = str(Path(settings.DATAMAP) / "knooppunt")


def als(kvk: str) -> Mapknooppunt:
    return Mapknooppunt(Path(settings.KNOOPPUNT), kvk, laatste_dag, timezone.now)


def wissel_uit() -> None:
    """Let the duties of the exchange do all that is due."""
    while werk(gekozen=plichten(DUTIES)):
        pass


def een_voorstel() -> None:
    """A proposal to three creditors, of whom two get a message."""
    gemeente = w.maak_gemeente()
    Organisatie.objects.filter(id=gemeente.organisatie.id).update(kvk=GEMEENTE)
    zaak = w.met_schulden(gemeente)
    for naam, kvk in EISERS.items():
        Schuldeiser.objects.filter(naam=naam).update(kvk=kvk, knooppunt=True)
    berekenen.bereken(w.als(gemeente.noor), zaak.id, berekenen.Rekenkeuze("SB"))
    voorstel.stuur_voorstel(w.als(gemeente.noor), zaak.id, Niets())


def een_antwoord() -> None:
    """The same, fetched and answered: one agrees and one refuses; nobody fetched the answers yet."""
    een_voorstel()
    wissel_uit()
    for kvk in EISERS.values():
        ((nummer, lijf),) = als(kvk).wachtend()
        vraag = lees(lijf)
        als(kvk).bevestig(nummer)
        ja = kvk == "11112222"
        inhoud = {"antwoord": "akkoord" if ja else "geweigerd", "op": "2026-11-24", "reden": None if ja else "bod_te_laag", "toelichting": ""}  # fmt: skip
        antwoord = Bericht(uuid4(), "voorstelantwoord", kvk, GEMEENTE, timezone.now(), inhoud, betreft=nummer)
        als(kvk).plaats(antwoord.nummer, schrijf(antwoord))
        assert vraag.aan == kvk


def uitgewisseld() -> dict[str, Any]:
    """The messages, what lies at the node, the answers in the case and what came with them."""
    (zaak,) = _zaken()
    beeld = queries.zaak(noor(), zaak.id)
    assert beeld.dossier is not None  # she treats it
    verteld = Counter(regel.wat for regel in beeld.tijdlijn)
    rijen = list(Knooppuntbericht.objects.select_related("schuldeiser"))
    geplaatst = {str(rij.id) for rij in rijen if rij.uitgaand and rij.geplaatst is not None}
    bij_knooppunt = {plek.stem for plek in (Path(settings.KNOOPPUNT) / "stand").glob("*.json")}
    return {
        "berichten": sorted([rij.schuldeiser.naam, rij.soort, rij.stand] for rij in rijen),
        "ligt_er": sorted([kvk, len(als(kvk).wachtend())] for kvk in (GEMEENTE, *EISERS.values())),
        "bij_knooppunt": len(bij_knooppunt),
        "zonder_plek": len(geplaatst - bij_knooppunt),
        "antwoorden": sorted([rij.schuldeiser.naam, rij.antwoord, rij.via] for rij in beeld.dossier.voorstellen),
        "weigeringen": len(beeld.dossier.weigeringen),
        "verteld": [verteld["bericht"], verteld["antwoord"]],
        "termijnen": zaak.termijnen.filter(regel="bericht-ophalen", klaar__isnull=True).count(),
    }  # fmt: skip


def lees_afschrift() -> int:
    """Read six payments of a bank statement, three for each."""
    nummers = [zaak.nummer for zaak in _zaken()]
    posten = [post(nummers[n % 2], f"{10 + n}.00", f"NL{n}") for n in range(REGELS)]
    return lees_betalingen_in(noor(), "bank.xml", afschrift(*posten)).geboekt


def lees_afschrift_nog_eens() -> None:
    """The same statement again; one that was read to its end is refused."""
    _of_bekend(lees_afschrift)


def een_gesprek() -> None:
    """A case into which debts can be read."""
    w.toegelaten(w.maak_gemeente())


def lees_schulden_in() -> str:
    """Read eight debts at creditors that are new."""
    rijen = [f"Schuldeiser {n};{10 + n},50;concurrent;K{n}" for n in range(SCHULDEN)]
    inhoud = "\n".join(["schuldeiser;bedrag;rang;kenmerk", *rijen]).encode()
    return lees_in(noor(), _zaken()[0].id, "schulden.csv", inhoud).nummer


def lees_schulden_nog_eens() -> None:
    """The same list again; one that was read in is refused."""
    _of_bekend(lees_schulden_in)


def ingelezen() -> dict[str, Any]:
    """The debts, the creditors, and how often the timeline tells of it."""
    beeld = queries.zaak(noor(), _zaken()[0].id)
    assert beeld.dossier is not None  # she treats it
    return {
        "schulden": [
            [rij.schuldeiser.naam, rij.bedrag_centen, rij.kenmerk] for rij in beeld.dossier.schulden
        ],
        "schuldeisers": Schuldeiser.objects.count(),
        "verteld": sum(rij.wat == "schuld" for rij in beeld.tijdlijn),
    }


def _of_bekend(doe: Any) -> None:
    try:
        doe()
    except Geweigerd as nee:
        if nee.code != "bestand_bekend":
            raise


VERSTUREN = Proef("versturen", NU, LATER, een_voorstel, wissel_uit, uitgewisseld, wissel_uit, wissel_uit)
ONTVANGEN = Proef("ontvangen", NU, LATER, een_antwoord, wissel_uit, uitgewisseld, wissel_uit, wissel_uit)
AFSCHRIFT = Proef("afschrift", NU, LATER, twee_kredieten, lees_afschrift, betaald, doe_plichten, lees_afschrift_nog_eens)  # fmt: skip
INLEZEN = Proef("inlezen", NU, LATER, een_gesprek, lees_schulden_in, ingelezen, doe_plichten, lees_schulden_nog_eens)  # fmt: skip
