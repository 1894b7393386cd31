"""A decision or letter of a case as PDF."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.schuldhulp.brieven import lees_brief
from samenhang.schemes.schuldhulp.domain.brieven import BESLUITEN
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Beschikking, Besluitafschrift
from samenhang.schemes.schuldhulp.scheme import SCHEME


@query(SCHEME, "brief bekijken")
def brief(actor: Actor, zaak_id: UUID, soort: str) -> bytes:
    """The letter of this kind, for who treats the case. Raises `Geweigerd` (404) for one that is not there."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    if zaak.gesloten is not None and soort in BESLUITEN:
        toegang = toegang_tot(actor, zaak, leest=("naw", "hulpvraag"))
        besluit = Beschikking.objects.met(toegang).filter(zaak=zaak, soort=soort).order_by("moment").last()
        rij = Besluitafschrift.objects.met(toegang).filter(van=besluit.id).first() if besluit else None
        if rij is None:
            raise Geweigerd("brief_onbekend", Tekst("Die brief is er in deze zaak niet.", "That letter is not in this case."), status=404)  # fmt: skip
        pdf: bytes = rij.pdf
        return pdf
    return lees_brief(open_dossier(actor, zaak_id), soort)
