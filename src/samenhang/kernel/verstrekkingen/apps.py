"""Django's view of the package."""

from django.apps import AppConfig


class VerstrekkingenConfig(AppConfig):
    """The tables of `verstrekkingen`."""

    name = "samenhang.kernel.verstrekkingen"
    label = "verstrekkingen"
