"""Organisations, agreements, policy and people of the demo world, in the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.text import slugify

from samenhang.demo.wereld.modellen import Partner, Persona, Wereld
from samenhang.demo.wereld.organisaties import oin
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import (
    PERSONADOMEIN,
    Gebruiker,
    Medewerker,
    Organisatie,
    Rolvervulling,
)
from samenhang.kernel.organisaties.queries import actor_als
from samenhang.schemes.helplijn.scheme import SCHEME as HELPLIJN
from samenhang.schemes.schuldhulp.scheme import SCHEME as SCHULDHULP
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.schemes.wams.scheme import SCHEME as WAMS
from samenhang.schemes.zvh.scheme import SCHEME as ZVH

SOORTEN = {
    "huur": "verhuurder",
    "energie": "energieleverancier",
    "zorg": "zorgverzekeraar",
    "water": "drinkwaterbedrijf",
}
_LIJN = frozenset(rol.naam for rol in HELPLIJN.rollen)
"""Roles at the line; a persona names them as "helplijn.…", for a team lead of one register is none of another."""
_ROLLEN = {
    scheme.naam: frozenset(rol.naam for rol in scheme.rollen) for scheme in (SCHEME, SCHULDHULP, WAMS, ZVH)
}
_ZONDER_LEVERING = "99990013"
"""A landlord that has an agreement with the first municipality, and sold its dwellings there."""


@dataclass
class Inrichting:
    """Who is there: organisations by municipality code or KvK number, accounts by name.

    `beleidsmakers` names who makes policy in each municipality, by its code.
    """

    begin: date
    organisaties: dict[str, Organisatie] = field(default_factory=dict)
    gebruikers: dict[str, Gebruiker] = field(default_factory=dict)
    beleidsmakers: dict[str, str] = field(default_factory=dict)

    def actor(self, naam: str, dag: date, waar: str = "") -> Actor:
        """Somebody as he comes through a door on a day; `waar` for who works at several organisations."""
        return actor_als(self.medewerker(naam, waar), dag)

    def beleid(self, gemeentecode: str, dag: date) -> Actor:
        """Who makes policy in a municipality."""
        return self.actor(self.beleidsmakers[gemeentecode], dag)

    def medewerker(self, naam: str, waar: str = "") -> Medewerker:
        """The employment of somebody, at the organisation with this code or KvK number."""
        werkt = Medewerker.objects.select_related("organisatie").filter(gebruiker=self.gebruikers[naam])
        return werkt.get(organisatie=self.organisaties[waar]) if waar else werkt.order_by("id")[0]


def richt_in(wereld: Wereld, begin: date) -> Inrichting:
    """Put everything that is not about a resident into an empty database; it holds from `begin`.

    Organisations and people are there by an installation; what they agree and decide goes through their own doors.
    """
    inrichting = Inrichting(begin)
    _organisaties(inrichting, wereld)
    for persona in wereld.personas:
        if persona.persoon_id is None:
            _medewerker(inrichting, persona)
            if "beleid" in persona.rollen:
                inrichting.beleidsmakers[persona.organisatie] = persona.gebruikersnaam
    for partner in wereld.partners:
        for code in partner.gemeenten:
            if code in inrichting.beleidsmakers:
                _afspraak(inrichting, partner, code)
        if partner.kvk == _ZONDER_LEVERING:
            _afspraak(inrichting, partner, wereld.gemeenten[0].code)
    stel_beleid_vast(inrichting, begin, "75.00", "Landelijk gangbaar drempelbedrag.")
    return inrichting


def stel_beleid_vast(inrichting: Inrichting, vanaf: date, drempel: str, reden: str) -> None:
    """Every municipality decides a threshold (euros in wire form) from a day; the rest of its rules stays."""
    for code, maker in inrichting.beleidsmakers.items():
        naam = inrichting.organisaties[code].naam
        regels = {
            "drempel": drempel,
            "retouradres": f"Postbus {int(code) % 100}, {naam}",
            "telefoon": "14 000",
            "mail": f"hulp@{slugify(naam)}.example",
        }
        actions.stel_beleid_vast(
            inrichting.actor(maker, vanaf),
            actions.Beleidsvoorstel(vanaf, regels, "college van burgemeester en wethouders", reden),
        )


def eindig_afspraak(inrichting: Inrichting, gemeentecode: str, dag: date) -> None:
    """The agreement with the landlord that sold its dwellings in a municipality ends today."""
    partner = inrichting.organisaties.get(_ZONDER_LEVERING)
    if partner is not None:
        actions.beeindig_afspraak(
            inrichting.beleid(gemeentecode, dag),
            partner.id,
            dag,
            "De woningen in onze gemeente zijn verkocht aan Woonstichting De Sluis",
        )


def _afspraak(inrichting: Inrichting, partner: Partner, gemeentecode: str) -> None:
    actions.leg_afspraak_vast(
        inrichting.beleid(gemeentecode, inrichting.begin),
        actions.Afspraak(
            partner_id=inrichting.organisaties[partner.kvk].id,
            soort=str(partner.soort),
            van=inrichting.begin,
            terugkoppeling=partner.afspraak.terugkoppeling,
            reden=f"Convenant vroegsignalering {inrichting.begin.year}",
        ),
    )


def _organisaties(inrichting: Inrichting, wereld: Wereld) -> None:
    for gemeente in wereld.gemeenten:
        inrichting.organisaties[gemeente.code] = Organisatie.objects.create(
            soort="gemeente",
            naam=gemeente.naam,
            gemeentecode=gemeente.code,
            oin=gemeente.oin,
            kvk=f"9999{gemeente.code}",
        )
    hoofd = inrichting.organisaties[wereld.gemeenten[0].code]
    bank = wereld.kredietbank
    inrichting.organisaties[bank.kvk] = Organisatie.objects.create(
        soort="kredietbank", naam=bank.naam, kvk=bank.kvk, oin=oin(bank.kvk), beheerd_door=hoofd
    )
    for partner in wereld.partners:
        inrichting.organisaties[partner.kvk] = Organisatie.objects.create(
            soort=SOORTEN[partner.soort],
            naam=partner.naam,
            kvk=partner.kvk,
            oin=oin(partner.kvk),
            beheerd_door=hoofd,
        )


def _medewerker(inrichting: Inrichting, persona: Persona) -> None:
    """An account, with an employment and its roles at every organisation for which he works."""
    gebruiker = Gebruiker.objects.create_user(f"{persona.gebruikersnaam}{PERSONADOMEIN}", naam=persona.naam)
    inrichting.gebruikers[persona.gebruikersnaam] = gebruiker
    for code in (persona.organisatie, *persona.ook_bij):
        medewerker = Medewerker.objects.create(
            gebruiker=gebruiker,
            organisatie=inrichting.organisaties[code],
            naam=persona.naam,
            functie=persona.functie,
            van=inrichting.begin,
        )
        lijn = {naam.removeprefix("helplijn.") for naam in persona.rollen if naam.startswith("helplijn.")}
        alle = [(naam, rollen.intersection(persona.rollen)) for naam, rollen in _ROLLEN.items()]
        for scheme, gekozen in (*alle, (HELPLIJN.naam, _LIJN & lijn)):
            for rol in sorted(gekozen):
                Rolvervulling.objects.create(
                    medewerker=medewerker,
                    scheme=scheme,
                    rol=rol,
                    van=inrichting.begin,
                    mandaat=f"mandaatregister {inrichting.begin.year}",
                )
