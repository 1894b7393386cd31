"""The checks that only a register can do: known numbers, agreements, earlier signals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import duckdb

from samenhang.kernel.basis import in_brokken
from samenhang.schemes.vroegsignalering.bestand.afspraakgrenzen import Afspraakgrenzen
from samenhang.schemes.vroegsignalering.bestand.beleid import Beleid
from samenhang.schemes.vroegsignalering.bestand.profiel import NAMEN
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd

PER_VRAAG = 10_000
"""Numbers about which the register is asked at once."""
LIEVER_ALLE = 4
"""So many signals of the partner to each number asked are read as quickly as the numbers are looked up."""
GEEN_GRENS = 2**63


class Bekend(NamedTuple):
    """An earlier accepted signal: number, hash of its content, customer number, whether it is still open."""

    signaal_id: str
    inhoud_hash: str
    klantnummer: str
    open: bool


@dataclass(frozen=True, slots=True)
class RegisterFeiten:
    """What the register knows of one partner and one municipality.

    `nummers`: codes by which the partner may call itself. `kolommen`: columns that the agreement allows
    (None: all). `zoek`: given signal numbers and customer numbers, the earlier accepted signals with one of
    them. `alle`: how many signals of this partner there are, and a way to go by them all (None: not known).
    `postcodes`: ranges of the first four digits of the municipality's postcodes (empty: not checked). `grenzen`: what was agreed about amount and age.
    """

    nummers: frozenset[str]
    soort: str
    gemeentecode: str = ""
    kolommen: frozenset[str] | None = None
    klantnummer_toegestaan: bool = True
    zoek: Callable[[Sequence[str], Sequence[str]], Iterable[Bekend]] = lambda nummers, klanten: ()
    alle: Callable[[], tuple[int, Iterable[Bekend]]] | None = None
    postcodes: tuple[tuple[int, int], ...] = ()
    eigen_maildomein: str = ""
    grenzen: Afspraakgrenzen = Afspraakgrenzen()

    def controleer_partner(self, bestand: str, partner: str, soort: str, kolommen: tuple[str, ...]) -> None:
        """Refuse a file of another partner, another kind, or with columns outside the agreement."""
        if partner not in self.nummers:
            raise BestandGeweigerd("F10", bestand, f"partner {partner}", kolom="partner")
        if soort != self.soort:
            raise BestandGeweigerd("F10", bestand, f"partner_soort {soort}", kolom="partner_soort")
        if self.kolommen is not None:
            buiten = [kolom for kolom in kolommen if kolom in NAMEN and kolom not in self.kolommen]
            if buiten:
                raise BestandGeweigerd("F13", bestand, ", ".join(buiten), regel=1, kolom=buiten[0])


def controleer_met_register(
    verbinding: duckdb.DuckDBPyConnection, feiten: RegisterFeiten, beleid: Beleid
) -> int:
    """Refuse reused numbers (R02), end of supply without earlier signal (R30) and withdrawals of nothing
    (R40); warn for other postcodes (W20). Gives the number of rows that were already known."""
    _zet_bekend(verbinding, feiten)
    dubbel = verbinding.execute(
        "SELECT count(*) FROM signalen s JOIN bekend b USING (signaal_id) WHERE s.inhoud_hash = b.inhoud_hash AND s.soort_signaal <> 'intrekking'"
    ).fetchone()
    verbinding.execute(
        "INSERT INTO fouten SELECT s.bestand, s.regel, 'signaal_id', 'R02', 'R', s.signaal_id, '' FROM signalen s JOIN bekend b USING (signaal_id) "
        "WHERE s.inhoud_hash <> b.inhoud_hash AND s.soort_signaal <> 'intrekking'"
    )
    verbinding.execute(
        "DELETE FROM signalen WHERE soort_signaal <> 'intrekking' AND signaal_id IN (SELECT signaal_id FROM bekend)"
    )
    verbinding.execute(
        """INSERT INTO fouten SELECT bestand, regel, 'soort_signaal', 'R30', 'R', '', '' FROM signalen s
        WHERE partner_soort = 'energie' AND soort_signaal = 'einde_levering' AND datum_signaal >= ?
        AND NOT EXISTS (SELECT 1 FROM bekend b WHERE b.klantnummer = s.klantnummer)
        AND NOT EXISTS (SELECT 1 FROM signalen e WHERE e.klantnummer = s.klantnummer AND e.datum_signaal < s.datum_signaal
                        AND e.soort_signaal IN ('eerste', 'geactualiseerd'))""",
        [beleid.eerst_vroegsignaal_vanaf],
    )
    verbinding.execute(
        "INSERT INTO fouten SELECT bestand, regel, 'signaal_id', 'R40', 'R', signaal_id, '' FROM signalen "
        "WHERE soort_signaal = 'intrekking' AND signaal_id NOT IN (SELECT signaal_id FROM bekend WHERE open)"
    )
    if feiten.postcodes:
        binnen = " OR ".join(
            f"left(postcode, 4)::INTEGER BETWEEN {van} AND {tot}" for van, tot in feiten.postcodes
        )
        verbinding.execute(
            "INSERT INTO fouten SELECT bestand, regel, 'postcode', 'W20', 'W', postcode, '' FROM signalen "
            f"WHERE soort_signaal <> 'intrekking' AND NOT ({binnen})"
        )
    if feiten.eigen_maildomein:
        verbinding.execute(
            "INSERT INTO fouten SELECT bestand, regel, 'email', 'W27', 'W', '', '' FROM signalen WHERE ends_with(email, '@' || ?)",
            [feiten.eigen_maildomein],
        )
        verbinding.execute(
            "UPDATE signalen SET email = NULL WHERE ends_with(email, '@' || ?)", [feiten.eigen_maildomein]
        )
    if not feiten.klantnummer_toegestaan:
        verbinding.execute(
            "INSERT INTO fouten SELECT bestand, regel, 'klantnummer', 'W42', 'W', '', '' FROM signalen WHERE klantnummer IS NOT NULL"
        )
        verbinding.execute("UPDATE signalen SET klantnummer = NULL")
    verbinding.execute(
        "DELETE FROM signalen WHERE (bestand, regel) IN (SELECT (bestand, regel) FROM fouten WHERE code IN ('R30', 'R40'))"
    )
    return int(dubbel[0]) if dubbel else 0


def _zet_bekend(verbinding: duckdb.DuckDBPyConnection, feiten: RegisterFeiten) -> None:
    """The table `bekend`: earlier signals with a number of this file, or of a customer whose supply ends."""
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE bekend (signaal_id VARCHAR, inhoud_hash VARCHAR, klantnummer VARCHAR, open BOOLEAN)"
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE gevraagd AS SELECT row_number() OVER () AS plek, * FROM ("
        "SELECT DISTINCT signaal_id, NULL AS klantnummer FROM signalen UNION ALL "
        "SELECT DISTINCT NULL, klantnummer FROM signalen WHERE soort_signaal = 'einde_levering' AND klantnummer IS NOT NULL)"
    )
    gevraagd = tel(verbinding, "SELECT count(*) FROM gevraagd")
    aantal, rijen = feiten.alle() if feiten.alle else (GEEN_GRENS, ())
    if aantal > LIEVER_ALLE * gevraagd:
        for begin in range(0, gevraagd, PER_VRAAG):
            deel = verbinding.execute(
                "SELECT signaal_id, klantnummer FROM gevraagd WHERE plek > ? AND plek <= ?",
                [begin, begin + PER_VRAAG],
            ).fetchall()
            nummers = sorted(nummer for nummer, _ in deel if nummer is not None)
            klanten = sorted(klant for nummer, klant in deel if nummer is None)
            _voeg_bekend_toe(verbinding, feiten.zoek(nummers, klanten))
    elif aantal:
        _voeg_bekend_toe(verbinding, rijen)
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE bekend AS SELECT DISTINCT b.* FROM bekend b
        WHERE signaal_id IN (SELECT signaal_id FROM gevraagd) OR klantnummer IN (SELECT klantnummer FROM gevraagd)"""
    )


def _voeg_bekend_toe(verbinding: duckdb.DuckDBPyConnection, rijen: Iterable[Bekend]) -> None:
    for brok in in_brokken(rijen, PER_VRAAG):
        verbinding.execute(
            "INSERT INTO bekend SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::BOOLEAN[])",
            [list(kolom) for kolom in zip(*brok, strict=True)],
        )
