"""What linkage remembers of a municipality, made at night where it is missing, so that the delivery of the day is quick."""

from __future__ import annotations

import logging
from contextlib import suppress

import duckdb

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.bestand.lezen import maak_lege_tabellen
from samenhang.schemes.vroegsignalering.inschrijven import geheugen
from samenhang.schemes.vroegsignalering.inschrijven.bekend import BEKEND, oordelen, voeg_bekende_toe
from samenhang.schemes.vroegsignalering.koppelen import Oordeel, laad_gewichten
from samenhang.schemes.vroegsignalering.koppelregister.huis import koppel_erbij, laat_los, leg_huis_vast
from samenhang.schemes.vroegsignalering.stapel import open_stapel

log = logging.getLogger("samenhang.vroegsignalering")

NAAM = "vroegsignalering"


def onthoud(gemeente: Organisatie) -> bool:
    """Link all that a municipality knows and remember it; False when it is remembered, is too little, or takes more memory
    than it may.

    Reading is one operation; linking is outside any, so that nobody waits for it. Whatever changes meanwhile, the next
    delivery sees: what came in since is matched in, and a destruction ends the key that was taken before reading.
    """
    doel = geheugen.plek(gemeente.id)
    if doel.exists():
        return False
    sleutel = geheugen.sleutel_van(gemeente.id)
    werk = geheugen.map_van() / f"{geheugen.NACHT}{gemeente.id}{geheugen.WERK}"
    geheugen.wis_werk(werk)
    with open_stapel() as verbinding:
        maak_lege_tabellen(verbinding)
        gelezen = _lees(verbinding, gemeente)
        if gelezen is None:
            return False
        try:
            geheugen.begin(verbinding, werk)
            geheugen.begrens(verbinding, geheugen.ALLES)
            koppel_erbij(
                verbinding,
                gewichten=laad_gewichten(),
                oordelen=gelezen,
                bekend=BEKEND,
                hoor=lambda deel: None,
            )
            leg_huis_vast(verbinding, BEKEND)
            laat_los(verbinding)
            klaar = werk.with_suffix(geheugen.KLAAR)
            geheugen.versluit(gemeente.id, sleutel, werk, klaar)
        except duckdb.OutOfMemoryException:
            log.warning("de koppeling van %s past niet in het geheugen dat zij mag nemen", gemeente.id)
            return False
        finally:
            with suppress(duckdb.Error):  # what went wrong first is what counts
                laat_los(verbinding)
            geheugen.wis_werk(werk)
    klaar.replace(doel)
    return True


def _lees(verbinding: duckdb.DuckDBPyConnection, gemeente: Organisatie) -> list[Oordeel] | None:
    """Put all that is known into `signalen`; gives what people judged, None when it is not worth remembering."""
    actor = systeem(gemeente)
    with operatie(NAAM, "koppeling onthouden", actor):
        toegang = toegang_tot_register(
            actor, NAAM, doel="aanlevering", leest=("naw", "contact", "signaal"), schrijft=()
        )
        if not geheugen.is_groot(toegang):
            return None
        voeg_bekende_toe(verbinding, toegang)
        return oordelen(toegang)
