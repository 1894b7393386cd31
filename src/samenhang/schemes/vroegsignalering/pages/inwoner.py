"""The resident's own page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from samenhang.kernel.logboek import woorden
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.toestemming import HOE
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van
from samenhang.kernel.zaken.actions.plan import WIE
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.domain.cak import GRONDSLAG
from samenhang.schemes.vroegsignalering.domain.inwonertekst import (
    BRIEF,
    ONJUIST,
    TERMIJNEN,
    WAAROVER,
    gevraagd,
    uitleg,
)
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING
from samenhang.schemes.vroegsignalering.kopie import als_json, als_pdf, kopie_van
from samenhang.schemes.vroegsignalering.queries import InwonerZaak
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.weergave import vandaag

HULP_MOGELIJK = ("open", "benaderen", "bereikt", "niet_bereikt", "afgewezen", "zelf_geregeld")


@pagina
def mijn_gegevens(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is known, from whom, what happens next and by when, who helps, what went to whom, what he can do.

    `uitvoer=pdf` and `uitvoer=json` give the copy of AVG art. 15 lid 3.
    """
    uitvoer = request.GET.get("uitvoer")
    if uitvoer in ("pdf", "json"):
        kopie = kopie_van(actor)
        inhoud = als_pdf(kopie) if uitvoer == "pdf" else als_json(kopie)
        naam = f"mijn-gegevens-{kopie.gemaakt.isoformat()}.{uitvoer}"
        return bijlage(inhoud, naam, f"application/{uitvoer}")
    zaken = sorted(queries.mijn_zaken(actor), key=lambda zaak: zaak.beeld.zaak.gesloten is not None)
    open_zaken = [zaak.beeld.zaak for zaak in zaken if zaak.beeld.zaak.gesloten is None]
    wat: dict[str, Any] = {
        "zaken": [(zaak, _erbij(zaak)) for zaak in zaken],
        "ik": next((persoon for zaak in zaken for persoon in zaak.beeld.personen), None),
        "buiten": queries.buiten_mijn_zaken(actor),
        "open_zaak": open_zaken[0] if open_zaken else None,
        "onjuist": ONJUIST,
        "rechtsmiddel": rechtsmiddel_van(vandaag()).pagina,
        "geweigerd": queries.mijn_weigeringen(actor),
        "kopie_gevraagd": any(
            taak.soort == "kopie" and taak.klaar is None for zaak in zaken for taak in zaak.beeld.taken
        ),
    }
    return render(request, "vroegsignalering/mijn_gegevens.html", wat)


def _erbij(eigen: InwonerZaak) -> dict[str, object]:
    beeld = eigen.beeld
    zaak = beeld.zaak
    bezwaar_open = any(bezwaar.beslist_op is None for bezwaar in beeld.bezwaren)
    toegewezen = any(bezwaar.toegewezen for bezwaar in beeld.bezwaren)
    signalen = [signaal for persoon in beeld.personen for signaal in persoon.signalen if signaal.hier]
    zinnen = {zin.naam: zin.tekst for zin in SCHEME.planzinnen}
    toestemmingen = [queries.antwoord_van(rij, timezone.now()) for rij in beeld.toestemmingen]
    return {
        "toestemmingen": toestemmingen,
        "mag_intrekken": any(antwoord.geldt for antwoord in toestemmingen),
        "verteld": [(rij, WAAROVER[rij.waarover], HOE.get(rij.hoe, BRIEF)) for rij in beeld.informeringen],
        "uitgesteld": [
            (rij, SCHEME.uitstelgrond(rij.grond).titel) for rij in beeld.uitstellen if rij.geeindigd
        ],
        "gevraagd": [(taak, wat) for taak in beeld.taken if (wat := gevraagd(taak.soort))],
        "wetten": woorden.wetten(",".join(dict.fromkeys(s.grondslag for s in signalen))),
        "wet_verzoek": woorden.wetten(GRONDSLAG)[0],
        "uitleg": uitleg(
            zaak.stap if signalen or beeld.reactie is None else f"reageerder_{zaak.stap}",
            gesloten=zaak.gesloten is not None,
            bezwaar_open=bezwaar_open,
            bezwaar_toegewezen=toegewezen,
        ),
        "termijnen": [
            (termijn, TERMIJNEN[termijn.regel], SCHEME.termijn(termijn.regel))
            for termijn in beeld.termijnen
            if termijn.klaar is None and termijn.regel in TERMIJNEN
        ],
        "plan": [(afspraak, zinnen[afspraak.afspraak], WIE[afspraak.wie]) for afspraak in beeld.plan],
        "signalen": signalen,
        "pogingen": [
            (
                poging,
                SOORTEN_POGING.get(poging.soort, poging.soort),
                DAGDELEN.get(poging.dagdeel, poging.dagdeel),
            )
            for poging in beeld.pogingen
            if poging.vervallen_op is None
        ],
        "bezwaar_later": next(
            (t.einde for t in beeld.termijnen if t.regel == "bezwaar" and t.verlengd and t.klaar is None),
            None,
        ),
        "besloten": max((b.beslist_op for b in beeld.bezwaren if b.beslist_op), default=None),
        "mag_bezwaar": zaak.gesloten is None and not bezwaar_open and not toegewezen,
        "mag_hulp": zaak.stap in HULP_MOGELIJK and not bezwaar_open and not toegewezen,
    }
