"""The roles of deploy/postgresql on a real server: what each can, and what the database shows past the application."""

from __future__ import annotations

import json
import os
import subprocess  # nosec
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tools.cluster import Cluster, programma

from tests.huis.opdrachten import HIER

DEPLOY = HIER / "deploy" / "postgresql"
SAMENHANG = [sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()"]
TELLEN = "SELECT count(*) FROM persoonsgegevens_naw"
SCHRIJFRECHTEN = """
SELECT count(*) FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
AND (pg_has_role('{0}', relowner, 'USAGE') OR (relkind = 'r' AND has_table_privilege('{0}', c.oid, 'TRUNCATE, TRIGGER, REFERENCES')))
"""
VUL = """
import django
django.setup()
from pathlib import Path
from tests.bouw import rij
from tests.staand import gemeente_met_zaak
gemeente_met_zaak(Path("{map}"), rij(1))
"""


class Server:
    """A cluster set up as the manual says, with one case stored by the application."""

    def __init__(self, cluster: Cluster, map_: Path) -> None:
        self.cluster, self.map = cluster, map_

    def url(self, rol: str) -> str:
        return urlsplit(self.cluster.url)._replace(netloc=f"{rol}@127.0.0.1:{self.cluster.poort}").geturl()

    def draai(self, rol: str, *opdracht: str, **env: str) -> subprocess.CompletedProcess[str]:
        meer = {
            "DATABASE_URL": self.url(rol),
            "SAMENHANG_DATAMAP": str(self.map / "data"),
            "DJANGO_SETTINGS_MODULE": "samenhang.config.settings",
            "PYTHONPATH": str(HIER),
        }
        return subprocess.run(
            opdracht, env=os.environ | meer | env, capture_output=True, text=True, check=False
        )  # nosec

    def samenhang(self, rol: str, *argumenten: str, **env: str) -> subprocess.CompletedProcess[str]:
        return self.draai(rol, *SAMENHANG, *argumenten, **env)

    def goed(self, rol: str, *argumenten: str) -> str:
        uit = self.samenhang(rol, *argumenten)
        assert uit.returncode == 0, uit.stderr
        return uit.stdout

    def console(self, rol: str, opdracht: str) -> str:
        return self.cluster.sql(self.url(rol), opdracht)

    def bestand(self, url: str, naam: str) -> None:
        uit = self.draai(
            "beheer", programma("psql"), "--no-psqlrc", "--quiet", f"--file={DEPLOY / naam}", url
        )
        assert uit.returncode == 0, uit.stderr


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Cluster() as cluster:
        cluster.sql(cluster.beheer, "DROP DATABASE samenhang")
        dit = Server(cluster, tmp_path_factory.mktemp("rollen"))
        dit.bestand(cluster.beheer, "rollen.sql")
        dit.bestand(cluster.beheer, "rollen.sql")  # twice is as once
        dit.goed("samenhang_eigenaar", "beheer", "migreer")
        dit.bestand(dit.url("samenhang_eigenaar"), "rechten.sql")
        vul = dit.draai("samenhang_app", sys.executable, "-c", VUL.format(map=dit.map))
        assert vul.returncode == 0, vul.stderr
        yield dit


def test_de_applicatie_bezit_niets_en_gaat_niet_langs_de_rijbeveiliging(server: Server) -> None:
    for rol in ("samenhang_app", "samenhang_zegel"):
        assert server.console("beheer", SCHRIJFRECHTEN.format(rol)) == "0"
        recht = f"SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = '{rol}'"
        assert server.console("beheer", recht) == "f"
    uit = json.loads(server.goed("samenhang_app", "beheer", "muur", "--json"))
    assert (uit["gebonden"], uit["eigenaar_van"], uit["open"]) == (True, [], [])


@pytest.mark.parametrize("rol", ["samenhang_app", "samenhang_eigenaar"])
def test_een_console_zonder_besluit_ziet_niemand(server: Server, rol: str) -> None:
    assert int(server.console("beheer", TELLEN)) > 0  # a superuser walks past everything: nobody works as one
    assert server.console(rol, TELLEN) == "0"
    assert server.console(rol, "SELECT count(*) FROM vroegsignalering_signaal") == "0"
    assert (
        server.console(
            rol, "WITH weg AS (DELETE FROM persoonsgegevens_naw RETURNING 1) SELECT count(*) FROM weg"
        )
        == "0"
    )
    assert int(server.console("beheer", TELLEN)) > 0


def test_de_applicatie_wijzigt_geen_logboek_en_leegt_geen_tabel(server: Server) -> None:
    for opdracht in (
        "DELETE FROM logboek_auditregel",
        "UPDATE logboek_verwerking SET naam = 'x'",
        "TRUNCATE persoonsgegevens_naw",
        "ALTER TABLE persoonsgegevens_naw DISABLE ROW LEVEL SECURITY",
        "DROP POLICY zien ON persoonsgegevens_naw",
        "SET ROLE samenhang_eigenaar",
        "SET SESSION AUTHORIZATION samenhang_kopie",
    ):
        with pytest.raises(RuntimeError, match=r"permission denied|must be owner|groeit alleen"):
            server.console("samenhang_app", opdracht)


def test_de_zegelaar_zegelt_en_ziet_geen_persoonsgegeven(server: Server) -> None:
    server.goed("samenhang_zegel", "beheer", "werker", "--een-ronde", "--alleen", "logboek.verzegelen")
    assert int(server.console("samenhang_zegel", "SELECT count(*) FROM zegel_blad")) > 0
    for tabel in ("persoonsgegevens_naw", "personen_persoon", "zaken_zaak"):
        with pytest.raises(RuntimeError, match=r"permission denied"):
            server.console("samenhang_zegel", f"SELECT count(*) FROM {tabel}")


def test_een_kopie_gaat_met_de_rol_van_de_kopie_en_met_geen_andere(server: Server, tmp_path: Path) -> None:
    def kopie(rol: str) -> subprocess.CompletedProcess[str]:
        doel = f"--file={tmp_path / rol}.sql"
        return server.draai(rol, programma("pg_dump"), "--no-owner", doel, server.url(rol))

    assert kopie("samenhang_kopie").returncode == 0
    tekst = (tmp_path / "samenhang_kopie.sql").read_text("utf-8")
    assert "FORCE ROW LEVEL SECURITY" in tekst
    assert "CREATE POLICY zien" in tekst
    for rol in ("samenhang_eigenaar", "samenhang_app"):
        uit = kopie(rol)
        assert uit.returncode != 0
        assert "row-level security" in uit.stderr or "permission denied" in uit.stderr
    with pytest.raises(RuntimeError, match=r"read-only transaction|permission denied"):
        server.console("samenhang_kopie", "DELETE FROM persoonsgegevens_naw")


def test_alleen_de_eigenaar_veegt_uit(server: Server) -> None:
    geweigerd = server.samenhang("samenhang_app", "beheer", "veeg-uit")
    assert geweigerd.returncode == 2
    assert json.loads(geweigerd.stderr)["code"] == "geen_eigenaar"
    server.goed("samenhang_eigenaar", "beheer", "veeg-uit")


def test_in_productie_start_niets_als_wie_langs_de_muur_gaat(server: Server) -> None:
    productie = {"SAMENHANG_ADRES": "https://samenhang.example", "SAMENHANG_SLEUTEL": "x7" * 32}
    for rol, code in (("beheer", "databaserol_te_ruim"), ("samenhang_kopie", "databaserol_te_ruim")):
        uit = server.samenhang(rol, "beheer", "werker", "--een-ronde", **productie)
        assert (uit.returncode, json.loads(uit.stderr.splitlines()[-1])["code"]) == (2, code)
    server.console("beheer", "ALTER TABLE persoonsgegevens_naw NO FORCE ROW LEVEL SECURITY")
    uit = server.samenhang("samenhang_app", "beheer", "muur")
    assert (uit.returncode, json.loads(uit.stderr)["code"]) == (2, "tabel_zonder_rijbeveiliging")
    server.goed("samenhang_eigenaar", "beheer", "migreer")
    server.goed("samenhang_app", "beheer", "muur")


def test_de_kopie_komt_niet_binnen_vanuit_het_netwerk_van_de_applicatie(server: Server) -> None:
    """This machine plays the network of the application; the database host is only its socket."""
    hba = server.cluster.map / "data" / "pg_hba.conf"
    eerder = hba.read_text("utf-8")
    regels = (DEPLOY / "pg_hba.conf").read_text("utf-8")
    for oud, nieuw in (
        ("127.0.0.1/32", "127.9.9.9/32"),
        ("10.20.0.0/24", "127.0.0.1/32"),
        ("hostssl", "host   "),
        ("scram-sha-256", "trust"),
    ):
        assert oud in regels
        regels = regels.replace(oud, nieuw)
    try:
        hba.write_text(regels + eerder, "utf-8")
        server.console("beheer", "SELECT pg_reload_conf()")
        assert (
            server.console("beheer", "SELECT count(*) FROM pg_hba_file_rules WHERE error IS NOT NULL") == "0"
        )
        assert server.console("samenhang_app", "SELECT 1") == "1"
        for rol in ("samenhang_kopie", "samenhang_eigenaar"):
            with pytest.raises(RuntimeError, match=r"pg_hba\.conf rejects connection"):
                server.console(rol, "SELECT 1")
        socket = (
            f"postgresql://samenhang_kopie@/samenhang?host={server.cluster.map}&port={server.cluster.poort}"
        )
        assert int(server.cluster.sql(socket, TELLEN)) > 0
    finally:
        hba.write_text(eerder, "utf-8")
        server.console("beheer", "SELECT pg_reload_conf()")
