"""The pages of the scheme: they parse, call an action or query, and render; they decide nothing."""

from __future__ import annotations

from django.urls import path

from samenhang.schemes.vroegsignalering.pages import menu as menu
from samenhang.schemes.vroegsignalering.pages import openbaar
from samenhang.schemes.vroegsignalering.pages.aanleveringen import (
    aanlevering,
    aanleveringen,
    opnieuw,
    oppakken,
    origineel,
    verbeterblad,
)
from samenhang.schemes.vroegsignalering.pages.agenda import agenda
from samenhang.schemes.vroegsignalering.pages.beleid import beleid, nieuw_beleid, regels
from samenhang.schemes.vroegsignalering.pages.bezoeken import bezoeken
from samenhang.schemes.vroegsignalering.pages.brieven import (
    besluit_op_bezwaar,
    bezwaar_later,
    brief,
    brieven,
    bundel,
    proefbrief,
)
from samenhang.schemes.vroegsignalering.pages.brieven import ronde as brievenronde
from samenhang.schemes.vroegsignalering.pages.brp import ronde, uitval
from samenhang.schemes.vroegsignalering.pages.cijfers import cijfers, inwonertal, stel_vast, tel
from samenhang.schemes.vroegsignalering.pages.contactteksten import contactteksten, nieuwe_contacttekst
from samenhang.schemes.vroegsignalering.pages.ddas import controle, ddas, handtekening, levering
from samenhang.schemes.vroegsignalering.pages.inwoner import mijn_gegevens
from samenhang.schemes.vroegsignalering.pages.melding import melding
from samenhang.schemes.vroegsignalering.pages.monitor import monitor, streefwaarde
from samenhang.schemes.vroegsignalering.pages.overdrachten import bericht as ontvangen_bericht
from samenhang.schemes.vroegsignalering.pages.overdrachten import (
    intrekken,
    ontvangst,
    overdracht,
    overdrachten,
)
from samenhang.schemes.vroegsignalering.pages.overnemen import overnemen, sjabloon
from samenhang.schemes.vroegsignalering.pages.partners import (
    afspraak,
    beeindig,
    nieuwe_partner,
    partner,
    partners,
)
from samenhang.schemes.vroegsignalering.pages.reacties import nieuwe_reactie
from samenhang.schemes.vroegsignalering.pages.terugkoppeling import bericht, berichten, maand, mijn_signalen
from samenhang.schemes.vroegsignalering.pages.twijfel import terugnemen, twijfel, verklaring
from samenhang.schemes.vroegsignalering.pages.werk import (
    filters,
    mijn_werk,
    ongedaan,
    toewijzen,
    werkvoorraad,
)

