"""The pages of schuldhulp."""

from django.urls import path

from samenhang.kernel.basis import Tekst
from samenhang.schemes.schuldhulp.pages.berichten import berichten, knooppunt
from samenhang.schemes.schuldhulp.pages.bezwaar import (
    bezwaarbrief,
    bezwaarzaak,
    bezwaren,
    eigen_aanvulling,
    eigen_bezwaar,
    eigen_ingebrekestelling,
    eigen_intrekking,
    eigen_toestemming,
)
from samenhang.schemes.schuldhulp.pages.ddas import ddas
from samenhang.schemes.schuldhulp.pages.herzien import herziening, herzieningen, overname
from samenhang.schemes.schuldhulp.pages.krediet import betalingen
from samenhang.schemes.schuldhulp.pages.mijn import brief, brief_namens, mijn, mijn_brief, namens
from samenhang.schemes.schuldhulp.pages.portaal import (
    aansluiten,
    opgave,
    opgave_sturen,
    portaal,
    portaalvoorstel,
)
from samenhang.schemes.schuldhulp.pages.post import post, postbundel, postronde, proefpost
from samenhang.schemes.schuldhulp.pages.rechtbank import bundel
from samenhang.schemes.schuldhulp.pages.rekenen import berekening, berekeningen
from samenhang.schemes.schuldhulp.pages.schuldeisers import adres, oordeel, schuldeisers, splits
from samenhang.schemes.schuldhulp.pages.zaak import inlezen, zaak
from samenhang.schemes.schuldhulp.pages.zaken import hulpvraag, overnemen, zaken
from samenhang.schemes.schuldhulp.scheme import BEZWAAR, EISER, LEIDER, SCHEME, WERKER
from samenhang.web.menu import Menupunt, registreer_menu

