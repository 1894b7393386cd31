"""Beslagvrije voet (protected earnings), Rv 475c-475e as it reads since 2021. Pure.

Three groups of income and four household situations. The coefficients of the middle group were not found: until they
are loaded the answer is which ones are missing. The uniform calculator of the Inlichtingenbureau is the authority.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from samenhang.kernel.basis import Bedrag, Fout, Plaats, Tekst
from samenhang.kernel.normen import Norm, NormOntbreekt
from samenhang.schemes.schuldhulp.domain.getallen import deel_van, helft_omhoog
from samenhang.schemes.schuldhulp.domain.invoer import gegeven, weiger
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad

AANDEEL = Fraction(95, 100)
COEFFICIENTEN = ("D", "E", "H", "I", "J", "K")
NIETS = Bedrag(0)


class Leefsituatie(StrEnum):
    """The four situations the law tells apart; children are those under 18."""

    ALLEENSTAANDE = "alleenstaande"
    ALLEENSTAANDE_OUDER = "alleenstaande_ouder"
    PAAR = "paar"
    PAAR_MET_KINDEREN = "paar_met_kinderen"

    @property
    def norm(self) -> str:
        """Whose assistance norm applies: children do not change it."""
        return "paar" if self in (Leefsituatie.PAAR, Leefsituatie.PAAR_MET_KINDEREN) else "alleenstaande"


class Inkomensgroep(StrEnum):
    """Up to the assistance norm, above it, and where the maximum has been reached."""

    LAAG = "laag"
    MIDDEN = "midden"
    HOOG = "hoog"


@dataclass(frozen=True, slots=True)
class Bvvinvoer:
    """A household's situation and income, on a day."""

    leefsituatie: Leefsituatie = gegeven("Leefsituatie", "Household situation")
    netto_inkomen: Bedrag = gegeven(
        "Netto-inkomen per maand, met vakantiegeld", "Net income per month, with holiday pay"
    )
    datum: date = gegeven("Datum", "Date")
    belastbaar_jaarinkomen: Bedrag | None = gegeven(
        "Belastbaar jaarinkomen", "Taxable yearly income", standaard=None
    )
    inkomensgroep: Inkomensgroep | None = gegeven(
        "Inkomensgroep", "Income group", standaard=None,
        uitleg=Tekst("Als de rekenvoorziening van het Inlichtingenbureau haar noemt.", "When the calculator of the Inlichtingenbureau names it."),
    )  # fmt: skip
    eigen_inkomen_zonder_beslag: Bedrag = gegeven(
        "Eigen inkomen waarop geen beslag ligt", "Own income that is not attached", standaard=NIETS
    )


@dataclass(frozen=True, slots=True)
class Bvv:
    """What must be left, what can be attached, and whether the outcome is indicative only."""

    beslagvrije_voet: Bedrag
    beslagbaar: Bedrag
    inkomensgroep: Inkomensgroep
    indicatief: bool


def bereken_bvv(invoer: Bvvinvoer, blad: Rekenblad) -> Bvv:
    """The protected earnings. Raises `NormOntbreekt` that names every norm that is missing."""
    groep, zeker = _groep(invoer, blad)
    blad.regel(Tekst("Inkomensgroep", "Income group"), invoer.leefsituatie, groep, artikel="Rv 475da")
    if groep is Inkomensgroep.LAAG:
        voet = deel_van(invoer.netto_inkomen, AANDEEL)
        blad.regel(
            Tekst("95 % van het inkomen", "95 % of the income"), f"0.95 × {invoer.netto_inkomen}", voet,
            artikel="Rv 475da",
        )  # fmt: skip
    elif groep is Inkomensgroep.HOOG:
        maximum = blad.norm(f"bvv.maximum.{invoer.leefsituatie}", invoer.datum)
        voet = maximum.bedrag()
        blad.regel(
            Tekst("Hoogste beslagvrije voet", "Highest protected earnings"),
            Tekst("vast bedrag", "fixed amount"),
            voet,
            norm=maximum,
        )
    else:
        voet = _midden(invoer, blad)
    if invoer.eigen_inkomen_zonder_beslag > NIETS:
        minder = max(NIETS, voet - invoer.eigen_inkomen_zonder_beslag)
        blad.regel(
            Tekst("Min eigen inkomen zonder beslag", "Less own income that is not attached"),
            f"max(0, {voet} - {invoer.eigen_inkomen_zonder_beslag})", minder, artikel="Rv 475d",
        )  # fmt: skip
        voet = minder
    beslagbaar = max(NIETS, invoer.netto_inkomen - voet)
    blad.regel(
        Tekst("Ruimte voor beslag", "Room for attachment"),
        f"max(0, {invoer.netto_inkomen} - {voet})",
        beslagbaar,
    )
    return Bvv(voet, beslagbaar, groep, not zeker or groep is Inkomensgroep.MIDDEN)


def bijstandsnorm(norm: Norm) -> Bedrag:
    """The norm with holiday pay (B), from what is left of it without: 100/95, half up."""
    return Bedrag(helft_omhoog(norm.bedrag().centen * 100, 95))


