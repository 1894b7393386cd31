"""Accepted rows into the register: match with what is known, then persons, households and signals.

Rows, persons and ids stay in DuckDB and go by in pieces, made into the form in which the database keeps them; Python
looks at the persons that were known before.
"""

from __future__ import annotations

from collections.abc import Callable

import duckdb
from django.utils import timezone

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.stapel import in_brokken
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.inschrijven.bekend import oordelen, voeg_bekende_toe
from samenhang.schemes.vroegsignalering.inschrijven.bekenden import vul_bekenden_aan
from samenhang.schemes.vroegsignalering.inschrijven.gegevens import kies_gegevens, schrijf_nieuwen
from samenhang.schemes.vroegsignalering.inschrijven.signalen import herzie_personen, schrijf_signalen
from samenhang.schemes.vroegsignalering.inschrijven.twijfel import schrijf_twijfel
from samenhang.schemes.vroegsignalering.inschrijven.wie import zet_huishoudens, zet_personen
from samenhang.schemes.vroegsignalering.koppelen import koppel, laad_gewichten
from samenhang.schemes.vroegsignalering.models import Signaal

__all__ = ["schrijf_in", "voeg_bekende_toe"]

Meld = Callable[[str, int, int], None]


def _stil(stap: str, klaar: int, totaal: int) -> None:
    """Nobody wants to know."""


def schrijf_in(
    verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, toegang: Toegang, meld: Meld = _stil
) -> None:
    """Take the accepted rows of the connection's `signalen` into the register of the receiving municipality.

    `meld` hears of each stage how many rows of all are done.
    """
    _trek_in(verbinding, aanlevering, toegang)
    verbinding.execute("DELETE FROM signalen WHERE soort_signaal = 'intrekking'")
    telling = verbinding.execute("SELECT count(*) FROM signalen").fetchone()
    aantal = int(telling[0]) if telling else 0
    if not aantal:
        return
    meld("koppelen", 0, aantal)
    bekend = voeg_bekende_toe(verbinding, toegang)
    koppel(verbinding, gewichten=laad_gewichten(), oordelen=oordelen(toegang), bekend=bekend)
    meld("inschrijven", 0, aantal)
    vandaag = timezone.localdate(huidige_operatie().nu)
    zet_personen(verbinding, aanlevering)
    zet_huishoudens(verbinding, aanlevering)
    schrijf_signalen(verbinding, aanlevering, toegang, lambda klaar: meld("inschrijven", klaar, aantal))
    if bekend:
        herzie_personen(verbinding, toegang, bekend)
    kies_gegevens(verbinding)
    schrijf_nieuwen(verbinding, toegang, vandaag)
    vul_bekenden_aan(verbinding, toegang, vandaag)
    schrijf_twijfel(verbinding, toegang)


def _trek_in(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, toegang: Toegang) -> None:
    """The partner takes signals back: they count no more, and a case they are in says so on its timeline."""
    nummers = verbinding.execute(
        "SELECT signaal_id FROM signalen WHERE soort_signaal = 'intrekking' ORDER BY regel"
    ).fetchall()
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
