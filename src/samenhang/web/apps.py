"""Django's view of the web door."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and static files."""

    name = "samenhang.web"
    label = "web"
