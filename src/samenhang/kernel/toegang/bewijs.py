"""The exhaustive check: every decision that can be asked in a scheme, against every invariant. Pure.

The numbers E and H are those of the decision model (docs/toegang.md); N and G come from the scheme's own
`waarborgen.toml`. Which of E1-E18 do not apply to a scheme follows from its categories and roles.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.beslissing import REDENEN, beslis, dag_van
from samenhang.kernel.toegang.besluit import LEEG, Besluit, Feiten, Verzoek
from samenhang.kernel.toegang.bewijs_voorwaarden import Voorwaardentoets, alsof_in_werking, handelingen_van
from samenhang.kernel.toegang.dimensies import (
    INWONER,
    INZAGE,
    VERNIETIGD,
    VERTEGENWOORDIGER,
    VERTEGENWOORDIGT,
    ZELF,
)
from samenhang.kernel.toegang.invarianten import ALGEMEEN, Bewijs, Uitkomst
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.tabel import ALLE_STAPPEN, Beslistabel, Cel, Handeling, Ruimte
from samenhang.kernel.toegang.voorwaarden import gunstig
from samenhang.kernel.toegang.waarborgen import Waarborgen, gegeven

OVER_ZICHZELF: Final = {(INWONER, ZELF), (VERTEGENWOORDIGER, VERTEGENWOORDIGT)}
"""Who asks for access to what is known about a person: he himself, or who stands for him."""

PERSONEN: Final = {rol for rol, _ in OVER_ZICHZELF}
ZICHZELF: Final = {betrokkenheid for _, betrokkenheid in OVER_ZICHZELF}


class FeitGelezen(Exception):
    """A decision looked at a fact."""


class _Ongelezen(Feiten):
    """Facts that cannot be looked at without being noticed."""

    def __hash__(self) -> int:
        raise FeitGelezen

    def __getattribute__(self, naam: str) -> Any:
        raise FeitGelezen

    def __iter__(self) -> Iterator[Any]:
        raise FeitGelezen

    def __getitem__(self, plek: Any) -> Any:
        raise FeitGelezen


ONGELEZEN: Final = _Ongelezen("", "")


def bewijs(tabel: Beslistabel, waarborgen: Mapping[str, Waarborgen], nu: datetime) -> Bewijs:
    """Check every invariant over the whole decision space of every scheme of the table. Seconds are CPU time.

    Each cell is asked as if every law were in force and with facts that meet every condition, so that nothing can
    ever be granted that was not looked at. What laws that are not in force and what conditions take away from that is
    walked through apart.
    """
    begin = time.process_time()
    gelezen = _Toets(tabel, nu)
    cellen = beslissingen = 0
    for naam, ruimte in tabel.ruimtes.items():
        cellen += ruimte.omvang
        beslissingen += ruimte.omvang * len(ruimte.categorieen) * 2
        gelezen.scheme(ruimte, waarborgen.get(naam, Waarborgen(naam)))
        voorwaarden = Voorwaardentoets(gelezen.tabel, ruimte, gelezen.nu, gelezen.uitkomsten)
        voorwaarden.elke_regel()
        voorwaarden.elke_combinatie()
        beslissingen += voorwaarden.beslissingen
    return Bewijs(
        cellen, beslissingen, tuple(gelezen.uitkomsten.values()), time.process_time() - begin, tabel.hash
    )


class _Toets:
    def __init__(self, tabel: Beslistabel, nu: datetime) -> None:
        self.nu = datetime.combine(dag_van(nu), datetime.min.time())
        self.tabel = alsof_in_werking(tabel)
        self.vandaag = replace(tabel, onthouden={})
        self.uitkomsten = {naam: Uitkomst(naam, titel) for naam, titel in ALGEMEEN.items()}
        self.geldend = {
            naam for naam, basis in tabel.grondslagen.items() if basis.in_werking_op(self.nu.date())
        }
        dicht = {naam: replace(basis, status="ontwerp") for naam, basis in tabel.grondslagen.items()}
        self.zonder_wet = replace(tabel, grondslagen=dicht, onthouden={}, dagen={})
        self.per_rol: dict[tuple[str, str, str], list[Regel]] = defaultdict(list)
        for regel in tabel.regels.values():
            for doel, rol in product(regel.doelen, {rol for rol, _ in regel.wie}):
                self.per_rol[regel.scheme, doel, rol].append(regel)

    def scheme(self, ruimte: Ruimte, waarborgen: Waarborgen) -> None:
        alles = frozenset(ruimte.categorieen)
        verwacht = waarborgen.per_cel()
        rijen: dict[Cel, list[str]] = defaultdict(list)
        for rij in waarborgen.verwacht:
            for cel in rij.cellen:
                rijen[cel].append(rij.id)
        gegeven_ = gegeven(self.tabel)
        nooit = [(rij, self._eigen(rij.id, rij.titel)) for rij in waarborgen.nooit]
        goud = {
            rij.id: self._eigen(rij.id, Tekst(f"Verwacht: {rij.id}", f"Expected: {rij.id}"))
            for rij in waarborgen.verwacht
        }
        for verbod, uitkomst in nooit:
            uitkomst.keur(True, "", verbod.omvang)
        per_rol: dict[tuple[str, ...], set[Handeling]] = {}
        leeg = Verzoek(ruimte.scheme, "", (), "", alles, alles)
        gevallen = [gunstig(leeg, *plek)[1] for plek in product(ruimte.betrokkenheden, ruimte.stappen)]
        drietallen = {(cel.organisatiesoort, cel.rol, cel.doel) for cel in verwacht}
        for soort, rol, doel in product(ruimte.organisatiesoorten, ruimte.rollen, ruimte.doelen):
            verzoek = Verzoek(ruimte.scheme, soort, (rol,), doel, alles, alles, "", alles)
            if (soort, rol, doel) not in drietallen and self._ongeacht_feiten(verzoek):
                continue
            for feiten in gevallen:
                besluit = beslis(verzoek, feiten, self.tabel, self.nu)
                cel = Cel(ruimte.scheme, soort, rol, doel, feiten.betrokkenheid, feiten.stap)
                verleend = handelingen_van(besluit)
                self._in_elke_cel(cel, alles, besluit, verleend)
                hoort = verwacht.get(cel)
                if hoort is not None:
                    precies = {handeling for handeling, _ in hoort} == verleend
                    anders = gegeven_.get(cel, frozenset()) ^ hoort
                    for id_ in rijen[cel]:
                        goud[id_].keur(precies and not anders, (cel, sorted(anders, key=str)))
                elif verleend and waarborgen.verwacht:
                    self.uitkomsten["V"].keur(False, (cel, sorted(verleend)), 0)
                if not verleend:
                    continue
                for verbod, uitkomst in nooit:
                    if verbod.raakt(cel) and (fout := verbod.verboden(verleend)):
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
            for verbod, uitkomst in nooit:
                uitkomst.keur(not verbod.in_plafond(plafond_van, plafond), f"plafond van {plafond_van}")

    def _ongeacht_feiten(self, verzoek: Verzoek) -> bool:
        """Whether everything is refused before a fact was looked at: then one question stands for every case."""
        try:
            besluit = beslis(verzoek, ONGELEZEN, self.tabel, self.nu)
        except FeitGelezen:
            return False
        codes = {code for _, code in besluit.geweigerd}
        goed = len(besluit.geweigerd) == len(verzoek.leest) + len(verzoek.schrijft) and codes <= set(REDENEN)
        self.uitkomsten["H1"].keur(goed, verzoek, 0)
        return not besluit.leest and not besluit.schrijft

    def _eigen(self, naam: str, titel: Tekst) -> Uitkomst:
        return self.uitkomsten.setdefault(naam, Uitkomst(naam, titel))

    def _vraag(
        self, tabel: Beslistabel, cel: Cel, leest: frozenset[str], schrijft: frozenset[str]
    ) -> Besluit:
        verzoek = Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, leest, schrijft)
        return beslis(*gunstig(verzoek, cel.betrokkenheid, cel.stap), tabel, self.nu)

    def _in_elke_cel(
        self, cel: Cel, alles: frozenset[str], besluit: Besluit, verleend: frozenset[Handeling]
    ) -> None:
        """The invariants of every cell; their counts are added per scheme, here only what fails."""
        uit = self.uitkomsten
        if not all(code in REDENEN for _, code in besluit.geweigerd):
            uit["H1"].keur(False, cel, 0)
        if len(besluit.geweigerd) != 2 * len(alles) - len(verleend):
            uit["H1"].keur(False, cel, 0)
        if verleend != self._doorloop(cel):
            uit["R"].keur(False, cel, 0)
        zelf, inzage = (cel.rol, cel.betrokkenheid) in OVER_ZICHZELF, cel.doel == INZAGE
        van_buiten = cel.rol in PERSONEN or cel.betrokkenheid in ZICHZELF
        if cel.rol == INWONER and zelf and inzage and not cel.organisatiesoort and cel.stap != VERNIETIGD:
            uit["E12"].keur(besluit.leest == alles, cel)
        if not verleend:
            return
        if cel.stap == VERNIETIGD:
            uit["E3"].keur(False, cel, 0)
        if cel.betrokkenheid == "geen":
            uit["E5"].keur(False, cel, 0)
        if cel.organisatiesoort not in ("gemeente", "") and any(naam == "bsn" for naam, _ in verleend):
            uit["E8"].keur(False, cel, 0)
        if not zelf == inzage == van_buiten:
            uit["E13"].keur(False, cel, 0)
        self._verleend(cel, besluit, verleend)

    def _zonder_wet(self, ruimte: Ruimte, alles: frozenset[str]) -> None:
        """Without any law in force no cell holds a permit, and where one did the reason says so; today each cell gives
        what its permits give of which the law is in force."""
        leeg = not self.zonder_wet.op(self.nu.date()).cellen
        self.uitkomsten["E18"].keur(leeg, ruimte.scheme, ruimte.omvang)
        for cel in self.tabel.op(self.nu.date()).cellen:
            if cel.scheme != ruimte.scheme:
                continue
            zonder = self._vraag(self.zonder_wet, cel, alles, alles)
            niet = {naam for naam, code in zonder.geweigerd if code == "grondslag_niet_in_werking"}
            mag = {naam for naam, _ in self._doorloop(cel)}
            self.uitkomsten["E18"].keur(not handelingen_van(zonder) and mag <= niet, cel)
            vandaag = handelingen_van(self._vraag(self.vandaag, cel, alles, alles))
            self.uitkomsten["E18"].keur(vandaag == self._doorloop(cel, self.geldend), cel)

    def _verleend(self, cel: Cel, besluit: Besluit, verleend: frozenset[Handeling]) -> None:
        """What is checked only where something is granted."""
        uit, plek = self.uitkomsten, cel
        uit["E16"].keur(self._onder_plafond(cel, besluit), plek)
        los = replace(self.tabel, onthouden={}, dagen=self.tabel.dagen)
        for naam, schrijven in verleend:
            een = frozenset({naam})
            antwoord = self._vraag(los, cel, LEEG if schrijven else een, een if schrijven else LEEG)
            uit["H1"].keur(handelingen_van(antwoord) == {(naam, schrijven)}, plek)
        wat = besluit.leest | besluit.schrijft
        uit["H5"].keur(self._vraag(los, cel, wat, wat).leest == besluit.leest, plek)

    def _doorloop(self, cel: Cel, alleen: Set[str] | None = None) -> frozenset[Handeling]:
        """The reference: no compilation, no memory, one permit after the other; of these laws `alleen` when given."""
        uit: set[Handeling] = set()
        for regel in self.per_rol.get((cel.scheme, cel.doel, cel.rol), ()):
            if (
                (alleen is None or regel.grondslag in alleen)
                and (cel.rol, cel.betrokkenheid) in regel.wie
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
                and plafond.mits <= regel.mits
                and (plafond.ook_gesloten or not regel.ook_gesloten)
                for plafond in self.tabel.grondslagen[regel.grondslag].plafonds
            ):
                return False
        return True

    def _rollen_samen(
        self, ruimte: Ruimte, alles: frozenset[str], per_rol: Mapping[tuple[str, ...], Iterable[Handeling]]
    ) -> None:
        plekken = list(product(ruimte.betrokkenheden, ruimte.stappen))
        for soort, doel in product(ruimte.organisatiesoorten, ruimte.doelen):
            verzoek = Verzoek(ruimte.scheme, soort, ruimte.rollen, doel, alles, alles)
            if self._ongeacht_feiten(verzoek):
                leeg = not any(plek[:2] == (soort, doel) for plek in per_rol)
                self.uitkomsten["H2"].keur(leeg, (soort, doel), len(plekken))
                continue
            for betrokkenheid, stap in plekken:
                zonder_rol = (soort, doel, betrokkenheid, stap)
                samen = beslis(*gunstig(verzoek, betrokkenheid, stap), self.tabel, self.nu)
                self.uitkomsten["H2"].keur(
                    handelingen_van(samen) == per_rol.get(zonder_rol, set()), zonder_rol
                )

    def _regels(self, ruimte: Ruimte) -> None:
        for regel in self.tabel.regels.values():
            if regel.scheme == ruimte.scheme:
                basis = self.tabel.grondslagen[regel.grondslag]
                self.uitkomsten["E17"].keur(bool(basis.artikel and basis.bronstatus and regel.bron), regel.id)
