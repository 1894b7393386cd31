"""Django's view of the scheme."""

from django.apps import AppConfig


class SchuldhulpConfig(AppConfig):
    """The pages of `schuldhulp`; it has no tables."""

    name = "samenhang.schemes.schuldhulp"
    label = "schuldhulp"