registreer_menu(
    Menupunt(Tekst("Schuldhulp", "Debt assistance"), "/schuldhulp/zaken", SCHEME.naam, (WERKER,)),
    Menupunt(Tekst("Betalingen", "Payments"), "/schuldhulp/betalingen", SCHEME.naam, (WERKER,)),
    Menupunt(Tekst("Schuldeisers", "Creditors"), "/schuldhulp/schuldeisers", SCHEME.naam, (WERKER,)),
    Menupunt(
        Tekst("Post aan schuldeisers", "Letters to creditors"), "/schuldhulp/post", SCHEME.naam, (WERKER,)
    ),
    Menupunt(Tekst("Berichten", "Messages"), "/schuldhulp/berichten", SCHEME.naam, (WERKER,)),
    Menupunt(
        Tekst("Nieuwe normen", "New norms"),
        "/schuldhulp/normherzieningen",
        SCHEME.naam,
        (LEIDER,),
        achteraan=True,
    ),
    Menupunt(
        Tekst("Berekeningen", "Calculations"),
        "/schuldhulp/berekeningen",
        SCHEME.naam,
        (WERKER,),
        achteraan=True,
    ),
    Menupunt(
        Tekst("Levering schuldhulp aan het CBS", "Debt assistance to CBS"),
        "/schuldhulp/ddas",
        SCHEME.naam,
        (LEIDER,),
        achteraan=True,
    ),
    Menupunt(Tekst("Bezwaren", "Objections"), "/schuldhulp/bezwaren", SCHEME.naam, (BEZWAAR,)),
    Menupunt(Tekst("Voorstellen aan u", "Proposals to you"), "/schuldhulp/portaal", SCHEME.naam, (EISER,)),
    Menupunt(Tekst("Mijn schuldhulp", "My debt assistance"), "/schuldhulp/mijn", SCHEME.naam, ("inwoner",)),
    Menupunt(Tekst("Auditlog", "Audit log"), "/logboek", SCHEME.naam, ("auditor", "fg")),
)
urlpatterns = [
    path("zaken", zaken, name="zaken"),
    path("zaken/nieuw", hulpvraag, name="hulpvraag"),
    path("zaken/<uuid:zaak_id>", zaak, name="zaak"),
    path("zaken/<uuid:zaak_id>/schuldenbestand", inlezen, name="inlezen"),
    path("zaken/<uuid:zaak_id>/brieven/<slug:soort>.pdf", brief, name="brief"),
    path("bezwaren", bezwaren, name="bezwaren"),
    path("bezwaren/<uuid:zaak_id>", bezwaarzaak, name="bezwaarzaak"),
    path("bezwaren/<uuid:zaak_id>/<uuid:bezwaar_id>/<slug:soort>.pdf", bezwaarbrief, name="bezwaarbrief"),
    path("bezwaren/<uuid:zaak_id>/<slug:wat>", bezwaarzaak, name="bezwaar-doe"),
    path("mijn", mijn, name="mijn"),
    path("mijn/<uuid:zaak_id>/bezwaar", eigen_bezwaar, name="eigen-bezwaar"),
    path("mijn/<uuid:zaak_id>/ingebrekestelling", eigen_ingebrekestelling, name="eigen-ingebrekestelling"),
    path("mijn/<uuid:zaak_id>/bezwaaraanvulling", eigen_aanvulling, name="eigen-bezwaaraanvulling"),
    path("mijn/<uuid:zaak_id>/bezwaarintrekking", eigen_intrekking, name="eigen-bezwaarintrekking"),
    path("mijn/<uuid:zaak_id>/toestemmingsintrekking", eigen_toestemming, name="eigen-toestemming"),
    path(
        "mijn/<uuid:zaak_id>/bezwaren/<uuid:bezwaar_id>/<slug:soort>.pdf",
        bezwaarbrief,
        name="mijn-bezwaarbrief",
    ),
    path("mijn/<uuid:zaak_id>/brieven/<slug:soort>.pdf", mijn_brief, name="mijn-brief"),
    path("namens/<uuid:persoon_id>", namens, name="namens"),
    path(
        "namens/<uuid:persoon_id>/<uuid:zaak_id>/brieven/<slug:soort>.pdf", brief_namens, name="brief-namens"
    ),
    path("zaken/<uuid:zaak_id>/verzoeken/<uuid:verzoek_id>.pdf", bundel, name="bundel"),
    path("zaken/<uuid:zaak_id>/<slug:wat>", zaak, name="doe"),
    path("aanmeldingen/<uuid:overdracht_id>", overnemen, name="overnemen"),
    path("portaal", portaal, name="portaal"),
    path("portaal/<uuid:aanbod_id>", portaalvoorstel, name="portaalvoorstel"),
    path("portaal/<uuid:aanbod_id>/opgaven", opgave_sturen, name="opgave-sturen"),
    path("zaken/<uuid:zaak_id>/opgaven/<uuid:stuk_id>", opgave, name="opgave"),
    path("schuldeisers/<uuid:schuldeiser_id>/account", aansluiten, name="aansluiten"),
    path("post", post, name="post"),
    path("post/voorbeeld.pdf", proefpost, name="proefpost"),
    path("post/<uuid:postronde_id>", postronde, name="postronde"),
    path("post/<uuid:postronde_id>/bundel.pdf", postbundel, name="postbundel"),
    path("berichten", berichten, name="berichten"),
    path("schuldeisers/<uuid:schuldeiser_id>/knooppunt", knooppunt, name="knooppunt"),
    path("ddas", ddas, name="ddas"),
    path("betalingen", betalingen, name="betalingen"),
    path("schuldeisers", schuldeisers, name="schuldeisers"),
    path("schuldeisers/<uuid:links_id>/<uuid:rechts_id>", oordeel, name="oordeel"),
    path("schuldeisers/<uuid:schuldeiser_id>/adres", adres, name="schuldeiser-adres"),
    path("schuldeisers/<uuid:schuldeiser_id>/splitsing", splits, name="splits"),
    path("normherzieningen", herzieningen, name="normherzieningen"),
    path("normherzieningen/<uuid:herziening_id>", herziening, name="normherziening"),
    path("normherzieningen/<uuid:herziening_id>/overname", overname, name="overname"),
    path("berekeningen", berekeningen, name="berekeningen"),
    path("berekeningen/<slug:naam>", berekening, name="berekening"),
]
