"""One look of a supervisor at the log: decided in each scheme in which he holds it, and logged itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from samenhang.kernel.logboek.operatie import Operatie, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Feiten, Verzoek, beslis, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK, LOGBOEK
from samenhang.kernel.toegang.geldend import beslistabel

DOEL = "toezicht"


@contextmanager
def onder_toezicht(actor: Actor, naam: str, **wat: Any) -> Iterator[tuple[Operatie, Sequence[str]]]:
    """Gives the operation and the schemes whose log this supervisor may read; `wat` is noted with it.

    Raises `NietToegestaan` for who holds no supervision anywhere.
    """
    tabel, hier = beslistabel(), Feiten("organisatie", GEEN_ZAAK)

    def mag(scheme: str) -> bool:
        rollen = tuple(sorted(actor.rollen[scheme]))
        verzoek = Verzoek(scheme, actor.organisatiesoort, rollen, DOEL, frozenset({LOGBOEK}))
        return beslis(verzoek, hier, tabel, timezone.now()).volledig

    schemes = [scheme for scheme in sorted(actor.rollen) if mag(scheme)]
    schemes = schemes or sorted(actor.rollen)[:1] or sorted(tabel.ruimtes)[:1]
    with operatie(schemes[0], naam, actor) as op:
        op.verandert(**wat)
        for scheme in schemes:
            vraag(
                op,
                tabel,
                actor,
                scheme=scheme,
                doel=DOEL,
                organisatie_id=actor.organisatie,
                feiten=hier,
                leest=(LOGBOEK,),
            )
        yield op, schemes
