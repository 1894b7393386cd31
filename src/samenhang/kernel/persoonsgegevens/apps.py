"""Django's view of the package."""

from django.apps import AppConfig


class PersoonsgegevensConfig(AppConfig):
    """The tables of `persoonsgegevens`."""

    name = "samenhang.kernel.persoonsgegevens"
    label = "persoonsgegevens"
