"""Django's view of the API door."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The API door has no tables."""

    name = "samenhang.api"
    label = "api"
