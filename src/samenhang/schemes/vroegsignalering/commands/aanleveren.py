"""`lever-aan` and `oppakken`: what page and API do, for the operator's terminal and nightly scripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.models import Organisatie

GEMEENTE = typer.Option(help="Gemeentecode; nodig als er meer zijn / Municipality code", metavar="CODE")


def lever_aan(
    bestand: Annotated[Path, typer.Argument(help="Bestand in vroegsignaal-1 / File", metavar="BESTAND")],
    partner: Annotated[str, typer.Option(help="Naam of KvK-nummer / Name or trade register number")],
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Lever een bestand van een partner aan; hetzelfde bestand nog eens verandert niets / Deliver a partner's file."""
    if not bestand.is_file():
        raise Geweigerd(
            "bestand_onleesbaar",
            Tekst(
                f"{bestand} kan niet worden gelezen. Controleer de naam.",
                f"{bestand} cannot be read. Check the name.",
            ),
        )
    django_aan()
    from django.conf import settings
    from django.utils import timezone

    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import aanleveren
    from samenhang.schemes.vroegsignalering.bestand.rapport import schrijf_foutenlijst

    ontvanger, begin = kies_gemeente(gemeente), timezone.now()
    rij = aanleveren.lever_aan(
        systeem(ontvanger), _partner(ontvanger, partner).id, aanleveren.Bestand(bestand, bestand.name, "cli")
    )
    map_ = Path(settings.DATAMAP) / "foutenrapporten"
    map_.mkdir(parents=True, exist_ok=True)
    rapport = map_ / f"{rij.id}.csv"
    schrijf_foutenlijst(
        ((rij.bestandsnaam, fout.regel, fout.kolom, fout.code, fout.tekst) for fout in rij.fouten.all()),
        rapport,
    )
    geaccepteerd, dubbel = rij.geaccepteerd, rij.dubbel
    if rij.ontvangen < begin:
        geaccepteerd, dubbel = 0, geaccepteerd + dubbel
    if als_json:
        toon_json(
            {
                "aanlevering": str(rij.id),
                "gelezen": rij.gelezen,
                "geaccepteerd": geaccepteerd,
                "afgekeurd": rij.afgekeurd,
                "dubbel": dubbel,
                "foutenrapport": str(rapport),
            }
        )
        return
    toon(
        Tekst(
            f"{rij.gelezen} rijen gelezen: {geaccepteerd} geaccepteerd, {rij.afgekeurd} afgekeurd, {dubbel} dubbel. Foutenrapport: {rapport}",
            f"{rij.gelezen} rows read: {geaccepteerd} accepted, {rij.afgekeurd} refused, {dubbel} duplicates. Error report: {rapport}",
        )
    )


def oppakken(
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Maak van geaccepteerde signalen meldingen / Turn accepted signals into cases."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    nieuw = actions.pak_signalen_op(systeem(kies_gemeente(gemeente)))
    if als_json:
        toon_json({"nieuw": nieuw})
        return
    toon(Tekst(f"{nieuw} nieuwe meldingen.", f"{nieuw} new cases."))


def kies_gemeente(code: str) -> Organisatie:
    """The municipality of that code, or the only one there is."""
    from samenhang.kernel.organisaties.models import Organisatie

    gemeenten = Organisatie.objects.filter(soort="gemeente", actief=True)
    if code:
        gemeenten = gemeenten.filter(gemeentecode=code)
    gevonden = list(gemeenten[:2])
    if len(gevonden) != 1:
        raise Geweigerd(
            "gemeente_onduidelijk",
            Tekst(
                "Er is niet precies één gemeente. Geef --gemeente met de viercijferige code.",
                "There is not exactly one municipality. Give --gemeente with its four-digit code.",
            ),
        )
    return gevonden[0]


def _partner(gemeente: Organisatie, naam: str) -> Organisatie:
    from django.db.models import Q

    from samenhang.kernel.organisaties.models import Organisatie

    bekend = Organisatie.objects.filter(afspraken_als_partner__gemeente=gemeente).distinct()
    gevonden = list(bekend.filter(Q(naam__iexact=naam) | Q(kvk=naam))[:2])
    if len(gevonden) != 1:
        namen = ", ".join(bekend.order_by("naam").values_list("naam", flat=True)) or "–"
        raise Geweigerd(
            "F10",
            Tekst(
                f"Partner {naam} is niet (eenduidig) bekend. Kies uit: {namen}.",
                f"Partner {naam} is not (uniquely) known. Choose from: {namen}.",
            ),
        )
    return gevonden[0]
