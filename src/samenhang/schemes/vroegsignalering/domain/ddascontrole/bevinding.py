"""A finding: where, what is wrong, and whether it must be mended."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding, at a place such as `leveringen[0].vroegsignalen[3].bedrag`."""

    code: str
    plaats: str
    tekst: Tekst
    fout: bool = True


def bevinding(code: str, plaats: str, nl: str, en: str, *, fout: bool = True) -> Bevinding:
    """A finding of a kind, whose sentence begins with its place."""
    return Bevinding(code, plaats, Tekst(f"{plaats}: {nl}.", f"{plaats}: {en}."), fout)
