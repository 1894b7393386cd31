"""What else happens in the demo world: pairs are judged, doors stay shut, a resident gets an account."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from random import Random
from uuid import UUID
from zlib import crc32

from django.utils.timezone import localdate

from samenhang.demo.inrichting import Inrichting
from samenhang.demo.wereld.modellen import Deel, HuishoudenSoort, Wereld
from samenhang.demo.werkvloer import Werkvloer
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import PERSONADOMEIN, Gebruiker, Medewerker
from samenhang.kernel.organisaties.queries import actor_als
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.cak import Reageerder
from samenhang.schemes.vroegsignalering.scheme import SCHEME

ROEPNAAM = "bewoner"
_LAAT_STAAN = 4  # every so many pairs one waits for a judgement by whoever looks around
_HAALT_OP = ("karin", "tim")
_RONDE = 60  # some cases keep waiting for the question itself
_KIJKT = 12  # cases among which the resident of the demo is chosen
_BRIEVEN = 4  # households of one round of letters
_VOORKEUR = ("aanvaard", "gesprek", "bereikt", "benaderen", "open")


def beoordeel_twijfel(intake: Actor, rng: Random, blijft: UUID | None) -> None:
    """The intake worker judges most of the pairs; birth date, telephone and initials decide.

    `blijft` is a pair that has to wait: its judgement was taken back.
    """
    for paar in queries.twijfelparen(intake):
        nummers = f"{paar.links_nummer} {paar.rechts_nummer}".encode()
        if paar.id == blijft or crc32(nummers) % _LAAT_STAAN == 0:
            continue
        een, ander = paar.links, paar.rechts
        gelijk = [
            getattr(een, veld) == getattr(ander, veld)
            for veld in ("geboortedatum", "telefoon")
            if getattr(een, veld) and getattr(ander, veld)
        ]
        if een.voorletters and ander.voorletters:
            kort, lang = sorted((een.voorletters, ander.voorletters), key=len)
            gelijk.append(lang.endswith(kort))
        actions.beoordeel(intake, paar.id, all(gelijk) if gelijk else rng.random() < 0.5)


def schrijf_aan(wie: Actor) -> int:
    """A worker sends a round of letters to a few of his households; gives how many were written to."""
    kijk = queries.briefvoorbeeld(wie, queries.Briefkeuze("aanbod", prioriteit=5))
    zaken = tuple(rij.zaak_id for rij in kijk.krijgt[:_BRIEVEN])
    if not zaken:
        return 0
    ronde = actions.begin_brievenronde(wie, queries.Briefkeuze("aanbod", zaken=zaken))
    return actions.maak_ronde_af(ronde.id)


def neem_samenvoeging_terug(intake: Actor) -> UUID | None:
    """A merge turns out to be a mistake: the judgement is taken back and the pair waits again. Gives that pair."""
    for paar in queries.beoordeelde_paren(intake):
        if paar.oordeel == "zelfde":
            with suppress(Geweigerd):
                actions.neem_oordeel_terug(
                    intake, paar.id, "Te snel geoordeeld; eerst navraag doen bij de partner"
                )
                return paar.id
    return None


def koppel_terug(vloer: Werkvloer, intakes: list[str], dag: date) -> None:
    """Partners hear what became of their signals; who is quick fetched last week's message already."""
    for wie in _HAALT_OP:
        partner = vloer.actor(wie, dag)
        for bericht in queries.berichten(partner):
            if bericht.opgehaald is None:
                actions.haal_bericht_op(partner, bericht.id)
    for wie in dict.fromkeys(intakes):
        actions.koppel_terug(vloer.actor(wie, dag))


def bevestig_overdrachten(wie: Actor, dag: date) -> None:
    """Debt assistance called that it has what was sent; of the last few days it has not yet."""
    for regel in queries.overdrachten(wie):
        if regel.ontvangen is None and localdate(regel.moment) < dag - timedelta(days=7):
            ontvangst = actions.Ontvangst("K. de Wit, schuldhulpverlening", dag)
            actions.bevestig_ontvangst(wie, regel.id, ontvangst)


