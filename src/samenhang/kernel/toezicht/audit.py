"""The audit log of the own organisation, for its auditor and data protection officer. Looking is logged as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import Operatie
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.beslissing import REDENEN
from samenhang.kernel.toezicht.kijken import onder_toezicht
from samenhang.kernel.zaken.models import Betrokkene, Zaak

KERNEL = "kernel"
UITKOMSTEN = ("verleend", "geweigerd")
VERNIETIGD = Tekst("(vernietigd)", "(destroyed)")
PER_BLAD = 50
HOOGSTENS_UIT = 10_000
"""Rows in one export; the period narrows it."""

KOLOMMEN = (
    "moment", "gebruiker", "rollen", "kanaal", "handeling", "uitkomst", "zaak", "betrokkenheid", "stap", "doel",
    "gevraagd", "verleend", "geweigerd", "regels", "plichten", "reden", "personen", "operatie", "tabelHash", "uitvoerder", "grondslagen", "instemming", "uitstel", "nood",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which decisions: period (both days included), worker, case number, person of that case (1, 2, …), outcome, rule.

    `na` is the id of the last row of the page before. `over_mensen` leaves out what touched nobody's data.
    """

    van: date | None = None
    tot: date | None = None
    medewerker: str = ""
    zaak: str = ""
    persoon: int | None = None
    uitkomst: str = ""
    regel: str = ""
    na: UUID | None = None
    over_mensen: bool = False


@dataclass(frozen=True, slots=True)
class AuditBeeld:
    """One decision or action as the auditor sees it.

    `wat`, `functies`, `waarom`, `plek`, `langs`, `gegevens`, `niet` and `redenen` say in words what `handeling`,
    `rollen`, `doel`, `stap` with `betrokkenheid`, `kanaal`, `verleend` and `geweigerd` say in codes.
    """

    id: UUID
    operatie_id: UUID
    moment: datetime
    gebruiker: str
    rollen: str
    kanaal: str
    handeling: str
    uitkomst: str
    zaak: str
    betrokkenheid: str
    stap: str
    doel: str
    gevraagd: str
    verleend: str
    geweigerd: tuple[tuple[str, str], ...]
    redenen: tuple[Tekst, ...]
    regels: str
    plichten: str
    reden: str
    personen: int
    tabel_hash: str
    uitvoerder: str
    grondslagen: str
    instemming: str
    uitstel: str
    nood: bool
    wat: Tekst
    plek: tuple[Tekst, ...]
    langs: Tekst
    functies: tuple[Tekst, ...]
    waarom: Tekst | None
    gegevens: tuple[Tekst, ...]
    niet: tuple[Tekst, ...]

    @property
    def regelnamen(self) -> list[str]:
        """The ids of the rules that decided."""
        return [naam for naam in self.regels.split(",") if naam]

    def cellen(self) -> tuple[object, ...]:
        """The row as `KOLOMMEN` names it."""
        geweigerd = ", ".join(f"{naam}: {code}" if naam else code for naam, code in self.geweigerd)
        return (
            self.moment.isoformat(), self.gebruiker, self.rollen, self.kanaal, self.handeling, self.uitkomst, self.zaak,
            self.betrokkenheid, self.stap, self.doel, self.gevraagd, self.verleend, geweigerd, self.regels, self.plichten,
            self.reden, self.personen, self.operatie_id, self.tabel_hash, self.uitvoerder, self.grondslagen, self.instemming,
            self.uitstel, "ja" if self.nood else "",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Auditlog:
    """A page; `volgende` is the cursor of the next one, `personen` how many the chosen case has."""

    regels: tuple[AuditBeeld, ...]
    volgende: UUID | None
    personen: int
    geweigerd: int
    filter: AuditFilter


def auditlog(actor: Actor, filter_: AuditFilter | None = None) -> Auditlog:
    """A page of the audit log, newest first, with the number of refusals under the same filter.

    Raises `NietToegestaan` for who holds no supervision, `Geweigerd` for a case number that is not known here.
    """
    keuze = filter_ or AuditFilter()
    with onder_toezicht(actor, "auditlog bekijken", filter=_filter(keuze)) as (op, schemes):
        rijen, personen = _gekozen(actor, keuze, schemes, op)
        geweigerd = rijen.filter(uitkomst="geweigerd").count()
        if keuze.na:
            rijen = rijen.filter(id__lt=keuze.na)
        gevonden = list(rijen.order_by("-id")[: PER_BLAD + 1])
        blad = tuple(beelden(gevonden[:PER_BLAD]))
    return Auditlog(blad, blad[-1].id if len(gevonden) > PER_BLAD else None, personen, geweigerd, keuze)


def audituitvoer(actor: Actor, filter_: AuditFilter | None = None) -> tuple[AuditBeeld, ...]:
    """The same rows for a file, at most `HOOGSTENS_UIT`; more is refused, so that a file is never half."""
    keuze = filter_ or AuditFilter()
    with onder_toezicht(actor, "auditlog uitvoeren", filter=_filter(keuze)) as (op, schemes):
        rijen, _ = _gekozen(actor, keuze, schemes, op)
        gevonden = list(rijen.order_by("-id")[: HOOGSTENS_UIT + 1])
        if len(gevonden) > HOOGSTENS_UIT:
            raise Geweigerd(
                "te_veel_regels",
                Tekst(
                    f"Dit zijn meer dan {HOOGSTENS_UIT} regels. Kies een kortere periode.",
                    f"These are more than {HOOGSTENS_UIT} rows. Choose a shorter period.",
                ),
            )
        return tuple(beelden(gevonden))


def _filter(keuze: AuditFilter) -> dict[str, str]:
    """The filter as it is noted with the look."""
    return {veld: str(waarde) for veld, waarde in asdict(keuze).items() if waarde}


def _gekozen(
    actor: Actor, keuze: AuditFilter, schemes: Sequence[str], op: Operatie
) -> tuple[QuerySet[Auditregel], int]:
    """The rows under a filter, and how many persons the chosen case has."""
    if keuze.uitkomst and keuze.uitkomst not in UITKOMSTEN:
        zin = Tekst(
            f'De uitkomst "{keuze.uitkomst}" bestaat niet. Kies uit {", ".join(UITKOMSTEN)}, of laat haar weg.',
            f'The outcome "{keuze.uitkomst}" does not exist. Choose from {", ".join(UITKOMSTEN)}, or leave it out.',
        )
        raise Geweigerd.bij("uitkomst", "uitkomst_onbekend", zin)
    rijen = Auditregel.objects.filter(organisatie_id=actor.organisatie, scheme__in=(*schemes, KERNEL))
    if keuze.van:
        rijen = rijen.filter(moment__gte=begin_van(keuze.van))
    if keuze.tot:
        rijen = rijen.filter(moment__lt=begin_van(keuze.tot + timedelta(days=1)))
    if keuze.medewerker:
        rijen = rijen.filter(gebruiker=keuze.medewerker.strip())
    if keuze.uitkomst:
        rijen = rijen.filter(uitkomst=keuze.uitkomst)
    if keuze.over_mensen:
        rijen = rijen.filter(aantal_personen__gt=0)
    if keuze.regel:
        rijen = rijen.filter(regels__contains=keuze.regel.strip())
    if not keuze.zaak.strip():
        if keuze.persoon:
            raise Geweigerd(
                "zaak_nodig",
                Tekst(
                    "Een persoon kiest u via zijn zaak: geef eerst het zaaknummer.",
                    "A person is chosen through his case: give the case number first.",
                ),
            )
        return rijen, 0
    zaak = Zaak.objects.filter(
        nummer=keuze.zaak.strip().upper(), organisatie_id=actor.organisatie, scheme__in=schemes
    ).first()
    if zaak is None:
        raise Geweigerd(
            "zaak_onbekend",
            Tekst(
                f"Zaak {keuze.zaak} is hier niet bekend. Controleer het nummer.",
                f"Case {keuze.zaak} is not known here. Check the number.",
            ),
        )
    mensen = list(Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True))
    if not keuze.persoon:
        return rijen.filter(zaak_id=zaak.id), len(mensen)
    if not 1 <= keuze.persoon <= len(mensen):
        raise Geweigerd(
            "persoon_onbekend",
            Tekst(
                f"Zaak {zaak.nummer} heeft {len(mensen)} betrokkenen.",
                f"Case {zaak.nummer} has {len(mensen)} persons.",
            ),
        )
    wie = mensen[keuze.persoon - 1]
    op.raakt([wie])
    operaties = Verwerking.objects.filter(betrokkene=betrokkene(wie)).values("operatie_id")
    return rijen.filter(operatie_id__in=operaties), len(mensen)


