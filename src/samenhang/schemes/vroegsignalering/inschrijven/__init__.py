"""Accepted rows into the register: match with what is known, then persons, households and signals.

Rows, persons and ids stay in DuckDB and go by in pieces, made into the form in which the database keeps them; Python
looks at the persons that were known before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import duckdb
from django.utils import timezone

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Tekst, in_brokken
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.inschrijven.bekend import voeg_bekende_toe
from samenhang.schemes.vroegsignalering.inschrijven.bekenden import vul_bekenden_aan
from samenhang.schemes.vroegsignalering.inschrijven.gegevens import kies_gegevens, schrijf_nieuwen
from samenhang.schemes.vroegsignalering.inschrijven.geheugen import (
    gekoppeld,
    neem_in_gebruik,
    tel_voor_meting,
)
from samenhang.schemes.vroegsignalering.inschrijven.portie import ALLES, Portie
from samenhang.schemes.vroegsignalering.inschrijven.signalen import (
    herzie_personen,
    kies_herziening,
    kies_signalen,
    schrijf_signalen,
)
from samenhang.schemes.vroegsignalering.inschrijven.twijfel import (
    kies_te_meten,
    kies_twijfel,
    meet_twijfel,
    schrijf_twijfel,
)
from samenhang.schemes.vroegsignalering.inschrijven.wie import (
    kies_huishoudens,
    kies_personen,
    schrijf_personen,
    verhuis_bekenden,
)
from samenhang.schemes.vroegsignalering.models import Signaal

__all__ = [
    "ALLES",
    "TABELLEN",
    "Meld",
    "Portie",
    "kies",
    "schrijf_in",
    "schrijf_portie",
    "trek_in",
    "voeg_bekende_toe",
]

TABELLEN = (
    "intrekking",
    "wie",
    "huis",
    "lid_erbij",
    "verhuizing",
    "boeking",
    "herziening",
    "gegeven",
    "vraag",
)
"""What `kies` makes and `schrijf_portie` reads."""

KIEZEN: Final = 0.85
"""The share of matching that is done when persons and households are known, and ids and data are still to be chosen."""

Meld = Callable[[str, int, int], None]


def _stil(stap: str, klaar: int, totaal: int) -> None:
    """Nobody wants to know."""


def schrijf_in(
    verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, toegang: Toegang, meld: Meld = _stil
) -> None:
    """Take the accepted rows of the connection's `signalen` into the register of the receiving municipality, all of
    them now. `meld` hears of each stage how many rows of all are done.
    """
    aantal = kies(verbinding, aanlevering, toegang, meld)
    trek_in(verbinding, aanlevering, toegang)
    if aantal:
        schrijf_portie(verbinding, aanlevering, toegang, ALLES, meld)


def kies(
    verbinding: duckdb.DuckDBPyConnection,
    aanlevering: Aanlevering,
    toegang: Toegang,
    meld: Meld = _stil,
    van: int = 0,
) -> int:
    """Match the rows of `signalen` with the register and make the tables (`TABELLEN`) of all that is to be written;
    gives how many signals these are. Of none at all only `intrekking` is made.

    Writes nothing into the register. `van` is the last line of the delivery that is in the register already.
    """
    verbinding.execute(
        "CREATE OR REPLACE TABLE intrekking AS SELECT signaal_id FROM signalen WHERE soort_signaal = 'intrekking' ORDER BY regel"
    )
    verbinding.execute("DELETE FROM signalen WHERE soort_signaal = 'intrekking'")
    aantal = tel(verbinding, "SELECT count(*) FROM signalen")
    if not aantal:
        return 0
    meld("koppelen", 0, aantal)

    def hoor(deel: float) -> None:
        meld("koppelen", round(KIEZEN * deel * aantal), aantal)

    with gekoppeld(verbinding, aanlevering, toegang, hoor):
        kies_personen(verbinding, van)
        kies_huishoudens(verbinding, aanlevering)
        kies_signalen(verbinding)
        kies_herziening(verbinding)
        kies_gegevens(verbinding)
        kies_twijfel(verbinding)
        kies_te_meten(verbinding)
        tel_voor_meting(verbinding)
        meet_twijfel(verbinding)
    return aantal


def schrijf_portie(
    verbinding: duckdb.DuckDBPyConnection,
    aanlevering: Aanlevering,
    toegang: Toegang,
    portie: Portie,
    meld: Meld = _stil,
) -> int:
    """Write what `kies` made of the lines of a portion; gives how many signals.

    Every portion of a delivery after the other leaves what one portion of it all leaves: ids, persons and what is
    known of them were chosen once, over all its lines.
    """
    aantal = tel(verbinding, f"SELECT count(*) FROM boeking WHERE {portie.waar()}")
    meld("inschrijven", 0, aantal)
    vandaag = timezone.localdate(huidige_operatie().nu)
    schrijf_personen(verbinding, aanlevering, portie)
    if portie.laatste:
        verhuis_bekenden(verbinding, aanlevering)
    schrijf_signalen(
        verbinding, aanlevering, toegang, portie, lambda klaar: meld("inschrijven", klaar, aantal)
    )
    if portie.laatste:
        herzie_personen(verbinding, toegang)
    schrijf_nieuwen(verbinding, toegang, portie, vandaag)
    if portie.laatste:
        vul_bekenden_aan(verbinding, toegang, vandaag)
        schrijf_twijfel(verbinding, toegang)
        neem_in_gebruik(aanlevering)
    return aantal


def trek_in(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, toegang: Toegang) -> None:
    """The partner takes signals back: they count no more, and a case they are in says so on its timeline."""
    nummers = verbinding.execute("SELECT signaal_id FROM intrekking ORDER BY rowid").fetchall()
    for brok in in_brokken((nummer for (nummer,) in nummers), 900):
        rijen = Signaal.objects.met(toegang).filter(partner=aanlevering.afzender, signaal_id__in=brok)
        geraakt = list(rijen.values_list("persoon_id", "zaak_id"))
        rijen.update(status="ingetrokken", reden="partner")
        huidige_operatie().raakt(persoon for persoon, _ in geraakt)
        zaken = Zaak.objects.filter(id__in={zaak for _, zaak in geraakt if zaak is not None})
        for zaak in zaken.filter(gesloten__isnull=True):
            schrijf_tijdlijn(
                zaak,
                "signaal",
                Tekst("Een partner trok een signaal in", "A partner withdrew a signal"),
            )
