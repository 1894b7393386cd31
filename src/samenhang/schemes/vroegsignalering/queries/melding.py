"""One melding with everything the actor may see of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Fout, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.models import Bezwaar, Informering, Toestemming, Uitstel
from samenhang.kernel.scheme import Overgang
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.samen import Samen, lees_samen
from samenhang.kernel.zaken.models import (
    Deelname,
    PlanRegel,
    Taak,
    Tijdlijnregel,
    Zaak,
    ZaakOpschorting,
    ZaakTermijn,
)
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, zaak_van
from samenhang.kernel.zaken.toestand import keuzes
from samenhang.schemes.vroegsignalering.domain.bewakers import MeldingFeiten
from samenhang.schemes.vroegsignalering.domain.werkfilter import DREIGINGEN
from samenhang.schemes.vroegsignalering.models import (
    Aanbod,
    BrpAntwoord,
    Contactpoging,
    LopendeHulp,
    Reactie,
    Signaal,
    Uitkomst,
)
from samenhang.schemes.vroegsignalering.queries.feiten import Feitenlezer
from samenhang.schemes.vroegsignalering.scheme import SCHEME

UIT_STAP = ("brp", "brp_oordeel", "bezwaar", "tweede_lezer")
"""Tasks that are done by doing the step itself, not by ticking them off."""
EIGEN = ("behandelaar", "taak")
ONTVANGEN = "bgs-2-3"
"""The basis on which signals come in, but those under a temporary regulation, which name theirs."""
CATEGORIEEN = ("naw", "contact", "signaal", "opvolging", "uitkomst", "instemming", "informeren", "bezwaar")
IN_ZAAK = {
    "opvolging": (Contactpoging, Aanbod, LopendeHulp, Reactie),
    "instemming": (Toestemming,),
    "informeren": (Informering, Uitstel),
    "bezwaar": (Bezwaar,),
    "uitkomst": (Uitkomst,),
}
VAN_PERSOON = {"naw": (Naw, BrpAntwoord), "contact": (Contactgegeven,), "signaal": (Signaal,)}


@dataclass(frozen=True, slots=True)
class SignaalBeeld:
    """A signal as its case shows it; `hier` tells whether it belongs to this melding or to an earlier time."""

    partner: str
    partner_soort: str
    soort: str
    bedrag: Bedrag
    datum: date
    dreiging: str
    datum_dreiging: date | None
    maanden: int | None
    status: str = "in_melding"
    hier: bool = True
    grondslag: str = ONTVANGEN

    @property
    def dreigt(self) -> Tekst | None:
        """What threatens, in words; None when nothing does."""
        return DREIGINGEN.get(self.dreiging) if self.datum_dreiging else None


@dataclass(frozen=True, slots=True)
class PersoonBeeld:
    """A person in a case, with only what was granted; `brp` is the newest answer, empty when there is none."""

    id: UUID
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str = ""
    email: str = ""
    signalen: tuple[SignaalBeeld, ...] = ()
    brp: str = ""


@dataclass(frozen=True, slots=True)
class ZaakBeeld:
    """Everything a case page or API answer shows; categories that were refused are empty and named in `geweigerd`.

    `pogingen` holds corrected attempts too, marked by `vervallen_op`; `rest` has tasks, timeline, plan and people
    when they were asked for.
    """

    zaak: Zaak
    betrokkenheid: str
    personen: tuple[PersoonBeeld, ...]
    pogingen: Sequence[Contactpoging]
    aanbiedingen: Sequence[Aanbod]
    bezwaren: Sequence[Bezwaar]
    toestemmingen: Sequence[Toestemming]
    informeringen: Sequence[Informering]
    uitstellen: Sequence[Uitstel]
    lopende_hulp: Sequence[LopendeHulp]
    reactie: Reactie | None
    uitkomst: Uitkomst | None
    feiten: MeldingFeiten
    keuzes: Sequence[tuple[Overgang, tuple[Fout, ...]]]
    termijnen: Sequence[ZaakTermijn]
    rest: Samen
    geweigerd: tuple[tuple[str, str], ...] = ()
    adres: str = field(default="")

    @property
    def taken(self) -> list[Taak]:
        """Tasks, open ones first, the earliest on top."""
        taken: list[Taak] = self.rest.van(Taak, op="gemaakt")
        return sorted(
            taken, key=lambda t: (t.klaar is not None, t.uiterlijk is None, t.uiterlijk or date.max)
        )

    @property
    def tijdlijn(self) -> list[Tijdlijnregel]:
        """What happened, newest first."""
        return self.rest.van(Tijdlijnregel, op="moment", nieuwste_eerst=True)

    @property
    def plan(self) -> list[PlanRegel]:
        """Agreements in order of making."""
        return self.rest.van(PlanRegel, op="gemaakt")

    @property
    def deelnames(self) -> list[Deelname]:
        """Who takes or took part, newest first; the name stands on the row as `wie`."""
        return self.rest.van(Deelname, op="van", nieuwste_eerst=True)

    @property
    def opschortingen(self) -> list[ZaakOpschorting]:
        """When the case stood still."""
        return self.rest.van(ZaakOpschorting, op="van")


@query(SCHEME, "melding bekijken")
def melding(actor: Actor, zaak_id: UUID) -> ZaakBeeld:
    """A melding with everything the actor may see of it; raises `NietToegestaan` when that is nothing.

    Who does not treat it sees what is needed to divide the work: name and address.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    hoe = betrokkenheid(actor, zaak)
    doel = (
        "inzage"
        if actor.organisatie_id is None
        else SCHEME.doel_van(zaak.soort)
        if hoe in EIGEN
        else "werkverdeling"
    )
    personen = None if actor.organisatie_id is not None else [actor.persoon_id] if actor.persoon_id else []
    leest = set(CATEGORIEEN) - (SCHEME.zonder(zaak.soort) if hoe in EIGEN else set())
    toegang = toegang_tot(actor, zaak, leest=leest, doel=doel, gedeeltelijk=True, personen=personen)
    return beeld_van(actor, zaak, toegang, hoe)


