"""Doubtful pairs: those that wait for a judgement, side by side, and those that were judged lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.inschrijven.bekend import sleutel_van_reactie
from samenhang.schemes.vroegsignalering.koppelen import laad_gewichten, verklaar_gemeten
from samenhang.schemes.vroegsignalering.models import (
    ReactieNaam,
    Schrijfwijze,
    Signaal,
    SignaalNaam,
    Twijfelpaar,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

_UITSLAG = {"zelfde": "samen", "ander": "apart"}
"""What became of a pair that was judged; until then a person decides."""


@dataclass(frozen=True, slots=True)
class Kant:
    """One side of a pair beside its name: who sent it, under which number, when.

    `eigen`: nobody sent it, the resident gave it himself when he responded; `kvk` and `nummer` then are those of
    matching.
    """

    partner: str
    kvk: str
    nummer: str
    klantnummer: str
    datum: date
    eigen: bool = False


ZELF = Tekst("De inwoner zelf", "The resident himself")
"""Where a side comes from that nobody sent."""


@dataclass(frozen=True, slots=True)
class Twijfel:
    """A doubtful pair, side by side: as each partner sent it, or as the resident gave it. `oordeel` is empty while it waits."""

    id: UUID
    zekerheid: float
    links: Schrijfwijze
    rechts: Schrijfwijze
    links_kant: Kant
    rechts_kant: Kant
    oordeel: str = ""
    door: str = ""
    moment: datetime | None = None

    @property
    def links_partner(self) -> str:
        """Who sent the left one."""
        return self.links_kant.partner

    @property
    def rechts_partner(self) -> str:
        """Who sent the right one."""
        return self.rechts_kant.partner

    @property
    def links_nummer(self) -> str:
        """The partner's number of the left one."""
        return self.links_kant.nummer

    @property
    def rechts_nummer(self) -> str:
        """The partner's number of the right one."""
        return self.rechts_kant.nummer

    @property
    def bladwijzer(self) -> str:
        """The cursor after this pair."""
        return bladwijzer(repr(self.zekerheid), self.id)


def register_van(actor: Actor) -> Toegang:
    """Access to names and signals, for who judges pairs."""
    return toegang_tot_register(actor, SCHEME.naam, doel="aanlevering", leest=("naw", "signaal"))


@query(SCHEME, "twijfelparen bekijken")
def twijfelparen(actor: Actor, aantal: int = 50, na: str = "") -> list[Twijfel]:
    """Pairs that wait for a judgement, the most likely first; `na` continues after that pair."""
    toegang = register_van(actor)
    open_ = Twijfelpaar.objects.met(toegang).filter(oordeel="")
    if na:
        zekerheid, sleutel = lees_bladwijzer(na, Decimal, UUID)
        waarde = float(str(zekerheid))
        open_ = open_.filter(Q(zekerheid__lt=waarde) | Q(zekerheid=waarde, id__gt=sleutel))
    return _naast_elkaar(toegang, list(open_.order_by("-zekerheid", "id")[:aantal]))


@query(SCHEME, "beoordeelde paren bekijken")
def beoordeelde_paren(actor: Actor, aantal: int = 20) -> list[Twijfel]:
    """Pairs that were judged, the latest first: what can still be taken back."""
    toegang = register_van(actor)
    paren = Twijfelpaar.objects.met(toegang).exclude(oordeel="").order_by("-moment", "-id")[:aantal]
    return _naast_elkaar(toegang, list(paren))


@query(SCHEME, "twijfelparen tellen")
def aantal_twijfelparen(actor: Actor) -> tuple[int, int]:
    """How many pairs wait, and how many were judged."""
    paren = Twijfelpaar.objects.met(register_van(actor))
    open_: int = paren.filter(oordeel="").count()
    return open_, paren.count() - open_


def _naast_elkaar(toegang: Toegang, paren: list[Twijfelpaar]) -> list[Twijfel]:
    kanten_van = [(paar, paar.links_van[1], paar.rechts_van[1]) for paar in paren]
    ids = [nummer for _, *beide in kanten_van for nummer in beide]
    reacties = {rij.id: rij for rij in ReactieNaam.objects.met(toegang).filter(id__in=ids)}
    namen: dict[UUID | None, Schrijfwijze] = {
        naam.signaal_id: naam for naam in SignaalNaam.objects.met(toegang).filter(signaal_id__in=ids)
    } | reacties
    kanten: dict[UUID | None, Kant] = {
        rij[0]: Kant(*rij[1:])
        for rij in Signaal.objects.met(toegang)
        .filter(id__in=ids)
        .values_list("id", "partner__naam", "partner__kvk", "signaal_id", "klantnummer", "datum_signaal")
    }
    for rij in reacties.values():
        kvk, nummer = sleutel_van_reactie(rij.id)
        kanten[rij.id] = Kant(ZELF.nl, kvk, nummer, "", rij.datum, eigen=True)
    huidige_operatie().raakt(naam.persoon_id for naam in namen.values())
    return [
        Twijfel(
            paar.id,
            paar.zekerheid,
            namen[links],
            namen[rechts],
            kanten[links],
            kanten[rechts],
            paar.oordeel,
            paar.door,
            paar.moment,
        )
        for paar, links, rechts in kanten_van
    ]


@query(SCHEME, "twijfelpaar verklaren")
def verklaar_paar(actor: Actor, paar_id: UUID) -> dict[str, Any]:
    """Why the matcher was in doubt: the comparison of one pair, level by level, with the weights and the
    frequencies of when it was asked; the register is not read again. Raises `Geweigerd` when these were not kept."""
    toegang = register_van(actor)
    paar = Twijfelpaar.objects.met(toegang).filter(id=paar_id).first()
    if paar is None:
        raise Geweigerd(
            "paar_onbekend", Tekst("Dit paar bestaat niet.", "This pair does not exist."), status=404
        )
    beeld = _naast_elkaar(toegang, [paar])[0]
    links, rechts = (f"{kant.kvk}:{kant.nummer}" for kant in (beeld.links_kant, beeld.rechts_kant))
    try:
        return verklaar_gemeten(
            links, rechts, paar.meting, laad_gewichten(), _UITSLAG.get(paar.oordeel, "twijfel")
        )
    except KeyError as fout:  # nothing was kept, or levels that the weights of now do not know
        raise Geweigerd(
            "paar_niet_te_verklaren",
            Tekst(
                "Van dit paar is niet bewaard wat er is vergeleken, of dat kent deze versie niet meer. Vergelijk de gegevens zelf; oordelen kan gewoon.",
                "What was compared in this pair was not kept, or this version does not know it any more. Compare the data yourself; you can judge as usual.",
            ),
            status=409,
        ) from fout
