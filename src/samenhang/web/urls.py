"""Pages that belong to no scheme: start, login by persona in the demo, language, health."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from samenhang.web import (
    demo,
    gezondheid,
    hoedanigheid,
    instellingen,
    logboek,
    mijn,
    samenwerking,
    soorten,
    start,
    toezicht,
    uitwisseling,
    vernietigberichten,
    vernietigingen,
    zegel,
)
from samenhang.web.stijlgids import stijlgids

urlpatterns: list[URLPattern | URLResolver] = [
    path("", start.start, name="start"),
    path("leeft", gezondheid.leeft, name="leeft"),
    path("klaar", gezondheid.klaar, name="klaar"),
    path("taal", set_language, name="taal"),
    path("uitloggen", LogoutView.as_view(), name="uitloggen"),
    path("beheer/", include("samenhang.web.beheer.urls")),
    path("instellingen", instellingen.instellingen, name="instellingen"),
    path("instellingen/taal", instellingen.taal),
    path("instellingen/sessies", instellingen.overal),
    path("instellingen/sessies/<int:sessie_id>", instellingen.sessie),
    path("hoedanigheid", hoedanigheid.kies, name="hoedanigheid"),
    path("mijn/kopie/<slug:scheme_naam>.pdf", mijn.kopie, {"vorm": "pdf"}, name="mijn-kopie"),
    path("mijn/kopie/<slug:scheme_naam>.json", mijn.kopie, {"vorm": "json"}),
    path("mijn/<slug:scheme_naam>/<uuid:zaak_id>/verbetering", mijn.verbetering),
    path("logboek", logboek.logboek, name="logboek"),
    path("logboek/uitvoer.<str:soort>", logboek.uitvoer, name="logboek-uitvoer"),
    path("logboek/verzegeling", zegel.verzegeling, name="verzegeling"),
    path("logboek/bewijs", zegel.bewijs, name="logbewijs"),
    path("logboek/controlepunt.txt", zegel.controlepunt),
    path("logboek/verzegeling/controle", zegel.controleer),
    path("logboek/verzegeling/getuig", zegel.getuig),
    path("logboek/verzegeling/aanvaard", zegel.aanvaard),
    path("logboek/verzegeling/medeondertekening", zegel.medeondertekening),
    path("logboek/verzegeling/alarmen/<uuid:alarm_id>", zegel.alarm),
    path("toezicht", toezicht.lijst, name="toezicht"),
    path("toezicht/<uuid:toetspunt_id>", toezicht.punt, name="toetspunt"),
    path("getuige/add-checkpoint", zegel.add_checkpoint),
    path("uitwisseling/berichten", uitwisseling.berichten),
    path("samenwerking", samenwerking.lijst, name="samenwerking"),
    path("samenwerking/<uuid:samenwerkingsafspraak_id>", samenwerking.een),
    path("samenwerking/<uuid:samenwerkingsafspraak_id>/tekenen", samenwerking.teken),
    path("samenwerking/<uuid:samenwerkingsafspraak_id>/papier", samenwerking.papier),
    path("samenwerking/<uuid:samenwerkingsafspraak_id>/einde", samenwerking.einde),
    path("samenwerking/<uuid:samenwerkingsafspraak_id>/gehoord", samenwerking.gehoord),
    path("organisatiesoorten", soorten.een, name="organisatiesoorten"),
    path("organisatiesoorten/<slug:soort>", soorten.een),
    path("vernietigingen", vernietigingen.lijst, name="vernietigingen"),
    path("vernietigingen/uitvoeren", vernietigingen.vernietig, name="vernietigen"),
    path("vernietigingen/vasthouden", vernietigingen.vasthouden, name="vasthouden"),
    path(
        "vernietigingen/vasthoudingen/<uuid:vasthouding_id>/opheffen",
        vernietigingen.opheffen,
        name="opheffen",
    ),
    path("vernietigberichten", vernietigberichten.lijst, name="vernietigberichten"),
    path("vernietigberichten/<uuid:vernietigbericht_id>/ontvangst", vernietigberichten.ontvangst),
    path("wetten/<str:naam>", logboek.wet, name="wet"),
    path("stijlgids", stijlgids, name="stijlgids"),
]
if settings.DEMO:
    urlpatterns += [path("inloggen", demo.kies_persona, name="inloggen")]
else:
    urlpatterns += [
        path("inloggen", RedirectView.as_view(url="/account/login/", query_string=True), name="inloggen")
    ]
