"""Django's view of the package."""

from django.apps import AppConfig


class PersoonsgegevensConfig(AppConfig):
    """The tables of `persoonsgegevens`."""

    name = "samenhang.kernel.persoonsgegevens"
    label = "persoonsgegevens"

    def ready(self) -> None:
        """The category tables of the product are all loaded now: compile the access table and close them."""
        from samenhang.kernel.toegang.keuring import bij_de_start

        bij_de_start()
