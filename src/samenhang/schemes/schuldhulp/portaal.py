"""Opening an offer for the creditor to whom it was made, and for nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Feiten, Toegang, vraag
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.models import Aanbod, Portaalwijzer
from samenhang.schemes.schuldhulp.scheme import EISER, SCHEME

ZICHTBAAR = ("voorstel", "akkoord", "geweigerd")
"""Steps of a case in which a creditor sees his offer."""


@dataclass(frozen=True, slots=True)
class OpenAanbod:
    """An offer under the decision of its creditor."""

    aanbod: Aanbod
    zaak: Zaak
    toegang: Toegang


def open_aanbod(actor: Actor, aanbod_id: UUID, *, schrijft: bool = False) -> OpenAanbod:
    """The offer of this creditor; one of another, or that is no longer shown, is not found (404)."""
    rol_vereist(actor, SCHEME.naam, EISER)
    wijzer = Portaalwijzer.objects.filter(id=aanbod_id, account_id=actor.organisatie).first()
    if wijzer is None:
        raise aanbod_onbekend()
    zaken = Zaak.objects.select_for_update(of=("self",)) if schrijft else Zaak.objects.all()
    zaak = zaken.filter(id=wijzer.zaak_id, organisatie_id=wijzer.gemeente_id, scheme=SCHEME.naam).first()
    if zaak is None or zaak.stap not in ZICHTBAAR:
        raise aanbod_onbekend()
    toegang = toegang_voor_eiser(actor, zaak, [wijzer.persoon], schrijft=schrijft and zaak.stap == "voorstel")
    huidige_operatie().zaak_id = zaak.id
    rij = Aanbod.objects.met(toegang).filter(id=aanbod_id, account_id=actor.organisatie).first()
    if rij is None:
        raise aanbod_onbekend()
    return OpenAanbod(rij, zaak, toegang)


def toegang_voor_eiser(actor: Actor, zaak: Zaak, personen: list[UUID], *, schrijft: bool = False) -> Toegang:
    """Access of a creditor to offers about these persons, in the register of the municipality that made them."""
    operatie = huidige_operatie()
    toegang = vraag(
        operatie,
        beslistabel(),
        actor,
        scheme=SCHEME.naam,
        doel="portaal",
        organisatie_id=zaak.organisatie_id,
        feiten=Feiten("leverancier", zaak.stap),
        leest=("aanbod",),
        schrijft=("aanbod",) if schrijft else (),
        personen=personen,
        zaak_id=zaak.id,
    )
    operatie.raakt(personen)
    return toegang


def aanbod_onbekend() -> Geweigerd:
    """The refusal for an offer that does not exist, or that this creditor may not know to exist."""
    return Geweigerd("voorstel_onbekend", Tekst("Dit voorstel bestaat niet of is niet aan u gedaan.", "This proposal does not exist or was not made to you."), status=404)  # fmt: skip