def beelden(regels: Sequence[Auditregel]) -> Iterator[AuditBeeld]:
    """The rows as the auditor sees them."""
    ids = {regel.zaak_id for regel in regels if regel.zaak_id}
    nummers = dict(Zaak.objects.filter(id__in=ids).values_list("id", "nummer"))
    for regel in regels:
        geweigerd = tuple((naam, code) for naam, code in regel.geweigerd)
        codes = dict.fromkeys(code for _, code in geweigerd)
        yield AuditBeeld(
            id=regel.id,
            operatie_id=regel.operatie_id,
            moment=regel.moment,
            gebruiker=regel.gebruiker,
            rollen=regel.rollen,
            kanaal=regel.kanaal,
            handeling=regel.naam,
            uitkomst=regel.uitkomst,
            zaak=(nummers.get(regel.zaak_id) or VERNIETIGD.nl) if regel.zaak_id else "",
            betrokkenheid=regel.betrokkenheid,
            stap=regel.stap,
            doel=regel.doel,
            gevraagd=regel.gevraagd,
            verleend=regel.verleend,
            geweigerd=geweigerd,
            redenen=tuple(REDENEN[code] for code in codes if code in REDENEN),
            regels=regel.regels,
            plichten=regel.plichten,
            reden=regel.reden,
            personen=regel.aantal_personen,
            tabel_hash=regel.tabel_hash,
            uitvoerder=regel.uitvoerder,
            grondslagen=regel.grondslagen,
            instemming=regel.instemming,
            uitstel=regel.uitstel,
            nood=regel.nood,
            wat=woorden.handeling(regel.scheme, regel.naam),
            plek=(woorden.stap(regel.scheme, regel.stap), woorden.betrokkenheid(regel.betrokkenheid))
            if regel.stap not in ("", "-")
            else (),
            langs=woorden.kanaal(regel.kanaal),
            functies=woorden.rollen(regel.scheme, regel.rollen),
            waarom=woorden.doel(regel.scheme, regel.doel) if regel.doel else None,
            gegevens=woorden.categorieen(regel.scheme, regel.verleend),
            niet=woorden.categorieen(regel.scheme, ",".join(naam for naam, _ in geweigerd)),
        )
