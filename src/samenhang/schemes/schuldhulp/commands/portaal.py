"""The portal on the command line: a creditor's offers, the answer, a statement; and connecting a creditor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, zaak_bij
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst


def portaal(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de voorstellen aan uw organisatie / Show the proposals to your organisation."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.document import kaal
    from samenhang.schemes.schuldhulp.portaaldocument import als_portaalvoorstel

    rijen = queries.portaalvoorstellen(actor_als(als))
    if als_json:
        toon_json(kaal({"voorstellen": [als_portaalvoorstel(rij) for rij in rijen]}))
        return
    for rij in rijen:
        a = rij.aanbod
        regel = f"{a.id}  {a.zaaknummer}  {a.vordering.scherm()}  {a.bedrag.scherm()}"
        toon(
            Tekst(
                f"{regel}  uiterlijk {a.uiterlijk}  {a.antwoord}", f"{regel}  by {a.uiterlijk}  {a.antwoord}"
            )
        )


def portaal_voorstel(voorstel: str, als: Annotated[str, ALS]) -> None:
    """Toon één voorstel aan uw organisatie als JSON / Show one proposal to your organisation as JSON."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.document import kaal
    from samenhang.schemes.schuldhulp.portaaldocument import als_portaalvoorstel

    toon_json(kaal(als_portaalvoorstel(queries.portaalvoorstel(actor_als(als), lees_id(voorstel)))))


def portaal_antwoord(
    voorstel: str,
    antwoord: Annotated[str, typer.Argument(help="akkoord, geweigerd, bedrag_wijkt_af")],
    als: Annotated[str, ALS],
    reden: Annotated[str, typer.Option(help="Waarom u weigert / Why you refuse")] = "",
    bedrag: Annotated[str, typer.Option(help="Uw vordering / Your claim")] = "",
) -> None:
    """Beantwoord een voorstel / Answer a proposal."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.portaal import Portaalantwoord, beantwoord

    rij = beantwoord(actor_als(als), lees_id(voorstel), Portaalantwoord(antwoord, reden, bedrag))
    toon(Tekst(f"Vastgelegd: {rij.antwoord}.", f"Recorded: {rij.antwoord}."))


def portaal_opgave(voorstel: str, bestand: Path, als: Annotated[str, ALS]) -> None:
    """Stuur een opgave bij een voorstel / Send a statement with a proposal."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.portaal import stuur_opgave

    try:
        inhoud = bestand.read_bytes()
    except OSError as fout:
        raise _fout("bestand_onleesbaar", "bestand", f"{bestand.name} kan niet worden gelezen. Controleer de naam.", f"{bestand.name} cannot be read. Check the name.") from fout  # fmt: skip
    stuk = stuur_opgave(actor_als(als), lees_id(voorstel), bestand.name, inhoud)
    toon(Tekst(f"Ontvangen: {stuk.bestandsnaam}.", f"Received: {stuk.bestandsnaam}."))


def opgave(zaak: str, stuk: str, bestand: Path, als: Annotated[str, ALS]) -> None:
    """Bewaar de opgave van een schuldeiser als bestand / Save the statement of a creditor as a file."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries

    actor = actor_als(als)
    _, inhoud = queries.opgave(actor, zaak_bij(actor, "schuldhulp", zaak), lees_id(stuk))
    bestand.touch(mode=0o600)
    bestand.write_bytes(inhoud)
    toon(Tekst(f"Geschreven: {bestand}.", f"Written: {bestand}."))


def schuldeiser_aansluiten(
    schuldeiser: str,
    als: Annotated[str, ALS],
    kvk: Annotated[
        str, typer.Option(help="KvK-nummer van het account; leeg: eraf / Of the account; empty: away")
    ] = "",
) -> None:
    """Sluit een schuldeiser aan op het portaal / Give a creditor an account in the portal."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.portaal import sluit_aan

    rij = sluit_aan(actor_als(als), lees_id(schuldeiser), kvk)
    toon(Tekst(f"{rij.naam}: vastgelegd.", f"{rij.naam}: recorded."))


def schuldeiser_adres(
    schuldeiser: str,
    als: Annotated[str, ALS],
    regel: Annotated[
        list[str] | None,
        typer.Option(help="Eén regel van het adres; meer keren / One line of the address; repeat"),
    ] = None,
) -> None:
    """Leg vast waar brieven aan een schuldeiser heen gaan / Record where letters to a creditor go."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.schuldeisers import zet_adres

    rij = zet_adres(actor_als(als), lees_id(schuldeiser), "\n".join(regel or []))
    toon(Tekst(f"{rij.naam}: vastgelegd.", f"{rij.naam}: recorded."))


def lees_id(tekst: str) -> UUID:
    """The id in this text; raises `Geweigerd` for what is none."""
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise _fout("id_onjuist", "id", f'"{tekst}" is geen id. Neem het over uit de lijst.', f'"{tekst}" is no id. Copy it from the list.') from fout  # fmt: skip


def _fout(code: str, plek: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(kolom=plek)),))
