"""The menu of the scheme, per role."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.pages.gedeeld import WERKERS
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.menu import Menupunt, Openbaar, registreer_menu, registreer_openbaar

registreer_menu(
    Menupunt(
        Tekst("Mijn werk", "My work"),
        "/vroegsignalering/mijn-werk",
        SCHEME.naam,
        (*WERKERS, "intake", "beleid", "fg"),
    ),
    Menupunt(Tekst("Agenda", "Agenda"), "/vroegsignalering/agenda", SCHEME.naam, WERKERS),
    Menupunt(Tekst("Werkvoorraad", "Work stock"), "/vroegsignalering/werkvoorraad", SCHEME.naam, WERKERS),
    Menupunt(Tekst("Huisbezoeken", "Home visits"), "/vroegsignalering/bezoeken", SCHEME.naam, WERKERS),
    Menupunt(Tekst("Brieven", "Letters"), "/vroegsignalering/brieven", SCHEME.naam, WERKERS),
    Menupunt(
        Tekst("Overdrachten", "Hand-overs"),
        "/vroegsignalering/overdrachten",
        SCHEME.naam,
        (*WERKERS, "intake"),
    ),
    Menupunt(Tekst("Twijfelparen", "Doubtful pairs"), "/vroegsignalering/twijfel", SCHEME.naam, ("intake",)),
    Menupunt(Tekst("BRP-controle", "BRP check"), "/vroegsignalering/brp", SCHEME.naam, (*WERKERS, "intake")),
    Menupunt(
        Tekst("Mijn signalen", "My signals"), "/vroegsignalering/mijn-signalen", SCHEME.naam, ("partner",)
    ),
    Menupunt(
        Tekst("Aanleveringen", "Deliveries"),
        "/vroegsignalering/aanleveringen",
        SCHEME.naam,
        ("intake", "teamleider", "beleid", "partner"),
    ),
    Menupunt(
        Tekst("Partners", "Partners"),
        "/vroegsignalering/partners",
        SCHEME.naam,
        ("intake", "teamleider", "beleid", "partner"),
    ),
    Menupunt(Tekst("Cijfers", "Figures"), "/vroegsignalering/cijfers", SCHEME.naam, ("beleid", "teamleider")),
    Menupunt(Tekst("Monitor", "Monitor"), "/vroegsignalering/monitor", SCHEME.naam, ("beleid", "teamleider")),
    Menupunt(
        Tekst("Terugkoppeling", "Feedback"),
        "/vroegsignalering/terugkoppeling",
        SCHEME.naam,
        ("intake", "teamleider", "beleid", "partner"),
    ),
    Menupunt(
        Tekst("Beleid", "Policy"),
        "/vroegsignalering/beleid",
        SCHEME.naam,
        ("intake", "teamleider", "beleid"),
    ),
    Menupunt(Tekst("Auditlog", "Audit log"), "/logboek", SCHEME.naam, ("auditor", "fg")),
    Menupunt(Tekst("Mijn gegevens", "My data"), "/vroegsignalering/mijn-gegevens", SCHEME.naam, ("inwoner",)),
    Menupunt(Tekst("Wie keek er?", "Who looked?"), "/logboek", SCHEME.naam, ("inwoner",)),
)
registreer_openbaar(
    Openbaar(
        Tekst("Cijfers over vroegsignalering", "Figures on early detection"),
        "/vroegsignalering/openbaar/monitor",
    ),
    Openbaar(
        Tekst("Regels van uw gemeente", "Rules of your municipality"),
        "/vroegsignalering/regels",
    ),
)
