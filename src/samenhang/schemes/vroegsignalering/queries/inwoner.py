"""The resident's own cases."""

from __future__ import annotations

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.vroegsignalering.queries.melding import CATEGORIEEN, ZaakBeeld, beeld_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@query(SCHEME, "mijn gegevens bekijken")
def mijn_zaken(actor: Actor) -> list[ZaakBeeld]:
    """The resident's own cases, with his own data only; an empty list when there are none."""
    if actor.persoon_id is None:
        return []
    zaken = list(
        Zaak.objects.filter(
            id__in=Betrokkene.objects.filter(persoon_id=actor.persoon_id).values("zaak_id"),
            scheme=SCHEME.naam,
        )
    )
    beelden = []
    for zaak in zaken:
        toegang = toegang_tot(
            actor,
            zaak,
            leest=CATEGORIEEN,
            doel="inzage",
            gedeeltelijk=True,
            personen=[actor.persoon_id],
        )
        beelden.append(beeld_van(actor, zaak, toegang, "zelf"))
    return beelden
