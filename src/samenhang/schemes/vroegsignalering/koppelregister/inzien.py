"""Look into a register without changing it. No lock: a run that replaces it meanwhile leaves this file as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering import koppelen
from samenhang.schemes.vroegsignalering.koppelen import Gewichten
from samenhang.schemes.vroegsignalering.koppelregister.bijwerken import lees_kenmerken, regels
from samenhang.schemes.vroegsignalering.koppelregister.plaats import BESTAND, beschadigd
from samenhang.schemes.vroegsignalering.koppelregister.rijen import laad_aanvaard
from samenhang.schemes.vroegsignalering.koppelregister.tellen import maak_telling
from samenhang.schemes.vroegsignalering.stapel import letterlijk


def verklaar(
    verbinding: duckdb.DuckDBPyConnection, map_: Path, links: str, rechts: str, gewichten: Gewichten
) -> dict[str, Any]:
    """Compare two signals of a register, as `koppelen.verklaar` does two signals of files.

    A register made with other rules or weights is explained by those of now, by which its next run links it.
    Raises `Geweigerd` when there is no register, or it is damaged, or an id is unknown or ambiguous.
    """
    bestand = map_ / BESTAND
    if not bestand.is_file():
        raise Geweigerd(
            "register_ontbreekt",
            Tekst(
                f"{map_} is geen register: {BESTAND} ontbreekt. Geef de map die u bij `koppel --register` gaf.",
                f"{map_} is not a register: {BESTAND} is missing. Give the folder that you gave to `koppel --register`.",
            ),
        )
    try:
        verbinding.execute(f"ATTACH {letterlijk(bestand)} AS register (READ_ONLY)")
        kenmerken = lees_kenmerken(verbinding, map_)
    except (duckdb.IOException, duckdb.InvalidInputException, duckdb.SerializationException) as fout:
        raise beschadigd(map_) from fout
    if kenmerken["regels"] != regels():
        laad_aanvaard(verbinding)
        return koppelen.verklaar(verbinding, links, rechts, gewichten)
    verbinding.execute("USE register")
    maak_telling(verbinding)
    uitleg = koppelen.verklaar_gekoppeld(verbinding, links, rechts, gewichten)
    verbinding.execute("USE memory")
    return uitleg