def beeld_van(actor: Actor, zaak: Zaak, toegang: Toegang, hoe: str) -> ZaakBeeld:
    """The case as this decision opened it, in two statements."""
    leest = toegang.leest
    vragen: list[Any] = [
        model.objects.met(toegang).filter(zaak=zaak)
        for categorie, tabellen in IN_ZAAK.items()
        if categorie in leest
        for model in tabellen
    ]
    vragen += [
        model.objects.met(toegang)
        for categorie, tabellen in VAN_PERSOON.items()
        if categorie in leest
        for model in tabellen
    ]
    alles = lees_samen(vragen, erbij=("partner__naam",))
    rest = lees_samen(
        [
            zaak.termijnen.all(),
            zaak.taken.all(),
            zaak.tijdlijn.all(),
            zaak.plan.all(),
            zaak.deelnames.all(),
            zaak.opschortingen.all(),
        ],
        erbij=("medewerker__naam", "behandelaar__naam"),
    )
    for rij in (*rest.van(Deelname, op="van"), *rest.van(Taak, op="gemaakt")):
        rij.wie = rij.__dict__.get("medewerker__naam") or rij.__dict__.get("behandelaar__naam") or ""
    for taak in rest.van(Taak, op="gemaakt"):
        taak.afvinkbaar = taak.soort not in UIT_STAP
    for termijn in rest.van(ZaakTermijn, op="einde"):
        termijn.titel = SCHEME.termijn(termijn.regel).titel
    pogingen = alles.van(Contactpoging, op="vastgelegd", nieuwste_eerst=True)
    aanbiedingen = alles.van(Aanbod, op="datum", nieuwste_eerst=True)
    bezwaren = alles.van(Bezwaar, op="datum", nieuwste_eerst=True)
    toestemmingen = alles.van(Toestemming, op="moment", nieuwste_eerst=True)
    informeringen = alles.van(Informering, op="moment", nieuwste_eerst=True)
    uitstellen = alles.van(Uitstel, op="moment", nieuwste_eerst=True)
    hulp = alles.van(LopendeHulp, op="gesproken_op", nieuwste_eerst=True)
    reacties = alles.van(Reactie, op="datum")
    uitkomsten = alles.van(Uitkomst, op="moment", nieuwste_eerst=True)
    mensen = _personen(zaak, alles)
    feiten = MeldingFeiten()
    if {"naw", "opvolging", "uitkomst"} <= leest:
        lezer = Feitenlezer(
            zaak,
            toegang,
            pogingen=[poging for poging in pogingen if poging.vervallen_op is None],
            aanbiedingen=aanbiedingen,
            bezwaren=bezwaren,
            lopende_hulp=hulp,
            laatste_uitkomst=uitkomsten[0] if uitkomsten else None,
            inwoner_bevestigd=bool(mensen) and all(mens.brp == "inwoner" for mens in mensen),
            heeft_signaal=not SCHEME.zonder(zaak.soort)
            if "signaal" not in leest
            else any(s.hier for mens in mensen for s in mens.signalen),
            eigen_reactie=bool(reacties),
        )
        feiten = lezer.alle()
    rollen = actor.rollen.get(SCHEME.naam, ())
    return ZaakBeeld(
        zaak=zaak,
        betrokkenheid=hoe,
        personen=mensen,
        pogingen=_eens(pogingen, "groep"),
        aanbiedingen=_eens(aanbiedingen, "datum", "kanaal"),
        bezwaren=_eens(bezwaren, "datum", "beslist_op", "toelichting"),
        toestemmingen=toestemmingen,
        informeringen=informeringen,
        uitstellen=uitstellen,
        lopende_hulp=_eens(hulp, "soort", "gesproken_op"),
        reactie=reacties[0] if reacties else None,
        uitkomst=uitkomsten[0] if uitkomsten else None,
        feiten=feiten,
        keuzes=keuzes(SCHEME.zaakproces, zaak.stap, rollen, feiten) if actor.organisatie_id else (),
        termijnen=sorted(rest.van(ZaakTermijn, op="einde"), key=lambda t: (t.klaar is not None, t.einde)),
        rest=rest,
        geweigerd=toegang.besluit.geweigerd,
        adres=mensen[0].adres if mensen else "",
    )


