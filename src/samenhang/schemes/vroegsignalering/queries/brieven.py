"""Letters: the look before sending, the rounds, and a letter or bundle exactly as it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import huidige_operatie, inzien, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_eigen, zaak_van
from samenhang.schemes.vroegsignalering import brieven
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.brieven import (
    REDENEN,
    TALEN,
    Afzender,
    Brieftekst,
    Ingevuld,
    Sjabloon,
    Uitleg,
    reden_geen_brief,
)
from samenhang.schemes.vroegsignalering.models import Brief, Briefopdracht, Brievenronde, Signaal
from samenhang.schemes.vroegsignalering.queries.eigen import (
    Eigenzaak,
    briefstand,
    eigen_zaken,
    wachtende_zaken,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

WERKERS = ("vroegsignaleerder", "teamleider")
LEEST = ("naw", "signaal", "opvolging")
DIENST = Tekst("Hulp bij geldzaken", "Help with finances")


@dataclass(frozen=True, slots=True)
class Briefkeuze:
    """Which letter, in which languages, for which of the own cases: all of a class, or those named."""

    sjabloon: str
    taal: str = "beide"
    prioriteit: int | None = None
    zaken: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefrij:
    """One household of the look: how many letters it gets, or why none."""

    zaak_id: UUID
    nummer: str
    prioriteit: int
    naam: str
    adres: str
    brieven: int
    reden: str = ""

    @property
    def waarom(self) -> Tekst | None:
        """The reason in words."""
        return REDENEN[self.reden] if self.reden else None


@dataclass(frozen=True, slots=True)
class Briefvoorbeeld:
    """The look before sending: who gets a letter, who does not and why, and what must be set up first."""

    sjabloon: Sjabloon
    taal: str
    rijen: tuple[Briefrij, ...]
    ontbreekt: tuple[Tekst, ...]

    @property
    def krijgt(self) -> tuple[Briefrij, ...]:
        """Households that get a letter."""
        return tuple(rij for rij in self.rijen if not rij.reden)

    @property
    def krijgt_niet(self) -> tuple[Briefrij, ...]:
        """Households that get none."""
        return tuple(rij for rij in self.rijen if rij.reden)

    @property
    def redenen(self) -> tuple[tuple[Tekst, int], ...]:
        """How often each reason occurs, the most frequent first."""
        telling = Counter(rij.reden for rij in self.krijgt_niet)
        return tuple((REDENEN[reden], aantal) for reden, aantal in telling.most_common())


@inzien(SCHEME, "brieven kiezen")
def sjablonen(actor: Actor) -> list[Sjabloon]:
    """The letters that hold today."""
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    return list(brieven.sjablonen_op(timezone.localdate()).values())


@query(SCHEME, "brieven bekijken vóór verzending")
def briefvoorbeeld(actor: Actor, keuze: Briefkeuze) -> Briefvoorbeeld:
    """Who of one's own cases would get this letter now, who would not and why. Sends and stores nothing."""
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    sjabloon, regels = gekozen(keuze), regels_op(actor.organisatie, timezone.localdate())
    zaken = eigen_zaken(actor, leest=LEEST, zaken=keuze.zaken or None)
    wachtend = wachtende_zaken([eigen.zaak.id for eigen in zaken])
    rijen = [
        _rij(eigen, sjabloon, regels, wachtend)
        for eigen in zaken
        if keuze.prioriteit is None or eigen.zaak.prioriteit == keuze.prioriteit
    ]
    return Briefvoorbeeld(
        sjabloon, keuze.taal, tuple(rijen), afzender_van(actor.organisatie, regels).ontbreekt()
    )


def _rij(eigen: Eigenzaak, sjabloon: Sjabloon, regels: Beleidsregels, wachtend: Collection[UUID]) -> Briefrij:
    reden = reden_geen_brief(briefstand(eigen, regels, wachtend), sjabloon)
    aan = eigen.aan_wie()
    eerste = (aan or eigen.mensen or (None,))[0]
    return Briefrij(
        eigen.zaak.id,
        eigen.zaak.nummer,
        eigen.zaak.prioriteit,
        eerste.weergavenaam if eerste else "",
        f"{eerste.adresregel}, {eerste.postcode} {eerste.woonplaats}" if eerste else "",
        0 if reden else len(aan),
        reden,
    )


def gekozen(keuze: Briefkeuze) -> Sjabloon:
    """The chosen letter as it holds today; raises `Geweigerd` on one, or a language, that does not exist."""
    soorten = brieven.sjablonen_op(timezone.localdate())
    for naam, waarde, keuzes in (("sjabloon", keuze.sjabloon, soorten), ("taal", keuze.taal, TALEN)):
        if waarde not in keuzes:
            lijst = ", ".join(keuzes)
            raise Geweigerd(
                "keuze_onjuist", Tekst(f"{naam}: kies uit {lijst}.", f"{naam}: choose from {lijst}.")
            )
    return soorten[keuze.sjabloon]


