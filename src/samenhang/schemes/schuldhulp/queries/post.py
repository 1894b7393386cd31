"""Letters to creditors: the look before sending, an example, the rounds, and the bundle to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import huidige_operatie, inzien, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.plichten.brievenrondes import (
    GEDAAN,
    WACHT,
    Rondestand,
    ronde_loopt,
    ronde_onbekend,
    standen,
)
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_eigen
from samenhang.schemes.schuldhulp.domain.post import (
    POSTSOORTEN,
    REDENEN,
    VOORSTEL,
    Poststand,
    reden_geen_post,
)
from samenhang.schemes.schuldhulp.models import (
    Aanbod,
    Knooppuntbericht,
    Postbrief,
    Postronde,
    Rekensom,
    Voorstel,
)
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.voorstelbrieven import Poststuk, zet_post

LEEST = ("naw", "schulden", "rekensom", "aanbod")
WEG = ("vervangen", "ingetrokken")
"""A message in one of these does not reach its creditor any more."""


@dataclass(frozen=True, slots=True)
class Postkeuze:
    """Which letter, for which of the own cases (all when none is named), for which offers (idem)."""

    soort: str
    zaken: tuple[UUID, ...] = ()
    voorstellen: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Postrij:
    """One offer of the look: to whom, where, by when an answer is asked; or why no letter goes."""

    zaak: Zaak
    inwoner: str
    voorstel: Voorstel
    reden: str = ""

    @property
    def schuldeiser(self) -> str:
        """The name of the creditor."""
        return wie(self.voorstel.schuldeiser).naam

    @property
    def adres(self) -> str:
        """Where the letter goes, on one line."""
        return ", ".join(adres_van(self.voorstel).splitlines())

    @property
    def waarom(self) -> Tekst | None:
        """The reason in words."""
        return REDENEN[self.reden] if self.reden else None


@dataclass(frozen=True, slots=True)
class Postbeeld:
    """The look before sending: which creditors get a letter, which do not and why."""

    soort: str
    rijen: tuple[Postrij, ...] = field(default=())

    @property
    def krijgt(self) -> tuple[Postrij, ...]:
        """Offers of which a letter goes."""
        return tuple(rij for rij in self.rijen if not rij.reden)

    @property
    def krijgt_niet(self) -> tuple[Postrij, ...]:
        """Offers of which none goes."""
        return tuple(rij for rij in self.rijen if rij.reden)

    @property
    def redenen(self) -> tuple[tuple[Tekst, int], ...]:
        """How often each reason occurs, the most frequent first."""
        telling = Counter(rij.reden for rij in self.krijgt_niet)
        return tuple((REDENEN[reden], aantal) for reden, aantal in telling.most_common())


def adres_van(rij: Voorstel) -> str:
    """Where its letter went or goes: as recorded with the offer, else as the creditor stands now."""
    return rij.adres or wie(rij.schuldeiser).adres


def gekozen(keuze: Postkeuze) -> str:
    """The chosen letter; raises `Geweigerd` on one that does not exist."""
    if keuze.soort not in POSTSOORTEN:
        er_is = ", ".join(POSTSOORTEN)
        raise Geweigerd("keuze_onjuist", Tekst(f"soort: kies uit {er_is}.", f"soort: choose from {er_is}."))
    return keuze.soort


def geen_post() -> Geweigerd:
    """The refusal when no creditor of the choice gets a letter."""
    return Geweigerd(
        "geen_post",
        Tekst(
            "Geen schuldeiser in deze keuze krijgt nu deze brief. Bekijk waarom, of kies een andere brief.",
            "No creditor in this choice gets this letter now. See why, or choose another letter.",
        ),
        status=409,
    )


def reden_van(
    toegang: Toegang, rij: Voorstel, soort: str, *, in_ronde: Collection[UUID] | None = None
) -> str:
    """Why a letter about this offer does not go now; empty when it does. `in_ronde`: offers in a round that runs."""
    return next(iter(_redenen(toegang, [rij], soort, in_ronde)))[1]


def kan_nog(toegang: Toegang, rijen: Collection[Voorstel], soort: str) -> Iterator[Voorstel]:
    """The offers of which this letter could go now, weighed together; rounds that run are not looked at."""
    return (rij for rij, reden in _redenen(toegang, rijen, soort, in_ronde=()) if not reden)


def _redenen(
    toegang: Toegang, rijen: Collection[Voorstel], soort: str, in_ronde: Collection[UUID] | None = None
) -> Iterator[tuple[Voorstel, str]]:
    ids = [rij.id for rij in rijen]
    portaal = set(Aanbod.objects.met(toegang).filter(voorstel__in=ids).values_list("voorstel", flat=True))
    berichten = Knooppuntbericht.objects.filter(voorstel__in=ids, uitgaand=True)
    knooppunt = {deel.voorstel for deel in berichten if deel.stand not in WEG}
    post = list(Postbrief.objects.filter(voorstel__in=ids).select_related("ronde"))
    bezig = {deel.voorstel for deel in post if deel.status == WACHT} if in_ronde is None else set(in_ronde)
    had = {deel.voorstel for deel in post if deel.status == GEDAAN and deel.ronde.soort == VOORSTEL}
    vandaag = timezone.localdate()
    for rij in rijen:
        stand = Poststand(
            loopt=not rij.vervallen and rij.zaak.stap == "voorstel",
            opgeschort=rij.zaak.opgeschort_sinds is not None,
            beantwoord=bool(rij.antwoord),
            ronde=rij.id in bezig,
            portaal=rij.id in portaal,
            knooppunt=rij.id in knooppunt,
            had_al=rij.id in had,
            vandaag=vandaag in (rij.verstuurd_op, rij.gerappelleerd_op),
            adres=bool(adres_van(rij)),
        )
        yield rij, reden_geen_post(stand, soort)


@query(SCHEME, "post bekijken vóór verzending")
def postvoorbeeld(actor: Actor, keuze: Postkeuze) -> Postbeeld:
    """Which creditors of one's own cases would get this letter now, which would not and why. Sends and stores nothing."""
    rol_vereist(actor, SCHEME.naam, WERKER)
    soort = gekozen(keuze)
    rijen = []
    for toegang, zaken in toegang_tot_eigen(
        actor, SCHEME.naam, leest=LEEST, stappen=("voorstel",), zaken=keuze.zaken or None
    ):
        namen = {rij.persoon_id: rij.weergavenaam for rij in Naw.objects.met(toegang)}
        open_ = _open(toegang, zaken, keuze)
        rijen += [
            Postrij(rij.zaak, namen.get(rij.persoon_id, ""), rij, reden)
            for rij, reden in _redenen(toegang, open_, soort)
        ]
    rijen.sort(key=lambda rij: (rij.schuldeiser, rij.zaak.nummer, rij.voorstel.rang))
    return Postbeeld(soort, tuple(rijen))