def _eens(rijen: list[Any], *velden: str) -> list[Any]:
    """Rows that are kept once per person of the household are shown once."""
    uniek: dict[tuple[Any, ...], Any] = {}
    for rij in rijen:
        uniek.setdefault(tuple(getattr(rij, veld) for veld in velden), rij)
    return list(uniek.values())


def _personen(zaak: Zaak, alles: Samen) -> tuple[PersoonBeeld, ...]:
    contact = {rij.persoon_id: rij for rij in alles.van(Contactgegeven, op="persoon_id")}
    brp = {rij.persoon_id: rij.uitkomst for rij in alles.van(BrpAntwoord, op="moment")}
    signalen: dict[UUID, list[SignaalBeeld]] = {}
    for rij in alles.van(Signaal, op="datum_signaal", nieuwste_eerst=True):
        beeld = SignaalBeeld(
            rij.__dict__["partner__naam"],
            rij.partner_soort,
            rij.soort_signaal,
            Bedrag(rij.bedrag_centen),
            rij.datum_signaal,
            rij.dreiging,
            rij.datum_dreiging,
            rij.aantal_maanden,
            rij.status,
            rij.zaak_id == zaak.id and rij.status != "ingetrokken",
            rij.grondslag or ONTVANGEN,
        )
        signalen.setdefault(rij.persoon_id, []).append(beeld)
    mensen = []
    for naw in alles.van(Naw, op="persoon_id"):
        bereik = contact.get(naw.persoon_id)
        mensen.append(
            PersoonBeeld(
                id=naw.persoon_id,
                naam=naw.weergavenaam,
                geboortedatum=naw.geboortedatum,
                adres=f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}",
                telefoon=bereik.telefoon if bereik else "",
                email=bereik.email if bereik else "",
                signalen=tuple(signalen.get(naw.persoon_id, ())),
                brp=brp.get(naw.persoon_id, ""),
            )
        )
    return tuple(mensen)
