"""A case as one worker may see it: the family, who takes part, what each agreed to, and the facts of the guards.

Everything hangs on one person: each is asked for apart, with what he agreed to. Of who does not take part nothing
is asked but how he belongs to the family.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.toestemming import Woord, geldend
from samenhang.kernel.rechten.feiten import Vastgelegd, als_woord
from samenhang.kernel.rechten.models import Bezwaar, Informering, Toestemming, Uitstel
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.wams.domain.bewakers import Samenhang, WamsFeiten
from samenhang.schemes.wams.domain.instemming import opent, weggevallen
from samenhang.schemes.wams.domain.leefgebieden import DEELNAME, INHOUD
from samenhang.schemes.wams.domain.proces import AFGEROND, BIJ_HET_MELDPUNT, IN_AANPAK
from samenhang.schemes.wams.models import (
    Afspraak,
    Bevinding,
    Doel,
    Evaluatie,
    GenodigdeInwoner,
    Gezinslid,
    Melding,
    Overleg,
)
from samenhang.schemes.wams.scheme import AMBTSHALVE, SCHEME

WET_AMBTSHALVE = "wams-ambtshalve"
HULPVRAGER = "inwoner"
"""As the role of a `Betrokkene`: whom the report is about, or who asks for help."""
GEZINSLID = "gezinslid"
AAN = "gemeente"
"""The kind of organisation that asks: consent is given to each kind apart."""


def doel_van(zaak: Zaak) -> str:
    """The purpose that the case serves in its present step."""
    if zaak.stap in BIJ_HET_MELDPUNT:
        return "triage"
    if zaak.stap in IN_AANPAK or zaak.stap in AFGEROND:
        return SCHEME.doel
    return "onderzoek_ambtshalve" if zaak.soort == AMBTSHALVE else "onderzoek"


@dataclass
class Dossier:
    """A case with the family in it, as read under one decision; more is asked for one person at a time."""

    actor: Actor
    zaak: Zaak
    toegang: Toegang
    rollen: dict[UUID, str]
    leden: list[Gezinslid]
    woorden: dict[UUID, list[Toestemming]]
    informeringen: list[Informering]
    uitstellen: list[Uitstel]
    bezwaren: list[Bezwaar]
    bevindingen: list[Bevinding] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    doelen: list[Doel] = field(default_factory=list)
    afspraken: list[Afspraak] = field(default_factory=list)

    @property
    def rol(self) -> str:
        """The role in which this step of the case is treated."""
        if self.zaak.stap in BIJ_HET_MELDPUNT:
            return "meldpunt"
        return "coordinator" if self.zaak.stap in IN_AANPAK else "onderzoeker"

    @property
    def ambtshalve(self) -> bool:
        """Whether the case runs without a request for help."""
        return self.zaak.soort == AMBTSHALVE

    @property
    def over_wie(self) -> list[UUID]:
        """Whom the case is about: who asked or was reported, and who takes part."""
        return [
            persoon for persoon, rol in self.rollen.items() if rol == HULPVRAGER or self.neemt_deel(persoon)
        ]

    @property
    def hulpvrager(self) -> str:
        """The name of who asked for help, or was reported."""
        return next((lid.naam for lid in self.leden if self.rollen.get(lid.persoon_id) == HULPVRAGER), "")

    @property
    def niet_mee(self) -> list[str]:
        """The names of those whom the case is not about."""
        over = set(self.over_wie)
        return [lid.naam for lid in self.leden if lid.persoon_id not in over]

    def instemming(self, persoon: UUID, aan: str = AAN) -> frozenset[str]:
        """What this person agreed to share with us, or with another kind of organisation."""
        return geldend(self._woorden(persoon), doel_van(self.zaak), aan, huidige_operatie().nu)

    def weggevallen(self, persoon: UUID) -> frozenset[str]:
        """What this person once agreed to share with us and does not any more."""
        return weggevallen((w for w in self._woorden(persoon) if w.aan == AAN), self.instemming(persoon))

    def _woorden(self, persoon: UUID) -> list[Woord]:
        return [als_woord(rij) for rij in self.woorden.get(persoon, ())]

    def neemt_deel(self, persoon: UUID) -> bool:
        """Whether this person agreed that the case is about him too."""
        return DEELNAME in self.instemming(persoon)

    def lid(self, persoon: UUID, veld: str = "persoon") -> Gezinslid:
        """The family member; refuses, at this field of the input, who does not belong to this case."""
        for lid in self.leden:
            if lid.persoon_id == persoon:
                return lid
        tekst = Tekst("Deze persoon hoort niet bij deze zaak. Kies iemand uit het gezin.", "This person does not belong to this case. Choose someone of the family.")  # fmt: skip
        raise Geweigerd.bij(veld, "persoon_onbekend", tekst)

    def inhoud(self, persoon: UUID) -> frozenset[str]:
        """What may be asked of what is going on with this person: what he agreed to share, or in route B the law's."""
        if doel_van(self.zaak) == "onderzoek_ambtshalve":
            return INHOUD if self.rollen.get(persoon) == HULPVRAGER else frozenset()
        return opent(self.instemming(persoon), AAN)

    def vastgelegd(self, persoon: UUID) -> Vastgelegd:
        """What is on record of this person: what he agreed to, was told, and objects to."""
        return Vastgelegd(
            instemming=self.inhoud(persoon),
            geinformeerd=any(rij.persoon_id == persoon for rij in self.informeringen),
            uitstel_tot=next((rij.tot for rij in self.uitstellen if rij.persoon_id == persoon), None),
            bezwaar=any(rij.beslist_op is None or rij.toegewezen for rij in self.bezwaren),
        )

    def toegang_tot(
        self, persoon: UUID, *, leest: Iterable[str] = (), schrijft: Iterable[str] = ()
    ) -> Toegang:
        """The decision about one person, with what he agreed to; refused with its reason where he did not."""
        return toegang_tot(
            self.actor,
            self.zaak,
            leest=leest,
            schrijft=schrijft,
            doel=doel_van(self.zaak),
            personen=[persoon],
            bekend=self.vastgelegd(persoon),
        )

    def feiten(self) -> WamsFeiten:
        """What the guards ask."""
        laatste = self.bevindingen[-1] if self.bevindingen else None
        gaat_over = self.over_wie
        verteld = {rij.persoon_id for rij in self.informeringen}
        loopt = {rij.persoon_id for rij in self.uitstellen if rij.tot >= vandaag()}
        met_afspraak = {afspraak.doel_id for afspraak in self.afspraken}
        overleg = Overleg.objects.filter(zaak=self.zaak, gesloten__isnull=True).first()
        return WamsFeiten(
            melder_bericht=any(m.melder_bericht_op is not None or m.melder_soort == "inwoner" for m in self.meldingen),
            instemming=any(self.neemt_deel(p) for p, rol in self.rollen.items() if rol == HULPVRAGER),
            geinformeerd=bool(gaat_over) and verteld.issuperset(gaat_over),
            uitgesteld=bool(loopt) and (verteld | loopt).issuperset(gaat_over),
            professional=any(m.melder_soort == "professional" for m in self.meldingen),
            ambtshalve_mag=ambtshalve_in_werking(),
            samenhang=Samenhang.OPEN if laatste is None else Samenhang.JA if laatste.samenhang else Samenhang.NEE,
            binnen_termijn=laatste is not None and (laatste.binnen_termijn or bool(laatste.te_laat_omdat)),
            coordinator=self.zaak.behandelaar_id is not None and self.zaak.stap in IN_AANPAK,
            plan_compleet=bool(self.doelen) and met_afspraak >= {doel.id for doel in self.doelen},
            meegelezen=all(afspraak.gelezen_op is not None for afspraak in self.afspraken),
            bezwaar=any(rij.beslist_op is None or rij.toegewezen for rij in self.bezwaren),
            overleg_gepland=overleg is not None and overleg.agenda.exists(),
            agenda_af=overleg is not None and not overleg.agenda.filter(uitkomst="").exists(),
            aanwezigheid_af=overleg is not None and self._aanwezigheid_af(overleg),
            evaluatie=self.zaak.stap in IN_AANPAK and Evaluatie.objects.met(self.toegang).filter(zaak=self.zaak).exists(),
        )  # fmt: skip

    def _aanwezigheid_af(self, overleg: Overleg) -> bool:
        inwoners = GenodigdeInwoner.objects.met(self.toegang).filter(overleg=overleg)
        return not (
            overleg.genodigden.filter(aanwezig__isnull=True).exists()
            or inwoners.filter(aanwezig__isnull=True).exists()
        )


