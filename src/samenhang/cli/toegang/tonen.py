"""Showing: the permits as they stand, and who may see what and why."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon as toon_regel
from samenhang.cli.uitvoer import toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.toegang import Beslistabel, Regel

ALS_JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")


def tabel(als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon wie wat mag, per regel met zijn wet / Show who may do what, per permit with its law."""
    django_aan()
    from samenhang.kernel.toegang.geldend import beslistabel

    geldend = beslistabel()
    if als_json:
        toon_json({"tabelHash": geldend.hash, "regels": [_rij(geldend, r) for r in geldend.regels.values()]})
        return
    for regel in geldend.regels.values():
        basis = geldend.grondslagen[regel.grondslag]
        wie = ", ".join(f"{rol} ({hoe})" for rol, hoe in regel.wie)
        doelen, stappen = ", ".join(regel.doelen), ", ".join(regel.stappen)
        leest, schrijft = ", ".join(sorted(regel.leest)) or "-", ", ".join(sorted(regel.schrijft)) or "-"
        toon_regel(
            Tekst(
                f"{regel.id}: {wie}\n  doel {doelen}; stap {stappen}; {basis.artikel} ({basis.bronstatus})\n"
                f"  leest {leest}; schrijft {schrijft}",
                f"{regel.id}: {wie}\n  purpose {doelen}; step {stappen}; {basis.artikel} ({basis.bronstatus})\n"
                f"  reads {leest}; writes {schrijft}",
            )
        )


def _rij(geldend: Beslistabel, regel: Regel) -> dict[str, object]:
    basis = geldend.grondslagen[regel.grondslag]
    return {
        "regel": regel.id,
        "scheme": regel.scheme,
        "organisaties": list(regel.organisaties),
        "wie": [list(paar) for paar in regel.wie],
        "doelen": list(regel.doelen),
        "stappen": list(regel.stappen),
        "leest": sorted(regel.leest),
        "schrijft": sorted(regel.schrijft),
        "volgt": list(regel.volgt),
        "tweedeLezer": regel.tweede_lezer,
        "grondslag": basis.id,
        "artikel": basis.artikel,
        "status": basis.status,
        "bronstatus": basis.bronstatus,
        "bron": regel.bron,
        "mits": [rij.naam for rij in regel.voorwaarden],
    }


