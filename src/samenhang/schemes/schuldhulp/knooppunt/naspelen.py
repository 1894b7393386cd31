"""The node in a folder as a server of its own, for the demo and for tests: `python -m … MAP --deelnemer KVK=GEHEIM …`.

It says on which address it listens as its first line of output. It is no part of a deployment.
"""

from __future__ import annotations

import hmac
import json
import os
import sys
from argparse import ArgumentParser
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import HOOGSTENS
from samenhang.schemes.schuldhulp.knooppunt.map import Mapknooppunt
from samenhang.schemes.schuldhulp.knooppunt.poort import Ligging


def maak_server(map_: Path, geheimen: dict[str, str], laatste_dag: Callable[[date], date], poort: int = 0) -> ThreadingHTTPServer:  # fmt: skip
    """A server on this machine over the folder; `geheimen` says which secret is of which participant."""
    deelnemers, slot = frozenset(geheimen), Lock()

    class Verzoek(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._antwoord(self._lees)

        def do_PUT(self) -> None:
            self._antwoord(self._plaats)

        def do_POST(self) -> None:
            self._antwoord(self._bevestig)

        def _lees(self, knooppunt: Mapknooppunt, delen: list[str], lijf: bytes) -> dict[str, Any]:
            if delen == ["berichten"]:
                return {
                    "berichten": [
                        {"nummer": str(nummer), "bericht": b64encode(bericht).decode()}
                        for nummer, bericht in knooppunt.wachtend()
                    ]
                }
            ligging = knooppunt.ligging(_nummer(delen, 2))
            return _ligging(ligging) if ligging else {"geplaatst": None}

        def _plaats(self, knooppunt: Mapknooppunt, delen: list[str], lijf: bytes) -> dict[str, Any]:
            return _ligging(knooppunt.plaats(_nummer(delen, 2), lijf))

        def _bevestig(self, knooppunt: Mapknooppunt, delen: list[str], lijf: bytes) -> dict[str, Any]:
            if delen[2:] != ["ontvangst"]:
                raise _onbekend_pad()
            knooppunt.bevestig(_nummer(delen, 3))
            return {}

        def _antwoord(self, doe: Callable[[Mapknooppunt, list[str], bytes], dict[str, Any]]) -> None:
            geheim = self.headers.get("Authorization", "").removeprefix("Bearer ").encode()
            wie = next((kvk for kvk, ander in geheimen.items() if hmac.compare_digest(ander.encode(), geheim)), None)  # fmt: skip
            lengte = self.headers.get("Content-Length", "0")
            lijf = self.rfile.read(min(int(lengte), HOOGSTENS + 1)) if lengte.isdecimal() else b""
            try:
                if wie is None:
                    raise Geweigerd("geheim_onjuist", Tekst("Geef het geheim van een deelnemer.", "Give the secret of a participant."), status=401)  # fmt: skip
                with slot:
                    self._schrijf(200, doe(Mapknooppunt(map_, wie, laatste_dag, timezone.now, deelnemers), self.path.strip("/").split("/"), lijf))  # fmt: skip
            except Geweigerd as nee:
                self._schrijf(nee.status, {"code": nee.code, "tekst": nee.tekst.nl, "text": nee.tekst.en})

        def _schrijf(self, status: int, document: dict[str, Any]) -> None:
            lijf = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(lijf)))
            self.end_headers()
            self.wfile.write(lijf)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the folder says what happened."""

    return ThreadingHTTPServer(("127.0.0.1", poort), Verzoek)


def _ligging(ligging: Ligging) -> dict[str, Any]:
    return {
        "geplaatst": ligging.geplaatst.isoformat(),
        "opgehaald": ligging.opgehaald.isoformat() if ligging.opgehaald else None,
        "gewist": ligging.gewist.isoformat() if ligging.gewist else None,
    }


def _nummer(delen: list[str], hoeveel: int) -> UUID:
    try:
        if len(delen) != hoeveel or delen[0] != "berichten":
            raise ValueError
        return UUID(delen[1])
    except ValueError as fout:
        raise _onbekend_pad() from fout


def _onbekend_pad() -> Geweigerd:
    return Geweigerd("pad_onbekend", Tekst("Dit adres is er niet.", "This address is not here."), status=404)


def main() -> None:
    """Serve until it is ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenhang.config.settings")
    keuze = ArgumentParser(description=__doc__)
    keuze.add_argument("map", type=Path)
    keuze.add_argument("--poort", type=int, default=0)
    keuze.add_argument("--deelnemer", action="append", default=[], metavar="KVK=GEHEIM")
    gekozen = keuze.parse_args()
    import django

    django.setup()
    from samenhang.schemes.schuldhulp.knooppunt.adres import laatste_dag

    geheimen = dict(deel.split("=", 1) for deel in gekozen.deelnemer)
    server = maak_server(gekozen.map, geheimen, laatste_dag, gekozen.poort)
    sys.stdout.write(f"http://127.0.0.1:{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
