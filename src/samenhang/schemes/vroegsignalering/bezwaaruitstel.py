"""That the answer to an objection comes later: what the law asks of it, and the letter that tells it (AVG art. 12 lid 3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from django.utils.timezone import localdate

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.termijnen import bereken
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Tijdlijnregel, Zaak, ZaakTermijn
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.brieven.later import Uitstelbericht, zet_uitstelbericht
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import afzender_van, regels_voor
from samenhang.schemes.vroegsignalering.scheme import SCHEME

TERMIJN: Final = "bezwaar"
LEEST: Final = ("naw", "bezwaar")
ZIN: Final = 20
"""Characters of a reason that the resident reads: enough to be a sentence."""


def controleer_uitstel(zaak: Zaak, reden: str) -> None:
    """Whether the answer may come later: told within the month, with a reason that he understands. Raises `Geweigerd`."""
    termijn = zaak.termijnen.filter(regel=TERMIJN, klaar__isnull=True).first()
    if termijn is not None and termijn.einde < vandaag():
        raise Geweigerd("termijn_voorbij", Tekst(f"De termijn eindigde op {termijn.einde}: verlengen kan niet meer (AVG art. 12 lid 3). Beslis nu.", f"The term ended on {termijn.einde}: it can no longer be extended (AVG art. 12(3)). Decide now."), status=409)  # fmt: skip
    if len(reden.strip()) < ZIN:
        raise Geweigerd.bij("reden", "geen_zin", Tekst("Schrijf waarom in ten minste één hele zin; de inwoner leest haar in de brief.", "Write why in at least one whole sentence; the resident reads it in the letter."))  # fmt: skip


def uitgestelde_termijn(zaak: Zaak) -> ZaakTermijn | None:
    """The last term for answering an objection that was extended; None when none was."""
    return zaak.termijnen.filter(regel=TERMIJN, verlengd=True).order_by("start").last()


def uitstelbericht(zaak: Zaak, toegang: Toegang) -> bytes:
    """The letter as it went, made from the term, the timeline and who objected. Raises `Geweigerd` (404)."""
    termijn = uitgestelde_termijn(zaak)
    titel = SCHEME.termijn(TERMIJN).titel.nl
    regel = Tijdlijnregel.objects.filter(zaak=zaak, wat="verlengd", tekst_nl__endswith=titel).first()
    if termijn is None or regel is None:
        raise Geweigerd("brief_onbekend", Tekst("Er is geen antwoord op een bezwaar uitgesteld.", "No answer to an objection was put off."), status=404)  # fmt: skip
    return _zet(zaak, toegang, termijn, termijn.einde, regel.reden, regel.door, localdate(regel.moment))


def uitstelbericht_vooraf(zaak: Zaak, toegang: Toegang, reden: str, wie: str) -> bytes:
    """The letter that extending the term now would make, marked as an example. Raises `Geweigerd`."""
    controleer_uitstel(zaak, reden)
    termijn = zaak.termijnen.filter(regel=TERMIJN, klaar__isnull=True, verlengd=False).first()
    if termijn is None:
        raise Geweigerd("verlenging_onmogelijk", Tekst("Deze termijn loopt niet of is al verlengd.", "This term does not run or was extended already."), status=409)  # fmt: skip
    regel = SCHEME.termijn(TERMIJN)
    tot = _einde(termijn, termijn.lengte + regel.verlenging)
    return _zet(zaak, toegang, termijn, tot, reden.strip(), wie, vandaag(), voorbeeld=True)


def _zet(zaak: Zaak, toegang: Toegang, termijn: ZaakTermijn, tot: date, reden: str, wie: str, dag: date, *, voorbeeld: bool = False) -> bytes:  # fmt: skip
    # One term for all who objected in the case, by the earliest day: it is put off for each whose objection was open.
    open_ = Bezwaar.objects.met(toegang).filter(zaak=zaak, datum__range=(termijn.start, dag))
    open_ = open_.exclude(ingetrokken__lt=dag).exclude(beslist_op__lt=dag)
    dagen = dict(open_.values_list("persoon_id", "datum"))
    adressen = Naw.objects.met(toegang).filter(persoon_id__in=list(dagen)).order_by("id")
    aan = [(dagen[naw.persoon_id], regels_voor(naw)) for naw in adressen]
    if not aan:
        raise Geweigerd("brief_onbekend", Tekst("Er is geen bezwaar van deze inwoner.", "There is no objection of this resident."), status=404)  # fmt: skip
    bericht = Uitstelbericht(
        afzender=afzender_van(zaak.organisatie_id, regels_op(zaak.organisatie_id, dag)),
        nummer=zaak.nummer,
        was=_einde(termijn, termijn.lengte),
        tot=tot,
        reden=reden,
        wie=wie,
        dag=dag,
    )
    return zet_uitstelbericht(bericht, aan, voorbeeld=voorbeeld)


def _einde(termijn: ZaakTermijn, lengte: int) -> date:
    einde = bereken(replace(SCHEME.termijn(TERMIJN), lengte=lengte), termijn.start, standaardkalender()).einde
    assert not hasattr(einde, "hour")  # the term is in months
    return einde
