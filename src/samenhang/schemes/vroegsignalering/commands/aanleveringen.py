"""What became of deliveries, in the operator's terminal: how far they are, their faults and their files."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.balk import als_document, in_woorden
from samenhang.schemes.vroegsignalering.commands.gedeeld import GEMEENTE, JSON, als_id, kies_gemeente

if TYPE_CHECKING:
    from samenhang.kernel.aanlevering.models import Aanlevering


def aanleveringen(
    gemeente: Annotated[str, GEMEENTE] = "",
    stand: Annotated[str, typer.Option(help="ontvangen, gekeurd, verwerkt, geweigerd of fouten")] = "",
    aantal: Annotated[int, typer.Option(min=1, max=200)] = 50,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon de aanleveringen, de nieuwste eerst / List the deliveries, newest first."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    filter_ = queries.Leveringfilter(stand=stand, aantal=aantal)
    lijst = queries.aanleveringen(systeem(kies_gemeente(gemeente)), filter_)
    if als_json:
        toon_json({"totaal": lijst.totaal, "aanleveringen": [_plat(rij) for rij in lijst.rijen]})
        return
    for rij in lijst.rijen:
        toon(
            Tekst(
                f"{rij.id}  {rij.ontvangen:%Y-%m-%d %H:%M}  {rij.status:<10} {rij.code:<4} {rij.geaccepteerd:>7} +  {rij.afgekeurd:>6} -  {rij.afzender} · {rij.bestandsnaam}",
                f"{rij.id}  {rij.ontvangen:%Y-%m-%d %H:%M}  {rij.status:<10} {rij.code:<4} {rij.geaccepteerd:>7} +  {rij.afgekeurd:>6} -  {rij.afzender} · {rij.bestandsnaam}",
            )
        )


def aanlevering(
    aanlevering: Annotated[str, typer.Argument(metavar="AANLEVERING")],
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon één aanlevering: hoe ver zij is, of wat ervan werd / Show one delivery: how far it is or what became of it."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    rij, per_code = queries.telling(systeem(kies_gemeente(gemeente)), als_id(aanlevering))
    stand = queries.stand_van(rij)
    storing = queries.storing_van(rij)
    voortgang = None if stand is None else als_document(stand)
    if als_json:
        codes = [{"code": code, "aantal": aantal} for code, aantal in per_code]
        fout = storing and {"tekst": storing.fout, "text": storing.fout_en, "pogingen": storing.pogingen}
        toon_json(_plat(rij) | {"codes": codes, "voortgang": voortgang, "storing": fout})
        return
    toon(
        Tekst(f"{rij.bestandsnaam}: {rij.status} {rij.code}", f"{rij.bestandsnaam}: {rij.status} {rij.code}")
    )
    if storing is not None:
        toon(
            Tekst(
                f"Mislukt ({storing.pogingen} keer): {storing.fout} Probeer met: samenhang vroegsignalering begin-opnieuw {rij.id}",
                f"Failed ({storing.pogingen} times): {storing.fout_en} Try with: samenhang vroegsignalering begin-opnieuw {rij.id}",
            )
        )
    elif stand is not None:
        toon(in_woorden(stand))
    for code, aantal in per_code:
        toon(Tekst(f"{code}  {aantal}", f"{code}  {aantal}"))


def fouten(
    aanlevering: Annotated[str, typer.Argument(metavar="AANLEVERING")],
    gemeente: Annotated[str, GEMEENTE] = "",
    code: Annotated[str, typer.Option(help="Alleen deze code / This code only")] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon wat er mis was in een aanlevering / Show what was wrong in a delivery."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    actor = systeem(kies_gemeente(gemeente))
    lijst = queries.foutenlijst(actor, als_id(aanlevering), code, aantal=1_000_000)
    if als_json:
        toon_json(
            {
                "aanlevering": str(lijst.aanlevering.id),
                "fouten": [
                    {
                        "regel": f.regel,
                        "kolom": f.kolom,
                        "plek": f.plek,
                        "code": f.code,
                        "tekst": f.tekst,
                        "text": f.text,
                    }
                    for f in lijst.fouten
                ],
            }
        )
        return
    for fout in lijst.fouten:
        waar = f"{lijst.aanlevering.bestandsnaam}:{fout.plek or fout.regel or ''} {fout.kolom}"
        toon(Tekst(f"{waar} {fout.code} {fout.tekst}", f"{waar} {fout.code} {fout.text}"))


def origineel(
    aanlevering: Annotated[str, typer.Argument(metavar="AANLEVERING")],
    uitvoer: Annotated[Path, typer.Option(help="Waar het bestand komt te staan / Where the file goes")],
    gemeente: Annotated[str, GEMEENTE] = "",
) -> None:
    """Haal het bestand zoals het werd aangeleverd / Get the file as it was delivered."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    rij, pad = queries.origineel(systeem(kies_gemeente(gemeente)), als_id(aanlevering))
    _nog_vrij(uitvoer)
    shutil.copyfile(pad, uitvoer)
    toon(Tekst(f"{rij.bestandsnaam} staat in {uitvoer}.", f"{rij.bestandsnaam} is in {uitvoer}."))


def verbeterblad(
    aanlevering: Annotated[str, typer.Argument(metavar="AANLEVERING")],
    uitvoer: Annotated[Path, typer.Option(help="Een .csv of .xlsx / A .csv or .xlsx")],
    gemeente: Annotated[str, GEMEENTE] = "",
) -> None:
    """Haal de afgekeurde regels in de eigen kolommen, om te verbeteren / Get the refused rows to correct them."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries, rapport

    rij, pad = queries.origineel(systeem(kies_gemeente(gemeente)), als_id(aanlevering))
    inhoud, _ = rapport.verbeterblad(rij, pad, uitvoer.suffix.lower().removeprefix("."))
    _nog_vrij(uitvoer)
    uitvoer.write_bytes(inhoud)
    toon(
        Tekst(
            f"Het verbeterblad van {rij.bestandsnaam} staat in {uitvoer}.",
            f"The correction sheet of {rij.bestandsnaam} is in {uitvoer}.",
        )
    )


def _nog_vrij(uitvoer: Path) -> None:
    """Refuse to write over a file."""
    if uitvoer.exists():
        raise Geweigerd(
            "bestand_bestaat",
            Tekst(f"{uitvoer} bestaat al. Kies een andere naam.", f"{uitvoer} exists. Choose another name."),
        )


def _plat(rij: Aanlevering) -> dict[str, Any]:
    velden = [
        "bestandsnaam",
        "hash",
        "status",
        "code",
        "gelezen",
        "geaccepteerd",
        "afgekeurd",
        "dubbel",
        "ingeschreven",
    ]
    return {
        "aanlevering": str(rij.id),
        "partner": rij.afzender.naam,
        "ontvangen": rij.ontvangen.isoformat(),
    } | {veld: getattr(rij, veld) for veld in velden}


def begin_opnieuw(
    aanlevering: Annotated[str, typer.Argument(metavar="AANLEVERING")],
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Begin het verwerken van een mislukte aanlevering opnieuw / Begin processing a delivery that failed again."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    rij = actions.begin_opnieuw(systeem(kies_gemeente(gemeente)), als_id(aanlevering))
    if als_json:
        toon_json(_plat(rij))
        return
    toon(
        Tekst(
            f"{rij.bestandsnaam}: de werker begint zo opnieuw.",
            f"{rij.bestandsnaam}: the worker will begin again in a moment.",
        )
    )
