"""A case as who treats it may see it: what was recorded, and the facts of the guards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.schuldhulp.domain.berekeningen import canoniek
from samenhang.schemes.schuldhulp.domain.bewakers import (
    Afronding,
    Antwoordstand,
    Besluitstand,
    HulpFeiten,
    Kredietstand,
    Regeling,
    Schuldenstand,
    Uitspraak,
)
from samenhang.schemes.schuldhulp.domain.lening import Leenstand
from samenhang.schemes.schuldhulp.domain.proces import GAAT_LOPEN, IS_GEHAALD
from samenhang.schemes.schuldhulp.domain.sparen import NIETS, Spaarstand
from samenhang.schemes.schuldhulp.domain.waarborg import Stand
from samenhang.schemes.schuldhulp.kredietstand import leenstand, spaarstand
from samenhang.schemes.schuldhulp.models import (
    Aanbod,
    Beschikking,
    Betaaluitstel,
    Betaling,
    Borg,
    Hercontrole,
    Huishouden,
    Hulpvraag,
    Inkomen,
    Krediet,
    Opgavestuk,
    Rechtbankverzoek,
    Rekensom,
    Schuld,
    Schuldeiser,
    Spaarregeling,
    Uitbetaling,
    Uitdeling,
    Voorstel,
    Weigering,
    Zorgafmelding,
)
from samenhang.schemes.schuldhulp.scheme import SCHEME

INHOUD = ("naw", "contact", "hulpvraag", "budget", "schulden", "rekensom", "aanbod")


@dataclass
class Dossier:
    """A case under one decision; what was recorded is read when it is asked for, once."""

    actor: Actor
    zaak: Zaak
    toegang: Toegang
    persoon: UUID
    vandaag: date

    def _rijen(self, model: type[Categorietabel]) -> list[Any]:
        return list(model.objects.met(self.toegang).filter(zaak=self.zaak).order_by("moment", "id"))

    @cached_property
    def hulpvraag(self) -> Hulpvraag:
        """The request with which the case began."""
        rij: Hulpvraag = Hulpvraag.objects.met(self.toegang).get(zaak=self.zaak)
        return rij

    @cached_property
    def beschikkingen(self) -> list[Beschikking]:
        """The decisions, oldest first."""
        return self._rijen(Beschikking)

    @cached_property
    def huishouden(self) -> Huishouden | None:
        """The household as it was last recorded."""
        rijen = self._rijen(Huishouden)
        return rijen[-1] if rijen else None

    @cached_property
    def inkomens(self) -> list[Inkomen]:
        """The incomes, also those that ended."""
        return self._rijen(Inkomen)

    @cached_property
    def schulden(self) -> list[Schuld]:
        """The debts, those that lapsed included, with their creditor as it stands after merging."""
        return list(
            Schuld.objects.met(self.toegang)
            .filter(zaak=self.zaak)
            .select_related("schuldeiser__samen_met")
            .order_by("moment", "id")
        )

    @cached_property
    def rekensommen(self) -> list[Rekensom]:
        """The calculations, oldest first."""
        return self._rijen(Rekensom)

    @cached_property
    def voorstellen(self) -> list[Voorstel]:
        """What the creditors were offered in the round that stands; none after it was taken back."""
        rijen = (
            Voorstel.objects.met(self.toegang)
            .filter(zaak=self.zaak, vervallen=False)
            .select_related("schuldeiser__samen_met")
        )
        return sorted(rijen, key=lambda rij: (wie(rij.schuldeiser).naam, rij.rang))

    @cached_property
    def borgen(self) -> list[Borg]:
        """The guarantees that were asked, oldest first."""
        return self._rijen(Borg)

    @cached_property
    def krediet(self) -> Krediet | None:
        """The credit, once it was agreed."""
        rijen = self._rijen(Krediet)
        return rijen[0] if rijen else None

    @cached_property
    def uitbetalingen(self) -> list[Uitbetaling]:
        """What each creditor was paid at the start of the credit."""
        rijen = Uitbetaling.objects.met(self.toegang).filter(zaak=self.zaak)
        return sorted(rijen.select_related("schuldeiser__samen_met"), key=lambda rij: (wie(rij.schuldeiser).naam, rij.rang))  # fmt: skip

    @cached_property
    def betalingen(self) -> list[Betaling]:
        """What the resident paid, by day; what was taken back included."""
        return sorted(self._rijen(Betaling), key=lambda rij: (rij.ontvangen_op, rij.moment))

    @cached_property
    def uitstel(self) -> list[Betaaluitstel]:
        """What was agreed about arrears, oldest first."""
        return self._rijen(Betaaluitstel)

    @cached_property
    def spaarregeling(self) -> Spaarregeling | None:
        """The arrangement by saving or without capacity, once it began."""
        rijen = self._rijen(Spaarregeling)
        return rijen[0] if rijen else None

    @cached_property
    def hercontroles(self) -> list[Hercontrole]:
        """The checks of capacity, oldest first."""
        return self._rijen(Hercontrole)

    @cached_property
    def uitdelingen(self) -> list[Uitdeling]:
        """What creditors got of what was saved, oldest first."""
        rijen = Uitdeling.objects.met(self.toegang).filter(zaak=self.zaak)
        return list(rijen.select_related("schuldeiser__samen_met").order_by("uitgekeerd_op", "moment", "id"))

    @cached_property
    def weigeringen(self) -> list[Weigering]:
        """Who refused an offer of the round that stands, and why, oldest first."""
        van = [rij.id for rij in self.voorstellen]
        rijen = Weigering.objects.met(self.toegang).filter(zaak=self.zaak, voorstel__in=van)
        return list(rijen.select_related("schuldeiser__samen_met").order_by("op", "moment", "id"))

    @cached_property
    def verzoeken(self) -> list[Rechtbankverzoek]:
        """What was asked of the court, oldest first."""
        return self._rijen(Rechtbankverzoek)

    @property
    def uitspraak(self) -> Uitspraak:
        """What the court said on the request on which the case waits."""
        soort = {"dwangakkoord_verzocht": "287a", "wsnp_verzocht": "wsnp"}.get(self.zaak.stap)
        gezegd = [rij.stand for rij in self.verzoeken if rij.soort == soort and rij.uitspraak_op is not None]
        return Uitspraak(gezegd[-1]) if gezegd else Uitspraak.GEEN

    @property
    def spaarstand(self) -> Spaarstand | None:
        """How the arrangement by saving stands today."""
        if self.spaarregeling is None:
            return None
        return spaarstand(self.spaarregeling, self.hercontroles, self.betalingen, self.uitstel, self.vandaag)

    @property
    def uitgedeeld(self) -> Bedrag:
        """What creditors got so far of what was saved."""
        return Bedrag(sum(rij.bedrag_centen for rij in self.uitdelingen))

    @property
    def nog_uit_te_delen(self) -> Bedrag:
        """What was saved and did not go to creditors yet."""
        stand = self.spaarstand
        return stand.gespaard - self.uitgedeeld if stand else NIETS

    @cached_property
    def aanbiedingen(self) -> list[Aanbod]:
        """What stood in the portal of creditors with an account, and what they answered."""
        return self._rijen(Aanbod)

    @cached_property
    def opgavestukken(self) -> list[Opgavestuk]:
        """The files that creditors sent; their content is read apart."""
        rijen = Opgavestuk.objects.met(self.toegang).filter(zaak=self.zaak)
        return list(rijen.defer("inhoud").order_by("moment", "id"))

    @cached_property
    def zorgafmelding(self) -> Zorgafmelding | None:
        """That the health insurer is asked to deregister the resident, if he is."""
        rijen = self._rijen(Zorgafmelding)
        return rijen[-1] if rijen else None

    @property
    def borg(self) -> Borg | None:
        """The guarantee that was asked last."""
        return self.borgen[-1] if self.borgen else None

    @property
    def leenstand(self) -> Leenstand | None:
        """How the credit stands today."""
        return self.leenstand_op(self.vandaag)

    def leenstand_op(self, dag: date) -> Leenstand | None:
        """How the credit stands on a day, with all that came in."""
        return leenstand(self.krediet, self.betalingen, self.uitstel, dag) if self.krediet else None

    @property
    def lopende_inkomens(self) -> list[Inkomen]:
        """What comes in today."""
        return [rij for rij in self.inkomens if rij.tot is None or rij.tot >= self.vandaag]

    @property
    def inkomen(self) -> Bedrag:
        """What comes in a month today."""
        return Bedrag(sum(rij.netto_centen for rij in self.lopende_inkomens))

    @property
    def open_schulden(self) -> list[Schuld]:
        """The debts that still count."""
        return [rij for rij in self.schulden if rij.stand != "vervallen"]

    @property
    def gegevens_hash(self) -> str:
        """The hash of what a calculation looks at: another one as soon as any of it changes."""
        huis = self.huishouden
        wat = {
            "huishouden": [huis.situatie, huis.kinderen, huis.vtlb_centen] if huis else None,
            "inkomens": [[rij.soort, rij.netto_centen] for rij in self.lopende_inkomens],
            "schulden": sorted([str(wie(r.schuldeiser).id), r.kenmerk, r.bedrag_centen, r.rang] for r in self.open_schulden),
        }  # fmt: skip
        return hashlib.sha256(canoniek(wat)).hexdigest()

    @property
    def rekensom(self) -> Rekensom | None:
        """The last calculation."""
        return self.rekensommen[-1] if self.rekensommen else None

    @property
    def voorstelsom(self) -> Rekensom | None:
        """The calculation of the proposal that stands; before there is one, the last calculation."""
        gekozen = {rij.rekensom for rij in self.voorstellen}
        return next((som for som in self.rekensommen if som.id in gekozen), self.rekensom)

    def krediet_feiten(self) -> HulpFeiten:
        """The facts about the credit alone, for who may read nothing else."""
        return HulpFeiten(krediet=_kredietstand(self.borg, self.leenstand), afronding=self._afronding(""))

    def _afronding(self, nazorg: object) -> Afronding:
        if any(rij.schone_lei_op is not None for rij in self.verzoeken):
            return Afronding.NAZORG if nazorg else Afronding.VOLBRACHT
        if self.spaarstand is not None:
            if not self.spaarstand.voldaan or self.nog_uit_te_delen > NIETS:
                return Afronding.LOOPT
            return Afronding.NAZORG if nazorg else Afronding.VOLBRACHT
        stand = self.leenstand
        gekweten = all(rij.kwijting_op is not None for rij in self.uitbetalingen)
        if stand is None or not stand.voldaan or not gekweten:
            return Afronding.LOOPT
        return Afronding.NAZORG if nazorg else Afronding.VOLBRACHT

    def feiten(self, besluit: Beschikking | None = None) -> HulpFeiten:
        """The facts of the guards as they are recorded now; `besluit` is one that this action takes."""
        som, aanbod = self.rekensom, self.voorstelsom
        return HulpFeiten(
            besluit=Besluitstand.GEEN if besluit is None else Besluitstand.MET_PLAN if besluit.plan else Besluitstand.ZONDER_PLAN,
            inkomen_bekend=self.huishouden is not None and bool(self.lopende_inkomens),
            gestabiliseerd=self.hulpvraag.gestabiliseerd_op is not None,
            schulden=_schuldenstand(self.open_schulden),
            berekend=som is not None and som.gegevens == self.gegevens_hash,
            antwoorden=_antwoordstand(self.voorstellen),
            uitspraak=self.uitspraak,
            regeling=Regeling(aanbod.regeling) if aanbod else Regeling.GEEN,
            krediet=_kredietstand(self.borg, self.leenstand),
            afronding=self._afronding(self.hulpvraag.nazorg_op),
        )  # fmt: skip

    def vernieuw(self, *namen: str) -> None:
        """Read these again when they are asked for: they changed."""
        for naam in namen:
            self.__dict__.pop(naam, None)

    def gelezen(self) -> Dossier:
        """The same with everything in it, for who shows it after the operation in which it may be read."""
        for naam in (
            "hulpvraag",
            "beschikkingen",
            "huishouden",
            "inkomens",
            "schulden",
            "rekensommen",
            "voorstellen",
            "borgen",
            "krediet",
            "uitbetalingen",
            "betalingen",
            "uitstel",
            "spaarregeling",
            "hercontroles",
            "uitdelingen",
            "zorgafmelding",
            "aanbiedingen",
            "opgavestukken",
            "weigeringen",
            "verzoeken",
        ):
            getattr(self, naam)
        return self

    def vast(self) -> dict[str, Any]:
        """What every new row of this case holds."""
        operatie = huidige_operatie()
        return {
            "organisatie_id": self.zaak.organisatie_id,
            "persoon_id": self.persoon,
            "zaak": self.zaak,
            "moment": operatie.nu,
            "door": self.actor.naam,
        }

    def zet_stap(
        self, overgang: str, reden: str = "", feiten: HulpFeiten | None = None, vanaf: date | None = None
    ) -> None:
        """Take a step; the terms that it meets stop, and the one that it starts runs from today, or from `vanaf`."""
        naar = SCHEME.zaakproces.overgang(overgang).naar
        gehaald = IS_GEHAALD.get(naar, ())
        if gehaald:
            zaken.rond_termijn_af(self.zaak, *gehaald, opslaan=False)
        zaken.zet_stap(self.actor, self.zaak, overgang, feiten or self.feiten(), reden)
        if gehaald:
            zaken.zet_volgende_termijn(self.zaak)
        regel = GAAT_LOPEN.get(naar)
        if regel and not self.zaak.termijnen.filter(regel=regel, klaar__isnull=True).exists():
            zaken.start_termijn(self.zaak, regel, vanaf or zaken.vandaag())


def wie(schuldeiser: Schuldeiser) -> Schuldeiser:
    """The creditor itself, or the one with which it is one."""
    return schuldeiser.samen_met or schuldeiser


def _schuldenstand(schulden: list[Schuld]) -> Schuldenstand:
    if not schulden or any(rij.bedrag_centen is None for rij in schulden):
        return Schuldenstand.ONBEKEND
    return Schuldenstand.BETWIST if any(rij.stand == "betwist" for rij in schulden) else Schuldenstand.BEKEND


def _antwoordstand(voorstellen: list[Voorstel]) -> Antwoordstand:
    antwoorden = {rij.antwoord for rij in voorstellen}
    if not voorstellen or "" in antwoorden:
        return Antwoordstand.OPEN
    return Antwoordstand.AKKOORD if antwoorden <= {"akkoord", "dwangakkoord"} else Antwoordstand.GEWEIGERD


def _kredietstand(borg: Borg | None, stand: Leenstand | None) -> Kredietstand:
    if stand is not None:
        return Kredietstand.ACHTERSTAND if stand.achter_termijnen else Kredietstand.HERSTELD
    gegeven = borg is not None and borg.stand == Stand.AFGEGEVEN
    return Kredietstand.BORG if gegeven else Kredietstand.GEEN


def open_dossier(
    actor: Actor, zaak_id: UUID, *, schrijft: Iterable[str] = (), op_slot: bool = False
) -> Dossier:
    """The case of this actor; raises `NietToegestaan` for who does not treat it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=op_slot)
    toegang = toegang_tot(actor, zaak, leest=INHOUD, schrijft=schrijft)
    return _dossier(actor, zaak, toegang)


def open_krediet(actor: Actor, zaak_id: UUID) -> Dossier:
    """The credit of a case for the system that books payments and sees arrears: debts and credit, nothing else."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("schulden",), schrijft=("schulden",), doel="betalingen")
    return _dossier(actor, zaak, toegang)


def open_berekening(actor: Actor, zaak_id: UUID) -> Dossier:
    """What a calculation of a case rests on, for the system that does it again under other norms."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(
        actor, zaak, leest=("budget", "schulden", "rekensom"), schrijft=("rekensom",), doel="normherziening"
    )
    return _dossier(actor, zaak, toegang)


def _dossier(actor: Actor, zaak: Zaak, toegang: Toegang) -> Dossier:
    persoon = Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True)[0]
    return Dossier(actor, zaak, toegang, persoon, zaken.vandaag())
