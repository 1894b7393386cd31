"""Django's view of the package."""

from django.apps import AppConfig


class OrganisatiesConfig(AppConfig):
    """The tables of `organisaties`."""

    name = "samenhang.kernel.organisaties"
    label = "organisaties"

    def ready(self) -> None:
        """Before any migration runs."""
        from samenhang.kernel.onderhoud.migraties import versnel

        versnel()
