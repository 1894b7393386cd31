"""The case meeting as one screen: agenda, who is invited and there, what each party may see, agreements and minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import betrokkenheid, zaak_van
from samenhang.schemes.wams.deelname import deels_dicht, hoogstens, zou_zien
from samenhang.schemes.wams.domain.bewakers import WamsFeiten
from samenhang.schemes.wams.dossier import Dossier, open_dossier
from samenhang.schemes.wams.models import Afspraak, Doel, GenodigdeInwoner, Overleg
from samenhang.schemes.wams.queries.zaak import Punt, personen_van_dossier
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Zicht:
    """What a party sees of one person: the categories that the decision gives it, and those whose source said no."""

    naam: str
    categorieen: tuple[str, ...]
    tegengehouden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Genodigdebeeld:
    """Someone who is invited. Of a party: what it sees of each person, and on which basis; of a resident nothing of this."""

    id: UUID
    medewerker: UUID | None
    naam: str
    organisatie: str
    soort: str
    komt: str
    aanwezig: bool | None
    zicht: tuple[Zicht, ...] = ()
    grondslagen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agendaregel:
    """A point, what came of it, and what is going on there with who shares that with us."""

    onderwerp: str
    uitkomst: str
    punten: tuple[tuple[str, Punt], ...] = ()


@dataclass(frozen=True, slots=True)
class Verslag:
    """The minutes of a meeting that is over: they do not change any more."""

    dag: date
    door: str
    aanwezig: tuple[str, ...]
    afwezig: tuple[str, ...]
    punten: tuple[tuple[str, str], ...]
    afspraken: tuple[Afspraak, ...]


@dataclass(frozen=True, slots=True)
class Overlegbeeld:
    """The meeting of a case, as its coordinator runs it."""

    zaak: Zaak
    naam: str
    overleg: Overleg | None
    agenda: tuple[Agendaregel, ...]
    genodigden: tuple[Genodigdebeeld, ...]
    afspraken: tuple[Afspraak, ...]
    doelen: tuple[Doel, ...]
    personen: tuple[tuple[UUID, str], ...]
    deelnemers: tuple[tuple[UUID, str], ...]
    verslagen: tuple[Verslag, ...]
    feiten: WamsFeiten


@query(SCHEME, "overleg bekijken")
def overleg(actor: Actor, zaak_id: UUID) -> Overlegbeeld:
    """The meeting, for who coordinates. What each party would see is asked of the decision that the party itself gets."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    if betrokkenheid(actor, zaak) != "behandelaar":
        raise Geweigerd(
            "niet_betrokken",
            Tekst("De coördinator leidt het overleg; vraag het haar of hem.", "The coordinator runs the meeting; ask her or him."),
            status=403,
        )  # fmt: skip
    dossier = open_dossier(actor, zaak_id)
    personen = personen_van_dossier(dossier)
    huidig = Overleg.objects.filter(zaak=zaak, gesloten__isnull=True).prefetch_related("agenda").first()
    return Overlegbeeld(
        zaak=dossier.zaak,
        naam=dossier.hulpvrager,
        overleg=huidig,
        agenda=tuple(
            Agendaregel(
                punt.onderwerp,
                punt.uitkomst,
                tuple(
                    (p.naam, deel) for p in personen for deel in p.punten if deel.leefgebied == punt.onderwerp
                ),
            )
            for punt in (huidig.agenda.order_by("id") if huidig else ())
        ),
        genodigden=_genodigden(dossier, huidig) if huidig else (),
        afspraken=tuple(a for a in dossier.afspraken if huidig and a.overleg_id == huidig.id),
        doelen=tuple(dossier.doelen),
        personen=tuple((lid.persoon_id, lid.naam) for lid in dossier.leden),
        deelnemers=tuple((p.id, p.naam) for p in personen if p.neemt_deel or p.hulpvrager),
        verslagen=_verslagen(dossier),
        feiten=dossier.feiten(),
    )


def _genodigden(dossier: Dossier, overleg: Overleg) -> tuple[Genodigdebeeld, ...]:
    namen = {lid.persoon_id: lid.naam for lid in dossier.leden}
    partijen = [
        Genodigdebeeld(
            rij.id, rij.medewerker_id, rij.medewerker.naam, rij.medewerker.organisatie.naam, rij.medewerker.organisatie.soort,
            rij.komt, rij.aanwezig, _zicht(dossier.zaak, rij.medewerker.organisatie, namen),
            hoogstens(rij.medewerker.organisatie.soort).grondslagen,
        )
        for rij in overleg.genodigden.select_related("medewerker__organisatie").order_by("uitgenodigd", "id")
    ]  # fmt: skip
    inwoners = [
        Genodigdebeeld(rij.id, None, namen.get(rij.persoon_id, ""), "", "", "", rij.aanwezig)
        for rij in GenodigdeInwoner.objects.met(dossier.toegang)
        .filter(overleg=overleg)
        .order_by("moment", "id")
    ]
    return (*inwoners, *partijen)


def _zicht(zaak: Zaak, partij: Organisatie, namen: dict[UUID, str]) -> tuple[Zicht, ...]:
    """What this party sees in the meeting, person by person; and of what it does not see all, by wish of the source."""
    alle = zou_zien(zaak, partij.soort, "casusoverleg", partij.onderscheidend)
    deels = deels_dicht(zaak, list(alle), partij.onderscheidend)
    return tuple(
        Zicht(
            namen.get(persoon, ""),
            tuple(sorted(besluit.leest)),
            tuple(
                sorted(
                    {categorie for categorie, reden in besluit.geweigerd if reden == "voorwaarde_bron"}
                    | (deels[persoon] & besluit.leest)
                )
            ),
        )
        for persoon, besluit in alle.items()
        if besluit.leest
    )


def _verslagen(dossier: Dossier) -> tuple[Verslag, ...]:
    """The minutes of the meetings that are over, the latest first."""
    namen = {lid.persoon_id: lid.naam for lid in dossier.leden}
    over = Overleg.objects.filter(zaak=dossier.zaak, gesloten__isnull=False).prefetch_related("agenda")
    uit = []
    for rij in over.order_by("-gesloten", "-id"):
        wie = [
            (f"{g.medewerker.naam} ({g.medewerker.organisatie.naam})", g.aanwezig)
            for g in rij.genodigden.select_related("medewerker__organisatie").order_by("uitgenodigd", "id")
        ] + [
            (namen.get(g.persoon_id, ""), g.aanwezig)
            for g in GenodigdeInwoner.objects.met(dossier.toegang)
            .filter(overleg=rij)
            .order_by("moment", "id")
        ]
        uit.append(
            Verslag(
                rij.dag,
                rij.gesloten_door,
                (rij.gesloten_door, *(naam for naam, er in wie if er)),
                tuple(naam for naam, er in wie if not er),
                tuple((punt.onderwerp, punt.uitkomst) for punt in rij.agenda.order_by("id")),
                tuple(a for a in dossier.afspraken if a.overleg_id == rij.id),
            )
        )
    return tuple(uit)
