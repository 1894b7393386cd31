"""Signals into the register, each at the person whom the matching gave it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

import duckdb

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import in_brokken
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.stapel import brokken_van
from samenhang.kernel.stapel.uitdrukkingen import nieuwe_id
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.inschrijven.bekend import BEKEND, NAAMVELDEN
from samenhang.schemes.vroegsignalering.inschrijven.gegevens import gevuld, uit
from samenhang.schemes.vroegsignalering.inschrijven.portie import Portie
from samenhang.schemes.vroegsignalering.models import Signaal, SignaalNaam

SIGNAALVELDEN = (
    "regel", "signaal_id", "soort_signaal", "bedrag_centen", "aantal_maanden", "ontstaansdatum", "datum_signaal",
    "dreiging", "datum_dreiging", "warme_overdracht", "minderjarig", "inhoud_hash", "partner_soort",
)  # fmt: skip


def kies_signalen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `boeking`: the new signals as the register takes them, in the order of the file."""
    verbinding.execute(
        f"""CREATE OR REPLACE TABLE boeking AS
        SELECT {nieuwe_id("row_number() OVER (ORDER BY s.regel) - 1")} AS id, w.id AS persoon_id, u.zekerheid,
            coalesce(s.klantnummer, '') AS klantnummer,
            coalesce(s.grondslag, '') AS grondslag, {", ".join(f"s.{naam}" for naam in SIGNAALVELDEN)}, {gevuld(NAAMVELDEN)}
        FROM signalen s JOIN uitkomst u USING (partner, signaal_id) JOIN wie w ON w.sleutel = u.persoon_id
        WHERE s.regel > 0 ORDER BY s.regel"""
    )


def schrijf_signalen(
    verbinding: duckdb.DuckDBPyConnection,
    aanlevering: Aanlevering,
    toegang: Toegang,
    portie: Portie,
    meld: Callable[[int], None],
) -> None:
    """The signals of a portion with the names as they were sent; `meld` hears how many are in."""
    eigen = ("id", "persoon_id", "zekerheid", "klantnummer", "grondslag", *SIGNAALVELDEN)
    gedaan = 0

    def brokken(velden: Sequence[str], vooraf: str = "") -> Iterator[list[tuple[Any, ...]]]:
        nonlocal gedaan
        rijen = f"SELECT {vooraf}{uit(velden)} FROM boeking WHERE {portie.waar()} ORDER BY id"
        for brok in brokken_van(verbinding.execute(rijen)):
            yield brok
            gedaan += len(brok)
            meld(gedaan // 2)  # each row goes by twice

    Signaal.objects.met(toegang).stort(
        eigen,
        brokken(eigen),
        aanlevering_id=aanlevering.id,
        partner_id=aanlevering.afzender_id,
        ontvangen=huidige_operatie().nu,
    )
    namen = ("id", "persoon_id", *NAAMVELDEN)
    SignaalNaam.objects.met(toegang).stort(
        ("id", "signaal_id", *namen[1:]), brokken(namen, f"{nieuwe_id('rowid')}, ")
    )


def kies_herziening(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `herziening`: what was known of a person (`was`, his key) that the new evidence gives to another."""
    verbinding.execute(
        f"""CREATE OR REPLACE TABLE herziening AS SELECT u.partner, u.signaal_id, w.id AS persoon, b.oud AS was
        FROM uitkomst u JOIN {BEKEND} b USING (partner, signaal_id) JOIN wie w ON w.sleutel = u.persoon_id
        WHERE b.oud <> u.persoon_id"""
    )


def herzie_personen(verbinding: duckdb.DuckDBPyConnection, toegang: Toegang) -> None:
    """Give the signals of `herziening` to their other person, unless they already are in a case. A response always is."""
    verhuisd: dict[tuple[str, str], list[str]] = defaultdict(list)
    for partner, signaal_id, persoon in verbinding.execute(
        "SELECT partner, signaal_id, persoon FROM herziening ORDER BY ALL"
    ).fetchall():
        verhuisd[persoon, partner].append(signaal_id)
    for (persoon, partner), nummers in verhuisd.items():
        for brok in in_brokken(nummers, 900):
            rijen = Signaal.objects.met(toegang).filter(
                partner__kvk=partner, signaal_id__in=brok, zaak__isnull=True
            )
            ids = list(rijen.values_list("id", flat=True))
            Signaal.objects.met(toegang).filter(id__in=ids).update(persoon_id=UUID(persoon))
            SignaalNaam.objects.met(toegang).filter(signaal_id__in=ids).update(persoon_id=UUID(persoon))
