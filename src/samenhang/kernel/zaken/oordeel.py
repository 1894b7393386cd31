"""A decision for another system: may this colleague read or write these data of this case? One log row per answer.

The system that asks (a PEP) is a machine of the same organisation. What it says of the colleague or the case beside
their ids is not believed: roles, involvement and step come from here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Toegangsstop
from samenhang.kernel.organisaties.queries import actor_als
from samenhang.kernel.rechten.feiten import Vastgelegd, strengste
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import Beslistabel, Besluit, Feiten, Verzoek, beslis
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import betrokkenheid, feiten_van, personen_van

NAAM = "toegang beoordelen"
LEZEN, SCHRIJVEN = ("lezen", "read"), ("schrijven", "write")
MAG_VRAGEN = ("beheerder", "fg", "auditor")
"""Who may ask about a colleague: an administrator's machine, or who supervises. About himself everybody may."""

Waarden = dict[str, object]


@dataclass(frozen=True)
class Ding:
    """Somebody or something in a question: its kind, its id, and what the asker says of it."""

    soort: str
    id: str
    eigenschappen: Waarden = field(default_factory=dict)


@dataclass(frozen=True)
class Oordeelvraag:
    """May `wie` do `handeling` with `wat`?"""

    wie: Ding
    handeling: str
    wat: Ding
    eigenschappen: Waarden = field(default_factory=dict)
    omgeving: Waarden = field(default_factory=dict)


@dataclass(frozen=True)
class Vertaling:
    """A question in the words of the decision: who it is about, what is asked, what is the case.

    Without `persoon` about everybody in the case at once.
    """

    actor: Actor
    verzoek: Verzoek
    feiten: Feiten
    tabel: Beslistabel
    zaak: Zaak | None = None
    persoon: UUID | None = None


@dataclass(frozen=True)
class Oordeel:
    """The answer, with the table it rests on."""

    besluit: Besluit
    tabel: Beslistabel

    @property
    def mag(self) -> bool:
        """Whether everything that was asked is granted."""
        return self.besluit.volledig


Vertaler = Callable[[Actor, Oordeelvraag], Vertaling]


@dataclass(frozen=True)
class Zaakuitleg:
    """How a scheme looks at its own cases: the purpose that one serves now, and what is on record of each person in it.

    Its pages decide with the same two, so that a question from outside gets the answer that a page would.
    """

    doel: Callable[[Zaak], str]
    feiten: Callable[[Actor, Zaak, str], Mapping[UUID, Vastgelegd]]


_UITLEG: dict[str, Zaakuitleg] = {}


def registreer_uitleg(scheme: str, uitleg: Zaakuitleg) -> None:
    """Say how a scheme looks at its cases, where that is not what `kernel.rechten` has on record."""
    _UITLEG[scheme] = uitleg


def _feiten(vertaling: Vertaling, zaak: Zaak) -> Vastgelegd:
    """What is on record of who the question is about; of everybody in the case the strictest."""
    actor, doel, uitleg = vertaling.actor, vertaling.verzoek.doel, _UITLEG.get(zaak.scheme)
    delen = (
        uitleg.feiten(actor, zaak, doel) if uitleg else feiten_van(actor, zaak, personen_van(zaak), doel=doel)
    )
    return delen[vertaling.persoon] if vertaling.persoon else strengste(delen.values())


def beoordeel(vrager: Actor, vraag: Oordeelvraag, vertaal: Vertaler | None = None) -> Oordeel:
    """Decide and log: one row, granted or refused, in the name of who it is about, with who asked.

    `vertaal` is for another policy than that of the cases here. Raises `Geweigerd`: 400 with the place of what is
    wrong in the question, 403 when this actor may not ask about somebody else.
    """
    vertaling = (vertaal or vertaal_zaak)(vrager, vraag)
    verzoek, feiten, tabel, zaak = vertaling.verzoek, vertaling.feiten, vertaling.tabel, vertaling.zaak
    with operatie(verzoek.scheme, NAAM, vertaling.actor) as op:
        if zaak is not None:
            feiten = _feiten(vertaling, zaak).in_feiten(feiten)
        besluit = beslis(verzoek, feiten, tabel, op.nu)
        op.noteer(verzoek, feiten, besluit, zaak.id if zaak else None)
        op.verandert(gevraagd_door=vrager.naam)
        if besluit.geweigerd:
            op.uitkomst = "geweigerd"
    return Oordeel(besluit, tabel)


def vertaal_zaak(vrager: Actor, vraag: Oordeelvraag) -> Vertaling:
    """A question about a colleague and a case of the own organisation, or one to which he was admitted.

    A colleague or a case that does not exist, or is of another organisation, or somebody who is not in the case, is
    decided as one without roles and as a case without involvement: the answer does not tell which it was.
    """
    zaak, persoon = _zaak(vrager, vraag)
    scheme = zaak.scheme if zaak else _scheme(vraag)
    actor = _actor(vrager, vraag, scheme)
    sch = geinstalleerde_schemes()[scheme]
    categorieen = _lijst(vraag.wat.eigenschappen, "categorieen", "/resource/properties/categorieen")
    if not categorieen:
        raise _onjuist(
            "/resource/properties/categorieen",
            "noem minstens één soort gegeven, zoals naw",
            "name at least one kind of datum, such as naw",
        )
    leest = schrijft = frozenset[str]()
    if vraag.handeling in LEZEN:
        leest = categorieen
    elif vraag.handeling in SCHRIJVEN:
        schrijft = categorieen
    else:
        raise _onjuist("/action/name", "is lezen of schrijven", "is lezen or schrijven (read or write)")
    verzoek = Verzoek(
        scheme=scheme,
        organisatiesoort=actor.organisatiesoort,
        rollen=tuple(sorted(actor.rollen.get(scheme, frozenset()))),
        doel=_tekst(vraag.omgeving, "doel", "/context/doel") or (_doel(zaak) if zaak else sch.doel_van("")),
        leest=leest,
        schrijft=schrijft,
        grondslag=_tekst(vraag.omgeving, "grondslag", "/context/grondslag"),
        noodzaak=_lijst(vraag.omgeving, "noodzaak", "/context/noodzaak"),
    )
    feiten = Feiten(betrokkenheid(actor, zaak), zaak.stap) if zaak else Feiten("geen", GEEN_ZAAK)
    return Vertaling(actor, verzoek, feiten, beslistabel(), zaak, persoon)


