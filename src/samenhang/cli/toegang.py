"""`samenhang toegang`: prove the access rules, and show them. Needs no database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.toegang import Beslistabel, Regel

app = typer.Typer(help="Toegangsregels / Access rules", no_args_is_help=True)

ALS_JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")


@app.callback()
def _toegang() -> None:
    """Toegangsregels / Access rules."""


@app.command()
def controleer(als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Bewijs alle invarianten over de hele beslisruimte / Prove all invariants over the whole decision space."""
    django_aan()
    from django.utils import timezone

    from samenhang.kernel.toegang.bewijs import bewijs
    from samenhang.kernel.toegang.geldend import beslistabel, waarborgen

    uit = bewijs(beslistabel(), waarborgen(), timezone.now())
    if als_json:
        toon_json(
            {
                "cellen": uit.cellen,
                "beslissingen": uit.beslissingen,
                "sluit": uit.sluit,
                "seconden": round(uit.seconden, 3),
                "tabelHash": uit.tabel_hash,
                "invarianten": [
                    {
                        "id": rij.id,
                        "titel": rij.titel.nl,
                        "title": rij.titel.en,
                        "gecontroleerd": rij.aantal,
                        "geschonden": rij.geschonden,
                    }
                    for rij in uit.uitkomsten
                ],
            }
        )
    else:
        for rij in uit.uitkomsten:
            merk = Tekst("goed", "holds") if not rij.geschonden else Tekst("FOUT", "FAILS")
            toon(
                Tekst(
                    f"{merk.nl:5} {rij.aantal:>7}  {rij.id}: {rij.titel.nl}",
                    f"{merk.en:5} {rij.aantal:>7}  {rij.id}: {rij.titel.en}",
                )
            )
        toon(
            Tekst(
                f"{uit.cellen} cellen, {uit.beslissingen} beslissingen, {len(uit.uitkomsten)} invarianten in {uit.seconden:.2f} s.",
                f"{uit.cellen} cells, {uit.beslissingen} decisions, {len(uit.uitkomsten)} invariants in {uit.seconden:.2f} s.",
            )
        )
    if not uit.sluit:
        raise Geweigerd(
            "invariant_geschonden",
            Tekst(
                "De toegangsregels geven iets wat niet mag, of niet wat is verwacht. Herstel toegang.toml of waarborgen.toml.",
                "The access rules give what may not be, or not what is expected. Mend toegang.toml or waarborgen.toml.",
            ),
            fouten=tuple(
                Fout(rij.id, Tekst(f"{rij.titel.nl}: {plek}", f"{rij.titel.en}: {plek}"), Plaats())
                for rij in uit.uitkomsten
                for plek in rij.waar
            ),
        )


@app.command()
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
        toon(
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
    }
