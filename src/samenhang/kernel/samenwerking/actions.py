"""Drawing up an agreement, replacing it by a new version, and signing it for one's own organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst, nieuw_id
from samenhang.kernel.beheer.grenzen import beheerde_schemes
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.samenwerking.domain.afspraak import Dekking, Inhoud, Partij, controleer, som_van
from samenhang.kernel.samenwerking.models import Afspraakhandtekening, Afspraakpartij, Samenwerkingsafspraak
from samenhang.kernel.samenwerking.queries import een, is_getekend
from samenhang.kernel.scheme import geinstalleerde_schemes


@dataclass(frozen=True, slots=True)
class Partijvoorstel:
    """A party as someone writes it: its name, or one of its numbers, and the role that signs there."""

    organisatie: str
    rol: str


@dataclass(frozen=True, slots=True)
class Dekkingsvoorstel:
    """What it covers as someone writes it."""

    scheme: str
    doel: str
    categorieen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Afspraakvoorstel:
    """An agreement as someone draws it up; `tot` None is without an end."""

    titel: str
    waarvoor: str
    van: date
    tot: date | None
    partijen: tuple[Partijvoorstel, ...]
    dekking: tuple[Dekkingsvoorstel, ...]


@action(KERNEL, "samenwerkingsafspraak opstellen")
def stel_op(actor: Actor, voorstel: Afspraakvoorstel) -> Samenwerkingsafspraak:
    """Draw up an agreement to which the own organisation is a party; it holds once all parties have signed.

    Raises `Geweigerd` (403) for who is no administrator, and with every place for what cannot be signed.
    """
    nummer = nieuw_id()
    return _bewaar(actor, voorstel, nummer, nummer, 1)


@action(KERNEL, "samenwerkingsafspraak vervangen")
def vervang(actor: Actor, afspraak_id: UUID, voorstel: Afspraakvoorstel) -> Samenwerkingsafspraak:
    """Draw up the next version. The present one holds until all have signed the new one and its first day is there.

    Raises `Geweigerd` (404) for an agreement that the own organisation is no party to, and (409) when a newer version
    is there already.
    """
    oud = een(actor, afspraak_id)
    laatste = Samenwerkingsafspraak.objects.filter(reeks=oud.reeks).order_by("-versie")[0]
    if laatste.id != oud.id:
        raise Geweigerd(
            "al_vervangen",
            Tekst(
                f"Er is al een versie {laatste.versie} van {oud.kenmerk}. Vervang die.",
                f"There is a version {laatste.versie} of {oud.kenmerk} already. Replace that one.",
            ),
            status=409,
        )
    return _bewaar(actor, voorstel, nieuw_id(), oud.reeks, oud.versie + 1)


def _bewaar(
    actor: Actor, voorstel: Afspraakvoorstel, nummer: UUID, reeks: UUID, versie: int
) -> Samenwerkingsafspraak:
    beheerde_schemes(actor)
    vandaag = timezone.localdate()
    inhoud = Inhoud(
        " ".join(voorstel.titel.split()),
        voorstel.waarvoor.strip(),
        voorstel.van,
        voorstel.tot,
        _partijen(voorstel.partijen),
        tuple(
            Dekking(d.scheme, d.doel, frozenset(naam for naam in d.categorieen if naam))
            for d in voorstel.dekking
        ),
    )
    controleer(inhoud, geinstalleerde_schemes(), vandaag)
    if actor.organisatie not in {partij.organisatie for partij in inhoud.partijen}:
        raise weiger_bij(
            "partijen",
            "/partijen",
            "zelf_geen_partij",
            "partijen: uw eigen organisatie staat er niet bij. Voeg haar toe.",
            "partijen: your own organisation is not among them. Add it.",
        )
    operatie, document = huidige_operatie(), inhoud.document()
    afspraak = Samenwerkingsafspraak.objects.create(
        id=nummer,
        reeks=reeks,
        versie=versie,
        inhoud=document,
        som=som_van(reeks, versie, document),
        van=inhoud.van,
        tot=inhoud.tot,
        opsteller_id=actor.organisatie,
        gemaakt=operatie.nu,
        gemaakt_door=actor.naam[:200],
    )
    Afspraakpartij.objects.bulk_create(
        [Afspraakpartij(afspraak=afspraak, organisatie_id=p.organisatie, rol=p.rol) for p in inhoud.partijen]
    )
    operatie.verandert(afspraak=afspraak.kenmerk, versie=[versie - 1 or None, versie], som=afspraak.som)
    return afspraak


def _partijen(voorstellen: Sequence[Partijvoorstel]) -> tuple[Partij, ...]:
    uit: list[Partij] = []
    for nummer, voorstel in enumerate(voorstellen):
        wie = " ".join(voorstel.organisatie.split())
        gevonden = list(Organisatie.objects.filter(_heet(wie), actief=True)[:2]) if wie else []
        if len(gevonden) != 1:
            raise weiger_bij(
                "partijen",
                f"/partijen/{nummer}/organisatie",
                "organisatie_onbekend",
                f'partijen: regel {nummer + 1}: "{wie[:60]}" is niet precies één organisatie hier. Schrijf haar naam, gemeentecode, KVK-nummer of OIN zoals bij Organisaties.',
                f'partijen: line {nummer + 1}: "{wie[:60]}" is not exactly one organisation here. Write its name, municipality code, KVK number or OIN as under Organisations.',
            )
        uit.append(Partij(gevonden[0].id, gevonden[0].soort, voorstel.rol.strip()))
    return tuple(uit)


def _heet(wie: str) -> Q:
    heet = Q(naam__iexact=wie) | Q(gemeentecode=wie) | Q(kvk=wie) | Q(oin=wie)
    try:
        return heet | Q(id=UUID(wie))
    except ValueError:
        return heet


@action(KERNEL, "samenwerkingsafspraak tekenen")
def teken(actor: Actor, afspraak_id: UUID, som: str) -> Samenwerkingsafspraak:
    """Sign for the own organisation; `som` is the SHA-256 of what was read, so that nobody signs another text.

    Raises `Geweigerd` (404) for an agreement that the own organisation is no party to, (403) for who does not hold
    the role that the agreement names for it, and (409) for another text, a second signature, one that has ended, or
    a version that was replaced.
    """
    afspraak = een(actor, afspraak_id, op_slot=True)
    partij = afspraak.partijen.select_related("organisatie").get(organisatie_id=actor.organisatie)
    bevoegd(actor, afspraak, partij)
    if som.strip().lower() != afspraak.som:
        raise weiger_bij(
            "som",
            "/som",
            "andere_tekst",
            "Wat u las is een andere tekst dan deze afspraak. Lees haar opnieuw en neem de som over die erbij staat.",
            "What you read is another text than this agreement. Read it again and take over the sum that stands with it.",
            409,
        )
    nog_niet_getekend(partij)
    nog_te_tekenen(afspraak)
    operatie = huidige_operatie()
    Afspraakhandtekening.objects.create(
        partij=partij, naam=actor.naam[:200], rol=partij.rol, som=afspraak.som, moment=operatie.nu
    )
    operatie.verandert(afspraak=afspraak.kenmerk, versie=afspraak.versie, getekend=str(partij.organisatie_id))
    return afspraak


def bevoegd(actor: Actor, afspraak: Samenwerkingsafspraak, partij: Afspraakpartij) -> None:
    """Whether the actor holds the role that speaks for his organisation; raises `Geweigerd` (403) when he does not."""
    if actor.medewerker_id is None or not actor.schemes_met(partij.rol) & gedekt(afspraak):
        raise Geweigerd(
            "niet_bevoegd",
            Tekst(
                f"Voor {partij.organisatie.onderscheidend} tekent wie de rol {partij.rol} heeft. Vraag een collega met die rol.",
                f"For {partij.organisatie.onderscheidend} whoever holds the role {partij.rol} signs. Ask a colleague with that role.",
            ),
            status=403,
        )


def nog_niet_getekend(partij: Afspraakpartij) -> None:
    """Whether the party may still sign this version; raises `Geweigerd` (409) when it did."""
    if Afspraakhandtekening.objects.filter(partij=partij).exists():
        wie = partij.organisatie.onderscheidend
        raise Geweigerd(
            "al_getekend",
            Tekst(f"{wie} heeft deze versie al getekend.", f"{wie} signed this version already."),
            status=409,
        )


def nog_te_tekenen(afspraak: Samenwerkingsafspraak) -> None:
    """Whether this version can still come to hold; raises `Geweigerd` (409) when it has ended or was replaced."""
    if afspraak.tot is not None and afspraak.tot < timezone.localdate():
        raise Geweigerd(
            "al_voorbij",
            Tekst("Deze afspraak is al voorbij. Stel een nieuwe versie op.", "This agreement has ended. Draw up a new version."),
            status=409,
        )  # fmt: skip
    nieuwer = Samenwerkingsafspraak.objects.filter(reeks=afspraak.reeks, versie__gt=afspraak.versie)
    if any(is_getekend(rij) for rij in nieuwer):
        raise Geweigerd(
            "al_vervangen",
            Tekst(
                "Deze versie is vervangen. Teken de nieuwe.", "This version was replaced. Sign the new one."
            ),
            status=409,
        )


def gedekt(afspraak: Samenwerkingsafspraak) -> frozenset[str]:
    """The registers that an agreement is about."""
    return frozenset(deel["scheme"] for deel in afspraak.inhoud["dekking"])


def weiger_bij(kolom: str, plek: str, code: str, nl: str, en: str, status: int = 400) -> Geweigerd:
    """A refusal with its place."""
    tekst = Tekst(nl, en)
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(kolom=kolom, plek=plek)),), status=status)
