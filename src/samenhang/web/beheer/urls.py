"""The addresses of the administrator's pages, under /beheer."""

from __future__ import annotations

from django.urls import path
from django.views.generic import RedirectView

from samenhang.web.beheer import medewerkers, organisaties, plichten, sleutels, uitwisseling

EEN = "medewerkers/<uuid:medewerker_id>"
urlpatterns = [
    path("", RedirectView.as_view(url="/beheer/medewerkers")),
    path("medewerkers", medewerkers.lijst),
    path("medewerkers/nieuw", medewerkers.nieuw),
    path(EEN, medewerkers.een),
    path(f"{EEN}/beeindig", medewerkers.beeindig),
    path(f"{EEN}/uitnodiging", medewerkers.nodig_uit),
    path(f"{EEN}/tweede-factor", medewerkers.zet_terug),
    path(f"{EEN}/heropen", medewerkers.heropen),
    path(f"{EEN}/rollen", medewerkers.verleen),
    path(f"{EEN}/rollen/<uuid:rol_id>", medewerkers.een_rol),
    path(f"{EEN}/sleutels", sleutels.maak),
    path(f"{EEN}/sleutels/openbaar", sleutels.openbaar),
    path(f"{EEN}/sleutels/<uuid:sleutel_id>", sleutels.beeindig),
    path("plichten", plichten.lijst),
    path("uitwisseling", uitwisseling.lijst),
    path("uitwisseling/sleutels/<uuid:partnersleutel_id>", uitwisseling.trek_in),
    path("uitwisseling/<uuid:uitwisselpartner_id>/sleutel", uitwisseling.sleutel),
    path("uitwisseling/<uuid:uitwisselpartner_id>/einde", uitwisseling.beeindig),
    path("organisaties", organisaties.lijst),
    path("organisaties/nieuw", organisaties.nieuw),
    path("organisaties/<uuid:organisatie_id>", organisaties.een),
    path("organisaties/<uuid:organisatie_id>/beeindig", organisaties.beeindig),
]
