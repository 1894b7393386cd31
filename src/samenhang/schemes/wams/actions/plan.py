"""The plan: goals from a list, agreements from phrases, read along by a colleague before anyone else sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Deelname, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend, zaak_van
from samenhang.schemes.wams.actions.gedeeld import collega_met_rol, keuze, vanaf_vandaag, weiger
from samenhang.schemes.wams.actions.gezin import vast
from samenhang.schemes.wams.actions.overleg import lopend_overleg
from samenhang.schemes.wams.domain.leefgebieden import PARTIJEN
from samenhang.schemes.wams.domain.planzinnen import DOELEN, PLANZINNEN
from samenhang.schemes.wams.domain.proces import ZAAK
from samenhang.schemes.wams.dossier import Dossier, geen_instemming, open_dossier
from samenhang.schemes.wams.models import Afspraak, Doel
from samenhang.schemes.wams.scheme import SCHEME

MEELEZERS = ("meldpunt", "onderzoeker", "coordinator", "teamleider")
IN_TE_VULLEN = ("plan",)


@dataclass(frozen=True, slots=True)
class Doelinvoer:
    """Whose goal, and which."""

    persoon: UUID = veld("Voor wie?", "For whom?", bron="deelnemers")
    doel: str = veld("Welk doel?", "Which goal?", keuzes=tuple(DOELEN.items()))


@dataclass(frozen=True, slots=True)
class Afspraakinvoer:
    """Which agreement, by whom, for which goal, by when."""

    doel: UUID = veld("Bij welk doel?", "For which goal?", bron="doelen")
    zin: str = veld(
        "Wat wordt afgesproken?", "What is agreed?", keuzes=tuple((z.naam, z.tekst) for z in PLANZINNEN)
    )
    wie: str = veld("Wie doet het?", "Who does it?", keuzes=tuple(PARTIJEN.items()))
    uiterlijk: date = veld("Uiterlijk", "By")


@dataclass(frozen=True, slots=True)
class Meelezer:
    """Which colleague reads along."""

    medewerker: UUID = veld("Wie leest mee?", "Who reads along?", bron="meelezers")


@dataclass(frozen=True, slots=True)
class Afspraakkeuze:
    """Which agreement was kept."""

    afspraak: UUID = veld("Welke afspraak?", "Which agreement?", bron="afspraken")


def _in_stap(dossier: Dossier, *stappen: str) -> None:
    if dossier.zaak.stap not in stappen:
        titels = [ZAAK.stap(naam).titel for naam in stappen]
        raise Geweigerd(
            "stap_onmogelijk",
            Tekst(
                f"Dit kan alleen in de stap {' of '.join(t.nl for t in titels)}. Vernieuw de pagina.",
                f"This is possible only in the step {' or '.join(t.en for t in titels)}. Reload the page.",
            ),
            status=409,
        )  # fmt: skip


@action(SCHEME, "plan beginnen")
def begin_plan(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """The coordinator begins the plan."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaken.zet_stap(actor, dossier.zaak, "plannen", dossier.feiten())
    return dossier.zaak


