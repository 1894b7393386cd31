"""The duties of this scheme: a creditor who did not answer in time refuses; an instalment that did not come is arrears."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Taak, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.schuldhulp.actions import herzien, post
from samenhang.schemes.schuldhulp.actions.betalen import TERMIJN, loopt_achter
from samenhang.schemes.schuldhulp.actions.spaarstand import CONTACT, KWIJTEN, SPAART, UITDELEN, spaart_niet
from samenhang.schemes.schuldhulp.actions.spaarstand import TERMIJN as SPAARTERMIJN
from samenhang.schemes.schuldhulp.domain.rechtbank import PAUZES, VOORZIENING
from samenhang.schemes.schuldhulp.dossier import open_krediet
from samenhang.schemes.schuldhulp.models import Normherziening, Voorstel, Weigering
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie

REGEL = "voorstel-reactie"
PAUZE_EINDIGT, VERSLAG = "pauze_eindigt", "verslag_rechtbank"
"""Tasks: that a pause of the court ends soon, and the report to the court after it."""


def leg_stilte_vast(zaak_id: UUID) -> None:
    """Record for each creditor whose last day has passed that he gave no answer; the worker then decides what follows.

    The term of the case is met by that: it asked for an answer, and silence is one. Doing it again changes nothing.
    """
    actor = systeem(Organisatie.objects.get(zaken__id=zaak_id))
    with operatie(SCHEME.naam, "stilte vastleggen", actor):
        zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
        toegang = toegang_tot(actor, zaak, leest=("schulden",), schrijft=("schulden",), doel="stilte")
        open_ = Voorstel.objects.met(toegang).filter(zaak=zaak, vervallen=False, antwoord="")
        zwijgt = list(open_.filter(uiterlijk__lt=zaken.vandaag()).select_related("schuldeiser__samen_met"))
        stil = (
            Voorstel.objects.met(toegang)
            .filter(id__in=[rij.id for rij in zwijgt])
            .update(antwoord="geen_antwoord", antwoord_op=zaken.vandaag())
        )
        Weigering.objects.met(toegang).bulk_create(
            [
                Weigering(
                    organisatie_id=rij.organisatie_id, persoon_id=rij.persoon_id, zaak=zaak, moment=huidige_operatie().nu, door=actor.naam,
                    voorstel=rij.id, schuldeiser=wie(rij.schuldeiser), reden="stilte", op=zaken.vandaag(),
                )
                for rij in zwijgt
            ]
        )  # fmt: skip
        if stil:
            zaken.schrijf_tijdlijn(
                zaak,
                "stilte",
                Tekst(f"Geen antwoord van {stil} schuldeisers", f"No answer from {stil} creditors"),
            )
            zaken.maak_taak(
                zaak, "na_stilte", Tekst("Bepaal wat u doet nu niet iedereen antwoordde", "Decide what to do now that not everyone answered"),
                zaken.vandaag(), zaak.behandelaar,
            )  # fmt: skip
        zaken.rond_termijn_af(zaak, REGEL)


def _te_laat(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Cases with a proposal of which the term has passed; told by the term, which says nothing of whom."""
    rijen = Zaak.objects.filter(
        scheme=SCHEME.naam,
        stap="voorstel",
        termijnen__regel=REGEL,
        termijnen__klaar__isnull=True,
        termijnen__einde__lt=timezone.localdate(nu),
    )
    return [str(id_) for id_ in rijen.order_by("id").values_list("id", flat=True)[:hoogstens]]


def _doe(item: str) -> None:
    leg_stilte_vast(UUID(item))


STILTE = registreer(Plicht("schuldhulp.stilte", _te_laat, _doe))


def leg_achterstand_vast(zaak_id: UUID) -> None:
    """Record that an instalment did not come within its grace; doing it again changes nothing."""
    actor = systeem(Organisatie.objects.get(zaken__id=zaak_id))
    with operatie(SCHEME.naam, "achterstand vastleggen", actor):
        loopt_achter(open_krediet(actor, zaak_id))


