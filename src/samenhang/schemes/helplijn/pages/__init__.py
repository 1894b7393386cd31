"""The pages of the line."""

from django.urls import path

from samenhang.kernel.basis import Tekst
from samenhang.schemes.helplijn.pages.bezetting import bezetting, nieuw, plan, vaststellen
from samenhang.schemes.helplijn.pages.bezettingsrooster import rooster
from samenhang.schemes.helplijn.pages.cijfers import cijfers
from samenhang.schemes.helplijn.pages.contacten import contact, contacten, zoek
from samenhang.schemes.helplijn.pages.overdracht import intrekken, lijst, mijn, overdragen
from samenhang.schemes.helplijn.pages.postcodes import postcodes
from samenhang.schemes.helplijn.pages.zelftest import PAD, zelftest
from samenhang.schemes.helplijn.scheme import AAN_DE_LIJN, BEHEERDER, PLANNER, SCHEME, TEAMLEIDER
from samenhang.web.menu import Menupunt, Openbaar, registreer_menu, registreer_openbaar

registreer_menu(
    Menupunt(Tekst("Nieuw contact", "New contact"), "/helplijn/contact", SCHEME.naam, AAN_DE_LIJN),
    Menupunt(Tekst("Contacten", "Contacts"), "/helplijn/contacten", SCHEME.naam, AAN_DE_LIJN),
    Menupunt(Tekst("Overdrachten", "Hand-overs"), "/helplijn/overdrachten", SCHEME.naam, AAN_DE_LIJN),
    Menupunt(
        Tekst("Mijn gesprek met de helplijn", "My talk with the helpline"),
        "/helplijn/mijn",
        SCHEME.naam,
        ("inwoner",),
    ),
    Menupunt(Tekst("Bezetting", "Staffing"), "/helplijn/bezetting", SCHEME.naam, (PLANNER,)),
    Menupunt(Tekst("Cijfers", "Figures"), "/helplijn/cijfers", SCHEME.naam, (TEAMLEIDER, PLANNER, "auditor")),
    Menupunt(Tekst("Postcodes", "Postcodes"), "/helplijn/postcodes", SCHEME.naam, (BEHEERDER,)),
    Menupunt(Tekst("Auditlog", "Audit log"), "/logboek", SCHEME.naam, ("auditor",)),
)
registreer_openbaar(Openbaar(Tekst("Zelftest geldzorgen", "Self-test money worries"), PAD))
urlpatterns = [
    path("zelftest", zelftest, name="zelftest"),
    path("bezetting", bezetting, name="bezetting"),
    path("bezetting/nieuw", nieuw, name="bezetting-nieuw"),
    path("bezetting/<uuid:plan_id>", plan, name="bezettingsplan"),
    path("bezetting/<uuid:plan_id>/rooster", rooster, name="bezettingsrooster"),
    path("bezetting/<uuid:plan_id>/vaststellen", vaststellen, name="bezetting-vaststellen"),
    path("contact", contact, name="contact"),
    path("contacten", contacten, name="contacten"),
    path("contacten/zoek", zoek, name="zoek"),
    path("contacten/<uuid:contact_id>/overdragen", overdragen, name="overdragen"),
    path("overdrachten", lijst, name="overdrachten"),
    path("overdrachten/<uuid:zaak_id>/intrekken", intrekken, name="intrekken"),
    path("cijfers", cijfers, name="cijfers"),
    path("cijfers.csv", cijfers, {"als": "csv"}, name="cijfers-csv"),
    path("postcodes", postcodes, name="postcodes"),
    path("mijn", mijn, name="mijn"),
]
