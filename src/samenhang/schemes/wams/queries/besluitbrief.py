"""The letter of the decision on an objection: as it went, and beforehand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.besluitbrief import (
    Besluit,
    Briefhoofd,
    besluit_van,
    laatst_besloten,
    zet_besluiten,
)
from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.zaken.actions import besluit_vooraf, vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend, zaak_van
from samenhang.kernel.zaken.zwijgen import nog_te_vertellen
from samenhang.schemes.wams.dossier import open_dossier
from samenhang.schemes.wams.queries.stuk import keur_taal
from samenhang.schemes.wams.scheme import SCHEME

DIENST = Tekst("Hulp bij meer dan één probleem", "Help with more than one problem")


@query(SCHEME, "brief over het besluit op bezwaar maken")
def besluitbrief(actor: Actor, zaak_id: UUID, taal: str = "nl") -> bytes:
    """The letter of the last decision, as PDF: for who treats the case, one for each who objected; for a resident his own.

    Raises `Geweigerd` for a language it does not speak, and (409) when nothing was decided.
    """
    keur_taal(taal)
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    if actor.persoon_id is not None:
        return zet_besluiten(_hoofd(zaak), _eigen(actor, zaak), taal=taal)
    dossier = open_dossier(actor, zaak_id)
    besluiten = [
        besluit_van(rij, _adres(dossier.toegang_tot(rij.persoon_id, leest=("naw",)), rij.persoon_id))
        for rij in laatst_besloten(dossier.bezwaren)
    ]
    return zet_besluiten(_hoofd(zaak), besluiten, taal=taal)


@query(SCHEME, "brief over het besluit op bezwaar vooraf bekijken")
def besluitbrief_vooraf(actor: Actor, zaak_id: UUID, invoer: Any) -> bytes:
    """The letter that deciding so would make, marked as an example; stores nothing. Raises what deciding would.

    Without a name: who decides may not know whom the case is about, and does not need to.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    toegang = toegang_tot(actor, zaak, leest=("bezwaar",), doel="bezwaar")
    rijen, motivering = besluit_vooraf(zaak, invoer.motivering, toegang)
    besluiten = [
        Besluit((), rij.datum, vandaag(), invoer.toegewezen, motivering, actor.naam) for rij in rijen
    ]
    return zet_besluiten(_hoofd(zaak), besluiten, voorbeeld=True)


def _eigen(actor: Actor, zaak: Zaak) -> list[Besluit]:
    wie = actor.persoon_id
    if wie is None or zaak.id in nog_te_vertellen(actor, SCHEME.naam):
        raise zaak_onbekend()
    toegang = toegang_tot(actor, zaak, leest=("naw", "bezwaar"), doel=INZAGE, personen=[wie])
    rijen = laatst_besloten(Bezwaar.objects.met(toegang).filter(zaak=zaak))
    return [besluit_van(rij, _adres(toegang, wie)) for rij in rijen]


def _adres(toegang: Toegang, persoon: UUID) -> tuple[str, ...]:
    naw = Naw.objects.met(toegang).filter(persoon_id=persoon).first()
    if naw is None:
        return ()
    return (naw.weergavenaam, naw.adresregel, f"{naw.postcode} {naw.woonplaats}".strip())


def _hoofd(zaak: Zaak) -> Briefhoofd:
    return Briefhoofd(SCHEME.naam, f"Gemeente {zaak.organisatie.naam}", DIENST, zaak.nummer)
