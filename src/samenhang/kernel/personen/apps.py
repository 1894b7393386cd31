"""Django's view of the package."""

from django.apps import AppConfig


class PersonenConfig(AppConfig):
    """The tables of `personen`."""

    name = "samenhang.kernel.personen"
    label = "personen"
