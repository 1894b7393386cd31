"""The limits of an agreement: what partner and municipality agreed that a signal has at least, or at most.

A row outside them shows that the partner sends by other rules than were agreed, so the file is refused as a whole
(F15). The municipality's own policy on the same subjects refuses or sorts out single rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import duckdb

from samenhang.kernel.basis import Bedrag, Fout, Plaats, Tekst
from samenhang.schemes.vroegsignalering.bestand.bronnen import Plekken
from samenhang.schemes.vroegsignalering.bestand.codes import zin
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd

HOOGSTENS: Final = 100
"""Lines that a refusal names one by one; of the others it tells how many there are."""

_GEWOON: Final = "soort_signaal IN ('eerste', 'geactualiseerd')"
"""No withdrawal and no announced end or eviction: those come whatever their size or age."""

_OUDERDOM: Final = "d_ontstaansdatum <= d_datum_signaal AND d_datum_signaal - d_ontstaansdatum"
_MAANDEN: Final = "coalesce(maanden, datesub('month', d_ontstaansdatum, d_datum_signaal))"


@dataclass(frozen=True, slots=True)
class Afspraakgrenzen:
    """What one version of an agreement says itself; None is nothing agreed. Days are calendar days."""

    versie: int = 0
    drempel: Bedrag | None = None
    minimum_dagen: int | None = None
    maximum_dagen: int | None = None
    minimum_maanden: int | None = None

    def controleer(self, verbinding: duckdb.DuckDBPyConnection, plekken: Mapping[str, Plekken]) -> None:
        """Look at the typed rows of `gevonden`; raises `BestandGeweigerd` (F15) with the lines outside.

        Who objected (R32) is not looked at. No cell is repeated: of a refused file nothing is kept but its hash and
        the reason.
        """
        regels = list(self._regels())
        if not regels:
            return
        buiten = " UNION ALL ".join(
            f"SELECT bestand, regel, {nummer} AS grens FROM gevonden WHERE {_GEWOON} AND NOT list_contains(treffers, 0) AND {waar}"
            for nummer, (_, waar, _) in enumerate(regels)
        )
        gevonden = verbinding.execute(
            f"SELECT bestand, regel, grens, count(*) OVER () FROM ({buiten}) ORDER BY bestand, regel, grens LIMIT {HOOGSTENS}"
        ).fetchall()
        if not gevonden:
            return
        fouten = []
        for bestand, regel, grens, _ in gevonden:
            kolom, _, wat = regels[grens]
            plaats = Plaats(bestand, regel, kolom, plekken[bestand].van(regel, kolom))
            fouten.append(Fout("F15", zin("F15", self._zin(wat)), plaats))
        aantal, eerste = gevonden[0][3], fouten[0].plaats
        wat = self._zin(regels[gevonden[0][2]][2])
        meer = (
            Tekst(f"{aantal} waarden, de eerste op ", f"{aantal} values, the first at ")
            if aantal > 1
            else Tekst("", "")
        )
        wat = Tekst(
            f"{meer.nl}{eerste.plek or f'regel {eerste.regel}'}: {wat.nl}",
            f"{meer.en}{eerste.plek or f'line {eerste.regel}'}: {wat.en}",
        )
        raise BestandGeweigerd("F15", eerste.bestand, wat, fouten=tuple(fouten))

    def buiten(self) -> list[str]:
        """SQL over typed cells, one for each limit: whether a row is outside it."""
        return [f"{_GEWOON} AND {waar}" for _, waar, _ in self._regels()]

    def _zin(self, wat: Tekst) -> Tekst:
        return Tekst(
            f"{wat.nl} (afspraak versie {self.versie})", f"{wat.en} (agreement version {self.versie})"
        )

    def _regels(self) -> Iterator[tuple[str, str, Tekst]]:
        """Of each limit that was agreed: the column, SQL that is true outside it, and what to say."""
        if self.drempel is not None:
            bedrag = self.drempel.draad()
            yield (
                "bedrag_achterstand",
                f"bedrag_centen < {self.drempel.centen} AND coalesce(dreiging, 'geen') = 'geen'",
                Tekst(f"bedrag lager dan {bedrag}", f"amount lower than {bedrag}"),
            )
        if self.minimum_dagen is not None:
            dagen = self.minimum_dagen
            yield (
                "ontstaansdatum",
                f"{_OUDERDOM} < {dagen}",
                Tekst(f"achterstand jonger dan {dagen} dagen", f"arrears younger than {dagen} days"),
            )
        if self.maximum_dagen is not None:
            dagen = self.maximum_dagen
            yield (
                "ontstaansdatum",
                f"{_OUDERDOM} > {dagen}",
                Tekst(f"achterstand ouder dan {dagen} dagen", f"arrears older than {dagen} days"),
            )
        if self.minimum_maanden is not None:
            maanden = self.minimum_maanden
            yield (
                "aantal_maanden",
                f"{_MAANDEN} < {maanden}",
                Tekst(f"minder dan {maanden} maanden achterstand", f"less than {maanden} months of arrears"),
            )
