"""What a party at the table reads: the cases in which it takes part, and its own view of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.verstrekkingen.actions.voorwaarden import stelde_iets
from samenhang.kernel.zaken.models import Deelname, Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot
from samenhang.schemes.zvh.domain.tafel import DEELNEMER, TAFELGENOOT
from samenhang.schemes.zvh.models import HuisAfspraak, HuisPartij
from samenhang.schemes.zvh.queries.gegevens import Gegeven, gegevens_van
from samenhang.schemes.zvh.scheme import SCHEME
from samenhang.schemes.zvh.tafel import feiten_voor, hoogstens, zaak_aan_tafel


@dataclass(frozen=True, slots=True)
class Tafelregel:
    """A case in which the party takes part: a number, whose house, who directs it; nobody's name of whom it is about."""

    id: UUID
    nummer: str
    huis: str
    regisseur: str
    stap: str
    sinds: datetime


@dataclass(frozen=True, slots=True)
class Tafelbeeld:
    """A case as this party may see it now. What it does not see is not in it, not even as a heading.

    `noodzaak` says of each kind of data that it sees why; `brengt_in` is what it can bring in itself, empty for none;
    `stelde_voorwaarde`: it asked that another party does not get that.
    """

    zaak: Zaak
    huis: str
    regisseur: str
    partij: str
    soort: str
    naam: str
    adres: str
    telefoon: str
    noodzaak: dict[str, str]
    gegevens: tuple[Gegeven, ...]
    afspraken: tuple[HuisAfspraak, ...]
    brengt_in: str
    stelde_voorwaarde: bool


@query(SCHEME, "casussen aan tafel bekijken")
def tafel(actor: Actor) -> list[Tafelregel]:
    """The open cases at whose table the actor sits, the newest on top."""
    rol_vereist(actor, SCHEME.naam, TAFELGENOOT)
    if actor.medewerker_id is None:
        return []
    rijen = Deelname.objects.select_related("zaak__organisatie", "zaak__behandelaar").filter(
        medewerker_id=actor.medewerker_id,
        betrokkenheid=DEELNEMER,
        tot__isnull=True,
        zaak__scheme=SCHEME.naam,
        zaak__gesloten__isnull=True,
    )
    return [
        Tafelregel(
            rij.zaak_id,
            rij.zaak.nummer,
            rij.zaak.organisatie.naam,
            rij.zaak.behandelaar.naam if rij.zaak.behandelaar else "",
            rij.zaak.stap,
            rij.van,
        )
        for rij in rijen.order_by("-van")
    ]


@query(SCHEME, "casus aan tafel bekijken")
def tafelcasus(actor: Actor, zaak_id: UUID) -> Tafelbeeld:
    """The case as this party may see it now.

    Raises `Geweigerd` (404) for who does not sit at its table, and `NietToegestaan` (403) with the reason when the
    agreement between the party and the house does not hold any more, or the resident objects to parties seeing it.
    """
    zaak = zaak_aan_tafel(actor, zaak_id)
    (persoon,) = personen_van(zaak)
    partij = Organisatie.objects.get(id=actor.organisatie)
    feiten = feiten_voor(zaak, persoon, partij)
    if not feiten.afspraak:
        raise Geweigerd(
            "afspraak_ontbreekt",
            Tekst(
                "De afspraak van het samenwerkingsverband geldt niet (meer). Vraag de procesregisseur.",
                "The agreement of the alliance does not hold (any more). Ask the process director.",
            ),
            status=403,
        )
    eigen = toegang_tot(actor, zaak, leest=("afspraken",), personen=[persoon], bekend=feiten)
    assert actor.medewerker_id is not None  # sits at the table
    mee = zaak.deelnames.get(medewerker_id=actor.medewerker_id, betrokkenheid=DEELNEMER, tot__isnull=True)
    noodzaak: dict[str, str] = dict(HuisPartij.objects.met(eigen).get(zaak=zaak, deelname=mee.id).noodzaak)
    kan = hoogstens(partij.soort)
    nodig = frozenset(noodzaak) | kan.schrijft & {partij.soort}
    toegang = toegang_tot(
        actor, zaak, leest=nodig, personen=[persoon], bekend=feiten, noodzaak=nodig, gedeeltelijk=True
    )
    naw = Naw.objects.met(toegang).first() if "naw" in toegang.leest else None
    contact = Contactgegeven.objects.met(toegang).first() if "contact" in toegang.leest else None
    return Tafelbeeld(
        zaak=zaak,
        huis=zaak.organisatie.naam,
        regisseur=zaak.behandelaar.naam if zaak.behandelaar else "",
        partij=partij.naam,
        soort=partij.soort,
        naam=naw.weergavenaam if naw else "",
        adres=naw.adresregel if naw else "",
        telefoon=contact.telefoon if contact else "",
        noodzaak={soort: tekst for soort, tekst in noodzaak.items() if soort in toegang.leest},
        gegevens=gegevens_van(toegang, zaak, noodzaak),
        afspraken=tuple(HuisAfspraak.objects.met(eigen).filter(zaak=zaak).order_by("uiterlijk", "id")),
        brengt_in=partij.soort if partij.soort in kan.schrijft else "",
        stelde_voorwaarde=stelde_iets(zaak, [persoon], partij.naam[:200]),
    )
