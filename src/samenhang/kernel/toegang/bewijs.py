"""The exhaustive check: every decision that can be asked in a scheme, against every invariant. Pure.

The numbers E and H are those of the decision model (docs/toegang.md); N and G come from the scheme's own
`waarborgen.toml`. Which of E1-E18 do not apply to a scheme follows from its categories and roles.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.beslissing import REDENEN, beslis, dag_van
from samenhang.kernel.toegang.besluit import Besluit, Feiten, Verzoek
from samenhang.kernel.toegang.dimensies import INWONER, INZAGE, VERNIETIGD, ZELF
from samenhang.kernel.toegang.invarianten import ALGEMEEN, Bewijs, Uitkomst
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.tabel import ALLE_STAPPEN, Beslistabel, Cel, Handeling, Ruimte
from samenhang.kernel.toegang.waarborgen import Waarborgen

NIETS: Final[frozenset[Handeling]] = frozenset()


def bewijs(tabel: Beslistabel, waarborgen: Mapping[str, Waarborgen], nu: datetime) -> Bewijs:
    """Check every invariant over the whole decision space of every scheme of the table. Seconds are CPU time."""
    begin = time.process_time()
    gelezen = _Toets(tabel, nu)
    cellen = beslissingen = 0
    for naam, ruimte in tabel.ruimtes.items():
        cellen += ruimte.omvang
        beslissingen += ruimte.omvang * len(ruimte.categorieen) * 2
        gelezen.scheme(ruimte, waarborgen.get(naam, Waarborgen(naam)))
    return Bewijs(
        cellen, beslissingen, tuple(gelezen.uitkomsten.values()), time.process_time() - begin, tabel.hash
    )


class _Toets:
    def __init__(self, tabel: Beslistabel, nu: datetime) -> None:
        self.nu = datetime.combine(dag_van(nu), datetime.min.time())
        self.tabel = replace(tabel, onthouden={})
        # Refusals of everything that were checked in full: with no permit for role and purpose there is no more to see.
        self.gezien: set[tuple[tuple[str, str], ...]] = set()
        self.uitkomsten = {naam: Uitkomst(naam, titel) for naam, titel in ALGEMEEN.items()}
        dicht = {naam: replace(basis, status="ontwerp") for naam, basis in tabel.grondslagen.items()}
        self.zonder_wet = replace(tabel, grondslagen=dicht, onthouden={}, dagen={})
        self.per_rol: dict[tuple[str, str, str], list[Regel]] = defaultdict(list)
        for regel in tabel.regels.values():
            if not regel.tweede_lezer and tabel.grondslagen[regel.grondslag].in_werking_op(self.nu.date()):
                for doel, rol in product(regel.doelen, {rol for rol, _ in regel.wie}):
                    self.per_rol[regel.scheme, doel, rol].append(regel)

    def scheme(self, ruimte: Ruimte, waarborgen: Waarborgen) -> None:
        alles = frozenset(ruimte.categorieen)
        verwacht = {cel: rij for rij in waarborgen.verwacht for cel in rij.cellen}
        nooit = [(rij, self._eigen(rij.id, rij.titel)) for rij in waarborgen.nooit]
        goud = {
            rij.id: self._eigen(rij.id, Tekst(f"Verwacht: {rij.id}", f"Expected: {rij.id}"))
            for rij in waarborgen.verwacht
        }
        for rij, uitkomst in nooit:
            uitkomst.keur(True, "", rij.omvang)
        per_rol: dict[tuple[str, ...], set[Handeling]] = {}
        gevallen = [Feiten(*waarden) for waarden in product(ruimte.betrokkenheden, ruimte.stappen)]
        for soort, rol, doel in product(ruimte.organisatiesoorten, ruimte.rollen, ruimte.doelen):
            verzoek = Verzoek(ruimte.scheme, soort, (rol,), doel, alles, alles)
            regels_hier = (ruimte.scheme, doel, rol) in self.per_rol
            for feiten in gevallen:
                cel = Cel(ruimte.scheme, soort, rol, doel, feiten.betrokkenheid, feiten.stap)
                besluit = beslis(verzoek, feiten, self.tabel, self.nu)
                verleend = _handelingen(besluit)
                if verleend or regels_hier or besluit.geweigerd not in self.gezien:
                    self._in_elke_cel(cel, alles, besluit, verleend)
                hoort = verwacht.get(cel)
                if hoort is not None:
                    goud[hoort.id].keur(verleend == hoort.verleend, (cel, sorted(verleend ^ hoort.verleend)))
                elif verleend and waarborgen.verwacht:
                    self.uitkomsten["V"].keur(False, (cel, sorted(verleend)), 0)
                if not verleend:
                    continue
                for rij, uitkomst in nooit:
                    if rij.raakt(cel) and (fout := rij.verboden(verleend)):
                        uitkomst.keur(False, (cel, fout), 0)
                per_rol.setdefault((soort, doel, *feiten[:2]), set()).update(verleend)
        for naam in ("E5", "E8", "E13", "H1", "R"):
            self.uitkomsten[naam].aantal += ruimte.omvang
        if VERNIETIGD in ruimte.stappen:
            self.uitkomsten["E3"].aantal += ruimte.omvang // len(ruimte.stappen)
        if waarborgen.verwacht:
            self.uitkomsten["V"].aantal += ruimte.omvang - len(verwacht)
        self._zonder_wet(ruimte, alles)
        self._rollen_samen(ruimte, alles, per_rol)
        self._regels(ruimte)
        for plafond_van, plafond in (
            (basis.id, plafond) for basis in self.tabel.grondslagen.values() for plafond in basis.plafonds
        ):
            for rij, uitkomst in nooit:
                uitkomst.keur(not rij.in_plafond(plafond_van, plafond), f"plafond van {plafond_van}")

    def _eigen(self, naam: str, titel: Tekst) -> Uitkomst:
        return self.uitkomsten.setdefault(naam, Uitkomst(naam, titel))

    def _vraag(self, tabel: Beslistabel, cel: Cel, wat: frozenset[str]) -> Besluit:
        verzoek = Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, wat, wat)
        return beslis(verzoek, Feiten(cel.betrokkenheid, cel.stap), tabel, self.nu)

    def _in_elke_cel(
        self, cel: Cel, alles: frozenset[str], besluit: Besluit, verleend: frozenset[Handeling]
    ) -> None:
        """The invariants of every cell; their counts are added per scheme, here only what fails."""
        uit = self.uitkomsten
        if besluit.geweigerd not in self.gezien:
            self.gezien.add(besluit.geweigerd)
            if not all(code in REDENEN for _, code in besluit.geweigerd):
                uit["H1"].keur(False, cel, 0)
        if len(besluit.geweigerd) != 2 * len(alles) - len(verleend):
            uit["H1"].keur(False, cel, 0)
        if verleend != self._doorloop(cel):
            uit["R"].keur(False, cel, 0)
        inwoner, zelf, inzage = cel.rol == INWONER, cel.betrokkenheid == ZELF, cel.doel == INZAGE
        if inwoner and zelf and inzage and cel.organisatiesoort == "" and cel.stap != VERNIETIGD:
            uit["E12"].keur(besluit.leest == alles, cel)
        if not verleend:
            return
        if cel.stap == VERNIETIGD:
            uit["E3"].keur(False, cel, 0)
        if cel.betrokkenheid == "geen":
            uit["E5"].keur(False, cel, 0)
        if cel.organisatiesoort not in ("gemeente", "") and any(naam == "bsn" for naam, _ in verleend):
            uit["E8"].keur(False, cel, 0)
        if not inwoner == zelf == inzage:
            uit["E13"].keur(False, cel, 0)
        self._verleend(cel, besluit, verleend)

    def _zonder_wet(self, ruimte: Ruimte, alles: frozenset[str]) -> None:
        """Without any law in force: no cell holds a permit, and where one did the reason says so."""
        leeg = not self.zonder_wet.op(self.nu.date()).cellen
        self.uitkomsten["E18"].keur(leeg, ruimte.scheme, ruimte.omvang)
        for cel in self.tabel.op(self.nu.date()).cellen:
            if cel.scheme != ruimte.scheme:
                continue
            zonder = self._vraag(self.zonder_wet, cel, alles)
            niet = {naam for naam, code in zonder.geweigerd if code == "grondslag_niet_in_werking"}
            mag = {naam for naam, _ in self._doorloop(cel)}
            self.uitkomsten["E18"].keur(not _handelingen(zonder) and mag <= niet, cel)

    def _verleend(self, cel: Cel, besluit: Besluit, verleend: frozenset[Handeling]) -> None:
        """What is checked only where something is granted."""
        uit, plek = self.uitkomsten, cel
        uit["E16"].keur(self._onder_plafond(cel, besluit), plek)
        los = replace(self.tabel, onthouden={}, dagen=self.tabel.dagen)
        for naam, schrijven in verleend:
            een = frozenset({naam})
            verzoek = Verzoek(
                cel.scheme,
                cel.organisatiesoort,
                (cel.rol,),
                cel.doel,
                frozenset() if schrijven else een,
                een if schrijven else frozenset(),
            )
            antwoord = beslis(verzoek, Feiten(cel.betrokkenheid, cel.stap), los, self.nu)
            uit["H1"].keur(_handelingen(antwoord) == {(naam, schrijven)}, plek)
        uit["H5"].keur(self._vraag(los, cel, besluit.leest | besluit.schrijft).leest == besluit.leest, plek)

    def _doorloop(self, cel: Cel) -> frozenset[Handeling]:
        """The reference: no compilation, no memory, one permit after the other."""
        uit: set[Handeling] = set()
        for regel in self.per_rol.get((cel.scheme, cel.doel, cel.rol), ()):
            if (
                (cel.rol, cel.betrokkenheid) in regel.wie
                and cel.organisatiesoort in regel.organisaties
                and (cel.stap in regel.stappen or (ALLE_STAPPEN in regel.stappen and cel.stap != VERNIETIGD))
            ):
                uit.update((naam, False) for naam in regel.leest)
                uit.update((naam, True) for naam in regel.schrijft)
        return frozenset(uit)

    def _onder_plafond(self, cel: Cel, besluit: Besluit) -> bool:
        """Whether every permit that took part gives no more, in this cell, than one ceiling of its basis."""
        for naam in besluit.regels:
            regel = self.tabel.regels[naam]
            if not any(
                cel.organisatiesoort in plafond.organisaties
                and (cel.rol, cel.betrokkenheid) in plafond.paren
                and cel.doel in plafond.doelen
                and (cel.stap in plafond.stappen or ALLE_STAPPEN in plafond.stappen)
                and regel.leest <= plafond.leest
                and regel.schrijft <= plafond.schrijft
                for plafond in self.tabel.grondslagen[regel.grondslag].plafonds
            ):
                return False
        return True

    def _rollen_samen(
        self, ruimte: Ruimte, alles: frozenset[str], per_rol: Mapping[tuple[str, ...], Iterable[Handeling]]
    ) -> None:
        for zonder_rol in product(
            ruimte.organisatiesoorten, ruimte.doelen, ruimte.betrokkenheden, ruimte.stappen
        ):
            soort, doel, betrokkenheid, stap = zonder_rol
            verzoek = Verzoek(ruimte.scheme, soort, ruimte.rollen, doel, alles, alles)
            samen = beslis(verzoek, Feiten(betrokkenheid, stap), self.tabel, self.nu)
            self.uitkomsten["H2"].keur(_handelingen(samen) == per_rol.get(zonder_rol, set()), zonder_rol)

    def _regels(self, ruimte: Ruimte) -> None:
        for regel in self.tabel.regels.values():
            if regel.scheme == ruimte.scheme:
                basis = self.tabel.grondslagen[regel.grondslag]
                self.uitkomsten["E17"].keur(bool(basis.artikel and basis.bronstatus and regel.bron), regel.id)
                if regel.tweede_lezer:
                    self._tweede_lezer(regel, ruimte)

    def _tweede_lezer(self, regel: Regel, ruimte: Ruimte) -> None:
        alleen = replace(self.tabel, cellen={}, regels={regel.id: regel}, onthouden={}, dagen={})
        for (rol, betrokkenheid), doel, soort in (
            (paar, doel, soort) for paar in regel.wie for doel in regel.doelen for soort in regel.organisaties
        ):
            for stap in ruimte.bestaand if ALLE_STAPPEN in regel.stappen else regel.stappen:
                cel = Cel(ruimte.scheme, soort, rol, doel, betrokkenheid, stap)
                tabel = replace(alleen, cellen={cel: (regel,)}, onthouden={}, dagen={})
                verzoek = Verzoek(ruimte.scheme, soort, (rol,), doel, regel.leest, regel.schrijft)
                zonder = beslis(verzoek, Feiten(betrokkenheid, stap), tabel, self.nu)
                met = beslis(verzoek, Feiten(betrokkenheid, stap, tweede_lezer=True), tabel, self.nu)
                goed = not _handelingen(zonder) and "tweede_lezer" in zonder.plichten and met.volledig
                self.uitkomsten["T"].keur(goed, tuple(cel))


def _handelingen(besluit: Besluit) -> frozenset[Handeling]:
    if not besluit.leest and not besluit.schrijft:
        return NIETS
    return frozenset([(naam, False) for naam in besluit.leest] + [(naam, True) for naam in besluit.schrijft])
