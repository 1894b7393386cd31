"""Django's view of the web door."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and static files."""

    name = "samenhang.web"
    label = "web"

    def ready(self) -> None:
        """Hear who comes in and leaves, and what goes wrong."""
        from django.core.signals import got_request_exception

        from samenhang.web import fouten
        from samenhang.web.inloggen import signalen  # noqa: F401 - importing connects the receivers

        got_request_exception.connect(fouten.schrijf_op, dispatch_uid="incidenten")
