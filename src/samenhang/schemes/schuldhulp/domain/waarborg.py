"""Waarborgfonds saneringskredieten: acceptance, premium and claim, as its specification of 2022 has them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.domain.invoer import gegeven, weiger
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad

NIETS = Bedrag(0)
MOTOR: Final = "schuldhulp-2"
"""The second: since it a premium is invoiced once the guarantee is accepted, and not while a person still assesses it."""


class Proformauitkomst(StrEnum):
    """What the fund said to an earlier pro-forma application."""

    GOEDGEKEURD = "goedgekeurd"
    AFGEWEZEN = "afgewezen"


class Beslissing(StrEnum):
    """Accepted, by itself or by the fund after it looked; to be assessed by a person; or refused."""

    GEACCEPTEERD = "geaccepteerd"
    BEOORDELEN = "beoordelen"
    AFGEWEZEN = "afgewezen"


class Stand(StrEnum):
    """The states of a guarantee."""

    AANGEVRAAGD = "AANGEVRAAGD"
    BEOORDEEL_AANVRAAG = "BEOORDEEL_AANVRAAG"
    MAATWERK = "MAATWERK"
    AFGEGEVEN = "AFGEGEVEN"
    AFGEWEZEN = "AFGEWEZEN"
    AANVRAAG_BEEINDIGD = "AANVRAAG_BEEINDIGD"
    BEEINDIGD = "BEEINDIGD"
    WORDT_INGETROKKEN = "WORDT_INGETROKKEN"
    INGETROKKEN = "INGETROKKEN"
    BEOORDEEL_UITBETALING = "BEOORDEEL_UITBETALING"
    UITBETAALD = "UITBETAALD"


@dataclass(frozen=True, slots=True)
class Proforma:
    """An earlier pro-forma application; it counts once."""

    kredietsom: Bedrag = gegeven("Kredietsom", "Credit")
    uitkomst: Proformauitkomst = gegeven("Uitkomst", "Outcome")


@dataclass(frozen=True, slots=True)
class Waarborginvoer:
    """The credit for which a guarantee is asked; `kredietsom` is gross, or the balance that is taken over."""

    kredietsom: Bedrag = gegeven("Kredietsom", "Credit")
    looptijd_maanden: int = gegeven("Looptijd in maanden", "Term in months", minstens=1, hoogstens=60)
    datum: date = gegeven("Datum van de aanvraag", "Date of the application")
    proforma: Proforma | None = gegeven(
        "Eerdere pro-forma-aanvraag", "Earlier pro-forma application", standaard=None
    )
    gemeente_op_lijst: bool = gegeven(
        "Gemeente staat op de lijst van de bank", "Municipality is on the bank's list", standaard=True
    )
    overname_maanden_actief: int | None = gegeven(
        "Maanden actief, bij overname", "Months active, at a take-over", standaard=None, hoogstens=600
    )
    eerder_aangevraagd: bool = gegeven("Zelfde kenmerk eerder aangevraagd", "Same reference applied for before", standaard=False)  # fmt: skip
    goedgekeurd: bool = gegeven(
        "Het fonds keurde haar na beoordeling goed", "The fund approved it after assessment", standaard=False
    )


@dataclass(frozen=True, slots=True)
class Waarborg:
    """The decision with its reasons to assess; `premie` of the credit, and what of it may be invoiced now.

    Nothing is invoiced before the fund accepts, and a premium once for the same reference.
    """

    beslissing: Beslissing
    redenen: tuple[str, ...]
    premie: Bedrag
    te_factureren: Bedrag


@dataclass(frozen=True, slots=True)
class Claiminvoer:
    """What is still open of a guaranteed credit that went wrong."""

    netto_kredietsom: Bedrag = gegeven("Nettokredietsom", "Net credit")
    afgeloste_hoofdsom: Bedrag = gegeven("Afgeloste hoofdsom", "Principal repaid")
    verschuldigde_kredietvergoeding: Bedrag = gegeven("Verschuldigde kredietvergoeding", "Credit fee owed")
    vervroegde_aflossing: Bedrag = gegeven("Vervroegde aflossing", "Prepayment")
    lopende_rente: Bedrag = gegeven("Lopende rente", "Running interest")
    stand: Stand = gegeven("Stand van de borg", "State of the guarantee")


@dataclass(frozen=True, slots=True)
class Claim:
    """The amount to claim from the fund."""

    claim: Bedrag


def bereken_waarborg(invoer: Waarborginvoer, blad: Rekenblad) -> Waarborg:
    """Whether the fund accepts by itself, and the premium: a per mille of the credit, cut off at the cent (R7)."""
    if invoer.kredietsom == NIETS:
        raise weiger("kredietsom_nul", "/kredietsom", "Een krediet van 0.00 heeft geen borg. Vul de kredietsom in.", "A credit of 0.00 has no guarantee. Fill in the credit.")  # fmt: skip
    promille = blad.norm("waarborg.premie_promille", invoer.datum)
    premie = Bedrag(invoer.kredietsom.centen * int(promille.waarde) // 1000)
    blad.regel(
        Tekst("Premie, afgekapt op de cent", "Premium, cut off at the cent"),
        f"{promille.waarde}‰ × {invoer.kredietsom}", premie, norm=promille,
    )  # fmt: skip
    afwijzing = tuple(_afwijzing(invoer, blad))
    redenen = afwijzing or tuple(_te_beoordelen(invoer, blad))
    if afwijzing:
        beslissing = Beslissing.AFGEWEZEN
    else:
        open_ = redenen and not invoer.goedgekeurd
        beslissing = Beslissing.BEOORDELEN if open_ else Beslissing.GEACCEPTEERD
    blad.regel(
        Tekst("Beslissing van het fonds", "Decision of the fund"), ", ".join(redenen) or Tekst("binnen alle grenzen", "within all limits"),
        beslissing, artikel="Wsk, specificatie",
    )  # fmt: skip
    if redenen and beslissing is Beslissing.GEACCEPTEERD:
        blad.regel(
            Tekst("Goedgekeurd na beoordeling", "Approved after assessment"), Tekst("opgegeven", "as given"), "ja",
            artikel="Wsk, specificatie",
        )  # fmt: skip
    te_factureren, waarom = _te_factureren(invoer, beslissing, premie)
    blad.regel(
        Tekst("Nu te factureren", "To be invoiced now"), waarom, te_factureren, artikel="Wsk, specificatie"
    )
    return Waarborg(beslissing, redenen, premie, te_factureren)


def _te_factureren(invoer: Waarborginvoer, beslissing: Beslissing, premie: Bedrag) -> tuple[Bedrag, Tekst]:
    """What of the premium may be invoiced now, and why that much."""
    if beslissing is Beslissing.AFGEWEZEN:
        return NIETS, Tekst("afgewezen: geen premie", "refused: no premium")
    if invoer.eerder_aangevraagd:
        return NIETS, Tekst("zelfde kenmerk: één premie", "same reference: one premium")
    if beslissing is Beslissing.BEOORDELEN:
        return NIETS, Tekst("na goedkeuring", "after approval")
    return premie, Tekst("geaccepteerd", "accepted")


def _afwijzing(invoer: Waarborginvoer, blad: Rekenblad) -> Iterator[str]:
    if invoer.overname_maanden_actief is None:
        return
    grens = blad.norm("waarborg.overname_maanden_maximum", invoer.datum)
    te_oud = invoer.overname_maanden_actief >= int(grens.waarde)
    blad.regel(
        Tekst("Overname: maanden actief", "Take-over: months active"),
        f"{invoer.overname_maanden_actief} < {grens.waarde}", "nee" if te_oud else "ja", norm=grens,
    )  # fmt: skip
    if te_oud:
        yield "overname_te_oud"


def _te_beoordelen(invoer: Waarborginvoer, blad: Rekenblad) -> Iterator[str]:
    if not invoer.gemeente_op_lijst:
        yield "gemeente_niet_op_lijst"
    langst = blad.norm("waarborg.looptijd_maximum", invoer.datum)
    lang = invoer.looptijd_maanden > int(langst.waarde)
    blad.regel(
        Tekst("Looptijd binnen het maximum", "Term within the maximum"),
        f"{invoer.looptijd_maanden} ≤ {langst.waarde}", "nee" if lang else "ja", norm=langst,
    )  # fmt: skip
    if lang:
        yield "looptijd_te_lang"
    grens = blad.norm("waarborg.grens_automatisch", invoer.datum)
    hoog = invoer.kredietsom >= grens.bedrag()
    blad.regel(
        Tekst("Onder de grens voor automatische acceptatie", "Below the limit for automatic acceptance"),
        f"{invoer.kredietsom} < {grens.waarde}", "nee" if hoog else "ja", norm=grens,
    )  # fmt: skip
    if hoog and not _door_proforma(invoer, blad):
        yield "kredietsom_te_hoog"


def _door_proforma(invoer: Waarborginvoer, blad: Rekenblad) -> bool:
    """Whether an approved pro-forma lets it pass: less than so many per cent higher."""
    if invoer.proforma is None or invoer.proforma.uitkomst is not Proformauitkomst.GOEDGEKEURD:
        return False
    marge = blad.norm("waarborg.proforma_marge_percentage", invoer.datum)
    grens = invoer.proforma.kredietsom.centen * (100 + int(marge.waarde))
    past = invoer.kredietsom.centen * 100 < grens
    blad.regel(
        Tekst("Minder dan zoveel procent boven de pro-forma", "Less than so many per cent above the pro-forma"),
        f"{invoer.kredietsom} < {invoer.proforma.kredietsom} + {marge.waarde} %", "ja" if past else "nee", norm=marge,
    )  # fmt: skip
    return past


def bereken_claim(invoer: Claiminvoer, blad: Rekenblad) -> Claim:
    """Net credit - principal repaid + fee owed - prepayment + running interest; only of a guarantee that was given."""
    if invoer.stand is not Stand.AFGEGEVEN:
        raise weiger(
            "claim_niet_mogelijk", "/stand",
            f"Een claim kan alleen als de borg is afgegeven; zij is {invoer.stand}. Controleer het dossier bij het fonds.",
            f"A claim needs a guarantee that was given (AFGEGEVEN); it is {invoer.stand}. Check the file at the fund.",
        )  # fmt: skip
    som = (
        invoer.netto_kredietsom
        - invoer.afgeloste_hoofdsom
        + invoer.verschuldigde_kredietvergoeding
        - invoer.vervroegde_aflossing
        + invoer.lopende_rente
    )
    if som <= NIETS:
        raise weiger(
            "claim_leeg", "/afgeloste_hoofdsom",
            f"Er is niets te claimen: de uitkomst is {som}. Controleer wat is afgelost.",
            f"There is nothing to claim: the outcome is {som}. Check what was repaid.",
        )  # fmt: skip
    blad.regel(
        Tekst("Te claimen bij het Waarborgfonds", "To claim from the guarantee fund"),
        f"{invoer.netto_kredietsom} - {invoer.afgeloste_hoofdsom} + {invoer.verschuldigde_kredietvergoeding} "
        f"- {invoer.vervroegde_aflossing} + {invoer.lopende_rente}",
        som, artikel="Wsk, specificatie",
    )  # fmt: skip
    return Claim(som)
