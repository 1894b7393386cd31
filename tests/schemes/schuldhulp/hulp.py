"""The black box as an auditor meets it: a name and bytes in, exit code, stdout and stderr out."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.schemes.schuldhulp.domain.antwoord import bereken


@dataclass(frozen=True)
class Afloop:
    """How a command ended."""

    code: int
    stdout: str
    stderr: str

    @property
    def document(self) -> dict[str, Any]:
        return json.loads(self.stdout)  # type: ignore[no-any-return]

    @property
    def probleem(self) -> dict[str, Any]:
        return json.loads(self.stderr)  # type: ignore[no-any-return]


class Opdracht:
    """`samenhang schuldhulp …` in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self._monkeypatch.setenv("SAMENHANG_TAAL", "nl")

    def __call__(self, *argumenten: str, stdin: bytes = b"") -> Afloop:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as einde:
            hoofd(["schuldhulp", *argumenten])
        uit = self._capsys.readouterr()
        return Afloop(int(einde.value.code or 0), uit.out, uit.err)

    def bereken(self, naam: str, document: Any) -> Afloop:
        inhoud = document if isinstance(document, bytes) else json.dumps(document).encode()
        return self("bereken", naam, stdin=inhoud)


def vordering(id_: str, bedrag: str, rang: str = "concurrent") -> dict[str, str]:
    return {"id": id_, "bedrag": bedrag, "rang": rang}


def uitkeringen(document: dict[str, Any]) -> dict[str, str]:
    return {rij["id"]: rij["bedrag"] for rij in document["uitkeringen"]}


__all__ = ["Afloop", "Opdracht", "bereken", "uitkeringen", "vordering"]
