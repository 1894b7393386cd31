"""What was sent about residents: feedback to partners and hand-overs, with the law that allows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.logboek.woorden import Wet
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.actions.herstellen import titel_van
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.verstrekkingen.domain.weigeringen import REDENEN
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud, UitgaandeOverdracht, Weigering
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TITELS
from samenhang.schemes.vroegsignalering.domain.verstuurd import HERSTELVELDEN, ONTVANGERS, VELDEN
from samenhang.schemes.vroegsignalering.models import Signaal, Terugkoppeling
from samenhang.schemes.vroegsignalering.scheme import SCHEME

NAMEN = VELDEN | HERSTELVELDEN
SOORTEN = {overdracht.soort: overdracht.titel for overdracht in SCHEME.stuurt}
TERUGKOPPELEN = "bgs-17"


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """Something that was sent about a resident: what, to whom, when, under which law, and exactly which data.

    `voorwaarden` went along with it; `geweigerd` says why it was not sent after all.
    """

    wat: Tekst
    naar: Tekst | str
    moment: datetime
    grondslag: str
    wet: Wet
    gegevens: tuple[Tekst, ...]
    ontvangen: datetime | None = None
    soorten: tuple[Tekst, ...] = ()
    voorwaarden: tuple[Gesteld, ...] = ()
    geweigerd: Tekst | None = None


@query(SCHEME, "verstuurd bekijken")
def verstuurd(actor: Actor, zaak_id: UUID) -> list[Verstuurd]:
    """What was sent about the people of a case, in the order in which it went; for who takes part in it.

    Feedback to partners is seen as long as the amounts are.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    toegang = toegang_tot(actor, zaak, leest=("naw", "signaal"), gedeeltelijk=True)
    return op_volgorde(
        [
            *overgedragen(toegang, UitgaandeOverdracht.objects.filter(zaak=zaak)),
            *niet_doorgegeven(toegang, zaken=[zaak_id]),
            *teruggekoppeld(toegang, zaken=[zaak_id]),
        ]
    )


def op_volgorde(rijen: list[Verstuurd]) -> list[Verstuurd]:
    """As they went."""
    return sorted(rijen, key=lambda rij: rij.moment)


def teruggekoppeld(toegang: Toegang, *, zaken: Iterable[UUID], buiten: bool = False) -> list[Verstuurd]:
    """Feedback about signals of these cases, or of none of them."""
    if "signaal" not in toegang.leest:
        return []
    hier = list(Signaal.objects.met(toegang).filter(zaak_id__in=zaken).values_list("id", flat=True))
    rijen = Terugkoppeling.objects.met(toegang)
    rijen = rijen.exclude(signaal_id__in=hier) if buiten else rijen.filter(signaal_id__in=hier)
    (wet,) = woorden.wetten(TERUGKOPPELEN)
    return [
        Verstuurd(
            wat=Tekst(f"Bericht: {TITELS[rij.soort].nl}", f"Message: {TITELS[rij.soort].en}"),
            naar=rij.partner.naam,
            moment=rij.bericht.gemaakt,
            grondslag=TERUGKOPPELEN,
            wet=wet,
            gegevens=(Tekst("hun eigen nummer van de rekening", "their own number of the bill"),)
            + ((Tekst(f"pauze tot {rij.pauze_tot:%d-%m-%Y}", f"pause until {rij.pauze_tot:%d-%m-%Y}"),) if rij.pauze_tot else ()),
        )
        for rij in rijen.select_related("partner", "bericht")
    ]  # fmt: skip


def overgedragen(toegang: Toegang, overdrachten: Iterable[UitgaandeOverdracht]) -> list[Verstuurd]:
    """Those of these hand-overs whose content the decision opens."""
    if "naw" not in toegang.leest:
        return []
    inhoud = {rij.overdracht_id: rij.inhoud for rij in OverdrachtInhoud.objects.met(toegang)}
    uit = []
    for rij in overdrachten:
        if rij.id in inhoud:
            (wet,) = woorden.wetten(rij.grondslag)
            wat = inhoud[rij.id]
            uit.append(
                Verstuurd(
                    wat=titel_van(rij.aard, SOORTEN.get(rij.soort, Tekst(rij.soort, rij.soort))),
                    naar=wat.get("naar_gemeente")
                    or wat.get("naar_organisatie")
                    or ONTVANGERS.get(rij.naar_scheme, rij.naar_scheme),
                    moment=rij.gemaakt,
                    grondslag=rij.grondslag,
                    wet=wet,
                    gegevens=tuple(NAMEN[naam] for naam, waarde in wat.items() if waarde),
                    ontvangen=rij.ontvangen,
                    soorten=woorden.categorieen(SCHEME.naam, rij.categorieen),
                    voorwaarden=tuple(
                        Gesteld(deel["categorie"], Soort(deel["soort"]), deel["bron"])
                        for deel in rij.voorwaarden
                    ),
                )
            )
    return uit


def niet_doorgegeven(toegang: Toegang, *, zaken: Iterable[UUID], buiten: bool = False) -> list[Verstuurd]:
    """What was asked to be passed on from these cases, or from none of them, and was refused."""
    if "naw" not in toegang.leest:
        return []
    rijen = Weigering.objects.met(toegang)
    rijen = rijen.exclude(zaak_id__in=zaken) if buiten else rijen.filter(zaak_id__in=zaken)
    return [
        Verstuurd(
            wat=SOORTEN.get(rij.soort, Tekst(rij.soort, rij.soort)),
            naar=ONTVANGERS.get(rij.naar_scheme, rij.naar_scheme),
            moment=rij.moment,
            grondslag=rij.grondslag,
            wet=woorden.wetten(rij.grondslag)[0],
            gegevens=(),
            soorten=woorden.categorieen(SCHEME.naam, rij.categorieen),
            geweigerd=REDENEN[rij.code],
        )
        for rij in rijen
    ]
