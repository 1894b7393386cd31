"""With whom an organisation here exchanges hand-overs: addresses and keys, kept by its administrator, with rotation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from urllib.parse import urlsplit
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.beheer.grenzen import beheerde_schemes, binnen_bereik, organisatie_van
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie, inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.uitwisseling.models import Bezorging, Partnersleutel, Uitwisselpartner
from samenhang.kernel.zegel import sleutels
from samenhang.kernel.zegel.domain.nota import BERICHT, Sleutel, lees_sleutel

HOOGSTENS_SLEUTELS = 5
"""Keys of one partner that hold at a time: the old, the new, and room for a mistake."""


@dataclass(frozen=True, slots=True)
class Sleutelbeeld:
    """A key of a partner: its line, since when, by whom, and when it was withdrawn."""

    id: UUID
    regel: str
    nummer: str
    toegevoegd: datetime
    door: str
    ingetrokken: datetime | None


@dataclass(frozen=True, slots=True)
class Partnerbeeld:
    """A partner: who, for which organisation here, where, with which keys, and what is stuck on the way to it."""

    id: UUID
    organisatie: str
    ander: str
    oin: str
    adres: str
    sinds: datetime
    sleutels: tuple[Sleutelbeeld, ...]
    wacht: int
    fout: Tekst | None


@dataclass(frozen=True, slots=True)
class Uitwisselbeeld:
    """Our own public key, for partners, and the partners within reach."""

    sleutel: str
    partners: tuple[Partnerbeeld, ...]


@inzien(KERNEL, "uitwisselpartners bekijken")
def uitwisselpartners(actor: Actor) -> Uitwisselbeeld:
    """Our public key and the partners of the organisations that the actor administers. No data of persons."""
    beheerde_schemes(actor)
    rijen = (
        Uitwisselpartner.objects.filter(
            organisatie__in=Organisatie.objects.filter(binnen_bereik(actor)), beeindigd__isnull=True
        )
        .select_related("organisatie", "ander")
        .prefetch_related("sleutels")
        .order_by("organisatie__naam", "ander__naam", "id")
    )
    eigen, _ = sleutels.in_gebruik(BERICHT)
    return Uitwisselbeeld(str(eigen), tuple(_beeld(rij) for rij in rijen))


def _beeld(rij: Uitwisselpartner) -> Partnerbeeld:
    open_ = Bezorging.objects.filter(
        bezorgd__isnull=True,
        overdracht__ontvangen__isnull=True,
        overdracht__ontvanger_id=rij.ander_id,
        overdracht__zaak__organisatie_id=rij.organisatie_id,
    ).order_by("-niet_voor")
    laatste = open_.exclude(fout_nl="").first()
    return Partnerbeeld(
        id=rij.id,
        organisatie=rij.organisatie.onderscheidend,
        ander=rij.ander.onderscheidend,
        oin=rij.ander.oin or "",
        adres=rij.adres,
        sinds=rij.sinds,
        sleutels=tuple(
            Sleutelbeeld(
                deel.id,
                deel.regel,
                lees_sleutel(deel.regel).id.hex(),
                deel.toegevoegd,
                deel.toegevoegd_door,
                deel.ingetrokken,
            )
            for deel in sorted(rij.sleutels.all(), key=lambda deel: deel.toegevoegd)
        ),
        wacht=open_.count(),
        fout=Tekst(laatste.fout_nl, laatste.fout_en) if laatste else None,
    )


@action(KERNEL, "uitwisselpartner toevoegen")
def voeg_partner_toe(actor: Actor, organisatie_id: UUID, oin: str, adres: str, sleutel: str) -> UUID:
    """From now on hand-overs of this organisation to the one with this OIN go as messages, and its own come in.

    Raises `Geweigerd` when either has no OIN, the address is no https (loopback: http for tests and demo), the key
    line is wrong, or it is a partner already.
    """
    eigen = organisatie_van(actor, organisatie_id, op_slot=True)
    if not eigen.oin:
        raise _weiger(
            "eigen_oin_ontbreekt",
            f"{eigen.onderscheidend} heeft geen OIN; zonder kan zij geen berichten versturen. Vul het OIN in bij de organisatie.",
            f"{eigen.onderscheidend} has no OIN; without it it can send no messages. Enter the OIN at the organisation.",
            409,
        )
    ander = Organisatie.objects.filter(oin=oin.strip()).first() if oin.strip() else None
    if ander is None:
        raise _weiger(
            "oin_onbekend",
            f'Geen organisatie hier heeft het OIN "{oin.strip()[:20]}". Voeg haar eerst toe bij Organisaties, met haar OIN.',
            f'No organisation here has the OIN "{oin.strip()[:20]}". First add it under Organisations, with its OIN.',
            404,
        )
    if ander.id == eigen.id:
        raise _weiger(
            "met_zichzelf",
            "Dit is de eigen organisatie. Kies de andere.",
            "This is your own organisation. Choose the other one.",
        )
    waar = _adres(adres)
    regel = _sleutel(sleutel)
    if Uitwisselpartner.objects.filter(organisatie=eigen, ander=ander, beeindigd__isnull=True).exists():
        raise _weiger(
            "al_partner",
            f"{ander.onderscheidend} is al partner. Voeg daar een sleutel toe, of beëindig haar eerst.",
            f"{ander.onderscheidend} is a partner already. Add a key there, or end it first.",
            409,
        )
    op = huidige_operatie()
    rij = Uitwisselpartner.objects.create(organisatie=eigen, ander=ander, adres=waar, sinds=op.nu)
    Partnersleutel.objects.create(
        partner=rij, regel=str(regel), toegevoegd=op.nu, toegevoegd_door=actor.naam[:200]
    )
    op.verandert(partner=str(rij.id), ander=ander.oin, adres=waar, sleutel=regel.id.hex())
    return rij.id


@action(KERNEL, "partnersleutel toevoegen")
def voeg_sleutel_toe(actor: Actor, partner_id: UUID, sleutel: str) -> UUID:
    """One more key of a partner: what it signs with either is taken in, until the old one is withdrawn."""
    partner = _partner(actor, partner_id)
    regel = _sleutel(sleutel)
    bekend = list(partner.sleutels.all())
    if str(regel) in {deel.regel for deel in bekend}:
        raise _weiger(
            "al_bekend",
            "Deze sleutel staat er al. Een ingetrokken sleutel komt niet terug.",
            "This key is there already. A withdrawn key does not come back.",
            409,
        )
    if sum(deel.ingetrokken is None for deel in bekend) >= HOOGSTENS_SLEUTELS:
        raise _weiger(
            "te_veel_sleutels",
            f"Er gelden al {HOOGSTENS_SLEUTELS} sleutels. Trek eerst een oude in.",
            f"{HOOGSTENS_SLEUTELS} keys hold already. First withdraw an old one.",
            409,
        )
    op = huidige_operatie()
    rij = Partnersleutel.objects.create(
        partner=partner, regel=str(regel), toegevoegd=op.nu, toegevoegd_door=actor.naam[:200]
    )
    op.verandert(partner=str(partner.id), sleutel=regel.id.hex())
    return rij.id


@action(KERNEL, "partnersleutel intrekken")
def trek_sleutel_in(actor: Actor, sleutel_id: UUID, reden: str) -> Partnersleutel:
    """What this key signs is refused from now on. Without any key left nothing of the partner comes in."""
    rij = Partnersleutel.objects.filter(id=sleutel_id).first()
    if rij is None:
        raise _weiger("sleutel_onbekend", "Deze sleutel bestaat niet.", "This key does not exist.", 404)
    _partner(actor, rij.partner_id)
    waarom = _reden(reden)
    rij = Partnersleutel.objects.select_for_update().get(id=sleutel_id)
    if rij.ingetrokken is not None:
        raise _weiger(
            "al_ingetrokken", "Deze sleutel is al ingetrokken.", "This key was withdrawn already.", 409
        )
    rij.ingetrokken = huidige_operatie().nu
    rij.save(update_fields=["ingetrokken"])
    huidige_operatie().verandert(waarom, sleutel=lees_sleutel(rij.regel).id.hex(), ingetrokken=[None, "nu"])
    return rij


@action(KERNEL, "uitwisselpartner beëindigen")
def beeindig_partner(actor: Actor, partner_id: UUID, reden: str) -> None:
    """Nothing goes to or comes from this partner any more; what waits is passed on by hand again."""
    partner = _partner(actor, partner_id)
    waarom = _reden(reden)
    partner.beeindigd = huidige_operatie().nu
    partner.save(update_fields=["beeindigd"])
    huidige_operatie().verandert(waarom, partner=str(partner.id), beeindigd=[None, "nu"])


def geldige_sleutels(partners: Iterable[Uitwisselpartner]) -> list[Sleutel]:
    """The keys of these partners with which they may sign now."""
    rijen = Partnersleutel.objects.filter(partner__in=[rij.id for rij in partners], ingetrokken__isnull=True)
    return [lees_sleutel(rij.regel) for rij in rijen]


def _partner(actor: Actor, partner_id: UUID) -> Uitwisselpartner:
    """A partner within reach, locked; raises `Geweigerd` (404) for any other."""
    bereik = Organisatie.objects.filter(binnen_bereik(actor))
    rij = (
        Uitwisselpartner.objects.select_for_update()
        .filter(id=partner_id, organisatie__in=bereik, beeindigd__isnull=True)
        .first()
    )
    if rij is None:
        raise _weiger(
            "partner_onbekend",
            "Deze partner bestaat niet, is beëindigd of valt niet onder uw beheer.",
            "This partner does not exist, was ended or is not yours to administer.",
            404,
        )
    return rij


def _adres(adres: str) -> str:
    """An address as it is called: https, or http on this machine only. Raises `Geweigerd` for any other."""
    try:
        delen = urlsplit(adres.strip())
        poort = delen.port
    except ValueError:
        delen, poort = urlsplit(""), None
    eigen_machine = delen.hostname == "localhost" or _is_loopback(delen.hostname or "")
    if (
        poort == 0
        or any(teken.isspace() or not teken.isprintable() for teken in adres.strip())
        or delen.scheme not in ("https", "http")
        or not delen.hostname
        or delen.query
        or delen.fragment
        or delen.username
        or len(adres) > 180
        or (delen.scheme == "http" and not eigen_machine)
    ):
        raise _weiger(
            "adres_onjuist",
            f'"{adres.strip()[:60]}" kan niet: schrijf https:// met de naam van de machine, zonder vraagteken. Http mag alleen op deze machine zelf, om te proberen.',
            f'"{adres.strip()[:60]}" cannot be: write https:// with the name of the machine, without question mark. Http is for this machine itself only, to try out.',
        )
    return adres.strip().rstrip("/")


def _is_loopback(naam: str) -> bool:
    try:
        return ip_address(naam).is_loopback
    except ValueError:
        return False


def _sleutel(regel: str) -> Sleutel:
    sleutel = lees_sleutel(regel)
    if sleutel.soort != BERICHT:
        raise _weiger(
            "sleutel_andere_soort",
            "Dit is een sleutel van een log of getuige. Vraag de partner om zijn sleutel voor berichten (samenhang beheer berichtensleutel).",
            "This is the key of a log or witness. Ask the partner for its key for messages (samenhang beheer berichtensleutel).",
        )
    if str(sleutel) == str(sleutels.in_gebruik(BERICHT)[0]):
        raise _weiger(
            "eigen_sleutel",
            "Dit is onze eigen sleutel. Vraag de partner om de zijne.",
            "This is our own key. Ask the partner for its own.",
        )
    return sleutel


def _reden(reden: str) -> str:
    tekst = " ".join(reden.split())
    if not 5 <= len(tekst) <= 300:
        raise _weiger(
            "reden_nodig",
            "Schrijf in 5 tot 300 tekens waarom; het komt in het logboek.",
            "Write in 5 to 300 characters why; it goes into the log.",
        )
    return tekst


def _weiger(code: str, nl: str, en: str, status: int = 400) -> Geweigerd:
    return Geweigerd(code, Tekst(nl, en), status=status)
