"""Person ids that stay: what speaks for itself is settled in the tables, the rest one by one, with one outcome."""

from __future__ import annotations

from collections import Counter

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from samenhang.schemes.vroegsignalering.koppelen.nummers import geef_nummers

GROEPEN = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["", "Pa", "Pb", "Pc", "Pd"])), min_size=1, max_size=14)  # fmt: skip


def uitkomst(signalen: list[tuple[int, str]], *, als_tabel: bool) -> tuple[dict[int, str], object]:
    with duckdb.connect(":memory:") as verbinding:
        verbinding.execute("CREATE TABLE signaal_bij (partner VARCHAR, signaal_id VARCHAR, nr BIGINT)")
        verbinding.execute("CREATE VIEW klant AS SELECT nr, partner, signaal_id FROM signaal_bij")
        verbinding.execute("CREATE TABLE lid (nr BIGINT, groep BIGINT)")
        verbinding.execute("CREATE TABLE eerder (partner VARCHAR, signaal_id VARCHAR, oud VARCHAR)")
        for nr, (groep, oud) in enumerate(signalen):
            verbinding.execute("INSERT INTO signaal_bij VALUES ('p', ?, ?)", [f"S{nr:02}", nr])
            verbinding.execute("INSERT INTO lid VALUES (?, ?)", [nr, groep])
            if oud:
                verbinding.execute("INSERT INTO eerder VALUES ('p', ?, ?)", [f"S{nr:02}", oud])
        bekend = {("p", f"S{nr:02}"): oud for nr, (_, oud) in enumerate(signalen) if oud}
        wijzigingen = geef_nummers(verbinding, "eerder" if als_tabel else bekend)
        return dict(verbinding.execute("SELECT groep, persoon_id FROM persoon").fetchall()), wijzigingen


@settings(max_examples=60, deadline=None)
@given(GROEPEN)
def test_elke_groep_houdt_het_nummer_dat_de_meesten_hadden(signalen: list[tuple[int, str]]) -> None:
    """Held against the rule as it reads: votes in order, each id and each group once."""
    eerste = {groep: min(nr for nr, (g, _) in enumerate(signalen) if g == groep) for groep, _ in signalen}
    stemmen = Counter((oud, groep) for groep, oud in signalen if oud)
    verwacht: dict[int, str] = {}
    for oud, groep in sorted(stemmen, key=lambda paar: (-stemmen[paar], paar[0], eerste[paar[1]])):
        if groep not in verwacht and oud not in verwacht.values():
            verwacht[groep] = oud
    nummers, wijzigingen = uitkomst(signalen, als_tabel=True)
    assert {groep: nummer for groep, nummer in nummers.items() if groep in verwacht} == verwacht
    assert len(set(nummers.values())) == len(nummers)
    assert (nummers, wijzigingen) == uitkomst(signalen, als_tabel=False)
