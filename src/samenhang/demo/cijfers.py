"""Figures of the demo world: residents from the world itself, a publication in each month that it lives, a count at the end.

What the municipality counted in the program before is invented here as a whole: nobody lived those months.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random

from samenhang.demo.inrichting import Inrichting
from samenhang.demo.wereld.modellen import Wereld
from samenhang.kernel.cijfers.overnemen import als_bestand
from samenhang.kernel.organisaties.queries import systeem
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain.tellingen import TELGROEPEN

STREEFWAARDEN = (("bereik", "40"), ("acceptatie_van_bereikten", "50"), ("binnen_termijn", "95"))


def leg_inwonertallen_vast(inrichting: Inrichting, wereld: Wereld) -> None:
    """The number of residents per municipality, as the invented register has it."""
    aantallen = _inwoners(wereld)
    for gemeente in wereld.gemeenten:
        if aantal := aantallen[gemeente.code]:
            actor = systeem(inrichting.organisaties[gemeente.code])
            vorig_jaar = inrichting.begin.replace(year=inrichting.begin.year - 1)
            actions.leg_inwonertal_vast(actor, vorig_jaar, aantal, "verzonnen bevolking")


def _inwoners(wereld: Wereld) -> Counter[str]:
    aantallen: Counter[str] = Counter()
    for huishouden in wereld.deel.huishoudens:
        eerste = wereld.deel.verblijven[huishouden.huishouden_id][0]
        aantallen[eerste.woning.adres.gemeentecode] += len(huishouden.volwassenen) + len(huishouden.kinderen)
    return aantallen


def leg_streefwaarden_vast(inrichting: Inrichting, wereld: Wereld) -> None:
    """What the policy plan of each municipality aims at."""
    for gemeente in wereld.gemeenten:
        if gemeente.code in inrichting.beleidsmakers:
            actor = inrichting.beleid(gemeente.code, inrichting.begin)
            for indicator, waarde in STREEFWAARDEN:
                actions.leg_streefwaarde_vast(
                    actor,
                    indicator,
                    inrichting.begin,
                    Decimal(waarde),
                    "beleidsplan schuldhulpverlening, doel 3",
                )


def neem_over(inrichting: Inrichting, wereld: Wereld, dag: date) -> None:
    """What the first municipality counted since the begin of last year in the program before this one."""
    gemeente = wereld.gemeenten[0].code
    actor = inrichting.beleid(gemeente, dag)
    leveringen = [levering for levering in wereld.deel.leveringen if levering.gemeentecode == gemeente]
    per_maand = sum(len(levering.regels) for levering in leveringen) / len(wereld.instelling.maanden)
    rng = Random(f"vroeger/{wereld.instelling.zaad}")
    begin, einde = (dag.year - 1) * 12, dag.year * 12 + dag.month - 1
    maanden = [date(nummer // 12, nummer % 12 + 1, 1) for nummer in range(begin, einde)]
    gegeven = {maand: _vroeger(maand, per_maand, rng) for maand in maanden}
    inhoud = als_bestand(TELGROEPEN, gegeven).encode()
    actions.neem_cijfers_over(actor, inhoud, f"Signaalwijzer (vorige systeem), uitdraai {dag:%d-%m-%Y}")


_SIGNALEN = {"zorg": 34, "huur": 23, "water": 22, "energie": 20, "anders": 1}
_AFLOOP = {"niet_bereikt": 62, "bereikt_geen_hulp": 20, "bereikt_hulp": 13, "niet_opgepakt": 5}
_POGINGEN = {"telefoon": 45, "huisbezoek": 25, "brief": 20, "sms_whatsapp": 10}


def _vroeger(maand: date, per_maand: float, rng: Random) -> dict[str, dict[str, int]]:
    """A month as it may have been: more in winter, every division adding up."""
    winter = 1.15 if maand.month in (1, 2, 3, 11, 12) else 0.95
    signalen = round(per_maand * rng.uniform(0.75, 0.95) * winter)
    meldingen = round(signalen * 0.82)
    per_soort, per_afloop = _deel(signalen, _SIGNALEN, rng), _deel(meldingen, _AFLOOP, rng)
    opgepakt = meldingen - per_afloop["niet_opgepakt"]
    pogingen = round(opgepakt * 2.1)
    aanvaard = per_afloop["bereikt_hulp"]
    geteld = {
        "signalen": {"": signalen, **per_soort}
        | _deel(per_soort["energie"], {"energie_gewoon": 90, "einde_levering": 10}, rng)
        | _deel(per_soort["huur"], {"huur_gewoon": 92, "ontruiming": 8}, rng)
        | _deel(signalen, {"niet_warm": 95, "warm": 5}, rng)
        | _deel(signalen, {"opgepakt_signaal": 90, "signaal_herhaald": 7, "signaal_onterecht": 3}, rng),
        "meldingen": {"": meldingen, **per_afloop}
        | _deel(meldingen, {"enkelvoudig": 70, "alleen_opeenvolgend": 18, "alleen_meervoudig": 8, "meervoudig_en_opeenvolgend": 4}, rng)
        | _deel(per_afloop["niet_opgepakt"], {"niet_opgepakt__andere_reden": 1}, rng)
        | _deel(per_afloop["niet_bereikt"], {"niet_bereikt__geen_contact": 1}, rng)
        | _deel(aanvaard, {"bereikt_hulp__advies": 55, "bereikt_hulp__vervolghulp": 45}, rng)
        | _deel(per_afloop["bereikt_geen_hulp"], {"bereikt_geen_hulp__regelt_zelf": 70, "bereikt_geen_hulp__zelf_betaald": 30}, rng),
        "pogingen": {"": pogingen}
        | _deel(pogingen, _POGINGEN, rng)
        | _deel(pogingen, {"ochtend": 40, "middag": 40, "avond": 20}, rng)
        | _deel(pogingen, {"poging_vergeefs": 84, "poging_bereikte": 16}, rng),
        "aanvaardingen": {"": aanvaard} | _deel(aanvaard, {"op_tijd": 92, "te_laat": 8}, rng),
    }  # fmt: skip
    return {
        groep.naam: {cel.naam: 0 for deel in groep.uitsplitsingen for cel in deel.cellen} | geteld[groep.naam]
        for groep in TELGROEPEN
    }


def _deel(totaal: int, aandelen: Mapping[str, int], rng: Random) -> dict[str, int]:
    """Draw so many from classes with these shares."""
    return dict.fromkeys(aandelen, 0) | Counter(
        rng.choices(list(aandelen), list(aandelen.values()), k=totaal)
    )


def tel(inrichting: Inrichting, wereld: Wereld, dag: date) -> None:
    """What the duty does on the first of a month, for every municipality; on the last day they count for themselves."""
    for gemeente in wereld.gemeenten:
        actor = systeem(inrichting.organisaties[gemeente.code])
        if dag.day == 1:
            actions.stel_cijfers_vast(actor)
        else:
            actions.tel_cijfers(actor)


def telt_vandaag(dag: date, laatste: date) -> bool:
    """Figures come on the first of each month, and on the last day that the world lives."""
    return dag.day == 1 or dag == laatste
