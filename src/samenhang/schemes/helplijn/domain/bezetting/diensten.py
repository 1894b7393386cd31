"""Which shifts may be planned: given one by one, or made from a shortest and a longest. Pure but for dated norms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.normen import norm
from samenhang.schemes.helplijn.domain.bezetting.lezen import Deel, lees_klok
from samenhang.schemes.helplijn.domain.bezetting.tijd import HALFUUR, Opening, klok, lees_vak

MEESTE_DIENSTEN: Final = 200
PAUZEPLEKKEN: Final = (0, -HALFUUR, HALFUUR)
"""A break lies in the middle, or half an hour around it."""


@dataclass(frozen=True, slots=True, order=True)
class Dienst:
    """From and to in minutes; during the unpaid half hour from `pauze` nobody answers."""

    van: int
    tot: int
    pauze: int | None = None

    @property
    def dekt(self) -> tuple[int, ...]:
        """The half hours in which its people answer."""
        return tuple(minuut for minuut in range(self.van, self.tot, HALFUUR) if minuut != self.pauze)

    @property
    def betaald(self) -> int:
        """Paid half hours."""
        return len(self.dekt)

    @property
    def naam(self) -> str:
        """ "08:00-16:30, pauze 12:00" without the words."""
        return f"{klok(self.van)}-{klok(self.tot)}" + (
            f" ({klok(self.pauze)})" if self.pauze is not None else ""
        )


@dataclass(frozen=True, slots=True)
class Maat:
    """Shifts of `kortst` to `langst` minutes of presence, beginning at every `stap` minutes."""

    kortst: int
    langst: int
    stap: int
    pauze_vanaf: int


@dataclass(frozen=True, slots=True)
class Dienstenset:
    """What may be planned: a list, or a measure from which every day makes its own."""

    lijst: tuple[Dienst, ...] = ()
    maat: Maat | None = None

    def voor(self, van: int, tot: int) -> tuple[Dienst, ...]:
        """The shifts that fit a day that is open between these."""
        if self.maat is None:
            return tuple(dienst for dienst in self.lijst if van <= dienst.van and dienst.tot <= tot)
        maat, uit = self.maat, []
        langst = min(maat.langst, tot - van)
        for lengte in range(min(maat.kortst, langst), langst + 1, HALFUUR):
            laatste = tot - lengte
            for begin in {*range(van, laatste + 1, maat.stap), laatste}:
                midden = begin + lengte // 2 // HALFUUR * HALFUUR
                if lengte > maat.pauze_vanaf:
                    uit += [Dienst(begin, begin + lengte, midden + plek) for plek in PAUZEPLEKKEN]
                else:
                    uit.append(Dienst(begin, begin + lengte))
        return tuple(sorted(uit, key=lambda d: (d.van, d.tot, d.pauze or 0)))


def lees_diensten(deel: Deel, naam: str, opening: Opening, dag: date) -> Dienstenset:
    """The shifts of a document: a list of {van, tot, pauze}, an object with a shortest and a longest, or nothing."""
    hoogst = int(norm("bezetting.dienst.hoogstens_uren", dag).waarde)
    if deel.heeft(naam) and isinstance(deel.velden[naam], list):
        return Dienstenset(tuple(d for d in deel.delen(naam, MEESTE_DIENSTEN, lambda rij: _dienst(rij, opening, hoogst)) if d))  # fmt: skip
    maat = Deel(deel.lezing, deel.velden[naam] if deel.heeft(naam) else {}, f"{deel.plek}/{naam}")
    kortst = maat.getal("kortst_uren", 1, hoogst, 4)
    langst = maat.getal("langst_uren", 1, hoogst, 8, Tekst("Een dienst duurt hoogstens zo lang (Arbeidstijdenwet art. 5:7).", "A shift lasts no longer (Arbeidstijdenwet art. 5:7)."))  # fmt: skip
    stap = maat.getal("begin_minuten", HALFUUR, 240, HALFUUR)
    if stap % HALFUUR:
        maat.fout("begin_minuten", "getal_onjuist", "is een veelvoud van 30.", "is a multiple of 30.")
    if langst and kortst > langst:
        maat.fout("langst_uren", "periode_omgekeerd", f"is korter dan de kortste dienst ({kortst} uur).", f"is shorter than the shortest shift ({kortst} hours).")  # fmt: skip
    maat.sluit()
    vanaf = int(norm("bezetting.pauze.vanaf_uren", dag).getal() * 60)
    return Dienstenset(maat=Maat(kortst * 60, langst * 60, stap or HALFUUR, vanaf))


def _dienst(rij: Deel, opening: Opening, hoogst: int) -> Dienst | None:
    vak = lees_vak(f"{rij.waarde('van')}-{rij.waarde('tot')}")
    pauze = lees_klok(rij.velden["pauze"]) if rij.heeft("pauze") else None
    if isinstance(vak, Tekst):
        rij.fout("van", "dienst_onjuist", f"de dienst {vak.nl}", f"the shift {vak.en}")
        return None
    van, tot = vak
    if rij.heeft("pauze") and (pauze is None or pauze % HALFUUR or not van < pauze < tot - HALFUUR + 1):
        rij.fout("pauze", "dienst_onjuist", "is het begin van een half uur binnen de dienst, zoals 12:00.", "is the beginning of a half hour within the shift, such as 12:00.")  # fmt: skip
        return None
    if tot - van > hoogst * 60:
        rij.fout("tot", "dienst_te_lang", f"de dienst duurt langer dan {hoogst} uur (Arbeidstijdenwet art. 5:7).", f"the shift lasts longer than {hoogst} hours (Arbeidstijdenwet art. 5:7).")  # fmt: skip
        return None
    if opening.uren and not any(a <= van and tot <= b for a, b in opening.uren.values()):
        rij.fout("van", "dienst_buiten_opening", f"{klok(van)}-{klok(tot)} past in geen enkele openingstijd. Kort de dienst in of open langer.", f"{klok(van)}-{klok(tot)} fits no opening hours. Shorten the shift or open longer.")  # fmt: skip
        return None
    return Dienst(van, tot, pauze)


def ongedekt(diensten: Sequence[Dienst], van: int, tot: int) -> tuple[int, ...]:
    """Half hours of a day that no shift covers."""
    gedekt = {minuut for dienst in diensten for minuut in dienst.dekt}
    return tuple(minuut for minuut in range(van, tot, HALFUUR) if minuut not in gedekt)
