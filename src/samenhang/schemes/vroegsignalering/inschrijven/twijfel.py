"""Pairs that the matching leaves to a person."""

from __future__ import annotations

from uuid import UUID

import duckdb

from samenhang.kernel.stapel import in_brokken
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.models import Signaal, Twijfelpaar


def kies_twijfel(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `vraag`: the pairs of `twijfel` with the ids of both persons."""
    verbinding.execute(
        """CREATE OR REPLACE TABLE vraag AS
        SELECT t.links_partner, t.links_signaal_id, t.rechts_partner, t.rechts_signaal_id, l.id AS links, r.id AS rechts, t.zekerheid
        FROM twijfel t JOIN wie l ON l.sleutel = t.links_persoon_id JOIN wie r ON r.sleutel = t.rechts_persoon_id
        ORDER BY t.som DESC, 1, 2, 3, 4"""
    )


def schrijf_twijfel(verbinding: duckdb.DuckDBPyConnection, toegang: Toegang) -> None:
    """New pairs for a person to judge; a pair that was asked before is not asked again."""
    rijen = verbinding.execute("SELECT * FROM vraag ORDER BY rowid").fetchall()
    if not rijen:
        return
    nummers = sorted({nummer for rij in rijen for nummer in (rij[1], rij[3])})
    ids = {
        (partner, nummer): sleutel
        for brok in in_brokken(nummers, 900)
        for partner, nummer, sleutel in Signaal.objects.met(toegang)
        .filter(signaal_id__in=brok)
        .values_list("partner__kvk", "signaal_id", "id")
    }
    gevraagd = set(Twijfelpaar.objects.met(toegang).values_list("links_id", "rechts_id"))
    paren = []
    for lp, li, rp, ri, links, rechts, zekerheid in rijen:
        paar = (ids.get((lp, li)), ids.get((rp, ri)))  # a known signal may have been destroyed since
        if None not in paar and paar not in gevraagd and paar[::-1] not in gevraagd:
            paren.append((UUID(links), UUID(rechts), *paar, zekerheid))
    Twijfelpaar.objects.met(toegang).voeg_in(
        ("persoon_id", "rechts_persoon_id", "links_id", "rechts_id", "zekerheid"), paren
    )
