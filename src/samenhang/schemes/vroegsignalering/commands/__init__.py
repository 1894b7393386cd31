"""`samenhang vroegsignalering …`: the scheme's part of the command line."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from samenhang.cli.handelingen import groep
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.vroegsignalering.commands import (
    aanleveren,
    aanleveringen,
    afspraken,
    beleid,
    bezoeken,
    brieven,
    brp,
    cijfers,
    contactteksten,
    ddas,
    koppelen,
    overdrachten,
    overnemen,
    reacties,
    terugkoppelen,
    twijfel,
    vernietigen,
    werk,
)


def _handelingen() -> Iterable[Handeling]:
    from samenhang.schemes.vroegsignalering.handelingen import HANDELINGEN

    return HANDELINGEN.values()


app = typer.Typer(
    cls=groep("vroegsignalering", _handelingen),
    help="Vroegsignalering van schulden / Early detection of debts",
    no_args_is_help=True,
)
app.command("koppel")(koppelen.koppel)
app.command("verklaar")(koppelen.verklaar)
app.command("lever-aan")(aanleveren.lever_aan)
app.command("aanleveringen")(aanleveringen.aanleveringen)
app.command("aanlevering")(aanleveringen.aanlevering)
app.command("begin-opnieuw")(aanleveringen.begin_opnieuw)
app.command("fouten")(aanleveringen.fouten)
app.command("origineel")(aanleveringen.origineel)
app.command("verbeterblad")(aanleveringen.verbeterblad)
app.command("oppakken")(aanleveren.oppakken)
app.command("bezoeken")(bezoeken.bezoeken)
app.command("brieven")(brieven.brieven)
app.command("brievenrondes")(brieven.brievenrondes)
app.command("brief")(brieven.brief)
app.command("bezwaarbericht")(brieven.bezwaarbericht)
app.command("besluitbrief")(brieven.besluitbrief)
app.command("brp-controle")(brp.brp_controle)
app.command("brp-uitval")(brp.brp_uitval)
app.command("cijfers")(cijfers.cijfers)
app.command("cijfers-overnemen")(overnemen.neem_over)
app.command("cijfers-sjabloon")(overnemen.sjabloon)
app.command("cijfers-tellen")(cijfers.tel)
app.command("cijfers-vaststellen")(cijfers.stel_vast)
app.command("inwonertal")(cijfers.inwonertal)
app.command("monitor")(cijfers.monitor)
app.command("streefwaarde")(cijfers.streefwaarde)
app.command("ddas")(ddas.ddas)
app.command("ddas-controle")(ddas.ddas_controle)
app.command("ddas-handtekening")(ddas.ddas_handtekening)
app.command("vernietig")(vernietigen.vernietig)
app.command("bewaartermijnen")(vernietigen.bewaartermijnen)
for _naam, _opdracht in (
    ("melding", werk.melding),
    ("werkvoorraad", werk.werkvoorraad),
    ("mijn-werk", werk.mijn_werk),
    ("agenda", werk.agenda),
    ("toewijzen", werk.toewijzen),
    ("toewijzing-ongedaan", werk.toewijzing_ongedaan),
    ("inzage", werk.inzage),
    ("verstuurd", werk.verstuurd),
    ("filters", werk.filters),
    ("overdrachten", overdrachten.overdrachten),
    ("overdracht", overdrachten.overdracht),
    ("ontvangst", overdrachten.ontvangst),
    ("overdracht-intrekken", overdrachten.intrekken),
    ("berichten", overdrachten.berichten),
    ("bericht", overdrachten.bericht),
):
    app.command(_naam)(_opdracht)
app.command("reactie")(reacties.reactie)
app.command("cakroutes")(reacties.cakroutes)
app.command("afspraken")(afspraken.afspraken)
app.command("afspraak-vastleggen")(afspraken.afspraak)
app.command("afspraak-beeindigen")(afspraken.afspraak_beeindigen)
app.command("beleid")(beleid.beleid)
app.command("contactteksten")(contactteksten.contactteksten)
app.command("contacttekst")(contactteksten.contacttekst)
app.command("terugkoppeling")(terugkoppelen.terugkoppeling)
app.command("terugkoppelen")(terugkoppelen.terugkoppelen)
app.command("twijfelparen")(twijfel.twijfelparen)
app.command("twijfel-verklaar")(twijfel.twijfel_verklaar)
app.command("oordeel")(twijfel.oordeel)
