"""The command line: it parses and prints; what it does are the same actions as page and API."""

from __future__ import annotations

import os


def django_aan() -> None:
    """Start Django, for the commands that need the database; the others stay fast without it.

    A setting or a rule that keeps the product from starting is a refusal that says which, not a traceback.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenhang.config.settings")
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured

    if apps.ready:
        return
    from samenhang.kernel.basis import Geweigerd, Tekst

    try:
        django.setup()
    except Exception as fout:
        regels = type(fout).__name__ == "RegelsOnjuist"  # importing its class would start Django
        if not regels and not isinstance(fout, ImproperlyConfigured | ValueError):
            raise
        raise Geweigerd(
            "start_onmogelijk",
            Tekst(f"Samenhang kan zo niet starten: {fout}", f"Samenhang cannot start like this: {fout}"),
            status=500,
        ) from fout
