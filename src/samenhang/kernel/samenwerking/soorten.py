"""What a kind of organisation may receive and give, on which law, and how that law stands: read from the rules.

Nothing here is written down twice: the permits say who, what and when, the legal bases say by which article, and the
declarations of the schemes say what they hand over to whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.woorden import Wet
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.grondslagen import Grondslag
from samenhang.kernel.toegang.regels import Regel

ALTIJD = ("niet_gesloten",)
"""Conditions of every permit, which say nothing about this one."""


@dataclass(frozen=True, slots=True)
class Wetstand:
    """A law and how it stands on the day that was asked: `geldt` when something may rest on it.

    `status` is in_werking, ontwerp or vervallen; `bronstatus` is bevestigd, ongeverifieerd or concept.
    """

    wet: Wet
    status: str
    bronstatus: str
    geldt: bool


@dataclass(frozen=True, slots=True)
class Recht:
    """What one permit lets this kind of organisation receive, or give, in one register.

    `stappen` is empty when it holds in every step. `mits` are the conditions on the facts of the person.
    """

    regel: str
    register: Tekst
    functies: tuple[Tekst, ...]
    doelen: tuple[Tekst, ...]
    stappen: tuple[Tekst, ...]
    krijgt: tuple[Tekst, ...]
    geeft: tuple[Tekst, ...]
    mits: tuple[Tekst, ...]
    stand: Wetstand


@dataclass(frozen=True, slots=True)
class Toegezonden:
    """What a register sends to this kind of organisation as a hand-over."""

    register: Tekst
    titel: Tekst
    stand: Wetstand


@dataclass(frozen=True, slots=True)
class Soortbeeld:
    """A kind of organisation with everything it may receive and give on a day."""

    soort: str
    titel: Tekst
    dag: date
    rechten: tuple[Recht, ...]
    toegezonden: tuple[Toegezonden, ...]
    tabel_hash: str


def soorten() -> dict[str, Tekst]:
    """The kinds of organisation that a permit or a hand-over names, by their name."""
    genoemd = {soort for regel in beslistabel().regels.values() for soort in regel.organisaties}
    genoemd |= {deel.aan for declaratie in geinstalleerde_schemes().values() for deel in declaratie.stuurt}
    return {naam: titel for naam, titel in ORGANISATIESOORTEN.items() if naam in genoemd}


def soortbeeld(soort: str, dag: date) -> Soortbeeld:
    """What this kind of organisation may receive and give on that day; raises `Geweigerd` for a kind that is not known."""
    bekend = soorten()
    if soort not in bekend:
        zin = Tekst(
            f'"{soort[:40]}" is geen soort organisatie die hier iets mag. Kies uit {", ".join(bekend)}.',
            f'"{soort[:40]}" is no kind of organisation that may do anything here. Choose from {", ".join(bekend)}.',
        )
        raise Geweigerd(
            "soort_onbekend", zin, status=404, fouten=(Fout("soort_onbekend", zin, Plaats(kolom="soort")),)
        )
    tabel = beslistabel()
    rechten = [
        _recht(regel, tabel.grondslagen[regel.grondslag], dag)
        for regel in tabel.regels.values()
        if soort in regel.organisaties
    ]
    toegezonden = [
        Toegezonden(declaratie.titel, deel.titel, _stand(tabel.grondslagen[deel.grondslag], dag))
        for declaratie in geinstalleerde_schemes().values()
        for deel in declaratie.stuurt
        if deel.aan == soort and deel.grondslag in tabel.grondslagen
    ]
    return Soortbeeld(soort, bekend[soort], dag, tuple(rechten), tuple(toegezonden), tabel.hash)


def _stand(grondslag: Grondslag, dag: date) -> Wetstand:
    return Wetstand(
        woorden.wet(grondslag), grondslag.status, grondslag.bronstatus, grondslag.in_werking_op(dag)
    )


def _recht(regel: Regel, grondslag: Grondslag, dag: date) -> Recht:
    functies = ",".join(dict.fromkeys(rol for rol, _ in regel.wie))
    return Recht(
        regel.id,
        geinstalleerde_schemes()[regel.scheme].titel,
        woorden.rollen(regel.scheme, functies),
        tuple(woorden.doel(regel.scheme, doel) for doel in regel.doelen),
        tuple(_stap(regel.scheme, stap) for stap in regel.stappen if stap != "*"),
        woorden.categorieen(regel.scheme, ",".join(sorted(regel.leest))),
        woorden.categorieen(regel.scheme, ",".join(sorted(regel.schrijft))),
        tuple(deel.titel for deel in regel.voorwaarden if deel.naam not in ALTIJD),
        _stand(grondslag, dag),
    )


def _stap(scheme: str, naam: str) -> Tekst:
    return Tekst("buiten een zaak", "outside a case") if naam == "-" else woorden.stap(scheme, naam)
