"""The part of the proof that walks through conditions: each permit, each condition, each combination. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import chain, combinations

from samenhang.kernel.toegang.beslissing import beslis
from samenhang.kernel.toegang.besluit import Besluit, Verzoek
from samenhang.kernel.toegang.invarianten import Uitkomst
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.tabel import Beslistabel, Cel, Handeling, Ruimte, cellen_van, handelingen, samen
from samenhang.kernel.toegang.voorwaarden import Voorwaarde, gunstig


def alsof_in_werking(tabel: Beslistabel) -> Beslistabel:
    """The table as if each of its laws were in force: a draft must be right before it is switched on."""
    return replace(
        tabel,
        grondslagen={
            naam: replace(
                basis, status="in_werking", bronstatus="bevestigd", geldig_van=date.min, geldig_tot=None
            )
            for naam, basis in tabel.grondslagen.items()
        },
        onthouden={},
        dagen={},
    )


def handelingen_van(besluit: Besluit) -> frozenset[Handeling]:
    """What a decision grants, as (category, is it writing)."""
    return samen(besluit.leest, besluit.schrijft)


class Voorwaardentoets:
    """Walks through the conditions of one scheme and notes what fails; counts its decisions per category.

    `tabel` is one in which every law is in force (`alsof_in_werking`).
    """

    def __init__(
        self, tabel: Beslistabel, ruimte: Ruimte, nu: datetime, uitkomsten: Mapping[str, Uitkomst]
    ) -> None:
        self.tabel, self.ruimte, self.nu, self.uit = replace(tabel, onthouden={}), ruimte, nu, uitkomsten
        self.beslissingen = 0

    def elke_regel(self) -> None:
        """T: each permit alone, in each of its cells, with each of its conditions failing once."""
        for regel in self.tabel.regels.values():
            if regel.scheme == self.ruimte.scheme and (regel.leest or regel.schrijft):
                cellen = list(cellen_van(regel, self.ruimte))
                alleen = replace(
                    self.tabel,
                    cellen=dict.fromkeys(cellen, (regel,)),
                    regels={regel.id: regel},
                    onthouden={},
                    dagen={},
                )
                for cel in cellen:
                    self._regel(regel, cel, alleen)

    def elke_combinatie(self) -> None:
        """C: each set of permits that share a cell, with each combination of their conditions failing.

        Conditions do not look at who, for what or when, so that one cell stands for all with the same permits.
        """
        voorbeeld: dict[tuple[str, ...], Cel] = {}
        for cel, regels in self.tabel.op(self.nu.date()).cellen.items():
            if cel.scheme == self.ruimte.scheme:
                voorbeeld.setdefault(tuple(regel.id for regel in regels), cel)
        for namen, cel in voorbeeld.items():
            self._combinaties([self.tabel.regels[naam] for naam in namen], cel)

    def _regel(self, regel: Regel, cel: Cel, alleen: Beslistabel) -> None:
        verzoek = Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, regel.leest, regel.schrijft)
        goed = gunstig(verzoek, cel.betrokkenheid, cel.stap)
        met = beslis(*goed, alleen, self.nu).volledig
        for voorwaarde in regel.voorwaarden:
            zonder = beslis(*voorwaarde.breek(*goed), alleen, self.nu)
            redenen = {code for _, code in zonder.geweigerd}
            dicht = not handelingen_van(zonder) and redenen == {voorwaarde.reden}
            plicht = voorwaarde.naam != "tweede_lezer" or "tweede_lezer" in zonder.plichten
            self.uit["T"].keur(met and dicht and plicht, (regel.id, voorwaarde.naam, cel))
            self.beslissingen += len(regel.leest) + len(regel.schrijft)

    def _combinaties(self, regels: list[Regel], cel: Cel) -> None:
        alles = self.ruimte.bekend
        verzoek = Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, alles, alles)
        gesteld = {rij.naam: rij for regel in regels for rij in regel.voorwaarden}
        volop = self._vraag(verzoek, cel, ())
        for gebroken in chain.from_iterable(
            combinations(gesteld.values(), aantal) for aantal in range(len(gesteld) + 1)
        ):
            verleend = self._vraag(verzoek, cel, gebroken)
            hoort = frozenset(
                chain.from_iterable(handelingen(r) for r in regels if not set(gebroken) & set(r.voorwaarden))
            )
            self.uit["C"].keur(verleend == hoort and verleend <= volop, (cel, [rij.naam for rij in gebroken]))
        for wet in {regel.grondslag for regel in regels}:
            op_wet = self._vraag(verzoek._replace(grondslag=wet), cel, ())
            hoort = frozenset(chain.from_iterable(handelingen(r) for r in regels if r.grondslag == wet))
            self.uit["C"].keur(op_wet == hoort, (cel, wet))

    def _vraag(self, verzoek: Verzoek, cel: Cel, gebroken: tuple[Voorwaarde, ...]) -> frozenset[Handeling]:
        vraag, feiten = gunstig(verzoek, cel.betrokkenheid, cel.stap)
        for voorwaarde in gebroken:
            vraag, feiten = voorwaarde.breek(vraag, feiten)
        self.beslissingen += 2 * len(self.ruimte.categorieen)
        return handelingen_van(beslis(vraag, feiten, self.tabel, self.nu))
