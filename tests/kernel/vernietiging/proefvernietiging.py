"""A life in the register on a database file, until its retention has passed: run by `test_bytes.py`, prints JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import django
import time_machine

os.environ["DJANGO_SETTINGS_MODULE"] = "samenhang.config.settings"
MAP = Path(os.environ["SAMENHANG_DATAMAP"])
klok = time_machine.travel("2026-11-24T09:00:00+01:00", tick=True)
klok.start()
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from samenhang.kernel.organisaties.models import Gebruiker  # noqa: E402
from samenhang.kernel.plichten import uitvoerder  # noqa: E402
from samenhang.kernel.vernietiging.models import Vernietiging  # noqa: E402
from samenhang.kernel.zaken.models import Betrokkene, Zaak  # noqa: E402
from samenhang.schemes.vroegsignalering import actions  # noqa: E402
from tests.bouw import KOP, lever, maak_gemeente, rij  # noqa: E402

WOORDEN = (
    "Zwaluwenburg",
    "Quispelstraat",
    "9733QX",
    "0687654321",
    "K-77123",
    "zwaluw@voorbeeld.invalid",
    "GEHEIMSPOOR",
)


def schrijf(naam: str, *rijen: dict[str, str]) -> Path:
    pad = MAP / naam
    pad.write_text("\n".join([";".join(KOP), *(";".join(r[k] for k in KOP) for r in rijen)]) + "\n", "utf-8")
    return pad


def gevonden() -> list[str]:
    """Which of the person's strings stand anywhere in the data folder, database and its log included."""
    inhoud = b"".join(pad.read_bytes() for pad in sorted(MAP.rglob("*")) if pad.is_file())
    return [woord for woord in WOORDEN if woord.encode() in inhoud]


def main() -> None:
    call_command("migrate", verbosity=0)
    gemeente = maak_gemeente()
    bron = schrijf(
        "bron.csv",
        rij(
            1, achternaam=WOORDEN[0], straat=WOORDEN[1], postcode=WOORDEN[2], telefoon=WOORDEN[3], klantnummer=WOORDEN[4], email=WOORDEN[5],
            tussenvoegsel="",
        ),
        rij(2, achternaam="Blijver", tussenvoegsel="", voorletters="C.", geboortedatum="1990-01-02", straat="Kerkstraat", postcode="2611AC"),
    )  # fmt: skip
    lever(gemeente, bron)
    bron.unlink()
    actions.pak_signalen_op(gemeente.intake)
    zaken = {}
    for zaak in Zaak.objects.all():
        actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
        beeld = Betrokkene.objects.get(zaak=zaak)
        zaken[zaak.id] = beeld.persoon_id
    from samenhang.schemes.vroegsignalering import queries

    namen = {queries.melding(gemeente.sanne, nummer).personen[0].naam: nummer for nummer in zaken}
    weg = next(nummer for naam, nummer in namen.items() if WOORDEN[0] in naam)
    Gebruiker.objects.create_user("zwaluw@account.invalid", naam=f"A.B. {WOORDEN[0]}", persoon_id=zaken[weg])
    actions.bevestig_inwoner(gemeente.sanne, weg, False, "GEHEIMSPOOR")
    assert Zaak.objects.get(id=weg).stap in ("gesloten", "teruggekoppeld"), Zaak.objects.get(id=weg).stap
    connection.close()
    uit = {"voor": gevonden()}
    klok.stop()
    for dag in sys.argv[1:]:
        moment = time_machine.travel(f"{dag}T09:00:00+01:00", tick=True)
        moment.start()
        uitvoerder.werk()
        connection.close()
        uit[dag] = {
            "gevonden": gevonden(),
            "regels": sorted(Vernietiging.objects.values_list("regel", flat=True)),
            "stappen": sorted(Zaak.objects.values_list("stap", flat=True)),
            "personen": Betrokkene.objects.count(),
            "accounts": Gebruiker.objects.filter(persoon_id__isnull=False).count(),
            "mislukt": [f"{rij.plicht}: {rij.fout}" for rij in uitvoerder.mislukt()],
        }
        moment.stop()
    json.dump(uit, sys.stdout)


main()
