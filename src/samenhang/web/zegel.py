"""The seal of the log: when it was sealed last, who countersigned, what a check found; and the witness for partners."""

from __future__ import annotations

import json
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst, spoor
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zegel import actions, getuigen, queries
from samenhang.kernel.zegel.controle import als_tekst
from samenhang.kernel.zegel.domain.getuige import AndereStand
from samenhang.kernel.zegel.domain.nota import HOOGSTENS
from samenhang.kernel.zegel.toezicht import BEKIJKEN
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.menu import ELK_SCHEME, Menupunt, registreer_menu
from samenhang.web.weergave import taal

PAD = "/logboek/verzegeling"
TEKST = "text/plain; charset=utf-8"

registreer_menu(
    Menupunt(Tekst("Verzegeling", "Seal"), PAD, ELK_SCHEME, BEKIJKEN, achteraan=True),
)


@pagina
def verzegeling(request: HttpRequest, actor: Actor) -> HttpResponse:
    """How the log stands."""
    return render(request, "samenhang/verzegeling.html", {"beeld": queries.zegelbeeld(actor)})


@pagina
def bewijs(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Proof of an operation, as a file."""
    tekst = request.GET.get("operatie", "").strip()
    try:
        nummer = UUID(tekst)
    except ValueError as fout:
        raise Geweigerd(
            "operatie_onjuist",
            Tekst(
                f'"{tekst[:50]}" is geen nummer van een operatie. Het staat in de kolom operatie van het auditlog als bestand.',
                f'"{tekst[:50]}" is no number of an operation. It stands in the column operatie of the audit log as a file.',
            ),
        ) from fout
    inhoud = json.dumps(queries.bewijs(actor, nummer), ensure_ascii=False, indent=1)
    return bijlage(inhoud, f"bewijs-{nummer}.json", "application/json")


@pagina
def controlepunt(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The newest checkpoint with its proof, for a partner, as a file."""
    return bijlage(queries.aanvraag(actor, partner=request.GET.get("partner", "")), "controlepunt.txt", TEKST)


@require_POST
@pagina
def controleer(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Check the whole log now."""
    uit = actions.controleer_log(actor)
    (messages.success if uit.klopt else messages.error)(request, als_tekst(uit).in_taal(taal()))
    return redirect(PAD)


@require_POST
@pagina
def getuig(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Countersign the checkpoint that a partner sent; the answer is a file for it."""
    uit = actions.medeonderteken(actor, request.POST.get("aanvraag", ""))
    return bijlage(uit.regel + "\n", "medeondertekening.txt", TEKST)


@require_POST
@pagina
def aanvaard(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Accept that a partner restored its log with loss; the answer is a file for it."""
    uit = actions.aanvaard_korter_log(
        actor, request.POST.get("aanvraag", ""), request.POST.get("uitkomst", "")
    )
    return bijlage(uit.regel + "\n", "medeondertekening.txt", TEKST)


@require_POST
@pagina
def medeondertekening(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take in the answer of a partner."""
    rijen = actions.neem_medeondertekening_op(actor, request.POST.get("antwoord", ""))
    namen = ", ".join(sorted({rij.getuige for rij in rijen}))
    messages.success(request, Tekst(f"Opgenomen: {namen}.", f"Taken in: {namen}.").in_taal(taal()))
    return redirect(PAD)


@require_POST
@pagina
def alarm(request: HttpRequest, actor: Actor, alarm_id: UUID) -> HttpResponse:
    """Close an alarm."""
    actions.handel_alarm_af(actor, alarm_id, request.POST.get("uitkomst", ""))
    messages.success(request, Tekst("Het alarm is afgehandeld.", "The alarm is closed.").in_taal(taal()))
    return redirect(PAD)


@csrf_exempt
@require_POST
def add_checkpoint(request: HttpRequest) -> HttpResponse:
    """The witness of this deployment (C2SP tlog-witness): for logs of partners; their signature says who asks."""
    wie = Actor(None, "partnerlog", None, "", trace=spoor.voor_actor(), kanaal="api")
    try:
        if len(request.body) > HOOGSTENS:
            raise Geweigerd(
                "aanvraag_te_groot",
                Tekst(f"Hoogstens {HOOGSTENS} bytes.", f"At most {HOOGSTENS} bytes."),
                status=413,
            )
        uit = getuigen.getuig(wie, request.body.decode("utf-8"))
    except UnicodeDecodeError:
        return HttpResponse("Geen UTF-8. / No UTF-8.\n", status=400, content_type=TEKST)
    except AndereStand as fout:
        return HttpResponse(f"{fout.omvang}\n", status=409, content_type="text/x.tlog.size")
    except Geweigerd as fout:
        return HttpResponse(
            f"{fout.code}\n{fout.tekst.nl}\n{fout.tekst.en}\n", status=fout.status, content_type=TEKST
        )
    return HttpResponse(f"{uit.regel}\n", content_type=TEKST)
