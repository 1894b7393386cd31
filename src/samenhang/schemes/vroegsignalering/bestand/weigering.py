"""The refusal of a whole file, with its F code."""

from __future__ import annotations

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.vroegsignalering.bestand.codes import zin


class BestandGeweigerd(Geweigerd):
    """A file was refused as a whole; nothing of it is kept but its hash and this reason."""

    def __init__(
        self,
        code: str,
        bestand: str,
        waarde: str | Tekst = "",
        *,
        regel: int | None = None,
        kolom: str = "",
        plek: str = "",
        hint: Tekst | None = None,
        fouten: tuple[Fout, ...] = (),
    ) -> None:
        tekst = zin(code, waarde)
        if hint:
            tekst = Tekst(f"{tekst.nl} {hint.nl}", f"{tekst.en} {hint.en}")
        self.bestand = bestand
        super().__init__(
            code,
            tekst,
            fouten=fouten or (Fout(code, tekst, Plaats(bestand, regel, kolom, plek)),),
        )


def te_lang(naam: str, regel: int, plek: str = "") -> BestandGeweigerd:
    """The refusal of a file with a row that no honest export has."""
    waar = Tekst(plek or f"regel {regel}", plek or f"line {regel}")
    wat = Tekst(f"{waar.nl} is langer dan 64 kB", f"{waar.en} is longer than 64 kB")
    return BestandGeweigerd("F12", naam, wat, regel=regel, plek=plek)
