"""`samenhang samenwerking`: agreements between organisations, as someone who works at a party."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli import vernietigberichten
from samenhang.cli.uitvoer import taal, toon, toon_json
from samenhang.cli.wie import actor_van_adres
from samenhang.cli.zegel.invoer import lees_nummer
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.samenwerking.actions import Afspraakvoorstel
    from samenhang.kernel.samenwerking.queries import Afspraakbeeld

app = typer.Typer(help="Afspraken tussen organisaties / Agreements between organisations", no_args_is_help=True)  # fmt: skip
Als = Annotated[str, typer.Option("--als", help="E-mailadres van wie het doet / Who does it")]
Json = Annotated[bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")]  # fmt: skip
Nummer = Annotated[str, typer.Argument(metavar="AFSPRAAK")]
Document = Annotated[
    str,
    typer.Argument(metavar="DOCUMENT", help="JSON-bestand, als bij de API; - is stdin / JSON file, as with the API"),
]  # fmt: skip


@app.command()
def afspraken(als: Als, als_json: Json = False) -> None:
    """Toon de afspraken van uw organisatie / Show the agreements of your organisation."""
    actor = actor_van_adres(als)
    from samenhang.kernel.samenwerking import queries

    rijen = queries.afspraken(actor)
    if als_json:
        toon_json({"samenwerkingsafspraken": [_document(rij) for rij in rijen]})
        return
    for rij in rijen:
        stand = queries.STANDEN[rij.stand].in_taal(taal())
        typer.echo(f"{rij.id}  {rij.kenmerk} v{rij.versie}  {rij.titel}  {stand}")
    toon(Tekst(f"{len(rijen)} afspraken.", f"{len(rijen)} agreements."))


@app.command()
def afspraak(nummer: Nummer, als: Als) -> None:
    """Toon een afspraak met haar som / Show an agreement with its sum."""
    actor = actor_van_adres(als)
    from samenhang.kernel.samenwerking import queries

    toon_json(_document(queries.afspraak(actor, _nummer(nummer))))


@app.command()
def opstellen(document: Document, als: Als) -> None:
    """Stel een afspraak op / Draw up an agreement."""
    actor = actor_van_adres(als)
    from samenhang.kernel.samenwerking import actions, queries

    gemaakt = actions.stel_op(actor, _voorstel(document))
    toon_json(_document(queries.afspraak(actor, gemaakt.id)))


@app.command()
def vervangen(nummer: Nummer, document: Document, als: Als) -> None:
    """Vervang een afspraak door een nieuwe versie / Replace an agreement by a new version."""
    actor = actor_van_adres(als)
    from samenhang.kernel.samenwerking import actions, queries

    gemaakt = actions.vervang(actor, _nummer(nummer), _voorstel(document))
    toon_json(_document(queries.afspraak(actor, gemaakt.id)))


@app.command()
def tekenen(
    nummer: Nummer,
    som: Annotated[str, typer.Option(help="De som van wat u las / The sum of what you read")],
    als: Als,
) -> None:
    """Teken een afspraak namens uw organisatie / Sign an agreement for your organisation."""
    actor = actor_van_adres(als)
    from samenhang.kernel.samenwerking import actions, queries

    actions.teken(actor, _nummer(nummer), som)
    toon_json(_document(queries.afspraak(actor, _nummer(nummer))))


def _nummer(tekst: str) -> Any:
    return lees_nummer(tekst, "afspraak_onjuist", Tekst("een afspraak", "an agreement"))


def _voorstel(pad: str) -> Afspraakvoorstel:
    """The document as the action takes it; raises `Geweigerd` with the place of what is not in the form."""
    from samenhang.kernel.samenwerking.actions import Afspraakvoorstel, Dekkingsvoorstel, Partijvoorstel

    try:
        document = json.loads(sys.stdin.read() if pad == "-" else Path(pad).read_text("utf-8"))
    except (OSError, ValueError) as fout:
        raise _onleesbaar("", str(fout)[:200]) from fout
    plek = ""
    try:
        plek = "/van"
        van = date.fromisoformat(document["van"])
        plek = "/tot"
        tot = date.fromisoformat(document["tot"]) if document.get("tot") else None
        plek = "/partijen"
        partijen = tuple(Partijvoorstel(str(d["organisatie"]), str(d["rol"])) for d in document["partijen"])
        plek = "/dekking"
        dekking = tuple(
            Dekkingsvoorstel(str(d["scheme"]), str(d["doel"]), tuple(str(naam) for naam in d["categorieen"]))
            for d in document["dekking"]
        )
        plek = "/titel"
        titel = str(document["titel"])
        plek = "/waarvoor"
        return Afspraakvoorstel(titel, str(document["waarvoor"]), van, tot, partijen, dekking)
    except (KeyError, TypeError, ValueError) as fout:
        raise _onleesbaar(plek, str(fout)[:200]) from fout


def _onleesbaar(plek: str, wat: str) -> Geweigerd:
    tekst = Tekst(
        f"Het document is hier niet zoals gevraagd ({wat}). Geef titel, waarvoor, van, tot, partijen en dekking, als bij de API.",
        f"The document is not as asked here ({wat}). Give titel, waarvoor, van, tot, partijen and dekking, as with the API.",
    )
    return Geweigerd("document_onjuist", tekst, fouten=(Fout("document_onjuist", tekst, Plaats(plek=plek)),))


def _dag(tekst: str) -> date:
    """An impossible day counts as none, which the action refuses with its place."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return date.min


