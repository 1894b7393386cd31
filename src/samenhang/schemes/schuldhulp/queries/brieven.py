"""A decision or letter of a case as PDF."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp.brieven import maak_brief
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.scheme import SCHEME


@query(SCHEME, "brief bekijken")
def brief(actor: Actor, zaak_id: UUID, soort: str) -> bytes:
    """The letter of this kind, for who treats the case. Raises `Geweigerd` (404) for one that is not there."""
    return maak_brief(open_dossier(actor, zaak_id), soort)
