"""The environment of a deployment, read once and checked: every setting the operator can make."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Omgeving(BaseSettings):
    """Settings from variables that start with `SAMENHANG_`, and DATABASE_URL.

    Without any, Samenhang runs on SQLite in `./data`, for this machine only. `sleutel` keys sessions,
    the blind search index and pseudonyms: production refuses to start without one. `api_per_minuut` is the
    ceiling of API calls per client and process. `thema` is a folder
    named after its theme class with the organisation's own NL Design System `theme.css`.
    """

    model_config = SettingsConfigDict(env_prefix="SAMENHANG_", extra="ignore")

    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    datamap: Path = Path("data")
    sleutel: str = ""
    demo: bool = False
    ontwikkeling: bool = False
    hosts: str = "localhost,127.0.0.1,[::1]"
    adres: str = "http://127.0.0.1:8000"
    schemes: str = ""
    oidc_naam: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_rolclaim: str = "roles"
    smtp_host: str = ""
    smtp_poort: int = 587
    afzender: str = "samenhang@localhost"
    max_upload_mb: int = 512
    api_per_minuut: int = Field(default=600, ge=1)
    brp_bestand: str = ""
    thema: Path | None = None

    @property
    def https(self) -> bool:
        """Whether people reach this deployment over TLS."""
        return self.adres.startswith("https://")


@cache
def omgeving() -> Omgeving:
    """The environment of this process."""
    return Omgeving()