urlpatterns = [
    path("mijn-werk", mijn_werk, name="mijn-werk"),
    path("werkvoorraad", werkvoorraad, name="werkvoorraad"),
    path("reacties/nieuw", nieuwe_reactie, name="nieuwe-reactie"),
    path("werkvoorraad/toewijzen", toewijzen, name="toewijzen"),
    path("werkvoorraad/ongedaan", ongedaan, name="toewijzing-ongedaan"),
    path("werkvoorraad/filters/<slug:wat>", filters, name="filters"),
    path("agenda", agenda, name="agenda"),
    path("meldingen/<uuid:zaak_id>", melding, name="melding"),
    path("bezoeken", bezoeken, name="bezoeken"),
    path("brieven", brieven, name="brieven"),
    path("brieven/voorbeeld.pdf", proefbrief, name="proefbrief"),
    path("brieven/<uuid:ronde_id>", brievenronde, name="brievenronde"),
    path("brieven/<uuid:ronde_id>/bundel.pdf", bundel, name="brievenbundel"),
    path("meldingen/<uuid:zaak_id>/brieven/<uuid:groep>.pdf", brief, name="brief"),
    path("meldingen/<uuid:zaak_id>/bezwaar-later.pdf", bezwaar_later, name="bezwaar-later"),
    path("meldingen/<uuid:zaak_id>/besluit-op-bezwaar.pdf", besluit_op_bezwaar, name="besluit-op-bezwaar"),
    path("meldingen/<uuid:zaak_id>/<slug:wat>", melding, name="doe"),
    path("twijfel", twijfel, name="twijfel"),
    path("aanleveringen", aanleveringen, name="aanleveringen"),
    path("aanleveringen/oppakken", oppakken, name="oppakken"),
    path("aanleveringen/<uuid:aanlevering_id>", aanlevering, name="aanlevering"),
    path("aanleveringen/<uuid:aanlevering_id>/opnieuw", opnieuw, name="aanlevering-opnieuw"),
    path("aanleveringen/<uuid:aanlevering_id>/origineel", origineel, name="origineel"),
    path("aanleveringen/<uuid:aanlevering_id>/verbeterblad", verbeterblad, name="verbeterblad"),
    path("twijfel/<uuid:paar_id>/verklaring", verklaring, name="verklaring"),
    path("twijfel/<uuid:paar_id>/terugnemen", terugnemen, name="terugnemen"),
    path("brp", uitval, name="brp"),
    path("brp/ronde", ronde, name="brp-ronde"),
    path("overdrachten", overdrachten, name="overdrachten"),
    path("overdrachten/<uuid:overdracht_id>", overdracht, name="overdracht"),
    path("overdrachten/<uuid:overdracht_id>/ontvangst", ontvangst, name="ontvangst"),
    path("overdrachten/<uuid:overdracht_id>/intrekken", intrekken, name="overdracht-intrekken"),
    path("ontvangen-berichten/<uuid:ontvangen_id>", ontvangen_bericht, name="ontvangen-bericht"),
    path("partners", partners, name="partners"),
    path("partners/nieuw", nieuwe_partner, name="nieuwe-partner"),
    path("partners/<uuid:partner_id>", partner, name="partner"),
    path("partners/<uuid:partner_id>/afspraak", afspraak, name="afspraak"),
    path("partners/<uuid:partner_id>/einde", beeindig, name="afspraak-einde"),
    path("beleid", beleid, name="beleid"),
    path("beleid/nieuw", nieuw_beleid, name="nieuw-beleid"),
    path("contactteksten", contactteksten, name="contactteksten"),
    path("contactteksten/<slug:pad>", nieuwe_contacttekst, name="nieuwe-contacttekst"),
    path("regels", regels, name="regels"),
    path("regels/<slug:code>", regels, name="regels-van"),
    path("terugkoppeling", berichten, name="terugkoppeling"),
    path("terugkoppeling/maand", maand, name="terugkoppelmaand"),
    path("mijn-signalen", mijn_signalen, name="mijn-signalen"),
    path("terugkoppeling/<uuid:bericht_id>", bericht, name="bericht"),
    path("cijfers", cijfers, name="cijfers"),
    path("cijfers/tellen", tel, name="cijfers-tellen"),
    path("cijfers/vaststellen", stel_vast, name="cijfers-vaststellen"),
    path("cijfers/inwonertal", inwonertal, name="inwonertal"),
    path("cijfers/overnemen", overnemen, name="cijfers-overnemen"),
    path("cijfers/sjabloon.csv", sjabloon, name="cijfers-sjabloon"),
    path("ddas", ddas, name="ddas"),
    path("ddas/levering", levering, name="ddas-levering"),
    path("ddas/controle", controle, name="ddas-controle"),
    path("ddas/handtekening", handtekening, name="ddas-handtekening"),
    path("monitor", monitor, name="monitor"),
    path("monitor/streefwaarde", streefwaarde, name="streefwaarde"),
    path("openbaar/cijfers", openbaar.cijfers, name="openbare-cijfers"),
    path("openbaar/monitor", openbaar.monitor, name="openbare-monitor"),
    path("mijn-gegevens", mijn_gegevens, name="mijn-gegevens"),
]
