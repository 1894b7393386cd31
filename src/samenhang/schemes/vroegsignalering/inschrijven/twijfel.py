"""Pairs that the matching leaves to a person."""

from __future__ import annotations

import json
from uuid import UUID

import duckdb

from samenhang.kernel.basis import in_brokken
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.inschrijven.bekend import REACTIE, reactie_van
from samenhang.schemes.vroegsignalering.koppelen.bewijs import vul
from samenhang.schemes.vroegsignalering.koppelen.verklaring import meet
from samenhang.schemes.vroegsignalering.models import ReactieNaam, Signaal, Twijfelpaar


def kies_twijfel(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `vraag`: the pairs of `twijfel` with the ids of both persons.

    Who responded himself has a case on his own request, and no machine moves that to another person: where matching
    gives his response to one who is also known otherwise, it is asked as well, with the first signal of that one, or
    else with his first response.
    """
    verbinding.execute(
        """CREATE OR REPLACE TABLE vraag AS
        WITH eigen AS (SELECT h.partner, h.signaal_id, u.persoon_id, u.zekerheid, o.id AS rechts, l.id AS links,
                (SELECT min({'zelf': starts_with(a.partner, $reactie), 'partner': a.partner, 'signaal_id': a.signaal_id}) FROM uitkomst a
                 WHERE a.persoon_id = u.persoon_id AND NOT (starts_with(a.partner, $reactie) AND a.signaal_id IN (SELECT signaal_id FROM herziening))) AS ander
            FROM herziening h JOIN uitkomst u USING (partner, signaal_id) JOIN wie l ON l.sleutel = u.persoon_id
            JOIN wie o ON o.sleutel = h.was WHERE starts_with(h.partner, $reactie))
        SELECT ander.partner AS links_partner, ander.signaal_id AS links_signaal_id, partner AS rechts_partner, signaal_id AS rechts_signaal_id,
            links, rechts, zekerheid FROM eigen WHERE ander IS NOT NULL
        UNION ALL SELECT * FROM (SELECT t.links_partner, t.links_signaal_id, t.rechts_partner, t.rechts_signaal_id, l.id AS links, r.id AS rechts, t.zekerheid
        FROM twijfel t JOIN wie l ON l.sleutel = t.links_persoon_id JOIN wie r ON r.sleutel = t.rechts_persoon_id
        ORDER BY t.som DESC, 1, 2, 3, 4)""",
        {"reactie": REACTIE},
    )


def kies_te_meten(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `te_meten`: the pairs of records of `vraag`."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE vraag_nr AS
        SELECT v.rowid AS plek, least(l.nr, r.nr) AS a, greatest(l.nr, r.nr) AS b
        FROM vraag v JOIN signaal_bij l ON l.partner = v.links_partner AND l.signaal_id = v.links_signaal_id
        JOIN signaal_bij r ON r.partner = v.rechts_partner AND r.signaal_id = v.rechts_signaal_id"""
    )
    verbinding.execute("CREATE OR REPLACE TEMP TABLE te_meten AS SELECT DISTINCT a, b FROM vraag_nr")


def meet_twijfel(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Give each pair of `vraag` its `meting`: what its explanation is made of, while everything is here that it was
    compared with."""
    vul(
        verbinding,
        "gemeten",
        {"a": "BIGINT", "b": "BIGINT", "meting": "VARCHAR"},
        [(a, b, json.dumps(meting)) for (a, b), meting in meet(verbinding, "te_meten").items()],
    )
    verbinding.execute(
        """CREATE OR REPLACE TABLE vraag AS
        SELECT v.*, coalesce(meting, '{}') AS meting FROM vraag v LEFT JOIN vraag_nr n ON n.plek = v.rowid LEFT JOIN gemeten USING (a, b)
        ORDER BY v.rowid"""
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
    er_zijn = set(ReactieNaam.objects.met(toegang).values_list("id", flat=True))
    gevraagd = {
        frozenset(nummer for nummer in rij if nummer)
        for rij in Twijfelpaar.objects.met(toegang).values_list(
            "links_id", "links_reactie_id", "rechts_id", "reactie_id"
        )
    }

    def kant(partner: str, nummer: str) -> tuple[UUID | None, UUID | None]:
        """The signal or the response; neither when it was destroyed since."""
        reactie = reactie_van(partner)
        return (
            (None, reactie if reactie in er_zijn else None) if reactie else (ids.get((partner, nummer)), None)
        )

    paren = []
    for lp, li, rp, ri, links, rechts, zekerheid, meting in rijen:
        een, ander = kant(lp, li), kant(rp, ri)
        if not any(een) or not any(ander):
            continue
        if ander[0] and not een[0]:  # of a signal and a response the signal stands on the left
            een, ander, links, rechts = ander, een, rechts, links
        paar = frozenset(nummer for nummer in (*een, *ander) if nummer)
        if paar not in gevraagd:
            gevraagd.add(paar)
            paren.append((UUID(links), UUID(rechts), *een, *ander, zekerheid, json.loads(meting)))
    velden = (
        "persoon_id", "rechts_persoon_id", "links_id", "links_reactie_id", "rechts_id", "reactie_id", "zekerheid", "meting",
    )  # fmt: skip
    Twijfelpaar.objects.met(toegang).bulk_create(
        Twijfelpaar(organisatie_id=toegang.organisatie_id, **dict(zip(velden, rij, strict=True)))
        for rij in paren
    )
