"""The letter that tells somebody of the family that there is a case about him."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.domain.toestemming import leeftijd
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.instemming import mag_zelf
from samenhang.kernel.zaken.actions import vandaag
from samenhang.schemes.wams.dossier import Dossier, open_dossier
from samenhang.schemes.wams.queries.stuk import keur_taal
from samenhang.schemes.wams.scheme import SCHEME
from samenhang.schemes.wams.stukken.informeerbrief import Informeerbrief, zet


@query(SCHEME, "brief over de melding maken")
def informeerbrief(actor: Actor, zaak_id: UUID, persoon_id: UUID, taal: str = "nl") -> bytes:
    """The letter as PDF/UA, in Dutch, or with an English translation behind it; for who treats the case.

    Raises `Geweigerd`: for a language it does not speak, for whom the case is not about, and while telling is put off.
    """
    keur_taal(taal)
    dossier = open_dossier(actor, zaak_id)
    lid = dossier.lid(persoon_id)
    if persoon_id not in dossier.over_wie:
        raise Geweigerd(
            "geen_brief",
            Tekst(
                "De zaak gaat niet over deze persoon: hij krijgt geen brief. Vraag eerst of hij wil meedoen.",
                "The case is not about this person: no letter goes to him. First ask whether he wants to take part.",
            ),
            status=409,
        )
    uitstel = next((rij for rij in dossier.uitstellen if rij.persoon_id == persoon_id), None)
    if uitstel is not None and uitstel.tot >= vandaag():
        raise Geweigerd(
            "uitstel_loopt",
            Tekst(
                "Informeren is uitgesteld. De brief kan na de laatste dag, of informeer eerder.",
                "Informing is put off. The letter can be made after the last day, or inform earlier.",
            ),
            status=409,
        )
    toegang = dossier.toegang_tot(persoon_id, leest=("naw",))
    naw = Naw.objects.met(toegang).filter(persoon_id=persoon_id).first()
    verteld = next((rij for rij in dossier.informeringen if rij.persoon_id == persoon_id), None)
    dag = verteld.op if verteld else vandaag()
    adres = [naw.adresregel, f"{naw.postcode} {naw.woonplaats}".strip()] if naw else []
    brief = Informeerbrief(
        gemeente=dossier.zaak.organisatie.naam,
        nummer=dossier.zaak.nummer,
        naam=lid.naam,
        adres=[regel for regel in adres if regel],
        namens=mag_zelf(leeftijd(lid.geboortedatum, dag), wilsonbekwaam=False) is False,
        wie=dossier.zaak.behandelaar.naam if dossier.zaak.behandelaar else "de afdeling zorg en veiligheid",
        artikelen=_artikelen(dossier, toegang),
        jaren=_bewaarjaren(),
        uitgesteld=verteld is not None and verteld.hoe == "brief",
        dag=dag,
    )
    return zet(brief, taal)


def _artikelen(dossier: Dossier, toegang: Toegang) -> list[str]:
    """The articles on which reading this case and this person rests."""
    grondslagen = beslistabel().grondslagen
    ids = dict.fromkeys((*dossier.toegang.besluit.grondslagen, *toegang.besluit.grondslagen))
    return list(dict.fromkeys(grondslagen[id_].artikel for id_ in ids))


def _bewaarjaren() -> int:
    return (
        next(termijn.lengte for termijn in SCHEME.bewaartermijnen if termijn.uitkomst == "afgesloten") // 12
    )
