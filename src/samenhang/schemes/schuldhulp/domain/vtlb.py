"""Vrij te laten bedrag (vtlb): what someone keeps to live on, by the structure of the Recofa report. Pure.

vtlb = protected earnings + nominal part + supplements + corrections of the supervising judge; the nominal part may be
negative. Its norm amounts come out twice a year and were not found: an item brings its own amount, with evidence, or
takes the norm of that day when someone has loaded it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.domain.getallen import helft_omhoog
from samenhang.schemes.schuldhulp.domain.invoer import gegeven, weiger
from samenhang.schemes.schuldhulp.domain.rekenblad import OPGEGEVEN, Rekenblad

RECOFA = "Recofa, vtlb-rapport"


class Post(StrEnum):
    """The items of the report; the first five make the nominal part."""

    ZORGPREMIE = "correctie_zorgpremie"
    WOONLASTEN = "correctie_woonlasten"
    KINDGEBONDEN = "gemist_kindgebonden_budget"
    COMPENSATIEKOP = "compensatiekop_in_bvv"
    PENSIOENLEEFTIJD = "correctie_pensioenleeftijd"
    EIGEN_RISICO = "correctie_eigen_risico"
    WERK = "werktoeslag"
    RESERVERING = "reserveringstoeslag"
    REIZEN = "woon_werkverkeer"
    OPVANG = "kinderopvang"
    ALIMENTATIE = "alimentatie"
    BUDGETBEHEER = "budgetbeheer"
    BEWIND = "bewindkosten"
    BELASTINGEN = "gemeentelijke_belastingen"
    RECHTER_COMMISSARIS = "correctie_rechter_commissaris"


TITELS = {
    Post.ZORGPREMIE: Tekst("Correctie zorgpremie", "Correction for the health premium"),
    Post.WOONLASTEN: Tekst("Correctie woonlasten", "Correction for housing costs"),
    Post.KINDGEBONDEN: Tekst("Gemist kindgebonden budget", "Child budget not received"),
    Post.COMPENSATIEKOP: Tekst("Compensatiekop die al in de beslagvrije voet zit", "Compensation already in the protected earnings"),
    Post.PENSIOENLEEFTIJD: Tekst("Correctie pensioenleeftijd", "Correction for pension age"),
    Post.EIGEN_RISICO: Tekst("Correctie eigen risico", "Correction for own risk"),
    Post.WERK: Tekst("Toeslag voor wie werkt", "Supplement for who works"),
    Post.RESERVERING: Tekst("Reserveringstoeslag", "Reserve supplement"),
    Post.REIZEN: Tekst("Woon-werkverkeer", "Commuting"),
    Post.OPVANG: Tekst("Kinderopvang", "Child care"),
    Post.ALIMENTATIE: Tekst("Alimentatie", "Alimony"),
    Post.BUDGETBEHEER: Tekst("Budgetbeheer", "Budget management"),
    Post.BEWIND: Tekst("Bewindkosten", "Cost of administration"),
    Post.BELASTINGEN: Tekst("Gemeentelijke belastingen", "Municipal taxes"),
    Post.RECHTER_COMMISSARIS: Tekst("Correctie van de rechter-commissaris", "Correction by the supervising judge"),
}  # fmt: skip
NOMINAAL = tuple(Post)[:5]
ERAF = frozenset({Post.COMPENSATIEKOP})


@dataclass(frozen=True, slots=True)
class Vtlbpost:
    """An item; without an amount the norm `vtlb.POST` of that day."""

    post: Post = gegeven("Post", "Item")
    bedrag: Bedrag | None = gegeven("Bedrag", "Amount", standaard=None)


@dataclass(frozen=True, slots=True)
class Vtlbinvoer:
    """The protected earnings and the items on top of them, on a day."""

    bvv: Bedrag = gegeven("Beslagvrije voet", "Protected earnings")
    datum: date = gegeven("Datum", "Date")
    posten: tuple[Vtlbpost, ...] = gegeven("Posten", "Items", hoogstens=len(Post), standaard=())


@dataclass(frozen=True, slots=True)
class Vtlb:
    """The amount to the cent, and in whole euros as it is passed on (R2). `nominaal_deel` may be negative."""

    vtlb: Bedrag
    vtlb_afgerond: Bedrag
    nominaal_deel: Bedrag
    toeslagen: Bedrag


def bereken_vtlb(invoer: Vtlbinvoer, blad: Rekenblad) -> Vtlb:
    """The sum of the structure. Raises `NormOntbreekt` for an item without an amount whose norm is not loaded."""
    _geen_dubbele(invoer.posten)
    blad.regel(Tekst("Beslagvrije voet", "Protected earnings"), OPGEGEVEN, invoer.bvv, artikel="Rv 475c-475e")
    nominaal = toeslagen = Bedrag(0)
    for post in sorted(invoer.posten, key=lambda deel: tuple(Post).index(deel.post)):
        bedrag = _bedrag_van(post, invoer.datum, blad)
        if post.post in ERAF:
            bedrag = -bedrag
        if post.post in NOMINAAL:
            nominaal += bedrag
        else:
            toeslagen += bedrag
    blad.regel(
        Tekst("Nominaal deel", "Nominal part"),
        Tekst(
            "som van de correcties, min de compensatiekop", "sum of the corrections, less the compensation"
        ),
        nominaal,
    )
    blad.regel(
        Tekst("Toeslagen en overige correcties", "Supplements and other corrections"),
        Tekst("som", "sum"),
        toeslagen,
    )
    vtlb = invoer.bvv + nominaal + toeslagen
    if vtlb.centen < 0:
        raise weiger(
            "vtlb_negatief", "/posten",
            f"De posten maken het vtlb negatief ({vtlb}). Controleer de compensatiekop.",
            f"The items make the vtlb negative ({vtlb}). Check the compensation in the protected earnings.",
        )  # fmt: skip
    blad.regel(
        Tekst("Vrij te laten bedrag", "Amount left to live on"), f"{invoer.bvv} + {nominaal} + {toeslagen}", vtlb,
        artikel=RECOFA, status="ongeverifieerd",
    )  # fmt: skip
    afgerond = Bedrag(helft_omhoog(vtlb.centen, 100) * 100)
    blad.regel(
        Tekst("In hele euro's, half omhoog", "In whole euros, half up"), str(vtlb), afgerond, artikel="R2"
    )
    return Vtlb(vtlb, afgerond, nominaal, toeslagen)


def _bedrag_van(post: Vtlbpost, datum: date, blad: Rekenblad) -> Bedrag:
    if post.bedrag is not None:
        blad.regel(TITELS[post.post], OPGEGEVEN, post.bedrag, artikel=RECOFA)
        return post.bedrag
    norm = blad.norm(f"vtlb.{post.post}", datum)
    blad.regel(TITELS[post.post], Tekst("norm van die dag", "norm of that day"), norm.bedrag(), norm=norm)
    return norm.bedrag()


def _geen_dubbele(posten: Sequence[Vtlbpost]) -> None:
    gezien = set()
    for plaats, deel in enumerate(posten):
        if deel.post in gezien:
            raise weiger(
                "post_dubbel", f"/posten/{plaats}/post",
                f"{deel.post} staat er twee keer. Tel de bedragen op.", f"{deel.post} is there twice. Add the amounts.",
            )  # fmt: skip
        gezien.add(deel.post)
