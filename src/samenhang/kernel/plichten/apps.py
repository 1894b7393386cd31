"""Django's view of the package."""

from django.apps import AppConfig


class PlichtenConfig(AppConfig):
    """The tables of `plichten`."""

    name = "samenhang.kernel.plichten"
    label = "plichten"
