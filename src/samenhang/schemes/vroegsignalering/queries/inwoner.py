"""The resident's own cases, and what was sent about him to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.logboek.queries import GeweigerdeBlik, geweigerd_over_mij
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_zichzelf
from samenhang.kernel.zaken.zwijgen import nog_te_vertellen
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.models import Signaal
from samenhang.schemes.vroegsignalering.queries.brieven import afzender_van
from samenhang.schemes.vroegsignalering.queries.melding import CATEGORIEEN, ZaakBeeld, beeld_van
from samenhang.schemes.vroegsignalering.queries.verstuurd import (
    Verstuurd,
    niet_doorgegeven,
    op_volgorde,
    overgedragen,
    teruggekoppeld,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class InwonerZaak:
    """A case as the resident sees it: his own data only, who his contact is, what was sent to whom.

    `telefoon` and `mail` reach the municipality about this; empty when its rules name none.
    """

    beeld: ZaakBeeld
    gemeente: str
    contactpersoon: str
    telefoon: str
    mail: str
    verstuurd: tuple[Verstuurd, ...]


@query(SCHEME, "mijn gegevens bekijken")
def mijn_zaken(actor: Actor) -> list[InwonerZaak]:
    """The resident's own cases, the newest first; an empty list when there are none.

    Not those of which telling him was put off: they come when that ends.
    """
    if actor.persoon_id is None:
        return []
    zaken = (
        Zaak.objects.filter(
            id__in=Betrokkene.objects.filter(persoon_id=actor.persoon_id).values("zaak_id"),
            scheme=SCHEME.naam,
        )
        .exclude(id__in=nog_te_vertellen(actor, SCHEME.naam))
        .select_related("organisatie", "behandelaar")
        .order_by("-geopend", "-id")
    )
    return [_zaak(actor, zaak, actor.persoon_id) for zaak in zaken]


def _zaak(actor: Actor, zaak: Zaak, persoon_id: UUID) -> InwonerZaak:
    toegang = toegang_tot(
        actor, zaak, leest=CATEGORIEEN, doel="inzage", gedeeltelijk=True, personen=[persoon_id]
    )
    afzender = afzender_van(zaak.organisatie_id, regels_op(zaak.organisatie_id, timezone.localdate()))
    return InwonerZaak(
        beeld=beeld_van(actor, zaak, toegang, "zelf"),
        gemeente=zaak.organisatie.onderscheidend,
        contactpersoon=zaak.behandelaar.naam if zaak.behandelaar and not zaak.gesloten else "",
        telefoon=afzender.telefoon,
        mail=afzender.mail,
        verstuurd=tuple(
            op_volgorde(
                [
                    *overgedragen(toegang, UitgaandeOverdracht.objects.filter(zaak=zaak)),
                    *niet_doorgegeven(toegang, zaken=[zaak.id]),
                    *teruggekoppeld(toegang, zaken=[zaak.id]),
                ]
            )
        ),
    )


@query(SCHEME, "mijn gegevens bekijken")
def mijn_weigeringen(actor: Actor) -> list[GeweigerdeBlik]:
    """Who wanted to look at a case of the resident and was refused, the newest first; empty for who is none."""
    if actor.persoon_id is None:
        return []
    zaken = Betrokkene.objects.filter(persoon_id=actor.persoon_id, zaak__scheme=SCHEME.naam)
    zaken = zaken.exclude(zaak_id__in=nog_te_vertellen(actor, SCHEME.naam))
    return geweigerd_over_mij(actor, zaken.values_list("zaak_id", flat=True))


@dataclass(frozen=True, slots=True)
class Buiten:
    """What is known of the resident outside his cases: signals that became none, or of which he left the case."""

    signalen: tuple[LosSignaal, ...]
    verstuurd: tuple[Verstuurd, ...]


@dataclass(frozen=True, slots=True)
class LosSignaal:
    """A bill that was reported and is in no case of his."""

    partner: str
    datum: date
    bedrag: Bedrag


@query(SCHEME, "mijn gegevens bekijken")
def buiten_mijn_zaken(actor: Actor) -> Buiten:
    """What came in and went out about the resident that belongs to no case in his name (any more)."""
    persoon = Persoon.objects.filter(id=actor.persoon_id).first() if actor.persoon_id else None
    if persoon is None:
        return Buiten((), ())
    toegang = toegang_tot_zichzelf(actor, SCHEME.naam, persoon, leest=("naw", "signaal"))
    zaken = list(Betrokkene.objects.filter(persoon=persoon).values_list("zaak_id", flat=True))
    signalen = Signaal.objects.met(toegang).exclude(zaak_id__in=zaken).select_related("partner")
    return Buiten(
        signalen=tuple(
            LosSignaal(rij.partner.naam, rij.datum_signaal, Bedrag(rij.bedrag_centen))
            for rij in signalen.order_by("-datum_signaal", "id")
        ),
        verstuurd=tuple(
            op_volgorde(
                [
                    *overgedragen(toegang, UitgaandeOverdracht.objects.exclude(zaak_id__in=zaken)),
                    *niet_doorgegeven(toegang, zaken=zaken, buiten=True),
                    *teruggekoppeld(toegang, zaken=zaken, buiten=True),
                ]
            )
        ),
    )
