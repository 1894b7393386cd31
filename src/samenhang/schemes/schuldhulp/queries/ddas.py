"""The delivery to the national statistics, gathered from the register by its own system."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

import samenhang
from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Betrokkene, Tijdlijnregel, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.schuldhulp.domain.ddas.levering import (
    Leverancier,
    Zaakgegevens,
    Zaakschuld,
    als_traject,
    bladzijden,
)
from samenhang.schemes.schuldhulp.domain.ddas.model import Traject
from samenhang.schemes.schuldhulp.domain.ddas.vertaling import schrijf
from samenhang.schemes.schuldhulp.models import (
    Beschikking,
    Huishouden,
    Hulpvraag,
    Krediet,
    Rekensom,
    Schuld,
    Voorstel,
)
from samenhang.schemes.schuldhulp.scheme import LEIDER, SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie

LANGST = timedelta(days=366)
BROK = 500
INHOUD = ("naw", "hulpvraag", "budget", "schulden", "rekensom")


@action(SCHEME, "DDAS-levering schuldhulp maken")
def ddas_levering(actor: Actor, van: date, tot: date, email: str = "") -> list[dict[str, Any]]:
    """The cases that ran in a period as DDAS 1.0 documents, one per page of 25,000. Nothing is sent.

    A team lead asks; the organisation's own system gathers. `email` is who receives the quality report of CBS. The log
    holds how many and of which period, and no number of anyone. Raises `Geweigerd` for an impossible period.
    """
    rol_vereist(actor, SCHEME.naam, LEIDER, "systeem")
    operatie = huidige_operatie()
    vandaag = timezone.localtime(operatie.nu).date()
    if not van <= tot <= vandaag or tot - van >= LANGST:
        raise Geweigerd(
            "ddas_periode",
            Tekst(
                "Kies een periode van hoogstens een jaar die niet na vandaag eindigt, met het begin voor het einde.",
                "Choose a period of at most a year that does not end after today, its start before its end.",
            ),
        )
    gemeente = Organisatie.objects.get(id=actor.organisatie)
    toegang = toegang_tot_register(systeem(gemeente), SCHEME.naam, doel="ddas", leest=INHOUD)
    zaken = list(
        Zaak.objects.filter(
            Q(gesloten__isnull=True) | Q(gesloten__gte=begin_van(van)),
            organisatie=gemeente, scheme=SCHEME.naam, geopend__lt=begin_van(tot + timedelta(days=1)),
        ).exclude(stap="vernietigd").order_by("geopend", "id")
    )  # fmt: skip
    trajecten = [deel for brok in _brokken(zaken) for deel in _trajecten(toegang, brok, gemeente, tot)]
    leverancier = Leverancier(
        gemeente.naam, gemeente.gemeentecode or "", gemeente.kvk or "", email.strip(), samenhang.__version__
    )
    documenten = bladzijden(trajecten, leverancier, van, tot, operatie.nu)
    operatie.verandert(
        periode=["", f"{van}/{tot}"], trajecten=["", len(trajecten)], bladzijden=["", len(documenten)]
    )
    return [schrijf(document) for document in documenten]


def _brokken(zaken: list[Zaak]) -> Iterator[list[Zaak]]:
    for begin in range(0, len(zaken), BROK):
        yield zaken[begin : begin + BROK]


def _trajecten(toegang: Toegang, zaken: list[Zaak], gemeente: Organisatie, tot: date) -> Iterable[Traject]:
    nummers = [zaak.id for zaak in zaken]
    personen = dict(
        Betrokkene.objects.filter(zaak_id__in=nummers).order_by("-id").values_list("zaak_id", "persoon_id")
    )
    huidige_operatie().raakt(personen.values())
    namen = {rij.persoon_id: rij for rij in Naw.objects.met(toegang).filter(persoon_id__in=personen.values())}
    stappen: dict[UUID, dict[str, date]] = defaultdict(dict)
    redenen: dict[UUID, str] = {}
    for regel in Tijdlijnregel.objects.filter(zaak_id__in=nummers).order_by("moment", "id"):
        stappen[regel.zaak_id][regel.wat] = timezone.localtime(regel.moment).date()
        if regel.wat == "beeindigen":
            redenen[regel.zaak_id] = regel.reden

    def per_zaak(model: Any) -> dict[UUID, list[Any]]:
        uit: dict[UUID, list[Any]] = defaultdict(list)
        for rij in model.objects.met(toegang).filter(zaak_id__in=nummers).order_by("moment", "id"):
            uit[rij.zaak_id].append(rij)
        return uit

    vragen, besluiten, huizen, sommen = (
        per_zaak(Hulpvraag),
        per_zaak(Beschikking),
        per_zaak(Huishouden),
        per_zaak(Rekensom),
    )
    kredieten, voorstellen = per_zaak(Krediet), per_zaak(Voorstel)
    schulden: dict[UUID, list[Schuld]] = defaultdict(list)
    for rij in Schuld.objects.met(toegang).filter(zaak_id__in=nummers).select_related("schuldeiser__samen_met").order_by("moment", "id"):  # fmt: skip
        schulden[rij.zaak_id].append(rij)
    for zaak in zaken:
        if not vragen[zaak.id]:
            continue
        vraag = vragen[zaak.id][0]
        naw = namen.get(personen.get(zaak.id))
        yield als_traject(
            Zaakgegevens(
                gevraagd_op=vraag.gevraagd_op,
                dreiging=bool(vraag.dreigingen),
                gesprek_op=vraag.gesprek_op,
                besluiten=[(besluit.soort, besluit.bekendgemaakt_op) for besluit in besluiten[zaak.id]],
                stappen=stappen[zaak.id],
                eindereden=redenen.get(zaak.id, ""),
                schulden=[
                    Zaakschuld(Bedrag(rij.bedrag_centen), rij.peildatum, wie(rij.schuldeiser).naam, wie(rij.schuldeiser).kvk)
                    for rij in schulden[zaak.id]
                    if rij.bedrag_centen is not None and rij.stand != "vervallen" and rij.rang != "uitgesloten"
                ],
                regeling=_regeling(sommen[zaak.id], voorstellen[zaak.id]),
                ingang=kredieten[zaak.id][0].ingang if kredieten[zaak.id] else None,
                vtlb=huizen[zaak.id][-1].vtlb if huizen[zaak.id] else None,
                nazorg_op=vraag.nazorg_op,
                geboren=naw.geboortedatum if naw else None,
                postcode=naw.postcode if naw else "",
                huisnummer=naw.huisnummer if naw else None,
                toevoeging=f"{naw.huisletter}{naw.toevoeging}" if naw else "",
            ),
            gemeente.gemeentecode or "",
            tot,
        )  # fmt: skip


def _regeling(sommen: list[Rekensom], voorstellen: list[Voorstel]) -> str:
    """The kind of arrangement of the last proposal."""
    gekozen = next((rij.rekensom for rij in reversed(voorstellen) if not rij.vervallen), None)
    return next((som.regeling for som in sommen if som.id == gekozen), "")