def vraag_brp(intake: Actor) -> None:
    """The intake worker asks the BRP about the most urgent cases; the answers in doubt wait for a judgement."""
    actions.loop_brp_na(intake, hoogstens=_RONDE)


def reageert_op_cak(wie: Actor, deel: Deel, gemeentecode: str, dag: date) -> UUID | None:
    """A resident who lives alone answers the offer that the CAK mailed him; gives his case, if nobody had one yet."""
    for huishouden in deel.huishoudens:
        inwoner = deel.inwoners[huishouden.volwassenen[0]]
        hier = [verblijf for verblijf in deel.verblijven[huishouden.huishouden_id] if verblijf.van <= dag]
        if huishouden.soort is not HuishoudenSoort.ALLEEN or not hier or not inwoner.telefoon:
            continue
        thuis = hier[-1]
        adres = thuis.woning.adres
        weg = thuis.tot is not None and thuis.tot <= dag
        if weg or inwoner.overleden or adres.gemeentecode != gemeentecode:
            continue
        with suppress(Geweigerd):  # his case runs already
            reactie = Reageerder(
                achternaam=inwoner.achternaam.naam,
                tussenvoegsel=inwoner.achternaam.tussenvoegsel,
                voorletters=inwoner.voorletters,
                geboortedatum=inwoner.geboortedatum,
                straat=adres.straat,
                huisnummer=adres.huisnummer,
                huisletter=adres.huisletter,
                toevoeging=adres.toevoeging,
                postcode=adres.postcode,
                woonplaats=adres.woonplaats,
                telefoon=inwoner.telefoon,
                datum=dag,
                kanaal="telefoon",
                dagdeel="Avond",
            )
            return actions.registreer_reactie(wie, reactie).id
    return None


def kijk_waar_het_niet_mag(vloer: Werkvloer, dag: date, volhardt: bool = False) -> None:
    """Colleagues without a task in it open a case by its address; the auditor sees that they tried.

    Who goes on (`volhardt`) tries it three times in a row.
    """
    fg = vloer.actor("joost", dag)
    zaak = (
        Zaak.objects.filter(scheme=SCHEME.naam, organisatie_id=fg.organisatie)
        .filter(gesloten__isnull=True)
        .order_by("id")
        .values_list("id", flat=True)
        .first()
    )
    if zaak is None:
        return
    for wie in ("joost", *("ewa",) * (3 if volhardt else 1)):
        with suppress(NietToegestaan):
            queries.melding(vloer.actor(wie, dag), zaak)


def bewoner(inrichting: Inrichting, wereld: Wereld, dag: date) -> None:
    """An account for a resident with a case in hand, as far along as there is one, and of whom most is known.

    Who treats the case looks, as he would have done; the resident finds that in his log.
    """
    hoofd = inrichting.organisaties[wereld.gemeenten[0].code]
    for stap in _VOORKEUR:
        zaken = Zaak.objects.filter(
            scheme=SCHEME.naam, organisatie=hoofd, stap=stap, behandelaar__isnull=False
        )
        bekend = [
            persoon
            for zaak in zaken.select_related("behandelaar__organisatie").order_by("-geopend", "-id")[:_KIJKT]
            for persoon in queries.melding(actor_als(_wie(zaak), dag), zaak.id).personen
        ]
        if bekend:
            persoon = max(bekend, key=_hoe_bekend)  # the newest of equals
            gebruiker = Gebruiker.objects.create_user(
                f"{ROEPNAAM}{PERSONADOMEIN}", persoon_id=persoon.id, naam=persoon.naam
            )
            inrichting.gebruikers[ROEPNAAM] = gebruiker
            return


def _wie(zaak: Zaak) -> Medewerker:
    assert zaak.behandelaar is not None  # asked for
    return zaak.behandelaar


def _hoe_bekend(persoon: queries.PersoonBeeld) -> tuple[bool, bool, bool]:
    """First a name as people write it, then a birth date, then a telephone number."""
    netjes = re.fullmatch(r"([A-Z]\.)+ .*[a-z].*", persoon.naam) is not None
    return netjes, persoon.geboortedatum is not None, bool(persoon.telefoon)
