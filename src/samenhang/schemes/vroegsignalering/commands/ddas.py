"""`ddas`, `ddas-controle` and `ddas-handtekening`: make the delivery to CBS, check any such file and its signature."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import GEMEENTE, JSON, kies_gemeente

DAG = typer.Option(formats=["%Y-%m-%d"], metavar="DATUM", help="JJJJ-MM-DD")


def ddas(
    van: Annotated[datetime, DAG],
    tot: Annotated[datetime, DAG],
    gemeente: Annotated[str, GEMEENTE] = "",
    email: Annotated[
        str, typer.Option(help="Wie het kwaliteitsrapport krijgt / Who gets the quality report")
    ] = "",
    uitvoer: Annotated[Path | None, typer.Option(help="Bestand; leeg: stdout / File; empty: stdout")] = None,
) -> None:
    """Maak de levering aan het CBS (DDAS 1.2) over een periode / Make the delivery to CBS over a period."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.kernel.uitwisseling.ondertekenen import handtekening
    from samenhang.schemes.vroegsignalering import queries

    document = queries.ddas_levering(systeem(kies_gemeente(gemeente)), van.date(), tot.date(), email)
    if uitvoer is None:
        toon_json(document)
        return
    inhoud = json.dumps(document, ensure_ascii=False).encode()
    teken = handtekening(inhoud)
    uitvoer.touch(mode=0o600)
    uitvoer.write_bytes(inhoud)
    toon(Tekst(f"Geschreven: {uitvoer}", f"Written: {uitvoer}"))
    if teken is not None:
        ernaast = uitvoer.with_name(f"{uitvoer.name}.jws")
        ernaast.write_text(teken, "ascii")
        toon(Tekst(f"Ondertekend: {ernaast}", f"Signed: {ernaast}"))


def _lees(bestand: Path) -> bytes:
    try:
        return bestand.read_bytes()
    except OSError as fout:
        tekst = Tekst(
            f"{bestand} bestaat niet of is niet te lezen. Geef de plek van het bestand.",
            f"{bestand} does not exist or cannot be read. Give the place of the file.",
        )
        raise Geweigerd(
            "bestand_onleesbaar",
            tekst,
            fouten=(Fout("bestand_onleesbaar", tekst, Plaats(str(bestand))),),
        ) from fout


def ddas_handtekening(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND")],
    handtekening: Annotated[
        Path | None, typer.Option(help="Leeg: BESTAND.jws / Empty: BESTAND.jws", metavar="BESTAND")
    ] = None,
    vertrouw: Annotated[
        Path | None,
        typer.Option(help="Stamcertificaten die u vertrouwt, PEM / Root certificates that you trust, PEM"),
    ] = None,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Controleer de handtekening naast een DDAS-bestand / Check the signature beside a DDAS file."""
    django_aan()
    from samenhang.schemes.vroegsignalering.api.ddas import OndertekeningUit
    from samenhang.schemes.vroegsignalering.handtekeningcontrole import controleer, lees_certificaten

    ernaast = handtekening or bestand.with_name(f"{bestand.name}.jws")
    stammen = lees_certificaten(_lees(vertrouw), str(vertrouw)) if vertrouw else []
    teken = _lees(ernaast).decode("ascii", errors="replace")
    uit = controleer(_lees(bestand), teken, stammen, str(ernaast))
    if als_json:
        toon_json(OndertekeningUit.van(uit).model_dump(mode="json", by_alias=True))
        return
    toon(
        Tekst(
            f"De handtekening klopt: gezet door {uit.door} op {uit.moment:%Y-%m-%d %H:%M} UTC, certificaat van {uit.uitgever}.",
            f"The signature is right: made by {uit.door} on {uit.moment:%Y-%m-%d %H:%M} UTC, certificate of {uit.uitgever}.",
        )
    )
    if uit.vertrouwd is None:
        toon(
            Tekst(
                "Wie dat is, is niet nagegaan: geef met --vertrouw het stamcertificaat dat u vertrouwt.",
                "Who that is was not checked: give the root certificate that you trust with --vertrouw.",
            )
        )


def ddas_controle(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND")],
    gemeente: Annotated[
        str,
        typer.Option(
            help="Van welke gemeente het moet zijn; leeg: om het even / Whose file it should be; empty: anybody's",
            metavar="CODE",
        ),
    ] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Zeg wat er mis is met een DDAS-bestand, ook wat het schema doorlaat / Say what is wrong with a DDAS file.

    Zonder database, instellingen of sleutel / Without a database, settings or a key.
    """
    from samenhang.schemes.vroegsignalering.domain.ddascontrole import oordeel

    uit = oordeel(_lees(bestand), gemeente)
    if als_json:
        toon_json(uit.als_document())
    else:
        for b in uit.bevindingen:
            soort = ("fout", "fault") if b.fout else ("let op", "warning")
            toon(Tekst(f"{soort[0]}: {b.tekst.nl}", f"{soort[1]}: {b.tekst.en}"))
        if uit.meer:
            toon(Tekst(f"En nog {uit.meer}.", f"And {uit.meer} more."))
    if not uit.goed:
        raise Geweigerd(
            "ddas_fouten",
            Tekst(
                f"{uit.telling.nl}. Verbeter het bestand; er is niets geleverd.",
                f"{uit.telling.en}. Correct the file; nothing was delivered.",
            ),
            fouten=tuple(
                Fout(b.code, b.tekst, Plaats(str(bestand), plek=b.plaats)) for b in uit.bevindingen if b.fout
            ),
        )
    if not als_json:
        toon(Tekst(f"Goed: {uit.telling.nl}.", f"Good: {uit.telling.en}."))
