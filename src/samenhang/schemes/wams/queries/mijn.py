"""What a resident sees of his own cases: everything about himself, and nothing about anyone else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.toestemming import geldend, leeftijd
from samenhang.kernel.rechten.domain.vertegenwoordiging import mag_zelf_inzien
from samenhang.kernel.rechten.feiten import als_woord
from samenhang.kernel.rechten.models import Bezwaar, Informering, Toestemming, Uitstel, Vertegenwoordiging
from samenhang.kernel.toegang import NietToegestaan, Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud, UitgaandeOverdracht, Weigering
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend
from samenhang.schemes.wams.domain.leefgebieden import DEELNAME, LEEFGEBIEDEN
from samenhang.schemes.wams.domain.partijen import PARTIJEN_VAN_BUITEN
from samenhang.schemes.wams.dossier import AAN
from samenhang.schemes.wams.models import (
    AANDACHTSPUNTEN,
    Afspraak,
    Betrokkenheid,
    Bevinding,
    Doel,
    GenodigdeInwoner,
    GevoeligeBetrokkenheid,
    Gezinslid,
    Melding,
)
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class EigenZaak:
    """A case, as far as it is about the resident himself.

    Who does not take part (`doet_mee`) has no more in it than his name: how it goes is then the other's, not his.
    """

    zaak: Zaak
    doet_mee: bool
    behandelaar: str
    lid: Gezinslid | None
    meldingen: tuple[Melding, ...]
    bevindingen: tuple[Bevinding, ...]
    informeringen: tuple[Informering, ...]
    uitgesteld: tuple[Uitstel, ...]
    stemt_in_met: tuple[str, ...]
    deelt: tuple[tuple[str, tuple[str, ...]], ...]
    overleggen: tuple[date, ...]
    antwoorden: tuple[Toestemming, ...]
    vertegenwoordigd: tuple[Vertegenwoordiging, ...]
    punten: tuple[tuple[str, str, str, str], ...]
    loketten: tuple[tuple[str, str], ...]
    doelen: tuple[Doel, ...]
    afspraken: tuple[Afspraak, ...]
    bezwaren: tuple[Bezwaar, ...]
    termijnen: tuple[ZaakTermijn, ...]
    doorgegeven: tuple[UitgaandeOverdracht, ...]
    geweigerd: tuple[Weigering, ...]

    @property
    def besloten(self) -> date | None:
        """The day of the last decision on an objection of his, of which there is a letter."""
        return max((rij.beslist_op for rij in self.bezwaren if rij.beslist_op), default=None)


@query(SCHEME, "mijn zaken bekijken")
def mijn_zaken(actor: Actor) -> list[EigenZaak]:
    """The resident's own cases, the open ones first. A case he may not know of yet is not among them.

    Telling him was put off, so it is not told here either: his page shows it as soon as the postponement ends.
    """
    if actor.persoon_id is None:
        raise zaak_onbekend()
    zaken = Zaak.objects.filter(scheme=SCHEME.naam, betrokkenen__persoon_id=actor.persoon_id).exclude(
        stap="vernietigd"
    )
    gevonden = [
        _eigen(actor, zaak, actor.persoon_id)
        for zaak in zaken.select_related("behandelaar").order_by("gesloten", "-geopend")
    ]
    return [eigen for eigen in gevonden if eigen is not None]


def _eigen(actor: Actor, zaak: Zaak, wie: UUID) -> EigenZaak | None:
    alles = [
        "naw",
        "informeren",
        "bezwaar",
        "instemming",
        *(categorie.naam for categorie in SCHEME.categorieen),
    ]
    toegang = toegang_tot(actor, zaak, leest=alles, doel=INZAGE, personen=[wie])
    leden = Gezinslid.objects.met(toegang).filter(zaak=zaak)
    jaren = [leeftijd(lid.geboortedatum, vandaag()) for lid in leden]
    if not all(mag_zelf_inzien(jaar) for jaar in jaren):
        raise NietToegestaan((("naw", "leeftijd"),))
    return eigen_zaak(toegang, zaak, wie)


def eigen_zaak(toegang: Toegang, zaak: Zaak, wie: UUID) -> EigenZaak | None:
    """A case as far as it is about this person and the decision opens it; None while telling him is put off."""

    def rijen(model: type[Categorietabel], op: str = "moment") -> tuple[Any, ...]:
        if model.CATEGORIE not in toegang.leest:
            return ()
        return tuple(model.objects.met(toegang).filter(zaak=zaak).order_by(op, "id"))

    uitgesteld: tuple[Uitstel, ...] = rijen(Uitstel)
    if any(rij.geeindigd is None for rij in uitgesteld):
        return None
    antwoorden: tuple[Toestemming, ...] = rijen(Toestemming)
    leden: tuple[Gezinslid, ...] = rijen(Gezinslid)
    woorden = [als_woord(rij) for rij in antwoorden if rij.persoon_id == wie]

    def stemt_in_met(aan: str) -> frozenset[str]:
        return geldend(woorden, SCHEME.doel, aan, huidige_operatie().nu)

    geldt = stemt_in_met(AAN)
    doet_mee = not leden or leden[0].relatie == "hulpvrager" or DEELNAME in geldt
    return EigenZaak(
        zaak=zaak,
        doet_mee=doet_mee,
        behandelaar=zaak.behandelaar.naam if zaak.behandelaar and doet_mee else "",
        lid=leden[0] if leden else None,
        meldingen=rijen(Melding),
        bevindingen=rijen(Bevinding),
        informeringen=rijen(Informering),
        uitgesteld=uitgesteld,
        stemt_in_met=tuple(sorted(geldt)),
        deelt=tuple((aan, tuple(sorted(wat))) for aan in PARTIJEN_VAN_BUITEN if (wat := stemt_in_met(aan))),
        overleggen=tuple(
            rij.overleg.dag
            for rij in GenodigdeInwoner.objects.met(toegang).filter(zaak=zaak, overleg__gesloten__isnull=True).select_related("overleg")
        ),
        antwoorden=antwoorden,
        vertegenwoordigd=rijen(Vertegenwoordiging),
        punten=tuple((naam, rij.tekst, rij.bron, rij.voorwaarde) for naam in LEEFGEBIEDEN for rij in rijen(AANDACHTSPUNTEN[naam])),
        loketten=tuple((rij.leefgebied, rij.loket) for model in (Betrokkenheid, GevoeligeBetrokkenheid) for rij in rijen(model)),
        doelen=rijen(Doel),
        afspraken=rijen(Afspraak),
        bezwaren=rijen(Bezwaar, "datum"),
        termijnen=tuple(zaak.termijnen.filter(klaar__isnull=True).order_by("einde")) if doet_mee else (),
        doorgegeven=tuple(
            rij.overdracht
            for rij in OverdrachtInhoud.objects.met(toegang).filter(overdracht__zaak=zaak).select_related("overdracht").order_by("overdracht__gemaakt")
        ),
        geweigerd=rijen(Weigering),
    )  # fmt: skip
