"""A prepared world, put back before every trial: the database and the folder with files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.gedood.sterven import laat_los
from tests.weggooien import gooi_weg

if TYPE_CHECKING:
    import psycopg


class Wereld:
    """The database of this process and its folder. Copies stand beside them, and go with `ruim_op`."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self._url = os.environ.get("DATABASE_URL", "")
        self._naam = urlsplit(self._url).path.lstrip("/")
        self._kopieen: set[str] = set()

    @property
    def postgresql(self) -> bool:
        """Whether the database stands in a server, and not in the folder."""
        return bool(self._url)

    def bewaar(self, als: str) -> None:
        """Keep what stands now under a name."""
        laat_los()
        self._kopieen.add(als)
        if self._url:
            self._beheer(f"CREATE DATABASE {self._naam}_{als} TEMPLATE {self._naam}")
        shutil.copytree(self.map, self._kopie(als))

    def zet_terug(self, als: str) -> None:
        """Make it so again."""
        laat_los()
        if self._url:
            self._gooi_weg(self._naam)
            self._beheer(f"CREATE DATABASE {self._naam} TEMPLATE {self._naam}_{als}")
        shutil.rmtree(self.map)
        shutil.copytree(self._kopie(als), self.map)

    def ruim_op(self) -> None:
        """Throw the copies away."""
        laat_los()
        for als in self._kopieen:
            shutil.rmtree(self._kopie(als))
            if self._url:
                self._gooi_weg(f"{self._naam}_{als}")

    def _kopie(self, als: str) -> Path:
        return self.map.with_name(f"{self.map.name}.{als}")

    def _gooi_weg(self, naam: str) -> None:
        with self._server() as verbinding:
            gooi_weg(verbinding, naam)

    def _beheer(self, opdracht: str) -> None:
        with self._server() as verbinding:
            verbinding.execute(opdracht)

    def _server(self) -> psycopg.Connection:
        import psycopg

        return psycopg.connect(urlsplit(self._url)._replace(path="/postgres").geturl(), autocommit=True)