def _niet_betaald(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Cases of which the grace of an instalment passed; told by the term, which says nothing of whom."""
    rijen = Zaak.objects.filter(
        scheme=SCHEME.naam,
        stap="krediet_actief",
        opgeschort_sinds__isnull=True,
        termijnen__regel=TERMIJN,
        termijnen__klaar__isnull=True,
        termijnen__einde__lt=timezone.localdate(nu),
    )
    return [str(id_) for id_ in rijen.order_by("id").values_list("id", flat=True)[:hoogstens]]


ACHTERSTAND = registreer(
    Plicht("schuldhulp.achterstand", _niet_betaald, lambda item: leg_achterstand_vast(UUID(item)))
)


def leg_spaarachterstand_vast(zaak_id: UUID) -> None:
    """Record that a monthly amount was not saved within its grace; doing it again changes nothing."""
    actor = systeem(Organisatie.objects.get(zaken__id=zaak_id))
    with operatie(SCHEME.naam, "spaarachterstand vastleggen", actor):
        spaart_niet(open_krediet(actor, zaak_id))


def _niet_gespaard(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Cases of which the grace of a monthly amount passed, or the term is over; told by the term."""
    vandaag = timezone.localdate(nu)
    rijen = Zaak.objects.filter(
        scheme=SCHEME.naam,
        stap__in=SPAART,
        opgeschort_sinds__isnull=True,
        termijnen__regel=SPAARTERMIJN,
        termijnen__klaar__isnull=True,
        termijnen__einde__lt=vandaag,
    )
    return [str(id_) for id_ in rijen.order_by("id").values_list("id", flat=True)[:hoogstens]]


SPAARACHTERSTAND = registreer(
    Plicht("schuldhulp.spaarachterstand", _niet_gespaard, lambda item: leg_spaarachterstand_vast(UUID(item)))
)


def _over(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Cases of which the eighteen months are over and nobody was told yet what is left to do."""
    rijen = Zaak.objects.filter(
        scheme=SCHEME.naam,
        stap__in=SPAART,
        opgeschort_sinds__isnull=True,
        termijnen__regel="schuldregeling",
        termijnen__klaar__isnull=True,
        termijnen__einde__lte=timezone.localdate(nu),
    )
    verteld = Taak.objects.filter(soort__in=(KWIJTEN, UITDELEN, CONTACT), klaar__isnull=True)
    loopt = ZaakTermijn.objects.filter(regel=SPAARTERMIJN, klaar__isnull=True)
    rijen = rijen.exclude(id__in=verteld.values("zaak_id")).exclude(id__in=loopt.values("zaak_id"))
    return [str(id_) for id_ in rijen.order_by("id").values_list("id", flat=True)[:hoogstens]]


REGELING_OM = registreer(
    Plicht("schuldhulp.regeling-om", _over, lambda item: leg_spaarachterstand_vast(UUID(item)))
)


def _te_herzien(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Revisions of which cases wait to be calculated or taken over; one portion at a time."""
    onaf = Q(gerekend__isnull=True) | Q(overname__isnull=False, afgerond__isnull=True)
    rijen = Normherziening.objects.filter(onaf).order_by("begonnen", "id").values_list("id", flat=True)
    return [str(id_) for id_ in rijen[:hoogstens]]


def _herzie(item: str) -> None:
    herzien.werk_portie(UUID(item))


HERZIENING = registreer(Plicht("schuldhulp.normherziening", _te_herzien, _herzie))


def _post(nu: datetime, hoogstens: int) -> Iterable[str]:
    return [str(id_) for id_ in post.te_maken(hoogstens)]


def _verstuur_post(item: str) -> None:
    post.verstuur_als(UUID(item))


POST = registreer(Plicht("schuldhulp.post-versturen", _post, _verstuur_post))


PAUZETERMIJNEN = (*PAUZES.values(), VOORZIENING)
WAARSCHUWING = timedelta(days=30)
"""So long before a pause ends who treats the case is told (policy): enough for another way."""


def volg_pauze(zaak_id: UUID) -> None:
    """Tell that a pause of the court ends within a month, or that it is over; doing it again changes nothing."""
    actor = systeem(Organisatie.objects.get(zaken__id=zaak_id))
    with operatie(SCHEME.naam, "moratorium volgen", actor):
        zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
        vandaag = zaken.vandaag()
        lopend = zaak.termijnen.filter(regel__in=PAUZETERMIJNEN, klaar__isnull=True)
        voorbij = list(lopend.filter(einde__lt=vandaag).values_list("regel", flat=True))
        if voorbij:
            zaken.rond_termijn_af(zaak, *voorbij)
            zaken.rond_taken_af(zaak, [PAUZE_EINDIGT])
            zaken.maak_taak(zaak, VERSLAG, Tekst("De bescherming is voorbij: schrijf het verslag aan de rechtbank", "The protection is over: write the report to the court"), vandaag, zaak.behandelaar)  # fmt: skip
            zaken.schrijf_tijdlijn(zaak, "moratorium", Tekst("De bescherming van de rechter is voorbij", "The protection of the court is over"))  # fmt: skip
        for termijn in lopend.filter(einde__gte=vandaag):
            if not zaak.taken.filter(soort=PAUZE_EINDIGT, klaar__isnull=True).exists():
                zaken.maak_taak(zaak, PAUZE_EINDIGT, Tekst("De bescherming van de rechter eindigt en wordt niet verlengd: regel wat daarna komt", "The protection of the court ends and is not extended: arrange what comes next"), termijn.einde, zaak.behandelaar)  # fmt: skip


def _pauze_eindigt(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Cases of which a pause is over, or ends within a month without a task about it; told by the term."""
    vandaag = timezone.localdate(nu)
    gewaarschuwd = Taak.objects.filter(soort=PAUZE_EINDIGT, klaar__isnull=True).values("zaak_id")
    loopt = ZaakTermijn.objects.filter(regel__in=PAUZETERMIJNEN, klaar__isnull=True)
    over = loopt.filter(einde__lt=vandaag).values("zaak_id")
    bijna = loopt.filter(einde__lte=vandaag + WAARSCHUWING).values("zaak_id")
    rijen = Zaak.objects.filter(scheme=SCHEME.naam, gesloten__isnull=True).filter(
        Q(id__in=over) | (Q(id__in=bijna) & ~Q(id__in=gewaarschuwd))
    )
    return [str(id_) for id_ in rijen.order_by("id").values_list("id", flat=True)[:hoogstens]]


MORATORIUM = registreer(Plicht("schuldhulp.moratorium", _pauze_eindigt, lambda item: volg_pauze(UUID(item))))
