"""`beslis`: the one function that says yes or no. Pure."""

from __future__ import annotations

from collections.abc import Set
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.besluit import LEEG, Besluit, Feiten, Verzoek
from samenhang.kernel.toegang.tabel import Beslistabel, Cel, Dagtabel, Handeling, handelingen

NEDERLAND = ZoneInfo("Europe/Amsterdam")

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
    "tweede_lezer": Tekst(
        "Dit mag pas als een collega heeft meegelezen en akkoord is. Vraag een collega.",
        "This is allowed only after a colleague has read along and agreed. Ask a colleague.",
    ),
    "categorie_onbekend": Tekst(
        "Dit soort gegeven kent dit register niet.",
        "This register does not know this kind of datum.",
    ),
}
"""Reason codes of a refusal with their sentence. Later schemes of consent and conditions add theirs."""


def dag_van(nu: datetime) -> date:
    """The day in the Netherlands on which a law must be in force; a moment without a zone is Dutch time.

    Before 22:00 UTC it is the same day there, summer and winter.
    """
    if nu.tzinfo is None or (nu.tzinfo is UTC and nu.hour < 22):
        return nu.date()
    return nu.astimezone(NEDERLAND).date()


def beslis(verzoek: Verzoek, feiten: Feiten, tabel: Beslistabel, nu: datetime) -> Besluit:
    """Decide. Granted is never more than asked; what no permit names is refused with its reason.

    The answer depends on the arguments only. Who can get nothing for this purpose, whatever the case, hears so at
    once; every other answer is remembered per table and day.
    """
    dag = dag_van(nu)
    scheme, soort, rollen, doel, leest, schrijft, _ = verzoek
    if tabel.op(dag).kansrijk(scheme, soort, doel).isdisjoint(rollen):
        bekend = tabel.bekend(scheme)
        if leest <= bekend and schrijft <= bekend:
            return _niets(leest, schrijft, tabel.hash)
    sleutel = (verzoek, feiten, dag)
    onthouden = tabel.onthouden
    besluit = onthouden.get(sleutel)
    if besluit is None:
        if len(onthouden) > 100_000:
            onthouden.clear()
        besluit = onthouden[sleutel] = _beslis(verzoek, feiten, tabel, dag)
    return besluit


def _beslis(verzoek: Verzoek, feiten: Feiten, tabel: Beslistabel, dag: date) -> Besluit:
    dagtabel = tabel.op(dag)
    scheme, soort, doel = verzoek.scheme, verzoek.organisatiesoort, verzoek.doel
    leest = schrijft = LEEG
    regels: list[str] = []
    grondslagen: set[str] = set()
    plichten: set[str] = set()
    ongelezen: set[Handeling] = set()
    for rol in verzoek.rollen:
        for regel in dagtabel.cellen.get(
            Cel(scheme, soort, rol, doel, feiten.betrokkenheid, feiten.stap), ()
        ):
            if verzoek.grondslag and regel.grondslag != verzoek.grondslag:
                continue
            if regel.tweede_lezer and not feiten.tweede_lezer:
                ongelezen |= handelingen(regel)
                continue
            bij_lezen = regel.leest & verzoek.leest
            bij_schrijven = regel.schrijft & verzoek.schrijft
            if bij_lezen or bij_schrijven:
                leest |= bij_lezen
                schrijft |= bij_schrijven
                regels.append(regel.id)
                grondslagen.add(regel.grondslag)
                plichten.update(regel.volgt)
    geweigerd: tuple[tuple[str, str], ...] = ()
    if leest != verzoek.leest or schrijft != verzoek.schrijft:
        open_ = (verzoek.leest - leest, verzoek.schrijft - schrijft)
        geweigerd = _redenen(open_, verzoek, feiten, tabel, dagtabel, ongelezen)
        if ongelezen and any(reden == "tweede_lezer" for _, reden in geweigerd):
            plichten.add("tweede_lezer")
    return Besluit(
        leest,
        schrijft,
        geweigerd,
        tuple(regels),
        tuple(sorted(grondslagen)),
        tabel.hash,
        tuple(sorted(plichten)),
    )


def _redenen(
    open_: tuple[frozenset[str], frozenset[str]],
    verzoek: Verzoek,
    feiten: Feiten,
    tabel: Beslistabel,
    dagtabel: Dagtabel,
    ongelezen: set[Handeling],
) -> tuple[tuple[str, str], ...]:
    """Why each of these was refused: the first single thing that stands in the way."""
    scheme, soort, doel = verzoek.scheme, verzoek.organisatiesoort, verzoek.doel
    betrokkenheid, stap = feiten.betrokkenheid, feiten.stap
    bekend = tabel.bekend(scheme)
    in_de_weg: list[tuple[str, Set[Handeling]]] = [("tweede_lezer", ongelezen)] if ongelezen else []
    for reden, plekken, sleutel in (
        ("grondslag_niet_in_werking", dagtabel.buiten_werking, (betrokkenheid, stap)),
        ("niet_betrokken", dagtabel.elders_betrokken, (stap,)),
        ("stap", dagtabel.andere_stap, (betrokkenheid,)),
    ):
        for rol in verzoek.rollen:
            wat = plekken.get((scheme, soort, rol, doel, *sleutel))
            if wat:
                in_de_weg.append((reden, wat))
    uit = []
    for schrijven, namen in enumerate(open_):
        for naam in namen:
            if naam not in bekend:
                reden = "categorie_onbekend"
            else:
                handeling = (naam, bool(schrijven))
                reden = next((code for code, wat in in_de_weg if handeling in wat), "geen_grondslag")
            uit.append((naam, reden))
    uit.sort()
    return tuple(uit)


@lru_cache(maxsize=10_000)
def _niets(leest: frozenset[str], schrijft: frozenset[str], tabel_hash: str) -> Besluit:
    """The refusal of everything: by far the most common answer over the whole space."""
    geweigerd = tuple(sorted((naam, "geen_grondslag") for naam in (*leest, *schrijft)))
    return Besluit(LEEG, LEEG, geweigerd, (), (), tabel_hash)
