"""`samenhang logboek`, the seal: check, prove, exchange checkpoints, keys. Without `--als` the installation acts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar
from uuid import UUID

import typer

from samenhang.cli.beheer.installatie import als_installatie
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor

Als = Annotated[
    str,
    typer.Option(
        "--als", help="E-mailadres van wie het doet; leeg: het terminal / Who does it; empty: the terminal"
    ),
]
Json = Annotated[
    bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
]
Uit = Annotated[
    str, typer.Option("--uit", help="Naar dit bestand; leeg: stdout / To this file; empty: stdout")
]
Bestand = Annotated[str, typer.Argument(metavar="BESTAND", help="- is stdin")]
HOOGSTENS = 200_000


def _wie(adres: str) -> Actor:
    if adres:
        from samenhang.cli.logboek import actor_van_adres

        return actor_van_adres(adres)
    return als_installatie()


def _lees(pad: str) -> str:
    """The text of a file, refused with its name when it cannot be read."""
    try:
        if pad == "-":
            ruw = sys.stdin.buffer.read(HOOGSTENS + 1)
        else:
            with Path(pad).open("rb") as bestand:
                ruw = bestand.read(HOOGSTENS + 1)
        if len(ruw) > HOOGSTENS:
            raise _fout(
                pad,
                "bestand_te_groot",
                f"is groter dan {HOOGSTENS} bytes",
                f"is larger than {HOOGSTENS} bytes",
            )
        return ruw.decode("utf-8")
    except UnicodeDecodeError as fout:
        raise _fout(pad, "bestand_geen_tekst", "is geen tekst in UTF-8", "is no text in UTF-8") from fout
    except OSError as fout:
        raise _fout(
            pad, "bestand_onleesbaar", "bestaat niet of is niet te lezen", "does not exist or cannot be read"
        ) from fout


def _fout(pad: str, code: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(
        f"{pad} {nl}. Geef het bestand dat de partner stuurde.",
        f"{pad} {en}. Give the file that the partner sent.",
    )
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(bestand=pad)),))


R = TypeVar("R")


def _in_bestand(pad: str, doe: Callable[[str], R], tekst: str | None = None) -> R:
    """Do something with the text of a file; a refusal names the file beside the line."""
    try:
        return doe(_lees(pad) if tekst is None else tekst)
    except Geweigerd as fout:
        if fout.fouten and not fout.fouten[0].plaats.bestand:
            fout.fouten = tuple(
                replace(deel, plaats=replace(deel.plaats, bestand=pad)) for deel in fout.fouten
            )
        elif not fout.fouten and fout.status in (400, 404, 422):
            fout.fouten = (Fout(fout.code, fout.tekst, Plaats(bestand=pad)),)
        raise


def _kan_schrijven(pad: str) -> None:
    """Refuse a file that cannot be written before anything is done, so that no answer is lost."""
    doel = Path(pad)
    if not pad or (not doel.is_dir() and os.access(doel if doel.exists() else doel.parent, os.W_OK)):
        return
    tekst = Tekst(
        f"{pad} is niet te schrijven. Kies een andere plek; er is niets gedaan.",
        f"{pad} cannot be written. Choose another place; nothing was done.",
    )
    raise Geweigerd(
        "uit_onschrijfbaar", tekst, fouten=(Fout("uit_onschrijfbaar", tekst, Plaats(bestand=pad)),)
    )


def _schrijf(pad: str, inhoud: str) -> None:
    if pad:
        Path(pad).write_text(inhoud, "utf-8")
    else:
        sys.stdout.write(inhoud)


def _nummer(tekst: str, code: str, wat: Tekst) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Geweigerd(
            code,
            Tekst(
                f'"{tekst[:50]}" is geen nummer van {wat.nl}: 32 cijfers en letters a tot en met f.',
                f'"{tekst[:50]}" is no number of {wat.en}: 32 digits and letters a to f.',
            ),
        ) from fout


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
    actor = _wie(als)
    from samenhang.kernel.zegel.actions import controleer_log
    from samenhang.kernel.zegel.controle import als_tekst
    from samenhang.kernel.zegel.domain.controlepunt import lees_bewaard

    uit = controleer_log(actor, [(pad, _in_bestand(pad, lees_bewaard)) for pad in tegen or ()])
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
    _kan_schrijven(uit)
    nummer = _nummer(operatie, "operatie_onjuist", Tekst("een operatie", "an operation"))
    actor = _wie(als)
    from samenhang.kernel.zegel import queries

    _schrijf(uit, json.dumps(queries.bewijs(actor, nummer), ensure_ascii=False, indent=1) + "\n")


def verzegeling(als: Als = "", als_json: Json = False) -> None:
    """Toon wanneer het logboek is verzegeld, door wie mee, en wat een controle vond / Show when the log was sealed, who countersigned, what a check found."""
    actor = _wie(als)
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


def controlepunt(
    partner: Annotated[str, typer.Option(help="Naam in partners.toml; het bewijs begint bij zijn laatste / Its proof begins at its last")] = "",
    vanaf: Annotated[int, typer.Option(min=-1, max=10**15, help="Begin bij zoveel bladen; -1: zie --partner / Begin at so many leaves; -1: see --partner")] = -1,
    als: Als = "",
    uit: Uit = "",
) -> None:  # fmt: skip
    """Schrijf het laatste controlepunt met bewijs, voor een partner / Write the newest checkpoint with proof, for a partner."""
    _kan_schrijven(uit)
    actor = _wie(als)
    from samenhang.kernel.zegel import queries

    _schrijf(uit, queries.aanvraag(actor, None if vanaf < 0 else vanaf, partner))


def getuig(bestand: Bestand, als: Als = "", uit: Uit = "") -> None:
    """Onderteken het controlepunt van een partner mee; het antwoord gaat naar hem terug / Countersign the checkpoint of a partner; the answer goes back to it."""
    _kan_schrijven(uit)
    tekst = _lees(bestand)
    actor = _wie(als)
    from samenhang.kernel.zegel.actions import medeonderteken

    _schrijf(uit, _in_bestand(bestand, lambda _: medeonderteken(actor, tekst).regel, tekst) + "\n")


def medeondertekening(bestand: Bestand, als: Als = "", als_json: Json = False) -> None:
    """Neem het antwoord van een partner op / Take in the answer of a partner."""
    tekst = _lees(bestand)
    actor = _wie(als)
    from samenhang.kernel.zegel.actions import neem_medeondertekening_op

    rijen = _in_bestand(bestand, lambda inhoud: neem_medeondertekening_op(actor, inhoud), tekst)
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
    _kan_schrijven(uit)
    actor = als_installatie()
    from samenhang.kernel.zegel.actions import verklaar_herstel

    _schrijf(uit, verklaar_herstel(actor, vorige, reden))


def aanvaard(
    bestand: Bestand,
    reden: Annotated[str, typer.Argument(metavar="REDEN", help="Wat u ervan weet / What you know of it")],
    als: Als = "",
    uit: Uit = "",
) -> None:
    """Aanvaard dat een partner zijn log met verlies herstelde, en onderteken het mee / Accept that a partner restored its log with loss, and countersign it."""
    _kan_schrijven(uit)
    tekst = _lees(bestand)
    actor = _wie(als)
    from samenhang.kernel.zegel.actions import aanvaard_korter_log

    _schrijf(
        uit, _in_bestand(bestand, lambda _: aanvaard_korter_log(actor, tekst, reden).regel, tekst) + "\n"
    )


def alarm(
    nummer: Annotated[str, typer.Argument(metavar="ALARM")],
    uitkomst: Annotated[str, typer.Argument(metavar="UITKOMST", help="Wat is uitgezocht en gedaan / What was found out and done")],
    als: Als = "",
    als_json: Json = False,
) -> None:  # fmt: skip
    """Handel een alarm over het logboek af / Close an alarm about the log."""
    alarm_id = _nummer(nummer, "alarm_onjuist", Tekst("een alarm", "an alarm"))
    actor = _wie(als)
    from samenhang.kernel.zegel.actions import handel_alarm_af

    rij = handel_alarm_af(actor, alarm_id, uitkomst)
    if als_json:
        toon_json({"id": str(rij.id), "klaarDoor": rij.klaar_door})
        return
    toon(Tekst("Afgehandeld.", "Closed."))


def sleutel(
    getuige: Annotated[bool, typer.Option("--getuige", help="De sleutel waarmee u meeondertekent / The key with which you countersign")] = False,
    naam: Annotated[str, typer.Option(help="Naam van het log, de eerste keer / Name of the log, the first time")] = "",
    verloren: Annotated[bool, typer.Option("--verloren", help="De vorige is weg: niemand draagt over / The one before is gone: nothing hands over")] = False,
    als_json: Json = False,
) -> None:  # fmt: skip
    """Maak de (volgende) sleutel en neem hem in gebruik / Make the (next) key and put it into use."""
    actor = als_installatie()
    from samenhang.kernel.zegel.actions import vernieuw_sleutel
    from samenhang.kernel.zegel.domain.nota import GETUIGE, LOG

    nieuwe = vernieuw_sleutel(actor, GETUIGE if getuige else LOG, naam, verloren)
    if als_json:
        toon_json({"sleutel": str(nieuwe), "naam": nieuwe.naam})
        return
    toon(Tekst(f"In gebruik: {nieuwe}\nGeef deze regel aan uw partners.", f"In use: {nieuwe}\nGive this line to your partners."))  # fmt: skip
