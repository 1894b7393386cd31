"""Would the proof notice a mistake? Every single widening of a permit or a ceiling, and whether it is seen. Pure.

A widening is wrong until two people said otherwise: one wrote the permit or the ceiling, another what is expected of
it. Seen means: the permit does not start because its ceiling stops it, or the expected table or a `nooit` row of
`waarborgen.toml` fails. What another permit or ceiling gives already is no widening and is left out.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from samenhang.kernel.scheme import Scheme
from samenhang.kernel.toegang.dimensies import VERNIETIGD
from samenhang.kernel.toegang.grondslagen import Plafond
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.tabel import (
    ALLE_STAPPEN,
    Beslistabel,
    Cel,
    RegelsOnjuist,
    Ruimte,
    binnen,
    cellen_van,
    controleer_regel,
    handelingen,
)
from samenhang.kernel.toegang.waarborgen import Gift, Nooit, Waarborgen, gegeven, gift, lichtste


@dataclass(frozen=True, slots=True)
class Mutaties:
    """How many wrong widenings there are, which net stopped them, and which slipped through.

    `plafond`, `nooit`, `verwacht`: widenings of permits, by the first net that stopped them. `van_plafonds`: widenings
    of ceilings that a `nooit` row stopped; there the expected table cannot help.
    """

    plafond: int
    nooit: int
    verwacht: int
    van_plafonds: int
    ontsnapt: tuple[str, ...]
    seconden: float

    @property
    def gevangen(self) -> int:
        """How many were stopped."""
        return self.plafond + self.nooit + self.verwacht + self.van_plafonds

    @property
    def verruimingen(self) -> int:
        """All of them."""
        return self.gevangen + len(self.ontsnapt)

    @property
    def aandeel(self) -> float:
        """The share that was stopped, 0 to 1; 1 when there was nothing to stop."""
        return self.gevangen / self.verruimingen if self.verruimingen else 1.0


def muteer(
    schemes: Mapping[str, Scheme], tabel: Beslistabel, waarborgen: Mapping[str, Waarborgen]
) -> Mutaties:
    """Try every widening. Seconds are CPU time."""
    begin = time.process_time()
    netten: Counter[str] = Counter()
    ontsnapt = []
    geeft = gegeven(tabel)
    verwacht = {naam: rij.per_cel() for naam, rij in waarborgen.items()}
    for wat, nieuw in verruimde_regels(tabel):
        scheme = nieuw.scheme
        net = _net(
            nieuw, tabel, schemes[scheme], geeft, waarborgen.get(scheme, Waarborgen(scheme)).nooit, verwacht.get(scheme, {})
        )  # fmt: skip
        if net == "":
            ontsnapt.append(wat)
        elif net is not None:
            netten[net] += 1
    nooit = [rij for deel in waarborgen.values() for rij in deel.nooit]
    van_plafonds = 0
    for wat, wet, erbij, ruimer in verruimde_plafonds(tabel):
        if any(bevat(plafond, erbij) for plafond in tabel.grondslagen[wet].plafonds):
            continue
        if any(rij.in_plafond(wet, ruimer) for rij in nooit):
            van_plafonds += 1
        else:
            ontsnapt.append(wat)
    return Mutaties(
        netten["plafond"],
        netten["nooit"],
        netten["verwacht"],
        van_plafonds,
        tuple(ontsnapt),
        time.process_time() - begin,
    )


def _net(
    regel: Regel,
    tabel: Beslistabel,
    scheme: Scheme,
    geeft: Mapping[Cel, Gift],
    nooit: Sequence[Nooit],
    verwacht: Mapping[Cel, Gift],
) -> str | None:
    """Which net stops this permit; empty when none does, None when it gives nothing new."""
    ruimte = tabel.ruimtes[regel.scheme]
    try:
        controleer_regel(regel, ruimte, tabel.grondslagen, {t.naam for t in scheme.termijnen})
    except RegelsOnjuist:
        return "plafond"
    erbij = gift(regel)
    anders = {}
    for cel in cellen_van(regel, ruimte):
        oud = geeft.get(cel, frozenset())
        if not erbij <= oud and (nieuw := lichtste(oud | erbij)) != oud:
            anders[cel] = nieuw
    if not anders:
        return None
    verleend = frozenset(handelingen(regel))
    if any(rij.raakt(cel) and rij.verboden(verleend) for cel in anders for rij in nooit):
        return "nooit"
    return "verwacht" if verwacht and any(verwacht.get(cel) != nieuw for cel, nieuw in anders.items()) else ""


def verruimde_regels(tabel: Beslistabel) -> Iterator[tuple[str, Regel]]:
    """Every permit with one value more in one dimension, or one condition less."""
    for regel in tabel.regels.values():
        ruimte = tabel.ruimtes[regel.scheme]
        for veld, alle in (
            ("organisaties", ruimte.organisatiesoorten),
            ("wie", tuple(product(ruimte.rollen, ruimte.betrokkenheden))),
            ("doelen", ruimte.doelen),
            ("stappen", ruimte.stappen),
            ("leest", ruimte.categorieen),
            ("schrijft", ruimte.categorieen),
        ):
            oud = getattr(regel, veld)
            for waarde in alle:
                if waarde not in oud and (ALLE_STAPPEN not in oud or waarde == VERNIETIGD):
                    nieuw = oud | {waarde} if isinstance(oud, frozenset) else (*oud, waarde)
                    anders: dict[str, Any] = {veld: nieuw}
                    yield f"{regel.id}: {veld} {waarde}", replace(regel, **anders)
        for naam in regel.mits:
            yield f"{regel.id}: zonder {naam}", replace(regel, mits=regel.mits - {naam})
        if regel.tweede_lezer:
            yield f"{regel.id}: zonder tweede lezer", replace(regel, tweede_lezer=False)
        if not regel.ook_gesloten:
            yield f"{regel.id}: ook gesloten", replace(regel, ook_gesloten=True)


def verruimde_plafonds(tabel: Beslistabel) -> Iterator[tuple[str, str, Plafond, Plafond]]:
    """Every ceiling with one value more, or one condition less: what, of which law, the part that is new, the whole.

    The values are those of the schemes with a permit below the ceiling: it cannot be widened towards a scheme that
    does not use it. Of a ceiling with no permit below it nothing can go wrong, until a permit comes.
    """
    for wet in tabel.grondslagen.values():
        rustend = [regel for regel in tabel.regels.values() if regel.grondslag == wet.id]
        for plafond in wet.plafonds:
            ruimtes = {regel.scheme for regel in rustend if binnen(regel, plafond)}
            gezien = set()
            for ruimte in (tabel.ruimtes[naam] for naam in sorted(ruimtes)):
                for veld, alle in _waarden(ruimte).items():
                    for waarde in alle:
                        oud = getattr(plafond, veld)
                        if (
                            waarde in oud
                            or (ALLE_STAPPEN in oud and waarde != VERNIETIGD)
                            or (veld, waarde) in gezien
                        ):
                            continue
                        gezien.add((veld, waarde))
                        erbij: dict[str, Any] = {veld: oud | {waarde}}
                        yield f"{wet.id}: {veld} {waarde}", wet.id, alleen(plafond, veld, waarde), replace(plafond, **erbij)  # fmt: skip
            if ruimtes:
                for naam in plafond.mits:
                    zonder = replace(plafond, mits=plafond.mits - {naam})
                    yield f"{wet.id}: zonder {naam}", wet.id, zonder, zonder
                if not plafond.ook_gesloten:
                    open_ = replace(plafond, ook_gesloten=True)
                    yield f"{wet.id}: ook gesloten", wet.id, open_, open_


def _waarden(ruimte: Ruimte) -> dict[str, Sequence[Any]]:
    return {
        "organisaties": ruimte.organisatiesoorten,
        "paren": tuple(product(ruimte.rollen, ruimte.betrokkenheden)),
        "doelen": ruimte.doelen,
        "stappen": ruimte.stappen,
        "leest": ruimte.categorieen,
        "schrijft": ruimte.categorieen,
    }


def alleen(plafond: Plafond, veld: str, waarde: object) -> Plafond:
    """The part of a widened ceiling that was not there before."""
    if veld in ("leest", "schrijft"):
        plafond = replace(plafond, leest=frozenset(), schrijft=frozenset())
    anders: dict[str, Any] = {veld: frozenset({waarde})}
    return replace(plafond, **anders)


def bevat(ruim: Plafond, smal: Plafond) -> bool:
    """Whether one ceiling leaves room for all that another does."""
    stappen = smal.stappen <= ruim.stappen or (
        ALLE_STAPPEN in ruim.stappen and VERNIETIGD not in smal.stappen
    )
    return (
        stappen
        and all(getattr(smal, veld) <= getattr(ruim, veld) for veld in ("organisaties", "paren", "doelen", "leest", "schrijft"))
        and ruim.mits <= smal.mits
        and (ruim.ook_gesloten or not smal.ook_gesloten)
    )  # fmt: skip
