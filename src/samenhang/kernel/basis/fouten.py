"""Refusals that help: a code, where it went wrong, what is wrong and what to do, in both languages.

The page, the API (RFC 9457 problem document) and the terminal all render the same `Fout`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samenhang.kernel.basis.tekst import Taal, Tekst


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where in the input: file, line (the header is 1), column or field. Empty parts are unknown.

    `plek` is the place in the file's own terms when these are others: a cell, a JSON pointer.
    """

    bestand: str = ""
    regel: int | None = None
    kolom: str = ""
    plek: str = ""


@dataclass(frozen=True, slots=True)
class Fout:
    """One thing that is wrong. `code` is stable and documented; `tekst` names fault and remedy."""

    code: str
    tekst: Tekst
    plaats: Plaats = field(default_factory=Plaats)


class Geweigerd(Exception):
    """An action was refused, and nothing was stored.

    `status` is the HTTP status of the refusal (400 wrong input, 401 not logged in, 403 not allowed,
    404 not found, 409 not possible now, 413 too large); the CLI exits 2 on all of them. Subclasses
    give a refusal its own name where callers tell them apart.
    """

    status: int = 400

    def __init__(
        self, code: str, tekst: Tekst, *, fouten: tuple[Fout, ...] = (), status: int | None = None
    ) -> None:
        super().__init__(f"{code}: {tekst.nl}")
        self.code = code
        self.tekst = tekst
        self.fouten = fouten
        if status is not None:
            self.status = status

    @property
    def bijzonderheden(self) -> tuple[Fout, ...]:
        """The faults that say more than the refusal itself, each sentence once."""
        anders = {fout.tekst: fout for fout in self.fouten if fout.tekst != self.tekst}
        return tuple(anders.values())

    @staticmethod
    def bij(kolom: str, code: str, tekst: Tekst, *, status: int | None = None) -> Geweigerd:
        """A refusal because of one column or field, which it names as its place."""
        return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(kolom=kolom)),), status=status)

    def probleem(self, taal: Taal | str = Taal.NL) -> dict[str, Any]:
        """The refusal as an RFC 9457 problem document with Dutch member names."""
        document: dict[str, Any] = {
            "type": f"urn:samenhang:probleem:{self.code}",
            "status": self.status,
            "title": self.tekst.in_taal(taal),
            "detail": self.tekst.in_taal(taal),
            "code": self.code,
            "tekst": self.tekst.nl,
            "text": self.tekst.en,
        }
        if self.fouten:
            document["fouten"] = [
                {
                    "code": fout.code,
                    "bestand": fout.plaats.bestand,
                    "regel": fout.plaats.regel,
                    "kolom": fout.plaats.kolom,
                    "plek": fout.plaats.plek,
                    "tekst": fout.tekst.nl,
                    "text": fout.tekst.en,
                }
                for fout in self.fouten
            ]
        return document
