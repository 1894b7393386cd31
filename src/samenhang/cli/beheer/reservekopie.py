"""Back up and restore what a deployment holds on its own disk: the SQLite database, the raw files, public keys.

The database is copied first and the files after it, so that every file that the copied database names is
there. On PostgreSQL the files alone are copied; the database goes by pg_dump, before them (docs/beheer.md).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

import samenhang
from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon_json
from samenhang.kernel.basis import Geweigerd, Tekst

DATABASE = "samenhang.sqlite3"
INHOUD = "INHOUD.json"
MAPPEN = ("aanleveringen", "vernietigd")
REGISTER = "vernietigd/register.jsonl"
"""What was destroyed: of the days after the backup it must come from elsewhere, see `herstel`."""
SLEUTEL = "sleutel"
ZEGEL = "zegel"
"""Of the keys that seal the log the public halves, and those of partners: with the private ones a stolen backup could forge."""

Map = Annotated[Path, typer.Argument(help="Map van de reservekopie / Folder of the backup", metavar="MAP")]
Register = Annotated[
    Path | None,
    typer.Option(
        help="Het vernietigingsregister van voor het herstel / The destruction register from before the restore",
        metavar="BESTAND",
    ),
]


def maak(map_: Map) -> None:
    """Maak een reservekopie terwijl Samenhang draait, en controleer haar / Back up while it runs, and verify."""
    django_aan()
    from django.conf import settings

    if map_.exists():
        raise Geweigerd(
            "map_bestaat",
            Tekst(
                f"{map_} bestaat al. Kies een nieuwe map; een oude reservekopie wordt nooit overschreven.",
                f"{map_} exists already. Choose a new folder; an old backup is never overwritten.",
            ),
        )
    bouw = map_.with_name(f".{map_.name}.deel")
    shutil.rmtree(bouw, ignore_errors=True)
    bouw.mkdir(parents=True, mode=0o700)
    sqlite = "sqlite3" in settings.DATABASES["default"]["ENGINE"]
    if sqlite:
        _kopieer_database(Path(settings.DATABASES["default"]["NAME"]), bouw / DATABASE)
    for naam in MAPPEN:
        if (Path(settings.DATAMAP) / naam).is_dir():
            shutil.copytree(
                Path(settings.DATAMAP) / naam, bouw / naam, ignore=shutil.ignore_patterns("*.deel")
            )
    sleutel = Path(settings.DATAMAP) / SLEUTEL
    if sleutel.exists():
        shutil.copy2(sleutel, bouw / SLEUTEL)
    _kopieer_zegel(bouw / ZEGEL)
    inhoud = {
        "samenhang": samenhang.__version__,
        "gemaakt": datetime.now(UTC).isoformat(timespec="seconds"),
        "database": "sqlite" if sqlite else "postgresql",
        "bestanden": _sommen(bouw),
    }
    (bouw / INHOUD).write_text(json.dumps(inhoud, indent=1) + "\n", "utf-8")
    _naar_schijf(bouw)
    os.replace(bouw, map_)
    toon_json(
        {
            "map": str(map_),
            "bestanden": len(inhoud["bestanden"]),
            "database": inhoud["database"],
            "sha256": _som(map_ / INHOUD),
        }
    )


def herstel(map_: Map, register: Register = None) -> None:
    """Zet een reservekopie terug in een lege gegevensmap / Restore a backup into an empty data folder."""
    django_aan()
    from django.conf import settings

    doel, inhoud = Path(settings.DATAMAP), _gecontroleerd(map_)
    if register is not None and not register.is_file():
        raise Geweigerd(
            "register_ontbreekt",
            Tekst(
                f"{register} is er niet. Geef het bestand {REGISTER} van de oude gegevensmap; er is niets veranderd.",
                f"{register} is not there. Give the file {REGISTER} of the old data folder; nothing was changed.",
            ),
        )
    bezet = [naam for naam in (DATABASE, *MAPPEN) if (doel / naam).exists()]
    if bezet:
        raise Geweigerd(
            "gegevensmap_niet_leeg",
            Tekst(
                f"In {doel} staat al {', '.join(bezet)}. Zet dat eerst apart; er is niets veranderd.",
                f"{doel} already holds {', '.join(bezet)}. Move it away first; nothing was changed.",
            ),
            status=409,
        )
    doel.mkdir(parents=True, exist_ok=True, mode=0o700)
    for naam in inhoud["bestanden"]:
        if naam.startswith(f"{ZEGEL}/"):
            continue
        (doel / naam).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copy2(map_ / naam, doel / naam)  # a key made at this start keys nothing yet: it gives way
    _zet_zegel_terug(map_ / ZEGEL)
    toon_json(
        {
            "map": str(doel),
            "bestanden": len(inhoud["bestanden"]),
            "gemaakt": inhoud["gemaakt"],
            "vernietigd": _neem_register_over(doel / REGISTER, register),
        }
    )


def _kopieer_zegel(doel: Path) -> None:
    from samenhang.kernel.zegel.sleutels import PARTNERS, PUBLIEK, map_

    for naam in (PUBLIEK, PARTNERS):
        if (map_() / naam).is_file():
            doel.mkdir(exist_ok=True, mode=0o700)
            shutil.copy2(map_() / naam, doel / naam)


def _zet_zegel_terug(bron: Path) -> None:
    """A folder of keys that outlived the loss is newer than the backup: what stands in it stays."""
    from samenhang.kernel.zegel.sleutels import map_

    for pad in sorted(bron.glob("*")):
        map_().mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (map_() / pad.name).exists():
            shutil.copy2(pad, map_() / pad.name)


def _neem_register_over(doel: Path, register: Path | None) -> int:
    """Add what was destroyed since the backup to what it knew itself; gives how many lines there are. Twice is as once."""
    regels = dict.fromkeys(doel.read_text("utf-8").splitlines() if doel.exists() else ())
    if register is not None:
        regels.update(dict.fromkeys(register.read_text("utf-8").splitlines()))
        doel.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        doel.write_text("".join(f"{regel}\n" for regel in regels), "utf-8")
        doel.chmod(0o600)
    return len(regels)


def _kopieer_database(bron: Path, doel: Path) -> None:
    """SQLite's online copy: consistent while others write. Refused when the copy is damaged."""
    with closing(sqlite3.connect(bron)) as van, closing(sqlite3.connect(doel)) as naar:
        van.backup(naar)
        naar.execute("PRAGMA journal_mode=DELETE")
    doel.chmod(0o600)
    _controleer_database(doel)


