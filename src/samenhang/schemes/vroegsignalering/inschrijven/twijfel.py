"""Pairs that the matching leaves to a person."""

from __future__ import annotations

import duckdb

from samenhang.kernel.stapel import in_brokken
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.inschrijven.wie import ids_van
from samenhang.schemes.vroegsignalering.models import Signaal, Twijfelpaar


def schrijf_twijfel(
    verbinding: duckdb.DuckDBPyConnection,
    toegang: Toegang,
) -> None:
    """New pairs for a person to judge; a pair that was asked before is not asked again."""
    rijen = verbinding.execute(
        "SELECT links_partner, links_signaal_id, rechts_partner, rechts_signaal_id, links_persoon_id, rechts_persoon_id, zekerheid FROM twijfel"
    ).fetchall()
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
    personen = ids_van(verbinding, (sleutel for rij in rijen for sleutel in rij[4:6]))
    gevraagd = set(Twijfelpaar.objects.met(toegang).values_list("links_id", "rechts_id"))
    paren = []
    for lp, li, rp, ri, links, rechts, zekerheid in rijen:
        paar = (ids[lp, li], ids[rp, ri])
        if paar not in gevraagd and paar[::-1] not in gevraagd:
            paren.append((personen[links], personen[rechts], *paar, zekerheid))
    Twijfelpaar.objects.met(toegang).voeg_in(
        ("persoon_id", "rechts_persoon_id", "links_id", "rechts_id", "zekerheid"), paren
    )
