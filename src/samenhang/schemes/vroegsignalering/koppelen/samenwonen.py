"""What is compared of two persons who were seen in one building: whether they live together. Only declarations."""

from __future__ import annotations

from typing import Final

from samenhang.schemes.vroegsignalering.koppelen.model import Groep, Model
from samenhang.schemes.vroegsignalering.koppelen.model import vergelijking as _v

GAT: Final = "greatest(x.eerste - y.laatste, y.eerste - x.laatste)"
"""SQL: the days between two stays; zero or less when they overlap."""

_NAMEN_TOEN = "greatest(x.namen, y.namen)"
_LEEFTIJD = "abs(datediff('year', x.geboren, y.geboren))"

_VERGELIJKINGEN: Final = (
    _v("naam", ("Achternaam", "Surname"),
        ("gedeeld", "list_has_any(x.zeldzaam, y.zeldzaam)", "een deel gedeeld", "a part shared"),
        ("gedeeld_gewoon", "list_has_any(x.klanken, y.klanken)", "een gewoon deel gedeeld", "a common part shared"),
        ("geen", "true", "niets gedeeld", "nothing shared")),
    _v("contact", ("Telefoon of e-mail", "Telephone or e-mail"),
        ("gedeeld", "list_has_any(x.contact, y.contact)", "gedeeld", "shared"),
        ("onbekend", "len(x.contact) = 0 OR len(y.contact) = 0", "niet bij beide", "not with both"),
        ("anders", "true", "niets gedeeld", "nothing shared")),
    _v("contract", ("Contract", "Contract"),
        ("gedeeld", "list_has_any(x.contracten, y.contracten)", "gedeeld", "shared"),
        ("anders", "true", "niets gedeeld", "nothing shared")),
    _v("aansluiting", ("Verhuurder, energie en water", "Landlord, energy and water"),
        ("dubbel", "list_has_any(x.vaste, y.vaste) AND NOT coalesce(list_has_any(x.contracten, y.contracten), false)", "bij één partner elk een eigen contract", "a contract each with one partner"),
        ("dubbele_soort", "(x.soorten & y.soorten) > 0 AND NOT coalesce(list_has_any(x.contracten, y.contracten), false)", "bij twee partners van één soort elk een contract", "a contract each with two partners of one kind"),
        ("aanvullend", "len(x.vaste) > 0 AND len(y.vaste) > 0", "bij partners van verschillende soort", "with partners of different kinds"),
        ("een", "len(x.vaste) > 0 OR len(y.vaste) > 0", "een van beiden", "one of them"),
        ("geen", "true", "geen van beiden", "neither")),
    _v("namen", ("Namen in de woning", "Names in the home"),
        ("een", "x.bewoners <= 1", "een", "one"),
        ("twee", "x.bewoners = 2", "twee", "two"),
        ("drie", "x.bewoners = 3", "drie", "three"),
        ("meer", "x.bewoners <= 5", "vier of vijf", "four or five"),
        ("veel", "true", "zes of meer", "six or more")),
    _v("toen", ("Namen tegelijk in de woning", "Names in the home at one time"),
        ("een", f"{_NAMEN_TOEN} <= 1", "een", "one"),
        ("twee", f"{_NAMEN_TOEN} = 2", "twee", "two"),
        ("drie", f"{_NAMEN_TOEN} = 3", "drie", "three"),
        ("meer", "true", "vier of meer", "four or more")),
    _v("tijd", ("Tijd", "Time"),
        ("verweven", f"{GAT} <= -60", "twee maanden of meer tegelijk", "at one time for two months or more"),
        ("tegelijk", f"{GAT} <= 0", "tegelijk", "at one time"),
        ("kort", f"{GAT} <= 60", "binnen twee maanden", "within two months"),
        ("later", f"{GAT} <= 150", "binnen vijf maanden", "within five months"),
        ("veel_later", "true", "later", "later")),
    _v("pand", ("Pand", "Building"),
        ("half_enig", "x.eenheid <> y.eenheid AND x.eenheden = 2", "zelfde pand, bij een geen toevoeging, en geen andere woning bekend", "same building, one lacks the addition, and no other home known"),
        ("half", "x.eenheid <> y.eenheid", "zelfde pand, bij een geen toevoeging", "same building, one lacks the addition"),
        ("zonder_toevoeging", "x.deel = '' AND x.buren > x.bewoners AND NOT x.benoemd AND NOT y.benoemd", "toevoeging kan bij beide ontbreken", "the addition may be missing with both"),
        ("een_zonder", "x.deel = '' AND x.buren > x.bewoners AND NOT (x.benoemd AND y.benoemd)", "toevoeging kan bij een ontbreken", "the addition may be missing with one"),
        ("toevoeging", "x.benoemd AND y.benoemd", "met toevoeging", "with an addition"),
        ("eigen", "true", "eigen huisnummer", "its own number")),
    _v("leeftijd", ("Verschil in leeftijd", "Difference in age"),
        ("onbekend", "x.geboren IS NULL OR y.geboren IS NULL", "onbekend", "unknown"),
        ("jong", "least(x.geboren, y.geboren) > greatest(x.laatste, y.laatste) - INTERVAL 28 YEAR", "beiden onder achtentwintig", "both under twenty-eight"),
        ("gelijk", f"{_LEEFTIJD} <= 15", "hooguit vijftien jaar", "at most fifteen years"),
        ("generatie", f"{_LEEFTIJD} <= 45", "een generatie", "a generation"),
        ("groot", "true", "meer dan vijfenveertig jaar", "more than forty-five years")),
    _v("elders", ("Ook ergens anders", "Elsewhere too"),
        ("samen", "len(list_intersect(x.panden, y.panden)) > 1", "samen", "together"),
        ("na_elkaar", "(x.eerste > y.laatste AND (x.van_elders OR y.naar_elders)) OR (y.eerste > x.laatste AND (y.van_elders OR x.naar_elders))", "de een ging weg of de ander kwam ertussen", "one left, or the other came, in between"),
        ("geen", "len(x.panden) = 1 AND len(y.panden) = 1", "geen van beiden", "neither"),
        ("een", "len(x.panden) = 1 OR len(y.panden) = 1", "een van beiden", "one of them"),
        ("beiden", "true", "beiden", "both")),
)  # fmt: skip

_NAAM, _NAMEN, _TIJD, _CONTACT = Groep("naam"), Groep("namen"), Groep("tijd"), Groep("contact")
_PAND, _LEEFTIJD_GROEP, _ELDERS, _TOEN = Groep("pand"), Groep("leeftijd"), Groep("elders"), Groep("toen")
_AANSLUITING = Groep("aansluiting")

THUIS: Final = Model(
    _VERGELIJKINGEN,
    {
        "naam_namen_tijd": (_NAAM, _NAMEN, _TIJD),
        "naam_toen_tijd": (_NAAM, _TOEN, _TIJD),
        "naam_contact": (_NAAM, _CONTACT),
        "naam_leeftijd": (_NAAM, _LEEFTIJD_GROEP),
        "pand_namen": (_PAND, _NAMEN),
        "pand_naam": (_PAND, _NAAM),
        "elders_tijd": (_ELDERS, _TIJD),
        "elders_naam": (_ELDERS, _NAAM),
        "aansluiting_tijd": (_AANSLUITING, _TIJD),
        "aansluiting_naam_pand": (_AANSLUITING, _NAAM, _PAND),
        "aansluiting_namen": (_AANSLUITING, _NAMEN),
    },
)
"""Whether two persons seen at one unit live together."""
