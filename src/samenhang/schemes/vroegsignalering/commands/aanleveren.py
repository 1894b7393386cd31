"""`lever-aan` and `oppakken`: what page and API do, for the operator's terminal and nightly scripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.vroegsignalering.commands.balk import voortgangsbalk
from samenhang.schemes.vroegsignalering.commands.gedeeld import (
    GEMEENTE,
    JSON,
    gemeente_en_partner,
    kies_gemeente,
)

if TYPE_CHECKING:
    from samenhang.kernel.aanlevering.ontvangst import Ontvangst
    from samenhang.kernel.organisaties.models import Organisatie

TELLINGEN = ("gelezen", "geaccepteerd", "afgekeurd", "dubbel")


def lever_aan(
    bestanden: Annotated[
        list[Path], typer.Argument(help="Bestanden in vroegsignaal-1 / Files", metavar="BESTAND...")
    ],
    partner: Annotated[str, typer.Option(help="Naam of KvK-nummer / Name or trade register number")],
    gemeente: Annotated[str, GEMEENTE] = "",
    niet_wachten: Annotated[
        bool,
        typer.Option(
            "--niet-wachten",
            help="Stop na het controleren; een groot bestand wordt daarna ingeschreven / Stop after checking",
        ),
    ] = False,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Lever bestanden van een partner aan; hetzelfde bestand nog eens verandert niets / Deliver a partner's files."""
    for bestand in bestanden:
        if not bestand.is_file():
            raise Geweigerd(
                "bestand_onleesbaar",
                Tekst(
                    f"{bestand} kan niet worden gelezen. Controleer de naam.",
                    f"{bestand} cannot be read. Check the name.",
                ),
            )
    django_aan()
    ontvanger, afzender = gemeente_en_partner(gemeente, partner)
    documenten: list[dict[str, Any]] = []
    geweigerd: list[tuple[Path, Geweigerd]] = []
    for bestand in bestanden:
        try:
            documenten.append(_lever_een(ontvanger, afzender, bestand, stil=als_json, wacht=not niet_wachten))
        except Geweigerd as weigering:
            geweigerd.append((bestand, weigering))
    if als_json and len(bestanden) == 1 and documenten:
        toon_json(documenten[0])
    elif als_json and documenten:
        toon_json({"aanleveringen": documenten} | {n: sum(d[n] for d in documenten) for n in TELLINGEN})
    if len(bestanden) == 1 and geweigerd:
        raise geweigerd[0][1]
    if geweigerd:
        raise _samen(geweigerd, len(documenten))


def _lever_een(
    ontvanger: Organisatie, afzender: Organisatie, bestand: Path, *, stil: bool, wacht: bool
) -> dict[str, Any]:
    """Deliver one file; gives the document of the contract, and tells people in words."""
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import aanleveren, rapport

    try:
        with voortgangsbalk(stil) as hoor:
            ontvangst = aanleveren.lever(
                systeem(ontvanger),
                afzender.id,
                aanleveren.Bestand(bestand, bestand.name, "cli"),
                hoor=hoor,
                wacht=wacht,
            )
    except aanleveren.AanleveringGeweigerd as weigering:
        rapport.schrijf(weigering.aanlevering)
        raise
    rij = ontvangst.aanlevering
    geaccepteerd, dubbel = rij.geaccepteerd, rij.dubbel
    if not ontvangst.nieuw:
        geaccepteerd, dubbel = 0, geaccepteerd + dubbel
    document = {
        "aanlevering": str(rij.id),
        "gelezen": rij.gelezen,
        "geaccepteerd": geaccepteerd,
        "afgekeurd": rij.afgekeurd,
        "dubbel": dubbel,
        "foutenrapport": str(rapport.schrijf(rij)),
    }
    if rij.status != "verwerkt":
        document |= {"status": rij.status, "ingeschreven": rij.ingeschreven}
    if not stil:
        _toon(ontvangst, document)
    return document


def _toon(ontvangst: Ontvangst, document: dict[str, Any]) -> None:
    from django.utils import timezone

    from samenhang.schemes.vroegsignalering.bestand.codes import zin

    rij = ontvangst.aanlevering
    if not ontvangst.nieuw:
        toon(zin("F09", timezone.localtime(rij.ontvangen).date().isoformat()))
    toon(
        Tekst(
            "{bestand}: {gelezen} rijen gelezen: {geaccepteerd} geaccepteerd, {afgekeurd} afgekeurd, {dubbel} dubbel. Foutenrapport: {foutenrapport}",
            "{bestand}: {gelezen} rows read: {geaccepteerd} accepted, {afgekeurd} refused, {dubbel} duplicates. Error report: {foutenrapport}",
        ).met(bestand=rij.bestandsnaam, **document)
    )
    if rij.status != "verwerkt":
        toon(
            Tekst(
                f"De rijen worden nog ingeschreven. Kijk met: samenhang vroegsignalering aanlevering {rij.id}",
                f"The rows are still being registered. Look with: samenhang vroegsignalering aanlevering {rij.id}",
            )
        )


def _samen(geweigerd: list[tuple[Path, Geweigerd]], rest: int) -> Geweigerd:
    """One refusal for several files: each with its own code, and what became of the rest."""
    namen = ", ".join(f"{pad.name} ({weigering.code})" for pad, weigering in geweigerd)
    fouten = [
        fout
        for pad, weigering in geweigerd
        for fout in weigering.fouten or (Fout(weigering.code, weigering.tekst, Plaats(pad.name)),)
    ]
    return Geweigerd(
        geweigerd[0][1].code,
        Tekst(
            f"Geweigerd: {namen}. De andere bestanden ({rest}) zijn verwerkt.",
            f"Refused: {namen}. The other files ({rest}) were processed.",
        ),
        fouten=tuple(fouten),
    )


def oppakken(gemeente: Annotated[str, GEMEENTE] = "", als_json: Annotated[bool, JSON] = False) -> None:
    """Maak van geaccepteerde signalen meldingen / Turn accepted signals into cases."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    nieuw = actions.pak_signalen_op(systeem(kies_gemeente(gemeente)))
    if als_json:
        toon_json({"nieuw": nieuw})
        return
    toon(Tekst(f"{nieuw} nieuwe meldingen.", f"{nieuw} new cases."))
