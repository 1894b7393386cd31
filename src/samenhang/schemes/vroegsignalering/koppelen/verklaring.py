"""Why two signals were, or were not, taken for one person: the comparison of one pair, level by level."""

from __future__ import annotations

from typing import Any

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.koppelen.bewijs import (
    PAARFEITEN,
    VERGELIJKINGEN,
    VETOS,
    bereid_paren_voor,
    niveau_sql,
)
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten, zekerheid
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer


def verklaar(
    verbinding: duckdb.DuckDBPyConnection, links: str, rechts: str, gewichten: Gewichten
) -> dict[str, Any]:
    """Compare two signals of the table `signalen`, named by id or as `partner:id`.

    Gives per comparison the level and its weight (hundredths of a nat), the sum, the probability and the
    vetoes. Raises `Geweigerd` for an unknown or ambiguous id.
    """
    normaliseer(verbinding)
    a, b = _nummer(verbinding, links), _nummer(verbinding, rechts)
    document: dict[str, Any] = {"links": links, "rechts": rechts}
    if a == b:
        return document | {
            "zelfde_klant": True,
            "vergelijkingen": [],
            "som": None,
            "zekerheid": 1.0,
            "vetos": [],
        }
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE dit_paar AS SELECT ?::INTEGER AS a, ?::INTEGER AS b",
        [min(a, b), max(a, b)],
    )
    bereid_paren_voor(verbinding, "dit_paar")
    niveaus = ", ".join(niveau_sql(vergelijking) for vergelijking in VERGELIJKINGEN)
    vetos = ", ".join(f"coalesce({waar}, false)" for _, waar in VETOS)
    rij = verbinding.execute(
        f"SELECT {niveaus}, {vetos} FROM ({PAARFEITEN.format(paren='dit_paar')}) p JOIN klant x ON x.nr = p.a JOIN klant y ON y.nr = p.b"
    ).fetchone()
    assert rij is not None  # both numbers exist
    regels, som = [], gewichten.basis
    for vergelijking, nummer in zip(VERGELIJKINGEN, rij, strict=False):
        niveau = vergelijking.niveaus[nummer][0]
        gewicht = gewichten.van(vergelijking.naam, niveau)
        som += gewicht
        regels.append(
            {
                "vergelijking": vergelijking.titel.nl,
                "comparison": vergelijking.titel.en,
                "niveau": niveau,
                "gewicht": gewicht,
            }
        )
    geraakt = [naam for (naam, _), waar in zip(VETOS, rij[len(VERGELIJKINGEN) :], strict=True) if waar]
    uitslag = (
        "apart" if geraakt or som < gewichten.twijfel else "samen" if som >= gewichten.aanvaard else "twijfel"
    )
    return document | {
        "zelfde_klant": False,
        "basis": gewichten.basis,
        "vergelijkingen": regels,
        "som": som,
        "zekerheid": zekerheid(som),
        "vetos": geraakt,
        "uitslag": uitslag,
        "gewichten": f"{gewichten.vanaf.isoformat()}: {gewichten.bron}",
    }


def _nummer(verbinding: duckdb.DuckDBPyConnection, naam: str) -> int:
    partner, _, signaal_id = naam.rpartition(":")
    gevonden = verbinding.execute(
        "SELECT nr FROM signaal_bij WHERE signaal_id = ? AND (? = '' OR partner = ?)",
        [signaal_id, partner, partner],
    ).fetchall()
    if len(gevonden) == 1:
        return int(gevonden[0][0])
    if not gevonden:
        tekst = Tekst(f"Signaal {naam} staat niet in de bestanden.", f"Signal {naam} is not in the files.")
    else:
        tekst = Tekst(
            f"Signaal {naam} komt bij meer partners voor. Geef partner:signaal_id.",
            f"Signal {naam} occurs with several partners. Give partner:signaal_id.",
        )
    raise Geweigerd("signaal_onbekend", tekst)
