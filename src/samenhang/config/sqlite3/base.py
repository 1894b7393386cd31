"""The engine of the embedded database.

Django 5.2 holds every SQLite to 999 parameters a statement, the limit of before 2020, and so writes the log rows
of one page of a list in three statements. Here the connection itself is asked.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that knows its own limit."""

    def get_new_connection(self, conn_params: Any) -> Any:
        """Open the connection and take over its limit."""
        verbinding = super().get_new_connection(conn_params)
        # type: the stubs make a property of what is an attribute
        self.features.max_query_params = verbinding.getlimit(  # type: ignore[misc]
            sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
        )
        return verbinding
