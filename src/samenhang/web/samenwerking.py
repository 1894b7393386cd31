"""Agreements between organisations: those of the own one, drawing one up, replacing it, reading and signing it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Tekst
from samenhang.kernel.beheer.grenzen import BEHEERDER
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.samenwerking import actions, queries
from samenhang.kernel.samenwerking.actions import Afspraakvoorstel, Dekkingsvoorstel, Partijvoorstel
from samenhang.kernel.samenwerking.einde import Papier, beeindig, hoor_einde, leg_papier_vast
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang.dimensies import KERNCATEGORIEEN
from samenhang.web.beheer.formulieren import probeer
from samenhang.web.beheer.medewerkers import meld
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald
from samenhang.web.menu import ELK_SCHEME, Menupunt, registreer_menu

PAD = "/samenwerking"
ROLLEN = (BEHEERDER, "teamleider", "fg")
registreer_menu(Menupunt(Tekst("Samenwerking", "Agreements"), PAD, ELK_SCHEME, ROLLEN, achteraan=True))


class Afspraakformulier(Opmaak, forms.Form):
    """An agreement: one party, and one purpose with its kinds of data, per line."""

    titel = forms.CharField(label=vertaald(Tekst("Titel", "Title")), max_length=200)
    waarvoor = forms.CharField(
        label=vertaald(Tekst("Waarvoor delen de partijen gegevens?", "What do the parties share data for?")),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    van = Datumveld(label=vertaald(Tekst("Eerste dag", "First day")))
    tot = Datumveld(
        label=vertaald(Tekst("Laatste dag", "Last day")),
        help_text=vertaald(Tekst("Leeg: zonder einde.", "Empty: without an end.")),
        required=False,
    )
    partijen = forms.CharField(
        label=vertaald(Tekst("Partijen", "Parties")),
        help_text=vertaald(
            Tekst(
                "Per regel een organisatie en de rol die daar tekent: Waterrijk: teamleider. Zet uw eigen organisatie erbij.",
                "Per line an organisation and the role that signs there: Waterrijk: teamleider. Include your own organisation.",
            )
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=10_000,
    )
    dekking = forms.CharField(
        label=vertaald(Tekst("Doelen en gegevens", "Purposes and data")),
        help_text=vertaald(
            Tekst(
                "Per regel een register, een doel en de soorten gegevens: vroegsignalering/doorzending: naw, signaal.",
                "Per line a register, a purpose and the kinds of data: vroegsignalering/doorzending: naw, signaal.",
            )
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20_000,
    )

    def voorstel(self) -> Afspraakvoorstel:
        """What was filled in; a line without its parts is refused by the action, with its place."""
        gevuld = self.cleaned_data
        partijen = [_deel(regel, ":") for regel in _regels(gevuld["partijen"])]
        dekking = [_deel(regel, ":") for regel in _regels(gevuld["dekking"])]
        return Afspraakvoorstel(
            gevuld["titel"],
            gevuld["waarvoor"],
            gevuld["van"],
            gevuld["tot"],
            tuple(Partijvoorstel(wie, rol) for wie, rol in partijen),
            tuple(
                Dekkingsvoorstel(*_deel(waar, "/"), tuple(naam.strip() for naam in wat.split(",")))
                for waar, wat in dekking
            ),
        )


def _regels(tekst: str) -> list[str]:
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]


def _deel(regel: str, teken: str) -> tuple[str, str]:
    voor, _, na = regel.rpartition(teken) if teken == ":" else regel.partition(teken)
    return voor.strip(), na.strip()


def _begin(beeld: queries.Afspraakbeeld) -> dict[str, object]:
    return {
        "titel": beeld.titel,
        "waarvoor": beeld.waarvoor,
        "van": beeld.van,
        "tot": beeld.tot,
        "partijen": "\n".join(f"{partij.zoeknaam}: {partij.rol}" for partij in beeld.partijen),
        "dekking": "\n".join(
            f"{deel['scheme']}/{deel['doel']}: {', '.join(deel['categorieen'])}" for deel in beeld.dekking
        ),
    }


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET shows the agreements of the own organisation; POST draws one up."""
    formulier = Afspraakformulier(request.POST or None)
    if request.method == "POST":
        gemaakt = probeer(formulier, lambda: actions.stel_op(actor, formulier.voorstel()))
        if gemaakt is not None:
            meld(request, "De afspraak is opgesteld. Zij geldt als alle partijen hebben getekend.", "The agreement was drawn up. It holds once all parties have signed.")  # fmt: skip
            return redirect(f"{PAD}/{gemaakt.id}")
    context = {
        "afspraken": [(beeld, queries.STANDEN[beeld.stand]) for beeld in queries.afspraken(actor)],
        "formulier": formulier,
        "mag_opstellen": bool(actor.schemes_met(BEHEERDER)),
    }
    return render(request, "samenhang/samenwerking/lijst.html", context)


