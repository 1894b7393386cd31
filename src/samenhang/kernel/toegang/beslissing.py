"""`beslis`: the one function that says yes or no. Pure."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.tabel import Beslistabel, Cel

LEEG: frozenset[str] = frozenset()

REDENEN: dict[str, Tekst] = {
    "geen_grondslag": Tekst(
        "Geen wet geeft deze rol voor dit doel toegang tot dit gegeven.",
        "No law gives this role access to this datum for this purpose.",
    ),
    "grondslag_niet_in_werking": Tekst(
        "De wet waarop dit zou rusten geldt vandaag niet.",
        "The law on which this would rest is not in force today.",
    ),
    "niet_betrokken": Tekst(
        "U bent niet bij deze zaak betrokken. Vraag de teamleider om u toe te wijzen.",
        "You are not involved in this case. Ask the team lead to assign you.",
    ),
    "stap": Tekst(
        "In deze stap van de zaak is dit gegeven niet nodig.",
        "In this step of the case this datum is not needed.",
    ),
}
"""Reason codes of a refusal with their sentence. Later schemes of consent and conditions add theirs."""


class Verzoek(NamedTuple):
    """What is asked: by whom, for what, which categories to read and to write.

    `grondslag` narrows the answer to one legal basis; empty takes every basis in force.
    """

    scheme: str
    organisatiesoort: str
    rollen: tuple[str, ...]
    doel: str
    leest: frozenset[str]
    schrijft: frozenset[str] = LEEG
    grondslag: str = ""


class Feiten(NamedTuple):
    """What is the case: the actor's involvement and the step the case is in."""

    betrokkenheid: str
    stap: str


class Besluit(NamedTuple):
    """The answer: what is granted and what is refused, resting on which permits of which table.

    `geweigerd` holds (category, reason code), for reading and writing alike, in order of category.
    """

    leest: frozenset[str]
    schrijft: frozenset[str]
    geweigerd: tuple[tuple[str, str], ...]
    regels: tuple[str, ...]
    grondslagen: tuple[str, ...]
    tabel_hash: str

    @property
    def volledig(self) -> bool:
        """Whether everything that was asked is granted."""
        return not self.geweigerd


def beslis(verzoek: Verzoek, feiten: Feiten, tabel: Beslistabel, nu: datetime) -> Besluit:
    """Decide. Granted is never more than asked; what no permit names is refused with its reason.

    The answer depends on the arguments only and is remembered per table and day.
    """
    dag = nu.date()
    sleutel = (verzoek, feiten, dag)
    onthouden = tabel.onthouden
    besluit = onthouden.get(sleutel)
    if besluit is None:
        if len(onthouden) > 100_000:
            onthouden.clear()
        besluit = onthouden[sleutel] = _beslis(verzoek, feiten, tabel, dag)
    return besluit


def _beslis(verzoek: Verzoek, feiten: Feiten, tabel: Beslistabel, dag: date) -> Besluit:
    leest: frozenset[str] = LEEG
    schrijft: frozenset[str] = LEEG
    regels: list[str] = []
    grondslagen: set[str] = set()
    for rol in verzoek.rollen:
        cel = Cel(
            verzoek.scheme, verzoek.organisatiesoort, rol, verzoek.doel, feiten.betrokkenheid, feiten.stap
        )
        for regel in tabel.geldend(cel, dag):
            if verzoek.grondslag and regel.grondslag != verzoek.grondslag:
                continue
            bij_lezen = regel.leest & verzoek.leest
            bij_schrijven = regel.schrijft & verzoek.schrijft
            if bij_lezen or bij_schrijven:
                leest |= bij_lezen
                schrijft |= bij_schrijven
                regels.append(regel.id)
                grondslagen.add(regel.grondslag)
    geweigerd = tuple(
        sorted(
            [(naam, _reden(naam, False, verzoek, feiten, tabel, dag)) for naam in verzoek.leest - leest]
            + [
                (naam, _reden(naam, True, verzoek, feiten, tabel, dag))
                for naam in verzoek.schrijft - schrijft
            ]
        )
    )
    return Besluit(leest, schrijft, geweigerd, tuple(regels), tuple(sorted(grondslagen)), tabel.hash)


def _reden(
    categorie: str, schrijven: bool, verzoek: Verzoek, feiten: Feiten, tabel: Beslistabel, dag: date
) -> str:
    """Why a category was refused: the first single thing that stands in the way."""

    def geeft(stappen: tuple[str, ...], betrokkenheden: tuple[str, ...], alleen_geldend: bool) -> bool:
        for rol in verzoek.rollen:
            for betrokkenheid in betrokkenheden:
                for stap in stappen:
                    cel = Cel(
                        verzoek.scheme, verzoek.organisatiesoort, rol, verzoek.doel, betrokkenheid, stap
                    )
                    regels = tabel.geldend(cel, dag) if alleen_geldend else tabel.cellen.get(cel, ())
                    if any(categorie in (regel.schrijft if schrijven else regel.leest) for regel in regels):
                        return True
        return False

    ruimte = tabel.ruimtes.get(verzoek.scheme)
    if ruimte is None:
        return "geen_grondslag"
    if geeft((feiten.stap,), (feiten.betrokkenheid,), alleen_geldend=False):
        return "grondslag_niet_in_werking"
    if geeft((feiten.stap,), ruimte.betrokkenheden, alleen_geldend=True):
        return "niet_betrokken"
    if geeft(ruimte.stappen, (feiten.betrokkenheid,), alleen_geldend=True):
        return "stap"
    return "geen_grondslag"
