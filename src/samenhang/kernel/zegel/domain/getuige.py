"""Being a witness: what a log asks (C2SP tlog-witness), and whether it may be granted."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samenhang.kernel.basis import Geweigerd, Plaats, Tekst
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.controlepunt import GETAL, Punt, lees_punt
from samenhang.kernel.zegel.domain.nota import LOG, Nota, Sleutel, lees_nota, van, weiger

HOOGSTENS_PAD = 63


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """A log asks to countersign `punt`, and proves that it continues its log of `oud` leaves."""

    oud: int
    bewijs: tuple[bytes, ...]
    nota: Nota
    punt: Punt


class Afsplitsing(Geweigerd):
    """A log does not continue what it showed before: it shows different histories to different people."""

    status = 422


class AndereStand(Geweigerd):
    """The proof starts from another size than the one last countersigned; `omvang` is that size."""

    status = 409

    def __init__(self, omvang: int) -> None:
        super().__init__(
            "oude_omvang_anders",
            Tekst(
                f"Het bewijs begint niet bij {omvang} bladen, en dat is wat hier het laatst is medeondertekend. Vraag een bewijs vanaf {omvang}.",
                f"The proof does not begin at {omvang} leaves, and that is what was last countersigned here. Ask for a proof from {omvang}.",
            ),
        )
        self.omvang = omvang


def schrijf_aanvraag(oud: int, bewijs: Sequence[bytes], nota: str) -> str:
    """The body of an `add-checkpoint` call, and of the file that does the same by hand."""
    regels = [f"old {oud}", *(base64.b64encode(deel).decode() for deel in bewijs), ""]
    return "".join(f"{regel}\n" for regel in regels) + nota


def lees_aanvraag(tekst: str) -> Aanvraag:
    """The body of an `add-checkpoint` call. Raises `Geweigerd` with the line that is wrong."""
    kop, scheiding, rest = tekst.replace("\r\n", "\n").partition("\n\n")
    regels = kop.split("\n")
    if not scheiding or not regels[0].startswith("old ") or not GETAL.fullmatch(regels[0][4:]):
        raise weiger(
            "aanvraag_zonder_begin",
            Tekst(
                'Regel 1 is "old" met het aantal bladen van de vorige keer, bijvoorbeeld "old 0". Daarna het bewijs, een lege regel en het controlepunt.',
                'Line 1 is "old" with the number of leaves of the last time, such as "old 0". Then the proof, an empty line and the checkpoint.',
            ),
            Plaats(regel=1),
        )
    if len(regels) - 1 > HOOGSTENS_PAD:
        raise weiger(
            "bewijs_te_lang",
            Tekst(
                f"Een bewijs heeft hoogstens {HOOGSTENS_PAD} regels; dit heeft er {len(regels) - 1}.",
                f"A proof has at most {HOOGSTENS_PAD} lines; this has {len(regels) - 1}.",
            ),
            Plaats(regel=HOOGSTENS_PAD + 2),
        )
    bewijs = tuple(_hash(regel, nummer) for nummer, regel in enumerate(regels[1:], 2))
    nota = lees_nota(rest)
    aanvraag = Aanvraag(int(regels[0][4:]), bewijs, nota, lees_punt(nota))
    if aanvraag.oud > aanvraag.punt.omvang:
        raise weiger(
            "oud_groter_dan_nieuw",
            Tekst(
                f"Het bewijs begint bij {aanvraag.oud} bladen, maar het controlepunt heeft er {aanvraag.punt.omvang}. Een log wordt niet korter.",
                f"The proof begins at {aanvraag.oud} leaves, but the checkpoint has {aanvraag.punt.omvang}. A log does not get shorter.",
            ),
            Plaats(regel=1),
        )
    return aanvraag


def _hash(regel: str, nummer: int) -> bytes:
    try:
        ruw = base64.b64decode(regel, validate=True)
    except (binascii.Error, ValueError):
        ruw = b""
    if len(ruw) != 32:
        raise weiger(
            "bewijs_onleesbaar",
            Tekst(
                f"Regel {nummer} van het bewijs is geen hash van 32 bytes in base64.",
                f"Line {nummer} of the proof is no hash of 32 bytes in base64.",
            ),
            Plaats(regel=nummer),
        )
    return ruw


def beoordeel(aanvraag: Aanvraag, vorig: Punt | None, sleutels: Iterable[Sleutel]) -> None:
    """Whether a witness that last countersigned `vorig` may countersign this.

    `sleutels`: the log keys that are trusted. Raises `Geweigerd` as `herken` says, `AndereStand` (409), and
    `Afsplitsing` (422) when the new log is no continuation of the old.
    """
    herken(aanvraag, sleutels)
    punt = aanvraag.punt
    oud, wortel = (vorig.omvang, vorig.wortel) if vorig else (0, boom.LEEG)
    if aanvraag.oud != oud:
        raise AndereStand(oud)
    if not boom.voortgezet(oud, punt.omvang, aanvraag.bewijs, wortel, punt.wortel):
        raise Afsplitsing(
            "log_afgesplitst",
            Tekst(
                f'Het log "{punt.herkomst[:100]}" gaat bij {punt.omvang} bladen niet verder op de {oud} bladen die wij medeondertekenden. Dit is niet ondertekend. Vraag de partner om uitleg en meld het aan de FG.',
                f'The log "{punt.herkomst[:100]}" at {punt.omvang} leaves does not continue the {oud} leaves that we countersigned. This was not signed. Ask the partner to explain and tell the data protection officer.',
            ),
            status=409 if oud == punt.omvang else 422,
        )


def herken(aanvraag: Aanvraag, sleutels: Iterable[Sleutel]) -> None:
    """Whether a log that is trusted asks this. Raises `Geweigerd` 404 for one that is not known, 403 when none of its keys signed."""
    punt = aanvraag.punt
    van_dit_log = [sleutel for sleutel in sleutels if sleutel.soort == LOG and sleutel.naam == punt.herkomst]
    if not van_dit_log:
        raise Geweigerd(
            "log_onbekend",
            Tekst(
                f'Het log "{punt.herkomst[:100]}" is hier niet bekend. Laat de beheerder de sleutel van deze partner toevoegen.',
                f'The log "{punt.herkomst[:100]}" is not known here. Have the administrator add the key of this partner.',
            ),
            status=404,
        )
    if not van(aanvraag.nota, van_dit_log):
        raise Geweigerd(
            "handtekening_onjuist",
            Tekst(
                f'Geen handtekening klopt met de sleutel van "{punt.herkomst[:100]}". Ga na of de partner een nieuwe sleutel heeft.',
                f'No signature matches the key of "{punt.herkomst[:100]}". Check whether the partner has a new key.',
            ),
            status=403,
        )


def aanvaardbaar(aanvraag: Aanvraag, vorig: Punt | None, sleutels: Iterable[Sleutel]) -> None:
    """Whether a witness may accept, knowingly, that a log does not continue what it countersigned.

    Its organisation must have declared the restore under its signature, over at least what was countersigned.
    Raises `Geweigerd` as `herken` says, and 409 when there is nothing to accept or nothing was declared.
    """
    herken(aanvraag, sleutels)
    punt = aanvraag.punt
    if vorig is None:
        raise Geweigerd(
            "niets_te_aanvaarden",
            Tekst(
                "Van dit log is hier nog niets medeondertekend. Onderteken het gewoon mee.",
                "Nothing of this log was countersigned here yet. Countersign it as usual.",
            ),
            status=409,
        )
    if punt.hersteld is None or punt.hersteld < vorig.omvang:
        raise Geweigerd(
            "herstel_niet_verklaard",
            Tekst(
                f"Dit controlepunt verklaart niet dat een log van {vorig.omvang} bladen is hersteld. Vraag de partner om zijn herstel te verklaren (samenhang logboek hersteld {vorig.omvang} REDEN).",
                f"This checkpoint does not declare that a log of {vorig.omvang} leaves was restored. Ask the partner to declare its restore (samenhang logboek hersteld {vorig.omvang} REASON).",
            ),
            status=409,
        )
