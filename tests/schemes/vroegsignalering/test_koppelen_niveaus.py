"""A level may look at something cheaper first, as long as it comes out the same."""

from __future__ import annotations

from itertools import product

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import EMAIL_SCHEELT_EEN

ADRESSEN = ("a@b.nl", "jan@a.nl", "j.devries@example.nl", "piet.de.boer99@mail.example.com")


def _bewerkt(tekst: str) -> set[str]:
    """The text with one edit, and with a second one at its start, in its middle and at its end."""
    plekken = range(len(tekst) + 1)
    weg = {tekst[:i] + tekst[i + 1 :] for i in plekken}
    anders = {tekst[:i] + "x" + tekst[i + 1 :] for i in plekken}
    erbij = {tekst[:i] + "x" + tekst[i:] for i in plekken}
    gewisseld = {tekst[:i] + tekst[i + 1 : i + 2] + tekst[i : i + 1] + tekst[i + 2 :] for i in plekken}
    een = weg | anders | erbij | gewisseld
    midden = len(tekst) // 2
    return een | {f"q{t}" for t in een} | {t[:midden] + "q" + t[midden:] for t in een} | {t[:-1] for t in een}


def test_een_letter_verschil_in_een_adres_wordt_nooit_gemist() -> None:
    paren = [(tekst, ander) for tekst in ADRESSEN for ander in sorted(_bewerkt(tekst))]
    paren += product(ADRESSEN, ADRESSEN)
    with duckdb.connect() as verbinding:
        rijen = verbinding.execute(
            f"""WITH p AS (SELECT unnest(?::VARCHAR[]) AS l, unnest(?::VARCHAR[]) AS r),
            s AS (SELECT {{'email': l}} AS x, {{'email': r}} AS y FROM p)
            SELECT x.email, y.email, {EMAIL_SCHEELT_EEN}, damerau_levenshtein(x.email, y.email) = 1 FROM s""",
            [[links for links, _ in paren], [rechts for _, rechts in paren]],
        ).fetchall()
    assert len(rijen) == len(paren)
    assert [rij for rij in rijen if rij[2] != rij[3]] == []
    assert {rij[3] for rij in rijen} == {True, False}
