"""A large delivery into the register: in portions, from a plan that was made once (docs/adr/0032).

Each portion is a transaction that also moves the cursor in the delivery: what was killed goes on from there.
"""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

import duckdb
from django.db import transaction
from django.utils import timezone

from samenhang.kernel.aanlevering import opslag, voortgang
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.personen.models import Huishouden, Persoon
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering import inschrijven
from samenhang.schemes.vroegsignalering.bestand.lezen import maak_lege_tabellen
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.inschrijven.bekend import oordelen
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.schemes.vroegsignalering.stapel import open_stapel

AFMAKEN = "vroegsignalering.aanlevering-afmaken"
"""The duty that finishes deliveries."""

PORTIE = 50_000
"""Accepted rows that are registered in one transaction. A delivery of no more is registered as it is received."""

GEHEUGEN = 1_000
"""MB that the tables of matching may take before they go to disk."""

WOORDENBOEK = 2_000
"""Distinct values of a column of the good rows above which no dictionary is tried: most columns are nearly unique, and
trying takes a quarter of the writing."""

NA_LEZEN = 0.25
"""The share of the work that is done when a delivery has been checked."""


def bestand_weg() -> Geweigerd:
    """What should have been registered is not there any more."""
    return Geweigerd(
        "bestand_weg",
        Tekst(
            "Het ontvangen bestand is er niet meer. Lever het opnieuw.",
            "The received file is gone. Deliver it again.",
        ),
        status=409,
    )


def is_groot(verbinding: duckdb.DuckDBPyConnection) -> bool:
    """Whether the accepted rows of the connection are more than one portion."""
    return tel(verbinding, "SELECT count(*) FROM signalen WHERE soort_signaal <> 'intrekking'") > PORTIE


def heeft_rijen(aanlevering: Aanlevering) -> bool:
    """Whether its good rows stand beside the raw file."""
    return opslag.werkbestand(aanlevering.id, opslag.RIJEN).exists()


