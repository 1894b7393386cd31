"""Django's view of the package."""

from django.apps import AppConfig


class VernietigingConfig(AppConfig):
    """The tables of `vernietiging`."""

    name = "samenhang.kernel.vernietiging"
    label = "vernietiging"
