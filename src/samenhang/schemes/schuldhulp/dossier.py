"""A case as who treats it may see it: how it stands, and the facts of the guards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
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
from samenhang.schemes.schuldhulp.domain.bezwaar import AANVULLEN
from samenhang.schemes.schuldhulp.domain.bezwaar import REGELS as BEZWAARTERMIJNEN
from samenhang.schemes.schuldhulp.domain.lening import Leenstand
from samenhang.schemes.schuldhulp.domain.proces import GAAT_LOPEN, IS_GEHAALD
from samenhang.schemes.schuldhulp.domain.sparen import NIETS, Spaarstand
from samenhang.schemes.schuldhulp.domain.waarborg import Stand
from samenhang.schemes.schuldhulp.kredietstand import leenstand, spaarstand
from samenhang.schemes.schuldhulp.models import (
    Beschikking,
    Borg,
    Inkomen,
    Rekensom,
    Schuld,
    Voorstel,
)
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.vastgelegd import Vastgelegd

INHOUD = ("naw", "contact", "hulpvraag", "budget", "schulden", "rekensom", "aanbod")


@dataclass
class Dossier(Vastgelegd):
    """What was recorded of a case, with what follows from it today."""

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
        geldig = [rij for rij in self.inkomens if rij.vervallen_op is None]
        return [rij for rij in geldig if rij.tot is None or rij.tot >= self.vandaag]

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

    def zet_stap(
        self, overgang: str, reden: str = "", feiten: HulpFeiten | None = None, vanaf: date | None = None
    ) -> None:
        """Take a step; the terms that it meets stop, and the one that it starts runs from today, or from `vanaf`.

        A case can always end, also one that is suspended; what was still to be done for it is done then. An objection goes
        on: deciding on it stays due.
        """
        naar = SCHEME.zaakproces.overgang(overgang).naar
        gehaald = IS_GEHAALD.get(naar, ())
        if gehaald:
            zaken.rond_termijn_af(self.zaak, *gehaald, opslaan=False)
        eindigt = SCHEME.zaakproces.stap(naar).eind
        if eindigt and self.zaak.opgeschort_sinds is not None:
            zaken.hervat(self.zaak, "De zaak eindigt")
        bezwaren = list(self.zaak.termijnen.filter(regel__in=(*BEZWAARTERMIJNEN, AANVULLEN), klaar__isnull=True).values_list("id", flat=True))  # fmt: skip
        zaken.zet_stap(self.actor, self.zaak, overgang, feiten or self.feiten(), reden)
        if eindigt:
            open_ = self.zaak.taken.filter(klaar__isnull=True).exclude(soort__startswith="bezwaar_")
            zaken.rond_taken_af(self.zaak, list(open_.values_list("soort", flat=True)))
        if bezwaren:
            self.zaak.termijnen.filter(id__in=bezwaren).update(klaar=None, vervallen=False)
        if gehaald or bezwaren:
            zaken.zet_volgende_termijn(self.zaak)
        regel = GAAT_LOPEN.get(naar)
        if regel and not self.zaak.termijnen.filter(regel=regel, klaar__isnull=True).exists():
            zaken.start_termijn(self.zaak, regel, vanaf or zaken.vandaag())


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
