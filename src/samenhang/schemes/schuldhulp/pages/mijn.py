"""The resident's own page: where am I, what is the next date, who has not answered, what do I pay, when am I without debt."""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.vertegenwoordiging import HOEDANIGHEDEN
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.brieftekst import afzender_van
from samenhang.schemes.schuldhulp.brieven import mogelijk
from samenhang.schemes.schuldhulp.domain.brieven import AAN_SCHULDEISERS, SOORTEN
from samenhang.schemes.schuldhulp.domain.inwonertekst import GEEN_DATUM, NOG_NIET, ONZE, TERMIJN, WAAR
from samenhang.schemes.schuldhulp.domain.lijsten import ANTWOORDEN
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import Beschikking
from samenhang.schemes.schuldhulp.pages.bezwaar import bezwaarbeeld
from samenhang.schemes.schuldhulp.pages.gedeeld import TITELS
from samenhang.schemes.schuldhulp.pages.krediet import kredietbeeld
from samenhang.schemes.schuldhulp.pages.looptijd import Vooruitzicht, vooruitzicht
from samenhang.schemes.schuldhulp.pages.sparen import spaarbeeld
from samenhang.schemes.schuldhulp.queries import EigenHulp
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.weergave import vandaag

OP_ANTWOORD = ("voorstel", "geweigerd", "dwangakkoord_verzocht")
"""Steps in which it matters to the resident who said what."""
VERWACHT = (*OP_ANTWOORD, "akkoord", "borg_aangevraagd")
"""Steps in which there is an offer and nothing is paid yet."""

VAN_ONS: Final = ("krediettermijn", "spaartermijn", "achterstand-contact", "bericht-ophalen")
"""Terms of who treats the case: the day on which he pays is another one than that on which we see that he did not."""
VAN_SCHULDEISERS: Final = ("schuldeiser-reactie", "schuldeiser-reactie-papier", "voorstel-reactie")
"""Once one of these is over it says nothing to him any more."""
TERMIJNEN: Final = {regel.naam: regel.titel for regel in SCHEME.termijnen}
KUNT_TEGEN: Final = ("afwijzing", "beeindiging")


