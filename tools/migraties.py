"""Migrations on the database of DATABASE_URL (SQLite without): forward, back to nothing, and forward again.

`python -m tools.migraties` does that; `python -m tools.migraties lint` holds every migration that changes tables
which may hold rows against the rules of django-migration-linter: those after the first of each app.
"""

from __future__ import annotations

import sys

from django.core.management import call_command

from samenhang.cli import django_aan

EIGEN = "samenhang."
ONOMKEERBAAR = ("RUNSQL_REVERSIBLE", "RUNPYTHON_REVERSIBLE")
"""Warnings that are errors here: what cannot be reversed cannot be rolled back."""


def eigen_apps() -> list[str]:
    """The labels of our apps with migrations, those that others build on last."""
    from django.apps import apps
    from django.db.migrations.loader import MigrationLoader

    grafiek = MigrationLoader(None).graph
    eigen = {config.label for config in apps.get_app_configs() if config.name.startswith(EIGEN)}
    volgorde: list[str] = []
    for blad in sorted(grafiek.leaf_nodes()):
        for label, _ in grafiek.forwards_plan(blad):
            if label in eigen and label not in volgorde:
                volgorde.append(label)
    return volgorde[::-1]


def _onze_tabellen() -> set[str]:
    from django.apps import apps
    from django.db import connection

    onze = {model._meta.db_table for model in apps.get_models() if model.__module__.startswith(EIGEN)}
    return onze & set(connection.introspection.table_names())


def heen_en_weer() -> None:
    """Forward, each of our apps back to nothing, and forward again; what is left after going back is an error."""
    from django.db import connection

    if _onze_tabellen():
        sys.exit("deze database is niet leeg: geef een wegwerpdatabase (this database is not empty)")
    call_command("migrate", verbosity=0)
    for label in eigen_apps():
        call_command("migrate", label, "zero", verbosity=0)
    over = _onze_tabellen()
    if over:
        sys.exit(f"na terugdraaien staan er nog tabellen: {', '.join(sorted(over))}")
    call_command("migrate", verbosity=0)
    print(f"migraties heen, terug en weer heen op {connection.vendor}: {len(eigen_apps())} apps")


def lint() -> None:
    """The rules for changing a table that is in use. A first migration makes its tables: nothing stands in them."""
    from django_migration_linter import MigrationLinter

    linter = MigrationLinter(
        include_apps=eigen_apps(),
        ignore_initial_migrations=True,
        no_cache=True,
        quiet=["ok", "ignore"],
        warnings_as_errors_tests=ONOMKEERBAAR,
    )
    linter.lint_all_migrations()
    linter.print_summary()
    if linter.has_errors:
        sys.exit(1)


if __name__ == "__main__":
    django_aan()
    lint() if sys.argv[1:] == ["lint"] else heen_en_weer()
