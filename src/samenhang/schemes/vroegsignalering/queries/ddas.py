"""The delivery to the national statistics, gathered from the register by its own system."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable
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
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.domain import ddas
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.models import Contactpoging, Signaal, SignaalNaam, Uitkomst
from samenhang.schemes.vroegsignalering.scheme import SCHEME

LANGST = timedelta(days=366)
BROK = 900


@action(SCHEME, "DDAS-levering maken")
def ddas_levering(actor: Actor, van: date, tot: date, email: str = "") -> dict[str, Any]:
    """The signals dated in a period and the cases opened in it, as a DDAS 1.2 document. Nothing is sent.

    A team lead asks; the organisation's own system gathers. `email` is who receives the quality report of CBS.
    Signals of those cases go along, also when they are dated before the period, so that no case names a signal
    that is missing. Raises `Geweigerd` for an impossible period or an address that does not fit.
    """
    rol_vereist(actor, SCHEME.naam, "teamleider", "systeem")
    vandaag = timezone.localtime(huidige_operatie().nu).date()
    if not van <= tot <= vandaag or tot - van >= LANGST:
        raise Geweigerd(
            "ddas_periode",
            Tekst(
                "Kies een periode van hoogstens een jaar die niet na vandaag eindigt, met het begin voor het einde.",
                "Choose a period of at most a year that does not end after today, its start before its end.",
            ),
        )
    gemeente = Organisatie.objects.get(id=actor.organisatie)
    toegang = toegang_tot_register(
        systeem(gemeente), SCHEME.naam, doel="ddas", leest=("naw", "signaal", "opvolging", "uitkomst")
    )
    zaken = list(
        Zaak.objects.filter(
            organisatie=gemeente, scheme=SCHEME.naam, geopend__gte=begin_van(van), geopend__lt=begin_van(tot + timedelta(days=1))
        ).exclude(stap="vernietigd").order_by("geopend", "id")
    )  # fmt: skip
    nummers = [zaak.id for zaak in zaken]
    signalen = list(
        Signaal.objects.met(toegang)
        .filter(Q(datum_signaal__gte=van, datum_signaal__lte=tot) | Q(zaak_id__in=nummers))
        .exclude(datum_signaal__gt=tot)
        .order_by("datum_signaal", "id")
    )
    levering = ddas.Ddaslevering(
        gemeente.gemeentecode or "",
        gemeente.naam,
        gemeente.kvk or "",
        email.strip(),
        van,
        tot,
        *_gevuld(toegang, signalen, zaken),
    )
    huidige_operatie().raakt(signaal.persoon_id for signaal in signalen)
    document = ddas.als_document(levering, huidige_operatie().nu, samenhang.__version__)
    aantal, aantal_zaken = ddas.tel(document)
    huidige_operatie().verandert(
        periode=["", f"{van}/{tot}"], vroegsignalen=["", aantal], vroegsignaalzaken=["", aantal_zaken]
    )
    return document


def _gevuld(
    toegang: Toegang, signalen: list[Signaal], zaken: list[Zaak]
) -> tuple[tuple[ddas.Ddassignaal, ...], tuple[ddas.Ddaszaak, ...]]:
    nummers = [zaak.id for zaak in zaken]
    uitkomsten: dict[UUID, str] = {}
    pogingen: dict[UUID, dict[UUID, ddas.Ddaspoging]] = defaultdict(dict)
    alle = list({signaal.zaak_id for signaal in signalen if signaal.zaak_id} | set(nummers))
    dicht = {
        nummer
        for deel in _brokken(alle)
        for nummer in Zaak.objects.filter(id__in=deel, gesloten__isnull=False).values_list("id", flat=True)
    }
    for deel in _brokken(alle):
        rijen = (
            Uitkomst.objects.met(toegang).filter(zaak_id__in=deel, definitief=True).order_by("datum", "id")
        )
        uitkomsten.update((z, r) for z, r in rijen.values_list("zaak_id", "resultaat") if z in dicht)
        for poging in (
            Contactpoging.objects.met(toegang)
            .filter(zaak_id__in=deel, vervallen_op__isnull=True)
            .order_by("datum", "id")
        ):
            pogingen[poging.zaak_id][poging.groep] = ddas.Ddaspoging(
                poging.soort, poging.bereikt, poging.datum, poging.dagdeel
            )
    clienten = _clienten(toegang, signalen)
    per_zaak: dict[UUID, list[Signaal]] = defaultdict(list)
    for signaal in signalen:
        if signaal.zaak_id:
            per_zaak[signaal.zaak_id].append(signaal)
    return (
        tuple(_signaal(signaal, clienten[signaal.id], uitkomsten.get(signaal.zaak_id, "") if signaal.zaak_id else "") for signaal in signalen),
        tuple(
            _zaak(zaak, per_zaak[zaak.id], uitkomsten.get(zaak.id, ""), tuple(pogingen[zaak.id].values()))
            for zaak in zaken
            if per_zaak[zaak.id]
        ),
    )  # fmt: skip


def _clienten(toegang: Toegang, signalen: list[Signaal]) -> dict[UUID, ddas.Ddasclient]:
    clienten = {}
    for deel in _brokken([signaal.id for signaal in signalen]):
        for rij in SignaalNaam.objects.met(toegang).filter(signaal_id__in=deel):
            clienten[rij.signaal_id] = ddas.Ddasclient(
                rij.postcode, rij.huisnummer, f"{rij.huisletter}{rij.toevoeging}", rij.geboortedatum
            )
    return clienten


def _brokken(nummers: list[UUID]) -> Iterable[list[UUID]]:
    for begin in range(0, len(nummers), BROK):
        yield nummers[begin : begin + BROK]


def _signaal(signaal: Signaal, client: ddas.Ddasclient, resultaat: str) -> ddas.Ddassignaal:
    return ddas.Ddassignaal(
        str(signaal.id), signaal.partner_soort, signaal.soort_signaal, Bedrag(signaal.bedrag_centen), signaal.ontstaansdatum,
        signaal.datum_signaal, signaal.warme_overdracht, signaal.status, signaal.reden, signaal.zaak_id is not None, resultaat, client,
    )  # fmt: skip


def _zaak(
    zaak: Zaak, signalen: list[Signaal], resultaat: str, pogingen: tuple[ddas.Ddaspoging, ...]
) -> ddas.Ddaszaak:
    """The matching period is the month of the first signal; what was not taken up has no day on which it was."""
    geopend = timezone.localtime(zaak.geopend).date()
    eerste = min(signaal.datum_signaal for signaal in signalen)
    laatste = calendar.monthrange(eerste.year, eerste.month)[1]
    niet = resultaat in RESULTATEN and RESULTATEN[resultaat].groep == "N"
    return ddas.Ddaszaak(
        tuple(str(signaal.id) for signaal in signalen),
        geopend,
        eerste.replace(day=1),
        eerste.replace(day=laatste),
        None if niet else geopend,
        resultaat,
        pogingen,
    )
