"""`contactteksten` and `contacttekst`: what is said, sent or left behind, in general and in one case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, zaak_bij
from samenhang.cli.uitvoer import taal, toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import PROEF, als_dag, lees_document


def contactteksten(
    als: Annotated[str, ALS],
    document: Annotated[Path | None, typer.Argument(help="JSON met een voorstel; zonder: toon de teksten / JSON with a proposal", metavar="[JSON]")] = None,
    bekijk: Annotated[bool, PROEF] = False,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Toon de teksten voor contact, of stel er een vast / Show the texts for contact, or decide one."""
    django_aan()
    from samenhang.schemes.vroegsignalering import actions, queries

    actor = actor_als(als)
    if document is None:
        rijen = queries.contactteksten(actor)
        if als_json:
            toon_json({"items": [{"soort": r.soort, "naam": r.geldt.naam, "nl": r.geldt.tekst.nl, "en": r.geldt.tekst.en, "informeert": r.geldt.informeert} for r in rijen]})  # fmt: skip
            return
        for r in rijen:
            typer.echo(f"{r.soort} ({r.geldt.naam})\n{r.geldt.tekst.in_taal(taal())}\n")
        return
    d = lees_document(document)
    vanaf = als_dag(d.get("vanaf"))
    if vanaf is None:
        raise Geweigerd(
            "contacttekst_onjuist",
            Tekst("Geef soort, vanaf, nl, en en reden.", "Give soort, vanaf, nl, en and reden."),
        )
    tekst = {naam: str(d.get(naam, "")) for naam in ("soort", "nl", "en", "reden")}
    voorstel = actions.Tekstvoorstel(
        vanaf=vanaf,
        onderwerp_nl=str(d.get("onderwerpNl", "")),
        onderwerp_en=str(d.get("onderwerpEn", "")),
        **tekst,
    )
    if bekijk:
        v = actions.bekijk_contacttekst(actor, voorstel)
        if als_json:
            toon_json({"nl": v.tekst.nl, "en": v.tekst.en, "informeert": v.informeert})
            return
        typer.echo(v.tekst.in_taal(taal()))
        return
    rij = actions.stel_contacttekst_vast(actor, voorstel)
    if als_json:
        toon_json({"soort": rij.soort, "vanaf": rij.vanaf.isoformat(), "versie": rij.versie})
        return
    toon(Tekst(f"{rij.soort}: vastgesteld vanaf {rij.vanaf}.", f"{rij.soort}: decided from {rij.vanaf}."))


def contacttekst(
    zaak: Annotated[str, typer.Argument(help="Nummer of id / Number or id", metavar="ZAAK")],
    als: Annotated[str, ALS],
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Toon wat u de inwoner zegt of stuurt / Show what you say or send to the resident."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    rijen = queries.contactteksten_bij(actor, zaak_bij(actor, "vroegsignalering", zaak))
    if als_json:
        toon_json({"items": [{"soort": g.soort, "naam": g.naam, "persoon": str(g.persoon_id), "nl": g.tekst.nl, "en": g.tekst.en, "informeert": g.informeert} for g in rijen]})  # fmt: skip
        return
    for g in rijen:
        typer.echo(f"{g.soort}, {g.persoon}\n{g.tekst.in_taal(taal())}\n")
