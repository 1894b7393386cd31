"""A checkpoint: how large the log was, with which root, when. The text of C2SP tlog-checkpoint."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from samenhang.kernel.basis import Plaats, Tekst
from samenhang.kernel.zegel.domain.nota import Nota, lees_nota, weiger

TIJD, HERSTELD = "tijd ", "hersteld "
GETAL = re.compile(r"0|[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True)
class Punt:
    """The log of `herkomst` had `omvang` leaves with this root; `moment` is known of our own only.

    `hersteld`: its organisation declares that the log had so many leaves before it was restored from a backup.
    """

    herkomst: str
    omvang: int
    wortel: bytes
    moment: datetime | None = None
    hersteld: int | None = None

    @property
    def tekst(self) -> str:
        """What is signed. Moment and restore are extension lines: ours to sign, and no witness vouches for them."""
        regels = [self.herkomst, str(self.omvang), base64.b64encode(self.wortel).decode()]
        if self.moment is not None:
            regels.append(f"{TIJD}{self.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
        if self.hersteld is not None:
            regels.append(f"{HERSTELD}{self.hersteld}")
        return "".join(f"{regel}\n" for regel in regels)


def lees_punt(nota: Nota) -> Punt:
    """The checkpoint that a note holds. Raises `Geweigerd` with the line that is wrong."""
    regels = nota.tekst.split("\n")
    if len(regels) < 4:
        raise weiger(
            "controlepunt_onvolledig",
            Tekst(
                "Een controlepunt heeft drie regels: herkomst, aantal bladen, wortel. Kopieer de hele tekst.",
                "A checkpoint has three lines: origin, number of leaves, root. Copy the whole text.",
            ),
            Plaats(regel=len(regels)),
        )
    herkomst, omvang, ruw = regels[:3]
    if not herkomst.strip() or herkomst != herkomst.strip():
        raise weiger(
            "herkomst_ontbreekt",
            Tekst(
                "Regel 1 noemt niet van welk log dit is. Vraag het controlepunt opnieuw op.",
                "Line 1 does not say of which log this is. Ask for the checkpoint again.",
            ),
            Plaats(regel=1),
        )
    if not GETAL.fullmatch(omvang):
        raise weiger(
            "omvang_onjuist",
            Tekst(
                f'Regel 2 is het aantal bladen: een getal zonder nullen ervoor, niet "{omvang[:20]}".',
                f'Line 2 is the number of leaves: a number without leading zeros, not "{omvang[:20]}".',
            ),
            Plaats(regel=2),
        )
    try:
        wortel = base64.b64decode(ruw, validate=True)
    except (binascii.Error, ValueError):
        wortel = b""
    if len(wortel) != 32:
        raise weiger(
            "wortel_onjuist",
            Tekst(
                "Regel 3 is de wortel: 32 bytes in base64 (44 tekens). Kopieer de hele regel.",
                "Line 3 is the root: 32 bytes in base64 (44 characters). Copy the whole line.",
            ),
            Plaats(regel=3),
        )
    return Punt(herkomst, int(omvang), wortel, _moment(regels[3:]), _hersteld(regels[3:]))


def lees_bewaard(tekst: str) -> Nota:
    """A note that holds a checkpoint. Raises `Geweigerd` with the line that is wrong."""
    nota = lees_nota(tekst)
    lees_punt(nota)
    return nota


def _moment(regels: list[str]) -> datetime | None:
    for regel in regels:
        if regel.startswith(TIJD):
            try:
                return datetime.strptime(regel[len(TIJD) :], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
            except ValueError:
                return None
    return None


def _hersteld(regels: list[str]) -> int | None:
    getallen = [regel[len(HERSTELD) :] for regel in regels if regel.startswith(HERSTELD)]
    return int(getallen[0]) if getallen and GETAL.fullmatch(getallen[0]) else None
