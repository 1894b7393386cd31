"""What the case page shows, as the typed parts of the tag library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling, Stap
from samenhang.kernel.termijnen import TermijnRegel
from samenhang.kernel.zaken.actions.plan import WIE
from samenhang.kernel.zaken.dwangsom import hoogste_dwangsom
from samenhang.kernel.zaken.models import ZaakTermijn
from samenhang.schemes.vroegsignalering import brp, queries
from samenhang.schemes.vroegsignalering.domain.cak import GRONDSLAG
from samenhang.schemes.vroegsignalering.domain.dreiging import bedreigend
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING, dagdeel_van
from samenhang.schemes.vroegsignalering.domain.uitkomsten import PASSEND, RESULTATEN
from samenhang.schemes.vroegsignalering.domain.volgende import Vraag, volgende
from samenhang.schemes.vroegsignalering.domain.werkfilter import PARTNERSOORTEN
from samenhang.schemes.vroegsignalering.domain.zeggen import wat_mag_ik_zeggen
from samenhang.schemes.vroegsignalering.handelingen import HANDELINGEN
from samenhang.schemes.vroegsignalering.queries import ZaakBeeld
from samenhang.schemes.vroegsignalering.queries.melding import EIGEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Feit, Gebeurtenis, Tabblad, Toon, Zaakkop
from samenhang.web.weergave import MAANDEN, in_tekst, korte_datum, taal

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
ROLTITELS = {rol.naam: rol.titel for rol in SCHEME.rollen} | {
    "schuldhulpverlener": Tekst("Schuldhulpverlening", "Debt assistance"),
}
HOOFDWEG = ("open", "benaderen", "bereikt", "aanvaard", "gesprek")


def kop(beeld: ZaakBeeld) -> Zaakkop:
    """Who, which step, next date with its consequence, who must act."""
    zaak = beeld.zaak
    regel = next((_regel(t) for t in beeld.termijnen if t.klaar is None), None)
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


def _regel(termijn: ZaakTermijn) -> TermijnRegel:
    return SCHEME.termijn(termijn.regel)


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
        (t.regel, in_tekst(_regel(t).titel))
        for t in beeld.termijnen
        if t.klaar is None and _regel(t).verlenging and not t.verlengd
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
        "afspraken": lambda: [(str(a.id), in_tekst(_planzin(a.afspraak))) for a in beeld.plan if not a.klaar],
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


def _planzin(naam: str) -> Tekst:
    return next((zin.tekst for zin in SCHEME.planzinnen if zin.naam == naam), Tekst(naam, naam))


def tabinhoud(actor: Actor, beeld: ZaakBeeld, tab: str) -> dict[str, Any]:
    """What one tab shows."""
    match tab:
        case "overzicht":
            gestopt = beeld.feiten.contact_gestopt
            return {
                "zegregels": wat_mag_ik_zeggen(
                    bezwaar=gestopt,
                    aanvaard=any(a.aanvaard_op for a in beeld.aanbiedingen),
                    meer_personen=len(beeld.personen) > 1,
                    op_verzoek=bool(SCHEME.zonder(beeld.zaak.soort)),
                )
                if beeld.betrokkenheid in ("behandelaar", "taak")
                else (),
                "laatste": gebeurtenissen(beeld)[:5],
                "brp_wacht": beeld.betrokkenheid == "behandelaar"
                and any(taak.soort == "brp_oordeel" and taak.klaar is None for taak in beeld.taken),
                "geweigerd": [_categorie(naam) for naam, _ in beeld.geweigerd],
            }
        case "signalen":
            return {"grafiek": grafiek(beeld), "soorten": PARTNERSOORTEN}
        case "contact":
            return {"soorten": SOORTEN_POGING, "dagdelen": DAGDELEN}
        case "plan":
            return {"afspraken": [(a, _planzin(a.afspraak), WIE[a.wie]) for a in beeld.plan]}
        case "betrokkenen":
            return {"roltitels": ROLTITELS}
        case "termijnen":
            return {
                "roltitels": ROLTITELS,
                "termijnen": [
                    (t, _regel(t), hoogste_dwangsom(t.einde) if _regel(t).dwangsom else None)
                    for t in beeld.termijnen
                ],
            }
        case "tijdlijn":
            return {"gebeurtenissen": gebeurtenissen(beeld)}
        case "verstuurd":
            return {"verstuurd": queries.verstuurd(actor, beeld.zaak.id)}
        case "inzage":
            return {"blikken": queries.wie_keek(actor, beeld.zaak.id)}
        case _:
            return {}


def _categorie(naam: str) -> Tekst:
    from samenhang.kernel.toegang.dimensies import KERNCATEGORIEEN

    alle = (*KERNCATEGORIEEN, *SCHEME.categorieen)
    return next((c.titel for c in alle if c.naam == naam), Tekst(naam, naam))


def gebeurtenissen(beeld: ZaakBeeld) -> list[Gebeurtenis]:
    """The timeline, with the tone of what went well and what went wrong."""
    tonen = {
        "aanvaarden": Toon.GOED,
        "gesprek_voeren": Toon.GOED,
        "bezwaar": Toon.LET_OP,
        "opgeschort": Toon.LET_OP,
    }
    return [
        Gebeurtenis(
            regel.moment, Tekst(regel.tekst_nl, regel.tekst_en), regel.door, regel.reden, tonen.get(regel.wat, Toon.RUSTIG)
        )
        for regel in beeld.tijdlijn
    ]  # fmt: skip


def grafiek(beeld: ZaakBeeld) -> Grafiek | None:
    """The arrears per month and kind of partner; None with less than two months to compare."""
    per_maand: dict[date, dict[str, int]] = defaultdict(dict)
    for persoon in beeld.personen:
        for signaal in persoon.signalen:
            maand = signaal.datum.replace(day=1)
            vorig = per_maand[maand].get(signaal.partner_soort, 0)
            per_maand[maand][signaal.partner_soort] = max(vorig, signaal.bedrag.centen)
    if len(per_maand) < 2:
        return None
    maanden = sorted(per_maand)
    soorten = [soort for soort in PARTNERSOORTEN if any(soort in waarden for waarden in per_maand.values())]
    eerste, laatste = (sum(per_maand[maand].values()) for maand in (maanden[0], maanden[-1]))
    return Grafiek(
        soort="lijn",
        titel=Tekst("De achterstand loopt op", "The arrears grow")
        if laatste > eerste
        else Tekst("De achterstand loopt niet op", "The arrears do not grow"),
        omschrijving=Tekst("Gemelde achterstand per maand en soort partner", "Reported arrears per month and kind of partner"),
        eenheid=Tekst("hele euro's", "whole euros"),
        categorieen=[f"{MAANDEN[taal()][maand.month - 1]} {maand.year}" for maand in maanden],
        reeksen=[
            Reeks(
                PARTNERSOORTEN[soort],
                [per_maand[m][soort] // 100 if soort in per_maand[m] else None for m in maanden],
            )
            for soort in soorten
        ],
    )  # fmt: skip
