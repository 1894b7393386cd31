"""The header of a case: who, which step, what is due, who must act; and its tabs."""

from __future__ import annotations

from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.scheme import Stap
from samenhang.kernel.termijnen import TermijnRegel
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.domain.cak import GRONDSLAG
from samenhang.schemes.vroegsignalering.domain.dreiging import bedreigend
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.woorden import regel_van
from samenhang.schemes.vroegsignalering.queries import ZaakBeeld
from samenhang.schemes.vroegsignalering.queries.melding import EIGEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.onderdelen import Feit, Tabblad, Zaakkop
from samenhang.web.weergave import in_tekst, korte_datum

TABBLADEN: Final = {
    "overzicht": Tekst("Overzicht", "Overview"),
    "signalen": Tekst("Signalen", "Signals"),
    "contact": Tekst("Contact", "Contact"),
    "plan": Tekst("Plan", "Plan"),
    "termijnen": Tekst("Termijnen", "Terms"),
    "taken": Tekst("Taken", "Tasks"),
    "tijdlijn": Tekst("Tijdlijn", "Timeline"),
    "betrokkenen": Tekst("Betrokkenen", "People"),
    "verstuurd": Tekst("Verstuurd", "Sent"),
    "inzage": Tekst("Inzage", "Who looked"),
}


HOOFDWEG = ("open", "benaderen", "bereikt", "aanvaard", "gesprek")


def kop(beeld: ZaakBeeld) -> Zaakkop:
    """Who, which step, next date with its consequence, who must act."""
    zaak = beeld.zaak
    regel = next((regel_van(t) for t in beeld.termijnen if t.klaar is None), None)
    feiten = [
        Feit(Tekst("Behandelaar", "Handler"), zaak.behandelaar.naam if zaak.behandelaar else None),
        Feit(Tekst("Prioriteit", "Priority"), zaak.prioriteit),
    ]
    feiten += [
        Feit(Tekst("Dreiging", "Threat"), f"{in_tekst(wat)}, {korte_datum(dag)}")
        for dag, wat in _dreigingen(beeld)
    ]
    if beeld.reactie and SCHEME.zonder(zaak.soort):
        artikel = woorden.wetten(GRONDSLAG)[0].artikel
        sinds = f"{korte_datum(beeld.reactie.datum)} ({artikel})"
        feiten.append(Feit(Tekst("Op eigen verzoek sinds", "On own request since"), sinds))
        if beeld.reactie.dagdeel:
            feiten.append(Feit(Tekst("Liefst gebeld", "Likes a call"), DAGDELEN[beeld.reactie.dagdeel]))
    if zaak.opgeschort_sinds:
        feiten.append(Feit(Tekst("Opgeschort sinds", "Suspended since"), zaak.opgeschort_sinds))
    if zaak.gesloten and beeld.uitkomst:
        feiten.append(Feit(Tekst("Uitkomst", "Result"), RESULTATEN[beeld.uitkomst.resultaat].titel))
    return Zaakkop(
        nummer=zaak.nummer,
        titel=", ".join(persoon.naam for persoon in beeld.personen) or zaak.nummer,
        stappen=_stappen(zaak.stap),
        stap=zaak.stap,
        termijn=zaak.volgende_termijn,
        wat=regel.titel if regel and zaak.volgende_termijn else None,
        gevolg=regel.gevolg if regel and regel.gevolg.nl else None,
        aan_zet=_aan_zet(beeld, regel),
        gedaan=_gedaan(beeld),
        feiten=feiten,
    )


def _dreigingen(beeld: ZaakBeeld) -> list[tuple[date, Tekst]]:
    """What threatens in this case and when, the first on top."""
    return sorted(
        {
            (signaal.datum_dreiging, signaal.dreigt)
            for persoon in beeld.personen
            for signaal in persoon.signalen
            if signaal.hier and signaal.datum_dreiging and signaal.dreigt
        },
        key=lambda paar: paar[0],
    )


def gemelde_dreiging(beeld: ZaakBeeld) -> list[tuple[queries.SignaalBeeld, Tekst]]:
    """What partners reported as a threat, each with what the law makes of it: for who asks the resident."""
    gevonden = [
        (signaal, bedreigend(signaal.partner_soort, signaal.dreiging))
        for persoon in beeld.personen
        for signaal in persoon.signalen
        if signaal.hier
    ]
    return [(signaal, oordeel[1]) for signaal, oordeel in gevonden if oordeel is not None]


def _stappen(stap: str) -> list[Stap]:
    """The main road; a step aside stands where it left it, and the end closes the row."""
    namen = list(HOOFDWEG)
    eind = stap if SCHEME.zaakproces.stap(stap).eind else "gesloten"
    return [SCHEME.zaakproces.stap(naam) for naam in dict.fromkeys((*namen, stap, eind))]


def _gedaan(beeld: ZaakBeeld) -> set[str]:
    """The steps that were really passed, from the timeline."""
    naar = {overgang.naam: overgang.naar for overgang in SCHEME.zaakproces.overgangen}
    geweest = {naar[regel.wat] for regel in beeld.tijdlijn if regel.wat in naar} | {
        SCHEME.zaakproces.begin.naam
    }
    return geweest - {beeld.zaak.stap}


def _aan_zet(beeld: ZaakBeeld, regel: TermijnRegel | None) -> Tekst | str:
    zaak = beeld.zaak
    if zaak.gesloten:
        return Tekst("niemand", "nobody")
    if any(bezwaar.beslist_op is None for bezwaar in beeld.bezwaren):
        return Tekst("teamleider: beslis op het bezwaar", "team lead: decide on the objection")
    if zaak.behandelaar is None:
        return Tekst("nog niemand", "nobody yet")
    if regel is not None and regel.wie == "schuldhulpverlener":
        return Tekst("schuldhulpverlening", "debt assistance")
    return zaak.behandelaar.naam


def tabbladen(beeld: ZaakBeeld, hier: str) -> list[Tabblad]:
    """The tabs with what is behind them counted; who looked is for who takes part in the case."""
    aantallen: dict[str, int] = {
        "signalen": sum(s.hier for persoon in beeld.personen for s in persoon.signalen),
        "contact": sum(poging.vervallen_op is None for poging in beeld.pogingen),
        "plan": len(beeld.plan),
        "termijnen": sum(termijn.klaar is None for termijn in beeld.termijnen),
        "taken": sum(taak.klaar is None for taak in beeld.taken),
    }
    basis = f"/vroegsignalering/meldingen/{beeld.zaak.id}"
    return [
        Tabblad(titel, basis if naam == "overzicht" else f"{basis}/{naam}", naam == hier, aantallen.get(naam))
        for naam, titel in TABBLADEN.items()
        if naam not in ("inzage", "verstuurd") or beeld.betrokkenheid in EIGEN
    ]
