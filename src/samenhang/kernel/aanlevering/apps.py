"""Django's view of the package."""

from django.apps import AppConfig


class AanleveringConfig(AppConfig):
    """The tables of `aanlevering`."""

    name = "samenhang.kernel.aanlevering"
    label = "aanlevering"
