"""`beslis`: the one function that says yes or no. Pure."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Final, NamedTuple

from samenhang.kernel.toegang.besluit import LEEG, Besluit, Feiten, Verzoek, dag_van
from samenhang.kernel.toegang.redenen import REDENEN
from samenhang.kernel.toegang.tabel import Beslistabel, Cel, Dagtabel, Handeling, handelingen, samen
from samenhang.kernel.toegang.voorwaarden import VOLGORDE

__all__ = ["REDENEN", "beslis", "dag_van"]


NIETS: Final[frozenset[Handeling]] = frozenset()


class _Hindernis(NamedTuple):
    """Something that stands in the way of these handlings: the reason, and the legal basis it belongs to."""

    reden: str
    wat: frozenset[Handeling]
    wet: str = ""


def beslis(verzoek: Verzoek, feiten: Feiten, tabel: Beslistabel, nu: datetime) -> Besluit:
    """Decide. Granted is never more than asked; what no permit names is refused with its reason.

    The answer depends on the arguments only. Who can get nothing for this purpose, whatever the case, hears so at
    once; every other answer is remembered per table and day.
    """
    dag = dag_van(nu)
    scheme, soort, rollen, doel, leest, schrijft, grondslag, _ = verzoek
    if not grondslag and tabel.op(dag).kansrijk(scheme, soort, doel).isdisjoint(rollen):
        return _niets(leest, schrijft, tabel.bekend(scheme), tabel.hash)
    sleutel = (verzoek, feiten, dag)
    onthouden = tabel.onthouden
    besluit = onthouden.get(sleutel)
    if besluit is None:
        if len(onthouden) > 100_000:
            onthouden.clear()
        besluit = onthouden[sleutel] = _beslis(verzoek, feiten, tabel, dag)
    return besluit


def _beslis(verzoek: Verzoek, feiten: Feiten, tabel: Beslistabel, dag: date) -> Besluit:
    dagtabel = tabel.op(dag)
    scheme, soort, doel = verzoek.scheme, verzoek.organisatiesoort, verzoek.doel
    leest = schrijft = LEEG
    regels: list[str] = []
    grondslagen: set[str] = set()
    plichten: set[str] = set()
    hindernissen: list[_Hindernis] = []
    for rol in verzoek.rollen:
        for regel in dagtabel.cellen.get(
            Cel(scheme, soort, rol, doel, feiten.betrokkenheid, feiten.stap), ()
        ):
            if verzoek.grondslag and regel.grondslag != verzoek.grondslag:
                continue
            bij_lezen = regel.leest & verzoek.leest
            bij_schrijven = regel.schrijft & verzoek.schrijft
            for voorwaarde in regel.voorwaarden:
                open_ = voorwaarde.open(verzoek, feiten, dag)
                if open_ is not None:
                    dicht = samen(bij_lezen - open_, bij_schrijven - open_)
                    if dicht:
                        hindernissen.append(_Hindernis(voorwaarde.reden, dicht, regel.grondslag))
                        bij_lezen &= open_
                        bij_schrijven &= open_
            if bij_lezen or bij_schrijven:
                leest |= bij_lezen
                schrijft |= bij_schrijven
                regels.append(regel.id)
                grondslagen.add(regel.grondslag)
                plichten.update(regel.volgt)
                plichten.update(tabel.grondslagen[regel.grondslag].volgt)
    geweigerd: tuple[tuple[str, str], ...] = ()
    wetten: tuple[tuple[str, str], ...] = ()
    if leest != verzoek.leest or schrijft != verzoek.schrijft:
        hindernissen.sort(key=lambda rij: (VOLGORDE[rij.reden], rij.wet))
        hindernissen += _buiten_de_cel(verzoek, feiten, tabel, dagtabel)
        geweigerd, wetten = _redenen(
            verzoek.leest - leest if leest else verzoek.leest,
            verzoek.schrijft - schrijft if schrijft else verzoek.schrijft,
            hindernissen,
            tabel.bekend(scheme),
        )
        if any(reden == "tweede_lezer" for _, reden in geweigerd):
            plichten.add("tweede_lezer")
    return Besluit(
        leest,
        schrijft,
        geweigerd,
        tuple(dict.fromkeys(regels)),
        tuple(sorted(grondslagen)),
        tabel.hash,
        tuple(sorted(plichten)),
        wetten,
    )


def _buiten_de_cel(
    verzoek: Verzoek, feiten: Feiten, tabel: Beslistabel, dagtabel: Dagtabel
) -> list[_Hindernis]:
    """What stands in the way beside conditions: a law not in force, another involvement or step, a ceiling.

    Asked on one legal basis, only what rests on that basis is looked at.
    """
    scheme, soort, doel, wet = verzoek.scheme, verzoek.organisatiesoort, verzoek.doel, verzoek.grondslag
    betrokkenheid, stap = feiten.betrokkenheid, feiten.stap
    alles = samen(verzoek.leest, verzoek.schrijft)
    uit = []
    if wet:
        basis = tabel.grondslagen.get(wet)
        if basis is None:
            return []
        if not dagtabel.geldt[wet]:
            return [_Hindernis("grondslag_niet_in_werking", alles, wet)]
        if boven := alles - dagtabel.onder_plafond(wet, soort, verzoek.rollen, doel):
            uit.append(_Hindernis("buiten_ceiling", boven, wet))
    cellen = [Cel(scheme, soort, rol, doel, betrokkenheid, stap) for rol in verzoek.rollen]
    for cel in cellen:
        uit += [
            _Hindernis("grondslag_niet_in_werking", handelingen(regel), regel.grondslag)
            for regel in tabel.cellen.get(cel, ())
            if not dagtabel.geldt[regel.grondslag]
        ]
    for reden, plekken, sleutel in (
        ("niet_betrokken", dagtabel.elders_betrokken, (stap, wet)),
        ("stap", dagtabel.andere_stap, (betrokkenheid, wet)),
    ):
        for rol in verzoek.rollen:
            wat = plekken.get((scheme, soort, rol, doel, *sleutel))
            if wat:
                uit.append(_Hindernis(reden, wat))
    return uit


def _redenen(
    leest: frozenset[str],
    schrijft: frozenset[str],
    hindernissen: list[_Hindernis],
    bekend: frozenset[str],
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Why each of these was refused: the first single thing that stands in the way, and whose law that is."""
    onbekend = [naam for deel in (leest, schrijft) for naam in deel - bekend]
    geweigerd = [(naam, "categorie_onbekend") for naam in onbekend]
    rest = samen(leest & bekend, schrijft & bekend) if onbekend else samen(leest, schrijft)
    per_reden: dict[str, frozenset[Handeling]] = {}
    wetten: set[tuple[str, str]] = set()
    for reden, wat, wet in hindernissen:
        raakt = rest & wat
        if raakt:
            rest -= raakt
            per_reden[reden] = per_reden.get(reden, NIETS) | raakt
        if wet and not wat.isdisjoint(per_reden.get(reden, NIETS)):
            wetten.add((reden, wet))
    if rest:
        per_reden["geen_grondslag"] = rest
    geweigerd += [(naam, reden) for reden, wat in per_reden.items() for naam, _ in wat]
    geweigerd.sort()
    return tuple(geweigerd), tuple(sorted(wetten))


@lru_cache(maxsize=10_000)
def _niets(
    leest: frozenset[str], schrijft: frozenset[str], bekend: frozenset[str], tabel_hash: str
) -> Besluit:
    """The refusal of everything: by far the most common answer over the whole space."""
    geweigerd = tuple(
        sorted(
            (naam, "geen_grondslag" if naam in bekend else "categorie_onbekend")
            for naam in (*leest, *schrijft)
        )
    )
    return Besluit(LEEG, LEEG, geweigerd, (), (), tabel_hash)
