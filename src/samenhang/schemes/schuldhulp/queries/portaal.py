"""What a creditor reads in the portal, and what the worker reads of what he sent."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Aanbod, Opgavestuk, Portaalwijzer
from samenhang.schemes.schuldhulp.portaal import ZICHTBAAR, open_aanbod, toegang_voor_eiser
from samenhang.schemes.schuldhulp.scheme import EISER, SCHEME

HOOGSTENS = 500


@dataclass(frozen=True, slots=True)
class Portaalbeeld:
    """An offer for its creditor: by which municipality, what he sent with it, and whether he can still answer."""

    aanbod: Aanbod
    gemeente: str
    stukken: tuple[Opgavestuk, ...] = ()
    open: bool = False


@query(SCHEME, "voorstellen in portaal bekijken")
def portaalvoorstellen(actor: Actor) -> list[Portaalbeeld]:
    """The offers that were made to this creditor and still matter, what is due first on top; 500 at most."""
    rol_vereist(actor, SCHEME.naam, EISER)
    wijzers = list(Portaalwijzer.objects.filter(account_id=actor.organisatie).order_by("-id")[:HOOGSTENS])
    zaken = Zaak.objects.filter(
        id__in=[deel.zaak_id for deel in wijzers], scheme=SCHEME.naam, stap__in=ZICHTBAAR
    ).select_related("organisatie")
    uit: list[Portaalbeeld] = []
    for zaak in zaken:
        eigen = [
            deel for deel in wijzers if deel.zaak_id == zaak.id and deel.gemeente_id == zaak.organisatie_id
        ]
        toegang = toegang_voor_eiser(actor, zaak, [deel.persoon for deel in eigen])
        rijen = Aanbod.objects.met(toegang).filter(
            id__in=[deel.id for deel in eigen], account_id=actor.organisatie
        )
        uit.extend(Portaalbeeld(rij, zaak.organisatie.naam, open=_open(rij, zaak)) for rij in rijen)
    return sorted(uit, key=lambda deel: (not deel.open, deel.aanbod.uiterlijk, str(deel.aanbod.id)))


@query(SCHEME, "voorstel in portaal bekijken")
def portaalvoorstel(actor: Actor, aanbod_id: UUID) -> Portaalbeeld:
    """One offer of this creditor with what he sent; raises `Geweigerd` (404) for any other."""
    deel = open_aanbod(actor, aanbod_id)
    stukken = Opgavestuk.objects.met(deel.toegang).filter(aanbod=aanbod_id).defer("inhoud").order_by("moment")
    return Portaalbeeld(
        deel.aanbod, deel.zaak.organisatie.naam, tuple(stukken), _open(deel.aanbod, deel.zaak)
    )


@query(SCHEME, "opgave bekijken")
def opgave(actor: Actor, zaak_id: UUID, stuk_id: UUID) -> tuple[Opgavestuk, bytes]:
    """A file that a creditor sent, for who treats the case."""
    dossier = open_dossier(actor, zaak_id)
    stuk = Opgavestuk.objects.met(dossier.toegang).filter(zaak=dossier.zaak, id=stuk_id).first()
    if stuk is None:
        raise Geweigerd("stuk_onbekend", Tekst("Dit stuk is er niet in deze zaak.", "This file is not in this case."), status=404)  # fmt: skip
    return stuk, b64decode(stuk.inhoud)


def _open(rij: Aanbod, zaak: Zaak) -> bool:
    return zaak.stap == "voorstel" and not rij.vervallen and rij.antwoord not in ("akkoord", "geweigerd")
