"""How this scheme carries out its retention rules: after fourteen days nothing of a caller is left.

Whether the municipality took it up makes no difference: it has its own register then. What the figures need stays
in `Overdrachtstand`, which knows nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.vernietiging.afgerond import leeg_zaak
from samenhang.kernel.vernietiging.herstel import registreer_wisser
from samenhang.kernel.vernietiging.plicht import Bewaarregel, Grens, Werk, registreer_bewaarregel
from samenhang.kernel.vernietiging.vasthouden import vastgehouden
from samenhang.kernel.vernietiging.wissen import wis_personen
from samenhang.kernel.verstrekkingen.actions.ontvangst import onbevestigd
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.toestand import mogelijk
from samenhang.schemes.helplijn.actions.overdracht import zet_stand
from samenhang.schemes.helplijn.domain.proces import OVERDRACHT, VERLOPEN, OverdrachtFeiten
from samenhang.schemes.helplijn.models import Contact, Overdrachtstand
from samenhang.schemes.helplijn.scheme import SCHEME

ALLES = (
    *("naw", "contact", "instemming", "informeren", "bezwaar"),
    *(categorie.naam for categorie in SCHEME.categorieen),
)


def _alle(grens: Grens) -> QuerySet[Zaak]:
    rijen = Zaak.objects.filter(scheme=SCHEME.naam).exclude(stap="vernietigd").exclude(vastgehouden())
    return rijen if grens.organisatie is None else rijen.filter(organisatie_id=grens.organisatie)


def _oud(grens: Grens) -> QuerySet[Zaak]:
    """Hand-overs of that long ago, in whichever step."""
    return _alle(grens).filter(geopend__lt=begin_van(grens.dag + timedelta(days=1)))


def _ingetrokken(grens: Grens) -> QuerySet[Zaak]:
    """Of which the consent was withdrawn, once the municipality confirmed that it erased its copy."""
    wacht = Exists(onbevestigd().filter(zaak_id=OuterRef("id")))
    rijen = _alle(grens).filter(stap="ingetrokken", gesloten__lt=begin_van(grens.dag + timedelta(days=1)))
    return rijen.exclude(wacht)


def _regel(uitkomst: str, kies: Callable[[Grens], QuerySet[Zaak]]) -> Bewaarregel:
    def verlopen(grens: Grens, hoogstens: int) -> Iterable[str]:
        rijen = kies(grens).order_by("geopend", "id").values_list("id", flat=True)
        return [str(nummer) for nummer in rijen[:hoogstens]]

    def vernietig(werk: Werk, item: str) -> None:
        zaak = Zaak.objects.select_for_update().get(id=UUID(item))
        if kies(werk.grens).filter(id=zaak.id).exists():  # still, now that it is locked
            mogelijk(OVERDRACHT, zaak.stap, "vernietigen", ("systeem",), OverdrachtFeiten())
            _wis(werk, zaak)

    return Bewaarregel(SCHEME.naam, uitkomst, verlopen, _van, vernietig, (), ALLES)


def _van(item: str) -> Organisatie:
    return Organisatie.objects.get(zaken__id=UUID(item))


def _wis(werk: Werk, zaak: Zaak) -> None:
    """The caller goes with his case: he is in no other."""
    if zaak.stap == "aangeboden":
        zet_stand(zaak, VERLOPEN)
    wis_personen(werk.toegang, leeg_zaak(werk, zaak), werk.telling)


def _opnieuw(werk: Werk, nummers: list[UUID]) -> None:
    for zaak in Zaak.objects.select_for_update().filter(id__in=nummers).exclude(stap="vernietigd"):
        _wis(werk, zaak)


# --- contacts without a name, and how hand-overs ended: nobody's data, kept for the figures ---

BROK = 5000
"""Contacts that one operation erases."""


def _oude_contacten(grens: Grens) -> tuple[QuerySet[Contact], QuerySet[Overdrachtstand]]:
    voor = begin_van(grens.dag + timedelta(days=1))
    contacten, standen = (
        Contact.objects.filter(moment__lt=voor),
        Overdrachtstand.objects.filter(gemaakt__lt=voor),
    )
    if grens.organisatie is None:
        return contacten, standen
    return contacten.filter(organisatie_id=grens.organisatie), standen.filter(
        organisatie_id=grens.organisatie
    )


def _lijnen(grens: Grens, hoogstens: int) -> Iterable[str]:
    """Lines that have something that old."""
    codes = {code for rijen in _oude_contacten(grens) for code in rijen.values_list("organisatie_id", flat=True).distinct()}  # fmt: skip
    return [str(code) for code in sorted(codes)][:hoogstens]


def _wis_contacten(werk: Werk, item: str) -> None:
    contacten, standen = (rijen.filter(organisatie_id=UUID(item)) for rijen in _oude_contacten(werk.grens))
    oudste = list(contacten.order_by("pk").values_list("pk", flat=True)[:BROK])
    werk.telling["contact"] += Contact.objects.filter(pk__in=oudste).delete()[0]
    afgelopen = list(standen.order_by("pk").values_list("pk", flat=True)[:BROK])
    werk.telling["overdrachtstand"] += Overdrachtstand.objects.filter(pk__in=afgelopen).delete()[0]


def _tel_contacten(toegang: Toegang, grens: Grens) -> int:
    return sum(
        rijen.filter(organisatie_id=toegang.organisatie_id).count() for rijen in _oude_contacten(grens)
    )


registreer_wisser(SCHEME.naam, "zaak", _opnieuw)
REGELS = (
    registreer_bewaarregel(
        Bewaarregel(
            SCHEME.naam,
            "contact",
            _lijnen,
            lambda item: Organisatie.objects.get(id=UUID(item)),
            _wis_contacten,
            tel=_tel_contacten,
        )
    ),
    registreer_bewaarregel(_regel("overdracht", _oud)),
    registreer_bewaarregel(_regel("ingetrokken", _ingetrokken)),
)
