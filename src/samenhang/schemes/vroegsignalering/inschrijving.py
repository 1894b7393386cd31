"""A large delivery into the register: in portions, from a plan that was made once (docs/adr/0032).

Each portion is a transaction that also moves the cursor in the delivery: what was killed goes on from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

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
from samenhang.schemes.vroegsignalering.stapel import letterlijk, open_stapel

AFMAKEN = "vroegsignalering.aanlevering-afmaken"
"""The duty that finishes deliveries."""

PORTIE = 50_000
"""Accepted rows that are registered in one transaction. A delivery of no more is registered as it is received."""

GEHEUGEN = 1_000
"""MB that the tables of matching may take before they go to disk."""

VAN_SCHIJF = 8 * 1024 * 1024
"""Bytes of a delivered file from which its good rows are written beside it as they are accepted. What can hold more than
a portion and is smaller (a spreadsheet, packed) is written when it has been checked."""

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


@contextmanager
def rijen_opzij(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> Iterator[None]:
    """Have the table `signalen` of a large file stand beside the raw file from its first row: what a million rows take is
    then written once, and neither held in memory nor read back. `bewaar_rijen` or `houd_in_geheugen` ends it; what was
    not ended (the file was refused, the disk is full) is destroyed.
    """
    if aanlevering.omvang < VAN_SCHIJF:
        yield
        return
    _open_rijen(verbinding, aanlevering)
    try:
        verbinding.execute("USE rijen")
        yield
    finally:
        _sluit_rijen(verbinding)
        opslag.begin_werkbestand(aanlevering.id, opslag.RIJEN)


def bewaar_rijen(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    """Keep the accepted rows of the connection beside the raw file, and no plan of an earlier try."""
    opslag.ruim_werk_op(aanlevering.id, opslag.PLAN)
    if not _staat_open(verbinding):
        _open_rijen(verbinding, aanlevering)
        verbinding.execute("CREATE TABLE rijen.signalen AS SELECT * FROM signalen")
    _sluit_rijen(verbinding)
    opslag.zet_werkbestand(aanlevering.id, opslag.RIJEN)


def houd_in_geheugen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """The accepted rows turned out to be no more than one portion: they are registered from memory."""
    if _staat_open(verbinding):
        verbinding.execute("CREATE TABLE memory.signalen AS SELECT * FROM rijen.signalen")
        _sluit_rijen(verbinding)


def _open_rijen(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    # Compressing takes twice the time of writing and saves nobody anything: the file is read once and destroyed.
    verbinding.execute("SET force_compression = 'uncompressed'")
    pad = opslag.begin_werkbestand(aanlevering.id, opslag.RIJEN)
    verbinding.execute(f"ATTACH {letterlijk(pad)} AS rijen")


def _sluit_rijen(verbinding: duckdb.DuckDBPyConnection) -> None:
    if _staat_open(verbinding):
        verbinding.execute("USE memory; DETACH rijen; RESET force_compression")


def _staat_open(verbinding: duckdb.DuckDBPyConnection) -> bool:
    return bool(tel(verbinding, "SELECT count(*) FROM duckdb_databases() WHERE database_name = 'rijen'"))


def schrijf_portie(
    aanlevering: Aanlevering, toegang: Toegang, hoor: voortgang.Hoor | None = None
) -> Aanlevering:
    """Write the next portion of a checked delivery, within the operation that is going on; after the last it is done.

    The caller holds the lock on the delivery.
    """
    assert aanlevering.gekeurd is not None  # its status says so
    begonnen = aanlevering.gekeurd.timestamp()
    stap = "inschrijven" if aanlevering.ingeschreven_tot else "koppelen"
    al_gedaan = (aanlevering.ingeschreven, aanlevering.geaccepteerd)
    with (
        voortgang.Voortgang(aanlevering.id, hoor, stap, begonnen, NA_LEZEN, al_gedaan) as stand,
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
        verbinding.execute(f"ATTACH {letterlijk(rijen)} AS rijen (READ_ONLY)")
        verbinding.execute(f"INSERT INTO signalen SELECT * FROM rijen.signalen WHERE regel > {van}")
        verbinding.execute("DETACH rijen")
        inschrijven.kies(verbinding, aanlevering, toegang, meld, van)
        verbinding.execute(
            "CREATE TABLE houvast AS SELECT ? AS van, ? AS personen, ? AS huishoudens, ? AS oordelen",
            [van, *_register(aanlevering), _som_van_oordelen(toegang)],
        )

        pad = opslag.begin_werkbestand(aanlevering.id, opslag.PLAN)
        verbinding.execute(f"ATTACH {letterlijk(pad)} AS plan")
        for tabel in (*inschrijven.TABELLEN, "houvast"):
            verbinding.execute(f"CREATE TABLE plan.{tabel} AS SELECT * FROM {tabel}")
        verbinding.execute("DETACH plan")
        opslag.zet_werkbestand(aanlevering.id, opslag.PLAN)


def _open_plan(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, toegang: Toegang) -> bool:
    """Make the tables of the plan those of the connection; False when there is no plan, or the register is no longer
    what it was made of."""
    pad = opslag.werkbestand(aanlevering.id, opslag.PLAN)
    if not pad.exists():
        return False
    verbinding.execute(f"ATTACH {letterlijk(pad)} AS plan (READ_ONLY)")
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