def _einde(rij: Afspraakbeeld) -> dict[str, Any] | None:
    einde = rij.einde
    if einde is None:
        return None
    return {
        "laatsteDag": einde.laatste_dag.isoformat(),
        "organisatie": einde.organisatie,
        "naam": einde.naam,
        "reden": einde.reden,
        "gehoord": [organisatie for organisatie, _ in einde.gehoord],
        "wacht": [organisatie for organisatie, _ in einde.wacht],
    }


def _document(rij: Afspraakbeeld) -> dict[str, Any]:
    return {
        "id": str(rij.id),
        "kenmerk": rij.kenmerk,
        "versie": rij.versie,
        "titel": rij.titel,
        "waarvoor": rij.waarvoor,
        "van": rij.van.isoformat(),
        "tot": rij.tot.isoformat() if rij.tot else None,
        "stand": rij.stand,
        "som": rij.som,
        "partijen": [
            {
                "organisatie": deel.organisatie,
                "rol": deel.rol,
                "naam": deel.naam,
                "getekend": deel.getekend.isoformat() if deel.getekend else None,
                "opPapier": deel.papier.isoformat() if deel.papier else None,
                "papierSom": deel.papier_som,
            }
            for deel in rij.partijen
        ],
        "dekking": list(rij.dekking),
        "magTekenen": rij.mag_tekenen,
        "einde": _einde(rij),
        "magBeeindigen": rij.mag_beeindigen,
    }


@app.command("papieren-handtekening")
def papieren_handtekening(
    nummer: Nummer,
    als: Als,
    organisatie: Annotated[str, typer.Option(help="Welke partij tekende / Which party signed")],
    naam: Annotated[str, typer.Option(help="Wie daar tekende / Who signed there")],
    dag: Annotated[str, typer.Option(metavar="DAG", help="JJJJ-MM-DD")],
    som: Annotated[str, typer.Option(help="De som op het papier / The sum on the paper")],
    scan: Annotated[Path, typer.Option(help="De scan; alleen haar SHA-256 wordt bewaard / The scan; only its SHA-256 is kept")],
) -> None:  # fmt: skip
    """Leg een handtekening op papier vast / Record a signature on paper."""
    afspraak_id = _nummer(nummer)
    actor = actor_van_adres(als)
    from samenhang.kernel.samenwerking import queries
    from samenhang.kernel.samenwerking.einde import Papier, leg_papier_vast

    try:
        with scan.open("rb") as bestand:
            document = hashlib.file_digest(bestand, "sha256").hexdigest()
    except OSError as fout:
        raise Geweigerd(
            "scan_onleesbaar",
            Tekst(f"{scan.name}: dit bestand is niet te lezen. Kies de scan.", f"{scan.name}: this file cannot be read. Choose the scan."),
        ) from fout  # fmt: skip
    leg_papier_vast(actor, afspraak_id, Papier(organisatie, naam, _dag(dag), som, document))
    toon_json(_document(queries.afspraak(actor, afspraak_id)))


@app.command()
def beeindigen(
    nummer: Nummer,
    als: Als,
    laatste_dag: Annotated[str, typer.Option("--laatste-dag", metavar="DAG", help="JJJJ-MM-DD")],
    reden: Annotated[
        str, typer.Option(help="Waarom; de andere partijen lezen het / Why; the others read it")
    ],
) -> None:
    """Beëindig een afspraak na een dag / End an agreement after a day."""
    afspraak_id = _nummer(nummer)
    actor = actor_van_adres(als)
    from samenhang.kernel.samenwerking import queries
    from samenhang.kernel.samenwerking.einde import beeindig

    beeindig(actor, afspraak_id, _dag(laatste_dag), reden)
    toon_json(_document(queries.afspraak(actor, afspraak_id)))


@app.command("einde-gehoord")
def einde_gehoord(
    nummer: Nummer,
    als: Als,
    organisatie: Annotated[str, typer.Option(help="Leeg: de eigen / Empty: your own")] = "",
    wie: Annotated[str, typer.Option(help="Wie het daar hoorde / Who heard it there")] = "",
) -> None:
    """Leg vast dat een partij het einde kent / Record that a party knows of the end."""
    afspraak_id = _nummer(nummer)
    actor = actor_van_adres(als)
    from samenhang.kernel.samenwerking import queries
    from samenhang.kernel.samenwerking.einde import hoor_einde

    hoor_einde(actor, afspraak_id, organisatie, wie)
    toon_json(_document(queries.afspraak(actor, afspraak_id)))


app.command("vernietigberichten")(vernietigberichten.lijst)
app.command("vernietigbericht-bevestigen")(vernietigberichten.bevestigen)
