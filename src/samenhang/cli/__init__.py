"""The command line: it parses and prints; what it does are the same actions as page and API."""

from __future__ import annotations

import os
from typing import Any


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
        reden = _instellingen(fout) if hasattr(fout, "errors") else str(fout)
        raise Geweigerd(
            "start_onmogelijk",
            Tekst(f"Samenhang kan zo niet starten: {reden}", f"Samenhang cannot start like this: {reden}"),
            status=500,
        ) from fout


def _instellingen(fout: Any) -> str:
    """Which settings are wrong and how, without what stands in them: that may be a secret."""
    return "; ".join(
        f"{naam if naam == 'DATABASE_URL' else f'SAMENHANG_{naam.upper()}'}: {deel['msg']}"
        for deel in fout.errors(include_url=False)
        for naam in [str(deel["loc"][0])]
    )
