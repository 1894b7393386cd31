"""`ddas` and `ddas-controle`: make the delivery to CBS, and check any supplier's file."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

DAG = typer.Option(formats=["%Y-%m-%d"], metavar="DATUM", help="JJJJ-MM-DD")


def ddas(
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="Waarheen / Where to")],
    van: Annotated[datetime, DAG],
    tot: Annotated[datetime, DAG],
    als: Annotated[str, ALS],
    email: Annotated[
        str, typer.Option(help="Wie het kwaliteitsrapport krijgt / Who gets the quality report")
    ] = "",
) -> None:
    """Maak de levering aan het CBS (DDAS 1.0), één bestand per 25.000 trajecten / Make the delivery to CBS."""
    django_aan()
    from samenhang.kernel.uitwisseling.ondertekenen import handtekening
    from samenhang.schemes.schuldhulp import queries

    documenten = queries.ddas_levering(actor_als(als), van.date(), tot.date(), email)
    map_.mkdir(parents=True, exist_ok=True)
    for nummer, document in enumerate(documenten, 1):
        bestand = map_ / f"ddas-schuldhulp-{van:%Y-%m-%d}-{tot:%Y-%m-%d}-{nummer}.json"
        inhoud = json.dumps(document, ensure_ascii=False).encode()
        bestand.touch(mode=0o600)
        bestand.write_bytes(inhoud)
        toon(Tekst(f"Geschreven: {bestand}", f"Written: {bestand}"))
        if (teken := handtekening(inhoud)) is not None:
            bestand.with_name(f"{bestand.name}.jws").write_text(teken, "ascii")


def ddas_controle(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND")], als_json: Annotated[bool, ALS_JSON] = False
) -> None:
    """Zeg wat er mis is met een DDAS-bestand, ook wat het schema doorlaat / Say what is wrong with a DDAS file.

    Van elke leverancier; zonder database, instellingen of sleutel / Of any supplier; without a database or a key.
    """
    from samenhang.schemes.schuldhulp.domain.ddas.oordeel import oordeel

    try:
        inhoud = bestand.read_bytes()
    except OSError as fout:
        tekst = Tekst(f"{bestand} bestaat niet of is niet te lezen. Geef de plek van het bestand.", f"{bestand} does not exist or cannot be read. Give the place of the file.")  # fmt: skip
        raise Geweigerd("bestand_onleesbaar", tekst, fouten=(Fout("bestand_onleesbaar", tekst, Plaats(str(bestand))),)) from fout  # fmt: skip
    uit = oordeel(inhoud)
    if als_json:
        toon_json(
            {
                "goed": uit.goed,
                "trajecten": uit.trajecten,
                "fouten": uit.fouten,
                "vorm": uit.vorm,
                "letOp": uit.let_op,
                "bevindingen": [
                    {
                        "regel": b.lijn,
                        "plaats": b.plaats,
                        "code": b.code,
                        "ernst": "fout" if b.fout else "let-op",
                        "tekst": b.tekst.nl,
                        "text": b.tekst.en,
                    }
                    for b in uit.bevindingen
                ],
            }
        )
    else:
        for b in uit.bevindingen:
            nl, en = ("fout", "fault") if b.fout else ("let op", "warning")
            toon(
                Tekst(
                    f"regel {b.lijn}: {nl} [{b.code}] {b.tekst.nl}",
                    f"line {b.lijn}: {en} [{b.code}] {b.tekst.en}",
                )
            )
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
                Fout(b.code, b.tekst, Plaats(str(bestand), b.lijn, plek=b.plaats)) for b in uit.bevindingen if b.fout
            ),
        )  # fmt: skip
    if not als_json:
        toon(uit.telling)