@action(SCHEME, "doel vastleggen")
def leg_doel_vast(actor: Actor, zaak_id: UUID, invoer: Doelinvoer) -> Zaak:
    """Put a goal of one person into the plan; who does not take part has no goals in it."""
    dossier = open_dossier(actor, zaak_id, schrijft=("afspraken",), op_slot=True)
    _in_stap(dossier, *IN_TE_VULLEN)
    keuze("doel", invoer.doel, DOELEN)
    lid = dossier.lid(invoer.persoon)
    if invoer.persoon not in dossier.over_wie:
        raise geen_instemming(lid, frozenset({"afspraken"}))
    if any(d.persoon_id == invoer.persoon and d.doel == invoer.doel for d in dossier.doelen):
        raise Geweigerd("al_in_plan", Tekst("Dit doel staat al in het plan.", "This goal is already in the plan."), status=409)  # fmt: skip
    Doel.objects.met(dossier.toegang).create(**vast(dossier, invoer.persoon), doel=invoer.doel)
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "afspraak vastleggen")
def leg_afspraak_vast(actor: Actor, zaak_id: UUID, invoer: Afspraakinvoer) -> Zaak:
    """Put an agreement into the plan, from the list of phrases: no free text reaches another party."""
    dossier = open_dossier(actor, zaak_id, schrijft=("afspraken",), op_slot=True)
    _in_stap(dossier, *IN_TE_VULLEN, "casusoverleg")
    keuze("zin", invoer.zin, {zin.naam for zin in PLANZINNEN})
    keuze("wie", invoer.wie, PARTIJEN)
    vanaf_vandaag("uiterlijk", invoer.uiterlijk)
    doel = next((d for d in dossier.doelen if d.id == invoer.doel), None)
    if doel is None:
        raise weiger("doel", "doel_onbekend", "Dit doel staat niet in het plan. Kies een doel uit het plan.", "This goal is not in the plan. Choose one of the plan.")  # fmt: skip
    overleg = lopend_overleg(dossier.zaak) if dossier.zaak.stap == "casusoverleg" else None
    Afspraak.objects.met(dossier.toegang).create(
        **vast(dossier, doel.persoon_id),
        doel=doel,
        zin=invoer.zin,
        wie=invoer.wie,
        uiterlijk=invoer.uiterlijk,
        overleg=overleg,
    )
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "meelezer vragen")
def vraag_meelezer(actor: Actor, zaak_id: UUID, invoer: Meelezer) -> Zaak:
    """Ask a colleague to read the agreements along: he sees those, and who belongs to the family, and nothing else."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    _in_stap(dossier, *IN_TE_VULLEN)
    wie = collega_met_rol(dossier.zaak, invoer.medewerker, *MEELEZERS)
    if wie.id == actor.medewerker_id:
        raise weiger("medewerker", "zelf_meelezen", "Een ander leest mee, niet u zelf.", "Someone else reads along, not you.")  # fmt: skip
    zaken.laat_deelnemen(dossier.zaak, wie, "meelezer", "taak", "leest de afspraken mee")
    return dossier.zaak


@action(SCHEME, "afspraken meelezen")
def lees_mee(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """The colleague agrees with the agreements that were not read yet; his part in the case ends with it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("afspraken",), schrijft=("afspraken",), bekend=Vastgelegd())
    if actor.medewerker_id is None:
        raise zaak_onbekend()
    deelname = Deelname.objects.filter(
        zaak=zaak, medewerker_id=actor.medewerker_id, betrokkenheid="taak", tot__isnull=True
    ).first()
    if deelname is None:
        raise Geweigerd(
            "geen_meelezer", Tekst("U bent niet gevraagd om mee te lezen.", "You were not asked to read along."), status=403
        )  # fmt: skip
    ongelezen = Afspraak.objects.met(toegang).filter(zaak=zaak, gelezen_op__isnull=True)
    if not ongelezen.update(gelezen_door_id=actor.medewerker_id, gelezen_op=zaken.vandaag()):
        raise Geweigerd("niets_te_lezen", Tekst("Er is niets om mee te lezen.", "There is nothing to read along."), status=409)  # fmt: skip
    zaken.beeindig_deelname(zaak, deelname.id, "meegelezen")
    return zaak


@action(SCHEME, "plan vaststellen")
def stel_vast(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Adopt the plan: from now on it is carried out, and evaluated within three months."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaken.zet_stap(actor, dossier.zaak, "vaststellen", dossier.feiten())
    zaken.start_termijn(dossier.zaak, "evaluatie", zaken.vandaag())
    return dossier.zaak


@action(SCHEME, "afspraak nakomen")
def kom_na(actor: Actor, zaak_id: UUID, invoer: Afspraakkeuze) -> Zaak:
    """An agreement was kept today."""
    dossier = open_dossier(actor, zaak_id, schrijft=("afspraken",), op_slot=True)
    _in_stap(dossier, "uitvoering", "casusoverleg", "evaluatie")
    open_ = Afspraak.objects.met(dossier.toegang).filter(
        zaak=dossier.zaak, id=invoer.afspraak, klaar__isnull=True
    )
    if not open_.update(klaar=zaken.vandaag()):
        raise weiger("afspraak", "afspraak_onbekend", "Deze afspraak bestaat niet of is al nagekomen. Kies een andere.", "This agreement does not exist or was already kept. Choose another.")  # fmt: skip
    zaken.bewaar(dossier.zaak)
    return dossier.zaak
