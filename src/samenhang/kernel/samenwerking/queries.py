"""Reading agreements: those of the own organisation, and which one holds between two for what is to go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import KERNEL, inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.samenwerking.domain.afspraak import Stand, geldende_versie
from samenhang.kernel.samenwerking.models import Afspraakeinde, Afspraakpartij, Samenwerkingsafspraak


@dataclass(frozen=True, slots=True)
class Partijbeeld:
    """A party: who, which role signs there, who did and when (empty: nobody yet); `zelf`: the own organisation.

    `zoeknaam` is how the next version names it for certain. `papier`: it was signed on paper, on that day; `papier_som`
    is the SHA-256 of the scan and `vastgelegd_door` who recorded it.
    """

    organisatie: str
    rol: str
    naam: str
    getekend: datetime | None
    zelf: bool
    zoeknaam: str
    papier: date | None = None
    papier_som: str = ""
    vastgelegd_door: str = ""


@dataclass(frozen=True, slots=True)
class Eindebeeld:
    """An early end: the last day, which party ends it and who there, why, and who of the others has not heard yet.

    `gehoord` names the parties that have, with who there; `wacht` those that have not, each with its id.
    """

    laatste_dag: date
    organisatie: str
    naam: str
    reden: str
    moment: datetime
    gehoord: tuple[tuple[str, str], ...]
    wacht: tuple[tuple[str, str], ...]
    zelf_wacht: bool


@dataclass(frozen=True, slots=True)
class Afspraakbeeld:
    """One version of an agreement as a page or answer shows it.

    `stand` is "wacht" (not all signed), "geldt", "komt" (signed, begins later), "voorbij" or "vervangen".
    `mag_tekenen`: the own organisation has not signed and who looks holds the role. `einde`: a party ended it early;
    `mag_beeindigen`: who looks may do that for the own organisation.
    """

    id: UUID
    kenmerk: str
    versie: int
    titel: str
    waarvoor: str
    van: date
    tot: date | None
    som: str
    stand: str
    partijen: tuple[Partijbeeld, ...]
    dekking: tuple[dict[str, Any], ...]
    gemaakt: datetime
    gemaakt_door: str
    laatste: bool
    mag_tekenen: bool
    einde: Eindebeeld | None = None
    mag_beeindigen: bool = False


STANDEN = {
    "wacht": Tekst("wacht op handtekeningen", "waits for signatures"),
    "geldt": Tekst("geldt", "in force"),
    "komt": Tekst("getekend, gaat nog in", "signed, begins later"),
    "voorbij": Tekst("voorbij", "ended"),
    "vervangen": Tekst("vervangen", "replaced"),
}


@inzien(KERNEL, "samenwerkingsafspraken bekijken")
def afspraken(actor: Actor) -> list[Afspraakbeeld]:
    """The agreements of the own organisation, every version, the newest first. No data of residents."""
    rijen = _van(actor).order_by("-gemaakt", "-id")
    return [_beeld(actor, rij, alle) for rij, alle in _met_reeks(rijen)]


@inzien(KERNEL, "samenwerkingsafspraak bekijken")
def afspraak(actor: Actor, afspraak_id: UUID) -> Afspraakbeeld:
    """One version; raises `Geweigerd` (404) when the own organisation is no party to it."""
    ((rij, alle),) = _met_reeks([een(actor, afspraak_id)])
    return _beeld(actor, rij, alle)


def een(actor: Actor, afspraak_id: UUID, *, op_slot: bool = False) -> Samenwerkingsafspraak:
    """One version of an agreement of the own organisation; `op_slot` makes signers take turns."""
    rijen = _van(actor).filter(id=afspraak_id)
    rij = (rijen.select_for_update(of=("self",)) if op_slot else rijen).first()
    if rij is None:
        raise Geweigerd(
            "afspraak_onbekend",
            Tekst(
                "Deze afspraak bestaat niet, of uw organisatie is er geen partij bij.",
                "This agreement does not exist, or your organisation is no party to it.",
            ),
            status=404,
        )
    return rij


def _van(actor: Actor) -> QuerySet[Samenwerkingsafspraak]:
    eigen = Afspraakpartij.objects.filter(organisatie_id=actor.organisatie).values("afspraak_id")
    return Samenwerkingsafspraak.objects.filter(id__in=eigen)


def is_getekend(rij: Samenwerkingsafspraak) -> bool:
    """Whether every party signed this version."""
    return not rij.partijen.filter(handtekening__isnull=True).exists()


def _met_reeks(
    rijen: Iterable[Samenwerkingsafspraak],
) -> list[tuple[Samenwerkingsafspraak, list[Samenwerkingsafspraak]]]:
    gekozen = list(rijen)
    per: dict[UUID, list[Samenwerkingsafspraak]] = defaultdict(list)
    alle = Samenwerkingsafspraak.objects.filter(reeks__in={rij.reeks for rij in gekozen})
    for rij in alle.prefetch_related(
        "partijen__handtekening", "partijen__organisatie", "partijen__eindes__gehoord"
    ):
        per[rij.reeks].append(rij)
    return [
        (next(ander for ander in per[rij.reeks] if ander.id == rij.id), per[rij.reeks]) for rij in gekozen
    ]


def _stand(rij: Samenwerkingsafspraak) -> Stand:
    getekend = all(hasattr(partij, "handtekening") for partij in rij.partijen.all())
    return Stand(rij.versie, rij.van, laatste_dag(rij), getekend)


def einde_van(rij: Samenwerkingsafspraak) -> Afspraakeinde | None:
    """The early end that counts, of a version with its parties at hand: the one with the earliest last day."""
    eindes = (einde for partij in rij.partijen.all() for einde in partij.eindes.all())
    return min(eindes, key=lambda einde: (einde.laatste_dag, einde.moment, einde.id), default=None)


def laatste_dag(rij: Samenwerkingsafspraak) -> date | None:
    """The last day on which a version holds: its own, or the earlier one on which a party ended it."""
    einde = einde_van(rij)
    dagen = [dag for dag in (rij.tot, einde.laatste_dag if einde else None) if dag is not None]
    return min(dagen, default=None)


def _hoe(rij: Samenwerkingsafspraak, alle: list[Samenwerkingsafspraak], dag: date) -> str:
    eigen = _stand(rij)
    if any(ander.versie > rij.versie and _stand(ander).getekend and ander.van <= dag for ander in alle):
        return "vervangen"
    if eigen.tot is not None and eigen.tot < dag:
        return "voorbij"
    if not eigen.getekend:
        return "wacht"
    return "geldt" if eigen.loopt(dag) else "komt"


def _beeld(actor: Actor, rij: Samenwerkingsafspraak, alle: list[Samenwerkingsafspraak]) -> Afspraakbeeld:
    stand = _hoe(rij, alle, timezone.localdate())
    partijen = []
    mag = bevoegd = False
    for partij in sorted(rij.partijen.all(), key=lambda deel: deel.organisatie.naam):
        teken = getattr(partij, "handtekening", None)
        zelf = partij.organisatie_id == actor.organisatie_id
        partijen.append(
            Partijbeeld(
                partij.organisatie.onderscheidend,
                partij.rol,
                teken.naam if teken else "",
                teken.moment if teken else None,
                zelf,
                str(partij.organisatie_id),
                teken.papier_dag if teken else None,
                teken.papier_som if teken else "",
                teken.vastgelegd_door if teken else "",
            )
        )
        gedekt = {deel["scheme"] for deel in rij.inhoud["dekking"]}
        bevoegd = bevoegd or (zelf and bool(actor.schemes_met(partij.rol) & gedekt))
        mag = mag or (bevoegd and zelf and teken is None)
    return Afspraakbeeld(
        id=rij.id,
        kenmerk=rij.kenmerk,
        versie=rij.versie,
        titel=rij.inhoud["titel"],
        waarvoor=rij.inhoud["waarvoor"],
        van=rij.van,
        tot=rij.tot,
        som=rij.som,
        stand=stand,
        partijen=tuple(partijen),
        dekking=tuple(rij.inhoud["dekking"]),
        gemaakt=rij.gemaakt,
        gemaakt_door=rij.gemaakt_door,
        laatste=rij.versie == max(ander.versie for ander in alle),
        mag_tekenen=mag and stand == "wacht",
        einde=_eindebeeld(actor, rij),
        mag_beeindigen=bevoegd and stand in ("geldt", "komt"),
    )


def _eindebeeld(actor: Actor, rij: Samenwerkingsafspraak) -> Eindebeeld | None:
    einde = einde_van(rij)
    if einde is None:
        return None
    partijen = {partij.id: partij for partij in rij.partijen.all()}
    gehoord = {deel.partij_id: deel.naam for deel in einde.gehoord.all()}
    wacht = [
        partij
        for partij in sorted(partijen.values(), key=lambda deel: deel.organisatie.naam)
        if partij.id != einde.partij_id and partij.id not in gehoord
    ]
    return Eindebeeld(
        laatste_dag=einde.laatste_dag,
        organisatie=partijen[einde.partij_id].organisatie.onderscheidend,
        naam=einde.naam,
        reden=einde.reden,
        moment=einde.moment,
        gehoord=tuple(
            (partijen[nummer].organisatie.onderscheidend, naam) for nummer, naam in gehoord.items()
        ),
        wacht=tuple((deel.organisatie.onderscheidend, str(deel.organisatie_id)) for deel in wacht),
        zelf_wacht=any(deel.organisatie_id == actor.organisatie_id for deel in wacht),
    )


def geldende_afspraak(
    tussen: tuple[UUID, UUID], scheme: str, doel: str, dag: date
) -> tuple[Samenwerkingsafspraak, frozenset[str]] | None:
    """The agreement in force between two organisations for a purpose of a register, with what it covers there.

    Of several the one that was drawn up last. None when there is none.
    """
    reeksen = Samenwerkingsafspraak.objects.filter(partijen__organisatie_id=tussen[0]).values("reeks")
    per: dict[UUID, list[Samenwerkingsafspraak]] = defaultdict(list)
    rijen = Samenwerkingsafspraak.objects.filter(reeks__in=reeksen)
    for rij in rijen.prefetch_related("partijen__handtekening", "partijen__eindes"):
        per[rij.reeks].append(rij)
    geldig = []
    for alle in per.values():
        versie = geldende_versie([_stand(rij) for rij in alle], dag)
        geldig += [rij for rij in alle if rij.versie == versie]
    for rij in sorted(geldig, key=lambda deel: (deel.gemaakt, deel.id), reverse=True):
        if not set(tussen) <= {partij.organisatie_id for partij in rij.partijen.all()}:
            continue
        for deel in rij.inhoud["dekking"]:
            if (deel["scheme"], deel["doel"]) == (scheme, doel):
                return rij, frozenset(deel["categorieen"])
    return None
