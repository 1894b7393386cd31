"""The calculations of the register under other norms, for a team lead at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.schuldhulp.commands.rekenen import balk
from samenhang.schemes.schuldhulp.commands.zaken import als_dag

if TYPE_CHECKING:
    from samenhang.schemes.schuldhulp.queries.herzien import Herzieningsbeeld

NUMMER = typer.Argument(metavar="HERZIENING", help="Het id / The id")
WACHT = typer.Option("--niet-wachten", help="Laat de werker rekenen / Leave it to the worker")


def normherziening(
    naar: Annotated[str, typer.Option(help="De dag van de normen, JJJJ-MM-DD / The day of the norms")],
    reden: Annotated[str, typer.Option(help="Waarom / Why")],
    als: Annotated[str, ALS],
    niet_wachten: Annotated[bool, WACHT] = False,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Reken alle lopende zaken door onder andere normen; er verandert niets / Revise all open cases."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.herzien import Herzieningsvraag, begin_herziening

    rij = begin_herziening(actor_als(als), Herzieningsvraag(als_dag("--naar", naar), reden))
    _werk(rij.id, als, wacht=not niet_wachten, als_json=als_json)


def normherzieningen(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de herzieningen van het register / Show the revisions of the register."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.document import kaal
    from samenhang.schemes.schuldhulp.herziendocument import als_herziening

    rijen = queries.normherzieningen(actor_als(als))
    if als_json:
        toon_json(kaal({"normherzieningen": [als_herziening(rij) for rij in rijen]}))
        return
    for rij in rijen:
        toon(Tekst(f"{rij.id}  {rij.naar}  {rij.reden}", f"{rij.id}  {rij.naar}  {rij.reden}"))


def toon_normherziening(
    herziening: Annotated[str, NUMMER], als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False
) -> None:
    """Toon wie er verandert en waardoor / Show who changes and why."""
    django_aan()
    _toon(_id(herziening), als, als_json)


def normherziening_overnemen(
    herziening: Annotated[str, NUMMER],
    als: Annotated[str, ALS],
    niet_wachten: Annotated[bool, WACHT] = False,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Leg de nieuwe berekeningen vast in de zaken / Record the new calculations in the cases."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.herzien import neem_over

    rij = neem_over(actor_als(als), _id(herziening))
    _werk(rij.id, als, wacht=not niet_wachten, als_json=als_json)


def _werk(id_: UUID, als: str, *, wacht: bool, als_json: bool) -> None:
    from samenhang.schemes.schuldhulp.actions.herzien import werk_af

    if wacht:
        with balk(als_json) as hoor:
            werk_af(id_, hoor)
    _toon(id_, als, als_json)


def _toon(id_: UUID, als: str, als_json: bool) -> None:
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.document import kaal
    from samenhang.schemes.schuldhulp.herziendocument import als_herzieningsbeeld

    beeld = queries.normherziening(actor_als(als), id_)
    if als_json:
        toon_json(kaal(als_herzieningsbeeld(beeld)))
        return
    _vertel(beeld)


def _vertel(beeld: Herzieningsbeeld) -> None:
    from samenhang.schemes.schuldhulp.domain.zaakherziening import STANDEN, Regelstand

    toon(Tekst(f"{beeld.herziening.id}: {beeld.klaar} van {beeld.totaal} zaken gedaan.", f"{beeld.herziening.id}: {beeld.klaar} of {beeld.totaal} cases done."))  # fmt: skip
    for stand, aantal in beeld.tellingen.items():
        if aantal:
            toon(Tekst(f"{aantal:>6}  {STANDEN[stand].nl}", f"{aantal:>6}  {STANDEN[stand].en}"))
    for norm in beeld.normen:
        toon(Tekst(f"{norm['naam']}: was {norm['was'] or '-'}, wordt {norm['wordt'] or '-'}", f"{norm['naam']}: was {norm['was'] or '-'}, becomes {norm['wordt'] or '-'}"))  # fmt: skip
    for regel in beeld.regels:
        uit, wat = STANDEN[Regelstand(regel.stand)], ", ".join(regel.velden) or regel.code
        toon(Tekst(f"{regel.zaak.nummer}  {uit.nl}  {wat}", f"{regel.zaak.nummer}  {uit.en}  {wat}"))


def _id(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Geweigerd("herziening_onbekend", Tekst(f'"{tekst[:40]}" is geen id van een herziening. Kijk met: normherzieningen.', f'"{tekst[:40]}" is no id of a revision. Look with: normherzieningen.')) from fout  # fmt: skip
