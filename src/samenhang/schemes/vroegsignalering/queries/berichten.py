"""Hand-overs that came in as messages: which there are, and what one of them says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.uitwisseling.models import InkomendBericht, InkomendeInhoud
from samenhang.kernel.verstrekkingen.actions.herstellen import titel_van
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.queries.overdrachten import ONTVANGERS_HIER
from samenhang.schemes.vroegsignalering.scheme import SCHEME

HOOGSTENS = 500
TITELS = {soort.soort: soort.titel for soort in SCHEME.aanvaardt}


@dataclass(frozen=True, slots=True)
class Berichtregel:
    """A message without its content; `gewist` when its sender took it back or its term ended.

    `bij_bron_vernietigd`: when its sender destroyed what it came from, as a later message told.
    """

    id: UUID
    titel: Tekst
    aard: str
    van: str
    artikel: str
    gemaakt: datetime
    ontvangen: datetime
    voorwaarden: tuple[Gesteld, ...]
    gewist: datetime | None
    bij_bron_vernietigd: datetime | None = None


@dataclass(frozen=True, slots=True)
class Berichtbeeld:
    """A message with its content, field by field as it was sent."""

    regel: Berichtregel
    inhoud: dict[str, Any]


@query(SCHEME, "ontvangen berichten bekijken")
def ontvangen_berichten(actor: Actor) -> list[Berichtregel]:
    """The messages that came in for this organisation, the newest first; no data of residents."""
    rol_vereist(actor, SCHEME.naam, *ONTVANGERS_HIER)
    rijen = InkomendBericht.objects.filter(partner__organisatie_id=actor.organisatie, scheme=SCHEME.naam)
    gekozen = rijen.select_related("partner__ander").order_by("-ontvangen", "-id")[:HOOGSTENS]
    vernietigd = {
        (partner, betreft): moment
        for partner, betreft, moment in rijen.filter(aard="vernietiging").values_list("partner_id", "betreft", "gemaakt")
    }  # fmt: skip
    return [
        replace(_regel(rij), bij_bron_vernietigd=vernietigd.get((rij.partner_id, rij.betreft or rij.nummer)))
        for rij in gekozen
    ]


@query(SCHEME, "ontvangen bericht bekijken")
def ontvangen_bericht(actor: Actor, bericht_id: UUID) -> Berichtbeeld:
    """One message with its content, for who receives signals; logged about the person.

    Raises `Geweigerd` (404) when it is not of this organisation, or its content was erased.
    """
    rol_vereist(actor, SCHEME.naam, "intake")
    rij = (
        InkomendBericht.objects.filter(
            partner__organisatie_id=actor.organisatie, scheme=SCHEME.naam, id=bericht_id
        )
        .select_related("partner__ander")
        .first()
    )
    if rij is None:
        raise Geweigerd(
            "bericht_onbekend",
            Tekst("Dit bericht bestaat niet.", "This message does not exist."),
            status=404,
        )
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="aanlevering", leest=("naw",))
    inhoud = InkomendeInhoud.objects.met(toegang).filter(bericht=rij).first()
    if inhoud is None:
        raise Geweigerd(
            "bericht_gewist",
            Tekst(
                "De inhoud van dit bericht is gewist: de afzender trok het in, of de bewaartermijn is voorbij.",
                "The content of this message was erased: its sender took it back, or its term has passed.",
            ),
            status=404,
        )
    huidige_operatie().raakt([inhoud.persoon_id])
    return Berichtbeeld(_regel(rij), inhoud.inhoud)


def _regel(rij: InkomendBericht) -> Berichtregel:
    return Berichtregel(
        id=rij.id,
        titel=titel_van(rij.aard, TITELS.get(rij.soort, Tekst(rij.soort, rij.soort))),
        aard=rij.aard,
        van=rij.partner.ander.onderscheidend,
        artikel=rij.artikel,
        gemaakt=rij.gemaakt,
        ontvangen=rij.ontvangen,
        voorwaarden=tuple(Gesteld(d["categorie"], Soort(d["soort"]), d["bron"]) for d in rij.voorwaarden),
        gewist=rij.gewist,
    )
