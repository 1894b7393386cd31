"""A level may look at something cheaper first, as long as it comes out the same."""

from __future__ import annotations

from itertools import product
from math import prod
from random import Random

import duckdb
import pytest

from samenhang.schemes.vroegsignalering.koppelen import laad_gewichten
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
    # What is no address does not get as far as this, and what is equal is not asked.
    paren = [(links, ander) for links, ander in paren if links != ander and ander.count("@") == 1]
    with duckdb.connect() as verbinding:
        rijen = verbinding.execute(
            f"""WITH p AS (SELECT unnest(?::VARCHAR[]) AS l, unnest(?::VARCHAR[]) AS r),
            s AS (SELECT *, {{'bus': split_part(l, '@', 1), 'domein': split_part(l, '@', 2)}} AS x, {{'bus': split_part(r, '@', 1), 'domein': split_part(r, '@', 2)}} AS y FROM p)
            SELECT l, r, {EMAIL_SCHEELT_EEN}, damerau_levenshtein(l, r) = 1 FROM s""",
            [[links for links, _ in paren], [rechts for _, rechts in paren]],
        ).fetchall()
    assert len(rijen) == len(paren)
    assert [rij for rij in rijen if rij[2] != rij[3]] == []
    assert {rij[3] for rij in rijen} == {True, False}


@pytest.mark.parametrize("naam", ["persoon", "thuis"])
def test_een_patroon_weegt_wat_zijn_posten_zeggen_en_de_regels_gelden_naar_hun_namen(naam: str) -> None:
    gewichten = getattr(laad_gewichten(), naam)
    model = gewichten.model
    lot, aantal = Random(7), prod(len(deel.niveaus) for deel in model.vergelijkingen)
    patronen = [0, aantal - 1, *(lot.randrange(aantal) for _ in range(3_000))]
    with duckdb.connect() as verbinding:
        in_sql = {
            patroon: feiten
            for patroon, *feiten in verbinding.execute(
                gewichten.weging("SELECT unnest(?::BIGINT[]) AS patroon"), [patronen]
            ).fetchall()
        }
    met_veto = met_voorbehoud = 0
    for patroon in patronen:
        bewijs, niveaus = gewichten.bewijs(patroon), model.ontleed(patroon)
        assert bewijs.som == gewichten.basis + sum(gewicht for _, _, gewicht in gewichten.posten(patroon))
        assert bewijs.vetos == tuple(r.naam for r in model.vetos if r.geldt(niveaus, bewijs.som))
        assert bewijs.voorbehouden == tuple(
            r.naam for r in model.voorbehouden if r.geldt(niveaus, bewijs.som)
        )
        assert in_sql[patroon] == [bewijs.som, bool(bewijs.vetos), bool(bewijs.voorbehouden)]
        met_veto += bool(bewijs.vetos)
        met_voorbehoud += bool(bewijs.voorbehouden)
    assert bool(met_veto) == bool(model.vetos)
    assert bool(met_voorbehoud) == bool(model.voorbehouden)
