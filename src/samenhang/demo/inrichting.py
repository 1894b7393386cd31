"""Organisations, agreements, policy and people of the demo world, in the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils import timezone

from samenhang.demo.wereld.modellen import Wereld
from samenhang.demo.wereld.organisaties import oin
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import (
    PERSONADOMEIN,
    Gebruiker,
    Medewerker,
    Organisatie,
    Rolvervulling,
)
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.schemes.vroegsignalering.models import Beleidsset, Partnerafspraak
from samenhang.schemes.vroegsignalering.scheme import SCHEME

SOORTEN = {
    "huur": "verhuurder",
    "energie": "energieleverancier",
    "zorg": "zorgverzekeraar",
    "water": "drinkwaterbedrijf",
}
_ROLLEN = frozenset(rol.naam for rol in SCHEME.rollen)
# What the council decided: the threshold in cents, and why. The second holds from the last month of the world.
_BELEID = (
    (7_500, "Landelijk gangbaar drempelbedrag."),
    (10_000, "Evaluatie: onder € 100 lossen inwoners het vrijwel altijd zelf op."),
)


@dataclass
class Inrichting:
    """Who is there: organisations by municipality code or KvK number, accounts by name."""

    begin: date
    organisaties: dict[str, Organisatie] = field(default_factory=dict)
    gebruikers: dict[str, Gebruiker] = field(default_factory=dict)

    def actor(self, naam: str, dag: date) -> Actor:
        """Somebody as he comes through a door on a day."""
        return actor_van(self.gebruikers[naam], dag)

    def medewerker(self, naam: str) -> Medewerker:
        """The employment of somebody."""
        return Medewerker.objects.get(gebruiker=self.gebruikers[naam])


def richt_in(wereld: Wereld, begin: date, laatste_maand: date) -> Inrichting:
    """Put everything that is not about a resident into an empty database; it holds from `begin`."""
    inrichting = Inrichting(begin)
    _organisaties(inrichting, wereld)
    _afspraken(inrichting, wereld)
    _beleid(inrichting, wereld, laatste_maand)
    for persona in wereld.personas:
        if persona.persoon_id is None:
            _medewerker(inrichting, persona.gebruikersnaam, persona.naam, persona.functie, persona.rollen, persona.organisatie)  # fmt: skip
    return inrichting


def _organisaties(inrichting: Inrichting, wereld: Wereld) -> None:
    for gemeente in wereld.gemeenten:
        inrichting.organisaties[gemeente.code] = Organisatie.objects.create(
            soort="gemeente", naam=gemeente.naam, gemeentecode=gemeente.code, oin=gemeente.oin
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


def _afspraken(inrichting: Inrichting, wereld: Wereld) -> None:
    for partner in wereld.partners:
        for code in partner.gemeenten:
            if code in inrichting.organisaties:
                Partnerafspraak.objects.create(
                    gemeente=inrichting.organisaties[code],
                    partner=inrichting.organisaties[partner.kvk],
                    soort=str(partner.soort),
                    van=inrichting.begin,
                    terugkoppeling=list(partner.afspraak.terugkoppeling),
                )


def _beleid(inrichting: Inrichting, wereld: Wereld, laatste_maand: date) -> None:
    for gemeente in wereld.gemeenten:
        for vanaf, (drempel, reden) in zip((inrichting.begin, laatste_maand), _BELEID, strict=True):
            Beleidsset.objects.create(
                gemeente=inrichting.organisaties[gemeente.code],
                vanaf=vanaf,
                drempel_centen=drempel,
                vastgesteld_door="college van burgemeester en wethouders",
                reden=reden,
                gemaakt=timezone.make_aware(datetime.combine(vanaf, time(9))),
            )


def _medewerker(
    inrichting: Inrichting, naam: str, volledig: str, functie: str, rollen: tuple[str, ...], organisatie: str
) -> None:
    gebruiker = Gebruiker.objects.create_user(f"{naam}{PERSONADOMEIN}", naam=volledig)
    medewerker = Medewerker.objects.create(
        gebruiker=gebruiker,
        organisatie=inrichting.organisaties[organisatie],
        naam=volledig,
        functie=functie,
        van=inrichting.begin,
    )
    for rol in rollen:
        if rol in _ROLLEN:
            Rolvervulling.objects.create(
                medewerker=medewerker,
                scheme=SCHEME.naam,
                rol=rol,
                van=inrichting.begin,
                mandaat=f"mandaatregister {inrichting.begin.year}",
            )
    inrichting.gebruikers[naam] = gebruiker