def bewaar_rijen(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    """Keep the accepted rows of the connection beside the raw file, and no plan of an earlier try."""

    def schrijf(pad: Path) -> None:
        verbinding.execute(
            f"COPY signalen TO {_letterlijk(pad)} (FORMAT parquet, COMPRESSION lz4_raw, DICTIONARY_SIZE_LIMIT {WOORDENBOEK})"
        )

    opslag.ruim_werk_op(aanlevering.id, opslag.PLAN)
    opslag.zet_werkbestand(aanlevering.id, opslag.RIJEN, schrijf)


def schrijf_portie(
    aanlevering: Aanlevering, toegang: Toegang, hoor: voortgang.Hoor | None = None
) -> Aanlevering:
    """Write the next portion of a checked delivery, within the operation that is going on; after the last it is done.

    The caller holds the lock on the delivery.
    """
    assert aanlevering.gekeurd is not None  # its status says so
    begonnen = aanlevering.gekeurd.timestamp()
    with (
        voortgang.Voortgang(aanlevering.id, hoor, "inschrijven", begonnen, NA_LEZEN) as stand,
        open_stapel() as verbinding,
    ):
        if not _open_plan(verbinding, aanlevering, toegang):
            _maak_plan(aanlevering, toegang, stand.meld)
            _open_plan(verbinding, aanlevering, toegang)
        if not aanlevering.ingeschreven:
            inschrijven.trek_in(verbinding, aanlevering, toegang)
            aanlevering.ingeschreven = tel(verbinding, "SELECT count(*) FROM intrekking")
        portie = _volgende(verbinding, aanlevering.ingeschreven_tot)
        al = aanlevering.ingeschreven

        def meld(stap: str, klaar: int, _: int) -> None:
            stand.meld(stap, al + klaar, aanlevering.geaccepteerd)

        aanlevering.ingeschreven += inschrijven.schrijf_portie(verbinding, aanlevering, toegang, portie, meld)
    aanlevering.ingeschreven_tot = portie.tot
    if portie.laatste:
        aanlevering.status, aanlevering.verwerkt = "verwerkt", timezone.now()
        transaction.on_commit(partial(opslag.ruim_werk_op, aanlevering.id))
    aanlevering.save()
    huidige_operatie().verandert(aanlevering=str(aanlevering.id), ingeschreven=aanlevering.ingeschreven)
    return aanlevering


def _volgende(verbinding: duckdb.DuckDBPyConnection, van: int) -> inschrijven.Portie:
    """The lines of the next portion of the plan."""
    rij = verbinding.execute(
        "SELECT max(regel), (SELECT max(regel) FROM boeking) FROM (SELECT regel FROM boeking WHERE regel > ? ORDER BY regel LIMIT ?)",
        [van, PORTIE],
    ).fetchone()
    assert rij is not None  # an aggregate gives one row
    tot, einde = (int(regel or van) for regel in rij)
    return inschrijven.Portie(van, tot, tot >= einde)


def _maak_plan(aanlevering: Aanlevering, toegang: Toegang, meld: inschrijven.Meld) -> None:
    """Match the rows that are left with the register and keep all that is to be written of them."""
    if not heeft_rijen(aanlevering):
        raise bestand_weg()
    try:
        _koppel(aanlevering, toegang, meld, f"{GEHEUGEN}MB")
    except duckdb.OutOfMemoryException:
        # What one operation holds at a time grows with the register; a delivery is not lost to that.
        _koppel(aanlevering, toegang, meld, "")


def _koppel(aanlevering: Aanlevering, toegang: Toegang, meld: inschrijven.Meld, geheugen: str) -> None:
    van = aanlevering.ingeschreven_tot
    rijen = opslag.werkbestand(aanlevering.id, opslag.RIJEN)
    with open_stapel(geheugen=geheugen) as verbinding:
        maak_lege_tabellen(verbinding)
        verbinding.execute(
            f"INSERT INTO signalen BY NAME SELECT * FROM read_parquet({_letterlijk(rijen)}) WHERE regel > {van}"
        )
        inschrijven.kies(verbinding, aanlevering, toegang, meld, van)
        verbinding.execute(
            "CREATE TABLE houvast AS SELECT ? AS van, ? AS personen, ? AS huishoudens, ? AS oordelen",
            [van, *_register(aanlevering), _som_van_oordelen(toegang)],
        )

        def schrijf(pad: Path) -> None:
            verbinding.execute(f"ATTACH {_letterlijk(pad)} AS plan")
            for tabel in (*inschrijven.TABELLEN, "houvast"):
                verbinding.execute(f"CREATE TABLE plan.{tabel} AS SELECT * FROM {tabel}")
            verbinding.execute("DETACH plan")

        opslag.zet_werkbestand(aanlevering.id, opslag.PLAN, schrijf)


def _open_plan(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, toegang: Toegang) -> bool:
    """Make the tables of the plan those of the connection; False when there is no plan, or the register is no longer
    what it was made of."""
    pad = opslag.werkbestand(aanlevering.id, opslag.PLAN)
    if not pad.exists():
        return False
    verbinding.execute(f"ATTACH {_letterlijk(pad)} AS plan (READ_ONLY)")
    tot = aanlevering.ingeschreven_tot
    erbij = [
        tel(verbinding, f"SELECT count(*) FROM plan.{tabel} WHERE NOT bekend AND regel <= {tot}")
        for tabel in ("wie", "huis")
    ]
    houvast = verbinding.execute("SELECT personen, huishoudens, oordelen FROM plan.houvast").fetchone()
    assert houvast is not None  # written with the plan
    personen, huishoudens = _register(aanlevering)
    nu = (personen - erbij[0], huishoudens - erbij[1], _som_van_oordelen(toegang))
    if houvast != nu:
        verbinding.execute("DETACH plan")
        return False
    verbinding.execute("USE plan")
    return True


def _register(aanlevering: Aanlevering) -> tuple[int, int]:
    """How many persons and households the receiving municipality has."""
    eigen = {"organisatie": aanlevering.ontvanger_id, "scheme": SCHEME.naam}
    return Persoon.objects.filter(**eigen).count(), Huishouden.objects.filter(**eigen).count()


def _som_van_oordelen(toegang: Toegang) -> str:
    return hashlib.sha256(repr(oordelen(toegang)).encode()).hexdigest()


def _letterlijk(pad: Path) -> str:
    """A path in SQL: `ATTACH` and `COPY` take no parameter."""
    return "'" + str(pad).replace("'", "''") + "'"
