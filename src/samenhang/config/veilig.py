"""What may not go together: a deployment that would let strangers in does not start."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from samenhang.config.omgeving import Omgeving

DEZE_MACHINE = {"localhost", "127.0.0.1", "::1", "[::1]"}


def weiger_demo_in_productie(omgeving: Omgeving) -> None:
    """The demo lets anyone in without a password, so it is for this machine only.

    Refused together with anything that belongs to production: PostgreSQL, https, a host name or an address
    other than this machine's own. Raises `ImproperlyConfigured` naming what stands in the way.
    """
    if not omgeving.demo:
        return
    bezwaren = []
    if omgeving.database_url.startswith(("postgres://", "postgresql://")):
        bezwaren.append("DATABASE_URL is PostgreSQL")
    if omgeving.https:
        bezwaren.append("SAMENHANG_ADRES is https")
    elif urlsplit(omgeving.adres).hostname not in DEZE_MACHINE:
        bezwaren.append("SAMENHANG_ADRES")
    if {naam.strip() for naam in omgeving.hosts.split(",") if naam.strip()} - DEZE_MACHINE:
        bezwaren.append("SAMENHANG_HOSTS")
    if omgeving.oidc_issuer:
        bezwaren.append("SAMENHANG_OIDC_ISSUER")
    if bezwaren:
        raise ImproperlyConfigured(
            "SAMENHANG_DEMO laat iedereen binnen zonder wachtwoord en gaat niet samen met productie "
            "(lets anyone in without a password and does not go with production): " + ", ".join(bezwaren)
        )


def controleer_oidc(omgeving: Omgeving) -> None:
    """A provider is reached over TLS, unless it runs on this machine, and knows us by name and secret.

    Raises `ImproperlyConfigured`.
    """
    if not omgeving.oidc_issuer:
        return
    delen = urlsplit(omgeving.oidc_issuer)
    if delen.scheme != "https" and delen.hostname not in DEZE_MACHINE:
        raise ImproperlyConfigured("SAMENHANG_OIDC_ISSUER begint met https:// (starts with https://)")
    if not omgeving.oidc_client_id or not omgeving.oidc_client_secret:
        raise ImproperlyConfigured(
            "SAMENHANG_OIDC_CLIENT_ID en SAMENHANG_OIDC_CLIENT_SECRET ontbreken (are missing)"
        )
