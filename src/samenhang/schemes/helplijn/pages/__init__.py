"""The pages of the line."""

from django.urls import path

from samenhang.kernel.basis import Tekst
from samenhang.schemes.helplijn.pages.contacten import contact, contacten, zoek
from samenhang.schemes.helplijn.scheme import AAN_DE_LIJN, SCHEME
from samenhang.web.menu import Menupunt, registreer_menu

registreer_menu(
    Menupunt(Tekst("Nieuw contact", "New contact"), "/helplijn/contact", SCHEME.naam, AAN_DE_LIJN),
    Menupunt(Tekst("Contacten", "Contacts"), "/helplijn/contacten", SCHEME.naam, AAN_DE_LIJN),
    Menupunt(Tekst("Auditlog", "Audit log"), "/logboek", SCHEME.naam, ("auditor",)),
)
urlpatterns = [
    path("contact", contact, name="contact"),
    path("contacten", contacten, name="contacten"),
    path("contacten/zoek", zoek, name="zoek"),
]
