"""Django's settings, derived from the environment (`omgeving.py`) and the installed schemes."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from samenhang.config.databases import database
from samenhang.config.logs import logging_instelling
from samenhang.config.omgeving import omgeving
from samenhang.kernel.scheme.register import geinstalleerde_schemes, scheme_pakket

_omgeving = omgeving()
PAKKET = Path(__file__).resolve().parent.parent

DEMO = _omgeving.demo
DEBUG = _omgeving.ontwikkeling
if _omgeving.sleutel:
    SECRET_KEY = _omgeving.sleutel
elif _omgeving.https and not DEMO:
    raise ImproperlyConfigured(
        "SAMENHANG_SLEUTEL ontbreekt: zet een geheime sleutel van minstens 50 tekens "
        "(SAMENHANG_SLEUTEL is missing: set a secret of at least 50 characters)"
    )
else:
    _sleutelbestand = _omgeving.datamap / "sleutel"
    if not _sleutelbestand.exists():
        _omgeving.datamap.mkdir(parents=True, exist_ok=True)
        _sleutelbestand.write_text(secrets.token_urlsafe(64))
        _sleutelbestand.chmod(0o600)
    SECRET_KEY = _sleutelbestand.read_text().strip()

LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
"""Always allowed: probes on the machine itself ask by these names."""
ALLOWED_HOSTS = [
    *{naam.strip() for naam in _omgeving.hosts.split(",") if naam.strip()} - set(LOOPBACK),
    *LOOPBACK,
]
CSRF_TRUSTED_ORIGINS = [_omgeving.adres]
BASISADRES = _omgeving.adres

KERNEL_APPS = [
    "samenhang.kernel.organisaties",
    "samenhang.kernel.personen",
    "samenhang.kernel.persoonsgegevens",
    "samenhang.kernel.logboek",
    "samenhang.kernel.zaken",
    "samenhang.kernel.verstrekkingen",
    "samenhang.kernel.plichten",
    "samenhang.kernel.herhaling",
    "samenhang.kernel.aanlevering",
    "samenhang.kernel.cijfers",
]
SCHEME_APPS = [scheme_pakket(naam) for naam in geinstalleerde_schemes()]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    *KERNEL_APPS,
    *SCHEME_APPS,
    "samenhang.web",
    "samenhang.api",
]
MIDDLEWARE = [
    "samenhang.web.verzoeken.Verzoekregel",
    "django.middleware.security.SecurityMiddleware",
    "samenhang.web.csp.Kopregels",
    "samenhang.api.deur.Probleemdocumenten",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "samenhang.config.urls"
WSGI_APPLICATION = "samenhang.config.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samenhang.web.context.huis",
            ],
            "builtins": ["samenhang.web.templatetags.samenhang", "samenhang.web.templatetags.onderdelen"],
        },
    }
]

DATABASES = {"default": database(_omgeving.database_url, _omgeving.datamap)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATAMAP = _omgeving.datamap

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = _omgeving.datamap / "static"
THEMA = _omgeving.thema
STATICFILES_DIRS = [("thema", str(THEMA))] if THEMA else []
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

AUTH_USER_MODEL = "organisaties.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
CSRF_FAILURE_VIEW = "samenhang.web.fouten.formulier_verlopen"
LOGIN_URL = "/inloggen"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "samenhang.web.inloggen.Adapter"
SOCIALACCOUNT_ADAPTER = "samenhang.web.inloggen.OidcAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Samenhang"
OIDC_ROLCLAIM = _omgeving.oidc_rolclaim
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "oidc",
                "name": _omgeving.oidc_naam or "OpenID Connect",
                "client_id": _omgeving.oidc_client_id,
                "secret": _omgeving.oidc_client_secret,
                "settings": {"server_url": _omgeving.oidc_issuer},
            }
        ]
        if _omgeving.oidc_issuer
        else [],
    }
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _omgeving.https
CSRF_COOKIE_SECURE = _omgeving.https
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if _omgeving.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _omgeving.https else None
SESSION_COOKIE_AGE = 8 * 3600

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
MAX_UPLOAD_BYTES = _omgeving.max_upload_mb * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
API_PER_MINUUT = _omgeving.api_per_minuut

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _omgeving.smtp_host
    else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST = _omgeving.smtp_host
EMAIL_PORT = _omgeving.smtp_poort
DEFAULT_FROM_EMAIL = _omgeving.afzender

LOGGING = logging_instelling(leesbaar=DEBUG)