def toon(
    rol: Annotated[str, typer.Option(help="Van wie / Whose")],
    doel: Annotated[str, typer.Option(help="Waarvoor / For what purpose")] = "",
    scheme: Annotated[str, typer.Option(help="Alleen dit register / This register only")] = "",
    organisatie: Annotated[str, typer.Option(help="Soort organisatie / Kind of organisation")] = "",
    betrokkenheid: Annotated[str, typer.Option(help="Wat hij met de zaak heeft / Involvement")] = "",
    stap: Annotated[str, typer.Option(help="In deze stap / In this step")] = "",
    categorie: Annotated[str, typer.Option(help="Alleen dit gegeven / This datum only")] = "",
    dag: Annotated[str, typer.Option(help="JJJJ-MM-DD; anders vandaag / else today", metavar="DAG")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Wie mag wat zien, en waarom / Who may see what, and why."""
    django_aan()
    from django.utils import timezone

    from samenhang.kernel.toegang.geldend import beslistabel

    tabel = beslistabel()
    ruimtes = list(tabel.ruimtes.values())
    _kies("scheme", scheme, tabel.ruimtes)
    ruimtes = [ruimte for ruimte in ruimtes if not scheme or ruimte.scheme == scheme]
    for naam, waarde, veld in (
        ("rol", rol, "rollen"), ("doel", doel, "doelen"), ("organisatie", organisatie, "organisatiesoorten"),
        ("betrokkenheid", betrokkenheid, "betrokkenheden"), ("stap", stap, "stappen"), ("categorie", categorie, "categorieen"),
    ):  # fmt: skip
        _kies(naam, waarde, sorted({deel for ruimte in ruimtes for deel in getattr(ruimte, veld) if deel}))
    op = lees_dag(dag) or timezone.localdate()
    gevonden = []
    for regel in tabel.regels.values():
        wie = [(r, hoe) for r, hoe in regel.wie if r == rol and betrokkenheid in ("", hoe)]
        wat = {categorie} if categorie else regel.leest | regel.schrijft
        past = (
            (not scheme or regel.scheme == scheme)
            and (not doel or doel in regel.doelen)
            and (not organisatie or organisatie in regel.organisaties)
            and (not stap or stap in regel.stappen or ("*" in regel.stappen and stap != "vernietigd"))
        )
        if wie and past and wat & (regel.leest | regel.schrijft):
            rij = _rij(tabel, regel)
            rij["wie"] = [list(paar) for paar in wie]
            rij["leest"], rij["schrijft"] = sorted(regel.leest & wat), sorted(regel.schrijft & wat)
            rij["geldt"] = tabel.grondslagen[regel.grondslag].in_werking_op(op)
            gevonden.append(rij)
    if als_json:
        toon_json(
            {"rol": rol, "doel": doel, "dag": op.isoformat(), "tabelHash": tabel.hash, "regels": gevonden}
        )
        return
    for rij in gevonden:
        _toon(rij)
    if not gevonden:
        toon_regel(
            Tekst(
                f"{rol} krijgt hier niets: geen regel geeft het, dus het wordt geweigerd.",
                f"{rol} gets nothing here: no permit gives it, so it is refused.",
            )
        )


def _toon(rij: dict[str, object]) -> None:
    from samenhang.kernel.toegang.voorwaarden import VOORWAARDEN

    def reeks(naam: str) -> str:
        waarde = rij[naam]
        return ", ".join(deel or "-" for deel in waarde) if isinstance(waarde, list) and waarde else "-"

    hoe = ", ".join(deel[1] for deel in rij["wie"]) if isinstance(rij["wie"], list) else ""
    namen = rij["mits"] if isinstance(rij["mits"], list) else []
    mits = [VOORWAARDEN[naam].titel for naam in namen if naam != "niet_gesloten"]
    nl = f"{rij['regel']} ({rij['artikel']}, {rij['status']}, {rij['bronstatus']})"
    toon_regel(
        Tekst(
            f"{nl}{'' if rij['geldt'] else ' GELDT NIET: alles wordt geweigerd'}\n"
            f"  wie: {hoe}, bij {reeks('organisaties')}; doel {reeks('doelen')}; stap {reeks('stappen')}\n"
            f"  leest {reeks('leest')}; schrijft {reeks('schrijft')}\n"
            f"  mits {'; '.join(deel.nl for deel in mits) or '-'}\n  waarom: {rij['bron']}",
            f"{nl}{'' if rij['geldt'] else ' NOT IN FORCE: everything is refused'}\n"
            f"  who: {hoe}, at {reeks('organisaties')}; purpose {reeks('doelen')}; step {reeks('stappen')}\n"
            f"  reads {reeks('leest')}; writes {reeks('schrijft')}\n"
            f"  if {'; '.join(deel.en for deel in mits) or '-'}\n  why: {rij['bron']}",
        )
    )


def _kies(naam: str, waarde: str, keuze: Collection[str]) -> None:
    leeg_mag = naam != "rol"
    if waarde in keuze or (not waarde and leeg_mag):
        return
    lijkt = get_close_matches(waarde, keuze, 3)
    nl = f"Bedoelt u {', '.join(lijkt)}?" if lijkt else f"Kies uit: {', '.join(sorted(keuze))}."
    en = f"Did you mean {', '.join(lijkt)}?" if lijkt else f"Choose from: {', '.join(sorted(keuze))}."
    zin = Tekst(
        f"--{naam} {waarde!r} bestaat hier niet. {nl} Er is niets getoond.",
        f"--{naam} {waarde!r} does not exist here. {en} Nothing was shown.",
    )
    raise Geweigerd("keuze_onbekend", zin, fouten=(Fout("keuze_onbekend", zin, Plaats(kolom=f"--{naam}")),))


def lees_dag(tekst: str) -> date | None:
    """The day of `--dag`, None when it is empty; raises `Geweigerd` for what is no date."""
    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        zin = Tekst(
            f"--dag {tekst} is geen datum. Schrijf JJJJ-MM-DD. Er is niets getoond.",
            f"--dag {tekst} is no date. Write YYYY-MM-DD. Nothing was shown.",
        )
        raise Geweigerd(
            "datum_onjuist", zin, fouten=(Fout("datum_onjuist", zin, Plaats(kolom="--dag")),)
        ) from fout
