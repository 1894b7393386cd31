"""The scheme schuldhulp, as data."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Betrokkenheid, Bewaartermijn, Categorie, Overdracht, Rol, Scheme
from samenhang.kernel.toegang.dimensies import VERTEGENWOORDIGER, VERTEGENWOORDIGT
from samenhang.schemes.schuldhulp.domain.aanmelding import Aanmelding
from samenhang.schemes.schuldhulp.domain.bewakers import HulpFeiten
from samenhang.schemes.schuldhulp.domain.kredietaanvraag import AAN, Kredietaanvraag
from samenhang.schemes.schuldhulp.domain.kredietaanvraag import DOEL as KREDIETAANVRAAG
from samenhang.schemes.schuldhulp.domain.lijn import DOEL as LIJNMELDING
from samenhang.schemes.schuldhulp.domain.lijn import (
    LIJN,
    ONTVANGST,
    UITKOMST,
    WARM,
    Ontvangst,
    Uitkomst,
    WarmeOverdracht,
)
from samenhang.schemes.schuldhulp.domain.lijsten import SCHULDEISERSOORTEN
from samenhang.schemes.schuldhulp.domain.meervoudig import AAN as MELDPUNT
from samenhang.schemes.schuldhulp.domain.meervoudig import DOEL as MEERVOUDIG
from samenhang.schemes.schuldhulp.domain.meervoudig import TOESTEMMING, Meervoudig
from samenhang.schemes.schuldhulp.domain.proces import AFGEROND, ZAAK
from samenhang.schemes.schuldhulp.domain.termijnen import TERMIJNEN
from samenhang.schemes.schuldhulp.verwerkingen import DOELTEKSTEN, ENGELS, VERWERKINGEN

TERUGROEPEN = "terugroepen"
"""The purpose for which the system recalls what went on a consent that ended."""
WERKER = "schuldhulpverlener"
LEIDER = "schuldhulpleider"
EISER = "schuldeiser"
BEZWAAR = "bezwaarbehandelaar"
VERTEGENWOORDIGING = "vertegenwoordiging"
"""The purpose of recording who represents the resident."""
LIJNBERICHT = "lijnbericht"
"""The retention term of what the helpline sent as a message."""

SCHEME = Scheme(
    naam="schuldhulp",
    titel=Tekst("Schuldhulp", "Debt assistance"),
    doel="schuldhulp",
    doelen=("aanmelden", "werkverdeling", "stilte", "betalingen", "normherziening", "beslissen", KREDIETAANVRAAG, MEERVOUDIG, TOESTEMMING, TERUGROEPEN, "ddas", LIJNMELDING, "verstrekking", "aanlevering", "portaal", "bronvoorwaarde", "antwoorden", "berichten", "bezwaar", VERTEGENWOORDIGING, "inzage", "toezicht", "vernietiging"),
    zaak=ZAAK,
    feiten=HulpFeiten,
    verwerkingen=VERWERKINGEN,
    engels=ENGELS,
    doelteksten=DOELTEKSTEN,
    nummerletters="SH",
    rollen=(
        Rol(WERKER, Tekst("Schuldhulpverlener", "Debt assistance worker"), ("gemeente", "kredietbank")),
        Rol(LEIDER, Tekst("Teamleider schuldhulp", "Team lead debt assistance"), ("gemeente",)),
        Rol(BEZWAAR, Tekst("Behandelaar bezwaar", "Objection officer"), ("gemeente",)),
        Rol(EISER, Tekst("Schuldeiser", "Creditor"), SCHULDEISERSOORTEN),
        Rol("fg", Tekst("Functionaris gegevensbescherming", "Data protection officer"), ("gemeente",)),
        Rol("auditor", Tekst("Auditor", "Auditor"), ("gemeente", "toezichthouder")),
        Rol("beheerder", Tekst("Beheerder", "Administrator"), ("gemeente",)),
        Rol(VERTEGENWOORDIGER, Tekst("Curator of bewindvoerder", "Curator or administrator of property"), ("",)),
    ),
    betrokkenheden=(Betrokkenheid(VERTEGENWOORDIGT, Tekst("vertegenwoordigt de inwoner", "represents the resident")),),
    categorieen=(
        Categorie("hulpvraag", Tekst("Vraag om hulp en besluiten", "Request for help and decisions")),
        Categorie("bezwaarschrift", Tekst("Bezwaar tegen een besluit", "Objection to a decision")),
        Categorie("budget", Tekst("Huishouden en inkomen", "Household and income")),
        Categorie("schulden", Tekst("Schulden, voorstellen en krediet", "Debts, proposals and credit")),
        Categorie("aanbod", Tekst("Voorstel aan één schuldeiser en zijn antwoord", "The proposal to one creditor and his answer")),
        Categorie("rekensom", Tekst("Berekeningen", "Calculations")),
    ),
    termijnen=TERMIJNEN,
    bewaartermijnen=(*(
        Bewaartermijn(stap, 60, "maanden", "Selectielijst gemeenten 2020, nog na te gaan", "ongeverifieerd", ZAAK.stap(stap).titel)
        for stap in AFGEROND
    ), Bewaartermijn(LIJNBERICHT, 14, "dagen", "eigen beleid: zo lang als de helplijn het zelf heeft", titel=Tekst("Verzoek om te bellen dat niemand overnam", "Request to call that nobody took in"))),
    stuurt=(
        Overdracht(KREDIETAANVRAAG, "kredietbank", Kredietaanvraag, "wgs-4a", Tekst("Aanvraag van een krediet bij de kredietbank", "Application for a credit at the credit bank"), doel=KREDIETAANVRAAG, aan=AAN),
        Overdracht(ONTVANGST, LIJN, Ontvangst, "wgs-4-lijn", Tekst("Verzoek om te bellen is opgepakt", "Request to call was taken up"), doel=LIJNMELDING, aan="hulplijn"),
        Overdracht(UITKOMST, LIJN, Uitkomst, "wgs-4-lijn", Tekst("Of de beller is bereikt", "Whether the caller was reached"), doel=LIJNMELDING, aan="hulplijn"),
        Overdracht(MEERVOUDIG, "wams", Meervoudig, "avg-6-1-a-meervoudig", Tekst("Melding van meervoudige problematiek", "Report of multiple problems"), doel=MEERVOUDIG, aan=MELDPUNT),
    ),
    aanvaardt=(
        Overdracht("aanmelding", "vroegsignalering", Aanmelding, "wgs-4a", Tekst("Aanmelding voor schuldhulp", "Referral to debt assistance"), wordt=(("signaal", "hulpvraag"), ("opvolging", "hulpvraag"))),
        Overdracht("aanmelding", "wams", Aanmelding, "wgs-4a", Tekst("Aanmelding voor schuldhulp", "Referral to debt assistance")),
        Overdracht(WARM, LIJN, WarmeOverdracht, "wgs-4a", Tekst("Verzoek om te bellen", "Request to call"), wordt=(("hulpwens", "hulpvraag"),)),
    ),
)  # fmt: skip
