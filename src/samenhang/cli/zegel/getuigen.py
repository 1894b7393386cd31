"""`controlepunt`, `getuig`, `medeondertekening`, `hersteld`, `aanvaard`: exchange checkpoints with partners."""

from __future__ import annotations

from typing import Annotated

import typer

from samenhang.cli.beheer.installatie import als_installatie
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.cli.zegel.invoer import Als, Bestand, Json, Uit, in_bestand, kan_schrijven, lees, schrijf, wie
from samenhang.kernel.basis import Tekst


def controlepunt(
    partner: Annotated[str, typer.Option(help="Naam in partners.toml; het bewijs begint bij zijn laatste / Its proof begins at its last")] = "",
    vanaf: Annotated[int, typer.Option(min=-1, max=10**15, help="Begin bij zoveel bladen; -1: zie --partner / Begin at so many leaves; -1: see --partner")] = -1,
    als: Als = "",
    uit: Uit = "",
) -> None:  # fmt: skip
    """Schrijf het laatste controlepunt met bewijs, voor een partner / Write the newest checkpoint with proof, for a partner."""
    kan_schrijven(uit)
    actor = wie(als)
    from samenhang.kernel.zegel import queries

    schrijf(uit, queries.aanvraag(actor, None if vanaf < 0 else vanaf, partner))


def getuig(bestand: Bestand, als: Als = "", uit: Uit = "") -> None:
    """Onderteken het controlepunt van een partner mee; het antwoord gaat naar hem terug / Countersign the checkpoint of a partner; the answer goes back to it."""
    kan_schrijven(uit)
    tekst = lees(bestand)
    actor = wie(als)
    from samenhang.kernel.zegel.actions import medeonderteken

    schrijf(uit, in_bestand(bestand, lambda _: medeonderteken(actor, tekst).regel, tekst) + "\n")


def medeondertekening(bestand: Bestand, als: Als = "", als_json: Json = False) -> None:
    """Neem het antwoord van een partner op / Take in the answer of a partner."""
    tekst = lees(bestand)
    actor = wie(als)
    from samenhang.kernel.zegel.actions import neem_medeondertekening_op

    rijen = in_bestand(bestand, lambda inhoud: neem_medeondertekening_op(actor, inhoud), tekst)
    namen = sorted({rij.getuige for rij in rijen})
    if als_json:
        toon_json({"controlepunt": rijen[0].controlepunt_id, "getuigen": namen})
        return
    toon(Tekst(f"Opgenomen onder controlepunt {rijen[0].controlepunt_id}: {', '.join(namen)}.", f"Taken in under checkpoint {rijen[0].controlepunt_id}: {', '.join(namen)}."))  # fmt: skip


def hersteld(
    vorige: Annotated[int, typer.Argument(metavar="BLADEN", min=1, max=10**15, help="Hoeveel bladen een partner het laatst ondertekende / How many leaves a partner signed last")],
    reden: Annotated[str, typer.Argument(metavar="REDEN", help="Wat er gebeurde / What happened")],
    uit: Uit = "",
) -> None:  # fmt: skip
    """Verklaar na een herstel met verlies dat het log korter was; de uitvoer is voor partners / Declare after a restore with loss; the output is for partners."""
    kan_schrijven(uit)
    actor = als_installatie()
    from samenhang.kernel.zegel.actions import verklaar_herstel

    schrijf(uit, verklaar_herstel(actor, vorige, reden))


def aanvaard(
    bestand: Bestand,
    reden: Annotated[str, typer.Argument(metavar="REDEN", help="Wat u ervan weet / What you know of it")],
    als: Als = "",
    uit: Uit = "",
) -> None:
    """Aanvaard dat een partner zijn log met verlies herstelde, en onderteken het mee / Accept that a partner restored its log with loss, and countersign it."""
    kan_schrijven(uit)
    tekst = lees(bestand)
    actor = wie(als)
    from samenhang.kernel.zegel.actions import aanvaard_korter_log

    schrijf(uit, in_bestand(bestand, lambda _: aanvaard_korter_log(actor, tekst, reden).regel, tekst) + "\n")
