"""Django's view of the scheme."""

from django.apps import AppConfig


class HelplijnConfig(AppConfig):
    """The tables and pages of `helplijn`."""

    name = "samenhang.schemes.helplijn"
    label = "helplijn"
