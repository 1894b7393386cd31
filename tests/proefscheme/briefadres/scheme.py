"""The scheme briefadres, as data."""

from __future__ import annotations

from briefadres.domain import bewakers as b

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Bewaartermijn, Categorie, Overgang, Proces, Rol, Scheme, Stap
from samenhang.kernel.termijnen import Eenheid, TermijnRegel

WERKER = ("briefadresmedewerker",)

AANVRAAG = Proces(
    naam="aanvraag",
    stappen=(
        Stap("aangevraagd", Tekst("Aangevraagd", "Applied"), begin=True),
        Stap("onderzocht", Tekst("Onderzocht", "Examined")),
        Stap("besloten", Tekst("Besloten", "Decided"), eind=True),
    ),
    overgangen=(
        Overgang(
            "onderzoeken",
            Tekst("Verblijf vastleggen", "Record the stay"),
            ("aangevraagd",),
            "onderzocht",
            WERKER,
            (b.verblijf_bekend,),
        ),
        Overgang(
            "besluiten",
            Tekst("Besluiten", "Decide"),
            ("onderzocht",),
            "besloten",
            WERKER,
            (b.besluit_genomen,),
        ),
    ),
)

VERWERKINGEN = {
    "briefadres aanvragen": Tekst("U vroeg een briefadres aan", "You applied for a letter address"),
    "verblijf vastleggen": Tekst("Vastgelegd waar u slaapt", "Recorded where you sleep"),
    "besluit nemen": Tekst("Besloten of u een briefadres krijgt", "Decided whether you get a letter address"),
    "aanvragen bekijken": Tekst("Uw naam stond in een lijst", "Your name stood in a list"),
    "aanvraag bekijken": Tekst("Iemand bekeek uw aanvraag", "Someone looked at your application"),
}
SCHEME = Scheme(
    naam="briefadres",
    titel=Tekst("Briefadres", "Letter address"),
    doel="briefadres",
    doelen=("inzage",),
    zaak=AANVRAAG,
    feiten=b.AanvraagFeiten,
    nummerletters="BA",
    rollen=(
        Rol("briefadresmedewerker", Tekst("Medewerker briefadres", "Letter address worker"), ("gemeente",)),
    ),
    categorieen=(Categorie("verblijf", Tekst("Waar iemand slaapt", "Where someone sleeps"), gevoelig=True),),
    termijnen=(
        TermijnRegel(
            "beslissen",
            Tekst("Beslissen op de aanvraag", "Decide on the application"),
            "Awb art. 4:13",
            8,
            Eenheid.WEKEN,
            vanaf="aangevraagd",
            status="ongeverifieerd",
            wie="briefadresmedewerker",
        ),
    ),
    bewaartermijnen=(Bewaartermijn("besloten", 12, "maanden", "beleid"),),
    verwerkingen=VERWERKINGEN,
    doelteksten={"briefadres": Tekst("u een briefadres geven", "give you a letter address")},
)
