"""The pages of the scheme: they parse, call an action or query, and render; they decide nothing."""

from django.urls import path

from samenhang.kernel.basis import Tekst
from samenhang.schemes.wams.domain.partijen import DEELNEMER
from samenhang.schemes.wams.pages.gedeeld import MIJN, WERKERS
from samenhang.schemes.wams.pages.inwoner import mijn, namens, planstuk
from samenhang.schemes.wams.pages.nood import conflict, nood
from samenhang.schemes.wams.pages.overleg import overleg
from samenhang.schemes.wams.pages.partij import OVERLEGGEN, deelname, uitnodigingen
from samenhang.schemes.wams.pages.zaak import besluitbrief, informeerbrief, zaak
from samenhang.schemes.wams.pages.zaken import melding, overnemen, zaken
from samenhang.schemes.wams.scheme import SCHEME
from samenhang.web.menu import Menupunt, registreer_menu

registreer_menu(
    Menupunt(Tekst("Zaken", "Cases"), "/wams/zaken", SCHEME.naam, WERKERS),
    Menupunt(Tekst("Nieuwe melding", "New report"), "/wams/melding", SCHEME.naam, ("meldpunt",)),
    Menupunt(Tekst("Overleggen", "Meetings"), OVERLEGGEN, SCHEME.naam, (DEELNEMER,)),
    Menupunt(Tekst("Auditlog", "Audit log"), "/logboek", SCHEME.naam, ("auditor", "fg")),
    Menupunt(Tekst("Mijn plan", "My plan"), MIJN, SCHEME.naam, ("inwoner",)),
)
urlpatterns = [
    path("zaken", zaken, name="zaken"),
    path("melding", melding, name="melding"),
    path("doorgegeven/<uuid:overdracht_id>", overnemen, name="overnemen"),
    path("mijn", mijn, name="mijn"),
    path("mijn/<uuid:persoon_id>", namens, name="namens"),
    path("overleggen", uitnodigingen, name="uitnodigingen"),
    path("overleggen/<uuid:zaak_id>", deelname, name="deelname"),
    path("overleggen/<uuid:zaak_id>/conflict-van-plichten", conflict, name="conflict-van-plichten"),
    path("overleggen/<uuid:zaak_id>/<slug:wat>", deelname, name="deelname-doe"),
    path("zaken/<uuid:zaak_id>/nood", nood, name="nood"),
    path("zaken/<uuid:zaak_id>/plan.pdf", planstuk, name="planstuk"),
    path("zaken/<uuid:zaak_id>/brief/<uuid:persoon_id>.pdf", informeerbrief, name="informeerbrief"),
    path("zaken/<uuid:zaak_id>/besluit-op-bezwaar.pdf", besluitbrief, name="besluitbrief"),
    path("zaken/<uuid:zaak_id>/casusoverleg", overleg, name="overleg"),
    path("zaken/<uuid:zaak_id>/casusoverleg/<slug:wat>", overleg, name="overleg-doe"),
    path("zaken/<uuid:zaak_id>", zaak, name="zaak"),
    path("zaken/<uuid:zaak_id>/<slug:wat>", zaak, name="doe"),
]
