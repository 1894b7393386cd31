"""Django's view of the package."""

from django.apps import AppConfig


class ZakenConfig(AppConfig):
    """The tables of `zaken`."""

    name = "samenhang.kernel.zaken"
    label = "zaken"
