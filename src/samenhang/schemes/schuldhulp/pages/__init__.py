"""The pages of schuldhulp."""

from django.urls import path

from samenhang.kernel.basis import Tekst
from samenhang.schemes.schuldhulp.pages.rekenen import berekening, berekeningen
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER
from samenhang.web.menu import Menupunt, registreer_menu

registreer_menu(
    Menupunt(
        Tekst("Berekeningen", "Calculations"),
        "/schuldhulp/berekeningen",
        SCHEME.naam,
        (WERKER,),
        achteraan=True,
    )
)
urlpatterns = [
    path("berekeningen", berekeningen, name="berekeningen"),
    path("berekeningen/<slug:naam>", berekening, name="berekening"),
]
