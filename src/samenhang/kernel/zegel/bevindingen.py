"""What a check can find, each in a sentence that names the leaf or the checkpoint, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something that is wrong; `nummer` is the (first) leaf that it is about, when it is about leaves."""

    code: str
    tekst: Tekst
    nummer: int | None = None

    def document(self) -> dict[str, Any]:
        """For JSON and for the database."""
        return {"code": self.code, "blad": self.nummer, "tekst": self.tekst.nl, "text": self.tekst.en}


def _rij(log: str, rij_id: Any) -> tuple[str, str]:
    naam = {"audit": ("auditlog", "audit log"), "verwerking": ("verwerkingenlog", "processing log")}
    nl, en = naam.get(log, (log, log))
    return f"{nl}, rij {rij_id}", f"{en}, row {rij_id}"


def rij_weg(nummer: int, log: str, rij_id: Any) -> Bevinding:
    """A leaf without its row."""
    nl, en = _rij(log, rij_id)
    return Bevinding(
        "rij_weg",
        Tekst(
            f"Blad {nummer}: de rij is weg ({nl}). Zoek haar in een reservekopie.",
            f"Leaf {nummer}: the row is gone ({en}). Look for it in a backup.",
        ),
        nummer,
    )


def rij_anders(nummer: int, log: str, rij_id: Any, *, verwisseld: bool) -> Bevinding:
    """A row that is not what its leaf says."""
    nl, en = _rij(log, rij_id)
    if verwisseld:
        return Bevinding(
            "rij_verwisseld",
            Tekst(
                f"Blad {nummer}: hier staat de rij van een ander blad ({nl}). Vergelijk met een reservekopie.",
                f"Leaf {nummer}: the row of another leaf stands here ({en}). Compare with a backup.",
            ),
            nummer,
        )
    return Bevinding(
        "rij_gewijzigd",
        Tekst(
            f"Blad {nummer}: de rij is gewijzigd na het verzegelen ({nl}). Vergelijk met een reservekopie.",
            f"Leaf {nummer}: the row was changed after it was sealed ({en}). Compare with a backup.",
        ),
        nummer,
    )


def rij_oud(nummer: int, log: str, rij_id: Any) -> Bevinding:
    """A row that says to be older than a checkpoint that was made before it was sealed."""
    nl, en = _rij(log, rij_id)
    return Bevinding(
        "rij_teruggedateerd",
        Tekst(
            f"Blad {nummer}: de rij noemt een moment van ruim voor het controlepunt dat er al was ({nl}). Zij is later ingevoegd.",
            f"Leaf {nummer}: the row names a moment well before the checkpoint that was already there ({en}). It was inserted later.",
        ),
        nummer,
    )


def rij_ingevoegd(log: str, rij_id: Any) -> Bevinding:
    """A row without a leaf among rows that have theirs."""
    nl, en = _rij(log, rij_id)
    return Bevinding(
        "rij_ingevoegd",
        Tekst(
            f"Een rij zonder blad staat tussen rijen die al verzegeld zijn ({nl}). Zij is ingevoegd.",
            f"A row without a leaf stands among rows that were already sealed ({en}). It was inserted.",
        ),
    )


def blad_weg(nummer: int) -> Bevinding:
    """A number that is missing in the middle."""
    return Bevinding(
        "blad_weg",
        Tekst(
            f"Blad {nummer} ontbreekt. Wat erna komt is niet na te gaan. Zet de database terug uit een reservekopie.",
            f"Leaf {nummer} is missing. What comes after cannot be checked. Restore the database from a backup.",
        ),
        nummer,
    )


def staart_weg(naam: str, is_: int, omvang: int) -> Bevinding:
    """A checkpoint knows more leaves than there are."""
    return Bevinding(
        "staart_weg",
        Tekst(
            f"Blad {is_} en verder ontbreken: controlepunt {naam} telt er {omvang}. Het einde van het log is weg.",
            f"Leaf {is_} and later are missing: checkpoint {naam} counts {omvang}. The end of the log is gone.",
        ),
        is_,
    )


