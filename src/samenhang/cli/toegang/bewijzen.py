"""Proving: every invariant over every decision, and whether the proof would notice a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.toegang.invarianten import Bewijs

ALS_JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")


def _bewezen() -> Bewijs:
    django_aan()
    from django.utils import timezone

    from samenhang.kernel.toegang.bewijs import bewijs
    from samenhang.kernel.toegang.geldend import beslistabel, waarborgen

    return bewijs(beslistabel(), waarborgen(), timezone.now())


def controleer(als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Bewijs alle invarianten over de hele beslisruimte / Prove all invariants over the whole decision space."""
    uit = _bewezen()
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
    _weiger_wat_geschonden_is(uit)


def bewijs(als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Hoeveel beslissingen zijn bewezen, in één regel / How many decisions were proved, in one line."""
    uit = _bewezen()
    geschonden = sum(bool(rij.geschonden) for rij in uit.uitkomsten)
    if als_json:
        toon_json(
            {
                "beslissingen": uit.beslissingen,
                "invarianten": len(uit.uitkomsten),
                "geschonden": geschonden,
                "duur_ms": round(uit.seconden * 1000),
            }
        )
    else:
        toon(
            Tekst(
                f"{uit.beslissingen} beslissingen, {len(uit.uitkomsten)} invarianten, {geschonden} geschonden, {uit.seconden * 1000:.0f} ms.",
                f"{uit.beslissingen} decisions, {len(uit.uitkomsten)} invariants, {geschonden} violated, {uit.seconden * 1000:.0f} ms.",
            )
        )
    _weiger_wat_geschonden_is(uit)


def _weiger_wat_geschonden_is(uit: Bewijs) -> None:
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


MINSTENS = typer.Option(
    "--minstens", help="Aandeel dat gevangen moet zijn, 0 tot 1 / Share that must be caught, 0 to 1"
)


def mutatie(minstens: Annotated[str, MINSTENS] = "0.9", als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Maak elke regel en elk plafond te ruim: valt dat op? / Widen each permit and ceiling: is it noticed?"""
    grens = _aandeel(minstens)
    django_aan()
    from samenhang.kernel.scheme import geinstalleerde_schemes
    from samenhang.kernel.toegang.geldend import beslistabel, waarborgen
    from samenhang.kernel.toegang.mutatie import muteer

    uit = muteer(geinstalleerde_schemes(), beslistabel(), waarborgen())
    if als_json:
        toon_json(
            {
                "verruimingen": uit.verruimingen,
                "gevangen": uit.gevangen,
                "aandeel": round(uit.aandeel, 4),
                "door": {
                    "plafond": uit.plafond,
                    "nooit": uit.nooit,
                    "verwacht": uit.verwacht,
                    "nooitBijPlafonds": uit.van_plafonds,
                },
                "ontsnapt": list(uit.ontsnapt),
                "duur_ms": round(uit.seconden * 1000),
            }
        )
    else:
        toon(
            Tekst(
                f"{uit.gevangen} van {uit.verruimingen} te ruime regels en plafonds gevangen ({uit.aandeel:.1%}).",
                f"{uit.gevangen} of {uit.verruimingen} too wide permits and ceilings caught ({uit.aandeel:.1%}).",
            )
        )
        for wat in uit.ontsnapt:
            toon(Tekst(f"niet gezien: {wat}", f"not seen: {wat}"))
    if uit.aandeel < grens:
        raise Geweigerd(
            "mutaties_ontsnappen",
            Tekst(
                f"Er is {uit.aandeel:.1%} gevangen en {grens:.1%} gevraagd. Vul waarborgen.toml aan met wat niet is gezien.",
                f"{uit.aandeel:.1%} was caught and {grens:.1%} asked. Add to waarborgen.toml what was not seen.",
            ),
        )


def _aandeel(tekst: str) -> float:
    try:
        waarde = float(tekst)
    except ValueError:
        waarde = -1.0
    if not 0 <= waarde <= 1:
        zin = Tekst(
            f"--minstens {tekst}: geef een getal van 0 tot en met 1, met een punt. Er is niets gecontroleerd.",
            f"--minstens {tekst}: give a number from 0 to 1, with a point. Nothing was checked.",
        )
        raise Geweigerd(
            "aandeel_onjuist", zin, fouten=(Fout("aandeel_onjuist", zin, Plaats(kolom="--minstens")),)
        )
    return waarde
