"""Messages to and from creditors on the command line, and which creditor gets them."""

from __future__ import annotations

from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.schemes.schuldhulp.commands.portaal import lees_id


def berichten(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de berichten aan en van schuldeisers / Show the messages to and from creditors."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.berichtdocument import als_berichten
    from samenhang.schemes.schuldhulp.document import kaal
    from samenhang.schemes.schuldhulp.domain.knooppuntbericht import SOORTEN, STANDEN

    beeld = queries.berichten(actor_als(als))
    if als_json:
        toon_json(kaal(als_berichten(beeld)))
        return
    if not beeld.doet_mee:
        toon(Tekst("Uw gemeente is niet aangesloten op het knooppunt.", "Your municipality is not connected to the node."))  # fmt: skip
    if beeld.fout:
        toon(beeld.fout)
    for rij in beeld.regels:
        kop = f"{rij.id}  {rij.zaaknummer}  {rij.schuldeiser}"
        soort, stand = SOORTEN[rij.soort], STANDEN[rij.stand]
        dag = f"  {rij.vervalt}" if rij.stand == "ligt_klaar" else ""
        let_op = "  !" if rij.blijft_liggen or rij.uitkomst else ""
        toon(Tekst(f"{kop}  {soort.nl}  {stand.nl}{dag}{let_op}", f"{kop}  {soort.en}  {stand.en}{dag}{let_op}"))  # fmt: skip


def schuldeiser_knooppunt(
    schuldeiser: str,
    als: Annotated[str, ALS],
    uit: Annotated[bool, typer.Option("--uit", help="Niet meer / No longer")] = False,
    kvk: Annotated[str, typer.Option(help="KvK-nummer / Registration number")] = "",
) -> None:
    """Laat een schuldeiser berichten krijgen via het knooppunt / Let a creditor get messages through the node."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.berichten import zet_op_knooppunt

    rij = zet_op_knooppunt(actor_als(als), lees_id(schuldeiser), not uit, kvk)
    toon(Tekst(f"{rij.naam}: vastgelegd.", f"{rij.naam}: recorded."))
