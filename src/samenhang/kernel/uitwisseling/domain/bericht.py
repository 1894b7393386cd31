"""A hand-over as an event: CloudEvents 1.0 in the NL GOV profile, structured JSON, no personal data in the envelope.

Source: CloudEvents NL GOV profile 1.1 (Logius): `source` is `urn:nld:oin:` with 20 digits and the system, `type` a
reversed domain name by subject and not by organisation, at most 64 kB.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

SOORT: Final = "application/cloudevents+json; charset=utf-8"
HOOGSTENS: Final = 65_536
"""Bytes of a message, as the profile has it."""
BRON: Final = re.compile(r"urn:nld:oin:(?P<oin>[0-9]{8}[0-9A-Z]{12}):systeem:[a-z0-9-]{1,40}")
TYPE: Final = re.compile(
    r"nl\.(?P<scheme>[a-z]{1,40})\.overdracht\.(?P<aard>nieuw|correctie|intrekking|vernietiging)"
)
VELDEN: Final = ("aan", "soort", "betreft", "artikel", "voorwaarden", "sha256", "inhoud")
ONTVANGST: Final = UUID("3c9c2b0e-7c1a-5a53-9f0e-5f3c6d1b7a11")
"""Receipts have the number that follows from this one and that of the message."""


@dataclass(frozen=True, slots=True)
class Bericht:
    """A hand-over on its way: from and to whom (OIN), what it is, and exactly what it says."""

    nummer: UUID
    van: str
    aan: str
    scheme: str
    soort: str
    aard: str
    betreft: UUID | None
    gemaakt: datetime
    artikel: str
    voorwaarden: tuple[Mapping[str, str], ...]
    som: str
    inhoud: Mapping[str, Any]


def schrijf(bericht: Bericht) -> bytes:
    """The event as it goes. Raises `Geweigerd` when it is larger than the profile allows."""
    return _lijf(
        {
            "specversion": "1.0",
            "id": str(bericht.nummer),
            "source": bron(bericht.van),
            "type": f"nl.{bericht.scheme}.overdracht.{bericht.aard}",
            "subject": str(bericht.betreft or bericht.nummer),
            "time": bericht.gemaakt.isoformat(),
            "datacontenttype": "application/json",
            "data": {
                "aan": bericht.aan,
                "soort": bericht.soort,
                "betreft": str(bericht.betreft) if bericht.betreft else None,
                "artikel": bericht.artikel,
                "voorwaarden": [dict(deel) for deel in bericht.voorwaarden],
                "sha256": bericht.som,
                "inhoud": dict(bericht.inhoud),
            },
        }
    )


def schrijf_ontvangst(nummer: UUID, scheme: str, door: str, som: str, moment: datetime) -> bytes:
    """The receipt: that this content came in, when and at whom (OIN)."""
    return _lijf(
        {
            "specversion": "1.0",
            "id": str(uuid5(ONTVANGST, str(nummer))),
            "source": bron(door),
            "type": f"nl.{scheme}.overdracht.ontvangen",
            "subject": str(nummer),
            "time": moment.isoformat(),
            "datacontenttype": "application/json",
            "data": {"overdracht": str(nummer), "sha256": som},
        }
    )


def bron(oin: str) -> str:
    """Who says it, in the form of the profile."""
    return f"urn:nld:oin:{oin}:systeem:samenhang"


def lees(lijf: bytes) -> Bericht:
    """The event that came in. Raises `Geweigerd` with the place in the JSON that is wrong; the content is not judged."""
    d = _document(lijf)
    _gelijk(d, "specversion", "1.0")
    _gelijk(d, "datacontenttype", "application/json")
    van = _vorm(d, "source", BRON, "urn:nld:oin:<20 cijfers>:systeem:<naam>")
    soort = _vorm(d, "type", TYPE, "nl.<register>.overdracht.nieuw, correctie, intrekking of vernietiging")
    nummer, gemaakt = _nummer(d, "id", "/id"), _moment(d)
    data = d.get("data")
    if not isinstance(data, dict) or set(data) != set(VELDEN):
        raise _weiger("data_onjuist", "/data", f"precies deze velden: {', '.join(VELDEN)}", f"exactly these fields: {', '.join(VELDEN)}")  # fmt: skip
    for veld, lengte in (("aan", 20), ("soort", 40), ("artikel", 200), ("sha256", 64)):
        if not isinstance(data[veld], str) or not 1 <= len(data[veld]) <= lengte:
            raise _weiger("veld_onjuist", f"/data/{veld}", f"een tekst van hoogstens {lengte} tekens", f"a text of at most {lengte} characters")  # fmt: skip
    aard = soort["aard"]
    if (data["betreft"] is None) != (aard == "nieuw"):
        raise _weiger("betreft_onjuist", "/data/betreft", "het nummer van de eerste overdracht bij een correctie, intrekking of vernietiging, anders null", "the number of the first hand-over with a correction, recall or destruction, else null")  # fmt: skip
    if not isinstance(data["inhoud"], dict) or not data["inhoud"]:
        raise _weiger("inhoud_onjuist", "/data/inhoud", "de inhoud als object", "the content as an object")
    return Bericht(
        nummer=nummer,
        van=van["oin"],
        aan=data["aan"],
        scheme=soort["scheme"],
        soort=data["soort"],
        aard=aard,
        betreft=_nummer(data, "betreft", "/data/betreft") if data["betreft"] is not None else None,
        gemaakt=gemaakt,
        artikel=data["artikel"],
        voorwaarden=_voorwaarden(data["voorwaarden"]),
        som=data["sha256"],
        inhoud=data["inhoud"],
    )


def lees_ontvangst(lijf: bytes, nummer: UUID, som: str) -> None:
    """Whether this is the receipt of that message and content; raises `Geweigerd` when it is not."""
    d = _document(lijf)
    data = d.get("data")
    if data != {"overdracht": str(nummer), "sha256": som}:
        raise _weiger("ander_bericht", "/data", "het nummer en de sha256 van wat is verstuurd", "the number and sha256 of what was sent")  # fmt: skip


def _lijf(document: dict[str, Any]) -> bytes:
    lijf = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    if len(lijf) > HOOGSTENS:
        raise _te_groot()
    return lijf


def _te_groot() -> Geweigerd:
    return Geweigerd(
        "bericht_te_groot",
        Tekst(
            f"Een bericht is hoogstens {HOOGSTENS} bytes. Geef dit per beveiligde mail door.",
            f"A message is at most {HOOGSTENS} bytes. Pass this on by secure mail.",
        ),
        status=413,
    )


def _document(lijf: bytes) -> dict[str, Any]:
    if len(lijf) > HOOGSTENS:
        raise _te_groot()
    try:
        document = json.loads(lijf, parse_constant=_geen_getal)
        tekst = json.dumps(document, ensure_ascii=False)
        tekst.encode()  # half a pair of surrogates is no text
        if r"\u0000" in tekst:  # no database keeps it
            document = None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise _weiger("geen_json", "", "één JSON-object in UTF-8", "one JSON object in UTF-8")
    return document


def _geen_getal(naam: str) -> None:
    raise ValueError(naam)


def _gelijk(d: dict[str, Any], veld: str, waarde: str) -> None:
    if d.get(veld) != waarde:
        raise _weiger(f"{veld}_onjuist", f"/{veld}", f'"{waarde}"', f'"{waarde}"')


def _vorm(d: dict[str, Any], veld: str, vorm: re.Pattern[str], zo: str) -> re.Match[str]:
    gevonden = vorm.fullmatch(d[veld]) if isinstance(d.get(veld), str) else None
    if gevonden is None:
        raise _weiger(f"{veld}_onjuist", f"/{veld}", zo, zo)
    return gevonden


def _nummer(d: dict[str, Any], veld: str, plek: str) -> UUID:
    try:
        return UUID(d[veld])
    except (KeyError, ValueError, AttributeError, TypeError) as fout:
        raise _weiger("nummer_onjuist", plek, "een UUID", "a UUID") from fout


def _moment(d: dict[str, Any]) -> datetime:
    try:
        moment = datetime.fromisoformat(d["time"])
    except (KeyError, ValueError, TypeError) as fout:
        raise _weiger(
            "time_onjuist", "/time", "een moment volgens RFC 3339", "a moment by RFC 3339"
        ) from fout
    if moment.tzinfo is None or not 2000 <= moment.year < 2200:
        raise _weiger("time_onjuist", "/time", "een moment met tijdzone", "a moment with its zone")
    return moment


def _voorwaarden(lijst: Any) -> tuple[Mapping[str, str], ...]:
    goed = isinstance(lijst, list) and len(lijst) <= 20 and all(
        isinstance(deel, dict)
        and set(deel) == {"categorie", "soort", "bron"}
        and all(isinstance(waarde, str) and 1 <= len(waarde) <= 200 for waarde in deel.values())
        and deel["soort"] in ("niet_verder", "zelfde_doel")
        for deel in lijst
    )  # fmt: skip
    if not goed:
        raise _weiger("voorwaarde_onjuist", "/data/voorwaarden", "een lijst van categorie, soort (niet_verder of zelfde_doel) en bron", "a list of categorie, soort (niet_verder or zelfde_doel) and bron")  # fmt: skip
    return tuple(lijst)


def _weiger(code: str, plek: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(
        f"{plek or 'Het bericht'}: dit moet zijn {nl}. Er is niets opgeslagen.",
        f"{plek or 'The message'}: this must be {en}. Nothing was stored.",
    )
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(plek=plek)),))