def _controleer_database(pad: Path) -> None:
    with closing(sqlite3.connect(f"file:{pad}?mode=ro", uri=True)) as kopie:
        try:
            heel = kopie.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        except sqlite3.DatabaseError:
            heel = False
    if not heel:
        raise _beschadigd(pad)


def _beschadigd(pad: Path) -> Geweigerd:
    return Geweigerd(
        "kopie_beschadigd",
        Tekst(
            f"{pad} is beschadigd of veranderd. Gebruik een andere reservekopie; er is niets veranderd.",
            f"{pad} is damaged or was changed. Use another backup; nothing was changed.",
        ),
        status=409,
    )


def _gecontroleerd(map_: Path) -> dict[str, Any]:
    """The table of contents, when every file is there and as it was; else a refusal that names the file."""
    try:
        inhoud: dict[str, Any] = json.loads((map_ / INHOUD).read_text("utf-8"))
        sommen: dict[str, str] = inhoud["bestanden"]
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise Geweigerd(
            "geen_reservekopie",
            Tekst(
                f"{map_} is geen reservekopie van Samenhang: {INHOUD} ontbreekt of is onleesbaar.",
                f"{map_} is no backup of Samenhang: {INHOUD} is missing or unreadable.",
            ),
        ) from fout
    for naam, som in sommen.items():
        binnen = (map_ / naam).resolve().is_relative_to(map_.resolve())
        if not binnen or not (map_ / naam).is_file() or _som(map_ / naam) != som:
            raise _beschadigd(map_ / naam)
    if DATABASE in sommen:
        _controleer_database(map_ / DATABASE)
    return inhoud


def _sommen(map_: Path) -> dict[str, str]:
    return {pad.relative_to(map_).as_posix(): _som(pad) for pad in sorted(map_.rglob("*")) if pad.is_file()}


def _som(pad: Path) -> str:
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def _naar_schijf(map_: Path) -> None:
    """Ask the system to write every file out, so that a backup survives a power cut right after it."""
    for pad in map_.rglob("*"):
        if pad.is_file():
            with pad.open("rb") as bestand:
                os.fsync(bestand.fileno())
