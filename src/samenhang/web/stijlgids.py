"""The catalogue of components: every part with sample data, as documentation for who builds a scheme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Bladen, Feit, Filter, Gebeurtenis, Tabblad, Toon, Zaakkop
from samenhang.web.weergave import NEDERLAND, vandaag


@dataclass(frozen=True, slots=True)
class _Stap:
    naam: str
    titel: Tekst


STAPPEN = (
    _Stap("nieuw", Tekst("Nieuw", "New")),
    _Stap("benaderen", Tekst("Benaderen", "Contacting")),
    _Stap("bereikt", Tekst("Bereikt", "Reached")),
    _Stap("hulp", Tekst("Hulp aanvaard", "Help accepted")),
    _Stap("afgerond", Tekst("Afgerond", "Closed")),
)
MAANDEN = tuple(
    Tekst(nl, en)
    for nl, en in (
        ("jan", "Jan"), ("feb", "Feb"), ("mrt", "Mar"), ("apr", "Apr"), ("mei", "May"), ("jun", "Jun"),
        ("jul", "Jul"), ("aug", "Aug"), ("sep", "Sep"), ("okt", "Oct"),
    )
)  # fmt: skip
LIJN = Grafiek(
    "lijn",
    Tekst("Sinds mei wordt meer dan de helft bereikt", "Since May more than half are reached"),
    Tekst(
        "Het aandeel bereikte huishoudens steeg van 41 procent in januari naar 63 procent in oktober.",
        "The share of households reached rose from 41 per cent in January to 63 per cent in October.",
    ),
    Tekst("Procent van de huishoudens", "Per cent of households"),
    MAANDEN,
    (
        Reeks(Tekst("Voorbeeldstad", "Voorbeeldstad"), (41, 43, 42, 47, 52, 55, 54, 58, 61, 63)),
        Reeks(
            Tekst("Buurgemeenten", "Neighbouring municipalities"), (44, 45, 44, 46, 46, None, 47, 48, 48, 49)
        ),
    ),
    kop=Tekst("Maand", "Month"),
)
STAVEN = Grafiek(
    "staven",
    Tekst("Een huisbezoek bereikt de meeste mensen", "A home visit reaches most people"),
    Tekst("Per kanaal het aandeel pogingen met contact.", "Per channel the share of attempts with contact."),
    Tekst("Procent van de pogingen met contact", "Per cent of attempts with contact"),
    (Tekst("Huisbezoek", "Home visit"), Tekst("Telefoon", "Telephone"), Tekst("Brief", "Letter"), Tekst("E-mail", "E-mail")),
    (Reeks(Tekst("Bereikt", "Reached"), (58, 37, 12, None)),),
    kop=Tekst("Kanaal", "Channel"),
    bron=Tekst("verzonnen cijfers voor deze gids; minder dan 5 wordt niet getoond", "invented figures for this guide; fewer than 5 is not shown"),
)  # fmt: skip
GESTAPELD = Grafiek(
    "gestapeld",
    Tekst("Huur en energie geven samen driekwart van de signalen", "Rent and energy give three quarters of the signals"),
    Tekst("Aantal signalen per maand, verdeeld naar soort partner.", "Number of signals per month, by kind of partner."),
    Tekst("Signalen per maand", "Signals per month"),
    MAANDEN,
    (
        Reeks(Tekst("Huur", "Rent"), (310, 295, 340, 322, 301, 288, 260, 275, 330, 352)),
        Reeks(Tekst("Energie", "Energy"), (420, 444, 401, 365, 300, 250, 240, 262, 310, 398)),
        Reeks(Tekst("Zorgpremie", "Health premium"), (180, 172, 190, 185, 177, 169, 174, 181, 188, 193)),
        Reeks(Tekst("Drinkwater", "Drinking water"), (44, 51, 38, 47, 42, 40, 39, 45, 50, 48)),
    ),
    kop=Tekst("Maand", "Month"),
)  # fmt: skip


class Voorbeeldformulier(Opmaak, forms.Form):
    """One field of each kind."""

    hoe = forms.ChoiceField(
        label=vertaald(Tekst("Hoe nam u contact op?", "How did you make contact?")),
        choices=[("huisbezoek", vertaald(Tekst("Huisbezoek", "Home visit"))), ("telefoon", vertaald(Tekst("Telefoon", "Telephone")))],
    )  # fmt: skip
    dag = Datumveld(label=vertaald(Tekst("Datum", "Date")))
    bereikt = forms.ChoiceField(
        label=vertaald(Tekst("Bereikt?", "Reached?")),
        choices=[("ja", vertaald(Tekst("Ja, gesproken", "Yes, spoke"))), ("nee", vertaald(Tekst("Niet bereikt", "Not reached")))],
        widget=forms.RadioSelect,
        help_text=vertaald(Tekst("Een briefje in de bus telt niet als bereikt.", "A note through the door does not count.")),
    )  # fmt: skip
    telefoon = forms.CharField(
        label=vertaald(Tekst("Telefoonnummer", "Telephone number")),
        help_text=vertaald(Tekst("Bijvoorbeeld 06 12345678", "For example 06 12345678")),
        max_length=20,
        required=False,
    )
    toelichting = forms.CharField(
        label=vertaald(Tekst("Toelichting", "Notes")),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    bestand = forms.FileField(label=vertaald(Tekst("Bijlage", "Attachment")), required=False)
    terugbellen = forms.BooleanField(
        label=vertaald(Tekst("De inwoner wil teruggebeld worden", "The resident wants to be called back")),
        required=False,
    )


def _rijen(dag: date) -> list[dict[str, object]]:
    namen = (
        "Çelik",
        "Đorđević",
        "van den Berg",
        "Jansen",
        "Łukaszewicz",
        "de Vries-Oosterhuis",
        "El Idrissi",
    )
    return [
        {
            "nummer": f"VS26-{412 + i:06}",
            "naam": naam,
            "prioriteit": 1 + i // 2,
            "stap": STAPPEN[i % 4].titel,
            "termijn": dag + timedelta(days=(-4, 0, 2, 3, 9, 15, 40)[i]),
            "bedrag": Bedrag(84_726 + 31_355 * i),
        }
        for i, naam in enumerate(namen)
    ]


def stijlgids(request: HttpRequest) -> HttpResponse:
    """Every component on one page; `?fout=1` shows the form after a refused entry."""
    dag = vandaag()
    nu = datetime(dag.year, dag.month, dag.day, 9, 41, tzinfo=NEDERLAND)
    formulier = (
        Voorbeeldformulier({"hoe": "telefoon", "telefoon": "0" * 30})
        if request.GET.get("fout")
        else Voorbeeldformulier()
    )
    kop = Zaakkop(
        nummer="VS26-000412",
        titel="S. Çelik en A. Çelik-de Boer",
        stappen=STAPPEN,
        stap="bereikt",
        gedaan=("nieuw", "benaderen"),
        termijn=dag + timedelta(days=3),
        gevolg=Tekst("Daarna overtreedt de gemeente de wet; de inwoner kan klagen.", "After it the municipality breaks the law; the resident can complain."),
        aan_zet=Tekst("U: doe het aanbod", "You: make the offer"),
        feiten=(Feit(Tekst("Behandelaar", "Handler"), "N. Bakker"), Feit(Tekst("Achterstand", "Arrears"), Bedrag(231_040), Tekst("2 signalen", "2 signals"))),
    )  # fmt: skip
    context = {
        "kop": kop,
        "formulier": formulier,
        "rijen": _rijen(dag),
        "grafieken": (LIJN, STAVEN, GESTAPELD),
        "dagen": [dag + timedelta(days=n) for n in (-4, 0, 2, 20)],
        "tabbladen": (
            Tabblad(Tekst("Overzicht", "Overview"), "#zaak", hier=True),
            Tabblad(Tekst("Documenten", "Documents"), "#zaak", aantal=4),
            Tabblad(Tekst("Verstrekkingen", "Disclosures"), "#zaak", aantal=1),
        ),
        "filters": (
            Filter(Tekst("Stap", "Step"), STAPPEN[1].titel, "?"),
            Filter(Tekst("Behandelaar", "Handler"), Tekst("niemand", "nobody"), "?"),
        ),
        "bladen": Bladen(101, 200, 1342, "?", "?"),
        "feiten": (
            Feit(Tekst("Adres", "Address"), "Korte Vijverberg 3, 2513 AB Voorbeeldstad", Tekst("BRP, vandaag bevraagd", "BRP, asked today")),
            Feit(Tekst("Geboren", "Born"), date(1988, 2, 29)),
            Feit(Tekst("Inkomen per maand", "Monthly income"), Bedrag(184_350)),
            Feit(Tekst("Bewindvoerder", "Administrator"), None),
        ),
        "gebeurtenissen": (
            Gebeurtenis(nu, Tekst("Inwoner bereikt, wil hulp bespreken", "Resident reached, wants to discuss help"), "N. Bakker", Tekst("telefoon, ochtend", "telephone, morning"), Toon.GOED),
            Gebeurtenis(nu - timedelta(days=2), Tekst("Huisbezoek: niemand thuis", "Home visit: nobody home"), "N. Bakker", toon=Toon.LET_OP),
            Gebeurtenis(nu - timedelta(days=5), Tekst("Toegewezen", "Assigned"), "R. Aydin", Tekst("reden: kent het gezin niet", "reason: does not know the family")),
        ),
    }  # fmt: skip
    return render(request, "samenhang/stijlgids.html", context)
