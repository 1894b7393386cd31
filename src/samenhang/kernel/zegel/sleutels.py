"""The folder with keys: our own (private and public), and those of partners. Outside the database, kept by the operator.

`sleutels.txt` lists our public keys, one a line, oldest first; the last of a kind is in use, and its private half
stands in `NUMMER.pem`. `partners.toml` lists whom we trust: `[[partner]]` with `naam`, and `log` (the key of their log,
which we countersign), `getuige` (the key with which they countersign ours), `adres` (where they do so).
Whoever can write in the database but not here cannot forge a checkpoint.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from samenhang.kernel.basis import Geweigerd, Plaats, Tekst
from samenhang.kernel.zegel.domain.nota import BERICHT, GETUIGE, LOG, NAAM, Sleutel, lees_sleutel, weiger

PUBLIEK = "sleutels.txt"
PARTNERS = "partners.toml"
VELDEN = {"naam", "log", "getuige", "adres"}
NAMEN = {LOG: "logboek", GETUIGE: "getuige", BERICHT: "berichten"}
"""What a key of ours is called after the address of the deployment."""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation with which checkpoints are exchanged."""

    naam: str
    log: Sleutel | None
    getuige: Sleutel | None
    adres: str


def map_() -> Path:
    """The folder: SAMENHANG_ZEGELMAP, or `zegel` in the data folder."""
    return Path(settings.ZEGELMAP or Path(settings.DATAMAP) / "zegel")


def bekend(soort: int = LOG) -> list[Sleutel]:
    """Our public keys of a kind, oldest first; none before the first was made."""
    pad = map_() / PUBLIEK
    if not pad.is_file():
        return []
    regels = enumerate(pad.read_text("utf-8").splitlines(), 1)
    sleutels = [
        lees_sleutel(regel, Plaats(bestand=str(pad), regel=nummer))
        for nummer, regel in regels
        if regel.strip() and not regel.startswith("#")
    ]
    return [sleutel for sleutel in sleutels if sleutel.soort == soort]


def in_gebruik(soort: int = LOG) -> tuple[Sleutel, Ed25519PrivateKey]:
    """The key that signs now; the first is made when there is none. Raises `Geweigerd` when its file is gone or wrong."""
    publiek = bekend(soort)
    if not publiek:
        nieuwe = maak(soort)
        neem_in_gebruik(nieuwe)
        return nieuwe, lees_prive(nieuwe)
    return publiek[-1], lees_prive(publiek[-1])


def eigen_naam(soort: int) -> str:
    """How our log or witness is called when the operator chose no name: after the address of the deployment."""
    return f"{urlsplit(settings.BASISADRES).netloc}/{NAMEN[soort]}"


def maak(soort: int, naam: str = "") -> Sleutel:
    """Make a key pair in the folder; it signs nothing until `neem_in_gebruik`. A second key keeps the first's name."""
    namen = [sleutel.naam for sleutel in bekend(soort)]
    gekozen = naam or (namen[-1] if namen else eigen_naam(soort))
    if not NAAM.fullmatch(gekozen):
        raise Geweigerd(
            "naam_onjuist",
            Tekst(
                f'"{gekozen[:50]}" kan geen naam van een log zijn: hoogstens 100 tekens, zonder spatie, + of —. Neem bijvoorbeeld samenhang.gemeente.nl/logboek.',
                f'"{gekozen[:50]}" cannot be the name of a log: at most 100 characters, without space, + or —. Take for instance samenhang.gemeente.nl/logboek.',
            ),
        )
    if namen and gekozen != namen[-1]:
        raise Geweigerd(
            "naam_ligt_vast",
            Tekst(
                f"Dit log heet {namen[-1]}; partners kennen het zo. Laat de naam weg.",
                f"This log is called {namen[-1]}; partners know it so. Leave the name out.",
            ),
            status=409,
        )
    prive = Ed25519PrivateKey.generate()
    sleutel = Sleutel(gekozen, soort, prive.public_key().public_bytes_raw())
    map_().mkdir(mode=0o700, parents=True, exist_ok=True)
    pem = prive.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    _schrijf(_pad(sleutel), pem, os.O_EXCL)
    return sleutel


def neem_in_gebruik(sleutel: Sleutel) -> None:
    """From now on this key signs; the private half of the one before is erased, its public half stays.

    Killed anywhere, either the key before or this one is in use, with its private half on disk.
    """
    pad = map_() / PUBLIEK
    regels = pad.read_text("utf-8") if pad.is_file() else ""
    half = pad.with_suffix(".half")
    _schrijf(half, f"{regels}{sleutel}\n".encode(), os.O_TRUNC)
    os.replace(half, pad)
    wijzer = os.open(map_(), os.O_RDONLY)
    try:
        os.fsync(wijzer)
    finally:
        os.close(wijzer)
    wis_oude()


def wis_oude() -> None:
    """Erase the private halves of keys that were followed by another."""
    for soort in NAMEN:
        for eerder in bekend(soort)[:-1]:
            _pad(eerder).unlink(missing_ok=True)


