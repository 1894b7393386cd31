"""A node over HTTP. The interface is that of our own stand-in (docs/knooppunt.md); a connector of the real one goes here."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from base64 import b64decode
from collections.abc import Sequence
from datetime import datetime
from http.client import HTTPException, HTTPMessage
from typing import IO, Any, Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.spoor import uitgaand
from samenhang.schemes.schuldhulp.knooppunt.poort import (
    Ligging,
    Onbereikbaar,
    ander_bericht,
    onbekende_deelnemer,
)

WACHT_S: Final = 15
HOOGSTENS: Final = 32_000_000
"""Bytes of an answer that are read."""


class Netwerkknooppunt:
    """The node at `adres` for the participant whose secret this is."""

    def __init__(self, adres: str, geheim: str) -> None:
        self._adres, self._geheim = adres.rstrip("/"), geheim

    def plaats(self, nummer: UUID, bericht: bytes) -> Ligging:
        """See `Knooppunt`."""
        return _ligging(self._vraag("PUT", f"/berichten/{nummer}", bericht))

    def wachtend(self) -> Sequence[tuple[UUID, bytes]]:
        """See `Knooppunt`."""
        document = self._vraag("GET", "/berichten")
        try:
            return [(UUID(deel["nummer"]), b64decode(deel["bericht"])) for deel in document["berichten"]]
        except (KeyError, TypeError, ValueError) as fout:
            raise Onbereikbaar("antwoord onleesbaar") from fout

    def bevestig(self, nummer: UUID) -> None:
        """See `Knooppunt`."""
        self._vraag("POST", f"/berichten/{nummer}/ontvangst", b"")

    def ligging(self, nummer: UUID) -> Ligging | None:
        """See `Knooppunt`."""
        document = self._vraag("GET", f"/berichten/{nummer}")
        return _ligging(document) if document.get("geplaatst") else None

    def _vraag(self, methode: str, pad: str, lijf: bytes | None = None) -> dict[str, Any]:
        kop = {"Authorization": f"Bearer {self._geheim}", "Content-Type": "application/json"} | uitgaand()
        verzoek = urllib.request.Request(self._adres + pad, data=lijf, headers=kop, method=methode)
        try:
            with urllib.request.build_opener(_GeenOmweg()).open(verzoek, timeout=WACHT_S) as antwoord:
                return _document(antwoord.read(HOOGSTENS))
        except urllib.error.HTTPError as fout:
            raise _weigering(fout.code, fout.read(10_000)) from fout
        except (OSError, ValueError, HTTPException) as fout:
            raise Onbereikbaar(type(fout).__name__) from fout


class _GeenOmweg(urllib.request.HTTPRedirectHandler):
    """A message goes to the address that was agreed and nowhere else."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:  # fmt: skip
        """Never."""
        return None


def _document(lijf: bytes) -> dict[str, Any]:
    document = json.loads(lijf or b"{}")
    if not isinstance(document, dict):
        raise ValueError("no object")
    return document


def _ligging(document: dict[str, Any]) -> Ligging:
    def moment(naam: str) -> datetime | None:
        return None if document.get(naam) is None else datetime.fromisoformat(document[naam])

    try:
        geplaatst = moment("geplaatst")
        if geplaatst is None or geplaatst.tzinfo is None:
            raise ValueError("no moment")
        return Ligging(geplaatst, moment("opgehaald"), moment("gewist"))
    except (TypeError, ValueError) as fout:
        raise Onbereikbaar("antwoord onleesbaar") from fout


def _weigering(status: int, lijf: bytes) -> Geweigerd:
    """What the node refused. Its text is not repeated: it could hold anything."""
    try:
        code = str(_document(lijf).get("code", ""))
    except ValueError:
        code = ""
    bekend = {"nummer_bezet": ander_bericht, "deelnemer_onbekend": onbekende_deelnemer}
    if code in bekend:
        return bekend[code]()
    if status >= 500 or status in (408, 429):
        return Onbereikbaar(str(status))
    return Geweigerd("knooppunt_weigert", Tekst(f"Het knooppunt weigert het bericht ({status}). Vraag uw beheerder.", f"The node refuses the message ({status}). Ask your administrator."), status=409)  # fmt: skip