def afzender_van(gemeente_id: UUID, regels: Beleidsregels) -> Afzender:
    """Who writes, as the municipality's own rules have it."""
    gemeente = Organisatie.objects.get(id=gemeente_id)
    return Afzender(f"Gemeente {gemeente.naam}", DIENST, regels.retouradres, regels.telefoon, regels.mail)


def regels_voor(naw: Naw) -> tuple[str, ...]:
    """The lines of the address as they stand in the window of the envelope."""
    postcode = f"{naw.postcode[:4]} {naw.postcode[4:]}".strip()
    return (naw.weergavenaam, naw.adresregel, f"{postcode}  {naw.woonplaats.upper()}")


@query(SCHEME, "proefbrief bekijken")
def proefbrief(actor: Actor, keuze: Briefkeuze) -> bytes:
    """The PDF of the first letter that would go, marked as an example. Sends and stores nothing."""
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    sjabloon, dag = gekozen(keuze), timezone.localdate()
    regels = regels_op(actor.organisatie, dag)
    zaken = eigen_zaken(actor, leest=LEEST, zaken=keuze.zaken or None)
    wachtend = wachtende_zaken([eigen.zaak.id for eigen in zaken])
    for eigen in zaken:
        past = keuze.prioriteit is None or eigen.zaak.prioriteit == keuze.prioriteit
        if past and not reden_geen_brief(briefstand(eigen, regels, wachtend), sjabloon):
            naw = eigen.aan_wie()[0]
            rond = gemeenschappelijk(sjabloon, afzender_van(actor.organisatie, regels), regels.aanbod, keuze.taal, dag)  # fmt: skip
            bronnen = tuple(s.partner.naam for s in eigen.signalen_van(naw.persoon_id))
            ingevuld = Ingevuld(regels_voor(naw), naw.weergavenaam, bronnen, eigen.zaak.nummer, actor.naam)
            return brieven.zet(rond, [ingevuld], voorbeeld=True)
    raise geen_brieven()


def geen_brieven() -> Geweigerd:
    """The refusal when nobody of the choice gets a letter."""
    return Geweigerd(
        "geen_brieven",
        Tekst(
            "Niemand in deze keuze krijgt nu deze brief. Bekijk waarom, of kies een andere brief.",
            "Nobody in this choice gets this letter now. See why, or choose another letter.",
        ),
        status=409,
    )


def gemeenschappelijk(
    sjabloon: Sjabloon, afzender: Afzender, aanbod: Tekst, taal: str, dag: date
) -> brieven.Briefgegevens:
    """What the letters of one round have in common."""
    return brieven.Briefgegevens(sjabloon.tekst, brieven.uitleg_onder(), afzender, aanbod, taal, dag)


def als_draad(rond: brieven.Briefgegevens) -> tuple[dict[str, object], dict[str, object]]:
    """The same as a round keeps it: who writes, and the text."""
    a = rond.afzender
    return (
        {"naam": a.naam, "dienst": [a.dienst.nl, a.dienst.en], "retouradres": a.retouradres, "telefoon": a.telefoon, "mail": a.mail},
        {
            "tekst": {t: {"onderwerp": d.onderwerp, "alineas": list(d.alineas)} for t, d in rond.tekst.items()},
            "uitleg": {t: {"kop": d.kop, "alineas": list(d.alineas), "aanhef": d.aanhef, "groet": d.groet} for t, d in rond.uitleg.items()},
            "aanbod": [rond.aanbod.nl, rond.aanbod.en],
        },
    )  # fmt: skip


