"""What several pages of the scheme share: the meaning of names, the lists of forms, a message on top."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN, Medewerker, Rolvervulling
from samenhang.kernel.toegang.dimensies import KERNCATEGORIEEN
from samenhang.kernel.verstrekkingen.domain.voorwaarden import TITELS as VOORWAARDEN
from samenhang.kernel.verstrekkingen.domain.weigeringen import REDENEN as WEIGERREDENEN
from samenhang.kernel.zaken.taken import NAAM as TAAK_KLAAR
from samenhang.kernel.zaken.taken import te_melden
from samenhang.schemes.wams.actions.gezin import WAARMEE
from samenhang.schemes.wams.actions.nood import WAT
from samenhang.schemes.wams.actions.plan import MEELEZERS
from samenhang.schemes.wams.actions.uitnodigen import partijen_van
from samenhang.schemes.wams.domain.inwonerwoorden import STAPZINNEN
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN, PARTIJEN
from samenhang.schemes.wams.domain.melding import ALLE_MANIEREN, MELDERS, RELATIES, WIJZEN
from samenhang.schemes.wams.domain.overleg import KOMT, ONDERWERPEN, UITKOMSTEN
from samenhang.schemes.wams.domain.partijen import DEELNEMER, TE_DELEN
from samenhang.schemes.wams.domain.planzinnen import DOELEN, OORDELEN
from samenhang.schemes.wams.domain.proces import ZAAK
from samenhang.schemes.wams.queries import Zaakbeeld
from samenhang.schemes.wams.scheme import SCHEME
from samenhang.web.handelingen import Keuzes
from samenhang.web.weergave import taal

WERKERS = ("meldpunt", "onderzoeker", "coordinator", "teamleider")
MIJN = "/wams/mijn"
CATEGORIEEN = {categorie.naam: categorie.titel for categorie in (*KERNCATEGORIEEN, *SCHEME.categorieen)}
TITELS: dict[str, Any] = {
    "nood": WAT,
    "stappen": {stap.naam: stap.titel for stap in ZAAK.stappen},
    "stapzinnen": STAPZINNEN,
    "relaties": RELATIES,
    "waarmee": WAARMEE,
    "leefgebieden": LEEFGEBIEDEN,
    "melders": MELDERS,
    "manieren": ALLE_MANIEREN,
    "wijzen": WIJZEN,
    "doelen": DOELEN,
    "oordelen": OORDELEN,
    "partijen": PARTIJEN,
    "zinnen": {zin.naam: zin.tekst for zin in SCHEME.planzinnen},
    "onderwerpen": ONDERWERPEN,
    "uitkomsten": UITKOMSTEN,
    "komt": KOMT,
    "te_delen": TE_DELEN,
    "soorten": ORGANISATIESOORTEN,
    "categorieen": CATEGORIEEN,
    "weigerredenen": WEIGERREDENEN,
    "voorwaarden": VOORWAARDEN,
    "termijnen": {regel.naam: regel for regel in SCHEME.termijnen},
}
"""What names mean, for every template of the scheme."""


def meld(request: HttpRequest, tekst: Tekst) -> None:
    """A message on top of the next page."""
    messages.success(request, tekst.in_taal(taal()))


def keuzes(actor: Actor, beeld: Zaakbeeld) -> Keuzes:
    """The lists from which a form lets choose: persons, goals and agreements of this case, and colleagues."""
    deelnemers = [(str(p.id), p.naam) for p in beeld.personen if p.neemt_deel or p.hulpvrager]
    namen = {str(p.id): p.naam for p in beeld.personen}
    open_ = [afspraak for afspraak in beeld.afspraken if afspraak.klaar is None]
    return {
        "gezin": [(str(p.id), p.naam) for p in beeld.personen],
        "deelnemers": deelnemers,
        "doelen": [
            (str(doel.id), f"{namen.get(str(doel.persoon_id), '')}: {DOELEN[doel.doel].in_taal(taal())}")
            for doel in beeld.doelen
        ],
        "afspraken": [
            (str(a.id), f"{PARTIJEN[a.wie].in_taal(taal())} {TITELS['zinnen'][a.zin].in_taal(taal())}") for a in open_
        ],
        "onderzoekers": collegas(actor, "onderzoeker"),
        "coordinatoren": collegas(actor, "coordinator"),
        "partijen": [(str(wie.id), f"{wie.organisatie.naam}: {wie.naam}") for wie in partijen_van(actor.organisatie, timezone.localdate()).values()],
        "deelnemende_partijen": [
            (str(rij.medewerker_id), rij.medewerker.naam)
            for rij in beeld.zaak.deelnames.select_related("medewerker").filter(
                betrokkenheid=DEELNEMER, tot__isnull=True
            )
        ],
        TAAK_KLAAR: [(nummer, tekst.in_taal(taal())) for nummer, tekst in te_melden(beeld.taken)],
        "meelezers": [paar for paar in collegas(actor, *MEELEZERS) if paar[0] != str(actor.medewerker_id)],
    }  # fmt: skip


def collegas(actor: Actor, *rollen: str) -> list[tuple[str, str]]:
    """Colleagues who hold one of these roles today."""
    vandaag = timezone.localdate()
    met_rol = Rolvervulling.objects.filter(scheme=SCHEME.naam, rol__in=rollen, van__lte=vandaag).exclude(
        tot__lt=vandaag
    )
    rijen = Medewerker.objects.filter(
        organisatie_id=actor.organisatie, id__in=met_rol.values("medewerker_id")
    ).order_by("naam")
    return [(str(wie.id), wie.naam) for wie in rijen if wie.werkt_op(vandaag)]
