"""What waits for a check in the BRP, and side by side: what the partner sent, what the BRP says, and why they differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.vroegsignalering.domain.brp import BrpUitkomst, Gezocht
from samenhang.schemes.vroegsignalering.domain.brpoorzaken import OORZAKEN
from samenhang.schemes.vroegsignalering.models import BrpAntwoord, SignaalNaam
from samenhang.schemes.vroegsignalering.scheme import SCHEME

DOEL = "brp_controle"
HAND = "hand"
TE_VRAGEN, TE_BEOORDELEN = "brp", "brp_oordeel"
"""The tasks of a case: residence is an open question; an answer of the BRP waits for a judgement."""
KIJKERS = ("intake", "systeem", "vroegsignaleerder", "teamleider")
TITELS = {
    "voorletters": Tekst("Voorletters of voornaam", "Initials or given name"),
    "achternaam": Tekst("Achternaam", "Surname"),
    "geboortedatum": Tekst("Geboortedatum", "Birth date"),
    "adres": Tekst("Adres", "Address"),
}


@dataclass(frozen=True, slots=True)
class Brprij:
    """One datum side by side; `oorzaken` says why it differs, empty when it does not."""

    titel: Tekst
    partner: str | date
    brp: str | date
    oorzaken: tuple[Tekst, ...]
    mens: bool


@dataclass(frozen=True, slots=True)
class Brpuitval:
    """One person of a melding whose answer waits for a judgement.

    `voorstel` is None when nobody was found. `bladwijzer` is the cursor after its case.
    """

    zaak_id: UUID
    nummer: str
    persoon_id: UUID
    naam: str
    behandelaar: str
    voorstel: BrpUitkomst | None
    kandidaten: int
    geheim: bool
    rijen: tuple[Brprij, ...]
    stand: tuple[Tekst, ...]
    moment: datetime
    oordeel: str
    toelichting: str
    behandelt: bool
    bladwijzer: str

    @property
    def mag_bevestigen(self) -> bool:
        """Whether who looks may take what the BRP says."""
        return self.voorstel is not None and (self.behandelt or not self.voorstel.weg)


@dataclass(frozen=True, slots=True)
class Brpstand:
    """How many cases wait: for the question to the BRP, and for a judgement of its answer."""

    te_vragen: int
    te_beoordelen: int


def _wacht(soort: str) -> Exists:
    """Whether a case has such an open task; asked case by case, so that few cases ask little."""
    return Exists(Taak.objects.filter(zaak_id=OuterRef("id"), soort=soort, klaar__isnull=True))


BEANTWOORD = _wacht(TE_BEOORDELEN)


def _wachtend(actor: Actor, *, beantwoord: bool) -> QuerySet[Zaak]:
    """Running cases whose residence is an open question: all for intake and system, his own for who follows up."""
    return _open_vragen(actor).filter(BEANTWOORD if beantwoord else ~BEANTWOORD).order_by("prioriteit", "id")


def _open_vragen(actor: Actor) -> QuerySet[Zaak]:
    zaken = Zaak.objects.filter(
        _wacht(TE_VRAGEN), organisatie_id=actor.organisatie, scheme=SCHEME.naam, gesloten__isnull=True
    )
    if actor.heeft_rol(SCHEME.naam, "intake", "systeem"):
        return zaken
    return zaken.filter(behandelaar_id=actor.medewerker_id)


@query(SCHEME, "BRP-controles tellen")
def wachtende_meldingen(actor: Actor, hoogstens: int) -> list[UUID]:
    """The cases about which the BRP was not asked yet, the most urgent first; no data of persons are read for it."""
    rol_vereist(actor, SCHEME.naam, *KIJKERS)
    return list(_wachtend(actor, beantwoord=False).values_list("id", flat=True)[:hoogstens])


@query(SCHEME, "BRP-controles tellen")
def brpstand(actor: Actor) -> Brpstand:
    """How many cases wait for the question, and how many for a judgement."""
    rol_vereist(actor, SCHEME.naam, *KIJKERS)
    tellen = _open_vragen(actor).aggregate(
        te_vragen=Count("id", filter=~BEANTWOORD), te_beoordelen=Count("id", filter=BEANTWOORD)
    )
    return Brpstand(**tellen)


@query(SCHEME, "BRP-uitval bekijken")
def brp_uitval(actor: Actor, aantal: int = 10, na: str = "", zaak_id: UUID | None = None) -> list[Brpuitval]:
    """The persons whose answer waits for a judgement, of at most `aantal` cases or of one.

    `na` continues after that case.
    """
    rol_vereist(actor, SCHEME.naam, *KIJKERS)
    zaken = _wachtend(actor, beantwoord=True)
    if zaak_id:
        zaken = zaken.filter(id=zaak_id)
    if na:
        prioriteit, sleutel = lees_bladwijzer(na, int, UUID)
        zaken = zaken.filter(Q(prioriteit__gt=prioriteit) | Q(prioriteit=prioriteit, id__gt=sleutel))
    uitval: list[Brpuitval] = []
    for zaak in zaken.select_related("behandelaar")[:aantal]:
        toegang = toegang_tot(actor, zaak, doel=DOEL, leest=("naw",))
        personen = toegang.personen or frozenset()
        namen = gezocht_van(toegang, personen)
        for persoon, antwoord in laatste_antwoorden(toegang, personen).items():
            if antwoord.bron != HAND and antwoord.uitkomst == BrpUitkomst.ONZEKER and persoon in namen:
                uitval.append(_naast_elkaar(actor, zaak, namen[persoon], antwoord))
    return uitval


def gezocht_van(toegang: Toegang, personen: Collection[UUID]) -> dict[UUID, Gezocht]:
    """What partners sent about these persons: of each the fullest name, of two equally full the latest."""
    beste: dict[UUID, tuple[tuple[bool, bool, UUID], SignaalNaam]] = {}
    for naam in SignaalNaam.objects.met(toegang).filter(persoon_id__in=list(personen)).order_by("id"):
        rang = (naam.geboortedatum is not None, bool(naam.voorletters or naam.voornaam), naam.id)
        if naam.persoon_id not in beste or beste[naam.persoon_id][0] < rang:
            beste[naam.persoon_id] = (rang, naam)
    velden = [veld.name for veld in fields(Gezocht)]
    return {
        persoon: Gezocht(**{veld: getattr(naam, veld) for veld in velden})
        for persoon, (_, naam) in sorted(beste.items())
    }


def laatste_antwoorden(toegang: Toegang, personen: Collection[UUID]) -> dict[UUID, BrpAntwoord]:
    """The newest answer about each of these persons, as far as there is one."""
    rijen = BrpAntwoord.objects.met(toegang).filter(persoon_id__in=list(personen)).order_by("moment", "id")
    return {rij.persoon_id: rij for rij in rijen}


def _naast_elkaar(actor: Actor, zaak: Zaak, gezocht: Gezocht, antwoord: BrpAntwoord) -> Brpuitval:
    gegevens = antwoord.gegevens
    voorstel = gegevens.get("voorstel", "")
    naam = " ".join(d for d in (gezocht.voorletters or gezocht.voornaam, gezocht.tussenvoegsel, gezocht.achternaam) if d)  # fmt: skip
    return Brpuitval(
        zaak_id=zaak.id,
        nummer=zaak.nummer,
        persoon_id=antwoord.persoon_id,
        naam=naam,
        behandelaar=zaak.behandelaar.naam if zaak.behandelaar else "",
        voorstel=BrpUitkomst(voorstel) if voorstel else None,
        kandidaten=int(gegevens.get("kandidaten", 0)),
        geheim=bool(gegevens.get("geheim")),
        rijen=_rijen(gezocht, gegevens, antwoord.verschillen) if voorstel else _alleen_partner(gezocht),
        stand=tuple(OORZAKEN[c].tekst for c in antwoord.verschillen if OORZAKEN[c].veld == "stand"),
        moment=antwoord.moment,
        oordeel=gegevens.get("oordeel", "") or ("ander" if "andere_persoon" in antwoord.verschillen else ""),
        toelichting=antwoord.toelichting,
        behandelt=zaak.behandelaar_id is not None and zaak.behandelaar_id == actor.medewerker_id,
        bladwijzer=bladwijzer(zaak.prioriteit, zaak.id),
    )


def _partner(gezocht: Gezocht) -> dict[str, str | date]:
    nummer = f"{gezocht.huisnummer or ''}{gezocht.huisletter}{'-' if gezocht.toevoeging else ''}{gezocht.toevoeging}"
    return {
        "voorletters": gezocht.voorletters or gezocht.voornaam,
        "achternaam": f"{gezocht.tussenvoegsel} {gezocht.achternaam}".strip(),
        "geboortedatum": gezocht.geboortedatum or "",
        "adres": f"{gezocht.postcode} {nummer}",
    }


def _alleen_partner(gezocht: Gezocht) -> tuple[Brprij, ...]:
    return tuple(Brprij(TITELS[veld], waarde, "", (), False) for veld, waarde in _partner(gezocht).items())


def _rijen(gezocht: Gezocht, gegevens: Mapping[str, Any], codes: Collection[str]) -> tuple[Brprij, ...]:
    """The data side by side. The address of who moved, or is secret, was compared and not kept."""
    geboren = gegevens.get("geboortedatum", "")
    eigen = f"{gegevens['tussenvoegsel']} {gegevens['achternaam']}".strip()
    if gegevens.get("partnernaam"):
        eigen = f"{eigen} (partner: {gegevens['partnernaam']})"
    brp: dict[str, str | date] = {
        "voorletters": gegevens["voorletters"],
        "achternaam": eigen,
        "geboortedatum": date.fromisoformat(geboren) if geboren else "",
        "adres": gegevens["adres"],
    }
    rijen = []
    for veld, waarde in _partner(gezocht).items():
        hier = [OORZAKEN[code] for code in codes if OORZAKEN[code].veld == veld]
        rijen.append(
            Brprij(TITELS[veld], waarde, brp[veld], tuple(o.tekst for o in hier), any(o.mens for o in hier))
        )
    return tuple(rijen)
