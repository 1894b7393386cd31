"""A life in the register until its retention has passed, and a backup put back: run by `test_bytes.py`.

Argument: the folder with the files of the databases. Prints one JSON document.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import django
import time_machine

os.environ["DJANGO_SETTINGS_MODULE"] = "samenhang.config.settings"
MAP = Path(os.environ["SAMENHANG_DATAMAP"])
BASIS = Path(sys.argv[1])
POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
klok = time_machine.travel("2026-11-24T09:00:00+01:00", tick=True)
klok.start()
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from samenhang.kernel.kluis import ontsluit_bestand  # noqa: E402
from samenhang.kernel.organisaties.models import Gebruiker  # noqa: E402
from samenhang.kernel.plichten import uitvoerder  # noqa: E402
from samenhang.kernel.vernietiging import register  # noqa: E402
from samenhang.kernel.vernietiging.models import Vernietiging  # noqa: E402
from samenhang.kernel.zaken.models import Betrokkene, Zaak  # noqa: E402
from samenhang.schemes.vroegsignalering import actions, queries  # noqa: E402
from samenhang.schemes.vroegsignalering.inschrijven import geheugen  # noqa: E402
from samenhang.schemes.vroegsignalering.models import Partnerafspraak, Terugkoppelbericht  # noqa: E402
from tests.bouw import KOP, Gemeente, brprij, lever, maak_gemeente, rij, schrijf_brp  # noqa: E402

geheugen.VANAF = 0
"""Also a small register is remembered by linkage."""
WOORDEN = (
    "Zwaluwenburg",
    "Quispelstraat",
    "9733QX",
    "0687654321",
    "K-77123",
    "zwaluw@voorbeeld.invalid",
    "GEHEIMSPOOR",
    "Brepoelstraat",
    "NR-QQ-51423",
)
"""Name, street, postcode, telephone, customer, mail, a worker's remark, what the BRP said, the partner's number."""
NOTITIE = "VERSLEUTELSPOOR"
"""What a worker wrote down of a third resident: locked, and so never found in a file."""


def schrijf(naam: str, *rijen: dict[str, str]) -> Path:
    pad = MAP / naam
    pad.write_text("\n".join([";".join(KOP), *(";".join(r[k] for k in KOP) for r in rijen)]) + "\n", "utf-8")
    return pad


def dicht() -> None:
    """Let go of the database, so that its files are as they stand on disk."""
    if POSTGRES:
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
        connection.close()
        connection.close_pool()
    else:
        connection.close()


def gevonden() -> list[str]:
    """Which of the person's strings stand anywhere in the data folder and in the files of the database."""
    mappen = [MAP]
    if POSTGRES:  # its own folder: the backup is a database beside it
        with connection.cursor() as cursor:
            cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
            mappen.append(BASIS / str(cursor.fetchone()[0]))
    dicht()
    paden = [
        pad
        for map_ in mappen
        for pad in sorted(map_.rglob("*"))
        if pad.is_file() and ".kopie" not in pad.name
    ]
    inhoud = b"".join(pad.read_bytes() for pad in paden)
    return [woord for woord in (*WOORDEN, NOTITIE) if woord.encode() in inhoud]


def koppeling(gemeente: Gemeente) -> list[list[str]]:
    """Which of the person's strings stand in the file in which linkage remembers the house: as it is, and opened."""
    org, open_ = gemeente.organisatie.id, MAP.parent / "koppeling.kopie"
    dicht_ = geheugen.plek(org)
    ontsluit_bestand(geheugen.sleutel_van(org), dicht_, open_, geheugen.plaats_van(org))
    inhoud = dicht_.read_bytes(), open_.read_bytes()
    open_.unlink()
    return [[woord for woord in WOORDEN if woord.encode() in deel] for deel in inhoud]


def notitie(gemeente: Gemeente) -> str:
    """What Sanne reads of an attempt to reach the third resident."""
    return queries.melding(gemeente.sanne, zaak_van(gemeente, "Spoorloos")).pogingen[0].notitie


@contextmanager
def op(dag: str) -> Iterator[None]:
    moment = time_machine.travel(f"{dag}T03:00:00+01:00", tick=True)
    moment.start()
    try:
        yield
    finally:
        moment.stop()


def werk(dag: str) -> dict[str, Any]:
    with op(dag):
        for _ in range(2):
            uitvoerder.werk()
        return {
            "gevonden": gevonden(),
            "regels": sorted(Vernietiging.objects.values_list("regel", flat=True)),
            "na_herstel": Vernietiging.objects.filter(na_herstel=True).count(),
            "stappen": sorted(Zaak.objects.values_list("stap", flat=True)),
            "personen": Betrokkene.objects.count(),
            "accounts": Gebruiker.objects.filter(persoon_id__isnull=False).count(),
            "berichten": [bericht.regels for bericht in Terugkoppelbericht.objects.all()],
            "register": len(list(register.lees())),
            "mislukt": [f"{rij.plicht}: {rij.fout}" for rij in uitvoerder.mislukt()],
        }


