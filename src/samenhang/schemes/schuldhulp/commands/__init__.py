"""`samenhang schuldhulp …`: the scheme's part of the command line."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from samenhang.cli.handelingen import groep
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.schuldhulp.commands import (
    berichten,
    bezwaar,
    ddas,
    herzien,
    krediet,
    portaal,
    post,
    rekenen,
    zaken,
)


def _handelingen() -> Iterable[Handeling]:
    from samenhang.schemes.schuldhulp.bezwaarhandelingen import BEZWAARHANDELINGEN
    from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN

    return (*HANDELINGEN.values(), *BEZWAARHANDELINGEN.values())


app = typer.Typer(
    cls=groep("schuldhulp", _handelingen),
    help="Schuldhulp: berekeningen en zaken / Debt assistance: calculations and cases",
    no_args_is_help=True,
)
app.command("bereken")(rekenen.bereken)
app.command("berekeningen")(rekenen.berekeningen)
app.command("herzie")(rekenen.herzie)
app.command("zaken")(zaken.zaken)
app.command("toon")(zaken.toon_zaak)
app.command("hulpvraag")(zaken.hulpvraag)
app.command("aanmeldingen")(zaken.aanmeldingen)
app.command("aanmelding-overnemen")(zaken.aanmelding_overnemen)
app.command("schulden-inlezen")(zaken.schulden_inlezen)
app.command("schuldeisers")(zaken.schuldeisers)
app.command("schuldeisers-beoordelen")(zaken.schuldeisers_beoordelen)
app.command("schuldeiser-splitsen")(zaken.schuldeiser_splitsen)
app.command("betalingen-inlezen")(krediet.betalingen_inlezen)
app.command("betaalbestanden")(krediet.betaalbestanden)
app.command("bezwaren")(bezwaar.bezwaren)
app.command("bezwaar")(bezwaar.bezwaar)
app.command("bezwaarbrief")(bezwaar.bezwaarbrief)
app.command("brief")(krediet.brief)
app.command("portaal")(portaal.portaal)
app.command("portaal-voorstel")(portaal.portaal_voorstel)
app.command("portaal-antwoord")(portaal.portaal_antwoord)
app.command("portaal-opgave")(portaal.portaal_opgave)
app.command("opgave")(portaal.opgave)
app.command("schuldeiser-adres")(portaal.schuldeiser_adres)
app.command("schuldeiser-aansluiten")(portaal.schuldeiser_aansluiten)
app.command("post")(post.post)
app.command("postrondes")(post.postrondes)
app.command("berichten")(berichten.berichten)
app.command("schuldeiser-knooppunt")(berichten.schuldeiser_knooppunt)
app.command("ddas")(ddas.ddas)
app.command("ddas-controle")(ddas.ddas_controle)
app.command("normherziening")(herzien.normherziening)
app.command("normherzieningen")(herzien.normherzieningen)
app.command("normherziening-bekijken")(herzien.toon_normherziening)
app.command("normherziening-overnemen")(herzien.normherziening_overnemen)
app.command("rechtbankdossier")(krediet.rechtbankdossier)
