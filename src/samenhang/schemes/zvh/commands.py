"""`samenhang zvh …`: the scheme's part of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, groep, zaak_bij
from samenhang.cli.uitvoer import schrijf_uit, toon, toon_json, toon_regels
from samenhang.cli.zaaklijst import zakenopdracht
from samenhang.cli.zegel.invoer import lees_nummer
from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling

if TYPE_CHECKING:
    from samenhang.kernel.zaken.lijst import Zaaklijst


def _handelingen() -> Iterable[Handeling]:
    from samenhang.schemes.zvh.handelingen import HANDELINGEN

    return HANDELINGEN.values()


app = typer.Typer(
    cls=groep("zvh", _handelingen),
    help="Zorg- en Veiligheidshuis / Care and Safety House",
    no_args_is_help=True,
)


def _lijst() -> Zaaklijst:
    from samenhang.schemes.zvh import queries

    return queries.casussen


app.command("casussen")(zakenopdracht(_lijst))


@app.command("aanmeldingen")
def aanmeldingen(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon wie is aangemeld en wacht / Show who was referred and waits."""
    django_aan()
    from samenhang.schemes.zvh import queries

    regels = queries.aanmeldingen(actor_als(als))
    som = Tekst(f"{len(regels)} aanmeldingen wachten.", f"{len(regels)} referrals wait.")
    toon_regels("aanmeldingen", regels, ("id", "gestuurd", "bronnummer", "naam"), som, als_json=als_json)


@app.command("toelaten")
def toelaten(
    aanmelding: str,
    toegelaten_omdat: Annotated[str, typer.Option(help="Waarom / Why")],
    als: Annotated[str, ALS],
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Laat een aanmelding toe als casus / Admit a referral as a case."""
    django_aan()
    from samenhang.schemes.zvh.actions import Toelatingsbesluit, laat_toe

    nummer = lees_nummer(aanmelding, "aanmelding_onjuist", Tekst("een aanmelding", "a referral"))
    zaak = laat_toe(actor_als(als), nummer, Toelatingsbesluit(toegelaten_omdat))
    if als_json:
        toon_json({"id": str(zaak.id), "nummer": zaak.nummer, "stap": zaak.stap})
    else:
        toon(Tekst(f"Toegelaten als {zaak.nummer}.", f"Admitted as {zaak.nummer}."))


@app.command("toon")
def toon_casus(casus: str, als: Annotated[str, ALS]) -> None:
    """Toon één casus als JSON / Show one case as JSON."""
    django_aan()
    from samenhang.schemes.zvh import queries
    from samenhang.schemes.zvh.document import als_document

    actor = actor_als(als)
    toon_json(als_document(queries.casus(actor, zaak_bij(actor, "zvh", casus))))


@app.command("tafel")
def tafel(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon in welke casussen u aan tafel zit / Show at the table of which cases you sit."""
    django_aan()
    from samenhang.schemes.zvh import queries

    regels = queries.tafel(actor_als(als))
    som = Tekst(
        f"U zit bij {len(regels)} casussen aan tafel.", f"You sit at the table of {len(regels)} cases."
    )
    toon_regels("casussen", regels, ("id", "nummer", "huis", "regisseur"), som, als_json=als_json)


@app.command("tafelcasus")
def tafelcasus(casus: str, als: Annotated[str, ALS]) -> None:
    """Toon één casus zoals uw organisatie haar ziet, als JSON / Show one case as your organisation sees it, as JSON."""
    django_aan()
    from samenhang.schemes.zvh import queries
    from samenhang.schemes.zvh.document import als_tafeldocument

    nummer = lees_nummer(casus, "casus_onjuist", Tekst("een casus", "a case"))
    toon_json(als_tafeldocument(queries.tafelcasus(actor_als(als), nummer)))


@app.command("bezwaren")
def bezwaren(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon welke bezwaren op een besluit wachten / Show which objections wait for a decision."""
    django_aan()
    from samenhang.schemes.zvh import queries

    regels = queries.bezwaren(actor_als(als))
    som = Tekst(f"{len(regels)} bezwaren wachten.", f"{len(regels)} objections wait.")
    toon_regels("bezwaren", regels, ("id", "uiterlijk", "nummer", "behandelaar"), som, als_json=als_json)


@app.command("toon-bezwaar")
def toon_bezwaar(casus: str, als: Annotated[str, ALS]) -> None:
    """Toon het bezwaar in één casus als JSON / Show the objection in one case as JSON."""
    django_aan()
    from samenhang.schemes.zvh import queries
    from samenhang.schemes.zvh.document import als_bezwaar

    actor = actor_als(als)
    toon_json(als_bezwaar(queries.bezwaar(actor, zaak_bij(actor, "zvh", casus))))


@app.command("brief")
def brief(
    casus: str,
    soort: Annotated[str, typer.Option(help="informeren, bezwaarbesluit")],
    als: Annotated[str, ALS],
    bestand: Annotated[Path, typer.Option(help="Waar de PDF komt / Where the PDF goes", dir_okay=False)],
    taal: Annotated[str, typer.Option(help="nl, en")] = "nl",
) -> None:
    """Maak een brief van het huis, als PDF / Make a letter of the house, as PDF."""
    django_aan()
    from samenhang.schemes.zvh import queries

    actor = actor_als(als)
    schrijf_uit(bestand, queries.brief(actor, zaak_bij(actor, "zvh", casus), soort, taal))
    toon(Tekst(f"Brief staat in {bestand}.", f"The letter is in {bestand}."))
