"""The objections of a case, opened for who handles objections or for the resident himself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.termijnen import Termijn
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend, zaak_van
from samenhang.schemes.schuldhulp.domain import antwoord
from samenhang.schemes.schuldhulp.domain.bezwaar import dagen_te_laat, uiterlijk
from samenhang.schemes.schuldhulp.models import Beschikking, Bezwaarschrift, Hulpvraag
from samenhang.schemes.schuldhulp.scheme import SCHEME

DOEL, INZAGE = "bezwaar", "inzage"
LEEST = ("naw", "hulpvraag", "bezwaarschrift")


@dataclass(frozen=True, slots=True)
class Dwangsomstand:
    """What a late decision costs: for how many days, how much, and the answer of the arithmetic with its trace."""

    dagen: int
    bedrag: Bedrag
    antwoord: dict[str, Any]


@dataclass
class Bezwaarzaak:
    """A case as far as objections need it: name, decisions and objections, and nothing of money."""

    actor: Actor
    zaak: Zaak
    toegang: Toegang
    persoon: UUID

    @cached_property
    def naw(self) -> Naw:
        """Who objects."""
        rij: Naw = Naw.objects.met(self.toegang).get(persoon_id=self.persoon)
        return rij

    @cached_property
    def wil_engels(self) -> bool:
        """Whether he asked for letters with English behind the Dutch."""
        return bool(Hulpvraag.objects.met(self.toegang).filter(zaak=self.zaak, brieftaal="en").exists())

    @cached_property
    def beschikkingen(self) -> list[Beschikking]:
        """The decisions, oldest first."""
        return list(Beschikking.objects.met(self.toegang).filter(zaak=self.zaak).order_by("moment", "id"))

    @cached_property
    def bezwaren(self) -> list[Bezwaarschrift]:
        """The objections, oldest first."""
        return list(Bezwaarschrift.objects.met(self.toegang).filter(zaak=self.zaak).order_by("moment", "id"))

    def gelezen(self) -> Bezwaarzaak:
        """The same with everything in it, for who shows it after the operation in which it may be read."""
        for naam in ("naw", "beschikkingen", "bezwaren"):
            getattr(self, naam)
        return self

    def bezwaar(self, bezwaar_id: UUID) -> Bezwaarschrift:
        """One of them; raises `Geweigerd` (404)."""
        rij = next((deel for deel in self.bezwaren if deel.id == bezwaar_id), None)
        if rij is None:
            raise Geweigerd("bezwaar_onbekend", Tekst("Dit bezwaar is er niet in deze zaak.", "This objection is not in this case."), status=404)  # fmt: skip
        return rij

    def open_bezwaar(self, bezwaar_id: UUID) -> Bezwaarschrift:
        """One that still waits for a decision; raises `Geweigerd`."""
        rij = self.bezwaar(bezwaar_id)
        if not rij.open:
            raise Geweigerd("bezwaar_gesloten", Tekst("Op dit bezwaar is al beslist, of het is ingetrokken.", "This objection was decided already, or withdrawn."), status=409)  # fmt: skip
        return rij

    def vast(self) -> dict[str, Any]:
        """What every new row of this case holds."""
        return {
            "organisatie_id": self.zaak.organisatie_id,
            "persoon_id": self.persoon,
            "zaak": self.zaak,
            "moment": huidige_operatie().nu,
            "door": self.actor.naam,
        }

    def herreken(self, rij: Bezwaarschrift) -> Termijn:
        """Work out the last day again, and put it in the objection, in memory."""
        uitkomst = uiterlijk(rij.loop, standaardkalender())
        rij.uiterlijk = uitkomst.einde
        return uitkomst

    def bewaar(self, rij: Bezwaarschrift, *velden: str) -> None:
        """Store what changed, with the last day that follows from it, in the objection and on the clock of the case."""
        uitkomst = self.herreken(rij)
        Bezwaarschrift.objects.met(self.toegang).filter(id=rij.id).update(
            **{naam: getattr(rij, naam) for naam in (*velden, "uiterlijk")}
        )
        termijn = self.zaak.termijnen.get(id=rij.termijn)
        termijn.einde = rij.uiterlijk
        termijn.spoor = [
            {"stap": deel.stap.nl, "step": deel.stap.en, "waarde": deel.waarde, "artikel": deel.artikel}
            for deel in uitkomst.spoor
        ]
        termijn.save(update_fields=["einde", "spoor"])
        zaken.zet_volgende_termijn(self.zaak)


def dwangsom_van(rij: Bezwaarschrift) -> Dwangsomstand | None:
    """What the delay costs up to the decision, or today; None while no notice of default came in. Raises `NormOntbreekt`."""
    if rij.in_gebreke_op is None:
        return None
    tot = rij.besloten_op - timedelta(days=1) if rij.besloten_op else localdate()
    dagen = dagen_te_laat(rij.uiterlijk, rij.in_gebreke_op, tot)
    vraag = {
        "dagen_te_laat": dagen,
        "aanvragers": 1,
        "ontvangst_ingebrekestelling": rij.in_gebreke_op.isoformat(),
    }
    uit = antwoord.bereken("dwangsom", vraag)
    return Dwangsomstand(dagen, Bedrag.lees(uit["bedrag"]), uit)


def open_bezwaren(actor: Actor, zaak_id: UUID, *, zelf: bool = False, schrijft: bool = True) -> Bezwaarzaak:
    """The objections of a case, in whatever step it is; with `zelf` also for the resident about whom it is.

    Raises `NietToegestaan` for who does not handle objections, and `Geweigerd` (404) for a case of someone else.
    """
    if actor.organisatie_id is None and not zelf:
        raise zaak_onbekend()
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=schrijft)
    persoon = Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True)[0]
    if actor.organisatie_id is None and actor.persoon_id != persoon:
        raise zaak_onbekend()
    toegang = toegang_tot(
        actor,
        zaak,
        leest=LEEST,
        schrijft=("bezwaarschrift",) if schrijft else (),
        doel=DOEL if actor.organisatie_id else INZAGE,
        personen=[persoon],
    )
    return Bezwaarzaak(actor, zaak, toegang, persoon)
