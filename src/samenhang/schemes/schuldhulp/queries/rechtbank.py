"""The file for the court as it was handed in."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Rechtbankbundel
from samenhang.schemes.schuldhulp.scheme import SCHEME


@query(SCHEME, "rechtbankbundel bekijken")
def rechtbankbundel(actor: Actor, zaak_id: UUID, verzoek_id: UUID) -> bytes:
    """The paper of a request, byte for byte. Raises `Geweigerd` (404) for one that was not handed in."""
    dossier = open_dossier(actor, zaak_id)
    rij = Rechtbankbundel.objects.met(dossier.toegang).filter(zaak=dossier.zaak, van=verzoek_id).first()
    if rij is None:
        raise Geweigerd("bundel_onbekend", Tekst("Dit verzoek is niet ingediend; er is nog geen dossier.", "This request was not handed in; there is no file yet."), status=404)  # fmt: skip
    pdf: bytes = rij.pdf
    return pdf
