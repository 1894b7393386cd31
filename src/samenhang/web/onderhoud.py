"""While the maintenance switch is on, everything answers 503: a page, or for machines a problem document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.onderhoud import Onderhoud, onderhoud
from samenhang.web.fouten import VOOR_MACHINES, probleemdocument
from samenhang.web.weergave import moment_in_tekst
from samenhang.web.weigeringspagina import kale_pagina

BLIJFT = ("/leeft", "/klaar")
"""What answers as always; static files are served before this is asked."""
WAT = Tekst(
    "Wij werken aan Samenhang. Uw gegevens zijn veilig en er is niets half opgeslagen.",
    "We are working on Samenhang. Your data are safe and nothing was stored half.",
)


class Onderhoudsstand:
    """Middleware: asks the switch before session and database, which may be what is being worked on."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self._volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as always, or 503 with when to try again."""
        stand = None if request.path in BLIJFT else onderhoud(settings.DATAMAP)
        if stand is None:
            return self._volgende(request)
        nu = timezone.now()
        weigering = als_weigering(stand, nu)
        if request.path.startswith(VOOR_MACHINES):
            antwoord = probleemdocument(request, weigering)
        else:
            antwoord = kale_pagina(request, weigering, beide=True)
        antwoord.headers["Retry-After"] = str(stand.wacht(nu))
        antwoord.headers["Cache-Control"] = "no-store"
        return antwoord


def als_weigering(stand: Onderhoud, nu: datetime) -> Geweigerd:
    """What is told: that there is maintenance, what the operator wants to say, and when it should be over."""
    delen = [WAT]
    if stand.bericht:
        delen.append(stand.bericht)
    if stand.tot and stand.tot > nu:
        delen.append(_klaar_op(stand.tot))
    else:
        delen.append(Tekst("Probeer het over een paar minuten opnieuw.", "Try again in a few minutes."))
    return Geweigerd(
        "onderhoud",
        Tekst(" ".join(deel.nl for deel in delen), " ".join(deel.en for deel in delen)),
        status=503,
    )


def _klaar_op(tot: datetime) -> Tekst:
    with translation.override("nl"):
        nl = moment_in_tekst(tot)
    with translation.override("en"):
        en = moment_in_tekst(tot)
    return Tekst(f"Wij verwachten klaar te zijn op {nl} uur.", f"We expect to be done on {en}.")
