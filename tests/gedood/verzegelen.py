"""Sealing that dies on the way: the first key, leaves in pieces, a checkpoint; and handing over to the next key."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from samenhang.kernel.beheer.grenzen import installatiebeheer
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zegel import actions, bladen, punten, sleutels
from samenhang.kernel.zegel.controle import controleer
from samenhang.kernel.zegel.models import Blad, Controlepunt
from tests.gedood.beproeven import TOEN, Proef
from tests.gedood.leveren import doe_plichten

AANTAL, BROK = 60, 25
"""Operations, each a row in both logs; rows that become leaves in one transaction."""
LATER = "2026-11-24T08:45:00+01:00"
"""The next checkpoint is due."""
WIE = Actor(None, "proef", None, "")


def schrijf(aantal: int = AANTAL) -> None:
    """Operations about one person each."""
    for nummer in range(aantal):
        with operatie("vroegsignalering", f"proef {nummer}", WIE) as op:
            op.raakt([UUID(int=nummer + 1)])


def zegel() -> None:
    """All that the duty does, in smaller pieces."""
    while bladen.wacht():
        bladen.voeg_toe(BROK)
    if punten.moet(timezone.now()):
        punten.teken()


def stand() -> dict[str, Any]:
    """Leaves, what has none, what a check says, and the private keys."""
    nummers = list(Blad.objects.order_by("nummer").values_list("nummer", flat=True))
    rijen = Auditregel.objects.count() + Verwerking.objects.count()
    uit = controleer()
    return {
        "bladen": len(nummers),
        "zonder_gat": nummers == list(range(len(nummers))),
        "wacht": rijen - Blad.objects.values("rij_id").distinct().count(),
        "punten": list(Controlepunt.objects.order_by("id").values_list("omvang", flat=True)),
        "gevonden": [deel.code for deel in uit.bevindingen],
    }


VERZEGELEN = Proef("verzegelen", TOEN, TOEN, schrijf, zegel, stand, doe_plichten, zegel)


def begin() -> None:
    schrijf(3)
    zegel()


def wissel() -> None:
    """Hand over to a second key, unless that was done."""
    if len(sleutels.bekend()) < 2:
        actions.vernieuw_sleutel(installatiebeheer(None))


def sleutelstand() -> dict[str, Any]:
    """How many keys were in use, whether each next one was signed by the one before, and what still signs."""
    bekend = sleutels.bekend()
    ondertekend = [
        {deel.sleutel_id for deel in punten.nota_van(punt).handtekeningen}
        for punt in Controlepunt.objects.all()
    ]
    return {
        "sleutels": len(bekend),
        "oude_prive": sum((sleutels.map_() / f"{deel.id.hex()}.pem").exists() for deel in bekend[:-1]),
        "tekent": bool(sleutels.in_gebruik()),
        "overgedragen": all(
            any({oud.id, nieuw.id} <= wie for wie in ondertekend) for oud, nieuw in pairwise(bekend)
        ),
        "gevonden": [deel.code for deel in controleer().bevindingen],
    }


SLEUTELWISSEL = Proef("sleutelwissel", TOEN, LATER, begin, wissel, sleutelstand, doe_plichten, wissel)


def laat_vastgelegd() -> dict[str, Any]:
    """PostgreSQL: rows of transactions that began before the sealer read and end after it, one of them undone."""
    import psycopg

    schrijf(2)
    bron = Auditregel.objects.values_list("id", flat=True)[0]
    instellingen = connection.get_connection_params()
    bekend = {
        naam: instellingen[naam]
        for naam in ("host", "port", "user", "password", "dbname")
        if naam in instellingen
    }
    uit: dict[str, Any] = {}
    with psycopg.connect(**bekend) as laat, psycopg.connect(**bekend) as weg:
        for verbinding, nummer in ((laat, 1), (weg, 2)):
            kolommen = ", ".join(
                veld.column for veld in Auditregel._meta.concrete_fields if veld.column != "id"
            )
            verbinding.execute(
                f"INSERT INTO logboek_auditregel (id, {kolommen}) SELECT %s, {kolommen} FROM logboek_auditregel WHERE id = %s",
                [UUID(int=nummer), bron],
            )  # the lowest id there can be
        schrijf(2)
        uit["eerst"] = bladen.voeg_toe()
        uit["dan"] = bladen.voeg_toe()
        laat.commit()
        weg.rollback()
    uit["wacht"] = bladen.wacht()
    uit["daarna"] = bladen.voeg_toe()
    uit["laatste"] = str(Blad.objects.latest("nummer").rij_id)
    punten.teken()
    uit["stand"] = stand()
    return uit
