"""The command line: it parses and prints; what it does are the same actions as page and API."""

from __future__ import annotations

import os


def django_aan() -> None:
    """Start Django, for the commands that need the database; the others stay fast without it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenhang.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