def _in_woorden(dekking: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What it covers with the titles of register, purpose and kinds of data; a register that is not here keeps its name."""
    uit = []
    for deel in dekking:
        sch = geinstalleerde_schemes().get(deel["scheme"])
        categorieen = (*KERNCATEGORIEEN, *(sch.categorieen if sch else ()))
        titels = {categorie.naam: categorie.titel for categorie in categorieen}
        uit.append(
            {
                "scheme": sch.titel if sch else Tekst(deel["scheme"], deel["scheme"]),
                "doel": (sch.doelteksten if sch else {}).get(deel["doel"], Tekst(deel["doel"], deel["doel"])),
                "code": f"{deel['scheme']}/{deel['doel']}",
                "categorieen": [titels.get(naam, Tekst(naam, naam)) for naam in deel["categorieen"]],
            }
        )
    return uit


def _rolnamen(beeld: queries.Afspraakbeeld) -> dict[str, Tekst]:
    """The title of each role that signs, from the registers that it is about."""
    namen = {deel["scheme"] for deel in beeld.dekking}
    return {
        rol.naam: rol.titel
        for naam, sch in geinstalleerde_schemes().items()
        if naam in namen
        for rol in sch.rollen
    }


@pagina
def een(request: HttpRequest, actor: Actor, samenwerkingsafspraak_id: UUID) -> HttpResponse:
    """GET shows one version; POST draws up the next."""
    beeld = queries.afspraak(actor, samenwerkingsafspraak_id)
    formulier = Afspraakformulier(request.POST or None, initial=_begin(beeld))
    if request.method == "POST":
        gemaakt = probeer(
            formulier, lambda: actions.vervang(actor, samenwerkingsafspraak_id, formulier.voorstel())
        )
        if gemaakt is not None:
            meld(request, "De nieuwe versie is opgesteld. De vorige geldt tot alle partijen hebben getekend.", "The new version was drawn up. The previous one holds until all parties have signed.")  # fmt: skip
            return redirect(f"{PAD}/{gemaakt.id}")
    context = {
        "beeld": beeld,
        "dekking": _in_woorden(beeld.dekking),
        "rolnamen": _rolnamen(beeld),
        "stand": queries.STANDEN[beeld.stand],
        "formulier": formulier,
        "mag_vervangen": beeld.laatste and bool(actor.schemes_met(BEHEERDER)),
        "mag_spreken": _spreekt(actor, beeld),
        "pad_papier": f"{PAD}/{beeld.id}/papier",
        "pad_einde": f"{PAD}/{beeld.id}/einde",
        "mag_papier": beeld.stand == "wacht" and bool(actor.schemes_met(BEHEERDER)),
        "beheert": bool(actor.schemes_met(BEHEERDER)),
    }
    return render(request, "samenhang/samenwerking/een.html", context)


def _spreekt(actor: Actor, beeld: queries.Afspraakbeeld) -> bool:
    """Whether the actor holds the role that speaks for his organisation in this agreement."""
    registers = {deel["scheme"] for deel in beeld.dekking}
    return any(deel.zelf and bool(actor.schemes_met(deel.rol) & registers) for deel in beeld.partijen)


@require_POST
@pagina
def teken(request: HttpRequest, actor: Actor, samenwerkingsafspraak_id: UUID) -> HttpResponse:
    """Sign what was shown."""
    actions.teken(actor, samenwerkingsafspraak_id, request.POST.get("som", ""))
    meld(request, "U hebt getekend namens uw organisatie.", "You signed for your organisation.")
    return redirect(f"{PAD}/{samenwerkingsafspraak_id}")


class Papierformulier(Opmaak, forms.Form):
    """A signature on paper; of the scan only its SHA-256 is kept."""

    organisatie = forms.ChoiceField(label=vertaald(Tekst("Welke partij tekende?", "Which party signed?")))
    naam = forms.CharField(label=vertaald(Tekst("Wie tekende daar?", "Who signed there?")), max_length=200)
    dag = Datumveld(label=vertaald(Tekst("Getekend op", "Signed on")))
    som = forms.CharField(
        label=vertaald(Tekst("SHA-256 die op het papier staat", "SHA-256 that stands on the paper")),
        help_text=vertaald(
            Tekst("Zo weet u dat deze tekst is getekend.", "So you know that this text was signed.")
        ),
        max_length=80,
    )
    scan = forms.FileField(
        label=vertaald(Tekst("Scan van het papier", "Scan of the paper")),
        help_text=vertaald(
            Tekst(
                "Wij bewaren alleen de SHA-256 ervan; bewaar de scan zelf in uw archief.",
                "We keep only its SHA-256; keep the scan itself in your archive.",
            )
        ),
    )

    def __init__(self, *args: Any, beeld: queries.Afspraakbeeld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["organisatie"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(deel.zoeknaam, deel.organisatie) for deel in beeld.partijen if not deel.getekend]

    def papier(self) -> Papier:
        """What was filled in."""
        gevuld = self.cleaned_data
        som = hashlib.sha256()
        for stuk in gevuld["scan"].chunks():
            som.update(stuk)
        return Papier(gevuld["organisatie"], gevuld["naam"], gevuld["dag"], gevuld["som"], som.hexdigest())


class Eindeformulier(Opmaak, forms.Form):
    """From when it no longer holds, and why."""

    laatste_dag = Datumveld(label=vertaald(Tekst("Laatste dag", "Last day")))
    reden = forms.CharField(
        label=vertaald(Tekst("Waarom?", "Why?")),
        help_text=vertaald(Tekst("De andere partijen lezen dit.", "The other parties read this.")),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
    )


@pagina
def papier(request: HttpRequest, actor: Actor, samenwerkingsafspraak_id: UUID) -> HttpResponse:
    """GET asks for a signature on paper; POST records it."""
    beeld = queries.afspraak(actor, samenwerkingsafspraak_id)
    formulier = Papierformulier(request.POST or None, request.FILES or None, beeld=beeld)
    if request.method == "POST":
        doe = lambda: leg_papier_vast(actor, samenwerkingsafspraak_id, formulier.papier())  # noqa: E731
        if probeer(formulier, doe) is not None:
            meld(request, "De handtekening op papier is vastgelegd.", "The signature on paper is recorded.")
            return redirect(f"{PAD}/{samenwerkingsafspraak_id}")
    context = {"beeld": beeld, "formulier": formulier}
    return render(request, "samenhang/samenwerking/papier.html", context)


@pagina
def einde(request: HttpRequest, actor: Actor, samenwerkingsafspraak_id: UUID) -> HttpResponse:
    """GET asks for the last day and the reason; POST ends it."""
    beeld = queries.afspraak(actor, samenwerkingsafspraak_id)
    formulier = Eindeformulier(request.POST or None)
    if request.method == "POST":
        doe = lambda: beeindig(actor, samenwerkingsafspraak_id, **formulier_waarden(formulier))  # noqa: E731
        if probeer(formulier, doe) is not None:
            meld(request, "De afspraak eindigt. De andere partijen zien het hier.", "The agreement ends. The other parties see it here.")  # fmt: skip
            return redirect(f"{PAD}/{samenwerkingsafspraak_id}")
    context = {"beeld": beeld, "formulier": formulier}
    return render(request, "samenhang/samenwerking/einde.html", context)


def formulier_waarden(formulier: Eindeformulier) -> dict[str, Any]:
    """The day and the reason as the action names them."""
    return {"dag": formulier.cleaned_data["laatste_dag"], "reden": formulier.cleaned_data["reden"]}


@require_POST
@pagina
def gehoord(request: HttpRequest, actor: Actor, samenwerkingsafspraak_id: UUID) -> HttpResponse:
    """Record that the own organisation, or one that was told, knows of the end."""
    hoor_einde(
        actor, samenwerkingsafspraak_id, request.POST.get("organisatie", ""), request.POST.get("wie", "")
    )
    meld(request, "Vastgelegd wie het einde kent.", "Recorded who knows of the end.")
    return redirect(f"{PAD}/{samenwerkingsafspraak_id}")
