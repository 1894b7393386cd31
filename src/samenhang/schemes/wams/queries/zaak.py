"""One case, as whoever looks may see it: who treats it, who reads along, or a colleague who does neither.

The views differ because the decision does: what is not granted is not in the answer at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.rechten.models import Bezwaar, Informering, Uitstel
from samenhang.kernel.toegang.poort import NietToegestaan
from samenhang.kernel.zaken.models import Betrokkene, Taak, Tijdlijnregel, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, zaak_van
from samenhang.kernel.zaken.taken import open_taken
from samenhang.schemes.wams.domain.bewakers import WamsFeiten
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.domain.partijen import PARTIJEN_VAN_BUITEN
from samenhang.schemes.wams.dossier import HULPVRAGER, Dossier, open_dossier
from samenhang.schemes.wams.models import (
    AANDACHTSPUNTEN,
    Afspraak,
    Betrokkenheid,
    Bevinding,
    Doel,
    Evaluatie,
    GevoeligeBetrokkenheid,
    Gezinslid,
    Melding,
    Overleg,
)
from samenhang.schemes.wams.scheme import SCHEME

MET_INHOUD = ("onderzoek", "conclusie", "plan", "casusoverleg", "uitvoering", "evaluatie")
"""The steps in which consent opens what is going on in each domain."""
AMBTSHALVE_INHOUD = frozenset({"wonen", "veiligheid", "betrokkenheid"})


@dataclass(frozen=True, slots=True)
class Punt:
    """Something that is going on in one domain; `voorwaarde` is what its source asks about passing it on."""

    leefgebied: str
    tekst: str
    bron: str
    op: str
    voorwaarde: str = ""


@dataclass(frozen=True, slots=True)
class Persoonsbeeld:
    """A member of the family: of who does not take part the name and the relation, and nothing else."""

    id: UUID
    naam: str
    relatie: str
    neemt_deel: bool
    hulpvrager: bool
    stemt_in_met: tuple[str, ...] = ()
    ingetrokken: tuple[str, ...] = ()
    deelt: tuple[tuple[str, tuple[str, ...]], ...] = ()
    telefoon: str = ""
    punten: tuple[Punt, ...] = ()
    loketten: tuple[tuple[str, str], ...] = ()
    informering: Informering | None = None
    uitstel: Uitstel | None = None


@dataclass(frozen=True, slots=True)
class Zaakbeeld:
    """A case as one actor sees it. `beeld` says as whom: "behandelaar", "meelezer" or "organisatie"."""

    zaak: Zaak
    beeld: str
    naam: str
    personen: tuple[Persoonsbeeld, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    bevinding: Bevinding | None = None
    doelen: tuple[Doel, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    bezwaren: tuple[Bezwaar, ...] = ()
    evaluaties: tuple[Evaluatie, ...] = ()
    overleg: Overleg | None = None
    agenda: tuple[str, ...] = ()
    termijnen: tuple[ZaakTermijn, ...] = ()
    tijdlijn: tuple[Tijdlijnregel, ...] = ()
    taken: tuple[Taak, ...] = ()
    feiten: WamsFeiten = field(default_factory=WamsFeiten)


@query(SCHEME, "zaak bekijken")
def zaak(actor: Actor, zaak_id: UUID) -> Zaakbeeld:
    """The case for this actor. A closed one is shielded: who looked before, looks in vain now."""
    gevonden = zaak_van(actor, SCHEME.naam, zaak_id)
    hoe = betrokkenheid(actor, gevonden)
    if hoe == "behandelaar" and gevonden.gesloten is None:
        return _voor_behandelaar(open_dossier(actor, zaak_id))
    if hoe == "taak":
        return _voor_meelezer(actor, gevonden)
    return _voor_collega(actor, gevonden)


def _voor_collega(actor: Actor, zaak: Zaak) -> Zaakbeeld:
    """A name and how the case stands; a team lead sees the objection that he decides on."""
    bezwaren: tuple[Bezwaar, ...] = ()
    naam = ""
    try:
        naam = _naam(actor, zaak, "werkverdeling")
    except NietToegestaan:
        if not actor.heeft_rol(SCHEME.naam, "teamleider"):
            raise
    if actor.heeft_rol(SCHEME.naam, "teamleider"):
        toegang = toegang_tot(actor, zaak, leest=("bezwaar",), doel="bezwaar")
        bezwaren = tuple(Bezwaar.objects.met(toegang).filter(zaak=zaak).order_by("datum", "id"))
    return Zaakbeeld(zaak, "organisatie", naam, bezwaren=bezwaren, termijnen=_termijnen(zaak))


def _voor_meelezer(actor: Actor, zaak: Zaak) -> Zaakbeeld:
    toegang = toegang_tot(actor, zaak, leest=("gezin", "afspraken"), bekend=Vastgelegd())
    leden = Gezinslid.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")
    personen = tuple(
        Persoonsbeeld(lid.persoon_id, lid.naam, lid.relatie, neemt_deel=False, hulpvrager=lid.relatie == "hulpvrager")
        for lid in leden
    )  # fmt: skip
    return Zaakbeeld(
        zaak,
        "meelezer",
        next((persoon.naam for persoon in personen if persoon.hulpvrager), ""),
        personen,
        doelen=tuple(Doel.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")),
        afspraken=tuple(Afspraak.objects.met(toegang).filter(zaak=zaak).order_by("uiterlijk", "id")),
    )


def _voor_behandelaar(dossier: Dossier) -> Zaakbeeld:
    zaak = dossier.zaak
    overleg = Overleg.objects.filter(zaak=zaak, gesloten__isnull=True).prefetch_related("agenda").first()
    evaluaties: tuple[Evaluatie, ...] = ()
    if "afspraken" in dossier.toegang.leest:
        evaluaties = tuple(Evaluatie.objects.met(dossier.toegang).filter(zaak=zaak).order_by("-moment"))
    personen = personen_van_dossier(dossier)
    return Zaakbeeld(
        zaak,
        "behandelaar",
        next((persoon.naam for persoon in personen if persoon.hulpvrager), ""),
        personen,
        tuple(dossier.meldingen),
        dossier.bevindingen[-1] if dossier.bevindingen else None,
        tuple(dossier.doelen),
        tuple(sorted(dossier.afspraken, key=lambda afspraak: (afspraak.uiterlijk, str(afspraak.id)))),
        tuple(dossier.bezwaren),
        evaluaties,
        overleg,
        tuple(punt.onderwerp for punt in overleg.agenda.all()) if overleg else (),
        _termijnen(zaak),
        tuple(zaak.tijdlijn.all()),
        tuple(open_taken(zaak)),
        dossier.feiten(),
    )


def personen_van_dossier(dossier: Dossier) -> tuple[Persoonsbeeld, ...]:
    """Everybody of the family, each under a decision of his own."""
    return tuple(_persoon(dossier, lid) for lid in dossier.leden)


def _persoon(dossier: Dossier, lid: Gezinslid) -> Persoonsbeeld:
    """One member of the family, under a decision of his own."""
    wie, neemt_deel = lid.persoon_id, dossier.neemt_deel(lid.persoon_id)
    hulpvrager = dossier.rollen.get(wie) == HULPVRAGER
    kaal = Persoonsbeeld(
        wie, lid.naam, lid.relatie, neemt_deel, hulpvrager,
        tuple(sorted(dossier.instemming(wie))), tuple(sorted(dossier.weggevallen(wie))),
        deelt=tuple((aan, tuple(sorted(wat))) for aan in PARTIJEN_VAN_BUITEN if (wat := dossier.instemming(wie, aan))),
        informering=next((rij for rij in reversed(dossier.informeringen) if rij.persoon_id == wie), None),
        uitstel=next((rij for rij in dossier.uitstellen if rij.persoon_id == wie), None),
    )  # fmt: skip
    if not (neemt_deel or hulpvrager):
        return kaal
    opent = {"contact"} if hulpvrager else set()
    if dossier.ambtshalve and dossier.zaak.stap in ("onderzoek_ambtshalve", "conclusie"):
        opent |= AMBTSHALVE_INHOUD & dossier.inhoud(wie)
    elif dossier.zaak.stap in MET_INHOUD:
        opent |= dossier.inhoud(wie)
    if not opent:
        return kaal
    toegang = dossier.toegang_tot(wie, leest=opent)
    punten = [
        Punt(naam, rij.tekst, rij.bron, rij.moment.isoformat(), rij.voorwaarde)
        for naam in LEEFGEBIEDEN
        if naam in opent
        for rij in AANDACHTSPUNTEN[naam]
        .objects.met(toegang)
        .filter(zaak=dossier.zaak)
        .order_by("moment", "id")
    ]
    loketten = [
        (rij.leefgebied, rij.loket)
        for model in (Betrokkenheid, GevoeligeBetrokkenheid)
        if model.CATEGORIE in opent
        for rij in model.objects.met(toegang).filter(zaak=dossier.zaak).order_by("moment", "id")
        if dossier.ambtshalve or rij.leefgebied in dossier.instemming(wie)
    ]
    telefoon = ""
    if "contact" in opent:
        contact = Contactgegeven.objects.met(toegang).first()
        telefoon = contact.telefoon if contact else ""
    return replace(kaal, telefoon=telefoon, punten=tuple(punten), loketten=tuple(loketten))


def _naam(actor: Actor, zaak: Zaak, doel: str) -> str:
    wie = list(Betrokkene.objects.filter(zaak=zaak, rol=HULPVRAGER).values_list("persoon_id", flat=True))
    toegang = toegang_tot(actor, zaak, leest=("naw",), doel=doel, personen=wie)
    return ", ".join(naw.weergavenaam for naw in Naw.objects.met(toegang))


def _termijnen(zaak: Zaak) -> tuple[ZaakTermijn, ...]:
    return tuple(zaak.termijnen.order_by("einde"))
