"""The credit of a case as people read it, with the picture of its balance; and the files with payments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.betaalbestand import lees_betalingen_in
from samenhang.schemes.schuldhulp.brieven import mogelijk
from samenhang.schemes.schuldhulp.domain.betaalbestand import KOLOMMEN
from samenhang.schemes.schuldhulp.domain.brieven import SOORTEN
from samenhang.schemes.schuldhulp.domain.lening import Leenstand, verloop
from samenhang.schemes.schuldhulp.domain.lijsten import BETAALSOORTEN, BORGSTANDEN
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.kredietstand import afspraak_van, ontvangsten_van
from samenhang.schemes.schuldhulp.models import Krediet
from samenhang.schemes.schuldhulp.pages.sparen import spaarbeeld
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.web.deur import pagina
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Feit
from samenhang.web.weergave import korte_datum, taal

EURO = Tekst("euro", "euros")
PAD = "/schuldhulp/betalingen"


@dataclass(frozen=True, slots=True)
class Kredietbeeld:
    """A credit for a page: agreement, how it stands, its picture, whom it paid and what came in."""

    rij: Krediet
    stand: Leenstand
    grafiek: Grafiek
    feiten: list[Feit]
    netto: Bedrag
    gekweten: int


def kredietbeeld(dossier: Dossier | None) -> Kredietbeeld | None:
    """What a page shows of the credit of a case, once there is one."""
    if dossier is None or dossier.krediet is None:
        return None
    rij, stand = dossier.krediet, dossier.leenstand
    assert stand is not None  # there is a credit
    return Kredietbeeld(
        rij,
        stand,
        saldografiek(rij, stand, dossier),
        _feiten(rij, stand),
        Bedrag(rij.netto_centen),
        sum(deel.kwijting_op is not None for deel in dossier.uitbetalingen),
    )


def _feiten(rij: Krediet, stand: Leenstand) -> list[Feit]:
    wanneer = korte_datum(stand.schuldenvrij)
    if stand.voldaan:
        return [
            Feit(Tekst("Afgelost op", "Repaid on"), wanneer),
            Feit(Tekst("Betaald", "Paid"), stand.betaald.scherm()),
        ]
    uit = [
        Feit(Tekst("Wie krijgt uw geld", "Who gets your money"), rij.bank),
        Feit(Tekst("Nog te betalen", "Still to pay"), stand.openstaand.scherm()),
        Feit(Tekst("Per maand", "A month"), Bedrag(rij.maandtermijn_centen).scherm()),
        Feit(Tekst("Schuldenvrij op", "Without debt on"), wanneer),
        Feit(Tekst("Inlossen kost vandaag", "Paying off today takes"), stand.inlossom.scherm()),
    ]
    if stand.volgende is not None:
        wat = f"{stand.volgende.open.scherm()}, {korte_datum(stand.volgende.vervalt)}"
        uit.insert(3, Feit(Tekst("Volgende termijn", "Next instalment"), wat))
    return uit


def saldografiek(rij: Krediet, stand: Leenstand, dossier: Dossier) -> Grafiek:
    """The balance per month as agreed and as it is, with the day without debt in its title."""
    maanden = verloop(afspraak_van(rij), ontvangsten_van(dossier.betalingen), stand)
    wanneer = korte_datum(stand.schuldenvrij)
    titel = (
        Tekst(f"Afgelost op {wanneer}", f"Repaid on {wanneer}")
        if stand.voldaan
        else Tekst(f"Schuldenvrij op {wanneer}, als elke termijn komt", f"Without debt on {wanneer}, if every instalment comes")
    )  # fmt: skip
    return Grafiek(
        "lijn",
        titel,
        Tekst("Wat er na elke termijn van het krediet nog openstaat, volgens afspraak en zoals het is.", "What is still owed after each instalment of the credit, as agreed and as it is."),
        EURO,
        [f"{dag:%m-%Y}" for dag, _, _ in maanden],
        [
            Reeks(Tekst("Afgesproken", "Agreed"), [gepland.centen / 100 for _, gepland, _ in maanden]),
            Reeks(Tekst("Werkelijk en verwacht", "Actual and expected"), [saldo.centen / 100 for _, _, saldo in maanden]),
        ],
        kop=Tekst("Maand", "Month"),
        decimalen=2,
    )  # fmt: skip


def kredietcontext(dossier: Dossier | None) -> dict[str, Any]:
    """What the template of a case needs for guarantee and credit."""
    if dossier is None:
        return {}
    return {
        "krediet": kredietbeeld(dossier),
        "regeling": spaarbeeld(dossier),
        "borg": dossier.borg,
        "brieven": [(soort, SOORTEN[soort]) for soort in mogelijk(dossier)],
        "borgstanden": BORGSTANDEN,
        "betaalsoorten": BETAALSOORTEN,
        "uitbetalingen": [
            (rij, wie(rij.schuldeiser), Bedrag(rij.vordering_centen), Bedrag(rij.bedrag_centen))
            for rij in dossier.uitbetalingen
        ],
    }


@pagina
def betalingen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The files with payments; a POST reads one."""
    fouten: list[Tekst] = []
    status = 200
    if request.method == "POST":
        bestand = request.FILES.get("bestand")
        try:
            if bestand is None:
                raise Geweigerd("geen_bestand", Tekst("Kies een bestand.", "Choose a file."))
            rij = lees_betalingen_in(actor, bestand.name or "", bestand.read())
        except Geweigerd as weigering:
            if weigering.status in (403, 404):
                raise
            fouten, status = [weigering.tekst], weigering.status
        else:
            n = rij.geboekt
            messages.success(
                request, Tekst(f"{n} betalingen geboekt.", f"{n} payments booked.").in_taal(taal())
            )
            return redirect(PAD)
    rijen = [
        (rij, [Tekst(deel["nl"], deel["en"]) for deel in rij.fouten])
        for rij in queries.betaalbestanden(actor)
    ]
    context = {"rijen": rijen, "fouten": fouten, "kolommen": KOLOMMEN}
    return render(request, "schuldhulp/betalingen.html", context, status=status)
