"""Django's view of the package."""

from django.apps import AppConfig


class LogboekConfig(AppConfig):
    """The tables of `logboek`."""

    name = "samenhang.kernel.logboek"
    label = "logboek"
