"""Writes a world to a folder, part by part: the only module here that touches files.

`leveringen/` holds what the partners send in the months of delivery, `aanloop/` the months before,
`geweigerd/` files that must be refused as a whole (their correction is the file of the same name in
`leveringen/`). Beside them `waarheid.csv`, `brp.csv` and `wereld.json`. All text is UTF-8, `;` parts.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from samenhang.demo.wereld.achterstanden import soorten_melding
from samenhang.demo.wereld.levensloop import brp_records
from samenhang.demo.wereld.modellen import (
    Deel,
    GeweigerdBestand,
    Instelling,
    Levering,
    Partner,
    Persona,
    Regel,
)
from samenhang.demo.wereld.organisaties import KREDIETBANK, partners_in
from samenhang.demo.wereld.plaatsen import gemeenten
from samenhang.demo.wereld.regels import kolommen
from samenhang.demo.wereld.wereld import maak_delen, personas
from samenhang.kernel.basis import Bedrag

if TYPE_CHECKING:
    from _csv import Writer as Schrijver

WAARHEID = (
    "bestand", "regel", "signaal_id", "partner", "persoon_id", "huishouden_id", "melding", "codes", "codes_register",
)  # fmt: skip
BRP = (
    "persoon_id", "huishouden_id", "voornamen", "tussenvoegsel", "achternaam", "partner_tussenvoegsel",
    "partner_achternaam", "naamgebruik", "geslacht", "geboortedatum", "straat", "huisnummer", "huisletter", "toevoeging",
    "postcode", "woonplaats", "gemeentecode", "adres_van", "adres_tot", "status", "datum_status",
)  # fmt: skip


@dataclass(slots=True)
class Telling:
    """What was written, and how many lines each file has so far."""

    huishoudens: int = 0
    inwoners: int = 0
    signalen: int = 0
    regels: Counter[str] = field(default_factory=Counter)


def schrijf(instelling: Instelling, naar: Path, delen: Iterable[Deel] | None = None) -> Telling:
    """Make a world and write it, or write its parts as made; the folder must be new or empty, else `FileExistsError`."""
    if naar.is_dir() and any(naar.iterdir()):
        raise FileExistsError(f"de map {naar} is niet leeg")
    for naam in ("leveringen", "aanloop", "geweigerd"):
        (naar / naam).mkdir(parents=True)
    plaatsen = gemeenten(instelling.gemeenten)
    telling = Telling()
    geweigerd: tuple[GeweigerdBestand, ...] = ()
    wie: tuple[Persona, ...] = ()
    _begin(naar / "waarheid.csv", WAARHEID)
    _begin(naar / "brp.csv", BRP)
    for deel in maak_delen(instelling) if delen is None else delen:
        _schrijf_deel(deel, naar, telling)
        if deel.nummer == instelling.reeks:
            wie, geweigerd = personas(deel, plaatsen), deel.geweigerd
            for bestand in geweigerd:
                (naar / "geweigerd" / bestand.bestandsnaam).write_bytes(als_geweigerd(bestand))
    for naam in ("aanloop", "geweigerd"):
        if not any((naar / naam).iterdir()):
            (naar / naam).rmdir()
    beschrijving = {
        "toelichting": "Verzonnen wereld: geen persoon, organisatie of straat hierin bestaat.",
        "instelling": _als_json(instelling),
        "telling": {
            "huishoudens": telling.huishoudens,
            "inwoners": telling.inwoners,
            "signalen": telling.signalen,
        },
        "gemeenten": _als_json(plaatsen),
        "partners": _als_json(partners_in(plaatsen)),
        "kredietbank": _als_json(KREDIETBANK),
        "personas": _als_json(wie),
        "geweigerd": [
            {"bestand": b.bestandsnaam, "code": b.code, "correctie": b.levering.bestandsnaam}
            for b in geweigerd
        ],
    }
    tekst = json.dumps(beschrijving, ensure_ascii=False, indent=2)
    (naar / "wereld.json").write_text(f"{tekst}\n", encoding="utf-8", newline="\n")
    return telling


def schrijf_brp(deel: Deel, naar: Path) -> None:
    """The stand-in for the register of residents of one part, as a file by itself."""
    _begin(naar, BRP)
    _erbij(naar, _brp(deel))


def als_csv(levering: Levering) -> bytes:
    """A whole delivery as the partner sends it."""
    return _kop(levering.partner) + _rijen(levering.partner, levering.regels)


def als_geweigerd(bestand: GeweigerdBestand) -> bytes:
    """The same delivery with the fault of its code: a forbidden column, bytes, separators, a header."""
    goed = als_csv(bestand.levering).decode("utf-8-sig")
    match bestand.code:
        case "F01":
            aanhaling = '"' if bestand.levering.partner.stijl.alles_tussen_aanhalingstekens else ""
            kop, *rest = goed.splitlines()
            leeg = aanhaling * 2
            regels = [f"{kop};{aanhaling}bsn{aanhaling}", *(f"{regel};{leeg}" for regel in rest)]
            return "".join(f"{regel}\n" for regel in regels).encode()
        case "F04":
            return goed.encode("cp1252", errors="replace") + b"\r\n"
        case "F05":
            return goed.replace(";", ",").encode()
        case "F06":
            return goed.replace("achternaam", "naam", 1).encode()
        case code:
            raise ValueError(f"onbekende bestandsfout {code}")


def _schrijf_deel(deel: Deel, naar: Path, telling: Telling) -> None:
    leveringen = (*deel.aanloop, *deel.leveringen)
    melding = soorten_melding(regel.signaal for levering in leveringen for regel in levering.regels)
    waarheid: list[Sequence[str]] = []
    for map_, groep in (("aanloop", deel.aanloop), ("leveringen", deel.leveringen)):
        for levering in groep:
            naam = f"{map_}/{levering.bestandsnaam}"
            with (naar / naam).open("ab") as uit:
                if not telling.regels[naam]:
                    uit.write(_kop(levering.partner))
                    telling.regels[naam] = 1
                uit.write(_rijen(levering.partner, levering.regels))
            for regel in levering.regels:
                telling.regels[naam] += 1
                waarheid.append(_waar(naam, telling.regels[naam], regel, melding))
    _erbij(naar / "waarheid.csv", waarheid)
    _erbij(naar / "brp.csv", _brp(deel))
    telling.huishoudens += len(deel.huishoudens)
    telling.inwoners += len(deel.inwoners)
    telling.signalen += len(waarheid)


def _waar(bestand: str, nummer: int, regel: Regel, melding: dict[str, str]) -> Sequence[str]:
    signaal = regel.signaal
    return (
        bestand, str(nummer), regel.velden["signaal_id"], regel.velden["partner"], signaal.persoon_id,
        signaal.contract.huishouden_id, melding.get(signaal.signaal_id, ""), " ".join(regel.codes),
        " ".join(regel.codes_register),
    )  # fmt: skip


def _brp(deel: Deel) -> Iterator[Sequence[str]]:
    for record in brp_records(deel.huishoudens, deel.inwoners, deel.verblijven):
        inwoner, adres, ander = record.inwoner, record.adres, record.inwoner.partnernaam
        yield (
            inwoner.persoon_id, inwoner.huishouden_id, " ".join(inwoner.voornamen), inwoner.achternaam.tussenvoegsel,
            inwoner.achternaam.naam, ander.tussenvoegsel if ander else "", ander.naam if ander else "",
            inwoner.naamgebruik, inwoner.geslacht, inwoner.geboortedatum.isoformat(), adres.straat,
            str(adres.huisnummer), adres.huisletter, adres.toevoeging, adres.postcode, adres.woonplaats,
            adres.gemeentecode, record.van.isoformat(), _dag(record.tot), record.status, _dag(record.datum_status),
        )  # fmt: skip


def _dag(datum: date | None) -> str:
    return "" if datum is None else datum.isoformat()


def _kop(partner: Partner) -> bytes:
    tekst = io.StringIO()
    _schrijver(tekst, partner).writerow(kolommen(partner))
    return (b"\xef\xbb\xbf" if partner.stijl.bom else b"") + tekst.getvalue().encode()


def _rijen(partner: Partner, regels: Iterable[Regel]) -> bytes:
    tekst = io.StringIO()
    namen = kolommen(partner)
    _schrijver(tekst, partner).writerows([regel.velden[naam] for naam in namen] for regel in regels)
    return tekst.getvalue().encode()


def _schrijver(tekst: io.StringIO, partner: Partner) -> Schrijver:
    stijl = partner.stijl
    return csv.writer(
        tekst,
        delimiter=";",
        lineterminator="\r\n" if stijl.crlf else "\n",
        quoting=csv.QUOTE_ALL if stijl.alles_tussen_aanhalingstekens else csv.QUOTE_MINIMAL,
    )


def _begin(pad: Path, kop: Sequence[str]) -> None:
    pad.write_text(f"{';'.join(kop)}\n", encoding="utf-8", newline="\n")


def _erbij(pad: Path, rijen: Iterable[Sequence[str]]) -> None:
    with pad.open("a", encoding="utf-8", newline="") as uit:
        csv.writer(uit, delimiter=";", lineterminator="\n").writerows(rijen)


def _als_json(waarde: object) -> object:
    """Dataclasses as objects, amounts in their wire form, dates as ISO 8601."""
    match waarde:
        case Bedrag():
            return waarde.draad()
        case date():
            return waarde.isoformat()
        case tuple():
            return [_als_json(deel) for deel in waarde]
        case _ if is_dataclass(waarde):
            return {veld.name: _als_json(getattr(waarde, veld.name)) for veld in fields(waarde)}
        case _:
            return waarde
