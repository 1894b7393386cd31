"""The credit of a case as a document: guarantee, agreement, schedule with what was paid, payments, creditors paid off."""

from __future__ import annotations

from typing import Any

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import Betaalbestand, Borg, Krediet
from samenhang.schemes.schuldhulp.schuldeisers import wie


def als_krediet(dossier: Dossier | None) -> dict[str, Any]:
    """The three parts that a case shows of its credit; empty before there is one."""
    if dossier is None:
        return {"borgen": [], "krediet": None, "uitbetalingen": [], "betalingen": []}
    return {
        "borgen": [_borg(rij) for rij in dossier.borgen],
        "krediet": _krediet(dossier.krediet, dossier) if dossier.krediet else None,
        "uitbetalingen": [
            {
                "id": rij.id,
                "schuldeiser": wie(rij.schuldeiser).naam,
                "rang": rij.rang,
                "vordering": Bedrag(rij.vordering_centen).draad(),
                "bedrag": Bedrag(rij.bedrag_centen).draad(),
                "betaald_op": rij.betaald_op,
                "kwijting_op": rij.kwijting_op,
            }
            for rij in dossier.uitbetalingen
        ],
        "betalingen": [
            {
                "id": rij.id,
                "op": rij.ontvangen_op,
                "bedrag": rij.bedrag.draad(),
                "soort": rij.soort,
                "transactie": rij.transactie,
                "vervallen_op": rij.vervallen_op,
                "reden": rij.reden,
            }
            for rij in dossier.betalingen
        ],
    }


def als_betaalbestand(rij: Betaalbestand) -> dict[str, Any]:
    """A file that was read; `klaar` is empty for one that was broken off."""
    return {
        "id": rij.id,
        "naam": rij.naam,
        "som": rij.som,
        "begonnen": rij.moment,
        "klaar": rij.klaar,
        "door": rij.door,
        "regels": rij.regels,
        "geboekt": rij.geboekt,
        "bekend": rij.bekend,
        "fouten": rij.fouten,
    }


def _borg(rij: Borg) -> dict[str, Any]:
    return {
        "stand": rij.stand,
        "kredietsom": Bedrag(rij.kredietsom_centen).draad(),
        "premie": rij.premie.draad(),
        "te_factureren": rij.te_factureren.draad(),
        "aangevraagd_op": rij.aangevraagd_op,
        "besloten_op": rij.besloten_op,
        "hash": rij.berekening["antwoord"]["hash"],
        "claim": None if rij.claim_centen is None else Bedrag(rij.claim_centen).draad(),
        "claim_op": rij.claim_op,
        "uitbetaald_op": rij.uitbetaald_op,
    }


def _krediet(rij: Krediet, dossier: Dossier) -> dict[str, Any]:
    stand = dossier.leenstand
    assert stand is not None  # there is a credit
    return {
        "bank": rij.bank,
        "ingang": rij.ingang,
        "netto": Bedrag(rij.netto_centen).draad(),
        "vergoeding": Bedrag(rij.vergoeding_centen).draad(),
        "maandtermijn": Bedrag(rij.maandtermijn_centen).draad(),
        "effectief_jaarpercentage": rij.rente,
        "betaald": stand.betaald.draad(),
        "openstaand": stand.openstaand.draad(),
        "achterstand": stand.achterstand.draad(),
        "achter_sinds": stand.achter_sinds,
        "inlossom": stand.inlossom.draad(),
        "schuldenvrij": stand.schuldenvrij,
        "termijnen": [
            {
                "nummer": deel.nummer,
                "vervalt": deel.vervalt,
                "bedrag": deel.bedrag.draad(),
                "rente": deel.rente.draad(),
                "aflossing": deel.aflossing.draad(),
                "betaald": deel.betaald.draad(),
                "voldaan_op": deel.voldaan_op,
            }
            for deel in stand.termijnen
        ],
    }
