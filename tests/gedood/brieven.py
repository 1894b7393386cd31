"""A round of letters that dies on the way."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_eigen
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.models import Brief, Briefopdracht, Contactpoging
from samenhang.schemes.vroegsignalering.queries import Briefkeuze
from tests.bouw import lever, maak_gemeente, rij, schrijf_levering
from tests.gedood.beproeven import Proef
from tests.gedood.leveren import doe_plichten
from tests.schemes.vroegsignalering.brievenwereld import zet_afzender

AANTAL = 5
CODE = "9902"
NU, LATER = "2026-11-24T09:00:00+01:00", "2026-11-24T09:30:00+01:00"


def sanne() -> Actor:
    return actor_van(Gebruiker.objects.get(email=f"sanne-{CODE}@test.invalid"), date(2026, 11, 24))


def bereid() -> None:
    """Households that can be written to, all of one worker."""
    huis = maak_gemeente(CODE, "Briefrijk")
    zet_afzender(huis)
    rijen = [
        rij(n, achternaam=f"{'ABCDE'[n]}aalders", geboortedatum=f"19{50 + n}-01-1{n}", postcode=f"26{11 + n}AB", huisnummer=str(n + 1), telefoon="")
        for n in range(AANTAL)
    ]  # fmt: skip
    lever(huis, schrijf_levering(Path(settings.DATAMAP) / "brieven.csv", *rijen))
    actions.pak_signalen_op(huis.intake)
    zaken = list(Zaak.objects.filter(organisatie=huis.organisatie).values_list("id", flat=True))
    assert len(zaken) == AANTAL
    actions.wijs_toe(huis.sanne, zaken, huis.sanne.medewerker_id, "mijn wijk")
    for zaak in zaken:
        actions.bevestig_inwoner(huis.sanne, zaak, True)


def begin() -> str:
    """Begin the round; the duties may send it."""
    return str(actions.begin_brievenronde(sanne(), Briefkeuze("aanbod", "nl")).id)


def werk() -> int:
    """Begin the round and send it, as the command does."""
    return actions.maak_ronde_af(UUID(begin()))


def nogmaals() -> None:
    """Send to who would get the letter now: to nobody, when it went."""
    if queries.briefvoorbeeld(sanne(), Briefkeuze("aanbod", "nl")).krijgt:
        werk()


@query("vroegsignalering", "brief bekijken")
def in_register(actor: Actor) -> tuple[Counter[Any], Counter[Any]]:
    """How often each case has a letter, and an attempt with a text."""
    brieven: Counter[Any] = Counter()
    pogingen: Counter[Any] = Counter()
    for toegang, _ in toegang_tot_eigen(actor, "vroegsignalering", leest=("naw", "opvolging", "bezwaar")):
        brieven.update(Brief.objects.met(toegang).values_list("zaak_id", flat=True))
        pogingen.update(
            Contactpoging.objects.met(toegang).exclude(tekstversie="").values_list("zaak_id", flat=True)
        )
    return brieven, pogingen


def stand() -> dict[str, Any]:
    """What stands of the worker in the register, and in the log."""
    wie = sanne()
    brieven, pogingen = in_register(wie)
    opdrachten = Briefopdracht.objects.filter(ronde__medewerker_id=wie.medewerker_id)
    return {
        "rondes": opdrachten.values("ronde").distinct().count(),
        "opdrachten": sorted(opdrachten.values_list("status", flat=True)),
        "brieven": sorted(brieven.values()),
        "gelijk": brieven == pogingen,
        "gelogd": Auditregel.objects.filter(
            gebruiker_id=wie.gebruiker_id, naam="brief versturen", uitkomst="verleend"
        ).count(),
    }


PROEF = Proef("brieven", NU, LATER, bereid, werk, stand, doe_plichten, nogmaals)
