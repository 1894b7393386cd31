"""The pages of the scheme: they parse, call an action or query, and render; they decide nothing."""

from __future__ import annotations

from django.urls import path

from samenhang.kernel.basis import Tekst
from samenhang.schemes.zvh.domain.proces import LEIDER, REGISSEUR
from samenhang.schemes.zvh.domain.tafel import TAFELGENOOT
from samenhang.schemes.zvh.pages.bezwaar import bezwaar, bezwaren
from samenhang.schemes.zvh.pages.casus import aanmelding, brief, casus, casussen
from samenhang.schemes.zvh.pages.gedeeld import BEZWAREN, MIJN, TAFEL, ZAKEN
from samenhang.schemes.zvh.pages.mijn import mijn
from samenhang.schemes.zvh.pages.tafel import tafel, tafelcasus
from samenhang.schemes.zvh.scheme import SCHEME
from samenhang.web.menu import Menupunt, registreer_menu

registreer_menu(
    Menupunt(Tekst("Casussen", "House cases"), ZAKEN, SCHEME.naam, REGISSEUR),
    Menupunt(Tekst("Bezwaren", "Objections"), BEZWAREN, SCHEME.naam, LEIDER),
    Menupunt(Tekst("Aan tafel", "At the table"), TAFEL, SCHEME.naam, (TAFELGENOOT,)),
    Menupunt(Tekst("Auditlog", "Audit log"), "/logboek", SCHEME.naam, ("auditor", "fg")),
    Menupunt(Tekst("Zorg- en Veiligheidshuis", "Care and Safety House"), MIJN, SCHEME.naam, ("inwoner",)),
)
urlpatterns = [
    path("casussen", casussen, name="casussen"),
    path("aanmeldingen/<uuid:overdracht_id>", aanmelding, name="aanmelding"),
    path("casussen/<uuid:zaak_id>", casus, name="casus"),
    path("casussen/<uuid:zaak_id>/brief/<slug:soort>.pdf", brief, name="brief"),
    path("casussen/<uuid:zaak_id>/<slug:wat>", casus, name="doe"),
    path("bezwaren", bezwaren, name="bezwaren"),
    path("bezwaren/<uuid:zaak_id>", bezwaar, name="bezwaar"),
    path("bezwaren/<uuid:zaak_id>/<slug:wat>", bezwaar, name="doe-op-bezwaar"),
    path("tafel", tafel, name="tafel"),
    path("tafel/<uuid:zaak_id>", tafelcasus, name="tafelcasus"),
    path("tafel/<uuid:zaak_id>/<slug:wat>", tafelcasus, name="doe-aan-tafel"),
    path("mijn", mijn, name="mijn"),
    path("mijn/<uuid:zaak_id>/<slug:wat>", mijn, name="doe-zelf"),
]
