"""Django's view of the scheme."""

from django.apps import AppConfig


class BriefadresConfig(AppConfig):
    """The tables and pages of `briefadres`."""

    name = "briefadres"
    label = "briefadres"