def _doel(zaak: Zaak) -> str:
    uitleg = _UITLEG.get(zaak.scheme)
    return uitleg.doel(zaak) if uitleg else geinstalleerde_schemes()[zaak.scheme].doel_van(zaak.soort)


def _zaak(vrager: Actor, vraag: Oordeelvraag) -> tuple[Zaak | None, UUID | None]:
    """The case, and the person in it when one is named."""
    if vraag.wat.soort != "zaak":
        raise _onjuist("/resource/type", "is zaak", "is zaak (a case)")
    id_ = _uuid(vraag.wat.id, "/resource/id")
    plek = "/resource/properties/persoon"
    genoemd = _tekst(vraag.wat.eigenschappen, "persoon", plek)
    persoon = _uuid(genoemd, plek) if genoemd else None
    # Of another organisation only as its participant: what somebody is admitted to he may ask about.
    mee = Zaak.objects.filter(
        deelnames__medewerker_id=_wie(vraag),
        deelnames__medewerker__organisatie_id=vrager.organisatie,
        deelnames__tot__isnull=True,
        gesloten__isnull=True,
    )
    zaak = Zaak.objects.filter(
        Q(organisatie_id=vrager.organisatie) | Q(id__in=mee.values("id")), id=id_
    ).first()
    if zaak and persoon and not Betrokkene.objects.filter(zaak=zaak, persoon_id=persoon).exists():
        return None, None
    return zaak, persoon


def _wie(vraag: Oordeelvraag) -> UUID:
    if vraag.wie.soort not in ("medewerker", "user"):
        raise _onjuist("/subject/type", "is medewerker of user", "is medewerker or user (a colleague)")
    return _uuid(vraag.wie.id, "/subject/id")


def _actor(vrager: Actor, vraag: Oordeelvraag, scheme: str) -> Actor:
    id_ = _wie(vraag)
    if id_ != vrager.medewerker_id and not vrager.heeft_rol(scheme, *MAG_VRAGEN):
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                "Over een collega vraagt alleen een sleutel van een beheerder of toezichthouder. Vraag de beheerder om een sleutel.",
                "Only a key of an administrator or supervisor asks about a colleague. Ask the administrator for a key.",
            ),
            status=403,
        )
    vandaag = timezone.localdate()
    collega = (
        Medewerker.objects.select_related("organisatie")
        .filter(id=id_, organisatie_id=vrager.organisatie)
        .first()
    )
    if collega is None or not collega.werkt_op(vandaag) or _gestopt(collega):
        return Actor(
            None, "onbekend", vrager.organisatie_id, vrager.organisatiesoort, trace=vrager.trace, kanaal="api"
        )
    uitvoerder = ", ".join(filter(None, (vrager.naam, vrager.uitvoerder)))
    return replace(actor_als(collega, vandaag, trace=vrager.trace, kanaal="api"), uitvoerder=uitvoerder)


def _gestopt(collega: Medewerker) -> bool:
    return Toegangsstop.objects.filter(medewerker=collega, opgeheven__isnull=True).exists()


def _scheme(vraag: Oordeelvraag) -> str:
    """The register of a case that is not here: the one that was named, else the first."""
    met_zaken = [naam for naam, scheme in geinstalleerde_schemes().items() if scheme.zaak]
    genoemd = _tekst(vraag.wat.eigenschappen, "scheme", "/resource/properties/scheme")
    return genoemd if genoemd in met_zaken else met_zaken[0]


def _uuid(tekst: str, plek: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise _onjuist(plek, "is een UUID", "is a UUID") from fout


def _tekst(waarden: Waarden, naam: str, plek: str) -> str:
    waarde = waarden.get(naam, "")
    if not isinstance(waarde, str) or len(waarde) > 100:
        raise _onjuist(plek, "is tekst van hoogstens 100 tekens", "is text of at most 100 characters")
    return waarde


def _lijst(waarden: Waarden, naam: str, plek: str) -> frozenset[str]:
    waarde = waarden.get(naam, [])
    if (
        not isinstance(waarde, list)
        or len(waarde) > 100
        or not all(isinstance(deel, str) and len(deel) <= 100 for deel in waarde)
    ):
        raise _onjuist(plek, "is een lijst van teksten", "is a list of texts")
    return frozenset(waarde)


def _onjuist(plek: str, nl: str, en: str) -> Geweigerd:
    zin = Tekst(
        f"{plek} {nl}. Er is niets beslist; verbeter de vraag en stuur opnieuw.",
        f"{plek} {en}. Nothing was decided; mend the question and send again.",
    )
    return Geweigerd("vraag_onjuist", zin, fouten=(Fout("vraag_onjuist", zin, Plaats(plek=plek)),))
