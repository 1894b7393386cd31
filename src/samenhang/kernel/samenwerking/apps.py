"""Django's view of the package."""

from django.apps import AppConfig


class SamenwerkingConfig(AppConfig):
    """The tables of `samenwerking`."""

    name = "samenhang.kernel.samenwerking"
    label = "samenwerking"
