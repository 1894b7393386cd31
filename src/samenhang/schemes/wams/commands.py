"""`samenhang wams …`: the scheme's part of the command line."""

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
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.scheme import Handeling

if TYPE_CHECKING:
    from samenhang.kernel.zaken.lijst import Zaaklijst
    from samenhang.schemes.wams.actions.nood import Noodbeeld


def _handelingen() -> Iterable[Handeling]:
    from samenhang.schemes.wams.handelingen import HANDELINGEN

    return HANDELINGEN.values()


app = typer.Typer(
    cls=groep("wams", _handelingen),
    help="Meervoudige problematiek / Multiple coherent problems",
    no_args_is_help=True,
)


@app.command("meld")
def meld(
    achternaam: Annotated[str, typer.Option(help="Over wie / About whom")],
    tekst: Annotated[str, typer.Option(help="Wat is er aan de hand / What is going on")],
    melder_soort: Annotated[str, typer.Option(help="inwoner, naaste, professional, vroegsignalering")],
    hoe: Annotated[str, typer.Option(help="telefoon, balie, mail, formulier")],
    als: Annotated[str, ALS],
    melder: Annotated[str, typer.Option(help="Naam en organisatie / Name and organisation")] = "",
    voorletters: Annotated[str, typer.Option(help="Voorletters / Initials")] = "",
    geboortedatum: Annotated[str, typer.Option(help="JJJJ-MM-DD / YYYY-MM-DD")] = "",
    telefoon: Annotated[str, typer.Option(help="Telefoon / Telephone")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Leg een melding vast / Record a report."""
    django_aan()
    from datetime import date

    from samenhang.schemes.wams.actions.melden import NieuweMelding, leg_melding_vast

    try:
        geboren = date.fromisoformat(geboortedatum) if geboortedatum else None
    except ValueError as fout:
        zin = Tekst(
            f'--geboortedatum: "{geboortedatum}" is geen bestaande dag. Schrijf JJJJ-MM-DD.',
            f'--geboortedatum: "{geboortedatum}" is no existing day. Write YYYY-MM-DD.',
        )
        plaats = Plaats(kolom="geboortedatum")
        raise Geweigerd("datum_onjuist", zin, fouten=(Fout("datum_onjuist", zin, plaats),)) from fout
    invoer = NieuweMelding(achternaam, tekst, melder_soort, hoe, melder, voorletters, geboren, telefoon)
    zaak = leg_melding_vast(actor_als(als), invoer)
    if als_json:
        toon_json({"id": str(zaak.id), "nummer": zaak.nummer, "stap": zaak.stap})
    else:
        toon(Tekst(f"Melding {zaak.nummer}.", f"Report {zaak.nummer}."))


def _lijst() -> Zaaklijst:
    from samenhang.schemes.wams import queries

    return queries.zaken


app.command("zaken")(zakenopdracht(_lijst))


@app.command("doorgegeven")
def doorgegeven(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon wie een ander team doorgaf / Show whom another team passed on."""
    django_aan()
    from samenhang.schemes.wams import queries

    regels = queries.doorgegeven(actor_als(als))
    som = Tekst(f"{len(regels)} meldingen wachten.", f"{len(regels)} reports wait.")
    toon_regels("doorgegeven", regels, ("id", "gevraagd_op", "bronnummer", "naam"), som, als_json=als_json)


@app.command("overnemen")
def overnemen(melding: str, als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Neem een doorgegeven melding over als zaak / Take in a report that was passed on."""
    django_aan()
    from samenhang.schemes.wams.actions.melden import neem_over

    zaak = neem_over(
        actor_als(als),
        lees_nummer(
            melding, "melding_onjuist", Tekst("een doorgegeven melding", "a report that was passed on")
        ),
    )
    if als_json:
        toon_json({"id": str(zaak.id), "nummer": zaak.nummer, "stap": zaak.stap})
    else:
        toon(Tekst(f"Overgenomen als {zaak.nummer}.", f"Taken in as {zaak.nummer}."))


@app.command("toon")
def toon_zaak(zaak: str, als: Annotated[str, ALS]) -> None:
    """Toon één zaak als JSON / Show one case as JSON."""
    django_aan()
    from samenhang.schemes.wams import queries
    from samenhang.schemes.wams.document import als_document

    actor = actor_als(als)
    toon_json(als_document(queries.zaak(actor, zaak_bij(actor, "wams", zaak))))


@app.command("planstuk")
def planstuk(
    zaak: str,
    als: Annotated[str, ALS],
    bestand: Annotated[Path, typer.Option(help="Waar de PDF komt / Where the PDF goes", dir_okay=False)],
    taal: Annotated[str, typer.Option(help="nl, en")] = "nl",
) -> None:
    """Zet het plan op papier, als PDF / Put the plan on paper, as PDF."""
    django_aan()
    from samenhang.schemes.wams import queries

    actor = actor_als(als)
    schrijf_uit(bestand, queries.planstuk(actor, zaak_bij(actor, "wams", zaak), taal))
    toon(Tekst(f"Plan staat in {bestand}.", f"The plan is in {bestand}."))


@app.command("informeerbrief")
def informeerbrief(
    zaak: str,
    persoon: Annotated[str, typer.Option(help="Id uit `toon` / Id of `toon`")],
    als: Annotated[str, ALS],
    bestand: Annotated[Path, typer.Option(help="Waar de PDF komt / Where the PDF goes", dir_okay=False)],
    taal: Annotated[str, typer.Option(help="nl, en")] = "nl",
) -> None:
    """Maak de brief over de melding, als PDF / Make the letter about the report, as PDF."""
    django_aan()
    from samenhang.schemes.wams import queries

    actor = actor_als(als)
    wie = lees_nummer(persoon, "persoon_onjuist", Tekst("een persoon", "a person"))
    schrijf_uit(bestand, queries.informeerbrief(actor, zaak_bij(actor, "wams", zaak), wie, taal))
    toon(Tekst(f"Brief staat in {bestand}.", f"The letter is in {bestand}."))


@app.command("besluitbrief")
def besluitbrief(
    zaak: str,
    als: Annotated[str, ALS],
    bestand: Annotated[Path, typer.Option(help="Waar de PDF komt / Where the PDF goes", dir_okay=False)],
    taal: Annotated[str, typer.Option(help="nl, en")] = "nl",
) -> None:
    """Maak de brief met het besluit op een bezwaar, als PDF / Make the letter of the decision on an objection, as PDF."""
    django_aan()
    from samenhang.schemes.wams import queries

    actor = actor_als(als)
    schrijf_uit(bestand, queries.besluitbrief(actor, zaak_bij(actor, "wams", zaak), taal))
    toon(Tekst(f"Brief staat in {bestand}.", f"The letter is in {bestand}."))


@app.command("nood")
def nood(
    zaak: str,
    persoon: Annotated[str, typer.Option(help="Id uit `toon` / Id of `toon`")],
    wat: Annotated[str, typer.Option(help="contact, gezondheid, veiligheid")],
    gevaar: Annotated[str, typer.Option(help="zelf, kind, ander")],
    waarom: Annotated[str, typer.Option(help="Waarom het niet kan wachten / Why it cannot wait")],
    als: Annotated[str, ALS],
) -> None:
    """Bekijk één gegeven in nood, als JSON / Look at one datum in an emergency, as JSON."""
    django_aan()
    from samenhang.schemes.wams.actions.nood import Noodvraag, zie_in_nood

    actor = actor_als(als)
    wie = lees_nummer(persoon, "persoon_onjuist", Tekst("een persoon", "a person"))
    _toon_nood(zie_in_nood(actor, zaak_bij(actor, "wams", zaak), Noodvraag(wie, wat, gevaar, waarom)))


@app.command("conflict-van-plichten")
def conflict_van_plichten(
    zaak: str,
    persoon: Annotated[str, typer.Option(help="Id uit `deelname` / Id of `deelname`")],
    wat: Annotated[str, typer.Option(help="gezondheid, veiligheid")],
    gevaar: Annotated[str, typer.Option(help="zelf, kind, ander")],
    waarom: Annotated[str, typer.Option(help="Waarom het geheim moet wijken / Why the secret must give way")],
    als: Annotated[str, ALS],
) -> None:
    """Bekijk één gegeven wegens een conflict van plichten / Look at one datum for a conflict of duties."""
    django_aan()
    from samenhang.schemes.wams.actions.nood import Conflictvraag, zie_bij_conflict

    actor = actor_als(als)
    wie = lees_nummer(persoon, "persoon_onjuist", Tekst("een persoon", "a person"))
    zaak_id = lees_nummer(zaak, "zaak_onjuist", Tekst("een zaak", "a case"))
    _toon_nood(zie_bij_conflict(actor, zaak_id, Conflictvraag(wie, wat, gevaar, waarom)))


def _toon_nood(gezien: Noodbeeld) -> None:
    toon_json(
        {
            "naam": gezien.naam,
            "geboortedatum": gezien.geboortedatum.isoformat() if gezien.geboortedatum else None,
            "wat": gezien.wat,
            "telefoon": gezien.telefoon,
            "punten": list(gezien.punten),
            "vertellenVoor": gezien.vertellen_voor.isoformat(),
        }
    )


@app.command("casusoverleg")
def casusoverleg(zaak: str, als: Annotated[str, ALS]) -> None:
    """Toon het casusoverleg als JSON / Show the case meeting as JSON."""
    django_aan()
    from samenhang.schemes.wams import queries
    from samenhang.schemes.wams.document import als_overleg

    actor = actor_als(als)
    toon_json(als_overleg(queries.overleg(actor, zaak_bij(actor, "wams", zaak))))


@app.command("uitnodigingen")
def uitnodigingen(als: Annotated[str, ALS]) -> None:
    """Toon als partij uw uitnodigingen als JSON / Show the invitations of a party as JSON."""
    django_aan()
    from samenhang.schemes.wams import queries
    from samenhang.schemes.wams.document import als_uitnodiging

    toon_json({"uitnodigingen": [als_uitnodiging(rij) for rij in queries.uitnodigingen(actor_als(als))]})


@app.command("deelname")
def deelname(
    zaak: Annotated[str, typer.Argument(help="Het id uit uitnodigingen / The id from uitnodigingen")],
    als: Annotated[str, ALS],
) -> None:
    """Toon een zaak zoals een partij haar mag zien / Show a case as a party may see it."""
    django_aan()
    from samenhang.schemes.wams import queries
    from samenhang.schemes.wams.document import als_partijzaak

    actor = actor_als(als)
    toon_json(als_partijzaak(queries.partijzaak(actor, zaak_bij(actor, "wams", zaak))))
