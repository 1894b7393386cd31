"""Where deployments of partners bring their messages; the signature says who asks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, spoor
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.uitwisseling.ontvangen import ontvang

KOPPEN = ("content-type", "content-digest", "signature-input", "signature")


@csrf_exempt
@require_POST
def berichten(request: HttpRequest) -> HttpResponse:
    """Take in one message; the answer is its signed receipt, or on a first line the code of a refusal and its text."""
    wie = Actor(None, "partner", None, "", trace=spoor.voor_actor(), kanaal="api")
    kop = {naam: request.headers.get(naam, "") for naam in KOPPEN}
    try:
        lijf, antwoord = ontvang(wie, request.body, kop, request.path)
    except Geweigerd as fout:
        plekken = "".join(f"{deel.plaats.plek}\n" for deel in fout.fouten if deel.plaats and deel.plaats.plek)
        return HttpResponse(
            f"{fout.code}\n{plekken}{fout.tekst.nl}\n{fout.tekst.en}\n",
            status=fout.status,
            content_type="text/plain; charset=utf-8",
        )
    return HttpResponse(lijf, headers=antwoord)
