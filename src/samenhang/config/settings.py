"""Django's settings, derived from the environment (`omgeving.py`) and the installed schemes."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from samenhang.config.databases import database
from samenhang.config.logs import logging_instelling
from samenhang.config.omgeving import omgeving
from samenhang.config.veilig import controleer_oidc, weiger_demo_in_productie
from samenhang.kernel.organisaties.rolafbeelding import lees_rolafbeelding
from samenhang.kernel.scheme.register import geinstalleerde_schemes, scheme_pakket

_omgeving = omgeving()
PAKKET = Path(__file__).resolve().parent.parent

DEMO = _omgeving.demo
DEBUG = _omgeving.ontwikkeling
weiger_demo_in_productie(_omgeving)
if 0 < len(_omgeving.sleutel) < 50:
    raise ImproperlyConfigured(
        "SAMENHANG_SLEUTEL is te kort: neem minstens 50 tekens (is too short: take at least 50 characters)"
    )
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
    "samenhang.kernel.samenwerking",
    "samenhang.kernel.zaken",
    "samenhang.kernel.rechten",
    "samenhang.kernel.verstrekkingen",
    "samenhang.kernel.plichten",
    "samenhang.kernel.uitwisseling",
    "samenhang.kernel.zegel",
    "samenhang.kernel.herhaling",
    "samenhang.kernel.aanlevering",
    "samenhang.kernel.vernietiging",
    "samenhang.kernel.cijfers",
    "samenhang.kernel.toezicht",
]
SCHEME_APPS = [scheme_pakket(naam) for naam in geinstalleerde_schemes()]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "samenhang.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    *KERNEL_APPS,
    *SCHEME_APPS,
    "samenhang.api",
]
MIDDLEWARE = [
    "samenhang.web.verzoeken.Verzoekregel",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samenhang.web.csp.Kopregels",
    "samenhang.api.deur.Probleemdocumenten",
    "samenhang.web.fouten.Methodepagina",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samenhang.web.onderhoud.Onderhoudsstand",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samenhang.web.inloggen.sessie.Sessiebewaking",
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
ZEGELMAP = _omgeving.zegelmap
KLUIS = _omgeving.kluis or str((_omgeving.datamap / "kluis" / "sleutels.sqlite3").absolute())

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = _omgeving.datamap / "static"
THEMA = _omgeving.thema
BRP_BESTAND = _omgeving.brp_bestand
DDAS_SLEUTEL = _omgeving.ddas_sleutel
DDAS_CERTIFICATEN = _omgeving.ddas_certificaten
KNOOPPUNT = _omgeving.knooppunt
KNOOPPUNT_GEHEIMEN = _omgeving.knooppunt_geheimen
STATICFILES_DIRS = [("thema", str(THEMA))] if THEMA else []
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

AUTH_USER_MODEL = "organisaties.Gebruiker"
AUTHENTICATION_BACKENDS = ["samenhang.web.inloggen.adapters.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "samenhang.web.inloggen.wachtwoorden.Lengte", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "samenhang.web.inloggen.wachtwoorden.Woordweigering"},
]
CSRF_FAILURE_VIEW = "samenhang.web.fouten.formulier_verlopen"
LOGIN_URL = "/inloggen"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Samenhang: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _omgeving.https else "http"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",  # nosec B105 - a rate
}
ACCOUNT_ADAPTER = "samenhang.web.inloggen.adapters.Adapter"
ACCOUNT_FORMS = {
    "login": "samenhang.web.inloggen.formulieren.Inloggen",
    "reset_password": "samenhang.web.inloggen.formulieren.WachtwoordVergeten",  # nosec B105 - a class
    "reset_password_from_key": "samenhang.web.inloggen.formulieren.WachtwoordKiezen",  # nosec B105 - a class
    "change_password": "samenhang.web.inloggen.formulieren.WachtwoordWijzigen",  # nosec B105 - a class
    "set_password": "samenhang.web.inloggen.formulieren.WachtwoordZetten",  # nosec B105 - a class
    "reauthenticate": "samenhang.web.inloggen.formulieren.Bevestigen",
}
ALLAUTH_TRUSTED_PROXY_COUNT = _omgeving.proxies
SOCIALACCOUNT_ADAPTER = "samenhang.web.inloggen.oidc.OidcAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "samenhang.web.inloggen.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "samenhang.web.inloggen.formulieren.Factorcode",
    "reauthenticate": "samenhang.web.inloggen.formulieren.Factorbevestiging",
    "activate_totp": "samenhang.web.inloggen.formulieren.AppInstellen",
    "add_webauthn": "samenhang.web.inloggen.formulieren.SleutelToevoegen",
    "edit_webauthn": "samenhang.web.inloggen.formulieren.SleutelHernoemen",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts are made by an administrator, nobody claims one by an address
MFA_TOTP_ISSUER = "Samenhang"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _omgeving.https
TWEEDE_FACTOR = _omgeving.tweede_factor and not DEMO
OIDC_ROLCLAIM = _omgeving.oidc_rolclaim
OIDC_ROLLEN = lees_rolafbeelding(_omgeving.oidc_rollen)
OIDC_EMAIL = _omgeving.oidc_email
OIDC_TWEEDE_FACTOR = _omgeving.oidc_tweede_factor
controleer_oidc(_omgeving)
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "samenhang.web.inloggen.oidc.Aanbieder",
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

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_geheugen",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
SESSIE_STIL = _omgeving.sessie_minuten * 60
SESSION_COOKIE_AGE = _omgeving.sessie_uren * 3600
SESSION_COOKIE_NAME = "__Host-sessie" if _omgeving.https else "sessie"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _omgeving.https
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-csrf" if _omgeving.https else "csrf"
CSRF_COOKIE_SECURE = _omgeving.https
CSRF_COOKIE_HTTPONLY = False  # who calls the API from a page sends it along
LANGUAGE_COOKIE_NAME = "taal"
LANGUAGE_COOKIE_SECURE = _omgeving.https
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = _omgeving.https
SECURE_REDIRECT_EXEMPT = [r"^leeft$", r"^klaar$"]
SECURE_HSTS_SECONDS = 31_536_000 if _omgeving.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _omgeving.https
SECURE_HSTS_PRELOAD = _omgeving.https and _omgeving.hsts_preload
SILENCED_SYSTEM_CHECKS = [
    "security.W021"
]  # preloading binds the operator's whole domain for years: his choice
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _omgeving.https else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
MAX_UPLOAD_BYTES = _omgeving.max_upload_mb * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
API_PER_MINUUT = _omgeving.api_per_minuut
PAGINAS_PER_MINUUT = _omgeving.paginas_per_minuut
OPDRACHTEN_PER_MINUUT = _omgeving.opdrachten_per_minuut

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _omgeving.smtp_host
    else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST = _omgeving.smtp_host
EMAIL_PORT = _omgeving.smtp_poort
DEFAULT_FROM_EMAIL = _omgeving.afzender

LOGGING = logging_instelling(leesbaar=DEBUG)
