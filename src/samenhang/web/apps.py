"""Django's view of the web door."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and static files."""

    name = "samenhang.web"
    label = "web"

    def ready(self) -> None:
        """Hear who comes in and leaves."""
        from samenhang.web.inloggen import signalen  # noqa: F401 - importing connects the receivers
