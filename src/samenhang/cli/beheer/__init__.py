"""`samenhang beheer`: migrate, serve, work, look how it stands, back up and restore, keys, and the demo."""

from __future__ import annotations

import typer

from samenhang.cli.beheer import (
    demo,
    draaien,
    kluis,
    medewerkers,
    muur,
    onderhoud,
    organisaties,
    plichten,
    reservekopie,
    rollen,
    sleutels,
    stand,
    uitwisseling,
    vasthouden,
)

app = typer.Typer(help="Draaien en onderhouden / Run and maintain", no_args_is_help=True)
app.command("migreer")(draaien.migreer)
app.command("serve")(draaien.serve)
app.command("werker")(draaien.werker)
app.command("plichten")(plichten.plichten)
app.command("gezond")(draaien.gezond)
app.command("stand")(stand.stand)
app.command("muur")(muur.muur)
app.command("veeg-uit")(muur.veeg_uit)
app.command("reservekopie")(reservekopie.maak)
app.command("herstel")(reservekopie.herstel)
app.command("kluiskopie")(kluis.kopie)
app.command("kluis-terugzetten")(kluis.terugzetten)
app.command("kluis-nakijken")(kluis.nakijken)
app.command("vasthoudingen")(vasthouden.lijst)
app.command("vasthouden")(vasthouden.vasthouden)
app.command("vasthouden-opheffen")(vasthouden.opheffen)
app.command("sleutel")(sleutels.sleutel)
app.command("sleutel-openbaar")(sleutels.openbaar)
app.command("sleutel-openbaar-intrekken")(sleutels.openbaar_intrekken)
app.command("bewijzen-beeindigen")(sleutels.beeindig_bewijzen)
app.command("sleutel-intrekken")(sleutels.trek_in)
app.command("uitwisseling")(uitwisseling.uitwisseling)
app.command("uitwisselpartner")(uitwisseling.partner)
app.command("uitwisselpartner-beeindigen")(uitwisseling.partner_beeindigen)
app.command("partnersleutel")(uitwisseling.partnersleutel)
app.command("partnersleutel-intrekken")(uitwisseling.partnersleutel_intrekken)
app.command("berichtensleutel")(uitwisseling.berichtensleutel)
app.add_typer(onderhoud.onderhoud, name="onderhoud")
app.add_typer(organisaties.organisatie, name="organisatie")
app.add_typer(medewerkers.medewerker, name="medewerker")
app.add_typer(rollen.rol, name="rol")
app.command("demo")(demo.demo)
app.command("demo-waarheid")(demo.waarheid)
