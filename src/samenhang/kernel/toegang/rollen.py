"""As whom we came into PostgreSQL, and what that says about the wall there.

Production has a role for each kind of work (deploy/postgresql): the owner of the tables, the application, the
sealer of the log, the backup. A superuser, or a role with BYPASSRLS, walks past row-level security; the owner is
held to it, but could take it away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.rijen import categorietabellen, open_tabellen

_ROL = "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
_EIGEN = """
SELECT relname FROM pg_class
WHERE relname = ANY(%s) AND relnamespace = current_schema()::regnamespace AND pg_has_role(relowner, 'USAGE')
ORDER BY relname
"""


@dataclass(frozen=True, slots=True)
class Rolstand:
    """The role of this connection; `eigenaar_van` and `open` name tables: those it owns, those without policies."""

    rol: str
    superuser: bool
    bypassrls: bool
    eigenaar_van: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def gebonden(self) -> bool:
        """Whether row-level security holds for this role, on every category table."""
        return not (self.superuser or self.bypassrls or self.open)


def rolstand(verbinding: Any) -> Rolstand | None:
    """How it stands; None on SQLite, which has no roles."""
    if verbinding.vendor != "postgresql":
        return None
    modellen = categorietabellen(Categorietabel)
    with verbinding.cursor() as cursor:
        cursor.execute(_ROL)
        rol, superuser, bypassrls = cursor.fetchone()
        cursor.execute(_EIGEN, [[model._meta.db_table for model in modellen]])
        eigen = tuple(naam for (naam,) in cursor.fetchall())
    return Rolstand(rol, superuser, bypassrls, eigen, tuple(open_tabellen(verbinding, modellen)))


def eis_gebonden(stand: Rolstand) -> None:
    """Raise `Geweigerd` when this role walks past row-level security, or a category table stands open."""
    if stand.superuser or stand.bypassrls:
        wat = "SUPERUSER" if stand.superuser else "BYPASSRLS"
        raise Geweigerd(
            "databaserol_te_ruim",
            Tekst(
                f"De databaserol {stand.rol} heeft {wat} en ziet daardoor iedereen. Zet in DATABASE_URL de rol "
                "samenhang_app (deploy/postgresql/rollen.sql). Er is niets gestart.",
                f"The database role {stand.rol} has {wat} and so sees everybody. Put the role samenhang_app in "
                "DATABASE_URL (deploy/postgresql/rollen.sql). Nothing was started.",
            ),
            status=500,
        )
    if stand.open:
        namen = ", ".join(stand.open)
        raise Geweigerd(
            "tabel_zonder_rijbeveiliging",
            Tekst(
                f"Zonder rijbeveiliging staan: {namen}. Draai samenhang beheer migreer als eigenaar van de tabellen. "
                "Er is niets gestart.",
                f"Without row-level security stand: {namen}. Run samenhang beheer migreer as the owner of the tables. "
                "Nothing was started.",
            ),
            status=500,
        )
