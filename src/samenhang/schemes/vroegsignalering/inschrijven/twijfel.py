"""Pairs that the matching leaves to a person."""

from __future__ import annotations

from uuid import UUID

import duckdb

from samenhang.kernel.basis import in_brokken
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.inschrijven.bekend import REACTIE, reactie_van
from samenhang.schemes.vroegsignalering.models import ReactieNaam, Signaal, Twijfelpaar


def kies_twijfel(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `vraag`: the pairs of `twijfel` with the ids of both persons.

    Who responded himself has a case on his own request, and no machine moves that to another person: where matching
    gives his response to one who is also known otherwise, it is asked as well, with the first signal of that one.
    """
    verbinding.execute(
        """CREATE OR REPLACE TABLE vraag AS
        WITH eigen AS (SELECT h.partner, h.signaal_id, u.persoon_id, u.zekerheid, o.id AS rechts, l.id AS links,
                (SELECT min({'partner': a.partner, 'signaal_id': a.signaal_id}) FROM uitkomst a
                 WHERE a.persoon_id = u.persoon_id AND NOT starts_with(a.partner, $reactie)) AS ander
            FROM herziening h JOIN uitkomst u USING (partner, signaal_id) JOIN wie l ON l.sleutel = u.persoon_id
            JOIN wie o ON o.sleutel = h.was WHERE starts_with(h.partner, $reactie))
        SELECT ander.partner AS links_partner, ander.signaal_id AS links_signaal_id, partner AS rechts_partner, signaal_id AS rechts_signaal_id,
            links, rechts, zekerheid FROM eigen WHERE ander IS NOT NULL
        UNION ALL SELECT * FROM (SELECT t.links_partner, t.links_signaal_id, t.rechts_partner, t.rechts_signaal_id, l.id AS links, r.id AS rechts, t.zekerheid
        FROM twijfel t JOIN wie l ON l.sleutel = t.links_persoon_id JOIN wie r ON r.sleutel = t.rechts_persoon_id
        ORDER BY t.som DESC, 1, 2, 3, 4)""",
        {"reactie": REACTIE},
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
    gevraagd = set(Twijfelpaar.objects.met(toegang).values_list("links_id", "rechts_id", "reactie_id"))
    er_zijn = set(ReactieNaam.objects.met(toegang).values_list("id", flat=True))
    paren = []
    for lp, li, rp, ri, links, rechts, zekerheid in rijen:
        if reactie_van(lp):  # the response stands on the right; two of them are no pair of signals
            lp, li, rp, ri, links, rechts = rp, ri, lp, li, rechts, links
        een, ander, reactie = ids.get((lp, li)), ids.get((rp, ri)), reactie_van(rp)
        if een is None or (ander is None and reactie not in er_zijn):
            continue  # it may have been destroyed since
        paar = (een, ander, reactie)
        if paar not in gevraagd and (ander, een, None) not in gevraagd:
            gevraagd.add(paar)
            paren.append((UUID(links), UUID(rechts), *paar, zekerheid))
    Twijfelpaar.objects.met(toegang).voeg_in(
        ("persoon_id", "rechts_persoon_id", "links_id", "rechts_id", "reactie_id", "zekerheid"), paren
    )
