"""Every calculation by name: from a document to a document that explains itself. Pure.

The answer holds the outcome with `trace`, `normset`, `beleid`, `status`, `motor` and `hash`. The hash is over what was
computed from what: name, engine, input in its one written form, the values of the norms, policy set and outcome. Words
and sources stand outside it, so that a better sentence changes no hash; a change of outcome gets another engine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.kalender import Kalender, standaardkalender
from samenhang.kernel.normen import Norm, Normen, NormOntbreekt, normen
from samenhang.schemes.schuldhulp.domain import (
    bvv,
    capaciteit,
    dwangsom,
    krediet,
    regelingen,
    termijnen,
    verdeling,
    vtlb,
    waarborg,
)
from samenhang.schemes.schuldhulp.domain.invoer import lees
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad, Spoorregel
from samenhang.schemes.schuldhulp.domain.uitvoer import als_document, schrijver

MOTOR: Final = "schuldhulp-1"
"""The version of the arithmetic: another one whenever the same input and norms give another outcome.

A calculation that changes gets its own, so that the answers of the others keep their hash.
"""


_SCHRIJF: Final = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False
)


@dataclass(frozen=True, slots=True)
class Berekening:
    """One calculation: its input and outcome as dataclasses, and the pure function between them."""

    naam: str
    titel: Tekst
    uitleg: Tekst
    invoer: type[Any]
    uitkomst: type[Any]
    reken: Callable[[Any, Rekenblad], Any]
    motor: str = MOTOR


_ALLE = (
    Berekening(
        "krediet", Tekst("Saneringskrediet", "Debt consolidation credit"),
        Tekst("Hoeveel krediet past bij een maandtermijn, en het schema tot de laatste cent.", "How much credit fits an instalment, and the schedule to the last cent."),
        krediet.Kredietinvoer, krediet.Krediet, krediet.bereken_krediet,
    ),
    Berekening(
        "verdeling", Tekst("Verdeling over schuldeisers", "Distribution over creditors"),
        Tekst("Wie krijgt wat van een bedrag, op de cent.", "Who gets what of an amount, to the cent."),
        verdeling.Verdelinginvoer, verdeling.Verdeling, verdeling.bereken_verdeling,
    ),
    Berekening(
        "capaciteit", Tekst("Afloscapaciteit", "Capacity to repay"),
        Tekst("Wat iemand per maand kan aflossen, onder het beleid van een dag.", "What someone can repay a month, under the policy of a day."),
        capaciteit.Capaciteitinvoer, capaciteit.Capaciteit, capaciteit.bereken_capaciteit,
    ),
    Berekening(
        "bvv", Tekst("Beslagvrije voet", "Protected earnings"),
        Tekst("Wat bij beslag overblijft. De rekenvoorziening van het Inlichtingenbureau gaat voor.", "What remains under attachment. The official calculator prevails."),
        bvv.Bvvinvoer, bvv.Bvv, bvv.bereken_bvv,
    ),
    Berekening(
        "vtlb", Tekst("Vrij te laten bedrag", "Amount left to live on"),
        Tekst("Beslagvrije voet met de posten van het Recofa-rapport.", "Protected earnings with the items of the Recofa report."),
        vtlb.Vtlbinvoer, vtlb.Vtlb, vtlb.bereken_vtlb,
    ),
    Berekening(
        "schuldbemiddeling", Tekst("Schuldbemiddeling of 0%-aanbod", "Arrangement by saving, or zero offer"),
        Tekst("Wat sparen de schuldeisers oplevert; zonder capaciteit een 0%-aanbod (SA).", "What saving brings the creditors; without capacity a zero offer (SA)."),
        regelingen.Bemiddelinginvoer, regelingen.Bemiddeling, regelingen.bereken_bemiddeling,
    ),
    Berekening(
        "wsnp-vergelijking", Tekst("Vergelijking met de Wsnp", "Comparison with the court route"),
        Tekst("Krijgen schuldeisers buiten de rechter meer?", "Do creditors get more out of court?"),
        regelingen.Wsnpinvoer, regelingen.Wsnpvergelijking, regelingen.vergelijk_wsnp,
    ),
    Berekening(
        "looptijdvergelijking", Tekst("18 tegen 36 maanden", "18 against 36 months"),
        Tekst("Wat een langere looptijd kost en oplevert.", "What a longer term costs and brings."),
        regelingen.Looptijdinvoer, regelingen.Looptijdvergelijking, regelingen.vergelijk_looptijden,
    ),
    Berekening(
        "waarborg", Tekst("Waarborgfonds: borg en premie", "Guarantee fund: guarantee and premium"),
        Tekst("Neemt het fonds de borg vanzelf aan, en wat kost zij?", "Does the fund accept by itself, and at what premium?"),
        waarborg.Waarborginvoer, waarborg.Waarborg, waarborg.bereken_waarborg, waarborg.MOTOR,
    ),
    Berekening(
        "claim", Tekst("Claim bij het Waarborgfonds", "Claim on the guarantee fund"),
        Tekst("Wat nog openstaat van een krediet dat niet is afbetaald.", "What is still open of a credit that was not repaid."),
        waarborg.Claiminvoer, waarborg.Claim, waarborg.bereken_claim,
    ),
    Berekening(
        "termijn", Tekst("Termijnen", "Terms"),
        Tekst("De laatste dag van een termijn, met feestdagen en opschorting.", "The last day of a term, with holidays and suspension."),
        termijnen.Termijninvoer, termijnen.Termijneinde, termijnen.bereken_termijn,
    ),
    Berekening(
        "dwangsom", Tekst("Dwangsom", "Penalty"),
        Tekst("Wat een te laat besluit kost (Awb 4:17).", "What a late decision costs (Awb 4:17)."),
        dwangsom.Dwangsominvoer, dwangsom.Dwangsom, dwangsom.bereken_dwangsom,
    ),
)  # fmt: skip
BEREKENINGEN: Final = {berekening.naam: berekening for berekening in _ALLE}
"""Every calculation on one case, by its name on the command line and in the address of the API."""


@dataclass(frozen=True, slots=True)
class Normregel:
    """A norm that a calculation used, with its source."""

    naam: str
    waarde: str
    vanaf: str
    tot: str
    bron: str
    status: str


@dataclass(frozen=True, slots=True)
class Normset:
    """The norms that were used; `id` is the same for the same names and values, and empty when there are none."""

    id: str
    normen: tuple[Normregel, ...]


@dataclass(frozen=True, slots=True)
class Resultaat:
    """An outcome with all that explains it. `invoer` is the input as it was read."""

    berekening: Berekening
    invoer: Any
    uitkomst: Any
    blad: Rekenblad

    def document(self) -> dict[str, Any]:
        """The answer as it goes over the wire."""
        kern = als_document(self.uitkomst)
        return {
            **kern,
            "trace": [schrijver(Spoorregel)(regel) for regel in self.blad.spoor],
            "normset": als_document(self.normset),
            "beleid": self.blad.beleid,
            "status": self.blad.status,
            "motor": self.berekening.motor,
            "hash": self._hash(kern),
        }

    @property
    def normset(self) -> Normset:
        """The norms that were used, by name."""
        return normset_van(normregel(rij) for rij in self.blad.gebruikt.values())

    def _hash(self, kern: Any) -> str:
        wat = {
            "berekening": self.berekening.naam,
            "motor": self.berekening.motor,
            "invoer": als_document(self.invoer),
            "normen": {naam: norm.waarde for naam, norm in self.blad.gebruikt.items()},
            "beleid": self.blad.beleid,
            "uitkomst": kern,
        }
        return hashlib.sha256(canoniek(wat)).hexdigest()


def normregel(rij: Norm) -> Normregel:
    """A norm as an answer shows it."""
    tot = rij.tot.isoformat() if rij.tot else ""
    return Normregel(rij.naam, rij.waarde, rij.vanaf.isoformat(), tot, rij.bron, rij.status)


def normset_van(regels: Iterable[Normregel]) -> Normset:
    """The norms that were used, by name and then by day, under the id of their names and values."""
    rijen = tuple(sorted(regels, key=lambda rij: (rij.naam, rij.vanaf)))
    if not rijen:
        return Normset("", ())
    som = canoniek([[rij.naam, rij.waarde] for rij in rijen])
    return Normset(f"normen-{hashlib.sha256(som).hexdigest()[:16]}", rijen)


def canoniek(waarde: Any) -> bytes:
    """The one way to write a document: names in order, no spaces, UTF-8 (RFC 8785 for what has no numbers with a point)."""
    return _SCHRIJF.encode(waarde).encode()


def kies(naam: str) -> Berekening:
    """The calculation of that name; `Geweigerd` (404) that lists them."""
    gekozen = BEREKENINGEN.get(naam)
    if gekozen is None:
        namen = ", ".join([*BEREKENINGEN, "norm-herziening"])
        veilig = naam.encode("ascii", "backslashreplace").decode()[:40]
        raise Geweigerd(
            "berekening_onbekend",
            Tekst(f"Er is geen berekening {veilig}. Kies uit: {namen}.", f"There is no calculation {veilig}. Choose from: {namen}."),
            status=404,
        )  # fmt: skip
    return gekozen


def reken(
    berekening: Berekening, document: object, norm: Normen | None = None, kalender: Kalender | None = None
) -> Resultaat:
    """Read, compute and keep what explains it; with the norms and calendar of this deployment unless given.

    Raises `Geweigerd` for input that is wrong or impossible, and `NormOntbreekt` that names what is missing.
    """
    return reken_uit(berekening, lees(berekening.invoer, document), norm, kalender)


def reken_uit(
    berekening: Berekening, invoer: Any, norm: Normen | None = None, kalender: Kalender | None = None
) -> Resultaat:
    """The same from an input that was read before."""
    blad = Rekenblad(norm or normen(), kalender or standaardkalender())
    try:
        uitkomst = berekening.reken(invoer, blad)
    except NormOntbreekt as fout:
        if not fout.fouten:
            fout.fouten = (
                Fout(fout.code, fout.tekst, Plaats(plek=_plek_van_datum(berekening), kolom=fout.naam)),
            )
        raise
    return Resultaat(berekening, invoer, uitkomst, blad)


def _plek_van_datum(berekening: Berekening) -> str:
    """Where the day stands that asks for a norm."""
    namen = ("datum", "start", "ontvangst_ingebrekestelling")
    bekend = getattr(berekening.invoer, "__dataclass_fields__", {})
    return next((f"/{naam}" for naam in namen if naam in bekend), "")
