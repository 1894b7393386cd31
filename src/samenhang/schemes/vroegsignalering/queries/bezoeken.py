"""The list of home visits: only what a visitor needs, in the order of the walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.domain.bezoeken import (
    Bezoekkeuze,
    Geprobeerd,
    binnen,
    is_aan_de_beurt,
    nog_niet,
)
from samenhang.schemes.vroegsignalering.queries.eigen import Eigenzaak, eigen_zaken
from samenhang.schemes.vroegsignalering.scheme import SCHEME

BEZOEKKOLOMMEN = ("postcode", "straat", "huisnummer", "woonplaats", "naam", "melding", "eerder", "nog_niet", "uiterlijk")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bezoek:
    """One door: where, who, what was tried before, when nobody was tried yet, and by when an offer is due.

    Nothing about arrears, amounts or partners: a visitor speaks of those only with the resident himself, from the case.
    """

    zaak_id: UUID
    nummer: str
    naam: str
    mensen: int
    straat: str
    huisnummer: str
    postcode: str
    woonplaats: str
    eerder: tuple[Geprobeerd, ...]
    nog_niet: tuple[str, ...]
    uiterlijk: date | None

    def cellen(self) -> tuple[object, ...]:
        """As a row of the file, in the order of `BEZOEKKOLOMMEN`."""
        eerder = ", ".join(
            f"{p.datum.isoformat()} {p.dagdeel.lower()} {p.soort.lower()}" for p in self.eerder
        )
        return (
            self.postcode, self.straat, self.huisnummer, self.woonplaats, self.naam, self.nummer, eerder,
            ", ".join(self.nog_niet).lower(), self.uiterlijk or "",
        )  # fmt: skip


@query(SCHEME, "bezoeklijst bekijken")
def bezoeklijst(actor: Actor, keuze: Bezoekkeuze) -> list[Bezoek]:
    """The own cases that are to be visited now, by postcode, street and number. Each look is logged.

    Not on it: where the BRP has not confirmed residence, the resident objected, the case stands still, no signal is
    left, or there was a visit today.
    """
    rol_vereist(actor, SCHEME.naam, "vroegsignaleerder", "teamleider")
    reeksen, vandaag = keuze.reeksen(), timezone.localdate()
    regels = regels_op(actor.organisatie, vandaag)
    rijen = []
    for eigen in eigen_zaken(actor, leest=("naw", "signaal", "opvolging", "bezwaar")):
        geprobeerd = tuple(Geprobeerd(p.soort, p.datum, p.dagdeel) for p in eigen.pogingen)
        mag = (
            eigen.inwoner and not eigen.bezwaar and eigen.zaak.opgeschort_sinds is None and bool(eigen.signalen)
        )  # fmt: skip
        kanalen = regels.kanalen(eigen.zaak.prioriteit)
        if mag and is_aan_de_beurt(geprobeerd, kanalen, vandaag, keuze.dagdeel):
            bezoek = _bezoek(eigen, geprobeerd)
            if binnen(bezoek.postcode, reeksen):
                rijen.append(bezoek)
    return sorted(rijen, key=lambda b: (b.postcode, b.straat, _getal(b.huisnummer), b.huisnummer, b.nummer))


def _getal(huisnummer: str) -> int:
    cijfers = "".join(teken for teken in huisnummer.partition("-")[0] if teken.isdigit())
    return int(cijfers or 0)


def _bezoek(eigen: Eigenzaak, geprobeerd: tuple[Geprobeerd, ...]) -> Bezoek:
    wie = (eigen.aan_wie() or eigen.mensen)[0]
    return Bezoek(
        zaak_id=eigen.zaak.id,
        nummer=eigen.zaak.nummer,
        naam=wie.weergavenaam,
        mensen=len(eigen.mensen),
        straat=wie.straat,
        huisnummer=wie.adresregel.removeprefix(wie.straat).strip(),
        postcode=wie.postcode,
        woonplaats=wie.woonplaats,
        eerder=geprobeerd,
        nog_niet=nog_niet(geprobeerd),
        uiterlijk=eigen.zaak.volgende_termijn,
    )


def per_postcode(rijen: list[Bezoek]) -> Iterator[tuple[str, list[Bezoek]]]:
    """The list in parts, by the four digits of the postcode."""
    for cijfers, deel in groupby(rijen, key=lambda bezoek: bezoek.postcode[:4]):
        yield cijfers, list(deel)


def als_bestand(rijen: list[Bezoek]) -> str:
    """The list as CSV."""
    return als_csv(BEZOEKKOLOMMEN, (bezoek.cellen() for bezoek in rijen))
