"""Django's view of the package."""

from django.apps import AppConfig


class RechtenConfig(AppConfig):
    """The tables of `rechten`."""

    name = "samenhang.kernel.rechten"
    label = "rechten"
