"""The checks that only a register can do: known numbers, agreements, earlier signals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import duckdb

from samenhang.schemes.vroegsignalering.bestand.beleid import Beleid
from samenhang.schemes.vroegsignalering.bestand.openen import BestandGeweigerd


@dataclass(frozen=True, slots=True)
class RegisterFeiten:
    """What the register knows of one partner and one municipality.

    `nummers`: codes by which the partner may call itself. `kolommen`: columns that the agreement allows
    (None: all). `bekend`: (signal number, content hash, customer number, open) of earlier accepted signals.
    `postcodes`: first four digits of the municipality's postcodes (empty: not checked).
    """

    nummers: frozenset[str]
    soort: str
    gemeentecode: str = ""
    kolommen: frozenset[str] | None = None
    klantnummer_toegestaan: bool = True
    bekend: Iterable[tuple[str, str, str, bool]] = ()
    postcodes: frozenset[str] = frozenset()
    eigen_maildomein: str = ""
    experimenten: Mapping[str, bool] = field(default_factory=dict)

    def controleer_partner(self, bestand: str, partner: str, soort: str, kolommen: tuple[str, ...]) -> None:
        """Refuse a file of another partner, another kind, or with columns outside the agreement."""
        if partner not in self.nummers:
            raise BestandGeweigerd("F10", bestand, f"partner {partner}")
        if soort != self.soort:
            raise BestandGeweigerd("F10", bestand, f"partner_soort {soort}")
        if self.kolommen is not None:
            buiten = [kolom for kolom in kolommen if kolom not in self.kolommen]
            if buiten:
                raise BestandGeweigerd("F13", bestand, ", ".join(buiten))


def controleer_met_register(
    verbinding: duckdb.DuckDBPyConnection, feiten: RegisterFeiten, beleid: Beleid
) -> int:
    """Refuse reused numbers (R02), end of supply without earlier signal (R30) and withdrawals of nothing
    (R40); warn for other postcodes (W20). Gives the number of rows that were already known."""
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE bekend (signaal_id VARCHAR, inhoud_hash VARCHAR, klantnummer VARCHAR, open BOOLEAN)"
    )
    rijen = list(feiten.bekend)
    for begin in range(0, len(rijen), 5000):
        verbinding.executemany("INSERT INTO bekend VALUES (?, ?, ?, ?)", rijen[begin : begin + 5000])
    dubbel = verbinding.execute(
        "SELECT count(*) FROM signalen s JOIN bekend b USING (signaal_id) WHERE s.inhoud_hash = b.inhoud_hash AND s.soort_signaal <> 'intrekking'"
    ).fetchone()
    verbinding.execute(
        "INSERT INTO fouten SELECT s.bestand, s.regel, 'signaal_id', 'R02', 'R', s.signaal_id, '', '', '' FROM signalen s JOIN bekend b USING (signaal_id) "
        "WHERE s.inhoud_hash <> b.inhoud_hash AND s.soort_signaal <> 'intrekking'"
    )
    verbinding.execute(
        "DELETE FROM signalen WHERE soort_signaal <> 'intrekking' AND signaal_id IN (SELECT signaal_id FROM bekend)"
    )
    verbinding.execute(
        """INSERT INTO fouten SELECT bestand, regel, 'soort_signaal', 'R30', 'R', '', '', '', '' FROM signalen s
        WHERE partner_soort = 'energie' AND soort_signaal = 'einde_levering' AND datum_signaal >= ?
        AND NOT EXISTS (SELECT 1 FROM bekend b WHERE b.klantnummer = s.klantnummer)
        AND NOT EXISTS (SELECT 1 FROM signalen e WHERE e.klantnummer = s.klantnummer AND e.datum_signaal < s.datum_signaal
                        AND e.soort_signaal IN ('eerste', 'geactualiseerd'))""",
        [beleid.eerst_vroegsignaal_vanaf],
    )
    verbinding.execute(
        "INSERT INTO fouten SELECT bestand, regel, 'signaal_id', 'R40', 'R', signaal_id, '', '', '' FROM signalen "
        "WHERE soort_signaal = 'intrekking' AND signaal_id NOT IN (SELECT signaal_id FROM bekend WHERE open)"
    )
    if feiten.postcodes:
        verbinding.execute(
            "INSERT INTO fouten SELECT bestand, regel, 'postcode', 'W20', 'W', postcode, '', '', '' FROM signalen "
            "WHERE soort_signaal <> 'intrekking' AND NOT list_contains(?, left(postcode, 4))",
            [sorted(feiten.postcodes)],
        )
    if feiten.eigen_maildomein:
        verbinding.execute(
            "INSERT INTO fouten SELECT bestand, regel, 'email', 'W27', 'W', '', '', '', '' FROM signalen WHERE ends_with(email, '@' || ?)",
            [feiten.eigen_maildomein],
        )
        verbinding.execute(
            "UPDATE signalen SET email = NULL WHERE ends_with(email, '@' || ?)", [feiten.eigen_maildomein]
        )
    if not feiten.klantnummer_toegestaan:
        verbinding.execute(
            "INSERT INTO fouten SELECT bestand, regel, 'klantnummer', 'W42', 'W', '', '', '', '' FROM signalen WHERE klantnummer IS NOT NULL"
        )
        verbinding.execute("UPDATE signalen SET klantnummer = NULL")
    verbinding.execute(
        "DELETE FROM signalen WHERE (bestand, regel) IN (SELECT (bestand, regel) FROM fouten WHERE code IN ('R30', 'R40'))"
    )
    return int(dubbel[0]) if dubbel else 0
