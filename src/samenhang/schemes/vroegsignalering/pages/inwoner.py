"""The resident's own page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.actions.plan import WIE
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.domain.inwonertekst import ONJUIST, TERMIJNEN, uitleg
from samenhang.schemes.vroegsignalering.queries import InwonerZaak
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina

HULP_MOGELIJK = ("open", "benaderen", "bereikt", "niet_bereikt", "afgewezen", "zelf_geregeld")


@pagina
def mijn_gegevens(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is known, from whom, what happens next and by when, who helps, what went to whom, what he can do."""
    zaken = sorted(queries.mijn_zaken(actor), key=lambda zaak: zaak.beeld.zaak.gesloten is not None)
    open_zaken = [zaak.beeld.zaak for zaak in zaken if zaak.beeld.zaak.gesloten is None]
    wat = {
        "zaken": [(zaak, _erbij(zaak)) for zaak in zaken],
        "ik": next((persoon for zaak in zaken for persoon in zaak.beeld.personen), None),
        "buiten": queries.buiten_mijn_zaken(actor),
        "open_zaak": open_zaken[0] if open_zaken else None,
        "onjuist": ONJUIST,
    }
    return render(request, "vroegsignalering/mijn_gegevens.html", wat)


def _erbij(eigen: InwonerZaak) -> dict[str, object]:
    beeld = eigen.beeld
    zaak = beeld.zaak
    bezwaar_open = any(bezwaar.beslist_op is None for bezwaar in beeld.bezwaren)
    toegewezen = any(bezwaar.toegewezen for bezwaar in beeld.bezwaren)
    zinnen = {zin.naam: zin.tekst for zin in SCHEME.planzinnen}
    return {
        "uitleg": uitleg(
            zaak.stap,
            gesloten=zaak.gesloten is not None,
            bezwaar_open=bezwaar_open,
            bezwaar_toegewezen=toegewezen,
        ),
        "termijnen": [
            (termijn, SCHEME.termijn(termijn.regel))
            for termijn in beeld.termijnen
            if termijn.klaar is None and termijn.regel in TERMIJNEN
        ],
        "plan": [(afspraak, zinnen[afspraak.afspraak], WIE[afspraak.wie]) for afspraak in beeld.plan],
        "signalen": [signaal for persoon in beeld.personen for signaal in persoon.signalen if signaal.hier],
        "pogingen": [poging for poging in beeld.pogingen if poging.vervallen_op is None],
        "mag_bezwaar": zaak.gesloten is None and not bezwaar_open and not toegewezen,
        "mag_hulp": zaak.stap in HULP_MOGELIJK and not bezwaar_open and not toegewezen,
    }