def wortel_anders(naam: str, omvang: int, eerste: int, van_buiten: bool) -> Bevinding:
    """The tree has another root than was promised."""
    if van_buiten:
        return Bevinding(
            "log_afgesplitst",
            Tekst(
                f"Controlepunt {naam} ({omvang} bladen) hoort bij een andere geschiedenis: ergens vanaf blad {eerste} is herschreven.",
                f"Checkpoint {naam} ({omvang} leaves) belongs to another history: somewhere from leaf {eerste} was rewritten.",
            ),
            eerste,
        )
    return Bevinding(
        "wortel_anders",
        Tekst(
            f"De bladen {eerste} tot en met {omvang - 1} geven niet de wortel van controlepunt {naam}: rij en blad zijn samen herschreven.",
            f"The leaves {eerste} up to {omvang - 1} do not give the root of checkpoint {naam}: row and leaf were rewritten together.",
        ),
        eerste,
    )


def tak_anders(eerste: int) -> Bevinding:
    """A kept subtree is not what its leaves give."""
    return Bevinding(
        "tak_anders",
        Tekst(
            f"Een bewaarde tak vanaf blad {eerste} past niet bij de bladen, of ontbreekt. Bewijzen kunnen nu mislukken.",
            f"A kept subtree from leaf {eerste} does not fit the leaves, or is missing. Proofs may fail now.",
        ),
        eerste,
    )


def stand_anders(bewaard: int, geteld: int) -> Bevinding:
    """What the sealer remembers is not what is there."""
    return Bevinding(
        "stand_anders",
        Tekst(
            f"De verzegelaar onthield {bewaard} bladen met een andere rand dan de {geteld} die er staan.",
            f"The sealer remembered {bewaard} leaves with another edge than the {geteld} that are there.",
        ),
        min(bewaard, geteld),
    )


def punt_onleesbaar(naam: str, reden: Tekst) -> Bevinding:
    """A checkpoint that cannot be read."""
    return Bevinding(
        "controlepunt_onleesbaar",
        Tekst(f"Controlepunt {naam}: {reden.nl}", f"Checkpoint {naam}: {reden.en}"),
    )


def punt_anders(naam: str, omvang: int) -> Bevinding:
    """The columns of a checkpoint do not say what was signed."""
    return Bevinding(
        "controlepunt_gewijzigd",
        Tekst(
            f"Controlepunt {naam}: de kolommen zeggen iets anders dan wat is ondertekend ({omvang} bladen).",
            f"Checkpoint {naam}: the columns say something else than was signed ({omvang} leaves).",
        ),
    )


def punt_korter(naam: str, omvang: int, vorige: int) -> Bevinding:
    """A log that got shorter."""
    return Bevinding(
        "controlepunt_korter",
        Tekst(
            f"Controlepunt {naam} telt {omvang} bladen, het vorige {vorige}. Een log wordt niet korter.",
            f"Checkpoint {naam} counts {omvang} leaves, the one before {vorige}. A log does not get shorter.",
        ),
    )


def handtekening_onjuist(naam: str) -> Bevinding:
    """A known key, another text."""
    return Bevinding(
        "handtekening_onjuist",
        Tekst(
            f"Controlepunt {naam}: de tekst is gewijzigd na het ondertekenen.",
            f"Checkpoint {naam}: the text was changed after it was signed.",
        ),
    )


def sleutel_vreemd(naam: str, nummers: str) -> Bevinding:
    """A key that is not ours."""
    return Bevinding(
        "sleutel_vreemd",
        Tekst(
            f"Controlepunt {naam} is ondertekend met een sleutel die niet de onze is ({nummers}).",
            f"Checkpoint {naam} was signed with a key that is not ours ({nummers}).",
        ),
    )


def medeondertekening_onjuist(naam: str, getuige: str) -> Bevinding:
    """A countersignature that is wrong."""
    return Bevinding(
        "medeondertekening_onjuist",
        Tekst(
            f"Controlepunt {naam}: de medeondertekening van {getuige} klopt niet.",
            f"Checkpoint {naam}: the countersignature of {getuige} is wrong.",
        ),
    )
