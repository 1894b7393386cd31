"""How one's own cases stand, all at once: what letters and the list of home visits go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.models import UITSTEL, Taak, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_eigen
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.brieven import STAPPEN, Briefstand
from samenhang.schemes.vroegsignalering.models import (
    Briefopdracht,
    BrpAntwoord,
    Contactpoging,
    Signaal,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Eigenzaak:
    """One case of one's own: the people, their signals in it, and what was tried.

    `signalen` is empty when they were not asked for.
    """

    zaak: Zaak
    mensen: tuple[Naw, ...]
    inwoner: bool
    bezwaar: bool
    signalen: tuple[Signaal, ...]
    pogingen: tuple[Contactpoging, ...]
    uitgesteld: bool = False

    def signalen_van(self, persoon_id: UUID) -> tuple[Signaal, ...]:
        """The signals of one person; another's are none of his business."""
        return tuple(signaal for signaal in self.signalen if signaal.persoon_id == persoon_id)

    def aan_wie(self) -> tuple[Naw, ...]:
        """Who is written to: the people with a signal of their own in the case."""
        met = {signaal.persoon_id for signaal in self.signalen}
        return tuple(naw for naw in self.mensen if naw.persoon_id in met)


def eigen_zaken(
    actor: Actor,
    *,
    leest: Iterable[str],
    zaken: Collection[UUID] | None = None,
    stappen: Collection[str] = STAPPEN,
) -> list[Eigenzaak]:
    """The own cases that are being contacted, the most urgent first, under one decision per step."""
    gevonden: list[Eigenzaak] = []
    for toegang, ids in toegang_tot_eigen(actor, SCHEME.naam, leest=leest, stappen=stappen, zaken=zaken):
        gevonden += lees_zaken(toegang, ids)
    return sorted(gevonden, key=lambda e: (e.zaak.prioriteit, str(e.zaak.volgorde or ""), e.zaak.nummer))


def lees_zaken(toegang: Toegang, ids: Collection[UUID]) -> Iterator[Eigenzaak]:
    """These cases as one decision opened them."""
    zaken = {zaak.id: zaak for zaak in Zaak.objects.filter(id__in=ids)}
    mensen = _van_zaak(toegang, ids)
    brp = dict(
        BrpAntwoord.objects.met(toegang).order_by("moment", "id").values_list("persoon_id", "uitkomst")
    )
    signalen: dict[UUID, list[Signaal]] = defaultdict(list)
    if "signaal" in toegang.leest:
        rijen = Signaal.objects.met(toegang).filter(zaak_id__in=ids).exclude(status="ingetrokken")
        for signaal in rijen.select_related("partner").order_by("datum_signaal", "id"):
            signalen[signaal.zaak_id].append(signaal)
    pogingen: dict[UUID, list[Contactpoging]] = defaultdict(list)
    geldig = Contactpoging.objects.met(toegang).filter(zaak_id__in=ids, vervallen_op__isnull=True)
    for poging in geldig.order_by("datum", "id"):
        pogingen[poging.zaak_id].append(poging)
    bezwaren = {
        bezwaar.zaak_id
        for bezwaar in Bezwaar.objects.met(toegang).filter(zaak_id__in=ids)
        if bezwaar.beslist_op is None or bezwaar.toegewezen
    }
    uitgesteld = uitgestelde_zaken(ids)
    for zaak_id, zaak in zaken.items():
        yield Eigenzaak(
            zaak,
            tuple(mensen[zaak_id]),
            bool(mensen[zaak_id]) and all(brp.get(naw.persoon_id) == "inwoner" for naw in mensen[zaak_id]),
            zaak_id in bezwaren,
            tuple(signalen[zaak_id]),
            tuple(pogingen[zaak_id]),
            zaak_id in uitgesteld,
        )


def _van_zaak(toegang: Toegang, ids: Collection[UUID]) -> dict[UUID, list[Naw]]:
    from samenhang.kernel.zaken.models import Betrokkene

    namen = {naw.persoon_id: naw for naw in Naw.objects.met(toegang)}
    mensen: dict[UUID, list[Naw]] = defaultdict(list)
    for zaak_id, persoon_id in (
        Betrokkene.objects.filter(zaak_id__in=ids).order_by("id").values_list("zaak_id", "persoon_id")
    ):
        if persoon_id in namen:
            mensen[zaak_id].append(namen[persoon_id])
    return mensen


def briefstand(eigen: Eigenzaak, regels: Beleidsregels, wachtend: Collection[UUID] = ()) -> Briefstand:
    """What decides whether a letter goes to this household."""
    dreigt = any(
        s.dreiging != "geen" or s.soort_signaal in ("einde_levering", "ontruiming") for s in eigen.signalen
    )
    aan = eigen.aan_wie()
    return Briefstand(
        kanalen=regels.kanalen(eigen.zaak.prioriteit),
        pogingen=frozenset(poging.soort for poging in eigen.pogingen),
        teksten=frozenset(
            poging.tekstversie.rpartition("-")[0] for poging in eigen.pogingen if poging.tekstversie
        ),
        wacht=eigen.zaak.id in wachtend,
        inwoner=eigen.inwoner,
        bezwaar=eigen.bezwaar,
        uitgesteld=eigen.uitgesteld,
        opgeschort=eigen.zaak.opgeschort_sinds is not None,
        heeft_signaal=bool(eigen.signalen),
        dreiging=dreigt,
        minderjarig=any(s.minderjarig for s in eigen.signalen),
        adres_volledig=all(naw.straat and naw.huisnummer and naw.postcode for naw in aan),
    )


def uitgestelde_zaken(ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these cases in which telling someone is put off: nothing is sent there, and nobody calls."""
    rijen = Taak.objects.filter(zaak_id__in=ids, soort=UITSTEL, klaar__isnull=True)
    return frozenset(rijen.values_list("zaak_id", flat=True))


def wachtende_zaken(ids: Sequence[UUID]) -> frozenset[UUID]:
    """Those of these cases for which a letter waits to be made."""
    rijen = Briefopdracht.objects.filter(status="wacht", zaak_id__in=ids)
    return frozenset(rijen.values_list("zaak_id", flat=True))
