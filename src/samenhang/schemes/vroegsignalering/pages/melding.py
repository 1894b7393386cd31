"""The case page and its actions."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag, als_uuid, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina


@pagina
def melding(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The case page: who, which step, next date; then what to do; then everything else."""
    beeld = queries.melding(actor, zaak_id)
    context = {
        "beeld": beeld,
        "scheme": SCHEME,
        "stap": SCHEME.zaak.stap(beeld.zaak.stap),
        "titels": {regel.naam: regel for regel in SCHEME.termijnen},
        "soorten": SOORTEN_POGING,
        "dagdelen": DAGDELEN,
        "kanalen": actions.KANALEN,
        "resultaten": RESULTATEN.values(),
        "brp_open": not beeld.feiten.inwoner_bevestigd,
        "resultaat": RESULTATEN.get(beeld.uitkomst.resultaat) if beeld.uitkomst else None,
    }
    return render(request, "vroegsignalering/melding.html", context)


@require_POST
@pagina
def doe(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str) -> HttpResponse:
    """One action on a case, from its form."""
    p = request.POST
    match wat:
        case "neem":
            actions.wijs_toe(actor, [zaak_id], actor.medewerker_id, p.get("reden", ""))
        case "brp":
            actions.bevestig_inwoner(actor, zaak_id, p.get("woont_hier") == "ja", p.get("toelichting", ""))
        case "contactpoging":
            poging = actions.Poging(
                p.get("soort", ""),
                als_dag(p.get("datum", "")),
                p.get("dagdeel", ""),
                p.get("bereikt") == "ja",
            )
            actions.leg_contactpoging_vast(actor, zaak_id, poging)
        case "aanbod":
            actions.doe_aanbod(actor, zaak_id, p.get("kanaal", ""), als_dag(p.get("datum", "")))
        case "aanvaarding":
            actions.aanvaard(
                actor,
                zaak_id,
                als_uuid(p.get("persoon", "")),
                als_dag(p.get("datum", "")),
                p.get("dreiging") == "ja",
            )
        case "gesprek":
            actions.leg_gesprek_vast(actor, zaak_id)
        case "afronden":
            actions.rond_af(actor, zaak_id, p.get("resultaat", ""), p.get("reden", ""))
        case "heropenen":
            actions.heropen(actor, zaak_id, p.get("reden", ""))
        case "opschorten":
            actions.schort_op(actor, zaak_id, p.get("reden", ""))
        case "hervatten":
            actions.hervat(actor, zaak_id, p.get("reden", ""))
        case "bezwaar":
            actions.maak_bezwaar(actor, zaak_id, p.get("toelichting", ""))
            meld(
                request,
                "Uw bezwaar is ontvangen. Wij nemen geen contact meer op tot erover is beslist.",
                "Your objection was received. We will not contact you until it is decided.",
            )
            return redirect("/vroegsignalering/mijn-gegevens")
        case _:
            raise Geweigerd(
                "handeling_onbekend",
                Tekst("Deze handeling bestaat niet.", "This action does not exist."),
                status=404,
            )
    meld(request, "Vastgelegd.", "Recorded.")
    return redirect(f"/vroegsignalering/meldingen/{zaak_id}")
