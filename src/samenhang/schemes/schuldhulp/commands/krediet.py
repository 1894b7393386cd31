"""Payments from a file on the command line, with progress in counts at the end and every refused row at its line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, zaak_bij
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst


def betalingen_inlezen(
    bestand: Path, als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False
) -> None:
    """Lees betalingen in uit het bestand van de bank / Read payments from the file of the bank."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.betaalbestand import lees_betalingen_in
    from samenhang.schemes.schuldhulp.document import kaal
    from samenhang.schemes.schuldhulp.kredietdocument import als_betaalbestand

    try:
        inhoud = bestand.read_bytes()
    except OSError as fout:
        tekst = Tekst(f"{bestand.name} kan niet worden gelezen. Controleer de naam.", f"{bestand.name} cannot be read. Check the name.")  # fmt: skip
        raise Geweigerd.bij("bestand", "bestand_onleesbaar", tekst) from fout  # fmt: skip
    rij = lees_betalingen_in(actor_als(als), bestand.name, inhoud)
    if als_json:
        toon_json(kaal(als_betaalbestand(rij)))
        return
    for fout_ in rij.fouten:
        toon(Tekst(fout_["nl"], fout_["en"]))
    toon(
        Tekst(
            f"{rij.geboekt} geboekt, {rij.bekend} waren al geboekt, {len(rij.fouten)} geweigerd.",
            f"{rij.geboekt} booked, {rij.bekend} were booked already, {len(rij.fouten)} refused.",
        )
    )


def betaalbestanden(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de bestanden met betalingen / Show the files with payments."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.document import kaal
    from samenhang.schemes.schuldhulp.kredietdocument import als_betaalbestand

    rijen = queries.betaalbestanden(actor_als(als))
    if als_json:
        toon_json(kaal({"betaalbestanden": [als_betaalbestand(rij) for rij in rijen]}))
        return
    for rij in rijen:
        nl = (
            f"{rij.geboekt} geboekt, {len(rij.fouten)} geweigerd"
            if rij.klaar
            else "afgebroken: lees het nog eens in"
        )
        en = f"{rij.geboekt} booked, {len(rij.fouten)} refused" if rij.klaar else "broken off: read it again"
        toon(Tekst(f"{rij.moment:%Y-%m-%d}  {rij.naam}  {nl}", f"{rij.moment:%Y-%m-%d}  {rij.naam}  {en}"))


def brief(
    zaak: str,
    soort: Annotated[
        str,
        typer.Argument(
            help="toelating, afwijzing, beeindiging, voorstel, herinnering, uitkomst, krediet, regeling, hercontrole, uitdeling, kwijting"
        ),
    ],
    bestand: Annotated[Path, typer.Argument(help="Waarheen (PDF) / Where to (PDF)")],
    als: Annotated[str, ALS],
) -> None:
    """Maak een brief of besluit als PDF / Make a letter or decision as PDF."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries

    actor = actor_als(als)
    bestand.write_bytes(queries.brief(actor, zaak_bij(actor, "schuldhulp", zaak), soort))
    toon(Tekst(f"Gemaakt: {bestand}.", f"Made: {bestand}."))


def rechtbankdossier(
    zaak: str,
    verzoek: Annotated[UUID, typer.Argument(help="Id van het verzoek / Id of the request")],
    bestand: Annotated[Path, typer.Argument(help="Waarheen (PDF) / Where to (PDF)")],
    als: Annotated[str, ALS],
) -> None:
    """Haal het dossier voor de rechter op zoals het is ingediend / Get the file for the court as it was handed in."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries

    actor = actor_als(als)
    bestand.write_bytes(queries.rechtbankbundel(actor, zaak_bij(actor, "schuldhulp", zaak), verzoek))
    toon(Tekst(f"Gemaakt: {bestand}.", f"Made: {bestand}."))