def _groep(invoer: Bvvinvoer, blad: Rekenblad) -> tuple[Inkomensgroep, bool]:
    """The group, and whether the norms confirm it."""
    naam = f"bvv.norm.{invoer.leefsituatie.norm}"
    norm = blad.norm_als(naam, invoer.datum)
    if norm is None and invoer.inkomensgroep is None:
        return _zonder_norm(invoer, blad, naam), True
    if norm is None:
        assert invoer.inkomensgroep is not None
        blad.regel(
            Tekst("Groep zoals opgegeven, niet na te rekenen", "Group as given, cannot be checked"),
            Tekst(f"{naam} ontbreekt op {invoer.datum}", f"{naam} is missing on {invoer.datum}"), invoer.inkomensgroep,
        )  # fmt: skip
        return invoer.inkomensgroep, False
    grens = bijstandsnorm(norm)
    blad.regel(
        Tekst("Bijstandsnorm met vakantiegeld (B)", "Assistance norm with holiday pay (B)"), f"{norm.waarde} / 0.95",
        grens, norm=norm,
    )  # fmt: skip
    laag = invoer.netto_inkomen <= grens
    if invoer.inkomensgroep is None:
        return (Inkomensgroep.LAAG if laag else _boven_norm(invoer, blad)), True
    if laag is not (invoer.inkomensgroep is Inkomensgroep.LAAG):
        raise weiger(
            "inkomensgroep_onmogelijk", "/inkomensgroep",
            f"Een inkomen van {invoer.netto_inkomen} past niet bij groep {invoer.inkomensgroep}: de norm is {grens}. Verbeter een van beide.",
            f"An income of {invoer.netto_inkomen} does not fit group {invoer.inkomensgroep}: the norm is {grens}. Mend one of them.",
        )  # fmt: skip
    return invoer.inkomensgroep, True


def _zonder_norm(invoer: Bvvinvoer, blad: Rekenblad, naam: str) -> Inkomensgroep:
    """Where the assistance norm of that day is unknown, only a high yearly income still decides."""
    if invoer.belastbaar_jaarinkomen is not None:
        grens = blad.norm_als(f"bvv.hoog.vanaf_jaarinkomen.{invoer.leefsituatie}", invoer.datum)
        if grens is not None and invoer.belastbaar_jaarinkomen >= grens.bedrag():
            return _hoog(invoer, grens, blad)
    raise NormOntbreekt(naam, invoer.datum)


def _boven_norm(invoer: Bvvinvoer, blad: Rekenblad) -> Inkomensgroep:
    if invoer.belastbaar_jaarinkomen is None:
        return Inkomensgroep.MIDDEN
    grens = blad.norm_als(f"bvv.hoog.vanaf_jaarinkomen.{invoer.leefsituatie}", invoer.datum)
    if grens is None or invoer.belastbaar_jaarinkomen < grens.bedrag():
        return Inkomensgroep.MIDDEN
    return _hoog(invoer, grens, blad)


def _hoog(invoer: Bvvinvoer, grens: Norm, blad: Rekenblad) -> Inkomensgroep:
    blad.regel(
        Tekst("Jaarinkomen waarbij het maximum is bereikt", "Yearly income at which the maximum is reached"),
        f"{invoer.belastbaar_jaarinkomen} ≥ {grens.waarde}", grens.waarde, norm=grens,
    )  # fmt: skip
    return Inkomensgroep.HOOG


def _midden(invoer: Bvvinvoer, blad: Rekenblad) -> Bedrag:
    """0.95·B + ((C-D)/12)·E + ((H·C² + I·C) - J) + ((C-D)/12)·K, half up, at most the maximum. Indicative."""
    namen = {letter: f"bvv.midden.{letter}.{invoer.leefsituatie}" for letter in COEFFICIENTEN}
    gevonden = {letter: blad.norm_als(naam, invoer.datum) for letter, naam in namen.items()}
    missend = [namen[letter] for letter, norm in gevonden.items() if norm is None]
    if missend:
        raise _coefficienten_ontbreken(missend, invoer.datum)
    if invoer.belastbaar_jaarinkomen is None:
        raise weiger(
            "jaarinkomen_nodig", "/belastbaar_jaarinkomen",
            "Voor de middengroep is het belastbaar jaarinkomen nodig. Vul het in.",
            "The middle group needs the taxable yearly income. Fill it in.",
        )  # fmt: skip
    d, e, h, i, j, k = (norm.getal() for norm in gevonden.values() if norm is not None)
    c = Decimal(invoer.belastbaar_jaarinkomen.draad())
    norm = blad.norm(f"bvv.norm.{invoer.leefsituatie.norm}", invoer.datum)
    boven = (c - d) / 12
    euro = norm.getal() + boven * e + (h * c * c + i * c - j) + boven * k
    voet = max(NIETS, Bedrag(int((euro * 100).to_integral_value(ROUND_HALF_UP))))
    blad.regel(
        Tekst("Beslagvrije voet van de middengroep, indicatief", "Protected earnings of the middle group, indicative"),
        "0.95·B + ((C-D)/12)·E + ((H·C² + I·C) - J) + ((C-D)/12)·K", voet, artikel="Rv 475da",
        status="ongeverifieerd",
    )  # fmt: skip
    maximum = blad.norm_als(f"bvv.maximum.{invoer.leefsituatie}", invoer.datum)
    if maximum is not None and maximum.bedrag() < voet:
        voet = maximum.bedrag()
        blad.regel(Tekst("Niet hoger dan het maximum", "Not above the maximum"), "min", voet, norm=maximum)
    return voet


def _coefficienten_ontbreken(namen: list[str], datum: date) -> NormOntbreekt:
    fout = NormOntbreekt(namen[0], datum)
    fout.tekst = Tekst(
        f"De middengroep heeft coëfficiënten die voor {datum} ontbreken: {', '.join(namen)}. "
        "Vul rules/normen aan met waarde en bron, of neem de uitkomst van de rekenvoorziening over.",
        f"The middle group needs coefficients that are missing for {datum}: {', '.join(namen)}. "
        "Add them to rules/normen with value and source, or take the outcome of the official calculator.",
    )
    fout.fouten = tuple(
        Fout("norm_ontbreekt", Tekst(f"De norm {naam} ontbreekt op {datum}.", f"The norm {naam} is missing on {datum}."), Plaats(plek="/datum", kolom=naam))
        for naam in namen
    )  # fmt: skip
    return fout