def _schrijf(pad: Path, inhoud: bytes, hoe: int) -> None:
    """Write a file that only its owner reads, down to the disk: a checkpoint that it signs must not outlive it."""
    with open(os.open(pad, os.O_WRONLY | os.O_CREAT | hoe, 0o600), "wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def _pad(sleutel: Sleutel) -> Path:
    return map_() / f"{sleutel.id.hex()}.pem"


def lees_prive(sleutel: Sleutel) -> Ed25519PrivateKey:
    """The private half of a key. Raises `Geweigerd` (409) when its file is gone or is another."""
    pad = _pad(sleutel)
    try:
        prive = load_pem_private_key(pad.read_bytes(), None)
    except FileNotFoundError as fout:
        raise _kapot(
            pad,
            f"De sleutel {sleutel.id.hex()} ontbreekt: {pad}. Zet hem terug; zonder hem wordt niets meer ondertekend.",
            f"The key {sleutel.id.hex()} is missing: {pad}. Put it back; without it nothing is signed any more.",
        ) from fout
    except (ValueError, TypeError) as fout:
        raise _kapot(
            pad,
            f"{pad} is geen sleutel in PEM zonder wachtwoord. Zet de goede terug.",
            f"{pad} is no key in PEM without a password. Put the right one back.",
        ) from fout
    if not isinstance(prive, Ed25519PrivateKey) or prive.public_key().public_bytes_raw() != sleutel.publiek:
        raise _kapot(
            pad,
            f"{pad} hoort niet bij de regel in {PUBLIEK}. Zet de goede sleutel terug.",
            f"{pad} does not belong to the line in {PUBLIEK}. Put the right key back.",
        )
    return prive


def bruikbaar(lijst: Sequence[Sleutel]) -> bool:
    """Whether the last of these keys can sign."""
    try:
        return bool(lijst and lees_prive(lijst[-1]))
    except Geweigerd:
        return False


def _kapot(pad: Path, nl: str, en: str) -> Geweigerd:
    fout = weiger("zegelsleutel_onbruikbaar", Tekst(nl, en), Plaats(bestand=str(pad)))
    fout.status = 409
    return fout


def partners() -> list[Partner]:
    """Whom we exchange checkpoints with. Raises `Geweigerd` with the entry that is wrong."""
    pad = map_() / PARTNERS
    if not pad.is_file():
        return []
    try:
        document = tomllib.loads(pad.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise weiger(
            "partners_onleesbaar",
            Tekst(f"{pad} is geen TOML: {fout}.", f"{pad} is no TOML: {fout}."),
            Plaats(bestand=str(pad)),
        ) from fout
    lijst = document.get("partner", [])
    if not isinstance(lijst, list) or set(document) - {"partner"}:
        lijst = [None]
    uit = [_partner(pad, nummer, deel) for nummer, deel in enumerate(lijst, 1)]
    _eenmaal(pad, uit)
    return uit


def _partner(pad: Path, nummer: int, deel: object) -> Partner:
    plaats = Plaats(bestand=str(pad), plek=f"partner {nummer}")

    def fout(nl: str, en: str) -> Geweigerd:
        return weiger("partner_onjuist", Tekst(f"Partner {nummer}: {nl}", f"Partner {nummer}: {en}"), plaats)

    if not isinstance(deel, dict) or not all(isinstance(waarde, str) for waarde in deel.values()):
        raise fout(
            "schrijf [[partner]] met naam, log, getuige en adres als tekst.",
            "write [[partner]] with naam, log, getuige and adres as text.",
        )
    if vreemd := set(deel) - VELDEN:
        raise fout(
            f"{min(vreemd)} bestaat niet. Kies uit naam, log, getuige, adres.",
            f"{min(vreemd)} does not exist. Choose from naam, log, getuige, adres.",
        )
    if not deel.get("naam", "").strip():
        raise fout("de naam ontbreekt.", "the name (naam) is missing.")
    adres = deel.get("adres", "")
    delen = urlsplit(adres)
    if adres and not (delen.scheme in ("https", "http") and delen.netloc):
        raise fout(
            f"het adres {adres[:60]} begint niet met https://.",
            f"the address {adres[:60]} does not begin with https://.",
        )
    sleutels: list[Sleutel | None] = []
    for veld, soort in (("log", LOG), ("getuige", GETUIGE)):
        sleutel = lees_sleutel(deel[veld], plaats) if deel.get(veld) else None
        if sleutel and sleutel.soort != soort:
            raise fout(
                f"bij {veld} staat een sleutel van de andere soort. Verwissel log en getuige.",
                f"at {veld} stands a key of the other kind. Swap log and getuige.",
            )
        sleutels.append(sleutel)
    if not any(sleutels):
        raise fout(
            "er staat geen sleutel bij. Geef log, getuige of beide.",
            "no key is given. Give log, getuige or both.",
        )
    return Partner(deel["naam"].strip(), sleutels[0], sleutels[1], adres.rstrip("/"))


def _eenmaal(pad: Path, lijst: Sequence[Partner]) -> None:
    sleutels = [str(sleutel) for partner in lijst for sleutel in (partner.log, partner.getuige) if sleutel]
    for sleutel in sleutels:
        if sleutels.count(sleutel) > 1:
            raise weiger(
                "sleutel_dubbel",
                Tekst(
                    f"De sleutel {sleutel[:80]} staat bij twee partners. Haal er een weg.",
                    f"The key {sleutel[:80]} stands with two partners. Take one away.",
                ),
                Plaats(bestand=str(pad)),
            )
