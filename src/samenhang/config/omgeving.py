"""The environment of a deployment, read once and checked: every setting the operator can make."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Omgeving(BaseSettings):
    """Settings from variables that start with `SAMENHANG_`, and DATABASE_URL.

    Without any, Samenhang runs on SQLite in `./data`, for this machine only. `sleutel` keys sessions,
    the blind search index and pseudonyms: production refuses to start without one. `api_per_minuut`,
    `paginas_per_minuut` and `opdrachten_per_minuut` are the ceilings of the three doors. `thema` is a folder
    named after its theme class with the organisation's own NL Design System `theme.css`.
    """

    model_config = SettingsConfigDict(env_prefix="SAMENHANG_", extra="ignore")

    database_url: str = Field(
        default="",
        validation_alias="DATABASE_URL",
        description="`postgresql://user:password@host:port/name`; empty: SQLite in the data folder",
    )
    datamap: Path = Field(
        default=Path("data"), description="folder of SQLite, raw deliveries and error reports; mode 0700"
    )
    sleutel: str = Field(
        default="",
        description="secret of at least 50 characters; keys sessions, search index and pseudonyms. Required "
        "under https. Without it nobody can be found again: keep a copy apart from the backups",
    )
    demo: bool = Field(default=False, description="the demo: personas may log in without a password")
    ontwikkeling: bool = Field(
        default=False, description="for developers: readable log, causes of faults shown"
    )
    incidenten: Literal["bestand", "stderr"] = Field(
        default="bestand",
        description="where a command writes the cause of a fault that nobody foresaw: `bestand`, "
        "`incidenten.jsonl` in the data folder, or `stderr`; the services always log to stderr",
    )
    hosts: str = Field(
        default="",
        description="host names by which people reach it, comma-separated; this machine's own names always",
    )
    adres: str = Field(
        default="http://127.0.0.1:8000",
        description="address at which people reach it; `https://…` in production",
    )
    hsts_preload: bool = Field(
        default=False,
        description="say to browsers that this address may be put on their list of https-only sites; that "
        "cannot be undone for months, so only on purpose (hstspreload.org)",
    )
    schemes: str = Field(
        default="", description="which schemes to run, comma-separated; empty: all installed"
    )
    oidc_naam: str = Field(default="", description="name of the login provider on the login page")
    oidc_issuer: str = Field(
        default="", description="address of the OpenID Connect provider; empty: local accounts only"
    )
    oidc_client_id: str = Field(default="", description="our name at the provider")
    oidc_client_secret: str = Field(default="", description="our secret at the provider")
    oidc_rolclaim: str = Field(
        default="roles", description="claim that holds the groups or roles of the provider"
    )
    oidc_rollen: Path | None = Field(
        default=None,
        description="TOML file that says which claim means which role, with mandate and dates; empty: claims "
        "give no roles",
    )
    oidc_email: Literal["geverifieerd", "vertrouwd"] = Field(
        default="geverifieerd",
        description="`geverifieerd`: an account is found by an address that the provider calls verified; "
        "`vertrouwd`: for a provider that never sends `email_verified` and whose addresses nobody can choose",
    )
    oidc_tweede_factor: Literal["aanbieder", "zelf"] = Field(
        default="aanbieder",
        description="who sees to the second factor of who comes in by the provider: `aanbieder` or `zelf` (here)",
    )
    tweede_factor: bool = Field(
        default=True, description="workers must have a second factor; off in the demo whatever stands here"
    )
    sessie_minuten: int = Field(
        default=60, ge=5, le=720, description="a session without activity ends after so many minutes"
    )
    sessie_uren: int = Field(default=10, ge=1, le=24, description="every session ends after so many hours")
    proxies: int = Field(
        default=0,
        ge=0,
        le=5,
        description="how many proxies of your own stand in front; the client's address is read past them, for "
        "limits on attempts and the list of sessions",
    )
    smtp_host: str = Field(default="", description="mail server; empty: no mail is sent")
    smtp_poort: int = Field(default=587, description="port of the mail server")
    afzender: str = Field(default="samenhang@localhost", description="sender of mail")
    max_upload_mb: int = Field(default=512, description="largest delivery that is taken in, in megabytes")
    api_per_minuut: int = Field(
        default=600, ge=1, description="how many calls of the API one machine client may make in a minute"
    )
    paginas_per_minuut: int = Field(
        default=600, ge=1, description="how many pages one person may open or send in a minute"
    )
    opdrachten_per_minuut: int = Field(
        default=600, ge=1, description="how many commands may act for one worker in a minute"
    )
    brp_bestand: Path | None = Field(
        default=None,
        description="CSV extract of the BRP with which residence is checked (docs/brp.md); empty: workers look it "
        "up elsewhere and record the answer",
    )
    ddas_sleutel: Path | None = Field(
        default=None,
        description="PEM file with the RSA key that signs deliveries to CBS; empty: they are not signed",
    )
    ddas_certificaten: Path | None = Field(
        default=None, description="PEM file with the certificate of that key first, then its chain"
    )
    knooppunt: str = Field(
        default="",
        description="where messages to creditors go: the address of a node, or a folder that stands in for one "
        "(docs/knooppunt.md); empty: everything goes by letter",
    )
    knooppunt_geheimen: Path | None = Field(
        default=None,
        description="file with a line `KVK GEHEIM` for each municipality here that takes part in that node",
    )
    zegelmap: Path | None = Field(
        default=None,
        description="folder with the keys that seal the log, and those of partners; empty: `zegel` in the data folder",
    )
    kluis: str = Field(
        default="",
        description="where the keys of locked texts lie: a file, or `postgresql://…` of a database of its own (needed "
        "where more machines serve); empty: `kluis/sleutels.sqlite3` in the data folder. Backed up apart from the rest",
    )
    thema: Path | None = Field(
        default=None,
        description="folder with an own NL Design System `theme.css`, named after its theme class",
    )

    @property
    def https(self) -> bool:
        """Whether people reach this deployment over TLS."""
        return self.adres.startswith("https://")


@cache
def omgeving() -> Omgeving:
    """The environment of this process."""
    return Omgeving()