def _open(toegang: Toegang, zaken: Collection[UUID], keuze: Postkeuze) -> list[Voorstel]:
    """The offers of these cases that wait for an answer."""
    rijen = Voorstel.objects.met(toegang).filter(zaak__in=zaken, vervallen=False, antwoord="")
    if keuze.voorstellen:
        rijen = rijen.filter(id__in=keuze.voorstellen)
    return list(rijen.select_related("zaak", "schuldeiser__samen_met"))


@query(SCHEME, "postvoorbeeld bekijken")
def proefpost(actor: Actor, keuze: Postkeuze) -> bytes:
    """The PDF of the first letter that would go, marked as an example. Sends and stores nothing."""
    kijk = postvoorbeeld(actor, keuze)
    if not kijk.krijgt:
        raise geen_post()
    eerste = kijk.krijgt[0].voorstel
    for toegang, _ in toegang_tot_eigen(actor, SCHEME.naam, leest=LEEST, zaken=[eerste.zaak_id]):
        return zet_post(stukken(toegang, [eerste], kijk.soort, timezone.localdate()), voorbeeld=True)
    raise geen_post()


def stukken(toegang: Toegang, rijen: Collection[Voorstel], soort: str, dag: date) -> list[Poststuk]:
    """Letters about these offers as they go on a day."""
    naw = {rij.persoon_id: rij for rij in Naw.objects.met(toegang)}
    sommen = {
        rij.id: rij for rij in Rekensom.objects.met(toegang).filter(id__in={rij.rekensom for rij in rijen})
    }
    zaken = {
        rij.id: rij
        for rij in Zaak.objects.filter(id__in={rij.zaak_id for rij in rijen}).select_related(
            "organisatie", "behandelaar"
        )
    }
    return [
        Poststuk(soort, dag, zaken[rij.zaak_id], naw[rij.persoon_id], rij, sommen[rij.rekensom])
        for rij in rijen
    ]