def van_draad(ronde: Brievenronde) -> brieven.Briefgegevens:
    """What a round kept, to set its letters again exactly as they went."""
    a, t = ronde.afzender, ronde.tekst
    return brieven.Briefgegevens(
        {taal: Brieftekst(d["onderwerp"], tuple(d["alineas"])) for taal, d in t["tekst"].items()},
        {taal: Uitleg(d["kop"], tuple(d["alineas"]), d["aanhef"], d["groet"]) for taal, d in t["uitleg"].items()},
        Afzender(a["naam"], Tekst(*a["dienst"]), a["retouradres"], a["telefoon"], a["mail"]),
        Tekst(*t["aanbod"]),
        ronde.taal,
        ronde.datum,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rondestand:
    """A round with how far it is; nothing in it is about a person."""

    ronde: Brievenronde
    wacht: int
    gedaan: int
    vervallen: int
    redenen: tuple[tuple[Tekst, int], ...] = ()

    @property
    def totaal(self) -> int:
        """Households in the round."""
        return self.wacht + self.gedaan + self.vervallen

    @property
    def procent(self) -> int:
        """How far it is, 0 to 100."""
        return 100 * (self.totaal - self.wacht) // self.totaal if self.totaal else 100


def _eigen_rondes(actor: Actor) -> QuerySet[Brievenronde]:
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    assert actor.medewerker_id is not None  # who has such a role works somewhere
    return Brievenronde.objects.filter(medewerker_id=actor.medewerker_id)


@inzien(SCHEME, "brievenrondes bekijken")
def rondes(actor: Actor, aantal: int = 50, na: str = "") -> list[Rondestand]:
    """One's own rounds, the newest first; `na` continues after one."""
    rijen = _eigen_rondes(actor).order_by("-id")
    if na:
        rijen = rijen.filter(id__lt=lees_bladwijzer(na, UUID)[0])
    return _standen(list(rijen[:aantal]))


def na_ronde(stand: Rondestand) -> str:
    """The cursor after a round."""
    return bladwijzer(stand.ronde.id)


@inzien(SCHEME, "brievenrondes bekijken")
def ronde_van(actor: Actor, ronde_id: UUID) -> Rondestand:
    """One round of one's own; another's is not found."""
    rij = _eigen_rondes(actor).filter(id=ronde_id).first()
    if rij is None:
        raise Geweigerd(
            "ronde_onbekend",
            Tekst("Deze ronde bestaat niet of is van een collega.", "This round does not exist or is a colleague's."),
            status=404,
        )  # fmt: skip
    return _standen([rij])[0]


def _standen(rijen: Sequence[Brievenronde]) -> list[Rondestand]:
    telling: Counter[tuple[UUID, str, str]] = Counter(
        Briefopdracht.objects.filter(ronde__in=rijen).values_list("ronde_id", "status", "reden")
    )
    standen = []
    for rij in rijen:
        eigen = {(s, r): n for (ronde, s, r), n in telling.items() if ronde == rij.id}
        per = Counter[str]()
        for (status, _), aantal in eigen.items():
            per[status] += aantal
        redenen = tuple((REDENEN[r], n) for (s, r), n in sorted(eigen.items()) if s == "vervallen")
        standen.append(Rondestand(rij, per["wacht"], per["gedaan"], per["vervallen"], redenen))
    return standen


def _zetten(toegang: Toegang, rijen: Sequence[Brief]) -> list[Ingevuld]:
    nummers = [nummer for rij in rijen for nummer in rij.signalen]
    bronnen = dict(
        Signaal.objects.met(toegang)
        .filter(id__in=nummers)
        .values_list("id", "partner__naam")
    )  # fmt: skip
    return [
        Ingevuld(
            tuple(rij.geadresseerde),
            rij.naam,
            tuple(bronnen[UUID(nummer)] for nummer in rij.signalen if UUID(nummer) in bronnen),
            rij.zaak.nummer,
            rij.ondertekenaar,
        )
        for rij in rijen
    ]


@query(SCHEME, "brief bekijken")
def brief(actor: Actor, zaak_id: UUID, groep: UUID) -> bytes:
    """The letters of one attempt as they went, as PDF: for who treats the case all of them, for the resident his own.

    Raises `Geweigerd` (404) when there is none, `NietToegestaan` when the case is closed for the actor.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    inwoner = actor.organisatie_id is None
    toegang = toegang_tot(
        actor,
        zaak,
        leest=("naw", "signaal"),
        doel="inzage" if inwoner else SCHEME.doel,
        personen=[actor.persoon_id] if inwoner and actor.persoon_id else None,
    )
    rijen = list(
        Brief.objects.met(toegang)
        .filter(zaak=zaak, groep=groep)
        .select_related("opdracht__ronde", "zaak")
        .order_by("nummer")
    )
    if not rijen:
        raise Geweigerd(
            "brief_onbekend", Tekst("Deze brief bestaat niet.", "This letter does not exist."), status=404
        )
    return brieven.zet(van_draad(rijen[0].opdracht.ronde), _zetten(toegang, rijen))


@query(SCHEME, "brievenbundel ophalen")
def bundel(actor: Actor, ronde_id: UUID) -> bytes:
    """All letters of a round of one's own as one PDF to print, in the order of postcode; the first time is kept.

    Only of cases that are still one's own and open. Raises `Geweigerd` (409) while letters are being made, and when
    there are none.
    """
    stand = ronde_van(actor, ronde_id)
    if stand.wacht:
        raise Geweigerd(
            "ronde_loopt",
            Tekst(
                f"Er worden nog {stand.wacht} brieven gemaakt. Haal de bundel daarna op.",
                f"{stand.wacht} letters are still being made. Get the bundle after that.",
            ),
            status=409,
        )
    ids = list(stand.ronde.opdrachten.filter(status="gedaan").values_list("zaak_id", flat=True))
    gezet: list[Ingevuld] = []
    for toegang, _ in toegang_tot_eigen(actor, SCHEME.naam, leest=("naw", "signaal"), zaken=ids):
        rijen = list(
            Brief.objects.met(toegang)
            .filter(opdracht__ronde=stand.ronde)
            .select_related("zaak")
            .order_by("id")
        )
        gezet += _zetten(toegang, rijen)
    if not gezet:
        raise geen_brieven()
    if stand.ronde.opgehaald is None:
        stand.ronde.opgehaald = huidige_operatie().nu
        stand.ronde.save(update_fields=["opgehaald"])
    huidige_operatie().verandert(ronde=str(stand.ronde.id), brieven=len(gezet))
    gezet.sort(key=lambda brief: (brief.geadresseerde[-1], brief.geadresseerde[1], brief.kenmerk, brief.naam))
    return brieven.zet(van_draad(stand.ronde), gezet)
