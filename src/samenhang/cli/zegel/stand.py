"""`controleer`, `bewijs`, `verzegeling`: check the log, prove an operation, show how it is sealed."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from samenhang.cli.uitvoer import toon, toon_json
from samenhang.cli.zegel.invoer import Als, Json, Uit, in_bestand, kan_schrijven, lees_nummer, schrijf, wie
from samenhang.kernel.basis import Tekst


def controleer(
    tegen: Annotated[
        list[str] | None,
        typer.Option(
            "--tegen",
            metavar="BESTAND",
            help="Controlepunt dat een ander bewaarde / Checkpoint that someone kept",
        ),
    ] = None,
    als: Als = "",
    als_json: Json = False,
) -> None:
    """Controleer het hele logboek; eindigt met 1 als er iets mis is / Check the whole log; ends with 1 when something is wrong."""
    actor = wie(als)
    from samenhang.kernel.zegel.actions import controleer_log
    from samenhang.kernel.zegel.controle import als_tekst
    from samenhang.kernel.zegel.domain.controlepunt import lees_bewaard

    uit = controleer_log(actor, [(pad, in_bestand(pad, lees_bewaard)) for pad in tegen or ()])
    if als_json:
        toon_json(
            {
                "klopt": uit.klopt,
                "omvang": uit.omvang,
                "wacht": uit.wacht,
                "controlepunten": uit.controlepunten,
                "medeondertekeningen": uit.medeondertekeningen,
                "milliseconden": uit.milliseconden,
                "eersteBlad": next((b.nummer for b in uit.bevindingen if b.nummer is not None), None),
                "bevindingen": [deel.document() for deel in uit.bevindingen],
            }
        )
    else:
        for deel in uit.bevindingen:
            toon(Tekst(f"FOUT {deel.code}: {deel.tekst.nl}", f"WRONG {deel.code}: {deel.tekst.en}"))
        if uit.klopt:
            toon(als_tekst(uit))
        if uit.wacht:
            toon(Tekst("Nieuwe rijen wachten op hun blad.", "New rows wait for their leaf."))
    if not uit.klopt:
        raise typer.Exit(1)


def bewijs(
    operatie: Annotated[str, typer.Argument(metavar="OPERATIE")], als: Als = "", uit: Uit = ""
) -> None:
    """Bewijs dat de rijen van een operatie in het logboek staan, als JSON / Prove that the rows of an operation stand in the log, as JSON."""
    kan_schrijven(uit)
    nummer = lees_nummer(operatie, "operatie_onjuist", Tekst("een operatie", "an operation"))
    actor = wie(als)
    from samenhang.kernel.zegel import queries

    schrijf(uit, json.dumps(queries.bewijs(actor, nummer), ensure_ascii=False, indent=1) + "\n")


def verzegeling(als: Als = "", als_json: Json = False) -> None:
    """Toon wanneer het logboek is verzegeld, door wie mee, en wat een controle vond / Show when the log was sealed, who countersigned, what a check found."""
    actor = wie(als)
    from samenhang.kernel.zegel.queries import zegelbeeld

    beeld = zegelbeeld(actor)
    punt, controle = beeld.laatste, beeld.controle
    if als_json:
        toon_json(
            {
                "omvang": beeld.omvang,
                "wacht": beeld.wacht,
                "controlepunten": [
                    {
                        "id": deel.id,
                        "moment": deel.moment.isoformat(),
                        "omvang": deel.omvang,
                        "wortel": deel.wortel,
                        "sleutels": list(deel.sleutels),
                        "getuigen": [{"naam": naam, "moment": m.isoformat()} for naam, m in deel.getuigen],
                    }
                    for deel in beeld.punten
                ],
                "controle": {"moment": controle.moment.isoformat(), "door": controle.door, "omvang": controle.omvang, "bevindingen": list(controle.bevindingen)}
                if controle
                else None,
                "partners": [
                    {"naam": p.naam, "getekendTot": p.getekend_tot, "wijTekendenTot": p.wij_tekenden_tot, "fout": p.fout.nl if p.fout else "", "error": p.fout.en if p.fout else ""}
                    for p in beeld.partners
                ],
                "alarmen": [
                    {"id": str(a.id), "soort": a.soort, "onderwerp": a.onderwerp, "tekst": a.tekst.nl, "text": a.tekst.en, "open": a.klaar is None}
                    for a in beeld.alarmen
                ],
                "sleutels": list(beeld.sleutels),
            }
        )  # fmt: skip
        return
    if punt is None:
        toon(Tekst("Nog niet verzegeld.", "Not sealed yet."))
    else:
        getuigen = ", ".join(naam for naam, _ in punt.getuigen)
        toon(
            Tekst(
                f"Verzegeld op {punt.moment:%Y-%m-%d %H:%M} UTC door controlepunt {punt.id}: {punt.omvang} bladen, medeondertekend door {getuigen or 'niemand'}.",
                f"Sealed on {punt.moment:%Y-%m-%d %H:%M} UTC by checkpoint {punt.id}: {punt.omvang} leaves, countersigned by {getuigen or 'nobody'}.",
            )
        )
    if controle is None:
        toon(Tekst("Nog niet gecontroleerd.", "Not checked yet."))
    else:
        toon(controle.eerste or Tekst(f"Gecontroleerd op {controle.moment:%Y-%m-%d %H:%M} UTC: alles klopt.", f"Checked on {controle.moment:%Y-%m-%d %H:%M} UTC: all is right."))  # fmt: skip
    for alarm in beeld.open:
        toon(Tekst(f"ALARM {alarm.id}: {alarm.tekst.nl}", f"ALARM {alarm.id}: {alarm.tekst.en}"))
    for sleutel in beeld.sleutels:
        toon(Tekst(f"Sleutel: {sleutel}", f"Key: {sleutel}"))