# --- rounds ---


def _eigen_rondes(actor: Actor) -> QuerySet[Postronde]:
    rol_vereist(actor, SCHEME.naam, WERKER)
    assert actor.medewerker_id is not None  # who has such a role works somewhere
    return Postronde.objects.filter(medewerker_id=actor.medewerker_id)


@inzien(SCHEME, "postrondes bekijken")
def postrondes(actor: Actor, aantal: int = 50, na: str = "") -> list[Rondestand[Postronde]]:
    """One's own rounds, the newest first; `na` continues after one."""
    rijen = _eigen_rondes(actor).order_by("-id")
    if na:
        rijen = rijen.filter(id__lt=lees_bladwijzer(na, UUID)[0])
    return standen(list(rijen[:aantal]), Postbrief, REDENEN)


def na_postronde(stand: Rondestand[Postronde]) -> str:
    """The cursor after a round."""
    return bladwijzer(stand.ronde.id)


@inzien(SCHEME, "postrondes bekijken")
def postronde(actor: Actor, ronde_id: UUID) -> Rondestand[Postronde]:
    """One round of one's own; another's is not found."""
    rij = _eigen_rondes(actor).filter(id=ronde_id).first()
    if rij is None:
        raise ronde_onbekend()
    return standen([rij], Postbrief, REDENEN)[0]


@query(SCHEME, "postbundel ophalen")
def postbundel(actor: Actor, ronde_id: UUID) -> bytes:
    """All letters of a round of one's own as one PDF to print, creditor by creditor; the first time is kept.

    Only of cases that are still one's own and open, and of offers that were not taken back. Raises `Geweigerd` (409)
    while letters are being made, and when there are none.
    """
    stand = postronde(actor, ronde_id)
    if stand.wacht:
        raise ronde_loopt(stand.wacht)
    ronde = stand.ronde
    brieven = list(ronde.brieven.filter(status=GEDAAN))
    nummers = {brief.voorstel for brief in brieven}
    gezet: list[Poststuk] = []
    for toegang, _ in toegang_tot_eigen(
        actor, SCHEME.naam, leest=LEEST, zaken=[brief.zaak_id for brief in brieven]
    ):
        rijen = Voorstel.objects.met(toegang).filter(id__in=nummers, vervallen=False)
        gezet += stukken(
            toegang, list(rijen.select_related("schuldeiser__samen_met")), ronde.soort, ronde.datum
        )
    if not gezet:
        raise geen_post()
    if ronde.opgehaald is None:
        ronde.opgehaald = huidige_operatie().nu
        ronde.save(update_fields=["opgehaald"])
    huidige_operatie().verandert(ronde=str(ronde.id), brieven=len(gezet))
    gezet.sort(key=lambda stuk: (stuk.aan, stuk.zaak.nummer, stuk.voorstel.rang))
    return zet_post(gezet)