def leef(gemeente: Gemeente) -> None:
    """Three residents; of the first everything that a register can know, until her case is closed without help."""
    Partnerafspraak.objects.update(terugkoppeling=["geen_inwoner", "gesloten_zonder_hulp"])
    bron = schrijf(
        "bron.csv",
        rij(
            1, signaal_id=WOORDEN[8], achternaam=WOORDEN[0], straat=WOORDEN[1], postcode=WOORDEN[2], telefoon=WOORDEN[3], klantnummer=WOORDEN[4],
            email=WOORDEN[5], tussenvoegsel="",
        ),
        rij(3, achternaam="Spoorloos", tussenvoegsel="", voorletters="D.", geboortedatum="1970-03-04", straat="Dijk", postcode="2611AD"),
        rij(2, achternaam="Blijver", tussenvoegsel="", voorletters="C.", geboortedatum="1990-01-02", straat="Kerkstraat", postcode="2611AC"),
    )  # fmt: skip
    lever(gemeente, bron)
    bron.unlink()
    actions.pak_signalen_op(gemeente.intake)
    for zaak in Zaak.objects.all():
        actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    derde = zaak_van(gemeente, "Spoorloos")
    actions.leg_brp_vast(gemeente.sanne, derde, "inwoner")
    for dagdeel in ("Ochtend", "Avond"):
        poging = actions.Poging("Telefoon", date(2026, 11, 24), dagdeel, False, NOTITIE)
        actions.leg_contactpoging_vast(gemeente.sanne, derde, poging)


def zaak_van(gemeente: Gemeente, naam: str) -> UUID:
    """The case of the resident with this surname."""
    zaken: list[UUID] = list(Zaak.objects.values_list("id", flat=True))
    return next(z for z in zaken if naam in queries.melding(gemeente.sanne, z).personen[0].naam)


def sluit(gemeente: Gemeente) -> None:
    weg = zaak_van(gemeente, WOORDEN[0])
    persoon = Betrokkene.objects.get(zaak_id=weg).persoon_id
    Gebruiker.objects.create_user("zwaluw@account.invalid", naam=f"A.B. {WOORDEN[0]}", persoon_id=persoon)
    settings.BRP_BESTAND = schrijf_brp(
        MAP / "brp.csv",
        brprij(achternaam=WOORDEN[0], tussenvoegsel="", straat=WOORDEN[7], postcode=WOORDEN[2], geboortedatum="1985-06-21"),
    )  # fmt: skip
    actions.vraag_brp(gemeente.sanne, weg)
    (MAP / "brp.csv").unlink()
    actions.bevestig_inwoner(gemeente.sanne, weg, False, "GEHEIMSPOOR")
    derde = zaak_van(gemeente, "Spoorloos")
    actions.geef_op(gemeente.sanne, derde, "nooit thuis")
    actions.rond_af(gemeente.sanne, derde, "geen_contact", "nooit thuis")
    actions.koppel_terug(gemeente.intake)
    assert Zaak.objects.get(id=weg).stap in ("gesloten", "teruggekoppeld"), Zaak.objects.get(id=weg).stap


def bewaar_kopie() -> None:
    """A backup of database and raw files, as of now."""
    dicht()
    shutil.copytree(MAP / "aanleveringen", MAP.parent / "aanleveringen.kopie")
    if POSTGRES:
        _beheer("CREATE DATABASE kopie TEMPLATE samenhang")
    else:
        shutil.copy2(MAP / "samenhang.sqlite3", MAP.parent / "samenhang.sqlite3.kopie")


def zet_kopie_terug() -> None:
    """The old database and the old raw files come back; the destruction register is the one of today."""
    dicht()
    shutil.rmtree(MAP / "aanleveringen")
    shutil.move(MAP.parent / "aanleveringen.kopie", MAP / "aanleveringen")
    if POSTGRES:
        _beheer("DROP DATABASE samenhang")
        _beheer("CREATE DATABASE samenhang TEMPLATE kopie")
        _beheer("DROP DATABASE kopie")
    else:
        for achtervoegsel in ("", "-wal", "-shm"):
            (MAP / f"samenhang.sqlite3{achtervoegsel}").unlink(missing_ok=True)
        shutil.move(MAP.parent / "samenhang.sqlite3.kopie", MAP / "samenhang.sqlite3")


def _beheer(opdracht: str) -> None:
    import psycopg

    with psycopg.connect(
        os.environ["DATABASE_URL"].rpartition("/")[0] + "/postgres", autocommit=True
    ) as verbinding:
        verbinding.execute(opdracht)


def main() -> None:
    call_command("migrate", verbosity=0)
    gemeente = maak_gemeente()
    leef(gemeente)
    bewaar_kopie()
    sluit(gemeente)
    uit: dict[str, Any] = {"voor": gevonden(), "notitie": notitie(gemeente), "koppeling": koppeling(gemeente)}
    for dag in ("2026-12-24", "2026-12-26", "2027-05-24", "2027-05-26"):
        uit[dag] = werk(dag)
    uit["koppeling_na"] = koppeling(gemeente)
    zet_kopie_terug()
    uit["teruggezet"] = gevonden()
    uit["notitie_teruggezet"] = notitie(gemeente)
    uit["na_herstel"] = werk("2027-05-27")
    json.dump(uit, sys.stdout)


main()
