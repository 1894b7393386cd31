"""Django's view of the package."""

from django.apps import AppConfig


class CijfersConfig(AppConfig):
    """The tables of `cijfers`."""

    name = "samenhang.kernel.cijfers"
    label = "cijfers"