def ambtshalve_in_werking() -> bool:
    """Whether the law of the investigation without a request for help is in force today."""
    return beslistabel().grondslagen[WET_AMBTSHALVE].in_werking_op(vandaag())


def geen_instemming(lid: Gezinslid, zonder: frozenset[str]) -> Geweigerd:
    """The refusal of what someone did not agree to."""
    titels = {categorie.naam: categorie.titel for categorie in SCHEME.categorieen}
    wat = [titels[naam] for naam in sorted(zonder) if naam in titels]
    nl, en = (
        ", ".join(tekst.in_taal(taal).lower() for tekst in wat) or taal_van
        for taal, taal_van in (("nl", "gegevens"), ("en", "data"))
    )
    return Geweigerd(
        "geen_instemming",
        Tekst(
            f"{lid.naam} stemt hier niet mee in: {nl}. Vraag het hem of haar eerst.",
            f"{lid.naam} does not agree to this: {en}. Ask him or her first.",
        ),
        status=403,
    )  # fmt: skip


def basis(stap: str) -> frozenset[str]:
    """What every worker needs of every member of the family in this step, to know what he may do."""
    wat = {"gezin", "instemming", "informeren", "bezwaar"}
    if stap in BIJ_HET_MELDPUNT:
        return frozenset(wat | {"melding"})
    wat.add("bevinding")
    return frozenset(wat | ({"afspraken"} if stap in IN_AANPAK else {"melding"}))


def open_dossier(
    actor: Actor, zaak_id: UUID, *, schrijft: Iterable[str] = (), op_slot: bool = False
) -> Dossier:
    """The case for who treats it; `schrijft` of the basic categories may be written for everybody in it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=op_slot)
    leest = basis(zaak.stap)
    toegang = toegang_tot(
        actor, zaak, leest=leest, schrijft=schrijft, doel=doel_van(zaak), bekend=Vastgelegd()
    )
    woorden: dict[UUID, list[Toestemming]] = defaultdict(list)

    def rijen(model: type[Categorietabel], op: str = "moment") -> list[Any]:
        if model.CATEGORIE not in leest:
            return []
        return list(model.objects.met(toegang).filter(zaak=zaak).order_by(op, "id"))

    for rij in rijen(Toestemming):
        woorden[rij.persoon_id].append(rij)

    return Dossier(
        actor,
        zaak,
        toegang,
        dict(Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", "rol")),
        rijen(Gezinslid),
        dict(woorden),
        rijen(Informering),
        [rij for rij in rijen(Uitstel) if rij.geeindigd is None],
        rijen(Bezwaar, "datum"),
        rijen(Bevinding),
        rijen(Melding),
        rijen(Doel),
        rijen(Afspraak),
    )
