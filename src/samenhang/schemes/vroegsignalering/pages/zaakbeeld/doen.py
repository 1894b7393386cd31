"""What can be done to a case now, with the choices of each form and the words that fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.vroegsignalering import brp, queries
from samenhang.schemes.vroegsignalering.domain.pogingen import SOORTEN_POGING, dagdeel_van
from samenhang.schemes.vroegsignalering.domain.uitkomsten import PASSEND
from samenhang.schemes.vroegsignalering.domain.volgende import Vraag, volgende
from samenhang.schemes.vroegsignalering.handelingen import HANDELINGEN
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.woorden import planzin, regel_van
from samenhang.schemes.vroegsignalering.queries import ZaakBeeld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.weergave import in_tekst, korte_datum


def te_doen(actor: Actor, beeld: ZaakBeeld) -> tuple[list[Handeling], list[Handeling]]:
    """The verbs that come first, and the others."""
    zaak = beeld.zaak
    uitkomst = beeld.uitkomst
    meelezer = (
        uitkomst is not None
        and not uitkomst.definitief
        and not uitkomst.tweede_lezer
        and uitkomst.door_medewerker != actor.medewerker_id
        and actor.heeft_rol(SCHEME.naam, "teamleider")
        and beeld.betrokkenheid in ("taak", "behandelaar")
    )
    keuze = volgende(
        Vraag(
            stap=zaak.stap,
            feiten=beeld.feiten,
            behandelaar=beeld.betrokkenheid in ("behandelaar", "taak"),
            van_niemand=zaak.behandelaar_id is None and zaak.gesloten is None,
            gesloten=zaak.gesloten is not None,
            opgeschort=zaak.opgeschort_sinds is not None,
            bezwaar_open=any(t.soort == "bezwaar" and t.klaar is None for t in beeld.taken),
            meelezer=meelezer,
            mag_beslissen=actor.heeft_rol(SCHEME.naam, "teamleider"),
            verlengbaar=bool(_verlengbaar(beeld)),
            brp_bron=brp.ingesteld(),
            brp_antwoord=any(t.soort == "brp_oordeel" and t.klaar is None for t in beeld.taken),
        )
    )
    return [HANDELINGEN[naam] for naam in keuze.eerst], [HANDELINGEN[naam] for naam in keuze.verder]


def _verlengbaar(beeld: ZaakBeeld) -> list[tuple[str, str]]:
    return [
        (t.regel, in_tekst(regel_van(t).titel))
        for t in beeld.termijnen
        if t.klaar is None and regel_van(t).verlenging and not t.verlengd
    ]


def keuzelijsten(actor: Actor, beeld: ZaakBeeld, handeling: Handeling) -> dict[str, list[tuple[str, str]]]:
    """The lists that a form needs, only those."""
    bronnen: dict[str, Callable[[], list[tuple[str, str]]]] = {
        "personen": lambda: [(str(p.id), p.naam) for p in beeld.personen],
        "collegas": lambda: [(str(c.id), c.naam) for c in queries.collegas(actor)],
        "teamleiders": lambda: [(str(c.id), c.naam) for c in queries.collegas(actor, "teamleider")],
        "taken": lambda: [(str(t.id), in_tekst(Tekst(t.titel_nl, t.titel_en))) for t in beeld.taken if not t.klaar],
        "deelnames": lambda: [
            (str(d.id), str(vars(d)["wie"]))
            for d in beeld.deelnames
            if d.tot is None and d.betrokkenheid != "behandelaar"
        ],
        "afspraken": lambda: [(str(a.id), in_tekst(planzin(a.afspraak))) for a in beeld.plan if not a.klaar],
        "verlengbaar": lambda: _verlengbaar(beeld),
        "pogingen": lambda: [
            (str(p.groep), f"{korte_datum(p.datum)}, {in_tekst(SOORTEN_POGING.get(p.soort, p.soort))}")
            for p in beeld.pogingen
            if p.vervallen_op is None
        ],
    }  # fmt: skip
    nodig = {deel.veld.bron for deel in handeling.velden() if deel.veld.bron}
    return {bron: bronnen[bron]() for bron in nodig}


def begin(beeld: ZaakBeeld, naam: str, poging: str) -> dict[str, Any]:
    """What a form starts with: the result that the step points to, this part of the day, the attempt to correct."""
    if naam == "afronden":
        passend = PASSEND.get(beeld.zaak.stap)
        return {"resultaat": passend} if passend else {}
    if naam == "contactpoging":
        return {"dagdeel": dagdeel_van(timezone.localtime().hour)}
    if naam == "verbeter-poging":
        for rij in beeld.pogingen:
            if str(rij.groep) == poging and rij.vervallen_op is None:
                return {
                    "poging": poging,
                    "soort": rij.soort,
                    "datum": rij.datum,
                    "dagdeel": rij.dagdeel,
                    "bereikt": "ja" if rij.bereikt else "nee",
                }
    return {}


def teksten(actor: Actor, beeld: ZaakBeeld) -> list[tuple[Tekst, list[queries.Gevuld]]]:
    """What may be said or sent, per way of contact; a text that is the same for everybody stands there once."""
    per_soort: dict[str, list[queries.Gevuld]] = {}
    for gevuld in queries.gevulde_teksten(actor, beeld):
        rijen = per_soort.setdefault(gevuld.soort, [])
        if not rijen or gevuld.tekst != rijen[0].tekst:
            rijen.append(gevuld)
    return [(SOORTEN_POGING[soort], rijen) for soort, rijen in per_soort.items()]