@pagina
def mijn(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everything about the own debt assistance, the newest case first."""
    eigen = queries.mijn_schuldhulp(actor)
    return render(
        request,
        "schuldhulp/mijn.html",
        {
            "zaken": [_beeld(deel) for deel in eigen],
            "besluiten": TITELS["besluiten"],
            "eigen": [deel.dossier.zaak for deel in eigen],
            "vertegenwoordigden": queries.vertegenwoordigden(actor),
            "hoedanigheden": HOEDANIGHEDEN,
            "basis": "/schuldhulp/mijn",
        },
    )


@pagina
def namens(request: HttpRequest, actor: Actor, persoon_id: UUID) -> HttpResponse:
    """What a curator or administrator sees of whom he represents; there is nothing to do here."""
    naam, hulp = queries.namens(actor, persoon_id)
    context = {
        "zaken": [_beeld(deel) for deel in hulp],
        "besluiten": TITELS["besluiten"],
        "namens": naam or "-",
        "basis": f"/schuldhulp/namens/{persoon_id}",
    }
    return render(request, "schuldhulp/mijn.html", context)


@pagina
def brief_namens(
    request: HttpRequest, actor: Actor, persoon_id: UUID, zaak_id: UUID, soort: str
) -> HttpResponse:
    """A letter to whom this one represents, as PDF."""
    return bijlage(queries.brief_namens(actor, persoon_id, zaak_id, soort), f"{soort}.pdf", "application/pdf")


@pagina
def mijn_brief(request: HttpRequest, actor: Actor, zaak_id: UUID, soort: str) -> HttpResponse:
    """An own letter as PDF."""
    return bijlage(queries.mijn_brief(actor, zaak_id, soort), f"{soort}.pdf", "application/pdf")


@pagina
def brief(request: HttpRequest, actor: Actor, zaak_id: UUID, soort: str) -> HttpResponse:
    """A letter of a case as PDF, for who treats it."""
    return bijlage(queries.brief(actor, zaak_id, soort), f"{soort}.pdf", "application/pdf")


def _beeld(eigen: EigenHulp) -> dict[str, Any]:
    dossier = eigen.dossier
    titel, uitleg = WAAR[dossier.zaak.stap]
    return {
        "eigen": eigen,
        "zaak": dossier.zaak,
        "titel": titel,
        "uitleg": uitleg,
        "data": _data(eigen),
        "wij_te_laat": any(rij.regel in ONZE and rij.einde < vandaag() for rij in eigen.termijnen),
        "bereikbaar": afzender_van(dossier.zaak.organisatie, vandaag()),
        "weigert": any(rij.antwoord in ("geweigerd", "geen_antwoord") for rij in dossier.voorstellen),
        "geen_datum": GEEN_DATUM.get(dossier.zaak.stap),
        "krediet": kredietbeeld(dossier),
        "regeling": spaarbeeld(dossier),
        "vooruit": _vooruit(dossier),
        "nog_niet": NOG_NIET.get(dossier.zaak.stap),
        "wacht": [wie(rij.schuldeiser).naam for rij in dossier.voorstellen if not rij.antwoord]
        if dossier.zaak.stap == "voorstel"
        else [],
        "antwoorden": [
            (wie(rij.schuldeiser).naam, ANTWOORDEN[rij.antwoord])
            for rij in dossier.voorstellen
            if rij.antwoord
        ]
        if dossier.zaak.stap in OP_ANTWOORD
        else [],
        "schulden": [
            (wie(rij.schuldeiser).naam, None if rij.bedrag_centen is None else Bedrag(rij.bedrag_centen))
            for rij in dossier.open_schulden
        ]
        if dossier.krediet is None
        else [],
        "bezwaren": [bezwaarbeeld(rij) for rij in eigen.bezwaren],
        "bezwaarbaar": _bezwaarbaar(eigen),
        "brieven": [(soort, SOORTEN[soort]) for soort in mogelijk(dossier) if soort not in AAN_SCHULDEISERS],
    }


def _data(eigen: EigenHulp) -> list[tuple[Tekst, date]]:
    """The days that matter to him, the next first: what he pays, what runs, and until when he can object."""
    dossier = eigen.dossier
    uit = []
    if dossier.leenstand is not None and dossier.leenstand.volgende is not None:
        uit.append((Tekst("Uw volgende betaling", "Your next payment"), dossier.leenstand.volgende.vervalt))
    if dossier.spaarstand is not None and dossier.spaarstand.volgende is not None:
        uit.append((Tekst("U zet uw volgende bedrag opzij", "You put aside your next amount"), dossier.spaarstand.volgende.vervalt))  # fmt: skip
    uit += [
        (TERMIJN.get(rij.regel, TERMIJNEN[rij.regel]), rij.einde)
        for rij in eigen.termijnen
        if rij.regel not in VAN_ONS and (rij.regel not in VAN_SCHULDEISERS or rij.einde >= vandaag())
    ]
    for rij in _bezwaarbaar(eigen):
        if rij.soort in KUNT_TEGEN:
            uit.append((Tekst("U kunt bezwaar maken tot en met", "You can object up to and including"), rij.bezwaar_tot))  # fmt: skip
    return sorted(uit, key=lambda deel: deel[1])


def _vooruit(dossier: Dossier) -> Vooruitzicht | None:
    """What the offer asks of him and when he would be without debt, until an arrangement runs."""
    som = dossier.voorstelsom
    return vooruitzicht(som.regeling, som.delen) if som and dossier.zaak.stap in VERWACHT else None


def _bezwaarbaar(eigen: EigenHulp) -> list[Beschikking]:
    """The decisions to which he can still object."""
    heeft = {rij.besluit for rij in eigen.bezwaren if rij.ingetrokken_op is None}
    return [
        rij for rij in eigen.dossier.beschikkingen if rij.id not in heeft and rij.bezwaar_tot >= vandaag()
    ]
